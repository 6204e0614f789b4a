### People: roles, requirements, institutions.

role-chair = EP実施責任者・座長
role-member = 構成員
role-coordinator = コーディネーター・事務局
role-geneticCounsellor = 認定遺伝カウンセラー
role-attendingPhysician = 主治医
role-administrator = システム管理者
role-viewer = 閲覧者

capacity-author = 作成者
capacity-reviewer = 確認者
capacity-chair = 責任者

qualification-a = がん薬物療法の専門医
qualification-i = 遺伝医学の専門医
qualification-u = 遺伝カウンセリング技術を有する者
qualification-e = 病理学の専門医
qualification-o = 分子遺伝学・がんゲノム医療の専門家
qualification-ka = バイオインフォマティクスの専門家
qualification-ki = 小児がんの専門医

institutionKind-core = がんゲノム医療中核拠点病院
institutionKind-designated = がんゲノム医療拠点病院
institutionKind-cooperative = がんゲノム医療連携病院

member-institutionKind = 施設の区分
member-field = 診療領域

unusual-night = 夜間（22時〜6時）の操作
unusual-firstAtComputer = この端末からの最初の操作
unusual-manyCases = 1時間に20件以上の症例を閲覧
unusual-muchTakenOut = 1時間に10件以上を印刷・書き出し
unusual-wholeStore = ストア全体の書き出し
unusual-manyRefusals = 1時間に3回以上の拒否
unusual-manyGuesses = パスワードの連続した誤り（5回以上）

### Parts of a page, and how its words are put together.

page-matters = 主な所見
page-quiet = 意義不明・意義の低い所見
page-clinical = { part-details }
page-specimen = 検体
page-germline = 生殖細胞系列（二次的所見）
page-responsibility = 確定と責任
page-hidden = 検査会社の指定により表示しない値
page-program = 作成プログラム
page-format = 形式
page-notes = 読込時の注意
page-part = 区分
page-subject = 項目
page-before = 前版
page-after = 本版
page-none = （なし）
page-date = 日付
page-name = 氏名
page-institution = 所属施設
page-qualifications = 要件区分
page-version = 版
page-source = 出典
page-by = 記録者
page-remark = 備考
page-bytes = バイト
page-mode = 開催方法
page-judgement = 判断
page-ageSex = 年齢・性別
page-heldOn = EP開催日
page-tumour = 腫瘍
page-normal = 正常
page-sampleKind = 種別
page-advice = 推奨・対応
page-caution = 注意
page-label = 名称
page-notStatedHere = 本書に記載なし
page-followUp = 生殖細胞系列の確認
page-noRecord = 判定の記録なし
page-noSummary = まとめは記載されていません。
# $reason Text
# $name Text
# $role Text
# $at Text
page-answeredFor = { $reason }（{ $name }・{ $role }、{ $at }）
page-noMeeting = 開催記録は入力されていません。
page-requirement = 要件
page-needed = 必要
page-filledBy = 充足する出席者
page-result = 結果
page-missing = 不足
page-circumstances = 症例の条件
page-unsure = 原典で確認できていない項目
page-noRecommendation = 推奨は記録されていません。
page-noMatters = 治療方針に関わると判定された所見はありません。
page-noGermline = 生殖細胞系列に関する判定の記録はありません。
page-glossary = 用語
page-evaluation = 薬物療法の評価と推奨
# $rank Number
page-advisedInRank = 推奨（順位{ $rank }）
page-notAdvised = 推奨しない
page-changesInFull = 全文は「前版からの変更点」に記載しています。
page-textsChanged = 文章の変更
page-noChange = 前版と異なる記載はありません。
page-alleleFrequency = アレル頻度
page-dayToFill = 　　　　　年　　　月　　　日
page-test = 検査
page-issuedOn = 発行日
page-notIssued = 原案：まだ発行されていません。
page-notRecorded = { -not-recorded }
page-cases = 症例数
# $institution Text
page-logoOf = { $institution } ロゴ
# $more Number
page-moreInFull = ほか{ $more }件。{ page-changesInFull }
page-journalEnd = 記録台帳の末尾
# $events Text
# $hash Text
page-journalEndIs = { $events }件 / { $hash }
page-draftMark = DRAFT 原案
# $year Number
# $month Number
# $day Number
page-day = { $year }年{ $month }月{ $day }日
# $page Number
# $all Number
page-numberOf = { $page } / { $all } { report-page }
# $day Text
page-asOf = { $day }時点
# $age Number
page-years = { $age }{ unit-years }
page-point = ・
page-comma = { -list-separator }

# $number Number
said-issue = 第{ $number }号
# $number Number
said-revision = 第{ $number }版
# $label Text
# $value Text
said-pair = { $label }：{ $value }
# $number Number
said-count = { $number }件
# $number Number
said-people = { $number }名
# $heading Text
# $number Number
said-counted = { $heading } { $number }件
# $items List
said-list = { $items }

# $targets Text
# $on Text
page-companion = コンパニオン検査としての使用（検査日 { $on }）：標的 { $targets } の結果だけを記載しています。ほかの結果は、標準治療後のエキスパートパネルまで治療方針の決定に用いません（D004-2 通知(12)）。

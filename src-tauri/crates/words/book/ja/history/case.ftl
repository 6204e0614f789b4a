### What happened to a case, a line each.

# $name Text
# $count Number
happened-received = レポート原案を受領: { $name }（所見 { $count } 件）
# $name Text
# $count Number
# $known Number
happened-sourceAdded = 入力ファイルを追加: { $name }（所見 { $count } 件、うち既存の所見と一致 { $known } 件）
# $finding Word
# $reason Text
happened-findingEntered = 所見を手入力: { $finding }（{ $reason }）
# $sample Text
happened-sampleConfirmed = 腫瘍の検体を確認: { $sample }
# $finding Word
# $what Text
# $reason Text
happened-consequenceChosen = { $finding } を表示する転写産物を選択: { $what }（{ $reason }）
# $finding Word
# $read Word
# $reason Text
happened-readAnew = { $finding } を読み取り直した内容に変更: { $read }（{ $reason }）
# $finding Word
# $reason Text
happened-readAsBefore = { $finding } は読み込み時の内容のまま（{ $reason }）
happened-details = 患者・臨床情報を記録
# $finding Word
happened-opinion = { $finding } への意見を記録
happened-caseOpinion = 症例全体への意見を記録
# $finding Word
happened-opinionConfirmed = { $finding } への意見（代行入力）を本人が確認
happened-caseOpinionConfirmed = 症例全体への意見（代行入力）を本人が確認
# $count Number
happened-opinionsAsked = 意見を依頼（{ $count }名）
# $count Number
# $due Text
happened-opinionsAskedUntil = 意見を依頼（{ $count }名、期限 { $due }）
# $finding Word
happened-opinionsOpened = { $finding } への意見を公開
happened-allOpinionsOpened = すべての意見を公開
# $finding Word
# $class Word
# $scale Word
happened-judged = { $finding } を判定: { $class }（{ $scale }）
# $finding Word
# $reason Text
happened-deferred = { $finding } の判定を保留: { $reason }
# $judged Word
# $scheme Word
# $sum Word
happened-judgedBy = { $judged }。{ $scheme }: { $sum }
# $judged Word
# $scheme Word
# $sum Word
# $reason Text
happened-judgedOtherwise = { $judged }。{ $scheme }: { $sum }（{ verdict-overrideReason }: { $reason }）
# $judged Word
# $names List
happened-dissented = { $judged }。{ verdict-dissent }: { $names }
# $finding Word
# $words Text
happened-ccat = { $finding } のC-CAT判定を入力: { $words }
# $finding Word
# $judged Word
happened-germline = { $finding } の生殖細胞系列の判定: { $judged }
# $named List
# $reason Text
happened-wordsCleared = この患者のことではないと確認した文章（{ $named }）: { $reason }
# $drugs Text
happened-recommended = 推奨を追加: { $drugs }
# $kind Word
# $step Text
happened-advised = { $kind }: { $step }
# $drugs Text
# $reason Text
happened-notAdvised = { $drugs } を検討したが推奨しない: { $reason }
# $reason Text
happened-nothingAdvised = { advice-nothing }: { $reason }
# $reason Text
happened-withdrawn = 推奨を取り下げ: { $reason }
# $count Number
happened-ranked = 推奨の順位を変更（{ $count }件）
# $trial Text
# $status Word
happened-referred = 治験へ紹介: { $trial }（{ $status }）
# $status Word
happened-referralMoved = 治験紹介の状況: { $status }
# $what Word
# $day Text
happened-milestone = 管理簿: { $what }{ $day }
# $what Word
# $day Text
happened-milestoneNot = 管理簿: { $what }{ $day }（なし）
# $day Text
# $mode Word
# $people Number
happened-met = 開催記録: { $day } { $mode }（{ $people }名）
# $day Text
# $mode Word
# $people Number
# $quorum Word
happened-metAssessed = 開催記録: { $day } { $mode }（{ $people }名、{ $quorum }）
# $mode Word
# $day Text
# $grounds List
happened-omitted = { $mode }: { $day }（{ $grounds }）
# $reason Text
happened-wentOnWithoutQuorum = 不成立のまま進めた理由: { $reason }
happened-summary = まとめを記録
# $capacity Word
# $hash Text
happened-signed = 報告書原案に署名: { $capacity }（署名対象 { $hash }）
# $revision Number
happened-finalised = 報告書を確定: 第{ $revision }版
# $count Number
happened-explanation = 患者への説明内容を記録（{ $count }項目）
# $kind Word
# $issue Number
happened-issued = 文書を発行: { $kind }（第{ $issue }号）
# $reason Text
happened-amendment = 訂正を開始: { $reason }
# $what Word
happened-onBehalf = { $what }（代行入力）
# $what Word
# $signatures List
happened-voiding = { $what }。これにより署名が無効: { $signatures }
# $capacity Word
# $name Text
happened-signature = { $capacity } { $name }

# $what Word
# $name Text
# $at Text
voided-by = { $what }（{ $name }、{ $at }）
# $targets Text
# $on Text
happened-companionStated = プロファイルをコンパニオン検査として取得: { $targets }（検査日 { $on }）
# $reason Text
happened-companionEnded = コンパニオン検査としての使用を終了（{ $reason }）
# $finding Text
# $row Text
# $reason Text
happened-evidenceSetAside = { $finding } の知識 { $row } をこの患者には当てはまらないとした（{ $reason }）
# $finding Text
# $row Text
happened-evidenceTakenBack = { $finding } の知識 { $row } を戻した
# $rows Text
# $answer Word
happened-evidenceNewsAnswered = 新しい知見 { $rows }: { $answer }
# $rows Text
# $answer Word
# $reason Text
happened-evidenceNewsAnsweredBecause = 新しい知見 { $rows }: { $answer }（{ $reason }）
# $count Number
happened-familyHistory = 家族歴を記録（{ $count }人）
# $trial Text
# $subject Word
# $criterion Text
happened-criterionMet = 治験 { $trial } の条件を確認: 満たす（{ $subject }: { $criterion }）
# $trial Text
# $subject Word
# $criterion Text
happened-criterionNotMet = 治験 { $trial } の条件を確認: 満たさない（{ $subject }: { $criterion }）
# $trial Text
# $subject Word
# $criterion Text
happened-criterionUnknown = 治験 { $trial } の条件を確認: 不明（{ $subject }: { $criterion }）
# $finding Word
# $step Word
# $on Text
happened-workup = { $finding }: { $step }（{ $on }）
# $said Word
# $day Text
happened-workupAskAgain = { $said }。再確認の予定日: { $day }
# $said Word
# $result Word
happened-workupResult = { $said }: { $result }
# $guidance Word
# $on Text
# $document Text
happened-guidance = { $guidance }（{ $on }、文書: { $document }）
# $count Number
happened-relativeAdded = 家族歴に血縁者・パートナーを追加（{ $count }人）
# $count Number
happened-relativeChanged = 家族歴の記載を変更（{ $count }人）
# $count Number
happened-relativeRemoved = 家族歴から1人を削除（{ $count }人）
# $count Number
happened-familyEditUndone = 家族歴の直前の編集を取り消し（{ $count }人）

### Verdicts and opinions.

germline-notSuspected = PGPVなし
germline-confirmationRecommended = PGPVあり・確認検査を推奨
germline-confirmationIfPossible = PGPVあり・できれば確認検査
germline-onlyWithPhenotype = 表現型があれば確認検査
germline-notForDisclosure = 開示対象外

germlineGpv-notSuspected = GPVなし
germlineGpv-confirmationRecommended = GPVあり・確認検査を推奨
germlineGpv-confirmationIfPossible = GPVあり・できれば確認検査
germlineGpv-onlyWithPhenotype = 表現型があれば確認検査
germlineGpv-notForDisclosure = 開示対象外

certainty-source = 原典で確認
certainty-general = 一般的知識（原典未照合）
certainty-unconfirmed = 未確認

verdict-laboratory = 検査会社の判定
verdict-ccat = C-CATの判定
verdict-own = 判定
verdict-panel = EP判定
verdict-none = 未判定
verdict-deferred = 判定保留
verdict-actionable = 治療選択に関わる
verdict-notActionable = 治療選択に関わらない
verdict-rationale = 判定の根拠
verdict-references = 参考文献・資料
verdict-basis = 分類の基準と点数
verdict-suggested = 基準から示唆される区分
verdict-overrideReason = 示唆と異なる判定の理由
verdict-dissent = 異なる意見

strength-supporting = 支持
strength-moderate = 中等度
strength-strong = 強い
strength-veryStrong = 非常に強い
strength-standAlone = 単独で確定

stance-agree = 同意
stance-disagree = 不同意
stance-abstain = 棄権

standing-agreed = 一致
standing-differing = 不一致
standing-missing = 未回答あり
differsIn-class = 区分
differsIn-actionability = 治療選択に関わるか
differsIn-heredity = 生殖細胞系列の可能性

lacking-notGiven = 未回答
lacking-outOfDate = 回答後に変更あり・再回答待ち
lacking-unconfirmed = 代行入力・本人の確認待ち
lacking-noClass = コメントのみ・区分なし

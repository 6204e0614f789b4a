### Meetings and their rules.

meeting-realTime = リアルタイム開催
meeting-circulation = 持ち回り協議
meeting-omitted = EP省略

attending-present = 出席
attending-informationSupplied = 情報提供あり
attending-notSettled = 未定
attending-absent = 欠席

applies-always = すべての症例
applies-ownSequencing = 自施設でシークエンスする場合
applies-paediatric = 小児がん症例の場合

allowed-every = すべての症例で可
allowed-listed = 列挙した症例のみ可
allowed-never = 不可

edition-shipped = プログラムに収載
edition-site = 施設で変更

modeGap-notAllowed = この規則では認められない開催方法
modeGap-groundNotNamed = 該当する症例の条件が選ばれていない
modeGap-opinionsDiffer = 意見が一致していない
modeGap-agreementNotStated = 意見の一致が確認されていない
modeGap-reasonMissing = 実施責任者の理由が記入されていない
modeGap-conditionNotMet = 省略の条件を満たしていない
modeGap-conditionNotKnown = 省略の条件が確認されていない

omission-title = エキスパートパネルの省略
omission-may = 省略の要件を満たす
omission-mayNot = 省略の要件を満たさない
omission-decidedOn = 省略を判断した日
omission-condition = 条件
omission-tumour = 検査の対象
omission-ccatSecondaryFinding = C-CAT調査結果での二次的所見
omission-usableDrug = 使用できる薬剤

conditionState-met = 該当する
conditionState-notMet = 該当しない
conditionState-unknown = 確認されていない

tumourGroup-solid = 固形腫瘍
tumourGroup-blood = 造血器腫瘍・類縁疾患

ccatSecondaryFinding-none = 疑われるものなし
ccatSecondaryFinding-suspected = 疑われるものあり
ccatSecondaryFinding-notStated = { -not-stated }

usableDrug-inLabelOrGuideline = 承認の範囲内または学会の指針による薬剤あり
usableDrug-none = 治験・臨床試験を含めてなし
usableDrug-otherOnly = 適応外・治験等のみ

whyNot-notNeeded = 必要な人数は足りている
whyNot-fillsAnother = ほかの区分に数えている
whyNot-sameField = 診療領域が重なる
whyNot-fieldNotKnown = 診療領域が未登録
whyNot-notFullTime = 常勤ではない

quorum-title = 成立要件
quorum-met = 成立
quorum-notMet = 不成立
quorum-wentOn = 不成立のまま進めた理由
quorum-wentOnUnsaid = 記録なし
quorum-ruleSet = 適用した規則
quorum-effectiveFrom = 適用開始日
quorum-several = 1人が複数の区分を満たすこと
quorum-noLimit = 可（区分数の制限なし）
quorum-oneKey = 不可（1人1区分）
quorum-ownSequencing = 自施設でシークエンスを実施
quorum-paediatric = 小児がん症例
quorum-opinionsAgree = 全員の意見が一致
quorum-opinionsAgreeByRecord = 全員の意見が一致（登録された意見による）
quorum-distinctFields = 診療領域の異なる複数名
quorum-fullTime = 常勤
quorum-notNeeded = 対象外
quorum-noRules = この日に適用される規則がありません。

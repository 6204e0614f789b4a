### What a trial asks, and how a patient stands to it.

# $subject Word
# $written Text
trialCriterion-leaf = { $subject }: { $written }
# $text Text
trialCriterion-denied = 該当しないこと（{ $text }）
# $count Number
# $parts Text
trialCriterion-atLeast = 次のうち{ $count }つ以上（{ $parts }）
# $parts Text
trialCriterion-readings = 読み方が複数ある記載（{ $parts }）

# $found Text
trialWhy-found = 該当する所見: { $found }
# $genes Text
trialWhy-notAltered = { $genes } は検査されており、変化は検出されていない
# $genes Text
# $found Text
trialWhy-otherFindings = { $genes } の所見は { $found } で、該当しない
# $genes Text
trialWhy-notCovered = { $genes } が検査の対象か不明
trialWhy-coverageUnknown = どの遺伝子が検査されたか不明
# $found Text
trialWhy-mayBe = { $found } が該当するかは、記録からは分からない
# $value Text
trialWhy-recorded = 記録: { $value }
trialWhy-notRecorded = { quorum-wentOnUnsaid }
# $value Text
trialWhy-recordedLessExact = 記録（{ $value }）からは決まらない
# $value Text
trialWhy-bareNumber = 記録: { $value }。試験の記載は数だけで、上限か、ちょうどその数か、分からない
# $own Text
trialWhy-tumourWithin = 患者のがん種 { $own } はその分類に入る
# $own Text
trialWhy-tumourOther = 患者のがん種 { $own } はその分類に入らない
# $own Text
trialWhy-tumourLessExact = 患者のがん種の記録 { $own } は、求められる分類より広い
# $named Text
trialWhy-tumourUnknown = { $named } はOncoTreeに見つからない
# $value Text
trialWhy-microsatellitesAreAHint = { $value }。MSIはMMRの手がかりだが、MMRの検査結果ではない
trialWhy-unrestricted = 制限なし
trialWhy-person = 人が確認する項目
trialWhy-notUnderstood = プログラムが解釈できない記載
trialWhy-ticked = 担当者が確認
# $version Text
trialWhy-tickedOfAnotherVersion = 試験情報 { $version } のときの確認あり。更新後の再確認が必要
trialWhy-readings = 読み方によって結果が異なる
# $met Number
trialWhy-oneHolds = いずれかでよい: { $met }件が該当
# $needed Number
# $met Number
# $notMet Number
# $unknown Number
trialWhy-counted = { $needed }件が必要: 該当{ $met }、非該当{ $notMet }、不明{ $unknown }

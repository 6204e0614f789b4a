### What is due for whom.

worklist-checkDue = 紹介の確認予定日
worklist-waitingForAnswer = 紹介先の回答待ち
worklist-letterNotSent = 治験紹介書が未発行
worklist-recruitmentStale = 募集状況の確認が古い
worklist-awaitingPanel = エキスパートパネルの結論待ち
worklist-toExplain = 結果の説明がこれから
worklist-toFollowUp = 説明後の経過の記録がこれから
worklist-referralGoesOn = 治験紹介が継続中
worklist-matchesNotDiscussed = 未検討の治験候補あり
# $guidance Word
worklist-guidanceUnrecorded = { $guidance }の記録がありません

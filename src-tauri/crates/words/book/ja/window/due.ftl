### What is due for whom, over all cases.

due-title = 予定
due-whose = だれの予定
due-rooms-coordinator = コーディネーター
due-rooms-attending = 主治医（自分の患者）
due-rooms-chair = エキスパートパネルの座長
due-rooms-counsellor = 遺伝カウンセリング
due-emptyTitle = 予定はありません
due-emptyWhat = 症例や紹介に、次に行うことがあるとここに並びます。
# $n Number
due-count = { $n }件
# $day Text
due-by = 予定日 { $day }
# $day Text
due-since = { $day }から
# $who Word
due-waits = 待ち: { $who }
# $trial Text
due-trial = 治験 { $trial }
# $trials Text
due-trials = 候補: { $trials }
# $candidates Number
# $pursued Number
# $wish Number
# $tested Number
# $confirmed Number
# $relatives Number
due-figures = 遺伝を確認する所見 { $candidates }件 · 対応中 { $pursued }件 · うち開示を希望 { $wish }件 · 確認検査の結果あり { $tested }件（確定 { $confirmed }件） · 血縁者の検査 { $relatives }件

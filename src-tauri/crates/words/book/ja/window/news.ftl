### What became known since cases were weighed.

news-title = 新しい知見
news-emptyTitle = 新しい知見はありません
# $n Number
news-emptyWhat = { $n }症例を、検討した時点の知識の版と現在の版とで比較しました。知識は設定の「知識」で取り込みます。
# $shown Number
# $total Number
# $n Number
news-count = { $total }症例に新しい知見（{ $shown }症例を表示、{ $n }症例を比較）
# $at Text
# $n Number
news-since = { $at }以後に変わった知識 { $n }件。どう扱うかは人が決めて記録します。
# $at Text
news-weighed = { $at }以後
# $n Number
news-more = ほか{ $n }件
# $version Text
news-former = 検討時の版 { $version }
news-noFormer = 検討時にはなかった
# $version Text
news-asOf = { $version } の時点
# $which Text
news-choose = { $which } を選択
# $n Number
news-showAll = { $n }件すべて表示
news-fewer = 一部だけ表示
news-reason = 理由
news-reasonHint = 「関係しない」「再検討」には理由が必要です
news-needsReason = 理由を入力してください
# $n Number
news-seen = 確認済にする（{ $n }件）
# $n Number
news-notRelevant = この患者には関係しない（{ $n }件）
news-takeUp = 再検討する
news-amend = 再検討のため修正版を始める
news-open = 表示する
news-fold = たたむ

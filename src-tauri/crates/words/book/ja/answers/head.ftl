### How the journal's end stands to its keyed copy.

# $count Text
head-sound = 記録と控えは{ $count }件で一致しています
# $head Text
# $journal Text
head-behind = 記録は{ $journal }件あり、控え（{ $head }件）の続きです（控えを書く前に電源が切れたとみられます）
# $unreadable Text
# $head Text
head-worn = 控え（head.log）の{ $unreadable }件が読めません（電源断または破損）。読める最後の控え（{ $head }件）は記録と一致しています
head-missing = 控え（head.log）がないため、記録が短くされていても分かりません
head-unreadable = 控え（head.log）に、このストアの鍵で書かれた行がありません
# $head Text
# $journal Text
head-ahead = 控えには{ $head }件あるのに、記録は{ $journal }件しかありません。末尾が失われたか、古い store.db に戻されています
# $count Text
head-differs = 記録の{ $count }件目が控えと異なります。記録が書き直されています

### Trials beside a case.

trials-title = 治験・臨床試験との照合
trials-match = 照合する
trials-again = もう一度照合する
trials-hint = 取り込んだ試験の一覧と、この症例に記録された内容を、基準ごとに照らします。外部には問い合わせません。
trials-none = 募集中の試験は一覧にありません。試験は「entaku-cli trials import」で取り込みます。
trials-group-met = 記録された基準をすべて満たす試験
trials-group-unknown = 確認が必要な試験
trials-group-notMet = 満たさない基準がある試験
trials-state-met = 満たす
trials-state-notMet = 満たさない
trials-state-unknown = { partState-unknown }
# $day Text
trials-asOf = { $day }時点
trials-noDay = 時点の記載なし
trials-stale = 情報が古い可能性
trials-armClosed = この群は募集していない
trials-canChange = 時期により変わりうる
# $n Number
trials-more = 残り{ $n }件
trials-tick = 確認した結果を記録する
trials-tickNote = 備考
# $name Text
# $role Text
# $at Text
trials-tickedBy = { $name }（{ $role }）が{ $at }に記録
# $version Text
trials-tickedBefore = 試験の以前の版（{ $version }）についての記録。現在の版で改めて確認してください
trials-asReferred = 紹介時の照合
# $name Text
trials-stoodBy = { $name }が確認

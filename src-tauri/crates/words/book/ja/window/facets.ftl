### Conditions on the table of findings, saved views, columns, verdicts on many at once.

facets-open = 条件
# $n Number
facets-openWith = 条件（{ $n }）
facets-title = 条件で絞り込む
facets-clear = 条件を解除
facets-words = 語
facets-or = 、
facets-judged = 判定の状態
facets-state-open = 未判定
facets-state-deferred = { verdict-deferred }
facets-state-judged = 判定済み
facets-state-notNeeded = 判定不要
facets-origin = { finding-origin }
facets-effect = { finding-effect }
facets-laboratory = { verdict-laboratory }
facets-nothingSaid = { buildSource-notStated }
facets-vaf = VAF（%）
facets-from = 以上
facets-to = 以下
# $from Number
# $to Number
facets-vafBetween = VAF { $from }～{ $to } %
# $from Number
facets-vafFrom = VAF { $from } %以上
# $to Number
facets-vafTo = VAF { $to } %以下
facets-noNumber = 数字で入力してください（例：5）。
# $n Number
# $all Number
facets-shown = { $all }件中 { $n }件
# $n Number
facets-more = ほか{ $n }種類
facets-columns = 表示する列
facets-views = 保存した表示
facets-noViews = 保存した表示はありません。
facets-viewName = この表示の名前
facets-save = 表示を保存
# $name Text
facets-saved = 表示「{ $name }」を保存しました
# $name Text
facets-forget = 「{ $name }」を削除
facets-kept = 条件・並び順・列を、この画面の設定として保存します（患者の情報は含みません）。
# $n Number
bulk-open = まとめて判定…（{ $n }件）
bulk-title = 条件に合う所見をまとめて判定
# $n Number
bulk-what = 次の条件に合う{ $n }件に、同じ判定を記録します。
# $n Number
bulk-judgedToo = 判定済みの{ $n }件も改める
bulk-all = 条件なし（この種類のすべて）
bulk-class = { verdict-own }
bulk-reason = 理由
bulk-reasonHint = 条件と件数も、判定の根拠に記録されます。
# $reason Text
# $conditions Text
# $n Number
bulk-recorded = { $reason }（一括判定：{ $conditions }、{ $n }件）
bulk-none = 条件に合う未判定の所見はありません。
bulk-severalKinds = この一覧には種類の異なる所見があり、共通の判定尺度がありません。
# $n Number
bulk-confirm = { $n }件の判定を記録
# $n Number
bulk-done = { $n }件の判定を記録しました

### What is known of a finding.

evidence-title = 知識
evidence-none = この所見について取り込まれている知識はありません（設定の「知識」で取り込めます）。
evidence-disease = がん種
evidence-allDiseases = すべて
evidence-thisTumour = このがん種・上位・下位・がん種不問
evidence-level = レベル
evidence-direction = 方向
evidence-allDirections = すべて
evidence-citeVerdict = 判定の根拠に
evidence-overview = 知識のまとめ
evidence-overviewWhat = 所見ごとに、成り立つものから順に示します。点数にはまとめません。
evidence-overviewOpen = 症例全体の知識を調べる
evidence-overviewNone = この症例の所見について取り込まれている知識はありません。
# $n Number
evidence-overviewMore = ほか{ $n }行
evidence-allLevels = すべて
evidence-submitted = 未査読の行も表示
# $drug Text
# $acting Text
# $failing Text
evidence-conflict = { $drug }：効くとする行（{ $acting }）と、効かないとする行（{ $failing }）があります。
evidence-filtered = 条件に合う行はありません
evidence-may = 可能性
evidence-doesNotHold = この所見では成り立たない
# $reason Text
evidence-setAsideBecause = この患者には当てはまらない：{ $reason }
evidence-more = 詳しく
evidence-less = たたむ
evidence-cite = 推奨の根拠に
evidence-setAside = 当てはまらない…
evidence-setAsideReason = 当てはまらない理由
evidence-setAsideSave = 記録する
evidence-takeBack = 戻す
# $at Text
evidence-updated = 公開元での最終更新 { $at }（査読日ではありません）
evidence-companion = コンパニオン検査
evidence-role = 遺伝子の役割
evidence-hotspot = ホットスポット
# $n Number
evidence-tumours = 腫瘍 { $n }例
# $n Number
evidence-sameChange = 同じ変化 { $n }例
evidence-frequency = 集団頻度
# $file Text
evidence-notInFile = { $file } にはこの変化の記録がありません（頻度0とは限りません）
evidence-proposed = 判定基準の候補
evidence-takeCriterion = 判定の補助に採る
evidence-proposedHint = 採用するかどうかは、判定の補助で人が確認して決めます。
evidence-leaveOut = 外す
evidence-citedHint = 記録した時点の内容（版・レベル・文献）が推奨とともに残ります。
evidence-code = コード
# $address Text
evidence-codeOf = { $address } の二次元コード
evidence-copy = 所在をコピー
evidence-copied = 所在をコピーしました。
evidence-codeClose = 閉じる

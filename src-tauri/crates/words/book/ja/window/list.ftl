### The list of cases.

list-title = 症例一覧
list-search = 症例番号・がん種・遺伝子で検索
list-record-treatments = 治療歴
list-record-case = 臨床・検査の情報
list-record-patient = 患者の情報
list-record-findings = 所見
list-record-panel = パネルの記録（意見・判定・まとめ・議事録）
list-record-germline = 生殖細胞系列の所見
list-record-recommendations = { report-recommendations }
list-record-referrals = 治験への紹介
# $field Text
list-foundIn = 一致：{ $field }
list-clear = 検索を消す
list-intake = レポート原案を読み込む
list-caseNo = { case-number }
list-status = { referral-status }
list-received = { case-receivedOn }
list-days = 経過
# $n Number
list-overdue = 受領から{ $n }日を超えて、まだ患者に説明されていません
# $n Number
# $days Number
list-overdueCount = 受領から{ $days }日超・未説明 { $n }件
# $n Number
list-daysAgo = { $n }日
list-patient = 性別・年齢
list-tumour = { clinical-tumourType }
list-panel = { test-panel }
list-progress = { verdict-own }
list-noFindings = 所見なし
# $shown Number
# $total Number
list-count = { $total }件中 { $shown }件を表示
list-emptyTitle = 症例はまだありません
list-emptyWhat = まず、検査会社から受け取ったレポート原案を読み込みます。読み込む前に内容を確認でき、確定するまで何も保存されません。
list-nothingFound = 条件に合う症例はありません
list-nothingFoundWhat = 検索語を短くするか、状況の絞り込みを「すべて」に戻してください。

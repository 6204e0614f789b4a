### A case on the table: its strip, its parts, overview, history, data taken out.

strip-patient = 患者
strip-reveal = 氏名を表示
strip-hide = 氏名を隠す
strip-revealNote = 表示はアクセス記録に残ります。
# $n Number
strip-days = 受領から{ $n }日
# $n Number
strip-revision = 第{ $n }版 確定済
# $n Number
strip-revisionNo = 第{ $n }版
strip-past = 過去の時点の表示（変更できません）
strip-backToNow = 現在の状態に戻る
strip-content = 腫瘍細胞
strip-wish = 開示希望

parts-label = 症例の構成
parts-counts = 判定済み／要判定
# $advice Number
# $trials Number
parts-advised = 推奨 { $advice }・紹介 { $trials }
# $given Number
# $of Number
parts-given = { $of }名中 { $given }名
parts-held = 記録済み
parts-overview = 概要
parts-shortVariant = 置換・挿入・欠失
parts-copyNumber = { finding-copyNumber }
parts-rearrangement = 再構成
parts-biomarker = { kind-biomarker }
parts-other = その他
parts-germline = { origin-germline }
parts-treatment = 推奨・治験
parts-agreement = 意見・合意
parts-meeting = 開催記録
parts-documents = 報告書
parts-history = 履歴
# $judged Number
# $all Number
parts-progress = { $all }件中{ $judged }件判定済み
parts-next = 次にすること
parts-yours = あなたがすること
parts-theirs = ほかの担当者がすること
parts-own = 本人
parts-reminders = 確かめること
parts-nothingLeft = 確定の条件がそろっています
parts-goFinalise = 報告書へ
# $n Number
parts-nextJudge = 判定が必要な所見 { $n }件

overview-title = 概要
overview-left = 判定の進み
overview-details = { part-details }
overview-edit = 患者・臨床情報を編集
overview-editHint = 編集のために氏名などを表示します。表示はアクセス記録に残ります。
overview-saveDetails = 患者・臨床情報を記録
overview-savedDetails = 患者・臨床情報を記録しました
overview-sources = { finding-sources }
overview-addSource = ファイルを追加
# $name Text
# $at Text
overview-loadedBy = { $name }が{ $at }に読み込み
overview-comments = 検査会社からの備考
overview-test = 検査・検体
overview-addTreatment = 治療歴を追加
overview-removeTreatment = 削除
overview-from = 開始日
overview-to = 終了日
overview-askedOn = 意思を確認した日
overview-askedBy = 確認した人
overview-group-patient = 患者
overview-group-clinical = 臨床情報
overview-group-specimen = 検体
overview-group-wish = 開示の意思
overview-summary = パネルのまとめ
overview-ledger = 管理簿
overview-day = 日付
overview-remark = 備考
overview-happened = あり
overview-record = 記録
overview-yes = あり
overview-no = なし
overview-noSummary = まだ書かれていません。
overview-badDate = 2026-11-22 の形で入力してください。
# $low Number
# $high Number
overview-badNumber = { $low }〜{ $high }の整数で入力してください。

history-title = 履歴
history-when = 日時
history-who = 記録者
history-what = 内容
history-hash = ハッシュ
history-asOf = この時点を見る
history-hint = 記録は追記だけで、あとから書き換えられません。

figures-title = 図
figures-none = 図なし

exports-title-ledger = 管理簿を書き出す（CSV）
exports-title-ccat = C-CAT「EP後」項目を書き出す（CSV）
exports-title-case = 症例の全記録を書き出す（JSON）
exports-ledger = 管理簿CSV
exports-ccat = EP後項目CSV
exports-case = 全記録JSON
exports-warning-ledger = 患者の氏名とIDを含むファイルです。保管と受け渡しに注意してください。
exports-warning-ccat = C-CAT登録IDと治療内容を含むファイルです。保管と受け渡しに注意してください。
exports-warning-case = 患者の氏名・IDと、生殖細胞系列（二次的所見）を含むすべての記録を書き出します。エキスパートパネル用です。患者には渡さないでください。
exports-from = 受領日（始め）
exports-to = 受領日（終わり）
exports-daysHint = 空欄のときはすべての症例
exports-written = 書き出しました。
exports-file = ファイル
exports-cases = 症例数
exports-rows = 行数（見出しを除く）
exports-copy = 保存先をコピー
exports-copied = コピーしました
exports-openFolder = フォルダーを開く
overview-glance = 症例の要点
overview-keyFindings = 判定で重視する所見
overview-noKeyFindings = 判定待ち、または重視する所見はありません。
overview-noTreatments = 治療歴は記録されていません。
overview-noDates = 日付の記録なし
overview-goesOn = 継続中
# $n Number
overview-lineOf = { $n }次
overview-noAdvice = 推奨・紹介はまだありません。

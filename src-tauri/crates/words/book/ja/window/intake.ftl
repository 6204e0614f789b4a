### Loading files.

intake-title = レポート原案を読み込む
# $no Text
intake-addTo = 症例 { $no } にファイルを追加
intake-choose = ファイルを選ぶ
intake-chooseFolder = フォルダーを選ぶ
# $file Text
intake-readingFile = { $file } を読み込んでいます…
intake-stop = 中止
# $n Number
intake-refused = 読み込めないファイルが{ $n }件あります。ほかのファイルは登録できます。
# $names List
intake-passedOver = 対象外：{ $names }
# $n Number
# $names List
intake-doneBut = { $n }件を登録しました。登録できなかったファイル：{ $names }
intake-path = ファイルの場所
intake-pathHint = 場所を直接入力することもできます。対応形式：CATS JSON、VCF、FoundationOne・GenMineTOPのXML、Guardant360のExcel、BCF、MAF、C-CATのCSV、TSO500、Oncomine
intake-dropHere = ここに置くと内容を確認します（まだ保存されません）
intake-dropBusy = 入力中の画面を閉じてから、ファイルを置いてください。
intake-emptyTitle = ファイルを選ぶか、この画面に置いてください
intake-emptyWhat = 複数のファイルを一度に置けます。形式はファイルの中身から判定します。
intake-proposed = ファイルに書かれていた内容を入れてあります。確かめ、必要なら直してから登録してください。
intake-proposedBatch = ファイルごとに、そのファイルに書かれている患者情報を使います。登録後に概要で直せます。
intake-statements = { finding-statements }
# $n Number
intake-statementsCount = { $n }件（登録後、所見ごとに表示）
intake-sampleNeeded = どの検体・登録を読み込むか選んでください。
# $how Text
intake-chosenSo = 現在：{ $how }
intake-asFound = 自動で判定
intake-inspect = 内容を確認
intake-nothingStored = 確認の段階では何も保存されません。
intake-file = ファイル
intake-format = 形式
intake-version = 版
intake-ledger = レコードの内訳
# $read Number
# $kept Number
# $aside Number
intake-ledgerLine = 読込 { $read } ＝ 採用 { $kept } ＋ 除外 { $aside }
intake-asideWhy = 除外の理由
intake-asideRecords = 除外したレコード
# $n Number
intake-asideFirst = 先頭{ $n }件を表示しています。すべての内容は保存される原本に残ります。
intake-findings = 採用した所見
intake-notes = 読み込み時の注意
intake-noNotes = 注意はありません。
# $n Number
intake-times = 同じ内容 { $n }件
# $cases Text
intake-known = このファイルまたは検査は、すでに登録されています：{ $cases }
intake-knownWhat = 重複して登録しないよう、既存の症例を確認してください。
intake-assembly = { test-assembly }
intake-receivedOn = { case-receivedOn }
intake-receivedOnHint = 空欄なら今日の日付になります。
intake-assemblyHint = ファイルに記載がありません。検査会社の資料で確認して選んでください。
intake-assemblyUnknown = 不明のまま進める
# $how Text
intake-assemblyGuessed = { $how }。違う場合は選び直してください。
intake-sample = { test-tumourSample }
intake-details = { part-details }
intake-detailsHint = ファイルに患者の情報は含まれません。ここで入力するか、あとで概要から入力できます。
intake-confirm = 症例として登録
intake-confirmAdd = 症例に追加
intake-batch = ファイルごとに別の症例にする
intake-severity-info = 情報
intake-severity-warning = 注意
intake-severity-error = 要確認
intake-place = 場所
intake-said = 内容
intake-hint = 対応
# $no Text
intake-done = 症例 { $no } を登録しました
# $n Number
# $all Number
intake-fileOf = { $all }ファイル中 { $n }件目

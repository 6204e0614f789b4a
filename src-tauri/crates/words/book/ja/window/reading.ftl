### How a finding reads: transcripts, what would read otherwise now, words of heredity.

consequence-speaks = 表示中
consequence-severer = より重い影響
consequence-severerElsewhere = 他に重い影響
# $n Number
consequence-more = ほか{ $n }件は下の一覧にあります。
# $grade Text
consequence-impact = 影響度 { $grade }
consequence-order = 選択順の版
consequence-reason = 選んだ理由
consequence-reasonHint = 例：当施設で検証済みの転写産物、論文・ガイドラインの表記に合わせる
consequence-now = 現在の表示
consequence-then = 選んだ後の表示
consequence-what = この所見の遺伝子・変化・影響の表示、過去の判定との照合、報告書の記載が、選んだ転写産物のものに変わります。ほかの転写産物の記載は残り、あとで選び直せます。
# $transcript Text
consequence-chosen = { $transcript } で表示しました

passages-clear = この患者のことではない…
passages-title = この患者のことではない文章
passages-what = 遺伝に関わる言葉を含むこの文章が、この患者の所見について述べたものではないことを、理由とともに記録します。文章を書き換えると、もう一度確認が必要になります。
passages-reason = 誰のこと、または載せてよい理由
passages-reasonHint = 例：配偶者の病歴の記載、検査の一般的な説明
passages-confirm = 確認したことを記録
passages-cleared = この患者のことではないと記録しました

# $n Number
readAnew-count = { $n }件
readAnew-why = ファイルを読み込んだ後に、読み取り方（プログラム、または施設の優先転写産物リスト）が変わりました。所見の内容はまだ何も変わっていません。所見ごとに理由とともに決めるまで、署名と確定はできません。
readAnew-look = 内容を比べて決める
readAnew-fold = たたむ
readAnew-part = 項目
readAnew-was = 読み込み時の内容
readAnew-now = 現在の読み取り
readAnew-kind = 種類
readAnew-noFinding = 現在の読み取りでは、このレコードは所見になりません。
readAnew-onlyKeep = 新しい読み取りは採れません。
readAnew-becauseKind = 所見の種類が変わるため、この番号のままにはできません。
readAnew-becauseOrigin = 由来（体細胞・生殖細胞系列）が変わるため、この番号のままにはできません。
readAnew-because = 所見の種類または由来が変わるため、この番号のままにはできません。
readAnew-instead = 読み込み時のままとし、必要なら正しい所見を手入力して、この所見は理由を記入して判定を保留にしてください。
readAnew-instead0 = 読み込み時のままとし、必要なら理由を記入して判定を保留にしてください。
readAnew-show = 所見を表示
readAnew-all = すべて選択
readAnew-none = 選択を解除
# $n Number
readAnew-selected = { $n }件を選択中
readAnew-reason = 決めた理由
readAnew-reasonHint = 選択した所見すべてに、この理由を記録します。
readAnew-take = 新しい読み取りを採る
readAnew-keep = 読み込み時のまま
readAnew-needPicked = 決める所見を選択してください。
readAnew-needReason = 理由を入力すると記録できます。
# $ids List
readAnew-cannot = { $ids } は新しい読み取りを採れません。選択から外すか、「読み込み時のまま」を選んでください。
# $n Number
readAnew-taken = { $n }件の所見で、新しい読み取りを採りました
# $n Number
readAnew-kept = { $n }件の所見を、読み込み時のままとしました
readAnew-appeared = 現在の読み取り方で初めて所見になるレコード
readAnew-appearedWhat = この症例の所見には入っていません。検討するものは「所見を手入力」で追加してください。
# $n Number
readAnew-appearedFirst = 先頭{ $n }件を表示しています。
readAnew-unreadable = 読み直せなかったファイル
readAnew-unreadableWhat = 原本を現在の読み取り方で読み直せませんでした。所見は読み込み時のままです。

heredityWords-title = 遺伝に関わる言葉
# $version Text
heredityWords-what = 開示を希望していない患者の症例で、人が書いた文章からこれらの言葉を探し、不足事項として示します（プログラムの一覧の版 { $version }）。表記のゆれ（全角・半角、ひらがな・カタカナ、大文字・小文字）は区別しません。
# $n Number
heredityWords-shipped = プログラムの言葉 { $n }件（外せません）
heredityWords-inForce = 現在適用
# $n Number
heredityWords-entries = { $n }件
heredityWords-noList = 施設で加えた言葉はありません。
heredityWords-emptied = 施設で加えた言葉をすべて外しました。
heredityWords-lines = 施設で加える言葉（1行に1つ）
heredityWords-linesHint = 例：当院の外来や文書の呼び名。英数字5文字以内の略語は、単独で書かれたときだけ探します。# で始まる行は読みません。
heredityWords-reason = 変更の理由
heredityWords-reasonHint = 氏名・日時とともに履歴に残ります。
heredityWords-save = 言葉を保存
heredityWords-saved = 遺伝に関わる言葉を保存しました。未確定の症例と、これから発行する文書に適用されます。
heredityWords-back = 保存した内容に戻す
# $n Number
heredityWords-earlier = 以前の一覧 { $n }件
heredityWords-fill = この版を入力欄へ

preferred-title = 優先する転写産物
# $order Text
preferred-what = ここに挙げた転写産物を、遺伝子ごとに MANE Select より先に選びます（選択順の版 { $order }）。どの遺伝子を表示するかは変わりません。
preferred-whatOpen = 登録済みの症例の内容は自動では変わりません。未確定の症例で表示が変わる所見は、症例を開いたときに示され、人が決めます。
preferred-inForce = 現在適用
# $n Number
preferred-entries = { $n }件
preferred-noList = 施設のリストはありません。MANE Select から選びます。
preferred-emptied = リストを空にしました。MANE Select から選びます。
preferred-lines = 転写産物のリスト（1行に「遺伝子 転写産物」）
preferred-linesHint = 例：TP53 NM_000546.6　版番号（.6）の違いは区別しません。# で始まる行は読みません。
preferred-reason = 変更の理由
preferred-reasonHint = 何に基づくかも書きます。氏名・日時とともに履歴に残ります。
preferred-save = リストを保存
preferred-saved = 優先する転写産物を保存しました。これから読み込むファイルに適用されます。
preferred-back = 保存した内容に戻す
# $n Number
preferred-earlier = 以前のリスト { $n }件
preferred-fill = この版を入力欄へ

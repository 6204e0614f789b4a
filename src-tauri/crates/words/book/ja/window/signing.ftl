### Signatures, templates, reference genomes, checking a document.

signing-title = { report-signatures }
signing-what = 内容が変わると署名は無効になり、どの変更によるかがここに残ります。
signing-state-missing = 未署名
signing-state-standing = 有効
signing-state-void = 無効
signing-needed = 必要
signing-optional = 任意
signing-notOpen = 確定までに必要なことを済ませると署名できます。
signing-sign = 署名する
signing-signAll = まとめて署名
signing-dialog = 報告書の原案に署名します
signing-dialogWhat = 署名は、いま表示されている内容に対するものです。署名する方ご本人がパスワードを入力してください。サインイン中の方は変わりません。
signing-capacities = 署名する立場
# $n Number
# $capacities Text
signing-severalByOne = 1人で{ $n }つの立場（{ $capacities }）を兼ねて署名します。別の人の目を通すかどうかは、パネルで決めてください。
# $name Text
# $capacities Text
signing-oneHand = { $capacities }は、同じ人（{ $name }）の署名です。
signing-signIn = 署名する方のサインイン名
signing-password = 署名する方のパスワード
signing-confirm = 署名を記録
signing-done = 署名を記録しました
signing-rule = 報告書の署名
signing-ruleWhat = 確定に必要な署名を、この施設の規則として決めます。確定済みの版は変わりません。
signing-distinct = 立場ごとに別の人が署名する
signing-reason = 変更の理由
signing-save = 規則を保存
signing-saved = 署名の規則を保存しました
# $n Number
signing-history = 変更の記録（{ $n }件）
signing-none = 署名を求めない

template-title = { report-template }
template-what = ロゴ・用紙・定型の文言と、省いてよい部分を決めます。所見・判定・推奨・成立の判定・標準の注意書きは省けません。確定済みの版と発行済みの文書は変わりません。
template-logo = ロゴ（すべての文書の最初のページ、施設名の左）
template-logoHint = PNGかJPEG。512 kB、縦横2000ピクセルまで。印刷される大きさは幅50 mm、高さ12 mmまで。
template-logoChoose = ファイルを選ぶ
template-logoOther = 別のファイルを選ぶ
template-logoRemove = ロゴを外す
template-logoNone = ロゴはありません。
template-logoAlt = 施設のロゴ
# $wide Text
# $tall Text
# $dots Number
template-logoPrinted = 印刷時 { $wide } × { $tall } mm（{ $dots } dpi）
template-logoCoarse = 画素が少なく、印刷すると粗く見えます。もっと大きな画像があれば、そちらを選んでください。
template-paper = 用紙（すべての文書）
# $version Text
template-version = 現在の版: { $version }
template-none = 施設のひな形はまだありません。
template-caution = 注意書き（標準の注意に続けて印刷）
template-closing = 結びの文言（報告書の末尾に印刷）
template-costs = 患者説明書の「費用」（空欄なら高額療養費制度についての標準の文を印刷）
template-costsEn = 同じ内容の英語
template-support = 患者説明書の「相談の窓口」（空欄ならがん相談支援センターについての標準の文を印刷）
template-supportEn = 同じ内容の英語
template-leaveOut = 省く部分
template-reason = 変更の理由
template-save = ひな形を保存
template-saved = ひな形を保存しました
template-preview = 最新の症例で試し刷りを表示
template-hide = 試し刷りを閉じる
# $n Number
template-history = 変更の記録（{ $n }件）
template-restore = この版を入力欄へ

references-title = 参照ゲノム
references-what = この端末にあるFASTA（GRCh37・GRCh38）を登録すると、読み込むファイルの参照アレル（REF）をその位置の塩基と照合し、挿入・欠失の位置を揃え、ゲノムビルドの誤りを知らせます。配列は保存も送信もしません。索引（.fai、bgzipでは.gziも）が同じ場所に必要です。
references-none = 未登録
references-ok = 使用できます
references-bad = 使用できません
# $build Text
references-choose = { $build }のFASTAを選ぶ
references-remove = 登録を解除
# $count Number
references-contigs = コンティグ{ $count }本
# $build Text
references-registered = { $build }の参照ゲノムを登録しました。
# $build Text
references-removed = { $build }の参照ゲノムの登録を解除しました。

documentCheck-title = 手元のPDFを確認
documentCheck-what = このストアで確定・発行された文書と1バイトも違わないかを調べます。ファイルは記録も保存もしません。ここへドラッグもできます。
documentCheck-choose = PDFを選ぶ
documentCheck-code = またはページ下端のコード
documentCheck-codeHint = 二次元コードの文字列（ENTAKU1/…）か、その横のハッシュの先頭12桁以上
documentCheck-ask = コードを照合
documentCheck-verdict-identical = 同一
documentCheck-verdict-changed = 一致しません
documentCheck-verdict-draft = 確定文書ではありません
documentCheck-verdict-named = コードは記録と一致
documentCheck-verdict-unknown = このストアの文書ではありません
documentCheck-at = 確定・発行
documentCheck-openCase = 症例を開く

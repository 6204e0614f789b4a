### The help and the tour of the window.

help-title = 使い方
help-search = 使い方を検索
help-topics = 項目
help-glossary = 用語・略語
help-licences = ライセンス
# $n Number
help-licencesWhat = Entaku は Apache License 2.0 のもとで提供されます。次の{ $n }個のソフトウェアと書体を含みます。名前を押すと、条件の全文が開きます。
help-licencesNone = 全文は添付されていません。
help-none = 見つかりません。短いことばで探してください。
# $n Number
help-found = { $n }件見つかりました
# $title Text
help-picture = 「{ $title }」の画面

tour-title = 画面の案内
tour-next = 次へ
tour-back = 前へ
tour-skip = 案内を終える
tour-done = 始める
# $at Number
# $of Number
tour-step = { $at } / { $of }

tour-head-list = 症例の一覧
tour-head-glance = 症例の要点
tour-head-next = 次にすること
tour-head-findings = 所見の表
tour-head-verdict = 判定
tour-head-opinions = 意見と合意
tour-head-treatment = 推奨と治験への紹介
tour-head-report = 署名と確定
tour-head-help = 困ったときは

tour-text-list = 症例は1行に1例です。行を選んで開きます。検査会社から届いたレポート原案は、ここから読み込みます。
tour-text-glance = 患者の経過、検体、判定で重視する所見、推奨と紹介が一目で分かります。
tour-text-next = 確定までに残っていることが並びます。押すと、その場所へ移ります。
tour-text-findings = 検査会社・C-CAT・EPの判定が横に並びます。まだ判定していない所見が先に来ます。
tour-text-verdict = 区分を選び、根拠を書いて記録します。円卓は判定しません。判定するのは人です。
tour-text-opinions = 構成員の意見を集めます。自分の意見を記録するまで、ほかの人の意見は見えません。
tour-text-treatment = 推奨する治療、または「推奨なし」とその理由を記録し、治験への紹介とその後を追います。
tour-text-report = 残っている項目を確かめ、署名して確定します。確定した報告書は変わりません。
tour-text-help = 使い方はいつでも開けます。この案内も、使い方か検索・操作からもう一度見られます。

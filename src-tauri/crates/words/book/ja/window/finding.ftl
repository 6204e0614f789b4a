### The table of findings, one finding, a finding entered by hand.

table-select = 選択
table-gene = { finding-gene }
table-change = { finding-change }
table-depth = 深度
table-copies = { finding-copyNumber }
table-reads = 支持リード
table-value = { finding-value }
table-flags = 注記
table-filter = 遺伝子・変化で絞り込み
table-empty = この種類の所見はありません。
table-emptyFilter = 絞り込みに合う所見はありません。
# $left Number
# $all Number
table-count = { $left ->
    [0] { $all }件・判定完了
   *[other] { $all }件・未判定 { $left }件
}
# $n Number
table-folded = ほか{ $n }列は詳細に
table-sort = 並び順
table-sortNeeds = 未判定を先に
table-sortGene = 遺伝子名
table-sortVaf = VAFの高い順
table-sortSource = ファイルの順
# $n Number
table-selected = { $n }件を選択中
table-judgeSelected = まとめて判定
table-clearSelection = 選択を解除
table-selectUnjudged = 未判定をすべて選択
table-notNeeded = 判定不要
# $in List
table-differ = 意見相違：{ $in }
table-sourcesDiffer = ファイル相違
table-contradicts = 記載の矛盾
table-byHand = 手入力
table-germlineOrigin = { origin-germline }
# $n Number
table-opinions = 意見{ $n }
table-reported = 報告対象
table-notReported = 報告対象外
table-germlineQuestion = 由来を確認
table-germlineMatter = 開示の意思に関わる所見
table-withheld = 記載しない
table-unjudged = { verdict-none }
table-actionable = { verdict-actionable }

detail-empty = 所見を選ぶと、ここに詳細と判定欄が表示されます。
detail-close = 詳細を閉じる
detail-seen = 見つかったもの
detail-sections = 詳細の項目
detail-to-seen = 所見
detail-to-sources = 原典
detail-to-evidence = 知識
detail-to-recall = 過去の判定
detail-to-opinions = 意見
detail-to-germline = { origin-germline }
detail-verbatim = 原文どおりの記載
detail-position = { finding-position }
detail-reads = リード
# $alt Number
# $depth Number
detail-altOf = 変異リード { $alt } / 深度 { $depth }
detail-germline = 生殖細胞系列の判定
detail-germlineReason = 判断の理由
# $wish Text
detail-germlineWish = 開示希望：{ $wish }
detail-recall = 過去の判定
detail-recallSame = 同じ変異
detail-recallTumour = 同じ遺伝子・同じがん種
detail-recallGene = 同じ遺伝子
# $more Number
# $day Text
# $said Text
detail-recallDiffers = 同じ変異への過去の判定と異なります（{ $day }「{ $said }」{ $more ->
    [0] {""}
   *[other] ほか{ $more }件
}）。
detail-recallNone = このストアに過去の判定はありません。
detail-opinions = 構成員の意見
detail-opinionsNone = まだ意見はありません。
# $in List
detail-opinionDiffer = 意見が分かれています（{ $in }）。
detail-myOpinion = 自分の意見
detail-comment = コメント
detail-concern = 生殖細胞系列の懸念あり
detail-opinionSave = 意見を記録
detail-ccat = C-CATの判定（転記）
detail-ccatHint = C-CAT調査結果の記載をそのまま入力します。空欄にすると取り消します。
detail-earlier = この症例での以前の判定
detail-sources = 入力ファイルの記載
# $file Text
detail-further = { $file } の記載
detail-byHand = 手入力
detail-sample = 検体
detail-source = ファイル
detail-nothing = { -not-stated }
# $n Number
detail-several = { $n }件の所見をまとめて判定
detail-severalHint = 同じ区分と根拠を、選択したすべての所見に記録します。
# $n Number
detail-severalMore = ほか{ $n }件

enter-title = 所見を手入力
enter-kind = 種類
enter-reason = 出典
enter-reasonHint = 例：紙の検査報告書、検査会社からの連絡
enter-save = 所見を追加
enter-saved = 所見を追加しました。
enter-number = 数値で入力してください。
enter-vafHint = 0から1の割合（31%は0.31）
enter-assemblyHint = 位置を入力するときは必須（GRCh37・GRCh38）
enter-partnerHint = 3'側の遺伝子
enter-fields-gene = { finding-gene }
enter-fields-partner = 融合の相手
enter-fields-hgvsC = { finding-coding }
enter-fields-hgvsP = { finding-protein }
enter-fields-transcript = { finding-transcript }
enter-fields-chromosome = 染色体
enter-fields-position = 位置（1始まり）
enter-fields-assembly = { test-assembly }
enter-fields-reference = 参照アレル
enter-fields-alternate = 変異アレル
enter-fields-vaf = { finding-vaf }
enter-fields-depth = { finding-depth }
enter-fields-alternateDepth = 変異・支持リード数
enter-fields-alteration = 変化の種類
enter-fields-marker = マーカー（TMB・MSI・LOH）
enter-fields-state = { finding-state }
enter-fields-organism = 生物種
enter-fields-value = { finding-value }
enter-fields-unit = 単位
enter-fields-laboratoryVerdict = { differ-verdict }

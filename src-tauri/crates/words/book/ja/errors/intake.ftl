### Why a file could not be read at all.

# $kind io|empty|unknownFormat|encoding|damaged|tooLarge|noSuchSample|cancelled?
# $place Word
# $found Word
# $expected Text?
# $hint Text?
intakeFailure-file = { $kind ->
    [io] ファイルを読み取れません。ファイルの場所と読み取り権限を確認してください。
    [empty] ファイルが空です。検査会社から受け取ったファイルを確認してください。
    [unknownFormat] 対応していない形式です。CATS JSON、FoundationOne・GenMineTOPのXML、Guardant360のExcel、VCF・BCF、MAF、C-CATのCSVなど、検査会社から届いたファイルを指定してください。
    [encoding] 文字コードを判別できません。UTF-8で保存されたファイルを指定してください。
    [damaged] ファイルが途中で切れているか、壊れています。もう一度受け取ってください。
    [tooLarge] ファイルが安全のための上限を超えています。ファイルが正しいか確認してください。
    [noSuchSample] 指定された腫瘍検体がファイルにありません。検体名を確認してください。
   *[cancelled] 読み込みを中止しました。
}何も保存していません。（{ $place }: { $found }）
# $parts List
intakeFailure-place = { JOIN($parts, " ") }
# $line Text
intakeFailure-line = { $line }行目

# $shown Text
found-noCats = CATSではないJSON（{ $shown }）
found-brokenUtf16 = 壊れたUTF-16の文字列
found-noUtf8 = UTF-8ではない文字列（Shift_JISまたはEUC-JPの可能性）
found-stop = 中止の指示
found-noSamples = 検体なし
# $most Text
found-longLine = { $most } KiBを超える行
# $cause Text
found-readError = 読み取りエラー（{ $cause }）
found-end = ファイルの終わり
# $start Text
found-start = 「{ $start }」
# $most Text
found-nestedObjects = { $most }段を超える入れ子
# $most Text
found-manyValues = { $most }個を超える値
found-folder = フォルダ
found-device = ファイルではなく装置・パイプ・ソケット
found-emptyFile = 空のファイル
found-archiveInArchive = 圧縮ファイルの中の圧縮ファイル
found-unknownFormat = 知られた形式ではない内容
# $most Text
found-largeDocument = { $most } MiBを超える文書
found-largeFile = 大きさの上限を超えるファイル
found-muchUnpacked = 展開すると上限を超えるデータ
found-bomb = 展開すると数百倍になるデータ
# $error Text
found-damagedArchive = 壊れた圧縮データ（{ $error }）
# $names Text
found-noColumns = 列のない文字列: { $names }
# $most Text
found-manyRowsOfEvidence = { $most }行を超えるエビデンス
# $most Text
found-manyFields = { $most }列を超える行
# $most Text
found-manyRows = { $most }行を超える表
# $most Text
found-manySamples = { $most }を超える検体
# $lines Text
# $size Text
found-longHeader = { $lines }行または{ $size } MiBを超えるヘッダー
# $count Text
found-sampleColumns = 検体の列{ $count }個
# $size Text
found-largeHeader = { $size } MiBのヘッダー
found-cutBcf = レコードの途中で切れたBCF
found-noSheets = シートのないExcelブック
# $error Text
found-damagedZip = 壊れたZIPファイル（{ $error }）
# $most Text
found-largeWorkbook = 展開すると{ $most } MiBを超えるブック
# $count Text
found-manyParts = 部品が{ $count }個あるブック
found-lockedZip = パスワード付きのZIPファイル
# $shown Text
found-noWorkbook = ExcelブックではないZIPファイル（内容: { $shown }）
# $column Text
# $name Text
found-cell = シート{ $name }の{ $column }列目のセル
found-muchText = 上限を超えるセルの文字数
# $rows Text
# $width Text
found-largeSheet = { $rows }行{ $width }列のシート
# $said Text
found-damagedWorkbook = 壊れたブック（{ $said }）
# $name Text
found-otherXml = <{ $name }>で始まるXML文書
# $name Text
found-elementWithoutReport = 報告を含まない<{ $name }>
# $name Text
found-noReport = 報告のない{ $name }の文書
# $name Text
found-secondDocument = <{ $name }>で始まる2つ目の文書
# $most Text
found-nestedElements = { $most }段を超える入れ子
# $start Text
found-unreadableTag = 属性を読み取れないタグ: <{ $start }
# $text Text
found-textBefore = 最初の要素より前の文字列「{ $text }」
# $name Text
# $line Text
found-endWithin = <{ $name }>（{ $line }行目で開始）の途中でファイルの終わり
found-endBefore = 最初の要素より前でファイルの終わり
# $most Text
found-manyPieces = { $most }個を超える要素・属性・文字列
found-documentType = 文書型宣言（<!DOCTYPE …>）
found-unknownMark = 「<!」の後の不明な記号
# $fault Text
found-endWithinTag = タグまたは文字列の途中でファイルの終わり（{ $fault }）
# $name Text
found-noStart = 開始のない</{ $name }>
# $other Text
found-brokenStructure = 壊れた構造（{ $other }）
# $names List
found-samples = ファイルの検体: { $names }
# $names List
found-sheets = シート{ $names }のExcelブック
# $names List
found-table = 見出しが{ $names }の表
# $names List
# $more Text
found-tableOfMore = 見出しが{ $names }ほか{ $more }列の表
# $over Text
# $said Text?
# $wanted Text?
# $found Text?
found-longRow = { $over }行にわたる行（見出し{ $wanted }列に対し{ $found }列）
found-pdf = PDF文書
found-oldBcf = 旧版（1）のBCF
found-oldOffice = 旧形式のExcelまたはWord文書
found-database = データベース
found-bzip2 = bzip2の圧縮ファイル
found-xz = xzの圧縮ファイル
found-bam = BAM（配列リード）
found-index = 圧縮ファイルの索引
found-binary = バイナリの内容

# $same Text
# $all Text
# $name Text
genome-part = { $name }と長さが一致する染色体は{ $all }本のうち{ $same }本です。ゲノムの一部だけのため、ビルドが正しいことは確かめられません。
genome-changed = ファイルまたは索引が、登録したときのものと異なります。
# $error Text
genome-unreadable = 読み取れません（{ $error }）。
genome-gzip = gzipで圧縮されており、途中から読み取れません。
genome-noFasta = 先頭が「>」ではありません。
# $ending Text
# $most Text
genome-largeIndex = 索引 .{ $ending } が{ $most } MiBを超えています。
# $file Text
# $ending Text
# $error Text
genome-unreadableIndex = 索引 { $file }.{ $ending } を読み取れません（{ $error }）。
# $what Text
genome-noIndex = 索引がなく、作ることもできませんでした（{ $what }）。
# $build Text
# $name Text
genome-otherBuild = コンティグは{ $name }ではなく{ $build }のものです。
# $whole Text
# $name Text
genome-otherLengths = { $whole }本の染色体のどれも、長さが{ $name }と一致しません。
# $error Text
genome-unreadableFai = 索引 .fai を読み取れません（{ $error }）。
# $count Text
genome-contigs = 索引 .fai のコンティグが{ $count }本です。
# $name Text
genome-beyond = 索引 .fai では { $name } がファイルの終わりを超えます。ファイルが途中で切れているか、別のファイルの索引です。
# $file Text
# $found Word
# $hint Word
genome-said = { $file }: { $found } { $hint }

genomeHint-checkPath = 場所と権限を確認してください。
genomeHint-chooseFasta = FASTAファイル（非圧縮、またはbgzipで圧縮したもの）を選んでください。
genomeHint-makeIndex = `samtools faidx ファイル` で索引を作り、もう一度登録してください。
genomeHint-compare = ファイルを配布元のものと比べ、`samtools faidx ファイル` で索引を作り直してから、もう一度登録してください。
genomeHint-anotherBuild = 正しいゲノムビルドで登録するか、別のファイルを選んでください。
genomeHint-registerAgain = 使うゲノムに間違いがなければ、もう一度登録してください。

### What the site's knowledge could not take in or answer, and what to do about it.

# $file Text
# $error Text
knowledgeFailure-file = { $file } を読み取れません。ファイルの場所と読み取り権限を確認してください。（{ $error }）
# $file Text
# $found Word
# $expected Word
knowledgeFailure-unrecognised = { $file } は対応する知識のファイルではありません（{ $found }。必要なもの: { $expected }）。種類を指定するか、公開元のファイルをそのまま指定してください。何も取り込んでいません。
# $file Text
# $line Text
# $found Word
# $expected Word
knowledgeFailure-damaged = { $file } の{ $line }行目で読み取りを中止しました（{ $found }。必要なもの: { $expected }）。ファイルを取得し直してください。何も取り込んでいません。
# $file Text
# $read Text
# $line Text
# $detail Word
knowledgeFailure-nothingKept = { $file } の{ $read }行に使える行がありません（{ $line }行目: { $detail }）。正しいファイルか確認してください。何も取り込んでいません。
# $file Text
knowledgeFailure-changing = { $file } は読み取りの途中で変更されました。書き込みが終わってから取り込んでください。何も取り込んでいません。
# $file Text
knowledgeFailure-cancelled = { $file } の取り込みを中止しました。何も取り込んでいません。
# $field Text
# $what Word
knowledgeFailure-invalid = { $field } の値を受け付けられません（{ $what }）。
# $detail Word
knowledgeFailure-rowRefused = 行を記録できません（{ $detail }）。一覧は変更していません。
# $failure Word
# $files Text
knowledgeFailure-afterOthers = { $failure } 先に選んだ { $files } は取り込み済みです。
knowledgeFailure-emptyList = この一覧にはまだ行がありません。見出しだけの表はCSVで書き出してください。
knowledgeFailure-noAddress = この文献には、番号（PMID・NCT・jRCT・DOI）から分かる所在がありません。
# $kind Word
knowledgeFailure-noList = { $kind }は施設で編集する一覧ではありません（ownList・companionTests・diseaseMap・geneRoles・panelGenes のいずれか）。
# $id Text
knowledgeFailure-noSuchImport = 番号 { $id } の取り込みはありません。取り込みの一覧で番号を確認してください。
# $id Text
knowledgeFailure-stale = この一覧は表示後に変更されました（現在は { $id }）。最新の一覧を読み込んでから、もう一度編集してください。何も変更していません。
knowledgeFailure-busy = 他のプログラムが知識を取り込んでいます。終わってから、もう一度操作してください。
# $place Text
knowledgeFailure-readOnly = { $place } に書き込めません（読み取り専用のディスクか、権限がありません）。場所と権限を確かめてください。
# $place Text
knowledgeFailure-full = { $place } のディスクに空きがありません。空きを作ってから、もう一度取り込んでください。
# $place Text
# $error Text
knowledgeFailure-damagedStore = 知識のデータベース { $place } が壊れています（{ $error }）。このファイルを別の場所に移し、知識を取り込み直してください。患者の情報は含まれていません。
# $place Text
knowledgeFailure-newer = 知識のデータベース { $place } は新しい版のEntakuで作成されています。プログラムを更新してください。
# $file Text
# $found Word
# $expected Word
# $hint Word
knowledgeFailure-vcf = { $file } は登録できません（{ $found }。必要なもの: { $expected }）。{ $hint }
# $place Text
# $error Text
knowledgeFailure-database = 知識のデータベース { $place } の操作に失敗しました。何も変更していません。（{ $error }）

setAsideReason-repeated = 同じ番号の同じ行（1行として扱います）
setAsideReason-sameIdOtherContent = 同じ番号で内容が異なる行（先の行を使います）
setAsideReason-tooFewFields = 列が見出しより少ない行
setAsideReason-tooManyFields = 列が見出しより多い行
setAsideReason-missing = 必要な列が空の行
setAsideReason-unknownWord = 決められた語でない値のある行
setAsideReason-noNumber = 数でない値のある行
setAsideReason-withdrawn = 公開元が取り下げた行

knowledgeKind-civicEvidence = CIViC エビデンス
knowledgeKind-civicAssertions = CIViC アサーション
knowledgeKind-civicVariants = CIViC バリアント
knowledgeKind-civicProfiles = CIViC 分子プロファイル
knowledgeKind-civicFeatures = CIViC 遺伝子・融合・因子
knowledgeKind-oncotree = { abbr-oncotree }
knowledgeKind-hgnc = HGNC 遺伝子名
knowledgeKind-geneRoles = 遺伝子の役割
knowledgeKind-hotspots = ホットスポット
knowledgeKind-ownList = 施設のエビデンス一覧
knowledgeKind-companionTests = コンパニオン検査・保険適用マーカー
knowledgeKind-diseaseMap = 疾患とOncoTreeの対応表
knowledgeKind-panelGenes = パネル検査の対象遺伝子
knowledgeKind-clinvar = { significanceFrom-clinvar }
knowledgeKind-frequencies = 集団での頻度
knowledgeKind-trialsClinicalTrialsGov = ClinicalTrials.gov の試験
knowledgeKind-trialsCtml = CTML の試験
knowledgeKind-trialsJrct = jRCT の試験

versionFrom-fileName = ファイル名の日付
versionFrom-content = 内容の最終更新日
versionFrom-person = 取り込んだ人の指定
versionFrom-importDay = 取り込んだ日
# $kind Text
knowledgeFailure-noSuchKind = 「{ $kind }」という種類の知識はありません。

# $field Text
# $found Text
# $expected Text
rowFault-noneOf = { $field } が「{ $found }」です。{ $expected } のいずれかを書いてください
# $field Text
rowFault-empty = { $field } が空です
# $level Text
rowFault-levelWithoutScale = レベル「{ $level }」の基準（scale）が空です。基準のないレベルは意味を持ちません
rowFault-noDisease = doid と name がどちらも空です
rowFault-noTumour = oncotree と within が空です。OncoTreeの記号、ANY、SOLID のいずれかを書いてください
# $field Text
# $found Text
rowFault-noGene = { $field } の「{ $found }」は遺伝子の記号ではありません
# $field Text
# $found Text
rowFault-noNumber = { $field } が「{ $found }」です。整数を書いてください
# $what Text
rowFault-withdrawn = { $what } は公開元が取り下げています
# $field Text
# $found Text
rowFault-notAccepted = { $field } が「{ $found }」です（accepted と submitted のみ使います）
# $found Text
# $expected Text
rowFault-fields = 値が{ $found }個あります。見出しは{ $expected }列です
# $found Text
# $expected Text
rowFault-addressesJoined = 値が{ $found }個あり、見出しは{ $expected }列です。行末の所在（URL）を1つの値にまとめました
# $id Text
rowFault-repeated = { $id } は前の行と同じ内容です
# $id Text
rowFault-sameIdOtherContent = { $id } は前の行にあり、内容が異なります。前の行を使います
rowFault-noTrialNumber = 試験の番号（nctId・protocol_no・trial_id）がありません
rowFault-noProtocol = protocolSection がありません
rowFault-noTrial = 試験ではない値です
rowFault-noRows = 見出しの下に行がありません
rowFault-noId = 番号のない行です。番号を付けてください
# $id Text
rowFault-notInList = 一覧に「{ $id }」の行はありません

# $kind Word
fileFault-kindOfVcf = 種類「{ $kind }」
fileFault-otherDocument = 別の種類の文書
fileFault-json = JSONのファイル
fileFault-compressed = 圧縮されたファイル
# $columns Text
fileFault-headerLacks = 見出しに { $columns } がない
# $header Text
fileFault-headerUnknown = 見出し「{ $header }」
fileFault-folder = フォルダー
fileFault-device = 機器またはパイプ
fileFault-noTrial = 試験がない
# $mebibytes Text
fileFault-size = { $mebibytes } MiB
fileFault-cellsOutOfPlace = ありえない位置のセル
fileFault-emptyWorkbook = 内容のないブック
fileFault-unpacksToMore = 展開すると大きすぎるブック
fileFault-moreText = 一覧にはありえない量の文字
fileFault-endlessLine = 終わりのない行
fileFault-zeroByte = 値が0のバイト
fileFault-notUtf8 = UTF-8でない文字
fileFault-empty = 空のファイル
fileFault-openQuote = 閉じていない引用符
fileFault-table = 表
fileFault-singleValue = 単一の値
fileFault-noIndex = 同じ場所に索引がない
fileFault-notBgzip = bgzipでないファイル

fileNeed-registered = 取り込みではなく、この種類のVCFとしての登録
# $kind Word
fileNeed-ofKind = 種類「{ $kind }」のファイル
fileNeed-tableOrOncoTree = 表。JSONはOncoTreeと試験のみ読み取ります
fileNeed-unpacked = 展開したファイル。.vcf.gz の場合は登録
# $kind Word
fileNeed-columnsOf = 「{ $kind }」の列
fileNeed-known = CIViC、OncoTree、HGNC、遺伝子の役割、ホットスポット、施設の一覧、試験のいずれか
fileNeed-file = ファイル
fileNeed-trials = ClinicalTrials.gov の試験（API v2、JSON）、CTMLの試験（YAML・JSON）、保存したjRCTのページ
# $mebibytes Text
fileNeed-atMost = { $mebibytes } MiB以下
fileNeed-workbook = パスワードのないExcelブック（.xlsx）
fileNeed-sheet = 見出しと行のあるシート
# $mebibytes Text
fileNeed-linesOf = 1行{ $mebibytes } MiB以下
fileNeed-utf8 = UTF-8の文字（Excelでは「CSV UTF-8」）
fileNeed-headerAndRows = 見出しと行
fileNeed-closingQuote = 閉じる引用符
fileNeed-thisColumn = この列
fileNeed-wholeLine = 行の途中で終わっていないファイル
fileNeed-oncotree = OncoTreeの公開データ（JSON）全体
fileNeed-studies = APIの応答のままの試験データ
fileNeed-wholeJson = 最後まであるJSON
fileNeed-wholeYaml = 最後まであるYAML
fileNeed-index = 同じ名前に .tbi か .csi を付けた索引
fileNeed-indexOfThis = このファイルの索引
fileNeed-bgzip = bgzipで圧縮したVCF（.vcf.gz）
fileNeed-vcfHeader = VCFの見出し
# $command Text
fileHint-makeIndex = 次の操作で作成できます: { $command }
fileHint-bgzip = 展開してから「bgzip FILE.vcf」「tabix -p vcf FILE.vcf.gz」を実行してください（どちらも htslib に含まれます）
fileHint-fetchAgain = ファイルを取得し直すか、正しいファイルを指定してください
# $found Text
rowFault-noCount = variant_amino_acid に「{ $found }」があります。R:204 のように、変化と件数を書きます
# $build Text
fileFault-otherBuild = ゲノムビルド { $build }
fileFault-noBuild = ゲノムビルドの記載なし
# $field Text
fileFault-noField = INFOに { $field } がない
# $field Text
# $kind Text
fileFault-fieldOfType = { $kind } 型の { $field }
# $build Text
fileNeed-buildSaid = 指定された { $build }
fileNeed-buildInHeader = 見出しの ##reference、##assembly、または長さの付いたcontig
# $fields Text
fileNeed-oneOfFields = 数値として宣言された項目（{ $fields }）
fileNeed-floatField = Float型の項目
fileHint-otherBuild = もう一方のビルドのファイルを指定するか、ビルドを指定せずに登録してください
fileHint-sayBuild = ファイルのビルド（GRCh37・GRCh38）を指定してください
fileHint-otherField = 別の項目を選んでください
valueFault-noFieldChosen = 項目が選ばれていません。頻度のファイルには、名前の付いた項目が1つ以上必要です
valueFault-noSource = 空です。どの集団の頻度か（gnomAD、ToMMoなど）を書いてください
valueFault-noVcfKind = VCFの種類ではありません。clinvar か frequencies を指定してください
# $found Text
valueFault-noAllele = 「{ $found }」です。両側に塩基が必要です

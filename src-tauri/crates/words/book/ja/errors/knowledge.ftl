### What the site's knowledge could not take in or answer, and what to do about it.

# $file Text
# $error Text
knowledgeFailure-file = { $file } を読み取れません。ファイルの場所と読み取り権限を確認してください。（{ $error }）
# $file Text
# $found Text
# $expected Text
knowledgeFailure-unrecognised = { $file } は対応する知識のファイルではありません（{ $found }。必要なもの: { $expected }）。種類を指定するか、公開元のファイルをそのまま指定してください。何も取り込んでいません。
# $file Text
# $line Text
# $found Text
# $expected Text
knowledgeFailure-damaged = { $file } の{ $line }行目で読み取りを中止しました（{ $found }。必要なもの: { $expected }）。ファイルを取得し直してください。何も取り込んでいません。
# $file Text
# $read Text
# $line Text
# $detail Text
knowledgeFailure-nothingKept = { $file } の{ $read }行に使える行がありません（{ $line }行目: { $detail }）。正しいファイルか確認してください。何も取り込んでいません。
# $file Text
knowledgeFailure-changing = { $file } は読み取りの途中で変更されました。書き込みが終わってから取り込んでください。何も取り込んでいません。
# $file Text
knowledgeFailure-cancelled = { $file } の取り込みを中止しました。何も取り込んでいません。
# $field Text
# $what Text
knowledgeFailure-invalid = { $field } の値を受け付けられません（{ $what }）。
# $detail Text
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
# $found Text
# $expected Text
# $hint Text
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

### Findings: what was seen, where, by what.

-not-stated = 記載なし

origin-somatic = 体細胞
origin-likelySomatic = 体細胞の可能性
origin-germline = 生殖細胞系列
origin-likelyGermline = 生殖細胞系列の可能性
origin-unknown = 由来の記載なし

nucleicAcid-dna = DNA
nucleicAcid-rna = RNA

kind-shortVariant = 塩基置換・挿入・欠失
kind-copyNumber = コピー数変化
kind-rearrangement = 遺伝子再構成・構造異型
kind-biomarker = バイオマーカー
kind-expression = 発現値
kind-nonHuman = ヒト以外の配列
kind-composite = 複合バイオマーカー

buildSource-file = ファイルに記載
buildSource-formatConvention = 形式の規定による・ファイルに記載なし
buildSource-contigLength = 染色体長から判定
buildSource-person = 入力者が指定
buildSource-notStated = { -not-stated }

geneRole-oncogene = がん遺伝子
geneRole-tumourSuppressor = がん抑制遺伝子
geneRole-both = がん遺伝子・がん抑制遺伝子

assay-msi = MSI
assay-tmb = TMB

finding-id = 番号
finding-gene = 遺伝子
finding-marker = マーカー
finding-change = 変化
finding-protein = タンパク質変化
finding-coding = 塩基変化
finding-transcript = 転写産物
finding-effect = 予測される影響
finding-position = 位置
finding-vaf = VAF
finding-depth = リード深度
finding-origin = 由来
finding-copyNumber = コピー数
finding-breakpoints = 切断点
finding-supportingReads = 支持リード数
finding-referenceGenome = 参照ゲノムとの照合
finding-value = 値
finding-state = 状態
finding-notReported = 検査会社の報告対象外
finding-germlineFlag = 生殖細胞系列の可能性（EP判定）
finding-sources = 入力ファイル
finding-differences = ファイル間の相違
finding-twins = 由来の異なる同じ変化
finding-entered = 手入力の所見
finding-statements = 検査会社・C-CATの記載
finding-reading = 所見の内容
finding-transcripts = 転写産物ごとの影響
finding-chosenBecause = この転写産物を表示する理由
finding-moreSevere = ほかの転写産物・遺伝子により重い影響あり
finding-referenceMisfit = 参照ゲノムとの不一致
finding-choose = この転写産物で表示する
finding-readsOtherwise = 現在の読み取り方では内容が変わる所見

copyNumber-homozygousLoss = ホモ欠失

differ-naming = 変化の表記
differ-value = 値・状態
differ-verdict = 検査会社の判定

chosen-only = 唯一の転写産物
chosen-sourceOrder = ファイルの順（最初の転写産物）
chosen-preferred = 施設の優先転写産物リスト
chosen-maneSelect = MANE Select
chosen-manePlusClinical = MANE Plus Clinical
chosen-canonical = canonical（注釈データベースの代表転写産物）
chosen-pick = PICK（VEPの選択）
chosen-severity = この遺伝子で最も重い影響
chosen-name = 同等のため名称順
chosen-person = 人による選択

chosenGene-severity = 影響が最も重い遺伝子
chosenGene-knownPromoter = プロモーター変異が知られている遺伝子
chosenGene-tie = 同等の遺伝子のうち名称・印・名称順

transcript-preferred = 施設リスト
transcript-maneSelect = MANE Select
transcript-manePlusClinical = MANE Plus Clinical
transcript-canonical = canonical
transcript-pick = PICK

match-position = ゲノムビルド・位置・アレルが一致
match-codingChange = 遺伝子と塩基変化が一致
match-proteinChange = 遺伝子とタンパク質変化が一致
match-copyNumber = 遺伝子とコピー数変化の種類が一致
match-rearrangement = 融合遺伝子の組または切断点が一致
match-marker = マーカーが一致

unit-years = 歳
unit-noneFound = 検査の対象であり、該当する所見はありません。
unit-notTested = この検査では調べていません。
unit-noResult = 受領したファイルに結果の記載がありません。
unit-none = 受領したファイルに該当する所見はありません。

setAside-notPass = フィルター不通過（FILTERがPASSでない）
setAside-notInTumour = 腫瘍検体に変異アレルなし
setAside-reference = 変異アレルの記載なし
setAside-unreadable = 必須項目が読み取れない
setAside-duplicateItem = 同じ識別子のレコードが重複
setAside-mate = 切断点の対の2件目（1件の再構成にまとめた）
setAside-otherAllele = 2つのアレルで書かれた1つの変化の2件目（1件の所見にまとめた）
setAside-joined = 所見の根拠の追加行（所見への記載としてまとめた）
setAside-details = 患者・検体・検査の情報（所見ではないレコード。入力候補または記載として保存）
setAside-notCalled = 検査会社が検出と判定していない
setAside-otherSample = 選んだ検体・登録以外のレコード
setAside-tooMany = 1症例の上限を超えた
setAside-unsupported = 対応していない種類のレコード

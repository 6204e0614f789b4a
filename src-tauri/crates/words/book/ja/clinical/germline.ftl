### What lists of heredity ask about, and their answer.

candidate-yes = 該当
candidate-no = 非該当
candidate-depends = 情報により異なる

alterationClass-snv = SNV
alterationClass-indel = indel
alterationClass-copyNumber = コピー数の減少・方向不明
alterationClass-copyNumberGain = コピー数の増加
alterationClass-rearrangement = 遺伝子再構成

panelKind-tumourOnly = 腫瘍組織のみ
panelKind-tumourNormal = 腫瘍・正常組織
panelKind-liquid = リキッド

msiState-high = MSI-High
msiState-stable = MSI-Highでない

germlineSignificance-pathogenic = 病的（pathogenic）
germlineSignificance-likelyPathogenic = 病的の可能性が高い（likely pathogenic）
germlineSignificance-uncertain = VUS
germlineSignificance-likelyBenign = 良性の可能性が高い（likely benign）
germlineSignificance-benign = 良性（benign）
germlineSignificance-conflicting = 評価の不一致（conflicting）

significanceFrom-stated = 入力
significanceFrom-panel = EPの生殖細胞系列の分類
significanceFrom-clinvar = ClinVar
significanceFrom-laboratory = 検査会社の分類

workup-candidate = EPの判定前
workup-notPursued = EPの判定により対象外
workup-wishToAsk = 開示希望の確認待ち
workup-wishRefused = 開示を希望しない（中止中）
workup-phenotypeToCheck = 表現型・家族歴の確認待ち
workup-toExplain = 説明待ち
workup-toOffer = 説明済み・確認検査の提案待ち
workup-offered = 確認検査を提案済み・患者が検討中
workup-deferred = 治療を優先し延期中
workup-declined = 確認検査を希望しない
workup-ordered = 確認検査の結果待ち
workup-toDisclose = 確認検査の結果の開示待ち
workup-toCounsel = 開示済み・遺伝カウンセリング待ち
workup-relativesToInform = 血縁者への情報提供待ち
workup-withRelatives = 血縁者へ情報提供済み
workup-counselled = 遺伝カウンセリング実施済み
workup-closed = 終了

workupStep-explained = 説明した
workupStep-testOffered = 確認検査を提案した
workupStep-testOrdered = 確認検査を依頼した
workupStep-testResult = 確認検査の結果が届いた
workupStep-testDeclined = 確認検査を行わないことになった
workupStep-deferred = 治療を優先して延期した
workupStep-disclosed = 結果を開示した
workupStep-counselled = 遺伝カウンセリングを行った
workupStep-relativesInformed = 血縁者に情報提供した
workupStep-relativeTested = 血縁者が検査を受けた
workupStep-closed = 対応を終了した
workupStep-reopened = 対応を最初からやり直す

confirmingResult-confirmed = 生殖細胞系列の病的バリアントを確認
confirmingResult-notFound = 正常組織に認めない
confirmingResult-unclear = 判定できない

reopened-wishChanged = 開示の希望が変わりました
reopened-judgedAnew = EPの判定が変わりました
reopened-newerList = 新しい遺伝子リストでは判定の対象です
reopened-newFinding = ほかの所見の説明後に加わった所見です
reopened-askAgain = 再確認の予定日になりました
reopened-byPerson = 担当者が最初からやり直しました

waits-panel = EP
waits-counsellor = 遺伝カウンセリング担当
waits-patient = 患者の返事
waits-laboratory = 検査機関

guidance-beforeTest = 検査前の説明
guidance-first = 結果に基づく療養指導（1回目）
guidance-second = 結果に基づく療養指導（2回目）


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

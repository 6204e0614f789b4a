### What a list of heredity asks for, what was found, and why its answer is what it is.

germlineFilter-wantsGene = 一覧にある遺伝子
germlineFilter-wantsPathogenic = 病的または病的の可能性が高い
germlineFilter-wantsPanel = 検査の種類（腫瘍組織のみ、腫瘍・正常組織、リキッド）
germlineFilter-wantsInherited = 由来が生殖細胞系列
germlineFilter-wantsShortVariant = VAFで判断できる種類（SNV、indel）
# $limits List
germlineFilter-wantsShare = VAF { JOIN($limits, " / ") }
# $bound Text
germlineFilter-atLeast = { $bound } %以上
# $bound Text
germlineFilter-above = { $bound } %超
germlineFilter-noLimit = 基準の記載なし
germlineFilter-wantsMsiHigh = MSI-Highの腫瘍
# $years Number
germlineFilter-wantsYounger = 発症 { $years }歳未満
germlineFilter-wantsRelated = 遺伝子に関連する腫瘍
germlineFilter-wantsPhenotype = 表現型（臨床像または家族歴）
# $tumour Word
germlineFilter-wantsTumour = { $tumour }
# $tumour Word
germlineFilter-wantsOtherTumour = { $tumour }以外
# $tumour Word
# $others List
germlineFilter-wantsOtherTumourOr = { $tumour }以外、または{ JOIN($others, "、または") }
germlineFilter-notStated = { buildSource-notStated }
# $years Text
germlineFilter-years = { $years }歳
# $percent Text
germlineFilter-percent = { $percent } %
germlineFilter-given = あり
germlineFilter-absent = なし
# $class Word
# $by Word
germlineFilter-classBy = { $class }（{ $by }）
# $wanted Word
# $found Word
germlineFilter-line = { $wanted }: { $found }
# $wanted Word
# $found Word
germlineFilter-failed = 「{ $wanted }」を満たしません（{ $found }）
# $rule Word
# $lines List
germlineFilter-reasonYes = { $rule }。{ JOIN($lines, "；") }
# $lines List
germlineFilter-reasonNo = { JOIN($lines, "；") }。
# $rule Word
# $lines List
germlineFilter-reasonDepends = { $rule }。次により異なります: { JOIN($lines, "；") }
# $rule Word
germlineFilter-reasonTold = { $rule }。由来が生殖細胞系列とされているため、VAF・年齢・表現型の基準は用いません。
germlineFilter-notListed = 一覧にない遺伝子
germlineFilter-notInKnownPart = 一覧のうち確認できた部分にない遺伝子（全体は未確認）
germlineFilter-noGene = 遺伝子の記載なし
germlineFilter-noSequenceChange = 塩基配列・構造の変化ではない所見

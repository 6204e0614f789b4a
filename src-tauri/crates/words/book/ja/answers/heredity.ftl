### Why a finding asks whether it is inherited.

# $gene Text
# $list Word
# $version Text
# $source Word
# $certainty Word
heredity-question = 腫瘍組織のみの検査では、{ $gene } のこの変化が生まれつきのものかどうか分かりません。一覧「{ $list }」（{ $version }版）にある遺伝子です。根拠：{ $source }（{ $certainty }）

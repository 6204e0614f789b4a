### What a case holds for the omission of its panel, and where it was found.

omissionGround-noCcat = C-CAT調査結果のデータは取り込まれていません。
# $n Number
omissionGround-ccatInherited = C-CAT調査結果のデータにある生殖細胞系列の所見: { $n }件
# $n Number
# $list Word
# $version Text
omissionGround-filter = 生殖細胞系列として確認が必要な所見（{ $list } { $version }）: { $n }件
omissionGround-ccatNoDrug = C-CAT調査結果の薬剤・試験の数はすべて0です。
omissionGround-ccatDrugs = C-CAT調査結果に薬剤または試験が記載されています。
omissionGround-ccatSilent = C-CAT調査結果の薬剤・試験の数は取り込まれていません。
# $finding Text
# $marker Word
# $tumour Word
# $by Word
# $source Text
omissionGround-marker = { $finding }: コンパニオン診断・保険適用の対象（{ $marker }、{ $tumour }、{ $by }、{ $source }）

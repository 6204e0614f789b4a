### What changed of a row of evidence from one version of its source to the next.

evidenceDifference-new = 新規
evidenceDifference-newlyListed = コンパニオン診断・保険適用の一覧に新たに掲載
evidenceDifference-listedOtherwise = コンパニオン診断・保険適用の一覧での記載が変わった
evidenceDifference-noLongerListed = コンパニオン診断・保険適用の一覧から削除
evidenceDifference-withdrawn = 出典から取り下げ
evidenceDifference-accepted = 査読済になった
evidenceDifference-noLongerAccepted = 査読済でなくなった
evidenceDifference-contested = 異論ありとされた
evidenceDifference-noLongerContested = 異論ありでなくなった
# $former Text
# $now Text
evidenceDifference-levelHigher = レベルが上がった: { $former } → { $now }
# $former Text
# $now Text
evidenceDifference-levelLower = レベルが下がった: { $former } → { $now }
# $former Text
# $now Text
evidenceDifference-levelOther = レベルが変わった: { $former } → { $now }
# $former Word
# $formerSupports Flag
# $formerWord Text
# $now Word
# $nowSupports Flag
# $nowWord Text
evidenceDifference-direction = 内容が変わった: { $former }（{ $formerWord }、{ $formerSupports ->
    [yes] 支持
   *[no] 支持しない
}） → { $now }（{ $nowWord }、{ $nowSupports ->
    [yes] 支持
   *[no] 支持しない
}）
# $former Text
# $now Text
evidenceDifference-profile = プロファイルが変わった: { $former } → { $now }
# $former Text
# $now Text
evidenceDifference-disease = 疾患が変わった: { $former } → { $now }
# $former Text
# $now Text
evidenceDifference-therapies = 薬剤が変わった: { $former } → { $now }

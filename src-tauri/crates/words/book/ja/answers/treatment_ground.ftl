### What is known of a treatment before it is recommended, and where it stands.

# $marker Word
# $tumour Word
# $tests Text?
# $from Text
# $source Text
treatmentGround-companion = コンパニオン診断・保険適用の一覧: { $marker }、{ $tumour } { $tests }（{ $from }から、{ $source }）
# $reached Text
treatmentGround-ccat = C-CATの記載: { $reached }
# $study Text
# $said Word
# $asOf Text
# $source Text
treatmentGround-basket = { $study }: { $said }（{ $asOf }時点、{ $source }）
# $years Number
treatmentGround-age = 現在{ $years }歳
# $marker Word
# $tumour Word
# $by Word
# $source Text
treatmentGround-marker = { $marker }、{ $tumour }（{ $by }、{ $source }）
treatmentGround-noMarker = コンパニオン診断・保険適用の一覧に該当がありません。
treatmentGround-noTrial = 試験番号が書かれていません。
# $trial Text
# $on Text
treatmentGround-recruitmentOn = { $trial }: 募集状況の確認日 { $on }
# $trial Text
treatmentGround-recruitmentNotLookedUp = { $trial }: 募集状況の確認日の記録がありません。
# $line Text
# $regimen Text
# $from Text?
# $to Text?
# $more Text?
treatmentGround-givenBefore = 治療歴にあります: { $line }次 { $regimen } { $from }〜{ $to } { $more }
treatmentGround-worksLess = この症例で「効きにくい」薬として記録されています。
# $reason Text
treatmentGround-notAdvised = この症例で「検討したが推奨しない」と記録されています: { $reason }
# $finding Text
# $profile Text
# $row Text
# $level Text?
treatmentGround-evidenceAgainst = { $finding } { $profile }: 耐性を支持するエビデンス { $row } { $level }

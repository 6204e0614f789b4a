### What could not be asked of the site’s knowledge.

# $file Text
evidence-vcfMoved = { $file } は登録した場所にないため調べていません。登録し直してください。
# $file Text
evidence-vcfChanged = { $file } は登録後に変わったため調べていません。登録し直してください。
# $file Text
# $what Text
evidence-vcfUnreadable = { $file } を読めないため調べていません（{ $what }）。

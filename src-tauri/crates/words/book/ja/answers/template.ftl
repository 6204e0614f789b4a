### What a template of the report has that is other than before.

templateChange-caution = 注意書き
templateChange-closing = 結び
templateChange-costs = 費用の案内
templateChange-support = 相談窓口の案内
templateChange-leftOut = 省略する部分
# $new Text
templateChange-logoSet = ロゴを設定（{ $new }）
# $old Text
templateChange-logoRemoved = ロゴを削除（{ $old }）
# $old Text
# $new Text
templateChange-logoChanged = ロゴを変更（{ $old } → { $new }）
# $old Word
# $new Word
templateChange-paper = 用紙 { $old } → { $new }

### Why a file could not be read at all.

# $kind io|empty|unknownFormat|encoding|damaged|tooLarge|noSuchSample|cancelled?
# $place Word
# $found Word
# $expected Text?
# $hint Text?
intakeFailure-file = { $kind ->
    [io] ファイルを読み取れません。ファイルの場所と読み取り権限を確認してください。
    [empty] ファイルが空です。検査会社から受け取ったファイルを確認してください。
    [unknownFormat] 対応していない形式です。CATS JSON、FoundationOne・GenMineTOPのXML、Guardant360のExcel、VCF・BCF、MAF、C-CATのCSVなど、検査会社から届いたファイルを指定してください。
    [encoding] 文字コードを判別できません。UTF-8で保存されたファイルを指定してください。
    [damaged] ファイルが途中で切れているか、壊れています。もう一度受け取ってください。
    [tooLarge] ファイルが安全のための上限を超えています。ファイルが正しいか確認してください。
    [noSuchSample] 指定された腫瘍検体がファイルにありません。検体名を確認してください。
   *[cancelled] 読み込みを中止しました。
}何も保存していません。（{ $place }: { $found }）
# $parts List
intakeFailure-place = { JOIN($parts, " ") }
# $line Text
intakeFailure-line = { $line }行目

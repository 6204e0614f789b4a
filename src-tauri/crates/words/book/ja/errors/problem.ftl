### How problems are put together.

# $field Text
# $words Word
problem-field = { $field }: { $words }
# $what Word
# $name Text
problem-notFound = { $what }「{ $name }」は見つかりません。
# $what Text
problem-internal = プログラムの不具合です: { $what }

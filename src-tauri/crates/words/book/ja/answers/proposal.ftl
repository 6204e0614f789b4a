### Changes that wait for a second person, in words.

# $name Text
# $former List
# $later List
proposal-roles = { $name }の役割: { $former } → { $later }
# $former Word
# $later Word
# $reason Text
proposal-signing = 報告書に必要な署名: { $former } → { $later }（理由: { $reason }）
proposal-noSignatures = 署名なし
# $required List
proposal-signatures = { $required }
# $required List
proposal-signaturesOfSeveral = { $required }（それぞれ別の人）

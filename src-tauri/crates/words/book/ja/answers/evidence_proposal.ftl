### What data speak for a criterion, with value and threshold.

# $population Text
# $value Text
# $source Text
# $threshold Text
evidenceProposal-frequencyOver = { $source } の { $population } で頻度 { $value }（基準: { $threshold } 超）
# $population Text
# $value Text
# $source Text
# $threshold Text
evidenceProposal-frequencyBelow = 最も高い頻度は { $source } の { $population } で { $value }（基準: { $threshold } 未満）
# $sources Text
evidenceProposal-absent = { $sources } に登録なし
# $residue Number
# $change Number
# $source Text
evidenceProposal-hotspot = { $source } で、この残基の変異 { $residue }検体、同じ変化 { $change }検体
# $gene Text
# $by Word
evidenceProposal-null = がん抑制遺伝子 { $gene } の機能喪失型の変化（{ $by }）

### What data speak for a criterion, with value and threshold.

evidenceProposal-frequencyOver = { $value } in { $population } of { $source } (over { $threshold })
evidenceProposal-frequencyBelow = { $value } in { $population } of { $source }, the highest (below { $threshold })
evidenceProposal-absent = Not in { $sources }
evidenceProposal-hotspot = { $source }: { $residue } samples with a change of this residue, { $change } with this change
evidenceProposal-null = Change that switches off the tumour suppressor { $gene } ({ $by })

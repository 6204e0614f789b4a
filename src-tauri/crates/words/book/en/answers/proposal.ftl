### Changes that wait for a second person, in words.

proposal-roles = Roles of { $name }: { $former } → { $later }
proposal-signing = Signatures under a report: { $former } → { $later } (reason: { $reason })
proposal-noSignatures = none
proposal-signatures = { $required }
proposal-signaturesOfSeveral = { $required }, each by another person

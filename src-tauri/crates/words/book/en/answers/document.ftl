### What a document in hand is, compared with those of the store.

documentCheck-identical = Byte for byte the file that was finalised or issued as { $document }.
documentCheck-changed = It calls itself { $document }, but is not what was finalised or issued. Do not use it; export it from this store again.
documentCheck-draft = It names a case or meeting of this store, but was never finalised or issued (a draft).
documentCheck-named = The code of { $document }; its content is on record. The paper itself cannot be compared.
documentCheck-unknown = Not a document that was finalised or issued in this store.
documentCheck-superseded = { $said } A later revision ({ $latest }) was finalised since; use that one.
documentCheck-ofCase = { $number } { $what }
documentCheck-issue = { $what } (issue { $issue })
documentCheck-revision = { $what } revision { $revision }
documentCheck-backupNotHeld = the journal no longer holds what this backup holds: the store was laid back to an older state
documentCheck-backupOfAnother = this is a backup of another store
documentCheck-endNotHeld = the journal does not hold what was its end when this document was made: it is of another store, or the store was laid back to an older state
documentCheck-endHeldOtherBytes = the journal does not hold this document, but holds what the document names as its end: the file was saved anew, or the very act that made it is lost
documentCheck-paperNotHeld = the journal does not hold this document: it is of another store, or the store was laid back to a state before it was made

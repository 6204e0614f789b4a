### Who looked at or took out what: lines of the access log.

access-signedIn = signed in
access-signInsFailed = { $count ->
  [one] 1 attempt to sign in failed before this one
 *[other] { $count } attempts to sign in failed before this one
}
access-clockBehind = the computer’s clock stood before what was recorded last ({ $last })
access-spareCodeUsed = signed in with a spare code ({ $left } left)
access-caseOpened = opened the case
access-identityShown = uncovered the patient’s identity
access-germlineShown = looked at a finding of heredity ({ $finding })
access-documentShown = looked at a document ({ $document })
access-meetingOpened = opened the meeting
access-oneGermlineShown = looked at a finding of heredity
access-casesSearchedForSomething = searched the cases (for what is not shown: your role does not allow it)
access-casesSearched = searched the cases (“{ $words }”)
access-denied = was refused for want of the right ({ $command })
access-logRead = { $rows ->
  [one] looked through the access log (1 row)
 *[other] looked through the access log ({ $rows } rows)
}
access-logWritten = { $rows ->
  [one] wrote the access log to a file (1 row)
 *[other] wrote the access log to a file ({ $rows } rows)
}
access-documentPrinted = handed a document to the printer
access-documentExported = wrote a document to a file ({ $document })
access-meetingDocumentExported = wrote a document of the meeting to a file ({ $document })
access-tableExported = { $cases ->
  [one] wrote a table to a file ({ $table }, 1 case)
 *[other] wrote a table to a file ({ $table }, { $cases } cases)
}
access-doneAlone = did alone what needs two people (nobody else could confirm it: { $command })
access-backedUp = wrote the whole store into a backup
access-backedUpByPlan = a backup was made by the plan
access-restored = restored the whole store from a backup
access-storeExported = { $cases ->
  [one] wrote the whole store to files as data (1 case)
 *[other] wrote the whole store to files as data ({ $cases } cases)
}
access-evidenceNewsListed = { $cases ->
  [one] looked through new evidence (1 case)
 *[other] looked through new evidence ({ $cases } cases)
}
access-notedAside = in the store for reading alone: { $text }
access-notesLost = notes of looks at the store for reading alone, kept on this computer, could not be read any more
access-familyHistoryExported = wrote the family history to a file
access-caseExported = wrote the case’s data to a file
access-at = Time
access-who = By
access-role = { HEAD(report-signedAs) }
access-what = What
access-case = { HEAD(case-number) }
access-device = Computer
access-unusual = Stands out

### What is known of a treatment before it is recommended, and where it stands.

treatmentGround-companion = List of companion tests and reimbursed markers: { $marker }, { $tumour } { $tests } (from { $from }, { $source })
treatmentGround-ccat = C-CAT says: { $reached }
treatmentGround-basket = { $study }: { $said } (as of { $asOf }, { $source })
treatmentGround-age = { $years } years old now
treatmentGround-marker = { $marker }, { $tumour } ({ $by }, { $source })
treatmentGround-noMarker = The list of companion tests and reimbursed markers has no such marker.
treatmentGround-noTrial = No trial is named.
treatmentGround-recruitmentOn = { $trial }: recruitment looked up on { $on }
treatmentGround-recruitmentNotLookedUp = { $trial }: no record of when recruitment was looked up.
treatmentGround-givenBefore = Among the treatments so far: line { $line }, { $regimen } { $from }–{ $to } { $more }
treatmentGround-worksLess = Recorded in this case as a drug that is thought to work less well.
treatmentGround-notAdvised = Recorded in this case as considered and not recommended: { $reason }
treatmentGround-evidenceAgainst = { $finding } { $profile }: evidence of resistance { $row } { $level }

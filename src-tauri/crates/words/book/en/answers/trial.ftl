### What a trial asks, and how a patient stands to it.

trialCriterion-leaf = { $subject }: { $written }
trialCriterion-denied = not ({ $text })
trialCriterion-atLeast = at least { $count } of ({ $parts })
trialCriterion-readings = can be read in several ways ({ $parts })

trialWhy-found = finding: { $found }
trialWhy-notAltered = { $genes } was tested and no alteration was found
trialWhy-otherFindings = findings in { $genes }: { $found }; none is what is asked for
trialWhy-notCovered = whether { $genes } was tested is not known
trialWhy-coverageUnknown = which genes were tested is not known
trialWhy-mayBe = whether { $found } is what is asked for is not recorded
trialWhy-recorded = recorded: { $value }
trialWhy-notRecorded = { quorum-wentOnUnsaid }
trialWhy-recordedLessExact = what is recorded ({ $value }) does not settle it
trialWhy-bareNumber = recorded: { $value }; the trial gives a number alone, which may be the highest allowed or exactly that one
trialWhy-tumourWithin = the patient's tumour, { $own }, is one of these
trialWhy-tumourOther = the patient's tumour, { $own }, is none of these
trialWhy-tumourLessExact = the patient's tumour is recorded as { $own }, which is wider than what is asked for
trialWhy-tumourUnknown = OncoTree has no { $named }
trialWhy-microsatellitesAreAHint = { $value }: MSI hints at mismatch repair and is no result of testing it
trialWhy-unrestricted = no restriction
trialWhy-person = for a person to check
trialWhy-notUnderstood = the program does not understand this
trialWhy-ticked = checked by a person
trialWhy-tickedOfAnotherVersion = checked by a person in the trial as of { $version }; the trial was updated, so it is to be checked again
trialWhy-readings = its readings differ here
trialWhy-oneHolds = one is enough: { $met } met
trialWhy-counted = { $needed } needed: { $met } met, { $notMet } not met, { $unknown } unknown

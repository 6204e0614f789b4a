### What a case refuses, and what to do first.

refusal-alreadyReceived = The case has been received already.
refusal-noFinding = The case has no finding { $id }.
refusal-alreadySigned = { $name } has signed in this capacity, and the signature stands until the content changes.
refusal-noGuess = No sample of that name waits to be confirmed.
refusal-noConsequence = Finding { $id } has no such consequence.
refusal-chosenAlready = That consequence speaks for finding { $id } already.
refusal-anotherFinding = Read anew, { $id } is another kind of finding or of another origin and cannot stand under this number. Enter the right finding by hand and defer { $id } with the reason.
refusal-noRecommendation = The case has no such recommendation, or it was withdrawn.
refusal-withdrawn = This recommendation was withdrawn already.
refusal-noReferral = The case has no such referral.
refusal-duplicate = An entry with this id exists already.
refusal-nothingToAmend = There is no finalised report to amend, or an amendment is open already.
refusal-wishForbids = The patient has not asked to be told of heredity; nothing of it can be put into the explanation.
refusal-noPlainWords = Every item for the patient needs its sentence in plain words.
refusal-staleContent = The report does not match the present state of the case. Reload it.
refusal-noDrug = A treatment needs at least one drug.
refusal-contradictoryAdvice = “No recommendation” and a recommended treatment cannot stand side by side. Withdraw one of them first.
refusal-rankMismatch = Name every recommendation that stands exactly once.
refusal-noOverrideReason = The class differs from the one the criteria suggest ({ $class }). Give the reason.
refusal-anothersOpinion = The member gave an own opinion; only the member may change it.
refusal-nothingToConfirm = Nothing that was entered for you awaits confirmation.
refusal-dissentNeedsReason = Give the reason for not agreeing as a comment.
refusal-nobodyAsked = Choose at least one member to be asked.
refusal-nobodyPresent = Record at least one participant.
refusal-reasonNeeded = This referral had ended. Give the reason for going on.
refusal-sameSource = This file is a source of the case already (same SHA-256).

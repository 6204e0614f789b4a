### Verdicts and opinions.

germline-notSuspected = not suspected
germline-confirmationRecommended = PGPV, confirmatory test recommended
germline-confirmationIfPossible = PGPV, confirmatory test if possible
germline-onlyWithPhenotype = confirmatory test only with phenotype
germline-notForDisclosure = not for disclosure

germlineGpv-notSuspected = no GPV
germlineGpv-confirmationRecommended = GPV, confirmatory test recommended
germlineGpv-confirmationIfPossible = GPV, confirmatory test if possible
germlineGpv-onlyWithPhenotype = confirmatory test only with phenotype
germlineGpv-notForDisclosure = not for disclosure

certainty-source = read in the source
certainty-general = general knowledge, not checked
certainty-unconfirmed = not confirmed

verdict-laboratory = Laboratory
verdict-ccat = C-CAT
verdict-own = Verdict
verdict-panel = Panel
verdict-none = no verdict yet
verdict-deferred = deferred
verdict-actionable = bears on the choice of treatment
verdict-notActionable = does not bear on the choice of treatment
verdict-rationale = rationale
verdict-references = references
verdict-basis = criteria and points
verdict-suggested = class suggested by the criteria
verdict-overrideReason = reason for judging otherwise
verdict-dissent = dissent

strength-supporting = supporting
strength-moderate = moderate
strength-strong = strong
strength-veryStrong = very strong
strength-standAlone = stand-alone

stance-agree = agrees
stance-disagree = does not agree
stance-abstain = abstains

standing-agreed = agreed
standing-differing = differing
standing-missing = opinions missing
differsIn-class = class
differsIn-actionability = whether treatment can follow
differsIn-heredity = whether it may be germline

lacking-notGiven = not given
lacking-outOfDate = out of date, asked again
lacking-unconfirmed = entered on behalf, awaits confirmation
lacking-noClass = comment only, no class

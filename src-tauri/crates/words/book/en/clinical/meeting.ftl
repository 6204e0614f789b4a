### Meetings and their rules.

meeting-realTime = real-time panel
meeting-circulation = circulated review
meeting-omitted = panel omitted

attending-present = present
attending-informationSupplied = information supplied
attending-notSettled = not settled
attending-absent = absent

applies-always = every case
applies-ownSequencing = if the hospital sequences itself
applies-paediatric = for paediatric cases

allowed-every = for every case
allowed-listed = for listed cases only
allowed-never = not allowed

edition-shipped = comes with the program
edition-site = recorded by the site

modeGap-notAllowed = this way of meeting is not allowed by these rules
modeGap-groundNotNamed = no ground is named on which this case may be handled so
modeGap-opinionsDiffer = opinions differ
modeGap-agreementNotStated = it is not stated that all opinions agree
modeGap-reasonMissing = the responsible person's reason is missing
modeGap-conditionNotMet = a condition of the omission does not hold
modeGap-conditionNotKnown = it is not stated that the conditions of the omission hold

omission-title = Omission of the panel
omission-may = may be omitted
omission-mayNot = may not be omitted
omission-decidedOn = decided on
omission-condition = condition
omission-tumour = test for
omission-ccatSecondaryFinding = secondary findings by the C-CAT report
omission-usableDrug = usable drug

conditionState-met = holds
conditionState-notMet = does not hold
conditionState-unknown = not known

tumourGroup-solid = solid tumour
tumourGroup-blood = blood cancer or related disease

ccatSecondaryFinding-none = none suspected
ccatSecondaryFinding-suspected = suspected
ccatSecondaryFinding-notStated = { -not-stated }

usableDrug-inLabelOrGuideline = in label or in a society’s guideline
usableDrug-none = none, trials included
usableDrug-otherOnly = off label or in trials only

whyNot-notNeeded = enough others are counted
whyNot-fillsAnother = counted for another key
whyNot-sameField = same clinical field as somebody counted
whyNot-fieldNotKnown = clinical field not recorded
whyNot-notFullTime = not full time

quorum-title = Quorum
quorum-met = quorate
quorum-notMet = not quorate
quorum-wentOn = Why it went on without a quorum
quorum-wentOnUnsaid = not recorded
quorum-ruleSet = rules applied
quorum-effectiveFrom = in force from
quorum-several = one person for several keys
quorum-noLimit = allowed, without limit
quorum-oneKey = not allowed (one key each)
quorum-ownSequencing = sequenced by this hospital
quorum-paediatric = paediatric case
quorum-opinionsAgree = all opinions agree
quorum-opinionsAgreeByRecord = all opinions agree (as recorded)
quorum-distinctFields = several, of different clinical fields
quorum-fullTime = full time
quorum-notNeeded = does not apply
quorum-noRules = No rules were in force on that day.

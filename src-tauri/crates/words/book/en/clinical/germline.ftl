### What lists of heredity ask about, and their answer.

candidate-yes = candidate
candidate-no = no candidate
candidate-depends = depends

alterationClass-snv = SNV
alterationClass-indel = indel
alterationClass-copyNumber = copy number lost, or direction not told
alterationClass-copyNumberGain = copy number gained
alterationClass-rearrangement = rearrangement

panelKind-tumourOnly = tumour only
panelKind-tumourNormal = tumour and normal tissue
panelKind-liquid = liquid

msiState-high = MSI-High
msiState-stable = not MSI-High

germlineSignificance-pathogenic = pathogenic
germlineSignificance-likelyPathogenic = likely pathogenic
germlineSignificance-uncertain = VUS
germlineSignificance-likelyBenign = likely benign
germlineSignificance-benign = benign
germlineSignificance-conflicting = conflicting classes

significanceFrom-stated = as given
significanceFrom-panel = the panel’s class of heredity
significanceFrom-clinvar = ClinVar
significanceFrom-laboratory = the laboratory’s class

workup-candidate = not yet judged by the panel
workup-notPursued = not pursued, by the panel’s judgement
workup-wishToAsk = the wish to be told is to be asked
workup-wishRefused = does not wish to be told (resting)
workup-phenotypeToCheck = phenotype and family history are to be looked at
workup-toExplain = to be explained
workup-toOffer = explained, the confirming test is to be offered
workup-offered = confirming test offered, the patient considers
workup-deferred = put off, treatment first
workup-declined = does not want the confirming test
workup-ordered = result of the confirming test awaited
workup-toDisclose = result of the confirming test is to be disclosed
workup-toCounsel = disclosed, genetic counselling is due
workup-relativesToInform = relatives are to be informed
workup-withRelatives = relatives informed
workup-counselled = genetic counselling done
workup-closed = closed

workupStep-explained = explained
workupStep-testOffered = confirming test offered
workupStep-testOrdered = confirming test ordered
workupStep-testResult = result of the confirming test came
workupStep-testDeclined = confirming test will not be done
workupStep-deferred = put off, treatment first
workupStep-disclosed = result disclosed
workupStep-counselled = genetic counselling done
workupStep-relativesInformed = relatives informed
workupStep-relativeTested = a relative was tested
workupStep-closed = closed
workupStep-reopened = begun anew

confirmingResult-confirmed = germline pathogenic variant confirmed
confirmingResult-notFound = not found in normal tissue
confirmingResult-unclear = cannot be told

reopened-wishChanged = the wish to be told has changed
reopened-judgedAnew = the panel’s judgement has changed
reopened-newerList = a newer list of genes asks about it
reopened-newFinding = it came after another finding had been explained
reopened-askAgain = the day to ask again has come
reopened-byPerson = a person began anew

waits-panel = panel
waits-counsellor = genetic counselling
waits-patient = the patient’s answer
waits-laboratory = laboratory

guidance-beforeTest = explanation before the test
guidance-first = guidance on the result (first)
guidance-second = guidance on the result (second)


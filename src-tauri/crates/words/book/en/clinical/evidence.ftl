### What is known of an alteration: direction, review, how it is met, how its disease relates to the tumour.

direction-sensitivity = Sensitivity
direction-resistance = Resistance
direction-otherResponse = Other response
direction-diagnostic = Diagnostic
direction-prognostic = Prognostic
direction-predisposing = Predisposing
direction-oncogenic = Oncogenic
direction-functional = Functional

reviewStatus-accepted = Reviewed
reviewStatus-submitted = Submitted, not reviewed

interaction-combination = Combination
interaction-sequential = Sequential
interaction-substitutes = Either of them

matchKind-sameChange = Same change
matchKind-sameResidue = Same residue
matchKind-exon = Same exon
matchKind-region = Same region
matchKind-class = Same kind of change
matchKind-anyMutation = Any mutation of the gene
matchKind-copyNumber = Copy number
matchKind-fusion = Fusion
matchKind-expression = Expression
matchKind-biomarker = Biomarker
matchKind-composite = Composite profile

partState-met = Met
partState-notMet = Not met
partState-unknown = Unknown

diseaseRelation-same = Same tumour type
diseaseRelation-ancestor = Wider tumour type
diseaseRelation-descendant = Narrower tumour type
diseaseRelation-any = Any tumour
diseaseRelation-other = Other tumour
diseaseRelation-unknown = Relation unknown

evidence-doesNotSupport = does not support
evidence-cited = evidence cited
evidence-contested = contested
offBy-stop = Stop gained
offBy-frameshift = Frameshift
offBy-spliceSite = Splice site changed
offBy-startLost = Start lost
offBy-noCopyLeft = No copy left

byThisTest-named = Approved by this test
byThisTest-othersNamed = Approved by other tests
byThisTest-notKnown = Not known for this test

omissionConflict-filterAsks = C-CAT suspects no secondary finding, but the site's rules ask about a finding
omissionConflict-filterDoesNotAsk = C-CAT suspects a secondary finding, but the site's rules ask about none
omissionConflict-drugInSpiteOfCcat = C-CAT lists no usable drug, but a finding is or may be in a companion claim or guideline
omissionOpen-tumour = Not known whether the test is for solid tumours or blood cancers
omissionOpen-secondaryFinding = C-CAT's report says nothing of secondary findings
omissionOpen-label = See whether the finding is in this test's companion claim
omissionOpen-guideline = See whether a guideline recommends the drug
omissionOpen-drugs = C-CAT's report says nothing of drugs

newsAnswer-seen = seen
newsAnswer-notRelevant = not relevant for this patient
newsAnswer-takenUp = taken up again

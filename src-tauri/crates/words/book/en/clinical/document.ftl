### Documents and their furniture.

paper-a4 = A4 (210 × 297 mm)
paper-letter = Letter (8½ × 11 in)

optionalPart-treatments = treatments so far
optionalPart-histories = past and family history
optionalPart-minutes = words of the minutes

phraseField-verdict = reasons of a verdict
phraseField-germline = reasons of a germline judgement
phraseField-comment = comments
phraseField-recommendation = reasons of a recommendation
phraseField-referral = referral to a trial
phraseField-summary = summary
phraseField-minutes = minutes
phraseField-explanation = explanation to the patient

phraseStep-added = added
phraseStep-changed = changed
phraseStep-retired = taken out of use
phraseStep-restored = in use again

test-official = official name of the test
test-testId = test ID
test-panel = panel test
test-type = type of test
test-withNormal = tumour and matched normal
test-tumourOnly = tumour only
test-software = analysis software
test-samples = sequenced samples
test-meanDepth = mean read depth
test-suspectedStates = suspected sample states
test-referenceOnly = for reference only, not for treatment decisions
test-assembly = genome build
test-tumourSample = tumour sample

document-patient = Your cancer gene test: an explanation
document-referral = Trial referral letter
document-minutes = Expert panel minutes
document-agenda = Expert panel agenda
document-wish = Asking again: the wish about secondary findings (for staff)

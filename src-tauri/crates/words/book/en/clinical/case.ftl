### The course of a case.

status-received = received
status-inReview = in review
status-decided = decided
status-finalised = finalised
status-explained = explained
status-followedUp = treated / followed up
status-amending = being amended

milestone-specimenSent = specimen sent to the laboratory
milestone-resultReceived = result received from the panel
milestone-explained = result explained to the patient
milestone-newTreatmentExplained = new treatment (trial etc.) explained afterwards
milestone-consent = consent to submission and secondary use (C-CAT)
milestone-submitted = submitted to C-CAT
milestone-treatmentStarted = recommended treatment begun
milestone-followUpEnded = follow-up ended
milestone-received = draft report received
milestone-panelHeld = panel held

changed-case-received = received
changed-case-sourceAdded = a source was added
changed-case-detailsRecorded = patient or clinical context changed
changed-case-findingEntered = a finding was entered
changed-case-tumourSampleConfirmed = the tumour sample was confirmed
changed-case-wordsCleared = a passage was stated not to be about this patient
changed-case-consequenceChosen = another transcript was chosen
changed-case-readingDecided = a finding was read anew
changed-case-ccatVerdictEntered = a C-CAT verdict was entered
changed-case-findingJudged = a panel verdict changed
changed-case-germlineJudged = a germline judgement changed
changed-case-recommended = a recommendation was added
changed-case-recommendationWithdrawn = a recommendation was withdrawn
changed-case-recommendationsRanked = recommendations were reordered
changed-case-referred = a referral was added
changed-case-referralMoved = a referral reached another status
changed-case-meetingRecorded = the meeting was recorded anew
changed-store-institutionRecorded = institution or contact changed
changed-store-templateRecorded = the report template changed
changed-program = scales, knowledge or program were updated
changed-case-summaryWritten = the summary changed

case-number = case number
case-receivedOn = received on

### What is typed and not recorded yet.

drafts-title = Not recorded yet
drafts-what = What you typed is kept, encrypted, as your own draft. Nobody else sees it, and it enters no report and no record until you record it.
drafts-none = Everything is recorded.
# $file Text
drafts-setAside = The file of drafts was damaged and could not be read. It is kept as { $file }. What was recorded is not affected.
# $at Text
drafts-keptAt = draft, not recorded, { $at }
drafts-overtaken = Something was recorded here after this draft was begun. Look at what is recorded first.
drafts-discard = Discard draft
drafts-go = Open
# $n Number
drafts-chip = { $n ->
    [one] { $n } draft
   *[other] { $n } drafts
}
# $n Number
drafts-closing = { $n ->
    [one] { $n } entry is not recorded
   *[other] { $n } entries are not recorded
}
drafts-closingWhat = They stay as drafts. You can go on with them the next time you sign in.
drafts-stay = Back
drafts-close = Close the window
drafts-form-verdict = { verdict-own }
drafts-form-germline = germline judgement
drafts-form-ccatVerdict = verdict of C-CAT
drafts-form-finding = added finding
drafts-form-opinion = opinion on a finding
drafts-form-caseOpinion = opinion on the case
drafts-form-recommendation = { part-recommendation }
drafts-form-referral = referral to a trial
drafts-form-referralStep = step of a referral
drafts-form-meetingRecord = record of the meeting
drafts-form-minutes = { phraseField-minutes }
drafts-form-circumstances = circumstances of the meeting
drafts-form-summary = { meeting-summary }
drafts-form-explanation = explanation for the patient
drafts-form-details = case details
drafts-form-readings = reason for a reading
drafts-form-amendment = reason for an amendment
drafts-form-evidenceNews = answer to new evidence
drafts-form-evidenceAside = why a row is not for this patient
drafts-form-companionUse = { companion-use }
drafts-form-germlineStep = { germlineWorkup-title }
drafts-form-relative = a relative

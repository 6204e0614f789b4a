### The meeting of a case, its quorum.

meeting-title = Meeting
meeting-heldOn = Held on
meeting-mode = Mode
meeting-reason = Reason for this mode
meeting-attending = Attending physician
meeting-attendance = { HEAD(report-attendance) }
meeting-fromMembers = From the members
meeting-addPerson = Add somebody who is not a member
meeting-person = Name
meeting-institution = Institution
meeting-remove = Remove
meeting-nobody = Please choose at least one participant.
meeting-preset = The attendance is a preset, please check it: { $from ->
    [agenda] it is of the meeting of { $day } that has this case on its agenda
   *[last] it is of the last recorded meeting, { $day }
}. Change what was otherwise before you record.
meeting-presetClear = Remove everybody
meeting-qualifications = Requirements
meeting-minutes = { HEAD(report-minutes) }
meeting-save = Record the meeting
meeting-saved = Meeting recorded
meeting-summary = The panel’s summary
meeting-summaryHint = Printed on the first page of the report.
meeting-summarySave = Record summary
meeting-summarySaved = Summary recorded

quorum-filled = { $n } of { $of } requirements filled
quorum-asRecorded = as recorded
quorum-now = for what is entered now
quorum-leastSure = The least sure of the items this rests on
quorum-people = at least { $n }
quorum-missing = { $n } missing
quorum-upTo = up to { $n } keys
quorum-fullTimeNotKnown = not said whether full time
quorum-duties = To be kept for this mode
quorum-grounds = Grounds on which the case may be handled so (at least one)
quorum-byAge = By age
quorum-byAgeOf = By age ({ $age }; below { $below })
quorum-ageNotKnown = By age (not recorded)
quorum-byRecord = By the recorded opinions ({ $agree ->
    [open] not settled
    [yes] all agree
   *[no] they differ
})
meeting-notQuorate = The report cannot be finalised as it is. Correct the record of the meeting, or let the chair go on with a written reason, which the report prints.
meeting-wentOn = Going on with a recorded reason.
meeting-goOn = Record the reason and go on

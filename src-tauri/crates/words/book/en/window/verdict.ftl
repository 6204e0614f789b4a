### Verdicts, criteria, dissenting views.

verdict-title = Panel verdict
verdict-scale = Scale
verdict-class = { HEAD(differsIn-class) }
verdict-defer = Put off
verdict-deferReason = Why it is put off
verdict-deferHint = For example: waiting for another test, an expert is being asked
verdict-notDeferred = Judge by class
verdict-rationaleField = { HEAD(verdict-rationale) }
verdict-referencesField = References (one a line)
verdict-save = Record verdict
verdict-saveAll = Record { $n } verdicts
verdict-change = Change the verdict
verdict-unfold = Open the form
verdict-fold = Fold
verdict-undo = Back to what is recorded
verdict-recorded = Verdict recorded
verdict-recordedNext = Verdict recorded. { $left } left
verdict-recordedPart = Verdict recorded. “{ $part }” comes next ({ $left } left).
verdict-recordedPartHeredity = Verdict recorded. Heredity comes next, under “{ $part }”.
verdict-recordedHeredity = { $n ->
    [one] Verdict recorded. One germline judgement is left.
   *[other] Verdict recorded. { $n } germline judgements are left.
}
verdict-recordedAll = Verdict recorded. Every finding has its verdict.
verdict-by = { $name }, { $at }
verdict-needClass = Choose a class, or put it off with a reason.
verdict-needReason = Please say why it is put off.
verdict-finalised = The report is finalised. To change it, start an amendment under “Report”.
verdict-noScale = No scale is offered for this kind.
verdict-unconfirmed = scale not confirmed
verdict-general = general knowledge, not checked against its source
verdict-more = Rationale, references
verdict-unspecified = Not specified

criteria-open = Classify by criteria and points
criteria-of = { $scheme }, version { $version }
criteria-total = Total
criteria-nothing = Choose criteria to see points and the class they suggest.
criteria-use = Choose the suggested class
criteria-barred = Not together with { $by } ({ $why })
criteria-strength = Strength of { $code }
criteria-note = Evidence for { $code }
criteria-noteHint = Evidence (PMID, database and date)
criteria-overrideNeeded = This is not the suggested class. Give the reason for judging otherwise.
criteria-unsure = not checked against the source
criteria-unsureSome = △ marks what is general knowledge, not checked against the source.
criteria-unsureAll = △ The content of these criteria is general knowledge, not checked against the source.
criteria-germline = Criteria of heredity: left out of the report of a patient who does not wish to be told.
criteria-clear = Clear all criteria
criteria-standsAlone = { $code } settles the class by itself
criteria-range = Points and classes
criteria-notForThis = These criteria are not for this finding.
criteria-onAnotherScale = A verdict is being written on another scale. Turning to “{ $scheme }” would lose it: record it or undo it first.
criteria-taken = { $code } taken into the aid. It is no verdict until it is recorded.
criteria-decided = A suggestion only. The panel decides.

dissent-add = Add a dissenting view
dissent-who = Whose view
dissent-guest = Not a member (give the name)
dissent-name = Name
dissent-words = What this person holds, and why
dissent-remove = Remove this view
dissent-incomplete = A dissenting view needs both a name and its words.

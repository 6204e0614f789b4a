### How a finding reads: transcripts, what would read otherwise now, words of heredity.

consequence-speaks = speaks
consequence-severer = more severe
consequence-severerElsewhere = worse effect
consequence-more = { $n } more in the list below.
consequence-impact = impact { $grade }
consequence-order = order of choice
consequence-reason = Why this transcript
consequence-reasonHint = For instance: validated at this site, as named in the paper or guideline
consequence-now = Shown now
consequence-then = Shown then
consequence-what = Gene, change and effect of this finding will be those of the chosen transcript, also where earlier verdicts are looked up and in the report. What the others say stays, and you can choose again.
consequence-chosen = { $transcript } speaks for the finding now

passages-clear = Not about this patient…
passages-title = A passage that is not about this patient
passages-what = It is recorded, with the reason, that this passage with its words of heredity does not speak of a finding of this patient. Once the words are changed they are looked at again.
passages-reason = Whom it is about, or why it may stand
passages-reasonHint = For example: the spouse’s history; a general explanation of the test
passages-confirm = Record it
passages-cleared = Recorded as not about this patient

readAnew-count = { $n }
readAnew-why = The way of reading (the program, or the site’s preferred transcripts) changed after the file was loaded. Nothing in the findings has changed yet. Until it is decided for each, with a reason, the report can be neither signed nor finalised.
readAnew-look = Compare and decide
readAnew-fold = Fold up
readAnew-part = Field
readAnew-was = As loaded
readAnew-now = As read now
readAnew-kind = Kind
readAnew-noFinding = Read now, this record would be no finding.
readAnew-onlyKeep = The new reading cannot be taken.
readAnew-becauseKind = It is another kind of finding and cannot stand under this number.
readAnew-becauseOrigin = It is of another origin (somatic, germline) and cannot stand under this number.
readAnew-because = It is of another kind or origin and cannot stand under this number.
readAnew-instead = Keep it as loaded; where fitting, enter the right finding by hand and defer this one with the reason.
readAnew-instead0 = Keep it as loaded; where fitting, defer its verdict with the reason.
readAnew-show = Show finding
readAnew-all = Select all
readAnew-none = Clear selection
readAnew-selected = { $n } selected
readAnew-reason = Why so
readAnew-reasonHint = Recorded with each selected finding.
readAnew-take = Take the new reading
readAnew-keep = Keep as loaded
readAnew-needPicked = Select the findings to decide about.
readAnew-needReason = Enter a reason to record the decision.
readAnew-cannot = The new reading of { $ids } cannot be taken. Leave it out of the selection, or keep as loaded.
readAnew-taken = { $n ->
    [one] The new reading stands for { $n } finding
   *[other] The new reading stands for { $n } findings
}
readAnew-kept = { $n ->
    [one] { $n } finding kept as loaded
   *[other] { $n } findings kept as loaded
}
readAnew-appeared = Records that are findings only now
readAnew-appearedWhat = They are not among the findings of this case. Enter by hand what the panel should discuss.
readAnew-appearedFirst = The first { $n } are shown.
readAnew-unreadable = Files that could not be read anew
readAnew-unreadableWhat = The stored file could not be read the present way. Its findings are as loaded.

heredityWords-title = Words of heredity
heredityWords-what = Where a patient has not asked to be told, what people write is searched for these words and shown as a gap (the program’s list, { $version }). Width, kana and case make no difference.
heredityWords-shipped = The program’s words ({ $n }); they cannot be taken out
heredityWords-inForce = in force
heredityWords-entries = { $n ->
    [one] { $n } word
   *[other] { $n } words
}
heredityWords-noList = The site has added no words.
heredityWords-emptied = All words of the site were taken back.
heredityWords-lines = Words of the site (one a line)
heredityWords-linesHint = For instance what your clinics and papers are called here. An abbreviation of at most five letters and digits counts only where it stands by itself. Lines beginning with # are skipped.
heredityWords-reason = Reason for the change
heredityWords-reasonHint = It stays in the history with name and time.
heredityWords-save = Save the words
heredityWords-saved = The words of heredity are saved and apply to open cases and to documents issued from now on.
heredityWords-back = Back to what is saved
heredityWords-earlier = Earlier lists ({ $n })
heredityWords-fill = Into the field

preferred-title = Preferred transcripts
preferred-what = Transcripts named here are chosen before MANE Select, each within its gene (order of choice { $order }). Which gene speaks does not change.
preferred-whatOpen = Cases already loaded do not change by themselves. In an open case, findings that would read otherwise are shown when it is opened, and a person decides.
preferred-inForce = in force
preferred-entries = { $n ->
    [one] { $n } transcript
   *[other] { $n } transcripts
}
preferred-noList = The site has no list; the choice begins with MANE Select.
preferred-emptied = The list was emptied; the choice begins with MANE Select.
preferred-lines = Transcripts (one “gene transcript” a line)
preferred-linesHint = For instance TP53 NM_000546.6. The version (.6) is not compared. Lines beginning with # are skipped.
preferred-reason = Reason for the change
preferred-reasonHint = Also say what it rests on. It stays in the history with name and time.
preferred-save = Save the list
preferred-saved = The preferred transcripts are saved and apply to what is loaded from now on.
preferred-back = Back to what is saved
preferred-earlier = Earlier lists ({ $n })
preferred-fill = Into the field

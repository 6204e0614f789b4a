### A case on the table: its strip, its parts, overview, history, data taken out.

strip-patient = Patient
strip-reveal = Show name
strip-hide = Hide name
strip-revealNote = Showing it is noted in the access log.
strip-days = { $n ->
    [one] { $n } day since receipt
   *[other] { $n } days since receipt
}
strip-revision = revision { $n } finalised
strip-revisionNo = revision { $n }
strip-past = An earlier state of the case (cannot be changed)
strip-backToNow = Back to the present
strip-content = Tumour cells
strip-wish = Disclosure

parts-counts = judged / to judge
parts-advised = { $advice } advised · { $trials } referred
parts-given = { $given } of { $of } people
parts-held = recorded
parts-label = Parts of the case
parts-overview = Overview
parts-shortVariant = Short variants
parts-copyNumber = { HEAD(finding-copyNumber) }
parts-rearrangement = Rearrangements
parts-biomarker = { kind-biomarker }
parts-other = Others
parts-germline = { HEAD(origin-germline) }
parts-treatment = Treatment, trials
parts-agreement = Opinions
parts-meeting = Meeting
parts-documents = Report
parts-history = History
parts-progress = { $judged } of { $all } judged
parts-next = What comes next
parts-yours = For you to do
parts-theirs = For others to do
parts-own = The person concerned
parts-reminders = To look at
parts-nothingLeft = Ready to be finalised
parts-goFinalise = To the report
parts-nextJudge = { $n ->
    [one] { $n } finding needs a verdict
   *[other] { $n } findings need a verdict
}

overview-title = Overview
overview-left = Progress
overview-details = { HEAD(part-details) }
overview-edit = Edit patient and clinical context
overview-editHint = Editing shows the patient’s identity. This is noted in the access log.
overview-saveDetails = Record patient and clinical context
overview-savedDetails = Patient and clinical context recorded
overview-sources = { HEAD(finding-sources) }
overview-addSource = Add a file
overview-loadedBy = loaded by { $name }, { $at }
overview-comments = Remarks of the laboratory
overview-test = Test and specimen
overview-addTreatment = Add a treatment
overview-removeTreatment = Remove
overview-from = From
overview-to = To
overview-askedOn = Wish asked on
overview-askedBy = Asked by
overview-group-patient = Patient
overview-group-clinical = Clinical context
overview-group-specimen = Specimen
overview-group-wish = Disclosure wish
overview-summary = The panel’s summary
overview-ledger = Ledger of the test
overview-day = Day
overview-remark = Remark
overview-happened = It happened
overview-record = Record
overview-yes = yes
overview-no = no
overview-noSummary = Not written yet.
overview-badDate = Please write it as 2026-11-22.
overview-badNumber = A whole number from { $low } to { $high }, please.

history-title = History
history-when = When
history-who = Who
history-what = What
history-hash = Hash
history-asOf = See this state
history-hint = Entries are only ever added, never rewritten.

figures-title = Figures
figures-none = No figure

exports-title-ledger = Write the ledger (CSV)
exports-title-ccat = Write the C-CAT items after the panel (CSV)
exports-title-case = Write the whole case (JSON)
exports-ledger = Ledger CSV
exports-ccat = C-CAT items CSV
exports-case = Whole case JSON
exports-warning-ledger = The file holds patients’ names and IDs. Keep it and hand it on with care.
exports-warning-ccat = The file holds C-CAT IDs and treatments. Keep it and hand it on with care.
exports-warning-case = Writes the whole record with the patient’s name and ID and with germline (secondary) findings. It is for the panel; do not give it to the patient.
exports-from = Received from
exports-to = Received until
exports-daysHint = All cases when left empty
exports-written = Written.
exports-file = File
exports-cases = Cases
exports-rows = Lines without the head
exports-copy = Copy the path
exports-copied = Copied
exports-openFolder = Open the folder
overview-glance = The case in one look
overview-keyFindings = Findings that weigh
overview-noKeyFindings = Nothing waits for a verdict or weighs.
overview-noTreatments = No treatment is recorded.
overview-noDates = no dates recorded
overview-goesOn = going on
overview-lineOf = line { $n }
overview-noAdvice = Nothing is recommended or referred yet.

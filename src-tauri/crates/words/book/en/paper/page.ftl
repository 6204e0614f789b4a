### Parts of a page, and how its words are put together.

page-matters = Findings that matter
page-quiet = Findings of uncertain or low significance
page-clinical = { HEAD(part-details) }
page-specimen = Specimen
page-germline = Germline (secondary findings)
page-responsibility = Finalisation and responsibility
page-hidden = Not shown at the laboratory's request
page-program = Program
page-format = Format
page-notes = Notes while reading
page-part = Part
page-subject = Subject
page-before = Previous revision
page-after = This revision
page-none = (none)
page-date = Date
page-name = Name
page-institution = Institution
page-qualifications = Requirement keys
page-version = Version
page-source = Source
page-by = Recorded by
page-remark = Remark
page-bytes = bytes
page-mode = Mode
page-judgement = Judgement
page-ageSex = Age, sex
page-heldOn = Panel date
page-tumour = tumour
page-normal = normal
page-sampleKind = Kind
page-advice = Advice
page-caution = Please note
page-label = Name
page-notStatedHere = not stated in this report
page-followUp = Germline follow-up
page-noRecord = no judgement recorded
page-noSummary = No summary was entered.
page-answeredFor = { $reason } ({ $name }, { $role }, { $at })
page-noMeeting = No meeting was recorded.
page-requirement = Requirement
page-needed = Needed
page-filledBy = Filled by
page-result = Result
page-missing = missing
page-circumstances = Circumstances
page-unsure = Items not confirmed in a source
page-noRecommendation = No recommendation was recorded.
page-noMatters = No finding was judged to matter for treatment.
page-noGermline = No germline judgement was recorded.
page-glossary = Glossary
page-evaluation = Evaluation of drugs, recommendations
page-advisedInRank = recommended (rank { $rank })
page-notAdvised = not recommended
page-changesInFull = In full under “Changes from the previous revision”.
page-textsChanged = Texts changed
page-noChange = Nothing is said otherwise than before.
page-alleleFrequency = allele frequency
page-dayToFill = ＿＿＿＿＿＿＿＿＿＿＿＿
page-test = Test
page-issuedOn = Issued on
page-notIssued = Draft: not issued yet.
page-notRecorded = { -not-recorded }
page-cases = Cases
page-logoOf = Logo of { $institution }
page-moreInFull = { $more } more. { page-changesInFull }
page-journalEnd = End of the journal
page-journalEndIs = { $events } events / { $hash }
page-draftMark = DRAFT
page-day = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
} { $year }
page-numberOf = { HEAD(report-page) } { $page } / { $all }
page-asOf = as of { $day }
page-years = { $age } { unit-years }
page-point = •{" "}
page-comma = { -list-separator }

said-issue = Issue { $number }
said-revision = Revision { $number }
said-pair = { $label }: { $value }
said-count = { $number }
said-people = { $number }
said-counted = { $heading } ({ $number })
said-list = { $items }

page-companion = Companion use (tested on { $on }): the result of the target { $targets } alone is given. The rest is not used for treatment decisions before the expert panel after standard therapy (notice on D004-2 (12)).

### The list of cases.

list-title = Cases
list-search = Search case number, tumour type, gene
list-record-treatments = treatment so far
list-record-case = clinical and test information
list-record-patient = patient information
list-record-findings = findings
list-record-panel = panel record (opinions, verdicts, summary, minutes)
list-record-germline = germline findings
list-record-recommendations = { report-recommendations }
list-record-referrals = trial referrals
list-foundIn = Found in { $field }
list-clear = Clear the search
list-intake = Load a draft report
list-caseNo = Case
list-status = { HEAD(referral-status) }
list-received = Received
list-days = Age
list-overdue = more than { $n } days since receipt, and the patient has not been told
list-overdueCount = { $n } waiting for more than { $days } days
list-daysAgo = { $n ->
    [one] { $n } day
   *[other] { $n } days
}
list-patient = Sex, age
list-tumour = { HEAD(clinical-tumourType) }
list-panel = { HEAD(test-panel) }
list-progress = Verdicts
list-noFindings = no findings
list-count = { $shown } of { $total } shown
list-emptyTitle = No cases yet
list-emptyWhat = Start by loading the draft report from the laboratory. You see what is in it first; nothing is stored until you confirm.
list-nothingFound = No case matches
list-nothingFoundWhat = Try a shorter search, or set the status back to “All”.

### Companion use of the profile.

companionUse-only = Companion test: the result of { $targets } alone is used
companionUse-waits = The other results stand on no document for the patient, a referral or another hospital before the expert panel after standard therapy.
companionUse-end = Record the end, and use all results
companionUse-endHint = Standard therapy is over, or about to be: considered by the expert panel
companionUse-ended = Companion use for { $targets } has ended ({ $reason }).
companionUse-none = Not recorded. Of a profile that was obtained to decide on one drug, the target’s result alone is used.
companionUse-effect = Once recorded, findings beside the target are left out of report, explanation, letters and exports until it is ended at the panel after standard therapy. The panel’s screens show them.
companionUse-state = Record
companionUse-open = Obtained as a companion test…
companionUse-flag = Waits for the later panel

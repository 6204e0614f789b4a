### What a case holds for the omission of its panel, and where it was found.

omissionGround-noCcat = No data of C-CAT’s report were imported.
omissionGround-ccatInherited = Germline findings in the data of C-CAT’s report: { $n }
omissionGround-filter = Findings to be looked at as possibly germline ({ $list } { $version }): { $n }
omissionGround-ccatNoDrug = C-CAT’s report counts no drug and no trial.
omissionGround-ccatDrugs = C-CAT’s report lists drugs or trials.
omissionGround-ccatSilent = C-CAT’s counts of drugs and trials were not imported.
omissionGround-marker = { $finding }: marker of a companion test or reimbursed ({ $marker }, { $tumour }, { $by }, { $source })

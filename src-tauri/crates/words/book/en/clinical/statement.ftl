### What a laboratory or C-CAT says.

statement-interpretation = interpretation
statement-therapy = therapy
statement-trial = trial
statement-evidence = evidence
statement-pertinentNegative = pertinent negative
statement-quality = quality
statement-remark = remark

speaker-laboratory = laboratory
speaker-ccat = C-CAT

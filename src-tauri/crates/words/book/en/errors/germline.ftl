### What was given about a finding that may be inherited, and cannot be.

germlineProblem-gene = “{ $found }” is no gene symbol. Write it as BRCA1.
germlineProblem-vaf = VAF “{ $found }” is no number from 0 to 1. Write 31 % as 0.31.
germlineProblem-age = age “{ $found }” is no number from 0 to { $most }.
germlineProblem-content = tumour content “{ $found }” is no number above 0 and up to 100. Write 40 % as 40.
germlineProblem-list = the site’s list cannot be read: { $error }
germlineProblem-noFile = This is no file.

germlineWorkup-noResult = Choose the result of the confirming test: confirmed, not found, or unclear.
germlineWorkup-resultElsewhere = A result goes with the result of the confirming test alone.
germlineWorkup-noDay = Give the day on which to ask again.
germlineWorkup-dayElsewhere = A day on which to ask again goes with what is put off alone.

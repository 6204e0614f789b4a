### What was given about a finding that may be inherited, and cannot be.

germlineProblem-gene = “{ $found }” is no gene symbol. Write it as BRCA1.
germlineProblem-vaf = VAF “{ $found }” is no number from 0 to 1. Write 31 % as 0.31.
germlineProblem-age = age “{ $found }” is no number from 0 to { $most }.
germlineProblem-content = tumour content “{ $found }” is no number above 0 and up to 100. Write 40 % as 40.
germlineProblem-list = the site’s list cannot be read: { $error }
germlineProblem-noFile = This is no file.

### The lists that a site keeps itself, in the settings.

siteLists-title = Lists of the site
siteLists-what = Lists that the site keeps itself. Each edit is kept as a new version, with who changed what, when and why. They can be written to a table (CSV, Excel), edited there and imported again.
siteLists-kinds-ownList = Own evidence
siteLists-kinds-companionTests = Companion tests and reimbursed markers
siteLists-kinds-diseaseMap = Diseases and OncoTree
siteLists-kinds-panelGenes = Genes of panel tests
siteLists-kinds-geneRoles = Roles of genes
siteLists-find = Find a row
siteLists-rows = { $shown } of { $all } rows
siteLists-more = { $n } more (narrow them down with words)
siteLists-add = Add a row…
siteLists-reason = Reason for the change
siteLists-save = Record the row
siteLists-remove = Take this row off
siteLists-kept = A new version of the list is recorded.
siteLists-csv = Write as CSV…
siteLists-xlsx = Write as Excel…
siteLists-history = Versions ({ $n })
siteLists-unconfirmed = empty (unconfirmed)

### What the site's knowledge could not take in or answer, and what to do about it.

knowledgeFailure-file = { $file } cannot be read. Check that it is still there and that you may read it ({ $error })
knowledgeFailure-unrecognised = { $file } is no file of knowledge that can be read (found { $found }; expected { $expected }). Name its kind, or take the file as its source publishes it. Nothing was imported
knowledgeFailure-damaged = { $file }: reading stopped in line { $line } (found { $found }; expected { $expected }). Fetch the file again. Nothing was imported
knowledgeFailure-nothingKept = { $file }: none of its { $read } rows could be used (line { $line }: { $detail }). Check that it is the right file. Nothing was imported
knowledgeFailure-changing = { $file } changed while it was read. Import it when it is complete. Nothing was imported
knowledgeFailure-cancelled = the import of { $file } was stopped. Nothing was imported
knowledgeFailure-invalid = the value of { $field } is not taken ({ $what })
knowledgeFailure-rowRefused = the row cannot be kept ({ $detail }). The list was not changed
knowledgeFailure-afterOthers = { $failure }. { $files }, chosen before it, was imported
knowledgeFailure-emptyList = this list has no rows yet. Write its header alone as CSV
knowledgeFailure-noAddress = this reference has no address that its number (PMID, NCT, jRCT, DOI) tells
knowledgeFailure-noList = { $kind } is no list that the site keeps itself (ownList, companionTests, diseaseMap, geneRoles or panelGenes)
knowledgeFailure-noSuchImport = there is no import { $id }. See the list of imports for those that there are
knowledgeFailure-stale = this list was changed meanwhile (it is { $id } now). Look at it again before editing. Nothing was changed
knowledgeFailure-busy = another program is importing knowledge. Try again when it is done
knowledgeFailure-readOnly = nothing can be written to { $place } (a read-only disk, or no rights). Check place and rights
knowledgeFailure-full = the disk with { $place } is full. Make room and import again
knowledgeFailure-damagedStore = the database of knowledge { $place } is damaged ({ $error }). Put it aside and import the knowledge again; no patient's data are in it
knowledgeFailure-newer = the database of knowledge { $place } was made by a newer version of Entaku. Update the program
knowledgeFailure-vcf = { $file } cannot be registered (found { $found }; expected { $expected }). { $hint }
knowledgeFailure-database = the database of knowledge { $place } failed. Nothing was changed ({ $error })

setAsideReason-repeated = the same row under the same id (counted once)
setAsideReason-sameIdOtherContent = another row under the same id (the earlier one is used)
setAsideReason-tooFewFields = fewer fields than the header
setAsideReason-tooManyFields = more fields than the header
setAsideReason-missing = a needed field is empty
setAsideReason-unknownWord = a value that is none of the known words
setAsideReason-noNumber = a value that is no number
setAsideReason-withdrawn = withdrawn by its source

knowledgeKind-civicEvidence = CIViC evidence
knowledgeKind-civicAssertions = CIViC assertions
knowledgeKind-civicVariants = CIViC variants
knowledgeKind-civicProfiles = CIViC molecular profiles
knowledgeKind-civicFeatures = CIViC genes, fusions, factors
knowledgeKind-oncotree = { abbr-oncotree }
knowledgeKind-hgnc = HGNC gene names
knowledgeKind-geneRoles = roles of genes
knowledgeKind-hotspots = hotspots
knowledgeKind-ownList = the site's own evidence
knowledgeKind-companionTests = companion tests and reimbursed markers
knowledgeKind-diseaseMap = diseases and their tumours in OncoTree
knowledgeKind-panelGenes = genes that panel tests examine
knowledgeKind-clinvar = { significanceFrom-clinvar }
knowledgeKind-frequencies = population frequencies
knowledgeKind-trialsClinicalTrialsGov = trials of ClinicalTrials.gov
knowledgeKind-trialsCtml = trials in CTML
knowledgeKind-trialsJrct = trials of jRCT

versionFrom-fileName = date in the file's name
versionFrom-content = newest change in the file
versionFrom-person = as given by a person
versionFrom-importDay = day of the import
knowledgeFailure-noSuchKind = there is no kind of knowledge called “{ $kind }”

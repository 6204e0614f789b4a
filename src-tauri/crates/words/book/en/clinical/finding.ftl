### Findings: what was seen, where, by what.

-not-stated = not stated

origin-somatic = somatic
origin-likelySomatic = likely somatic
origin-germline = germline
origin-likelyGermline = likely germline
origin-unknown = origin not stated

nucleicAcid-dna = DNA
nucleicAcid-rna = RNA

kind-shortVariant = Short variants (SNV, insertion, deletion)
kind-copyNumber = Copy-number alterations
kind-rearrangement = Rearrangements
kind-biomarker = Biomarkers
kind-expression = Expression
kind-nonHuman = Non-human content
kind-composite = Composite biomarkers

buildSource-file = stated in the file
buildSource-formatConvention = custom of the format, not in the file
buildSource-contigLength = concluded from contig lengths
buildSource-person = given by a person
buildSource-notStated = { -not-stated }

geneRole-oncogene = oncogene
geneRole-tumourSuppressor = tumour suppressor
geneRole-both = oncogene and tumour suppressor

assay-msi = MSI
assay-tmb = TMB

finding-id = No.
finding-gene = gene
finding-marker = marker
finding-change = change
finding-protein = protein change
finding-coding = coding change
finding-transcript = transcript
finding-effect = predicted effect
finding-position = position
finding-vaf = VAF
finding-depth = depth
finding-origin = origin
finding-copyNumber = copy number
finding-breakpoints = breakpoints
finding-supportingReads = supporting reads
finding-referenceGenome = beside the reference genome
finding-value = value
finding-state = state
finding-notReported = not on the laboratory's report
finding-germlineFlag = germline judgement of the panel
finding-sources = source files
finding-differences = sources disagree
finding-twins = same alteration, other origin
finding-entered = entered by a person
finding-statements = statements of the laboratory and C-CAT
finding-reading = what was read
finding-transcripts = consequences by transcript
finding-chosenBecause = why this transcript speaks
finding-moreSevere = a more severe effect on another transcript or gene
finding-referenceMisfit = not as in the reference genome
finding-choose = let this transcript speak
finding-readsOtherwise = findings that would read otherwise now

copyNumber-homozygousLoss = homozygous loss

differ-naming = naming
differ-value = value or state
differ-verdict = laboratory's verdict

chosen-only = the only one
chosen-sourceOrder = the source's order: the first
chosen-preferred = on the site's list of preferred transcripts
chosen-maneSelect = MANE Select
chosen-manePlusClinical = MANE Plus Clinical
chosen-canonical = canonical in the annotator's database
chosen-pick = PICK of VEP
chosen-severity = the most severe effect on the gene
chosen-name = between equals, by name
chosen-person = chosen by a person

chosenGene-severity = the gene that is hit hardest
chosenGene-knownPromoter = a gene known for changes of its promoter
chosenGene-tie = between equally hit genes: a name, better marks, then by name

transcript-preferred = site's list
transcript-maneSelect = MANE Select
transcript-manePlusClinical = MANE Plus Clinical
transcript-canonical = canonical
transcript-pick = PICK

match-position = same build, position and alleles
match-codingChange = same gene and coding change
match-proteinChange = same gene and protein change
match-copyNumber = same genes and type of copy-number change
match-rearrangement = same gene pair or breakends
match-marker = same marker

unit-years = years
unit-noneFound = Tested for; nothing was found.
unit-notTested = Not tested for.
unit-noResult = The files received give no result.
unit-none = The files received hold none.

setAside-notPass = filter not passed (FILTER is not PASS)
setAside-notInTumour = not in the tumour sample
setAside-reference = no alternate allele
setAside-unreadable = a required field cannot be read
setAside-duplicateItem = record with an id used before
setAside-mate = second record of a breakend pair, joined into one rearrangement
setAside-otherAllele = other allele of one change, kept as one finding
setAside-joined = further row of a finding, kept as a statement on it
setAside-details = about the patient, the specimen or the test: proposed as details or kept as statements
setAside-notCalled = not called by the laboratory
setAside-otherSample = record of another sample or registration
setAside-tooMany = beyond the limit of one case
setAside-unsupported = a kind of record not supported

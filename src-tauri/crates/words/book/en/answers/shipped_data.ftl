### Data files that come with the program.

shippedData-oncotree = { abbr-oncotree }
shippedData-civicSet = Chosen evidence of CIViC
shippedData-diseaseMap = Names of diseases and OncoTree
shippedData-geneAliases = Other names of genes
shippedData-geneRoles = Roles of genes in cancers
shippedData-exons = Where exons lie
shippedData-proteins = Lengths and domains of proteins
shippedData-companionMarkers = Companion tests and reimbursed markers
shippedData-tests = What panel tests look at
shippedData-markerMarks = Limits of markers
shippedData-scales = Scales of verdicts and evidence
shippedData-schemes = Schemes of classification
shippedData-proposals = When data speak for a criterion
shippedData-germlineFilter = Filters of presumed inherited findings
shippedData-germlineGenes = Genes whose heredity is looked at
shippedData-drugNames = Names of drugs
shippedData-routeNeeds = What routes to a treatment need
shippedData-basketStudy = State of the basket study NCCH1901
shippedData-trialWords = Words of trials’ criteria
shippedData-ruleSets = Requirements of expert panels
shippedData-ccatCodes = Codes of C-CAT’s items
shippedData-phrases = Example phrases
shippedData-geneticGuidance = Occasions of guidance in hereditary tumours

### The table of findings, one finding, a finding entered by hand.

table-select = Select
table-gene = { HEAD(finding-gene) }
table-change = { HEAD(finding-change) }
table-depth = Depth
table-copies = Copies
table-reads = Reads
table-value = { HEAD(finding-value) }
table-flags = Flags
table-filter = Filter by gene or change
table-empty = No findings of this kind.
table-emptyFilter = No finding matches the filter.
table-count = { $left ->
    [0] { $all } · all judged
   *[other] { $all } · { $left } without verdict
}
table-folded = { $n ->
    [one] { $n } more column in the details
   *[other] { $n } more columns in the details
}
table-sort = Order
table-sortNeeds = Without verdict first
table-sortGene = Gene
table-sortVaf = Highest VAF first
table-sortSource = As in the file
table-selected = { $n } selected
table-judgeSelected = Judge together
table-clearSelection = Clear selection
table-selectUnjudged = Select all without verdict
table-notNeeded = no verdict needed
table-differ = opinions differ: { $in }
table-sourcesDiffer = sources differ
table-contradicts = Contradicts itself
table-byHand = by hand
table-germlineOrigin = { origin-germline }
table-opinions = { $n ->
    [one] { $n } opinion
   *[other] { $n } opinions
}
table-reported = reported
table-notReported = not reported
table-germlineQuestion = Inherited?
table-germlineMatter = Falls under the disclosure wish
table-withheld = not in the report
table-unjudged = { verdict-none }
table-actionable = bears on treatment

detail-empty = Choose a finding to see it here and to record the panel’s verdict.
detail-close = Close details
detail-seen = What was seen
detail-sections = What the details say
detail-to-seen = Seen
detail-to-sources = Sources
detail-to-evidence = Evidence
detail-to-recall = Earlier verdicts
detail-to-opinions = Opinions
detail-to-germline = { HEAD(origin-germline) }
detail-verbatim = As written in the source
detail-position = { HEAD(finding-position) }
detail-reads = Reads
detail-altOf = { $alt } alternate reads of { $depth }
detail-germline = Germline judgement
detail-germlineReason = Reason
detail-germlineWish = Disclosure: { $wish }
detail-recall = Earlier verdicts
detail-recallSame = same alteration
detail-recallTumour = same gene and tumour type
detail-recallGene = same gene
detail-recallDiffers = Differs from an earlier verdict on the same alteration ({ $day }: { $said }{ $more ->
    [0] {""}
   *[other] , and { $more } more
}).
detail-recallNone = No earlier verdicts in this store.
detail-opinions = Members’ opinions
detail-opinionsNone = No opinions yet.
detail-opinionDiffer = Opinions differ ({ $in }).
detail-myOpinion = My opinion
detail-comment = Comment
detail-concern = Germline concern
detail-opinionSave = Record my opinion
detail-ccat = C-CAT’s verdict (copied)
detail-ccatHint = Enter the words of the C-CAT findings report as they stand. Empty takes the entry back.
detail-earlier = Earlier verdicts in this case
detail-sources = What the sources say
detail-further = As in { $file }
detail-byHand = entered by a person
detail-sample = Sample
detail-source = File
detail-nothing = { -not-stated }
detail-several = Judging { $n } findings together
detail-severalHint = The same class and rationale are recorded for every selected finding.
detail-severalMore = and { $n } more

enter-title = Enter a finding
enter-kind = Kind
enter-reason = Where it comes from
enter-reasonHint = For instance a report on paper, or told by the laboratory
enter-save = Add the finding
enter-saved = The finding was added.
enter-number = Give a number.
enter-vafHint = A fraction from 0 to 1 (0.31 for 31 %)
enter-assemblyHint = Needed with a position (GRCh37, GRCh38)
enter-partnerHint = The 3' gene
enter-fields-gene = { HEAD(finding-gene) }
enter-fields-partner = Fusion partner
enter-fields-hgvsC = { HEAD(finding-coding) }
enter-fields-hgvsP = { HEAD(finding-protein) }
enter-fields-transcript = { HEAD(finding-transcript) }
enter-fields-chromosome = Chromosome
enter-fields-position = Position (from 1)
enter-fields-assembly = { HEAD(test-assembly) }
enter-fields-reference = Reference allele
enter-fields-alternate = Alternate allele
enter-fields-vaf = { finding-vaf }
enter-fields-depth = { HEAD(finding-depth) }
enter-fields-alternateDepth = Alternate or supporting reads
enter-fields-alteration = Type of change
enter-fields-marker = Marker (TMB, MSI, LOH)
enter-fields-state = { HEAD(finding-state) }
enter-fields-organism = Organism
enter-fields-value = { HEAD(finding-value) }
enter-fields-unit = Unit
enter-fields-laboratoryVerdict = { HEAD(differ-verdict) }

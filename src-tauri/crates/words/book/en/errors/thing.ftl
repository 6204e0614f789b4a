### What is looked for and is not there.

thing-case = case
thing-document = document
thing-example = example
thing-finding = finding
thing-issuedDocument = issued document
thing-logo = logo
thing-meeting = meeting
thing-member = { role-member }
thing-phrase = phrase
thing-recommendation = { part-recommendation }
thing-referenceGenome = reference genome
thing-referral = referral
thing-revision = { report-revision }
thing-transcript = { finding-transcript }
thing-proposal = Proposal
thing-evidence = row of evidence
thing-trial = { study-any }

### What is looked for and is not there.

thing-case = case
thing-document = document
thing-example = example
thing-finding = finding
thing-issuedDocument = issued document
thing-logo = logo
thing-meeting = meeting
thing-member = member
thing-phrase = phrase
thing-recommendation = recommendation
thing-referenceGenome = reference genome
thing-referral = referral
thing-revision = revision
thing-transcript = transcript

### Recommendations and trials.

route-insurance = insurance (approved, CDx)
route-insuranceConditional = conditional, outside the insured indication
route-sponsorTrial = sponsor-initiated registration trial
route-investigatorTrial = investigator-initiated registration trial
route-expandedAccess = expanded-access trial
route-advancedMedicalCare = advanced medical care
route-patientProposed = patient-proposed health services
route-specifiedTrial = specified clinical trial
route-offLabel = off-label use (self-paid)
route-abroad = abroad
route-none = none

referral-candidate = candidate
referral-recommended = recommended by the panel
referral-asking = asking the site
referral-waiting = waiting for a slot
referral-referred = referred
referral-screening = screening
referral-eligible = eligible
referral-ineligible = ineligible
referral-consented = consented
referral-enrolled = enrolled
referral-started = treatment started
referral-completed = completed
referral-declinedByPatient = declined by the patient
referral-notPursued = not pursued (physician)
referral-recruitmentClosed = recruitment closed
referral-conditionWorsened = death or worsened condition
referral-trialId = trial ID
referral-title = title
referral-phase = phase
referral-site = site
referral-contact = contact
referral-eligibility = eligibility remarks
referral-asOf = recruitment checked on
referral-status = status
referral-nextCheck = next check

further-additionalTest = additional test
further-rebiopsy = re-biopsy
further-germlineFollowUp = confirmatory germline test, genetic counselling
further-other = other step

advice-treatment = recommended treatment
advice-further = further step
advice-resistance = (resistance: thought to work less well)
advice-considered = considered, not recommended
advice-nothing = no recommendation

approval-onLabel = approved in Japan, on label
approval-offLabel = approved in Japan, off label
approval-abroadOnly = not approved in Japan, approved abroad
approval-unapproved = approved nowhere

basketStudy-open = open
basketStudy-notOpen = not open
basketStudy-toAsk = to be asked

recommendation-rank = rank
recommendation-drugs = drugs
recommendation-evidence = evidence level
recommendation-route = access route
recommendation-trial = trial
recommendation-basis = based on
recommendation-approval = standing in Japan
recommendation-basketStudy = NCCH1901 (basket study)
recommendation-site = where it can be had
recommendation-needs = what the route needs
recommendation-needsList = list of needs
recommendation-contraindications = contraindications, cautions
recommendation-proposedBy = proposed by
recommendation-panel = panel’s judgement

study-registration = registration trial
study-specified = specified clinical trial
study-research = clinical research
study-any = clinical trial

trialSubject-alteration = Alteration
trialSubject-tmb = TMB
trialSubject-msi = MSI
trialSubject-mmr = MMR
trialSubject-tumour = Tumour type
trialSubject-age = Age (years)
trialSubject-sex = Sex
trialSubject-performanceStatus = PS (ECOG)
trialSubject-priorLines = Prior lines of treatment
trialSubject-priorDrug = Prior drug
trialSubject-her2 = HER2
trialSubject-er = ER
trialSubject-pr = PgR
trialSubject-brainMetastases = Active brain metastases allowed
trialSubject-diseaseStatus = State of the disease
trialSubject-other = Other condition
trialSubject-inclusion = Inclusion criteria
trialSubject-exclusion = Exclusion criteria

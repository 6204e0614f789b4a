### The patient, the specimen, the tumour.

-not-recorded = not recorded

sex-male = male
sex-female = female
sex-unknown = not recorded

wish-wants = wishes to be told
wish-refuses = does not wish to be told
wish-decidesLater = decides later
wish-notAsked = not asked yet

patient-name = patient name
patient-kana = name in kana
patient-hospitalId = hospital patient ID
patient-ccatId = C-CAT registration ID
patient-sex = sex
patient-birthDate = date of birth
patient-age = age
patient-wish = wish about secondary findings
patient-wishInFile = wish stated in the file (differs from the record: the laboratory may have left findings out)

clinical-tumourType = tumour type
clinical-oncotree = OncoTree code
clinical-diagnosis = clinical diagnosis
clinical-pathology = pathological diagnosis
clinical-stage = stage
clinical-performanceStatus = ECOG performance status
clinical-treatments = treatment history
clinical-pastHistory = past history
clinical-familyHistory = family history
clinical-hospital = referring hospital
clinical-department = department
clinical-attending = attending physician

treatment-line = line
treatment-regimen = regimen
treatment-period = period
treatment-bestResponse = best overall response
treatment-endedBecause = reason for ending

specimen-kind = specimen type
specimen-site = site
specimen-method = method
specimen-collectedOn = date of collection
specimen-tumourContent = tumour cell content
specimen-adequacy = specimen adequacy
specimen-quality = specimen quality

adequacy-adequate = adequate
adequacy-limited = limited
adequacy-inadequate = inadequate

ccatFindings-state = C-CAT findings report
ccatFindings-madeOn = C-CAT findings report made on
ccatFindings-version = version of C-CAT’s knowledge base
ccatFindings-notRecorded = { -not-recorded }
ccatFindings-awaited = awaited
ccatFindings-received = received
ccatFindings-notMade = not made

sample-confirm = confirm as the tumour's sample
sample-guessed = the program's guess, not confirmed

### What the acts refuse, by the file that says it.

common-fileMissing = Choose a file.
common-unchanged = Nothing is changed.
common-unreadable = { $shown } cannot be read. Check the place and its permissions. ({ $error })
common-futureDay = A day in the future cannot be recorded.

addRecommendation-drugMissing = Name at least one drug.
addRecommendation-routeMissing = Choose the access route.
addRecommendation-noSuchNeed = The list of what this route needs has no { $id }, or it is named twice. Use each id that treatment_grounds gives once.

adoptPhrase-adoptedAlready = This example was taken over already, as phrase { $id }.

arrive-personMissing = Choose who arrives.

askOpinions-cannotOpine = { $name } has no role that gives opinions.

chooseConsequence-severalGenes = Several genes have this transcript. Name the gene too.

clearWords-namesNothing = This text names nothing of heredity.
clearWords-notInCase = “{ $shown }” stands nowhere in this case. Give a passage exactly as it is listed under the gaps of the case (namesWithheld).

closeCaseAtMeeting-notDiscussed = The case has not been on the table of this meeting. Turn to it first.

decideReadings-noFindingNow = Read anew, the record of { $finding } is no finding. Keep it as it was, and defer it with a reason where fitting.
decideReadings-nothingToDecide = None of these findings would read otherwise now.

enterFinding-buildMissing = A position needs its genome build (GRCh37, GRCh38).
enterFinding-needed = This kind of finding needs it.
enterFinding-compositeMarker = A composite marker cannot be entered; enter the findings it is made of.
enterFinding-changeMissing = Give the coding change, the protein change or the position.
enterFinding-noNumber = Give a number.
enterFinding-cannotBeRead = { $error }
enterFinding-noPosition = { $found } is not a position: expected a whole number from 1 to 4294967295 (positions are counted from 1)
enterFinding-noFraction = { $found } is not a variant allele frequency: expected a fraction from 0 to 1

giveOpinion-nothingSaid = Give a class or a comment.

intakeProblem-batchOfACase = A batch makes a new case of each file.
intakeProblem-emptyFolder = The folder holds no file.

judgeFinding-findingMissing = Choose a finding.
judgeFinding-verdictMissing = Choose a class, or give the reason for deferring.
judgeFinding-criteriaForSeveral = Criteria belong to one finding. Choose a single one.

leave-personMissing = Choose who leaves.

moveReferral-noReferralId = '{ $found }' is not a referral id: expected a UUID in lower case

listCases-noPlace = Not a place in the list.

notePrinted-noHash = This is no hash of a document.

openStore-nobodySignsIn = Nobody can sign in to this store.

planMeeting-dayMissing = Give the day of the meeting.

previewTemplate-noCase = There is no case to show it on; load one first.

recordHeredityWords-tooMany = At most { $most } words.
recordHeredityWords-wordLength = Line { $number }, “{ $shown }”: a word has { $least } to { $most } characters, not counting spaces and signs.
recordHeredityWords-foundAlready = Line { $number }, “{ $shown }”, is found already as “{ $known }”.
recordHeredityWords-notRecordable = Line { $number }, “{ $shown }”, cannot be recorded as a word: { $error }.

recordMilestone-futureDay = This day is still to come. Record the day on which it happened.

recordPhrase-titleTooLong = Title and reading are one line of at most { $mostTitle } characters.
recordPhrase-textTooLong = A phrase has at most { $mostText } characters.
recordPhrase-fieldMissing = Choose at least one kind of field that it is meant for.

recordPreferredTranscripts-notGeneAndTranscript = Line { $number }, “{ $shown }”, is not “gene transcript” (for instance TP53 NM_000546.6).
recordPreferredTranscripts-tooMany = At most { $most } transcripts.

registerReference-pathNotUnicode = The path is not Unicode.

removeMember-oneself = You cannot remove yourself; ask another administrator.

signReport-capacityMissing = Choose at least one capacity to sign in (author, reviewer, chair).
signReport-oneCapacityEach = This site's rule lets a person sign in one capacity only; another member signs in the others.

templateLogo-fileMissing = Name the file of a logo.

verifyDocument-fileOrCode = Give either a file or the code at the foot of a page.
verifyDocument-noCode = Enter what the square code at the foot of a page says (ENTAKU1/…), or at least 12 digits of the hash beside it.
verifyDocument-noPdf = { $shown } is no PDF file; only a PDF can be compared.
verifyDocument-tooLarge = { $shown } has { $found } MB. No document of this program exceeds { $most } MB; it was not read.

command-noChoice = This is not one of the choices. ({ $why })
command-wrongArguments = Arguments of { $name }: { $why }

form-missing = This must be given.
form-tooLong = { $count } characters; at most { $maxChars } are accepted.
form-noDate = “{ $day }” is not a date. Write it as 2026-11-22.
form-noChoice = “{ $code }” is not one of the choices. ({ $error })
form-scaleOrClassMissing = Choose both the scale and its class.
form-outOfRange = { $found } is out of range; expected { $expected }.
form-controlCharacter = It holds the control character U+{ $code }. Remove it.
form-noFindingId = '{ $found }' is not a finding id: expected F or G and a number from 1
form-noGrade = { $error }

ruleSet-firstDayMissing = Give the first day on which it holds.
ruleSet-cannotBeMeant = { $found } cannot be meant; expected { $expected }.

desk-unwritable = { $shown } cannot be written. Check the folder and its permissions. ({ $error })
desk-inStore = { $shown } is not written: it lies in the folder of a case store ({ $store }). Name another folder. Nothing was written.
desk-noFile = { $shown } is not written: what stands there is no ordinary file (a folder, a device, a link). Give another name. Nothing was written.
desk-notEmpty = { $shown } is no empty folder. Choose a new or an empty folder, or the name of a file that ends in “.zip”. Nothing was written
desk-noPlaceForNotes = this store can be read alone, and this computer has no place to note who looked. So nothing is shown; start the program as a user with a home folder
desk-noMember = Not a member of this store.
desk-caseChanged = The case changed after it was shown. Load it again and repeat; nothing was recorded.
desk-notSignedIn = Sign in first.
desk-doneSessionOver = It was done in the name of whoever asked for it. That person has signed out or locked the screen meanwhile, so the result is not shown. A file that was written is there.
desk-firstPassword = With the first password, which an administrator told you, nothing can be done but change it. Choose a password that only you know
desk-removed = you were signed out: you do not belong to this store any more, or your password was given anew. Sign in again, or ask an administrator
desk-waitsForConfirmation = you came in by the recovery code, and somebody else has to confirm that it is you: { JOIN($names, ", ") } can, after signing in. Until then nothing can be done
desk-recordedAllTheSame = this was recorded (of several things some), and the disk failed in what came after. Open it again and look at what is there before going on

backupPlan-folder = { $shown } is no place for backups. Choose a folder of this computer that is outside of the store
backupPlan-days = choose 1 to 90 days
backupPlan-generations = choose 2 to 100 generations
backupPlan-gone = the place of the backups, { $folder }, is not there. See whether the disk is connected

meetingProblem-meetingChanged = The meeting changed after it was shown. Load it again and repeat; nothing was recorded.

dispatch-noCommand = There is no command “{ $name }”.

rules-noRuleSet = There is no rule-set “{ $id }”; known are { $ids }.
rules-noJson = The line is not JSON of the shape that is asked for. ({ $error })
rules-tooMany = { $count } entries; at most { $most } are accepted.
rules-noChoice = “{ $given }” is not one of { $known }.

omissionProblem-dayMissing = Give the day whose rules are asked for, YYYY-MM-DD.

classification-tooManyCriteria = { $count } criteria; at most { $mostCriteria } are accepted.
classification-criterionMissing = Choose at least one criterion.
classification-suggestedAlready = The verdict is the suggested one. Leave this empty; reasons belong to the rationale.
classification-tooManyDissents = { $forms } dissenting views; at most { $mostDissent } are accepted.
classification-dissentsTwice = { $name } dissents twice. Put it into one entry.

documentsProblem-referralMissing = Say which referral the letter is about.
documentsProblem-notMadeHere = This kind cannot be made here. Use patient, referral or wish for a case, minutes or agenda for a meeting.
documentsProblem-noReferral = The report has no such referral.

export-lastBeforeFirst = The last day is before the first.

intakeProblem-futureDay = The day of receipt is still to come.
intakeProblem-tooLarge = { $name } has { $size } bytes; at most { $keptBytes } can be kept as the original. Ask for the reportable part only. Nothing was stored.
intakeProblem-sessionOver = Stopped, because the session ended while files were being read. Nothing was stored. Sign in and load them again.
intakeProblem-stopped = { $name }: stopped before it was loaded; nothing of it was stored.
intakeProblem-severalSamples = { $name } holds records of { $count } samples or registrations ({ $names } …). Say which one to load. Nothing was stored.
intakeProblem-unreadable = { $path } cannot be read. Check the path and its permissions. ({ $error })

logos-fileChanged = The file of the logo is no longer what was shown. Choose it again and look at it.
logos-tooManyBytes = The file of a logo may have { $most } kB; this one has { $has }. Choose a smaller PNG or JPEG.
logos-neitherPngNorJpeg = A logo is a PNG or JPEG file. Save it as PNG, then choose that.
logos-anotherKind = A logo is a PNG or JPEG file. This seems to be { $kind }. Save it as PNG, then choose that.
logos-tooManyPixels = A side of a logo may have { $most } pixels; this one has { $width } × { $height }. Make it smaller.
logos-pressColours = This picture has the colours of a printing press (CMYK), which would come out wrong. Save it in RGB.
logos-blank = On white paper nothing of this picture would be seen. Choose the logo for light backgrounds.
logos-damaged = The picture cannot be read to its end: the file is damaged or cut off. ({ $damage })

meetingProblem-unknownGround = A ground is given that the rules of that day do not name for this way of meeting. Choose again.
meetingProblem-tooManyPeople = At most { $mostPeople } participants.
meetingProblem-namedTwice = “{ $name }” is named twice.
meetingProblem-nameMissing = Give the participant's name.

members-roleMissing = Choose at least one role.
members-lastAdministrator = This is the last administrator. Make somebody else an administrator first.

opinions-noMember = There is no member “{ $id }” in this store.

phrasesProblem-sameTitle = Phrase { $id } has the same title. Choose another one.
phrasesProblem-outOfUse = Phrase { $id } is out of use. Take it into use again first.
phrasesProblem-inUse = Phrase { $id } is in use.

referencesProblem-noBuild = Name GRCh37 or GRCh38.

reportProblem-cannotBeMade = The report cannot be made. ({ $other })
reportProblem-paperIsFixed = A document that is final stays on its paper. Paper can be chosen for the draft (revision 0) alone.

meetingProblem-omittedIsNoMeeting = An omitted panel is no meeting. Record it with the case, with its reason.

store-passwordTooShort = Use at least { $passwordChars } characters.
store-passwordGuessable = It must not hold your name or repeat one character.
store-passwordUnchanged = Choose another password than the present one.
store-recoveryCode = Recovery code

classification-schemeNotMadeFor = { $scheme } is not made for this kind of finding ({ $kind }). Judge without the criteria.
classification-scaleNotOffered = { $scale } is not offered for this kind of finding ({ $kind }). Judge on one of: { $offered }.
classification-scaleOffered = { $scale } ({ $id })
classification-suggestsAnotherScale = { $scheme } suggests classes of “{ $scale }”. Judge on that scale, or leave the criteria out.
classification-reasonMissing = The criteria suggest “{ $class }”. Give the reason for judging otherwise.
classification-noScheme = { $error }
classification-excludeEachOther = { $first } and { $second } exclude each other ({ $reason }). Take one of them out.
classification-noCriterion = { $scheme } has no criterion “{ $code }”.
classification-chosenTwice = { $code } is chosen more than once. Choose it once.
classification-noSuchStrength = { $code } cannot be { $asked }; it can be { $offered }.
classification-refusals = { JOIN($all, " ") }

permission-onlyTheseRoles = Only these roles may do this: { $roles }

recordRuleSet-beginsOnTheSameDay = “{ $name }” begins on the same day; it could not be told which one applies.

treatment-noTrialNumber = { $error }
treatment-noRecommendationId = '{ $found }' is not a recommendation id: expected a UUID in lower case

confirmRecovery-nothingToConfirm = nothing waits to be confirmed for this person: somebody has done so, or you are not one who can

resetAccess-oneself = your own password cannot be given anew here. Change it under “Change password”, or ask another administrator
resetAccess-noSecond = the second person must be an administrator or the chair, other than you and the person concerned. Nothing was changed

secondFactor-setUp = a second factor is set up already. Give it up first to change it
secondFactor-notSetUp = no second factor is set up

fourEyes-waitsAlready = { $by } has proposed something about this already. Confirm or withdraw that first.
fourEyes-anotherConfirms = You cannot confirm what you proposed yourself. It takes effect when another chair or administrator confirms it.
fourEyes-changedSince = This cannot be confirmed, for what it would change is another since. Withdraw it and propose it anew.

tickTrialCriterion-missing = Choose the criterion that was checked.
tickTrialCriterion-unknown = No criterion of this trial that a person may answer is written "{ $written }". Give it as the list of matches shows it; what the record settles is not answered by hand.
tickTrialCriterion-several = Several criteria are written "{ $written }". Say which by subject, denied or source.

referToTrial-noArm = The trial "{ $trial }" of the catalogue has no arm "{ $arm }". Give it as the match shows it, or leave it out.

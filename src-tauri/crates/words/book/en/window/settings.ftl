### Settings, and the rules of panels.

settings-title = Settings
settings-screen = Display
settings-language = Language
settings-japanese = 日本語
settings-english = English
settings-theme = Theme
settings-light = Light
settings-dark = Dark
settings-system = As the computer
settings-size = Text size
settings-normal = Normal
settings-density = Row spacing
settings-tight = Tight
settings-projector = Projector (large, high contrast)
settings-institution = Institution
settings-name = Name
settings-contact = Contact (printed on reports)
settings-targetDays = Days from receipt to telling the patient
settings-targetDaysHint = No law sets a limit. Cases that wait longer come first in the list.
settings-targetDaysBad = Give a number of days.
settings-saveInstitution = Save institution
settings-savedInstitution = Institution saved
settings-members = Members
settings-addMember = Add a member
settings-memberName = Name
settings-firstPassword = First password
settings-roles = Roles
settings-qualifications = Requirements (ア to キ)
settings-addedMember = Member added
settings-needRole = Please choose at least one role.
settings-changeMember = Change a member
settings-change = Change
settings-changedMember = Member changed
settings-saveMember = Save changes
settings-removeMember = Remove
settings-removeSure = { $name } will no longer be able to sign in. What they recorded stays. The whole store is encrypted anew, so that no key they kept opens what is recorded later (some seconds for a large store).
settings-removedMember = Member removed
settings-notSaid = Not recorded
settings-fullTime = Employment
settings-fullTimeYes = { HEAD(quorum-fullTime) }
settings-fullTimeNo = Part time
settings-fieldHint = The first requirement asks for several people of different fields.
settings-rules = Rules for panels
settings-rulesWhat = The rules in force on the day of a meeting decide whether it is quorate. A meeting already recorded keeps its result.
settings-inForce = in force now
settings-ruleEdit = Make the site’s version
settings-ruleName = Name
settings-ruleFrom = { HEAD(quorum-effectiveFrom) }
settings-ruleSource = Source
settings-ruleSure = How sure
settings-ruleAttendance = Who must take part in each meeting
settings-ruleMembers = Who must be among the members
settings-ruleKey = Key
settings-rulePeople = People
settings-ruleApplies = Applies
settings-ruleMostKeys = Keys one person may fill (empty: no limit)
settings-ruleAttending = The attending physician is needed
settings-ruleInformation = Information supplied is enough
settings-ruleModes = Ways of meeting
settings-ruleUnanimous = All opinions must agree
settings-ruleReason = A reason is needed
settings-ruleBelow = Paediatric below (years)
settings-ruleWhy = Reason for the change
settings-ruleWhyHint = Say what it was checked against. It stays in the history with your name and the time.
settings-ruleSave = Save the site’s version
settings-ruleSaved = Rules saved. They hold for meetings recorded from now on.
settings-ruleHistory = History: { $n } changes
settings-ruleShipped = Back to what came with the program
settings-composition = Members and requirements now
settings-password = Change password
settings-oldPassword = Present password
settings-changePassword = Change password
settings-changedPassword = Password changed
settings-recovery = Renew the recovery code
settings-recoveryWhy = Make a new recovery code when the paper is lost, or somebody else may have seen it.
settings-recoveryRenew = Make a new recovery code
settings-recoveryKept = Close
settings-second = Code for signing in
settings-secondWhy = Besides the password, a code of six digits is asked for that an authenticator (on a telephone, for instance) shows. Whoever learns the password cannot sign in with this program by it alone.
settings-secondOn = It is set up. The code is asked for whenever you sign in.
settings-secondBegin = Begin
settings-secondScan = Read this figure with your authenticator, or type the letters below.
settings-secondSquare = Figure for the authenticator
settings-secondSecret = To type instead
settings-secondCode = The six digits that the authenticator shows
settings-secondSet = Use the code from now on
settings-secondSpares = Keep these spare codes
settings-secondSparesWhy = Each works once when the authenticator is not at hand. They are shown now and never again, and kept nowhere.
settings-secondKept = I have kept them
settings-secondGiveUp = Give up the code
settings-secondGivenUp = The code was given up. From now on the password alone is asked for.
settings-loss = Report a loss
settings-lossWhy = When a copy of the store or a backup, a password, or the paper with the recovery code was lost or seen by others. The whole store is encrypted anew under a new key; what was lost then opens only what stood there before. Change a password or recovery code that became known first.
settings-lossWhat = What, when and how
settings-lossReport = Report it and renew the key
settings-lossReported = Recorded; the store has a new key
settings-lossWaits = Recorded; the key has not been renewed yet
settings-reset = Give a new password
settings-resetMember = Give a new password
settings-resetWhy = Choose a first password to tell { $name }. A second administrator or the chair types their own password here and now; one person alone cannot do it. { $name } chooses another password when signing in next.
settings-resetSecond = Sign-in name of the second person
settings-resetSecondPassword = Password of the second person
settings-resetDone = A new first password was given
settings-resetNobody = There is nobody else who could be the second person: an administrator or the chair. Use the recovery code, or name another one first.
settings-verify = Check the store
settings-verifyWhat = Checks the chain of records for tampering, loss and rollback. The deep check reads every record again and compares lists and attachments too.
settings-verifyQuick = Check
settings-verifyDeep = Deep check
settings-verifyOk = Everything is in order ({ $n } records).
settings-verifyUnsigned = { $n ->
  [one] 1 of them is from before events were signed by their authors.
 *[other] { $n } of them are from before events were signed by their authors.
}
settings-verifyBad = Something is wrong. Stop recording in this store and tell the administrator.
settings-firstBad = First bad record: number { $n }
settings-accept = Accept the end of the record
settings-acceptWhat = The end of the record is not the one that was kept. Only when the reason is known, such as a backup that was put back, go on with what is here. Entries that are missing do not come back.
settings-acceptReason = Why it is accepted
settings-acceptHint = Say also who made sure of what. The reason is recorded with your name and the time.
settings-acceptConfirm = Go on with what is here
settings-accepted = The end of the record is accepted. Recording is open again.
settings-versions = Versions
settings-program = Program
settings-store = Store
settings-scales = Scales used for verdicts
settings-sourceOf = Source
settings-purpose-significance = clinical significance
settings-purpose-evidence = { statement-evidence }
settings-classes = Classes
settings-access = Access log
settings-accessUnusualWhat = Lines that may need a look (at night, a first computer, many cases or papers within an hour, repeated refusals) are marked; what they mean is for a person to say.
settings-accessUnusualOnly = Marked lines alone
settings-accessWhat = Who looked at or took out which case, when and from which computer, with what was refused and sign-ins that failed. Looking here is recorded too.
settings-accessCase = { HEAD(case-number) }
settings-accessMember = { HEAD(role-member) }
settings-accessAll = Everybody
settings-accessFrom = From
settings-accessTo = To
settings-accessAsk = Show
settings-accessWrite = Write as CSV
settings-accessFound = { $n ->
  [one] 1 row
 *[other] { $n } rows
}
settings-accessCut = (the latest { $most } are shown; the CSV has them all)
settings-accessWritten = { $n ->
  [one] 1 row of the access log written
 *[other] { $n } rows of the access log written
}
settings-backup = Backup
settings-backupWhat = Writes the whole store as it stands into one encrypted file, while work goes on. Keep it elsewhere than on this computer. A member’s password is needed to open it.
settings-backupWrite = Write a backup
settings-backupMade = { $n ->
  [one] 1 event is in { $file }.
 *[other] { $n } events are in { $file }.
}
settings-proposals = Changes that wait for a second person
settings-proposalsWhat = Naming a chair or an administrator, giving oneself a further role, and asking for fewer signatures takes effect when another chair or administrator than the one who proposed it confirms it.
settings-proposedBy = proposed by { $who } ({ $at })
settings-proposalConfirm = Confirm: it takes effect
settings-proposalWithdraw = Withdraw
settings-proposalTurnDown = Turn down
settings-proposalWaits = It waits for another chair or administrator to confirm it.
settings-proposalOutdated = This cannot be confirmed, for what it would change is another since. Withdraw it and propose it anew.
settings-proposed = Proposed. It takes effect when another chair or administrator confirms it.
settings-proposalConfirmed = Confirmed: the change holds.
settings-proposalGone = Nothing is changed.
settings-plan = Automatic backup
settings-planWhat = A backup that is due is made when somebody signs in or out. Choose a folder on another disk.
settings-planFolder = Place
settings-planChoose = Choose a folder
settings-planDays = Days between
settings-planKept = Generations kept
settings-planSave = Record
settings-planStop = Stop automatic backups
settings-planSaved = The plan of backups was recorded.
settings-planLast = { $n ->
  [one] Last backup: { $at } (1 generation)
 *[other] Last backup: { $at } ({ $n } generations)
}
settings-planNone = There is no backup in this place yet.
settings-everything = All data as files
settings-everythingWhat = Everything recorded, received and given out goes into one ZIP in a form that needs no program to be read. It is not encrypted.
settings-everythingWrite = Write everything
settings-everythingMade = { $n ->
  [one] 1 event was written to { $file }.
 *[other] { $n } events were written to { $file }.
}

settings-accessUnusualCount = { $count } lines are marked

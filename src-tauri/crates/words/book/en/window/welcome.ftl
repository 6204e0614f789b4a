### Opening and making a store.

welcome-demo = Try with the demonstration cases
welcome-demoHint = Opens a practice store with three made-up cases (lung adenocarcinoma, ovarian cancer, leiomyosarcoma). Nothing you record there touches a real case.
welcome-open = Sign in
welcome-openHint = Opens the store on this computer.
welcome-create = Create a new store
welcome-createHint = Cases are encrypted and kept in a folder of this computer only.
welcome-institution = { HEAD(report-institution) }
welcome-member = Your name
welcome-memberHint = The first member is chair and administrator. This can be changed later.
welcome-signIn = Sign-in name
welcome-signInHint = Your name is used if left empty.
welcome-password = Password
welcome-password2 = Password (again)
welcome-passwordPolicy = 13 characters or more. A few short words together are easy to remember and strong. It need not be changed regularly.
welcome-passwordShort = { $n ->
    [one] { $n } more character needed.
   *[other] { $n } more characters needed.
}
welcome-passwordLong = Long enough.
welcome-passwordDiffer = The two passwords differ.
welcome-passwordsMatch = They match.
welcome-submit = Create the store
welcome-folder = Folder
welcome-chooseFolder = Choose a folder
welcome-enter = Open
welcome-noStore = There is no store in this place yet.
welcome-otherFolder = Open a store in another folder
welcome-forgot = Forgotten password
welcome-restore = Put back a backup
welcome-restoreWhat = The backup is checked, and the whole store put into a folder that holds nothing. A store that is there already is left alone. The password of a member of the time of the backup opens it.
welcome-backupFile = Choose the backup
welcome-restoreSubmit = Put it back and open it
welcome-restored = { $n ->
  [one] 1 event was put back
 *[other] { $n } events were put back
}
welcome-recover = Open with the recovery code
welcome-recoveryCode = Recovery code
welcome-newPassword = New password
welcome-recoverSubmit = Set the password and open
welcome-own = Choose your own password
welcome-ownWhy = The password an administrator told you works this once. Choose one that only you know. The keys that sign what you record are made anew with it.
welcome-ownSubmit = Set the password and open
welcome-ownNotNow = Not now
welcome-codeRenewed = The former recovery code opens nothing any more.
welcome-secondCode = Code
welcome-secondCodeHint = The six digits that your authenticator shows, or one of the spare codes on paper.
welcome-waiting = Waiting for somebody else to confirm
welcome-waitingWhy = You came in by the recovery code. You can go on once { $names } has confirmed that it is you, by pressing “{ app-confirmRecovery }” after signing in.
welcome-waitingAgain = See whether it was confirmed
welcome-waitingStill = Nobody has confirmed it yet.
welcome-codeTitle = Keep this recovery code
welcome-codeWhy = It is the last way to the cases when a password is forgotten and no two people can give a new one. It is shown now and never again, and kept nowhere.
welcome-codeHow = Print it or write it down, and keep it locked away as your institution prescribes.
welcome-codeConfirm = I have printed it or written it down
welcome-codeGo = Go on
welcome-print = Print
welcome-locked = Nobody acted for 15 minutes, so the screen was closed. Everything recorded is safe.
welcome-lockedDrafts = { $n ->
    [one] Nobody acted for 15 minutes, so the screen was closed. { $n } entry that is not recorded was kept as a draft. Everything recorded is safe.
   *[other] Nobody acted for 15 minutes, so the screen was closed. { $n } entries that are not recorded were kept as drafts. Everything recorded is safe.
}

### What the store could not do, and what to do about it.

storeFailure-notAStore = { $dir } holds no case store: { $missing } is missing. Choose the folder in which the store was made
storeFailure-notEmpty = { $dir } is not empty: { $found }. A new store needs a new or an empty folder
storeFailure-unsafePlace = { $dir } lies on a network or shared file system ({ $kind }), where a power or network failure can destroy the store. Choose a folder on a disk of this computer
storeFailure-signInRefused = the sign-in name or the password is not right
storeFailure-codeNeeded = a code is needed besides the password: the six digits that the authenticator shows, or one of the spare codes on paper
storeFailure-codeRefused = the code is not right, or was used before. Type the next one that the authenticator shows
storeFailure-recoveryMistyped = the recovery code was not typed as printed: { $what }
storeFailure-recoveryRefused = this recovery code does not open this store: it belongs to another store or was replaced by a newer one
storeFailure-noBackup = this is no backup that can be used: { $what }. Nothing was put back; try another one
storeFailure-tooManyGuesses = { $seconds ->
  [one] too many attempts have failed. Try again in 1 second; the right password waits too
 *[other] too many attempts have failed. Try again in { $seconds } seconds; the right password waits too
}
storeFailure-keysDiffer = { $path } does not hold the keys that are recorded as this person's: somebody changed the file, or an older copy of it was put back (if you have just changed your password, try the new one). Nobody was signed in and nothing was signed. Tell an administrator; put the key file of the last backup back
storeFailure-keyRenewed = another program gave the store a new key while this was under way. Nothing was recorded; do it once more
storeFailure-notTheirs = this cannot be recorded in that name without that person's keys. Nothing was recorded ({ $error })
storeFailure-unproven = event { $seq } of the journal is not by who is named in it. No case is shown and nothing can be recorded. Check the store in the settings and restore the last backup
storeFailure-stale = { $stream } was changed meanwhile: version { $expected } was expected, version { $actual } found. Read it again before saving
storeFailure-newer = this store has format { $found }; this version of the program knows formats up to { $known }. Update the program to open it
storeFailure-headRefused = the record is in doubt: { $state }. Who looks cannot be noted, so no case is shown and nothing is saved. Run a verification, find out why, then confirm the head anew
storeFailure-diskFull = the disk holding { $place } is full. Free some space and try again; what was saved before is intact
storeFailure-readOnly = { $place } cannot be written: the disk is read-only, or this user has no right to write there. Nothing was recorded, and nothing is damaged. Check the place and the rights
storeFailure-disk = the disk holding { $place } failed. Nothing was recorded; what was recorded before is as it was. Check the disk before going on ({ $error })
storeFailure-unsure = the disk holding { $place } failed while this was being saved, so it is not certain whether it was recorded. Check the disk, open the store again, and look before repeating it ({ $error })
storeFailure-busy = another program is writing to this store. Try again in a moment
storeFailure-noAttachment = no received file has the SHA-256 { $sha256 }
storeFailure-damaged = { $error }
storeFailure-database = { $error }
storeFailure-other = { $error }

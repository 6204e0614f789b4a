### What the store could not do, and what to do about it.

storeFailure-notAStore = { $dir } holds no case store: { $missing } is missing. Choose the folder in which the store was made
storeFailure-notEmpty = { $dir } is not empty: { $found }. A new store needs a new or an empty folder
storeFailure-unsafePlace = { $dir } lies on a network or shared file system ({ $kind }), where a power or network failure can destroy the store. Choose a folder on a disk of this computer
storeFailure-signInRefused = the sign-in name or the password is not right
storeFailure-recoveryMistyped = the recovery code was not typed as printed: { $what }
storeFailure-recoveryRefused = this recovery code does not open this store: it belongs to another store or was replaced by a newer one
storeFailure-stale = { $stream } was changed meanwhile: version { $expected } was expected, version { $actual } found. Read it again before saving
storeFailure-newer = this store has format { $found }; this version of the program knows formats up to { $known }. Update the program to open it
storeFailure-headRefused = nothing can be saved: { $state }. Run a verification, find out why, then confirm the head anew
storeFailure-diskFull = the disk holding { $place } is full. Free some space and try again; what was saved before is intact
storeFailure-busy = another program is writing to this store. Try again in a moment
storeFailure-noAttachment = no received file has the SHA-256 { $sha256 }
storeFailure-damaged = { $error }
storeFailure-database = { $error }
storeFailure-other = { $error }

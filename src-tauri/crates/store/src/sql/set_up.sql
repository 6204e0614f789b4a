PRAGMA journal_mode = WAL;
-- A signed decision must outlive a power failure: NORMAL loses the last commits.
PRAGMA synchronous = FULL;
PRAGMA fullfsync = ON;
PRAGMA checkpoint_fullfsync = ON;
PRAGMA foreign_keys = ON;
-- Without it, REPLACE deletes without the triggers that guard the journal.
PRAGMA recursive_triggers = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
-- Sorting must not write patient data to a temporary file.
PRAGMA temp_store = MEMORY;
-- Checkpoints happen when the program is idle; this is the limit for one that never is (64 MB).
PRAGMA wal_autocheckpoint = 16000;
PRAGMA journal_size_limit = 67108864;
-- Every page read from the disk is decrypted and authenticated first: 16 MiB keep the busy ones at hand.
PRAGMA cache_size = -16384;

-- As in set_up.sql, without what would be written.
PRAGMA query_only = ON;
PRAGMA trusted_schema = OFF;
PRAGMA cell_size_check = ON;
-- Sorting must not write patient data to a temporary file.
PRAGMA temp_store = MEMORY;
PRAGMA cache_size = -16384;

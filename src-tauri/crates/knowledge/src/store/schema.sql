-- One import is one version of one source. `dated`: its version is a day, and versions can be told apart by it.
CREATE TABLE import (
    n INTEGER PRIMARY KEY AUTOINCREMENT, kind TEXT NOT NULL, source TEXT NOT NULL, version TEXT NOT NULL,
    version_from TEXT NOT NULL, licence TEXT, address TEXT, file TEXT NOT NULL, bytes INTEGER NOT NULL, sha256 TEXT NOT NULL,
    at TEXT NOT NULL, by TEXT NOT NULL, why TEXT, read INTEGER NOT NULL, kept INTEGER NOT NULL, rescued INTEGER NOT NULL,
    vcf TEXT
) STRICT;
-- What became of a row that was not kept as it stands; `kept`: it was put right.
CREATE TABLE remark (
    import INTEGER NOT NULL REFERENCES import (n) ON DELETE CASCADE, line INTEGER NOT NULL, reason TEXT NOT NULL,
    kept INTEGER NOT NULL, detail TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX remark_import ON remark (import);
-- A row as it was understood, as JSON.
CREATE TABLE entry (
    n INTEGER PRIMARY KEY, import INTEGER NOT NULL REFERENCES import (n) ON DELETE CASCADE, id TEXT, submitted INTEGER NOT NULL,
    row TEXT NOT NULL
) STRICT;
-- The same as written: each field that is not empty with its column, as JSON. Apart, for a look-up needs the first alone.
CREATE TABLE written (n INTEGER PRIMARY KEY REFERENCES entry (n) ON DELETE CASCADE, fields TEXT NOT NULL) STRICT;
CREATE INDEX entry_import ON entry (import, id);
-- Every name that an entry is found by, in capitals.
CREATE TABLE name (
    import INTEGER NOT NULL, name TEXT NOT NULL, entry INTEGER NOT NULL REFERENCES entry (n) ON DELETE CASCADE,
    PRIMARY KEY (import, name, entry)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_entry ON name (entry);

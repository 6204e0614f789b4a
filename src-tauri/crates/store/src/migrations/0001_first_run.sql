-- The first shape of a store. Runs with the store's identity in one transaction: a store is whole or absent.
-- Dates are ISO 8601 text, ids are text, JSON is bytes: nothing here means anything to SQLite alone.

-- Who this store is; one row. `store_id` must equal the one in keys.json.
CREATE TABLE store_meta (
  one        INTEGER PRIMARY KEY NOT NULL CHECK (one = 1),
  store_id   TEXT NOT NULL,
  site_id    TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

-- The truth: everything that ever happened, in one order. The payload stands last so that reading a
-- row's hashes never walks the overflow pages of a large intake.
CREATE TABLE journal (
  seq            INTEGER PRIMARY KEY NOT NULL CHECK (seq > 0),
  id             TEXT NOT NULL UNIQUE,
  stream         TEXT NOT NULL CHECK (stream <> ''),
  stream_version INTEGER NOT NULL CHECK (stream_version > 0),
  at             TEXT NOT NULL,
  site_id        TEXT NOT NULL,
  device_id      TEXT NOT NULL,
  actor_member   TEXT NOT NULL,
  actor_role     TEXT NOT NULL,
  on_behalf      TEXT, -- NULL: the actor acted for nobody else
  kind           TEXT NOT NULL CHECK (kind <> ''),
  schema_version INTEGER NOT NULL CHECK (schema_version > 0),
  prev_hash      BLOB NOT NULL CHECK (length(prev_hash) = 32),
  hash           BLOB NOT NULL CHECK (length(hash) = 32),
  encoding       TEXT NOT NULL CHECK (encoding IN ('json', 'json+deflate')),
  size           INTEGER NOT NULL CHECK (size >= 0), -- of the payload before compression, bytes
  payload        BLOB NOT NULL,
  UNIQUE (stream, stream_version)
) STRICT;

CREATE TRIGGER journal_is_never_updated BEFORE UPDATE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never changed'); END;
CREATE TRIGGER journal_is_never_deleted BEFORE DELETE ON journal
BEGIN SELECT RAISE(ABORT, 'the journal is never shortened'); END;
CREATE TRIGGER journal_has_no_gap BEFORE INSERT ON journal
WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM journal)
BEGIN SELECT RAISE(ABORT, 'the journal grows by one at its end'); END;

-- Files as they were received, byte for byte, named by what they hold.
CREATE TABLE attachment (
  sha256     BLOB PRIMARY KEY NOT NULL CHECK (length(sha256) = 32),
  media_type TEXT NOT NULL,
  name       TEXT NOT NULL,
  size       INTEGER NOT NULL CHECK (size >= 0), -- of the original, bytes
  encoding   TEXT NOT NULL CHECK (encoding IN ('plain', 'deflate')),
  bytes      BLOB NOT NULL
) STRICT;

CREATE TRIGGER attachment_is_never_updated BEFORE UPDATE ON attachment
BEGIN SELECT RAISE(ABORT, 'a received file is never changed'); END;
CREATE TRIGGER attachment_is_never_deleted BEFORE DELETE ON attachment
BEGIN SELECT RAISE(ABORT, 'a received file is never deleted'); END;

-- From here on projections: rebuilt from the journal at any time.

CREATE TABLE case_row (
  key             INTEGER PRIMARY KEY NOT NULL, -- names the case in the full-text index, nowhere else
  case_id         TEXT NOT NULL UNIQUE,
  case_no         TEXT NOT NULL UNIQUE,
  status          TEXT NOT NULL,
  received_on     TEXT NOT NULL, -- ISO date
  recorded_at     TEXT NOT NULL, -- when the receipt was recorded: RFC 3339 with offset
  sort_key        TEXT NOT NULL, -- day of receipt and moment of recording in UTC: orders the list as text
  panel           TEXT NOT NULL,
  tumour_type     TEXT NOT NULL,
  oncotree        TEXT NOT NULL,
  sex             TEXT NOT NULL,
  age             INTEGER,       -- years on the day of receipt; NULL: not told
  findings_total  INTEGER NOT NULL,
  findings_judged INTEGER NOT NULL,
  updated_seq     INTEGER NOT NULL
) STRICT;
CREATE INDEX case_row_by_receipt ON case_row (sort_key DESC, case_id DESC);
CREATE INDEX case_row_by_status ON case_row (status, sort_key DESC, case_id DESC);

-- What the panel decided before, found by gene and by alteration without touching any case. Decisions on
-- a gene lie together in the order they are shown in. The index holds the days as well, so the newest on one
-- alteration are chosen before a row is read, and what one finding had is found at once when it is judged anew.
CREATE TABLE past_decision (
  gene          TEXT NOT NULL, -- or the marker, for a finding without a gene
  recall_key    TEXT NOT NULL, -- the same for the same alteration in every case
  decided_on    TEXT NOT NULL, -- ISO date
  case_id       TEXT NOT NULL,
  finding_id    TEXT NOT NULL,
  case_no       TEXT NOT NULL,
  alteration    TEXT NOT NULL, -- as a person reads it
  tumour_type   TEXT NOT NULL,
  oncotree      TEXT NOT NULL,
  scale         TEXT NOT NULL, -- empty: the verdict was put off; so are the next six
  scale_version TEXT NOT NULL,
  scale_ja      TEXT NOT NULL,
  scale_en      TEXT NOT NULL,
  class         TEXT NOT NULL,
  class_ja      TEXT NOT NULL,
  class_en      TEXT NOT NULL,
  weight        INTEGER NOT NULL,
  actionable    INTEGER,       -- NULL: not said
  remark        TEXT NOT NULL,
  CHECK (scale <> '' OR scale_version || scale_ja || scale_en || class || class_ja || class_en = '' AND weight = 0),
  PRIMARY KEY (gene, decided_on, case_id, finding_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX past_decision_by_alteration ON past_decision (gene, recall_key, case_id, finding_id, decided_on);

-- Full text. SQLite's own tokenizers find no two-character Japanese word, so the words are cut into
-- bigrams in Rust (grams.rs) and the index holds only those. A document is one part of one case:
-- doc = 8 * case_row.key + number of the part, so that a hit names its case without a further look-up.
CREATE TABLE search_text (
  doc  INTEGER PRIMARY KEY NOT NULL,
  text TEXT NOT NULL CHECK (text <> '')
) STRICT;
CREATE VIRTUAL TABLE search_gram USING fts5 (
  grams, content = '', contentless_delete = 1, tokenize = "unicode61 remove_diacritics 0"
);

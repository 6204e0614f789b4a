-- Since when nobody has weighed the evidence beside some finding of the case: UTC with milliseconds. A decision moves it, so it stands
-- beside the progress and not with the alterations.
ALTER TABLE case_row ADD COLUMN weighed_since TEXT NOT NULL DEFAULT '';

-- What evidence is matched against of each case (JSON of EvidenceSubject), so that what became known is looked for in all cases
-- without folding one of them. Written when findings, tumour, rows set aside or answers to news change.
CREATE TABLE evidence_subject (
  of_case  TEXT PRIMARY KEY NOT NULL,
  size     INTEGER NOT NULL,                              -- bytes of the JSON
  encoding TEXT NOT NULL CHECK (encoding IN ('plain', 'deflate')),
  body     BLOB NOT NULL
) STRICT;

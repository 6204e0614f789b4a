-- By what the same change is told: the coding change on a transcript, the place on a build, the whole protein change.
-- The columns are filled when the projections are made anew, which the higher number of the program asks for.
ALTER TABLE past_decision ADD COLUMN coding_key TEXT NOT NULL DEFAULT '';  -- 35G>T|NM_004985, without the transcript's version
ALTER TABLE past_decision ADD COLUMN place_key TEXT NOT NULL DEFAULT '';   -- GRCh38|12|25245350|C|A
ALTER TABLE past_decision ADD COLUMN protein_key TEXT NOT NULL DEFAULT ''; -- G12V
CREATE INDEX past_decision_by_coding ON past_decision (gene, coding_key, decided_on, case_id, finding_id) WHERE coding_key <> '';
CREATE INDEX past_decision_by_place ON past_decision (gene, place_key, decided_on, case_id, finding_id) WHERE place_key <> '';

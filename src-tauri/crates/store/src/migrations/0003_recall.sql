-- What became of an earlier verdict, and the verdicts on a gene in one tumour type.
-- The columns are filled when the projections are made anew, which the higher number of the program asks for.
ALTER TABLE past_decision ADD COLUMN tumour_key TEXT NOT NULL DEFAULT ''; -- OncoTree code, else the words; '' where neither is told
ALTER TABLE past_decision ADD COLUMN follow_up TEXT NOT NULL DEFAULT '[]'; -- JSON: what was recommended, and how it went on
CREATE INDEX past_decision_by_tumour ON past_decision (gene, tumour_key, decided_on, case_id, finding_id);

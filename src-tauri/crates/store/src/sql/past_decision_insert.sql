INSERT INTO past_decision (
  gene, recall_key, decided_on, case_id, finding_id, case_no, alteration, tumour_type, oncotree,
  scale, scale_version, scale_ja, scale_en, class, class_ja, class_en, weight, actionable, remark,
  tumour_key, follow_up, coding_key, place_key, protein_key
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24)
ON CONFLICT (gene, decided_on, case_id, finding_id) DO UPDATE SET
  case_no = excluded.case_no, alteration = excluded.alteration, tumour_type = excluded.tumour_type,
  oncotree = excluded.oncotree, scale = excluded.scale, scale_version = excluded.scale_version,
  scale_ja = excluded.scale_ja, scale_en = excluded.scale_en, class = excluded.class,
  class_ja = excluded.class_ja, class_en = excluded.class_en, weight = excluded.weight,
  actionable = excluded.actionable, remark = excluded.remark,
  tumour_key = excluded.tumour_key, follow_up = excluded.follow_up

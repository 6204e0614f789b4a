INSERT INTO past_decision (
  gene, recall_key, decided_on, case_id, finding_id, case_no, alteration, tumour_type, oncotree,
  scale, scale_version, scale_ja, scale_en, class, class_ja, class_en, weight, actionable, remark
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)

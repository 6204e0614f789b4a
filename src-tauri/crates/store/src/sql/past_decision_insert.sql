INSERT INTO past_decision (
  gene, hgvsp, decided_on, case_id, finding_id, case_no, alteration,
  tumour_type, oncotree, significance_scale, significance_class, summary
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12)

INSERT INTO case_row (
  case_id, case_no, status, received_on, recorded_at, sort_key, panel, tumour_type, oncotree,
  sex, age, findings_total, findings_judged, updated_seq, weighed_since
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)
ON CONFLICT (case_id) DO UPDATE SET
  case_no = excluded.case_no, status = excluded.status, received_on = excluded.received_on,
  recorded_at = excluded.recorded_at, sort_key = excluded.sort_key,
  panel = excluded.panel, tumour_type = excluded.tumour_type, oncotree = excluded.oncotree,
  sex = excluded.sex, age = excluded.age,
  findings_total = excluded.findings_total, findings_judged = excluded.findings_judged,
  updated_seq = excluded.updated_seq, weighed_since = excluded.weighed_since

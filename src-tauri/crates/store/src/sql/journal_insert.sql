INSERT INTO journal (
  seq, id, stream, stream_version, at, site_id, device_id, actor_member, actor_role, on_behalf,
  kind, schema_version, prev_hash, hash, encoding, size, payload, signature
) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)

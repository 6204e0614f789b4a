//! What people fill in about a finding. Empty texts count as not given; `*` fields must be given.

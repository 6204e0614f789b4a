//! What is due, for whom.

pub(crate) mod counsellor;

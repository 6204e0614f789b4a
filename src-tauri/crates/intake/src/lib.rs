//! Laboratory files in, drafts with notes and a ledger out.

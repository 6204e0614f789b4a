//! The encrypted case store: journal, projections, attachments.

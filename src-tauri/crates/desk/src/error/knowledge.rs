//! Failures of the site's knowledge in the reader's words.

use super::{Code, Problem};
use entaku_knowledge::KnowledgeStoreError as Failure;

impl From<Failure> for Problem {
    fn from(error: Failure) -> Self {
        let words = error.label();
        match &error {
            Failure::Invalid { field, .. } => Self::at(field, words),
            Failure::RowRefused(_) => Self::at("put", words),
            Failure::File { .. } => Self::of(Code::File, words),
            Failure::Unrecognised { .. }
            | Failure::Damaged { .. }
            | Failure::NothingKept { .. }
            | Failure::Changing { .. }
            | Failure::Cancelled { .. }
            | Failure::Vcf { .. } => Self::of(Code::Intake, words),
            Failure::Stale(_) => Self::of(Code::Stale, words),
            Failure::NoSuchImport(_) => Self::of(Code::NotFound, words),
            Failure::Busy
            | Failure::ReadOnly(_)
            | Failure::Full(_)
            | Failure::DamagedStore { .. }
            | Failure::Newer { .. }
            | Failure::Database { .. } => Self::of(Code::Store, words),
        }
    }
}

//! Why a reference genome cannot be used, in words for people.

use entaku_domain::label::Label;
use entaku_words::Said;
use entaku_words::errors::{genome, genome_hint};

/// What is wrong with a reference genome.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum ReferenceErrorKind {
    /// There is no such file, or it cannot be read.
    Missing,
    /// The file is no FASTA, or packed in a way that cannot be read from the middle.
    NotFasta,
    /// An index is missing.
    NoIndex,
    /// Index and file do not belong together, or one of them breaks off.
    Damaged,
    /// Its contigs are those of another build.
    OtherBuild,
    /// It is not the file that was registered.
    Changed,
}

/// A reference genome that cannot be used, and what to do.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", said.en)]
pub struct ReferenceError {
    /// What is wrong.
    pub kind: ReferenceErrorKind,
    /// Which file, what was found, what to do.
    pub said: Label,
}

impl ReferenceError {
    /// `file` is the name without folders.
    pub(crate) fn new(kind: ReferenceErrorKind, file: &str, found: impl Said) -> Self {
        let hint = match kind {
            ReferenceErrorKind::Missing => genome_hint::CHECK_PATH,
            ReferenceErrorKind::NotFasta => genome_hint::CHOOSE_FASTA,
            ReferenceErrorKind::NoIndex => genome_hint::MAKE_INDEX,
            ReferenceErrorKind::Damaged => genome_hint::COMPARE,
            ReferenceErrorKind::OtherBuild => genome_hint::ANOTHER_BUILD,
            ReferenceErrorKind::Changed => genome_hint::REGISTER_AGAIN,
        };
        Self { kind, said: genome::said(file, found, hint).to_label() }
    }

    /// A registered reference whose file is not the one that was registered.
    pub fn changed(file: &str) -> Self {
        Self::new(ReferenceErrorKind::Changed, file, genome::CHANGED.to_label())
    }
}

/// What the operating system, or the reader of a block, says.
pub(super) fn unreadable(error: &std::io::Error) -> Label {
    genome::unreadable(error).to_label()
}

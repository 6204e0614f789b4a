//! What today's program reads otherwise in the files of the case on the desk; kept so that it is read once in a session.

use crate::view::{LabelView, ReadView};
use entaku_domain::case::Case;
use entaku_domain::finding::DraftFinding;
use entaku_domain::ids::{CaseId, FindingId};

/// What today's program reads in the files of one case.
pub(crate) struct ReadAnew {
    pub(crate) case: CaseId,
    /// How many files the case had.
    pub(crate) sources: usize,
    /// Version of the reading.
    pub(crate) reading: String,
    pub(crate) findings: Vec<Reread>,
    pub(crate) appeared: Vec<LabelView>,
    pub(crate) unreadable: Vec<String>,
}

impl ReadAnew {
    /// Those about which nobody has decided yet.
    pub(crate) fn pending<'r>(&'r self, case: &'r Case) -> impl Iterator<Item = &'r Reread> {
        self.findings
            .iter()
            .filter(|found| case.readings.get(&(found.finding, found.source)) != Some(&self.reading))
    }
}

/// A finding that would read otherwise.
pub(crate) struct Reread {
    pub(crate) finding: FindingId,
    pub(crate) source: usize,
    pub(crate) was: ReadView,
    /// None where the record would be no finding.
    pub(crate) now: Option<(ReadView, DraftFinding)>,
}

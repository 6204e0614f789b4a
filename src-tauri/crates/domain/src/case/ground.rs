//! What opinions rest on, and when it changed last.

use super::event::Unsettled;
use crate::ids::FindingId;
use std::collections::BTreeMap;

/// What last changed under an opinion: the event's number in the case, and its kind. The later one is the greater.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Changed {
    /// Version of the case after it.
    pub version: u32,
    /// Kind of the event, `case.sourceAdded`.
    pub kind: &'static str,
}

/// What the members' opinions rest on, and when it changed last.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Ground {
    /// Single findings.
    pub(super) findings: BTreeMap<FindingId, Changed>,
    /// Tumour type, diagnosis and specimen, on which the view of every finding depends.
    pub(super) context: Option<Changed>,
    /// The draft as a whole: findings, verdicts, recommendations, referrals, summary, what was told of the patient.
    pub(super) draft: Option<Changed>,
    /// Opened by the chair: single findings, and all with the case.
    pub(super) opened: BTreeMap<FindingId, u32>,
    pub(super) opened_all: Option<u32>,
}

impl Ground {
    /// Notes what an event changed under the opinions.
    pub(super) fn note(&mut self, unsettled: Unsettled, changed: Changed) {
        match unsettled {
            Unsettled::Nothing => return,
            Unsettled::Draft => {}
            Unsettled::Findings(findings) => {
                self.findings.extend(findings.into_iter().map(|id| (id, changed)));
            }
            Unsettled::Everything => self.context = Some(changed),
        }
        self.draft = Some(changed);
    }

    /// Notes that the chair opened the opinions on a finding, or all.
    pub(super) fn open(&mut self, finding: Option<FindingId>, version: u32) {
        match finding {
            Some(finding) => {
                self.opened.insert(finding, version);
            }
            None => self.opened_all = Some(version),
        }
    }
}

//! What a companion test lets out of a case, and what waits for the later panel.

use super::Case;
use crate::companion::CompanionUse;
use crate::gap::Gap;
use crate::ids::FindingId;
use crate::report::ReportContent;

impl Case {
    /// Companion use that holds now: only the target's result may leave.
    pub fn companion_use(&self) -> Option<&CompanionUse> {
        self.companion.as_ref().filter(|stated| stated.ended.is_none()).map(|stated| &stated.what)
    }

    /// Whether a finding waits for the later panel, because the profile was obtained for another target.
    pub fn waits_for_later_panel(&self, id: FindingId) -> bool {
        let Some(companion) = self.companion_use() else { return false };
        self.finding(id).is_some_and(|finding| !companion.covers(&finding.read.alteration))
    }

    /// Whether something rests on findings that wait for the later panel, and on nothing else.
    pub fn all_wait(&self, findings: &[FindingId]) -> bool {
        !findings.is_empty() && findings.iter().all(|id| self.waits_for_later_panel(*id))
    }

    /// A report that gives more than a companion test may: one of before the companion use was stated.
    pub fn beyond_companion(&self, report: &ReportContent) -> Option<Gap> {
        let beyond = report.findings.iter().any(|row| self.waits_for_later_panel(row.finding.id));
        beyond.then_some(Gap::BeyondCompanion)
    }
}

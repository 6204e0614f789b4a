//! What is known of the findings of a case.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::evidence::evidence_of;
use crate::topics::opinions::one_finding;
use crate::view::FindingEvidenceView;
use crate::view::args;
use entaku_domain::event::AccessEvent;
use entaku_words::answers::sight;
use entaku_words::errors::thing;

args! {
    /// What is known of the findings of a case, or of one of them: evidence with how and why it stands there, frequencies, ClinVar,
    /// hotspots, companion tests. Nothing of it is a verdict.
    CaseEvidence {
        /// Case.*
        case_id: String,
        /// One finding; all when left out.
        finding_id: Option<String>,
        /// Whether rows that their source has not reviewed are shown too.
        submitted: Option<bool>,
        /// The foremost rows of each finding alone, so many; all when left out.
        foremost: Option<u32>,
    }
}

impl Command for CaseEvidence {
    const NAME: &'static str = "case_evidence";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.caseOpened", "access.germlineShown"];
    type Answer = Vec<FindingEvidenceView>;
}

impl Act for CaseEvidence {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<FindingEvidenceView>> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let asked = self.finding_id.as_deref().map(|name| one_finding("findingId", name)).transpose()?;
        let whole = desk.case(&id)?.clone();
        if let Some(asked) = asked
            && whole.finding(asked).is_none()
        {
            return Err(Problem::missing(thing::FINDING, asked));
        }
        let case = desk.seen(&whole)?;
        if let Some(asked) = asked
            && case.finding(asked).is_none()
        {
            desk.note_denied(Self::NAME);
            return Err(Problem::of(Code::Forbidden, sight::GERMLINE));
        }
        let shown = case.findings.iter().filter(|finding| asked.is_none_or(|id| finding.id == id));
        let hereditary: Vec<_> =
            shown.filter(|finding| finding.read.origin.is_germline()).map(|finding| finding.id).collect();
        for finding in hereditary {
            desk.note_once(AccessEvent::GermlineShown { case: id.clone(), finding })?;
        }
        evidence_of(desk, &case, asked, self.submitted.unwrap_or(false), self.foremost)
    }
}

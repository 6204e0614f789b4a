//! What became known since cases were weighed.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::evidence::news::{news_of_case, news_of_cases};
use crate::view::EvidenceNewsView;
use crate::view::args;
use entaku_domain::event::AccessEvent;
use entaku_domain::ids::FindingId;

args! {
    /// What became known since cases were weighed: rows of evidence and companion tests that came, changed or went, beside the
    /// findings that they concern. Of one case all of it, of all cases the foremost of each.
    EvidenceNews {
        /// One case; all when left out.
        case_id: Option<String>,
        /// Cases, at most 500; 100 when left out.
        limit: Option<u32>,
    }
}

impl Command for EvidenceNews {
    const NAME: &'static str = "evidence_news";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] =
        &["access.caseOpened", "access.germlineShown", "access.evidenceNewsListed"];
    const LONG: bool = true;
    type Answer = EvidenceNewsView;
}

impl Act for EvidenceNews {
    fn act(self, desk: &mut Desk) -> Outcome<EvidenceNewsView> {
        let Some(asked) = self.case_id.as_deref().filter(|id| !id.is_empty()) else {
            let (news, germline) = news_of_cases(desk, self.limit)?;
            desk.note_once(AccessEvent::EvidenceNewsListed {
                cases: u32::try_from(news.cases.len()).unwrap_or(u32::MAX),
            })?;
            for (case, finding) in germline {
                desk.note_once(AccessEvent::GermlineShown { case, finding })?;
            }
            return Ok(news);
        };
        let id = case_id(desk, asked)?;
        desk.note_case(&id)?;
        let (news, germline) = news_of_case(desk, &id)?;
        let shown = |finding: FindingId| AccessEvent::GermlineShown { case: id.clone(), finding };
        germline.into_iter().try_for_each(|finding| desk.note_once(shown(finding)))?;
        Ok(news)
    }
}

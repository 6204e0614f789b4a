//! A finding.

use crate::command::{Act, Command};
use crate::convert::{Reader, decision_view, finding_row, further, opinions, statements, transcripts};
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::Right;
use crate::sight::without_heredity;
use crate::topics::case_id;
use crate::topics::opinions::one_finding;
use crate::topics::recall;
use crate::view::args;
use crate::view::{FindingDetailView, VerdictView};
use entaku_domain::case::event::verdict::{FindingJudged, VerdictEvent};
use entaku_domain::decision::Decision;
use entaku_domain::event::{AccessEvent, CaseEvent, EventBody, Stream};
use entaku_domain::finding::{Finding, Origin};
use entaku_domain::ids::FindingId;
use entaku_words::answers::sight;
use entaku_words::errors::thing;

args! {
    /// A finding.
    FindingDetail {
        /// Case.*
        case_id: String,
        /// Finding.*
        finding_id: String,
    }
}

impl Command for FindingDetail {
    const NAME: &'static str = "finding_detail";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.caseOpened", "access.germlineShown"];
    type Answer = FindingDetailView;
}

impl Act for FindingDetail {
    fn act(self, desk: &mut Desk) -> Outcome<FindingDetailView> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let finding_id = one_finding("findingId", &self.finding_id)?;
        let whole = desk.case(&id)?.clone();
        if whole.finding(finding_id).is_none() {
            return Err(Problem::missing(thing::FINDING, &self.finding_id));
        }
        let sight = desk.sight()?;
        let case = desk.seen(&whole)?;
        let Some(finding) = case.finding(finding_id) else {
            desk.note_denied(Self::NAME);
            return Err(Problem::of(Code::Forbidden, sight::GERMLINE));
        };
        if sight.heredity && is_hereditary(&case, finding) {
            desk.note_once(AccessEvent::GermlineShown { case: id.clone(), finding: finding_id })?;
        }
        let past = recall::of_finding(desk, &case, finding)?;
        let past = recall::seen(desk, past)?;
        let session = desk.session()?;
        let reader = Reader { member: &session.member.id, office: &session.office };
        let mut row = finding_row(&case, finding, true, &desk.knowledge, &reader, &reader.asked(&case));
        if !sight.heredity {
            without_heredity(&mut row);
        }
        Ok(FindingDetailView {
            row,
            transcripts: transcripts(finding),
            verbatim: finding.read.verbatim.iter().map(|field| (field.0.clone(), field.1.clone())).collect(),
            further: further(&case, finding),
            twins: case.twins(finding).iter().map(ToString::to_string).collect(),
            statements: statements(&case, finding),
            opinions: opinions(&case, finding_id, &reader),
            past,
            earlier: earlier_verdicts(desk, &case.id, finding_id, sight.heredity)?,
            not_shown: sight.left_out(),
        })
    }
}

/// Whether what is shown of it speaks of heredity: by its origin, or because somebody judged it so.
fn is_hereditary(case: &entaku_domain::case::Case, finding: &Finding) -> bool {
    matches!(finding.read.origin, Origin::Germline | Origin::LikelyGermline)
        || case.germline.contains_key(&finding.id)
}

/// The verdicts on a finding before the present one, newest first.
fn earlier_verdicts(
    desk: &Desk,
    case: &entaku_domain::ids::CaseId,
    finding: FindingId,
    heredity: bool,
) -> Outcome<Vec<VerdictView>> {
    let events = desk.session()?.store.load_events(&Stream::Case(case.clone()))?;
    let mut verdicts: Vec<_> =
        events
            .into_iter()
            .filter_map(|event| match event.body {
                EventBody::Case {
                    what:
                        CaseEvent::Verdict(VerdictEvent::FindingJudged(FindingJudged {
                            finding: judged,
                            verdict,
                        })),
                    ..
                } if judged == finding && (heredity || !verdict.tells_of_heredity()) => {
                    Some(decision_view(&Decision { verdict: *verdict, by: event.actor, at: event.at }))
                }
                _ => None,
            })
            .collect();
    verdicts.pop();
    verdicts.reverse();
    Ok(verdicts)
}

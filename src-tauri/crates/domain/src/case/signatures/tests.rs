//! Signatures hold as long as the report says the same, and never come back.

use super::Unsigned;
use crate::case::Case;
use crate::case::event::intake::DetailsRecorded;
use crate::case::event::opinion::CaseOpinionGiven;
use crate::case::event::panel::SummaryWritten;
use crate::case::event::report::{AmendmentOpened, ReportEvent, ReportFinalised, ReportSigned};
use crate::case::event::verdict::CcatVerdictEntered;
use crate::case::tests::{f, finalise, happen, meeting, nothing, put_off, received, text, uuid, variant};
use crate::event::CaseEvent;
use crate::finding::Origin;
use crate::gap::Gap;
use crate::ids::{MemberId, Sha256Hex};
use crate::opinion::{CaseOpinion, Stance};
use crate::patient::{Details, DisclosureWish};
use crate::refusal::Refusal;
use crate::signing::{Capacity, SigningRule};

fn hash(digit: &str) -> Sha256Hex {
    Sha256Hex::parse(&digit.repeat(64)).unwrap()
}

fn sign(capacity: Capacity) -> CaseEvent {
    CaseEvent::from(ReportSigned { capacity, content_hash: hash("c") })
}

fn ready() -> Case {
    let mut case = received(vec![variant("EGFR", "L858R", Origin::Somatic, Some(true))]);
    for what in [put_off(f(1)), nothing('3', vec![f(1)]), meeting()] {
        happen(&mut case, what).unwrap();
    }
    case
}

fn signed() -> Case {
    let mut case = ready();
    for capacity in Capacity::ALL {
        happen(&mut case, sign(capacity)).unwrap();
    }
    case
}

#[test]
fn an_incomplete_report_cannot_be_signed_and_a_capacity_only_once() {
    let mut early = received(vec![variant("EGFR", "L858R", Origin::Somatic, Some(true))]);
    assert_eq!(
        happen(&mut early, sign(Capacity::Author)),
        Err(Refusal::Gap(Gap::Undecided(vec![f(1)]))),
        "completing it would void the signature"
    );
    let mut case = ready();
    happen(&mut case, sign(Capacity::Author)).unwrap();
    let mut by = case.signatures[0].by.clone();
    let again = case.check_by(&sign(Capacity::Author), &by);
    assert_eq!(again, Err(Refusal::AlreadySigned(text("佐藤"))));
    by.member = MemberId::parse(&uuid('9')).unwrap();
    assert_eq!(case.check_by(&sign(Capacity::Author), &by), Ok(()), "somebody else may take it over");
    assert_eq!(
        case.unsigned(&SigningRule::default(), &hash("c")),
        [Unsigned::Missing(Capacity::Reviewer), Unsigned::Missing(Capacity::Chair)]
    );
}

#[test]
fn signing_changes_nothing_of_what_is_signed() {
    let case = signed();
    assert_eq!(case.standing_signatures().len(), 3, "the second signature leaves the first one valid");
    assert_eq!(case.unsigned(&SigningRule::default(), &hash("c")), []);
}

#[test]
fn a_change_of_content_voids_every_signature_and_says_which_event_it_was() {
    let summary = || CaseEvent::from(SummaryWritten { summary: Some(text("まとめ")) });
    let mut wants = Details::default();
    wants.disclosure.wish = DisclosureWish::Wants;
    let changes = [
        (summary(), "case.summaryWritten"),
        (CaseEvent::from(DetailsRecorded { details: Box::new(wants) }), "case.detailsRecorded"),
        (
            CaseEvent::from(CcatVerdictEntered { finding: f(1), verdict: Some(text("A")) }),
            "case.ccatVerdictEntered",
        ),
    ];
    for (what, kind) in changes {
        let mut case = signed();
        let at = case.version + 1;
        happen(&mut case, what).unwrap();
        assert_eq!(case.standing_signatures().len(), 0, "{kind}");
        for signature in &case.signatures {
            let voided = signature.voided.as_ref().unwrap();
            assert_eq!((voided.kind, voided.version, voided.by.name.as_str()), (kind, at, "佐藤"));
        }
        let lacking = case.unsigned(&SigningRule::default(), &hash("c"));
        assert!(lacking.iter().all(|one| matches!(one, Unsigned::Void(_))) && lacking.len() == 3, "{kind}");
    }
}

#[test]
fn what_the_report_does_not_say_voids_nothing() {
    let mut case = signed();
    let opinion = CaseOpinion {
        stance: Stance::Agree,
        actionable: None,
        germline_concern: false,
        suggested: Vec::new(),
        comment: None,
    };
    happen(&mut case, CaseEvent::from(CaseOpinionGiven { opinion })).unwrap();
    let same = CaseEvent::from(DetailsRecorded { details: Box::new(case.details.clone()) });
    happen(&mut case, same).unwrap();
    assert_eq!(case.standing_signatures().len(), 3, "the report says the same as when it was signed");
}

#[test]
fn a_signature_does_not_come_back_when_the_text_does() {
    let mut case = signed();
    happen(&mut case, CaseEvent::from(SummaryWritten { summary: Some(text("まとめ")) })).unwrap();
    happen(&mut case, CaseEvent::from(SummaryWritten { summary: None })).unwrap();
    assert_eq!(case.standing_signatures().len(), 0, "another text stood there in between");
    let first = case.signatures[0].voided.clone().unwrap();
    assert_eq!(first.version + 1, case.version, "the first change is named, not the last");
    happen(&mut case, sign(Capacity::Author)).unwrap();
    assert_eq!(case.signature(Capacity::Author).unwrap().voided, None, "it can be signed anew");
}

#[test]
fn a_site_may_ask_for_fewer_signatures_or_for_different_people() {
    let mut case = ready();
    let rule = |required: &[Capacity], distinct| SigningRule { required: required.to_vec(), distinct };
    assert_eq!(case.unsigned(&rule(&[], false), &hash("c")), []);
    happen(&mut case, sign(Capacity::Author)).unwrap();
    happen(&mut case, sign(Capacity::Chair)).unwrap();
    let both = [Capacity::Author, Capacity::Chair];
    assert_eq!(case.unsigned(&rule(&both, false), &hash("c")), []);
    assert_eq!(
        case.unsigned(&rule(&both, true), &hash("c")),
        [Unsigned::SamePerson(Capacity::Author, Capacity::Chair)]
    );
}

#[test]
fn the_finalised_report_holds_the_signatures_and_the_next_revision_begins_without() {
    let mut case = signed();
    let what = finalise(&case);
    happen(&mut case, what).unwrap();
    let printed: Vec<_> = case.reports[0].content.signatures.iter().map(|one| one.capacity).collect();
    assert_eq!(printed, Capacity::ALL);
    assert!(case.signatures.is_empty());
    happen(&mut case, CaseEvent::from(AmendmentOpened { reason: text("誤記") })).unwrap();
    assert_eq!(case.unsigned(&SigningRule::default(), &hash("c")).len(), 3);
}

#[test]
fn a_content_with_a_signature_that_does_not_stand_is_refused() {
    let mut case = signed();
    let CaseEvent::Report(ReportEvent::ReportFinalised(ReportFinalised {
        mut content,
        content_hash,
        documents,
        composed_at,
    })) = finalise(&case)
    else {
        panic!("a report is finalised")
    };
    content.signatures[0].name = text("鈴木");
    let what = CaseEvent::from(ReportFinalised { content, content_hash, documents, composed_at });
    assert_eq!(happen(&mut case, what), Err(Refusal::StaleContent));
}

#[test]
fn where_the_letterhead_changed_a_new_signature_does_not_stand_beside_the_former_ones() {
    let mut case = signed();
    assert_eq!(
        case.unsigned(&SigningRule::default(), &hash("d")).len(),
        3,
        "another content is to be signed"
    );
    happen(&mut case, CaseEvent::from(ReportSigned { capacity: Capacity::Chair, content_hash: hash("d") }))
        .unwrap();
    let standing: Vec<_> = case.standing_signatures().iter().map(|one| one.capacity).collect();
    assert_eq!(standing, [Capacity::Chair]);
    assert_eq!(case.unsigned(&SigningRule::default(), &hash("d")).len(), 2);
}

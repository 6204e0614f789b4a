//! The rules of a case, event by event.

use super::{Case, CaseStatus};
use crate::case::event::intake::{DetailsRecorded, ReadingDecided, Received, SourceAdded};
use crate::case::event::panel::{MeetingRecorded, SummaryWritten};
use crate::case::event::report::{AmendmentOpened, ReportFinalised};
use crate::case::event::treatment::{
    MilestoneRecorded, RecommendationWithdrawn, Recommended, ReferralMoved, Referred,
};
use crate::case::event::verdict::{FindingJudged, GermlineJudged};
use crate::decision::{Call, GermlineJudgement, Verdict};
use crate::draft::{Draft, Hide, PanelTest, ReceivedFile};
use crate::event::{CaseEvent, Event, EventBody};
use crate::finding::{Alteration, DraftFinding, Origin, ShortVariant, TranscriptEffect};
use crate::gap::Gap;
use crate::genome::Assembly;
use crate::hgvs::HgvsText;
use crate::ids::{CaseId, EventId, FindingId, MemberId, RecommendationId, ReferralId, Sha256Hex};
use crate::meeting_record::{Attendance, AttendingPart, MeetingMode, MeetingRecord};
use crate::member::{Actor, Role};
use crate::milestone::{Mark, Milestone};
use crate::note::Ledger;
use crate::patient::{Details, DisclosureWish};
use crate::recommendation::{Advice, Recommendation};
use crate::referral::{Referral, ReferralStatus, ReferralStep};
use crate::refusal::Refusal;
use crate::report::{Letterhead, ReportState, compose};
use crate::text::Text;
use crate::trial::TrialId;

const UUID: &str = "0198c5b2-7f00-7000-8000-00000000000";

pub(super) fn uuid(digit: char) -> String {
    format!("{UUID}{digit}")
}

pub(super) fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

pub(super) fn f(number: u32) -> FindingId {
    FindingId::new(number).unwrap()
}

pub(super) fn variant(gene: &str, change: &str, origin: Origin, reported: Option<bool>) -> DraftFinding {
    let effect = TranscriptEffect {
        gene: Some(crate::gene::GeneSymbol::parse(gene).unwrap()),
        transcript: None,
        coding: None,
        protein: Some(HgvsText::parse(change).unwrap()),
        effects: Vec::new(),
        ..TranscriptEffect::default()
    };
    let alteration = Alteration::ShortVariant(ShortVariant {
        chromosome: None,
        position: None,
        reference: None,
        alternate: None,
        vaf: None,
        depth: None,
        alternate_depth: None,
        against_reference: None,
        transcripts: vec![effect],
    });
    DraftFinding {
        item: change.to_owned(),
        alteration,
        origin,
        sample: None,
        nucleic_acid: None,
        reported,
        laboratory_verdict: None,
        ccat_verdict: None,
        verbatim: Vec::new(),
    }
}

pub(super) fn draft(hash: char, findings: Vec<DraftFinding>) -> Box<Draft> {
    Box::new(Draft {
        file: ReceivedFile {
            name: "a.json".to_owned(),
            bytes: 1,
            sha256: Sha256Hex::parse(&hash.to_string().repeat(64)).unwrap(),
            format: "CATS".to_owned(),
            format_version: None,
        },
        assembly: Assembly::unknown(),
        reference: None,
        test: PanelTest::default(),
        tumour_sample: None,
        hide: Hide::default(),
        comments: Vec::new(),
        proposed: None,
        must_choose_sample: false,
        reading: None,
        statements: Vec::new(),
        ledger: Ledger { read: findings.len() as u64, kept: findings.len() as u64, ..Ledger::default() },
        findings,
        set_aside: Vec::new(),
        notes: Vec::new(),
    })
}

/// Checks and applies.
pub(super) fn happen(case: &mut Case, what: CaseEvent) -> Result<(), Refusal> {
    case.check(&what)?;
    let actor = Actor {
        member: MemberId::parse(&uuid('1')).unwrap(),
        name: text("佐藤"),
        role: Role::Chair,
        on_behalf_of: None,
    };
    let event = Event {
        id: EventId::parse(&uuid('2')).unwrap(),
        version: case.version + 1,
        at: "2026-11-22T10:00:00+09:00".parse().unwrap(),
        actor,
        body: EventBody::Case { case: case.id.clone(), what },
    };
    case.apply(&event);
    Ok(())
}

pub(super) fn received(findings: Vec<DraftFinding>) -> Case {
    let mut case = Case::new(CaseId::parse(&uuid('0')).unwrap());
    let what = CaseEvent::from(Received {
        number: text("2026-0001"),
        received_on: "2026-11-22".parse().unwrap(),
        details: Box::default(),
        draft: draft('a', findings),
    });
    happen(&mut case, what).unwrap();
    case
}

pub(super) fn put_off(finding: FindingId) -> CaseEvent {
    let verdict = Verdict {
        evidence: Vec::new(),
        call: Call::Deferred { reason: text("追加情報待ち") },
        actionable: None,
        rationale: None,
        references: Vec::new(),
        basis: None,
        dissent: Vec::new(),
    };
    CaseEvent::from(FindingJudged { finding, verdict: Box::new(verdict) })
}

pub(super) fn nothing(digit: char, findings: Vec<FindingId>) -> CaseEvent {
    CaseEvent::from(Recommended {
        recommendation: Box::new(Recommendation {
            rationale: Some(text("根拠の文")),
            ..Recommendation::new(
                RecommendationId::parse(&uuid(digit)).unwrap(),
                findings,
                Advice::Nothing { reason: text("候補薬なし") },
            )
        }),
    })
}

pub(super) fn meeting() -> CaseEvent {
    CaseEvent::from(MeetingRecorded {
        meeting: Box::new(MeetingRecord {
            held_on: "2026-11-22".parse().unwrap(),
            mode: MeetingMode::RealTime,
            reason: None,
            attending: AttendingPart::Present,
            attendance: vec![Attendance {
                member: None,
                name: text("佐藤"),
                institution: None,
                qualifications: Vec::new(),
                institution_kind: None,
                field: None,
                full_time: None,
                role: None,
            }],
            minutes: None,
            circumstances: None,
            quorum: None,
            meeting: None,
            without_quorum: None,
        }),
    })
}

pub(super) fn letterhead() -> Letterhead {
    Letterhead {
        institution: text("病院"),
        contact: None,
        template: None,
        knowledge: Vec::new(),
        figures: Default::default(),
        tests: Default::default(),
        gene_roles: crate::gene_role::GeneRoles::none(),
        program: "test".to_owned(),
    }
}

pub(super) fn finalise(case: &Case) -> CaseEvent {
    let state = ReportState::Final {
        at: "2026-11-22T10:00:00+09:00".parse().unwrap(),
        name: text("佐藤"),
        role: Role::Chair,
    };
    CaseEvent::from(ReportFinalised {
        content: Box::new(compose(case, &letterhead(), state)),
        content_hash: Sha256Hex::parse(&"b".repeat(64)).unwrap(),
        documents: Vec::new(),
        composed_at: Some(case.version),
    })
}

pub(super) fn finalised() -> Case {
    let mut case = received(vec![variant("EGFR", "L858R", Origin::Somatic, Some(true))]);
    happen(&mut case, put_off(f(1))).unwrap();
    happen(&mut case, nothing('3', vec![f(1)])).unwrap();
    happen(&mut case, meeting()).unwrap();
    let last = finalise(&case);
    happen(&mut case, last).unwrap();
    case
}

#[test]
fn a_case_is_received_once_and_before_anything_else() {
    let mut case = Case::new(CaseId::parse(&uuid('0')).unwrap());
    assert_eq!(happen(&mut case, put_off(f(1))), Err(Refusal::Gap(Gap::NotReceived)));
    let mut case = received(Vec::new());
    let again = CaseEvent::from(Received {
        number: text("2"),
        received_on: "2026-11-22".parse().unwrap(),
        details: Box::default(),
        draft: draft('a', Vec::new()),
    });
    assert_eq!(happen(&mut case, again), Err(Refusal::AlreadyReceived));
}

#[test]
fn nothing_left_undecided_before_finalisation() {
    let left_out = variant("TP53", "R175H", Origin::Somatic, Some(false));
    let unsaid = variant("KRAS", "G12D", Origin::Unknown, None);
    let mut case = received(vec![variant("EGFR", "L858R", Origin::Somatic, Some(true)), left_out, unsaid]);
    assert_eq!(
        case.undecided(),
        [f(1), f(3)],
        "what the laboratory leaves out of its report needs no verdict"
    );
    assert_eq!(case.finalisation_gaps(), [Gap::Undecided(vec![f(1), f(3)]), Gap::NoAdvice, Gap::NoMeeting]);
    for step in [put_off(f(1)), put_off(f(3)), nothing('3', Vec::new())] {
        let what = finalise(&case);
        assert!(happen(&mut case, what).is_err(), "a gap is left");
        happen(&mut case, step).unwrap();
    }
    assert_eq!(case.status(), CaseStatus::Decided);
    happen(&mut case, meeting()).unwrap();
    let what = finalise(&case);
    assert_eq!(happen(&mut case, what), Ok(()));
    assert_eq!(case.status(), CaseStatus::Finalised);
}

#[test]
fn what_was_told_before_an_amendment_does_not_count_for_it() {
    let mut case = finalised();
    let told = || {
        CaseEvent::from(MilestoneRecorded {
            milestone: Milestone::Explained,
            mark: Mark { happened: true, on: None, remark: None },
        })
    };
    happen(&mut case, told()).unwrap();
    assert_eq!(case.status(), CaseStatus::Explained);
    happen(&mut case, CaseEvent::from(AmendmentOpened { reason: text("誤記") })).unwrap();
    let what = finalise(&case);
    happen(&mut case, what).unwrap();
    assert_eq!(case.status(), CaseStatus::Finalised, "the patient was told of another report");
    happen(&mut case, told()).unwrap();
    assert_eq!(case.status(), CaseStatus::Explained);
}

#[test]
fn a_finalised_case_takes_only_follow_up_until_it_is_amended() {
    let mut case = finalised();
    for what in [
        put_off(f(1)),
        nothing('4', Vec::new()),
        meeting(),
        CaseEvent::from(SummaryWritten { summary: None }),
    ] {
        assert_eq!(happen(&mut case, what), Err(Refusal::Gap(Gap::Finalised)));
    }
    happen(&mut case, CaseEvent::from(AmendmentOpened { reason: text("誤記") })).unwrap();
    assert_eq!(case.status(), CaseStatus::Amending);
    let again = CaseEvent::from(AmendmentOpened { reason: text("誤記") });
    assert_eq!(happen(&mut case, again), Err(Refusal::NothingToAmend), "one amendment at a time");
    happen(&mut case, CaseEvent::from(SummaryWritten { summary: Some(text("まとめ")) })).unwrap();
    let what = finalise(&case);
    happen(&mut case, what).unwrap();
    let notice = case.reports[1].content.amendment.as_ref().unwrap();
    assert_eq!((notice.follows, notice.reason.as_str()), (1, "誤記"));
    let changed: Vec<_> =
        notice.changes.iter().map(|change| change.after.as_ref().unwrap().ja.as_str()).collect();
    assert_eq!(changed, ["まとめ"], "the amendment says what changed, and nothing else did");
}

#[test]
fn content_of_an_earlier_state_cannot_be_finalised() {
    let mut case = received(Vec::new());
    happen(&mut case, nothing('3', Vec::new())).unwrap();
    happen(&mut case, meeting()).unwrap();
    let old = finalise(&case);
    happen(&mut case, CaseEvent::from(SummaryWritten { summary: Some(text("後から")) })).unwrap();
    assert_eq!(happen(&mut case, old), Err(Refusal::StaleContent));
}

#[test]
fn an_act_on_something_that_is_not_there_is_refused() {
    let mut case = received(vec![variant("EGFR", "L858R", Origin::Somatic, None)]);
    assert_eq!(happen(&mut case, put_off(f(2))), Err(Refusal::NoFinding(f(2))));
    let unknown = RecommendationId::parse(&uuid('9')).unwrap();
    let withdraw = |id: &RecommendationId| {
        CaseEvent::from(RecommendationWithdrawn { id: id.clone(), reason: text("誤り") })
    };
    assert_eq!(happen(&mut case, withdraw(&unknown)), Err(Refusal::NoRecommendation(unknown)));
    happen(&mut case, nothing('3', vec![f(1)])).unwrap();
    assert_eq!(happen(&mut case, nothing('3', vec![f(1)])), Err(Refusal::Duplicate));
    let given = RecommendationId::parse(&uuid('3')).unwrap();
    happen(&mut case, withdraw(&given)).unwrap();
    assert_eq!(happen(&mut case, withdraw(&given)), Err(Refusal::Withdrawn));
    assert!(!case.has_advice(), "a withdrawn recommendation advises nothing");
    let same = CaseEvent::from(SourceAdded { draft: draft('a', Vec::new()), matches: Vec::new() });
    assert_eq!(happen(&mut case, same), Err(Refusal::SameSource));
}

#[test]
fn a_referral_goes_on_from_its_end_only_with_a_reason() {
    let mut case = received(Vec::new());
    let id = ReferralId::parse(&uuid('5')).unwrap();
    let step = |status, reason: Option<&str>| ReferralStep {
        status,
        on: "2026-11-22".parse().unwrap(),
        reason: reason.map(text),
        next_check: None,
    };
    let referral = Referral {
        id: id.clone(),
        recommendation: None,
        findings: Vec::new(),
        trial: TrialId::parse("jRCTs031190104").unwrap(),
        title: None,
        phase: None,
        drugs: Vec::new(),
        site: None,
        contact: None,
        evidence: None,
        as_of: None,
        eligibility: None,
        matched: None,
    };
    happen(
        &mut case,
        CaseEvent::from(Referred { referral: Box::new(referral), step: step(ReferralStatus::Asking, None) }),
    )
    .unwrap();
    let moved =
        |status, reason| CaseEvent::from(ReferralMoved { id: id.clone(), step: step(status, reason) });
    happen(&mut case, moved(ReferralStatus::RecruitmentClosed, None)).unwrap();
    assert_eq!(happen(&mut case, moved(ReferralStatus::Asking, None)), Err(Refusal::ReasonNeeded));
    happen(&mut case, moved(ReferralStatus::Asking, Some("募集再開"))).unwrap();
    assert_eq!(case.referrals[0].steps.len(), 3, "the history keeps every step");
}

#[test]
fn germline_findings_have_a_series_of_their_own_and_leave_no_trace_unless_wanted() {
    let mut case = received(vec![
        variant("EGFR", "L858R", Origin::Somatic, None),
        variant("BRCA2", "R2318*", Origin::Germline, None),
        variant("TP53", "R273H", Origin::Somatic, None),
    ]);
    let ids: Vec<_> = case.findings.iter().map(|finding| finding.id.to_string()).collect();
    assert_eq!(ids, ["F1", "G1", "F2"]);
    let germline = FindingId::parse("G1").unwrap();
    happen(&mut case, nothing('3', vec![germline, f(1)])).unwrap();
    let judged = CaseEvent::from(GermlineJudged {
        finding: f(2),
        judgement: GermlineJudgement::ConfirmationRecommended,
        reason: None,
        answered: None,
    });
    happen(&mut case, judged).unwrap();
    for wish in [
        DisclosureWish::Refuses,
        DisclosureWish::NotAsked,
        DisclosureWish::DecidesLater,
        DisclosureWish::Wants,
    ] {
        let mut details = Details::default();
        details.disclosure.wish = wish;
        happen(&mut case, CaseEvent::from(DetailsRecorded { details: Box::new(details) })).unwrap();
        let state = ReportState::Draft { status: case.status(), undecided: case.undecided() };
        let content = compose(&case, &letterhead(), state);
        let wanted = wish == DisclosureWish::Wants;
        let shown: Vec<_> = content.findings.iter().map(|row| row.finding.id.to_string()).collect();
        assert_eq!(shown, if wanted { vec!["F1", "F2", "G1"] } else { vec!["F1", "F2"] }, "{wish:?}");
        assert_eq!(
            content.findings[1].germline.is_some(),
            wanted,
            "{wish:?}: the suspicion, not the tumour finding"
        );
        assert_eq!(content.sources[0].ledger.is_some(), wanted, "{wish:?}: a count would betray it");
        let ReportState::Draft { undecided, .. } = &content.state else { panic!("a draft was composed") };
        assert_eq!(undecided.contains(&germline), wanted, "{wish:?}");
        let advice = &content.recommendations[0];
        assert_eq!((advice.basis_withheld, advice.rationale.is_some()), (false, wanted), "{wish:?}");
    }
}

#[test]
fn a_later_reading_is_of_the_same_record_kind_and_origin() {
    let mut case = received(vec![variant("KRAS", "p.Gly12Asp", Origin::Somatic, Some(true))]);
    let decided = |read: DraftFinding| {
        CaseEvent::from(ReadingDecided {
            finding: f(1),
            source: 0,
            reading: "later".to_owned(),
            taken: Some(Box::new(read)),
            reason: text("別アレルの注釈"),
        })
    };
    let later = variant("KRAS", "p.Gly12Val", Origin::Somatic, Some(true));
    let own = DraftFinding { item: "p.Gly12Asp".to_owned(), ..later.clone() };
    let inherited = DraftFinding { origin: Origin::Germline, ..own.clone() };
    for wrong in [later, inherited] {
        assert_eq!(happen(&mut case, decided(wrong)), Err(Refusal::AnotherFinding(f(1))));
    }
    happen(&mut case, decided(own)).unwrap();
    assert_eq!(case.finding(f(1)).unwrap().read.alteration.change(), "p.Gly12Val");
}

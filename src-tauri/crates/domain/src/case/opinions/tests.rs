//! Blindness, staleness and agreement, member by member.

use super::super::Case;
use super::super::tests::{draft, variant};
use super::{DiffersIn, Lacking, NeedsMeeting, Standing};
use crate::case::event::intake::SourceMatch;
use crate::case::event::intake::{DetailsRecorded, Received, SourceAdded};
use crate::case::event::opinion::{
    CaseOpinionGiven, OpinionConfirmed, OpinionEvent, OpinionGiven, OpinionsAsked, OpinionsOpened,
};
use crate::case::event::verdict::{CcatVerdictEntered, FindingJudged};
use crate::decision::{Call, Verdict};
use crate::event::{CaseEvent, Event, EventBody};
use crate::finding::{MatchBasis, Origin};
use crate::grade::Grade;
use crate::ids::{CaseId, EventId, FindingId, MemberId};
use crate::label::Label;
use crate::member::{Actor, Role};
use crate::opinion::{CaseOpinion, Opinion, Stance};
use crate::patient::Details;
use crate::refusal::Refusal;
use crate::text::Text;

fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

fn member(digit: char) -> MemberId {
    MemberId::parse(&format!("0198c5b2-7f00-7000-8000-00000000000{digit}")).unwrap()
}

fn f(number: u32) -> FindingId {
    FindingId::new(number).unwrap()
}

fn act(case: &mut Case, who: char, for_whom: Option<char>, what: CaseEvent) -> Result<(), Refusal> {
    let actor = Actor {
        member: member(who),
        name: text("誰か"),
        role: Role::Member,
        on_behalf_of: for_whom.map(member),
    };
    case.check_by(&what, &actor)?;
    let event = Event {
        id: EventId::parse("0198c5b2-7f00-7000-8000-0000000000aa").unwrap(),
        version: case.version + 1,
        at: "2026-11-22T10:00:00+09:00".parse().unwrap(),
        actor,
        body: EventBody::Case { case: case.id.clone(), what },
    };
    case.apply(&event);
    Ok(())
}

fn received() -> Case {
    let mut case = Case::new(CaseId::parse("0198c5b2-7f00-7000-8000-0000000000cc").unwrap());
    let findings = vec![
        variant("EGFR", "p.L858R", Origin::Somatic, None),
        variant("TP53", "p.R175H", Origin::Somatic, None),
    ];
    let what = CaseEvent::from(Received {
        number: text("2026-0001"),
        received_on: "2026-11-22".parse().unwrap(),
        details: Box::default(),
        draft: draft('a', findings),
    });
    act(&mut case, '1', None, what).unwrap();
    case
}

fn opinion(finding: u32, class: &str) -> CaseEvent {
    let label = |words: &str| Label { ja: words.to_owned(), en: words.to_owned() };
    CaseEvent::from(OpinionGiven {
        finding: f(finding),
        opinion: Opinion {
            grade: Some(Grade {
                scale: "s".to_owned(),
                version: "1".to_owned(),
                scale_name: label("scale"),
                class: class.to_owned(),
                class_name: label(class),
                weight: 0,
                germline: false,
            }),
            actionable: None,
            germline_concern: false,
            suggested: Vec::new(),
            comment: None,
        },
    })
}

fn stance(stance: Stance, comment: Option<&str>) -> CaseEvent {
    CaseEvent::from(CaseOpinionGiven {
        opinion: CaseOpinion {
            stance,
            actionable: None,
            germline_concern: false,
            suggested: Vec::new(),
            comment: comment.map(text),
        },
    })
}

const ALL: [char; 3] = ['1', '2', '3'];

fn asked() -> Vec<MemberId> {
    ALL.iter().map(|digit| member(*digit)).collect()
}

#[test]
fn others_opinions_are_unseen_until_an_own_one_is_given() {
    let mut case = received();
    act(&mut case, '1', None, opinion(1, "vus")).unwrap();
    assert!(!case.may_see_opinions(Some(f(1)), &member('2'), &asked()));
    assert!(case.may_see_opinions(Some(f(1)), &member('1'), &asked()), "the own one is given");
    act(&mut case, '2', None, opinion(1, "oncogenic")).unwrap();
    assert!(case.may_see_opinions(Some(f(1)), &member('2'), &asked()));
    assert!(
        !case.may_see_opinions(Some(f(2)), &member('2'), &asked()),
        "of another finding nothing was said"
    );
}

#[test]
fn a_remark_without_a_class_does_not_uncover_the_others() {
    let mut case = received();
    act(&mut case, '1', None, opinion(1, "vus")).unwrap();
    let CaseEvent::Opinion(OpinionEvent::OpinionGiven(OpinionGiven { finding, mut opinion })) =
        opinion(1, "vus")
    else {
        unreachable!()
    };
    opinion.grade = None;
    opinion.comment = Some(text("あとで"));
    act(&mut case, '2', None, CaseEvent::from(OpinionGiven { finding, opinion })).unwrap();
    assert!(!case.may_see_opinions(Some(f(1)), &member('2'), &asked()));
    assert_eq!(
        case.agreement_on(f(1), &asked()).lacking,
        [(member('2'), Lacking::NoClass), (member('3'), Lacking::NotGiven)]
    );
}

#[test]
fn the_chair_opens_them_for_all_and_a_change_closes_them_again() {
    let mut case = received();
    act(&mut case, '1', None, opinion(1, "vus")).unwrap();
    act(&mut case, '1', None, CaseEvent::from(OpinionsOpened { finding: Some(f(1)) })).unwrap();
    assert!(case.may_see_opinions(Some(f(1)), &member('9'), &asked()), "also for who gives none");
    assert!(!case.may_see_opinions(Some(f(2)), &member('9'), &asked()), "only that finding was opened");
    assert!(!case.may_see_opinions(None, &member('9'), &asked()));
    act(&mut case, '1', None, CaseEvent::from(OpinionsOpened { finding: None })).unwrap();
    assert!(case.may_see_opinions(None, &member('9'), &asked()));
    act(
        &mut case,
        '1',
        None,
        CaseEvent::from(CcatVerdictEntered { finding: f(1), verdict: Some(text("A")) }),
    )
    .unwrap();
    assert!(!case.may_see_opinions(Some(f(1)), &member('9'), &asked()), "what is judged is another now");
    assert!(case.may_see_opinions(Some(f(2)), &member('9'), &asked()), "this one is not");
}

#[test]
fn they_open_by_themselves_when_everybody_asked_has_given_one() {
    let mut case = received();
    for who in ALL {
        assert!(!case.may_see_opinions(Some(f(1)), &member('9'), &asked()));
        act(&mut case, who, None, opinion(1, "vus")).unwrap();
    }
    assert!(case.may_see_opinions(Some(f(1)), &member('9'), &asked()), "nobody can be swayed any more");
}

#[test]
fn a_further_source_of_the_finding_makes_opinions_on_it_out_of_date() {
    let mut case = received();
    act(&mut case, '1', None, opinion(1, "vus")).unwrap();
    act(&mut case, '1', None, opinion(2, "vus")).unwrap();
    let found = SourceMatch { index: 0, finding: f(1), basis: MatchBasis::Position };
    let what = CaseEvent::from(SourceAdded {
        draft: draft('b', vec![variant("EGFR", "p.L858R", Origin::Somatic, None)]),
        matches: vec![found],
    });
    act(&mut case, '2', None, what).unwrap();
    let given = |finding: u32| case.opinions[&f(finding)][&member('1')].clone();
    let unseen = case.unseen_by(Some(f(1)), &given(1)).unwrap();
    assert_eq!((unseen.kind, unseen.version), ("case.sourceAdded", 4));
    assert_eq!(case.unseen_by(Some(f(2)), &given(2)), None, "the file says nothing of this finding");
    assert_eq!(case.agreement_on(f(1), &asked()).lacking[0], (member('1'), Lacking::OutOfDate));
}

#[test]
fn another_tumour_type_puts_every_opinion_out_of_date_and_another_name_none() {
    let mut case = received();
    act(&mut case, '1', None, opinion(1, "vus")).unwrap();
    let mut details = Details::default();
    details.patient.name = Some(text("山田"));
    act(&mut case, '1', None, CaseEvent::from(DetailsRecorded { details: Box::new(details.clone()) }))
        .unwrap();
    let given = case.opinions[&f(1)][&member('1')].clone();
    assert_eq!(case.unseen_by(Some(f(1)), &given), None);
    details.clinical.tumour_type = Some(text("膵癌"));
    act(&mut case, '1', None, CaseEvent::from(DetailsRecorded { details: Box::new(details) })).unwrap();
    assert!(case.unseen_by(Some(f(1)), &given).is_some());
}

#[test]
fn a_verdict_changes_the_draft_and_asks_for_the_view_of_the_whole_again() {
    let mut case = received();
    act(&mut case, '1', None, stance(Stance::Agree, None)).unwrap();
    let verdict = Verdict {
        evidence: Vec::new(),
        call: Call::Deferred { reason: text("追加検査待ち") },
        actionable: None,
        rationale: None,
        references: Vec::new(),
        basis: None,
        dissent: Vec::new(),
    };
    act(&mut case, '2', None, CaseEvent::from(FindingJudged { finding: f(1), verdict: Box::new(verdict) }))
        .unwrap();
    assert_eq!(case.agreement(&asked()).lacking[0], (member('1'), Lacking::OutOfDate));
    act(&mut case, '1', None, stance(Stance::Agree, None)).unwrap();
    assert_eq!(
        case.agreement(&asked()).lacking,
        [(member('2'), Lacking::NotGiven), (member('3'), Lacking::NotGiven)]
    );
}

#[test]
fn what_another_entered_waits_for_the_members_confirmation() {
    let mut case = received();
    act(&mut case, '1', Some('2'), opinion(1, "vus")).unwrap();
    assert_eq!(case.agreement_on(f(1), &[member('2')]).lacking, [(member('2'), Lacking::Unconfirmed)]);
    let confirm = || CaseEvent::from(OpinionConfirmed { finding: Some(f(1)) });
    assert_eq!(act(&mut case, '3', None, confirm()), Err(Refusal::NothingToConfirm), "it is not theirs");
    act(&mut case, '2', None, confirm()).unwrap();
    assert_eq!(case.agreement_on(f(1), &[member('2')]).standing, Standing::Agreed);
    assert_eq!(act(&mut case, '2', None, confirm()), Err(Refusal::NothingToConfirm), "only once");
}

#[test]
fn nobody_writes_over_anothers_own_opinion() {
    let mut case = received();
    act(&mut case, '2', None, opinion(1, "vus")).unwrap();
    assert_eq!(act(&mut case, '1', Some('2'), opinion(1, "oncogenic")), Err(Refusal::AnothersOpinion));
    act(&mut case, '2', None, stance(Stance::Agree, None)).unwrap();
    let against = stance(Stance::Disagree, Some("x"));
    assert_eq!(act(&mut case, '1', Some('2'), against), Err(Refusal::AnothersOpinion));
}

#[test]
fn agreement_compares_class_actionability_and_germline_concern() {
    let mut case = received();
    for who in ALL {
        act(&mut case, who, None, opinion(1, "vus")).unwrap();
    }
    let agreement = case.agreement_on(f(1), &asked());
    assert_eq!((agreement.standing, agreement.groups.len()), (Standing::Agreed, 1));
    let CaseEvent::Opinion(OpinionEvent::OpinionGiven(OpinionGiven { finding, mut opinion })) =
        opinion(1, "vus")
    else {
        unreachable!()
    };
    opinion.germline_concern = true;
    act(&mut case, '3', None, CaseEvent::from(OpinionGiven { finding, opinion })).unwrap();
    let agreement = case.agreement_on(f(1), &asked());
    assert_eq!(agreement.standing, Standing::Differing);
    assert_eq!(agreement.differs_in, [DiffersIn::Heredity], "the classes are the same");
    assert_eq!(agreement.groups, [vec![member('1'), member('2')], vec![member('3')]], "who stands where");
}

#[test]
fn a_case_closes_by_circulation_only_when_all_asked_agree() {
    let mut case = received();
    assert_eq!(case.needs_meeting(&[]), [NeedsMeeting::NobodyAsked]);
    assert_eq!(case.needs_meeting(&asked()), [NeedsMeeting::Missing(asked())]);
    for who in ALL {
        act(&mut case, who, None, stance(Stance::Agree, None)).unwrap();
    }
    assert_eq!(case.needs_meeting(&asked()), []);
    act(&mut case, '3', None, stance(Stance::Abstain, None)).unwrap();
    assert_eq!(case.needs_meeting(&asked()), [], "who abstains breaks no agreement");
    assert_eq!(act(&mut case, '3', None, stance(Stance::Disagree, None)), Err(Refusal::DissentNeedsReason));
    act(&mut case, '3', None, stance(Stance::Disagree, Some("別の薬剤を推す"))).unwrap();
    assert_eq!(case.needs_meeting(&asked()), [NeedsMeeting::NotAgreed(vec![member('3')])]);
    act(&mut case, '3', None, stance(Stance::Agree, None)).unwrap();
    act(&mut case, '1', None, opinion(2, "vus")).unwrap();
    act(&mut case, '2', None, opinion(2, "oncogenic")).unwrap();
    assert_eq!(
        case.needs_meeting(&asked()),
        [NeedsMeeting::Differing(vec![f(2)])],
        "agreement with the draft does not cover a difference on a finding"
    );
}

fn ask(members: &[char]) -> CaseEvent {
    CaseEvent::from(OpinionsAsked { members: members.iter().copied().map(member).collect(), due: None })
}

#[test]
fn asking_fewer_opens_nothing() {
    let everybody = [member('1'), member('2'), member('3')];
    let mut case = received();
    act(&mut case, '1', None, opinion(1, "a")).unwrap();
    // The one who has answered is made the only one asked, whom the default list of all members held before.
    act(&mut case, '3', None, ask(&['1'])).unwrap();
    assert!(
        !case.may_see_opinions(Some(f(1)), &member('2'), &[member('1')]),
        "no list of names opens an opinion"
    );
    act(&mut case, '3', None, ask(&['1', '2'])).unwrap();
    act(&mut case, '2', None, opinion(1, "a")).unwrap();
    assert!(!case.may_see_opinions(Some(f(1)), &member('3'), &[member('1'), member('2')]));
    act(&mut case, '1', None, CaseEvent::from(OpinionsOpened { finding: None })).unwrap();
    assert!(case.may_see_opinions(Some(f(1)), &member('3'), &everybody), "the chair opens them");

    let mut case = received();
    act(&mut case, '3', None, ask(&['1', '2'])).unwrap();
    act(&mut case, '1', None, opinion(1, "a")).unwrap();
    act(&mut case, '3', None, ask(&['1', '2', '3'])).unwrap();
    for (who, class) in [('2', "a"), ('3', "b")] {
        act(&mut case, who, None, opinion(1, class)).unwrap();
    }
    assert!(
        case.may_see_opinions(Some(f(1)), &member('4'), &everybody),
        "all who were ever asked have answered"
    );
}

#[test]
fn an_opinion_changed_after_seeing_others_is_marked_for_ever() {
    let mark = |case: &Case, who: char| case.opinions[&f(1)][&member(who)].after_seeing;
    let mut case = received();
    // A throw-away opinion, a look, a change.
    act(&mut case, '1', None, opinion(1, "a")).unwrap();
    act(&mut case, '2', None, opinion(1, "b")).unwrap();
    assert!(!mark(&case, '1') && !mark(&case, '2'), "each was formed apart");
    act(&mut case, '2', None, opinion(1, "a")).unwrap();
    assert!(mark(&case, '2') && !mark(&case, '1'));
    act(&mut case, '2', None, opinion(1, "b")).unwrap();
    assert!(mark(&case, '2'), "also when it is changed back");
    act(&mut case, '1', None, CaseEvent::from(OpinionsOpened { finding: Some(f(1)) })).unwrap();
    act(&mut case, '3', None, opinion(1, "b")).unwrap();
    assert!(mark(&case, '3'), "a first one, once all are open");
    assert!(!case.opinions.contains_key(&f(2)));
    act(&mut case, '3', None, opinion(2, "b")).unwrap();
    assert!(!case.opinions[&f(2)][&member('3')].after_seeing, "nothing is known of another finding");
    act(&mut case, '1', None, stance(Stance::Agree, None)).unwrap();
    act(&mut case, '2', None, stance(Stance::Agree, None)).unwrap();
    act(&mut case, '2', None, stance(Stance::Disagree, Some("再考"))).unwrap();
    let marked: Vec<_> = case.case_opinions.values().map(|given| given.after_seeing).collect();
    assert_eq!(marked, [false, true], "so it is with the case as a whole");
}

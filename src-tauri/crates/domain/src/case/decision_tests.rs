//! Verdicts with their criteria and dissent, the order of advice, and what of it the report may say.

use super::Case;
use super::tests::{
    f, finalise, happen, letterhead, meeting, nothing, put_off, received, text, uuid, variant,
};
use crate::case::event::intake::DetailsRecorded;
use crate::case::event::panel::{MeetingRecorded, PanelEvent, SummaryWritten};
use crate::case::event::report::AmendmentOpened;
use crate::case::event::treatment::{RecommendationWithdrawn, RecommendationsRanked, Recommended, Referred};
use crate::case::event::verdict::{FindingJudged, GermlineJudged};
use crate::certainty::Certainty;
use crate::classification::{AppliedCriterion, Classification, Dissent, Strength};
use crate::decision::{Call, GermlineJudgement, Verdict};
use crate::event::CaseEvent;
use crate::finding::Origin;
use crate::gap::Gap;
use crate::grade::Grade;
use crate::ids::{FindingId, RecommendationId, ReferralId};
use crate::label::Label;
use crate::meeting_record::{Circumstances, MeetingMode};
use crate::omission::{CaseFact, OmissionFacts};
use crate::patient::{Details, DisclosureWish};
use crate::quorum::{
    Allowed, AttendingRule, Basis, Condition, ConditionKind, Edition, Held, ModeRule, Paediatric, RuleSet,
    SeveralKeys, assess,
};
use crate::recommendation::{AccessRoute, Advice, FurtherKind, Recommendation};
use crate::referral::{Referral, ReferralStatus, ReferralStep};
use crate::refusal::Refusal;
use crate::report::{ChangedPart, KnowledgeVersion, Letterhead, ReportContent, ReportState, compose};
use crate::trial::TrialId;

pub(super) fn label(words: &str) -> Label {
    Label { ja: words.to_owned(), en: words.to_owned() }
}

pub(super) fn grade(class: &str) -> Grade {
    Grade {
        scale: "scale".to_owned(),
        version: "1".to_owned(),
        scale_name: label("尺度"),
        class: class.to_owned(),
        class_name: label(class),
        weight: 1,
        germline: false,
    }
}

fn basis(suggested: &str, germline: bool, reason: Option<&str>) -> Classification {
    Classification {
        scheme: "scheme".to_owned(),
        version: "7".to_owned(),
        scheme_name: label("基準"),
        germline,
        criteria: vec![AppliedCriterion {
            code: "PS2".to_owned(),
            name: label("新生突然変異"),
            strength: Strength::Strong,
            adjusted: false,
            points: 4,
            note: None,
        }],
        points: 4,
        suggested: grade(suggested),
        override_reason: reason.map(text),
        manual: true,
    }
}

fn judged(class: &str, basis: Option<Classification>, dissent: Vec<Dissent>) -> CaseEvent {
    let verdict = Verdict {
        evidence: Vec::new(),
        call: Call::Classified { grade: grade(class) },
        actionable: None,
        rationale: None,
        references: Vec::new(),
        basis: basis.map(Box::new),
        dissent,
    };
    CaseEvent::from(FindingJudged { finding: f(1), verdict: Box::new(verdict) })
}

pub(super) fn advised(digit: char, advice: Advice) -> CaseEvent {
    let rationale = Some(text("理由の文"));
    let recommendation = Recommendation { rationale, ..Recommendation::new(id(digit), Vec::new(), advice) };
    CaseEvent::from(Recommended { recommendation: Box::new(recommendation) })
}

fn further(kind: FurtherKind, step: &str) -> Advice {
    Advice::Further { kind, step: text(step) }
}

pub(super) fn treatment(drug: &str) -> Advice {
    Advice::Treatment { drugs: vec![text(drug)], route: AccessRoute::Insurance, evidence: None, trial: None }
}

pub(super) fn id(digit: char) -> RecommendationId {
    RecommendationId::parse(&uuid(digit)).unwrap()
}

pub(super) fn case() -> Case {
    received(vec![variant("EGFR", "L858R", Origin::Somatic, None)])
}

pub(super) fn wishes(case: &mut Case, wish: DisclosureWish) {
    let mut details = Details::default();
    details.disclosure.wish = wish;
    happen(case, CaseEvent::from(DetailsRecorded { details: Box::new(details) })).unwrap();
}

pub(super) fn composed(case: &Case) -> ReportContent {
    let state = ReportState::Draft { status: case.status(), undecided: case.undecided() };
    compose(case, &letterhead(), state)
}

/// Everything the content says, in one text.
pub(super) fn everything(content: &ReportContent) -> String {
    format!("{content:?}")
}

#[test]
fn a_class_other_than_the_suggested_one_needs_its_reason() {
    let mut case = case();
    let refused = happen(&mut case, judged("likely", Some(basis("sure", false, None)), Vec::new()));
    assert_eq!(refused, Err(Refusal::NoOverrideReason("sure".to_owned())));
    happen(&mut case, judged("sure", Some(basis("sure", false, None)), Vec::new())).unwrap();
    happen(&mut case, judged("likely", Some(basis("sure", false, Some("VAFが低い"))), Vec::new())).unwrap();
    let verdict = &case.decisions[&f(1)].verdict;
    let Call::Classified { grade } = &verdict.call else { panic!("it was classified") };
    assert_eq!(grade.class, "likely", "the panel's class is what counts, not the suggested one");
}

#[test]
fn a_report_lists_the_scales_it_judges_by_as_they_were_then_and_no_others() {
    let mut case = case();
    let known = |name: &str, version: &str| KnowledgeVersion {
        name: label(name),
        version: version.to_owned(),
        source: format!("{name}の出典"),
        remark: None,
    };
    let letterhead = Letterhead {
        knowledge: vec![known("尺度", "2"), known("使わない尺度", "1"), known("基準", "7")],
        ..letterhead()
    };
    let listed = |case: &Case| {
        let state = ReportState::Draft { status: case.status(), undecided: case.undecided() };
        let content = compose(case, &letterhead, state);
        content
            .knowledge
            .iter()
            .map(|one| format!("{} {} {}", one.name.ja, one.version, one.source))
            .collect::<Vec<_>>()
    };
    assert_eq!(listed(&case), [""; 0], "nothing was judged");
    happen(&mut case, judged("sure", Some(basis("sure", false, None)), Vec::new())).unwrap();
    assert_eq!(listed(&case), ["尺度 1 尺度の出典", "基準 7 基準の出典"], "in the version of the verdict");
    happen(&mut case, judged("sure", Some(basis("sure", true, None)), Vec::new())).unwrap();
    wishes(&mut case, DisclosureWish::Refuses);
    assert!(
        !listed(&case).iter().any(|one| one.starts_with("基準")),
        "what is withheld leaves no trace here"
    );
    let older = Letterhead { knowledge: Vec::new(), ..super::tests::letterhead() };
    let state = ReportState::Draft { status: case.status(), undecided: case.undecided() };
    case.details.disclosure.wish = DisclosureWish::Wants;
    let content = compose(&case, &older, state);
    assert_eq!(content.knowledge.len(), 2, "a scale that is known no more is named all the same");
}

#[test]
fn what_c_cat_says_of_secondary_findings_is_in_no_report_of_a_patient_who_has_not_asked() {
    use crate::omission::{CcatSecondaryFinding, TumourGroup, UsableDrug};
    let omitted = |found: CcatSecondaryFinding| {
        let CaseEvent::Panel(PanelEvent::MeetingRecorded(MeetingRecorded { mut meeting })) = meeting() else {
            panic!("a meeting")
        };
        let facts = OmissionFacts {
            tumour: Some(TumourGroup::Solid),
            ccat_secondary_finding: Some(found),
            usable_drug: Some(UsableDrug::None),
        };
        let stated = Circumstances { omission: facts, ..Circumstances::default() };
        meeting.mode = MeetingMode::Omitted;
        meeting.attendance.clear();
        let held = Held {
            mode: meeting.mode,
            attending: meeting.attending,
            reasoned: false,
            circumstances: &stated,
        };
        meeting.quorum = Some(Box::new(assess(&rules(), Edition::Shipped, &[], held)));
        meeting.circumstances = Some(stated);
        CaseEvent::from(MeetingRecorded { meeting })
    };
    for (found, lawful) in [(CcatSecondaryFinding::Suspected, false), (CcatSecondaryFinding::None, true)] {
        let mut case = case();
        happen(&mut case, omitted(found)).unwrap();
        wishes(&mut case, DisclosureWish::Wants);
        let told = composed(&case).meeting.unwrap();
        assert_eq!(told.circumstances.unwrap().omission.ccat_secondary_finding, Some(found));
        let quorum = told.quorum.unwrap();
        assert_eq!((quorum.met, quorum.mode.checked.len()), (lawful, 2));

        wishes(&mut case, DisclosureWish::NotAsked);
        let shown = composed(&case);
        let said = everything(&shown);
        assert!(!said.contains("Suspected") && !said.contains("所見の条件"), "{said}");
        let quorum = shown.meeting.unwrap().quorum.unwrap();
        assert_eq!(quorum.met, lawful, "that the panel was omitted, and whether it may be, stands");
        let grounds: Vec<_> = quorum.mode.grounds().map(|ground| ground.text.ja.as_str()).collect();
        assert_eq!(grounds, if lawful { vec!["薬剤がない"] } else { Vec::new() });
    }
}

/// A rule-set that lets a panel be omitted, as small as it can be.
fn rules() -> RuleSet {
    let basis = || Basis { certainty: Certainty::Source, source: "s".to_owned(), note: None };
    let condition = |id: &str, kind, fact, words: &str| Condition {
        id: id.to_owned(),
        kind,
        text: label(words),
        fact: Some(fact),
        basis: basis(),
    };
    RuleSet {
        id: "x".to_owned(),
        version: "1".to_owned(),
        name: label("規則"),
        effective_from: "2026-06-01".parse().unwrap(),
        basis: basis(),
        attendance: Vec::new(),
        members: Vec::new(),
        several_keys: SeveralKeys { most: None, basis: basis() },
        attending: AttendingRule { needed: false, information_suffices: true, basis: basis() },
        modes: vec![ModeRule {
            mode: MeetingMode::Omitted,
            allowed: Allowed::Listed,
            attendance: false,
            unanimous: false,
            reason: false,
            conditions: vec![
                condition("a", ConditionKind::Needed, CaseFact::NoSecondaryFinding, "所見の条件"),
                condition("b", ConditionKind::Ground, CaseFact::NoDrug, "薬剤がない"),
            ],
            basis: basis(),
        }],
        paediatric: Paediatric { below_years: 18, basis: basis() },
    }
}

#[test]
fn criteria_are_named_beside_their_codes() {
    let sum = basis("sure", false, None).named_sum();
    assert_eq!(sum.ja, "PS2 +4（新生突然変異） = +4");
    assert_eq!(sum.en, "PS2 +4 (新生突然変異) = +4");
}

#[test]
fn recommendations_are_put_in_another_order_all_of_them_or_not_at_all() {
    let mut case = case();
    for (digit, drug) in [('3', "甲"), ('4', "乙"), ('5', "丙"), ('6', "丁")] {
        happen(&mut case, advised(digit, treatment(drug))).unwrap();
    }
    let withdrawn = CaseEvent::from(RecommendationWithdrawn { id: id('4'), reason: text("重複") });
    happen(&mut case, withdrawn).unwrap();
    let ranked = |digits: &[char]| {
        CaseEvent::from(RecommendationsRanked { order: digits.iter().map(|digit| id(*digit)).collect() })
    };
    for wrong in [&['3', '5'][..], &['3', '5', '6', '4'], &['3', '5', '5'], &['3', '5', '9']] {
        assert_eq!(happen(&mut case, ranked(wrong)), Err(Refusal::RankMismatch), "{wrong:?}");
    }
    happen(&mut case, ranked(&['6', '3', '5'])).unwrap();
    let order: Vec<_> =
        case.standing_recommendations().map(|given| given.recommendation.id.clone()).collect();
    assert_eq!(order, [id('6'), id('3'), id('5')]);
    let printed: Vec<_> = composed(&case).recommendations.iter().map(|given| given.rank).collect();
    assert_eq!(printed, [1, 2, 3], "the withdrawn one has no rank");
}

#[test]
fn a_treatment_and_an_explicit_none_do_not_stand_side_by_side() {
    let mut case = case();
    happen(&mut case, advised('3', treatment("甲"))).unwrap();
    assert_eq!(happen(&mut case, nothing('4', Vec::new())), Err(Refusal::ContradictoryAdvice));
    happen(&mut case, advised('5', further(FurtherKind::Rebiopsy, "再生検"))).unwrap();
    let withdrawn = CaseEvent::from(RecommendationWithdrawn { id: id('3'), reason: text("禁忌") });
    happen(&mut case, withdrawn).unwrap();
    happen(&mut case, nothing('4', Vec::new())).unwrap();
    assert_eq!(happen(&mut case, advised('6', treatment("甲"))), Err(Refusal::ContradictoryAdvice));
    happen(&mut case, advised('7', further(FurtherKind::AdditionalTest, "IHC"))).unwrap();
}

#[test]
fn advice_on_germline_follow_up_is_told_only_to_those_who_wish_to_know() {
    let mut case = case();
    happen(&mut case, advised('3', further(FurtherKind::GermlineFollowUp, "遺伝カウンセリング外来へ紹介")))
        .unwrap();
    happen(&mut case, advised('4', treatment("甲"))).unwrap();
    let step = ReferralStep {
        status: ReferralStatus::Asking,
        on: "2026-11-22".parse().unwrap(),
        reason: Some(text("確認検査の後")),
        next_check: None,
    };
    let referral = Referral {
        id: ReferralId::parse(&uuid('8')).unwrap(),
        recommendation: Some(id('3')),
        findings: Vec::new(),
        trial: TrialId::parse("jRCTs031190104").unwrap(),
        title: None,
        phase: None,
        drugs: Vec::new(),
        site: None,
        contact: None,
        evidence: None,
        as_of: None,
        eligibility: Some(text("生殖細胞系列の確認が必要")),
        matched: None,
    };
    happen(&mut case, CaseEvent::from(Referred { referral: Box::new(referral), step })).unwrap();
    for wish in [DisclosureWish::Refuses, DisclosureWish::NotAsked, DisclosureWish::DecidesLater] {
        wishes(&mut case, wish);
        let content = composed(&case);
        let said = everything(&content);
        for trace in ["カウンセリング", "GermlineFollowUp", &uuid('3'), "確認検査の後", "確認が必要"]
        {
            assert!(!said.contains(trace), "{wish:?}: “{trace}” would tell what the patient did not ask");
        }
        let ranks: Vec<_> = content.recommendations.iter().map(|given| given.rank).collect();
        assert_eq!(ranks, [1], "{wish:?}: a gap in the ranks would tell that something is left out");
        assert_eq!(content.referrals.len(), 1, "{wish:?}: the referral itself is not lost");
    }
    wishes(&mut case, DisclosureWish::Wants);
    let content = composed(&case);
    assert_eq!(content.recommendations.len(), 2);
    assert!(everything(&content).contains("遺伝カウンセリング外来へ紹介"));
}

#[test]
fn criteria_of_heredity_stay_out_of_the_report_of_a_patient_who_does_not_wish_to_know() {
    let mut case = case();
    happen(&mut case, judged("sure", Some(basis("sure", true, None)), Vec::new())).unwrap();
    wishes(&mut case, DisclosureWish::Refuses);
    assert!(!everything(&composed(&case)).contains("PS2"));
    wishes(&mut case, DisclosureWish::Wants);
    assert!(everything(&composed(&case)).contains("PS2"));
    happen(&mut case, judged("sure", Some(basis("sure", false, None)), Vec::new())).unwrap();
    wishes(&mut case, DisclosureWish::Refuses);
    assert!(everything(&composed(&case)).contains("PS2"), "criteria of the tumour are what was tested");
}

#[test]
fn a_class_of_heredity_is_not_printed_against_the_wish_and_the_panel_is_asked_for_another() {
    let mut case = received(vec![
        variant("TP53", "R273H", Origin::Somatic, None),
        variant("BRCA2", "R2318*", Origin::Germline, None),
    ]);
    let on_scale = |finding: &str, germline: bool| {
        CaseEvent::from(FindingJudged {
            finding: FindingId::parse(finding).unwrap(),
            verdict: Box::new(Verdict {
                evidence: Vec::new(),
                call: Call::Classified { grade: Grade { germline, ..grade("遺伝の区分") } },
                actionable: None,
                rationale: None,
                references: Vec::new(),
                basis: None,
                dissent: Vec::new(),
            }),
        })
    };
    let asked =
        |case: &Case| case.finalisation_gaps().into_iter().find(|gap| matches!(gap, Gap::ClassOfHeredity(_)));
    happen(&mut case, on_scale("G1", true)).unwrap();
    happen(&mut case, on_scale("F1", true)).unwrap();
    wishes(&mut case, DisclosureWish::NotAsked);
    assert_eq!(asked(&case), Some(Gap::ClassOfHeredity(vec![f(1)])), "G1 is not in the report at all");
    let content = composed(&case);
    assert!(!everything(&content).contains("遺伝の区分"));
    let ReportState::Draft { undecided, .. } = &content.state else { panic!("a draft was composed") };
    assert_eq!(undecided, &[f(1)], "the draft tells that a verdict is still to come");
    wishes(&mut case, DisclosureWish::Wants);
    assert_eq!((asked(&case), everything(&composed(&case)).contains("遺伝の区分")), (None, true));
    wishes(&mut case, DisclosureWish::NotAsked);
    happen(&mut case, on_scale("F1", false)).unwrap();
    assert_eq!((asked(&case), everything(&composed(&case)).contains("遺伝の区分")), (None, true));
}

#[test]
fn an_amendment_names_changed_criteria_and_dissent_but_nothing_that_is_withheld_by_now() {
    let mut case = received(vec![
        variant("EGFR", "L858R", Origin::Somatic, None),
        variant("BRCA2", "R2318*", Origin::Germline, None),
    ]);
    wishes(&mut case, DisclosureWish::Wants);
    happen(&mut case, judged("sure", None, Vec::new())).unwrap();
    let germline = case.findings[1].id;
    happen(&mut case, put_off(germline)).unwrap();
    let suspected = CaseEvent::from(GermlineJudged {
        finding: f(1),
        judgement: GermlineJudgement::ConfirmationRecommended,
        reason: Some(text("両親に確認")),
        answered: None,
    });
    happen(&mut case, suspected).unwrap();
    happen(&mut case, advised('3', further(FurtherKind::GermlineFollowUp, "カウンセリング"))).unwrap();
    happen(&mut case, nothing('4', vec![f(1)])).unwrap();
    happen(&mut case, CaseEvent::from(SummaryWritten { summary: Some(text("BRCA2は遺伝性")) })).unwrap();
    happen(&mut case, meeting()).unwrap();
    let last = finalise(&case);
    happen(&mut case, last).unwrap();
    happen(&mut case, CaseEvent::from(AmendmentOpened { reason: text("再検討") })).unwrap();
    wishes(&mut case, DisclosureWish::Refuses);
    let dissent = Dissent { member: None, name: text("高橋"), words: text("意義不明とすべき") };
    happen(&mut case, judged("sure", Some(basis("sure", false, None)), vec![dissent])).unwrap();
    happen(&mut case, CaseEvent::from(SummaryWritten { summary: Some(text("EGFRについて")) })).unwrap();
    let changes = composed(&case).amendment.unwrap().changes;
    assert!(
        changes
            .iter()
            .all(|change| change.before.as_ref().is_none_or(|before| before.ja.contains("再掲しません"))),
        "no earlier word comes back, of the history neither: {changes:?}"
    );
    let said = format!("{changes:?}");
    for words in ["PS2 +4（新生突然変異） = +4", "基準 7", "高橋", "意義不明とすべき"] {
        assert!(said.contains(words), "“{words}” is a change of the verdict: {said}");
    }
    for trace in ["カウンセリング", "BRCA2", "G1", "両親"] {
        assert!(!said.contains(trace), "“{trace}” is withheld now: {said}");
    }
    let parts: Vec<_> = changes.iter().map(|change| (change.part, change.subject.ja.as_str())).collect();
    assert_eq!(
        parts,
        [
            (ChangedPart::Details, "二次的所見の開示希望"),
            (ChangedPart::Summary, "まとめ"),
            (ChangedPart::Finding, "F1 EGFR L858R 分類の基準と点数"),
            (ChangedPart::Finding, "F1 EGFR L858R 基準から示唆される区分"),
            (ChangedPart::Finding, "F1 EGFR L858R 異なる意見"),
        ],
        "the same advice under another rank is no change"
    );
}

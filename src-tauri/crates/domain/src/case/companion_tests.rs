//! Under companion use the report is that of the target alone, and nothing else leaves by another way.

use super::tests::{draft, f, finalise, happen, letterhead, meeting, put_off, received, text, uuid, variant};
use super::{Case, names_withheld};
use crate::case::event::companion::{CompanionUseEnded, CompanionUseStated};
use crate::case::event::panel::SummaryWritten;
use crate::case::event::report::{AmendmentOpened, PatientExplanationWritten};
use crate::case::event::treatment::{Recommended, Referred};
use crate::case::event::verdict::GermlineJudged;
use crate::companion::CompanionUse;
use crate::decision::GermlineJudgement;
use crate::document::{CompanionState, Heredity, PatientContent, explanation_gaps};
use crate::event::CaseEvent;
use crate::explanation::Explanation;
use crate::finding::Origin;
use crate::gap::Gap;
use crate::ids::{FindingId, RecommendationId, ReferralId};
use crate::label::Language;
use crate::patient::DisclosureWish;
use crate::recommendation::{AccessRoute, Advice, Recommendation};
use crate::referral::{Referral, ReferralStatus, ReferralStep};
use crate::refusal::Refusal;
use crate::report::{ReportContent, ReportState, compose};
use crate::trial::TrialId;

fn stated(targets: &[&str]) -> CaseEvent {
    let targets = targets.iter().map(|target| text(target)).collect();
    let tested_on = "2026-08-03".parse().unwrap();
    CompanionUseStated { what: CompanionUse { targets, drug: None, tested_on } }.into()
}

fn recommended(digit: char, drug: &str, findings: Vec<FindingId>) -> CaseEvent {
    let advice = Advice::Treatment {
        drugs: vec![text(drug)],
        route: AccessRoute::Insurance,
        evidence: None,
        trial: None,
    };
    let id = RecommendationId::parse(&uuid(digit)).unwrap();
    let rationale = Some(text("理由"));
    let recommendation = Recommendation { rationale, ..Recommendation::new(id, findings, advice) };
    Recommended { recommendation: Box::new(recommendation) }.into()
}

fn final_report(case: &Case) -> ReportContent {
    let state = ReportState::Final {
        at: "2026-11-22T10:00:00+09:00".parse().unwrap(),
        name: text("佐藤"),
        role: crate::member::Role::Chair,
    };
    compose(case, &letterhead(), state)
}

fn of_two() -> Case {
    let found = vec![
        variant("EGFR", "L858R", Origin::Somatic, None),
        variant("TP53", "R273H", Origin::Somatic, None),
    ];
    let mut case = received(found);
    happen(&mut case, recommended('3', "薬A", vec![f(1)])).unwrap();
    happen(&mut case, recommended('4', "薬B", vec![f(2)])).unwrap();
    happen(&mut case, recommended('5', "薬C", vec![f(1), f(2)])).unwrap();
    case
}

#[test]
fn the_report_gives_the_target_and_what_rests_on_it() {
    let mut case = of_two();
    happen(&mut case, stated(&["EGFR"])).unwrap();
    let report = final_report(&case);
    let ids: Vec<_> = report.findings.iter().map(|row| row.finding.id).collect();
    assert_eq!(ids, [f(1)]);
    let advised: Vec<_> = report
        .recommendations
        .iter()
        .map(|given| (given.rank, given.findings.clone(), given.rationale.is_some()))
        .collect();
    // That of the other gene alone is left out before it is numbered; of the shared one the reasons may speak of both.
    assert_eq!(advised, [(1, vec![f(1)], true), (2, vec![f(1)], false)]);
    assert_eq!(report.companion.as_ref().map(CompanionUse::named).as_deref(), Some("EGFR"));
    let json = serde_json::to_string(&report).unwrap();
    for word in ["TP53", "R273H", "薬B"] {
        assert!(!json.contains(word), "{word} is nowhere in the report");
    }
    // The target judged, nothing else stands against it: what waits needs no verdict now.
    happen(&mut case, put_off(f(1))).unwrap();
    happen(&mut case, meeting()).unwrap();
    assert_eq!(case.finalisation_gaps(), []);
    happen(&mut case, CaseEvent::from(CompanionUseEnded { reason: text("標準治療終了") })).unwrap();
    assert_eq!(final_report(&case).findings.len(), 2, "at the later panel everything is there");
    assert_eq!(case.finalisation_gaps(), [Gap::Undecided(vec![f(2)])]);
}

#[test]
fn words_that_name_what_waits_are_found() {
    let mut case = of_two();
    let mut remarks = draft('b', vec![variant("KRAS", "G12C", Origin::Somatic, None)]);
    remarks.comments = vec!["KRAS G12C was found".to_owned()];
    let added = crate::case::event::intake::SourceAdded { draft: remarks, matches: Vec::new() };
    happen(&mut case, added.into()).unwrap();
    happen(
        &mut case,
        CaseEvent::from(SummaryWritten { summary: Some(text("EGFR L858R と TP53 R273H を認めた")) }),
    )
    .unwrap();
    case.details.disclosure.wish = DisclosureWish::Wants;
    let report = final_report(&case);
    assert_eq!(
        names_withheld(&[], &case, &report, &report).unwrap(),
        [],
        "without companion use all is told"
    );
    happen(&mut case, stated(&["EGFR"])).unwrap();
    let report = final_report(&case);
    assert!(report.sources.iter().all(|source| source.comments.is_empty()));
    let gaps = names_withheld(&[], &case, &report, &report).unwrap();
    let [Gap::NamesBeyondCompanion(passages)] = gaps.as_slice() else { panic!("{gaps:?}") };
    assert_eq!(passages.len(), 1);
    assert!(passages[0].named.iter().any(|name| name.contains("R273H")), "{:?}", passages[0].named);
    assert!(!passages[0].named.iter().any(|name| name.contains("L858R")), "{:?}", passages[0].named);
}

#[test]
fn the_patient_is_told_of_no_marker_that_waits_and_of_no_heredity() {
    let mut case = of_two();
    case.details.disclosure.wish = DisclosureWish::Wants;
    for finding in [f(1), f(2)] {
        let judgement = GermlineJudgement::NotSuspected;
        happen(&mut case, GermlineJudged { finding, judgement, reason: None, answered: None }.into())
            .unwrap();
    }
    let told = |case: &Case| {
        PatientContent::compose(&final_report(case), &Explanation::default(), CompanionState::Draft)
    };
    let sheet = told(&case);
    assert_eq!((sheet.markers.len(), sheet.heredity), (2, Heredity::NotSuspected), "told to everybody");
    happen(&mut case, stated(&["EGFR"])).unwrap();
    let sheet = told(&case);
    assert_eq!((sheet.markers.len(), sheet.heredity), (0, Heredity::NotTold));
    happen(&mut case, stated(&["msi"])).unwrap();
    let names: Vec<_> = told(&case).markers.into_iter().map(|marker| marker.name).collect();
    assert_eq!(names, ["MSI"]);
}

#[test]
fn a_report_of_before_does_not_leave_and_nothing_is_ended_twice() {
    let mut case = of_two();
    let whole = final_report(&case);
    assert_eq!(case.beyond_companion(&whole), None);
    assert_eq!(happen(&mut case, stated(&[])), Err(Refusal::NoTarget));
    let end = || CaseEvent::from(CompanionUseEnded { reason: text("標準治療終了") });
    assert_eq!(happen(&mut case, end()), Err(Refusal::NoCompanionUse));
    happen(&mut case, stated(&["EGFR"])).unwrap();
    assert_eq!(case.beyond_companion(&whole), Some(Gap::BeyondCompanion));
    assert_eq!(case.beyond_companion(&final_report(&case)), None);
    happen(&mut case, end()).unwrap();
    assert_eq!(case.beyond_companion(&whole), None);
    assert_eq!(happen(&mut case, end()), Err(Refusal::NoCompanionUse));
}

#[test]
fn words_for_the_patient_of_before_are_looked_at_again() {
    let mut case = of_two();
    let written = Box::new(Explanation::default());
    happen(&mut case, PatientExplanationWritten { explanation: written }.into()).unwrap();
    let outdated = |case: &Case| {
        let report = final_report(case);
        let told = PatientContent::compose(&report, &Explanation::default(), CompanionState::Draft);
        let gaps = explanation_gaps(case, &report, &told, Language::Ja);
        gaps.iter().any(|gap| matches!(gap, Gap::ExplanationOutdated(_)))
    };
    assert!(!outdated(&case));
    happen(&mut case, stated(&["EGFR"])).unwrap();
    assert!(outdated(&case), "they may speak of what waits now");
    let again = Box::new(Explanation::default());
    happen(&mut case, PatientExplanationWritten { explanation: again }.into()).unwrap();
    assert!(!outdated(&case));
    happen(&mut case, CaseEvent::from(CompanionUseEnded { reason: text("標準治療終了") })).unwrap();
    assert!(outdated(&case), "there is more to tell now");
}

#[test]
fn an_amendment_under_companion_use_repeats_nothing_of_what_the_revision_before_told() {
    let mut case = of_two();
    happen(&mut case, put_off(f(1))).unwrap();
    happen(&mut case, put_off(f(2))).unwrap();
    happen(&mut case, CaseEvent::from(SummaryWritten { summary: Some(text("TP53 R273H に注意")) })).unwrap();
    happen(&mut case, meeting()).unwrap();
    let first = finalise(&case);
    happen(&mut case, first).unwrap();
    happen(&mut case, AmendmentOpened { reason: text("コンパニオン検査だった") }.into()).unwrap();
    happen(&mut case, stated(&["EGFR"])).unwrap();
    happen(&mut case, CaseEvent::from(SummaryWritten { summary: Some(text("EGFR を認めた")) })).unwrap();
    let report = final_report(&case);
    let notice = report.amendment.as_ref().unwrap();
    assert!(notice.changes.len() > 1, "what changed is told: {:?}", notice.changes);
    let json = serde_json::to_string(&report).unwrap();
    for word in ["TP53", "R273H", "薬B"] {
        assert!(!json.contains(word), "{word} comes back as a change: {:?}", notice.changes);
    }
}

#[test]
fn a_referral_on_both_loses_the_words_that_may_speak_of_the_other() {
    let mut case = of_two();
    let referral = Referral {
        id: ReferralId::parse(&uuid('9')).unwrap(),
        recommendation: None,
        findings: vec![f(1), f(2)],
        trial: TrialId::parse("jRCTs031190104").unwrap(),
        title: None,
        phase: None,
        drugs: Vec::new(),
        site: None,
        contact: None,
        evidence: None,
        as_of: None,
        eligibility: Some(text("両方の変化が条件")),
        matched: None,
    };
    let on = "2026-11-22".parse().unwrap();
    let step = ReferralStep { status: ReferralStatus::Candidate, on, reason: None, next_check: None };
    happen(&mut case, Referred { referral: Box::new(referral), step }.into()).unwrap();
    case.details.disclosure.wish = DisclosureWish::Wants;
    happen(&mut case, stated(&["EGFR"])).unwrap();
    let report = final_report(&case);
    let [tracked] = report.referrals.as_slice() else { panic!("{:?}", report.referrals) };
    assert_eq!((tracked.referral.findings.as_slice(), &tracked.referral.eligibility), (&[f(1)][..], &None));
}

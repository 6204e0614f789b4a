//! A report in which something is withheld is the report of the same case without it.

use super::Case;
use super::tests::{draft, f, happen, letterhead, meeting, nothing, put_off, received, text, uuid, variant};
use crate::case::event::intake::SourceMatch;
use crate::case::event::intake::{DetailsRecorded, SourceAdded};
use crate::case::event::treatment::{Recommended, TreatmentEvent};
use crate::case::event::verdict::GermlineJudged;
use crate::decision::GermlineJudgement;
use crate::event::CaseEvent;
use crate::finding::{MatchBasis, Origin};
use crate::ids::{FindingId, RecommendationId};
use crate::patient::{Details, DisclosureWish};
use crate::recommendation::{Advice, FurtherKind, Recommendation};
use crate::report::{ReportContent, ReportState, compose};

fn content(case: &Case, wish: DisclosureWish) -> ReportContent {
    let mut case = case.clone();
    let mut details = Details::default();
    details.disclosure.wish = wish;
    happen(&mut case, CaseEvent::from(DetailsRecorded { details: Box::new(details) })).unwrap();
    let state = ReportState::Final {
        at: "2026-11-22T10:00:00+09:00".parse().unwrap(),
        name: text("佐藤"),
        role: crate::member::Role::Chair,
    };
    compose(&case, &letterhead(), state)
}

/// The tumour's finding judged, no drug, a meeting.
fn decided(case: &mut Case, basis: Vec<FindingId>, rationale: bool) {
    happen(case, put_off(f(1))).unwrap();
    let CaseEvent::Treatment(TreatmentEvent::Recommended(Recommended { mut recommendation })) =
        nothing('3', basis)
    else {
        panic!("an advice")
    };
    if !rationale {
        recommendation.rationale = None;
    }
    happen(case, CaseEvent::from(Recommended { recommendation })).unwrap();
    happen(case, meeting()).unwrap();
}

#[test]
fn with_and_without_a_withheld_finding_the_report_is_the_same() {
    let mut without = received(vec![variant("EGFR", "L858R", Origin::Somatic, None)]);
    decided(&mut without, vec![f(1)], false);
    // The same case, and all that a germline finding can bring with it.
    let mut with = received(vec![
        variant("EGFR", "L858R", Origin::Somatic, None),
        variant("BRCA2", "R2318*", Origin::Germline, None),
    ]);
    let mut another = draft('b', vec![variant("TP53", "R273H", Origin::LikelyGermline, None)]);
    another.file.name = "TP53_germline.vcf".to_owned();
    happen(&mut with, CaseEvent::from(SourceAdded { draft: another, matches: Vec::new() })).unwrap();
    // The laboratory counts its records, and the germline finding was one of them.
    std::sync::Arc::make_mut(&mut with.findings)[0].read.item = "alterations[3]".to_owned();
    let germline = FindingId::parse("G1").unwrap();
    decided(&mut with, vec![f(1), germline], true);
    happen(&mut with, put_off(germline)).unwrap();
    for finding in [f(1), germline] {
        let judgement = GermlineJudgement::ConfirmationRecommended;
        happen(
            &mut with,
            CaseEvent::from(GermlineJudged {
                finding,
                judgement,
                reason: Some(text("家族歴")),
                answered: None,
            }),
        )
        .unwrap();
    }
    let advice = Advice::Further { kind: FurtherKind::GermlineFollowUp, step: text("確認検査") };
    let id = RecommendationId::parse(&uuid('4')).unwrap();
    let recommendation = Box::new(Recommendation::new(id, vec![germline], advice));
    happen(&mut with, CaseEvent::from(Recommended { recommendation })).unwrap();
    assert_eq!((with.findings.len(), with.sources.len()), (3, 2));
    for wish in [DisclosureWish::Refuses, DisclosureWish::NotAsked, DisclosureWish::DecidesLater] {
        assert_eq!(content(&with, wish), content(&without, wish), "{wish:?}");
    }
    let told = content(&with, DisclosureWish::Wants);
    assert_eq!((told.findings.len(), told.sources.len()), (3, 2));
    assert_eq!(told.sources[1].file.name, "TP53_germline.vcf", "named to those who wish to know");
}

#[test]
fn a_germline_reading_of_a_tumour_finding_is_withheld_with_its_source() {
    let somatic = variant("TP53", "R273H", Origin::Somatic, None);
    let without = received(vec![somatic.clone()]);
    let mut with = received(vec![somatic]);
    let again = draft('b', vec![variant("TP53", "R273H", Origin::Germline, None)]);
    let matches = vec![SourceMatch { index: 0, finding: f(1), basis: MatchBasis::ProteinChange }];
    happen(&mut with, CaseEvent::from(SourceAdded { draft: again, matches })).unwrap();
    assert_eq!(with.findings[0].further.len(), 1);
    assert_eq!(content(&with, DisclosureWish::Refuses), content(&without, DisclosureWish::Refuses));
}

#[test]
fn another_wish_in_a_file_is_told_while_both_are_known() {
    let with = |stated: DisclosureWish, recorded: DisclosureWish| {
        let mut case = received(vec![variant("EGFR", "L858R", Origin::Somatic, None)]);
        let mut proposed = Details::default();
        proposed.disclosure.wish = stated;
        let mut another = draft('b', vec![variant("TP53", "R273H", Origin::Somatic, None)]);
        another.proposed = Some(Box::new(proposed));
        happen(&mut case, CaseEvent::from(SourceAdded { draft: another, matches: Vec::new() })).unwrap();
        let mut details = Details::default();
        details.disclosure.wish = recorded;
        happen(&mut case, CaseEvent::from(DetailsRecorded { details: Box::new(details) })).unwrap();
        case.wish_in_file()
    };
    use DisclosureWish::{DecidesLater, NotAsked, Refuses, Wants};
    assert_eq!(with(Refuses, Wants), Some(Refuses));
    assert_eq!(with(Wants, Refuses), Some(Wants));
    for (stated, recorded) in
        [(Wants, Wants), (NotAsked, Wants), (Refuses, NotAsked), (Refuses, DecidesLater)]
    {
        assert_eq!(with(stated, recorded), None, "{stated:?} {recorded:?}");
    }
}

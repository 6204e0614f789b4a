//! What the panel advises, and weighed and does not advise: rank, what contradicts it, and what of it the report may say.

use super::decision_tests::{advised, case, composed, everything, grade, id, label, treatment, wishes};
use super::tests::{f, happen, received, text, variant};
use crate::case::event::treatment::{RecommendationWithdrawn, Recommended};
use crate::event::CaseEvent;
use crate::evidence::PartState;
use crate::finding::Origin;
use crate::ids::FindingId;
use crate::patient::DisclosureWish;
use crate::recommendation::{Access, AccessRoute, Advice, Approval, Recommendation, RouteNeed};
use crate::refusal::Refusal;

#[test]
fn a_drug_that_was_weighed_and_is_not_advised_is_no_advice_has_no_rank_and_stands_beside_nothing() {
    let mut case = case();
    let considered = |drug: &str| Advice::Considered {
        drugs: vec![text(drug)],
        evidence: None,
        reason: text("前治療で使用済み"),
    };
    happen(&mut case, advised('1', considered("ゲフィチニブ"))).unwrap();
    assert!(!case.has_advice(), "the panel has not said yet what it advises");
    let nothing = Advice::Nothing { reason: text("候補薬なし") };
    happen(&mut case, advised('2', nothing))
        .expect("what is not advised does not contradict that nothing is");
    assert!(case.has_advice());
    let withdrawn = RecommendationWithdrawn { id: id('2'), reason: text("訂正") };
    happen(&mut case, CaseEvent::from(withdrawn)).unwrap();
    let resistance = Advice::Treatment {
        drugs: vec![text("エルロチニブ")],
        route: AccessRoute::None,
        evidence: Some(grade("R")),
        trial: None,
    };
    happen(&mut case, advised('3', resistance)).unwrap();
    happen(&mut case, advised('4', treatment("オシメルチニブ"))).unwrap();
    happen(&mut case, advised('5', treatment("アミバンタマブ"))).unwrap();
    let ranks: Vec<u32> = composed(&case).recommendations.iter().map(|given| given.rank).collect();
    assert_eq!(ranks, [0, 0, 1, 2]);
    let no_drug = Advice::Considered { drugs: Vec::new(), evidence: None, reason: text("理由") };
    assert_eq!(happen(&mut case, advised('6', no_drug)).unwrap_err(), Refusal::NoDrug);
}

#[test]
fn words_of_a_recommendation_are_kept_back_with_the_finding_that_they_may_speak_of() {
    let mut case = received(vec![
        variant("EGFR", "L858R", Origin::Somatic, None),
        variant("BRCA2", "R2318*", Origin::Germline, None),
    ]);
    let germline = FindingId::parse("G1").unwrap();
    let need = RouteNeed {
        id: "age".to_owned(),
        requirement: label("年齢"),
        list_version: "1".to_owned(),
        found: PartState::Met,
        note: Some(text("家系図を参照")),
    };
    let recommendation = Recommendation {
        contraindications: Some(text("母が乳癌")),
        access: Access {
            approval: Some(Approval::OffLabel),
            site: Some(text("中央病院")),
            needs: vec![need],
            ..Access::default()
        },
        proposed_by: Some(text("遺伝外来")),
        ..Recommendation::new(id('1'), vec![f(1), germline], treatment("オラパリブ"))
    };
    happen(&mut case, CaseEvent::from(Recommended { recommendation: Box::new(recommendation) })).unwrap();
    for (wish, told) in [(DisclosureWish::Wants, true), (DisclosureWish::Refuses, false)] {
        wishes(&mut case, wish);
        let content = composed(&case);
        let [given] = content.recommendations.as_slice() else { panic!("one") };
        assert_eq!(given.contraindications.is_some(), told, "{wish:?}");
        assert_eq!(given.access.needs[0].note.is_some(), told, "{wish:?}");
        assert_eq!((given.access.approval, given.access.needs.len()), (Some(Approval::OffLabel), 1));
        assert!(!everything(&content).contains("遺伝外来"), "the panel speaks with one voice");
    }
    let unseen = case.without_heredity();
    let [given] = unseen.recommendations.as_slice() else { panic!("one") };
    assert_eq!(given.recommendation.contraindications, None);
}

//! The rules of adding up, on a scheme made for the test.

use super::*;
use std::collections::BTreeSet;

fn label(ja: &str, en: &str) -> Label {
    Label { ja: ja.to_owned(), en: en.to_owned() }
}

fn criterion(code: &str, direction: Direction, strength: Strength, adjustable: &[Strength]) -> Criterion {
    Criterion {
        code: code.to_owned(),
        group: "g".to_owned(),
        direction,
        strength,
        adjustable: adjustable.to_vec(),
        name: label(code, code),
        certainty: Certainty::Source,
    }
}

fn scheme() -> Scheme {
    use Direction::{Against, Toward};
    let threshold = |class: &str, at_least| Threshold {
        class: class.to_owned(),
        at_least,
        certainty: Certainty::Source,
        remark: None,
    };
    Scheme {
        id: "test".to_owned(),
        version: "1".to_owned(),
        scale: "scale".to_owned(),
        name: label("試験", "Test"),
        remark: None,
        source: "test".to_owned(),
        germline: false,
        points: [(Strength::Supporting, 1), (Strength::Strong, 4)].into(),
        stand_alone_class: Some("low".to_owned()),
        thresholds: vec![threshold("high", Some(4)), threshold("low", None)],
        groups: vec![Group { id: "g".to_owned(), name: label("群", "group") }],
        criteria: vec![
            criterion("A", Toward, Strength::Strong, &[Strength::Supporting]),
            criterion("B", Toward, Strength::Supporting, &[]),
            criterion("C", Against, Strength::Strong, &[]),
            criterion("Z", Against, Strength::StandAlone, &[]),
        ],
        exclusions: vec![Exclusion {
            codes: ("A".to_owned(), "B".to_owned()),
            reason: label("重複", "twice"),
            certainty: Certainty::General,
        }],
    }
}

fn choose(codes: &[&str]) -> Vec<ChosenCriterion> {
    codes.iter().map(|code| ChosenCriterion { code: (*code).to_owned(), strength: None }).collect()
}

#[test]
fn nothing_chosen_suggests_nothing() {
    let evaluation = evaluate(&scheme(), &[]);
    assert_eq!((evaluation.points, evaluation.suggested), (0, None), "no criterion is no statement of doubt");
}

#[test]
fn an_unknown_code_and_a_repeated_one_are_named_and_stop_the_suggestion() {
    let evaluation = evaluate(&scheme(), &choose(&["A", "X", "A"]));
    assert_eq!(evaluation.unknown, ["X"]);
    assert_eq!(evaluation.repeated, ["A"]);
    assert_eq!(evaluation.points, 4, "a repeated criterion counts once");
    assert_eq!(evaluation.suggested, None);
}

#[test]
fn what_is_excluded_by_the_choice_is_barred_with_its_reason() {
    let evaluation = evaluate(&scheme(), &choose(&["B"]));
    let barred: Vec<_> = evaluation
        .barred
        .iter()
        .map(|one| (one.code.as_str(), one.by.as_str(), one.reason.ja.as_str()))
        .collect();
    assert_eq!(barred, [("A", "B", "重複")]);
    let both = evaluate(&scheme(), &choose(&["A", "B"]));
    assert!(
        both.barred.is_empty(),
        "a chosen pair is refused, not barred: it must be possible to take one back"
    );
    assert_eq!((both.excluded[0].first.as_str(), both.excluded[0].second.as_str()), ("A", "B"));
}

#[test]
fn the_order_of_choosing_changes_nothing() {
    assert_eq!(evaluate(&scheme(), &choose(&["C", "A"])), evaluate(&scheme(), &choose(&["A", "C"])));
}

#[test]
fn a_stand_alone_criterion_has_no_points_and_settles_the_class() {
    let evaluation = evaluate(&scheme(), &choose(&["A", "Z"]));
    assert_eq!((evaluation.points, evaluation.suggested.as_deref()), (4, Some("low")));
}

#[test]
fn a_changed_strength_is_written_behind_the_code() {
    let applied = |strength, adjusted, points| AppliedCriterion {
        code: "PS3".to_owned(),
        name: Label { ja: String::new(), en: String::new() },
        strength,
        adjusted,
        points,
        note: None,
    };
    assert_eq!(applied(Strength::Strong, false, 4).with_points(), "PS3 +4");
    assert_eq!(applied(Strength::Moderate, true, 2).with_points(), "PS3_Moderate +2");
    assert_eq!(
        applied(Strength::StandAlone, false, 0).with_points(),
        "PS3",
        "what stands alone has no points"
    );
    let written: BTreeSet<_> = Strength::ALL.map(|s| applied(s, true, 0).written()).into();
    assert_eq!(written.len(), Strength::ALL.len());
}

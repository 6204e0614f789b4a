//! The shipped schemes against tables written by hand from the sources, apart from the data.

use crate::{Knowledge, Purpose};
use entaku_domain::classification::{ChosenCriterion, Evaluation, Scheme, Strength, evaluate};
use std::collections::{BTreeMap, BTreeSet};

const ONCOGENICITY: &str = "oncogenicity-sop-2022";
const GERMLINE: &str = "acmg-points-2015";

fn scheme(id: &str) -> Scheme {
    Knowledge::shipped().unwrap().scheme(id).unwrap().clone()
}

/// `PS3_Moderate` as people write it.
fn chosen(written: &str) -> Vec<ChosenCriterion> {
    written
        .split_whitespace()
        .map(|one| {
            let (code, strength) = one.split_once('_').map_or((one, None), |(code, s)| (code, Some(s)));
            let strength = strength.map(|strength| match strength {
                "Supporting" => Strength::Supporting,
                "Moderate" => Strength::Moderate,
                "Strong" => Strength::Strong,
                "VeryStrong" => Strength::VeryStrong,
                other => panic!("{other} is no strength"),
            });
            ChosenCriterion { code: code.to_owned(), strength }
        })
        .collect()
}

fn evaluated(id: &str, written: &str) -> Evaluation {
    evaluate(&scheme(id), &chosen(written))
}

/// Points of every code of the oncogenicity SOP.
const ONCOGENICITY_POINTS: &[(&str, i32)] = &[
    ("OVS1", 8),
    ("OS1", 4),
    ("OS2", 4),
    ("OS3", 4),
    ("OM1", 2),
    ("OM2", 2),
    ("OM3", 2),
    ("OM4", 2),
    ("OP1", 1),
    ("OP2", 1),
    ("OP3", 1),
    ("OP4", 1),
    ("SBVS1", -8),
    ("SBS1", -4),
    ("SBS2", -4),
    ("SBP1", -1),
    ("SBP2", -1),
];

/// Points of every code of ACMG/AMP 2015; BA1 stands alone and has none.
const GERMLINE_POINTS: &[(&str, i32)] = &[
    ("PVS1", 8),
    ("PS1", 4),
    ("PS2", 4),
    ("PS3", 4),
    ("PS4", 4),
    ("PM1", 2),
    ("PM2", 2),
    ("PM3", 2),
    ("PM4", 2),
    ("PM5", 2),
    ("PM6", 2),
    ("PP1", 1),
    ("PP2", 1),
    ("PP3", 1),
    ("PP4", 1),
    ("PP5", 1),
    ("BA1", 0),
    ("BS1", -4),
    ("BS2", -4),
    ("BS3", -4),
    ("BS4", -4),
    ("BP1", -1),
    ("BP2", -1),
    ("BP3", -1),
    ("BP4", -1),
    ("BP5", -1),
    ("BP6", -1),
    ("BP7", -1),
];

#[test]
fn every_code_has_the_points_of_its_source() {
    for (id, table) in [(ONCOGENICITY, ONCOGENICITY_POINTS), (GERMLINE, GERMLINE_POINTS)] {
        let codes: BTreeSet<_> = scheme(id).criteria.iter().map(|c| c.code.clone()).collect();
        let wanted: BTreeSet<_> = table.iter().map(|(code, _)| (*code).to_owned()).collect();
        assert_eq!(codes, wanted, "{id} has exactly the codes of its source");
        for (code, points) in table {
            assert_eq!(evaluated(id, code).points, *points, "{code} alone");
        }
    }
}

/// Choice, points, class: sums on both sides of every threshold.
const ONCOGENICITY_SUMS: &[(&str, i32, &str)] = &[
    ("OVS1 OS2", 12, "oncogenic"),
    ("OVS1 OP1 OP4", 10, "oncogenic"),
    ("OVS1 OP4", 9, "likely-oncogenic"),
    ("OS3 OP1 OP4", 6, "likely-oncogenic"),
    ("OM1 OP1 OP2 OP4", 5, "vus"),
    ("OP4", 1, "vus"),
    ("OP1 SBP2", 0, "vus"),
    ("SBP1", -1, "likely-benign"),
    ("SBS2 SBP1 SBP2", -6, "likely-benign"),
    ("SBS1 SBS2 OP2", -7, "benign"),
    ("SBVS1", -8, "benign"),
    ("SBVS1 SBS2 SBP1 SBP2", -14, "benign"),
    ("OVS1 SBVS1", 0, "vus"),
];

const GERMLINE_SUMS: &[(&str, i32, &str)] = &[
    ("PVS1 PM2", 10, "pathogenic"),
    ("PVS1 PM2_Supporting", 9, "likely-pathogenic"),
    ("PS3 PM1", 6, "likely-pathogenic"),
    ("PS3 PP4", 5, "vus"),
    ("PP3 BP7", 0, "vus"),
    ("BP4", -1, "likely-benign"),
    ("BS3 BP4 BP7", -6, "likely-benign"),
    ("BS3 BS2 PP4", -7, "benign"),
    ("PS3_Moderate PM1", 4, "vus"),
    ("PP1_Strong PM2", 6, "likely-pathogenic"),
    ("PVS1_Strong PS3 PM2", 10, "pathogenic"),
    ("BS3_Supporting BP4", -2, "likely-benign"),
    ("PP4_VeryStrong", 8, "likely-pathogenic"),
];

#[test]
fn choices_add_up_to_the_points_and_classes_of_the_table() {
    for (id, table) in [(ONCOGENICITY, ONCOGENICITY_SUMS), (GERMLINE, GERMLINE_SUMS)] {
        for (written, points, class) in table {
            let evaluation = evaluated(id, written);
            assert!(evaluation.is_accepted(), "{written} breaks no rule: {evaluation:?}");
            assert_eq!(evaluation.points, *points, "{written}");
            assert_eq!(evaluation.suggested.as_deref(), Some(*class), "{written}");
        }
    }
}

#[test]
fn each_side_of_every_threshold_has_its_class() {
    let steps =
        [(10, 0), (9, 1), (6, 1), (5, 2), (0, 2), (-1, 3), (-6, 3), (-7, 4), (i32::MAX, 0), (i32::MIN, 4)];
    let classes = [
        (ONCOGENICITY, ["oncogenic", "likely-oncogenic", "vus", "likely-benign", "benign"]),
        (GERMLINE, ["pathogenic", "likely-pathogenic", "vus", "likely-benign", "benign"]),
    ];
    for (id, classes) in classes {
        for (points, index) in steps {
            assert_eq!(scheme(id).class_of(points), Some(classes[index]), "{points} points of {id}");
        }
    }
}

/// Every pair that may not be counted together; all other pairs may.
const ONCOGENICITY_EXCLUSIONS: &[(&str, &str)] = &[
    ("OS1", "OS3"),
    ("OS1", "OM1"),
    ("OS1", "OM4"),
    ("OS3", "OM1"),
    ("OS3", "OM3"),
    ("OS3", "OM4"),
    ("OS3", "OP3"),
    ("OM1", "OM3"),
    ("OM1", "OM4"),
    ("OM3", "OM4"),
    ("OM3", "OP3"),
    ("OVS1", "OM2"),
    ("OP4", "SBS1"),
    ("OP4", "SBVS1"),
    ("SBS1", "SBVS1"),
    ("OP1", "SBP1"),
];

const GERMLINE_EXCLUSIONS: &[(&str, &str)] = &[
    ("PVS1", "PM4"),
    ("PVS1", "PP3"),
    ("PS1", "PM5"),
    ("PS2", "PM6"),
    ("PM2", "BA1"),
    ("PM2", "BS1"),
    ("BA1", "BS1"),
    ("PP3", "BP4"),
    ("PM4", "BP3"),
    ("PP2", "BP1"),
    ("PP5", "BP6"),
];

#[test]
fn exactly_the_pairs_of_the_table_are_refused_and_both_codes_are_named() {
    for (id, table) in [(ONCOGENICITY, ONCOGENICITY_EXCLUSIONS), (GERMLINE, GERMLINE_EXCLUSIONS)] {
        let scheme = scheme(id);
        for (index, one) in scheme.criteria.iter().enumerate() {
            for other in scheme.criteria.iter().skip(index + 1) {
                let (a, b) = (one.code.as_str(), other.code.as_str());
                let wanted = table.contains(&(a, b)) || table.contains(&(b, a));
                let evaluation = evaluate(&scheme, &chosen(&format!("{a} {b}")));
                assert_eq!(!evaluation.is_accepted(), wanted, "{a} with {b}");
                assert_eq!(evaluation.suggested.is_none(), wanted, "no class is suggested for {a} with {b}");
                if let Some(pair) = evaluation.excluded.first() {
                    let named = BTreeSet::from([pair.first.as_str(), pair.second.as_str()]);
                    assert_eq!(named, BTreeSet::from([a, b]));
                    assert!(!pair.reason.ja.is_empty() && !pair.reason.en.is_empty(), "{a} with {b}: why");
                }
            }
        }
    }
}

#[test]
fn ba1_settles_the_class_alone_whatever_else_is_chosen() {
    for written in ["BA1", "BA1 PVS1 PS3", "BA1 BP4"] {
        let evaluation = evaluated(GERMLINE, written);
        assert_eq!(evaluation.suggested.as_deref(), Some("benign"), "{written}");
        assert_eq!(evaluation.stand_alone.as_deref(), Some("BA1"), "{written}");
    }
    let evaluation = evaluate(
        &scheme(GERMLINE),
        &[ChosenCriterion { code: "BA1".to_owned(), strength: Some(Strength::Strong) }],
    );
    assert!(!evaluation.is_accepted(), "what stands alone has no other strength");
}

#[test]
fn the_strength_is_changed_where_the_scheme_allows_it_only() {
    let evaluation = evaluate(&scheme(ONCOGENICITY), &chosen("OS2_Moderate"));
    let refused: Vec<_> = evaluation.not_offered.iter().map(|one| one.code.as_str()).collect();
    assert_eq!(refused, ["OS2"], "the oncogenicity SOP has fixed strengths");
    assert_eq!(evaluation.suggested, None, "a refused choice gets no suggestion");
}

#[test]
fn a_scheme_suggests_classes_of_its_own_scale_and_names_its_groups_and_strengths() {
    let knowledge = Knowledge::shipped().unwrap();
    for scheme in knowledge.schemes() {
        let scale = knowledge.scales().iter().find(|scale| scale.id == scheme.scale).unwrap();
        assert_eq!(scale.purpose, Purpose::Significance, "{}", scheme.id);
        let classes: BTreeSet<_> = scale.classes.iter().map(|class| class.code.as_str()).collect();
        let suggested: BTreeSet<_> = scheme.thresholds.iter().map(|t| t.class.as_str()).collect();
        assert_eq!(suggested, classes, "every class of the scale can be reached: {}", scheme.id);
        assert!(scheme.stand_alone_class.iter().all(|class| classes.contains(class.as_str())));
        let falling = scheme.thresholds.windows(2).all(|pair| match (pair[0].at_least, pair[1].at_least) {
            (Some(upper), Some(lower)) => upper > lower,
            (Some(_), None) => true,
            (None, _) => false,
        });
        assert!(falling, "thresholds of {} fall and end without a floor", scheme.id);
        let groups: BTreeSet<_> = scheme.groups.iter().map(|group| group.id.as_str()).collect();
        let mut codes = BTreeMap::new();
        for criterion in &scheme.criteria {
            assert!(groups.contains(criterion.group.as_str()), "group of {}", criterion.code);
            assert!(codes.insert(&criterion.code, ()).is_none(), "{} stands once", criterion.code);
            assert!(!criterion.name.ja.is_empty() && !criterion.name.en.is_empty(), "{}", criterion.code);
            let settles = criterion.strength == Strength::StandAlone;
            assert_eq!(scheme.points.contains_key(&criterion.strength), !settles, "{}", criterion.code);
            assert!(!settles || scheme.stand_alone_class.is_some(), "{}", criterion.code);
        }
        for exclusion in &scheme.exclusions {
            let (a, b) = (&exclusion.codes.0, &exclusion.codes.1);
            assert!(codes.contains_key(a) && codes.contains_key(b) && a != b, "{a} and {b}");
        }
        assert!(!scheme.source.is_empty() && !scheme.version.is_empty(), "{}", scheme.id);
    }
}

#[test]
fn an_unknown_scheme_is_refused_with_the_known_ones() {
    let error = Knowledge::shipped().unwrap().scheme("sherloc").unwrap_err();
    assert!(error.to_string().contains(ONCOGENICITY));
}

//! Truth tables, written down from what the words mean.

mod genes;
mod ticks;

use super::*;
use crate::evidence::disease::Node;
use crate::recommendation::DrugNames;
use crate::trial::criterion::{
    Comparison, MicrosatellitesAsked, MismatchRepair, Operator, PatientSex, Receptor, ReceptorState,
};
use crate::trial::patient::{Age, PriorDrugs};
use crate::trial::tumour::{FormerTumour, TumourAsked};

const MET: ConditionState = ConditionState::Met;
const NOT_MET: ConditionState = ConditionState::NotMet;
const UNKNOWN: ConditionState = ConditionState::Unknown;
const ALL: [ConditionState; 3] = [MET, NOT_MET, UNKNOWN];

struct Fixture {
    tree: OncoTree,
    tumours: TumourNames,
    names: GeneNames,
    statuses: DiseaseStatuses,
    drugs: DrugNames,
}

impl Fixture {
    fn new() -> Self {
        let node = |code: &str, name: &str, parent: &str, former: &[&str]| Node {
            code: code.to_owned(),
            name: name.to_owned(),
            parent: (!parent.is_empty()).then(|| parent.to_owned()),
            tissue: None,
            main_type: None,
            nci: Vec::new(),
            umls: Vec::new(),
            former: former.iter().map(|code| (*code).to_owned()).collect(),
        };
        let tree = OncoTree::new(
            "test".to_owned(),
            [
                node("TISSUE", "Tissue", "", &[]),
                node("LUNG", "Lung", "TISSUE", &[]),
                node("NSCLC", "Non-Small Cell Lung Cancer", "LUNG", &[]),
                node("LUAD", "Lung Adenocarcinoma", "NSCLC", &["OLD"]),
                node("LUSC", "Lung Squamous Cell Carcinoma", "NSCLC", &["OLD"]),
                node("SCLC", "Small Cell Lung Cancer", "LUNG", &[]),
                node("MYELOID", "Myeloid", "TISSUE", &[]),
                node("AML", "Acute Myeloid Leukemia", "MYELOID", &[]),
            ],
        );
        let statuses = DiseaseStatuses {
            known: ["metastatic", "advanced", "localized", "recurrent"].map(str::to_owned).to_vec(),
            implies: [("metastatic".to_owned(), vec!["advanced".to_owned()])].into(),
            excludes: vec![("localized".to_owned(), "metastatic".to_owned())],
        };
        let former =
            FormerTumour { name: "Adenocarcinoma, Lepidic".to_owned(), code: "LUAD".to_owned(), part: true };
        Self {
            tumours: TumourNames::new(&tree, &[former]),
            tree,
            names: GeneNames::new([("ERBB2", vec!["HER2"])]),
            statuses,
            drugs: DrugNames::new([vec!["osimertinib", "オシメルチニブ", "タグリッソ"]]),
        }
    }

    fn weigh(&self, criterion: &Criterion, patient: &TrialPatient) -> Weighed {
        self.weigh_ticked(criterion, patient, TicksOfTrial::default())
    }

    fn weigh_ticked(
        &self,
        criterion: &Criterion,
        patient: &TrialPatient,
        ticks: TicksOfTrial<'_>,
    ) -> Weighed {
        let ground = TrialGround {
            tree: &self.tree,
            tumour_names: &self.tumours,
            names: &self.names,
            statuses: &self.statuses,
            drugs: &self.drugs,
            ticks,
        };
        weigh(criterion, patient, &ground)
    }

    fn state(&self, ask: &Ask, patient: &TrialPatient) -> ConditionState {
        self.weigh(&leaf_of(ask.clone()), patient).state
    }
}

fn leaf_of(ask: Ask) -> Criterion {
    Criterion::Leaf(Leaf { written: "as written".to_owned(), ask, negated: false })
}

/// A question whose state is the one wanted, for a patient who is 50 and of whom nothing else is known.
fn of_state(state: ConditionState) -> Criterion {
    leaf_of(match state {
        MET => Ask::Age(Comparison { operator: Operator::AtLeast, value: 18.0 }),
        NOT_MET => Ask::Age(Comparison { operator: Operator::AtMost, value: 18.0 }),
        UNKNOWN => Ask::Sex(PatientSex::Female),
    })
}

fn aged_50() -> TrialPatient {
    TrialPatient { age: Some(Age::Exact(50.0)), ..TrialPatient::default() }
}

#[test]
fn and_or_not_are_kleenes() {
    let fixture = Fixture::new();
    let patient = aged_50();
    for one in ALL {
        assert_eq!(fixture.weigh(&Criterion::Not(Box::new(of_state(one))), &patient).state, !one);
        for other in ALL {
            let both = || vec![of_state(one), of_state(other)];
            let and = if one == NOT_MET || other == NOT_MET {
                NOT_MET
            } else if one == MET && other == MET {
                MET
            } else {
                UNKNOWN
            };
            let or = if one == MET || other == MET {
                MET
            } else if one == NOT_MET && other == NOT_MET {
                NOT_MET
            } else {
                UNKNOWN
            };
            let unclear = if one == other { one } else { UNKNOWN };
            for (criterion, expected) in [
                (Criterion::All(both()), and),
                (Criterion::Any(both()), or),
                (Criterion::Not(Box::new(Criterion::All(both()))), !and),
                (Criterion::Not(Box::new(Criterion::Any(both()))), !or),
                (Criterion::AtLeast { count: 2, of: both() }, and),
                (Criterion::AtLeast { count: 1, of: both() }, or),
                (Criterion::Not(Box::new(Criterion::AtLeast { count: 1, of: both() })), !or),
                (Criterion::Unclear(both()), unclear),
                // Whether one or both are asked for: known where both readings say the same.
                (Criterion::AnyOrAll(both()), if and == or { and } else { UNKNOWN }),
                (
                    Criterion::Not(Box::new(Criterion::AnyOrAll(both()))),
                    if and == or { !and } else { UNKNOWN },
                ),
                (Criterion::Not(Box::new(Criterion::Unclear(both()))), !unclear),
            ] {
                assert_eq!(fixture.weigh(&criterion, &patient).state, expected, "{criterion:?}");
            }
        }
    }
}

#[test]
fn at_least_two_of_three_counts() {
    let fixture = Fixture::new();
    for (of, expected) in [
        ([MET, MET, NOT_MET], MET),
        ([MET, MET, UNKNOWN], MET),
        ([MET, NOT_MET, NOT_MET], NOT_MET),
        ([MET, NOT_MET, UNKNOWN], UNKNOWN),
        ([NOT_MET, UNKNOWN, UNKNOWN], UNKNOWN),
        ([NOT_MET, NOT_MET, UNKNOWN], NOT_MET),
    ] {
        let criterion = Criterion::AtLeast { count: 2, of: of.map(of_state).to_vec() };
        assert_eq!(fixture.weigh(&criterion, &aged_50()).state, expected, "{of:?}");
        let denied = Criterion::Not(Box::new(criterion));
        assert_eq!(fixture.weigh(&denied, &aged_50()).state, !expected, "not {of:?}");
    }
}

#[test]
fn what_asks_for_nothing_is_not_met_by_default() {
    let fixture = Fixture::new();
    for empty in [Criterion::All(vec![]), Criterion::Any(vec![]), Criterion::Unclear(vec![])] {
        assert_eq!(fixture.weigh(&empty, &aged_50()).state, UNKNOWN, "{empty:?}");
        let denied = Criterion::Not(Box::new(empty));
        assert_eq!(fixture.weigh(&denied, &aged_50()).state, UNKNOWN, "{denied:?}");
    }
    for ask in [Ask::NotUnderstood, Ask::Person(Subject::Other)] {
        assert_eq!(fixture.state(&ask, &aged_50()), UNKNOWN);
    }
    let denied = Criterion::Not(Box::new(leaf_of(Ask::Unrestricted(Subject::PriorLines))));
    assert_eq!(fixture.weigh(&denied, &aged_50()).state, UNKNOWN);
}

#[test]
fn all_rows_together_are_the_trial() {
    let fixture = Fixture::new();
    for one in ALL {
        for other in ALL {
            for third in ALL {
                let criterion = Criterion::All(vec![
                    of_state(one),
                    Criterion::All(vec![
                        of_state(other),
                        Criterion::Any(vec![of_state(third), of_state(NOT_MET)]),
                    ]),
                ]);
                let weighed = fixture.weigh(&criterion, &aged_50());
                assert_eq!(weighed.rows.len(), 3, "groups of AND are spread");
                assert_eq!(weighed.state, one.and(other).and(third));
                assert_eq!(
                    weighed.state,
                    weighed.rows.iter().map(|row| row.state).fold(MET, ConditionState::and)
                );
            }
        }
    }
}

#[test]
fn ages_are_exact() {
    let fixture = Fixture::new();
    let asked = |operator, value| Ask::Age(Comparison { operator, value });
    for (own, operator, value, expected) in [
        (Age::Exact(18.0), Operator::AtLeast, 18.0, MET),
        (Age::Exact(17.99), Operator::AtLeast, 18.0, NOT_MET),
        (Age::Exact(18.0), Operator::Above, 18.0, NOT_MET),
        (Age::Exact(18.01), Operator::Above, 18.0, MET),
        (Age::Exact(0.5), Operator::AtLeast, 0.5, MET),
        (Age::Exact(0.49), Operator::AtLeast, 0.5, NOT_MET),
        (Age::Exact(75.0), Operator::AtMost, 75.0, MET),
        (Age::Exact(75.1), Operator::AtMost, 75.0, NOT_MET),
        (Age::Exact(21.0), Operator::Below, 21.0, NOT_MET),
        (Age::Exact(20.9), Operator::Below, 21.0, MET),
        (Age::Exact(18.0), Operator::Equal, 18.0, MET),
        (Age::Exact(18.4), Operator::Equal, 18.0, UNKNOWN),
        (Age::Exact(19.0), Operator::Equal, 18.0, NOT_MET),
        (Age::Exact(18.0), Operator::Bare, 18.0, UNKNOWN),
        // 18 completed years: the next birthday is not reached.
        (Age::Between(18.0, 19.0), Operator::AtLeast, 18.0, MET),
        (Age::Between(18.0, 19.0), Operator::AtLeast, 18.5, UNKNOWN),
        (Age::Between(18.0, 19.0), Operator::AtLeast, 19.0, NOT_MET),
        (Age::Between(18.0, 19.0), Operator::Above, 18.0, UNKNOWN),
        (Age::Between(18.0, 19.0), Operator::AtMost, 18.0, UNKNOWN),
        (Age::Between(18.0, 19.0), Operator::Below, 19.0, MET),
        (Age::Between(18.0, 19.0), Operator::Below, 18.0, NOT_MET),
    ] {
        let patient = TrialPatient { age: Some(own), ..TrialPatient::default() };
        assert_eq!(
            fixture.state(&asked(operator, value), &patient),
            expected,
            "{own:?} {operator:?} {value}"
        );
    }
    assert_eq!(fixture.state(&asked(Operator::AtLeast, 18.0), &TrialPatient::default()), UNKNOWN);
}

#[test]
fn a_number_of_lines_alone_is_met_by_that_number() {
    let fixture = Fixture::new();
    for (own, operator, value, expected) in [
        (Some(2), Operator::Bare, 2.0, MET),
        (Some(1), Operator::Bare, 2.0, UNKNOWN),
        (Some(0), Operator::Bare, 2.0, UNKNOWN),
        (Some(3), Operator::Bare, 2.0, NOT_MET),
        (Some(2), Operator::AtLeast, 3.0, NOT_MET),
        (Some(3), Operator::AtLeast, 3.0, MET),
        (Some(3), Operator::AtMost, 2.0, NOT_MET),
        (Some(0), Operator::AtMost, 2.0, MET),
        (None, Operator::AtMost, 2.0, UNKNOWN),
        (None, Operator::Bare, 2.0, UNKNOWN),
    ] {
        let patient = TrialPatient { prior_lines: own, ..TrialPatient::default() };
        let asked = Ask::PriorLines(Comparison { operator, value });
        assert_eq!(fixture.state(&asked, &patient), expected, "{own:?} {operator:?} {value}");
    }
}

#[test]
fn a_diagnosis_above_the_one_asked_for_settles_nothing() {
    let fixture = Fixture::new();
    let named = |name: &str| TumourAsked::Named(name.to_owned());
    for (asked, own, expected) in [
        (named("Lung Adenocarcinoma"), Some("LUAD"), MET),
        (named("Non-Small Cell Lung Cancer"), Some("LUAD"), MET),
        (named("lung"), Some("luad"), MET),
        (named("LUAD"), Some("LUAD"), MET),
        (named("Lung Adenocarcinoma"), Some("NSCLC"), UNKNOWN),
        (named("Lung Adenocarcinoma"), Some("LUNG"), UNKNOWN),
        (named("Lung Adenocarcinoma"), Some("TISSUE"), UNKNOWN),
        (named("Lung Adenocarcinoma"), Some("SCLC"), NOT_MET),
        (named("Lung Adenocarcinoma"), None, UNKNOWN),
        (named("Lung Adenocarcinoma"), Some("NO SUCH"), UNKNOWN),
        (named("No Such Tumour"), Some("LUAD"), UNKNOWN),
        (named("Acute Myeloid Leukaemia"), Some("AML"), MET),
        // A former code that became two.
        (named("Non-Small Cell Lung Cancer"), Some("OLD"), MET),
        (named("Lung Adenocarcinoma"), Some("OLD"), UNKNOWN),
        (named("Small Cell Lung Cancer"), Some("OLD"), NOT_MET),
        // A former name that is a part of a node of today.
        (named("Adenocarcinoma, Lepidic"), Some("LUAD"), UNKNOWN),
        (named("Adenocarcinoma, Lepidic"), Some("LUSC"), NOT_MET),
        (TumourAsked::Solid, Some("LUAD"), MET),
        (TumourAsked::Solid, Some("AML"), NOT_MET),
        (TumourAsked::Solid, Some("TISSUE"), UNKNOWN),
        (TumourAsked::Solid, None, UNKNOWN),
        (TumourAsked::Liquid, Some("AML"), MET),
        (TumourAsked::Liquid, Some("MYELOID"), MET),
        (TumourAsked::Liquid, Some("LUAD"), NOT_MET),
        (TumourAsked::Any, None, MET),
    ] {
        let patient = TrialPatient { tumour: own.map(str::to_owned), ..TrialPatient::default() };
        let asked = Ask::Tumour(asked);
        assert_eq!(fixture.state(&asked, &patient), expected, "{asked:?} {own:?}");
        let excluded = Criterion::Leaf(Leaf { written: String::new(), ask: asked, negated: true });
        assert_eq!(fixture.weigh(&excluded, &patient).state, !expected, "excluded, {own:?}");
    }
}

#[test]
fn microsatellites_are_no_result_of_mismatch_repair() {
    let fixture = Fixture::new();
    let patient =
        |msi_high, mismatch_repair| TrialPatient { msi_high, mismatch_repair, ..TrialPatient::default() };
    for own in [None, Some(true), Some(false)] {
        for asked in [MismatchRepair::Deficient, MismatchRepair::Proficient] {
            assert_eq!(fixture.state(&Ask::MismatchRepair(asked), &patient(own, None)), UNKNOWN, "{own:?}");
            let deficient = patient(own, Some(MismatchRepair::Deficient));
            let expected = (asked == MismatchRepair::Deficient).into();
            assert_eq!(fixture.state(&Ask::MismatchRepair(asked), &deficient), expected, "as tested");
        }
    }
    use MicrosatellitesAsked as Asked;
    for (asked, own, expected) in [
        (Asked::High, Some(true), MET),
        (Asked::High, Some(false), NOT_MET),
        (Asked::High, None, UNKNOWN),
        (Asked::Stable, Some(true), NOT_MET),
        (Asked::Stable, Some(false), MET),
        (Asked::Low, Some(true), NOT_MET),
        (Asked::Low, Some(false), UNKNOWN),
    ] {
        assert_eq!(
            fixture.state(&Ask::Microsatellites(asked), &patient(own, None)),
            expected,
            "{asked:?} {own:?}"
        );
    }
}

#[test]
fn what_is_not_recorded_of_a_patient_is_unknown() {
    let fixture = Fixture::new();
    let some = TrialPatient {
        sex: Some(PatientSex::Female),
        her2: Some(ReceptorState::Positive),
        performance_status: Some(2),
        prior_drugs: Some(PriorDrugs::All(vec!["Osimertinib".to_owned()])),
        disease_status: vec!["Metastatic".to_owned()],
        brain_metastases: Some(false),
        tmb: Some(10.0),
        ..TrialPatient::default()
    };
    let at_most = |value| Comparison { operator: Operator::AtMost, value };
    for (ask, expected) in [
        (Ask::Sex(PatientSex::Female), MET),
        (Ask::Sex(PatientSex::Male), NOT_MET),
        (Ask::Receptor(Receptor::Her2, ReceptorState::Positive), MET),
        (Ask::Receptor(Receptor::Her2, ReceptorState::Negative), NOT_MET),
        (Ask::PerformanceStatus(at_most(1.0)), NOT_MET),
        (Ask::PerformanceStatus(at_most(2.0)), MET),
        (Ask::PriorDrug("osimertinib".to_owned()), MET),
        (Ask::PriorDrug("gefitinib".to_owned()), NOT_MET),
        (Ask::DiseaseStatus("Metastatic".to_owned()), MET),
        (Ask::DiseaseStatus("Advanced".to_owned()), MET),
        (Ask::DiseaseStatus("Localized".to_owned()), NOT_MET),
        (Ask::DiseaseStatus("Recurrent".to_owned()), UNKNOWN),
        (Ask::NoBrainMetastases, MET),
        (Ask::Tmb(at_most(10.0)), MET),
        (Ask::Tmb(Comparison { operator: Operator::Above, value: 10.0 }), NOT_MET),
    ] {
        assert_eq!(fixture.state(&ask, &some), expected, "{ask:?}");
        assert_eq!(fixture.state(&ask, &TrialPatient::default()), UNKNOWN, "{ask:?}");
    }
    let lines = TrialPatient {
        prior_lines: Some(1),
        prior_drugs: Some(PriorDrugs::All(vec![])),
        ..TrialPatient::default()
    };
    assert_eq!(fixture.state(&Ask::PriorDrug("x".to_owned()), &lines), UNKNOWN, "a line of an unknown drug");
    for (given, drug, expected) in [
        ("タグリッソ", "osimertinib", MET),
        ("オシメルチニブ", "gefitinib", UNKNOWN),
        ("オシメルチニブ", "イマチニブ", NOT_MET),
        ("ゲフィチニブ", "osimertinib", NOT_MET),
    ] {
        let drugs = PriorDrugs::All(vec![given.to_owned()]);
        let patient = TrialPatient { prior_drugs: Some(drugs), ..TrialPatient::default() };
        let state = fixture.state(&Ask::PriorDrug(drug.to_owned()), &patient);
        assert_eq!(
            state, expected,
            "{drug} where {given} was given: names in two scripts may be of one drug"
        );
    }
    for (drug, expected) in [("osimertinib", MET), ("gefitinib", UNKNOWN), ("simertinib", UNKNOWN)] {
        let words = PriorDrugs::InWords(vec!["1L Osimertinib 80 mg".to_owned()]);
        let patient = TrialPatient { prior_drugs: Some(words), ..TrialPatient::default() };
        assert_eq!(fixture.state(&Ask::PriorDrug(drug.to_owned()), &patient), expected, "{drug}");
    }
}

#[test]
fn what_time_may_bring_is_told_from_what_it_cannot() {
    let fixture = Fixture::new();
    let patient = TrialPatient {
        age: Some(Age::Exact(17.0)),
        sex: Some(PatientSex::Male),
        prior_lines: Some(3),
        performance_status: Some(2),
        ..TrialPatient::default()
    };
    let compared = |operator, value| Comparison { operator, value };
    for (ask, changes) in [
        (Ask::Age(compared(Operator::AtLeast, 18.0)), true),
        (Ask::Age(compared(Operator::AtMost, 12.0)), false),
        (Ask::Sex(PatientSex::Female), false),
        (Ask::PriorLines(compared(Operator::AtLeast, 4.0)), true),
        (Ask::PriorLines(compared(Operator::AtMost, 2.0)), false),
        (Ask::PerformanceStatus(compared(Operator::AtMost, 1.0)), true),
    ] {
        let weighed = fixture.weigh(&leaf_of(ask.clone()), &patient);
        assert_eq!((weighed.state, weighed.rows[0].can_change), (NOT_MET, changes), "{ask:?}");
    }
    let met = fixture.weigh(&of_state(MET), &aged_50());
    assert!(!met.rows[0].can_change);
}

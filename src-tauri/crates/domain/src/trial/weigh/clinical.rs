//! Everything that a trial asks beside the genes.

use super::TrialGround;
use crate::omission::ConditionState;
use crate::recommendation::DrugNames;
use crate::trial::criterion::{
    Ask, Comparison, MicrosatellitesAsked, MismatchRepair, Operator, PatientSex, Receptor, ReceptorState,
};
use crate::trial::patient::{Age, PriorDrugs, TrialPatient};
use crate::trial::tumour;
use crate::trial::why::Why;

type Answer = (ConditionState, Why, bool);

const MET: ConditionState = ConditionState::Met;
const NOT_MET: ConditionState = ConditionState::NotMet;
const UNKNOWN: ConditionState = ConditionState::Unknown;

/// State, reason, and whether "not met" may be otherwise at another time.
pub(super) fn weigh(ask: &Ask, patient: &TrialPatient, ground: &TrialGround<'_>) -> Answer {
    match ask {
        Ask::Tumour(asked) => {
            let (state, why) =
                tumour::weigh(asked, patient.tumour.as_deref(), ground.tree, ground.tumour_names);
            (state, why, false)
        }
        Ask::Age(asked) => age(*asked, patient.age),
        Ask::Sex(asked) => match patient.sex {
            None => not_recorded(),
            Some(own) => ((own == *asked).into(), Why::Recorded(sex_said(own).to_owned()), false),
        },
        Ask::PerformanceStatus(asked) => number(*asked, patient.performance_status.map(u32::from), true),
        Ask::PriorLines(asked) => {
            // Lines are added and never taken away.
            let grows = !matches!(asked.operator, Operator::AtMost | Operator::Below | Operator::Bare);
            number(*asked, patient.prior_lines, grows)
        }
        Ask::PriorDrug(drug) => prior_drug(drug, patient, ground.drugs),
        Ask::Tmb(asked) => match patient.tmb {
            None => not_recorded(),
            Some(own) => (compared(*asked, own, own), Why::Recorded(shown(own)), false),
        },
        Ask::Microsatellites(asked) => microsatellites(*asked, patient.msi_high),
        Ask::MismatchRepair(asked) => mismatch_repair(*asked, patient),
        Ask::Receptor(receptor, asked) => {
            let own = match receptor {
                Receptor::Her2 => patient.her2,
                Receptor::Er => patient.er,
                Receptor::Pr => patient.pr,
            };
            match own {
                None => not_recorded(),
                Some(own) => {
                    let said = match own {
                        ReceptorState::Positive => "positive",
                        ReceptorState::Negative => "negative",
                    };
                    ((own == *asked).into(), Why::Recorded(said.to_owned()), false)
                }
            }
        }
        Ask::NoBrainMetastases => match patient.brain_metastases {
            None => not_recorded(),
            Some(there) => ((!there).into(), Why::Recorded(there.to_string()), true),
        },
        Ask::DiseaseStatus(asked) => disease_status(asked, patient, ground),
        Ask::Unrestricted(_) => (MET, Why::Unrestricted, false),
        Ask::Person(_) => (UNKNOWN, Why::Person, false),
        Ask::NotUnderstood | Ask::Alteration(_) => (UNKNOWN, Why::NotUnderstood, false),
    }
}

/// Whether what is denied and is so may pass: brain metastases are treated, a state of the disease changes.
pub(super) fn passes(ask: &Ask) -> bool {
    matches!(ask, Ask::DiseaseStatus(_) | Ask::PerformanceStatus(_) | Ask::NoBrainMetastases)
        || matches!(ask, Ask::Age(asked) if matches!(asked.operator, Operator::AtMost | Operator::Below))
}

fn not_recorded() -> Answer {
    (UNKNOWN, Why::NotRecorded, false)
}

fn sex_said(sex: PatientSex) -> &'static str {
    match sex {
        PatientSex::Male => "male",
        PatientSex::Female => "female",
        PatientSex::Other => "other",
    }
}

/// A number as people write it: no `.0` behind a whole one.
fn shown(value: f64) -> String {
    format!("{value}")
}

/// Compares a number that lies from `low` on, up to `high`: the same where it is known exactly, else below `high`.
fn compared(asked: Comparison, low: f64, high: f64) -> ConditionState {
    let exact = low >= high;
    let value = asked.value;
    let at_least = || match () {
        () if low >= value => MET,
        () if exact || high <= value => NOT_MET,
        () => UNKNOWN,
    };
    let above = || match () {
        () if low > value => MET,
        () if exact || high <= value => NOT_MET,
        () => UNKNOWN,
    };
    match asked.operator {
        Operator::AtLeast => at_least(),
        Operator::Above => above(),
        Operator::AtMost => !above(),
        Operator::Below => !at_least(),
        Operator::Equal | Operator::Bare => match () {
            () if exact && low >= value && low <= value => MET,
            () if low > value || (exact && low < value) || high <= value => NOT_MET,
            () => UNKNOWN,
        },
    }
}

fn age(asked: Comparison, own: Option<Age>) -> Answer {
    let Some(own) = own else { return not_recorded() };
    let (low, high, said) = match own {
        // Cut and not rounded: who is not yet 18 does not read as 18.
        Age::Exact(years) => (years, years, shown((years * 100.0).floor() / 100.0)),
        Age::Between(low, high) => (low, high, format!("{}–{}", shown(low), shown(high))),
    };
    let state = match asked.operator {
        // "18" and "== 18" may mean whoever is 18, up to the next birthday.
        Operator::Equal if low >= high && low > asked.value && low < asked.value + 1.0 => UNKNOWN,
        Operator::Bare => UNKNOWN,
        _ => compared(asked, low, high),
    };
    let why = match (asked.operator, state) {
        (Operator::Bare, _) => Why::BareNumber(said),
        (_, UNKNOWN) => Why::RecordedLessExact(said),
        _ => Why::Recorded(said),
    };
    // Nobody becomes younger.
    let grows = matches!(asked.operator, Operator::AtLeast | Operator::Above)
        || (asked.operator == Operator::Equal && high < asked.value);
    (state, why, grows)
}

/// A count. A number alone is met by that number whatever is meant; below it the trial may mean the highest that it allows,
/// or this one, and above it neither reading holds.
fn number(asked: Comparison, own: Option<u32>, may_change: bool) -> Answer {
    let Some(own) = own else { return not_recorded() };
    let value = f64::from(own);
    let said = own.to_string();
    match asked.operator {
        Operator::Bare if value < asked.value => (UNKNOWN, Why::BareNumber(said), false),
        _ => (compared(asked, value, value), Why::Recorded(said), may_change),
    }
}

fn prior_drug(drug: &str, patient: &TrialPatient, names: &DrugNames) -> Answer {
    let Some(given) = &patient.prior_drugs else { return not_recorded() };
    let drugs = match given {
        PriorDrugs::All(drugs) => drugs,
        PriorDrugs::InWords(texts) => {
            return match texts.iter().find(|text| names.named_in(text, drug)) {
                Some(text) => (MET, Why::Recorded(text.clone()), false),
                None => (UNKNOWN, Why::RecordedLessExact(texts.join(", ")), false),
            };
        }
    };
    if let Some(given) = drugs.iter().find(|given| names.same(drug, given)) {
        return (MET, Why::Recorded(given.clone()), false);
    }
    // Names in two scripts may be of one drug that the table does not know.
    let japanese = |name: &str| !name.is_ascii();
    if !names.knows(drug) && drugs.iter().any(|given| japanese(given) != japanese(drug)) {
        return (UNKNOWN, Why::RecordedLessExact(drugs.join(", ")), false);
    }
    // Lines without a drug: the list is not all that was given.
    if drugs.is_empty() && patient.prior_lines.is_some_and(|lines| lines > 0) {
        return not_recorded();
    }
    let said = if drugs.is_empty() { "0".to_owned() } else { drugs.join(", ") };
    (NOT_MET, Why::Recorded(said), true)
}

fn microsatellites(asked: MicrosatellitesAsked, high: Option<bool>) -> Answer {
    let Some(high) = high else { return not_recorded() };
    let said = if high { "MSI-High" } else { "stable" }.to_owned();
    let state = match (asked, high) {
        (MicrosatellitesAsked::High, high) => high.into(),
        (MicrosatellitesAsked::Low | MicrosatellitesAsked::Stable, true) => NOT_MET,
        (MicrosatellitesAsked::Stable, false) => MET,
        // What is not high is called stable by most reports, whether it is low or not.
        (MicrosatellitesAsked::Low, false) => UNKNOWN,
    };
    let why = if state == UNKNOWN { Why::RecordedLessExact(said) } else { Why::Recorded(said) };
    (state, why, false)
}

fn mismatch_repair(asked: MismatchRepair, patient: &TrialPatient) -> Answer {
    match (patient.mismatch_repair, patient.msi_high) {
        (Some(own), _) => {
            let said = match own {
                MismatchRepair::Deficient => "deficient",
                MismatchRepair::Proficient => "proficient",
            };
            ((own == asked).into(), Why::Recorded(said.to_owned()), false)
        }
        (None, Some(high)) => {
            let said = if high { "MSI-High" } else { "MSI stable" };
            (UNKNOWN, Why::MicrosatellitesAreAHint(said.to_owned()), false)
        }
        (None, None) => not_recorded(),
    }
}

fn disease_status(asked: &str, patient: &TrialPatient, ground: &TrialGround<'_>) -> Answer {
    let fold = |text: &str| text.trim().to_lowercase().replace(['_', '-'], " ");
    let asked = fold(asked);
    let own: Vec<String> = patient.disease_status.iter().map(|status| fold(status)).collect();
    if own.is_empty() {
        return not_recorded();
    }
    let table = ground.statuses;
    let holds = |status: &String| {
        *status == asked || table.implies.get(status).is_some_and(|implied| implied.contains(&asked))
    };
    let against = |status: &String| {
        table
            .excludes
            .iter()
            .any(|(one, other)| (one == status && *other == asked) || (other == status && *one == asked))
    };
    let said = patient.disease_status.join(", ");
    if own.iter().any(holds) {
        // Two that exclude each other are a contradiction, which settles nothing.
        if own.iter().any(against) {
            return (UNKNOWN, Why::RecordedLessExact(said), false);
        }
        return (MET, Why::Recorded(said), true);
    }
    if own.iter().any(against) {
        return (NOT_MET, Why::Recorded(said), true);
    }
    (UNKNOWN, Why::RecordedLessExact(said), false)
}

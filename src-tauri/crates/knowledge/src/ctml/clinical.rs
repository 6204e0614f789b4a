//! The nodes `clinical` and `prior_treatments`.

use super::value::{Value, comparison, values, word};
use super::{CtmlTrouble, Reader, one_or_all};
use crate::written::Written;
use entaku_domain::trial::criterion::{
    Ask, Comparison, Criterion, Leaf, MicrosatellitesAsked, MismatchRepair, Operator, PatientSex, Receptor,
    ReceptorState, Subject,
};
use entaku_domain::trial::tumour::TumourAsked;

/// How the text of a key is understood; none where it is not.
type ReadText = fn(&str) -> Option<Ask>;

/// Keys whose values the patient answers.
const KEYS: &[(&str, ReadText)] = &[
    ("oncotree_primary_diagnosis", tumour),
    ("oncotree_primary_diagnosis_name", tumour),
    ("age_numerical", age),
    ("gender", sex),
    ("her2_status", her2),
    ("er_status", er),
    ("pr_status", pr),
    ("disease_status", disease_status),
    ("number_prior_lines_therapy_allowed", prior_lines),
    ("active_brain_metastases_allowed", brain_metastases),
    ("tmb_numerical", tmb),
    ("mmr_status", mismatch_repair),
    ("ms_status", microsatellites),
    ("ecog_numerical", performance_status),
    ("ecog_ps", performance_status),
    ("ecog_performance_status", performance_status),
];

/// Keys that are understood and that no field of a patient answers.
const ASKED_OF_PEOPLE: &[&str] = &[
    "molecular_marker_other",
    "brca1_germline_mutation",
    "brca2_germline_mutation",
    "pdl1_status",
    "pd_l1_status",
];

/// Whether a key belongs to a `clinical` node.
pub(super) fn knows(key: &str) -> bool {
    reader_of(key).is_some() || ASKED_OF_PEOPLE.contains(&key)
}

pub(super) fn reader_of(key: &str) -> Option<ReadText> {
    KEYS.iter().find(|(known, _)| *known == key).map(|(_, read)| *read)
}

impl Reader {
    pub(super) fn clinical(&mut self, fields: &[(String, &Written)], place: &str) -> Criterion {
        let mut parts = Vec::new();
        for (key, value) in fields {
            let within = format!("{place}.{key}");
            match reader_of(key) {
                Some(read) => parts.push(self.asked(read, value, &within)),
                None if key == "display_name" => {}
                None if ASKED_OF_PEOPLE.contains(&key.as_str()) => parts.push(for_people(key, value)),
                None if super::genomic::knows(key) => {
                    parts.push(self.genomic(&[(key.clone(), *value)], place));
                }
                None => parts.push(self.unknown(&within, CtmlTrouble::UnknownKey, value)),
            }
        }
        one_or_all(parts).unwrap_or_else(|| self.unknown(place, CtmlTrouble::Empty, &Written::Null))
    }

    /// One question for each value. Of several one is enough; of several that are denied it is not told whether one or all
    /// of them must not be so.
    pub(super) fn asked(&mut self, read: ReadText, written: &Written, place: &str) -> Criterion {
        let Some(values) = values(written) else {
            return self.unknown(place, CtmlTrouble::UnknownValue, written);
        };
        let mut leaves = Vec::new();
        for Value { text, denied } in &values {
            // `0-1` is a span, of which both ends are asked.
            if let Some(span) = span(text, read) {
                let span = Criterion::All(span);
                leaves.push(if *denied { Criterion::Not(Box::new(span)) } else { span });
                continue;
            }
            let Some(ask) = read(text) else {
                return self.unknown(place, CtmlTrouble::UnknownValue, written);
            };
            let shown = if *denied { format!("!{text}") } else { text.clone() };
            leaves.push(Criterion::Leaf(Leaf { written: shown, ask, negated: *denied }));
        }
        if leaves.len() > 1 && values.iter().any(|value| value.denied) {
            return Criterion::AnyOrAll(leaves);
        }
        match (leaves.len(), leaves.pop()) {
            (1, Some(one)) => one,
            (_, Some(last)) => {
                leaves.push(last);
                Criterion::Any(leaves)
            }
            (_, None) => self.unknown(place, CtmlTrouble::UnknownValue, written),
        }
    }

    pub(super) fn prior_treatments(&mut self, written: &Written, place: &str) -> Criterion {
        let mut parts = Vec::new();
        for item in written.items() {
            let Written::Map(fields) = item else {
                parts.push(self.asked(drug, item, place));
                continue;
            };
            for (key, value) in fields {
                let within = format!("{place}.{key}");
                parts.push(match key.trim().to_lowercase().as_str() {
                    "drug" | "drug_name" => self.asked(drug, value, &within),
                    _ => self.unknown(&within, CtmlTrouble::UnknownKey, value),
                });
            }
        }
        one_or_all(parts).unwrap_or_else(|| self.unknown(place, CtmlTrouble::Empty, written))
    }
}

pub(super) fn for_people(key: &str, value: &Written) -> Criterion {
    Criterion::Leaf(Leaf {
        written: format!("{key}: {}", value.shown()),
        ask: Ask::Person(Subject::Other),
        negated: false,
    })
}

/// `0-1` for a performance status: at least the first, at most the second.
fn span(text: &str, read: ReadText) -> Option<Vec<Criterion>> {
    let (low, high) = text.split_once(['-', '–', '~', '〜'])?;
    let bound = |text: &str, operator| {
        let value = comparison(text).filter(|bare| bare.operator == Operator::Bare)?.value;
        let ask = match read("0")? {
            Ask::PerformanceStatus(_) => Ask::PerformanceStatus(Comparison { operator, value }),
            _ => return None,
        };
        Some(Criterion::Leaf(Leaf { written: text.trim().to_owned(), ask, negated: false }))
    };
    Some(vec![bound(low, Operator::AtLeast)?, bound(high, Operator::AtMost)?])
}

fn tumour(text: &str) -> Option<Ask> {
    Some(Ask::Tumour(match word(text).as_str() {
        "solid" | "all solid tumors" | "all solid tumours" => TumourAsked::Solid,
        "liquid" | "all liquid tumors" | "all liquid tumours" => TumourAsked::Liquid,
        "any" | "all" | "all tumors" | "all tumours" => TumourAsked::Any,
        _ => TumourAsked::Named(text.to_owned()),
    }))
}

fn age(text: &str) -> Option<Ask> {
    comparison(text).map(Ask::Age)
}

fn sex(text: &str) -> Option<Ask> {
    Some(match word(text).as_str() {
        "male" => Ask::Sex(PatientSex::Male),
        "female" => Ask::Sex(PatientSex::Female),
        "x" | "other" => Ask::Sex(PatientSex::Other),
        "any" | "all" | "both" => Ask::Unrestricted(Subject::Sex),
        _ => return None,
    })
}

fn receptor(receptor: Receptor, subject: Subject, text: &str) -> Option<Ask> {
    Some(match word(text).as_str() {
        "positive" => Ask::Receptor(receptor, ReceptorState::Positive),
        "negative" => Ask::Receptor(receptor, ReceptorState::Negative),
        // That the trial leaves it unknown does not say that any will do.
        "unknown" => Ask::Person(subject),
        _ => return None,
    })
}

fn her2(text: &str) -> Option<Ask> {
    receptor(Receptor::Her2, Subject::Her2, text)
}

fn er(text: &str) -> Option<Ask> {
    receptor(Receptor::Er, Subject::Er, text)
}

fn pr(text: &str) -> Option<Ask> {
    receptor(Receptor::Pr, Subject::Pr, text)
}

fn disease_status(text: &str) -> Option<Ask> {
    Some(Ask::DiseaseStatus(text.to_owned()))
}

fn prior_lines(text: &str) -> Option<Ask> {
    Some(match word(text).as_str() {
        "any" => Ask::Unrestricted(Subject::PriorLines),
        "unknown" => Ask::Person(Subject::PriorLines),
        _ => Ask::PriorLines(comparison(text)?),
    })
}

fn brain_metastases(text: &str) -> Option<Ask> {
    Some(match word(text).as_str() {
        "yes" | "true" => Ask::Unrestricted(Subject::BrainMetastases),
        "no" | "false" => Ask::NoBrainMetastases,
        _ => return None,
    })
}

fn tmb(text: &str) -> Option<Ask> {
    comparison(text).map(Ask::Tmb)
}

fn performance_status(text: &str) -> Option<Ask> {
    comparison(text).map(Ask::PerformanceStatus)
}

fn mismatch_repair(text: &str) -> Option<Ask> {
    Some(Ask::MismatchRepair(match word(text).as_str() {
        "mmr deficient" | "dmmr" | "mmr d" | "deficient" => MismatchRepair::Deficient,
        "mmr proficient" | "pmmr" | "mmr p" | "proficient" => MismatchRepair::Proficient,
        _ => return None,
    }))
}

fn microsatellites(text: &str) -> Option<Ask> {
    Some(Ask::Microsatellites(match word(text).as_str() {
        "msi h" | "msi high" => MicrosatellitesAsked::High,
        "msi l" | "msi low" => MicrosatellitesAsked::Low,
        "mss" | "microsatellite stable" => MicrosatellitesAsked::Stable,
        _ => return None,
    }))
}

fn drug(text: &str) -> Option<Ask> {
    Some(Ask::PriorDrug(text.to_owned()))
}

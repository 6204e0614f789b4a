//! What a case tells of its patient, as far as trials ask. What nobody recorded stays unknown: receptors, the state of the
//! disease and brain metastases have no field of their own, and which genes a test looked at is not known.

use super::Case;
use crate::decision::Call;
use crate::evidence::matching::{Ground, marker_of, state_of};
use crate::evidence::profile::{Marker, MarkerState};
use crate::finding::{Alteration, Biomarker, CopyNumberKind, Finding};
use crate::patient::Sex;
use crate::trial::alteration::CopyCall;
use crate::trial::criterion::{MismatchRepair, PatientSex};
use crate::trial::patient::{Age, Change, Covered, Partner, PatientFinding, PriorDrugs, TrialPatient};
use chrono::{Datelike, NaiveDate};

impl Case {
    /// The patient of the case on a day. Findings that the panel judged not to matter are left out: they make no gene altered.
    pub fn trial_patient(&self, today: NaiveDate, ground: &Ground<'_>) -> TrialPatient {
        let clinical = &self.details.clinical;
        let words = |text: &crate::text::Text| text.to_string();
        let lines: Option<Vec<u8>> = clinical.treatments.iter().map(|treatment| treatment.line).collect();
        let regimens: Vec<String> = clinical
            .treatments
            .iter()
            .filter_map(|treatment| treatment.regimen.as_ref().map(words))
            .collect();
        let weighs = |finding: &&Finding| {
            self.decisions.get(&finding.id).is_none_or(|decision| match &decision.verdict.call {
                Call::Classified { grade } => grade.weight >= 0,
                Call::Deferred { .. } => true,
            })
        };
        let findings = || self.findings.iter().filter(weighs);
        let markers = |wanted: Marker| {
            findings().filter_map(move |finding| match &finding.read.alteration {
                Alteration::Biomarker(marker) if marker_of(marker) == Some(wanted) => Some(marker),
                _ => None,
            })
        };
        let state = |wanted| one(markers(wanted).filter_map(|marker| state_of(wanted, marker, ground)));
        TrialPatient {
            age: self.age_in_years(today),
            sex: match self.details.patient.sex {
                Sex::Male => Some(PatientSex::Male),
                Sex::Female => Some(PatientSex::Female),
                Sex::Unknown => None,
            },
            tumour: clinical.oncotree.as_ref().map(words),
            performance_status: clinical.performance_status,
            // A treatment without its line may be one more, and no treatment at all may be none that was recorded.
            prior_lines: lines.and_then(|lines| lines.into_iter().max()).map(u32::from),
            prior_drugs: (!regimens.is_empty()).then_some(PriorDrugs::InWords(regimens)),
            covered: Covered::Unknown,
            findings: findings()
                .flat_map(|finding| of_alteration(&finding.read.alteration, ground))
                .collect(),
            tmb: one(markers(Marker::Tmb).filter_map(for_each_megabase)),
            msi_high: match state(Marker::Msi) {
                Some(MarkerState::High) => Some(true),
                Some(MarkerState::Stable) => Some(false),
                _ => None,
            },
            mismatch_repair: match state(Marker::Mmr) {
                Some(MarkerState::High) => Some(MismatchRepair::Deficient),
                Some(MarkerState::Stable) => Some(MismatchRepair::Proficient),
                _ => None,
            },
            ..TrialPatient::default()
        }
    }

    /// To the day where the day of birth is known; else from the age at the test, which lies before the receipt.
    fn age_in_years(&self, today: NaiveDate) -> Option<Age> {
        let patient = &self.details.patient;
        let Some(birth) = patient.birth_date else {
            let age = f64::from(patient.age?);
            let since = self.received_on.and_then(|received| today.years_since(received)).unwrap_or(0);
            return Some(Age::Between(age, age + 2.0 + f64::from(since)));
        };
        let years = today.years_since(birth)?;
        let year = i32::try_from(years).ok()?.checked_add(birth.year())?;
        // Who was born on 29 February has the birthday on 1 March in other years.
        let on = |year: i32| birth.with_year(year).or_else(|| NaiveDate::from_ymd_opt(year, 3, 1));
        let (last, next) = (on(year)?, on(year.checked_add(1)?)?);
        let days = |from: NaiveDate, to: NaiveDate| u32::try_from((to - from).num_days()).ok().map(f64::from);
        Some(Age::Exact(f64::from(years) + days(last, today)? / days(last, next)?))
    }
}

/// The one value that all agree on; several that differ settle nothing.
fn one<T: PartialEq>(mut values: impl Iterator<Item = T>) -> Option<T> {
    let first = values.next()?;
    values.all(|other| other == first).then_some(first)
}

fn for_each_megabase(marker: &Biomarker) -> Option<f64> {
    one(marker.metrics.iter().filter_map(|metric| {
        let unit = metric.unit.as_deref()?.to_lowercase();
        (unit.contains("mb") || unit.contains("megabase")).then_some(metric.value)
    }))
}

fn of_alteration(alteration: &Alteration, ground: &Ground<'_>) -> Vec<PatientFinding> {
    let approved = |symbol: &str| ground.names.approved(symbol).into_owned();
    let genes: Vec<String> = alteration.genes().iter().map(|gene| approved(gene.as_str())).collect();
    let change = alteration.change();
    let found = |gene: String, change_of: Change| {
        let said = format!("{gene} {change}");
        PatientFinding { gene, change: change_of, said }
    };
    match alteration {
        Alteration::ShortVariant(variant) => {
            let effect = variant.chosen();
            let change = Change::Short {
                protein: effect
                    .and_then(|effect| effect.protein.as_ref())
                    .map(crate::hgvs::HgvsText::protein_key)
                    .filter(|key| !key.is_empty()),
                exon: effect.and_then(|effect| effect.exon),
                class: effect.and_then(|effect| effect.effects.first().cloned()),
            };
            genes.into_iter().map(|gene| found(gene, change.clone())).collect()
        }
        Alteration::CopyNumber(copies) => {
            let call = match copies.kind() {
                CopyNumberKind::Amplification => CopyCall::Amplification,
                CopyNumberKind::Gain => CopyCall::LowAmplification,
                CopyNumberKind::Loss => CopyCall::Deletion,
                CopyNumberKind::HomozygousLoss => CopyCall::HomozygousDeletion,
                CopyNumberKind::NoChange => CopyCall::NoChange,
                CopyNumberKind::LossOfHeterozygosity | CopyNumberKind::Untold => CopyCall::Untold,
            };
            genes.into_iter().map(|gene| found(gene, Change::Copies(call))).collect()
        }
        Alteration::Rearrangement(change) => {
            let fusion = |gene: String, partner| found(gene, Change::Fusion { partner, exon: None });
            if !change.gene_pairs.is_empty() {
                let pairs = change.gene_pairs.iter();
                return pairs
                    .map(|(five, three)| {
                        fusion(approved(five.as_str()), Partner::Gene(approved(three.as_str())))
                    })
                    .collect();
            }
            match genes.as_slice() {
                [one, other] => vec![fusion(one.clone(), Partner::Gene(other.clone()))],
                several => several.iter().map(|gene| fusion(gene.clone(), Partner::Untold)).collect(),
            }
        }
        Alteration::Expression(_)
        | Alteration::Biomarker(_)
        | Alteration::NonHuman(_)
        | Alteration::Composite(_) => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::case::tests::{received, text, variant};
    use crate::evidence::{GeneNames, Places};
    use crate::finding::{CopyNumberAlteration, Origin};
    use crate::gene::GeneSymbol;
    use crate::measure::Metric;
    use crate::patient::Treatment;

    fn with(alteration: Alteration) -> crate::finding::DraftFinding {
        crate::finding::DraftFinding { alteration, ..variant("EGFR", "p.L858R", Origin::Somatic, None) }
    }

    fn marker(name: &str, state: Option<&str>, value: Option<(f64, &str)>) -> Alteration {
        let metric = |(value, unit): (f64, &str)| Metric { value, unit: Some(unit.to_owned()), kind: None };
        Alteration::Biomarker(Biomarker {
            marker: name.to_owned(),
            metrics: value.map(metric).into_iter().collect(),
            state: state.map(str::to_owned),
            descriptions: Vec::new(),
        })
    }

    fn patient_of(case: &Case, today: &str) -> TrialPatient {
        let (names, places) = (GeneNames::new([("ERBB2", vec!["HER2"])]), Places::default());
        let ground = Ground { names: &names, places: &places, marks: &[] };
        case.trial_patient(today.parse().unwrap(), &ground)
    }

    #[test]
    fn a_case_tells_what_was_recorded_and_nothing_else() {
        let amplified = Alteration::CopyNumber(CopyNumberAlteration {
            chromosome: None,
            start: None,
            end: None,
            alteration: "amplification".to_owned(),
            metrics: Vec::new(),
            genes: vec![GeneSymbol::parse("HER2").unwrap()],
        });
        let mut case = received(vec![
            variant("EGFR", "p.Leu858Arg", Origin::Somatic, None),
            with(amplified),
            with(marker("TMB", None, Some((7.5, "mutations-per-megabase")))),
            with(marker("microsatellite-instability", Some("MS-Stable"), None)),
        ]);
        let empty = patient_of(&case, "2026-11-30");
        assert_eq!((empty.age, empty.sex, empty.tumour, empty.prior_lines), (None, None, None, None));
        assert_eq!((empty.tmb, empty.covered), (Some(7.5), Covered::Unknown));
        let changes: Vec<(&str, &Change)> =
            empty.findings.iter().map(|finding| (finding.gene.as_str(), &finding.change)).collect();
        let short = Change::Short { protein: Some("L858R".to_owned()), exon: None, class: None };
        assert_eq!(
            changes,
            [("EGFR", &short), ("ERBB2", &Change::Copies(CopyCall::Amplification))],
            "an amplification of an untold height, by the gene's approved name"
        );

        let treatment =
            |line, regimen: &str| Treatment { line, regimen: Some(text(regimen)), ..Treatment::default() };
        case.details.clinical.treatments = vec![treatment(Some(1), "A"), treatment(Some(2), "B")];
        case.details.patient.birth_date = Some("1960-12-01".parse().unwrap());
        let patient = patient_of(&case, "2026-11-30");
        assert_eq!(patient.prior_lines, Some(2));
        let Some(Age::Exact(years)) = patient.age else { panic!("{:?}", patient.age) };
        assert!(years > 65.99 && years < 66.0, "the birthday is tomorrow: {years}");
        case.details.clinical.treatments.push(treatment(None, "C"));
        assert_eq!(patient_of(&case, "2026-11-30").prior_lines, None, "one treatment has no line");
    }

    #[test]
    fn an_age_without_a_birthday_is_a_span_from_the_age_at_the_test() {
        let mut case = received(Vec::new());
        case.details.patient.age = Some(17);
        let age = |today: &str| patient_of(&case, today).age;
        assert_eq!(age("2026-11-30"), Some(Age::Between(17.0, 19.0)));
        assert_eq!(age("2028-11-30"), Some(Age::Between(17.0, 21.0)));
    }

    #[test]
    fn values_that_contradict_each_other_settle_nothing() {
        let case = received(vec![
            with(marker("TMB", None, Some((7.5, "mutations-per-megabase")))),
            with(marker("TMB", None, Some((12.0, "muts/Mb")))),
            with(marker("MSI", Some("high"), None)),
            with(marker("MSI", Some("stable"), None)),
        ]);
        let patient = patient_of(&case, "2026-11-30");
        assert_eq!((patient.tmb, patient.msi_high), (None, None));
    }
}

//! What a letter says that refers a patient to one trial. Made from the panel's report, from which everything withheld
//! by the patient's wish has been taken out already.

use super::CompanionState;
use crate::finding::Alteration;
use crate::grade::Grade;
use crate::ids::{CaseId, FindingId, ReferralId};
use crate::label::{Label, Language};
use crate::patient::{Clinical, Patient, Specimen};
use crate::recommendation::{AccessRoute, Advice};
use crate::referral::Referral;
use crate::report::{ReportContent, ReportFinding, verdict_in_words};
use crate::text::Text;
use crate::words::laboratory;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The letter. Its content hash covers all but `state` and `revision`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LetterContent {
    /// Institution that writes.
    pub institution: Text,
    /// Contact there.
    pub contact: Option<Text>,
    /// Case.
    pub case_id: CaseId,
    /// Number of the case.
    pub case_number: Option<Text>,
    /// Patient.
    pub patient: Patient,
    /// Age in completed years.
    pub age: Option<u32>,
    /// Diagnosis and treatments before.
    pub clinical: Clinical,
    /// Tests.
    pub tests: Vec<String>,
    /// The same by their official names, those that are not known as their files name them; nothing where none is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub official_tests: Vec<Label>,
    /// What was tested.
    #[serde(default, skip_serializing_if = "is_nothing")]
    pub specimen: Specimen,
    /// Day of the panel.
    pub panel_on: Option<NaiveDate>,
    /// Whether the panel was omitted by the rules, so that none met.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub panel_omitted: bool,
    /// The referral.
    pub referral: Referral,
    /// Findings it rests on, as far as the letter may name them.
    pub findings: Vec<LetterFinding>,
    /// How the panel says the treatment can be had.
    pub route: Option<AccessRoute>,
    /// Evidence level with its scale: the referral's, else the recommendation's.
    pub evidence: Option<Grade>,
    /// The panel's reasons.
    pub rationale: Option<Text>,
    /// Revision of the panel's report it rests on.
    #[serde(skip)]
    pub revision: u32,
    /// Draft or issued.
    #[serde(skip)]
    pub state: CompanionState,
}

/// A finding as the letter gives it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct LetterFinding {
    /// Which.
    pub id: FindingId,
    /// Gene or marker.
    pub subject: String,
    /// The change as the source writes it.
    pub change: String,
    /// The same in both languages, where it is no name of the field; none in letters of before it was said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_in_words: Option<Label>,
    /// By what other hospitals find it: coding change with its transcript, place with its build.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub detail: Vec<String>,
    /// Variant allele frequency.
    pub vaf: Option<String>,
    /// The panel's verdict with its scale.
    pub verdict: Label,
}

impl LetterFinding {
    /// The change in a language.
    pub fn said(&self, language: Language) -> &str {
        self.change_in_words.as_ref().map_or(&self.change, |label| label.get(language))
    }
}

impl LetterContent {
    /// The letter for one referral of a report; `None` where the report has no such referral.
    pub fn compose(report: &ReportContent, id: &ReferralId, state: CompanionState) -> Option<Self> {
        let tracked = report.referrals.iter().find(|tracked| tracked.referral.id == *id)?;
        let referral = tracked.referral.clone();
        let follows = referral
            .recommendation
            .as_ref()
            .and_then(|id| report.recommendations.iter().find(|given| given.id.as_ref() == Some(id)));
        let (route, level) = match follows.map(|given| &given.advice) {
            Some(Advice::Treatment { route, evidence, .. }) => (Some(*route), evidence.clone()),
            _ => (None, None),
        };
        let rows = report.findings.iter().filter(|row| referral.findings.contains(&row.finding.id));
        let findings = rows.map(|row| LetterFinding {
            id: row.finding.id,
            subject: row.subject.clone(),
            change: row.change.clone(),
            change_in_words: laboratory::change_in_words(&row.finding.read.alteration),
            detail: detail(row, report),
            vaf: row.finding.read.alteration.vaf().map(|vaf| vaf.percent()),
            verdict: verdict_in_words(row),
        });
        Some(Self {
            institution: report.institution.clone(),
            contact: report.contact.clone(),
            case_id: report.case_id.clone(),
            case_number: report.case_number.clone(),
            patient: report.patient.clone(),
            age: report.age,
            clinical: without_family(&report.clinical, report.germline_withheld),
            tests: report.sources.iter().filter_map(|source| source.test.panel_name.clone()).collect(),
            specimen: report.specimen.clone(),
            official_tests: report.official_tests(),
            panel_on: report.panel_met_on(),
            panel_omitted: report.panel_omitted(),
            findings: findings.collect(),
            route,
            evidence: referral.evidence.clone().or(level),
            rationale: follows.and_then(|given| given.rationale.clone()),
            referral,
            revision: report.revision,
            state,
        })
    }
}

fn is_nothing(specimen: &Specimen) -> bool {
    *specimen == Specimen::default()
}

fn detail(row: &ReportFinding, report: &ReportContent) -> Vec<String> {
    let Alteration::ShortVariant(variant) = &row.finding.read.alteration else { return Vec::new() };
    let coding = variant.chosen().and_then(|chosen| {
        let coding = chosen.coding.as_ref().map(ToString::to_string);
        let named: Vec<String> = [chosen.transcript.clone(), coding].into_iter().flatten().collect();
        (!named.is_empty()).then(|| named.join(" "))
    });
    let place = variant
        .position
        .is_some()
        .then(|| format!("{} ({})", variant.genomic_change(), report.assembly_of(row).name.name()));
    coding.into_iter().chain(place).collect()
}

/// The family history speaks of heredity, which the trial's hospital learns only where the patient wishes it known.
fn without_family(clinical: &Clinical, withheld: bool) -> Clinical {
    let mut shown = clinical.clone();
    if withheld {
        shown.family_history = None;
    }
    shown
}

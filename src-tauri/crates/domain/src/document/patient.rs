//! What the patient's explanation says: the items that were released, as the panel's report gives them, and nothing
//! else. Made from the report's content, from which everything withheld has been taken out already, so that what the
//! report may not tell cannot come here by another way.

use super::CompanionState;
use crate::decision::{Call, GermlineJudgement};
use crate::explanation::{Explanation, Plain};
use crate::finding::{Alteration, CopyNumberKind, FindingKind};
use crate::ids::{CaseId, FindingId};
use crate::label::Label;
use crate::patient::{DisclosureWish, Patient};
use crate::recommendation::{AccessRoute, Advice};
use crate::report::{ReportContent, ReportFinding};
use crate::text::Text;
use crate::trial::TrialId;
use crate::words::laboratory;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The explanation for the patient. Its canonical JSON without `state` and `revision` is what the content hash covers:
/// it is the same as long as the patient would be told the same.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PatientContent {
    /// Institution that held the panel.
    pub institution: Text,
    /// Hospital and department that explain.
    pub hospital: Option<Text>,
    /// Department.
    pub department: Option<Text>,
    /// Who answers for it.
    pub doctor: Option<Text>,
    /// Where to ask.
    pub contact: Option<Text>,
    /// Case.
    pub case_id: CaseId,
    /// Number of the case.
    pub case_number: Option<Text>,
    /// Patient.
    pub patient: Patient,
    /// Age in completed years.
    pub age: Option<u32>,
    /// Diagnosis or tumour type as recorded.
    pub diagnosis: Option<Text>,
    /// What was tested.
    pub tests: Vec<String>,
    /// The specimen: kind, site, day.
    pub specimen: Vec<String>,
    /// Day on which it was taken.
    pub collected_on: Option<NaiveDate>,
    /// Day of the panel.
    pub panel_on: Option<NaiveDate>,
    /// Whether the panel was omitted by the rules, so that none met.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub panel_omitted: bool,
    /// The result in short.
    pub overall: Plain,
    /// Released findings.
    pub findings: Vec<ToldFinding>,
    /// Released recommendations.
    pub advice: Vec<ToldAdvice>,
    /// What happens next.
    pub next_steps: Plain,
    /// Heredity: the words where the patient wishes to be told, else nothing, whatever there is.
    pub heredity: Heredity,
    /// Revision of the panel's report it rests on.
    #[serde(skip)]
    pub revision: u32,
    /// Draft or issued.
    #[serde(skip)]
    pub state: CompanionState,
}

/// A finding as the patient is told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldFinding {
    /// Kind.
    pub kind: FindingKind,
    /// Gene or marker.
    pub subject: String,
    /// The change, for the doctor who reads over the patient's shoulder.
    pub change: String,
    /// The same in the document's language, where it is no name of the field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub change_in_words: Option<Label>,
    /// Plain words.
    pub words: Plain,
}

/// A recommendation as the patient is told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldAdvice {
    /// What: drugs, or the step; none where the advice is that nothing is recommended.
    pub name: Option<String>,
    /// How it can be had, for a treatment.
    pub route: Option<AccessRoute>,
    /// Trial.
    pub trial: Option<TrialId>,
    /// Title of the trial.
    pub trial_title: Option<Text>,
    /// Day on which the trial was looked up.
    pub trial_as_of: Option<NaiveDate>,
    /// Where.
    pub place: Option<Text>,
    /// Plain words.
    pub words: Plain,
}

/// What is told of heredity.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type")]
pub enum Heredity {
    /// Nothing, and the sentence about it is always the same.
    NotTold,
    /// The patient wishes to be told: these words.
    Told {
        /// The words.
        words: Plain,
    },
    /// The patient wishes to be told, nothing is written, and nothing is suspected of any finding.
    NotSuspected,
    /// The patient wishes to be told, nothing is written, and of these findings something is suspected or not judged yet: no
    /// sentence could be true, and the explanation is not given out.
    Unwritten {
        /// Which.
        findings: Vec<FindingId>,
    },
}

impl Heredity {
    fn of(report: &ReportContent, words: &Plain) -> Self {
        if report.wish != DisclosureWish::Wants || report.germline_withheld {
            return Self::NotTold;
        }
        if !words.is_empty() {
            return Self::Told { words: words.clone() };
        }
        let open = report.findings.iter().filter(|row| is_open(row));
        let findings: Vec<_> = open.map(|row| row.finding.id).collect();
        match findings.is_empty() {
            true => Self::NotSuspected,
            false => Self::Unwritten { findings },
        }
    }
}

/// Whether something is suspected of a finding, or may be: the panel judged nothing yet of one that is of germline origin, or
/// that could be inherited and is of weight. A change of the tumour's own, an expression or a marker, is not inherited.
fn is_open(row: &ReportFinding) -> bool {
    if let Some(flag) = &row.germline {
        return flag.judgement != GermlineJudgement::NotSuspected;
    }
    let could_be =
        matches!(row.kind, FindingKind::ShortVariant | FindingKind::CopyNumber | FindingKind::Rearrangement);
    let of_weight = match row.panel.as_ref().map(|decision| &decision.verdict.call) {
        Some(Call::Classified { grade }) => grade.weight > 0,
        Some(Call::Deferred { .. }) | None => true,
    };
    row.finding.read.origin.is_germline() || (could_be && of_weight && !is_gain(row))
}

/// More copies than two are the tumour's own, and what is not there is nobody's.
fn is_gain(row: &ReportFinding) -> bool {
    let Alteration::CopyNumber(change) = &row.finding.read.alteration else { return false };
    matches!(change.kind(), CopyNumberKind::Amplification | CopyNumberKind::Gain | CopyNumberKind::NoChange)
}

impl PatientContent {
    /// The explanation that a report and what is released of it make.
    pub fn compose(report: &ReportContent, released: &Explanation, state: CompanionState) -> Self {
        // What the report does not name (withheld by the wish, or no longer there) is not named here either.
        let told = released.findings.iter().filter_map(|item| {
            let row = report.findings.iter().find(|row| row.finding.id == item.finding)?;
            Some(ToldFinding {
                kind: row.kind,
                subject: row.subject.clone(),
                change: row.change.clone(),
                change_in_words: laboratory::change_in_words(&row.finding.read.alteration),
                words: item.words.clone(),
            })
        });
        let findings = told.collect();
        let advised = released.recommendations.iter().filter_map(|item| {
            let mut rows = report.recommendations.iter();
            let row = rows.find(|row| row.id.as_ref() == Some(&item.recommendation))?;
            Some(told_advice(report, &row.advice, item.words.clone(), item.place.clone()))
        });
        let advice = advised.collect();
        let clinical = &report.clinical;
        let specimen = [&report.specimen.kind, &report.specimen.site];
        Self {
            institution: report.institution.clone(),
            hospital: clinical.hospital.clone(),
            department: clinical.department.clone(),
            doctor: released.doctor.clone().or_else(|| clinical.attending.clone()),
            contact: released.contact.clone().or_else(|| report.contact.clone()),
            case_id: report.case_id.clone(),
            case_number: report.case_number.clone(),
            patient: report.patient.clone(),
            age: report.age,
            diagnosis: clinical.diagnosis.clone().or_else(|| clinical.tumour_type.clone()),
            tests: report.sources.iter().filter_map(|source| source.test.panel_name.clone()).collect(),
            specimen: specimen.into_iter().flatten().map(ToString::to_string).collect(),
            collected_on: report.specimen.collected_on,
            panel_on: report.panel_met_on(),
            panel_omitted: report.panel_omitted(),
            overall: released.overall.clone(),
            findings,
            advice,
            next_steps: released.next_steps.clone(),
            heredity: Heredity::of(report, &released.heredity),
            revision: report.revision,
            state,
        }
    }
}

fn told_advice(report: &ReportContent, advice: &Advice, words: Plain, place: Option<Text>) -> ToldAdvice {
    let empty = ToldAdvice {
        name: None,
        route: None,
        trial: None,
        trial_title: None,
        trial_as_of: None,
        place,
        words,
    };
    match advice {
        Advice::Treatment { drugs, route, trial, .. } => {
            let referral = report.referrals.iter().map(|tracked| &tracked.referral);
            let referral = referral.into_iter().find(|referral| Some(&referral.trial) == trial.as_ref());
            ToldAdvice {
                name: Some(drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ")),
                route: Some(*route),
                trial: trial.clone(),
                trial_title: referral.and_then(|referral| referral.title.clone()),
                trial_as_of: referral.and_then(|referral| referral.as_of),
                ..empty
            }
        }
        Advice::Further { step, .. } => ToldAdvice { name: Some(step.to_string()), ..empty },
        Advice::Nothing { .. } => empty,
    }
}

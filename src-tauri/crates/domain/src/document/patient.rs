//! What the patient's explanation says: the items that were released, as the panel's report gives them, and nothing
//! else. Made from the report's content, from which everything withheld has been taken out already, so that what the
//! report may not tell cannot come here by another way.

use super::CompanionState;
use crate::companion::CompanionUse;
use crate::decision::GermlineJudgement;
use crate::explanation::{Explanation, Plain};
use crate::finding::{Alteration, CopyNumberKind, FindingKind, Origin};
use crate::ids::{CaseId, FindingId};
use crate::known_test::{Assay, Coverage, MARKERS};
use crate::label::Label;
use crate::patient::{DisclosureWish, Patient};
use crate::recommendation::{AccessRoute, Advice};
use crate::report::{ReportContent, ReportFinding};
use crate::text::Text;
use crate::trial::TrialId;
use crate::words::{laboratory, plain};
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
    /// The same by their official names, those that are not known as their files name them; nothing where none is known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub official_tests: Vec<Label>,
    /// Tumour cell content in percent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tumour_content: Option<u8>,
    /// Who led the panel.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub panel_leads: Vec<Text>,
    /// The specimen: kind, site, day.
    pub specimen: Vec<String>,
    /// Day on which it was taken.
    pub collected_on: Option<NaiveDate>,
    /// Day of the panel.
    pub panel_on: Option<NaiveDate>,
    /// Whether the panel was omitted by the rules, so that none met.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub panel_omitted: bool,
    /// Companion use, under which the target's result alone is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub companion: Option<CompanionUse>,
    /// The result in short.
    pub overall: Plain,
    /// Released findings.
    pub findings: Vec<ToldFinding>,
    /// Markers that every patient is told of and that are not among the released findings.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub markers: Vec<ToldMarker>,
    /// What the site tells of costs, in place of what is always told.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub costs: Plain,
    /// What the site tells of where to find support, in place of what is always told.
    #[serde(default, skip_serializing_if = "Plain::is_empty")]
    pub support: Plain,
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
    /// The kind in plain words, where the alteration is told more closely than by its kind.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind_in_words: Option<Label>,
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

/// A marker that is always told of, whether or not somebody wrote words for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldMarker {
    /// Its name: `MSI`, `TMB`.
    pub name: String,
    /// What is told.
    #[serde(flatten)]
    pub result: MarkerResult,
}

/// The result of a marker.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "result")]
pub enum MarkerResult {
    /// Measured, with the sentence that is true of every such result.
    Said {
        /// The sentence.
        words: Label,
    },
    /// Measured; what it means is for the doctor to say.
    Written {
        /// State and value as the laboratory wrote them, in the document's language.
        words: Label,
    },
    /// No test looked for it.
    NotTested,
    /// No result was received.
    NoResult,
}

impl ToldMarker {
    /// MSI and TMB, as far as the released findings do not tell of them.
    fn of(report: &ReportContent, told: &[FindingId]) -> Vec<Self> {
        // Of a marker that waits for the later panel nothing is told, and that there is no result would be untrue.
        let waits = |name: &str| report.companion.as_ref().is_some_and(|companion| !companion.is_for(name));
        let told_of = MARKERS.into_iter().filter(|(name, _)| !waits(name));
        told_of.flat_map(|(name, assay)| Self::one(report, told, name, assay)).collect()
    }

    fn one(report: &ReportContent, told: &[FindingId], name: &str, assay: Assay) -> Vec<Self> {
        let is_it = |row: &&ReportFinding| {
            row.kind == FindingKind::Biomarker && row.subject.eq_ignore_ascii_case(name)
        };
        let mut rows = report.findings.iter().filter(is_it).peekable();
        let marker = |result| Self { name: name.to_owned(), result };
        if rows.peek().is_none() {
            let result = match report.coverage(assay) {
                Coverage::NotTested => MarkerResult::NotTested,
                Coverage::Tested | Coverage::Unknown => MarkerResult::NoResult,
            };
            return vec![marker(result)];
        }
        let result = |row: &ReportFinding| match plain::propose_finding(row, report) {
            Some(words) => MarkerResult::Said { words },
            None => MarkerResult::Written { words: laboratory::change(&row.finding.read.alteration) },
        };
        rows.filter(|row| !told.contains(&row.finding.id)).map(|row| marker(result(row))).collect()
    }
}

/// A recommendation as the patient is told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ToldAdvice {
    /// What: drugs, or the step; none where the advice is that nothing is recommended.
    pub name: Option<String>,
    /// Named because it is thought to work less well, and no option.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub works_less: bool,
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
    /// The patient wishes to be told, nothing is written, and the panel judged of every finding that could be inherited that
    /// nothing is suspected.
    NotSuspected,
    /// The same, and nobody had to judge: a test that read the normal tissue too reports every change as the tumour's own.
    TumourOnly,
    /// The same, and no change was found that could be inherited.
    NothingToJudge,
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
        let could_be: Vec<_> = report.findings.iter().filter(|row| could_be_inherited(row, report)).collect();
        let open = could_be.iter().filter(|row| is_open(row));
        let findings: Vec<_> = open.map(|row| row.finding.id).collect();
        if !findings.is_empty() {
            Self::Unwritten { findings }
        } else if report.companion.is_some() {
            // Nobody has judged what waits for the later panel.
            Self::NotTold
        } else if !could_be.is_empty() {
            Self::NotSuspected
        } else {
            let mut changes = report.findings.iter().filter(|row| plain::is_change(row)).peekable();
            match changes.peek().is_some() && changes.all(|row| is_of_tumour(row, report)) {
                true => Self::TumourOnly,
                false => Self::NothingToJudge,
            }
        }
    }
}

/// Whether the panel has judged that nothing is suspected. That a class of the tumour is low says nothing of it.
fn is_open(row: &ReportFinding) -> bool {
    row.germline.as_ref().is_none_or(|flag| flag.judgement != GermlineJudgement::NotSuspected)
}

/// Whether a finding may be inherited, or speak of what is: one that the panel judged, one of germline origin, a change of a
/// gene unless a test that read the normal tissue too calls it the tumour's own, and a marker that is high for a reason that
/// may be inherited (MSI: Lynch syndrome).
fn could_be_inherited(row: &ReportFinding, report: &ReportContent) -> bool {
    let origin = row.finding.read.origin;
    if row.germline.is_some() || origin.is_germline() {
        return true;
    }
    if let Alteration::Biomarker(marker) = &row.finding.read.alteration {
        return marker.marker.eq_ignore_ascii_case("MSI") && plain::is_high_or_unsettled(marker);
    }
    plain::is_change(row) && !is_of_tumour(row, report) && !is_gain(row)
}

/// Whether a test that read the normal tissue too calls a change the tumour's own.
fn is_of_tumour(row: &ReportFinding, report: &ReportContent) -> bool {
    row.finding.read.origin == Origin::Somatic && row.has_matched_normal(&report.sources)
}

/// More copies than two are the tumour's own.
fn is_gain(row: &ReportFinding) -> bool {
    let Alteration::CopyNumber(change) = &row.finding.read.alteration else { return false };
    matches!(change.kind(), CopyNumberKind::Amplification | CopyNumberKind::Gain)
}

impl PatientContent {
    /// The explanation that a report and what is released of it make.
    pub fn compose(report: &ReportContent, released: &Explanation, state: CompanionState) -> Self {
        // What the report does not name (withheld by the wish, or no longer there) is not named here either.
        let told = released.findings.iter().filter_map(|item| {
            let row = report.findings.iter().find(|row| row.finding.id == item.finding)?;
            Some(ToldFinding {
                kind: row.kind,
                kind_in_words: plain::kind_in_words(&row.finding.read.alteration),
                subject: row.subject.clone(),
                change: row.change.clone(),
                change_in_words: laboratory::change_in_words(&row.finding.read.alteration),
                words: item.words.clone(),
            })
        });
        let findings = told.collect();
        let named: Vec<FindingId> = released.findings.iter().map(|item| item.finding).collect();
        let advised = released.recommendations.iter().filter_map(|item| {
            let mut rows = report.recommendations.iter();
            // What was weighed and is not advised is no option, and the panel's own matter.
            let row = rows.find(|row| {
                row.id.as_ref() == Some(&item.recommendation)
                    && !matches!(row.advice, Advice::Considered { .. })
            })?;
            Some(told_advice(report, &row.advice, item.words.clone(), item.place.clone()))
        });
        let advice = advised.collect();
        let clinical = &report.clinical;
        let site = report.template.as_ref();
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
            official_tests: report.official_tests(),
            tumour_content: report.specimen.tumour_content,
            panel_leads: report.panel_leads().into_iter().cloned().collect(),
            markers: ToldMarker::of(report, &named),
            costs: site.map(|template| template.costs.clone()).unwrap_or_default(),
            support: site.map(|template| template.support.clone()).unwrap_or_default(),
            specimen: specimen.into_iter().flatten().map(ToString::to_string).collect(),
            collected_on: report.specimen.collected_on,
            panel_on: report.panel_met_on(),
            panel_omitted: report.panel_omitted(),
            companion: report.companion.clone(),
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
        works_less: advice.is_of_resistance(),
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
                // How a drug can be had that is thought to work less well is no question.
                route: (!advice.is_of_resistance()).then_some(*route),
                trial: trial.clone(),
                trial_title: referral.and_then(|referral| referral.title.clone()),
                trial_as_of: referral.and_then(|referral| referral.as_of),
                ..empty
            }
        }
        Advice::Considered { drugs, .. } => ToldAdvice {
            name: Some(drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ")),
            ..empty
        },
        Advice::Further { step, .. } => ToldAdvice { name: Some(step.to_string()), ..empty },
        Advice::Nothing { .. } => empty,
    }
}

//! The paper on which staff ask a patient again whether he or she wishes to be told of heredity (院内用). The same for
//! every patient, whatever there is to tell: made from who the patient is and what was asked before, and from nothing else.

use super::CompanionState;
use crate::ids::CaseId;
use crate::patient::{Clinical, Disclosure, Patient};
use crate::report::ReportContent;
use crate::text::Text;
use serde::{Deserialize, Serialize};

/// The paper. Its content hash covers all but `state`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WishContent {
    /// Institution.
    pub institution: Text,
    /// Case.
    pub case_id: CaseId,
    /// Number of the case.
    pub case_number: Option<Text>,
    /// Patient.
    pub patient: Patient,
    /// Age in completed years.
    pub age: Option<u32>,
    /// Hospital that treats.
    pub hospital: Option<Text>,
    /// Department.
    pub department: Option<Text>,
    /// Attending physician.
    pub attending: Option<Text>,
    /// What the patient said, when and to whom.
    pub asked: Disclosure,
    /// Draft or issued.
    #[serde(skip)]
    pub state: CompanionState,
}

impl WishContent {
    /// The paper of a case.
    pub fn compose(report: &ReportContent, asked: &Disclosure, state: CompanionState) -> Self {
        let Clinical { hospital, department, attending, .. } = &report.clinical;
        Self {
            institution: report.institution.clone(),
            case_id: report.case_id.clone(),
            case_number: report.case_number.clone(),
            patient: report.patient.clone(),
            age: report.age,
            hospital: hospital.clone(),
            department: department.clone(),
            attending: attending.clone(),
            asked: asked.clone(),
            state,
        }
    }
}

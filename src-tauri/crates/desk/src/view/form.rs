//! What people fill in. Empty texts count as not given; `*` fields must be given.

use super::args;
use entaku_domain::patient::{Adequacy, CcatFindingsState, DisclosureWish, Sex};

/// Patient, clinical context, specimen, disclosure wish. Also the shape of `--patient FILE.json`.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DetailsForm {
    /// Hospital patient number.
    pub hospital_id: Option<String>,
    /// C-CAT registration id.
    pub ccat_id: Option<String>,
    /// Name.
    pub name: Option<String>,
    /// Kana.
    pub kana: Option<String>,
    /// `male`, `female`, `unknown`.
    #[serde(deserialize_with = "crate::view::chosen")]
    pub sex: Option<Sex>,
    /// `YYYY-MM-DD`.
    pub birth_date: Option<String>,
    /// Years.
    pub age: Option<u8>,
    /// Tumour type.
    pub tumour_type: Option<String>,
    /// OncoTree code.
    pub oncotree: Option<String>,
    /// Clinical diagnosis.
    pub diagnosis: Option<String>,
    /// Pathological diagnosis.
    pub pathology: Option<String>,
    /// Stage.
    pub stage: Option<String>,
    /// ECOG PS 0–4.
    pub performance_status: Option<u8>,
    /// Treatments.
    pub treatments: Vec<TreatmentForm>,
    /// Past history.
    pub past_history: Option<String>,
    /// Family history.
    pub family_history: Option<String>,
    /// Referring hospital.
    pub hospital: Option<String>,
    /// Department.
    pub department: Option<String>,
    /// Attending physician.
    pub attending: Option<String>,
    /// Specimen type.
    pub specimen_kind: Option<String>,
    /// Site.
    pub specimen_site: Option<String>,
    /// Method.
    pub specimen_method: Option<String>,
    /// `YYYY-MM-DD`.
    pub specimen_collected_on: Option<String>,
    /// Percent.
    pub tumour_content: Option<u8>,
    /// `adequate`, `limited`, `inadequate`.
    #[serde(deserialize_with = "crate::view::chosen")]
    pub specimen_adequacy: Option<Adequacy>,
    /// What is to be known of its quality.
    pub specimen_quality: Option<String>,
    /// Where C-CAT調査結果 stands: `notRecorded`, `awaited`, `received`, `notMade`.
    #[serde(deserialize_with = "crate::view::chosen")]
    pub ccat_findings: Option<CcatFindingsState>,
    /// The day C-CAT調査結果 was made, `YYYY-MM-DD`.
    pub ccat_findings_on: Option<String>,
    /// Version of C-CAT's knowledge base that it names.
    pub ccat_findings_version: Option<String>,
    /// `wants`, `refuses`, `decidesLater`, `notAsked`.
    #[serde(deserialize_with = "crate::view::chosen")]
    pub wish: Option<DisclosureWish>,
    /// `YYYY-MM-DD`.
    pub wish_asked_on: Option<String>,
    /// Who asked.
    pub wish_asked_by: Option<String>,
}

/// One line of treatment.
#[derive(Debug, Clone, Default, PartialEq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TreatmentForm {
    /// Line from 1.
    pub line: Option<u8>,
    /// Regimen.
    pub regimen: Option<String>,
    /// `YYYY-MM-DD`.
    pub from: Option<String>,
    /// `YYYY-MM-DD`.
    pub to: Option<String>,
    /// Best overall response.
    pub best_response: Option<String>,
    /// Why it ended.
    pub ended_because: Option<String>,
}

args! {
    /// A table over cases as CSV: all, those received in a period, or one.
    #[schemars(inline)]
    ExportTable {
        /// The file.*
        out: String,
        /// This case only.
        case_id: Option<String>,
        /// First day of receipt.
        from: Option<String>,
        /// Last day of receipt.
        to: Option<String>,
    }
}

//! Where the words of a search stand.

use serde::Serialize;

/// A record of a case that is searched.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum FoundIn {
    /// Lines of treatment before the panel.
    Treatments,
    /// Diagnosis, history, hospital, test, documents.
    Case,
    /// What names the patient.
    Patient,
    /// Genes and alterations.
    Findings,
    /// Opinions, verdicts, summary, minutes.
    Panel,
    /// Genes and alterations of germline findings.
    Germline,
    /// What is recommended.
    Recommendations,
    /// Referrals to trials.
    Referrals,
}

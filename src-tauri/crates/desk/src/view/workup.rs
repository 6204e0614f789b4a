//! The work-up of what may be inherited, as screens and the terminal show it.

use super::{LabelView, Moment};
use entaku_domain::certainty::Certainty;
use entaku_domain::decision::GermlineJudgement;
use entaku_domain::germline::workup::{
    ConfirmingResult, Guidance, Reopened, Waits, WorkupState, WorkupStepKind,
};
use entaku_domain::patient::DisclosureWish;
use serde::Serialize;

/// All of a case that is worked up.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GermlineWorkupsView {
    /// Case.
    pub case_id: String,
    /// Its version.
    pub version: u32,
    /// The wish as it stands.
    pub wish: DisclosureWish,
    /// The wishes that were recorded, oldest first.
    pub wishes: Vec<RecordedWishView>,
    /// Findings that are worked up, in the order of the case.
    pub findings: Vec<WorkupView>,
    /// Genetic guidance, each occasion once.
    pub guidance: Vec<GuidanceView>,
    /// Where the occasions of guidance are laid down.
    pub guidance_source: LabelView,
    /// How sure that is.
    pub guidance_certainty: Certainty,
}

/// A wish as it was recorded.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RecordedWishView {
    /// The wish.
    pub wish: DisclosureWish,
    /// Day on which the patient was asked.
    pub asked_on: Option<String>,
    /// Who asked.
    pub asked_by: Option<String>,
    /// Who recorded it.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// Where a finding stands.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct WorkupView {
    /// `F12`.
    pub finding_id: String,
    /// The finding as people call it.
    pub finding: LabelView,
    /// The panel's judgement.
    pub judgement: Option<GermlineJudgement>,
    /// State.
    pub state: WorkupState,
    /// Since when.
    pub since: Option<Moment>,
    /// For whom it waits; none where it rests.
    pub waits: Option<Waits>,
    /// Why it stands there again.
    pub reopened: Vec<Reopened>,
    /// The day on which to ask again.
    pub ask_again_on: Option<String>,
    /// What the confirming test said.
    pub result: Option<ConfirmingResult>,
    /// Which steps may follow.
    pub next: Vec<WorkupStepKind>,
    /// What was done, in order.
    pub steps: Vec<WorkupStepView>,
}

/// A step that was done.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct WorkupStepView {
    /// What was done.
    pub step: WorkupStepKind,
    /// On which day.
    pub on: String,
    /// What the confirming test said.
    pub result: Option<ConfirmingResult>,
    /// The day on which to ask again.
    pub ask_again_on: Option<String>,
    /// Who did it, where that is not whoever recorded it.
    pub done_by: Option<String>,
    /// Remark.
    pub note: Option<String>,
    /// Documents that go with it.
    pub documents: Vec<String>,
    /// Who recorded it.
    pub by: String,
    /// In which role.
    pub role: entaku_domain::member::Role,
    /// When.
    pub at: Moment,
}

/// An occasion of genetic guidance.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct GuidanceView {
    /// Which.
    pub guidance: Guidance,
    /// Points of the fee.
    pub points: u32,
    /// On which day; none where it was not given.
    pub on: Option<String>,
    /// The document that was handed over.
    pub document: Option<String>,
    /// Who gave it, where that is not whoever recorded it.
    pub done_by: Option<String>,
    /// Remark.
    pub note: Option<String>,
    /// Who recorded it.
    pub by: Option<String>,
}

/// Figures of what is worked up, over all cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CounsellorFiguresView {
    /// Cases with at least one finding that may be inherited, judged or not.
    pub cases: u32,
    /// Findings of them.
    pub candidates: u32,
    /// Findings that the panel pursues.
    pub pursued: u32,
    /// … of patients who wish to be told.
    pub wish: u32,
    /// … whose confirming test has a result.
    pub tested: u32,
    /// … that are confirmed.
    pub confirmed: u32,
    /// … that are put off, treatment first.
    pub deferred: u32,
    /// … whose confirming test the patient does not want.
    pub declined: u32,
    /// Tests of relatives that were recorded.
    pub relatives_tested: u32,
}

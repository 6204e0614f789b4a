//! What a member has typed and not recorded yet.

use super::{LabelView, Moment, args};
use serde::{Deserialize, Serialize};

/// The form something was typed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum DraftForm {
    /// The panel's verdict on a finding, or on several.
    Verdict,
    /// The judgement of heredity of a finding.
    Germline,
    /// A verdict of C-CAT, typed from its report.
    CcatVerdict,
    /// A finding typed by hand.
    Finding,
    /// One's own opinion of a finding.
    Opinion,
    /// One's own opinion of the case.
    CaseOpinion,
    /// A recommendation.
    Recommendation,
    /// A referral to a trial.
    Referral,
    /// A further step of a referral.
    ReferralStep,
    /// What a case keeps of its meeting.
    MeetingRecord,
    /// The minutes of a case at a meeting.
    Minutes,
    /// What is stated of a case for the rules of a meeting.
    Circumstances,
    /// The panel's summary.
    Summary,
    /// What the patient is told.
    Explanation,
    /// Patient, clinical context, specimen, wish.
    Details,
    /// Why another reading of a finding is taken or not.
    Readings,
    /// Why a signed report is opened again.
    Amendment,
    /// What somebody makes of what became known.
    EvidenceNews,
    /// Why a row of evidence is not for this patient.
    EvidenceAside,
    /// Companion use of the profile.
    CompanionUse,
    /// A step of the germline work-up of a finding.
    GermlineStep,
    /// Somebody of the family.
    Relative,
}

/// What a draft would be recorded in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum DraftOf {
    /// A case.
    Case,
    /// A meeting.
    Meeting,
}

args! {
    /// Where a draft belongs.
    DraftPlaceForm, whole {
        /// Whether the draft would be recorded in a case or a meeting.*
        of: DraftOf,
        /// Id of the case or the meeting.*
        id: String,
        /// The form.*
        form: DraftForm,
        /// The finding or other item the form is about, as the form names it; empty where it is about the whole.*
        item: String,
    }
}

/// Something typed and not recorded.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DraftView {
    /// Where it belongs.
    pub place: DraftPlaceForm,
    /// Number of the case, or day and title of the meeting; the id of what is gone.
    pub name: String,
    /// Gene and change, where it is about a finding.
    pub about: Option<LabelView>,
    /// When it was kept last.
    pub at: Moment,
    /// What was typed, as the form wrote it down: JSON.
    pub typed: String,
}

/// All that the member who is signed in has typed and not recorded, latest first.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DraftsView {
    /// The drafts.
    pub drafts: Vec<DraftView>,
    /// Where the file of drafts was put aside because it was damaged; what was in it could not be read.
    pub set_aside: Option<String>,
}

//! Opinions of members, and how they stand to each other. What is blind to the reader is absent, not merely unshown.

use super::GradeView;
use super::Moment;
use entaku_domain::case::{DiffersIn, Lacking, Standing};
use entaku_domain::member::Qualification;
use entaku_domain::member::Role;
use entaku_domain::opinion::Stance;
use serde::Serialize;

/// An opinion of a member on a finding.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OpinionView {
    /// Whose it is.
    pub who: SignedView,
    /// Class.
    pub grade: Option<GradeView>,
    /// Whether a treatment can follow.
    pub actionable: Option<bool>,
    /// Germline concern.
    pub germline_concern: bool,
    /// Drugs or trials.
    pub suggested: Vec<String>,
    /// Comment.
    pub comment: Option<String>,
}

/// A member's view of the case as a whole.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CaseOpinionView {
    /// Whose it is.
    pub who: SignedView,
    /// `agree`, `disagree`, `abstain`.
    pub stance: Stance,
    /// Whether a treatment can follow.
    pub actionable: Option<bool>,
    /// Germline concern.
    pub germline_concern: bool,
    /// Drugs or trials.
    pub suggested: Vec<String>,
    /// Comment.
    pub comment: Option<String>,
}

/// Whose opinion, given when, and whether it counts.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SignedView {
    /// Member.
    pub member_id: String,
    /// Name.
    pub name: String,
    /// Who typed it, where that was another.
    pub entered_by: Option<String>,
    /// Role code of who typed it.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// Whether the member has yet to confirm it.
    pub awaits_confirmation: bool,
    /// The member could see others' opinions when giving this one, or one before it.
    pub after_seeing: bool,
    /// What changed since, in words; none where it is up to date.
    pub out_of_date: Option<super::LabelView>,
}

/// The opinions on a finding as far as the reader may see them.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OpinionsView {
    /// Whether the others' opinions are hidden from the reader for now.
    pub blind: bool,
    /// Whether everybody asked may see them, so that they may be shown to all at the table.
    pub open_to_all: bool,
    /// Those the reader may see.
    pub opinions: Vec<OpinionView>,
    /// Everybody asked: who has given one, and whose is missing and why.
    pub asked: Vec<AskedView>,
    /// Standing code; none while blind.
    pub standing: Option<Standing>,
    /// Where they differ: in what (codes).
    pub differs_in: Vec<DiffersIn>,
}

/// Somebody who is asked for an opinion.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AskedView {
    /// Member.
    pub member_id: String,
    /// Name.
    pub name: String,
    /// Requirement keys the member fills.
    pub qualifications: Vec<Qualification>,
    /// Code of `lacking.<code>`; none where the opinion counts.
    pub lacking: Option<Lacking>,
}

/// How the opinions on the case stand.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AgreementView {
    /// Whether members were asked by name; otherwise everybody on the panel is.
    pub asked_by_name: bool,
    /// Due day.
    pub due: Option<String>,
    /// Whether the others' opinions on the case are hidden from the reader for now.
    pub blind: bool,
    /// Everybody asked.
    pub asked: Vec<AskedView>,
    /// Opinions on the case as a whole that the reader may see.
    pub opinions: Vec<CaseOpinionView>,
    /// Standing code; none while blind.
    pub standing: Option<Standing>,
    /// Whether the case can be closed by circulation; none while blind.
    pub circulation: Option<bool>,
    /// Why it cannot.
    pub reasons: Vec<ReasonView>,
}

/// Why a case needs a live meeting.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ReasonView {
    /// `nobodyAsked`, `missing`, `notAgreed`, `differing`.
    pub code: String,
    /// In words, with names.
    pub message: super::LabelView,
    /// Findings concerned.
    pub findings: Vec<String>,
}

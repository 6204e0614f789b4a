//! Who is here, which store is open, which words and scales it has.

use super::Moment;
use entaku_domain::certainty::Certainty;
use entaku_domain::decision::GermlineJudgement;
use entaku_domain::finding::FindingKind;
use entaku_domain::label::Language;
use entaku_domain::member::InstitutionKind;
use entaku_domain::member::Qualification;
use entaku_domain::member::Role;
use entaku_domain::recommendation::{AccessRoute, Approval, BasketStudy, FurtherKind};
use entaku_domain::referral::ReferralStatus;
use serde::{Deserialize, Serialize};

/// What a scale is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub enum ScalePurpose {
    /// Verdicts on findings.
    Significance,
    /// Levels of evidence.
    Evidence,
}

/// Text in both languages.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct LabelView {
    /// 日本語.
    pub ja: String,
    /// English.
    pub en: String,
}

/// What the program knows before anybody signs in.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AppInfoView {
    /// Version of the program.
    pub version: String,
    /// The store folder that is meant when none is named.
    pub store_dir: String,
    /// Whether a store lies there.
    pub store_exists: bool,
    /// Names for signing in that this store knows.
    pub sign_in_names: Vec<String>,
    /// `ja` or `en`.
    pub language: Language,
    /// Who is signed in, if anybody.
    pub session: Option<SessionView>,
}

/// A signed-in member at an open store.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SessionView {
    /// Store.
    pub store_id: String,
    /// Its folder.
    pub store_dir: String,
    /// Institution.
    pub institution: String,
    /// Contact printed on reports.
    pub contact: Option<String>,
    /// Days from receipt within which the patient is to be told.
    pub target_days: u32,
    /// Whether this is the demonstration store.
    pub demo: bool,
    /// Who acts.
    pub member: MemberView,
    /// The role in which the member acts.
    pub acting_role: Role,
    /// Names of the commands that this member may use.
    pub may: Vec<String>,
    /// The journal is not as it was left: its end is not the one that was kept, or an event is not by who is named in it. Nothing
    /// can be recorded.
    pub journal_in_doubt: bool,
    /// Nothing can be written where the store lies: it can be read, and nothing can be recorded.
    pub read_only: bool,
    /// Why the backup that was due could not be made.
    pub backup_problem: Option<String>,
    /// The time of what was recorded last, where this computer's clock stands before it: what is recorded now bears a false time.
    pub clock_behind: Option<Moment>,
    /// Attempts under this member's name that failed before this one.
    pub failed_before: Option<FailedSignInsView>,
    /// The member signed in with a first password, which an administrator knows: nothing can be done before choosing another.
    pub must_change_password: bool,
    /// Who can confirm that it is the member, who came in by the recovery code: until one of them does, nothing can be done. Empty
    /// where nothing is to be confirmed.
    pub confirmed_by: Vec<String>,
    /// Members who came in by the recovery code and wait for this member's word.
    pub to_confirm: Vec<RecoveredView>,
    /// Whether the member signs in with a second factor.
    pub second_factor: bool,
    /// Spare codes that are left, where one of them was used to sign in.
    pub spares_left: Option<u32>,
    /// Why the store does not have the new key yet that it is to have, in words.
    pub key_waits: Option<String>,
}

/// A member who came in by the recovery code.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RecoveredView {
    /// Member.
    pub member_id: String,
    /// Name.
    pub name: String,
}

/// Attempts to sign in that failed.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FailedSignInsView {
    /// How many in a row.
    pub count: u32,
    /// The last one.
    pub last: Moment,
}

/// A member.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct MemberView {
    /// Identity.
    pub member_id: String,
    /// Name.
    pub name: String,
    /// Name for signing in.
    pub sign_in: String,
    /// Institution.
    pub institution: Option<String>,
    /// Role codes (`role.<code>` in the word list).
    pub roles: Vec<Role>,
    /// Requirement keys ア–キ.
    pub qualifications: Vec<Qualification>,
    /// Kind of the institution, code (`institutionKind.<code>`).
    pub institution_kind: Option<InstitutionKind>,
    /// Clinical field.
    pub field: Option<String>,
    /// Employed full time; none where nobody has said.
    pub full_time: Option<bool>,
}

/// A store just made.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StoreCreated {
    /// Store.
    pub store_id: String,
    /// First member.
    pub member_id: String,
    /// Recovery code: shown once, kept nowhere.
    pub recovery_code: String,
    /// The session that is now open.
    pub session: SessionView,
}

/// A member's access regained.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AccessRecovered {
    /// The new recovery code, since the one used is spent: shown once, kept nowhere.
    pub recovery_code: String,
    /// The session that is now open.
    pub session: SessionView,
}

/// A backup that was made.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackupView {
    /// File.
    pub file: String,
    /// Its SHA-256.
    pub sha256: String,
    /// Events in it.
    #[cfg_attr(test, ts(type = "number"))]
    pub events: u64,
    /// The journal's end that it holds, `count:hash`.
    pub head: String,
}

/// When backups are made by themselves; without a folder: never.
#[derive(Debug, Clone, Default, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BackupPlanView {
    /// Where they are put.
    pub folder: Option<String>,
    /// Days from one to the next.
    pub every_days: Option<u32>,
    /// How many are kept.
    pub generations: Option<u32>,
    /// When the last one in the folder was made.
    pub last: Option<Moment>,
    /// How many of this store lie there.
    pub kept: u32,
}

/// A store put back.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RestoredView {
    /// Its folder.
    pub file: String,
    /// SHA-256 of the backup.
    pub sha256: String,
    /// Events in it.
    #[cfg_attr(test, ts(type = "number"))]
    pub events: u64,
    /// The session that is now open.
    pub session: SessionView,
}

/// A recovery code.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RecoveryCodeView {
    /// The code: shown once, kept nowhere.
    pub recovery_code: String,
}

/// A scale of classes or levels.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ScaleView {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Name.
    pub name: LabelView,
    /// Where it comes from.
    pub source: String,
    /// What to know before judging on it.
    pub remark: Option<LabelView>,
    /// How sure its content is: `source`, `general` (not checked) or `unconfirmed`.
    pub certainty: Certainty,
    /// What it is for.
    pub purpose: ScalePurpose,
    /// Kinds of findings it is offered for; empty = all.
    pub kinds: Vec<FindingKind>,
    /// Classes in order; the first nine answer to the keys 1–9.
    pub classes: Vec<ClassView>,
}

/// A class of a scale.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ClassView {
    /// Code.
    pub code: String,
    /// Name.
    pub name: LabelView,
    /// What it means.
    pub meaning: Option<LabelView>,
    /// 2 strongly significant … -2 not significant; colour and order.
    pub weight: i8,
}

/// Scales and menus.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct KnowledgeView {
    /// Scales.
    pub scales: Vec<ScaleView>,
    /// Kinds of further steps in menu order.
    pub further_kinds: Vec<FurtherKind>,
    /// Access routes in menu order.
    pub routes: Vec<AccessRoute>,
    /// Where drugs stand in Japan, in menu order.
    pub approvals: Vec<Approval>,
    /// Answers on the basket study, in menu order.
    pub basket_studies: Vec<BasketStudy>,
    /// Referral statuses in order.
    pub referral_statuses: Vec<ReferralStatus>,
    /// Referral statuses that are an end.
    pub referral_ends: Vec<ReferralStatus>,
    /// Germline judgements.
    pub germline_judgements: Vec<GermlineJudgement>,
    /// Role codes.
    pub roles: Vec<Role>,
    /// Requirement keys with their word key: `["ア","qualification.a"]`.
    pub qualifications: Vec<(Qualification, String)>,
}

/// What a check of the store found.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct VerifyView {
    /// Whether everything is in order.
    pub ok: bool,
    /// Events checked.
    #[cfg_attr(test, ts(type = "number"))]
    pub events: u64,
    /// How many of them nobody signed: they were recorded before members had keys of their own.
    #[cfg_attr(test, ts(type = "number"))]
    pub unsigned: u64,
    /// First bad event, if any.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub first_bad: Option<u64>,
    /// The journal's end is not the one that was kept: nothing can be recorded until an administrator accepts it.
    pub journal_in_doubt: bool,
    /// What was found, in words.
    pub findings: Vec<String>,
}

/// A secret for an authenticator, before it holds.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SecondFactorOffer {
    /// The secret in base 32, to be typed where nothing can be scanned.
    pub secret: String,
    /// The same as an `otpauth` address.
    pub address: String,
    /// The address as a square code, row by row; `1` is dark.
    pub square: Vec<String>,
}

/// Codes that stand in for the authenticator, each once.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SpareCodes {
    /// The codes: shown once, kept nowhere.
    pub spares: Vec<String>,
    /// The session.
    pub session: SessionView,
}

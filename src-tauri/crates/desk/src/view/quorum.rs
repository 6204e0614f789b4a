//! Whether a meeting is quorate, and the rule-sets, for the screen.

use super::Moment;
use super::{ConditionForm, LabelView, RuleSetForm};
use entaku_domain::certainty::Certainty;
use entaku_domain::meeting_record::AttendingPart;
use entaku_domain::meeting_record::MeetingMode;
use entaku_domain::member::Qualification;
use entaku_domain::member::Role;
use entaku_domain::omission::CcatSecondaryFinding;
use entaku_domain::omission::ConditionState;
use entaku_domain::omission::TumourGroup;
use entaku_domain::omission::UsableDrug;
use entaku_domain::quorum::Allowed;
use entaku_domain::quorum::Applies;
use entaku_domain::quorum::Edition;
use entaku_domain::quorum::ModeGap;
use entaku_domain::quorum::WhyNot;
use serde::Serialize;

/// Somebody who holds a key and is not counted for it.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PassedOverView {
    /// Name.
    pub name: String,
    /// Why, code of `whyNot.<code>`.
    pub why: WhyNot,
}

/// A requirement and who fills it.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct QuorumLineView {
    /// Key, ア–キ.
    pub key: Qualification,
    /// Key of its word in the word list.
    pub word: String,
    /// When it applies, code of `applies.<code>`.
    pub applies: Applies,
    /// Whether it applies here.
    pub in_question: bool,
    /// People needed.
    pub needed: u32,
    /// Of different fields.
    pub distinct_fields: bool,
    /// Full time.
    pub full_time: bool,
    /// Who is counted.
    pub filled_by: Vec<String>,
    /// Those of them who are counted for a further key.
    pub also_elsewhere: Vec<String>,
    /// Those of them of whom nobody has said whether they work full time.
    pub full_time_not_known: Vec<String>,
    /// Who holds the key and is not counted.
    pub passed_over: Vec<PassedOverView>,
    /// People still missing.
    pub missing: u32,
    /// Whether it is met or does not apply.
    pub met: bool,
    /// How sure the requirement is.
    pub certainty: Certainty,
}

/// The attending physician's part.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct QuorumAttendingView {
    /// Whether a part is needed here.
    pub needed: bool,
    /// Whether information would be enough.
    pub information_suffices: bool,
    /// The part taken, code of `attending.<code>`.
    pub part: AttendingPart,
    /// Who is there as attending physician, where named.
    pub names: Vec<String>,
    /// Whether it is met.
    pub met: bool,
    /// How sure.
    pub certainty: Certainty,
}

/// A condition on facts of the case.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CheckedView {
    /// Id of the condition.
    pub id: String,
    /// Whether it holds, code of `conditionState.<code>`.
    pub state: ConditionState,
}

/// The way of meeting.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct QuorumModeView {
    /// Mode code.
    pub mode: MeetingMode,
    /// `every`, `listed` or `never`.
    pub allowed: Allowed,
    /// What is lacking, codes of `modeGap.<code>`.
    pub gaps: Vec<ModeGap>,
    /// Conditions.
    pub conditions: Vec<ConditionForm>,
    /// Ids of the grounds named.
    pub named: Vec<String>,
    /// Conditions on facts of the case, and whether they hold.
    pub checked: Vec<CheckedView>,
    /// Whether nothing is lacking.
    pub met: bool,
    /// How sure.
    pub certainty: Certainty,
}

/// Whether a panel is quorate, by which rule-set, and what is missing.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct QuorumView {
    /// Rule-set.
    pub rule_set: String,
    /// Its version.
    pub version: String,
    /// Its name.
    pub name: LabelView,
    /// First day on which it holds.
    pub effective_from: String,
    /// Where it comes from.
    pub source: String,
    /// `shipped` or `site`.
    pub edition: Edition,
    /// The lowest certainty of what the result rests on.
    pub certainty: Certainty,
    /// Keys for each person; none is without limit.
    pub most_keys: Option<u32>,
    /// How sure that is.
    pub most_keys_certainty: Certainty,
    /// Requirements.
    pub lines: Vec<QuorumLineView>,
    /// Attending physician.
    pub attending: QuorumAttendingView,
    /// Way of meeting.
    pub mode: QuorumModeView,
    /// Whether all of it is met.
    pub met: bool,
    /// Key of the words for that.
    pub verdict: String,
}

/// What the rules make depend on the case, as recorded with a meeting.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CircumstancesView {
    /// The hospital sequenced itself.
    pub own_sequencing: bool,
    /// The case is paediatric.
    pub paediatric: bool,
    /// Whether that was concluded from the age.
    pub paediatric_by_age: bool,
    /// Ids of the grounds named.
    pub grounds: Vec<String>,
    /// Whether all opinions agree.
    pub opinions_agree: Option<bool>,
    /// Whether that was concluded from the recorded opinions.
    pub opinions_by_record: bool,
    /// What the test was made for, code of `tumourGroup.<code>`.
    pub tumour: Option<TumourGroup>,
    /// What C-CAT's report says of secondary findings, code of `ccatSecondaryFinding.<code>`.
    pub ccat_secondary_finding: Option<CcatSecondaryFinding>,
    /// Whether there is a drug, code of `usableDrug.<code>`.
    pub usable_drug: Option<UsableDrug>,
}

/// Whether a meeting would be quorate.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct QuorumCheckView {
    /// Day for which it was assessed.
    pub held_on: String,
    /// The result; none where no rule-set was in force on that day.
    pub quorum: Option<QuorumView>,
    /// What it was assessed with.
    pub circumstances: CircumstancesView,
    /// The patient's age on that day.
    pub age: Option<u32>,
    /// Completed years below which the rule-set takes a case for paediatric.
    pub paediatric_below: Option<u32>,
}

/// A version of a rule-set that the site recorded.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RuleSetChangeView {
    /// Version.
    pub version: String,
    /// Who.
    pub by: String,
    /// In which role, code.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: String,
    /// As it was recorded.
    pub rule_set: RuleSetForm,
}

/// A rule-set with its history.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RuleSetView {
    /// As it stands.
    pub rule_set: RuleSetForm,
    /// The lowest certainty of anything it says.
    pub certainty: Certainty,
    /// `shipped` or `site`.
    pub edition: Edition,
    /// Whether it is in force today.
    pub in_force: bool,
    /// As it comes with the program, where it does.
    pub shipped: Option<RuleSetForm>,
    /// What the site recorded, latest first.
    pub history: Vec<RuleSetChangeView>,
}

/// All rule-sets.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RuleSetsView {
    /// Rule-sets, latest effective date first.
    pub sets: Vec<RuleSetView>,
    /// What the rule-set in force today asks of the members, and who of them fills it.
    pub composition: Vec<QuorumLineView>,
}

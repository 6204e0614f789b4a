//! Rule-sets (実施要件) as data: who must be among the members, who must take part in a meeting, and which ways of
//! meeting are allowed, each item with its source and how sure it is. Owns their shape, their bounds and which one is in
//! force on a day; holds no figure of its own.

use crate::certainty::Certainty;
use crate::label::Label;
use crate::meeting_record::MeetingMode;
use crate::member::{Actor, Qualification};
use crate::omission::CaseFact;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset, NaiveDate};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Most people that one requirement may ask for.
pub const MOST_PEOPLE: u32 = 20;
/// Most characters of a name, text or source.
const MOST_CHARS: usize = 2_000;
/// Most conditions of one way of meeting.
const MOST_CONDITIONS: usize = 30;

/// Where an item comes from and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Basis {
    /// How sure.
    pub certainty: Certainty,
    /// Where it comes from.
    pub source: String,
    /// What to know before relying on it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<Label>,
}

/// When a requirement applies.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Applies {
    /// To every case.
    Always,
    /// When the hospital sequences itself.
    OwnSequencing,
    /// To paediatric cases.
    Paediatric,
}

/// What a requirement key asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Requirement {
    /// The key.
    pub key: Qualification,
    /// People needed, from 1.
    pub minimum: u32,
    /// Whether they must be of different clinical fields (診療領域).
    #[serde(default)]
    pub distinct_fields: bool,
    /// Whether they must be employed full time (常勤).
    #[serde(default)]
    pub full_time: bool,
    /// When it applies.
    pub applies: Applies,
    /// How sure.
    pub basis: Basis,
}

/// How many keys one person may fill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SeveralKeys {
    /// Keys for each person, from 1; none is without limit.
    pub most: Option<u32>,
    /// How sure.
    pub basis: Basis,
}

impl SeveralKeys {
    /// The limit as a number.
    pub(super) fn limit(&self) -> usize {
        let all = Qualification::ALL.len();
        self.most.map_or(all, |most| usize::try_from(most).unwrap_or(all).min(all))
    }
}

/// What is asked of the attending physician.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AttendingRule {
    /// Whether the attending physician, or a doctor in their place, is needed.
    pub needed: bool,
    /// Whether it is enough to have supplied treatment and family history.
    pub information_suffices: bool,
    /// How sure.
    pub basis: Basis,
}

/// Whether a way of meeting is allowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Allowed {
    /// For every case.
    Every,
    /// For the kinds of cases listed as grounds, one of which must be named.
    Listed,
    /// For none.
    Never,
}

/// What a condition of a way of meeting is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ConditionKind {
    /// A kind of case to which the way is open; one is enough.
    Ground,
    /// To be kept whenever the panel meets in this way.
    Duty,
    /// Must hold for the case, whatever ground is named.
    Needed,
}

/// A condition of a way of meeting, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Condition {
    /// Id, unique within its way of meeting.
    pub id: String,
    /// Ground or duty.
    pub kind: ConditionKind,
    /// In words.
    pub text: Label,
    /// The fact of the case by which the program can tell whether it holds; none where people say so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fact: Option<CaseFact>,
    /// How sure.
    pub basis: Basis,
}

/// A way of meeting and what it asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ModeRule {
    /// The way.
    pub mode: MeetingMode,
    /// Whether it is allowed.
    pub allowed: Allowed,
    /// Whether requirements of attendance and attending physician apply.
    pub attendance: bool,
    /// Whether all opinions must agree.
    pub unanimous: bool,
    /// Whether the responsible person must give a reason.
    pub reason: bool,
    /// Conditions in words.
    #[serde(default)]
    pub conditions: Vec<Condition>,
    /// How sure.
    pub basis: Basis,
}

/// From which age on a case is not paediatric any more.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Paediatric {
    /// Completed years below which a patient's case is taken for paediatric.
    pub below_years: u32,
    /// How sure.
    pub basis: Basis,
}

/// A dated set of rules for the panel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct RuleSet {
    /// Id, the same for every version of it.
    pub id: String,
    /// Version.
    pub version: String,
    /// Name.
    pub name: Label,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
    /// Where it comes from; its certainty is that of the date.
    pub basis: Basis,
    /// Who must take part in a meeting.
    pub attendance: Vec<Requirement>,
    /// Who must be among the members of the panel.
    pub members: Vec<Requirement>,
    /// How many keys one person may fill.
    pub several_keys: SeveralKeys,
    /// Attending physician.
    pub attending: AttendingRule,
    /// Ways of meeting, each once.
    pub modes: Vec<ModeRule>,
    /// Which cases are paediatric.
    pub paediatric: Paediatric,
}

impl RuleSet {
    /// The lowest certainty of anything it says: what a result by it rests on is never told to be surer elsewhere.
    pub fn certainty(&self) -> Certainty {
        let people = self.attendance.iter().chain(&self.members).map(|one| &one.basis);
        let modes = self.modes.iter().flat_map(|mode| {
            std::iter::once(&mode.basis).chain(mode.conditions.iter().map(|one| &one.basis))
        });
        let others = [&self.basis, &self.several_keys.basis, &self.attending.basis, &self.paediatric.basis];
        let all = people.chain(modes).chain(others).map(|basis| basis.certainty);
        all.max().unwrap_or(Certainty::Unconfirmed)
    }
}

/// A part of a rule-set that cannot be meant.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{field}: {found}; expected {expected}")]
pub struct RuleSetFault {
    /// The part.
    pub field: &'static str,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: &'static str,
}

impl RuleSet {
    /// Checks that each figure is within its bounds and nothing stands twice.
    ///
    /// # Errors
    /// With the first part that is not.
    pub fn check(&self) -> Result<(), RuleSetFault> {
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
        if self.id.is_empty() || self.id.len() > 40 || !self.id.chars().all(plain) {
            return fault("id", &self.id, "1 to 40 letters, digits, hyphens or dots");
        }
        words("version", &self.version)?;
        label("name", &self.name)?;
        basis("basis", &self.basis)?;
        requirements("attendance", &self.attendance)?;
        requirements("members", &self.members)?;
        if let Some(most) = self.several_keys.most.filter(|most| !(1..=MOST_PEOPLE).contains(most)) {
            return fault("severalKeys", &most.to_string(), "1 to 20, or nothing for no limit");
        }
        basis("severalKeys", &self.several_keys.basis)?;
        basis("attending", &self.attending.basis)?;
        if !(1..=30).contains(&self.paediatric.below_years) {
            return fault("paediatric", &self.paediatric.below_years.to_string(), "1 to 30 years");
        }
        basis("paediatric", &self.paediatric.basis)?;
        let mut seen = BTreeSet::new();
        for rule in &self.modes {
            mode(rule)?;
            if !seen.insert(rule.mode as u8) {
                return fault("modes", &format!("{:?}", rule.mode), "each way of meeting once");
            }
        }
        Ok(())
    }

    /// The rule of a way of meeting; none where the rule-set does not speak of it.
    pub fn mode(&self, mode: MeetingMode) -> Option<&ModeRule> {
        self.modes.iter().find(|rule| rule.mode == mode)
    }
}

fn fault<T>(field: &'static str, found: &str, expected: &'static str) -> Result<T, RuleSetFault> {
    Err(RuleSetFault { field, found: format!("'{}'", found.chars().take(80).collect::<String>()), expected })
}

fn words(field: &'static str, text: &str) -> Result<(), RuleSetFault> {
    let control = text.chars().any(|c| c.is_control() && c != '\n');
    if text.trim().is_empty() || control || text.chars().count() > MOST_CHARS {
        return fault(field, text, "1 to 2000 characters without control characters");
    }
    Ok(())
}

fn label(field: &'static str, label: &Label) -> Result<(), RuleSetFault> {
    words(field, &label.ja)?;
    words(field, &label.en)
}

fn basis(field: &'static str, basis: &Basis) -> Result<(), RuleSetFault> {
    words(field, &basis.source)?;
    basis.note.as_ref().map_or(Ok(()), |note| label(field, note))
}

fn requirements(field: &'static str, all: &[Requirement]) -> Result<(), RuleSetFault> {
    let mut seen = BTreeSet::new();
    for one in all {
        if !(1..=MOST_PEOPLE).contains(&one.minimum) {
            return fault(field, &one.minimum.to_string(), "1 to 20 people");
        }
        if !seen.insert(one.key) {
            return fault(field, one.key.key(), "each requirement key once");
        }
        basis(field, &one.basis)?;
    }
    Ok(())
}

fn mode(rule: &ModeRule) -> Result<(), RuleSetFault> {
    let mut ids = BTreeSet::new();
    if rule.conditions.len() > MOST_CONDITIONS {
        return fault("modes", &rule.conditions.len().to_string(), "at most 30 conditions");
    }
    for condition in &rule.conditions {
        words("modes", &condition.id)?;
        label("modes", &condition.text)?;
        basis("modes", &condition.basis)?;
        if !ids.insert(condition.id.as_str()) {
            return fault("modes", &condition.id, "each condition id once");
        }
        if condition.kind == ConditionKind::Needed && condition.fact.is_none() {
            return fault("modes", &condition.id, "a fact of the case for what must hold");
        }
    }
    let grounds = rule.conditions.iter().any(|condition| condition.kind == ConditionKind::Ground);
    if rule.allowed == Allowed::Listed && !grounds {
        return fault(
            "modes",
            &format!("{:?}", rule.mode),
            "at least one ground where only listed cases may",
        );
    }
    basis("modes", &rule.basis)
}

/// Who wrote a rule-set as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Edition {
    /// It comes with the program.
    Shipped,
    /// The site recorded it.
    Site,
}

/// A version that the site recorded: by whom, when and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SiteRuleSet {
    /// The rule-set.
    pub rule_set: RuleSet,
    /// Why.
    pub reason: Text,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// The rule-sets that stand, oldest effective date first: for each id the site's last version, else the shipped one.
pub fn standing<'a>(shipped: &'a [RuleSet], site: &'a [SiteRuleSet]) -> Vec<(&'a RuleSet, Edition)> {
    let mut all: Vec<(&RuleSet, Edition)> = Vec::new();
    let recorded = site.iter().rev().map(|version| (&version.rule_set, Edition::Site));
    for (rule_set, edition) in recorded.chain(shipped.iter().map(|known| (known, Edition::Shipped))) {
        if all.iter().all(|(known, _)| known.id != rule_set.id) {
            all.push((rule_set, edition));
        }
    }
    all.sort_by(|(a, _), (b, _)| a.effective_from.cmp(&b.effective_from).then_with(|| a.id.cmp(&b.id)));
    all
}

/// The rule-set in force on a day: of those that stand, the one that took effect last. None before the first.
pub fn in_force<'a>(standing: &[(&'a RuleSet, Edition)], day: NaiveDate) -> Option<(&'a RuleSet, Edition)> {
    standing.iter().rev().find(|(rule_set, _)| rule_set.effective_from <= day).copied()
}

worded!(Applies {
    Self::Always => "applies.always", Self::OwnSequencing => "applies.ownSequencing", Self::Paediatric => "applies.paediatric",
});
worded!(Allowed { Self::Every => "allowed.every", Self::Listed => "allowed.listed", Self::Never => "allowed.never" });
worded!(Edition { Self::Shipped => "edition.shipped", Self::Site => "edition.site" });

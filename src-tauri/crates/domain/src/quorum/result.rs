//! What an assessment says, whole enough to be stored with a meeting and printed years later.

use super::{Allowed, Applies, Checked, Condition, Edition, RuleSet};
use crate::certainty::Certainty;
use crate::label::Label;
use crate::meeting_record::{AttendingPart, MeetingMode};
use crate::member::Qualification;
use crate::omission::ConditionState;
use crate::text::Text;
use crate::words::worded;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// The rule-set that was applied.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Applied {
    /// Id.
    pub id: String,
    /// Version.
    pub version: String,
    /// Name.
    pub name: Label,
    /// First day on which it holds.
    pub effective_from: NaiveDate,
    /// Where it comes from.
    pub source: String,
    /// Shipped, or the site's own.
    pub edition: Edition,
    /// How sure its date is.
    pub certainty: Certainty,
    /// Keys for each person; none is without limit.
    pub most_keys: Option<u32>,
    /// How sure that is.
    pub most_keys_certainty: Certainty,
}

impl Applied {
    pub(super) fn of(rule_set: &RuleSet, edition: Edition) -> Self {
        Self {
            id: rule_set.id.clone(),
            version: rule_set.version.clone(),
            name: rule_set.name.clone(),
            effective_from: rule_set.effective_from,
            source: rule_set.basis.source.clone(),
            edition,
            certainty: rule_set.basis.certainty,
            most_keys: rule_set.several_keys.most,
            most_keys_certainty: rule_set.several_keys.basis.certainty,
        }
    }
}

/// Why somebody who holds a key is not counted for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum WhyNot {
    /// Enough others are.
    NotNeeded,
    /// Counted for as many other keys as the rules allow.
    FillsAnother,
    /// Somebody of the same field is counted.
    SameField,
    /// The field is not recorded, so that it cannot be told from the others'.
    FieldNotKnown,
    /// Not employed full time.
    NotFullTime,
}

/// Somebody who holds a key and is not counted for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PassedOver {
    /// Who.
    pub name: Text,
    /// Why.
    pub why: WhyNot,
}

/// A requirement and who fills it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// Key.
    pub key: Qualification,
    /// When it applies.
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
    pub filled_by: Vec<Text>,
    /// Those of them who are counted for a further key.
    pub also_elsewhere: Vec<Text>,
    /// Those of them of whom nobody has said whether they work full time.
    pub full_time_not_known: Vec<Text>,
    /// Who holds the key and is not counted.
    pub passed_over: Vec<PassedOver>,
    /// People still missing.
    pub missing: u32,
    /// Whether it is met or does not apply.
    pub met: bool,
    /// How sure the requirement is.
    pub certainty: Certainty,
}

/// The attending physician's part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct AttendingLine {
    /// Whether a part is needed here.
    pub needed: bool,
    /// Whether information would be enough.
    pub information_suffices: bool,
    /// The part taken.
    pub part: AttendingPart,
    /// Who is there as attending physician, where named.
    pub names: Vec<Text>,
    /// Whether it is met.
    pub met: bool,
    /// How sure.
    pub certainty: Certainty,
}

/// What a way of meeting still lacks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ModeGap {
    /// The rule-set does not allow it.
    NotAllowed,
    /// Only listed kinds of cases may, and none is named.
    GroundNotNamed,
    /// Opinions differ.
    OpinionsDiffer,
    /// Nobody has said whether opinions agree.
    AgreementNotStated,
    /// The responsible person gave no reason.
    ReasonMissing,
    /// What must hold for the case does not.
    ConditionNotMet,
    /// Nobody has stated whether what must hold for the case does.
    ConditionNotKnown,
}

/// The way of meeting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ModeLine {
    /// The way.
    pub mode: MeetingMode,
    /// Whether it is allowed.
    pub allowed: Allowed,
    /// What is lacking.
    pub gaps: Vec<ModeGap>,
    /// Conditions in words.
    pub conditions: Vec<Condition>,
    /// Ids of the grounds named.
    pub named: Vec<String>,
    /// Conditions on facts of the case, and whether they hold.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub checked: Vec<Checked>,
    /// Whether nothing is lacking.
    pub met: bool,
    /// How sure.
    pub certainty: Certainty,
}

impl ModeLine {
    /// The grounds named for this way of meeting.
    pub fn grounds(&self) -> impl Iterator<Item = &Condition> {
        self.conditions.iter().filter(|condition| self.named.contains(&condition.id))
    }

    /// The conditions on facts of the case, and whether they hold.
    pub fn facts(&self) -> impl Iterator<Item = (&Condition, ConditionState)> {
        let of = |checked: &'_ Checked| {
            let known = self.conditions.iter().find(|condition| condition.id == checked.id);
            known.map(|condition| (condition, checked.state))
        };
        self.checked.iter().filter_map(of)
    }
}

/// Whether a panel is quorate, by which rule-set, and what is missing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Quorum {
    /// Rule-set.
    pub applied: Applied,
    /// Requirements in the rule-set's order.
    pub lines: Vec<Line>,
    /// Attending physician.
    pub attending: AttendingLine,
    /// Way of meeting.
    pub mode: ModeLine,
    /// Whether all of it is met.
    pub met: bool,
}

impl Quorum {
    /// Key of the words for the result. A panel that was omitted is none that could be quorate.
    pub fn verdict(&self) -> &'static str {
        match (self.mode.mode, self.met) {
            (MeetingMode::Omitted, true) => "omission.may",
            (MeetingMode::Omitted, false) => "omission.mayNot",
            (_, true) => "quorum.met",
            (_, false) => "quorum.notMet",
        }
    }

    /// The lowest certainty of what the result rests on.
    pub fn certainty(&self) -> Certainty {
        if self.mode.mode == MeetingMode::Omitted {
            // Nobody took part: what is asked of those who do tells nothing.
            return self.applied.certainty.max(self.mode.certainty);
        }
        let lines = self.lines.iter().filter(|line| line.in_question).map(|line| line.certainty);
        let others = [
            self.applied.certainty,
            self.applied.most_keys_certainty,
            self.attending.certainty,
            self.mode.certainty,
        ];
        lines.chain(others).max().unwrap_or(Certainty::Unconfirmed)
    }
}

worded!(ModeGap {
    Self::NotAllowed => "modeGap.notAllowed", Self::GroundNotNamed => "modeGap.groundNotNamed",
    Self::OpinionsDiffer => "modeGap.opinionsDiffer", Self::AgreementNotStated => "modeGap.agreementNotStated",
    Self::ReasonMissing => "modeGap.reasonMissing", Self::ConditionNotMet => "modeGap.conditionNotMet",
    Self::ConditionNotKnown => "modeGap.conditionNotKnown",
});
worded!(WhyNot {
    Self::NotNeeded => "whyNot.notNeeded", Self::FillsAnother => "whyNot.fillsAnother", Self::SameField => "whyNot.sameField",
    Self::FieldNotKnown => "whyNot.fieldNotKnown", Self::NotFullTime => "whyNot.notFullTime",
});

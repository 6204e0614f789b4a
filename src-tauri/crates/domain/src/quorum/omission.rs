//! Whether a rule-set lets the panel be omitted for a case (EP省略), condition by condition.

use super::{Allowed, Applied, Condition, ConditionKind, Edition, ModeRule, RuleSet};
use crate::label::Label;
use crate::meeting_record::MeetingMode;
use crate::omission::{ConditionState, OmissionFacts};
use entaku_words::answers::rules_answer;
use serde::{Deserialize, Serialize};

/// A condition on the facts of a case, and whether it holds. Its words stand with the condition of that id.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Checked {
    /// Id of the condition.
    pub id: String,
    /// Whether it holds.
    pub state: ConditionState,
}

/// What must hold, in words, and whether it does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OmissionLine {
    /// In words; grounds of which one is enough stand in one line.
    pub text: Label,
    /// Whether it holds.
    pub state: ConditionState,
}

/// Whether the panel may be omitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Omission {
    /// The rule-set that says so.
    pub applied: Applied,
    /// Whether the rule-set allows omission at all.
    pub allowed: bool,
    /// What must hold, in the rule-set's order; nothing where omission is not allowed.
    pub lines: Vec<OmissionLine>,
    /// All of it together.
    pub may: ConditionState,
}

/// Whether a rule-set lets the panel be omitted for a case of which these facts are known.
pub fn omission(rule_set: &RuleSet, edition: Edition, facts: &OmissionFacts) -> Omission {
    let rule = rule_set.mode(MeetingMode::Omitted).filter(|rule| rule.allowed != Allowed::Never);
    let lines = rule.map_or_else(Vec::new, |rule| lines(rule, facts));
    let may = lines.iter().fold(rule.is_some().into(), |all: ConditionState, line| all.and(line.state));
    Omission { applied: Applied::of(rule_set, edition), allowed: rule.is_some(), lines, may }
}

/// The conditions on facts of the case, each by itself.
pub(super) fn checked(rule: &ModeRule, facts: &OmissionFacts) -> Vec<Checked> {
    let check = |condition: &Condition| {
        let state = condition.fact?.state(facts);
        Some(Checked { id: condition.id.clone(), state })
    };
    rule.conditions.iter().filter_map(check).collect()
}

/// Whether the facts allow this way; none where the rule asks for none.
pub(super) fn together(rule: &ModeRule, facts: &OmissionFacts) -> Option<ConditionState> {
    let asks = rule.conditions.iter().any(|condition| condition.fact.is_some());
    let with_facts = || lines(rule, facts).into_iter().map(|line| line.state);
    asks.then(|| with_facts().fold(ConditionState::Met, ConditionState::and))
}

/// What must hold: each condition that is needed, then the grounds, of which one is enough.
fn lines(rule: &ModeRule, facts: &OmissionFacts) -> Vec<OmissionLine> {
    // A ground without a fact is a person's to name: of the facts alone nobody knows whether it holds.
    let state =
        |condition: &Condition| condition.fact.map_or(ConditionState::Unknown, |fact| fact.state(facts));
    let of_kind = |kind| rule.conditions.iter().filter(move |condition: &&Condition| condition.kind == kind);
    let line = |condition: &Condition| OmissionLine { text: condition.text.clone(), state: state(condition) };
    let grounds = of_kind(ConditionKind::Ground).map(line).reduce(|all, next| OmissionLine {
        text: rules_answer::either(&all.text, &next.text).to_label(),
        state: all.state.or(next.state),
    });
    of_kind(ConditionKind::Needed).map(line).chain(grounds).collect()
}

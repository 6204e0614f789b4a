//! Whether a panel may be omitted (EP省略), asked without a case. The rule-set in force on the day decides.

use super::{Rulebook, choice, name_unknown};
use crate::convert::{code_of, date};
use crate::error::{Outcome, Problem};
use entaku_domain::label::Language;
use entaku_domain::omission::{CcatSecondaryFinding, ConditionState, OmissionFacts, TumourGroup, UsableDrug};
use entaku_domain::quorum::{in_force, omission, standing};
use entaku_words::answers::rules_answer;
use entaku_words::errors::omission_problem;
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// A case, as far as the rules of omission ask. What is left out is not known.
#[derive(Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(super) struct OmissionLine {
    date: Option<String>,
    solid: Option<bool>,
    ccat_secondary_finding: Option<String>,
    usable_drug: Option<String>,
    /// Fields of no known name: a misspelt one must not be taken for one left out without a word.
    #[serde(flatten)]
    unknown: Map<String, Value>,
}

impl OmissionLine {
    fn facts(&self) -> Outcome<OmissionFacts> {
        let ccat_secondary_finding = match self.ccat_secondary_finding.as_deref() {
            None => None,
            Some("none") => Some(CcatSecondaryFinding::None),
            Some("suspected") => Some(CcatSecondaryFinding::Suspected),
            Some("notStated") => Some(CcatSecondaryFinding::NotStated),
            Some(other) => {
                return Err(choice("ccatSecondaryFinding", other, "none, suspected, notStated"));
            }
        };
        let usable_drug = match self.usable_drug.as_deref() {
            None | Some("unknown") => None,
            Some("inLabelOrGuideline") => Some(UsableDrug::InLabelOrGuideline),
            Some("none") => Some(UsableDrug::None),
            Some("otherOnly") => Some(UsableDrug::OtherOnly),
            Some(other) => {
                return Err(choice("usableDrug", other, "inLabelOrGuideline, none, otherOnly, unknown"));
            }
        };
        let tumour = self.solid.map(|solid| if solid { TumourGroup::Solid } else { TumourGroup::Blood });
        Ok(OmissionFacts { tumour, ccat_secondary_finding, usable_drug })
    }
}

impl Rulebook {
    pub(super) fn omission(&self, line: &OmissionLine, language: Language) -> Outcome<Value> {
        let day = date("date", line.date.as_deref())?
            .ok_or_else(|| Problem::at("date", omission_problem::DAY_MISSING))?;
        let facts = line.facts()?;
        let all = standing(self.knowledge.rule_sets(), &[]);
        let found = in_force(&all, day).map(|(rule_set, edition)| omission(rule_set, edition, &facts));
        let allowed = found.as_ref().is_some_and(|found| found.allowed);
        // The condition that every other rests on.
        let first = (rules_answer::OMISSION_ALLOWED.to_label(), ConditionState::from(allowed));
        let others = found.iter().flat_map(|found| &found.lines).map(|line| (line.text.clone(), line.state));
        let conditions: Vec<Value> = std::iter::once(first)
            .chain(others)
            .map(|(text, state)| json!({ "text": text.get(language), "state": code_of(&state) }))
            .collect();
        let may = match found.as_ref().map_or(ConditionState::NotMet, |found| found.may) {
            ConditionState::Met => "yes",
            ConditionState::NotMet => "no",
            ConditionState::Unknown => "unknown",
        };
        let mut answer = json!({
            "mayOmit": may, "conditions": conditions,
            "ruleSet": found.as_ref().map(|found| &found.applied.id),
            "source": found.as_ref().map(|found| &found.applied.source),
        });
        name_unknown(&mut answer, &line.unknown);
        Ok(answer)
    }
}

//! The criteria of a trial as they stood for the patient on the day of the referral. What the catalogue, the case or a person
//! says later changes nothing of it.

use crate::label::Label;
use crate::omission::ConditionState;
use crate::text::Text;
use crate::trial::weigh::{Row, Weighed};
use crate::words::heredity::named_in;
use entaku_words::Language;
use serde::{Deserialize, Serialize};

/// A trial, or an arm of one, as it was laid beside the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MatchedTrial {
    /// Who publishes it.
    pub source: String,
    /// Its version: the day as of which it was so, else the version of the import.
    pub version: String,
    /// Day as of which it was so, as the source writes it.
    pub as_of: Option<String>,
    /// Arm, cohort or dose level; none for the trial as a whole.
    pub arm: Option<String>,
    /// Whether it took patients, as the source writes it.
    pub recruitment: Option<String>,
    /// All criteria together.
    pub state: ConditionState,
    /// Its criteria, all of which must be met.
    pub criteria: Vec<MatchedCriterion>,
}

/// A criterion as it stood.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct MatchedCriterion {
    /// What it asks.
    pub text: Label,
    /// How it stood.
    pub state: ConditionState,
    /// Why.
    pub why: Label,
    /// Who said how it stands, where a person did for that version; in a group, one of them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ticked_by: Option<Text>,
    /// Whether it tells of heredity: it rests on what is known of the germline, or its words speak of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub of_heredity: bool,
}

impl MatchedCriterion {
    /// The criteria as they stand; `without_heredity` is the same trial beside the same case without what is known of the
    /// germline. A criterion that stands differently there tells of it.
    pub fn all(weighed: &Weighed, without_heredity: &Weighed) -> Vec<Self> {
        let mut others = without_heredity.rows.iter();
        weighed
            .rows
            .iter()
            .map(|row| {
                let text = both(|language| row.said(language));
                let why = both(|language| row.why.said().get(language));
                let words = format!("{} {} {} {}", text.ja, text.en, why.ja, why.en).replace('_', " ");
                let of_heredity = others.next() != Some(row) || !named_in(&words, &[]).is_empty();
                Self { text, state: row.state, why, ticked_by: ticked_by(row), of_heredity }
            })
            .collect()
    }
}

impl MatchedTrial {
    /// Takes out what tells of heredity. How all stand together would tell it as well, so that it is reckoned anew.
    pub fn leave_out_heredity(&mut self) {
        let before = self.criteria.len();
        self.criteria.retain(|one| !one.of_heredity);
        if self.criteria.len() < before {
            let states = self.criteria.iter().map(|one| one.state);
            self.state = states.reduce(ConditionState::and).unwrap_or(ConditionState::Unknown);
        }
    }
}

fn both(said: impl Fn(Language) -> String) -> Label {
    Label { ja: said(Language::Ja), en: said(Language::En) }
}

/// Who ticked it, or a part of it, for this version.
fn ticked_by(row: &Row) -> Option<Text> {
    let own = row.ticked.as_ref().filter(|ticked| !ticked.of_another_version);
    own.map(|ticked| ticked.given.by.name.clone()).or_else(|| row.parts.iter().find_map(ticked_by))
}

//! The rule-sets that come with the program. A site's own versions are recorded in its store.

use crate::scale::KnowledgeError;
use entaku_domain::quorum::RuleSet;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    /// Day of the last change of the data.
    #[serde(rename = "version")]
    _version: String,
    rule_sets: Vec<RuleSet>,
}

/// The shipped rule-sets, oldest effective date first.
///
/// # Errors
/// When the data is not of the expected shape, a figure is out of its bounds, or an id or date stands twice.
pub(crate) fn shipped() -> Result<Vec<RuleSet>, KnowledgeError> {
    parse(crate::data::RULE_SETS)
}

fn parse(json: &str) -> Result<Vec<RuleSet>, KnowledgeError> {
    let File { mut rule_sets, .. } =
        serde_json::from_str(json).map_err(|error| KnowledgeError::Data(error.to_string()))?;
    let mut seen = BTreeSet::new();
    for rule_set in &rule_sets {
        let fault = |what: String| KnowledgeError::Data(format!("rule-set '{}': {what}", rule_set.id));
        rule_set.check().map_err(|error| fault(error.to_string()))?;
        if !seen.insert(rule_set.id.clone()) || !seen.insert(rule_set.effective_from.to_string() + " ") {
            return Err(fault("its id or effective date stands twice".to_owned()));
        }
    }
    rule_sets.sort_by_key(|rule_set| rule_set.effective_from);
    Ok(rule_sets)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::certainty::Certainty;

    #[test]
    fn four_rule_sets_are_shipped_in_the_order_of_their_dates() {
        let ids: Vec<_> = shipped().unwrap().into_iter().map(|rule_set| rule_set.id).collect();
        assert_eq!(ids, ["2022-03-03", "2024", "2025-07-07", "2026-06-01"]);
    }

    #[test]
    fn what_could_not_be_confirmed_says_so_and_why() {
        for rule_set in shipped().unwrap() {
            let modes = rule_set.modes.iter().map(|rule| &rule.basis);
            let items = rule_set.attendance.iter().chain(&rule_set.members).map(|one| &one.basis);
            let single = [&rule_set.basis, &rule_set.several_keys.basis, &rule_set.paediatric.basis];
            for basis in modes.chain(items).chain(single) {
                let explained = basis.certainty != Certainty::Unconfirmed || basis.note.is_some();
                assert!(explained, "{}: {basis:?}", rule_set.id);
            }
        }
    }

    #[test]
    fn data_that_cannot_be_meant_is_refused_with_the_rule_set_concerned() {
        let shipped = crate::data::RULE_SETS;
        for (from, to) in [
            ("\"minimum\": 2", "\"minimum\": 0"),
            ("\"belowYears\": 18", "\"belowYears\": 0"),
            ("\"id\": \"2024\"", "\"id\": \"2022-03-03\""),
            ("\"effectiveFrom\": \"2024-04-01\"", "\"effectiveFrom\": \"2022-03-03\""),
            ("\"key\": \"イ\"", "\"key\": \"ア\""),
        ] {
            assert!(shipped.contains(from), "{from} is in the data");
            let error = parse(&shipped.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(error.contains("rule-set '"), "{to}: {error}");
        }
        assert!(parse("{}").is_err() && parse("[").is_err());
    }
}

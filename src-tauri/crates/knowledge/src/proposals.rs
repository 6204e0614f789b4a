//! When data speak for a criterion of a scheme of classification: the shipped rules.

use crate::scale::KnowledgeError;
use entaku_domain::evidence::proposal::ProposalRules;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[allow(dead_code, reason = "for who reads the data")]
    version: String,
    schemes: Vec<ProposalRules>,
}

/// The shipped rules, by scheme.
///
/// # Errors
/// When the data is not of the expected shape, or a rule stands back for one that comes later and so would not be seen.
pub fn shipped() -> Result<Vec<ProposalRules>, KnowledgeError> {
    let File { schemes, .. } = serde_json::from_str(crate::data::PROPOSALS)
        .map_err(|error| KnowledgeError::Data(format!("proposals.json: {error}")))?;
    for scheme in &schemes {
        let mut before: Vec<&str> = Vec::new();
        for rule in &scheme.rules {
            if let Some(later) = rule.unless.iter().find(|code| !before.contains(&code.as_str())) {
                return Err(KnowledgeError::Data(format!(
                    "proposals.json: {} stands back for {later}, which does not come before it",
                    rule.code
                )));
            }
            before.push(&rule.code);
        }
    }
    Ok(schemes)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::evidence::proposal::Ask;

    #[test]
    fn every_rule_is_for_a_criterion_of_its_scheme() {
        let schemes = crate::scheme::shipped().unwrap();
        for rules in shipped().unwrap() {
            let scheme = schemes.iter().find(|scheme| scheme.id == rules.scheme).unwrap();
            for rule in &rules.rules {
                assert!(scheme.criteria.iter().any(|criterion| criterion.code == rule.code), "{}", rule.code);
            }
        }
    }

    #[test]
    fn thresholds_are_those_of_the_papers() {
        let all = shipped().unwrap();
        let of = |scheme: &str, code: &str| {
            let rules = all.iter().find(|rules| rules.scheme == scheme).unwrap();
            rules.rules.iter().find(|rule| rule.code == code).unwrap().when
        };
        assert_eq!(of("oncogenicity-sop-2022", "SBVS1"), Ask::FrequencyOver { over: 0.05 });
        assert_eq!(of("oncogenicity-sop-2022", "SBS1"), Ask::FrequencyOver { over: 0.01 });
        assert_eq!(
            of("oncogenicity-sop-2022", "OS3"),
            Ask::Hotspot {
                residue_at_least: Some(50),
                residue_below: None,
                change_at_least: Some(10),
                change_below: None
            }
        );
        assert_eq!(of("acmg-points-2015", "BA1"), Ask::FrequencyOver { over: 0.05 });
    }
}

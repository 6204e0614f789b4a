//! What the routes to a treatment need, what is known of the basket study's drugs, and the names under which drugs go.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::label::Label;
use entaku_domain::recommendation::{AccessRoute, DrugNames};
use serde::Deserialize;
use serde::de::DeserializeOwned;

/// What of the case speaks to a need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", tag = "type", deny_unknown_fields)]
pub enum NeedFact {
    /// A finding is a marker of a companion test for the tumour.
    CompanionMarker,
    /// A trial is named.
    TrialNamed,
    /// The patient's age in completed years.
    #[serde(rename_all = "camelCase")]
    Age {
        /// The least.
        at_least: u32,
    },
    /// What is known of the drug in the basket study.
    BasketStudy,
}

/// One thing that routes need.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Need {
    /// Id, unique.
    pub id: String,
    /// By which routes.
    pub routes: Vec<AccessRoute>,
    /// What.
    pub requirement: Label,
    /// What of the case speaks to it.
    #[serde(default)]
    pub fact: Option<NeedFact>,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
}

/// What routes need.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RouteNeeds {
    /// Version.
    pub version: String,
    /// What is not confirmed.
    pub remark: Label,
    needs: Vec<Need>,
}

impl RouteNeeds {
    /// What a route needs.
    pub fn of(&self, route: AccessRoute) -> impl Iterator<Item = &Need> {
        self.needs.iter().filter(move |need| need.routes.contains(&route))
    }

    /// A need by its id.
    pub fn find(&self, id: &str) -> Option<&Need> {
        self.needs.iter().find(|need| need.id == id)
    }
}

/// What is known of a drug in the basket study.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct BasketDrug {
    /// Its names.
    pub names: Vec<String>,
    /// Whether its cohort takes patients.
    pub open: bool,
    /// On which day that was known.
    pub as_of: String,
    /// What was said.
    pub said: Label,
    /// Where.
    pub source: String,
}

/// The basket study of patient-proposed care.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BasketStudyFacts {
    /// Version.
    pub version: String,
    /// Its short name.
    pub name: String,
    /// Its number in the registry.
    pub registration: String,
    /// What is not known.
    pub remark: Label,
    drugs: Vec<BasketDrug>,
}

impl BasketStudyFacts {
    /// What is known of a drug.
    pub fn find(&self, drug: &str, names: &DrugNames) -> Option<&BasketDrug> {
        self.drugs.iter().find(|known| known.names.iter().any(|name| names.same(drug, name)))
    }
}

/// All that is known of ways to a treatment.
#[derive(Debug, Clone)]
pub struct AccessFacts {
    /// What routes need.
    pub needs: RouteNeeds,
    /// The basket study.
    pub basket: BasketStudyFacts,
    /// Names of drugs.
    pub drugs: DrugNames,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct DrugFile {
    #[allow(dead_code, reason = "for who reads the data")]
    version: String,
    #[allow(dead_code, reason = "for who reads the data")]
    source: String,
    #[allow(dead_code, reason = "for who reads the data")]
    remark: Label,
    #[allow(dead_code, reason = "for who reads the data")]
    certainty: Certainty,
    drugs: Vec<Vec<String>>,
}

/// What is shipped.
///
/// # Errors
/// When the data is not of the expected shape.
pub(crate) fn shipped() -> Result<AccessFacts, KnowledgeError> {
    let names: DrugFile = read("drug-names.json", crate::data::DRUG_NAMES)?;
    Ok(AccessFacts {
        needs: read("route-needs.json", crate::data::ROUTE_NEEDS)?,
        basket: read("basket-study.json", crate::data::BASKET_STUDY)?,
        drugs: DrugNames::new(names.drugs.iter().map(|drug| drug.iter().map(String::as_str).collect())),
    })
}

fn read<T: DeserializeOwned>(name: &str, text: &str) -> Result<T, KnowledgeError> {
    serde_json::from_str(text).map_err(|error| KnowledgeError::Data(format!("{name}: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_route_by_which_a_drug_is_had_says_what_it_needs_and_each_need_stands_once() {
        let facts = shipped().unwrap();
        for route in AccessRoute::ALL {
            assert_eq!(facts.needs.of(route).count() == 0, route == AccessRoute::None, "{route:?}");
        }
        let mut ids = BTreeSet::new();
        assert!(facts.needs.needs.iter().all(|need| ids.insert(need.id.as_str())));
    }

    #[test]
    fn a_drug_is_one_under_each_of_its_names_and_no_name_is_of_two() {
        let file: DrugFile = read("drug-names.json", crate::data::DRUG_NAMES).unwrap();
        let mut seen = BTreeSet::new();
        for name in file.drugs.iter().flatten() {
            assert!(seen.insert(name.to_lowercase()), "{name}");
        }
        let facts = shipped().unwrap();
        assert!(facts.drugs.same("タグリッソ", "osimertinib"));
        assert!(!facts.drugs.same("trastuzumab", "trastuzumab deruxtecan"));
        let known = facts.basket.find("グリベック", &facts.drugs).unwrap();
        assert_eq!((known.open, known.as_of.as_str()), (false, "2023-10-10"));
        assert!(facts.basket.find("osimertinib", &facts.drugs).is_none());
    }
}

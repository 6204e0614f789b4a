//! What the words of trials mean beside OncoTree: states of a disease, and names that tumours had in earlier releases.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::label::Label;
use entaku_domain::trial::tumour::FormerTumour;
use entaku_domain::trial::weigh::DiseaseStatuses;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    version: String,
    source: String,
    #[allow(dead_code, reason = "for who reads the data")]
    remark: Label,
    certainty: Certainty,
    stale_after_days: u32,
    disease_statuses: Vec<Status>,
    former_tumours: Vec<Former>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Status {
    name: String,
    #[serde(default)]
    implies: Vec<String>,
    #[serde(default)]
    excludes: Vec<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Former {
    name: String,
    code: String,
    part: bool,
}

/// The words with what must be said of them.
#[derive(Debug, Clone)]
pub struct TrialWords {
    /// Version of the data.
    pub version: String,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    /// After how many days what is known of a trial is called old.
    pub stale_after_days: u32,
    /// States of a disease.
    pub statuses: DiseaseStatuses,
    /// Former names of tumours.
    pub former_tumours: Vec<FormerTumour>,
}

impl TrialWords {
    /// What comes with the program.
    ///
    /// # Errors
    /// When the data is not of the expected shape, or a state names one that is not listed.
    pub fn shipped() -> Result<Self, KnowledgeError> {
        let failed = |what: String| KnowledgeError::Data(format!("trial-words.json: {what}"));
        let File { version, source, certainty, stale_after_days, disease_statuses, former_tumours, .. } =
            serde_json::from_str(crate::data::TRIAL_WORDS).map_err(|error| failed(error.to_string()))?;
        let low = |names: Vec<String>| names.iter().map(|name| name.to_lowercase()).collect::<Vec<_>>();
        let mut statuses = DiseaseStatuses {
            known: disease_statuses.iter().map(|status| status.name.to_lowercase()).collect(),
            ..DiseaseStatuses::default()
        };
        for Status { name, implies, excludes } in disease_statuses {
            let (name, implies, excludes) = (name.to_lowercase(), low(implies), low(excludes));
            if let Some(other) = implies.iter().chain(&excludes).find(|other| !statuses.known.contains(other))
            {
                return Err(failed(format!("'{name}' names '{other}', which is no state")));
            }
            statuses.excludes.extend(excludes.into_iter().map(|other| (name.clone(), other)));
            statuses.implies.insert(name, implies);
        }
        let former_tumours = former_tumours
            .into_iter()
            .map(|Former { name, code, part }| FormerTumour { name, code, part })
            .collect();
        Ok(Self { version, source, certainty, stale_after_days, statuses, former_tumours })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn former_names_stand_for_nodes_of_the_shipped_tree_and_are_none_of_its_names() {
        let (words, tree) = (TrialWords::shipped().unwrap(), crate::oncotree::shipped().unwrap().tree);
        assert!(words.former_tumours.len() > 20);
        for former in &words.former_tumours {
            assert!(tree.node(&former.code).is_some(), "{former:?}");
            let today = tree.nodes().find(|node| node.name.eq_ignore_ascii_case(&former.name));
            assert!(today.is_none(), "{former:?} is a name of today");
        }
    }

    #[test]
    fn metastatic_disease_is_advanced_and_not_localized() {
        let statuses = TrialWords::shipped().unwrap().statuses;
        assert_eq!(statuses.implies["metastatic"], ["advanced"]);
        let pair = |one: &str, other: &str| (one.to_owned(), other.to_owned());
        assert!(statuses.excludes.contains(&pair("localized", "metastatic")));
        assert_eq!(statuses.known.len(), 9, "the values of CTML");
    }
}

//! What the words of trials mean beside OncoTree: states of a disease, and names that tumours had in earlier releases.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::label::Label;
use entaku_domain::trial::tumour::{FormerTumour, FormerTumourNames};
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
    pub former_tumours: FormerTumourNames,
}

impl TrialWords {
    /// What comes with the program.
    ///
    /// # Errors
    /// When the data is not of the expected shape, or a state names one that is not listed.
    pub fn shipped() -> Result<Self, KnowledgeError> {
        let failed = |what: String| KnowledgeError::Data(format!("trial-words.json: {what}"));
        let File { version, source, certainty, stale_after_days, disease_statuses, former_tumours, .. } =
            serde_json::from_str(include_str!("../data/trial-words.json"))
                .map_err(|error| failed(error.to_string()))?;
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
        let former_tumours = FormerTumourNames::new(
            former_tumours.into_iter().map(|Former { name, code, part }| FormerTumour { name, code, part }),
        );
        Ok(Self { version, source, certainty, stale_after_days, statuses, former_tumours })
    }
}

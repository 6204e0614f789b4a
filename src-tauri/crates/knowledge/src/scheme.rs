//! Schemes of classification: the data, and their look-up. What a choice adds up to is reckoned in the domain.

use crate::{Knowledge, KnowledgeError};
use entaku_domain::classification::Scheme;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(rename = "version")]
    _version: String,
    schemes: Vec<Scheme>,
}

pub(crate) fn shipped() -> Result<Vec<Scheme>, KnowledgeError> {
    let file: File = serde_json::from_str(crate::data::SCHEMES)
        .map_err(|error| KnowledgeError::Data(error.to_string()))?;
    Ok(file.schemes)
}

impl Knowledge {
    /// All schemes of classification.
    pub fn schemes(&self) -> &[Scheme] {
        &self.schemes
    }

    /// A scheme by its id.
    ///
    /// # Errors
    /// When there is none, with those there are.
    pub fn scheme(&self, id: &str) -> Result<&Scheme, KnowledgeError> {
        self.schemes.iter().find(|known| known.id == id).ok_or_else(|| KnowledgeError::NoScheme {
            scheme: id.to_owned(),
            known: self.schemes.iter().map(|known| known.id.as_str()).collect::<Vec<_>>().join(", "),
        })
    }
}

#[cfg(test)]
mod tests;

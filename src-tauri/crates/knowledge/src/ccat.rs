//! Codes of C-CAT's clinical items, as far as they are known. An unconfirmed code is none: a wrong one would be entered
//! for a patient.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use serde::Deserialize;

/// Codes by item and value.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CcatCodes {
    /// Version of the data.
    pub version: String,
    /// Where it comes from.
    pub source: String,
    codes: Vec<Entry>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    item: String,
    value: String,
    code: Option<String>,
    certainty: Certainty,
}

impl CcatCodes {
    /// The shipped codes.
    ///
    /// # Errors
    /// When the data is not of the expected shape.
    pub(crate) fn shipped() -> Result<Self, KnowledgeError> {
        serde_json::from_str(crate::data::CCAT_CODES).map_err(|error| KnowledgeError::Data(error.to_string()))
    }

    /// The code of a value of an item; none where it is not known.
    pub fn code(&self, item: &str, value: &str) -> Option<&str> {
        let known = self.codes.iter().find(|entry| entry.item == item && entry.value == value)?;
        known.code.as_deref().filter(|_| known.certainty != Certainty::Unconfirmed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn unconfirmed_codes_are_not_given() {
        let codes = CcatCodes::shipped().unwrap();
        assert_eq!(codes.code("given", "no"), Some("0"));
        assert_eq!(codes.code("route", "offLabel"), None);
        assert_eq!(codes.code("no such", "item"), None);
        for entry in &codes.codes {
            let known = entry.certainty != Certainty::Unconfirmed;
            assert_eq!(entry.code.is_some(), known, "{entry:?}: a code and its certainty go together");
        }
    }
}

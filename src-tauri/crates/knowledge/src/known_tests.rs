//! The panel tests that the program knows by name.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::known_test::{Assay, KnownTest, TestCatalogue};
use entaku_domain::label::Label;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    source: String,
    tests: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    names: Vec<String>,
    name: Label,
    tested: Vec<Assay>,
    not_tested: Vec<Assay>,
    matched_normal: Option<bool>,
    certainty: Certainty,
}

/// The shipped data.
///
/// # Errors
/// When the data is not of the expected shape, or says of a test both that it looks at something and that it does not.
pub(crate) fn shipped() -> Result<TestCatalogue, KnowledgeError> {
    let File { version, source, tests } =
        serde_json::from_str(crate::data::TESTS).map_err(|error| KnowledgeError::Data(error.to_string()))?;
    if let Some(entry) =
        tests.iter().find(|entry| entry.tested.iter().any(|assay| entry.not_tested.contains(assay)))
    {
        return Err(KnowledgeError::Data(format!(
            "test '{}' does and does not look at something",
            entry.name.en
        )));
    }
    Ok(TestCatalogue::new(tests.into_iter().map(|entry| {
        let Entry { names, name, tested, not_tested, matched_normal, certainty } = entry;
        let (source, version) = (source.clone(), version.clone());
        (names, KnownTest { name, tested, not_tested, matched_normal, certainty, source, version })
    })))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The names are those of files: CATS samples, C-CAT's exports, the XML of FoundationOne and GenMineTOP.
    #[test]
    fn tests_are_found_by_what_laboratories_write() {
        let catalogue = shipped().unwrap();
        for (written, official) in [
            ("FoundationOneDx", "FoundationOne CDx がんゲノムプロファイル"),
            ("FoundationOne CDx", "FoundationOne CDx がんゲノムプロファイル"),
            ("FoundationOne Liquid CDx", "FoundationOne Liquid CDx がんゲノムプロファイル"),
            ("NCC oncopanel v4.1", "OncoGuide NCCオンコパネルシステム"),
            ("NCC OncoPanel", "OncoGuide NCCオンコパネルシステム"),
            ("todai-oncopanel", "GenMineTOPがんゲノムプロファイリングシステム"),
            ("GenMineTOP", "GenMineTOPがんゲノムプロファイリングシステム"),
            ("Guardant360", "Guardant360 CDx がん遺伝子パネル"),
        ] {
            assert_eq!(
                catalogue.find(written).map(|test| test.name.ja.as_str()),
                Some(official),
                "{written}"
            );
        }
        assert_eq!(catalogue.find("Synthetic CGP Panel"), None);
    }
}

//! A small set of evidence that comes with the program, so that a first case shows some at once: rows of CIViC (CC0) without their
//! statements. It is old and far from whole, which its version says; a site's own import of CIViC takes its place.

use crate::scale::KnowledgeError;
use entaku_domain::evidence::{
    Direction, EvidenceDisease, EvidenceItem, Interaction, Reference, ReviewStatus,
};
use entaku_domain::statement::StatedLevel;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    version: String,
    source: String,
    licence: String,
    changed: String,
    items: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Entry {
    id: String,
    profile: String,
    direction: Direction,
    supports: bool,
    significance: String,
    level: String,
    disease: String,
    doid: Option<String>,
    therapies: Vec<String>,
    interaction: Option<Interaction>,
    references: Vec<Reference>,
    origin: Option<String>,
    rating: Option<u8>,
    updated: Option<String>,
}

/// The set with what must be said of it.
#[derive(Debug, Clone)]
pub struct ShippedEvidence {
    /// Day of the newest row of the release that it was taken from.
    pub version: String,
    /// Who published it.
    pub source: String,
    /// Licence.
    pub licence: String,
    /// How it was chosen, and what was left out.
    pub changed: String,
    /// Rows.
    pub items: Vec<EvidenceItem>,
}

/// The shipped set.
///
/// # Errors
/// When the data is not of the expected shape, or an id stands twice.
pub fn shipped() -> Result<ShippedEvidence, KnowledgeError> {
    let File { version, source, licence, changed, items } = serde_json::from_str(crate::data::CIVIC_SET)
        .map_err(|error| KnowledgeError::Data(format!("civic-set.json: {error}")))?;
    let mut ids = BTreeSet::new();
    if let Some(twice) = items.iter().find(|entry| !ids.insert(entry.id.as_str())) {
        return Err(KnowledgeError::Data(format!("civic-set.json: '{}' stands twice", twice.id)));
    }
    let items = items.into_iter().map(item).collect();
    Ok(ShippedEvidence { version, source, licence, changed, items })
}

fn item(entry: Entry) -> EvidenceItem {
    EvidenceItem {
        source: "CIViC".to_owned(),
        id: entry.id,
        status: ReviewStatus::Accepted,
        direction: entry.direction,
        supports: entry.supports,
        significance: entry.significance,
        level: Some(StatedLevel { scale: "CIViC".to_owned(), level: entry.level }),
        disease: EvidenceDisease { name: Some(entry.disease), doid: entry.doid, oncotree: Vec::new() },
        profile: entry.profile,
        therapies: entry.therapies,
        interaction: entry.interaction,
        references: entry.references,
        statement: String::new(),
        origin: entry.origin,
        rating: entry.rating,
        contested: false,
        updated: entry.updated,
        address: None,
        stated_beside: Vec::new(),
        fields: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::evidence::CitationKind;

    #[test]
    fn the_set_is_read_and_every_row_names_what_it_rests_on() {
        let set = shipped().unwrap();
        assert!(set.items.len() > 200 && set.version == "2021-02-03");
        for item in &set.items {
            assert!(!item.references.is_empty() && item.disease.name.is_some(), "{item:?}");
        }
        // Chapman et al., NEJM 2011: vemurafenib in melanoma with BRAF V600E.
        let vemurafenib = |item: &&EvidenceItem| {
            item.profile == "BRAF V600E"
                && item.therapies == ["Vemurafenib"]
                && item.references.iter().any(|one| one.kind == CitationKind::PubMed && one.id == "21639808")
        };
        let found = set.items.iter().find(vemurafenib).unwrap();
        assert_eq!((found.direction, found.supports), (Direction::Sensitivity, true));
    }
}

//! How the disease of an item relates to the tumour of a case: by OncoTree, over a table from the names and ids that sources
//! use. Owns the look-up and the comparison; tree and table are knowledge's. What is not mapped is not known, and said so.

mod tree;

#[cfg(test)]
mod tests;

pub use tree::{Node, OncoTree};

use super::item::EvidenceDisease;
use super::matched::DiseaseRelation;
use crate::certainty::Certainty;
use std::collections::HashMap;

/// What a disease of a source is in OncoTree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mapped {
    /// These nodes together.
    Nodes {
        /// The disease is these.
        is: Vec<String>,
        /// The disease is part of these and has no node of its own (by receptor, age, site).
        within: Vec<String>,
    },
    /// Any tumour.
    Any,
    /// Any solid tumour, and no cancer of the blood.
    AnySolid,
}

/// A row of the table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MappedDisease {
    /// Name, in any letter case.
    pub name: String,
    /// Disease Ontology, as text.
    pub doid: Option<String>,
    /// What it is.
    pub mapped: Mapped,
}

/// From diseases of sources to OncoTree.
#[derive(Debug, Clone)]
pub struct DiseaseMap {
    /// Version.
    pub version: String,
    /// Where it comes from.
    pub source: String,
    /// How sure it is.
    pub certainty: Certainty,
    by_doid: HashMap<String, Mapped>,
    by_name: HashMap<String, Mapped>,
}

impl DiseaseMap {
    /// From rows; of two rows for one id or name the later one stands, so that a site's own come behind the shipped ones.
    pub fn new(
        version: String,
        source: String,
        certainty: Certainty,
        rows: impl IntoIterator<Item = MappedDisease>,
    ) -> Self {
        let (mut by_doid, mut by_name) = (HashMap::new(), HashMap::new());
        for MappedDisease { name, doid, mapped } in rows {
            if let Some(doid) = doid.as_deref().and_then(bare_doid) {
                by_doid.insert(doid.to_owned(), mapped.clone());
            }
            by_name.insert(folded(&name), mapped);
        }
        Self { version, source, certainty, by_doid, by_name }
    }

    /// What a disease is: by its codes of OncoTree where the source gives them, else by its id, else by its name. None where it
    /// is not mapped.
    pub fn of(&self, disease: &EvidenceDisease) -> Option<Mapped> {
        if !disease.oncotree.is_empty() {
            return Some(Mapped::Nodes { is: disease.oncotree.clone(), within: Vec::new() });
        }
        let by_doid = disease.doid.as_deref().and_then(bare_doid).and_then(|doid| self.by_doid.get(doid));
        let by_name = || self.by_name.get(&folded(disease.name.as_deref()?));
        by_doid.or_else(by_name).cloned()
    }
}

/// `DOID:0060079` and `0060079` are one id; leading zeros belong to it.
fn bare_doid(doid: &str) -> Option<&str> {
    let doid = doid.trim();
    let bare = doid.strip_prefix("DOID:").or_else(|| doid.strip_prefix("doid:")).unwrap_or(doid).trim();
    (!bare.is_empty()).then_some(bare)
}

fn folded(name: &str) -> String {
    let half = crate::text::half_width(name);
    half.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How a disease relates to the tumour of a case, the closest of several.
///
/// `case` is the case's code of OncoTree, a former one included. A disease that names only part of a node (by receptor, by
/// age) is below that node and all that lies in it, for whether the patient's tumour is that part is not known here.
pub fn relation(
    case: Option<&str>,
    disease: &EvidenceDisease,
    map: &DiseaseMap,
    tree: &OncoTree,
) -> DiseaseRelation {
    let own = case.map(|code| tree.find(code)).unwrap_or_default();
    match map.of(disease) {
        None => DiseaseRelation::Unknown,
        Some(Mapped::Any) => DiseaseRelation::Any,
        Some(Mapped::AnySolid) => {
            match own.iter().map(|node| tree.is_blood(node)).collect::<Vec<_>>().as_slice() {
                [] => DiseaseRelation::Unknown,
                blood if blood.iter().all(|blood| *blood) => DiseaseRelation::Other,
                _ => DiseaseRelation::Any,
            }
        }
        Some(Mapped::Nodes { is, within }) => {
            let to = |codes: &[String], narrower: bool| {
                codes
                    .iter()
                    .flat_map(|code| tree.find(code))
                    .flat_map(|node| own.iter().map(move |own| tree.between(own, node)))
                    .map(|relation| match relation {
                        DiseaseRelation::Same | DiseaseRelation::Ancestor if narrower => {
                            DiseaseRelation::Descendant
                        }
                        other => other,
                    })
                    .min()
            };
            [to(&is, false), to(&within, true)]
                .into_iter()
                .flatten()
                .min()
                .unwrap_or(DiseaseRelation::Unknown)
        }
    }
}

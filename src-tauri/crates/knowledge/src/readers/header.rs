//! Columns by their names.

use crate::store::keeper::Refused;
use crate::store::record::{KnowledgeKind, SetAsideReason};
use entaku_domain::finding::VerbatimField;
use entaku_words::errors::row_fault;
use std::collections::HashMap;

/// A column under any of these names.
pub(crate) type Column = &'static [&'static str];

/// The kinds in the order in which a header is tried, the narrower ones first.
pub(crate) const ORDER: [KnowledgeKind; 12] = [
    KnowledgeKind::CivicEvidence,
    KnowledgeKind::CivicAssertions,
    KnowledgeKind::CivicVariants,
    KnowledgeKind::CivicProfiles,
    KnowledgeKind::CivicFeatures,
    KnowledgeKind::Hgnc,
    KnowledgeKind::Hotspots,
    KnowledgeKind::OwnList,
    KnowledgeKind::CompanionTests,
    KnowledgeKind::DiseaseMap,
    KnowledgeKind::GeneRoles,
    KnowledgeKind::PanelGenes,
];

/// The columns by which a kind is known, and without which it cannot be read.
pub(crate) fn needed(kind: KnowledgeKind) -> &'static [Column] {
    match kind {
        KnowledgeKind::CivicEvidence => &[
            &["evidence_id"],
            &["evidence_type"],
            &["evidence_level"],
            &["evidence_status"],
            &["molecular_profile", "variant"],
        ],
        KnowledgeKind::CivicAssertions => {
            &[&["assertion_id"], &["assertion_type"], &["molecular_profile", "variant"]]
        }
        KnowledgeKind::CivicVariants => {
            &[&["variant_id"], &["feature_name", "gene"], &["variant"], &["variant_types"]]
        }
        KnowledgeKind::CivicProfiles => &[&["molecular_profile_id"], &["name"], &["variant_ids"]],
        KnowledgeKind::CivicFeatures => {
            &[&["feature_id", "gene_id"], &["feature_civic_url", "gene_civic_url"], &["name"], &["entrez_id"]]
        }
        KnowledgeKind::Hgnc => &[
            &["hgnc_id"],
            &["symbol", "approved_symbol"],
            &["alias_symbol", "alias_symbols"],
            &["prev_symbol", "previous_symbols"],
        ],
        KnowledgeKind::Hotspots => {
            &[&["hugo_symbol", "gene"], &["amino_acid_position", "residue"], &["variant_amino_acid"]]
        }
        KnowledgeKind::OwnList => {
            &[&["profile", "プロファイル"], &["direction", "方向"], &["source", "出典"]]
        }
        KnowledgeKind::CompanionTests => &[
            &["drug", "薬剤"],
            &["marker_gene", "遺伝子"],
            &["marker_change", "変化"],
            &["test", "検査"],
            &["tumour_name", "がん種"],
        ],
        KnowledgeKind::DiseaseMap => &[&["doid"], &["name"], &["oncotree"]],
        KnowledgeKind::GeneRoles => &[&["gene", "hugo_symbol", "遺伝子"], &["role", "役割"]],
        KnowledgeKind::PanelGenes => &[&["test", "検査"], &["genes", "対象遺伝子"], &["source", "出典"]],
        KnowledgeKind::OncoTree
        | KnowledgeKind::Clinvar
        | KnowledgeKind::Frequencies
        | KnowledgeKind::TrialsClinicalTrialsGov
        | KnowledgeKind::TrialsCtml
        | KnowledgeKind::TrialsJrct => &[],
    }
}

/// The columns of a table.
pub(crate) struct Header {
    /// Whether the file says by its name that it holds submitted rows beside accepted ones.
    mixed: bool,
    names: Vec<String>,
    places: HashMap<String, usize>,
}

impl Header {
    pub(crate) fn new(file: &str, names: Vec<String>) -> Self {
        let mut places = HashMap::new();
        for (place, name) in names.iter().enumerate() {
            places.entry(bare(name)).or_insert(place);
        }
        Self { mixed: holds_submitted(file), names, places }
    }

    pub(crate) fn len(&self) -> usize {
        self.names.len()
    }

    pub(crate) fn has(&self, column: &[&str]) -> bool {
        column.iter().any(|name| self.places.contains_key(*name))
    }

    /// The beginning of the header, to be shown.
    pub(crate) fn shown(&self) -> String {
        self.names.join(", ").chars().take(120).collect()
    }

    pub(crate) fn line<'l>(&'l self, fields: &'l [String]) -> Line<'l> {
        Line { header: self, fields }
    }
}

/// CIViC's files are called `AcceptedAndSubmitted…` where rows without review are among theirs.
pub(crate) fn holds_submitted(file: &str) -> bool {
    file.to_lowercase().contains("acceptedandsubmitted")
}

/// Names are compared in small letters, with `_` for spaces: `Approved symbol` is `approved_symbol`.
fn bare(name: &str) -> String {
    let words: Vec<String> =
        name.trim_start_matches(['\u{FEFF}', '#']).split_whitespace().map(str::to_lowercase).collect();
    words.join("_")
}

/// One row under its header.
pub(crate) struct Line<'l> {
    header: &'l Header,
    fields: &'l [String],
}

impl Line<'_> {
    /// The field of a column, without spaces around; empty where there is no such column.
    pub(crate) fn get(&self, column: &[&str]) -> &str {
        let place = column.iter().find_map(|name| self.header.places.get(*name));
        place.and_then(|place| self.fields.get(*place)).map_or("", |field| field.trim())
    }

    /// Whether rows of the file may be submitted ones.
    pub(crate) fn may_be_submitted(&self) -> bool {
        self.header.mixed
    }

    /// The same, none where it is empty.
    pub(crate) fn some(&self, column: &[&str]) -> Option<String> {
        Some(self.get(column)).filter(|text| !text.is_empty()).map(str::to_owned)
    }

    /// The same, which must be filled.
    pub(crate) fn must(&self, column: &[&str]) -> Result<&str, Refused> {
        match self.get(column) {
            "" => Err(Refused::new(
                SetAsideReason::Missing,
                row_fault::empty(column.first().unwrap_or(&"field")),
            )),
            text => Ok(text),
        }
    }

    /// The parts of a field between commas, each once and none of them empty.
    pub(crate) fn list(&self, column: &[&str]) -> Vec<String> {
        split(self.get(column), &[','])
    }

    /// Every field that is not empty, as written.
    pub(crate) fn written(&self) -> Vec<VerbatimField> {
        let named = self.header.names.iter().zip(self.fields);
        named
            .filter(|(_, field)| !field.is_empty())
            .map(|(name, field)| VerbatimField(name.clone(), field.clone()))
            .collect()
    }
}

/// The parts of a text, each once and none of them empty.
pub(crate) fn split(text: &str, at: &[char]) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for part in text.split(at).map(str::trim).filter(|part| !part.is_empty()) {
        if !parts.iter().any(|known| known == part) {
            parts.push(part.to_owned());
        }
    }
    parts
}

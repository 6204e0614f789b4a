//! Proteins with their domains, and marks on the scales of markers: what figures are drawn with.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::label::Label;
use entaku_domain::protein::{FigureFacts, MarkerMark, Protein, ProteinDomain};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProteinFile {
    version: String,
    source: String,
    /// How the data was entered, for who edits it.
    #[serde(rename = "note")]
    _note: String,
    proteins: Vec<ProteinEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ProteinEntry {
    gene: GeneSymbol,
    accession: String,
    length: u32,
    certainty: Certainty,
    transcripts: Vec<String>,
    domains: Vec<ProteinDomain>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct MarkFile {
    version: String,
    marks: Vec<MarkEntry>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct MarkEntry {
    marker: String,
    value: f64,
    units: Vec<String>,
    name: Label,
    holds_for: Label,
    tests: Vec<String>,
    certainty: Certainty,
    source: String,
}

/// The shipped data.
///
/// # Errors
/// When the data is not of the expected shape, a domain leaves its protein, or a protein or transcript stands twice.
pub(crate) fn shipped() -> Result<FigureFacts, KnowledgeError> {
    let proteins = proteins(crate::data::PROTEINS)?;
    Ok(FigureFacts { proteins, marks: marks(crate::data::MARKER_MARKS)? })
}

fn proteins(json: &str) -> Result<Vec<Protein>, KnowledgeError> {
    let ProteinFile { version, source, proteins, .. } =
        serde_json::from_str(json).map_err(|error| KnowledgeError::Data(error.to_string()))?;
    let mut all: Vec<Protein> = Vec::with_capacity(proteins.len());
    for entry in proteins {
        let fault = |what: &str| KnowledgeError::Data(format!("protein of '{}': {what}", entry.gene));
        let inside = |domain: &ProteinDomain| {
            1 <= domain.start && domain.start <= domain.end && domain.end <= entry.length
        };
        if !entry.domains.iter().all(inside) {
            return Err(fault("a domain leaves the protein"));
        }
        if !entry.domains.is_sorted_by(|one, next| one.end < next.start) {
            return Err(fault("its domains overlap or are out of order"));
        }
        // A gene has several proteins where they are isoforms of one entry (P01116-1, P01116-2); each transcript codes for one.
        let entry_of = |accession: &str| accession.split('-').next().unwrap_or_default().to_owned();
        let same = |known: &Protein| {
            known.accession == entry.accession
                || (known.gene == entry.gene && entry_of(&known.accession) != entry_of(&entry.accession))
                || known.transcripts.iter().any(|name| entry.transcripts.contains(name))
        };
        if all.iter().any(same) {
            return Err(fault("it stands twice"));
        }
        all.push(Protein {
            gene: entry.gene,
            accession: entry.accession,
            length: entry.length,
            transcripts: entry.transcripts,
            domains: entry.domains,
            certainty: entry.certainty,
            source: source.clone(),
            version: version.clone(),
        });
    }
    Ok(all)
}

fn marks(json: &str) -> Result<Vec<MarkerMark>, KnowledgeError> {
    let MarkFile { version, marks } =
        serde_json::from_str(json).map_err(|error| KnowledgeError::Data(error.to_string()))?;
    Ok(marks
        .into_iter()
        .map(|entry| MarkerMark {
            marker: entry.marker,
            value: entry.value,
            units: entry.units,
            name: entry.name,
            holds_for: Some(entry.holds_for),
            tests: entry.tests,
            certainty: entry.certainty,
            source: entry.source,
            version: version.clone(),
        })
        .collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_protein_has_transcripts_and_an_accession_of_its_own() {
        let facts = shipped().unwrap();
        assert!(facts.proteins.len() >= 50, "{} proteins", facts.proteins.len());
        let mut seen = std::collections::BTreeSet::new();
        for protein in &facts.proteins {
            assert!(!protein.transcripts.is_empty(), "{}: nothing could be placed on it", protein.gene);
            assert!(seen.insert(&protein.accession), "{} stands twice", protein.accession);
            assert!(protein.transcripts.iter().all(|name| !name.contains('.')), "{}", protein.gene);
        }
    }

    #[test]
    fn well_known_residues_lie_in_their_domains() {
        let facts = shipped().unwrap();
        for (gene, residue, domain) in [
            ("EGFR", 858, "Kinase"),
            ("BRAF", 600, "Kinase"),
            ("TP53", 273, "DBD"),
            ("PIK3CA", 545, "Helical"),
            ("PIK3CA", 1047, "Kinase"),
            ("ESR1", 538, "LBD"),
            ("ALK", 1174, "Kinase"),
            ("RET", 918, "Kinase"),
            ("KRAS", 12, "G"),
            ("AKT1", 17, "PH"),
        ] {
            let protein = facts.proteins.iter().find(|protein| protein.gene.as_str() == gene).unwrap();
            let found = protein.domains.iter().find(|one| (one.start..=one.end).contains(&residue));
            assert_eq!(found.map(|one| one.short.as_str()), Some(domain), "{gene} {residue}");
        }
    }

    #[test]
    fn data_that_cannot_be_meant_is_refused_with_the_gene() {
        let shipped = crate::data::PROTEINS;
        for (from, to) in [
            ("\"length\": 1210", "\"length\": 900"),
            ("\"start\": 712", "\"start\": 640"),
            ("\"ATM\"", "\"AKT1\""),
        ] {
            assert!(shipped.contains(from), "{from} is in the data");
            let error = proteins(&shipped.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(error.contains("protein of '"), "{to}: {error}");
        }
    }

    #[test]
    fn each_protein_of_kras_has_its_own_length() {
        let facts = shipped().unwrap();
        for (transcript, length) in [("NM_004985", 188), ("NM_033360", 189)] {
            let protein =
                facts.proteins.iter().find(|one| one.transcripts.iter().any(|name| name == transcript));
            assert_eq!(protein.map(|one| one.length), Some(length), "{transcript}");
        }
    }

    #[test]
    fn a_mark_says_in_both_languages_of_which_test_it_is_the_criterion() {
        let facts = shipped().unwrap();
        let mark = facts.marks.iter().find(|mark| mark.marker == "TMB").unwrap();
        let holds = mark.holds_for.as_ref().unwrap();
        for words in [&mark.name.ja, &mark.name.en, &holds.ja, &holds.en] {
            assert!(words.contains("FoundationOne CDx"), "10 mut/Mb is no criterion of every panel: {words}");
        }
        assert!(mark.source.is_ascii(), "a source that both languages print: {}", mark.source);
    }
}

//! The list of genes that are looked at for heredity in a tumour read alone.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::germline_genes::{GermlineGeneGroup, GermlineGenes};
use entaku_domain::label::Label;
use serde::Deserialize;
use std::collections::BTreeSet;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    version: String,
    name: Label,
    remark: Label,
    groups: Vec<Group>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Group {
    source: Label,
    certainty: Certainty,
    genes: Vec<GeneSymbol>,
}

/// The shipped list.
///
/// # Errors
/// When the data is not of the expected shape, or a gene stands twice.
pub(crate) fn shipped() -> Result<GermlineGenes, KnowledgeError> {
    let File { version, name, remark, groups } = serde_json::from_str(crate::data::GERMLINE_GENES)
        .map_err(|error| KnowledgeError::Data(error.to_string()))?;
    let mut seen = BTreeSet::new();
    if let Some(twice) =
        groups.iter().flat_map(|group| &group.genes).find(|gene| !seen.insert((*gene).clone()))
    {
        return Err(KnowledgeError::Data(format!("gene '{twice}' stands twice")));
    }
    let groups = groups
        .into_iter()
        .map(|Group { source, certainty, genes }| GermlineGeneGroup {
            source,
            certainty,
            genes: genes.into_iter().collect(),
        })
        .collect();
    Ok(GermlineGenes { name, version, remark, groups })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// ESMO 2022 names BRCA1, BRCA2, PALB2, MLH1, MSH2, MSH6 and RET whatever the tumour; TP53 asks only at a young age.
    #[test]
    fn the_list_names_what_esmo_names_whatever_the_tumour() {
        let list = shipped().unwrap();
        let certainty =
            |gene: &str| list.group_of(&GeneSymbol::parse(gene).unwrap()).map(|group| group.certainty);
        for gene in ["BRCA1", "BRCA2", "PALB2", "MLH1", "MSH2", "MSH6", "RET"] {
            assert_eq!(certainty(gene), Some(Certainty::Source), "{gene}");
        }
        assert_eq!(certainty("PMS2"), Some(Certainty::General));
        assert_eq!(certainty("TP53"), None);
    }
}

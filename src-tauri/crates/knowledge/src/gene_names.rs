//! Other names of genes that come with the program, until a site imports HGNC's list.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::evidence::GeneNames;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::label::Label;
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct File {
    #[allow(dead_code, reason = "for who reads the data")]
    version: String,
    #[allow(dead_code, reason = "for who reads the data")]
    source: String,
    #[allow(dead_code, reason = "for who reads the data")]
    remark: Label,
    #[allow(dead_code, reason = "for who reads the data")]
    certainty: Certainty,
    genes: Vec<Gene>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Gene {
    symbol: GeneSymbol,
    others: Vec<String>,
}

/// The shipped names.
///
/// # Errors
/// When the data is not of the expected shape.
pub fn shipped() -> Result<GeneNames, KnowledgeError> {
    let File { genes, .. } = serde_json::from_str(crate::data::GENE_ALIASES)
        .map_err(|error| KnowledgeError::Data(format!("gene-aliases.json: {error}")))?;
    Ok(GeneNames::new(
        genes.iter().map(|gene| (gene.symbol.as_str(), gene.others.iter().map(String::as_str).collect())),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_in_use_stand_for_their_gene() {
        let names = shipped().unwrap();
        for (written, approved) in [
            ("HER2", "ERBB2"),
            ("MLL", "KMT2A"),
            ("NPM", "NPM1"),
            ("ABL", "ABL1"),
            ("p53", "TP53"),
            ("ALK", "ALK"),
        ] {
            assert_eq!(names.approved(written), approved, "{written}");
        }
    }
}

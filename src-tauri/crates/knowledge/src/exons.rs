//! Where exons lie, for the genes of which panels and knowledge bases name them, and the domains of proteins beside them.

use crate::scale::KnowledgeError;
use entaku_domain::certainty::Certainty;
use entaku_domain::evidence::{ExonPlace, GeneExons, Places};
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
    certainty: Certainty,
    genes: Vec<Gene>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Gene {
    gene: String,
    transcripts: Vec<String>,
    exons: Vec<Exon>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Exon {
    numbers: Vec<u32>,
    first: u32,
    last: u32,
    coding: Option<(u32, u32)>,
}

/// The shipped exons, and the domains of the proteins that figures are drawn with.
///
/// # Errors
/// When the data is not of the expected shape, or an exon ends before it begins.
pub fn shipped() -> Result<Places, KnowledgeError> {
    let File { certainty, genes, .. } = serde_json::from_str(crate::data::EXONS)
        .map_err(|error| KnowledgeError::Data(format!("exons.json: {error}")))?;
    let mut all = Vec::new();
    for Gene { gene, transcripts, exons } in genes {
        let mut places = Vec::new();
        for Exon { numbers, first, last, coding } in exons {
            let fits = coding.is_none_or(|(begin, end)| {
                begin.div_ceil(3) <= first && last <= end.div_ceil(3) && begin <= end
            });
            if first > last || first == 0 || numbers.is_empty() || !fits {
                return Err(KnowledgeError::Data(format!(
                    "exons.json: exon {numbers:?} of {gene} has residues {first} to {last}, which do not lie in it"
                )));
            }
            places.push(ExonPlace { numbers, first, last, coding });
        }
        all.push(GeneExons { gene, transcripts, exons: places, certainty });
    }
    Ok(Places::new(all, crate::figures::shipped()?.proteins))
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::hgvs::HgvsText;

    #[test]
    fn known_hotspots_lie_in_the_exons_that_the_field_names() {
        let places = shipped().unwrap();
        for (gene, change, exon) in [
            ("EGFR", "G719S", 18),
            ("EGFR", "E746_A750del", 19),
            ("EGFR", "S768I", 20),
            ("EGFR", "T790M", 20),
            ("EGFR", "D770_N771insSVD", 20),
            ("EGFR", "L858R", 21),
            ("ERBB2", "S310F", 8),
            ("ERBB2", "L755S", 19),
            ("ERBB2", "Y772_A775dup", 20),
            ("ERBB2", "V842I", 21),
            ("KIT", "A502_Y503dup", 9),
            ("KIT", "V559D", 11),
            ("KIT", "V654A", 13),
            ("KIT", "T670I", 14),
            ("KIT", "D816V", 17),
            ("KIT", "N822K", 17),
            ("PDGFRA", "V561D", 12),
            ("PDGFRA", "N659K", 14),
            ("PDGFRA", "D842V", 18),
            ("MET", "D1010N", 14),
            ("BRAF", "G469A", 11),
            ("BRAF", "V600E", 15),
            ("KRAS", "G12C", 2),
            ("KRAS", "Q61H", 3),
            ("KRAS", "A146T", 4),
            ("FGFR3", "S249C", 7),
            ("FGFR3", "Y373C", 10),
            ("FLT3", "D835Y", 20),
            ("CALR", "L367fs*46", 9),
            ("NPM1", "W288fs*12", 12),
            ("NPM1", "W288fs*12", 11),
            ("JAK2", "K539L", 12),
            ("JAK2", "V617F", 14),
            ("PIK3CA", "E545K", 9),
            ("PIK3CA", "E545K", 10),
            ("PIK3CA", "H1047R", 20),
            ("CTNNB1", "S45F", 3),
            ("RET", "C618R", 10),
            ("RET", "C634R", 11),
            ("RET", "L790F", 13),
            ("RET", "V804M", 14),
            ("RET", "S891A", 15),
            ("RET", "M918T", 16),
            ("TP53", "R175H", 5),
            ("TP53", "R248Q", 7),
            ("TP53", "R273C", 8),
            ("IDH1", "R132H", 4),
            ("IDH2", "R172K", 4),
            ("DNMT3A", "R882H", 23),
            ("MPL", "W515L", 10),
            ("SF3B1", "K700E", 15),
        ] {
            let at = HgvsText::parse(change).unwrap().residues().unwrap();
            let exons = places.exons_at(gene, None, at).unwrap_or_default();
            assert!(exons.contains(&exon), "{gene} {change}: {exons:?}");
        }
    }

    /// Exons as annotators numbered them in files of patients that anybody may read: transcript, residue, exon of how many.
    #[test]
    fn exons_agree_with_those_of_annotators() {
        let places = shipped().unwrap();
        for (gene, transcript, residue, exon) in [
            ("EGFR", "ENST00000275493", 858, 21),
            ("FLT3", "ENST00000241453", 604, 14),
            ("IDH2", "ENST00000330062", 140, 4),
            ("JAK2", "ENST00000381652", 617, 14),
            ("MET", "ENST00000318493", 1028, 14),
            ("MET", "ENST00000397752", 1010, 14),
            ("NPM1", "ENST00000296930", 287, 11),
            ("PIK3CA", "ENST00000263967", 545, 10),
            ("TP53", "ENST00000269305.8", 72, 4),
            ("TP53", "ENST00000269305.8", 175, 5),
            ("TP53", "ENST00000269305", 241, 7),
        ] {
            let at = HgvsText::parse(&format!("A{residue}C")).unwrap().residues().unwrap();
            let exons = places.exons_at(gene, Some(transcript), at).unwrap_or_default();
            assert!(exons.contains(&exon), "{gene} {residue}: {exons:?}");
        }
    }
}

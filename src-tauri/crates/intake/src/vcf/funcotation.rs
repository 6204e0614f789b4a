//! Annotations by GATK's Funcotator (`FUNCOTATION`): `[KRAS|hg38|chr12|…|p.G12D|…],[…]`, one list for each allele; the header
//! names the fields with the version of Gencode before them. Signs of the format are written `_%7C_`.

use super::csq::{MAX_TRANSCRIPTS, Own};
use super::effect::{Names, effect};
use super::spelling::{Annotator, Spelling};

/// Where the fields of interest stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    gene: usize,
    class: Option<usize>,
    allele: Option<usize>,
    transcript: Option<usize>,
    coding: Option<usize>,
    protein: Option<usize>,
}

impl Layout {
    /// Reads the order from the header's description.
    pub fn of(description: &str) -> Option<Self> {
        let (_, order) = description.split_once("fields are:")?;
        let names: Vec<&str> = order.split('|').map(str::trim).collect();
        let at = |wanted: &str| {
            let is_it = |name: &&str| {
                let gencode = name.strip_prefix("Gencode_").and_then(|rest| rest.split_once('_'));
                gencode.is_some_and(|(_, name)| name == wanted)
            };
            names.iter().position(is_it)
        };
        Some(Self {
            gene: at("hugoSymbol")?,
            class: at("variantClassification"),
            allele: at("tumorSeqAllele2"),
            transcript: at("annotationTranscript"),
            coding: at("cDnaChange"),
            protein: at("proteinChange"),
        })
    }
}

/// The consequences of one allele, in the source's order.
pub(super) fn consequences(text: &str, layout: Option<Layout>, allele: Spelling<'_>) -> Own {
    let mut own = Own::default();
    let Some(layout) = layout else { return own };
    for list in text.split("],").take(MAX_TRANSCRIPTS) {
        // Further transcripts of one allele follow after `#`.
        for entry in list.trim_start_matches('[').trim_end_matches(']').split('#') {
            let fields: Vec<String> = entry.trim_matches(['[', ']']).split('|').map(plain).collect();
            let field = |at: Option<usize>| at.and_then(|at| fields.get(at)).map_or("", String::as_str);
            let word = field(layout.allele);
            if word.is_empty() && allele.count > 1 || allele.fit(word, None, Annotator::Vep).is_none() {
                if !word.is_empty() && !allele.is_another(word, Annotator::Vep) {
                    own.unused.get_or_insert_with(|| word.to_owned());
                }
                continue;
            }
            let gene = field(Some(layout.gene));
            own.effects.push(effect(Names {
                gene: if gene == "Unknown" { "" } else { gene },
                transcript: field(layout.transcript),
                coding: field(layout.coding),
                protein: field(layout.protein),
                effects: field(layout.class),
                impact: "",
            }));
        }
    }
    own.effects.retain(|effect| effect.gene.is_some() || effect.coding.is_some());
    // After a split a shortened word may be another allele's.
    if own.unused.is_some() {
        own.effects.retain(|effect| {
            effect.coding.as_ref().and_then(|coding| allele.agrees_with(coding.as_str())) != Some(false)
        });
    }
    own
}

/// A field without the signs that stand for others.
fn plain(text: &str) -> String {
    let mut plain = text.trim().to_owned();
    for (sign, character) in
        [("_%7C_", "|"), ("_%2C_", ","), ("_%3B_", ";"), ("_%3D_", "="), ("_%20_", " "), ("_%23_", "#")]
    {
        if plain.contains(sign) {
            plain = plain.replace(sign, character);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESCRIPTION: &str = "Functional annotation from the Funcotator tool.  Funcotation fields are: Gencode_34_hugoSymbol|Gencode_34_variantClassification|Gencode_34_tumorSeqAllele2|Gencode_34_annotationTranscript|Gencode_34_cDnaChange|Gencode_34_proteinChange|dbSNP_ID";

    fn read(text: &str, alternates: &'static str, index: usize) -> Vec<String> {
        let alternate = alternates.split(',').nth(index).unwrap();
        let allele =
            Spelling { reference: "C", alternates, alternate, index, count: alternates.split(',').count() };
        let own = consequences(text, Layout::of(DESCRIPTION), allele);
        let text =
            |text: Option<&entaku_domain::hgvs::HgvsText>| text.map_or("-".to_owned(), ToString::to_string);
        let shown = own.effects.iter().map(|effect| {
            let gene = effect.gene.as_ref().map_or("-", |gene| gene.as_str());
            format!("{gene} {} {}", text(effect.coding.as_ref()), text(effect.protein.as_ref()))
        });
        shown.collect()
    }

    #[test]
    fn each_list_is_of_the_allele_that_it_names() {
        let two =
            "[KRAS|MISSENSE|T|ENST1.9|c.35G>A|p.G12D|rs1_%7C_rs2],[KRAS|MISSENSE|A|ENST1.9|c.35G>T|p.G12V|]";
        assert_eq!(read(two, "T,A", 0), ["KRAS c.35G>A p.G12D"]);
        assert_eq!(read(two, "T,A", 1), ["KRAS c.35G>T p.G12V"]);
        assert_eq!(read(two, "A", 0), ["KRAS c.35G>T p.G12V"], "split");
        assert!(read(two, "G", 0).is_empty());
        assert!(read("[Unknown|IGR|T||||]", "T", 0).is_empty());
        for damaged in ["", "[", "]", "[|", "[KRAS|MISSENSE|T", "],[],["] {
            let _ = read(damaged, "T", 0);
        }
        assert_eq!(Layout::of("Functional annotation"), None);
    }
}

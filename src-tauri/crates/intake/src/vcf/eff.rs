//! Annotations by SnpEff before version 4 (`EFF`): `Effect(Impact|Class|Codon|Amino_Acid|…)`, whose fields changed from
//! version to version; the header tells their order. Source: the header's own description.

use super::agreement::{Signs, settle};
use super::csq::{MAX_TRANSCRIPTS, Own};
use super::effect::{Names, effect};
use super::fusion_genes::{self, Pair, fuses};
use super::spelling::{Annotator, Spelling, is_between};
use entaku_domain::finding::choose_first;

/// Where the fields of interest stand between the brackets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    change: usize,
    gene: usize,
    transcript: usize,
    /// The allele, or its number counted from 1; versions before 3.1 have none.
    allele: Option<usize>,
}

/// With the length of the protein, as versions from 3 on write it.
const WITH_LENGTH: Layout = Layout { change: 3, gene: 5, transcript: 8, allele: Some(10) };

/// Without it, as version 2 wrote.
const WITHOUT_LENGTH: Layout = Layout { change: 3, gene: 4, transcript: 7, allele: None };

impl Layout {
    /// Reads the order from the header's description.
    pub fn of(description: &str) -> Option<Self> {
        let (_, order) = description.split_once('(')?;
        let names: Vec<String> =
            order.split(['|', '[', ')']).map(|name| name.trim().to_ascii_lowercase()).collect();
        let at = |wanted: &[&str]| names.iter().position(|name| wanted.contains(&name.as_str()));
        Some(Self {
            change: at(&["amino_acid_change"])?,
            gene: at(&["gene_name"])?,
            transcript: at(&["transcript", "transcript_id"])?,
            allele: at(&["genotype_number", "genotype", "genotypenum", "genotype_num"]),
        })
    }

    /// Where the header is silent: the protein's length is a number, or nothing before a gene.
    fn guess(fields: &[&str]) -> Self {
        let field = |index: usize| fields.get(index).copied().unwrap_or_default();
        let is_length = field(4).bytes().all(|byte| byte.is_ascii_digit());
        if is_length && fields.len() > 9 { WITH_LENGTH } else { WITHOUT_LENGTH }
    }
}

/// The consequences of one allele: those of the entries that name it, by word or by number, the chosen one first.
pub(super) fn consequences(text: &str, layout: Option<Layout>, allele: Spelling<'_>) -> Own {
    let mut own = Own::default();
    let mut numbers: Vec<usize> = Vec::new();
    let mut signs = Signs::default();
    for entry in text.split("),").take(MAX_TRANSCRIPTS) {
        let Some((name, inner)) = entry.split_once('(') else { continue };
        let fields: Vec<&str> = inner.trim_end_matches(')').split('|').map(str::trim).collect();
        let layout = layout.unwrap_or_else(|| Layout::guess(&fields));
        let field = |index: usize| fields.get(index).copied().unwrap_or_default();
        let word = layout.allele.map(field).unwrap_or_default();
        // A number counts within the record as it was annotated: it tells nothing once a site was split.
        let number = word.parse::<usize>().ok();
        let belongs = match number {
            Some(number) => allele.count == 1 || number == allele.index + 1,
            None => allele.fit(word, None, Annotator::SnpEff).is_some(),
        };
        if !belongs {
            if number.is_none() && !is_between(word) && !allele.is_another(word, Annotator::SnpEff) {
                signs.stranger(word, coding_of(field(layout.change)).0, allele);
                own.unused.get_or_insert_with(|| word.to_owned());
            }
            continue;
        }
        let (coding, protein) = coding_of(field(layout.change));
        let (gene, transcript, impact) = (field(layout.gene), field(layout.transcript), field(0));
        numbers.push(number.unwrap_or_default());
        own.effects.push(effect(Names {
            gene,
            transcript,
            coding,
            protein,
            effects: &name.replace('+', "&"),
            impact,
        }));
    }
    signs.lengths |= signs.foreign && !allele.is_substitution();
    own.unused = settle(&mut own.effects, &numbers, signs, allele).or(own.unused);
    choose_first(&mut own.effects);
    own
}

/// Coding change and protein change of `p.Gly12Asp/c.35G>A`; versions before 4 give the latter alone.
fn coding_of(change: &str) -> (&str, &str) {
    let (mut coding, mut protein) = ("", "");
    for part in change.split('/') {
        if part.starts_with("c.") || part.starts_with("n.") {
            coding = part;
        } else {
            protein = part;
        }
    }
    (coding, protein)
}

/// The gene pairs of entries that fuse genes: `gene_fusion(HIGH|||||EML4&ALK|…)`.
pub(super) fn fused(text: &str, layout: Option<Layout>, allele: Spelling<'_>) -> Vec<Pair> {
    let pair = |entry: &str| {
        let (name, inner) = entry.split_once('(')?;
        let fields: Vec<&str> = inner.trim_end_matches(')').split('|').map(str::trim).collect();
        let layout = layout.unwrap_or_else(|| Layout::guess(&fields));
        let word = layout.allele.and_then(|at| fields.get(at)).copied().unwrap_or_default();
        let own = match word.parse::<usize>() {
            Ok(number) => allele.count == 1 || number == allele.index + 1,
            Err(_) => allele.fit(word, None, Annotator::SnpEff).is_some(),
        };
        let fuses = name.split(['+', '&']).any(fuses);
        fusion_genes::pair(fields.get(layout.gene)?).filter(|_| own && fuses)
    };
    text.split("),").take(MAX_TRANSCRIPTS).filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::finding::TranscriptEffect;

    fn transcripts(
        text: &str,
        layout: Option<Layout>,
        (alternate, number): (&str, usize),
        only: bool,
    ) -> Vec<TranscriptEffect> {
        let alternates = if only { alternate.to_owned() } else { "CC,T,G".to_owned() };
        let (index, count) = if only { (0, 1) } else { (number - 1, 3) };
        let allele = Spelling { reference: "C", alternates: &alternates, alternate, index, count };
        consequences(text, layout, allele).effects
    }

    fn read(text: &str, layout: Option<Layout>, allele: (&str, usize), only: bool) -> Vec<String> {
        let shown = |effect: &TranscriptEffect| {
            let gene = effect.gene.as_ref().map_or("-", |gene| gene.as_str());
            let protein = effect.protein.as_ref().map_or("-", |protein| protein.as_str());
            format!(
                "{gene} {} {protein} {}",
                effect.transcript.as_deref().unwrap_or("-"),
                effect.effects.join("+")
            )
        };
        transcripts(text, layout, allele, only).iter().map(shown).collect()
    }

    const NEW: &str = "Predicted effects. Format: 'Effect ( Effect_Impact | Functional_Class | Codon_Change | Amino_Acid_Change| Amino_Acid_length | Gene_Name | Transcript_BioType | Gene_Coding | Transcript_ID | Exon_Rank  | Genotype_Number [ | ERRORS | WARNINGS ] )'";
    const OLD: &str = "Format: 'Effect ( Effect_Impact | Functional_Class | Codon_Change | Amino_Acid_change| Gene_Name | Gene_BioType | Coding | Transcript | Exon [ | ERRORS | WARNINGS ] )'";

    #[test]
    fn the_header_tells_the_order_of_the_fields() {
        let new = Layout::of(NEW).unwrap();
        assert_eq!(new, WITH_LENGTH);
        assert_eq!(Layout::of(OLD), Some(WITHOUT_LENGTH));
        let text = "INTRON(MODIFIER||||188|KRAS|protein_coding|CODING|NM_1|2|1),NON_SYNONYMOUS_CODING(MODERATE|MISSENSE|gGt/gAt|p.Gly12Asp/c.35G>A|188|KRAS|protein_coding|CODING|NM_2|2|1)";
        assert_eq!(
            read(text, Some(new), ("A", 1), true),
            ["KRAS NM_2 p.Gly12Asp NON_SYNONYMOUS_CODING", "KRAS NM_1 - INTRON"],
            "the greater impact first"
        );
        let coding = &transcripts(text, Some(new), ("A", 1), true)[0].coding;
        assert_eq!(coding.as_ref().unwrap().as_str(), "c.35G>A");
    }

    #[test]
    fn entries_belong_to_their_allele_by_number_or_by_name() {
        let entry = |allele: &str, gene: &str| format!("STOP_GAINED(HIGH|||Q5*|9|{gene}|||T|1|{allele})");
        let text =
            [entry("1", "TP53"), entry("2", "KRAS"), entry("G", "EGFR"), entry("G-C", "ALK")].join(",");
        let genes = |allele| -> Vec<String> {
            let lines = read(&text, Layout::of(NEW), allele, false);
            lines.iter().map(|line| line.split(' ').next().unwrap_or_default().to_owned()).collect()
        };
        assert_eq!(genes(("T", 2)), ["KRAS"]);
        assert_eq!(genes(("G", 3)), ["EGFR"]);
    }

    #[test]
    fn without_a_header_the_fields_tell_their_version() {
        let old = "UPSTREAM(MODIFIER||||TERT|protein_coding|CODING|NM_1||)";
        assert_eq!(read(old, None, ("A", 1), true), ["TERT NM_1 - UPSTREAM"]);
        let new = "INTRON(MODIFIER||||1541|MEGF6||CODING|NM_001409|4)";
        assert_eq!(read(new, None, ("A", 1), true), ["MEGF6 NM_001409 - INTRON"]);
        for damaged in ["", "(", "a(b", "x),y),", "UPSTREAM(||||||||||||||)"] {
            let _ = read(damaged, None, ("A", 1), false);
        }
    }

    #[test]
    fn numbers_tell_nothing_once_a_site_was_split() {
        let entry = |number: &str, gene: &str| format!("STOP_GAINED(HIGH|||Q5*|9|{gene}|||T|1|{number})");
        let text = [entry("1", "TP53"), entry("2", "KRAS")].join(",");
        assert!(read(&text, Layout::of(NEW), ("A", 1), true).is_empty(), "which of the two is this one?");
        let missense = text.replace("STOP_GAINED", "NON_SYNONYMOUS_CODING");
        assert!(read(&missense, Layout::of(NEW), ("A", 1), true).is_empty(), "an effect does not tell it");
        assert_eq!(read(&entry("2", "KRAS"), Layout::of(NEW), ("A", 1), true).len(), 1);
    }

    #[test]
    fn the_number_is_found_under_each_of_its_headings() {
        let early = "Predicted effects for this variant.Format: 'Effect ( Effect_Impact | Functional_Class | Codon_Change | Amino_Acid_change| Amino_Acid_length | Gene_Name | Gene_BioType | Coding | Transcript | Exon  | GenotypeNum [ | ERRORS | WARNINGS ] )'";
        assert_eq!(Layout::of(early), Some(WITH_LENGTH));
    }

    #[test]
    fn the_coding_change_tells_which_number_a_split_record_is() {
        let entry = |coding: &str, protein: &str, number: &str| {
            format!(
                "NON_SYNONYMOUS_CODING(MODERATE|MISSENSE|gGt/gAt|{protein}/{coding}|188|KRAS|protein_coding|CODING|T|2|{number})"
            )
        };
        let text = [entry("c.35G>T", "p.Gly12Val", "1"), entry("c.35G>A", "p.Gly12Asp", "2")].join(",");
        assert_eq!(read(&text, Layout::of(NEW), ("T", 1), true), ["KRAS T p.Gly12Asp NON_SYNONYMOUS_CODING"]);
    }

    #[test]
    fn genes_that_a_change_fuses_are_a_pair() {
        let text = "gene_fusion(HIGH|||||EML4&ALK|protein_coding|CODING|NM_1|19|1),INTRON(MODIFIER|||||A&B|||NM_2||1)";
        let allele =
            |count| Spelling { reference: "A", alternates: "]2:5]A", alternate: "]2:5]A", index: 0, count };
        let pairs: Vec<String> = fused(text, Layout::of(NEW), allele(1))
            .iter()
            .map(|(five, three)| format!("{five}::{three}"))
            .collect();
        assert_eq!(pairs, ["EML4::ALK"]);
    }
}

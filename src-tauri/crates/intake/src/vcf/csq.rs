//! Annotations by VEP (`CSQ`): one entry for each allele and transcript, its fields in the order that the header
//! gives. Source: the header's own description, `Format: Allele|Consequence|…`.

use super::effect::{Names, effect};
use entaku_domain::finding::TranscriptEffect;

/// Where the fields of interest stand in an entry, counted from 0.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Layout {
    /// Name of the INFO field: `CSQ`, or `vep` in some resources.
    pub key: String,
    allele: Option<usize>,
    allele_number: Option<usize>,
    consequence: Option<usize>,
    impact: Option<usize>,
    symbol: Option<usize>,
    feature: Option<usize>,
    coding: Option<usize>,
    protein: Option<usize>,
    pick: Option<usize>,
    mane: Option<usize>,
    canonical: Option<usize>,
    /// Index of the last field of interest: nothing beyond it is looked at.
    last: usize,
}

impl Layout {
    /// Reads the order of the fields from the header's description.
    pub fn of(key: &str, description: &str) -> Option<Self> {
        let (_, order) = description.split_once("Format: ")?;
        let mut layout = Self { key: key.to_owned(), ..Self::default() };
        for (index, name) in order.trim_end_matches('"').split('|').enumerate() {
            let slot = match name.trim() {
                "Allele" => &mut layout.allele,
                "ALLELE_NUM" => &mut layout.allele_number,
                "Consequence" => &mut layout.consequence,
                "IMPACT" => &mut layout.impact,
                "SYMBOL" => &mut layout.symbol,
                "Feature" => &mut layout.feature,
                "HGVSc" => &mut layout.coding,
                "HGVSp" => &mut layout.protein,
                "PICK" => &mut layout.pick,
                "MANE_SELECT" => &mut layout.mane,
                "CANONICAL" => &mut layout.canonical,
                _ => continue,
            };
            *slot = Some(index);
            layout.last = index;
        }
        Some(layout)
    }
}

/// Most transcripts kept for one allele. Genes have dozens; the rest stays in the received file.
pub(super) const MAX_TRANSCRIPTS: usize = 200;

/// Most fields of interest lie within this many (VEP with all plugins has about 120).
const MAX_FIELDS: usize = 256;

/// The allele whose entries are wanted.
#[derive(Debug, Clone, Copy)]
pub(super) struct Wanted<'a> {
    /// The allele as VEP writes it, or none where the record has one allele only and every entry is its own.
    pub written: Option<&'a str>,
    /// Its number, counted from 1.
    pub number: usize,
}

/// How much an entry is preferred; the least comes first: PICK, then what hits the gene before what lies beside it,
/// then MANE Select, canonical, any gene, and within these the greater impact.
type Rank = (bool, bool, u8, u8);

/// The effects on transcripts, the preferred one first, the others in the file's order.
pub(super) fn transcripts(text: &str, layout: &Layout, wanted: Wanted<'_>) -> Vec<TranscriptEffect> {
    let mut effects = Vec::new();
    let mut best: Option<(Rank, usize)> = None;
    for entry in text.split(',') {
        let mut fields = [""; MAX_FIELDS];
        let last = layout.last.min(MAX_FIELDS - 1);
        for (slot, field) in fields.iter_mut().zip(entry.split('|')).take(last + 1) {
            *slot = field;
        }
        let field =
            |index: Option<usize>| index.and_then(|index| fields.get(index)).copied().unwrap_or_default();
        if let Some(written) = wanted.written {
            let number: Option<usize> = field(layout.allele_number).parse().ok();
            let is_own =
                number.map_or_else(|| field(layout.allele) == written, |number| number == wanted.number);
            if !is_own {
                continue;
            }
        }
        if effects.len() >= MAX_TRANSCRIPTS {
            break;
        }
        let flag = match () {
            () if !field(layout.mane).is_empty() => 0,
            () if field(layout.canonical) == "YES" => 1,
            () if !field(layout.symbol).is_empty() => 2,
            () => 3,
        };
        let impact = match field(layout.impact) {
            "HIGH" => 0,
            "MODERATE" => 1,
            "LOW" => 2,
            _ => 3,
        };
        let rank = (field(layout.pick) != "1", is_beside(field(layout.consequence)), flag, impact);
        if best.is_none_or(|(before, _)| rank < before) {
            best = Some((rank, effects.len()));
        }
        effects.push(effect(Names {
            gene: field(layout.symbol),
            transcript: field(layout.feature),
            coding: field(layout.coding),
            protein: field(layout.protein),
            effects: field(layout.consequence),
        }));
    }
    if let Some((_, index)) = best
        && let Some(front) = effects.get_mut(..=index)
    {
        front.rotate_right(1);
    }
    without_neighbours(&mut effects);
    effects
}

/// Whether a consequence concerns what lies beside a gene, not the gene.
pub(super) fn is_beside(consequence: &str) -> bool {
    const BESIDE: [&str; 6] = [
        "upstream_gene_variant",
        "downstream_gene_variant",
        "regulatory_region_variant",
        "TF_binding_site_variant",
        "intergenic_variant",
        "intergenic_region",
    ];
    BESIDE.contains(&consequence)
}

/// Where a transcript is hit, genes beside the change are noise: they would stand as the finding's genes. They stay
/// in the record as written. Where nothing is hit (a promoter), they stay.
pub(super) fn without_neighbours(effects: &mut Vec<TranscriptEffect>) {
    let beside = |effect: &TranscriptEffect| effect.effects.iter().all(|term| is_beside(term));
    if effects.iter().any(|effect| !beside(effect)) {
        effects.retain(|effect| !beside(effect));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESCRIPTION: &str = "Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSc|HGVSp|CANONICAL|MANE_SELECT|PICK";

    fn read(text: &str, written: Option<&str>) -> Vec<String> {
        let layout = Layout::of("CSQ", DESCRIPTION).unwrap();
        let effects = transcripts(text, &layout, Wanted { written, number: 1 });
        effects
            .iter()
            .map(|e| {
                let gene = e.gene.as_ref().map_or("-", |gene| gene.as_str());
                let protein = e.protein.as_ref().map_or("-", |protein| protein.as_str());
                format!("{gene} {} {protein} {}", e.transcript.as_deref().unwrap_or("-"), e.effects.join("+"))
            })
            .collect()
    }

    #[test]
    fn the_preferred_transcript_comes_first_and_the_others_keep_their_order() {
        let entry = |feature: &str, flags: &str| {
            format!(
                "G|missense_variant&splice_region_variant|EGFR|{feature}|{feature}.5:c.2573T>G|NP_1.2:p.Leu858Arg|{flags}"
            )
        };
        let csq =
            [entry("NM_1", "||"), entry("NM_2", "YES||"), entry("NM_3", "|NM_3.1|"), entry("NM_4", "||1")];
        let line = |n: &str| format!("EGFR NM_{n}.5 p.Leu858Arg missense_variant+splice_region_variant");
        assert_eq!(read(&csq.join(","), None), [line("4"), line("1"), line("2"), line("3")]);
        assert_eq!(read(&csq[..3].join(","), None)[0], line("3"), "MANE Select without PICK");
        assert_eq!(read(&csq[..2].join(","), None)[0], line("2"), "canonical without either");
    }

    #[test]
    fn genes_beside_the_change_count_only_where_nothing_is_hit() {
        let beside = "G|downstream_gene_variant|AL161450.1|ENST9|||YES|NM_9|";
        let hit = "G|missense_variant|JAK2|ENST1||NP_1.1:p.Val617Phe|||";
        assert_eq!(read(&format!("{beside},{hit}"), None), ["JAK2 ENST1 p.Val617Phe missense_variant"]);
        let promoter = "G|upstream_gene_variant|TERT|ENST2|||YES||";
        assert_eq!(read(promoter, None), ["TERT ENST2 - upstream_gene_variant"]);
    }

    #[test]
    fn only_entries_of_the_allele_count_and_escapes_are_resolved() {
        let csq = "G|synonymous_variant|TP53|NM_1||NP_1.1:p.Arg213%3D|||,-|frameshift_variant|TP53|NM_1|||||";
        assert_eq!(read(csq, Some("G")), ["TP53 NM_1 p.Arg213= synonymous_variant"]);
        assert_eq!(read(csq, Some("-")), ["TP53 NM_1 - frameshift_variant"]);
        assert!(read("", Some("G")).is_empty() && read("||,|", Some("T")).is_empty());
    }
}

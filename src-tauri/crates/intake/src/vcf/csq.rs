//! Annotations by VEP (`CSQ`): one entry for each allele and transcript, its fields in the order that the header
//! gives. Source: the header's own description, `Format: Allele|Consequence|…`.

use super::effect::{Names, effect};
use entaku_domain::finding::TranscriptEffect;

/// The fields of interest.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Field {
    Allele,
    AlleleNumber,
    Consequence,
    Impact,
    Symbol,
    Feature,
    Coding,
    Protein,
    Pick,
    Mane,
    Canonical,
}

/// Number of fields of interest.
const FIELDS: usize = Field::Canonical as usize + 1;

/// Where the fields of interest stand in an entry.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Layout {
    /// Name of the INFO field: `CSQ`, or `vep` in some resources.
    pub key: String,
    /// By place in the entry; nothing beyond the last field of interest.
    fields: Vec<Option<Field>>,
}

impl Layout {
    /// Reads the order of the fields from the header's description.
    pub fn of(key: &str, description: &str) -> Option<Self> {
        let (_, order) = description.split_once("Format: ")?;
        let names = order.trim_end_matches('"').split('|').map(|name| match name.trim() {
            "Allele" => Some(Field::Allele),
            "ALLELE_NUM" => Some(Field::AlleleNumber),
            "Consequence" => Some(Field::Consequence),
            "IMPACT" => Some(Field::Impact),
            "SYMBOL" => Some(Field::Symbol),
            "Feature" => Some(Field::Feature),
            "HGVSc" => Some(Field::Coding),
            "HGVSp" => Some(Field::Protein),
            "PICK" => Some(Field::Pick),
            "MANE_SELECT" => Some(Field::Mane),
            "CANONICAL" => Some(Field::Canonical),
            _ => None,
        });
        let mut fields: Vec<Option<Field>> = names.collect();
        fields.truncate(fields.iter().rposition(Option::is_some).map_or(0, |last| last + 1));
        Some(Self { key: key.to_owned(), fields })
    }

    /// Splits off the first entry of a list: its fields of interest, and the entries after it.
    fn entry<'t>(&self, text: &'t str) -> (Entry<'t>, Option<&'t str>) {
        let mut entry = Entry([""; FIELDS]);
        let mut rest = text;
        for field in &self.fields {
            let Some(end) = memchr::memchr2(b'|', b',', rest.as_bytes()) else {
                entry.set(*field, rest);
                return (entry, None);
            };
            entry.set(*field, rest.get(..end).unwrap_or_default());
            let is_last = rest.as_bytes().get(end) == Some(&b',');
            rest = rest.get(end + 1..).unwrap_or_default();
            if is_last {
                return (entry, Some(rest));
            }
        }
        let next = memchr::memchr(b',', rest.as_bytes()).and_then(|end| rest.get(end + 1..));
        (entry, next)
    }
}

/// The fields of interest of one entry, empty where it has none.
struct Entry<'t>([&'t str; FIELDS]);

impl<'t> Entry<'t> {
    fn set(&mut self, field: Option<Field>, text: &'t str) {
        if let Some(slot) = field.and_then(|field| self.0.get_mut(field as usize)) {
            *slot = text;
        }
    }

    fn get(&self, field: Field) -> &'t str {
        self.0.get(field as usize).copied().unwrap_or_default()
    }

    fn belongs_to(&self, wanted: Wanted<'_>) -> bool {
        wanted.written.is_none_or(|written| match self.get(Field::AlleleNumber).parse::<usize>() {
            Ok(number) => number == wanted.number,
            Err(_) => self.get(Field::Allele) == written,
        })
    }

    fn rank(&self) -> Rank {
        let flag = match () {
            () if !self.get(Field::Mane).is_empty() => 0,
            () if self.get(Field::Canonical) == "YES" => 1,
            () if !self.get(Field::Symbol).is_empty() => 2,
            () => 3,
        };
        let impact = match self.get(Field::Impact) {
            "HIGH" => 0,
            "MODERATE" => 1,
            "LOW" => 2,
            _ => 3,
        };
        (self.get(Field::Pick) != "1", is_beside(self.get(Field::Consequence)), flag, impact)
    }
}

/// Most transcripts kept for one allele. Genes have dozens; the rest stays in the received file.
pub(super) const MAX_TRANSCRIPTS: usize = 200;

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
    let mut rest = Some(text);
    while let Some(text) = rest.filter(|_| effects.len() < MAX_TRANSCRIPTS) {
        let (entry, next) = layout.entry(text);
        rest = next;
        if !entry.belongs_to(wanted) {
            continue;
        }
        let rank = entry.rank();
        if best.is_none_or(|(before, _)| rank < before) {
            best = Some((rank, effects.len()));
        }
        effects.push(effect(Names {
            gene: entry.get(Field::Symbol),
            transcript: entry.get(Field::Feature),
            coding: entry.get(Field::Coding),
            protein: entry.get(Field::Protein),
            effects: entry.get(Field::Consequence),
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
    const BESIDE: [&str; 9] = [
        "upstream_gene_variant",
        "downstream_gene_variant",
        "regulatory_region_variant",
        "TF_binding_site_variant",
        "intergenic_variant",
        "intergenic_region",
        // As SnpEff wrote before it took over the terms of the Sequence Ontology.
        "UPSTREAM",
        "DOWNSTREAM",
        "INTERGENIC",
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

//! Annotations by VEP (`CSQ`, also under other names) and SnpEff (`ANN`): one entry for each allele and transcript, its fields
//! in the order that the header gives. Source: the header's own description.

use super::agreement::{Signs, repeated, settle};
use super::effect::{Names, effect, exon};
use super::spelling::{Annotator, Fit, Spelling, is_between};
use entaku_domain::finding::{TranscriptEffect, TranscriptFlag, choose_first};

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
    ManePlus,
    /// VEP from 110 on names the kind (`MANE_Select`) here; before 103 it gave the accession of MANE Select.
    ManeKind,
    Canonical,
    /// VEP: the exon, of how many.
    Exon,
    /// SnpEff: the exon or the intron, of how many.
    Rank,
}

/// Number of fields of interest.
const FIELDS: usize = Field::Rank as usize + 1;

/// Where the fields of interest stand in an entry.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Layout {
    /// Name of the INFO field: `CSQ`, or `vep` in some resources.
    pub key: String,
    /// Whose habits of writing alleles the entries follow.
    annotator: Annotator,
    /// By place in the entry; nothing beyond the last field of interest.
    fields: Vec<Option<Field>>,
}

impl Layout {
    /// Reads the order of the fields from the header's description: VEP's `Format: Allele|Consequence|…`, under whatever
    /// name the field has, or SnpEff's `'Allele | Annotation | …'`.
    pub fn of(key: &str, description: &str) -> Option<Self> {
        let (annotator, order) = match description.split_once("Format: ") {
            Some((_, order)) => (Annotator::Vep, order),
            None => (Annotator::SnpEff, description.split_once('\'').map_or(description, |(_, order)| order)),
        };
        let order = order.trim_end_matches(['"', '\'', ' ']);
        let mut fields: Vec<Option<Field>> =
            order.split('|').map(|name| field(name.trim().trim_matches('\''))).collect();
        // Until release 72 VEP gave the symbol under this heading.
        if !fields.contains(&Some(Field::Symbol))
            && let Some(at) = order.split('|').position(|name| name.trim() == "HGNC")
            && let Some(slot) = fields.get_mut(at)
        {
            *slot = Some(Field::Symbol);
        }
        let has = |wanted: Field| fields.contains(&Some(wanted));
        if !(has(Field::Allele) || has(Field::Feature)) || !(has(Field::Consequence) || has(Field::Symbol)) {
            return None;
        }
        fields.truncate(fields.iter().rposition(Option::is_some).map_or(0, |last| last + 1));
        Some(Self { key: key.to_owned(), annotator, fields })
    }

    /// SnpEff's fixed order. Source: "Variant annotations in VCF format" 1.0.
    pub fn snpeff() -> Self {
        let order = "Allele|Annotation|Annotation_Impact|Gene_Name|Gene_ID|Feature_Type|Feature_ID|Transcript_BioType|Rank|HGVS.c|HGVS.p";
        Self {
            key: "ANN".to_owned(),
            annotator: Annotator::SnpEff,
            fields: order.split('|').map(field).collect(),
        }
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

impl Layout {
    /// Whether the alleles of a site were made minimal (VEP's `--minimal`) and no number says which is meant. Then they share
    /// words (`-`, `A`), and a word that fits one allele in the usual way may be meant for another.
    fn is_minimal(&self, text: &str, allele: Spelling<'_>) -> bool {
        let mut words: Vec<&str> = Vec::new();
        let (mut first, mut repeated) = (None, false);
        let mut rest = Some(text);
        while let Some(text) = rest.filter(|_| words.len() < MAX_TRANSCRIPTS) {
            let (entry, next) = self.entry(text);
            rest = next;
            if !entry.get(Field::AlleleNumber).is_empty() {
                return false;
            }
            let (word, feature) = (entry.get(Field::Allele), entry.get(Field::Feature));
            if !feature.is_empty() && *first.get_or_insert(feature) == feature {
                repeated |= words.contains(&word);
                words.push(word);
            }
        }
        repeated
            || (!words.iter().all(|word| allele.is_usual(word))
                && words.iter().all(|word| allele.is_least(word)))
    }
}

/// The names of VEP and SnpEff for the fields of interest.
fn field(name: &str) -> Option<Field> {
    match name {
        "Allele" => Some(Field::Allele),
        "ALLELE_NUM" => Some(Field::AlleleNumber),
        "Consequence" | "Annotation" => Some(Field::Consequence),
        "IMPACT" | "Annotation_Impact" => Some(Field::Impact),
        "SYMBOL" | "Gene_Name" => Some(Field::Symbol),
        "Feature" | "Feature_ID" => Some(Field::Feature),
        "HGVSc" | "HGVS.c" => Some(Field::Coding),
        "HGVSp" | "HGVS.p" => Some(Field::Protein),
        "PICK" => Some(Field::Pick),
        "MANE_SELECT" => Some(Field::Mane),
        "MANE_PLUS_CLINICAL" => Some(Field::ManePlus),
        "MANE" => Some(Field::ManeKind),
        "CANONICAL" => Some(Field::Canonical),
        "EXON" => Some(Field::Exon),
        "Rank" => Some(Field::Rank),
        _ => None,
    }
}

/// The fields of interest of one entry, empty where it has none.
struct Entry<'t>([&'t str; FIELDS]);

impl<'t> Entry<'t> {
    fn set(&mut self, field: Option<Field>, text: &'t str) {
        if let Some(slot) = field.and_then(|field| self.0.get_mut(field as usize)) {
            *slot = text.trim();
        }
    }

    fn get(&self, field: Field) -> &'t str {
        self.0.get(field as usize).copied().unwrap_or_default()
    }

    fn flags(&self) -> Vec<TranscriptFlag> {
        let mut flags = Vec::new();
        let given = |field| !matches!(self.get(field), "" | ".");
        let plus = self.get(Field::ManeKind).contains("Plus_Clinical");
        for (holds, flag) in [
            (given(Field::Mane) || (given(Field::ManeKind) && !plus), TranscriptFlag::ManeSelect),
            (given(Field::ManePlus) || plus, TranscriptFlag::ManePlusClinical),
            (self.get(Field::Canonical) == "YES", TranscriptFlag::Canonical),
            (self.get(Field::Pick) == "1", TranscriptFlag::Pick),
        ] {
            if holds {
                flags.push(flag);
            }
        }
        flags
    }

    fn effect(&self) -> TranscriptEffect {
        let read = effect(Names {
            gene: self.get(Field::Symbol),
            transcript: self.get(Field::Feature),
            coding: self.get(Field::Coding),
            protein: self.get(Field::Protein),
            effects: self.get(Field::Consequence),
            impact: self.get(Field::Impact),
        });
        // SnpEff's rank is an intron's where the change lies in one: it is an exon's beside a change of the protein.
        let rank = Some(self.get(Field::Rank)).filter(|_| read.protein.is_some());
        let number = Some(self.get(Field::Exon)).filter(|text| !text.is_empty()).or(rank);
        TranscriptEffect { flags: self.flags(), exon: number.and_then(exon), ..read }
    }
}

/// Most consequences kept for one allele. Genes have dozens; the rest stays in the received file.
pub(super) const MAX_TRANSCRIPTS: usize = 200;

/// The consequences of one allele, and the words for alleles that fit none of the record.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// The chosen one first, the others in the file's order.
    pub effects: Vec<TranscriptEffect>,
    /// An allele that an entry names and the record does not have, or one whose change cannot be this allele's.
    pub unused: Option<String>,
}

/// The consequences of an allele: those of the entries that name it, and no others.
pub(super) fn consequences(text: &str, layout: &Layout, allele: Spelling<'_>) -> Own {
    let mut own = Own::default();
    let mut best: Option<Fit> = None;
    let mut numbers: Vec<usize> = Vec::new();
    let mut signs = Signs::default();
    let numbered = layout.fields.contains(&Some(Field::AlleleNumber));
    let minimal = allele.count > 1 && layout.annotator == Annotator::Vep && layout.is_minimal(text, allele);
    let mut rest = Some(text);
    while let Some(text) = rest.filter(|_| own.effects.len() < MAX_TRANSCRIPTS) {
        let (entry, next) = layout.entry(text);
        rest = next;
        let says = [Field::Consequence, Field::Symbol, Field::Feature, Field::Coding, Field::Protein];
        if says.iter().all(|field| entry.get(*field).is_empty()) {
            continue;
        }
        let word = entry.get(Field::Allele);
        let number = entry.get(Field::AlleleNumber).parse().ok();
        let fit = match minimal {
            true => allele.fit_minimal(word),
            false => allele.fit(word, number, layout.annotator),
        };
        let Some(fit) = fit else {
            if !word.is_empty() && !is_between(word) && !allele.is_another(word, layout.annotator) {
                signs.stranger(word, entry.get(Field::Coding), allele);
                own.unused.get_or_insert_with(|| word.to_owned());
            }
            continue;
        };
        match best {
            Some(before) if fit > before => {
                (signs.foreign, signs.lengths) = (true, true);
                continue;
            }
            Some(before) if fit < before => {
                (signs.foreign, signs.lengths) = (true, true);
                own.effects.clear();
                numbers.clear();
            }
            _ => {}
        }
        best = Some(fit);
        if numbered {
            numbers.push(number.unwrap_or_default());
        }
        own.effects.push(entry.effect());
    }
    signs.lengths |= signs.foreign && !allele.is_substitution();
    signs.repeated = layout.annotator == Annotator::Vep && repeated(&own.effects);
    own.unused = settle(&mut own.effects, &numbers, signs, allele).or(own.unused);
    choose_first(&mut own.effects);
    own
}

#[cfg(test)]
mod tests {
    use super::*;

    const DESCRIPTION: &str = "Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|Feature|HGVSc|HGVSp|CANONICAL|MANE_SELECT|PICK";

    fn lines(own: &Own) -> Vec<String> {
        own.effects
            .iter()
            .map(|e| {
                let gene = e.gene.as_ref().map_or("-", |gene| gene.as_str());
                let protein = e.protein.as_ref().map_or("-", |protein| protein.as_str());
                format!("{gene} {} {protein} {}", e.transcript.as_deref().unwrap_or("-"), e.effects.join("+"))
            })
            .collect()
    }

    fn spelling(reference: &'static str, alternate: &'static str) -> Spelling<'static> {
        Spelling { reference, alternates: alternate, alternate, index: 0, count: 1 }
    }

    fn read(text: &str, reference: &'static str, alternate: &'static str) -> Vec<String> {
        let layout = Layout::of("CSQ", DESCRIPTION).unwrap();
        lines(&consequences(text, &layout, spelling(reference, alternate)))
    }

    #[test]
    fn the_chosen_transcript_comes_first_and_the_others_keep_their_order() {
        let entry = |feature: &str, flags: &str| {
            format!(
                "G|missense_variant&splice_region_variant|EGFR|{feature}|{feature}.5:c.2573T>G|NP_1.2:p.Leu858Arg|{flags}"
            )
        };
        let csq =
            [entry("NM_1", "||"), entry("NM_2", "YES||"), entry("NM_4", "||1"), entry("NM_3", "|NM_3.1|")];
        let line = |n: &str| format!("EGFR NM_{n}.5 p.Leu858Arg missense_variant+splice_region_variant");
        assert_eq!(
            read(&csq.join(","), "T", "G"),
            [line("3"), line("1"), line("2"), line("4")],
            "MANE Select"
        );
        assert_eq!(read(&csq[..3].join(","), "T", "G")[0], line("2"), "canonical before PICK");
    }

    #[test]
    fn genes_beside_the_change_stay_in_sight_behind_the_one_that_is_hit() {
        let beside = "G|downstream_gene_variant|AL161450.1|ENST9|||YES|NM_9|";
        let hit = "G|missense_variant|JAK2|ENST1||NP_1.1:p.Val617Phe|||";
        let expected =
            ["JAK2 ENST1 p.Val617Phe missense_variant", "AL161450.1 ENST9 - downstream_gene_variant"];
        assert_eq!(read(&format!("{beside},{hit}"), "T", "G"), expected);
        let promoter = "G|upstream_gene_variant|TERT|ENST2|||YES||";
        assert_eq!(read(promoter, "T", "G"), ["TERT ENST2 - upstream_gene_variant"]);
    }

    #[test]
    fn only_entries_of_the_allele_count_and_escapes_are_resolved() {
        let csq = "G|synonymous_variant|TP53|NM_1||NP_1.1:p.Arg213%3D|||,-|frameshift_variant|TP53|NM_1|NM_1.2:c.640del||||";
        assert_eq!(read(csq, "T", "G"), ["TP53 NM_1 p.Arg213= synonymous_variant"]);
        assert_eq!(read(csq, "TG", "T"), ["TP53 NM_1.2 - frameshift_variant"]);
        assert!(read("", "T", "G").is_empty() && read("||,|", "G", "T").is_empty());
    }

    #[test]
    fn an_entry_of_an_allele_that_was_split_off_gives_no_words() {
        let two = "T|missense_variant|KRAS|E|E.3:c.35G>A|P.3:p.Gly12Asp|||,A|missense_variant|KRAS|E|E.3:c.35G>T|P.3:p.Gly12Val|||";
        assert_eq!(read(two, "C", "A"), ["KRAS E.3 p.Gly12Val missense_variant"]);
        assert_eq!(read(two, "C", "T"), ["KRAS E.3 p.Gly12Asp missense_variant"]);
        let layout = Layout::of("CSQ", DESCRIPTION).unwrap();
        let none = consequences(two, &layout, spelling("C", "G"));
        assert_eq!((none.effects.len(), none.unused.as_deref()), (0, Some("T")));
        // CAA>C,CA split and shortened to CA>C: `-` was the deletion of two bases.
        let deletions = "-|frameshift_variant|TP53|N|N.1:c.5_6del|P.1:p.Lys2fs|||,A|frameshift_variant|TP53|N|N.1:c.6del|P.1:p.Lys2fs|||";
        assert_eq!(read(deletions, "CA", "C"), ["TP53 - - "], "the deletion of two bases is not that of one");
        assert_eq!(read(deletions, "CAA", "C").len(), 1);
    }

    #[test]
    fn the_header_says_what_a_field_is() {
        let vep = Layout::of(
            "ANN",
            "Consequence annotations from Ensembl VEP. Format: IMPACT|HGVSc|Allele|SYMBOL|HGVSp|Feature",
        )
        .unwrap();
        let own = consequences("HIGH|E1.2:c.1A>G|G|EGFR|P.1:p.Met1Val|E1", &vep, spelling("A", "G"));
        assert_eq!(lines(&own), ["EGFR E1.2 p.Met1Val "]);
        assert_eq!(own.effects[0].coding.as_ref().unwrap().as_str(), "c.1A>G");
        let snpeff = Layout::of("ANN", "Functional annotations: 'Allele | Annotation | Annotation_Impact | Gene_Name | Gene_ID | Feature_Type | Feature_ID | Transcript_BioType | Rank | HGVS.c | HGVS.p | cDNA.pos / cDNA.length'").unwrap();
        assert_eq!(snpeff, Layout::snpeff());
        assert_eq!(Layout::of("ANN", "Functional annotations"), None);
    }

    #[test]
    fn what_snpeff_says_of_one_alternate_against_another_is_never_the_choice() {
        let ann = "A-C|stop_gained|HIGH|TP53|E|transcript|NM_1.1|protein_coding|1/2|c.1C>A|p.Ser1*,A|missense_variant|MODERATE|TP53|E|transcript|NM_1.1|protein_coding|1/2|c.1G>A|p.Ser1Asn";
        let own = consequences(
            ann,
            &Layout::snpeff(),
            Spelling { reference: "G", alternates: "A,C", alternate: "A", index: 0, count: 2 },
        );
        assert_eq!(lines(&own), ["TP53 NM_1.1 p.Ser1Asn missense_variant"]);
    }

    #[test]
    fn the_exon_is_vep_s_own_field_and_snpeff_s_rank_beside_a_protein_change() {
        let vep = Layout::of("CSQ", "Format: Allele|Consequence|SYMBOL|Feature|EXON|INTRON").unwrap();
        let exons = |text: &str, layout: &Layout| {
            let own = consequences(text, layout, spelling("T", "G"));
            own.effects.iter().map(|effect| effect.exon).collect::<Vec<_>>()
        };
        assert_eq!(exons("G|missense_variant|EGFR|E1|21/28|", &vep), [Some(21)]);
        assert_eq!(exons("G|intron_variant|EGFR|E1||20/27", &vep), [None]);
        assert_eq!(exons("G|inframe_deletion|EGFR|E1|20-21/28|", &vep), [None], "in two of them");
        let ann = |rank: &str, protein: &str| {
            format!("G|x|LOW|EGFR|E|transcript|NM_1.1|protein_coding|{rank}|c.1T>G|{protein}")
        };
        assert_eq!(exons(&ann("21/28", "p.Leu858Arg"), &Layout::snpeff()), [Some(21)]);
        assert_eq!(exons(&ann("20/27", ""), &Layout::snpeff()), [None], "may be an intron's");
    }

    #[test]
    fn the_symbol_of_old_releases_is_found() {
        let old = Layout::of("CSQ", "Format: Allele|Gene|Feature|Consequence|HGNC|HGVSc").unwrap();
        let own = consequences("G|ENSG1|E|missense_variant|EGFR|E:c.1T>G", &old, spelling("T", "G"));
        assert_eq!(own.effects[0].gene.as_ref().unwrap().as_str(), "EGFR");
    }

    #[test]
    fn mane_is_read_from_each_of_its_columns() {
        let layout = Layout::of("CSQ", "Format: Allele|Consequence|SYMBOL|Feature|MANE|CANONICAL").unwrap();
        for (mane, chosen) in [("MANE_Select", "B"), ("NM_005228.5", "B"), ("", "A"), (".", "A")] {
            let text = format!("G|missense_variant|EGFR|A||YES,G|missense_variant|EGFR|B|{mane}|");
            let own = consequences(&text, &layout, spelling("T", "G"));
            assert_eq!(own.effects[0].transcript.as_deref(), Some(chosen), "{mane}");
        }
        let text = "G|missense_variant|EGFR|A|MANE_Plus_Clinical|,G|missense_variant|EGFR|B|MANE_Select|";
        let own = consequences(text, &layout, spelling("T", "G"));
        assert_eq!(own.effects[0].transcript.as_deref(), Some("B"), "Select before Plus Clinical");
    }

    #[test]
    fn what_a_longer_allele_was_shortened_to_is_not_taken_for_a_base() {
        // ACT>AT,ATT: the words are `T` and `TT`; split and trimmed, the second is C>T.
        let two = "T|frameshift_variant|KRAS|E|||||,TT|missense_variant|KRAS|E|||||";
        assert_eq!(read(two, "C", "T"), ["KRAS - - "], "a substitution shifts no frame");
        assert!(read(two, "AC", "A").is_empty(), "no word says that the deletion is meant");
        let named = "T|frameshift_variant|KRAS|E|E.3:c.6del||||,TT|missense_variant|KRAS|E|E.3:c.6C>T||||";
        assert_eq!(read(named, "C", "T"), ["KRAS - - "]);
    }

    #[test]
    fn an_unsplit_records_own_words_are_not_judged() {
        let odd = "T|missense_variant|TP53|E|E.3:c.524G>A|P.3:p.Arg175His|||,A|missense_variant|TP53|E|E.3:c.524G>A|P.3:p.Arg175His|||";
        let layout = Layout::of("CSQ", DESCRIPTION).unwrap();
        let allele = Spelling { reference: "C", alternates: "T,A", alternate: "A", index: 1, count: 2 };
        assert_eq!(lines(&consequences(odd, &layout, allele)), ["TP53 E.3 p.Arg175His missense_variant"]);
    }

    #[test]
    fn where_alleles_were_made_minimal_a_word_is_not_enough() {
        let layout = Layout::of("CSQ", DESCRIPTION).unwrap();
        // `-` are two deletions, `C` is the substitution within the first allele and not what is left of the second.
        let csq = "C|missense_variant|G|E|E.1:c.3T>C||||,-|inframe_deletion|G|E|E.1:c.2_4del||||,-|frameshift_variant|G|E|E.1:c.4del||||";
        let alternates = "TCGCG,TC,TCGT";
        let read = |index: usize| {
            let alternate = alternates.split(',').nth(index).unwrap();
            let allele = Spelling { reference: "TCGTG", alternates, alternate, index, count: 3 };
            let own = consequences(csq, &layout, allele);
            own.effects.iter().map(|effect| effect.coding.as_ref().unwrap().to_string()).collect::<Vec<_>>()
        };
        assert_eq!(read(0), ["c.3T>C"]);
        assert!(read(1).is_empty() && read(2).is_empty(), "either deletion is `-`");
        // In the usual way `AC` would be the second allele without its first base.
        let insertions = "AC|frameshift_variant|G|E|E.1:c.1_2dup||||,A|frameshift_variant|G|E|E.1:c.1dup||||";
        for (alternate, index, change) in [("ACAC", 0, "c.1_2dup"), ("AAC", 1, "c.1dup")] {
            let allele = Spelling { reference: "AC", alternates: "ACAC,AAC", alternate, index, count: 2 };
            let own = consequences(insertions, &layout, allele);
            assert_eq!(own.effects[0].coding.as_ref().unwrap().as_str(), change);
        }
    }
}

//! Annotations by bcftools csq (`BCSQ`): `missense|BRAF|ENST00000288602|protein_coding|-|600V>600E|140453136A>T`. An entry has
//! no field for its allele: the change of the genome at its end tells it. Changes that stand together on one haplotype are one
//! entry of all (`…A>T+…C>T`), at the first record; the others point at it (`@140453136`).
//! Source: bcftools(1), section csq.

use super::csq::{MAX_TRANSCRIPTS, Own};
use super::effect::{Names, effect};
use super::spelling::Spelling;
use entaku_domain::finding::choose_first;

/// The consequences of one allele. What several changes do together is of none of them alone: of that only gene and transcript
/// are used.
pub(super) fn consequences(text: &str, position: &str, allele: Spelling<'_>) -> Own {
    let mut own = Own::default();
    let mut placed = 0;
    let mut unplaced = Vec::new();
    for entry in text.split(',').take(MAX_TRANSCRIPTS) {
        let fields: Vec<&str> = entry.split('|').map(str::trim).collect();
        let field = |index: usize| fields.get(index).copied().unwrap_or_default();
        if entry.starts_with('@') || fields.len() < 2 {
            own.unused.get_or_insert_with(|| entry.to_owned());
            continue;
        }
        let change = field(6);
        let joint = change.contains('+');
        let protein = protein(field(5)).filter(|_| !joint);
        let terms: Vec<String> = field(0).split('&').filter(|_| !joint).map(term).collect();
        let read = effect(Names {
            gene: field(1),
            transcript: field(2),
            coding: "",
            protein: protein.as_deref().unwrap_or_default(),
            effects: &terms.join("&"),
            impact: "",
        });
        if change.is_empty() {
            unplaced.push(read);
            continue;
        }
        placed += 1;
        let own_part = change.split('+').any(|part| is_change(part, position, allele));
        if own_part {
            own.effects.push(read);
        }
        let alternates = || allele.alternates.split(',');
        let of_record = change.split('+').any(|part| {
            alternates().any(|alternate| is_change(part, position, Spelling { alternate, ..allele }))
        });
        if joint || !of_record {
            own.unused.get_or_insert_with(|| change.to_owned());
        }
    }
    // Without a change an entry tells of the place; whose it is, is known only where the record has one allele.
    if allele.count == 1 && (placed == 0 || !own.effects.is_empty()) {
        own.effects.append(&mut unplaced);
    }
    choose_first(&mut own.effects);
    own
}

/// Whether `140453136A>T` is the allele at its place.
fn is_change(text: &str, position: &str, allele: Spelling<'_>) -> bool {
    let at = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (place, change) = text.split_at_checked(at).unwrap_or_default();
    let alleles = change.split_once('>');
    place == position
        && alleles.is_some_and(|(reference, alternate)| {
            reference.eq_ignore_ascii_case(allele.reference)
                && alternate.eq_ignore_ascii_case(allele.alternate)
        })
}

/// The Sequence Ontology's term of a short one. A `*` before it says that it lies behind a stop of the same haplotype.
fn term(short: &str) -> String {
    let bare = short.trim_start_matches('*');
    match bare {
        "stop_lost" | "stop_gained" | "start_lost" | "feature_elongation" => bare.to_owned(),
        "inframe_deletion" | "inframe_insertion" => bare.to_owned(),
        "5_prime_utr" => "5_prime_UTR_variant".to_owned(),
        "3_prime_utr" => "3_prime_UTR_variant".to_owned(),
        "non_coding" => "non_coding_transcript_exon_variant".to_owned(),
        "inframe_altering" => "protein_altering_variant".to_owned(),
        "stop_retained" | "start_retained" | "missense" | "synonymous" | "frameshift" | "splice_acceptor"
        | "splice_donor" | "splice_region" | "coding_sequence" | "intron" | "intergenic" => {
            format!("{bare}_variant")
        }
        _ => bare.to_owned(),
    }
}

/// `600V>600E` as `p.V600E`, `600V` as `p.V600=`; longer changes as written.
fn protein(text: &str) -> Option<String> {
    let one = |text: &str| {
        let at = text.find(|c: char| !c.is_ascii_digit()).filter(|at| *at > 0)?;
        let (number, residue) = text.split_at_checked(at)?;
        let is_one = residue.len() == 1 && residue.chars().all(|c| c.is_ascii_uppercase() || c == '*');
        is_one.then(|| (number.to_owned(), residue.to_owned()))
    };
    let text = Some(text).filter(|text| !matches!(*text, "" | "."))?;
    let named = match text.split_once('>') {
        None => one(text).map(|(number, residue)| format!("p.{residue}{number}=")),
        Some((before, after)) => match (one(before), one(after)) {
            (Some((number, old)), Some((same, new))) if number == same => {
                Some(format!("p.{old}{number}{new}"))
            }
            _ => None,
        },
    };
    Some(named.unwrap_or_else(|| text.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, alternates: &'static str, index: usize) -> Vec<String> {
        let alternate = alternates.split(',').nth(index).unwrap();
        let count = alternates.split(',').count();
        let allele = Spelling { reference: "A", alternates, alternate, index, count };
        let own = consequences(text, "140453136", allele);
        let shown = own.effects.iter().map(|effect| {
            let gene = effect.gene.as_ref().map_or("-", |gene| gene.as_str());
            let protein = effect.protein.as_ref().map_or("-", |protein| protein.as_str());
            format!("{gene} {protein} {}", effect.effects.join("+"))
        });
        shown.collect()
    }

    #[test]
    fn the_change_at_its_end_tells_whose_an_entry_is() {
        let text = "missense|BRAF|E|protein_coding|-|600V>600E|140453136A>T,synonymous|BRAF|E|protein_coding|-|600V|140453136A>C";
        assert_eq!(read(text, "T,C", 0), ["BRAF p.V600E missense_variant"]);
        assert_eq!(read(text, "T,C", 1), ["BRAF p.V600= synonymous_variant"]);
        assert_eq!(read(text, "T", 0), ["BRAF p.V600E missense_variant"], "split");
        assert!(read(text, "G", 0).is_empty());
    }

    #[test]
    fn what_several_changes_do_together_is_of_none_of_them() {
        let joint = "missense|BRAF|E|protein_coding|-|600V>600K|140453136A>T+140453137C>T";
        assert_eq!(read(joint, "T", 0), ["BRAF - "], "the gene is hit by each of them");
        assert!(read(joint, "C", 0).is_empty());
        assert!(read("@140453130", "T", 0).is_empty());
    }

    #[test]
    fn entries_of_the_place_are_the_only_alleles() {
        let text = "intron|BRAF|E|protein_coding,splice_region&intron|KRAS|F|protein_coding";
        assert_eq!(
            read(text, "T", 0),
            ["KRAS - splice_region_variant+intron_variant", "BRAF - intron_variant"]
        );
        assert!(read(text, "T,C", 0).is_empty());
        for damaged in ["", "|", "missense", "missense|||||>|>", "a|b|c|d|e|1>2V|9"] {
            let _ = read(damaged, "T", 0);
        }
    }
}

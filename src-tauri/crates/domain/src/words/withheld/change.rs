//! Protein and coding changes in a text.

use super::Name;
use super::read_text::ReadText;
use crate::hgvs::{HgvsText, three_letter};

/// Below this number a residue with its number alone is too often something else: `T4` is a stage, `L5` and `Th12` are
/// vertebrae. The whole change is a name at any number.
const FIRST_TELLING: u32 = 13;

/// A protein change: the whole of it, its residues with their numbers, the numbers as codons.
pub(super) fn of_protein(protein: &HgvsText, said: &ReadText, names: &mut Vec<Name>) {
    let Some(residues) = protein.residues() else { return };
    if !said.has_number(residues.first) && !said.has_number(residues.last) {
        return;
    }
    let key = protein.protein_key();
    if protein.tells_the_change() && whole_protein(&key, said) {
        names.push(Name::new("protein", &key, protein.as_str()));
    }
    for residue in heads(&key) {
        let telling = residue.number >= FIRST_TELLING;
        if telling && said.has_residue(residue.letter, residue.number) {
            let shown = format!("{}{}", residue.letter, residue.number);
            names.push(Name::new("residue", &shown.clone(), shown));
        }
        if said.has_codon(residue.number) {
            let number = residue.number.to_string();
            names.push(Name::new("codon", &number, format!("codon {number}")));
        }
    }
}

struct Head {
    letter: char,
    number: u32,
}

/// The residues with their numbers that a key begins with: `E746_A750del` E746 and A750.
fn heads(key: &str) -> Vec<Head> {
    let mut heads = Vec::new();
    for part in key.splitn(2, '_') {
        let mut signs = part.chars();
        let Some(letter) = signs.next().filter(|c| c.is_ascii_uppercase() || *c == '*') else { continue };
        let number: String = signs.take_while(char::is_ascii_digit).collect();
        if let Ok(number) = number.parse() {
            heads.push(Head { letter, number });
        }
    }
    heads
}

fn whole_protein(key: &str, said: &ReadText) -> bool {
    if let Some((head, _)) = key.split_once("fs") {
        // The new residue and where the frame ends are written or not.
        return spellings(head).iter().any(|head| said.has_frameshift(head));
    }
    spellings(key).iter().any(|spelled| said.has_change(spelled, 'p'))
}

/// A key in one- and three-letter codes, and the signs of a stop, in small letters.
fn spellings(key: &str) -> Vec<String> {
    let short = key.to_ascii_lowercase();
    let mut all = vec![short.clone(), three_letter(key).to_ascii_lowercase()];
    if short.contains('*') {
        all.extend(["x", "ter", "stop"].map(|stop| short.replace('*', stop)));
    }
    all
}

/// A coding change: the whole of it, also as people wrote before the nomenclature (`C817T`), or its place after `c.`.
pub(super) fn of_coding(coding: &HgvsText, said: &ReadText, names: &mut Vec<Name>) {
    let key = coding.coding_key().to_ascii_lowercase();
    let counted = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | '_' | '*' | '?');
    let end = key.find(|c| !counted(c)).unwrap_or(key.len());
    let Some((place, change)) = key.split_at_checked(end) else { return };
    let number: String =
        place.chars().skip_while(|c| !c.is_ascii_digit()).take_while(char::is_ascii_digit).collect();
    if !number.parse().is_ok_and(|number| said.has_number(number)) {
        return;
    }
    let shown = coding.as_str();
    if coding.tells_the_change() && !change.is_empty() {
        let old = change
            .split_once('>')
            .filter(|_| place.chars().all(|c| c.is_ascii_digit()))
            .map(|(from, to)| format!("{from}{place}{to}"));
        let whole = said.has_change(&key, 'c') || old.is_some_and(|old| said.has_change(&old, 'c'));
        if whole {
            names.push(Name::new("coding", &key, shown));
        }
    }
    if said.has_number_alone(&format!("c.{place}")) {
        names.push(Name::new("base", place, format!("c.{place}")));
    }
}

//! A text made ready to be asked what it names: compatibility forms (width), small letters, without spaces and brackets but
//! with the knowledge of where they stood, its words as gene symbols are written, its numbers.

use super::aliases;
use std::collections::{HashMap, HashSet};
use unicode_normalization::UnicodeNormalization;

/// Words before a number that make it the number of a residue.
const BEFORE_CODON: &[&str] = &["コドン", "codon", "アミノ酸", "残基", "residue", "position", "aa"];
/// From here on a place is told by its number alone.
const LONG_PLACE: u32 = 1_000_000;
/// Words before a number that make it a place of the genome.
const BEFORE_PLACE: &[&str] = &["g.", "位置", "position", "座標", "pos", "locus"];

#[derive(Debug, Clone, Copy)]
struct Sign {
    /// In small letters.
    c: char,
    /// Whether it was written as a capital.
    capital: bool,
    /// Whether something that is left out stood before it.
    apart: bool,
}

/// What a text says.
#[derive(Debug, Default)]
pub(super) struct ReadText {
    signs: Vec<Sign>,
    words: HashSet<String>,
    capitals: HashSet<String>,
    /// Each number with where it begins: whatever holds a number is looked for there alone, for a text may be long and the
    /// findings many.
    numbers: HashMap<u32, Vec<usize>>,
    identifiers: Vec<String>,
}

/// A text in the spelling of [`ReadText`].
pub(super) fn folded(text: &str) -> String {
    signs(text).into_iter().map(|sign| sign.c).collect()
}

/// Width, minus signs and arrows as one.
fn one_form(text: &str) -> Vec<char> {
    text.nfkc()
        .map(|c| match c {
            '‐' | '‑' | '‒' | '–' | '—' | '−' => '-',
            '→' | '⇒' | '➡' | '⟶' => '>',
            other => other,
        })
        .collect()
}

fn signs(text: &str) -> Vec<Sign> {
    let all = one_form(text);
    let mut signs: Vec<Sign> = Vec::with_capacity(all.len());
    let mut apart = true;
    for (at, c) in all.iter().copied().enumerate() {
        let after = |ahead: usize| all.get(at.saturating_add(ahead)).copied();
        let digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        // `7,673,803`: three digits after the comma, one before.
        let thousands = c == ','
            && digit(at.checked_sub(1).and_then(|before| all.get(before)).copied())
            && digit(after(1))
            && digit(after(2))
            && digit(after(3))
            && !digit(after(4));
        if thousands || (c == '-' && after(1) == Some('>')) {
            continue;
        }
        if c.is_whitespace()
            || matches!(c, '(' | ')' | '[' | ']' | '{' | '}' | '〔' | '〕' | '「' | '」' | '"')
        {
            apart = true;
            continue;
        }
        signs.push(Sign { c: c.to_ascii_lowercase(), capital: c.is_ascii_uppercase(), apart });
        apart = false;
    }
    signs
}

impl ReadText {
    pub(super) fn read(text: &str) -> Self {
        let mut said = Self { signs: signs(text), ..Self::default() };
        said.read_words(&one_form(text));
        let mut run: Option<(usize, String)> = None;
        for (at, sign) in said.signs.iter().enumerate() {
            if sign.apart || !sign.c.is_ascii_digit() {
                note(run.take(), &mut said.numbers);
            }
            if sign.c.is_ascii_digit() {
                run.get_or_insert_with(|| (at, String::new())).1.push(sign.c);
            }
        }
        note(run, &mut said.numbers);
        let is_identifier = |word: &&String| {
            let number = |head: &str| {
                word.strip_prefix(head)
                    .is_some_and(|rest| rest.len() >= 4 && rest.chars().all(|c| c.is_ascii_digit()))
            };
            ["rs", "cosm", "cosv", "vcv", "rcv", "scv"].iter().any(|head| number(head))
        };
        said.identifiers = said.words.iter().filter(is_identifier).cloned().collect();
        said
    }

    /// The words of a text: runs of letters and digits, runs that a hyphen or a space before a number joins (`TP-53`, `HER 2`),
    /// and what stands for a list (`BRCA1/2`).
    fn read_words(&mut self, text: &[char]) {
        let mut before: Vec<String> = Vec::new();
        let mut list = String::new();
        let mut between = String::new();
        let mut rest = text.iter().copied().peekable();
        while let Some(c) = rest.next() {
            if !c.is_ascii_alphanumeric() {
                between.push(c);
                continue;
            }
            let mut run = String::from(c);
            while let Some(next) = rest.next_if(char::is_ascii_alphanumeric) {
                run.push(next);
            }
            let joined = match between.as_str() {
                "-" | "." | "_" | "@" => true,
                " " | "・" => {
                    before.last().is_some_and(|last| last.ends_with(|c: char| c.is_ascii_alphabetic()))
                        && run.starts_with(|c: char| c.is_ascii_digit())
                }
                _ => false,
            };
            if !joined {
                before.clear();
            }
            let listed = matches!(between.as_str(), "/" | "・" | "," | "、" | "~" | "-");
            list = listed.then(|| next_of_list(&list, &run)).flatten().unwrap_or_else(|| run.clone());
            self.add(&list);
            self.add(&run);
            let mut whole = run.clone();
            for part in before.iter().rev().take(2) {
                whole.insert_str(0, part);
                self.add(&whole);
            }
            before.push(run);
            between.clear();
        }
    }

    fn add(&mut self, word: &str) {
        self.words.insert(word.to_ascii_lowercase());
        if !word.chars().any(|c| c.is_ascii_lowercase()) {
            self.capitals.insert(word.to_owned());
        }
        // `gTP53`, `sBRCA2`, `TP53mut`: a mark in small letters on a symbol in capitals.
        let bare = word
            .strip_prefix(['g', 's', 't', 'm'])
            .filter(|rest| rest.len() >= 4 && rest.starts_with(|c: char| c.is_ascii_uppercase()));
        let bare = bare.unwrap_or(word);
        let bare = ["mut", "wt", "pv", "m"].iter().find_map(|end| bare.strip_suffix(end)).unwrap_or(bare);
        if bare != word && !bare.chars().any(|c| c.is_ascii_lowercase()) {
            self.words.insert(bare.to_ascii_lowercase());
        }
    }

    /// Numbers of databases that stand in the text, in small letters.
    pub(super) fn identifiers(&self) -> &[String] {
        &self.identifiers
    }

    pub(super) fn has_number(&self, number: u32) -> bool {
        self.numbers.contains_key(&number)
    }

    /// Whether a gene or protein stands in the text as a word.
    pub(super) fn has_gene(&self, symbol: &str) -> bool {
        let dense: String = symbol.chars().filter(char::is_ascii_alphanumeric).collect();
        match aliases::is_a_word(symbol) {
            true => self.capitals.contains(&dense.to_ascii_uppercase()),
            false => self.words.contains(&dense.to_ascii_lowercase()),
        }
    }

    /// Whether a pattern stands anywhere.
    pub(super) fn has(&self, pattern: &str) -> bool {
        self.places(pattern).next().is_some()
    }

    /// Whether a pattern stands by itself.
    pub(super) fn has_alone(&self, pattern: &str) -> bool {
        self.places(pattern).any(|(start, end)| self.begins(start, None) && self.ends(end))
    }

    /// Whether a pattern that ends with a number stands by itself.
    pub(super) fn has_number_alone(&self, pattern: &str) -> bool {
        self.places(pattern).any(|(start, end)| self.begins(start, None) && !self.goes_on(end))
    }

    /// Whether a change stands by itself; its prefix may be there without the dot.
    pub(super) fn has_change(&self, pattern: &str, prefix: char) -> bool {
        self.places(pattern).any(|(start, end)| self.begins(start, Some(prefix)) && self.ends(end))
            || is_open(pattern) && self.places(pattern).any(|(start, _)| self.begins(start, Some(prefix)))
    }

    /// Whether a frameshift at this residue stands in the text, whatever residue and end it names.
    pub(super) fn has_frameshift(&self, head: &str) -> bool {
        self.places(head).any(|(start, end)| {
            let after: String = self.signs.iter().skip(end).take(5).map(|sign| sign.c).collect();
            let at = after.find("fs");
            let residue = |text: &str| text.chars().all(|c| c.is_ascii_alphabetic());
            let shifted = at.is_some_and(|at| after.get(..at).is_some_and(residue));
            shifted && self.begins(start, Some('p'))
        })
    }

    /// Whether a residue stands with its number, in one- or three-letter code, whatever it becomes.
    pub(super) fn has_residue(&self, letter: char, number: u32) -> bool {
        let short = format!("{letter}{number}");
        let three = crate::hgvs::three_letter(&short);
        [short, three].iter().any(|head| {
            let head = head.to_ascii_lowercase();
            self.places(&head).any(|(start, end)| self.begins(start, Some('p')) && !self.goes_on(end))
        })
    }

    /// Whether a number is said to be that of a residue.
    pub(super) fn has_codon(&self, number: u32) -> bool {
        let digits = number.to_string();
        self.places(&digits).any(|(start, end)| {
            if self.goes_on(end) || self.continues(start) {
                return false;
            }
            let before = self.before(start, 12);
            let before = before.trim_end_matches(['第', '番', '号', '.', ':', 'の']).trim_end_matches("no");
            let said = |word: &str| {
                before.strip_suffix(word).is_some_and(|head| {
                    // `aa` stands by itself.
                    !(word.is_ascii() && head.ends_with(|c: char| c.is_ascii_alphanumeric()))
                })
            };
            let after = self.after(end, 5);
            let counted = digits.len() >= 2 && after.starts_with('番') && !after.contains("染色体")
                || digits.len() >= 3 && after.starts_with('位')
                || after.starts_with("コドン")
                || after.starts_with("アミノ酸");
            BEFORE_CODON.iter().any(|word| said(word)) || counted
        })
    }

    /// Whether a place of the genome stands in the text: a long number by itself, another with its chromosome, with a word for a place, or with the
    /// bases.
    pub(super) fn has_place(&self, chromosome: &str, position: u32) -> bool {
        if !self.numbers.contains_key(&position) {
            return false;
        }
        // So long a number is no other by chance.
        if position >= LONG_PLACE {
            return true;
        }
        let digits = position.to_string();
        self.places(&digits).any(|(start, end)| {
            if self.goes_on(end) || self.continues(start) {
                return false;
            }
            let before = self.before(start, 24);
            let on_chromosome = [
                format!("chr{chromosome}"),
                format!("chromosome{chromosome}"),
                format!("{chromosome}番染色体"),
                format!("染色体{chromosome}"),
            ];
            let beside = before.strip_suffix(':').or(before.strip_suffix("-")).is_some_and(|head| {
                head.strip_suffix(chromosome)
                    .is_some_and(|head| !head.ends_with(|c: char| c.is_ascii_digit() || c == '.'))
            });
            let after = self.after(end, 12);
            let bases = after.trim_start_matches(['a', 'c', 'g', 't']);
            let changed = bases.len() < after.len() && bases.starts_with('>');
            let worded = |word: &str| before.trim_end_matches(':').ends_with(word);
            on_chromosome.iter().any(|name| before.contains(name.as_str()))
                || beside
                || changed
                || BEFORE_PLACE.iter().any(|word| worded(word))
        })
    }

    /// Where a pattern stands: its first sign and the one after its last.
    fn places<'s>(&'s self, pattern: &'s str) -> impl Iterator<Item = (usize, usize)> + 's {
        let length = pattern.chars().count();
        let starts: Vec<usize> = match first_number(pattern) {
            Some((offset, number)) => {
                let all = self.numbers.get(&number).into_iter().flatten();
                all.filter_map(|at| at.checked_sub(offset)).collect()
            }
            None => (0..self.signs.len().saturating_add(1).saturating_sub(length)).collect(),
        };
        let fits = move |start: &usize| {
            let mut last: Option<Sign> = None;
            let mut letters = 0_usize;
            let all = self.signs.iter().skip(*start).zip(pattern.chars()).all(|(sign, wanted)| {
                // Two numbers are not one, and in "a 324-gene panel" the article is no residue.
                let torn = sign.apart
                    && sign.c.is_ascii_digit()
                    && last.is_some_and(|last| last.c.is_ascii_digit() || (letters == 1 && !last.capital));
                letters = match sign.c.is_ascii_alphabetic() {
                    true => letters.saturating_add(1),
                    false => 0,
                };
                last = Some(*sign);
                sign.c == wanted && !torn
            });
            length > 0 && all && start.saturating_add(length) <= self.signs.len()
        };
        starts.into_iter().filter(fits).map(move |start| (start, start.saturating_add(length)))
    }

    fn before(&self, start: usize, most: usize) -> String {
        let from = start.saturating_sub(most);
        self.signs.iter().take(start).skip(from).map(|sign| sign.c).collect()
    }

    fn after(&self, end: usize, most: usize) -> String {
        self.signs.iter().skip(end).take(most).map(|sign| sign.c).collect()
    }

    /// Whether a word begins here: after nothing, a gap, or a sign that is no letter or digit; or after a prefix that begins
    /// a word.
    fn begins(&self, start: usize, prefix: Option<char>) -> bool {
        let free = |at: usize| {
            self.signs.get(at).is_some_and(|sign| sign.apart)
                || at.checked_sub(1).and_then(|before| self.signs.get(before)).is_none_or(|before| {
                    !before.c.is_ascii_alphanumeric() && !matches!(before.c, '+' | '_' | '*')
                })
        };
        let after_prefix = start.checked_sub(1).filter(|before| {
            self.signs.get(*before).is_some_and(|sign| Some(sign.c) == prefix) && free(*before)
        });
        free(start) || after_prefix.is_some()
    }

    fn ends(&self, end: usize) -> bool {
        self.signs.get(end).is_none_or(|next| next.apart || !next.c.is_ascii_alphanumeric())
    }

    /// Whether a number goes on.
    fn goes_on(&self, end: usize) -> bool {
        self.signs.get(end).is_some_and(|next| !next.apart && next.c.is_ascii_digit())
    }

    /// Whether a number began before.
    fn continues(&self, start: usize) -> bool {
        let apart = self.signs.get(start).is_some_and(|sign| sign.apart);
        let before = start.checked_sub(1).and_then(|before| self.signs.get(before));
        !apart && before.is_some_and(|before| before.c.is_ascii_digit())
    }
}

/// Notes a number that ended.
fn note(run: Option<(usize, String)>, numbers: &mut HashMap<u32, Vec<usize>>) {
    if let Some((at, digits)) = run
        && let Ok(number) = digits.parse()
    {
        numbers.entry(number).or_default().push(at);
    }
}

/// The first number of a pattern and how many signs stand before it.
fn first_number(pattern: &str) -> Option<(usize, u32)> {
    let offset = pattern.chars().position(|c| c.is_ascii_digit())?;
    let digits: String = pattern.chars().skip(offset).take_while(char::is_ascii_digit).collect();
    digits.parse().ok().map(|number| (offset, number))
}

/// Whether what follows a pattern belongs to it: the bases or residues after `del`, `dup` are listed or not.
fn is_open(pattern: &str) -> bool {
    ["del", "dup", "ins", "inv"].iter().any(|end| pattern.ends_with(end))
}

/// `2` after `BRCA1` is `BRCA2`, `D` after `RAD51C` is `RAD51D`.
fn next_of_list(last: &str, run: &str) -> Option<String> {
    let digits = |c: char| c.is_ascii_digit();
    let stem = if run.len() <= 2 && run.chars().all(digits) {
        Some(last.trim_end_matches(digits)).filter(|stem| stem.len() < last.len())
    } else if run.len() == 1 && run.chars().all(|c| c.is_ascii_uppercase()) {
        last.strip_suffix(|c: char| c.is_ascii_uppercase())
    } else {
        None
    };
    stem.filter(|stem| stem.len() >= 2).map(|stem| format!("{stem}{run}"))
}

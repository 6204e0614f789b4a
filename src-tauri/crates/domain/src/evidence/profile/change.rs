//! Names of single changes and residues, in the spellings of knowledge bases: `V600E`, `p.Val600Glu`, `V600E/K`,
//! `Y98FS (c.291delC)`, `W557_K558DELWK`, `V600_K601>E`, `G12/G13`, `c.393T>C`.

use super::Criterion;
use super::criterion::{Change, Span};
use crate::evidence::item::KnownVariant;
use crate::hgvs::HgvsText;

/// What a name of a change asks for; none where it is no such name.
pub(super) fn criterion(text: &str) -> Option<Criterion> {
    let (name, coding) = with_coding(text.trim());
    let coding = coding.and_then(coding_change).unwrap_or_default();
    if name.is_empty() {
        return (!coding.is_empty()).then(|| Criterion::Change(Change { coding, ..Change::default() }));
    }
    match protein(name) {
        Some(Criterion::Change(change)) => Some(Criterion::Change(Change { coding, ..change })),
        Some(other) => Some(other),
        // `3'UTR alteration (c.639+10C>G)`, `p.193_196dupSTSC (c.577_588dup…)`: the coding change tells it.
        None if !coding.is_empty() => Some(Criterion::Change(Change { coding, ..Change::default() })),
        None => coding_change(name)
            .filter(|_| is_coding(name))
            .map(|coding| Criterion::Change(Change { coding, ..Change::default() })),
    }
}

/// `c.393T>C`, `1100DELC`: begins as a coding change does.
fn is_coding(name: &str) -> bool {
    let behind = name.trim_start_matches(|c: char| c.is_ascii_digit());
    name.starts_with("c.")
        || behind.len() < name.len()
            && behind.starts_with(['_', '+', '-', 'd', 'D', 'i', 'I', 'A', 'C', 'G', 'T'])
}

/// The name, and the coding change in brackets or behind it.
fn with_coding(text: &str) -> (&str, Option<&str>) {
    if let Some((name, rest)) = text.split_once("(c.") {
        return (name.trim(), Some(rest.strip_suffix(')').unwrap_or(rest)));
    }
    match text.split_once(" c.") {
        Some((name, rest)) => (name.trim(), Some(rest)),
        None => (text, None),
    }
}

/// Key of a coding change; none where the text tells none.
fn coding_change(text: &str) -> Option<String> {
    let text = HgvsText::parse(&lower_words(text.trim())).ok()?;
    let key = plain(&text.coding_key());
    let digits = key.chars().any(|c| c.is_ascii_digit());
    let tells = key.contains('>') || ["del", "ins", "dup", "inv"].iter().any(|word| key.contains(word));
    // Ends that are not known (`c.128-?_250+?`) tell no change.
    (digits && tells && !key.contains('?') && text.tells_the_change()).then_some(key)
}

/// A coding key without what its places say already: `291_310del20` is `291_310del`, `263_265delGGCinsTT` is
/// `263_265delinsTT`.
pub(in crate::evidence) fn plain(key: &str) -> String {
    let Some((place, rest)) = key.split_once("del") else { return key.to_owned() };
    let listed = rest.find("ins").unwrap_or(rest.len());
    let (listed, put_in) = rest.split_at_checked(listed).unwrap_or((rest, ""));
    let counted = !listed.is_empty() && listed.chars().all(|c| c.is_ascii_digit()) && place.contains('_');
    let spelled = !put_in.is_empty() && listed.chars().all(|c| matches!(c, 'A' | 'C' | 'G' | 'T'));
    if counted || spelled { format!("{place}del{put_in}") } else { key.to_owned() }
}

/// `DELINS`, `INS`, `FS` … in upper case, as CIViC wrote them before 2023, where they follow a place.
fn lower_words(text: &str) -> String {
    let mut out = text.to_owned();
    for word in ["DELINS", "DEL", "INS", "DUP", "FS", "EXT"] {
        let Some(at) = out.find(word) else { continue };
        let (head, rest) = out.split_at(at);
        let placed = head.ends_with(|c: char| c.is_ascii_digit())
            || word == "FS" && head.ends_with(|c: char| c.is_ascii_alphabetic() || c == '*')
            || word == "INS" && head.ends_with("del");
        if placed {
            let tail = rest.get(word.len()..).unwrap_or_default();
            out = format!("{head}{}{tail}", word.to_ascii_lowercase());
        }
    }
    out
}

/// `VAL600GLU` in the letter case of three-letter codes. Aliases are written so.
fn title_codes(text: &str) -> String {
    let bytes: Vec<char> = text.chars().collect();
    let (Some(head), Some(next)) = (bytes.get(..3), bytes.get(3)) else { return text.to_owned() };
    if !next.is_ascii_digit() || !head.iter().all(char::is_ascii_uppercase) {
        return text.to_owned();
    }
    let mut out = String::new();
    let mut run: Vec<char> = Vec::new();
    let flush = |run: &mut Vec<char>, out: &mut String| {
        let code = run.len() == 3;
        for (at, sign) in run.drain(..).enumerate() {
            out.push(if code && at > 0 { sign.to_ascii_lowercase() } else { sign });
        }
    };
    for sign in bytes {
        if sign.is_ascii_uppercase() {
            run.push(sign);
        } else {
            flush(&mut run, &mut out);
            out.push(sign);
        }
    }
    flush(&mut run, &mut out);
    out
}

/// A name of residues and what becomes of them.
fn protein(text: &str) -> Option<Criterion> {
    let text = text.trim().trim_start_matches("p.");
    let text = text.strip_prefix('(').and_then(|t| t.strip_suffix(')')).unwrap_or(text);
    if let Some((first, rest)) = text.split_once('/') {
        return alternatives(first, rest);
    }
    single(text)
}

/// `V600E/K`, `G12/G13`, `D835H/Y`.
fn alternatives(first: &str, rest: &str) -> Option<Criterion> {
    let head = single(first)?;
    let stem = first.get(..first.len().checked_sub(1)?).unwrap_or_default();
    let mut of = vec![head];
    for other in rest.split('/') {
        let other = other.trim();
        let whole = match other.chars().count() {
            1 => format!("{stem}{other}"),
            _ => other.to_owned(),
        };
        of.push(single(&whole)?);
    }
    Some(Criterion::OneOf(of))
}

fn single(text: &str) -> Option<Criterion> {
    let text = title_codes(&lower_words(text));
    // `V600_K601>E` is a deletion of two with E in their place.
    let text = match text.split_once('>') {
        Some((place, becomes)) if place.contains('_') => format!("{place}delins{becomes}"),
        _ => text,
    };
    let text = without_space_before_del(&text);
    let parsed = HgvsText::parse(&text).ok()?;
    let key = parsed.protein_key();
    let (letter, first, rest) = residue(&key)?;
    let (last_letter, last, rest) = match rest.strip_prefix('_') {
        Some(rest) => {
            let (letter, last, rest) = residue(rest)?;
            (Some(letter), last, rest)
        }
        None => (None, first, rest),
    };
    if first > last {
        return None;
    }
    if rest.is_empty() {
        let letter = last_letter.is_none().then_some(letter);
        return Some(Criterion::Residue(Span { letter, first, last }));
    }
    let one_residue = |rest: &str| {
        let mut signs = rest.chars();
        signs.next().is_some_and(|c| c.is_ascii_uppercase() || c == '*' || c == '=' || c == '?')
            && signs.next().is_none()
    };
    let named = one_residue(rest) && last_letter.is_none()
        || ["del", "ins", "dup", "fs", "ext"].iter().any(|word| rest.starts_with(word))
        || rest.get(1..).is_some_and(|tail| tail.starts_with("ext"));
    named.then(|| Criterion::Change(Change { protein: key, ..Change::default() }))
}

/// `T17 DELETION` is `T17del`.
fn without_space_before_del(text: &str) -> String {
    match text.split_once(' ') {
        Some((place, word)) if word.eq_ignore_ascii_case("deletion") || word.eq_ignore_ascii_case("del") => {
            format!("{place}del")
        }
        _ => text.to_owned(),
    }
}

/// `L858` at the start of a key: letter, number, and what follows.
fn residue(key: &str) -> Option<(char, u32, &str)> {
    let letter = key.chars().next().filter(|c| c.is_ascii_uppercase() || *c == '*')?;
    let rest = key.get(1..)?;
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, rest) = rest.split_at_checked(digits)?;
    number.parse().ok().filter(|number| *number > 0).map(|number| (letter, number, rest))
}

/// Further names of the one change that a part asks for, as the source gives them. Those of a part that asks for more than
/// one change name examples of it and are left out.
pub(super) fn also(known: &KnownVariant, criterion: &Criterion) -> Vec<Change> {
    if !matches!(criterion, Criterion::Change(_) | Criterion::Unread(_)) {
        return Vec::new();
    }
    let mut all: Vec<Change> = Vec::new();
    let mut add = |change: Change| {
        if !all.contains(&change) {
            all.push(change);
        }
    };
    if matches!(criterion, Criterion::Change(_)) {
        for alias in &known.aliases {
            if let Some(Criterion::Change(change)) = self::criterion(alias) {
                add(change);
            }
        }
    }
    for expression in &known.hgvs {
        let Some((reference, change)) = expression.split_once(':') else { continue };
        if change.starts_with("p.") {
            if let Some(Criterion::Change(change)) = protein(change) {
                add(change);
            }
        } else if change.starts_with("c.")
            && let Some(coding) = coding_change(change)
        {
            add(Change { coding, transcript: Some(reference.trim().to_owned()), ..Change::default() });
        }
    }
    all
}

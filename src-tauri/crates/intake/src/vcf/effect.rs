//! The effect on one transcript, from the words of an annotator.

use entaku_domain::finding::{Impact, TranscriptEffect};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::hgvs::HgvsText;
use std::borrow::Cow;

/// An annotator's words, each possibly empty.
pub(super) struct Names<'a> {
    pub gene: &'a str,
    pub transcript: &'a str,
    /// `ENST00000376670.3:c.13G>T` or `c.13G>T`.
    pub coding: &'a str,
    /// `ENSP00000365858.3:p.Gly5Cys` or `p.Gly5Cys`.
    pub protein: &'a str,
    /// Sequence Ontology terms joined by `&`.
    pub effects: &'a str,
    /// `HIGH`, `MODERATE` …
    pub impact: &'a str,
}

/// Reads the names. The accession before a coding change is its transcript, for the change is counted on that one; the record
/// keeps the annotation as written.
pub(super) fn effect(names: Names<'_>) -> TranscriptEffect {
    // Escapes are resolved first: `ENST00000215794.7%3Ac.371C>T` has an accession too (VCF 4.5 §1.2).
    let (coding, protein) = (unescape(names.coding), unescape(names.protein));
    let (accession, coding) = split(&coding);
    let (_, protein) = split(&protein);
    let accession = accession.filter(|_| some(coding).is_some());
    let own =
        accession.filter(|accession| is_transcript(accession) || accession.starts_with(names.transcript));
    TranscriptEffect {
        gene: some(names.gene).and_then(|gene| GeneSymbol::parse(&unescape(gene)).ok()),
        transcript: own.or(some(names.transcript)).map(str::to_owned),
        coding: some(coding).and_then(change),
        protein: some(within(protein)).and_then(change),
        effects: terms(names.effects),
        impact: Impact::parse(names.impact),
        flags: Vec::new(),
        exon: None,
    }
}

/// The number in `14/21` and `exon14`; none for several (`14-15/21`).
pub(super) fn exon(text: &str) -> Option<u32> {
    let number = text.trim_start_matches("exon").split('/').next()?;
    number.trim().parse().ok().filter(|number| *number > 0)
}

fn is_transcript(accession: &str) -> bool {
    ["NM_", "NR_", "XM_", "XR_", "ENST", "LRG_"].iter().any(|head| accession.starts_with(head))
}

/// VEP before release 80 wrote a change that alters nothing as `ENST00000311936.3:c.36T>C(p.=)`: the protein's part is in
/// the brackets.
fn within(protein: &str) -> &str {
    match protein.split_once("(p.") {
        Some((head, _)) if !head.starts_with("p.") => {
            protein.get(head.len() + 1..).unwrap_or_default().trim_end_matches(')')
        }
        _ => protein,
    }
}

fn terms(text: &str) -> Vec<String> {
    if memchr::memchr(b'&', text.as_bytes()).is_none() {
        return Some(text).filter(|text| !text.is_empty()).map(str::to_owned).into_iter().collect();
    }
    text.split('&').filter(|effect| !effect.is_empty()).map(str::to_owned).collect()
}

fn some(text: &str) -> Option<&str> {
    Some(text).filter(|text| !text.is_empty() && *text != ".")
}

/// Accession and change; the accession is none where there is no `:` before a change.
fn split(text: &str) -> (Option<&str>, &str) {
    match memchr::memchr(b':', text.as_bytes()) {
        Some(at) => (text.get(..at), text.get(at + 1..).unwrap_or_default()),
        None => (None, text),
    }
}

fn change(text: &str) -> Option<HgvsText> {
    HgvsText::parse(text).ok()
}

/// Resolves `%3D` and its like (VCF 4.5 §1.2).
pub(crate) fn unescape(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'%', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    const ESCAPES: [(&str, char); 7] =
        [("%3A", ':'), ("%3B", ';'), ("%3D", '='), ("%25", '%'), ("%2C", ','), ("%0D", '\r'), ("%09", '\t')];
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('%') {
        plain.push_str(rest.get(..at).unwrap_or_default());
        let code = rest.get(at..at + 3).unwrap_or_default();
        match ESCAPES.iter().find(|(escape, _)| escape.eq_ignore_ascii_case(code)) {
            Some((escape, character)) => {
                plain.push(*character);
                rest = rest.get(at + escape.len()..).unwrap_or_default();
            }
            None => {
                plain.push('%');
                rest = rest.get(at + 1..).unwrap_or_default();
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_exon_is_one_number() {
        for (text, expected) in [
            ("14/21", Some(14)),
            ("exon21", Some(21)),
            ("14-15/21", None),
            ("", None),
            ("0/21", None),
            ("wholegene", None),
        ] {
            assert_eq!(exon(text), expected, "{text}");
        }
    }

    #[test]
    fn escapes_are_resolved_once() {
        assert_eq!(unescape("p.Arg213%3D"), "p.Arg213=");
        assert_eq!(unescape("100%25%3b%"), "100%;%");
        assert_eq!(unescape("%253D"), "%3D", "an escaped escape is not resolved twice");
    }
}

//! The effect on one transcript, from the words of an annotator.

use entaku_domain::finding::TranscriptEffect;
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
}

/// Reads the names. The accession before a change moves to the transcript, where it adds the version; the record
/// keeps the annotation as written.
pub(super) fn effect(names: Names<'_>) -> TranscriptEffect {
    let (accession, coding) = split(names.coding);
    let (_, protein) = split(names.protein);
    let versioned = accession.filter(|accession| accession.starts_with(names.transcript));
    TranscriptEffect {
        gene: some(names.gene).and_then(|gene| GeneSymbol::parse(gene).ok()),
        transcript: versioned.or(some(names.transcript)).map(str::to_owned),
        coding: some(coding).and_then(change),
        protein: some(protein).and_then(change),
        effects: terms(names.effects),
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
    HgvsText::parse(&unescape(text)).ok()
}

/// Resolves `%3D` and its like (VCF 4.5 §1.2).
pub(super) fn unescape(text: &str) -> Cow<'_, str> {
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
    fn escapes_are_resolved_once() {
        assert_eq!(unescape("p.Arg213%3D"), "p.Arg213=");
        assert_eq!(unescape("100%25%3b%"), "100%;%");
        assert_eq!(unescape("%253D"), "%3D", "an escaped escape is not resolved twice");
    }
}

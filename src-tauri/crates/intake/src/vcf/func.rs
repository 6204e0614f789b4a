//! Annotations by Ion Reporter (`FUNC`), as Oncomine panels deliver them: a list of objects in single quotes,
//! `[{'gene':'EGFR','transcript':'NM_005228.4','coding':'c.2573T>G','protein':'p.Leu858Arg','function':'missense'}]`.
//! The fields `oncomineGeneClass` and `oncomineVariantClass` are the vendor's verdict.

use super::csq::MAX_TRANSCRIPTS;
use super::effect::{Names, effect};
use super::spelling::{Annotator, Spelling};
use entaku_domain::finding::TranscriptEffect;

/// One object: its names and values as written.
type Entry<'t> = Vec<(&'t str, &'t str)>;

/// Most fields of one object: real ones have about twenty.
const MAX_FIELDS: usize = 100;

fn get<'t>(entry: &Entry<'t>, name: &str) -> &'t str {
    entry.iter().find(|(key, _)| *key == name).map(|(_, value)| *value).unwrap_or_default()
}

/// The objects; damage ends the list early.
fn entries(text: &str) -> Vec<Entry<'_>> {
    let mut entries = Vec::new();
    let mut rest = text;
    while let Some((_, inner)) = rest.split_once('{').filter(|_| entries.len() < MAX_TRANSCRIPTS) {
        let mut entry = Vec::new();
        rest = inner;
        while let Some((key, after)) = quoted(rest).filter(|_| entry.len() < MAX_FIELDS) {
            let Some(value) = after.trim_start().strip_prefix(':').map(str::trim_start) else { break };
            let (value, tail) = match quoted(value) {
                Some(read) => read,
                None => value.split_at(value.find([',', '}']).unwrap_or(value.len())),
            };
            entry.push((key, value.trim()));
            rest = tail.trim_start().strip_prefix(',').unwrap_or(tail).trim_start();
        }
        entries.push(entry);
    }
    entries
}

/// A text in single or double quotes at the start, and what follows it.
fn quoted(text: &str) -> Option<(&str, &str)> {
    let quote = text.chars().next().filter(|first| matches!(first, '\'' | '"'))?;
    text.get(1..)?.split_once(quote)
}

/// The consequences of one allele in the file's order, and the vendor's verdict on it. An entry that names an allele belongs to
/// that one; one that names none belongs to the only allele, or to the one of its place where there are as many as alleles.
pub(super) fn transcripts(text: &str, allele: Spelling<'_>) -> (Vec<TranscriptEffect>, Option<String>) {
    let entries = entries(text);
    let words = |entry: &Entry<'_>| ["origAlt", "normalizedAlt"].map(|name| get(entry, name)).map(str::len);
    let names_one = |entry: &Entry<'_>| words(entry).iter().any(|length| *length > 0);
    let named = |entry: &Entry<'_>| {
        ["origAlt", "normalizedAlt"]
            .iter()
            .map(|name| get(entry, name))
            .filter(|word| !word.is_empty())
            .any(|word| allele.fit(word, None, Annotator::SnpEff).is_some())
    };
    let one_each = entries.len() == allele.count;
    let own = |(place, entry): &(usize, &Entry<'_>)| match names_one(entry) {
        true => named(entry),
        false => allele.count == 1 || (one_each && *place == allele.index),
    };
    let mut effects = Vec::new();
    let mut verdicts: Vec<&str> = Vec::new();
    for (_, entry) in entries.iter().enumerate().filter(own) {
        let function = get(entry, "function");
        let effects_of = if function.is_empty() { get(entry, "location") } else { function };
        let names = Names {
            gene: get(entry, "gene"),
            transcript: get(entry, "transcript"),
            coding: get(entry, "coding"),
            protein: get(entry, "protein"),
            effects: effects_of,
            impact: "",
        };
        if !(names.gene.is_empty() && names.transcript.is_empty()) {
            effects.push(effect(Names { protein: names.protein.trim_end_matches("p.?"), ..names }));
        }
        for class in [get(entry, "oncomineGeneClass"), get(entry, "oncomineVariantClass")] {
            if !class.is_empty() && !verdicts.contains(&class) {
                verdicts.push(class);
            }
        }
    }
    (effects, (!verdicts.is_empty()).then(|| verdicts.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "[{'origPos':'55259515','origRef':'T','origAlt':'G','gene':'EGFR','transcript':'NM_005228.4','location':'exonic','function':'missense','codon':'CGG','exon':'21','protein':'p.Leu858Arg','coding':'c.2573T>G','oncomineGeneClass':'Gain-of-Function','oncomineVariantClass':'Hotspot'},{'origAlt':'A','gene':'EGFR','location':'exonic_nc','coding':'c.2573T>A', 'sift':0.01}]";

    #[test]
    fn entries_belong_to_their_allele() {
        let of = |alternate: &'static str, alternates: &'static str, index: usize, count: usize| Spelling {
            reference: "T",
            alternates,
            alternate,
            index,
            count,
        };
        let (effects, verdict) = transcripts(TWO, of("G", "G,A", 0, 2));
        assert_eq!(effects.len(), 1);
        assert_eq!(effects[0].gene.as_ref().unwrap().as_str(), "EGFR");
        assert_eq!(effects[0].protein.as_ref().unwrap().as_str(), "p.Leu858Arg");
        assert_eq!(
            (effects[0].transcript.as_deref(), &effects[0].effects[..]),
            (Some("NM_005228.4"), &["missense".to_owned()][..])
        );
        assert_eq!(verdict.as_deref(), Some("Gain-of-Function, Hotspot"));
        let (effects, verdict) = transcripts(TWO, of("A", "G,A", 1, 2));
        assert_eq!((effects[0].coding.as_ref().unwrap().as_str(), verdict), ("c.2573T>A", None));
        assert_eq!(effects[0].effects, ["exonic_nc"]);
        assert_eq!(
            transcripts(TWO, of("A", "A", 0, 1)).0[0].coding.as_ref().unwrap().as_str(),
            "c.2573T>A",
            "split"
        );
        assert!(
            transcripts(TWO, of("C", "C", 0, 1)).0.is_empty(),
            "a single allele owns no entry of another"
        );
    }

    #[test]
    fn damage_does_not_hang() {
        for text in [
            "",
            "[",
            "[{",
            "[{'a",
            "[{'a'",
            "[{'a':",
            "[{'gene':'EGFR'",
            "[{'a':'b',,}]",
            "{{{{",
            "[{'':''}]",
        ] {
            let _ = transcripts(
                text,
                Spelling { reference: "T", alternates: "A", alternate: "A", index: 0, count: 1 },
            );
        }
    }
}

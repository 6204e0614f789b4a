//! Where the sources of one finding disagree. Shown as said, side by side; nobody's value is preferred.

use super::Case;
use crate::finding::{Alteration, Difference, DraftFinding, Finding, Origin, Part};
use crate::hgvs::HgvsText;
use crate::label::{Label, Language};
use crate::measure::{Metric, Vaf};

use crate::words::{Worded, laboratory};

/// What one source says of one part: what is compared, each item for itself where both sources have it, and what is shown.
struct SourceValue {
    compared: Vec<Option<String>>,
    shown: Label,
}

/// The disagreements among the sources of a finding; values that a laboratory asks to hide are left out.
pub fn differences(case: &Case, finding: &Finding) -> Vec<Difference> {
    if finding.further.is_empty() {
        return Vec::new();
    }
    let first = std::iter::once((finding.source, &finding.read));
    let further = finding.further.iter().map(|reading| (Some(reading.source), &reading.read));
    let readings: Vec<_> = first
        .chain(further)
        .map(|(source, read)| {
            let mut alteration = read.alteration.clone();
            let hide = source.and_then(|index| case.sources.get(index)).map(|source| source.draft.hide);
            hide.unwrap_or_default().apply(&mut alteration);
            (source, read, alteration)
        })
        .collect();
    let parts = [Part::Vaf, Part::Origin, Part::Naming, Part::Value, Part::Verdict];
    let difference = |part| {
        let all: Vec<_> = readings
            .iter()
            .filter_map(|(source, read, alteration)| Some((*source, said(part, read, alteration)?)))
            .collect();
        let differ = all.iter().any(|(_, one)| all.iter().any(|(_, other)| contradict(one, other)));
        differ.then(|| Difference {
            part,
            said: all.into_iter().map(|(source, said)| (source, said.shown)).collect(),
        })
    };
    parts.into_iter().filter_map(difference).collect()
}

fn contradict(one: &SourceValue, other: &SourceValue) -> bool {
    let pairs = one.compared.iter().zip(&other.compared);
    pairs.into_iter().any(|pair| matches!(pair, (Some(one), Some(other)) if one != other))
}

fn said(part: Part, read: &DraftFinding, alteration: &Alteration) -> Option<SourceValue> {
    let plain = |words: String| SourceValue {
        compared: vec![Some(words.clone())],
        shown: Label { ja: words.clone(), en: words },
    };
    match part {
        Part::Vaf => alteration.vaf().map(Vaf::percent).map(plain),
        Part::Origin if read.origin == Origin::Unknown => None,
        Part::Origin => Some(SourceValue {
            compared: vec![Some(read.origin.key().to_owned())],
            shown: read.origin.label().to_label(),
        }),
        Part::Naming => {
            let (coding, protein) = (alteration.coding(), alteration.protein());
            let words: Vec<_> = [coding, protein].into_iter().flatten().map(HgvsText::as_str).collect();
            (!words.is_empty()).then(|| SourceValue {
                compared: vec![coding.map(HgvsText::coding_key), protein.map(HgvsText::protein_key)],
                shown: plain(words.join(" ")).shown,
            })
        }
        Part::Value => {
            Some(SourceValue { compared: vec![Some(value(alteration)?)], shown: value_in_words(alteration) })
        }
        Part::Verdict => read.laboratory_verdict.clone().map(plain),
    }
}

fn state_and_metrics(alteration: &Alteration) -> (&str, &[Metric]) {
    match alteration {
        Alteration::CopyNumber(v) => ("", &v.metrics),
        Alteration::Biomarker(v) => (v.state.as_deref().unwrap_or_default(), &v.metrics),
        Alteration::Expression(v) => ("", &v.metrics),
        Alteration::NonHuman(v) => ("", &v.metrics),
        _ => ("", &[]),
    }
}

/// The value as written, for comparing.
fn value(alteration: &Alteration) -> Option<String> {
    let (state, metrics) = state_and_metrics(alteration);
    let words = std::iter::once(state.to_owned()).chain(metrics.iter().map(Metric::printed));
    let words: Vec<String> = words.filter(|word| !word.is_empty()).collect();
    (!words.is_empty()).then(|| words.join(", "))
}

/// The value in both languages, for showing.
fn value_in_words(alteration: &Alteration) -> Label {
    let (state, metrics) = state_and_metrics(alteration);
    let said = |language| {
        let words = [laboratory::term(state, language), laboratory::metrics(metrics, language)];
        words.into_iter().filter(|word| !word.is_empty()).collect::<Vec<_>>().join(", ")
    };
    Label { ja: said(Language::Ja), en: said(Language::En) }
}

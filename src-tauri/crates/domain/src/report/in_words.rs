//! What the panel decided, in one line of both languages.

use super::ReportFinding;
use crate::decision::{Call, Verdict};
use crate::grade::Grade;
use crate::label::Label;
use crate::recommendation::{Advice, FurtherKind};
use crate::words::{Worded, word};

/// The same in both languages.
pub(super) fn same(text: impl Into<String>) -> Label {
    let text = text.into();
    Label { ja: text.clone(), en: text }
}

/// The call: class with its scale, or that it is put off and why.
pub(super) fn call_in_words(verdict: &Verdict) -> Label {
    match &verdict.call {
        Call::Classified { grade } => Label {
            ja: format!("{}（{}）", grade.class_name.ja, grade.scale_name.ja),
            en: format!("{} ({})", grade.class_name.en, grade.scale_name.en),
        },
        Call::Deferred { reason } => {
            let deferred = word("verdict.deferred");
            Label { ja: format!("{}：{reason}", deferred.ja), en: format!("{}: {reason}", deferred.en) }
        }
    }
}

/// The panel's verdict on a finding in one line: class with its scale, criteria, reasons, dissent by name.
pub fn verdict_in_words(row: &ReportFinding) -> Label {
    let Some(decision) = &row.panel else {
        return word("verdict.none").to_label();
    };
    let mut label = call_in_words(&decision.verdict);
    if let Some(basis) = &decision.verdict.basis {
        let (ja, en) = (&basis.scheme_name.ja, &basis.scheme_name.en);
        let sum = basis.named_sum();
        label.ja.push_str(&format!(" [{} — {ja} {}]", sum.ja, basis.version));
        label.en.push_str(&format!(" [{} — {en} {}]", sum.en, basis.version));
        if let Some(reason) = &basis.override_reason {
            let word = word("verdict.overrideReason");
            label.ja.push_str(&format!(" {}：{reason}", word.ja));
            label.en.push_str(&format!(" {}: {reason}", word.en));
        }
    }
    if let Some(rationale) = &decision.verdict.rationale {
        label.ja.push_str(&format!(" — {rationale}"));
        label.en.push_str(&format!(" — {rationale}"));
    }
    for dissent in &decision.verdict.dissent {
        let word = word("verdict.dissent");
        label.ja.push_str(&format!(" {}（{}）：{}", word.ja, dissent.name, dissent.words));
        label.en.push_str(&format!(" {} ({}): {}", word.en, dissent.name, dissent.words));
    }
    label
}

/// An advice in one line, a level with its scale.
pub fn advice_in_words(given: &Advice) -> Label {
    advice(given).1
}

/// A level of evidence with its scale.
pub(super) fn level_in_words(grade: &Grade) -> Label {
    Label {
        ja: format!("{} {}", grade.scale_name.ja, grade.class),
        en: format!("{} {}", grade.scale_name.en, grade.class),
    }
}

/// Short subject and full words of an advice.
pub(super) fn advice(given: &Advice) -> (String, Label) {
    match given {
        Advice::Treatment { drugs, route, evidence, trial } => {
            let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ");
            // A drug that is named as one that works less well is no advice to give it.
            let resistance =
                if given.is_of_resistance() { word("advice.resistance").to_label() } else { same("") };
            let trial = trial.as_ref().map(|trial| format!(" {trial}")).unwrap_or_default();
            let level = evidence.as_ref().map(level_in_words).unwrap_or_else(|| same(""));
            let space = if evidence.is_some() { " " } else { "" };
            let route = route.label();
            let label = Label {
                ja: format!("{drugs} {}{space}{}{trial}{}", route.ja, level.ja, resistance.ja),
                en: format!("{drugs} {}{space}{}{trial} {}", route.en, level.en, resistance.en)
                    .trim_end()
                    .to_owned(),
            };
            (drugs, label)
        }
        Advice::Considered { drugs, evidence, reason } => {
            let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ");
            let level = evidence.as_ref().map(level_in_words);
            let level = |language: fn(&Label) -> &str| {
                level.as_ref().map(|level| format!(" {}", language(level))).unwrap_or_default()
            };
            let considered = word("advice.considered");
            let label = Label {
                ja: format!("{drugs}{} {}：{reason}", level(|level| level.ja.as_str()), considered.ja),
                en: format!("{drugs}{} {}: {reason}", level(|level| level.en.as_str()), considered.en),
            };
            (drugs, label)
        }
        Advice::Further { kind: FurtherKind::Other, step } => (step.to_string(), same(step.as_str())),
        Advice::Further { kind, step } => {
            let kind = kind.label();
            let label = Label { ja: format!("{}：{step}", kind.ja), en: format!("{}: {step}", kind.en) };
            (step.to_string(), label)
        }
        Advice::Nothing { reason } => {
            let nothing = word("advice.nothing");
            let label =
                Label { ja: format!("{}：{reason}", nothing.ja), en: format!("{}: {reason}", nothing.en) };
            (nothing.ja.to_owned(), label)
        }
    }
}

//! Drafts for the preview before anything is stored.

use super::{assembly, count, details_form, label};
use crate::view::{InspectionView, KindCounts, LedgerView, NoteView, ReferenceUsedView, SetAsideView};
use entaku_domain::draft::{Draft, TumourSampleChoice};
use entaku_domain::finding::FindingKind;
use entaku_domain::label::Language;
use entaku_domain::note::{Ledger, Note, Place, SetAside};
use entaku_domain::words::{laboratory, note_meaning};

pub(crate) fn ledger(ledger: &Ledger) -> LedgerView {
    LedgerView {
        read: ledger.read,
        kept: ledger.kept,
        set_aside: ledger.set_aside_total(),
        by_reason: ledger.by_reason.clone(),
    }
}

fn place(place: &Place) -> String {
    let mut words = place.file.clone();
    if let Some(line) = place.line {
        words.push_str(&format!(":{line}"));
    }
    if let Some(field) = &place.field {
        words.push(' ');
        words.push_str(field);
    }
    words
}

/// A note in the reader's language: its meaning in Japanese by its code, else as the reader of the file wrote it.
pub(crate) fn note(note: &Note, language: Language) -> NoteView {
    NoteView {
        severity: note.severity,
        code: note.code.clone(),
        place: place(&note.place),
        said: note.said.clone(),
        hint: match language {
            Language::Ja => {
                note_meaning(&note.code).map_or_else(|| note.hint.clone(), |word| word.ja.to_owned())
            }
            Language::En => note.hint.clone(),
        },
        times: note.times,
    }
}

pub(crate) fn set_aside(record: &SetAside) -> SetAsideView {
    SetAsideView { reason: record.reason.clone(), place: place(&record.place), record: record.record.clone() }
}

/// The tumour sample and how it was chosen.
pub(crate) fn tumour_sample(draft: &Draft) -> Option<String> {
    let (name, choice) = draft.tumour_sample.as_ref()?;
    Some(match choice {
        TumourSampleChoice::Stated(by) | TumourSampleChoice::Guessed(by) => format!("{name} ({by})"),
        TumourSampleChoice::Person | TumourSampleChoice::OnlyOne => name.clone(),
    })
}

/// Findings by kind, from a count of each.
pub(crate) fn kind_counts(of: impl Fn(FindingKind) -> u64) -> KindCounts {
    let of = |kind| u32::try_from(of(kind)).unwrap_or(u32::MAX);
    KindCounts {
        short_variant: of(FindingKind::ShortVariant),
        copy_number: of(FindingKind::CopyNumber),
        rearrangement: of(FindingKind::Rearrangement),
        expression: of(FindingKind::Expression),
        biomarker: of(FindingKind::Biomarker),
        other: of(FindingKind::NonHuman).saturating_add(of(FindingKind::Composite)),
    }
}

/// Findings at hand by kind, and statements.
pub(crate) fn counts(draft: &Draft) -> (KindCounts, u64) {
    let findings = kind_counts(|kind| {
        u64::from(count(draft.findings.iter().filter(|finding| finding.alteration.kind() == kind).count()))
    });
    (findings, draft.statements.len() as u64)
}

/// What a file is. Findings and statements are counted by the caller, who may not have kept them.
pub(crate) fn inspection(
    draft: &Draft,
    (findings, statements): (KindCounts, u64),
    known_cases: Vec<String>,
    language: Language,
) -> InspectionView {
    InspectionView {
        file: draft.file.name.clone(),
        format: draft.file.format.clone(),
        format_version: draft.file.format_version.clone(),
        assembly: assembly(&draft.assembly),
        reference: draft.reference.as_ref().map(|used| ReferenceUsedView {
            build: used.build.name().to_owned(),
            file: used.file.clone(),
            offered: used.build != draft.assembly.name,
            looked_at: used.looked_at,
            misfits: used.misfits,
        }),
        sha256: draft.file.sha256.to_string(),
        ledger: ledger(&draft.ledger),
        findings,
        notes: draft.notes.iter().map(|found| note(found, language)).collect(),
        set_aside: draft.set_aside.iter().map(set_aside).collect(),
        panel: draft.test.panel_name.clone(),
        test_id: draft.test.test_id.clone(),
        test_type: draft.test.test_type.clone(),
        test_type_in_words: draft.test.test_type.as_deref().map(|written| label(&laboratory::label(written))),
        samples: draft.test.samples.iter().map(|sample| sample.item.clone()).collect(),
        tumour_sample: tumour_sample(draft),
        must_choose_sample: draft.must_choose_sample,
        proposed: draft.proposed.as_deref().map(details_form),
        statements: u32::try_from(statements).unwrap_or(u32::MAX),
        known_cases,
    }
}

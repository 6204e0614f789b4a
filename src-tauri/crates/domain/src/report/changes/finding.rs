//! A finding and what the panel says of it, each piece by itself, so that a change of reasons does not repeat the class.

use super::reading::{cited, reading};
use super::{ChangedPart, Entries, field_of, joined};
use crate::case::Difference;
use crate::decision::{Decision, GermlineFlag};
use crate::label::Label;
use crate::report::in_words::{call_in_words, same};
use crate::report::{ReportFinding, ReportSource};
use crate::words::{Worded, word};

impl Entries {
    pub(super) fn finding(&mut self, row: &ReportFinding, sources: &[ReportSource]) {
        let id = row.finding.id;
        let change = row.named_change();
        let named = Label { ja: format!("{id} {}", change.ja), en: format!("{id} {}", change.en) };
        let said = row.panel.as_ref().map(|decision| &decision.verdict);
        let basis = said.and_then(|verdict| verdict.basis.as_deref());
        let nothing = || same("");
        let pieces = [
            // First, for whatever follows is said of it.
            ("finding.reading", reading(row)),
            ("verdict.panel", row.panel.as_ref().map_or_else(|| word("verdict.none").to_label(), verdict)),
            (
                "verdict.basis",
                basis.map_or_else(nothing, |basis| {
                    let notes = basis.criteria.iter().filter_map(|one| {
                        one.note.as_ref().map(|note| same(format!("{}: {note}", one.written())))
                    });
                    let name = &basis.scheme_name;
                    let sum = basis.named_sum();
                    let sum = Label {
                        ja: format!("{} — {} {}", sum.ja, name.ja, basis.version),
                        en: format!("{} — {} {}", sum.en, name.en, basis.version),
                    };
                    joined(std::iter::once(sum).chain(notes), "、", "; ")
                }),
            ),
            ("verdict.suggested", basis.map_or_else(nothing, |basis| basis.suggested.class_name.clone())),
            (
                "verdict.overrideReason",
                same(basis.and_then(|basis| basis.override_reason.as_ref()).map_or("", |text| text.as_str())),
            ),
            (
                "verdict.rationale",
                same(said.and_then(|said| said.rationale.as_ref()).map_or("", |text| text.as_str())),
            ),
            (
                "verdict.references",
                joined(
                    said.iter().flat_map(|said| &said.references).map(|text| same(text.as_str())),
                    "、",
                    "; ",
                ),
            ),
            ("evidence.cited", said.map_or_else(nothing, |said| cited(&said.evidence))),
            (
                "verdict.dissent",
                joined(
                    said.iter().flat_map(|said| &said.dissent).map(|one| Label {
                        ja: format!("{}：{}", one.name, one.words),
                        en: format!("{}: {}", one.name, one.words),
                    }),
                    "、",
                    "; ",
                ),
            ),
            ("verdict.ccat", same(row.ccat.as_deref().unwrap_or_default())),
            (
                "finding.germlineFlag",
                row.germline
                    .as_ref()
                    .map_or_else(nothing, |flag| germline(flag, row.has_matched_normal(sources))),
            ),
            ("finding.sources", readings(row, sources)),
            ("finding.differences", joined(row.differences.iter().map(difference), "、", "; ")),
        ];
        for ((key, label), place) in pieces.into_iter().zip(0u32..) {
            // The class is the finding's own line.
            let subject = if key == "verdict.panel" { named.clone() } else { field_of(&named, key) };
            let key = format!("{:?}{:08} {place:02}", id.series(), id.number());
            self.add(ChangedPart::Finding, key, subject, label);
        }
    }
}

/// The call, and whether a treatment can follow.
fn verdict(decision: &Decision) -> Label {
    let actionable = decision
        .verdict
        .actionable
        .map(|yes| word(if yes { "verdict.actionable" } else { "verdict.notActionable" }).to_label());
    joined([Some(call_in_words(&decision.verdict)), actionable].into_iter().flatten(), "、", ", ")
}

fn germline(flag: &GermlineFlag, matched_normal: bool) -> Label {
    let reason = flag.reason.as_ref().map(|reason| same(reason.as_str()));
    joined([Some(flag.judgement.said(matched_normal).to_label()), reason].into_iter().flatten(), "：", ": ")
}

/// Files that hold the finding, by name.
fn readings(row: &ReportFinding, sources: &[ReportSource]) -> Label {
    let all = row.finding.source.into_iter().chain(row.finding.further.iter().map(|reading| reading.source));
    let files = all.filter_map(|source| sources.get(source)).map(|source| same(source.file.name.as_str()));
    joined(files, "、", ", ")
}

fn difference(difference: &Difference) -> Label {
    let said = joined(difference.said.iter().map(|(_, words)| words.clone()), " / ", " / ");
    let part = difference.part.label();
    Label { ja: format!("{}：{}", part.ja, said.ja), en: format!("{}: {}", part.en, said.en) }
}

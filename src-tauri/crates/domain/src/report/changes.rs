//! What is different between two revisions of a report. Everything that a reader of the report could read otherwise is
//! compared; what follows from something else that is compared (age, figures, quorum's lines) is not told twice.

use super::ReportContent;
use super::in_words::same;
use crate::label::Label;
use crate::words::word;
use crate::words::worded;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

mod details;
mod finding;
mod furniture;
mod meeting;
mod reading;
mod treatment;

/// Which part of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ChangedPart {
    /// Patient, context or specimen.
    Details,
    /// The panel's summary.
    Summary,
    /// A finding or its verdict.
    Finding,
    /// A recommendation.
    Recommendation,
    /// A referral.
    Referral,
    /// Meeting and participants.
    Meeting,
    /// A source.
    Source,
    /// What stands around the case: institution, contact, template, scales, program.
    Furniture,
}

/// One difference, in words of both languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Change {
    /// Part.
    pub part: ChangedPart,
    /// What it is about: field, finding, drug, trial …
    pub subject: Label,
    /// As it was; none where it is new.
    pub before: Option<Label>,
    /// As it is; none where it is gone.
    pub after: Option<Label>,
}

/// What a report says in comparable pieces, each under a key that stays the same from revision to revision.
#[derive(Default)]
struct Entries(BTreeMap<(ChangedPart, String), (Label, Label)>);

impl Entries {
    fn of(content: &ReportContent) -> Self {
        let mut entries = Self::default();
        entries.details(content);
        if let Some(summary) = &content.summary {
            entries.add(ChangedPart::Summary, "", word("report.summary").to_label(), same(summary.as_str()));
        }
        content.findings.iter().for_each(|row| entries.finding(row, &content.sources));
        content.recommendations.iter().for_each(|given| entries.recommendation(given));
        content.referrals.iter().for_each(|tracked| entries.referral(tracked));
        if let Some(meeting) = &content.meeting {
            entries.meeting(meeting);
        }
        for source in &content.sources {
            let (name, format) = (same(source.file.name.as_str()), same(source.file.format.as_str()));
            entries.add(ChangedPart::Source, source.file.sha256.as_str(), name, format);
        }
        entries.furniture(content);
        entries
    }

    /// Nothing said is no entry: where it was something before, it is gone.
    fn add(&mut self, part: ChangedPart, key: impl Into<String>, subject: Label, label: Label) {
        if !label.ja.is_empty() {
            self.0.insert((part, key.into()), (subject, label));
        }
    }
}

/// All differences, in the order of the report.
pub fn changes(before: &ReportContent, after: &ReportContent) -> Vec<Change> {
    let (old, new) = (Entries::of(before).0, Entries::of(after).0);
    let mut keys: Vec<_> = old.keys().chain(new.keys()).collect();
    keys.sort();
    keys.dedup();
    let said = |entry: Option<&(Label, Label)>| entry.map(|(_, label)| label.clone());
    keys.into_iter()
        .filter_map(|key| {
            let (was, is) = (old.get(key), new.get(key));
            let (subject, _) = is.or(was).filter(|_| was != is)?;
            Some(Change { part: key.0, subject: subject.clone(), before: said(was), after: said(is) })
        })
        .collect()
}

/// A subject with the field of it that is different.
fn field_of(subject: &Label, key: &str) -> Label {
    let field = word(key);
    Label { ja: format!("{} {}", subject.ja, field.ja), en: format!("{} {}", subject.en, field.en) }
}

/// Labels one after the other.
fn joined(labels: impl IntoIterator<Item = Label>, ja: &str, en: &str) -> Label {
    let (in_ja, in_en): (Vec<_>, Vec<_>) =
        labels.into_iter().map(|label| (label.ja, label.en)).filter(|(ja, _)| !ja.is_empty()).unzip();
    Label { ja: in_ja.join(ja), en: in_en.join(en) }
}

worded!(ChangedPart {
    Self::Details => "part.details", Self::Summary => "report.summary", Self::Finding => "part.finding",
    Self::Recommendation => "part.recommendation", Self::Referral => "part.referral", Self::Meeting => "report.meeting",
    Self::Source => "part.source", Self::Furniture => "part.furniture",
});

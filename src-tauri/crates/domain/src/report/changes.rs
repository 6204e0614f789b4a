//! What is different between two revisions of a report.

use super::{ReportContent, ReportFinding};
use crate::decision::Call;
use crate::label::Label;
use crate::recommendation::{Advice, FurtherKind};
use crate::words::{Worded, word};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Which part of the report.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
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

type Entries = BTreeMap<(ChangedPart, String), (Label, Label)>;

/// All differences, in the order of the report.
pub(super) fn changes(before: &ReportContent, after: &ReportContent) -> Vec<Change> {
    let (old, new) = (entries(before), entries(after));
    let mut keys: Vec<_> = old.keys().chain(new.keys()).collect();
    keys.sort();
    keys.dedup();
    keys.into_iter()
        .filter(|key| old.get(*key) != new.get(*key))
        .map(|key| Change {
            part: key.0,
            subject: new
                .get(key)
                .or_else(|| old.get(key))
                .map_or_else(|| same(""), |(subject, _)| subject.clone()),
            before: old.get(key).map(|(_, label)| label.clone()),
            after: new.get(key).map(|(_, label)| label.clone()),
        })
        .collect()
}

fn same(text: impl Into<String>) -> Label {
    let text = text.into();
    Label { ja: text.clone(), en: text }
}

fn entries(content: &ReportContent) -> Entries {
    let mut entries = Entries::new();
    let mut add = |part, key: String, subject: Label, label: Label| {
        entries.insert((part, key), (subject, label));
    };
    for (key, text) in details(content) {
        add(ChangedPart::Details, key.to_owned(), word(key).to_label(), same(text));
    }
    if let Some(summary) = &content.summary {
        add(ChangedPart::Summary, String::new(), word("report.summary").to_label(), same(summary.as_str()));
    }
    for row in &content.findings {
        let key = format!("{:?}{:08}", row.finding.id.series(), row.finding.id.number());
        let subject = same(format!("{} {} {}", row.finding.id, row.subject, row.change));
        add(ChangedPart::Finding, key, subject, verdict_in_words(row));
    }
    for given in &content.recommendations {
        let (subject, label) = advice(&given.advice);
        let rationale = given.rationale.as_ref().map(|text| format!(" — {text}")).unwrap_or_default();
        let findings = given.findings.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ");
        let label = Label {
            ja: format!("{} [{findings}]{rationale}", label.ja),
            en: format!("{} [{findings}]{rationale}", label.en),
        };
        add(ChangedPart::Recommendation, format!("{:04}", given.rank), same(subject), label);
    }
    for tracked in &content.referrals {
        let status = tracked.status();
        let trial = same(tracked.referral.trial.as_str());
        add(ChangedPart::Referral, tracked.referral.id.to_string(), trial, status.label().to_label());
    }
    if let Some(meeting) = &content.meeting {
        let names =
            meeting.attendance.iter().map(|person| person.name.as_str()).collect::<Vec<_>>().join(", ");
        let minutes = meeting.minutes.as_ref().map(|text| format!(" — {text}")).unwrap_or_default();
        let mode = meeting.mode.label();
        let label = Label {
            ja: format!("{} {} {names}{minutes}", meeting.held_on, mode.ja),
            en: format!("{} {} {names}{minutes}", meeting.held_on, mode.en),
        };
        add(ChangedPart::Meeting, String::new(), word("report.meeting").to_label(), label);
    }
    for source in &content.sources {
        add(
            ChangedPart::Source,
            source.file.sha256.to_string(),
            same(source.file.name.as_str()),
            same(source.file.format.clone()),
        );
    }
    entries
}

/// Patient, context and specimen in comparable texts, by the key of their word.
fn details(content: &ReportContent) -> Vec<(&'static str, String)> {
    let mut parts = Vec::new();
    let mut add = |key, text: Option<String>| {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            parts.push((key, text));
        }
    };
    let text = |value: &Option<crate::text::Text>| value.as_ref().map(ToString::to_string);
    add("patient.name", text(&content.patient.name));
    add("patient.hospitalId", text(&content.patient.hospital_id));
    add("patient.ccatId", text(&content.patient.ccat_id));
    add("patient.birthDate", content.patient.birth_date.map(|day| day.to_string()));
    add("clinical.tumourType", text(&content.clinical.tumour_type));
    add("clinical.oncotree", text(&content.clinical.oncotree));
    add("clinical.diagnosis", text(&content.clinical.diagnosis));
    add("clinical.pathology", text(&content.clinical.pathology));
    add("clinical.pastHistory", text(&content.clinical.past_history));
    add("clinical.familyHistory", text(&content.clinical.family_history));
    add("specimen.site", text(&content.specimen.site));
    add("specimen.collectedOn", content.specimen.collected_on.map(|day| day.to_string()));
    add("specimen.tumourContent", content.specimen.tumour_content.map(|percent| format!("{percent} %")));
    parts
}

/// The panel's verdict on a finding in one line: class with its scale, criteria, reasons, dissent by name.
pub fn verdict_in_words(row: &ReportFinding) -> Label {
    let Some(decision) = &row.panel else {
        return word("verdict.none").to_label();
    };
    let mut label = match &decision.verdict.call {
        Call::Classified { grade } => Label {
            ja: format!("{}（{}）", grade.class_name.ja, grade.scale_name.ja),
            en: format!("{} ({})", grade.class_name.en, grade.scale_name.en),
        },
        Call::Deferred { reason } => {
            let deferred = word("verdict.deferred");
            Label { ja: format!("{}：{reason}", deferred.ja), en: format!("{}: {reason}", deferred.en) }
        }
    };
    if let Some(basis) = &decision.verdict.basis {
        let (ja, en) = (&basis.scheme_name.ja, &basis.scheme_name.en);
        label.ja.push_str(&format!(" [{} — {ja} {}]", basis.sum(), basis.version));
        label.en.push_str(&format!(" [{} — {en} {}]", basis.sum(), basis.version));
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

/// Short subject and full words of an advice.
fn advice(advice: &Advice) -> (String, Label) {
    match advice {
        Advice::Treatment { drugs, route, evidence, trial } => {
            let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ");
            let trial = trial.as_ref().map(|trial| format!(" {trial}")).unwrap_or_default();
            let level = |language: fn(&Label) -> &String| {
                evidence
                    .as_ref()
                    .map(|g| format!(" {} {}", language(&g.scale_name), g.class))
                    .unwrap_or_default()
            };
            let route = route.label();
            let label = Label {
                ja: format!("{drugs} {}{}{trial}", route.ja, level(|l| &l.ja)),
                en: format!("{drugs} {}{}{trial}", route.en, level(|l| &l.en)),
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

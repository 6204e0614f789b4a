//! The allele frequency of each short variant beside the tumour content. No threshold, no interpretation.

use entaku_domain::finding::Alteration;
use entaku_domain::label::Language;
use entaku_domain::measure::Vaf;
use entaku_domain::words::laboratory;

use super::chart::{Chart, Reference, Row};
use super::wording::Say;
use super::{Axis, Figure, Scene, Subject};

/// Rows with a name; the others become strokes.
const NAMED: usize = 14;

/// The strip; none where no short variant has a frequency.
#[must_use]
pub fn vaf_strip(scene: &Scene<'_>, width: f32) -> Option<Figure> {
    let say = Say::new(scene.language);
    let (known, unknown): (Vec<_>, Vec<_>) = scene
        .subjects
        .iter()
        .filter_map(|subject| match subject.alteration {
            Alteration::ShortVariant(variant) => Some((subject, variant.vaf)),
            _ => None,
        })
        .partition(|(_, vaf)| vaf.is_some());
    let mut known: Vec<(&Subject<'_>, Vaf)> =
        known.into_iter().filter_map(|(subject, vaf)| Some((subject, vaf?))).collect();
    if known.is_empty() {
        return None;
    }
    let by_value = |one: &(&Subject<'_>, Vaf), other: &(&Subject<'_>, Vaf)| {
        other.1.fraction().total_cmp(&one.1.fraction()).then(one.0.id.cmp(&other.0.id))
    };
    known.sort_by(|one, other| other.0.loud.cmp(&one.0.loud).then(by_value(one, other)));
    let findings = known.iter().map(|(subject, _)| subject.id).collect();
    let rest: Vec<f64> =
        known.split_off(known.len().min(NAMED)).iter().map(|(_, vaf)| percent(*vaf)).collect();
    known.sort_by(by_value);
    let rows: Vec<Row> = known
        .iter()
        .map(|(subject, vaf)| Row {
            name: format!("{} {}", subject.alteration.subject(), subject.alteration.change())
                .trim()
                .to_owned(),
            value: percent(*vaf),
            words: vaf.percent(),
            loud: subject.loud,
        })
        .collect();
    let references: Vec<Reference> = scene.tumour_content.map_or_else(Vec::new, |content| {
        let content_value = f64::from(content);
        vec![
            Reference { value: content_value, words: say.content(content) },
            Reference { value: content_value / 2.0, words: say.half(content_value / 2.0) },
        ]
    });
    let mut described: Vec<String> = references.iter().map(|one| one.words.clone()).collect();
    described.extend(rows.iter().map(|row| format!("{} {}", row.name, row.words)));
    let mut caption = vec![say.vaf_note(scene.tumour_content.is_some())];
    if !rest.is_empty() {
        described.push(say.rest(rest.len()));
        caption.push(say.rest_note(rest.len()));
    }
    if !unknown.is_empty() {
        let names: Vec<String> =
            unknown.iter().take(6).map(|(subject, _)| name_of(subject, scene.language)).collect();
        caption.push(say.not_drawn(&names, unknown.len() - names.len()));
    }
    let chart = Chart {
        title: say.vaf_title(),
        aside: String::new(),
        description: say.list(&described),
        axis: Axis::linear(0.0, 100.0),
        rows: &rows,
        references: &references,
        rest_name: if rest.is_empty() { String::new() } else { say.rest(rest.len()) },
        rest: &rest,
    };
    Some(Figure { drawing: chart.draw(scene, width), caption, findings })
}

fn percent(vaf: Vaf) -> f64 {
    vaf.fraction() * 100.0
}

/// Gene and change, shortened, for a list of what is not drawn.
pub(super) fn name_of(subject: &Subject<'_>, language: Language) -> String {
    let change = laboratory::change(subject.alteration);
    let name = format!("{} {}", subject.alteration.subject(), change.get(language));
    name.trim().chars().take(60).collect()
}

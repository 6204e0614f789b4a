//! Copy numbers of the altered genes over one scale for each unit, for numbers of different units are not comparable.

use entaku_domain::finding::Alteration;
use entaku_domain::ids::FindingId;

use super::axis::number;
use super::chart::{Chart, Row};
use super::vaf::name_of;
use super::wording::Say;
use super::{Axis, Figure, Scene};

/// Rows with a name; the others become strokes.
const NAMED: usize = 20;
/// Units drawn; a source has one or two.
const UNITS: usize = 3;

/// One figure for each unit; none where no alteration has a number.
#[must_use]
pub fn copy_numbers(scene: &Scene<'_>, width: f32) -> Vec<Figure> {
    let say = Say::new(scene.language);
    let mut units: Vec<(String, Vec<(Row, FindingId)>)> = Vec::new();
    let mut unknown: Vec<String> = Vec::new();
    for subject in &scene.subjects {
        let Alteration::CopyNumber(change) = subject.alteration else { continue };
        let metrics = change.metrics.iter().filter(|metric| metric.value.is_finite() && !metric.is_extent());
        let mut drawn = false;
        for metric in metrics {
            let unit = say.unit(metric.unit.as_deref());
            let row = Row {
                name: format!("{} {}", subject.alteration.subject(), say.kind(&change.alteration))
                    .trim()
                    .to_owned(),
                value: metric.value,
                words: number(metric.value),
                loud: subject.loud,
            };
            let at = units.iter().position(|(known, _)| *known == unit);
            match at {
                Some(at) => {
                    if let Some((_, rows)) = units.get_mut(at) {
                        rows.push((row, subject.id));
                    }
                }
                None if units.len() < UNITS => units.push((unit, vec![(row, subject.id)])),
                None => continue,
            }
            drawn = true;
        }
        if !drawn {
            unknown.push(name_of(subject, scene.language));
        }
    }
    let last = units.len().saturating_sub(1);
    let figures = units.into_iter().enumerate().map(|(place, (unit, rows))| {
        // What has no number is told once, below the last scale.
        let unknown = if place == last { unknown.as_slice() } else { &[] };
        one(scene, &unit, rows, unknown, width, say)
    });
    figures.collect()
}

fn one(
    scene: &Scene<'_>,
    unit: &str,
    mut rows: Vec<(Row, FindingId)>,
    unknown: &[String],
    width: f32,
    say: Say,
) -> Figure {
    let findings = rows.iter().map(|(_, id)| *id).collect();
    let values: Vec<f64> = rows.iter().map(|(row, _)| row.value).collect();
    // Fold changes and logarithms may be negative or fractions of one; only a plain number may need a log scale.
    let axis = Axis::spanning(&values);
    rows.sort_by(|(one, _), (other, _)| other.loud.cmp(&one.loud).then(other.value.total_cmp(&one.value)));
    let rest: Vec<f64> = rows.split_off(rows.len().min(NAMED)).iter().map(|(row, _)| row.value).collect();
    rows.sort_by(|(one, _), (other, _)| other.value.total_cmp(&one.value));
    let rows: Vec<Row> = rows.into_iter().map(|(row, _)| row).collect();
    let mut described: Vec<String> = rows.iter().map(|row| format!("{} {}", row.name, row.words)).collect();
    let mut caption = Vec::new();
    if axis.is_log() {
        caption.push(say.log());
    }
    if !rest.is_empty() {
        described.push(say.rest(rest.len()));
        caption.push(say.rest_note(rest.len()));
    }
    if !unknown.is_empty() {
        let shown = unknown.get(..unknown.len().min(6)).unwrap_or_default();
        let reason = format!("{} — {}", say.not_drawn(shown, unknown.len() - shown.len()), say.no_number());
        caption.push(reason);
    }
    let unit: String = unit.chars().take(40).collect();
    let chart = Chart {
        title: say.copy_title(&unit),
        aside: String::new(),
        description: say.list(&described),
        axis,
        rows: &rows,
        references: &[],
        rest_name: if rest.is_empty() { String::new() } else { say.rest(rest.len()) },
        rest: &rest,
    };
    Figure { drawing: chart.draw(scene, width), caption, findings }
}

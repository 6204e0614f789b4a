//! Genome-wide markers: value and unit on a scale of its own, the laboratory's state, and the marks that the knowledge
//! data gives with their source. A value in another unit than the mark's is not compared with it.

use entaku_domain::finding::{Alteration, Biomarker};
use entaku_domain::measure::Metric;

use super::axis::number;
use super::chart::{Chart, Reference, Row};
use super::wording::Say;
use super::{Axis, Figure, Scene, Subject};

/// Scales drawn at most.
const MOST: usize = 6;

/// One figure for each value that has a scale: a percentage, or one with a mark of its test. A line that ended at the value
/// itself would show any value as high.
#[must_use]
pub fn gauges(scene: &Scene<'_>, width: f32) -> Vec<Figure> {
    let say = Say::new(scene.language);
    let markers = scene.subjects.iter().filter_map(|subject| match subject.alteration {
        Alteration::Biomarker(marker) => Some((subject, marker)),
        _ => None,
    });
    let figures = markers.flat_map(|(subject, marker)| {
        let finite = marker.metrics.iter().filter(|metric| metric.value.is_finite());
        finite.filter_map(move |metric| one(scene, subject, marker, metric, width, say))
    });
    figures.take(MOST).collect()
}

/// Percentages are parts of a hundred; another value has no end but what a mark gives it.
fn axis(values: &[f64], unit: &str, marked: bool) -> Option<Axis> {
    let percent =
        matches!(unit.trim(), "%" | "percent") && values.iter().all(|value| (0.0..=100.0).contains(value));
    match (percent, marked) {
        (true, _) => Some(Axis::linear(0.0, 100.0)),
        (false, true) => Some(Axis::around(values)),
        (false, false) => None,
    }
}

fn one(
    scene: &Scene<'_>,
    subject: &Subject<'_>,
    marker: &Biomarker,
    metric: &Metric,
    width: f32,
    say: Say,
) -> Option<Figure> {
    let unit: String = say.unit(metric.unit.as_deref()).chars().take(40).collect();
    let marks: Vec<_> =
        scene.facts.marks.iter().filter(|mark| mark.is_for(&marker.marker, metric.unit.as_deref())).collect();
    let values: Vec<f64> = marks.iter().map(|mark| mark.value * 2.0).chain([metric.value]).collect();
    let axis = axis(&values, metric.unit.as_deref().unwrap_or_default(), !marks.is_empty())?;
    let words = format!("{} {unit}", number(metric.value)).trim().to_owned();
    let state = marker.state.as_deref().filter(|state| !state.is_empty());
    let name: String = marker.marker.chars().take(40).collect();
    let aside = state.map(|state| say.state(state)).unwrap_or_default();
    let rows = [Row { name: number(metric.value), value: metric.value, words: String::new(), loud: true }];
    let references: Vec<Reference> = marks
        .iter()
        .map(|mark| Reference { value: mark.value, words: mark.name.get(scene.language).to_owned() })
        .collect();
    let mut described = vec![format!("{name} {words}"), aside.clone()];
    described.retain(|words| !words.is_empty());
    described.extend(references.iter().map(|one| one.words.clone()));
    let caption = marks.iter().map(|mark| say.mark(mark)).collect();
    let chart = Chart {
        title: say.gauge_title(&name, &unit),
        aside,
        description: say.list(&described),
        axis,
        rows: &rows,
        references: &references,
        rest: &[],
        rest_name: String::new(),
    };
    Some(Figure { drawing: chart.draw(scene, width), caption, findings: vec![subject.id] })
}

//! Figures for the screen: the same drawings as on paper, as SVG. The panel sees what its tables show.

use crate::view::{FigureView, FiguresView};
use entaku_domain::case::Case;
use entaku_domain::decision::Call;
use entaku_domain::finding::{Alteration, Finding};
use entaku_domain::ids::FindingId;
use entaku_domain::label::Language;
use entaku_domain::protein::FigureFacts;
use entaku_report::figure::{
    Figure, Measure, Scene, Subject, copy_numbers, gauges, lollipops, svg, vaf_strip,
};
use entaku_report::text::Shaper;

/// Width of a figure in points; the screen scales it.
const NARROW: f32 = 300.0;
const WIDE: f32 = 460.0;

/// The figures of the whole case, or the protein of one finding.
pub(crate) fn figures_view(
    case: &Case,
    facts: &FigureFacts,
    language: Language,
    about: Option<FindingId>,
) -> FiguresView {
    // Without faces no document can be made either, and that is said there.
    let Some(shaper) = Shaper::new() else { return FiguresView { figures: Vec::new(), undrawn: Vec::new() } };
    let shown: Vec<(&Finding, Alteration)> =
        case.findings.iter().map(|finding| (finding, visible(case, finding))).collect();
    let subjects = shown
        .iter()
        .map(|(finding, alteration)| Subject { id: finding.id, alteration, loud: loud(case, finding) })
        .collect();
    let scene = Scene {
        subjects,
        facts,
        // The share of tumour cells is one of tissue.
        tumour_content: case
            .details
            .specimen
            .tumour_content
            .filter(|_| !case.sources.iter().any(|source| source.draft.test.is_cell_free())),
        language,
        measure: Measure::new(&shaper),
    };
    match about {
        Some(finding) => {
            let drawn = lollipops(&scene, NARROW, |id| id == finding);
            FiguresView {
                figures: drawn.figures.iter().map(view).collect(),
                undrawn: drawn.undrawn.into_iter().map(|one| one.reason).collect(),
            }
        }
        None => {
            let mut figures: Vec<Figure> = vaf_strip(&scene, WIDE).into_iter().collect();
            figures.extend(copy_numbers(&scene, WIDE));
            figures.extend(gauges(&scene, NARROW));
            FiguresView { figures: figures.iter().map(view).collect(), undrawn: Vec::new() }
        }
    }
}

/// Without what the laboratory asks to hide.
fn visible(case: &Case, finding: &Finding) -> Alteration {
    let mut alteration = finding.read.alteration.clone();
    case.source_of(finding).map(|source| source.draft.hide).unwrap_or_default().apply(&mut alteration);
    alteration
}

/// Named first where there is no room for all names.
fn loud(case: &Case, finding: &Finding) -> bool {
    case.decisions.get(&finding.id).map_or(finding.read.reported != Some(false), |decision| {
        let high = matches!(&decision.verdict.call, Call::Classified { grade } if grade.weight > 0);
        high || decision.verdict.actionable == Some(true)
    })
}

fn view(figure: &Figure) -> FigureView {
    FigureView {
        title: figure.drawing.title.clone(),
        svg: svg(&figure.drawing),
        caption: figure.caption.clone(),
        findings: figure.findings.iter().map(ToString::to_string).collect(),
    }
}

//! The figures of the report, below the tables of their kind. Drawn from what the report names, so that nothing stands in
//! a figure that is left out of the tables.

use std::collections::BTreeSet;

use entaku_domain::finding::FindingKind;
use entaku_domain::ids::FindingId;

use super::Writer;
use super::sheet::remark;
use super::theme::{muted, span};
use super::verdicts::is_quiet;
use crate::figure::{Figure, Measure, Scene, copy_numbers, gauges, lollipops, vaf_strip};
use crate::layout::{Block, Plate, Plates};
use crate::text::{Shaper, Span};

/// Size of captions.
const FINE: f32 = 6.5;
/// White above a row of figures.
const BEFORE: f32 = 8.0;
/// Proteins printed at most; the screen shows each.
const PROTEINS: usize = 12;

impl Writer<'_> {
    /// The figures that belong to findings of a kind.
    pub(super) fn figures(&self, kind: FindingKind) -> Vec<Block> {
        // Without faces nothing is laid out, and that is said elsewhere.
        let Some(shaper) = Shaper::new() else { return Vec::new() };
        let scene = Scene::of(self.content, self.words.language(), Measure::new(&shaper));
        match kind {
            FindingKind::ShortVariant => {
                let mut blocks = self.proteins(&scene);
                blocks.extend(self.rows(vaf_strip(&scene, self.width).into_iter().collect(), 1));
                blocks
            }
            FindingKind::CopyNumber => self.rows(copy_numbers(&scene, self.width), 1),
            FindingKind::Biomarker => {
                let half = Plates::share(self.width, 2);
                self.rows(gauges(&scene, half), 2)
            }
            _ => Vec::new(),
        }
    }

    /// The proteins of the variants that matter or wait for a verdict.
    fn proteins(&self, scene: &Scene<'_>) -> Vec<Block> {
        let loud: BTreeSet<FindingId> = self
            .content
            .findings
            .iter()
            .filter(|row| row.kind == FindingKind::ShortVariant && !is_quiet(row))
            .map(|row| row.finding.id)
            .collect();
        let mut drawn = lollipops(scene, Plates::share(self.width, 2), |id| loud.contains(&id));
        let more = drawn.figures.split_off(drawn.figures.len().min(PROTEINS));
        let mut missing: Vec<String> = drawn.undrawn.iter().map(|one| one.words.clone()).collect();
        missing.extend(more.iter().map(|figure| figure.drawing.title.clone()));
        let mut blocks = self.rows(drawn.figures, 2);
        if !missing.is_empty() {
            let rest = missing.split_off(missing.len().min(PROTEINS));
            blocks.push(remark(&self.words.not_drawn(&missing, rest.len())));
        }
        blocks
    }

    fn rows(&self, figures: Vec<Figure>, across: usize) -> Vec<Block> {
        let mut plates: Vec<Plate> = figures.into_iter().map(plate).collect();
        let mut blocks = Vec::new();
        while !plates.is_empty() {
            let rest = plates.split_off(plates.len().min(across));
            blocks.push(Block::Figures(Plates { plates, across, before: BEFORE }));
            plates = rest;
        }
        blocks
    }
}

fn plate(figure: Figure) -> Plate {
    let paragraph = |words: &String| -> Vec<Span> { vec![span(words, muted(FINE))] };
    Plate { caption: figure.caption.iter().map(paragraph).collect(), drawing: figure.drawing }
}

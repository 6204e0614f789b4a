//! Figures as vectors: from clinical facts to a [`Drawing`] of lines, shapes and text, in points.
//!
//! One drawing serves both faces of the program: the layout places it on paper, [`svg`] writes it for the screen.
//! A figure shows what a source states and nothing that it does not: no axis is drawn for a protein that is not known,
//! no mark stands on a scale unless the knowledge data gives it with its source, and what is left out for want of room
//! is counted in the caption.

mod axis;
mod chart;
mod copy_number;
mod drawing;
mod gauge;
mod ink;
mod lollipop;
mod measure;
mod scene;
mod spread;
mod svg;
mod vaf;
mod wording;

pub use axis::Axis;
pub use copy_number::copy_numbers;
pub use drawing::{Anchor, Drawing, Label, Shape};
pub use gauge::gauges;
pub use ink::Ink;
pub use lollipop::{Lollipops, Undrawn, lollipops, residue_x};
pub use measure::Measure;
pub use scene::{Scene, Subject};
pub(crate) use svg::DASH;
pub use svg::svg;
pub use vaf::vaf_strip;

use entaku_domain::ids::FindingId;

/// A drawing with what stands below it.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// What is drawn.
    pub drawing: Drawing,
    /// Sources, legend and what is not drawn, one paragraph each.
    pub caption: Vec<String>,
    /// The findings it shows.
    pub findings: Vec<FindingId>,
}

/// What no figure shows, in words, with the number of those not named.
#[must_use]
pub fn not_drawn(language: entaku_domain::label::Language, names: &[String], more: usize) -> String {
    wording::Say::new(language).not_drawn(names, more)
}

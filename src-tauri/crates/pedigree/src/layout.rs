//! Where everybody stands: generations level, partners beside each other, siblings under their parents in their order, twins
//! together, families side by side. Nothing overlaps, for every place is given with the width that symbol and label need;
//! lines cross only where the relations themselves do. Owns places; how they are drawn is [`crate::svg`]'s.

mod order;
mod place;
mod rows;

use crate::model::Pedigree;
use crate::relation::Relations;

/// Width and height of a symbol, in pixels.
pub const SYMBOL: f64 = 28.0;
/// Least distance between what two persons need.
pub const GAP: f64 = 16.0;
/// Distance between families, and of the drawing to its edge.
pub const MARGIN: f64 = 40.0;
/// Height of a line of a label.
pub const LINE: f64 = 13.0;

/// What a person needs around the symbol's centre, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Size {
    /// To the left and to the right.
    pub half: f64,
    /// Height of the label beneath the symbol.
    pub label: f64,
}

/// A person's place: the centre of the symbol.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Spot {
    /// From the left.
    pub x: f64,
    /// From the top.
    pub y: f64,
}

/// A couple, or one parent alone.
#[derive(Debug, Clone, PartialEq)]
pub struct UnionLine {
    /// One, by place in the list.
    pub one: usize,
    /// The other.
    pub other: Option<usize>,
    /// Where the line to the children goes down; for a couple without children the middle of their line.
    pub drop: f64,
    /// Height of the line between them: that of the symbols, or above them where somebody stands between.
    pub y: f64,
    /// Related by blood.
    pub related: bool,
    /// The couple's own entry.
    pub couple: Option<usize>,
}

/// Children of a union.
#[derive(Debug, Clone, PartialEq)]
pub struct SibshipLine {
    /// The union, by its place.
    pub union: usize,
    /// Height of their bar.
    pub bar: f64,
    /// Children, each with the way down from the bar: corners, the last at the symbol's top.
    pub children: Vec<(usize, Vec<Spot>)>,
}

/// The whole.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// Places in the order of the persons.
    pub spots: Vec<Spot>,
    /// Generation of each, counted from 0.
    pub generations: Vec<usize>,
    /// Couples.
    pub unions: Vec<UnionLine>,
    /// Children.
    pub sibships: Vec<SibshipLine>,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// Lays a pedigree out. `sizes` stand in the order of the persons.
pub fn layout(pedigree: &Pedigree, sizes: &[Size]) -> Layout {
    let relations = Relations::of(pedigree);
    let rows = order::ordered(pedigree, &relations);
    let xs = place::placed(&relations, &rows, sizes);
    rows::drawn(&relations, &xs, sizes)
}

/// Somebody, or a line on its way through a generation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cluster {
    /// Partners beside each other; empty for a line.
    pub(crate) persons: Vec<usize>,
    /// The union whose line passes, and the child it goes to.
    pub(crate) passes: Option<(usize, usize)>,
}

/// Generations of one family, each from left to right.
#[derive(Debug, Clone, Default)]
pub(crate) struct Rows {
    /// Families, each with its generations.
    pub(crate) families: Vec<Vec<Vec<Cluster>>>,
}

pub(crate) fn of<T: Copy + Default>(all: &[T], at: usize) -> T {
    all.get(at).copied().unwrap_or_default()
}

//! Outlines that are shown more than once, as drawings of the file that pages name: the draft mark, and the kana above
//! words that come back.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use lopdf::content::Operation;

use super::PdfError;
use super::drawing::{Drawing, form};
use crate::fonts::{Contours, Segment};
use crate::layout::{self, Item, Shape};

/// Units of a shared drawing for one em: whole numbers are then exact to a two-hundredth of a point at 5 points.
const UNITS: f32 = 1000.0;

/// Outlines in whole units: where each begins, and to its next points by way of others or straight.
type Outlines = Vec<([i64; 2], Vec<Vec<i64>>)>;

/// The outlines of a document that are shown more than once.
pub(super) struct Shapes {
    /// Drawings with their bounds, in the order of their first use.
    shared: Vec<(Outlines, [i64; 4])>,
    /// Which of them the outlines at an address are; the document holds those in place while it is written.
    known: HashMap<*const Contours, usize>,
}

/// Where one drawing is used.
struct Uses {
    /// Its place among all shapes.
    first: usize,
    bounds: [i64; 4],
    /// Addresses of its outlines.
    at: Vec<*const Contours>,
}

impl Shapes {
    /// Finds them among the shapes of the pages themselves; those of a figure stand once.
    pub fn of(document: &layout::Document) -> Self {
        let mut uses: BTreeMap<Outlines, Uses> = BTreeMap::new();
        let items = document.pages.iter().flat_map(|page| &page.items);
        for (first, shape) in items.filter_map(shape).enumerate() {
            let fresh = || Uses { first, bounds: bounds(&shape.contours), at: Vec::new() };
            uses.entry(drawn(&shape.contours)).or_insert_with(fresh).at.push(Rc::as_ptr(&shape.contours));
        }
        let mut often: Vec<_> = uses.into_iter().filter(|(_, uses)| uses.at.len() > 1).collect();
        often.sort_by_key(|(_, uses)| uses.first);
        let at =
            often.iter().zip(0..).flat_map(|((_, uses), number)| uses.at.iter().map(move |at| (*at, number)));
        let known = at.collect();
        let shared = often.into_iter().map(|(drawing, uses)| (drawing, uses.bounds)).collect();
        Self { shared, known }
    }

    /// The name of the drawing that a shape is, when it is one of those that are shared.
    pub fn name(&self, shape: &Shape) -> Option<String> {
        self.known.get(&Rc::as_ptr(&shape.contours)).map(|number| resource(*number))
    }

    /// The shared drawings.
    pub fn drawings(self) -> impl Iterator<Item = Result<Drawing, PdfError>> {
        self.shared.into_iter().enumerate().map(|(number, (outlines, bounds))| {
            form(&resource(number), bounds, 1.0 / UNITS, operations(&outlines))
        })
    }
}

/// Name of a drawing in the file's resources.
fn resource(number: usize) -> String {
    format!("S{number}")
}

fn shape(item: &Item) -> Option<&Shape> {
    match item {
        Item::Shape(shape) => Some(shape),
        _ => None,
    }
}

/// The box that holds all points, controls too, in whole units: left, lower, right, upper.
fn bounds(contours: &Contours) -> [i64; 4] {
    let ends = |segment: &Segment| match segment {
        Segment::Line(end) => vec![*end],
        Segment::Curve(first, second, end) => vec![*first, *second, *end],
    };
    let points = contours
        .iter()
        .flat_map(|(start, segments)| std::iter::once(*start).chain(segments.iter().flat_map(ends)));
    let mut all = [f32::MAX, f32::MAX, f32::MIN, f32::MIN];
    for [x, y] in points {
        let [left, lower, right, upper] = all;
        all = [left.min(x), lower.min(y), right.max(x), upper.max(y)];
    }
    let [left, lower, right, upper] = all.map(|em| em * UNITS);
    [left.floor(), lower.floor(), right.ceil(), upper.ceil()].map(|unit| unit as i64)
}

/// The outlines in whole units.
fn drawn(contours: &Contours) -> Outlines {
    let place = |[x, y]: [f32; 2]| [x, y].map(|em| (em * UNITS).round() as i64);
    let step = |segment: &Segment| match segment {
        Segment::Line(end) => place(*end).to_vec(),
        Segment::Curve(first, second, end) => [*first, *second, *end].map(place).concat(),
    };
    contours.iter().map(|(start, segments)| (place(*start), segments.iter().map(step).collect())).collect()
}

/// The outlines, filled in whatever ink is set.
fn operations(outlines: &Outlines) -> Vec<Operation> {
    let operation =
        |numbers: &[i64], operator| Operation::new(operator, numbers.iter().map(|n| (*n).into()).collect());
    let mut all = Vec::new();
    for (start, steps) in outlines {
        all.push(operation(start, "m"));
        all.extend(steps.iter().map(|step| operation(step, if step.len() == 2 { "l" } else { "c" })));
        all.push(operation(&[], "h"));
    }
    all.push(operation(&[], "f"));
    all
}

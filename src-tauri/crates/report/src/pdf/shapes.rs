//! Outlines that are shown more than once, as drawings of the file that pages name: the draft mark, and the kana above
//! words that come back.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use lopdf::{Document, Object, ObjectId, dictionary};

use super::PdfError;
use super::objects::{name, name_drawing, stream};
use super::operators::Operators;
use crate::fonts::{Contours, Segment};
use crate::layout::{self, Item, Shape};

/// Units of a shared drawing for one em: whole numbers are then exact to a two-hundredth of a point at 5 points.
const UNITS: f32 = 1000.0;

/// The outlines of a document that are shown more than once.
pub(super) struct Shapes {
    /// Drawings with their bounds, in the order of their first use.
    shared: Vec<(Vec<u8>, [i64; 4])>,
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
        let mut uses: BTreeMap<Vec<u8>, Uses> = BTreeMap::new();
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

    /// Shows a shape in the ink that is set, when it is one of those that are shared.
    pub fn show(&self, shape: &Shape, height: f32, out: &mut Operators) -> bool {
        let Some(number) = self.known.get(&Rc::as_ptr(&shape.contours)) else { return false };
        let (sin, cos) = shape.angle.sin_cos();
        let ([x, y], size) = (shape.origin, shape.size);
        out.plain("q");
        out.points(&[size * cos, size * sin, -size * sin, size * cos, x, height - y], "cm");
        out.plain(&format!("/{} Do", resource(*number)));
        out.plain("Q");
        true
    }

    /// Adds the shared drawings.
    pub fn add(self, file: &mut Document, pages: &[ObjectId]) -> Result<(), PdfError> {
        for (number, (bytes, bounds)) in self.shared.into_iter().enumerate() {
            let one = 1.0 / UNITS;
            let kind = dictionary! {
                "Type" => name("XObject"), "Subtype" => name("Form"), "FormType" => 1,
                "BBox" => Object::Array(bounds.map(Object::Integer).to_vec()),
                "Matrix" => Object::Array([one, 0.0, 0.0, one, 0.0, 0.0].map(Object::Real).to_vec()),
                "Resources" => lopdf::Dictionary::new(),
            };
            let drawing = file.add_object(stream(kind, bytes));
            name_drawing(file, pages, &resource(number), drawing)?;
        }
        Ok(())
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

/// The outlines in whole units, filled in whatever ink is set.
fn drawn(contours: &Contours) -> Vec<u8> {
    let mut out = Operators::default();
    let place = |[x, y]: [f32; 2]| [(x * UNITS).round(), (y * UNITS).round()];
    for (start, segments) in contours {
        out.points(&place(*start), "m");
        for segment in segments {
            match segment {
                Segment::Line(end) => out.points(&place(*end), "l"),
                Segment::Curve(first, second, end) => {
                    let [[a, b], [c, d], [e, f]] = [place(*first), place(*second), place(*end)];
                    out.points(&[a, b, c, d, e, f], "c");
                }
            }
        }
        out.plain("h");
    }
    out.plain("f");
    out.into_bytes()
}

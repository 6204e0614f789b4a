//! Values of named rows over one scale: a dot for each, its name at the left, its number at the right.

use super::axis::{Axis, number};
use super::{Anchor, Drawing, Ink, Label, Scene};

/// A row.
pub struct Row {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub value: f64,
    /// Its number in words.
    pub words: String,
    /// Whether it speaks loudly.
    pub loud: bool,
}

/// A reference across all rows.
pub struct Reference {
    /// Where.
    pub value: f64,
    /// What it is.
    pub words: String,
}

/// What is drawn.
pub struct Chart<'a> {
    /// Stands above it.
    pub title: String,
    /// Stands above it at the right: what a source says in words.
    pub aside: String,
    pub description: String,
    pub axis: Axis,
    pub rows: &'a [Row],
    pub references: &'a [Reference],
    /// Values without a name, drawn as strokes in a last row that is named so.
    pub rest: &'a [f64],
    pub rest_name: String,
}

const TITLE: f32 = 8.0;
const TITLE_Y: f32 = 8.5;
const TITLE_ROOM: f32 = 12.0;
const NAME: f32 = 7.2;
const FINE: f32 = 6.5;
const ROW: f32 = 11.0;
const GAP: f32 = 6.0;
const RADIUS: f32 = 2.6;
/// Most strokes in the last row: more cannot be told apart.
const STROKES: usize = 2_000;

fn label(words: String, x: f32, y: f32, size: f32, anchor: Anchor, ink: Ink) -> Label {
    Label { words, x, y, size, bold: false, anchor, ink }
}

impl Chart<'_> {
    /// Draws it in the given width.
    pub fn draw(&self, scene: &Scene<'_>, width: f32) -> Drawing {
        let measure = &scene.measure;
        let widest = |texts: &mut dyn Iterator<Item = (&str, bool)>, most: f32| {
            texts.map(|(words, bold)| measure.width(words, NAME, bold)).fold(0.0, f32::max).min(most)
        };
        let rest = (self.rest_name.as_str(), false);
        let names = widest(
            &mut self.rows.iter().map(|row| (row.name.as_str(), row.loud)).chain([rest]),
            width * 0.38,
        );
        let words = widest(&mut self.rows.iter().map(|row| (row.words.as_str(), row.loud)), width * 0.2);
        let (left, right) = (names + GAP, width - words - GAP);
        let at = |value: f64| left + self.axis.at(value) * (right - left);
        let mut drawing = Drawing::new(width, self.title.clone(), self.description.clone());

        self.head(&mut drawing, scene);
        let top = self.references(&mut drawing, scene, &at, [left, right]);
        let rows = self.rows.len() + usize::from(!self.rest.is_empty());
        #[expect(clippy::cast_precision_loss, reason = "a few rows")]
        let bottom = top + ROW * rows as f32;
        let mut free = f32::MIN;
        for tick in self.axis.ticks() {
            let x = at(tick);
            drawing.line([x, top], [x, bottom], 0.4, Ink::Grid);
            let words = number(tick);
            let half = measure.width(&words, FINE, false) / 2.0;
            // The ends may lean inwards; what would touch its neighbour is left out.
            let middle = x.clamp(half, (width - half).max(half));
            if middle - half >= free {
                drawing.text(label(words, middle, bottom + 8.0, FINE, Anchor::Middle, Ink::Quiet));
                free = middle + half + 3.0;
            }
        }
        for reference in self.references {
            let x = at(reference.value);
            drawing.dashes([x, top - 1.5], [x, bottom], 0.9, Ink::Reference);
        }
        // On a logarithmic scale nought is its left end.
        let base = at(0.0);
        for (row, y) in self.rows.iter().zip(middles(top)) {
            let (ink, text) = if row.loud { (Ink::Finding, Ink::Text) } else { (Ink::Quiet, Ink::Quiet) };
            let name = measure.within(&row.name, NAME, row.loud, names);
            drawing.text(Label { bold: row.loud, ..label(name, 0.0, y + 2.6, NAME, Anchor::Start, text) });
            let x = at(row.value);
            drawing.line([base, y], [x, y], 1.2, ink);
            drawing.shapes.push(super::Shape::Disc([x, y], RADIUS, ink));
            let number = measure.within(&row.words, NAME, row.loud, words);
            drawing.text(Label { bold: row.loud, ..label(number, width, y + 2.6, NAME, Anchor::End, text) });
        }
        if !self.rest.is_empty() {
            let y = bottom - ROW / 2.0;
            let name = measure.within(&self.rest_name, NAME, false, names);
            drawing.text(label(name, 0.0, y + 2.6, NAME, Anchor::Start, Ink::Quiet));
            for value in self.rest.iter().take(STROKES) {
                let x = at(*value);
                drawing.line([x, y - 3.2], [x, y + 3.2], 0.7, Ink::Quiet);
            }
        }
        drawing.height = bottom + 10.0;
        drawing
    }

    fn head(&self, drawing: &mut Drawing, scene: &Scene<'_>) {
        let width = drawing.width;
        let aside = scene.measure.within(&self.aside, FINE, false, width * 0.45);
        let room = width - scene.measure.width(&aside, FINE, false) - GAP;
        let title = scene.measure.within(&self.title, TITLE, true, room);
        drawing.text(Label { bold: true, ..label(title, 0.0, TITLE_Y, TITLE, Anchor::Start, Ink::Text) });
        drawing.text(label(aside, width, TITLE_Y, FINE, Anchor::End, Ink::Quiet));
    }

    /// The words of the references above the rows, each on a line of its own where two would meet; the height filled.
    fn references(
        &self,
        drawing: &mut Drawing,
        scene: &Scene<'_>,
        at: &impl Fn(f64) -> f32,
        [left, right]: [f32; 2],
    ) -> f32 {
        let width = drawing.width;
        let mut y = TITLE_ROOM;
        let mut taken: Vec<[f32; 2]> = Vec::new();
        for reference in self.references {
            let words = scene.measure.within(&reference.words, FINE, false, width);
            let half = scene.measure.width(&words, FINE, false) / 2.0;
            let middle = at(reference.value).clamp(left, right).clamp(half, (width - half).max(half));
            let meets = taken.iter().any(|[from, to]| middle - half < to + GAP && middle + half > from - GAP);
            if meets || taken.is_empty() {
                y += 8.0;
                taken.clear();
            }
            taken.push([middle - half, middle + half]);
            drawing.text(label(words, middle, y - 1.5, FINE, Anchor::Middle, Ink::Quiet));
        }
        y + 2.0
    }
}

fn middles(top: f32) -> impl Iterator<Item = f32> {
    std::iter::successors(Some(top + ROW / 2.0), |y| Some(y + ROW))
}

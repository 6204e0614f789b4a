//! What a figure is made of. Points, x to the right and y down from its upper left corner.

use super::{Ink, Measure};

/// Where a text stands relative to its x.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Begins there.
    Start,
    /// Is centred there.
    Middle,
    /// Ends there.
    End,
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The words.
    pub words: String,
    /// Where it is anchored.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// Size.
    pub size: f32,
    /// Bold face.
    pub bold: bool,
    /// Which part of it stands at x.
    pub anchor: Anchor,
    /// Ink.
    pub ink: Ink,
}

/// Something drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A filled rectangle: x, y, width, height.
    Rect([f32; 4], Ink),
    /// A straight line.
    Line {
        /// Start.
        from: [f32; 2],
        /// End.
        to: [f32; 2],
        /// Thickness.
        width: f32,
        /// Ink.
        ink: Ink,
        /// Broken into dashes, so that it differs from others without colour.
        dashed: bool,
    },
    /// A filled circle: centre and radius.
    Disc([f32; 2], f32, Ink),
    /// A filled polygon.
    Polygon(Vec<[f32; 2]>, Ink),
    /// Text.
    Text(Label),
}

/// A figure without its caption.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width.
    pub width: f32,
    /// Height.
    pub height: f32,
    /// What it is, in a few words.
    pub title: String,
    /// What it shows, in words, for who cannot see it.
    pub description: String,
    /// Drawn in order.
    pub shapes: Vec<Shape>,
}

impl Drawing {
    /// An empty drawing. Its height is set when it is known.
    #[must_use]
    pub fn new(width: f32, title: String, description: String) -> Self {
        Self { width, height: 0.0, title, description, shapes: Vec::new() }
    }

    /// Adds a line.
    pub fn line(&mut self, from: [f32; 2], to: [f32; 2], width: f32, ink: Ink) {
        self.shapes.push(Shape::Line { from, to, width, ink, dashed: false });
    }

    /// Adds a dashed line.
    pub fn dashes(&mut self, from: [f32; 2], to: [f32; 2], width: f32, ink: Ink) {
        self.shapes.push(Shape::Line { from, to, width, ink, dashed: true });
    }

    /// Adds a text.
    pub fn text(&mut self, label: Label) {
        if !label.words.is_empty() {
            self.shapes.push(Shape::Text(label));
        }
    }

    /// Every text, in drawing order.
    pub fn texts(&self) -> impl Iterator<Item = &Label> {
        self.shapes.iter().filter_map(|shape| match shape {
            Shape::Text(label) => Some(label),
            _ => None,
        })
    }

    /// What it shows, in one text.
    #[must_use]
    pub fn alternative(&self) -> String {
        match self.description.is_empty() {
            true => self.title.clone(),
            false => format!("{}. {}", self.title.trim_end_matches(['.', '。']), self.description),
        }
    }

    /// What leaves the drawing's box, in words: for tests and for the checker of documents.
    #[must_use]
    pub fn outside(&self, measure: &Measure<'_>) -> Vec<String> {
        let mut found = Vec::new();
        let mut check = |what: String, [left, top, right, bottom]: [f32; 4]| {
            let inside =
                left >= -0.1 && top >= -0.1 && right <= self.width + 0.1 && bottom <= self.height + 0.1;
            if !inside {
                found.push(format!("{what}: {left:.1}–{right:.1} × {top:.1}–{bottom:.1}"));
            }
        };
        for shape in &self.shapes {
            match shape {
                Shape::Rect([x, y, width, height], _) => {
                    check("rectangle".to_owned(), [*x, *y, x + width, y + height]);
                }
                Shape::Line { from: [ax, ay], to: [bx, by], .. } => {
                    check("line".to_owned(), [ax.min(*bx), ay.min(*by), ax.max(*bx), ay.max(*by)]);
                }
                Shape::Disc([x, y], r, _) => check("disc".to_owned(), [x - r, y - r, x + r, y + r]),
                Shape::Polygon(points, _) => {
                    for [x, y] in points {
                        check("corner".to_owned(), [*x, *y, *x, *y]);
                    }
                }
                Shape::Text(label) => {
                    let [left, right] = label.extent(measure);
                    let (top, bottom) = (label.y - label.size * 0.88, label.y + label.size * 0.12);
                    check(format!("“{}”", label.words), [left, top, right, bottom]);
                }
            }
        }
        found
    }
}

impl Label {
    /// Left and right end.
    #[must_use]
    pub fn extent(&self, measure: &Measure<'_>) -> [f32; 2] {
        let width = measure.width(&self.words, self.size, self.bold);
        let left = match self.anchor {
            Anchor::Start => self.x,
            Anchor::Middle => self.x - width / 2.0,
            Anchor::End => self.x - width,
        };
        [left, left + width]
    }
}

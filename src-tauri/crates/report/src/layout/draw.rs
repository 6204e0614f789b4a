//! The display list: what stands where. Points, x to the right and y down from the upper left corner.

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use super::{NodeId, Tree};
use crate::code::Squares;
use crate::fonts::{Contours, Face};
use crate::logo::Logo;
use crate::text::{Color, Glyph};

/// A whole document, placed.
#[derive(Clone, Debug)]
pub struct Document {
    /// Pages in order, all of one size.
    pub pages: Vec<Page>,
    /// Width of every page.
    pub width: f32,
    /// Height of every page.
    pub height: f32,
    /// Entries for the reader's table of contents, in order.
    pub outline: Vec<OutlineEntry>,
    /// Meaning and reading order.
    pub tree: Tree,
}

/// One page.
#[derive(Clone, Debug, Default)]
pub struct Page {
    /// Drawn in order.
    pub items: Vec<Item>,
}

/// A place the reader can jump to.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineEntry {
    /// 1 for a part, 2 for what stands in it.
    pub level: u8,
    /// Words shown.
    pub title: String,
    /// Page, from 0.
    pub page: usize,
    /// Height on that page.
    pub y: f32,
}

/// Something drawn.
#[derive(Clone, Debug)]
pub enum Item {
    /// Text.
    Text(TextRun),
    /// A filled rectangle: x, y, width, height.
    Fill([f32; 4], Color),
    /// A straight line.
    Rule(Rule),
    /// Filled outlines.
    Shape(Shape),
    /// The code of the document.
    Code(Code),
    /// A figure.
    Figure(Figure),
    /// A picture of pixels: x, y, width, height.
    Picture([f32; 4], Arc<Logo>),
}

/// Something to be looked at as a whole.
#[derive(Clone, Debug)]
pub struct Figure {
    /// Its place in the reading order.
    pub node: NodeId,
    /// The box it keeps within: x, y, width, height.
    pub rect: [f32; 4],
    /// What it is drawn of, vectors and text alike.
    pub items: Vec<Item>,
}

/// A straight line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rule {
    /// Start: x, y.
    pub from: [f32; 2],
    /// End: x, y.
    pub to: [f32; 2],
    /// Thickness.
    pub width: f32,
    /// Ink.
    pub color: Color,
}

/// Outlines of letters, scaled, turned and filled; never copied as text.
#[derive(Clone, Debug)]
pub struct Shape {
    /// In em, y up.
    pub contours: Rc<Contours>,
    /// Where the outlines' origin stands.
    pub origin: [f32; 2],
    /// Points per em.
    pub size: f32,
    /// Turned against the clock, in radians.
    pub angle: f32,
    /// Ink.
    pub color: Color,
}

/// The code of the document, the same on every page; a machine reads it, and text beside it says the same.
#[derive(Clone, Debug)]
pub struct Code {
    /// Its squares.
    pub squares: Rc<Squares>,
    /// Upper left corner: x, y.
    pub corner: [f32; 2],
    /// Width and height of the whole.
    pub side: f32,
}

/// Glyphs of one face, size and colour on one baseline.
#[derive(Clone, Debug)]
pub struct TextRun {
    /// Left end.
    pub x: f32,
    /// Baseline.
    pub y: f32,
    /// Size.
    pub size: f32,
    /// Ink.
    pub color: Color,
    /// Face of every glyph.
    pub face: Face,
    /// The paragraph's glyphs.
    pub glyphs: Rc<[Glyph]>,
    /// Which of them.
    pub range: Range<usize>,
    /// The paragraph's text, to which the glyphs point.
    pub source: Rc<str>,
    /// Its place in the reading order.
    pub node: NodeId,
    /// Left and right end of the box it must not leave.
    pub room: [f32; 2],
}

impl TextRun {
    /// The glyphs drawn.
    #[must_use]
    pub fn drawn(&self) -> &[Glyph] {
        self.glyphs.get(self.range.clone()).unwrap_or_default()
    }

    /// Width of the run.
    #[must_use]
    pub fn width(&self) -> f32 {
        self.drawn().iter().map(|glyph| glyph.advance).sum()
    }

    /// The words it shows.
    #[must_use]
    pub fn text(&self) -> String {
        self.drawn().iter().filter_map(|glyph| self.source.get(glyph.range())).collect()
    }
}

impl Item {
    /// The same item further right and down.
    #[must_use]
    pub fn moved(mut self, dx: f32, dy: f32) -> Self {
        match &mut self {
            Self::Text(run) => {
                run.x += dx;
                run.y += dy;
                run.room = run.room.map(|x| x + dx);
            }
            Self::Fill([x, y, _, _], _) | Self::Picture([x, y, _, _], _) => {
                *x += dx;
                *y += dy;
            }
            Self::Rule(rule) => {
                for [x, y] in [&mut rule.from, &mut rule.to] {
                    *x += dx;
                    *y += dy;
                }
            }
            Self::Figure(Figure { rect: [x, y, _, _], items, .. }) => {
                *x += dx;
                *y += dy;
                *items = std::mem::take(items).into_iter().map(|item| item.moved(dx, dy)).collect();
            }
            Self::Shape(shape) => {
                let [x, y] = &mut shape.origin;
                *x += dx;
                *y += dy;
            }
            Self::Code(code) => {
                let [x, y] = &mut code.corner;
                *x += dx;
                *y += dy;
            }
        }
        self
    }
}

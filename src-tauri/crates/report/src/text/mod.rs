//! From text to lines of placed glyphs: cleaning, shaping, break opportunities, filling.
//!
//! Knows widths and faces; knows nothing of pages or of what the text says.

mod breaks;
mod clean;
mod lines;
mod ruby;
mod shape;

pub use breaks::{Break, opportunities};
pub use clean::clean;
pub use lines::{Limits, Line, fill};
pub use ruby::{ROOM, Ruby};
pub use shape::{Glyph, Shaper};

use std::rc::Rc;

/// A colour for fill and text: red, green, blue, each 0–1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color(pub f32, pub f32, pub f32);

/// How a stretch of text looks.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Style {
    /// Size in points.
    pub size: f32,
    /// Bold face.
    pub bold: bool,
    /// Ink.
    pub color: Color,
}

/// A stretch of text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Span {
    /// The words, already cleaned (see [`clean`]).
    pub text: String,
    /// Their look.
    pub style: Style,
}

/// Shaped text with its break opportunities, ready to be filled into lines of any width.
#[derive(Clone, Debug)]
pub struct Shaped {
    /// The whole text of the paragraph; glyphs point into it by byte ranges.
    pub source: Rc<str>,
    /// Glyphs in reading order.
    pub glyphs: Rc<[Glyph]>,
    /// The styles, by [`Glyph::style`].
    pub styles: Vec<Style>,
    /// What may happen after each glyph; as long as `glyphs`.
    pub breaks: Rc<[Break]>,
    /// Kana above some of the glyphs, in order.
    pub ruby: Vec<Ruby>,
}

impl Shaped {
    /// Width when nothing breaks but where it must, in points.
    #[must_use]
    pub fn natural_width(&self) -> f32 {
        let (mut widest, mut width) = (0.0f32, 0.0);
        for (glyph, after) in self.glyphs.iter().zip(self.breaks.iter()) {
            width += glyph.advance;
            if *after == Break::Must {
                widest = widest.max(width);
                width = 0.0;
            }
        }
        widest.max(width)
    }

    /// Width of the widest stretch without an ordinary break, in points: the least a column should have.
    #[must_use]
    pub fn longest_word(&self) -> f32 {
        let (mut widest, mut width) = (0.0f32, 0.0);
        for (glyph, after) in self.glyphs.iter().zip(self.breaks.iter()) {
            let space = self.source.get(glyph.range()).is_some_and(|text| text.trim().is_empty());
            if !space {
                width += glyph.advance;
                widest = widest.max(width);
            }
            if *after >= Break::May {
                width = 0.0;
            }
        }
        widest
    }

    /// Largest type size in use, in points.
    #[must_use]
    pub fn largest(&self) -> f32 {
        self.styles.iter().map(|style| style.size).fold(0.0, f32::max)
    }
}

//! How wide a text of a figure is: the wider of what paper and screen make of it, so that it fits on both.

use crate::fonts::Face;
use crate::text::{Color, Shaper, Span, Style, clean};

/// The screen's bold face is wider than the regular one, which alone is among the document's faces.
const BOLD: f32 = 1.07;

/// Measures the texts of figures.
pub struct Measure<'a> {
    shaper: &'a Shaper,
}

impl<'a> Measure<'a> {
    /// With the faces of a document.
    #[must_use]
    pub fn new(shaper: &'a Shaper) -> Self {
        Self { shaper }
    }

    /// Width of a text in points.
    #[must_use]
    pub fn width(&self, words: &str, size: f32, bold: bool) -> f32 {
        let style = Style { size, bold, color: Color(0.0, 0.0, 0.0) };
        let text = clean(words);
        let paper = self.shaper.shape(&[Span { text: text.clone(), style }]).natural_width();
        paper.max(self.on_screen(&text, size) * if bold { BOLD } else { 1.0 })
    }

    /// Width in the face of the screen, which is the document's fallback face.
    fn on_screen(&self, text: &str, size: f32) -> f32 {
        let faces = self.shaper.faces();
        let font = faces.font(Face::Fallback);
        let (charmap, metrics) = (font.charmap(), font.glyph_metrics());
        let units: f32 = text
            .chars()
            .map(|c| charmap.map_unicode(c).map_or(1000.0, |glyph| metrics.h_advance(glyph)))
            .sum();
        units / faces.units_per_em(Face::Fallback) * size
    }

    /// The text, or as much of its beginning as fits, with a sign that something is left out.
    #[must_use]
    pub fn within(&self, words: &str, size: f32, bold: bool, room: f32) -> String {
        let text = clean(words).replace('\n', " ");
        // No text of a figure is long; what is cut before measuring could not fit anyway.
        let chars: Vec<char> = text.chars().take(200).collect();
        let whole: String = chars.iter().collect();
        if whole.len() == text.len() && self.width(&whole, size, bold) <= room {
            return whole;
        }
        // The longest beginning that fits lies between the two.
        let (mut fits, mut too_long) = (0, chars.len());
        let mut best = String::new();
        while fits + 1 < too_long {
            let keep = usize::midpoint(fits, too_long);
            let cut: String = chars.iter().take(keep).chain(&['…']).collect();
            if self.width(&cut, size, bold) <= room {
                (fits, best) = (keep, cut);
            } else {
                too_long = keep;
            }
        }
        best
    }
}

//! Outlines of a text, for what must be seen but never copied (the draft mark).

use harfrust::font::glyph::outline::{DrawMemory, DrawOptions, PathSink};

use super::{Face, Faces};

/// One segment of a contour, y upwards, in em (1.0 = the font size).
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Segment {
    /// Straight to the point.
    Line([f32; 2]),
    /// Cubic curve: two control points and the end.
    Curve([f32; 2], [f32; 2], [f32; 2]),
}

/// Closed contours: each a start point and its segments. Filled by the non-zero rule.
pub type Contours = Vec<([f32; 2], Vec<Segment>)>;

/// The outlines of a text set on one line from (0, 0), and its width in em.
/// Characters the face lacks are left out: this is for fixed words and kana only.
#[must_use]
pub fn outlines(faces: &Faces, face: Face, text: &str) -> (Contours, f32) {
    let font = faces.font(face);
    let em = faces.units_per_em(face);
    let (charmap, metrics, glyphs) = (font.charmap(), font.glyph_metrics(), font.outline_glyphs());
    let mut contours = Contours::new();
    let mut pen = 0.0;
    for c in text.chars() {
        let Some(glyph) = charmap.map_unicode(c) else { continue };
        if let Some(outline) = glyphs.get(glyph) {
            let mut sink = Sink { contours: &mut contours, at: [0.0; 2], dx: pen, em };
            // A glyph that cannot be drawn leaves a gap in a decoration, nothing worse.
            let _ = outline.draw(&DrawOptions::new(), DrawMemory::default(), &mut sink);
        }
        pen += metrics.h_advance(glyph);
    }
    (contours, pen / em)
}

struct Sink<'a> {
    contours: &'a mut Contours,
    at: [f32; 2],
    dx: f32,
    em: f32,
}

impl Sink<'_> {
    fn point(&self, x: f32, y: f32) -> [f32; 2] {
        [(x + self.dx) / self.em, y / self.em]
    }

    fn push(&mut self, segment: Segment, end: [f32; 2]) {
        if let Some((_, segments)) = self.contours.last_mut() {
            segments.push(segment);
        }
        self.at = end;
    }
}

impl PathSink for Sink<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        self.at = self.point(x, y);
        self.contours.push((self.at, Vec::new()));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let end = self.point(x, y);
        self.push(Segment::Line(end), end);
    }

    fn quad_to(&mut self, cx0: f32, cy0: f32, x: f32, y: f32) {
        let (start, control, end) = (self.at, self.point(cx0, cy0), self.point(x, y));
        // A quadratic curve as a cubic one: controls two thirds of the way to the single control.
        let toward = |from: [f32; 2]| {
            let [fx, fy] = from;
            let [cx, cy] = control;
            [fx + (cx - fx) * 2.0 / 3.0, fy + (cy - fy) * 2.0 / 3.0]
        };
        self.push(Segment::Curve(toward(start), toward(end), end), end);
    }

    fn curve_to(&mut self, cx0: f32, cy0: f32, cx1: f32, cy1: f32, x: f32, y: f32) {
        let (first, second, end) = (self.point(cx0, cy0), self.point(cx1, cy1), self.point(x, y));
        self.push(Segment::Curve(first, second, end), end);
    }

    fn close(&mut self) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn draft_mark_has_an_outline_for_every_letter() {
        let faces = Faces::get().expect("compiled-in fonts open");
        let (contours, width) = outlines(faces, Face::Bold, "DRAFT 原案");
        assert!(contours.len() > 8, "seven shapes, some with counters");
        assert!(width > 4.0 && width < 9.0, "about the width of its letters in em, got {width}");
    }
}

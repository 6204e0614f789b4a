//! Furigana: small kana above the kanji they read.
//!
//! The kana are drawn as outlines, as the draft mark is: a reader sees them, and text copied or searched is the base
//! text alone, in order, in every program. A base is never widened for its kana; kana that are too wide are set smaller
//! and may lean over a neighbour that has none of its own.

use std::ops::Range;
use std::rc::Rc;

use super::{Break, Glyph, Style};
use crate::fonts::{Contours, Face, Faces, outlines};
use crate::furigana::readings;

/// Size of the kana over the size of their base.
pub const SMALL: f32 = 0.5;
/// White a line needs above its letters for kana, in em of the base.
pub const ROOM: f32 = 0.58;
/// How far kana may lean over a neighbour without kana, in em of the base.
const LEAN: f32 = 0.22;
/// Kana are never set smaller than this share of their usual size.
const LEAST: f32 = 0.62;

/// Kana over a stretch of glyphs.
#[derive(Clone, Debug)]
pub struct Ruby {
    /// The glyphs they stand over.
    pub glyphs: Range<usize>,
    /// The outlines of each, with its distance from the left end in em of the kana: one by one, so that a file holds a
    /// kana once however many words it is in.
    pub kana: Vec<(f32, Rc<Contours>)>,
    /// Width of those, in em of the kana.
    pub width: f32,
    /// Size of the kana in points.
    pub size: f32,
}

/// The kana for a shaped paragraph; what they stand over is kept on one line.
pub(super) fn ruby(
    faces: &Faces,
    source: &str,
    names: &[(String, String)],
    glyphs: &[Glyph],
    styles: &[Style],
    breaks: &mut [Break],
) -> Vec<Ruby> {
    let stretches = readings(source, names);
    let covered: Vec<Option<Range<usize>>> =
        stretches.iter().map(|stretch| over(glyphs, &stretch.at)).collect();
    let mut set = Vec::new();
    for (number, (stretch, range)) in stretches.iter().zip(&covered).enumerate() {
        let Some(range) = range else { continue };
        let Some(stood_on) = glyphs.get(range.clone()) else { continue };
        let size = stood_on.first().and_then(|glyph| styles.get(usize::from(glyph.style)));
        let Some(size) = size.map(|style| style.size) else { continue };
        for after in breaks.iter_mut().take(range.end.saturating_sub(1)).skip(range.start) {
            *after = Break::Never;
        }
        let (kana, width) = one_by_one(faces, &stretch.reading);
        let base: f32 = stood_on.iter().map(|glyph| glyph.advance).sum();
        let free = |other: Option<&Option<Range<usize>>>, meets: fn(&Range<usize>, &Range<usize>) -> bool| {
            !other.and_then(Option::as_ref).is_some_and(|other| meets(other, range))
        };
        let before = number.checked_sub(1).and_then(|number| covered.get(number));
        let sides = [
            free(before, |other, own| other.end == own.start),
            free(covered.get(number + 1), |other, own| other.start == own.end),
        ];
        // Kana lean to both sides alike, so one neighbour with kana of its own takes the room on both.
        let room = if sides == [true, true] { base + size * LEAN * 2.0 } else { base };
        let wide = width * size * SMALL;
        let scale = if wide > room { (room / wide).max(LEAST) } else { 1.0 };
        set.push(Ruby { glyphs: range.clone(), kana, width, size: size * SMALL * scale });
    }
    set
}

/// The outlines of each kana with where it begins, and the width of all, in em.
fn one_by_one(faces: &Faces, reading: &str) -> (Vec<(f32, Rc<Contours>)>, f32) {
    let mut pen = 0.0;
    let kana = reading.chars().map(|c| {
        let (contours, width) = outlines(faces, Face::Regular, c.encode_utf8(&mut [0; 4]));
        let at = pen;
        pen += width;
        (at, Rc::new(contours))
    });
    (kana.collect(), pen)
}

/// The glyphs that stand for a stretch of the source.
fn over(glyphs: &[Glyph], at: &Range<usize>) -> Option<Range<usize>> {
    let first = glyphs.iter().position(|glyph| glyph.range().start >= at.start)?;
    let end = glyphs.iter().skip(first).position(|glyph| glyph.range().start >= at.end);
    let end = end.map_or(glyphs.len(), |count| first + count);
    (first < end).then_some(first..end)
}

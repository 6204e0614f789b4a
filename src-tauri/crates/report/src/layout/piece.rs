//! Pieces: what pagination moves about and never cuts.

use std::ops::Range;
use std::rc::Rc;

use super::draw::{Item, Shape, TextRun};
use super::{NodeId, Setting};
use crate::text::{Color, Limits, ROOM, Shaped, Span, fill};

/// Height of the box above the baseline, in em; Japanese faces fill the em box.
const ASCENT: f32 = 0.88;

/// A strip of the page as wide as its column. Items are placed relative to its upper left corner.
#[derive(Clone, Debug, Default)]
pub struct Piece {
    /// White above it, dropped at the top of a page.
    pub before: f32,
    /// Its own height.
    pub height: f32,
    /// What it draws.
    pub items: Vec<Item>,
    /// Starts a new page, unless this one is hardly begun.
    pub turn: bool,
    /// Must stand on the same page as the piece after it.
    pub keep_next: bool,
    /// Table head to repeat when a page starts with this piece.
    pub head: Option<Rc<Piece>>,
    /// Level and words for the reader's table of contents.
    pub outline: Option<(u8, String)>,
    /// Ground behind it, as tall as the piece with its white.
    pub ground: Option<Ground>,
}

/// Colour behind a piece, with a bar at its left.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ground {
    /// Left end.
    pub x: f32,
    /// Width.
    pub width: f32,
    /// Colour of the ground.
    pub fill: Color,
    /// Colour of the bar.
    pub bar: Color,
}

/// A line of text, placed from the left end of its column and its own top.
#[derive(Clone, Debug)]
pub struct SetLine {
    /// Height of the line.
    pub height: f32,
    /// What it draws.
    pub items: Vec<Item>,
}

/// Where a line of text stands in its column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left end of the column.
    pub x: f32,
    /// Width of the column.
    pub width: f32,
    /// Taken from the left of every line but the first.
    pub hang: f32,
    /// Height of a line over the type size.
    pub leading: f32,
    /// 0 left, ½ centre, 1 right.
    pub align: f32,
    /// Place in the reading order.
    pub node: NodeId,
}

impl Setting<'_> {
    /// Shapes spans as one paragraph.
    #[must_use]
    pub fn shape(&self, spans: &[Span]) -> Shaped {
        self.shaper.shape(spans)
    }
}

/// Sets a shaped paragraph into lines.
#[must_use]
pub fn set_lines(shaped: &Shaped, place: Place) -> Vec<SetLine> {
    let size = shaped.largest();
    // Kana stand in the white above the letters; a line grows by what that lacks.
    let above = (size * place.leading - size) / 2.0;
    let lift = if shaped.ruby.is_empty() { 0.0 } else { (size * ROOM - above).max(0.0) };
    let height = size * place.leading + lift;
    let baseline = above + lift + size * ASCENT;
    let lines = fill(shaped, Limits { width: place.width, hang: place.hang });
    let set = lines.into_iter().enumerate().map(|(number, line)| {
        let hang = if number == 0 { 0.0 } else { place.hang };
        let free = (place.width - hang - line.width).max(0.0);
        let mut x = place.x + hang + free * place.align;
        let mut items: Vec<Item> = Vec::new();
        let kana = kana_over(shaped, &line.glyphs, [x, baseline]);
        for index in line.glyphs {
            let Some(glyph) = shaped.glyphs.get(index) else { continue };
            let Some(style) = shaped.styles.get(usize::from(glyph.style)) else { continue };
            match items.last_mut() {
                Some(Item::Text(run))
                    if run.face == glyph.face
                        && run.color == style.color
                        && run.size == style.size
                        && run.range.end == index =>
                {
                    run.range.end = index + 1;
                }
                _ => items.push(Item::Text(TextRun {
                    x,
                    y: baseline,
                    size: style.size,
                    color: style.color,
                    face: glyph.face,
                    glyphs: shaped.glyphs.clone(),
                    range: index..index + 1,
                    source: shaped.source.clone(),
                    node: place.node,
                    room: [place.x, place.x + place.width],
                })),
            }
            x += glyph.advance;
        }
        items.extend(kana);
        SetLine { height, items }
    });
    set.collect()
}

/// The kana above a line that starts at this place on its baseline, each centred over its base.
fn kana_over(shaped: &Shaped, line: &Range<usize>, [left, baseline]: [f32; 2]) -> Vec<Item> {
    let width = |glyphs: Range<usize>| -> f32 {
        shaped.glyphs.get(glyphs).unwrap_or_default().iter().map(|glyph| glyph.advance).sum()
    };
    let on_line = |range: &Range<usize>| range.start >= line.start && range.end <= line.end;
    let set = shaped.ruby.iter().filter(|ruby| on_line(&ruby.glyphs)).filter_map(move |ruby| {
        let style = shaped.styles.get(usize::from(shaped.glyphs.get(ruby.glyphs.start)?.style))?;
        let middle = left + width(line.start..ruby.glyphs.start) + width(ruby.glyphs.clone()) / 2.0;
        let x = middle - ruby.width * ruby.size / 2.0;
        // The kana's own box stands on the base's.
        let y = baseline - style.size * (ASCENT + 0.02) - ruby.size * (1.0 - ASCENT);
        Some(ruby.kana.iter().map(move |(at, contours)| {
            Item::Shape(Shape {
                contours: contours.clone(),
                origin: [x + at * ruby.size, y],
                size: ruby.size,
                angle: 0.0,
                color: style.color,
            })
        }))
    });
    set.flatten().collect()
}

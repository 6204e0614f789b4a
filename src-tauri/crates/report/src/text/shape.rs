//! Shaping: text and style to glyphs with their advances.

use std::ops::Range;

use harfrust::{Buffer, ClusterLevel, Direction, Feature, Script, ShapeOptions, ShapePlan, ShaperFont, Tag};

use super::{Break, Shaped, Span, Style, opportunities};
use crate::fonts::{Face, Faces, Picker, is_selector};

/// Printed in place of a character no face has, so that a draft shows the gap (下駄, the printer's mark).
const GETA: char = '〓';

/// A glyph with its place relative to the pen, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Glyph {
    /// The face it comes from.
    pub face: Face,
    /// Number of the glyph in that face.
    pub id: u16,
    /// How far the pen moves.
    pub advance: f32,
    /// Shift to the right of the pen.
    pub dx: f32,
    /// Shift upwards.
    pub dy: f32,
    /// The bytes of the source it stands for; empty for the second glyph of a cluster.
    pub start: u32,
    /// End of those bytes.
    pub end: u32,
    /// Index into the styles of the paragraph.
    pub style: u16,
}

impl Glyph {
    /// The bytes of the source this glyph stands for.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Shapes text with the faces of the process. Make one per document and reuse it.
pub struct Shaper {
    faces: &'static Faces,
    picker: Picker,
    fonts: [ShaperFont<'static, 'static>; 3],
    /// By face, then Latin and Japanese.
    plans: [[ShapePlan; 2]; 3],
    features: [Feature; 3],
    /// Names with their readings, when kanji are to carry theirs.
    readings: Option<Vec<(String, String)>>,
}

/// A stretch printed from one face in one script.
struct Run {
    face: Face,
    japanese: bool,
    bytes: Range<usize>,
    style: u16,
    /// Set when no face has the character: printed as a geta.
    missing: bool,
}

impl Shaper {
    /// `None` only when a compiled-in file is no font.
    #[must_use]
    pub fn new() -> Option<Self> {
        let faces = Faces::get()?;
        // Ligatures would tie letters of gene names together that must part at a line end and copy out singly.
        let features = [
            Feature::new(Tag::new(b"liga"), 0, ..),
            Feature::new(Tag::new(b"clig"), 0, ..),
            Feature::new(Tag::new(b"calt"), 0, ..),
        ];
        let plan = |face: Face, script| {
            ShapePlan::new(faces.font(face), Direction::LeftToRight, Some(script), None, &features)
        };
        let plans = Face::ALL.map(|face| [plan(face, Script::LATIN), plan(face, Script::HAN)]);
        let fonts = Face::ALL.map(|face| ShaperFont::new(faces.font(face)));
        Some(Self { faces, picker: Picker::new(faces), fonts, plans, features, readings: None })
    }

    /// The same, setting the readings of words and of these names above their kanji.
    #[must_use]
    pub fn with_readings(self, names: Vec<(String, String)>) -> Self {
        Self { readings: Some(names), ..self }
    }

    /// The faces it shapes with.
    #[must_use]
    pub fn faces(&self) -> &'static Faces {
        self.faces
    }

    /// Shapes spans, whose text must be clean, as one paragraph.
    #[must_use]
    pub fn shape(&self, spans: &[Span]) -> Shaped {
        let source: String = spans.iter().map(|span| span.text.as_str()).collect();
        let styles: Vec<Style> = spans.iter().map(|span| span.style).collect();
        let mut glyphs = Vec::with_capacity(source.len());
        for run in self.runs(spans) {
            self.run(&source, &run, &styles, &mut glyphs);
        }
        let at = opportunities(&source);
        let mut breaks: Vec<Break> = glyphs
            .iter()
            .zip(glyphs.iter().skip(1).map(Some).chain([None]))
            .map(|(glyph, next)| match next {
                // Later glyphs of the same cluster go where the first goes.
                Some(next) if next.start == glyph.start || next.start == next.end => Break::Never,
                _ => at.get(glyph.end as usize).copied().unwrap_or(Break::Never),
            })
            .collect();
        let ruby = self.readings.as_ref().map_or_else(Vec::new, |names| {
            super::ruby::ruby(self.faces, &source, names, &glyphs, &styles, &mut breaks)
        });
        Shaped { source: source.into(), glyphs: glyphs.into(), styles, breaks: breaks.into(), ruby }
    }

    /// Cuts the paragraph where face, script or style change.
    fn runs(&self, spans: &[Span]) -> Vec<Run> {
        let mut runs: Vec<Run> = Vec::new();
        let mut offset = 0;
        for (number, span) in spans.iter().enumerate() {
            let style = u16::try_from(number).unwrap_or(u16::MAX);
            let mut chars = span.text.char_indices().peekable();
            while let Some((at, c)) = chars.next() {
                let selector = chars.next_if(|(_, next)| is_selector(*next)).map(|(_, next)| next);
                let start = offset + at;
                let end = start + c.len_utf8() + selector.map_or(0, char::len_utf8);
                let found = self.picker.pick(span.style.bold, c, selector);
                let missing = found.is_none() && c != '\n';
                let face = found.unwrap_or(if span.style.bold { Face::Bold } else { Face::Regular });
                // Script only chooses kerning; neutral signs go with what stands before them.
                let neutral = !c.is_alphanumeric() && c.is_ascii();
                let japanese = match runs.last() {
                    Some(last) if neutral && last.bytes.end == start => last.japanese,
                    _ => c > '\u{2E7F}',
                };
                match runs.last_mut() {
                    Some(last)
                        if last.face == face
                            && last.style == style
                            && last.japanese == japanese
                            && !missing
                            && !last.missing
                            && c != '\n'
                            && last.bytes.end == start =>
                    {
                        last.bytes.end = end;
                    }
                    _ => runs.push(Run { face, japanese, bytes: start..end, style, missing }),
                }
            }
            offset += span.text.len();
        }
        runs
    }

    fn run(&self, source: &str, run: &Run, styles: &[Style], glyphs: &mut Vec<Glyph>) {
        let Some(text) = source.get(run.bytes.clone()) else { return };
        let size = styles.get(usize::from(run.style)).map_or(0.0, |style| style.size);
        let scale = size / self.faces.units_per_em(run.face);
        let whole = |range: &Range<usize>| {
            (u32::try_from(range.start).unwrap_or(u32::MAX), u32::try_from(range.end).unwrap_or(u32::MAX))
        };
        let (start, end) = whole(&run.bytes);
        if text == "\n" {
            // Carries the forced break; never drawn.
            glyphs.push(Glyph {
                face: run.face,
                id: 0,
                advance: 0.0,
                dx: 0.0,
                dy: 0.0,
                start,
                end,
                style: run.style,
            });
            return;
        }
        let mut buffer = Buffer::new();
        buffer.set_cluster_level(ClusterLevel::MonotoneCharacters);
        if run.missing {
            buffer.push(u32::from(GETA), 0);
        } else {
            buffer.push_str(text);
        }
        buffer.set_direction(Direction::LeftToRight);
        buffer.set_script(Some(if run.japanese { Script::HAN } else { Script::LATIN }));
        let (Some(font), Some([latin, japanese])) =
            (self.fonts.get(run.face.index()), self.plans.get(run.face.index()))
        else {
            return;
        };
        let plan = if run.japanese { japanese } else { latin };
        let options = ShapeOptions::new().plan(Some(plan)).features(&self.features);
        if harfrust::shape(font, &mut buffer, options).is_err() {
            return;
        }
        let infos = buffer.glyph_infos();
        for (index, (info, place)) in infos.iter().zip(buffer.glyph_positions()).enumerate() {
            let first =
                index == 0 || infos.get(index - 1).is_none_or(|before| before.cluster != info.cluster);
            let next = infos.iter().skip(index + 1).map(|later| later.cluster).find(|c| *c != info.cluster);
            let from = start + info.cluster;
            let to = if first { next.map_or(end, |cluster| start + cluster) } else { from };
            glyphs.push(Glyph {
                face: run.face,
                id: u16::try_from(info.glyph_id).unwrap_or(0),
                advance: place.x_advance as f32 * scale,
                dx: place.x_offset as f32 * scale,
                dy: place.y_offset as f32 * scale,
                start: from,
                end: to,
                style: run.style,
            });
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::text::Color;

    pub(crate) fn plain(text: &str) -> Vec<Span> {
        vec![Span {
            text: text.to_owned(),
            style: Style { size: 10.0, bold: false, color: Color(0.0, 0.0, 0.0) },
        }]
    }

    fn copied(shaped: &Shaped) -> String {
        shaped.glyphs.iter().map(|g| &shaped.source[g.range()]).collect()
    }

    #[test]
    fn glyphs_stand_for_exactly_the_source() {
        let shaper = Shaper::new().expect("compiled-in fonts open");
        for text in ["EGFR p.L858R fi ffi", "髙﨑𠮷葛\u{E0100}の VAF 34.5%", "a\nb\n\nc", "μ=1.5±0.2 é"]
        {
            assert_eq!(copied(&shaper.shape(&plain(text))), text, "no character lost or doubled");
        }
    }

    #[test]
    fn written_form_uses_its_own_glyph() {
        let shaper = Shaper::new().expect("compiled-in fonts open");
        let plain_form = shaper.shape(&plain("葛"));
        let variant = shaper.shape(&plain("葛\u{E0100}"));
        assert_eq!(variant.glyphs.len(), 1, "kanji and selector are one glyph");
        assert_ne!(plain_form.glyphs[0].id, variant.glyphs[0].id, "and not the plain form");
    }

    #[test]
    fn character_without_glyph_prints_as_a_geta_and_keeps_its_text() {
        let shaper = Shaper::new().expect("compiled-in fonts open");
        let shaped = shaper.shape(&plain("A😀B"));
        assert_eq!(copied(&shaped), "A😀B", "the copy keeps what was written");
        let geta = shaper.shape(&plain("〓"));
        assert_eq!(shaped.glyphs[1].id, geta.glyphs[0].id, "the page shows the printer's mark, not a box");
    }
}

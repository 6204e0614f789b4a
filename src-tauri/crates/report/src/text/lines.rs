//! Filling lines: which glyphs go on which line.

use std::ops::Range;

use super::{Break, Shaped};

/// One line of a paragraph.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// The glyphs to draw; spaces and line ends at the end of the line are left out.
    pub glyphs: Range<usize>,
    /// Width of those glyphs, in points.
    pub width: f32,
}

/// Widths that bound the lines, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Limits {
    /// Room of a line.
    pub width: f32,
    /// Room taken from every line but the first (hanging indent).
    pub hang: f32,
}

/// Breaks a paragraph into lines, greedily: the last ordinary place that fits, else the last place inside a
/// name, else the last place of any kind, else after one glyph. A line is never wider than its limit
/// unless a single glyph is.
#[must_use]
pub fn fill(shaped: &Shaped, limits: Limits) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    let total = shaped.glyphs.len();
    while start < total {
        let room = if lines.is_empty() { limits.width } else { limits.width - limits.hang };
        let end = end_of_line(shaped, start, room);
        lines.push(trimmed(shaped, start..end));
        start = end;
    }
    relieve(shaped, limits, &mut lines);
    // An empty paragraph, and one that ends in a line end, still has its last line.
    if lines.is_empty() || shaped.breaks.last() == Some(&Break::Must) {
        lines.push(Line { glyphs: total..total, width: 0.0 });
    }
    lines
}

/// How far back a better place for the last break is looked for, in glyphs.
const BACK: usize = 4;

/// A last line of one kana or kanji takes another from the line before it, where a line may end there.
fn relieve(shaped: &Shaped, limits: Limits, lines: &mut [Line]) {
    let room = limits.width - limits.hang;
    let [.., before, last] = lines else { return };
    let (from, start, end) = (before.glyphs.start, last.glyphs.start, last.glyphs.end);
    let letters = |range: Range<usize>| range.filter(|index| is_letter(shaped, *index)).count();
    let forced = start.checked_sub(1).and_then(|at| shaped.breaks.get(at)) == Some(&Break::Must);
    if forced || letters(start..end) != 1 || end - start > 2 || !is_japanese(shaped, start) {
        return;
    }
    let earliest = start.saturating_sub(BACK).max(from + 1);
    let better = (earliest..start).rev().find(|at| {
        shaped.breaks.get(at - 1) == Some(&Break::May) && letters(*at..end) > 1 && is_japanese(shaped, *at)
    });
    let Some(at) = better else { return };
    let (shorter, longer) = (trimmed(shaped, from..at), trimmed(shaped, at..end));
    if longer.width <= room {
        *before = shorter;
        *last = longer;
    }
}

fn first_character(shaped: &Shaped, index: usize) -> Option<char> {
    let glyph = shaped.glyphs.get(index)?;
    shaped.source.get(glyph.range())?.chars().next()
}

fn is_letter(shaped: &Shaped, index: usize) -> bool {
    first_character(shaped, index).is_some_and(char::is_alphanumeric)
}

/// Kana, kanji and their signs, between which lines end anywhere.
fn is_japanese(shaped: &Shaped, index: usize) -> bool {
    first_character(shaped, index).is_some_and(|c| c > '\u{2E7F}')
}

/// Index after the last glyph of the line that starts at `start`.
fn end_of_line(shaped: &Shaped, start: usize, room: f32) -> usize {
    // By kind of break, the end it would give; later ones replace earlier ones.
    let (mut ordinary, mut name, mut emergency) = (None, None, None);
    let mut width = 0.0;
    let glyphs = shaped.glyphs.iter().zip(shaped.breaks.iter()).enumerate().skip(start);
    for (index, (glyph, after)) in glyphs {
        width += glyph.advance;
        // A hair of tolerance: a column as wide as its natural width must hold it.
        if width > room + 0.01 && !is_space(shaped, index) {
            return match ordinary.or(name).or(emergency) {
                Some(end) => end,
                None => after_cluster(shaped, start.max(index.saturating_sub(1))).max(start + 1),
            };
        }
        match after {
            Break::Must => return index + 1,
            Break::May => ordinary = Some(index + 1),
            Break::Name => name = Some(index + 1),
            Break::Emergency => emergency = Some(index + 1),
            Break::Never => {}
        }
    }
    shaped.glyphs.len()
}

/// End of the cluster a glyph belongs to, so that no cluster is torn even when nothing fits.
fn after_cluster(shaped: &Shaped, index: usize) -> usize {
    let mut end = index + 1;
    while shaped.glyphs.get(end).is_some_and(|glyph| glyph.start == glyph.end) {
        end += 1;
    }
    end
}

fn is_space(shaped: &Shaped, index: usize) -> bool {
    shaped
        .glyphs
        .get(index)
        .and_then(|glyph| shaped.source.get(glyph.range()))
        .is_some_and(|text| text.chars().all(char::is_whitespace) && !text.is_empty())
}

fn trimmed(shaped: &Shaped, glyphs: Range<usize>) -> Line {
    let mut end = glyphs.end;
    while end > glyphs.start && is_space(shaped, end - 1) {
        end -= 1;
    }
    let range = glyphs.start..end;
    let width = shaped.glyphs.get(range.clone()).unwrap_or_default().iter().map(|glyph| glyph.advance).sum();
    Line { glyphs: range, width }
}

#[cfg(test)]
mod tests {
    use super::super::shape::tests::plain;
    use super::*;
    use crate::text::Shaper;

    fn filled(text: &str, width: f32) -> Vec<String> {
        let shaper = Shaper::new().expect("compiled-in fonts open");
        let shaped = shaper.shape(&plain(text));
        fill(&shaped, Limits { width, hang: 0.0 })
            .into_iter()
            .map(|line| {
                assert!(line.width <= width + 0.02, "{text:?} at {width}: a line is {} wide", line.width);
                shaped.glyphs[line.glyphs].iter().map(|g| &shaped.source[g.range()]).collect()
            })
            .collect()
    }

    #[test]
    fn words_go_down_whole_and_spaces_at_the_end_vanish() {
        assert_eq!(filled("amplification of MET", 75.0), ["amplification", "of MET"], "no space at the end");
    }

    #[test]
    fn long_variant_name_breaks_inside_only_when_it_must() {
        let lines = filled("変異 NM_005228.5:c.2235_2249del", 70.0);
        assert_eq!(lines.concat().replace(' ', ""), "変異NM_005228.5:c.2235_2249del", "nothing lost");
        assert!(
            lines.iter().all(|line| !line.starts_with(['.', '_', ':'])),
            "signs stay with what they follow"
        );
    }

    #[test]
    fn narrow_column_still_loses_nothing() {
        for width in [8.0, 12.0, 30.0, 61.5] {
            let text = "p.(Glu746_Ala750del)、「治験」へ紹介。ABCDEFGHIJ葛\u{E0100}";
            let lines = filled_unbounded(text, width);
            assert_eq!(lines.concat().replace(' ', ""), text, "at {width} pt");
        }
    }

    fn filled_unbounded(text: &str, width: f32) -> Vec<String> {
        let shaper = Shaper::new().expect("compiled-in fonts open");
        let shaped = shaper.shape(&plain(text));
        fill(&shaped, Limits { width, hang: 0.0 })
            .into_iter()
            .map(|line| shaped.glyphs[line.glyphs].iter().map(|g| &shaped.source[g.range()]).collect())
            .collect()
    }

    #[test]
    fn last_line_is_not_one_lonely_character() {
        let text = "遺伝カウンセリングと確認検査を勧める。";
        for tenth in 300..1_800 {
            let lines = filled(text, tenth as f32 / 10.0);
            assert_eq!(lines.concat(), text, "nothing lost");
            if let [.., before, last] = lines.as_slice() {
                assert!(last.chars().count() > 2, "{last} alone below {before}");
            }
        }
        assert_eq!(filled("検査\n要", 100.0), ["検査", "要"], "a line end that was typed stays");
    }

    #[test]
    fn forced_line_ends_and_empty_text_keep_their_lines() {
        assert_eq!(filled("a\n\nb", 100.0), ["a", "", "b"], "an empty line is a line");
        assert_eq!(filled("", 100.0), [""], "an empty cell has one empty line");
    }

    #[test]
    fn japanese_lines_obey_kinsoku_at_every_width() {
        let text = "本症例では、EGFR遺伝子のエクソン19に「欠失」が認められ、チロシンキナーゼ阻害薬の効果が期待される。";
        for tenth in 300..900 {
            for line in filled(text, tenth as f32 / 5.0) {
                assert!(!line.starts_with(['、', '。', '」', 'ー', 'ッ', 'ャ']), "bad start: {line}");
                assert!(!line.ends_with('「'), "bad end: {line}");
            }
        }
    }
}

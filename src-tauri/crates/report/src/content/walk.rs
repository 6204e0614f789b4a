//! Every text of the built document, with the place where a person finds it: for the check that all of it can be
//! printed.

use entaku_domain::label::{Label, Language};

use super::{Content, DocumentText};
use crate::error::MissingGlyph;
use crate::fonts::{Faces, Picker, unprintable};
use crate::layout::{Block, Cell, Role};
use crate::options::RenderOptions;
use crate::text::clean;

/// Longest excerpt around a character, in characters.
const EXCERPT: usize = 24;

/// The characters of a document that no document font has, each place once.
pub fn missing(content: Content<'_>) -> Vec<MissingGlyph> {
    let Some(faces) = Faces::get() else { return Vec::new() };
    let said = |language| texts(&content.written(&RenderOptions::new(language, "")));
    let (ja, en) = (said(Language::Ja), said(Language::En));
    let mut found: Vec<MissingGlyph> = Vec::new();
    // Both languages are built alike; what differs is only the words that name the place.
    for (number, (place_ja, words)) in ja.iter().enumerate() {
        let place_en = en.get(number).map_or(place_ja, |(place, _)| place);
        for missing in unprintable(faces, words) {
            let place = Label { ja: place_ja.clone(), en: place_en.clone() };
            let glyph = MissingGlyph {
                character: missing.character,
                selector: missing.selector,
                excerpt: excerpt(words, missing.character),
                place,
            };
            if !found.contains(&glyph) {
                found.push(glyph);
            }
        }
    }
    found
}

/// Whether every character of a document has a glyph: the quick question.
pub fn all_printable(written: &DocumentText) -> bool {
    // Without faces nothing is laid out, and that is said elsewhere.
    let Some(faces) = Faces::get() else { return true };
    let picker = Picker::new(faces);
    texts(written).iter().all(|(_, words)| picker.prints(words))
}

fn texts(written: &DocumentText) -> Vec<(String, String)> {
    let mut walk = Walk { heading: written.about.title.clone(), texts: Vec::new(), heads: false };
    // Head and foot say nothing the body does not, but for the institution's name.
    walk.add("", clean(&written.about.institution));
    walk.blocks(&written.blocks);
    walk.texts
}

/// All words of some blocks, one text after the other.
pub fn said(blocks: &[Block]) -> String {
    let mut walk = Walk { heading: String::new(), texts: Vec::new(), heads: true };
    walk.blocks(blocks);
    walk.texts.into_iter().map(|(_, words)| words).collect::<Vec<_>>().join("\n")
}

struct Walk {
    heading: String,
    texts: Vec<(String, String)>,
    /// Whether heads of columns are texts too; they are fixed words, which need no check.
    heads: bool,
}

impl Walk {
    fn add(&mut self, detail: &str, words: String) {
        let place =
            if detail.is_empty() { self.heading.clone() } else { format!("{} › {detail}", self.heading) };
        self.texts.push((place, words));
    }

    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Gap(_) | Block::NewPage => {}
                Block::Together(blocks) => self.blocks(blocks),
                Block::Figures(plates) => {
                    for plate in &plates.plates {
                        for label in plate.drawing.texts() {
                            self.add(&plate.drawing.title, clean(&label.words));
                        }
                        for words in &plate.caption {
                            let words = words.iter().map(|span| span.text.as_str()).collect();
                            self.add(&plate.drawing.title, words);
                        }
                    }
                }
                Block::Callout(callout) => self.blocks(&callout.blocks),
                Block::Beside(beside) => self.blocks(&beside.blocks),
                Block::Text(paragraph) => {
                    let words: String = paragraph.spans.iter().map(|span| span.text.as_str()).collect();
                    if matches!(paragraph.role, Role::Heading | Role::Subheading) {
                        self.heading.clone_from(&words);
                    }
                    self.add("", words);
                }
                Block::Table(table) => {
                    let heads: Vec<String> = table
                        .columns
                        .iter()
                        .map(|c| c.head.iter().map(|s| s.text.as_str()).collect())
                        .collect();
                    if self.heads {
                        heads.iter().for_each(|head| self.add("", head.clone()));
                    }
                    for row in &table.rows {
                        let name = row.cells.first().map(joined).unwrap_or_default();
                        for (index, cell) in row.cells.iter().enumerate() {
                            let head = heads.get(index).map_or("", String::as_str);
                            let detail =
                                if head.is_empty() { name.clone() } else { format!("{name} {head}") };
                            self.add(detail.trim(), joined(cell));
                        }
                        if let Some((_, note)) = &row.note {
                            self.add(&name, joined(note));
                        }
                    }
                }
            }
        }
    }
}

fn joined(cell: &Cell) -> String {
    let lines: Vec<String> =
        cell.iter().map(|spans| spans.iter().map(|span| span.text.as_str()).collect()).collect();
    lines.join("\n")
}

/// A few characters around the one that is missing.
fn excerpt(words: &str, missing: char) -> String {
    let at = words.chars().position(|c| c == missing).unwrap_or(0);
    words
        .chars()
        .skip(at.saturating_sub(EXCERPT / 2))
        .take(EXCERPT)
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect()
}

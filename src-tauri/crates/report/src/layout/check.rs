//! A checker over the display list: text outside its page or its box.

use super::draw::{Document, Item, TextRun};

/// Text that left its page or its box.
#[derive(Clone, Debug, PartialEq)]
pub struct Violation {
    /// Page, from 1.
    pub page: usize,
    /// The words.
    pub text: String,
    /// What is wrong, with the figures.
    pub what: String,
}

/// The texts of an item.
fn texts(item: &Item) -> Vec<&TextRun> {
    match item {
        Item::Text(run) => vec![run],
        Item::Figure(figure) => figure.items.iter().flat_map(texts).collect(),
        Item::Fill(..) | Item::Rule(_) | Item::Shape(_) | Item::Code(_) | Item::Picture(..) => Vec::new(),
    }
}

/// No text may come nearer than this to the edge of the paper, in points (printers clip about 12).
const EDGE: f32 = 14.0;

/// Every run of text that leaves the printable page or the box it was set for.
#[must_use]
pub fn violations(document: &Document) -> Vec<Violation> {
    let mut found = Vec::new();
    for (number, page) in document.pages.iter().enumerate() {
        for run in page.items.iter().flat_map(texts) {
            let (left, right) = (run.x, run.x + run.width());
            let (top, bottom) = (run.y - run.size * 0.88, run.y + run.size * 0.12);
            let [room_left, room_right] = run.room;
            // A single glyph wider than its column cannot be helped by any layout, only by the page.
            let alone = run.drawn().len() <= 1;
            let mut report = |what: String| {
                found.push(Violation { page: number + 1, text: run.text(), what });
            };
            if left < EDGE || right > document.width - EDGE || top < EDGE || bottom > document.height - EDGE {
                report(format!(
                    "leaves the page: {left:.1}–{right:.1} × {top:.1}–{bottom:.1} on {:.1} × {:.1} pt",
                    document.width, document.height
                ));
            }
            if !alone && (left < room_left - 0.1 || right > room_right + 0.1) {
                report(format!("leaves its box: {left:.1}–{right:.1} in {room_left:.1}–{room_right:.1} pt"));
            }
        }
    }
    found
}

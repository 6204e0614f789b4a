//! Pages: which piece stands on which.

use super::block::BAR;
use super::draw::{Item, OutlineEntry, Page};
use super::piece::Piece;

/// The part of the page that text may fill, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left end.
    pub left: f32,
    /// Upper end, below the running head.
    pub top: f32,
    /// Width.
    pub width: f32,
    /// Height, down to the running foot.
    pub height: f32,
}

/// Share of a page below which a wished-for new page is not turned.
const HARDLY_BEGUN: f32 = 0.4;

/// Pages without their running heads and feet, which can only be written when their number is known.
#[derive(Debug, Default)]
pub struct Paginated {
    /// The pages.
    pub pages: Vec<Page>,
    /// Where headings came to stand.
    pub outline: Vec<OutlineEntry>,
}

/// Puts pieces on pages. Pieces bound to their next go together to a new page when the rest of this one
/// cannot hold them; a chain taller than a page is set as it comes.
#[must_use]
pub fn paginate(pieces: Vec<Piece>, frame: Frame) -> Paginated {
    let mut setter = Setter { frame, out: Paginated::default(), y: 0.0 };
    setter.turn();
    let mut rest = pieces.into_iter().peekable();
    let mut chain: Vec<Piece> = Vec::new();
    while let Some(piece) = rest.next() {
        let bound = piece.keep_next && rest.peek().is_some();
        chain.push(piece);
        if !bound {
            setter.place(std::mem::take(&mut chain));
        }
    }
    setter.out
}

struct Setter {
    frame: Frame,
    out: Paginated,
    /// Height filled on the page being set.
    y: f32,
}

impl Setter {
    fn turn(&mut self) {
        self.out.pages.push(Page::default());
        self.y = 0.0;
    }

    fn place(&mut self, chain: Vec<Piece>) {
        let room = self.frame.height + 0.01;
        // A new page is for order, not for white: a page hardly begun goes on.
        if self.y > self.frame.height * HARDLY_BEGUN && chain.iter().any(|piece| piece.turn) {
            self.turn();
        }
        let wanted = height(&chain, self.y > 0.0);
        if self.y > 0.0 && self.y + wanted > room {
            let alone = height(&chain, false) + repeated(&chain);
            if alone <= room || chain.len() == 1 {
                self.turn();
            }
        }
        for piece in chain {
            let white = if self.y > 0.0 { piece.before } else { 0.0 };
            if self.y > 0.0 && self.y + white + piece.height > self.frame.height + 0.01 {
                self.turn();
            }
            self.set(piece);
        }
    }

    fn set(&mut self, piece: Piece) {
        let at_top = self.y == 0.0;
        // A head that leaves no room for the row below it was printed once; the row goes before its repetition.
        let fits = |head: &Piece| head.height + piece.height <= self.frame.height + 0.01;
        if at_top && let Some(head) = piece.head.as_deref().filter(|head| fits(head)) {
            self.draw(head.clone(), 0.0);
        }
        let white = if at_top { 0.0 } else { piece.before };
        self.draw(piece, white);
    }

    fn draw(&mut self, piece: Piece, white: f32) {
        let page = self.out.pages.len().saturating_sub(1);
        let (left, top) = (self.frame.left, self.frame.top + self.y);
        if let Some((level, title)) = piece.outline {
            self.out.outline.push(OutlineEntry { level, title, page, y: top });
        }
        let Some(current) = self.out.pages.last_mut() else { return };
        if let Some(ground) = piece.ground {
            // The white inside a tinted ground is tinted too; the first piece of a ground has none to tint.
            let lead = if ground_continues(current, ground.x + left, top) { white } else { 0.0 };
            let (x, y, height) = (left + ground.x, top + white - lead, piece.height + lead);
            current.items.push(Item::Fill([x, y, ground.width, height], ground.fill));
            current.items.push(Item::Fill([x, y, BAR, height], ground.bar));
        }
        current.items.extend(piece.items.into_iter().map(|item| item.moved(left, top + white)));
        self.y += white + piece.height;
    }
}

/// A ground ends right above this height at this left end.
fn ground_continues(page: &Page, left: f32, top: f32) -> bool {
    page.items.iter().rev().any(|item| match item {
        Item::Fill([x, y, width, height], _) => {
            *width == BAR && (x - left).abs() < 0.01 && (y + height - top).abs() < 0.05
        }
        _ => false,
    })
}

fn height(chain: &[Piece], white: bool) -> f32 {
    let heights: f32 = chain.iter().map(|piece| piece.before + piece.height).sum();
    if white { heights } else { heights - chain.first().map_or(0.0, |first| first.before) }
}

/// Height of the table head a chain would repeat at the top of a page.
fn repeated(chain: &[Piece]) -> f32 {
    chain.first().and_then(|first| first.head.as_ref()).map_or(0.0, |head| head.height)
}

//! A picture with blocks at its right: the head of a letter.

use std::sync::Arc;

use super::block::{Block, column};
use super::draw::{Figure, Item};
use super::piece::Piece;
use super::{NodeId, Setting};
use crate::logo::Logo;
use crate::text::clean;

/// A picture and what stands beside it.
#[derive(Clone, Debug)]
pub struct Beside {
    /// The picture, as large as it says.
    pub picture: Arc<Logo>,
    /// What it shows, for who cannot see it.
    pub alternative: String,
    /// What stands at its right.
    pub blocks: Vec<Block>,
}

/// White between picture and text.
const GAP: f32 = 11.0;

/// Text that is so much higher than the picture leaves it at its upper end: a title of one line more does not.
const MIDDLE: f32 = 60.0;

/// Places both: the lower one stands in the middle of the higher one, unless that is text that goes on and on.
pub(super) fn beside_pieces(
    setting: &mut Setting<'_>,
    beside: &Beside,
    x: f32,
    width: f32,
    parent: NodeId,
) -> Vec<Piece> {
    let [wide, tall] = beside.picture.size();
    let node = setting.tree.add_described("Figure", parent, clean(&beside.alternative));
    let indent = wide + GAP;
    let mut pieces = column(setting, &beside.blocks, x + indent, width - indent, parent);
    // The first white falls away at the top of a page, where heads stand; it is set again by who places the pieces.
    let text: f32 = pieces.iter().map(|piece| piece.height).sum::<f32>()
        + pieces.iter().skip(1).map(|piece| piece.before).sum::<f32>();
    let (down, picture_down) = match text {
        lower if lower < tall => ((tall - lower) / 2.0, 0.0),
        higher if higher <= tall + MIDDLE => (0.0, (higher - tall) / 2.0),
        _ => (0.0, 0.0),
    };
    if pieces.is_empty() {
        pieces.push(Piece::default());
    }
    for piece in &mut pieces {
        piece.items =
            std::mem::take(&mut piece.items).into_iter().map(|item| item.moved(0.0, down)).collect();
        piece.keep_next = true;
    }
    let rect = [x, picture_down, wide, tall];
    let figure = Figure { node, rect, items: vec![Item::Picture(rect, beside.picture.clone())] };
    if let Some(first) = pieces.first_mut() {
        first.items.insert(0, Item::Figure(figure));
    }
    if let Some(last) = pieces.last_mut() {
        last.height += (tall - text).max(0.0);
    }
    pieces
}

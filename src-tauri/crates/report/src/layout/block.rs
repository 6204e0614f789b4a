//! Blocks: what a document is written in, and how each becomes pieces.

use super::beside::{Beside, beside_pieces};
use super::piece::{Ground, Piece, Place, SetLine, set_lines};
use super::plate::{Plates, plate_pieces};
use super::table::{Table, table_pieces};
use super::{NodeId, Setting, Tree};
use crate::text::{Color, Span};

/// A part of a document.
#[derive(Clone, Debug)]
pub enum Block {
    /// Text.
    Text(Paragraph),
    /// A table.
    Table(Table),
    /// White.
    Gap(f32),
    /// What follows starts a new page.
    NewPage,
    /// Blocks on a tinted ground with a bar at the left.
    Callout(Callout),
    /// Figures side by side.
    Figures(Plates),
    /// Blocks with a picture at their left.
    Beside(Beside),
    /// Blocks that stand on one page if a page can hold them.
    Together(Vec<Block>),
}

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Title of the document.
    Title,
    /// Heading of a part: keeps with what follows, stands in the table of contents.
    Heading,
    /// Heading within a part.
    Subheading,
    /// Running text.
    Body,
}

/// Left, right or middle.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// Flush left.
    Left,
    /// Flush right.
    Right,
}

/// A paragraph.
#[derive(Clone, Debug)]
pub struct Paragraph {
    /// The words.
    pub spans: Vec<Span>,
    /// What it is.
    pub role: Role,
    /// Height of a line over the type size.
    pub leading: f32,
    /// White above.
    pub before: f32,
    /// Taken from the left of every line but the first.
    pub hang: f32,
}

/// Blocks on a tinted ground.
#[derive(Clone, Debug)]
pub struct Callout {
    /// What stands on it.
    pub blocks: Vec<Block>,
    /// The tint.
    pub fill: Color,
    /// Colour of the bar at the left.
    pub bar: Color,
    /// White above the ground.
    pub before: f32,
}

/// White between the ground's edge and what stands on it.
const PADDING: f32 = 7.0;
/// Width of the bar at the left of a callout.
pub(super) const BAR: f32 = 2.5;

/// Lays blocks out in a column of the given width.
pub fn layout(setting: &mut Setting<'_>, blocks: &[Block], width: f32) -> Vec<Piece> {
    column(setting, blocks, 0.0, width, Tree::ROOT)
}

pub(super) fn column(
    setting: &mut Setting<'_>,
    blocks: &[Block],
    x: f32,
    width: f32,
    parent: NodeId,
) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let (mut white, mut turn) = (0.0f32, false);
    for block in blocks {
        let mut more = match block {
            Block::Gap(height) => {
                white = white.max(*height);
                continue;
            }
            Block::NewPage => {
                turn = true;
                continue;
            }
            Block::Text(paragraph) => paragraph_pieces(setting, paragraph, x, width, parent),
            Block::Table(table) => table_pieces(setting, table, x, width, parent),
            Block::Figures(plates) => plate_pieces(setting, plates, x, width, parent),
            Block::Beside(beside) => beside_pieces(setting, beside, x, width, parent),
            Block::Together(blocks) => {
                let mut pieces = column(setting, blocks, x, width, parent);
                let last = pieces.len().saturating_sub(1);
                for piece in pieces.iter_mut().take(last) {
                    piece.keep_next = true;
                }
                pieces
            }
            Block::Callout(callout) => callout_pieces(setting, callout, x, width, parent),
        };
        if let Some(first) = more.first_mut() {
            first.before = first.before.max(white);
            white = 0.0;
            first.turn |= std::mem::take(&mut turn);
        }
        pieces.append(&mut more);
    }
    pieces
}

fn paragraph_pieces(
    setting: &mut Setting<'_>,
    paragraph: &Paragraph,
    x: f32,
    width: f32,
    parent: NodeId,
) -> Vec<Piece> {
    let role = match paragraph.role {
        Role::Title => "H1",
        Role::Heading => "H2",
        Role::Subheading => "H3",
        Role::Body => "P",
    };
    let node = setting.tree.add(role, parent);
    let shaped = setting.shape(&paragraph.spans);
    let place = Place { x, width, hang: paragraph.hang, leading: paragraph.leading, align: 0.0, node };
    let lines = set_lines(&shaped, place);
    let heading = paragraph.role != Role::Body;
    let level = match paragraph.role {
        Role::Heading => Some(1),
        Role::Subheading => Some(2),
        Role::Title | Role::Body => None,
    };
    let count = lines.len();
    lines
        .into_iter()
        .enumerate()
        .map(|(number, SetLine { height, items })| Piece {
            before: if number == 0 { paragraph.before } else { 0.0 },
            height,
            items,
            // Two lines at least stay together at either end of a paragraph; a heading stays with what follows.
            keep_next: heading || (number + 1 < count && (number == 0 || number + 2 == count)),
            outline: (number == 0)
                .then(|| level.map(|level| (level, shaped.source.replace('\n', " "))))
                .flatten(),
            ..Piece::default()
        })
        .collect()
}

fn callout_pieces(
    setting: &mut Setting<'_>,
    callout: &Callout,
    x: f32,
    width: f32,
    parent: NodeId,
) -> Vec<Piece> {
    let inner = x + BAR + PADDING;
    let mut pieces = column(setting, &callout.blocks, inner, width - BAR - PADDING * 2.0, parent);
    let ground = Ground { x, width, fill: callout.fill, bar: callout.bar };
    for piece in &mut pieces {
        piece.ground = Some(ground);
    }
    if let Some(first) = pieces.first_mut() {
        // The padding belongs to the ground; only the white above it may vanish at the top of a page.
        first.before = 0.0;
    }
    let top = Piece {
        before: callout.before,
        height: PADDING,
        keep_next: true,
        ground: Some(ground),
        ..Piece::default()
    };
    let bottom = Piece { height: PADDING, ground: Some(ground), ..Piece::default() };
    if let Some(last) = pieces.last_mut() {
        last.keep_next = true;
    }
    let mut all = vec![top];
    all.append(&mut pieces);
    all.push(bottom);
    all
}

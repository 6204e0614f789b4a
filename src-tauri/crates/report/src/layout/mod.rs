//! From blocks to pages: paragraphs, tables that break over pages, running heads and feet.
//!
//! The result is a display list ([`Document`]): everything placed in points from the upper left corner of the
//! page, nothing yet of the file format. What the text says is not known here.

mod beside;
mod block;
mod check;
mod draw;
mod paginate;
mod piece;
mod plate;
mod structure;
mod table;

pub use beside::Beside;
pub use block::{Align, Block, Callout, Paragraph, Role, layout};
pub use check::{Violation, violations};
pub use draw::{Code, Document, Figure, Item, OutlineEntry, Page, Rule, Shape, TextRun};
pub use paginate::{Frame, Paginated, paginate};
pub use piece::{Piece, Place, SetLine, set_lines};
pub use plate::{Plate, Plates};
pub use structure::{ARTIFACT, Node, NodeId, Tree};
pub use table::{Cell, Column, Row, Table, Width};

use crate::text::Shaper;

/// What laying out needs and builds up.
pub struct Setting<'a> {
    /// Shapes every text of the document.
    pub shaper: &'a Shaper,
    /// The reading order and meaning of what is placed.
    pub tree: Tree,
}

impl<'a> Setting<'a> {
    /// An empty document to set.
    #[must_use]
    pub fn new(shaper: &'a Shaper) -> Self {
        Self { shaper, tree: Tree::new() }
    }
}

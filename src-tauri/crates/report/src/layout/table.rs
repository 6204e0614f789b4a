//! Tables: column widths, rows, heads that repeat, rows taller than a page.

use std::rc::Rc;

use super::draw::{Item, Rule};
use super::piece::{Piece, Place, SetLine, set_lines};
use super::{ARTIFACT, Align, NodeId, Setting};
use crate::text::{Color, Shaped, Span};

/// How wide a column is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Width {
    /// So many points.
    Fixed(f32),
    /// As wide as its widest cell, within these bounds.
    Fit(f32, f32),
    /// A share of what is left.
    Share(f32),
}

/// A column.
#[derive(Clone, Debug)]
pub struct Column {
    /// Its head; empty in a table without one.
    pub head: Vec<Span>,
    /// Its width.
    pub width: Width,
    /// Its side.
    pub align: Align,
}

/// What stands in a cell: paragraphs, one below the other.
pub type Cell = Vec<Vec<Span>>;

/// A row.
#[derive(Clone, Debug, Default)]
pub struct Row {
    /// One cell a column; missing ones are empty.
    pub cells: Vec<Cell>,
    /// Text below the cells, from the column of this number to the right edge.
    pub note: Option<(usize, Cell)>,
    /// Ground of the row.
    pub fill: Option<Color>,
}

/// A table.
#[derive(Clone, Debug)]
pub struct Table {
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// Lines between the rows; none in a list of labels and values.
    pub rule: Option<Color>,
    /// Ground of the head.
    pub head_fill: Color,
    /// White above and below the text of a row.
    pub pad: f32,
    /// Height of a line over the type size.
    pub leading: f32,
    /// White above the table.
    pub before: f32,
    /// First cell of every row heads the row.
    pub row_heads: bool,
}

/// White at either side of a cell.
const SIDE: f32 = 4.0;
/// A share never gets narrower than this while others can give way.
const NARROWEST: f32 = 36.0;
/// A word longer than this, with the white beside it, is broken rather than given a wider column.
const LONGEST_WORD: f32 = 84.0;
/// A head up to this width stands on one line.
const SHORT_HEAD: f32 = 60.0;
/// A row taller than this may part between its lines, so that no page is left half empty.
const TALL: f32 = 160.0;
/// Thickness of the lines between rows, and of the line under the head.
const HAIRLINE: f32 = 0.4;

struct Shares {
    x: f32,
    widths: Vec<f32>,
}

impl Shares {
    /// Left end and width of the text of a column that spans to another.
    fn text(&self, from: usize, to: usize) -> (f32, f32) {
        let before: f32 = self.widths.iter().take(from).sum();
        let width: f32 = self.widths.iter().skip(from).take(to - from).sum();
        (self.x + before + SIDE, (width - SIDE * 2.0).max(1.0))
    }

    fn total(&self) -> f32 {
        self.widths.iter().sum()
    }
}

/// Lays a table out in a column of the page.
pub(super) fn table_pieces(
    setting: &mut Setting<'_>,
    table: &Table,
    x: f32,
    width: f32,
    parent: NodeId,
) -> Vec<Piece> {
    let shaped: Vec<Vec<Vec<Shaped>>> = table
        .rows
        .iter()
        .map(|row| row.cells.iter().map(|cell| cell.iter().map(|p| setting.shape(p)).collect()).collect())
        .collect();
    let heads: Vec<Shaped> = table.columns.iter().map(|column| setting.shape(&column.head)).collect();
    let shares = Shares { x, widths: widths(table, &heads, &shaped, width) };
    let node = setting.tree.add("Table", parent);

    let mut pieces = Vec::new();
    let mut head = None;
    if heads.iter().any(|head| !head.source.is_empty()) {
        let row = setting.tree.add("TR", node);
        let lines = head_lines(setting, table, &heads, &shares, Some(row));
        if tallest(&lines) <= TALL {
            pieces.push(head_piece(table, &shares, lines));
            // Printed again on later pages, it is no second head for a reader of the text.
            let again = head_lines(setting, table, &heads, &shares, None);
            head = Some(Rc::new(head_piece(table, &shares, again)));
        } else {
            // A head of that height would leave no room for what it heads: it parts like a tall row, and stands once.
            let row = Row { fill: Some(table.head_fill), ..Row::default() };
            bands(table, &row, &shares, None, lines, Vec::new(), &mut pieces);
        }
    }
    for (row, cells) in table.rows.iter().zip(&shaped) {
        row_pieces(setting, table, row, cells, &shares, node, head.as_ref(), &mut pieces);
    }
    if let Some(first) = pieces.first_mut() {
        first.before = table.before;
    }
    // A head alone at the foot of a page, or a single last row carried over, helps nobody.
    let count = pieces.len();
    if count > 3
        && let Some(piece) = pieces.get_mut(count - 2)
    {
        piece.keep_next = true;
    }
    pieces
}

fn widths(table: &Table, heads: &[Shaped], cells: &[Vec<Vec<Shaped>>], width: f32) -> Vec<f32> {
    let natural = |index: usize| {
        let head = heads.get(index).map_or(0.0, Shaped::natural_width);
        let texts = cells.iter().filter_map(|row| row.get(index)).flatten();
        texts.map(Shaped::natural_width).fold(head, f32::max) + SIDE * 2.0 + 0.5
    };
    let wished: Vec<f32> = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| match column.width {
            Width::Fixed(points) => points,
            Width::Fit(least, most) => natural(index).clamp(least, most.max(least)),
            Width::Share(_) => 0.0,
        })
        .collect();
    let weights: f32 =
        table.columns.iter().map(|c| if let Width::Share(w) = c.width { w } else { 0.0 }).sum();
    let shares = table.columns.iter().filter(|c| matches!(c.width, Width::Share(_))).count() as f32;
    let taken: f32 = wished.iter().sum();
    // Columns that ask for more than there is give way alike.
    let room = width - shares * NARROWEST;
    let squeeze = if taken > room { room.max(1.0) / taken } else { 1.0 };
    let left = width - taken * squeeze;
    let mut widths: Vec<f32> = table
        .columns
        .iter()
        .zip(&wished)
        .map(|(column, wish)| match column.width {
            Width::Share(weight) => left * weight / weights.max(0.001),
            _ => wish * squeeze,
        })
        .collect();
    let least = |index: usize| {
        let head = heads.get(index).map_or(0.0, |head| {
            Some(head.natural_width())
                .filter(|width| *width <= SHORT_HEAD)
                .unwrap_or_else(|| head.longest_word())
        });
        let texts = cells.iter().filter_map(|row| row.get(index)).flatten();
        let word = texts.map(Shaped::longest_word).fold(head, f32::max);
        (word + SIDE * 2.0 + 0.5).min(LONGEST_WORD)
    };
    make_room(&mut widths, &(0..table.columns.len()).map(least).collect::<Vec<_>>());
    widths
}

/// Widens columns that cannot hold their longest word, at the cost of those that have more than they need.
fn make_room(widths: &mut [f32], least: &[f32]) {
    let need: f32 = widths.iter().zip(least).map(|(width, least)| (least - width).max(0.0)).sum();
    let spare: f32 = widths.iter().zip(least).map(|(width, least)| (width - least).max(0.0)).sum();
    if need <= 0.0 || spare <= 0.0 {
        return;
    }
    let given = (spare / need).min(1.0);
    let taken = (need / spare).min(1.0);
    for (width, least) in widths.iter_mut().zip(least) {
        let missing = least - *width;
        *width += if missing > 0.0 { missing * given } else { missing * taken };
    }
}

/// The lines of each column's head.
fn head_lines(
    setting: &mut Setting<'_>,
    table: &Table,
    heads: &[Shaped],
    shares: &Shares,
    row: Option<NodeId>,
) -> Vec<Vec<SetLine>> {
    let mut columns = Vec::new();
    for (index, (head, column)) in heads.iter().zip(&table.columns).enumerate() {
        let node = row.map_or(ARTIFACT, |row| setting.tree.add("TH", row));
        let (x, width) = shares.text(index, index + 1);
        let place = Place { x, width, hang: 0.0, leading: 1.25, align: column.align.share(), node };
        columns.push(set_lines(head, place));
    }
    columns
}

fn tall(lines: &[SetLine]) -> f32 {
    lines.iter().map(|line| line.height).sum()
}

fn tallest(columns: &[Vec<SetLine>]) -> f32 {
    columns.iter().map(|lines| tall(lines)).fold(0.0, f32::max)
}

fn head_piece(table: &Table, shares: &Shares, columns: Vec<Vec<SetLine>>) -> Piece {
    let tallest = tallest(&columns);
    let height = tallest + table.pad * 2.0;
    let mut items = vec![
        Item::Fill([shares.x, 0.0, shares.total(), height], table.head_fill),
        line(shares, height, table.rule.unwrap_or(table.head_fill), HAIRLINE * 2.0),
    ];
    for lines in columns {
        // Heads stand at the foot of their row, next to what they name.
        let own = tall(&lines);
        stack(lines, table.pad + tallest - own, &mut items);
    }
    Piece { height, items, keep_next: true, ..Piece::default() }
}

impl Align {
    fn share(self) -> f32 {
        match self {
            Self::Left => 0.0,
            Self::Right => 1.0,
        }
    }
}

#[expect(clippy::too_many_arguments, reason = "one row needs all of its table")]
fn row_pieces(
    setting: &mut Setting<'_>,
    table: &Table,
    row: &Row,
    shaped: &[Vec<Shaped>],
    shares: &Shares,
    parent: NodeId,
    head: Option<&Rc<Piece>>,
    pieces: &mut Vec<Piece>,
) {
    let tr = setting.tree.add("TR", parent);
    let mut columns: Vec<Vec<SetLine>> = Vec::new();
    for (index, (paragraphs, column)) in shaped.iter().zip(&table.columns).enumerate() {
        let role = if index == 0 && table.row_heads { "TH" } else { "TD" };
        let node = setting.tree.add(role, tr);
        let (x, width) = shares.text(index, index + 1);
        let place = Place { x, width, hang: 0.0, leading: table.leading, align: column.align.share(), node };
        columns.push(paragraphs.iter().flat_map(|p| set_lines(p, place)).collect());
    }
    let mut notes = Vec::new();
    if let Some((from, cell)) = &row.note {
        let node = setting.tree.add("TD", tr);
        let (x, width) = shares.text(*from, table.columns.len());
        let place = Place { x, width, hang: 0.0, leading: table.leading, align: 0.0, node };
        notes = cell.iter().flat_map(|p| set_lines(&setting.shaper.shape(p), place)).collect();
    }
    let tallest = tallest(&columns);
    let below = tall(&notes);
    let gap = if notes.is_empty() { 0.0 } else { table.pad };
    let whole = tallest + gap + below + table.pad * 2.0;
    if whole <= TALL {
        let mut items = Vec::new();
        for lines in columns {
            stack(lines, table.pad, &mut items);
        }
        stack(notes, table.pad + tallest + gap, &mut items);
        pieces.push(finished(table, row, shares, head, whole, items, true));
        return;
    }
    bands(table, row, shares, head, columns, notes, pieces);
}

/// A tall row as one piece a line, so that it can go over a page end.
fn bands(
    table: &Table,
    row: &Row,
    shares: &Shares,
    head: Option<&Rc<Piece>>,
    columns: Vec<Vec<SetLine>>,
    notes: Vec<SetLine>,
    pieces: &mut Vec<Piece>,
) {
    let deepest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let mut sources: Vec<std::vec::IntoIter<SetLine>> = columns.into_iter().map(Vec::into_iter).collect();
    let mut strips: Vec<(f32, Vec<Item>)> = Vec::new();
    for _ in 0..deepest {
        let lines: Vec<SetLine> = sources.iter_mut().filter_map(Iterator::next).collect();
        let height = lines.iter().map(|line| line.height).fold(0.0, f32::max);
        strips.push((height, lines.into_iter().flat_map(|line| line.items).collect()));
    }
    strips.extend(notes.into_iter().map(|line| (line.height, line.items)));
    let count = strips.len();
    for (number, (height, items)) in strips.into_iter().enumerate() {
        let (first, last) = (number == 0, number + 1 == count);
        let top = if first { table.pad } else { 0.0 };
        let bottom = if last { table.pad } else { 0.0 };
        let items = items.into_iter().map(|item| item.moved(0.0, top)).collect();
        let mut piece = finished(table, row, shares, head, top + height + bottom, items, last);
        // Three lines at least at either end of the parted row.
        piece.keep_next = number < 2 || (number + 3 >= count && !last);
        pieces.push(piece);
    }
}

fn finished(
    table: &Table,
    row: &Row,
    shares: &Shares,
    head: Option<&Rc<Piece>>,
    height: f32,
    mut items: Vec<Item>,
    ends: bool,
) -> Piece {
    if ends && let Some(color) = table.rule {
        // Its whole thickness within the row, or the ground of the next row would cover half of it.
        items.insert(0, line(shares, height - HAIRLINE * 1.25, color, HAIRLINE));
    }
    if let Some(fill) = row.fill {
        items.insert(0, Item::Fill([shares.x, 0.0, shares.total(), height], fill));
    }
    Piece { height, items, head: head.cloned(), ..Piece::default() }
}

fn line(shares: &Shares, y: f32, color: Color, width: f32) -> Item {
    let (from, to) = ([shares.x, y], [shares.x + shares.total(), y]);
    Item::Rule(Rule { from, to, width, color })
}

fn stack(lines: Vec<SetLine>, top: f32, items: &mut Vec<Item>) {
    let mut y = top;
    for line in lines {
        items.extend(line.items.into_iter().map(|item| item.moved(0.0, y)));
        y += line.height;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_make_room_for_words_without_growing_the_table() {
        let mut widths = [20.0, 200.0, 40.0];
        make_room(&mut widths, &[50.0, 60.0, 40.0]);
        assert_eq!(widths, [50.0, 170.0, 40.0], "the wide column gives what the narrow one needs");
        let mut tight = [20.0, 62.0];
        make_room(&mut tight, &[50.0, 60.0]);
        assert!((tight.iter().sum::<f32>() - 82.0).abs() < 0.01, "no more is given than there is");
    }
}

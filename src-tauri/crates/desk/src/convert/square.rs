//! Words as a square code for the screen.

use entaku_report::code::Squares;

/// A text as a QR symbol, row by row; `1` is dark. None where it is too long for one.
pub(crate) fn square(text: &str) -> Option<Vec<String>> {
    let squares = Squares::of(text)?;
    let row =
        |row| (0..squares.side).map(|column| if squares.is_dark(column, row) { '1' } else { '0' }).collect();
    Some((0..squares.side).map(row).collect())
}

//! The code of the document as one drawing that every page shows again.

use std::collections::BTreeMap;

use lopdf::content::Operation;
use printpdf::Op;

use super::PdfError;
use super::drawing::{Drawing, form};
use crate::code::Squares;
use crate::layout::{self, Item};

/// Name of the drawing in the file's resources.
const RESOURCE: &str = "QR";

/// Shows the drawing: a square of one unit scaled to its place.
pub(super) fn show(code: &layout::Code, height: f32) -> Op {
    let [x, y] = code.corner;
    super::operations::show(RESOURCE, [x, height - y - code.side], [code.side; 2])
}

/// The drawing of the document's code, when its pages show one.
pub(super) fn drawing(document: &layout::Document) -> Result<Option<Drawing>, PdfError> {
    let mut items = document.pages.iter().flat_map(|page| &page.items);
    let squares = items.find_map(|item| match item {
        Item::Code(code) => Some(&code.squares),
        _ => None,
    });
    let Some(squares) = squares else { return Ok(None) };
    let side = i64::try_from(squares.side).unwrap_or(1);
    // A square of one unit, whatever the number of its squares.
    form(RESOURCE, [0, 0, side, side], 1.0 / side as f32, outlines(squares)).map(Some)
}

/// The edges between dark and light as closed outlines, in black, one unit a square, y up. Squares drawn one by one
/// would show hairlines of light between them.
fn outlines(squares: &Squares) -> Vec<Operation> {
    let side = squares.side;
    // From each corner to the next, the dark always at the same hand.
    let mut edges: BTreeMap<(usize, usize), Vec<(usize, usize)>> = BTreeMap::new();
    let mut edge = |from: (usize, usize), to: (usize, usize)| edges.entry(from).or_default().push(to);
    for (x, y) in (0..side).flat_map(|y| (0..side).map(move |x| (x, y))) {
        if !squares.is_dark(x, y) {
            continue;
        }
        let light = |x: Option<usize>, y: Option<usize>| {
            x.zip(y).is_none_or(|(x, y)| y >= side || !squares.is_dark(x, y))
        };
        if light(Some(x), y.checked_sub(1)) {
            edge((x, y), (x + 1, y));
        }
        if light(Some(x + 1), Some(y)) {
            edge((x + 1, y), (x + 1, y + 1));
        }
        if light(Some(x), Some(y + 1)) {
            edge((x + 1, y + 1), (x, y + 1));
        }
        if light(x.checked_sub(1), Some(y)) {
            edge((x, y + 1), (x, y));
        }
    }
    let mut drawn = vec![Operation::new("rg", vec![0.into(), 0.into(), 0.into()])];
    while let Some(start) = edges.keys().next().copied() {
        let mut ring = vec![start];
        let mut at = start;
        while let Some(next) = edges.get_mut(&at).and_then(Vec::pop) {
            if edges.get(&at).is_some_and(Vec::is_empty) {
                edges.remove(&at);
            }
            at = next;
            if at == start {
                break;
            }
            ring.push(at);
        }
        for (number, (x, y)) in ring.into_iter().enumerate() {
            let operator = if number == 0 { "m" } else { "l" };
            let [x, y] = [x, side - y].map(|at| i64::try_from(at).unwrap_or(0).into());
            drawn.push(Operation::new(operator, vec![x, y]));
        }
        drawn.push(Operation::new("h", Vec::new()));
    }
    drawn.push(Operation::new("f", Vec::new()));
    drawn
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(squares: &Squares) -> String {
        let content = lopdf::content::Content { operations: outlines(squares) };
        String::from_utf8(content.encode().expect("written")).expect("ASCII")
    }

    #[test]
    fn outline_of_one_dark_square_goes_round_it_once() {
        let squares = Squares { side: 1, dark: vec![true] };
        assert_eq!(drawn(&squares), "0 0 0 rg\n0 1 m\n1 1 l\n1 0 l\n0 0 l\nh\nf", "four edges");
    }

    #[test]
    fn light_within_dark_is_an_outline_of_its_own() {
        let mut dark = vec![true; 9];
        dark[4] = false;
        let drawn = drawn(&Squares { side: 3, dark });
        assert_eq!(drawn.matches('h').count(), 2, "the rim and the hole: {drawn}");
    }
}

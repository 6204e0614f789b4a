//! Figures on paper: drawings side by side with their captions, one piece that is never parted.

use std::rc::Rc;

use super::draw::{Figure, Item, Rule, Shape};
use super::piece::{Piece, Place, set_lines};
use super::{NodeId, Setting};
use crate::figure::{Anchor, Drawing, Ink, Label, Shape as Drawn};
use crate::fonts::{Contours, Segment};
use crate::text::{Span, Style, clean};

/// A drawing with its caption.
#[derive(Clone, Debug)]
pub struct Plate {
    /// What is drawn. Must be as wide as its share of the column.
    pub drawing: Drawing,
    /// What stands below, a paragraph each.
    pub caption: Vec<Vec<Span>>,
}

/// Figures side by side.
#[derive(Clone, Debug)]
pub struct Plates {
    /// From left to right.
    pub plates: Vec<Plate>,
    /// How many would stand side by side, also where fewer do.
    pub across: usize,
    /// White above.
    pub before: f32,
}

/// White between figures side by side.
const BETWEEN: f32 = 18.0;
/// White between a drawing and its caption.
const CAPTION: f32 = 2.0;
/// Dashes and gaps of a dashed line.
const DASH: [f32; 2] = crate::figure::DASH;
/// Longest dashed line set as dashes; a page is shorter.
const DASHES: usize = 2_000;

impl Plates {
    /// Width of one of so many figures side by side in a column.
    #[must_use]
    pub fn share(column: f32, across: usize) -> f32 {
        #[expect(clippy::cast_precision_loss, reason = "a few figures")]
        let across = across.max(1) as f32;
        (column - BETWEEN * (across - 1.0)) / across
    }
}

/// Places figures in a column: one piece.
pub(super) fn plate_pieces(
    setting: &mut Setting<'_>,
    plates: &Plates,
    x: f32,
    width: f32,
    parent: NodeId,
) -> Vec<Piece> {
    let share = Plates::share(width, plates.across);
    let mut piece = Piece { before: plates.before, ..Piece::default() };
    let mut left = x;
    for plate in &plates.plates {
        let node = setting.tree.add_described("Figure", parent, clean(&plate.drawing.alternative()));
        let mut items = Vec::new();
        for shape in &plate.drawing.shapes {
            place(setting, shape, node, plate.drawing.width, &mut items);
        }
        let figure = Figure { node, rect: [0.0, 0.0, plate.drawing.width, plate.drawing.height], items };
        piece.items.push(Item::Figure(figure).moved(left, 0.0));
        let mut y = plate.drawing.height + CAPTION;
        for words in &plate.caption {
            let node = setting.tree.add("P", parent);
            let shaped = setting.shape(words);
            let place = Place { x: left, width: share, hang: 0.0, leading: 1.3, align: 0.0, node };
            for line in set_lines(&shaped, place) {
                piece.items.extend(line.items.into_iter().map(|item| item.moved(0.0, y)));
                y += line.height;
            }
        }
        piece.height = piece.height.max(y);
        left += share + BETWEEN;
    }
    vec![piece]
}

fn place(setting: &Setting<'_>, shape: &Drawn, node: NodeId, room: f32, items: &mut Vec<Item>) {
    match shape {
        Drawn::Rect(rect, ink) => items.push(Item::Fill(*rect, ink.color())),
        Drawn::Line { from, to, width, ink, dashed: false } => {
            items.push(Item::Rule(Rule { from: *from, to: *to, width: *width, color: ink.color() }));
        }
        Drawn::Line { from, to, width, ink, dashed: true } => dashes(*from, *to, *width, *ink, items),
        Drawn::Disc(centre, radius, ink) => items.push(filled(*centre, *radius, disc(), *ink)),
        Drawn::Polygon(points, ink) => {
            let up = |[x, y]: [f32; 2]| [x, -y];
            let Some((first, others)) = points.split_first() else { return };
            let segments = others.iter().map(|point| Segment::Line(up(*point))).collect();
            items.push(filled([0.0, 0.0], 1.0, vec![(up(*first), segments)], *ink));
        }
        Drawn::Text(label) => text(setting, label, node, room, items),
    }
}

/// Outlines have y upwards and a size of their own.
fn filled(origin: [f32; 2], size: f32, contours: Contours, ink: Ink) -> Item {
    Item::Shape(Shape { contours: Rc::new(contours), origin, size, angle: 0.0, color: ink.color() })
}

/// A circle of radius 1 in four curves.
fn disc() -> Contours {
    // Distance of the control points that keeps the curve within 0.03 % of a circle.
    const K: f32 = 0.552_285;
    let quarters = [
        Segment::Curve([1.0, K], [K, 1.0], [0.0, 1.0]),
        Segment::Curve([-K, 1.0], [-1.0, K], [-1.0, 0.0]),
        Segment::Curve([-1.0, -K], [-K, -1.0], [0.0, -1.0]),
        Segment::Curve([K, -1.0], [1.0, -K], [1.0, 0.0]),
    ];
    vec![([1.0, 0.0], quarters.into())]
}

fn dashes(from: [f32; 2], to: [f32; 2], width: f32, ink: Ink, items: &mut Vec<Item>) {
    let ([ax, ay], [bx, by]) = (from, to);
    let length = (bx - ax).hypot(by - ay);
    let [dash, gap] = DASH;
    let mut at = 0.0;
    for _ in 0..DASHES {
        if at >= length {
            return;
        }
        let end = (at + dash).min(length);
        let point = |part: f32| [ax + (bx - ax) * part / length, ay + (by - ay) * part / length];
        items.push(Item::Rule(Rule { from: point(at), to: point(end), width, color: ink.color() }));
        at += dash + gap;
    }
}

fn text(setting: &Setting<'_>, label: &Label, node: NodeId, room: f32, items: &mut Vec<Item>) {
    let style = Style { size: label.size, bold: label.bold, color: label.ink.color() };
    let shaped = setting.shape(&[Span { text: clean(&label.words).replace('\n', " "), style }]);
    let width = shaped.natural_width();
    let left = match label.anchor {
        Anchor::Start => label.x,
        Anchor::Middle => label.x - width / 2.0,
        Anchor::End => label.x - width,
    };
    // Wider than the text, so that it stays one line; the box it must keep is the drawing's.
    let place = Place { x: left, width: width + 1.0, hang: 0.0, leading: 1.0, align: 0.0, node };
    for line in set_lines(&shaped, place).into_iter().take(1) {
        items.extend(line.items.into_iter().map(|item| match item {
            Item::Text(mut run) => {
                run.y = label.y;
                run.room = [0.0, room];
                Item::Text(run)
            }
            other => other,
        }));
    }
}

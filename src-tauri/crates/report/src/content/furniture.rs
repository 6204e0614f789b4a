//! What surrounds the text of every page: running head and foot, and the draft mark.

use entaku_words::clinical;
use entaku_words::paper::page;
use std::rc::Rc;

use super::facts::code_of;
use super::theme::{BODY, MUTED, RULE, SMALL, WATERMARK, muted, span};
use super::{DocumentIdentity, Finality, Words, theme};
use crate::code::Squares;
use crate::fonts::{Contours, Face, outlines};
use crate::layout::{ARTIFACT, Code, Frame, Item, Page, Piece, Place, Rule, Setting, Shape, set_lines};
use crate::options::{Paper, RenderOptions};
use crate::text::{Span, Style};

/// White at the left and right edge of the page, in points.
const SIDE: f32 = 42.0;
/// Baseline region of the running head and foot, from the edge.
const HEAD_TOP: f32 = 26.0;
/// White between head or foot and text.
const CLEAR: f32 = 12.0;
/// Characters of a name in the running head: two lines at most.
const LONGEST_NAME: usize = 48;
/// Digits of the content hash on every page; the whole stands on the last.
const SHORT_HASH: usize = 12;
/// Width of one square of the code: a third of a millimetre, which every scanner and telephone resolves.
const SQUARE: f32 = 1.0;
/// From the code to the lower edge of the paper; printers leave the outer 12 points white.
const CODE_BOTTOM: f32 = 19.0;
/// White beside the code, four squares as its standard asks and some more.
const CODE_CLEAR: f32 = 8.0;

/// Head and foot of a document, set once and placed on every page.
pub struct Furniture {
    words: Words,
    width: f32,
    height: f32,
    head: Vec<Piece>,
    foot_left: Vec<Span>,
    code: Option<Rc<Squares>>,
    mark: Option<(Rc<Contours>, f32)>,
}

/// Width of the text on a paper, in points.
#[must_use]
pub fn column(paper: Paper) -> f32 {
    geometry(paper).0 - SIDE * 2.0
}

/// Width and height of a paper, in points.
#[must_use]
pub fn geometry(paper: Paper) -> (f32, f32) {
    match paper {
        Paper::A4 => (595.28, 841.89),
        Paper::Letter => (612.0, 792.0),
    }
}

impl Furniture {
    /// Head and foot for a document.
    #[must_use]
    pub fn new(setting: &Setting<'_>, about: &DocumentIdentity, options: &RenderOptions) -> Self {
        let words = Words::new(about.language);
        let (width, height) = geometry(options.paper);
        let left = format!("{}  {}", about.title, within(&about.institution));
        let named = format!("{} {}", about.named, within(&about.name));
        let right = match &about.person {
            Some(person) => format!("{named}  {}", within(person)),
            None => named,
        };
        let draft = about.state == Finality::Draft;
        let mark = draft.then(|| {
            let words = words.of(page::DRAFT_MARK);
            let (contours, width) = outlines(setting.shaper.faces(), Face::Bold, words);
            (Rc::new(contours), width)
        });
        let short: String = options.content_hash.chars().take(SHORT_HASH).collect();
        let state = words.of(if draft { clinical::report::DRAFT } else { clinical::report::FINAL });
        let hash = words.pair(&words.head(clinical::report::CONTENT_HASH), &short);
        let standing = format!("{} {state}", about.revision);
        let journal = options.journal.as_ref().map_or_else(String::new, |end| {
            let said = words.with(page::journal_end_is(end.events, end.short()));
            format!("  {}", words.pair(words.of(page::JOURNAL_END), &said))
        });
        let foot = format!("{}  {}\n{hash}{journal}", about.id, standing.trim_start());
        let code = code_of(about, options);
        let style = Style { size: SMALL, bold: false, color: MUTED };
        let bold = Style { size: SMALL, bold: true, color: theme::INK };
        let head = two_sides(setting, width, vec![span(&left, style)], vec![span(&right, bold)]);
        let foot_left = vec![span(&foot, style)];
        // A draft that has no number yet is no document that a code could name.
        let code = code.squares().filter(|_| about.number > 0).map(Rc::new);
        Self { words, width, height, head, foot_left, code, mark }
    }

    /// Where text may stand between head and foot.
    #[must_use]
    pub fn frame(&self, setting: &Setting<'_>) -> Frame {
        let head: f32 = self.head.iter().map(|piece| piece.height).sum();
        let top = HEAD_TOP + head + CLEAR;
        let foot = self.foot(setting, 9_999, 9_999);
        let bottom = self.height - self.foot_top(&foot) + CLEAR;
        Frame { left: SIDE, top, width: self.width - SIDE * 2.0, height: self.height - top - bottom }
    }

    /// Puts head, foot and mark on every page, now that their number is known.
    pub fn dress(&self, setting: &Setting<'_>, pages: &mut [Page]) {
        let total = pages.len();
        for (number, page) in (1..).zip(pages.iter_mut()) {
            let mut items = Vec::new();
            items.extend(self.draft_mark());
            let mut y = HEAD_TOP;
            for piece in self.head.clone() {
                let height = piece.height;
                items.extend(piece.items.into_iter().map(|item| item.moved(SIDE, y)));
                y += height;
            }
            items.push(self.line(y + 3.0));
            let foot = self.foot(setting, number, total);
            let mut y = self.foot_top(&foot);
            items.push(self.line(y - 3.0));
            items.extend(self.code_at(y));
            for piece in foot {
                let height = piece.height;
                items.extend(piece.items.into_iter().map(|item| item.moved(SIDE, y)));
                y += height;
            }
            items.append(&mut page.items);
            page.items = items;
        }
    }

    fn foot(&self, setting: &Setting<'_>, page: usize, total: usize) -> Vec<Piece> {
        let number = self.words.with(page::number_of(page, total));
        let number = span(&number, muted(SMALL));
        let beside = self.code_side().map_or(0.0, |side| side + CODE_CLEAR);
        two_sides(setting, self.width - beside, self.foot_left.clone(), vec![number])
    }

    /// Upper end of the foot: it is as high as its text or its code, whichever is higher.
    fn foot_top(&self, foot: &[Piece]) -> f32 {
        let text = HEAD_TOP + foot.iter().map(|piece| piece.height).sum::<f32>();
        let code = self.code_side().map_or(0.0, |side| CODE_BOTTOM + side);
        self.height - text.max(code)
    }

    fn code_side(&self) -> Option<f32> {
        self.code.as_ref().map(|squares| squares.side as f32 * SQUARE)
    }

    /// The code at the right end of the foot.
    fn code_at(&self, top: f32) -> Option<Item> {
        let (squares, side) = self.code.clone().zip(self.code_side())?;
        Some(Item::Code(Code { squares, corner: [self.width - SIDE - side, top + 1.0], side }))
    }

    fn line(&self, y: f32) -> Item {
        Item::Rule(Rule { from: [SIDE, y], to: [self.width - SIDE, y], width: 0.4, color: RULE })
    }

    /// The mark across the page, as outlines: it must be seen, and never be copied with the text.
    fn draft_mark(&self) -> Option<Item> {
        let (contours, em) = self.mark.as_ref()?;
        let angle = (self.height / self.width).atan();
        let size = (self.width * 1.02 / em).min(110.0);
        let (half, lift) = (em * size / 2.0, size * 0.35);
        let (sin, cos) = angle.sin_cos();
        let origin =
            [self.width / 2.0 - half * cos + lift * sin, self.height / 2.0 + half * sin + lift * cos];
        Some(Item::Shape(Shape { contours: contours.clone(), origin, size, angle, color: WATERMARK }))
    }
}

/// The beginning of a name that would leave no room for the report; it stands whole on the first pages.
fn within(name: &str) -> String {
    match name.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", name.get(..end).unwrap_or_default()),
        None => name.to_owned(),
    }
}

/// Words at the left and at the right of one line; the left gives way and goes down when they would meet.
fn two_sides(setting: &Setting<'_>, width: f32, left: Vec<Span>, right: Vec<Span>) -> Vec<Piece> {
    let width = width - SIDE * 2.0;
    let (left, right) = (setting.shape(&left), setting.shape(&right));
    let place =
        |x: f32, width: f32, align: f32| Place { x, width, hang: 0.0, leading: 1.35, align, node: ARTIFACT };
    let gap = BODY * 2.0;
    let share = (right.natural_width() + 1.0).min(width * 0.6);
    let room = width - share - gap;
    let (left, right) =
        (set_lines(&left, place(0.0, room, 0.0)), set_lines(&right, place(width - share, share, 1.0)));
    let lines = left.len().max(right.len());
    let (mut left, mut right) = (left.into_iter(), right.into_iter());
    let piece = |_| {
        let both = [left.next(), right.next()];
        let height = both.iter().flatten().map(|line| line.height).fold(0.0, f32::max);
        Piece {
            height,
            items: both.into_iter().flatten().flat_map(|line| line.items).collect(),
            ..Piece::default()
        }
    };
    (0..lines).map(piece).collect()
}

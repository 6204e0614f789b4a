//! One page of the display list as printpdf's operations.

use std::collections::BTreeMap;

use printpdf::{
    Codepoint, CurTransMat, DictItem, FontId, Line, LinePoint, Op, PaintMode, PdfFontHandle, Rect, TextItem,
    WindingOrder,
};

use super::PdfError;
use super::codes::{Codes, resource};
use super::operations::{decimals, filled, ink, point, points};
use super::shapes::Shapes;
use super::structure::Marks;
use crate::fonts::Face;
use crate::layout::{ARTIFACT, Document, Figure, Item, NodeId, Page, Rule, Shape, TextRun};
use crate::text::Color;

/// Thousandths of the type size by which the reader's pen may be off before it is put right: at 10 points less than
/// a fiftieth of a point.
const UNSEEN: f32 = 2.0;

/// The operations of a page. Everything stands in a marked sequence: text and figures in their element,
/// the rest as artifact.
pub(super) fn operations(
    page: &Page,
    document: &Document,
    codes: &mut Codes,
    marks: &mut Marks,
    shapes: &Shapes,
) -> Result<Vec<Op>, PdfError> {
    let mut pen = Pen {
        shapes,
        out: Vec::new(),
        height: document.height,
        open: None,
        in_text: false,
        fill: None,
        font: None,
        cursor: [0.0; 2],
    };
    marks.start_page();
    for item in &page.items {
        pen.item(item, ARTIFACT, document, codes, marks)?;
    }
    pen.close();
    Ok(pen.out)
}

struct Pen<'a> {
    /// Outlines that the file holds once.
    shapes: &'a Shapes,
    out: Vec<Op>,
    height: f32,
    /// Element whose marked sequence is open.
    open: Option<NodeId>,
    in_text: bool,
    fill: Option<Color>,
    font: Option<(Face, f32)>,
    /// Where the last line of text began, in PDF coordinates.
    cursor: [f32; 2],
}

/// As the file will state it, so that errors do not add up.
fn rounded(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

impl Pen<'_> {
    /// Draws an item; vectors belong to `owner`, text knows where it belongs.
    fn item(
        &mut self,
        item: &Item,
        owner: NodeId,
        document: &Document,
        codes: &mut Codes,
        marks: &mut Marks,
    ) -> Result<(), PdfError> {
        match item {
            Item::Text(run) => return self.text(run, document, codes, marks),
            Item::Figure(figure) => {
                let Figure { node, rect: [x, y, width, height], items } = figure;
                marks.stands(*node, [*x, self.height - y - height, x + width, self.height - y]);
                return items.iter().try_for_each(|item| self.item(item, *node, document, codes, marks));
            }
            Item::Fill(rect, color) => {
                self.vectors(owner, document, marks);
                self.ink(*color);
                self.rectangle(*rect);
            }
            Item::Rule(rule) => {
                self.vectors(owner, document, marks);
                self.rule(*rule);
            }
            Item::Shape(shape) => {
                self.vectors(owner, document, marks);
                self.ink(shape.color);
                self.shape(shape);
            }
            Item::Code(code) => {
                self.vectors(owner, document, marks);
                self.out.push(super::code::show(code, document.height));
            }
            Item::Picture(rect, _) => {
                self.vectors(owner, document, marks);
                self.out.push(super::picture::show(*rect, document.height));
            }
        }
        Ok(())
    }

    /// Vectors may not stand among text.
    fn vectors(&mut self, owner: NodeId, document: &Document, marks: &mut Marks) {
        self.enter(owner, document, marks);
        self.leave_text();
    }

    fn enter(&mut self, node: NodeId, document: &Document, marks: &mut Marks) {
        if self.open == Some(node) {
            if node == ARTIFACT {
                self.leave_text();
            }
            return;
        }
        self.close();
        self.out.push(match document.tree.get(node) {
            None => Op::BeginMarkedContent { tag: "Artifact".to_owned() },
            Some(element) => {
                let number = BTreeMap::from([("MCID".to_owned(), DictItem::Int(marks.next(node)))]);
                Op::BeginMarkedContentWithProperties {
                    tag: element.role.to_owned(),
                    properties: DictItem::Dict { map: number },
                }
            }
        });
        self.open = Some(node);
    }

    fn leave_text(&mut self) {
        if std::mem::take(&mut self.in_text) {
            self.out.push(Op::EndTextSection);
        }
    }

    fn close(&mut self) {
        self.leave_text();
        if self.open.take().is_some() {
            self.out.push(Op::EndMarkedContent);
        }
    }

    fn ink(&mut self, color: Color) {
        if self.fill != Some(color) {
            self.out.push(Op::SetFillColor { col: ink(color) });
            self.fill = Some(color);
        }
    }

    fn text(
        &mut self,
        run: &TextRun,
        document: &Document,
        codes: &mut Codes,
        marks: &mut Marks,
    ) -> Result<(), PdfError> {
        if run.drawn().is_empty() {
            return Ok(());
        }
        if self.open != Some(run.node) {
            self.enter(run.node, document, marks);
        }
        if !self.in_text {
            self.out.push(Op::StartTextSection);
            self.in_text = true;
            self.cursor = [0.0; 2];
        }
        self.ink(run.color);
        if self.font != Some((run.face, run.size)) {
            let font = PdfFontHandle::External(FontId(resource(run.face).to_owned()));
            self.out.push(Op::SetFont { font, size: points(run.size) });
            self.font = Some((run.face, run.size));
        }
        let (x, y) = (rounded(run.x), rounded(self.height - run.y));
        let [from_x, from_y] = self.cursor;
        self.out.push(Op::SetTextCursor { pos: point([x - from_x, y - from_y]) });
        self.cursor = [x, y];
        self.glyphs(run, codes)
    }

    /// The glyphs of a run, with the difference between true and stated widths fed back.
    fn glyphs(&mut self, run: &TextRun, codes: &mut Codes) -> Result<(), PdfError> {
        let scale = 1000.0 / run.size.max(0.1);
        let mut shown = Shown::default();
        // How far the true pen is ahead of the reader's, in thousandths of the size.
        let mut ahead = 0.0f32;
        for glyph in run.drawn() {
            let text = run.source.get(glyph.range()).unwrap_or_default();
            let code = codes.code(run.face, glyph.id, text)?;
            let due = (ahead + glyph.dx * scale).round();
            if due.abs() >= UNSEEN {
                shown.forth(due);
                ahead -= due;
            }
            if glyph.dy != 0.0 {
                self.out.extend(shown.take());
                self.out.push(Op::SetLineOffset { multiplier: points(glyph.dy).0 });
            }
            shown.codes.push(Codepoint { gid: code, offset: 0.0, cid: Some(text.to_owned()) });
            if glyph.dy != 0.0 {
                self.out.extend(shown.take());
                self.out.push(Op::SetLineOffset { multiplier: 0.0 });
            }
            ahead += glyph.advance * scale - codes.width(run.face, code);
        }
        self.out.extend(shown.take());
        Ok(())
    }

    fn rectangle(&mut self, [x, y, width, height]: [f32; 4]) {
        let [x, y, width, height] = [x, self.height - y - height, width, height].map(points);
        let (mode, winding_order) = (Some(PaintMode::Fill), Some(WindingOrder::NonZero));
        self.out.push(Op::DrawRectangle { rectangle: Rect { x, y, width, height, mode, winding_order } });
    }

    fn rule(&mut self, rule: Rule) {
        let end = |[x, y]: [f32; 2]| LinePoint { p: point([x, self.height - y]), bezier: false };
        let line = Line { points: vec![end(rule.from), end(rule.to)], is_closed: false };
        self.out.push(Op::SetOutlineColor { col: ink(rule.color) });
        self.out.push(Op::SetOutlineThickness { pt: points(rule.width) });
        self.out.push(Op::DrawLine { line });
    }

    fn shape(&mut self, shape: &Shape) {
        let [x, y] = shape.origin;
        let base = self.height - y;
        let (sin, cos) = shape.angle.sin_cos();
        let Some(called) = self.shapes.name(shape) else {
            let place = |[right, up]: [f32; 2]| {
                let (right, up) = (right * shape.size, up * shape.size);
                [x + right * cos - up * sin, base + right * sin + up * cos]
            };
            self.out.push(filled(&shape.contours, place));
            return;
        };
        if shape.angle == 0.0 {
            self.out.push(super::operations::show(&called, [x, base], [shape.size; 2]));
            return;
        }
        // Turned by a matrix of our own: printpdf would state the sine with all its digits.
        let (sin, cos) = (shape.size * sin, shape.size * cos);
        let turned = [cos, sin, -sin, cos, x, base].map(|value| decimals(value, 100.0));
        self.out.push(Op::SaveGraphicsState);
        self.out.push(Op::SetTransformationMatrix { matrix: CurTransMat::Raw(turned) });
        self.out.push(super::operations::show(&called, [0.0; 2], [1.0; 2]));
        self.out.push(Op::RestoreGraphicsState);
    }
}

/// What one operation shows: codes, with the pen moved between them.
#[derive(Default)]
struct Shown {
    items: Vec<TextItem>,
    codes: Vec<Codepoint>,
}

impl Shown {
    /// Moves the pen on by thousandths of the size.
    fn forth(&mut self, thousandths: f32) {
        self.end_codes();
        // Numbers among codes move the pen back.
        self.items.push(TextItem::Offset(-thousandths));
    }

    fn end_codes(&mut self) {
        if !self.codes.is_empty() {
            self.items.push(TextItem::GlyphIds(std::mem::take(&mut self.codes)));
        }
    }

    /// The operation, when it shows anything.
    fn take(&mut self) -> Option<Op> {
        self.end_codes();
        let items = std::mem::take(&mut self.items);
        (!items.is_empty()).then_some(Op::ShowText { items })
    }
}

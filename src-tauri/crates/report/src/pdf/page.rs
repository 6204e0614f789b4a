//! One page of the display list as PDF operations.

use printpdf::{
    Codepoint, DictItem, FontId, Line, LinePoint, Op, PaintMode, PdfFontHandle, Point, Polygon, PolygonRing,
    Pt, Rect, Rgb, TextItem, WindingOrder,
};

use super::PdfError;
use super::codes::Codes;
use super::structure::Marks;
use crate::fonts::{Face, Segment};
use crate::layout::{ARTIFACT, Document, Item, NodeId, Page, Rule, Shape, TextRun};
use crate::text::Color;

/// The operations of a page. Every one stands in a marked sequence: text in its element, the rest as artifact.
pub(super) fn ops(
    page: &Page,
    document: &Document,
    codes: &mut Codes,
    marks: &mut Marks,
) -> Result<Vec<Op>, PdfError> {
    let mut pen = Pen {
        ops: Vec::with_capacity(page.items.len() * 4),
        height: document.height,
        open: None,
        in_text: false,
        fill: None,
        font: None,
        cursor: [0.0; 2],
    };
    marks.start_page();
    for item in &page.items {
        match item {
            Item::Text(run) => pen.text(run, document, codes, marks)?,
            Item::Fill(rect, color) => {
                pen.enter(ARTIFACT, document, marks);
                pen.ink(*color);
                pen.fill(*rect);
            }
            Item::Rule(rule) => {
                pen.enter(ARTIFACT, document, marks);
                pen.rule(*rule);
            }
            Item::Shape(shape) => {
                pen.enter(ARTIFACT, document, marks);
                pen.ink(shape.color);
                pen.shape(shape);
            }
            Item::Code(code) => {
                pen.enter(ARTIFACT, document, marks);
                pen.ops.push(super::code::shown(code, document.height));
            }
        }
    }
    pen.close();
    Ok(pen.ops)
}

struct Pen {
    ops: Vec<Op>,
    height: f32,
    /// Element whose marked sequence is open.
    open: Option<NodeId>,
    in_text: bool,
    fill: Option<Color>,
    font: Option<(Face, f32)>,
    /// Where the last line of text began, in PDF coordinates.
    cursor: [f32; 2],
}

/// Two decimals are a tenth of what any printer resolves, and keep the file small.
fn rounded(points: f32) -> f32 {
    (points * 100.0).round() / 100.0
}

fn point(x: f32, y: f32) -> Point {
    Point { x: Pt(rounded(x)), y: Pt(rounded(y)) }
}

impl Pen {
    fn enter(&mut self, node: NodeId, document: &Document, marks: &mut Marks) {
        if self.open == Some(node) {
            if node == ARTIFACT {
                self.leave_text();
            }
            return;
        }
        self.close();
        match document.tree.get(node) {
            None => self.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() }),
            Some(element) => {
                let mark = marks.next(node);
                let map = [("MCID".to_owned(), DictItem::Int(mark))].into();
                self.ops.push(Op::BeginMarkedContentWithProperties {
                    tag: element.role.to_owned(),
                    properties: DictItem::Dict { map },
                });
            }
        }
        self.open = Some(node);
    }

    fn leave_text(&mut self) {
        if self.in_text {
            self.ops.push(Op::EndTextSection);
            self.in_text = false;
        }
    }

    fn close(&mut self) {
        self.leave_text();
        if self.open.take().is_some() {
            self.ops.push(Op::EndMarkedContent);
        }
    }

    fn ink(&mut self, color: Color) {
        if self.fill != Some(color) {
            self.ops.push(Op::SetFillColor { col: rgb(color) });
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
            self.ops.push(Op::StartTextSection);
            self.in_text = true;
            self.cursor = [0.0; 2];
        }
        self.ink(run.color);
        if self.font != Some((run.face, run.size)) {
            let id = FontId(resource(run.face).to_owned());
            self.ops.push(Op::SetFont { font: PdfFontHandle::External(id), size: Pt(run.size) });
            self.font = Some((run.face, run.size));
        }
        let (x, y) = (rounded(run.x), rounded(self.height - run.y));
        let [from_x, from_y] = self.cursor;
        self.ops.push(Op::SetTextCursor { pos: point(x - from_x, y - from_y) });
        self.cursor = [x, y];
        self.glyphs(run, codes)
    }

    /// The glyphs of a run, with the difference between true and stated widths fed back.
    fn glyphs(&mut self, run: &TextRun, codes: &mut Codes) -> Result<(), PdfError> {
        let scale = 1000.0 / run.size.max(0.1);
        let mut items = Vec::new();
        let mut batch: Vec<Codepoint> = Vec::new();
        // How far the true pen is ahead of the reader's, in thousandths of the size.
        let mut ahead = 0.0f32;
        for glyph in run.drawn() {
            let text = run.source.get(glyph.range()).unwrap_or_default();
            let code = codes.code(run.face, glyph.id, text)?;
            let shift = glyph.dx * scale;
            let due = (ahead + shift).round();
            if due != 0.0 {
                // Numbers in a text array move the pen back.
                match batch.last_mut() {
                    Some(last) => last.offset -= due,
                    None => items.push(TextItem::Offset(-due)),
                }
                ahead -= due;
            }
            if glyph.dy != 0.0 {
                flush(&mut batch, &mut items);
                self.show(&mut items);
                self.ops.push(Op::SetLineOffset { multiplier: glyph.dy });
                batch.push(Codepoint { gid: code, offset: 0.0, cid: Some(text.to_owned()) });
                flush(&mut batch, &mut items);
                self.show(&mut items);
                self.ops.push(Op::SetLineOffset { multiplier: 0.0 });
            } else {
                batch.push(Codepoint { gid: code, offset: 0.0, cid: Some(text.to_owned()) });
            }
            ahead += glyph.advance * scale - codes.width(run.face, code);
        }
        flush(&mut batch, &mut items);
        self.show(&mut items);
        Ok(())
    }

    fn show(&mut self, items: &mut Vec<TextItem>) {
        if !items.is_empty() {
            self.ops.push(Op::ShowText { items: std::mem::take(items) });
        }
    }

    fn fill(&mut self, [x, y, width, height]: [f32; 4]) {
        let corner = point(x, self.height - y - height);
        self.ops.push(Op::DrawRectangle {
            rectangle: Rect {
                x: corner.x,
                y: corner.y,
                width: Pt(rounded(width)),
                height: Pt(rounded(height)),
                mode: Some(PaintMode::Fill),
                winding_order: None,
            },
        });
    }

    fn rule(&mut self, rule: Rule) {
        let end = |[x, y]: [f32; 2]| LinePoint { p: point(x, self.height - y), bezier: false };
        let points = vec![end(rule.from), end(rule.to)];
        self.ops.push(Op::SetOutlineColor { col: rgb(rule.color) });
        self.ops.push(Op::SetOutlineThickness { pt: Pt(rule.width) });
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: false } });
    }

    fn shape(&mut self, shape: &Shape) {
        let (sin, cos) = shape.angle.sin_cos();
        let [origin_x, origin_y] = shape.origin;
        let base = self.height - origin_y;
        let place = |[x, y]: [f32; 2], bezier: bool| {
            let (x, y) = (x * shape.size, y * shape.size);
            LinePoint { p: point(origin_x + x * cos - y * sin, base + x * sin + y * cos), bezier }
        };
        let rings = shape
            .contours
            .iter()
            .map(|(start, segments)| {
                let mut points = vec![place(*start, false)];
                for segment in segments {
                    match segment {
                        Segment::Line(end) => points.push(place(*end, false)),
                        Segment::Curve(first, second, end) => {
                            points.extend([place(*first, true), place(*second, true), place(*end, false)]);
                        }
                    }
                }
                PolygonRing { points }
            })
            .collect();
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }
}

fn flush(batch: &mut Vec<Codepoint>, items: &mut Vec<TextItem>) {
    if !batch.is_empty() {
        items.push(TextItem::GlyphIds(std::mem::take(batch)));
    }
}

fn rgb(Color(r, g, b): Color) -> printpdf::Color {
    printpdf::Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

fn resource(face: Face) -> &'static str {
    match face {
        Face::Regular => "FR",
        Face::Bold => "FB",
        Face::Fallback => "FN",
    }
}

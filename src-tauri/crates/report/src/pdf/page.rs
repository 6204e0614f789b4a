//! One page of the display list as a content stream.

use super::PdfError;
use super::codes::Codes;
use super::operators::Operators;
use super::shapes::Shapes;
use super::structure::Marks;
use crate::fonts::{Face, Segment};
use crate::layout::{ARTIFACT, Document, Figure, Item, NodeId, Page, Rule, Shape, TextRun};
use crate::text::Color;

/// Thousandths of the type size by which the reader's pen may be off before it is put right: at 10 points less than
/// a fiftieth of a point.
const UNSEEN: f32 = 2.0;

/// The stream of a page. Everything stands in a marked sequence: text and figures in their element,
/// the rest as artifact.
pub(super) fn stream(
    page: &Page,
    document: &Document,
    codes: &mut Codes,
    marks: &mut Marks,
    shapes: &Shapes,
) -> Result<Vec<u8>, PdfError> {
    let mut pen = Pen {
        shapes,
        out: Operators::default(),
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
    Ok(pen.out.into_bytes())
}

struct Pen<'a> {
    /// Outlines that the file holds once.
    shapes: &'a Shapes,
    out: Operators,
    height: f32,
    /// Element whose marked sequence is open.
    open: Option<NodeId>,
    in_text: bool,
    fill: Option<Color>,
    font: Option<(Face, f32)>,
    /// Where the last line of text began, in PDF coordinates.
    cursor: [f32; 2],
}

/// As the stream will state it, so that errors do not add up.
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
                if !self.shapes.show(shape, self.height, &mut self.out) {
                    self.shape(shape);
                }
            }
            Item::Code(code) => {
                self.vectors(owner, document, marks);
                super::code::show(code, document.height, &mut self.out);
            }
            Item::Picture(rect, _) => {
                self.vectors(owner, document, marks);
                super::picture::show(*rect, document.height, &mut self.out);
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
        match document.tree.get(node) {
            None => self.out.plain("/Artifact BMC"),
            Some(element) => self.out.marked(element.role, marks.next(node)),
        }
        self.open = Some(node);
    }

    fn leave_text(&mut self) {
        if std::mem::take(&mut self.in_text) {
            self.out.plain("ET");
        }
    }

    fn close(&mut self) {
        self.leave_text();
        if self.open.take().is_some() {
            self.out.plain("EMC");
        }
    }

    fn ink(&mut self, color: Color) {
        if self.fill != Some(color) {
            self.out.color(color, "rg");
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
            self.out.plain("BT");
            self.in_text = true;
            self.cursor = [0.0; 2];
        }
        self.ink(run.color);
        if self.font != Some((run.face, run.size)) {
            self.out.font(super::codes::resource(run.face), run.size);
            self.font = Some((run.face, run.size));
        }
        let (x, y) = (rounded(run.x), rounded(self.height - run.y));
        let [from_x, from_y] = self.cursor;
        self.out.points(&[x - from_x, y - from_y], "Td");
        self.cursor = [x, y];
        self.glyphs(run, codes)
    }

    /// The glyphs of a run, with the difference between true and stated widths fed back.
    fn glyphs(&mut self, run: &TextRun, codes: &mut Codes) -> Result<(), PdfError> {
        let scale = 1000.0 / run.size.max(0.1);
        let mut array = self.out.start_text();
        // How far the true pen is ahead of the reader's, in thousandths of the size.
        let mut ahead = 0.0f32;
        for glyph in run.drawn() {
            let text = run.source.get(glyph.range()).unwrap_or_default();
            let code = codes.code(run.face, glyph.id, text)?;
            let due = (ahead + glyph.dx * scale).round();
            if due.abs() >= UNSEEN {
                // Numbers in a text array move the pen back.
                array.back(-due as i32);
                ahead -= due;
            }
            if glyph.dy == 0.0 {
                array.code(code);
            } else {
                array.show();
                self.out.points(&[glyph.dy], "Ts");
                array = self.out.start_text();
                array.code(code);
                array.show();
                self.out.points(&[0.0], "Ts");
                array = self.out.start_text();
            }
            ahead += glyph.advance * scale - codes.width(run.face, code);
        }
        array.show();
        Ok(())
    }

    fn rectangle(&mut self, [x, y, width, height]: [f32; 4]) {
        self.out.points(&[x, self.height - y - height, width, height], "re");
        self.out.plain("f");
    }

    fn rule(&mut self, rule: Rule) {
        let ([from_x, from_y], [to_x, to_y]) = (rule.from, rule.to);
        self.out.color(rule.color, "RG");
        self.out.points(&[rule.width], "w");
        self.out.points(&[from_x, self.height - from_y], "m");
        self.out.points(&[to_x, self.height - to_y], "l");
        self.out.plain("S");
    }

    fn shape(&mut self, shape: &Shape) {
        let (sin, cos) = shape.angle.sin_cos();
        let [origin_x, origin_y] = shape.origin;
        let base = self.height - origin_y;
        let place = |[x, y]: [f32; 2]| {
            let (x, y) = (x * shape.size, y * shape.size);
            [origin_x + x * cos - y * sin, base + x * sin + y * cos]
        };
        for (start, segments) in shape.contours.iter() {
            self.out.points(&place(*start), "m");
            for segment in segments {
                match segment {
                    Segment::Line(end) => self.out.points(&place(*end), "l"),
                    Segment::Curve(first, second, end) => {
                        let [[a, b], [c, d], [e, f]] = [place(*first), place(*second), place(*end)];
                        self.out.points(&[a, b, c, d, e, f], "c");
                    }
                }
            }
            self.out.plain("h");
        }
        self.out.plain("f");
    }
}

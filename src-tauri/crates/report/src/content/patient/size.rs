//! The shapes of the explanation in its two type sizes.

use entaku_domain::document::TypeSize;

use super::super::theme::{ACCENT, HEAD, INK, MUTED, RULE, bold, muted, plain, span};
use crate::layout::{Align, Block, Callout, Column, Paragraph, Role, Row, Table, Width};
use crate::text::{Color, Style};

/// Type sizes in points.
#[derive(Clone, Copy, Debug)]
pub(super) struct Size {
    body: f32,
    heading: f32,
    title: f32,
    small: f32,
    label: f32,
}

impl Size {
    pub fn new(size: TypeSize) -> Self {
        match size {
            TypeSize::Ordinary => Self { body: 10.5, heading: 13.0, title: 18.0, small: 9.0, label: 104.0 },
            TypeSize::Large => Self { body: 16.0, heading: 19.0, title: 23.0, small: 13.0, label: 148.0 },
        }
    }

    pub fn title(self, words: &str) -> Block {
        let spans = vec![span(words, Style { size: self.title, bold: true, color: INK })];
        Block::Text(Paragraph { spans, role: Role::Title, leading: 1.35, before: 0.0, hang: 0.0 })
    }

    pub fn heading(self, words: &str) -> Block {
        let spans = vec![span(words, Style { size: self.heading, bold: true, color: ACCENT })];
        Block::Text(Paragraph {
            spans,
            role: Role::Heading,
            leading: 1.4,
            before: self.body * 1.3,
            hang: 0.0,
        })
    }

    pub fn text(self, words: &str) -> Block {
        self.paragraph(vec![span(words, plain(self.body))], 0.0)
    }

    pub fn strong(self, words: &str) -> Block {
        self.paragraph(vec![span(words, bold(self.heading))], 0.0)
    }

    /// A point of a list.
    pub fn point(self, mark: &str, words: &str) -> Block {
        self.paragraph(vec![span(mark, plain(self.body)), span(words, plain(self.body))], self.body * 0.5)
    }

    /// The name of an item, with what explains it to a doctor.
    pub fn item(self, name: &str, detail: &str) -> Block {
        let mut spans = vec![span(name, bold(self.body * 1.08))];
        if !detail.is_empty() {
            spans.push(span(&format!("  {detail}"), muted(self.small)));
        }
        Block::Text(Paragraph {
            spans,
            role: Role::Subheading,
            leading: 1.45,
            before: self.body * 0.8,
            hang: 0.0,
        })
    }

    fn paragraph(self, spans: Vec<crate::text::Span>, hang: f32) -> Block {
        Block::Text(Paragraph { spans, role: Role::Body, leading: 1.65, before: self.body * 0.3, hang })
    }

    pub fn callout(self, blocks: Vec<Block>, fill: Color, bar: Color) -> Block {
        Block::Callout(Callout { blocks, fill, bar, before: self.body * 0.6 })
    }

    /// Labels and their values, those without a value left out.
    pub fn list(self, entries: &[(&'static str, Option<String>)]) -> Option<Block> {
        let bare = |width| Column { head: Vec::new(), width, align: Align::Left };
        let label = Style { size: self.small, bold: true, color: MUTED };
        let rows: Vec<Row> = entries
            .iter()
            .filter_map(|(name, value)| {
                let cells =
                    vec![vec![vec![span(name, label)]], vec![vec![span(value.as_ref()?, plain(self.body))]]];
                Some(Row { cells, note: None, fill: None })
            })
            .collect();
        (!rows.is_empty()).then(|| {
            Block::Table(Table {
                columns: vec![bare(Width::Fixed(self.label)), bare(Width::Share(1.0))],
                rows,
                rule: Some(RULE),
                head_fill: HEAD,
                pad: self.body * 0.28,
                leading: 1.5,
                before: self.body * 0.4,
                row_heads: true,
            })
        })
    }
}

//! The few shapes a report is made of: headings, paragraphs, lists of labels and values, tables.

use entaku_domain::patient::Treatment;
use entaku_domain::text::Text;
use entaku_words::clinical;

use super::theme::{ACCENT, BODY, HEAD, INK, MUTED, RULE, SMALL, TABLE, bold, muted, plain, span};
use super::wording::{NOTHING, Words};
use crate::layout::{Align, Block, Callout, Cell, Column, Paragraph, Role, Row, Table, Width};
use crate::text::{Color, Span, Style};

/// Width of the labels in every list of a document, so that their values stand in one line down the page.
fn label_width(words: Words) -> Width {
    Width::Fixed(if words.japanese() { 88.0 } else { 112.0 })
}

/// Heading of a part.
pub fn heading(words: &str) -> Block {
    let spans = vec![span(words, Style { size: 11.5, bold: true, color: ACCENT })];
    Block::Text(Paragraph { spans, role: Role::Heading, leading: 1.35, before: 12.0, hang: 0.0 })
}

/// Heading within a part.
pub fn subheading(words: &str) -> Block {
    let spans = vec![span(words, Style { size: 9.5, bold: true, color: INK })];
    Block::Text(Paragraph { spans, role: Role::Subheading, leading: 1.4, before: 10.0, hang: 0.0 })
}

/// Running text; line ends of the source start new paragraphs.
pub fn text(words: &str, style: Style) -> Block {
    Block::Text(Paragraph {
        spans: vec![span(words, style)],
        role: Role::Body,
        leading: 1.55,
        before: 3.0,
        hang: 0.0,
    })
}

/// Text that explains.
pub fn remark(words: &str) -> Block {
    text(words, muted(TABLE))
}

/// A cell of one text.
pub fn cell(words: &str) -> Cell {
    vec![vec![span(words, plain(TABLE))]]
}

/// A cell of one bold text.
pub fn strong(words: &str) -> Cell {
    vec![vec![span(words, bold(TABLE))]]
}

/// A cell of texts below each other, the first as it is, the others muted and small; empty ones are left out.
pub fn stacked(first: Vec<Span>, others: &[String]) -> Cell {
    let mut cell = vec![first];
    cell.extend(others.iter().filter(|words| !words.is_empty()).map(|words| vec![span(words, muted(SMALL))]));
    cell
}

/// Words, or the sign for nothing.
pub fn or_nothing(words: Option<&str>) -> &str {
    words.filter(|words| !words.is_empty()).unwrap_or(NOTHING)
}

/// A column of a ruled table.
pub fn column(head: &str, width: Width) -> Column {
    Column { head: vec![span(head, bold_muted())], width, align: Align::Left }
}

/// A column of numbers.
pub fn numbers(head: &str, width: Width) -> Column {
    Column { align: Align::Right, ..column(head, width) }
}

fn bold_muted() -> Style {
    Style { size: SMALL, bold: true, color: MUTED }
}

/// A table with a head and lines between its rows.
pub fn ruled(columns: Vec<Column>, rows: Vec<Row>) -> Block {
    Block::Table(Table {
        columns,
        rows,
        rule: Some(RULE),
        head_fill: HEAD,
        pad: 2.6,
        leading: 1.32,
        before: 4.0,
        row_heads: false,
    })
}

/// A row of cells.
pub fn row(cells: Vec<Cell>) -> Row {
    Row { cells, note: None, fill: None }
}

/// Labels and values, two pairs to a row, in the given order; pairs without a value are left out.
pub fn pairs(words: Words, entries: &[(String, Option<String>)]) -> Option<Block> {
    let known: Vec<(&String, &String)> =
        entries.iter().filter_map(|(label, value)| Some((label, value.as_ref()?))).collect();
    if known.is_empty() {
        return None;
    }
    let (label, value) = (label_width(words), Width::Share(1.0));
    let bare = |width| Column { head: Vec::new(), width, align: Align::Left };
    let rows = known
        .chunks(2)
        .map(|two| row(two.iter().flat_map(|(label, value)| [labelled(label), cell(value)]).collect()))
        .collect();
    Some(list(vec![bare(label), bare(value), bare(label), bare(value)], rows))
}

/// Labels and values, one pair to a row, for values of several lines.
pub fn long_pairs(words: Words, entries: &[(String, Option<String>)]) -> Option<Block> {
    let rows: Vec<Row> = entries
        .iter()
        .filter_map(|(label, value)| Some(row(vec![labelled(label), cell(value.as_ref()?)])))
        .collect();
    let bare = |width| Column { head: Vec::new(), width, align: Align::Left };
    (!rows.is_empty()).then(|| list(vec![bare(label_width(words)), bare(Width::Share(1.0))], rows))
}

fn labelled(label: &str) -> Cell {
    vec![vec![span(label, muted(TABLE))]]
}

fn list(columns: Vec<Column>, rows: Vec<Row>) -> Block {
    Block::Table(Table {
        columns,
        rows,
        rule: Some(RULE),
        head_fill: HEAD,
        pad: 2.2,
        leading: 1.35,
        before: 3.0,
        row_heads: true,
    })
}

/// Cells of a small label over its value, on a tinted ground, so many to a row.
pub fn strip(entries: &[(String, String)], across: usize, fill: Color) -> Block {
    let column = Column { head: Vec::new(), width: Width::Share(1.0), align: Align::Left };
    let rows = entries
        .chunks(across)
        .map(|entries| {
            let cells = entries
                .iter()
                .map(|(label, value)| vec![vec![span(label, muted(SMALL))], vec![span(value, bold(BODY))]]);
            Row { cells: cells.collect(), note: None, fill: Some(fill) }
        })
        .collect();
    Block::Table(Table {
        columns: vec![column; across],
        rows,
        rule: Some(RULE),
        head_fill: fill,
        pad: 3.4,
        leading: 1.3,
        before: 6.0,
        row_heads: false,
    })
}

/// Blocks on a tinted ground.
pub fn callout(blocks: Vec<Block>, fill: Color, bar: Color) -> Block {
    Block::Callout(Callout { blocks, fill, bar, before: 8.0 })
}

/// Title of a document with its institution below.
pub fn title(words: &str, institution: &str) -> Vec<Block> {
    let spans = vec![span(words, Style { size: 17.0, bold: true, color: INK })];
    let title = Paragraph { spans, role: Role::Title, leading: 1.25, before: 0.0, hang: 0.0 };
    vec![Block::Text(title), text(institution, muted(BODY))]
}

/// Lines of treatment before the panel, when there are any.
pub fn treatments(words: Words, treatments: &[Treatment]) -> Option<Block> {
    if treatments.is_empty() {
        return None;
    }
    let label = |key| words.head(key);
    let columns = vec![
        column(&label(clinical::treatment::LINE), Width::Fit(30.0, 44.0)),
        column(&label(clinical::treatment::REGIMEN), Width::Share(2.0)),
        column(&label(clinical::treatment::PERIOD), Width::Fit(80.0, 130.0)),
        column(&label(clinical::treatment::BEST_RESPONSE), Width::Fit(50.0, 84.0)),
        column(&label(clinical::treatment::ENDED_BECAUSE), Width::Share(1.2)),
    ];
    let end = |day: Option<chrono::NaiveDate>| day.map_or(String::new(), |day| words.day(Some(day)));
    let rows = treatments.iter().map(|treatment| {
        let period = match (treatment.from, treatment.to) {
            (None, None) => NOTHING.to_owned(),
            (from, to) => format!("{} – {}", end(from), end(to)),
        };
        row(vec![
            cell(&treatment.line.map_or_else(|| NOTHING.to_owned(), |line| line.to_string())),
            cell(or_nothing(treatment.regimen.as_ref().map(Text::as_str))),
            cell(&period),
            cell(or_nothing(treatment.best_response.as_ref().map(Text::as_str))),
            cell(or_nothing(treatment.ended_because.as_ref().map(Text::as_str))),
        ])
    });
    Some(ruled(columns, rows.collect()))
}

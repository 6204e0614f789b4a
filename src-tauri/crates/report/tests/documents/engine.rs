//! The engine on content of its own: what the page shows is what the file says.

use entaku_report::layout::{
    Align, Block, Column, Document, Frame, Paragraph, Role, Row, Setting, Table, Width, layout, paginate,
    violations,
};
use entaku_report::pdf::{Facts, write};
use entaku_report::text::{Color, Shaper, Span, Style, clean};

use crate::tools;

const INK: Color = Color(0.1, 0.1, 0.1);

fn span(text: &str) -> Span {
    Span { text: clean(text), style: Style { size: 9.0, bold: false, color: INK } }
}

fn paragraph(text: &str) -> Block {
    Block::Text(Paragraph { spans: vec![span(text)], role: Role::Body, leading: 1.5, before: 4.0, hang: 0.0 })
}

fn heading(text: &str) -> Block {
    let spans = vec![Span { text: clean(text), style: Style { size: 13.0, bold: true, color: INK } }];
    Block::Text(Paragraph { spans, role: Role::Heading, leading: 1.4, before: 14.0, hang: 0.0 })
}

fn table(heads: &[&str], rows: Vec<Vec<String>>) -> Block {
    let columns = heads
        .iter()
        .map(|head| Column { head: vec![span(head)], width: Width::Share(1.0), align: Align::Left })
        .collect();
    let cells = |row: Vec<String>| row.into_iter().map(|text| vec![vec![span(&text)]]).collect();
    Block::Table(Table {
        columns,
        rows: rows.into_iter().map(|row| Row { cells: cells(row), note: None, fill: None }).collect(),
        rule: Some(Color(0.8, 0.8, 0.8)),
        head_fill: Color(0.94, 0.95, 0.97),
        pad: 2.5,
        leading: 1.3,
        before: 6.0,
        row_heads: false,
    })
}

fn document(blocks: &[Block]) -> Document {
    let shaper = Shaper::new().expect("compiled-in fonts open");
    let mut setting = Setting::new(&shaper);
    let frame = Frame { left: 42.0, top: 60.0, width: 511.0, height: 720.0 };
    let pieces = layout(&mut setting, blocks, frame.width);
    let set = paginate(pieces, frame);
    Document { pages: set.pages, width: 595.28, height: 841.89, outline: set.outline, tree: setting.tree }
}

fn facts(identity: &str) -> Facts {
    Facts {
        title: "試験文書".to_owned(),
        author: "円卓病院".to_owned(),
        code: String::new(),
        subject: "engine".to_owned(),
        language: "ja",
        identity: identity.to_owned(),
        at: None,
        attachment: None,
        keywords: None,
    }
}

fn pdf(blocks: &[Block]) -> Vec<u8> {
    let document = document(blocks);
    assert_eq!(violations(&document), vec![], "no text leaves its page or its box");
    write(&document, &facts("a")).expect("a file")
}

#[test]
fn copied_text_is_the_source_text_also_where_glyphs_are_shared() {
    // 日 and the radical ⽇ are one glyph in the fallback face; both stand beside a character that needs it.
    let text = "𠮷⽇𠮷日 髙﨑 葛\u{E0100}城 c.2573T>G p.(Leu858Arg) −1.5 ≥ 10 µg ① ～〜";
    let Some(found) = tools::text(&pdf(&[paragraph(text)])) else { return };
    assert_eq!(tools::squeezed(&found), tools::squeezed(text), "no radical for a kanji, no lost selector");
}

#[test]
fn same_content_gives_the_same_bytes_also_in_one_process() {
    let blocks =
        [heading("見出し"), paragraph("本文 text"), table(&["a", "b"], vec![vec!["1".into(), "2".into()]])];
    let first = pdf(&blocks);
    assert_eq!(first, pdf(&blocks), "no counter, clock or chance may enter the file");
    let other = write(&document(&blocks), &facts("b")).expect("a file");
    assert_ne!(first, other, "another identity is another file");
}

#[test]
fn five_hundred_rows_break_over_pages_with_their_head() {
    let rows = (0..500).map(|n| vec![format!("行{n}"), format!("c.{n}A>G"), "体細胞".to_owned()]).collect();
    let blocks = [heading("表"), table(&["番号列", "変化", "由来"], rows)];
    let document = document(&blocks);
    assert!(document.pages.len() > 8, "500 rows need pages, got {}", document.pages.len());
    let file = pdf(&blocks);
    let Some(found) = tools::text(&file) else { return };
    let found = tools::squeezed(&found);
    for n in [0, 1, 250, 499] {
        assert!(found.contains(&format!("行{n}")), "row {n} is printed");
    }
    let heads = found.matches("番号列").count();
    assert_eq!(heads, document.pages.len(), "every page with rows shows the head");
}

#[test]
fn row_taller_than_a_page_parts_between_lines_and_loses_nothing() {
    let long: String = (0..400).map(|n| format!("所見{n:03}、")).collect();
    let blocks = [table(&["短い", "長い"], vec![vec!["短".to_owned(), long.clone()]])];
    let document = document(&blocks);
    assert!(document.pages.len() >= 2, "2,400 characters in half a column need more than a page");
    let Some(found) = tools::text(&pdf(&blocks)) else { return };
    let found = tools::squeezed(&found);
    for n in 0..400 {
        assert!(found.contains(&format!("所見{n:03}")), "part {n} is printed");
    }
}

#[test]
fn heading_never_stands_alone_at_the_foot_of_a_page() {
    for lines in 30..60 {
        let mut blocks: Vec<Block> = (0..lines).map(|n| paragraph(&format!("段落{n}"))).collect();
        blocks.push(heading("最後の見出し"));
        blocks.push(table(&["列"], (0..4).map(|n| vec![format!("値{n}")]).collect()));
        let document = document(&blocks);
        let entry = document.outline.first().expect("the heading is in the table of contents");
        let page = &document.pages[entry.page];
        let below = page.items.iter().any(|item| match item {
            entaku_report::layout::Item::Text(run) => run.text().starts_with("値0"),
            _ => false,
        });
        assert!(below, "with {lines} paragraphs the first row stands on the page of its heading");
    }
}

#[test]
fn file_is_sound_and_every_font_embedded_with_its_text() {
    let file = pdf(&[heading("見出し"), paragraph("本文 𠮷 text")]);
    if let Some((sound, said)) = tools::run("qpdf", &["--check"], &file, &[]) {
        assert!(sound, "qpdf finds the file sound: {said}");
    }
    let Some((_, fonts)) = tools::run("pdffonts", &[], &file, &[]) else { return };
    let rows: Vec<&str> = fonts.lines().skip(2).collect();
    assert_eq!(rows.len(), 3, "regular, bold and fallback are in use:\n{fonts}");
    for row in rows {
        assert!(row.contains("yes yes yes"), "embedded, reduced, with text: {row}");
    }
}

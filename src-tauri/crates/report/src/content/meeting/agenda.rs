//! The agenda: which cases, in which order, for how long, and what is left to do in each.

use entaku_domain::document::{AgendaContent, AgendaEntry, DocumentKind};
use entaku_domain::meeting_record::AttendingPart;
use entaku_domain::text::Text;
use entaku_words::clinical;
use entaku_words::paper::{agenda, page};

use super::super::sheet::{cell, column, heading, numbers, or_nothing, remark, row, ruled, strong};
use super::super::theme::{TABLE, plain, span};
use super::super::{DocumentText, Words};
use super::{about, minutes_said, opening};
use crate::layout::{Block, Cell, Row, Width};
use crate::options::RenderOptions;

/// The agenda in one language.
pub(in super::super) fn written(content: &AgendaContent, options: &RenderOptions) -> DocumentText {
    let words = Words::new(options.language);
    DocumentText {
        about: about(&content.head, DocumentKind::Agenda, words),
        blocks: blocks(content, words),
        readings: None,
    }
}

fn blocks(content: &AgendaContent, words: Words) -> Vec<Block> {
    let total: u64 = content.items.iter().map(|item| u64::from(item.budget_minutes)).sum();
    let mut blocks = opening(
        &content.head,
        DocumentKind::Agenda,
        words,
        vec![
            (words.of(page::CASES).to_owned(), Some(content.items.len().to_string())),
            (words.of(agenda::TIME).to_owned(), Some(minutes_said(words, total))),
        ],
    );
    blocks.push(heading(words.of(agenda::TITLE)));
    if content.items.is_empty() {
        blocks.push(remark(words.of(agenda::EMPTY)));
        return blocks;
    }
    let columns = vec![
        numbers(words.of(agenda::NUMBER), Width::Fit(18.0, 26.0)),
        column(&words.head(clinical::case::NUMBER), Width::Fit(58.0, 84.0)),
        column(words.of(agenda::TUMOUR_AND_TEST), Width::Share(1.3)),
        numbers(words.of(agenda::FINDINGS), Width::Fit(34.0, 44.0)),
        column(&words.head(clinical::clinical::ATTENDING), Width::Fit(54.0, 80.0)),
        column(words.of(agenda::LEFT), Width::Share(1.5)),
        numbers(words.of(agenda::TIME_COLUMN), Width::Fit(34.0, 48.0)),
    ];
    let rows = (1..).zip(&content.items).map(|(number, item)| entry(number, item, words));
    blocks.push(ruled(columns, rows.collect()));
    blocks.push(remark(words.of(agenda::BY_NUMBER)));
    blocks
}

fn entry(number: usize, item: &AgendaEntry, words: Words) -> Row {
    let mut about: Cell = vec![vec![span(or_nothing(item.tumour.as_ref().map(Text::as_str)), plain(TABLE))]];
    let tests = super::super::test_names(words, &item.official_tests, &item.tests);
    about.extend(tests.iter().map(|test| vec![span(test, plain(TABLE))]));
    let left: Cell = if item.left.is_empty() {
        cell(words.of(agenda::NOTHING))
    } else {
        item.left.iter().map(|left| vec![span(words.said(left), plain(TABLE))]).collect()
    };
    row(vec![
        cell(&number.to_string()),
        strong(&item.number),
        about,
        cell(&item.findings.to_string()),
        cell(match item.attending {
            // Before the meeting nobody is absent.
            AttendingPart::Absent => words.of(clinical::attending::NOT_SETTLED),
            part => words.value(&part),
        }),
        left,
        cell(&minutes_said(words, u64::from(item.budget_minutes))),
    ])
}

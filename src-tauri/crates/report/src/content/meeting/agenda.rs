//! The agenda: which cases, in which order, for how long, and what is left to do in each.

use entaku_domain::document::{AgendaContent, AgendaEntry, DocumentKind};
use entaku_domain::meeting::AttendingPart;
use entaku_domain::text::Text;

use super::super::sheet::{cell, column, heading, numbers, or_nothing, remark, row, ruled, strong};
use super::super::theme::{TABLE, plain, span};
use super::super::{Words, Written};
use super::{about, minutes_said, opening};
use crate::layout::{Block, Cell, Row, Width};
use crate::options::RenderOptions;

/// The agenda in one language.
pub(in super::super) fn written(content: &AgendaContent, options: &RenderOptions) -> Written {
    let words = Words::new(options.language);
    Written {
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
            (words.either("症例数", "Cases").to_owned(), Some(content.items.len().to_string())),
            (words.either("予定時間", "Time").to_owned(), Some(minutes_said(words, total))),
        ],
    );
    blocks.push(heading(words.either("議題", "Cases to discuss")));
    if content.items.is_empty() {
        blocks.push(remark(words.either("議題はまだありません。", "There is no case on the agenda yet.")));
        return blocks;
    }
    let columns = vec![
        numbers(words.either("順", "No."), Width::Fit(18.0, 26.0)),
        column(&words.head("case.number"), Width::Fit(58.0, 84.0)),
        column(words.either("がん種・検査", "Tumour, test"), Width::Share(1.3)),
        numbers(words.either("所見", "Findings"), Width::Fit(34.0, 44.0)),
        column(&words.head("clinical.attending"), Width::Fit(54.0, 80.0)),
        column(words.either("残っていること", "What is left"), Width::Share(1.5)),
        numbers(words.either("予定", "Time"), Width::Fit(34.0, 48.0)),
    ];
    let rows = (1..).zip(&content.items).map(|(number, item)| entry(number, item, words));
    blocks.push(ruled(columns, rows.collect()));
    blocks.push(remark(words.either(
        "症例は番号で記載し、患者の氏名は記載していません。",
        "Cases go by their numbers; no patient is named.",
    )));
    blocks
}

fn entry(number: usize, item: &AgendaEntry, words: Words) -> Row {
    let mut about: Cell = vec![vec![span(or_nothing(item.tumour.as_ref().map(Text::as_str)), plain(TABLE))]];
    let tests = super::super::test_names(words, &item.official_tests, &item.tests);
    about.extend(tests.iter().map(|test| vec![span(test, plain(TABLE))]));
    let left: Cell = if item.left.is_empty() {
        cell(words.either("なし", "nothing"))
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
            AttendingPart::Absent => words.of("attending.notSettled"),
            part => words.value(&part),
        }),
        left,
        cell(&minutes_said(words, u64::from(item.budget_minutes))),
    ])
}

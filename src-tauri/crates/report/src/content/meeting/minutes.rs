//! Minutes: who was there from when to when, and for each case what was said, decided, and by how many.

use chrono::{DateTime, FixedOffset};
use entaku_domain::document::{CaseMinutes, DocumentKind, MinutesContent, Stay};
use entaku_domain::label::Label;
use entaku_domain::text::Text;
use entaku_words::paper::{minutes, page};
use entaku_words::{Word, clinical};

use super::super::quorum::Rules;
use super::super::sheet::{
    callout, cell, column, heading, long_pairs, or_nothing, remark, row, ruled, strong, subheading, text,
};
use super::super::theme::{ACCENT, BODY, CALM, plain};
use super::super::wording::NOTHING;
use super::super::{DocumentText, Words};
use super::{about, minutes_said, opening};
use crate::layout::{Block, Row, Width};
use crate::options::RenderOptions;

/// The minutes in one language.
pub(in super::super) fn written(content: &MinutesContent, options: &RenderOptions) -> DocumentText {
    let writer = Writer { content, words: Words::new(options.language) };
    DocumentText {
        about: about(&content.head, DocumentKind::Minutes, writer.words),
        blocks: writer.blocks(),
        readings: None,
    }
}

struct Writer<'a> {
    content: &'a MinutesContent,
    words: Words,
}

impl Writer<'_> {
    fn say(&self, word: Word) -> &'static str {
        self.words.of(word)
    }

    fn blocks(&self) -> Vec<Block> {
        let content = self.content;
        // These tell the clock of all that follows.
        let clock = |at: Option<DateTime<FixedOffset>>| at.map(|at| at.format("%H:%M %:z").to_string());
        let mut blocks = opening(
            &content.head,
            DocumentKind::Minutes,
            self.words,
            vec![
                (self.say(minutes::BEGAN).to_owned(), clock(content.began)),
                (self.say(minutes::ENDED).to_owned(), clock(content.ended)),
                (self.say(page::CASES).to_owned(), Some(content.cases.len().to_string())),
            ],
        );
        blocks.push(remark(self.say(minutes::BY_NUMBER)));
        blocks.extend(self.attendance());
        for (number, case) in (1..).zip(&content.cases) {
            blocks.extend(self.case(number, case));
        }
        blocks
    }

    fn attendance(&self) -> Vec<Block> {
        let mut blocks = vec![heading(&self.words.head(clinical::report::ATTENDANCE))];
        if self.content.presences.is_empty() {
            blocks.push(remark(self.say(minutes::NO_ATTENDANCE)));
            return blocks;
        }
        let columns = vec![
            column(self.words.of(page::NAME), Width::Fit(70.0, 130.0)),
            column(self.words.of(page::INSTITUTION), Width::Share(1.0)),
            column(self.words.of(page::QUALIFICATIONS), Width::Share(1.5)),
            column(self.say(minutes::ARRIVED), Width::Fit(34.0, 44.0)),
            column(self.say(minutes::GONE), Width::Fit(34.0, 44.0)),
        ];
        blocks.push(ruled(columns, self.content.presences.iter().map(|stay| self.stay(stay)).collect()));
        blocks
    }

    fn stay(&self, stay: &Stay) -> Row {
        let person = &stay.person;
        let mut part: Vec<String> = person
            .qualifications
            .iter()
            .map(|key| format!("{} {}", key.key(), self.words.value(key)))
            .collect();
        if let Some(role) = &person.role {
            part.push(self.words.value(role).to_owned());
        }
        if !stay.attending_for.is_empty() {
            let label = self.words.head(clinical::clinical::ATTENDING);
            part.push(format!("{label} ({})", stay.attending_for.join(self.words.comma())));
        }
        let clock = |at: DateTime<FixedOffset>| at.format("%H:%M").to_string();
        row(vec![
            strong(person.name.as_str()),
            cell(or_nothing(person.institution.as_ref().map(Text::as_str))),
            cell(or_nothing(Some(&part.join(self.words.comma())))),
            cell(&clock(stay.from)),
            cell(&stay.until.map_or_else(|| NOTHING.to_owned(), clock)),
        ])
    }

    fn names(&self, names: &[Text]) -> Option<String> {
        let names: Vec<&str> = names.iter().map(Text::as_str).collect();
        (!names.is_empty()).then(|| names.join(self.words.comma()))
    }

    fn case(&self, number: usize, case: &CaseMinutes) -> Vec<Block> {
        let words = self.words;
        let title = match &case.tumour {
            Some(tumour) => format!("{number}. {} — {tumour}", case.number),
            None => format!("{number}. {}", case.number),
        };
        let mut blocks = vec![heading(&title)];
        if !case.discussed {
            blocks.push(remark(self.say(minutes::NOT_DISCUSSED)));
            return blocks;
        }
        blocks.extend(long_pairs(
            words,
            &[
                (self.say(minutes::TIME).to_owned(), Some(minutes_said(words, case.seconds.div_ceil(60)))),
                (self.say(minutes::THERE_AT_DECISION).to_owned(), self.names(&case.there)),
                (self.say(minutes::PARTLY).to_owned(), self.names(&case.partly)),
                (words.head(clinical::clinical::ATTENDING), Some(words.value(&case.attending).to_owned())),
                (
                    words.head(clinical::report::MINUTES),
                    Some(
                        case.minutes
                            .as_ref()
                            .map_or_else(|| self.say(minutes::NO_MINUTES).to_owned(), ToString::to_string),
                    ),
                ),
            ],
        ));
        blocks.push(subheading(self.say(minutes::DECISIONS)));
        if let Some(summary) = &case.summary {
            blocks.push(callout(vec![text(summary.as_str(), plain(BODY))], CALM, ACCENT));
        }
        if case.verdicts.is_empty() {
            blocks.push(remark(self.say(minutes::NO_VERDICT)));
        } else {
            let columns = vec![
                column(&words.head(clinical::part::FINDING), Width::Share(1.0)),
                column(&words.head(clinical::verdict::PANEL), Width::Share(1.8)),
            ];
            let rows = case.verdicts.iter().map(|(finding, verdict)| {
                row(vec![cell(finding.get(words.language())), cell(words.said(verdict))])
            });
            blocks.push(ruled(columns, rows.collect()));
        }
        if !case.germline.is_empty() {
            let columns = vec![
                column(words.of(page::GERMLINE), Width::Share(1.0)),
                column(words.of(page::JUDGEMENT), Width::Share(1.8)),
            ];
            let rows = case.germline.iter().map(|(finding, judged)| {
                row(vec![cell(finding.get(words.language())), cell(words.said(judged))])
            });
            blocks.push(ruled(columns, rows.collect()));
        }
        blocks.push(subheading(words.of(clinical::report::RECOMMENDATIONS)));
        if case.recommendations.is_empty() {
            blocks.push(remark(words.of(page::NO_RECOMMENDATION)));
        }
        let listed = |(number, advice): (usize, &Label)| {
            text(&format!("{number}. {}", words.said(advice)), plain(BODY))
        };
        blocks.extend((1..).zip(&case.recommendations).map(listed));
        let rules = Rules { words };
        match &case.quorum {
            Some(quorum) => {
                blocks.extend(rules.blocks(quorum, case.circumstances.as_ref(), case.without_quorum.as_ref()))
            }
            None => {
                blocks.push(remark(self.say(minutes::NO_QUORUM)));
                blocks.extend(rules.went_on(true, case.without_quorum.as_ref()));
            }
        }
        blocks
    }
}

//! Minutes: who was there from when to when, and for each case what was said, decided, and by how many.

use chrono::{DateTime, FixedOffset};
use entaku_domain::document::{CaseMinutes, DocumentKind, MinutesContent, Stay};
use entaku_domain::label::Label;
use entaku_domain::text::Text;

use super::super::quorum::Rules;
use super::super::sheet::{
    callout, cell, column, heading, long_pairs, or_nothing, remark, row, ruled, strong, subheading, text,
};
use super::super::theme::{ACCENT, BODY, CALM, plain};
use super::super::wording::NOTHING;
use super::super::{Words, Written};
use super::{about, minutes_said, opening};
use crate::layout::{Block, Row, Width};
use crate::options::RenderOptions;

/// The minutes in one language.
pub(in super::super) fn written(content: &MinutesContent, options: &RenderOptions) -> Written {
    let writer = Writer { content, words: Words::new(options.language) };
    Written {
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
    fn say(&self, ja: &'static str, en: &'static str) -> &'static str {
        self.words.either(ja, en)
    }

    fn blocks(&self) -> Vec<Block> {
        let content = self.content;
        let clock = |at: Option<DateTime<FixedOffset>>| at.map(|at| at.format("%H:%M").to_string());
        let mut blocks = opening(
            &content.head,
            DocumentKind::Minutes,
            self.words,
            vec![
                (self.say("開始", "Began").to_owned(), clock(content.began)),
                (self.say("終了", "Ended").to_owned(), clock(content.ended)),
                (self.say("症例数", "Cases").to_owned(), Some(content.cases.len().to_string())),
            ],
        );
        blocks.push(remark(self.say(
            "症例は番号で記載し、患者の氏名は記載していません。開示希望が「希望する」でない症例の生殖細胞系列に関する事項は、有無を含めて記載していません。",
            "Cases go by their numbers and no patient is named. For patients who have not asked to be told of germline findings, nothing is said of them, not even whether there are any.",
        )));
        blocks.extend(self.attendance());
        for (number, case) in (1..).zip(&content.cases) {
            blocks.extend(self.case(number, case));
        }
        blocks
    }

    fn attendance(&self) -> Vec<Block> {
        let mut blocks = vec![heading(&self.words.head("report.attendance"))];
        if self.content.presences.is_empty() {
            blocks.push(remark(self.say("出席の記録はありません。", "Nobody’s attendance is recorded.")));
            return blocks;
        }
        let columns = vec![
            column(self.words.part("name"), Width::Fit(70.0, 130.0)),
            column(self.words.part("institution"), Width::Share(1.0)),
            column(self.words.part("qualifications"), Width::Share(1.5)),
            column(self.say("入室", "Arrived"), Width::Fit(34.0, 44.0)),
            column(self.say("退室", "Left"), Width::Fit(34.0, 44.0)),
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
            let label = self.words.head("clinical.attending");
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
            blocks.push(remark(self.say("この開催では検討していません。", "Not discussed at this meeting.")));
            return blocks;
        }
        blocks.extend(long_pairs(
            words,
            &[
                (
                    self.say("検討時間", "Time").to_owned(),
                    Some(minutes_said(words, case.seconds.div_ceil(60))),
                ),
                (self.say("決定時の出席者", "Present at the decision").to_owned(), self.names(&case.there)),
                (self.say("一部のみ出席", "There for a part only").to_owned(), self.names(&case.partly)),
                (words.head("clinical.attending"), Some(words.value(&case.attending).to_owned())),
                (
                    words.head("report.minutes"),
                    Some(case.minutes.as_ref().map_or_else(
                        || self.say("議事の記載はありません。", "No minutes were written.").to_owned(),
                        ToString::to_string,
                    )),
                ),
            ],
        ));
        blocks.push(subheading(self.say("決定", "Decisions")));
        if let Some(summary) = &case.summary {
            blocks.push(callout(vec![text(summary.as_str(), plain(BODY))], CALM, ACCENT));
        }
        if case.verdicts.is_empty() {
            blocks.push(remark(self.say("判定の記録はありません。", "No verdict is recorded.")));
        } else {
            let columns = vec![
                column(&words.head("part.finding"), Width::Share(1.0)),
                column(&words.head("verdict.panel"), Width::Share(1.8)),
            ];
            let rows = case.verdicts.iter().map(|(finding, verdict)| {
                row(vec![cell(finding.get(words.language())), cell(words.said(verdict))])
            });
            blocks.push(ruled(columns, rows.collect()));
        }
        if !case.germline.is_empty() {
            let columns = vec![
                column(words.part("germline"), Width::Share(1.0)),
                column(words.part("judgement"), Width::Share(1.8)),
            ];
            let rows = case.germline.iter().map(|(finding, judged)| {
                row(vec![cell(finding.get(words.language())), cell(words.said(judged))])
            });
            blocks.push(ruled(columns, rows.collect()));
        }
        blocks.push(subheading(words.of("report.recommendations")));
        if case.recommendations.is_empty() {
            blocks.push(remark(words.part("noRecommendation")));
        }
        let listed = |(number, advice): (usize, &Label)| {
            text(&format!("{number}. {}", words.said(advice)), plain(BODY))
        };
        blocks.extend((1..).zip(&case.recommendations).map(listed));
        match &case.quorum {
            Some(quorum) => blocks.extend(Rules { words }.blocks(quorum, case.circumstances.as_ref())),
            None => blocks.push(remark(self.say(
                "この症例の開催記録（要件の確認）はまだありません。",
                "The quorum of this case has not been recorded.",
            ))),
        }
        blocks
    }
}

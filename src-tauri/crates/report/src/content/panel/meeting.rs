//! When and how the panel met, who took part, what was said.

use entaku_domain::meeting_record::{Attendance, MeetingMode, MeetingRecord};
use entaku_domain::text::Text;
use entaku_words::clinical;
use entaku_words::paper::page;

use super::Writer;
use super::quorum::Rules;
use super::sheet::{
    cell, column, heading, long_pairs, or_nothing, pairs, remark, row, ruled, strong, subheading,
};
use super::verdicts::known;
use crate::layout::{Block, Row, Width};

impl Writer<'_> {
    /// The meeting with attendance and minutes.
    pub(super) fn meeting(&self) -> Vec<Block> {
        let omitted = |meeting: &&MeetingRecord| meeting.mode == MeetingMode::Omitted;
        if let Some(meeting) = self.content.meeting.as_ref().filter(omitted) {
            return self.omitted(meeting);
        }
        let mut blocks = vec![heading(self.words.of(clinical::report::MEETING))];
        let Some(meeting) = &self.content.meeting else {
            blocks.push(remark(self.words.of(page::NO_MEETING)));
            return blocks;
        };
        blocks.extend(pairs(
            self.words,
            &[
                (self.words.of(page::HELD_ON).to_owned(), Some(self.words.day(Some(meeting.held_on)))),
                (self.words.of(page::MODE).to_owned(), Some(self.words.value(&meeting.mode).to_owned())),
                (self.words.head(clinical::role::CHAIR), self.leads()),
                (
                    self.words.head(clinical::clinical::ATTENDING),
                    Some(self.words.value(&meeting.attending).to_owned()),
                ),
                (self.words.of(page::REMARK).to_owned(), meeting.reason.as_ref().map(ToString::to_string)),
            ],
        ));
        blocks.push(subheading(&self.words.head(clinical::report::ATTENDANCE)));
        blocks.push(self.attendance(meeting));
        let rules = Rules { words: self.words };
        let without = meeting.without_quorum.as_ref();
        match &meeting.quorum {
            Some(quorum) => blocks.extend(rules.blocks(quorum, meeting.circumstances.as_ref(), without)),
            None => blocks.extend(rules.went_on(true, without)),
        }
        let minutes =
            (self.words.head(clinical::report::MINUTES), meeting.minutes.as_ref().map(ToString::to_string));
        blocks.extend(long_pairs(self.words, &[minutes]));
        blocks
    }

    /// That the panel was omitted. Nobody need have taken part; who did is named.
    fn omitted(&self, meeting: &MeetingRecord) -> Vec<Block> {
        let mut blocks = vec![heading(self.words.of(clinical::omission::TITLE))];
        blocks.extend(pairs(
            self.words,
            &[
                (
                    self.words.head(clinical::omission::DECIDED_ON),
                    Some(self.words.day(Some(meeting.held_on))),
                ),
                (self.words.of(page::REMARK).to_owned(), meeting.reason.as_ref().map(ToString::to_string)),
            ],
        ));
        let rules = Rules { words: self.words };
        match &meeting.quorum {
            Some(quorum) => blocks.extend(rules.blocks(
                quorum,
                meeting.circumstances.as_ref(),
                meeting.without_quorum.as_ref(),
            )),
            None => blocks.push(remark(self.words.of(clinical::quorum::NO_RULES))),
        }
        if !meeting.attendance.is_empty() {
            blocks.push(subheading(&self.words.head(clinical::report::ATTENDANCE)));
            blocks.push(self.attendance(meeting));
        }
        let minutes = meeting.minutes.as_ref().map(ToString::to_string);
        if minutes.is_some() {
            blocks.extend(long_pairs(self.words, &[(self.words.head(clinical::report::MINUTES), minutes)]));
        }
        blocks
    }

    fn attendance(&self, meeting: &MeetingRecord) -> Block {
        let columns = vec![
            column(self.words.of(page::NAME), Width::Fit(80.0, 150.0)),
            column(self.words.of(page::INSTITUTION), Width::Share(1.0)),
            column(self.words.of(page::QUALIFICATIONS), Width::Share(1.4)),
        ];
        ruled(columns, meeting.attendance.iter().map(|person| self.person(person)).collect())
    }

    fn person(&self, person: &Attendance) -> Row {
        let keys: Vec<String> = person
            .qualifications
            .iter()
            .map(|qualification| format!("{} {}", qualification.key(), self.words.value(qualification)))
            .collect();
        row(vec![
            strong(person.name.as_str()),
            cell(or_nothing(person.institution.as_ref().map(Text::as_str))),
            cell(&known(keys.join(self.words.comma()))),
        ])
    }
}

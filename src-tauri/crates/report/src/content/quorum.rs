//! Whether the panel was quorate: by which rules, who filled what, what was missing. Printed as stored with the meeting.

use entaku_domain::certainty::Certainty;
use entaku_domain::meeting_record::{Circumstances, MeetingMode, WithoutQuorum};
use entaku_domain::quorum::{Applied, AttendingLine, Edition, Line, Quorum};
use entaku_domain::text::Text;
use entaku_domain::words::word;
use entaku_words::clinical;
use entaku_words::paper::page;

use super::Words;
use super::sheet::{cell, column, long_pairs, remark, row, ruled, strong, subheading};
use super::wording::moment;
use crate::layout::{Block, Row, Width};
use std::collections::BTreeMap;

/// Prints results of the rules in one language.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// In which words.
    pub words: Words,
}

impl Rules {
    /// Why the result is taken although the rules were not met, with who answers for that.
    pub fn went_on(self, met: bool, without: Option<&WithoutQuorum>) -> Option<Block> {
        let words = self.words;
        let title = words.of(clinical::quorum::WENT_ON).to_owned();
        let Some(went_on) = without else {
            let unsaid = words.of(clinical::quorum::WENT_ON_UNSAID).to_owned();
            return if met { None } else { long_pairs(words, &[(title, Some(unsaid))]) };
        };
        let (role, at) = (words.value(&went_on.role), moment(went_on.at));
        let who = page::answered_for(&went_on.reason, &went_on.name, role, at);
        long_pairs(words, &[(title, Some(words.with(who)))])
    }

    /// The result with the rule-set's name and date, the requirements, and what is not sure of them.
    pub fn blocks(
        self,
        quorum: &Quorum,
        stated: Option<&Circumstances>,
        without: Option<&WithoutQuorum>,
    ) -> Vec<Block> {
        if quorum.mode.mode == MeetingMode::Omitted {
            let mut blocks = self.omission(quorum, stated);
            blocks.extend(self.went_on(true, without));
            return blocks;
        }
        let words = self.words;
        let applied = &quorum.applied;
        let verdict = words.of(word(quorum.verdict()));
        let mut blocks = vec![subheading(&words.pair(&words.head(clinical::quorum::TITLE), verdict))];
        // Why it went on all the same is the first thing that is asked of a panel without a quorum.
        blocks.extend(self.went_on(quorum.met, without));
        let several = match applied.most_keys {
            None => words.of(clinical::quorum::NO_LIMIT).to_owned(),
            Some(1) => words.of(clinical::quorum::ONE_KEY).to_owned(),
            Some(most) => most.to_string(),
        };
        blocks.extend(long_pairs(
            words,
            &[
                (words.head(clinical::quorum::RULE_SET), Some(self.rule_set(applied))),
                (words.of(page::SOURCE).to_owned(), Some(applied.source.clone())),
                (words.head(clinical::quorum::SEVERAL), Some(several)),
                (words.of(page::CIRCUMSTANCES).to_owned(), stated.and_then(|stated| self.stated(stated))),
                (words.of(page::MODE).to_owned(), Some(self.mode_said(quorum))),
            ],
        ));
        let columns = vec![
            column(words.of(page::REQUIREMENT), Width::Share(1.2)),
            column(words.of(page::NEEDED), Width::Fit(40.0, 110.0)),
            column(words.of(page::FILLED_BY), Width::Share(1.4)),
            column(words.of(page::RESULT), Width::Fit(50.0, 90.0)),
        ];
        let mut rows: Vec<Row> = quorum.lines.iter().map(|line| self.line(line)).collect();
        rows.push(self.attending(&quorum.attending));
        blocks.push(ruled(columns, rows));
        let unsure = self.unsure(quorum);
        if !unsure.is_empty() {
            blocks.push(remark(&words.pair(words.of(page::UNSURE), &unsure.join(words.comma()))));
        }
        blocks
    }

    /// Name of the rules with the day from which on they hold, and their version where the site made it.
    pub(super) fn rule_set(self, applied: &Applied) -> String {
        let words = self.words;
        let edition = match applied.edition {
            Edition::Shipped => String::new(),
            Edition::Site => format!(" [{} {}]", words.value(&applied.edition), applied.version),
        };
        let from =
            words.pair(words.of(clinical::quorum::EFFECTIVE_FROM), &words.day(Some(applied.effective_from)));
        format!("{}{edition} — {from}", words.said(&applied.name))
    }

    fn names(self, names: &[Text]) -> String {
        names.iter().map(Text::as_str).collect::<Vec<_>>().join(self.words.comma())
    }

    fn result(self, needed: bool, missing: Option<String>) -> String {
        match (needed, missing) {
            (false, _) => self.words.of(clinical::quorum::NOT_NEEDED).to_owned(),
            (true, None) => self.words.of(clinical::quorum::MET).to_owned(),
            (true, Some(missing)) => missing,
        }
    }

    fn line(self, line: &Line) -> Row {
        let words = self.words;
        let mut needed = vec![words.people(line.needed)];
        if line.full_time {
            needed.push(words.of(clinical::quorum::FULL_TIME).to_owned());
        }
        if line.distinct_fields {
            needed.push(words.of(clinical::quorum::DISTINCT_FIELDS).to_owned());
        }
        let missing =
            (!line.met).then(|| format!("{} {}", words.of(page::MISSING), words.people(line.missing)));
        let filled = if line.filled_by.is_empty() { "—".to_owned() } else { self.names(&line.filled_by) };
        row(vec![
            strong(&format!("{} {}", line.key.key(), words.value(&line.key))),
            cell(&needed.join(words.comma())),
            cell(&filled),
            cell(&self.result(line.in_question, missing)),
        ])
    }

    fn attending(self, line: &AttendingLine) -> Row {
        let words = self.words;
        let part = words.value(&line.part);
        let who =
            if line.names.is_empty() { part.to_owned() } else { words.pair(part, &self.names(&line.names)) };
        let missing = (!line.met).then(|| words.of(page::MISSING).to_owned());
        let present = words.of(clinical::attending::PRESENT);
        let needed = if line.information_suffices {
            format!("{present} / {}", words.of(clinical::attending::INFORMATION_SUPPLIED))
        } else {
            present.to_owned()
        };
        row(vec![
            strong(&words.head(clinical::clinical::ATTENDING)),
            cell(&needed),
            cell(&who),
            cell(&self.result(line.needed, missing)),
        ])
    }

    fn stated(self, stated: &Circumstances) -> Option<String> {
        let mut said = Vec::new();
        if stated.own_sequencing {
            said.push(self.words.of(clinical::quorum::OWN_SEQUENCING));
        }
        if stated.paediatric {
            said.push(self.words.of(clinical::quorum::PAEDIATRIC));
        }
        if stated.opinions_agree == Some(true) {
            said.push(self.words.of(if stated.opinions_by_record {
                clinical::quorum::OPINIONS_AGREE_BY_RECORD
            } else {
                clinical::quorum::OPINIONS_AGREE
            }));
        }
        (!said.is_empty()).then(|| said.join(self.words.comma()))
    }

    /// The way of meeting, with the grounds named for it and what it lacks.
    fn mode_said(self, quorum: &Quorum) -> String {
        let words = self.words;
        let mode = &quorum.mode;
        let mut said = vec![format!("{} — {}", words.value(&mode.mode), words.value(&mode.allowed))];
        said.extend(mode.grounds().map(|one| words.said(&one.text).to_owned()));
        said.extend(mode.gaps.iter().map(|gap| words.pair(words.of(page::MISSING), words.value(gap))));
        said.join("\n")
    }

    /// What the result rests on without having been read in a source.
    fn unsure(self, quorum: &Quorum) -> Vec<String> {
        let words = self.words;
        let sure = |certainty: Certainty| certainty == Certainty::Source;
        let mut named: BTreeMap<Certainty, Vec<String>> = BTreeMap::new();
        let mut add = |what: &str, certainty: Certainty| {
            if !sure(certainty) {
                named.entry(certainty).or_default().push(what.to_owned());
            }
        };
        add(words.of(clinical::quorum::EFFECTIVE_FROM), quorum.applied.certainty);
        add(words.of(clinical::quorum::SEVERAL), quorum.applied.most_keys_certainty);
        for line in quorum.lines.iter().filter(|line| line.in_question) {
            add(line.key.key(), line.certainty);
        }
        add(words.of(clinical::clinical::ATTENDING), quorum.attending.certainty);
        add(words.value(&quorum.mode.mode), quorum.mode.certainty);
        // How sure they are is said once for all of which it is true.
        let said = named
            .iter()
            .map(|(certainty, items)| format!("{} ({})", items.join(words.comma()), words.value(certainty)));
        said.collect()
    }
}

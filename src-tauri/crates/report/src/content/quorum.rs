//! Whether the panel was quorate: by which rules, who filled what, what was missing. Printed as stored with the meeting.

use entaku_domain::certainty::Certainty;
use entaku_domain::meeting::{Circumstances, MeetingMode};
use entaku_domain::quorum::{Applied, AttendingLine, Edition, Line, Quorum};
use entaku_domain::text::Text;

use super::Words;
use super::sheet::{cell, column, long_pairs, remark, row, ruled, strong, subheading};
use crate::layout::{Block, Row, Width};

/// Prints results of the rules in one language.
#[derive(Clone, Copy, Debug)]
pub struct Rules {
    /// In which words.
    pub words: Words,
}

impl Rules {
    /// The result with the rule-set's name and date, the requirements, and what is not sure of them.
    pub fn blocks(self, quorum: &Quorum, stated: Option<&Circumstances>) -> Vec<Block> {
        if quorum.mode.mode == MeetingMode::Omitted {
            return self.omission(quorum, stated);
        }
        let words = self.words;
        let applied = &quorum.applied;
        let verdict = words.of(quorum.verdict());
        let mut blocks = vec![subheading(&words.pair(&words.head("quorum.title"), verdict))];
        let several = match applied.most_keys {
            None => words.of("quorum.noLimit").to_owned(),
            Some(1) => words.of("quorum.oneKey").to_owned(),
            Some(most) => most.to_string(),
        };
        blocks.extend(long_pairs(
            words,
            &[
                (words.head("quorum.ruleSet"), Some(self.rule_set(applied))),
                (words.part("source").to_owned(), Some(applied.source.clone())),
                (words.head("quorum.several"), Some(several)),
                (words.part("circumstances").to_owned(), stated.and_then(|stated| self.stated(stated))),
                (words.part("mode").to_owned(), Some(self.mode_said(quorum))),
            ],
        ));
        let columns = vec![
            column(words.part("requirement"), Width::Share(1.2)),
            column(words.part("needed"), Width::Fit(40.0, 110.0)),
            column(words.part("filledBy"), Width::Share(1.4)),
            column(words.part("result"), Width::Fit(50.0, 90.0)),
        ];
        let mut rows: Vec<Row> = quorum.lines.iter().map(|line| self.line(line)).collect();
        rows.push(self.attending(&quorum.attending));
        blocks.push(ruled(columns, rows));
        let unsure = self.unsure(quorum);
        if !unsure.is_empty() {
            blocks.push(remark(&words.pair(words.part("unsure"), &unsure.join(words.comma()))));
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
        let from = words.pair(words.of("quorum.effectiveFrom"), &words.day(Some(applied.effective_from)));
        format!("{}{edition} — {from}", words.said(&applied.name))
    }

    fn names(self, names: &[Text]) -> String {
        names.iter().map(Text::as_str).collect::<Vec<_>>().join(self.words.comma())
    }

    fn result(self, needed: bool, missing: Option<String>) -> String {
        match (needed, missing) {
            (false, _) => self.words.of("quorum.notNeeded").to_owned(),
            (true, None) => self.words.of("quorum.met").to_owned(),
            (true, Some(missing)) => missing,
        }
    }

    fn line(self, line: &Line) -> Row {
        let words = self.words;
        let mut needed = vec![words.people(line.needed)];
        if line.full_time {
            needed.push(words.of("quorum.fullTime").to_owned());
        }
        if line.distinct_fields {
            needed.push(words.of("quorum.distinctFields").to_owned());
        }
        let missing =
            (!line.met).then(|| format!("{} {}", words.part("missing"), words.people(line.missing)));
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
        let missing = (!line.met).then(|| words.part("missing").to_owned());
        let present = words.of("attending.present");
        let needed = if line.information_suffices {
            format!("{present} / {}", words.of("attending.informationSupplied"))
        } else {
            present.to_owned()
        };
        row(vec![
            strong(&words.head("clinical.attending")),
            cell(&needed),
            cell(&who),
            cell(&self.result(line.needed, missing)),
        ])
    }

    fn stated(self, stated: &Circumstances) -> Option<String> {
        let mut said = Vec::new();
        if stated.own_sequencing {
            said.push(self.words.of("quorum.ownSequencing"));
        }
        if stated.paediatric {
            said.push(self.words.of("quorum.paediatric"));
        }
        if stated.opinions_agree == Some(true) {
            said.push(self.words.of(if stated.opinions_by_record {
                "quorum.opinionsAgreeByRecord"
            } else {
                "quorum.opinionsAgree"
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
        said.extend(mode.gaps.iter().map(|gap| words.pair(words.part("missing"), words.value(gap))));
        said.join("\n")
    }

    /// What the result rests on without having been read in a source.
    fn unsure(self, quorum: &Quorum) -> Vec<String> {
        let words = self.words;
        let sure = |certainty: Certainty| certainty == Certainty::Source;
        let mut named = Vec::new();
        let mut add = |what: &str, certainty: Certainty| {
            if !sure(certainty) {
                named.push(format!("{what} ({})", words.value(&certainty)));
            }
        };
        add(words.of("quorum.effectiveFrom"), quorum.applied.certainty);
        add(words.of("quorum.several"), quorum.applied.most_keys_certainty);
        for line in quorum.lines.iter().filter(|line| line.in_question) {
            add(line.key.key(), line.certainty);
        }
        add(words.of("clinical.attending"), quorum.attending.certainty);
        add(words.value(&quorum.mode.mode), quorum.mode.certainty);
        named
    }
}

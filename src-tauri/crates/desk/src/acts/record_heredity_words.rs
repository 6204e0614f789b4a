//! The site's own words of heredity, beside those of the program.

use crate::acts;
use crate::command::{Act, Command};
use crate::convert::{listed, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::view::HeredityWordsView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::text::Text;
use entaku_domain::words::heredity::HeredityWords;
use entaku_domain::words::heredity::{is_same, named_in, searched};
use entaku_words::errors::{common, record_heredity_words};

args! {
    /// The site's own words of heredity, beside those of the program.
    RecordHeredityWords {
        /// One for each line. Empty: no words of its own any more.*
        lines: String,
        /// Why.*
        reason: String,
    }
}

impl Command for RecordHeredityWords {
    const NAME: &'static str = "record_heredity_words";
    const RIGHT: Right = Right::Rules;
    type Answer = HeredityWordsView;
}

impl Act for RecordHeredityWords {
    fn act(self, desk: &mut Desk) -> Outcome<HeredityWordsView> {
        let reason = text("reason", &self.reason)?;
        let mut words: Vec<String> = Vec::new();
        for (number, line) in listed(&self.lines) {
            let word = word(number, line)?;
            if !words.iter().any(|known| is_same(known, &word)) {
                words.push(word);
            }
            if words.len() > MOST {
                return Err(Problem::at("lines", record_heredity_words::too_many(MOST)));
            }
        }
        let office = &desk.session()?.office;
        if office.heredity_words() == words.as_slice() {
            return Err(Problem::at("lines", common::UNCHANGED));
        }
        let version = format!("site-{}", office.heredity.len().saturating_add(1));
        let list = Box::new(HeredityWords { version, words });
        desk.transact_store(StoreEvent::HeredityWordsRecorded { list, reason })?;
        acts::HeredityWords {}.act(desk)
    }
}

/// Most words of a list: every text is searched for each of them.
const MOST: usize = 500;

/// Shortest and longest word, in the characters that are searched for: one letter stands in every text, a sentence in none.
const LENGTHS: std::ops::RangeInclusive<usize> = 2..=60;

/// A line as a word: of some length, and none that is found already.
fn word(number: u32, line: &str) -> Outcome<String> {
    let shown: String = line.chars().take(60).collect();
    let length = searched(line).chars().count();
    if !LENGTHS.contains(&length) {
        let (least, most) = LENGTHS.into_inner();
        return Err(Problem::at("lines", record_heredity_words::word_length(number, &shown, least, most)));
    }
    if let Some(known) = named_in(line, &[]).into_iter().next() {
        return Err(Problem::at("lines", record_heredity_words::found_already(number, &shown, &known)));
    }
    Text::new(line)
        .map(|word| word.to_string())
        .map_err(|error| Problem::at("lines", record_heredity_words::not_recordable(number, &shown, &error)))
}

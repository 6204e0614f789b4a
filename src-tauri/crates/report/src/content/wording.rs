//! The words of a document in its language. What they are stands in the word book.

use chrono::NaiveDate;
use entaku_domain::label::{Label, Language};
use entaku_domain::words::{WORDS, Word, Worded};
use entaku_words::Message;
use entaku_words::paper::{page, said};

/// Stands where there is nothing to say.
pub const NOTHING: &str = "—";

/// The words of one language.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Words {
    language: Language,
}

impl Words {
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    pub fn language(self) -> Language {
        self.language
    }

    pub fn japanese(self) -> bool {
        self.language == Language::Ja
    }

    /// Which issue of a document: 第1号, issue 1; none for a draft.
    pub fn issue(self, number: u32) -> String {
        if number == 0 { String::new() } else { self.with(said::issue(number)) }
    }

    /// A date as it is said: 2026年11月22日, 22 November 2026.
    pub fn long_day(self, day: NaiveDate) -> String {
        use chrono::Datelike;
        self.with(page::day(day.year(), day.month(), day.day()))
    }

    /// A word, as it stands in a sentence.
    pub fn of(self, word: Word) -> &'static str {
        word.get(self.language)
    }

    /// A word with its arguments.
    pub fn with(self, message: Message) -> String {
        message.get(self.language)
    }

    /// A label of the domain under a key made from a code, when there is one.
    pub fn maybe(self, key: &str) -> Option<&'static str> {
        WORDS.iter().find(|word| word.key == key).map(|word| word.get(self.language))
    }

    /// A word, as it heads something.
    pub fn head(self, word: Word) -> String {
        capital(self.of(word))
    }

    /// The word of a value.
    pub fn value(self, value: &impl Worded) -> &'static str {
        let word: Word = value.label();
        word.get(self.language)
    }

    /// Words kept in both languages.
    pub fn said(self, label: &Label) -> &str {
        label.get(self.language)
    }

    /// A revision: 第2版, revision 2.
    pub fn revision(self, number: u32) -> String {
        self.with(said::revision(number))
    }

    /// A label and what belongs to it: 状況：紹介済, Status: referred.
    pub fn pair(self, label: &str, value: &str) -> String {
        self.with(said::pair(label, value))
    }

    /// A number of items: 3件, 3.
    pub fn count(self, number: usize) -> String {
        self.with(said::count(number))
    }

    /// A number of people: 2名, 2.
    pub fn people(self, number: u32) -> String {
        self.with(said::people(number))
    }

    /// A heading with the number of what stands under it: 塩基置換・挿入・欠失 3件, Short variants (3).
    pub fn counted(self, heading: &str, number: usize) -> String {
        self.with(said::counted(heading, number))
    }

    /// A date in the one form of all documents.
    pub fn day(self, day: Option<NaiveDate>) -> String {
        day.map_or_else(|| NOTHING.to_owned(), |day| day.format("%Y-%m-%d").to_string())
    }

    /// What no figure shows, with the number of those not named here.
    pub fn not_drawn(self, names: &[String], more: usize) -> String {
        crate::figure::not_drawn(self.language, names, more)
    }

    /// Before a point of a list.
    pub fn point(self) -> &'static str {
        self.of(page::POINT)
    }

    /// Between the items of a list in a sentence.
    pub fn comma(self) -> &'static str {
        self.of(page::COMMA)
    }
}

pub fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// Katakana as hiragana, for readings above kanji; other signs stay.
pub fn hiragana(kana: &str) -> String {
    kana.chars()
        .map(|c| match c {
            'ァ'..='ヶ' => char::from_u32(u32::from(c) - 0x60).unwrap_or(c),
            other => other,
        })
        .collect()
}
/// A moment in the clock of its place with its zone, to the minute: every moment on paper is written so.
pub(super) fn moment(at: chrono::DateTime<chrono::FixedOffset>) -> String {
    at.format("%Y-%m-%d %H:%M %:z").to_string()
}

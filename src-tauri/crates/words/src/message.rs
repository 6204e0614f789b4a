//! Words with arguments: what was said, kept as key and values until the language is known.

use crate::{Label, Language, Template, Word};

/// A piece of a text with arguments, which it names by their place.
#[derive(Debug)]
pub enum Piece {
    /// As it stands.
    Text(&'static str),
    /// What was given.
    Argument(usize),
    /// The items given, with what stands between them.
    List(usize, &'static str),
    /// The first variant whose case holds, or else the last pieces.
    Select(usize, &'static [(Case, &'static [Piece])], &'static [Piece]),
}

/// What chooses a variant.
#[derive(Debug)]
pub enum Case {
    /// Any of these numbers.
    Numbers(&'static [i64]),
    /// That it is so, or is not.
    Flag(bool),
    /// This code.
    Code(&'static str),
}

/// What an argument was given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// A whole number.
    Number(i64),
    /// Text that is the same in every language.
    Text(String),
    /// Whether something is so.
    Flag(bool),
    /// One of the codes that the book names.
    Code(&'static str),
    /// Several, as a list.
    List(Vec<Value>),
    /// A word of the book.
    Word(Word),
    /// A word of the book with its own arguments.
    Message(Box<Message>),
    /// Text kept in every language.
    Label(Label),
}

impl Value {
    /// Its words in one language.
    pub fn get(&self, language: Language) -> String {
        let mut out = String::new();
        self.say(language, &mut out);
        out
    }

    /// Its words in every language.
    pub fn to_label(&self) -> Label {
        Label { ja: self.get(Language::Ja), en: self.get(Language::En) }
    }

    fn say(&self, language: Language, out: &mut String) {
        match self {
            Self::Number(number) => out.push_str(&number.to_string()),
            Self::Text(text) => out.push_str(text),
            // These choose, and are not said.
            Self::Flag(_) | Self::Code(_) => {}
            Self::List(values) => values.iter().for_each(|value| value.say(language, out)),
            Self::Word(word) => out.push_str(word.get(language)),
            Self::Message(message) => message.say(language, message.template.get(language), out),
            Self::Label(label) => out.push_str(label.get(language)),
        }
    }
}

/// A word of the book with its arguments.
#[derive(Debug, Clone)]
pub struct Message {
    template: &'static Template,
    values: Vec<(&'static str, Value)>,
}

impl Message {
    pub(crate) fn new(template: &'static Template, values: Vec<(&'static str, Value)>) -> Self {
        Self { template, values }
    }

    /// Its key, `problem.notFound`.
    pub fn key(&self) -> &'static str {
        self.template.key
    }

    /// Its arguments, by name.
    pub fn values(&self) -> &[(&'static str, Value)] {
        &self.values
    }

    /// Its words in one language.
    pub fn get(&self, language: Language) -> String {
        let mut out = String::new();
        self.say(language, self.template.get(language), &mut out);
        out
    }

    /// Its words in every language.
    pub fn to_label(&self) -> Label {
        Label { ja: self.get(Language::Ja), en: self.get(Language::En) }
    }

    fn say(&self, language: Language, pieces: &[Piece], out: &mut String) {
        for piece in pieces {
            match piece {
                Piece::Text(text) => out.push_str(text),
                Piece::Argument(place) => {
                    if let Some((_, value)) = self.values.get(*place) {
                        value.say(language, out);
                    }
                }
                Piece::List(place, mark) => {
                    let Some((_, Value::List(values))) = self.values.get(*place) else { continue };
                    for (place, value) in values.iter().enumerate() {
                        out.push_str(if place > 0 { mark } else { "" });
                        value.say(language, out);
                    }
                }
                Piece::Select(place, variants, rest) => {
                    let value = self.values.get(*place).map(|(_, value)| value);
                    let held = variants.iter().find(|(case, _)| case.holds(value));
                    self.say(language, held.map_or(rest, |(_, pieces)| pieces), out);
                }
            }
        }
    }
}

impl PartialEq for Message {
    fn eq(&self, other: &Self) -> bool {
        self.key() == other.key() && self.values == other.values
    }
}

impl Eq for Message {}

impl Case {
    fn holds(&self, value: Option<&Value>) -> bool {
        match (self, value) {
            (Self::Numbers(numbers), Some(Value::Number(number))) => numbers.contains(number),
            (Self::Flag(so), Some(Value::Flag(given))) => so == given,
            (Self::Code(code), Some(Value::Code(given))) => code == given,
            _ => false,
        }
    }
}

/// Whole numbers of every size.
pub trait Count {
    /// As the one size in which they are said; what is larger is said as the largest.
    fn count(self) -> i64;
}

macro_rules! counts {
    ($($number:ty),*) => { $(
        impl Count for $number {
            fn count(self) -> i64 {
                i64::try_from(self).unwrap_or(i64::MAX)
            }
        }
    )* };
}
counts!(u8, u16, u32, u64, usize, i32, i64);

/// What can be said within other words, in their language.
pub trait Said {
    /// As an argument.
    fn said(self) -> Value;
}

impl Said for Value {
    fn said(self) -> Value {
        self
    }
}

impl Said for &str {
    fn said(self) -> Value {
        Value::Text(self.to_owned())
    }
}

impl Said for String {
    fn said(self) -> Value {
        Value::Text(self)
    }
}

impl Said for &String {
    fn said(self) -> Value {
        Value::Text(self.clone())
    }
}

impl Said for Word {
    fn said(self) -> Value {
        Value::Word(self)
    }
}

impl Said for Message {
    fn said(self) -> Value {
        Value::Message(Box::new(self))
    }
}

impl Said for Label {
    fn said(self) -> Value {
        Value::Label(self)
    }
}

impl Said for &Label {
    fn said(self) -> Value {
        Value::Label(self.clone())
    }
}

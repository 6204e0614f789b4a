//! A checked book: every word once, in every language, with the same arguments.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use crate::fault::{Fault, Faults};
use crate::plural::plurals;
use crate::read::{Declared, Raw, read};
use crate::resolve::Resolver;
use crate::source::Source;

/// What an argument is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A whole number; chosen by a number or by a plural category.
    Number,
    /// Text or a number that is the same in every language.
    Text,
    /// Texts with a mark between them: the language's own, or another one (`{ JOIN($texts, " · ") }`).
    List,
    /// Something that is said in the language of the whole.
    Word,
    /// Whether something is so; chosen by `yes` and `no`.
    Flag,
    /// One of these codes (`open|yes|no`); chosen by the code.
    Code(Vec<String>),
}

/// An argument of a word.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Argument {
    /// Its name without the `$`.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// Whether a language may leave it unsaid; one of them says it.
    pub optional: bool,
}

/// What chooses a variant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Case {
    /// Any of these numbers.
    Numbers(Vec<i64>),
    /// That it is so, or is not.
    Flag(bool),
    /// This code.
    Code(String),
}

/// A piece of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// As it stands.
    Text(String),
    /// The argument of this name.
    Argument(String),
    /// The items of the list of this name, with what stands between them.
    List(String, String),
    /// The first variant whose case holds, or else the last pieces.
    Select(String, Vec<(Case, Vec<Piece>)>, Vec<Piece>),
}

/// A word in every language.
#[derive(Debug, Clone)]
pub struct Entry {
    /// Key, `origin.likelySomatic`.
    pub key: String,
    /// The folders of its file below the language.
    pub part: String,
    /// Its file's name.
    pub topic: String,
    /// What is said of it, one line after the other.
    pub about: Vec<String>,
    /// In their order.
    pub arguments: Vec<Argument>,
    /// One for each language of the book.
    pub texts: Vec<Vec<Piece>>,
    /// The languages in which the whole word is said by another one.
    pub refers: Vec<bool>,
    /// Whether another word says it.
    pub referred: bool,
}

impl Entry {
    /// The text in one language, of a word without arguments.
    pub fn plain(&self, language: usize) -> Option<&str> {
        match self.texts.get(language).map(Vec::as_slice) {
            Some([Piece::Text(text)]) if self.arguments.is_empty() => Some(text),
            _ => None,
        }
    }
}

/// All words.
#[derive(Debug, Clone)]
pub struct Book {
    /// The folders, the first one first.
    pub languages: Vec<String>,
    /// What each calls itself.
    pub names: Vec<String>,
    /// The words, in the order of the first language's files.
    pub entries: Vec<Entry>,
}

/// A word as it is written in one language.
pub(crate) struct Written {
    pub source: usize,
    pub line: usize,
    pub declared: Declared,
    pub pattern: Vec<Raw>,
    pub used: std::cell::Cell<bool>,
}

impl Book {
    /// Reads and checks the book in a folder; `first` is the language that declares arguments.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn read(folder: &Path, first: &str) -> Result<Self, Faults> {
        Self::of(&Source::all(folder)?, first)
    }

    /// As [`Book::read`], of files at hand.
    ///
    /// # Errors
    /// Everything that is wrong with it.
    pub fn of(sources: &[Source], first: &str) -> Result<Self, Faults> {
        let mut faults = Vec::new();
        let mut languages = vec![first.to_owned()];
        for source in sources {
            if !languages.contains(&source.language) {
                languages.push(source.language.clone());
            }
        }
        let written: Vec<BTreeMap<String, Written>> =
            languages.iter().map(|language| read(sources, language, &mut faults)).collect();
        same_words(sources, &languages, &written, &mut faults);
        let mut book = Self { languages, names: vec![], entries: vec![] };
        let mut ordered: Vec<(&String, &Written)> =
            written.first().into_iter().flatten().filter(|(id, _)| !id.starts_with('-')).collect();
        ordered.sort_by_key(|(_, one)| (one.source, one.line));
        for (id, one) in ordered {
            book.entries.extend(entry(sources, &book.languages, &written, id, one, &mut faults));
        }
        // Only now has every word said what it refers to.
        for entry in &mut book.entries {
            let id = entry.key.replace('.', "-");
            entry.referred = written.iter().filter_map(|words| words.get(&id)).any(|one| one.used.get());
        }
        book.of_languages(sources, &written, &mut faults);
        book.no_word_is_a_group(sources, &written, &mut faults);
        if faults.is_empty() {
            return Ok(book);
        }
        faults.sort();
        faults.dedup();
        Err(Faults(faults))
    }

    /// The words of one part.
    pub fn part<'a>(&'a self, part: &'a str) -> impl Iterator<Item = &'a Entry> + 'a {
        self.entries.iter().filter(move |entry| entry.part == part)
    }

    fn of_languages(
        &mut self,
        sources: &[Source],
        written: &[BTreeMap<String, Written>],
        faults: &mut Vec<Fault>,
    ) {
        for (language, words) in self.languages.iter().zip(written) {
            let resolver = Resolver { sources, language, words, plurals: plurals(language) };
            let term = "-language";
            let Some(one) = words.get(term) else {
                let file = format!("{language}/language.ftl");
                let what = "is missing: what the language calls itself".to_owned();
                faults.push(Fault { file, line: 0, key: term.to_owned(), what });
                continue;
            };
            one.used.set(true);
            match resolver.resolve(term, one, &[], faults).as_slice() {
                [Piece::Text(text)] => self.names.push(text.clone()),
                _ => faults.push(fault(sources, one, term, "is no plain text")),
            }
            let unused = words.iter().filter(|(id, one)| id.starts_with('-') && !one.used.get());
            faults.extend(unused.map(|(id, one)| fault(sources, one, id, "is a term that no word uses")));
        }
    }

    /// `a` and `a.b` cannot both be words: the page keeps them as a tree.
    fn no_word_is_a_group(
        &self,
        sources: &[Source],
        written: &[BTreeMap<String, Written>],
        faults: &mut Vec<Fault>,
    ) {
        let Some(words) = written.first() else { return };
        for (id, one) in words.iter().filter(|(id, _)| !id.starts_with('-')) {
            if !id.contains('-') {
                faults.push(fault(sources, one, id, "belongs to no group (`group-word`)"));
            }
            let group = format!("{id}-");
            if let Some((other, _)) =
                words.range(group.clone()..).next().filter(|(other, _)| other.starts_with(&group))
            {
                faults.push(fault(sources, one, id, &format!("is a word and the group of `{other}`")));
            }
        }
    }
}

pub(crate) fn fault(sources: &[Source], at: &Written, key: &str, what: &str) -> Fault {
    let file = sources.get(at.source).map(Source::file).unwrap_or_default();
    Fault { file, line: at.line, key: key.to_owned(), what: what.to_owned() }
}

/// Every word of one language stands in every other, in the file of the same topic.
fn same_words(
    sources: &[Source],
    languages: &[String],
    written: &[BTreeMap<String, Written>],
    faults: &mut Vec<Fault>,
) {
    let (Some(first), Some(first_language)) = (written.first(), languages.first()) else { return };
    let place = |one: &Written| sources.get(one.source).map(|source| (&source.part, &source.topic));
    for (language, words) in languages.iter().zip(written).skip(1) {
        for (id, one) in first.iter().filter(|(id, _)| !id.starts_with('-')) {
            match words.get(id) {
                None => faults.push(fault(sources, one, id, &format!("is not in the language `{language}`"))),
                Some(other) if place(one) != place(other) => {
                    let there = sources.get(one.source).map(Source::file).unwrap_or_default();
                    faults.push(fault(sources, other, id, &format!("stands in another file than {there}")));
                }
                Some(_) => {}
            }
        }
        for (id, one) in words.iter().filter(|(id, _)| !id.starts_with('-') && !first.contains_key(*id)) {
            faults.push(fault(sources, one, id, &format!("is not in the language `{first_language}`")));
        }
    }
}

fn entry(
    sources: &[Source],
    languages: &[String],
    written: &[BTreeMap<String, Written>],
    id: &str,
    first: &Written,
    faults: &mut Vec<Fault>,
) -> Option<Entry> {
    let source = sources.get(first.source)?;
    let arguments = first.declared.arguments.clone();
    let (mut texts, mut refers, mut said) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (language, words) in languages.iter().zip(written) {
        let one = words.get(id)?;
        if !one.declared.arguments.is_empty() && one.declared.arguments != arguments {
            faults.push(fault(sources, one, id, "declares other arguments than the first language"));
        }
        let resolver = Resolver { sources, language, words, plurals: plurals(language) };
        let text = resolver.resolve(id, one, &arguments, faults);
        let mut used = Vec::new();
        names_in(&text, &mut used);
        for argument in arguments.iter().filter(|one| !one.optional && !used.contains(&one.name)) {
            let what = format!("does not say its argument `${}` in the language `{language}`", argument.name);
            faults.push(fault(sources, one, id, &what));
        }
        if text.is_empty() {
            faults.push(fault(sources, one, id, "says nothing"));
        }
        said.extend(used);
        refers.push(matches!(one.pattern.as_slice(), [Raw::Reference(_) | Raw::Head(_)]));
        texts.push(text);
    }
    for argument in arguments.iter().filter(|one| one.optional && !said.contains(&one.name)) {
        let what = format!("does not say its argument `${}` in any language", argument.name);
        faults.push(fault(sources, first, id, &what));
    }
    Some(Entry {
        key: id.replace('-', "."),
        part: source.part.clone(),
        topic: source.topic.clone(),
        about: first.declared.about.clone(),
        arguments,
        texts,
        refers,
        referred: false,
    })
}

fn names_in(pieces: &[Piece], into: &mut Vec<String>) {
    for piece in pieces {
        match piece {
            Piece::Text(_) => {}
            Piece::Argument(name) | Piece::List(name, _) => into.push(name.clone()),
            Piece::Select(name, variants, rest) => {
                into.push(name.clone());
                variants.iter().for_each(|(_, pieces)| names_in(pieces, into));
                names_in(rest, into);
            }
        }
    }
}

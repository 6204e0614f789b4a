//! From the parser's tree to words as they are written: what they say, which arguments their comments declare.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

use fluent_syntax::ast::{self, Expression, InlineExpression, PatternElement, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;

use crate::book::{Argument, Kind, Written};
use crate::fault::Fault;
use crate::source::Source;

/// A piece as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Raw {
    Text(String),
    Argument(String),
    /// A list and what stands between its items.
    Join(String, String),
    /// Another word, or a term with its `-`.
    Reference(String),
    Head(String),
    /// Argument, variants, what else.
    Select(String, Vec<(String, Vec<Raw>)>, Vec<Raw>),
}

/// What the comment before a word says.
#[derive(Debug, Clone, Default)]
pub(crate) struct Declared {
    pub about: Vec<String>,
    pub arguments: Vec<Argument>,
}

/// The words and terms of one language by identifier.
pub(crate) fn read(sources: &[Source], language: &str, faults: &mut Vec<Fault>) -> BTreeMap<String, Written> {
    let mut words = BTreeMap::new();
    for (index, source) in sources.iter().enumerate().filter(|(_, source)| source.language == language) {
        let mut reader = Reader { index, sources, source, words: &mut words, faults };
        let resource = match fluent_syntax::parser::parse(source.text.as_str()) {
            Ok(resource) => resource,
            Err((resource, errors)) => {
                for error in errors {
                    reader.unreadable(
                        error.pos.start,
                        error.slice.map(|slice| slice.start),
                        &error.kind.to_string(),
                    );
                }
                resource
            }
        };
        for entry in &resource.body {
            reader.entry(entry);
        }
    }
    words
}

struct Reader<'a> {
    index: usize,
    sources: &'a [Source],
    source: &'a Source,
    words: &'a mut BTreeMap<String, Written>,
    faults: &'a mut Vec<Fault>,
}

impl Reader<'_> {
    fn entry(&mut self, entry: &ast::Entry<&str>) {
        match entry {
            ast::Entry::Message(message) => {
                let id = message.id.name;
                if !message.attributes.is_empty() || message.value.is_none() {
                    self.fault(id, id, "has attributes; a word is one text");
                }
                let comment = message.comment.as_ref().map(|comment| comment.content.as_slice());
                if let Some(value) = &message.value {
                    self.word(id, id.to_owned(), comment.unwrap_or_default(), value);
                }
            }
            ast::Entry::Term(term) => {
                let id = term.id.name;
                if !term.attributes.is_empty() {
                    self.fault(id, id, "has attributes; a word is one text");
                }
                self.word(id, format!("-{id}"), &[], &term.value);
            }
            ast::Entry::Comment(_) | ast::Entry::GroupComment(_) | ast::Entry::ResourceComment(_) => {}
            // Told by the parser's errors already.
            ast::Entry::Junk { .. } => {}
        }
    }

    fn word(&mut self, at: &str, id: String, comment: &[&str], value: &ast::Pattern<&str>) {
        let declared = self.declared(at, comment);
        let pattern = self.pattern(at, value);
        let line = self.line_of(at);
        let one = Written { source: self.index, line, declared, pattern, used: Cell::new(false) };
        match self.words.entry(id.clone()) {
            Entry::Vacant(place) => {
                place.insert(one);
            }
            Entry::Occupied(earlier) => {
                let (file, line) =
                    (self.sources.get(earlier.get().source).map(Source::file), earlier.get().line);
                let what = format!("is written twice, first at {}:{line}", file.unwrap_or_default());
                self.fault(at, &id, &what);
            }
        }
    }

    fn declared(&mut self, at: &str, comment: &[&str]) -> Declared {
        let mut declared = Declared::default();
        for line in comment.iter().map(|line| line.trim()).filter(|line| !line.is_empty()) {
            let Some(rest) = line.strip_prefix('$') else {
                declared.about.push(line.to_owned());
                continue;
            };
            let mut words = rest.split_whitespace();
            let (name, kind) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
            let (kind, optional) = kind.strip_suffix('?').map_or((kind, false), |kind| (kind, true));
            match kind_of(kind) {
                Some(kind) => declared.arguments.push(Argument { name: name.to_owned(), kind, optional }),
                None => {
                    let what = format!(
                        "declares `${name}` as `{kind}`; there are Number, Text, List, Word, Flag and codes (`a|b`)"
                    );
                    self.fault(at, at, &what);
                }
            }
        }
        declared
    }

    fn pattern(&mut self, at: &str, pattern: &ast::Pattern<&str>) -> Vec<Raw> {
        let mut pieces = Vec::new();
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => pieces.push(Raw::Text((*value).to_owned())),
                PatternElement::Placeable { expression } => pieces.extend(self.expression(at, expression)),
            }
        }
        pieces
    }

    fn expression(&mut self, at: &str, expression: &Expression<&str>) -> Option<Raw> {
        match expression {
            Expression::Inline(inline) => self.inline(at, inline),
            Expression::Select { selector, variants } => {
                let InlineExpression::VariableReference { id } = selector else {
                    self.fault(at, at, "chooses by something that is no argument");
                    return None;
                };
                let (mut cases, mut rest) = (Vec::new(), Vec::new());
                for variant in variants {
                    let pieces = self.pattern(at, &variant.value);
                    let key = match &variant.key {
                        VariantKey::Identifier { name } => (*name).to_owned(),
                        VariantKey::NumberLiteral { value } => (*value).to_owned(),
                    };
                    if variant.default {
                        rest.clone_from(&pieces);
                        if key != "other" {
                            cases.push((key, pieces));
                        }
                    } else {
                        cases.push((key, pieces));
                    }
                }
                Some(Raw::Select(id.name.to_owned(), cases, rest))
            }
        }
    }

    fn inline(&mut self, at: &str, inline: &InlineExpression<&str>) -> Option<Raw> {
        match inline {
            InlineExpression::StringLiteral { value } => {
                Some(Raw::Text(unescape_unicode_to_string(value).into_owned()))
            }
            InlineExpression::NumberLiteral { value } => Some(Raw::Text((*value).to_owned())),
            InlineExpression::VariableReference { id } => Some(Raw::Argument(id.name.to_owned())),
            InlineExpression::MessageReference { id, attribute: None } => {
                Some(Raw::Reference(id.name.to_owned()))
            }
            InlineExpression::TermReference { id, attribute: None, arguments: None } => {
                Some(Raw::Reference(format!("-{}", id.name)))
            }
            InlineExpression::Placeable { expression } => self.expression(at, expression),
            InlineExpression::FunctionReference { id, arguments } => {
                match (id.name, arguments.positional.as_slice(), arguments.named.as_slice()) {
                    ("HEAD", [InlineExpression::MessageReference { id, attribute: None }], []) => {
                        Some(Raw::Head(id.name.to_owned()))
                    }
                    (
                        "HEAD",
                        [InlineExpression::TermReference { id, attribute: None, arguments: None }],
                        [],
                    ) => Some(Raw::Head(format!("-{}", id.name))),
                    (
                        "JOIN",
                        [
                            InlineExpression::VariableReference { id },
                            InlineExpression::StringLiteral { value },
                        ],
                        [],
                    ) => Some(Raw::Join(id.name.to_owned(), unescape_unicode_to_string(value).into_owned())),
                    _ => {
                        self.fault(at, at, "calls a function other than HEAD of a word and JOIN of a list");
                        None
                    }
                }
            }
            InlineExpression::MessageReference { .. } | InlineExpression::TermReference { .. } => {
                self.fault(at, at, "refers to an attribute, or to a term with arguments; there are none");
                None
            }
        }
    }

    fn unreadable(&mut self, at: usize, entry: Option<usize>, why: &str) {
        let text = entry.and_then(|start| self.source.text.get(start..)).unwrap_or_default();
        let key = text
            .lines()
            .find(|line| !line.starts_with('#') && !line.trim().is_empty())
            .and_then(|line| line.split(['=', ' ']).next())
            .unwrap_or_default()
            .to_owned();
        let (file, line) = (self.source.file(), self.line_at(at));
        self.faults.push(Fault { file, line, key, what: format!("cannot be read: {why}") });
    }

    /// The parser gives slices of the file and no places.
    fn line_of(&self, slice: &str) -> usize {
        self.line_at((slice.as_ptr() as usize).saturating_sub(self.source.text.as_ptr() as usize))
    }

    fn line_at(&self, at: usize) -> usize {
        self.source.text.bytes().take(at).filter(|byte| *byte == b'\n').count() + 1
    }

    fn fault(&mut self, at: &str, key: &str, what: &str) {
        let (file, line) = (self.source.file(), self.line_of(at));
        self.faults.push(Fault { file, line, key: key.to_owned(), what: what.to_owned() });
    }
}

fn kind_of(word: &str) -> Option<Kind> {
    Some(match word {
        "Number" => Kind::Number,
        "Text" => Kind::Text,
        "List" => Kind::List,
        "Word" => Kind::Word,
        "Flag" => Kind::Flag,
        codes if codes.contains('|') => Kind::Code(codes.split('|').map(str::to_owned).collect()),
        _ => return None,
    })
}

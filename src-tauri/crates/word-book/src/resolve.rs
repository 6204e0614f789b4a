//! What a word says once the words it refers to are said in it, and which variant of it when.

use std::collections::BTreeMap;

use crate::book::{Argument, Case, Kind, Piece, Written, fault};
use crate::fault::Fault;
use crate::plural::Plurals;
use crate::read::Raw;
use crate::source::Source;

/// What stands between the items of a list where nothing else is said.
const LIST_SEPARATOR: &str = "-list-separator";

/// The words of one language.
pub(crate) struct Resolver<'a> {
    pub sources: &'a [Source],
    pub language: &'a str,
    pub words: &'a BTreeMap<String, Written>,
    pub plurals: Option<Plurals>,
}

/// The word whose text is being put together, and the words said in it on the way.
struct Asked<'a> {
    id: &'a str,
    one: &'a Written,
    arguments: &'a [Argument],
    way: Vec<String>,
}

impl Resolver<'_> {
    /// The text of a word.
    pub fn resolve(
        &self,
        id: &str,
        one: &Written,
        arguments: &[Argument],
        faults: &mut Vec<Fault>,
    ) -> Vec<Piece> {
        let mut asked = Asked { id, one, arguments, way: vec![id.to_owned()] };
        joined(self.pieces(&mut asked, &one.pattern, faults))
    }

    fn pieces(&self, asked: &mut Asked<'_>, raw: &[Raw], faults: &mut Vec<Fault>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for one in raw {
            match one {
                Raw::Text(text) => pieces.push(Piece::Text(text.clone())),
                Raw::Argument(name) => match self.kind(asked, name, faults) {
                    Some(Kind::List) => {
                        match joined(self.reference(asked, LIST_SEPARATOR, faults)).as_slice() {
                            [Piece::Text(mark)] => pieces.push(Piece::List(name.clone(), mark.clone())),
                            _ => faults.push(self.fault(asked, "says a list, whose mark is no plain text")),
                        }
                    }
                    Some(Kind::Flag | Kind::Code(_)) => {
                        faults.push(self.fault(asked, &format!("says `${name}`, which only chooses")));
                    }
                    _ => pieces.push(Piece::Argument(name.clone())),
                },
                Raw::Join(name, mark) => {
                    if self.kind(asked, name, faults).is_some_and(|kind| kind != Kind::List) {
                        faults.push(self.fault(asked, &format!("joins `${name}`, which is no list")));
                    }
                    pieces.push(Piece::List(name.clone(), mark.clone()));
                }
                Raw::Reference(other) => pieces.extend(self.reference(asked, other, faults)),
                Raw::Head(other) => {
                    let mut said = joined(self.reference(asked, other, faults));
                    match said.first_mut() {
                        Some(Piece::Text(text)) => *text = capital(text),
                        _ => faults.push(self.fault(asked, &format!("cannot say `{other}` as a head"))),
                    }
                    pieces.extend(said);
                }
                Raw::Select(name, variants, rest) => {
                    let kind = self.kind(asked, name, faults);
                    let mut cases = Vec::new();
                    for (key, raw) in variants {
                        let said = joined(self.pieces(asked, raw, faults));
                        match self.case(kind.as_ref(), key) {
                            Ok(case) => cases.push((case, said)),
                            Err(what) => faults.push(self.fault(asked, &format!("chooses `${name}` {what}"))),
                        }
                    }
                    let rest = joined(self.pieces(asked, rest, faults));
                    // The variant that holds else needs no case of its own.
                    if cases.last().is_some_and(|(_, last)| *last == rest) {
                        cases.pop();
                    }
                    pieces.push(Piece::Select(name.clone(), cases, rest));
                }
            }
        }
        pieces
    }

    fn kind(&self, asked: &Asked<'_>, name: &str, faults: &mut Vec<Fault>) -> Option<Kind> {
        let found = asked.arguments.iter().find(|argument| argument.name == name);
        if found.is_none() {
            faults.push(
                self.fault(asked, &format!("says `${name}`, which is not declared (`# ${name} Text`)")),
            );
        }
        found.map(|argument| argument.kind.clone())
    }

    fn reference(&self, asked: &mut Asked<'_>, other: &str, faults: &mut Vec<Fault>) -> Vec<Piece> {
        let Some(there) = self.words.get(other) else {
            faults.push(self.fault(asked, &format!("refers to `{other}`, which is not there")));
            return vec![Piece::Text(other.to_owned())];
        };
        if asked.way.iter().any(|before| before == other) {
            faults.push(self.fault(asked, &format!("refers to itself over `{other}`")));
            return vec![Piece::Text(other.to_owned())];
        }
        there.used.set(true);
        asked.way.push(other.to_owned());
        let pieces = self.pieces(asked, &there.pattern, faults);
        asked.way.pop();
        pieces
    }

    fn case(&self, kind: Option<&Kind>, key: &str) -> Result<Case, String> {
        match kind {
            Some(Kind::Number) => {
                if let Ok(number) = key.parse() {
                    return Ok(Case::Numbers(vec![number]));
                }
                let Some(plurals) = self.plurals else {
                    return Err(format!(
                        "by `{key}`, but the plurals of `{}` are not known (`plural.rs` of this crate)",
                        self.language
                    ));
                };
                let numbers = plurals.numbers(key).map(|numbers| Case::Numbers(numbers.to_vec()));
                numbers.ok_or_else(|| format!("by `{key}`, which is no category of `{}`", self.language))
            }
            Some(Kind::Flag) if matches!(key, "yes" | "no") => Ok(Case::Flag(key == "yes")),
            Some(Kind::Code(codes)) if codes.iter().any(|code| code == key) => Ok(Case::Code(key.to_owned())),
            Some(Kind::Flag | Kind::Code(_)) => Err(format!("by `{key}`, which it cannot be")),
            Some(Kind::Text | Kind::List | Kind::Word) => {
                Err("but is neither a number nor a code".to_owned())
            }
            None => Ok(Case::Code(key.to_owned())),
        }
    }

    fn fault(&self, asked: &Asked<'_>, what: &str) -> Fault {
        fault(self.sources, asked.one, asked.id, what)
    }
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Texts that follow on each other are one.
fn joined(pieces: Vec<Piece>) -> Vec<Piece> {
    let mut whole: Vec<Piece> = Vec::new();
    for piece in pieces {
        match (whole.last_mut(), piece) {
            (_, Piece::Text(text)) if text.is_empty() => {}
            (Some(Piece::Text(before)), Piece::Text(text)) => before.push_str(&text),
            (_, piece) => whole.push(piece),
        }
    }
    whole
}

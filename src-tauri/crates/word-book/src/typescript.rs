//! The book as TypeScript: labels by key for what the desk names by key, and a tree of typed words for the page itself.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::book::{Argument, Book, Case, Entry, Kind, Piece};

/// A file to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name.
    pub name: String,
    /// What stands in it.
    pub text: String,
}

const MADE: &str = "// Made by `cargo xtask bindings` from the word book. Do not edit.\n";

/// The words of a part without arguments, by key.
pub fn typescript_labels(book: &Book, part: &str) -> String {
    let mut out =
        format!("{MADE}\n/** Clinical labels by key, in every language. */\nexport const WORDS = {{\n");
    for entry in book.part(part).filter(|entry| entry.arguments.is_empty()) {
        let _ = write!(out, "  {}: {{ ", quoted(&entry.key));
        for (index, language) in book.languages.iter().enumerate() {
            let comma = if index == 0 { "" } else { ", " };
            let _ = write!(out, "{comma}{language}: {}", quoted(entry.plain(index).unwrap_or_default()));
        }
        out.push_str(" },\n");
    }
    out.push_str(
        "} as const;\n\n/** A key of the word list. */\nexport type WordKey = keyof typeof WORDS;\n",
    );
    out
}

/// The words of a part as one interface, with a file for each language and one that names them all.
pub fn typescript_speech(book: &Book, part: &str) -> Vec<File> {
    let mut tree = Tree::default();
    for entry in book.part(part) {
        tree.add(&entry.key, entry);
    }
    let mut shape = format!(
        "{MADE}\n/** The words of the window, the same in every language. */\nexport interface Words {{\n"
    );
    tree.shape(1, &mut shape);
    shape.push_str("}\n");
    let mut files = vec![File { name: "words.ts".to_owned(), text: shape }];
    let (mut imports, mut names) = (String::new(), String::new());
    for (index, (language, name)) in book.languages.iter().zip(&book.names).enumerate() {
        let mut text = format!(
            "{MADE}import type {{ Words }} from './words';\n\n/** {name}. */\nexport const {language}: Words = {{\n"
        );
        tree.words(index, 1, &mut text);
        text.push_str("};\n");
        files.push(File { name: format!("{language}.ts"), text });
        let _ = writeln!(imports, "import {{ {language} }} from './{language}';");
        let _ = write!(names, "{}{language}", if index == 0 { "" } else { ", " });
    }
    let text = format!(
        "{MADE}{imports}import type {{ Words }} from './words';\n\n/** The words of the window by language. */\n\
         export const SPEECH = {{ {names} }} satisfies Record<string, Words>;\n\nexport type {{ Words }};\n"
    );
    files.push(File { name: "index.ts".to_owned(), text });
    files
}

#[derive(Default)]
struct Tree<'a> {
    order: Vec<&'a str>,
    below: BTreeMap<&'a str, Tree<'a>>,
    entry: Option<&'a Entry>,
}

impl<'a> Tree<'a> {
    fn add(&mut self, key: &'a str, entry: &'a Entry) {
        let (name, rest) = key.split_once('.').map_or((key, None), |(name, rest)| (name, Some(rest)));
        if !self.below.contains_key(name) {
            self.order.push(name);
        }
        let below = self.below.entry(name).or_default();
        match rest {
            Some(rest) => below.add(rest, entry),
            None => below.entry = Some(entry),
        }
    }

    fn children(&self) -> impl Iterator<Item = (&'a str, &Tree<'a>)> {
        self.order.iter().filter_map(|name| self.below.get(name).map(|below| (*name, below)))
    }

    fn shape(&self, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        for (name, below) in self.children() {
            let Some(entry) = below.entry else {
                let _ = writeln!(out, "{indent}readonly {name}: {{");
                below.shape(depth + 1, out);
                let _ = writeln!(out, "{indent}}};");
                continue;
            };
            if !entry.about.is_empty() {
                let _ = writeln!(out, "{indent}/** {} */", entry.about.join(" "));
            }
            let kind = match entry.arguments.is_empty() {
                true => "string".to_owned(),
                false => format!("({}) => string", parameters(&entry.arguments)),
            };
            let _ = writeln!(out, "{indent}readonly {name}: {kind};");
        }
    }

    fn words(&self, language: usize, depth: usize, out: &mut String) {
        let indent = "  ".repeat(depth);
        for (name, below) in self.children() {
            let Some(entry) = below.entry else {
                let _ = writeln!(out, "{indent}{name}: {{");
                below.words(language, depth + 1, out);
                let _ = writeln!(out, "{indent}}},");
                continue;
            };
            let said = match entry.plain(language) {
                Some(text) => quoted(text),
                None => {
                    let pieces = entry.texts.get(language).map_or(&[][..], Vec::as_slice);
                    let names: Vec<String> =
                        entry.arguments.iter().map(|argument| local(&argument.name)).collect();
                    format!("({}) => {}", names.join(", "), template(pieces))
                }
            };
            let _ = writeln!(out, "{indent}{name}: {said},");
        }
    }
}

fn parameters(arguments: &[Argument]) -> String {
    let one = |argument: &Argument| {
        let kind = match &argument.kind {
            Kind::Number => "number".to_owned(),
            Kind::Text => "string | number".to_owned(),
            Kind::Word => "string".to_owned(),
            Kind::List => "readonly (string | number)[]".to_owned(),
            Kind::Flag => "boolean".to_owned(),
            Kind::Code(codes) => codes.iter().map(|code| format!("'{code}'")).collect::<Vec<_>>().join(" | "),
        };
        format!("{}: {kind}", local(&argument.name))
    };
    arguments.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn template(pieces: &[Piece]) -> String {
    let mut out = String::from("`");
    for piece in pieces {
        match piece {
            Piece::Text(text) => {
                out.push_str(&text.replace('\\', "\\\\").replace('`', "\\`").replace("${", "\\${"));
            }
            Piece::Argument(name) => {
                let _ = write!(out, "${{{}}}", local(name));
            }
            Piece::List(name, mark) => {
                let _ = write!(out, "${{{}.join({})}}", local(name), quoted(mark));
            }
            Piece::Select(name, variants, rest) => {
                out.push_str("${");
                for (case, pieces) in variants {
                    let name = local(name);
                    let holds = match case {
                        Case::Numbers(numbers) => {
                            let each: Vec<String> =
                                numbers.iter().map(|number| format!("{name} === {number}")).collect();
                            each.join(" || ")
                        }
                        Case::Flag(true) => name,
                        Case::Flag(false) => format!("!{name}"),
                        Case::Code(code) => format!("{name} === '{code}'"),
                    };
                    let _ = write!(out, "{holds} ? {} : ", template(pieces));
                }
                let _ = write!(out, "{}}}", template(rest));
            }
        }
    }
    out.push('`');
    out
}

/// A parameter's name, also where that is a word of the language itself.
fn local(name: &str) -> String {
    const TAKEN: &[&str] = &["case", "class", "default", "delete", "export", "in", "new", "this", "with"];
    if TAKEN.contains(&name) { format!("{name}_") } else { name.to_owned() }
}

/// As JSON has it.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            '\r' => out.push_str("\\r"),
            control if control < ' ' => {
                let _ = write!(out, "\\u{:04x}", u32::from(control));
            }
            other => out.push(other),
        }
    }
    out.push('"');
    out
}

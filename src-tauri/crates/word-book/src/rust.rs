//! The book as Rust: the languages with the types that have one field for each of them, and each part as a module.
//! What is written here rests on `Message`, `Piece`, `Value`, `Count` and `Said` of the crate it becomes part of.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::book::{Argument, Book, Case, Entry, Kind, Piece};

/// `Language`, `Word` and `Template`. `attributes` stand before `Language`, whose first language is the default.
pub fn rust_languages(book: &Book, attributes: &str) -> String {
    let fields: Vec<String> = book.languages.iter().map(|language| ident(&snake(language))).collect();
    let variants: Vec<String> = book.languages.iter().map(|language| camel(language)).collect();
    let mut out =
        format!("/// A language of the screen and of documents.\n{attributes}\npub enum Language {{\n");
    for (index, (variant, name)) in variants.iter().zip(&book.names).enumerate() {
        let default = if index == 0 { "    #[default]\n" } else { "" };
        let _ = writeln!(out, "    /// {name}.\n{default}    {variant},");
    }
    let all: String = variants.iter().map(|variant| format!("Self::{variant}, ")).collect();
    let _ = write!(
        out,
        "}}\nimpl Language {{\n    /// All of them, in their order.\n    pub const ALL: &'static [Self] = &[{all}];\n    \
         /// Its code.\n    pub const fn code(self) -> &'static str {{\n        match self {{ "
    );
    for (variant, language) in variants.iter().zip(&book.languages) {
        let _ = write!(out, "Self::{variant} => {language:?}, ");
    }
    out.push_str("}\n    }\n}\n");
    out.push_str(&per_language(
        "/// A word in every language under its key.\n#[derive(Debug, Clone, Copy, PartialEq, Eq)]",
        "Word",
        "pub ",
        "&'static str",
        (&fields, &variants, &book.names),
    ));
    out.push_str(&per_language(
        "/// What a word with arguments says in every language.\n#[derive(Debug)]",
        "Template",
        "pub(crate) ",
        "&'static [Piece]",
        (&fields, &variants, &book.names),
    ));
    out
}

fn per_language(
    head: &str,
    name: &str,
    visible: &str,
    kind: &str,
    (fields, variants, names): (&[String], &[String], &[String]),
) -> String {
    let mut out = format!(
        "{head}\npub struct {name} {{\n    /// Key, `origin.somatic`.\n    {visible}key: &'static str,\n"
    );
    for (field, name) in fields.iter().zip(names) {
        let _ = writeln!(out, "    /// {name}.\n    {visible}{field}: {kind},");
    }
    let _ = write!(
        out,
        "}}\nimpl {name} {{\n    /// What it says in one language.\n    {visible}const fn get(&self, language: Language) -> {kind} {{\n        match language {{ "
    );
    for (field, variant) in fields.iter().zip(variants) {
        let _ = write!(out, "Language::{variant} => self.{field}, ");
    }
    out.push_str("}\n    }\n}\n");
    out
}

/// The words of a part: `WORDS` with those that have no arguments, and a module for each first part of a key.
pub fn rust_part(book: &Book, part: &str) -> String {
    let mut groups: BTreeMap<&str, Vec<(&str, &Entry)>> = BTreeMap::new();
    let mut all = String::new();
    for entry in book.part(part) {
        let (group, name) = entry.key.split_once('.').unwrap_or(("", &entry.key));
        groups.entry(group).or_default().push((name, entry));
        if entry.arguments.is_empty() {
            let (group, name) = (ident(&snake(group)), screaming(name));
            let _ = writeln!(all, "    {group}::{name},");
        }
    }
    let mut out = format!(
        "/// All words without arguments, in the order of the book.\npub const WORDS: &[Word] = &[\n{all}];\n"
    );
    for (group, entries) in groups {
        let mut body = String::new();
        for (name, entry) in entries {
            match entry.arguments.is_empty() {
                true => word(book, name, entry, &mut body),
                false => message(book, name, entry, &mut body),
            }
        }
        let _ = writeln!(
            out,
            "/// Words of `{group}`.\npub mod {} {{\n    use super::*;\n{body}}}",
            ident(&snake(group))
        );
    }
    out
}

impl Entry {
    /// How Rust names it within its part: `origin::LIKELY_SOMATIC`, `list::overdue`.
    pub fn rust_name(&self) -> String {
        let (group, name) = self.key.split_once('.').unwrap_or(("", &self.key));
        let name = if self.arguments.is_empty() { screaming(name) } else { ident(&snake(name)) };
        format!("{}::{name}", ident(&snake(group)))
    }
}

fn word(book: &Book, name: &str, entry: &Entry, out: &mut String) {
    let mut fields = String::new();
    for (index, language) in book.languages.iter().enumerate() {
        let _ = write!(fields, ", {}: {:?}", ident(&snake(language)), entry.plain(index).unwrap_or_default());
    }
    about(entry, out);
    let _ =
        writeln!(out, "    pub const {}: Word = Word {{ key: {:?}{fields} }};", screaming(name), entry.key);
}

fn message(book: &Book, name: &str, entry: &Entry, out: &mut String) {
    let (mut parameters, mut values) = (String::new(), String::new());
    for argument in &entry.arguments {
        let parameter = ident(&snake(&argument.name));
        let (kind, value) = match &argument.kind {
            Kind::Number => ("impl Count".to_owned(), format!("Value::Number({parameter}.count())")),
            Kind::Text => ("impl Display".to_owned(), format!("Value::Text({parameter}.to_string())")),
            Kind::Word => ("impl Said".to_owned(), format!("{parameter}.said()")),
            Kind::List => (
                "impl IntoIterator<Item = impl Said>".to_owned(),
                format!("Value::List({parameter}.into_iter().map(Said::said).collect())"),
            ),
            Kind::Flag => ("bool".to_owned(), format!("Value::Flag({parameter})")),
            Kind::Code(codes) => {
                let kind = camel(&format!("{name}-{}", argument.name).replace('.', "-"));
                code(&kind, entry, argument, codes, out);
                (kind, format!("Value::Code({parameter}.code())"))
            }
        };
        let _ = write!(parameters, "{parameter}: {kind}, ");
        let _ = write!(values, "({:?}, {value}), ", argument.name);
    }
    let mut texts = String::new();
    for (language, pieces) in book.languages.iter().zip(&entry.texts) {
        let _ = write!(texts, ", {}: {}", ident(&snake(language)), pieces_in_rust(pieces, &entry.arguments));
    }
    about(entry, out);
    let _ = writeln!(
        out,
        "    pub fn {}({}) -> Message {{\n        static TEMPLATE: Template = Template {{ key: {:?}{texts} }};\n        \
         Message::new(&TEMPLATE, vec![{}])\n    }}",
        ident(&snake(name)),
        parameters.trim_end_matches(", "),
        entry.key,
        values.trim_end_matches(", "),
    );
}

fn code(kind: &str, entry: &Entry, argument: &Argument, codes: &[String], out: &mut String) {
    let (mut variants, mut arms) = (String::new(), String::new());
    for code in codes {
        let _ = write!(variants, "        /// `{code}`.\n        {},\n", camel(code));
        let _ = write!(arms, "Self::{} => {code:?}, ", camel(code));
    }
    let _ = writeln!(
        out,
        "    /// `${}` of `{}`.\n    #[derive(Debug, Clone, Copy, PartialEq, Eq)]\n    pub enum {kind} {{\n{variants}    }}\n    \
         impl {kind} {{\n        fn code(self) -> &'static str {{ match self {{ {arms}}} }}\n    }}",
        argument.name, entry.key,
    );
}

fn pieces_in_rust(pieces: &[Piece], arguments: &[Argument]) -> String {
    let place = |name: &str| arguments.iter().position(|argument| argument.name == name).unwrap_or_default();
    let mut out = String::from("&[");
    for piece in pieces {
        let _ = match piece {
            Piece::Text(text) => write!(out, "Piece::Text({text:?}), "),
            Piece::Argument(name) => write!(out, "Piece::Argument({}), ", place(name)),
            Piece::List(name, mark) => write!(out, "Piece::List({}, {mark:?}), ", place(name)),
            Piece::Select(name, variants, rest) => {
                let mut cases = String::new();
                for (case, pieces) in variants {
                    let case = match case {
                        Case::Numbers(numbers) => format!("Case::Numbers(&{numbers:?})"),
                        Case::Flag(so) => format!("Case::Flag({so})"),
                        Case::Code(code) => format!("Case::Code({code:?})"),
                    };
                    let _ = write!(cases, "({case}, {}), ", pieces_in_rust(pieces, arguments));
                }
                write!(
                    out,
                    "Piece::Select({}, &[{cases}], {}), ",
                    place(name),
                    pieces_in_rust(rest, arguments)
                )
            }
        };
    }
    out.push(']');
    out
}

/// What the book says of a word, and what the word says where that is plain.
fn about(entry: &Entry, out: &mut String) {
    for line in &entry.about {
        let _ = writeln!(out, "    /// {line}");
    }
    let said: BTreeSet<&str> = (0..entry.texts.len()).filter_map(|language| entry.plain(language)).collect();
    let said: Vec<String> = said.iter().map(|text| format!("`{}`", text.replace(['`', '\n'], " "))).collect();
    let said = if said.is_empty() { format!("`{}`", entry.key) } else { said.join(" · ") };
    let _ = writeln!(out, "    /// {said}");
}

/// `likelySomatic` and `case.received` → `likely_somatic`, `case_received`.
fn snake(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() {
            out.push('_');
        }
        out.push(if letter.is_ascii_alphanumeric() { letter.to_ascii_lowercase() } else { '_' });
    }
    out
}

fn screaming(name: &str) -> String {
    snake(name).to_ascii_uppercase()
}

fn camel(name: &str) -> String {
    let parts = name.split(['-', '.', '_']);
    parts
        .map(|part| {
            part.chars()
                .next()
                .map(|c| c.to_ascii_uppercase())
                .into_iter()
                .chain(part.chars().skip(1))
                .collect::<String>()
        })
        .collect()
}

/// As a name of Rust, also where that is one of its own words.
fn ident(name: &str) -> String {
    const TAKEN: &[&str] = &[
        "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "do", "dyn",
        "else", "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop",
        "macro", "match", "mod", "move", "mut", "override", "priv", "pub", "ref", "return", "static",
        "struct", "trait", "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where",
        "while", "yield",
    ];
    if TAKEN.contains(&name) { format!("r#{name}") } else { name.to_owned() }
}

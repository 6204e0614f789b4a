//! Every word of the book is said somewhere, and a clinical word stands once. What names words is read as text: the
//! check cannot know what a program does, but a word that no source names is dead.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

use std::collections::{BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};

use entaku_word_book::{Book, Entry};

/// Groups whose keys are put together from two variables.
const PUT_TOGETHER: &[&str] = &["germlineGpv"];

/// What is no source of ours, and what is made from the book.
const NOT_OURS: &[&str] = &["node_modules", "target", "dist", "gen", "bindings", "book"];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../..")
}

fn book() -> Book {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("book");
    Book::read(&folder, "ja").unwrap_or_else(|faults| panic!("{faults}"))
}

fn sources(folder: &Path, endings: &[&str], into: &mut Vec<String>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let (path, name) = (entry.path(), entry.file_name());
        if path.is_dir() {
            if !NOT_OURS.iter().any(|not| name == *not) {
                sources(&path, endings, into);
            }
        } else if path.extension().is_some_and(|ending| endings.iter().any(|wanted| ending == *wanted)) {
            into.push(fs::read_to_string(&path).unwrap_or_default());
        }
    }
}

fn of_a_name(letter: char) -> bool {
    letter.is_ascii_alphanumeric() || letter == '_'
}

/// What all sources name.
#[derive(Default)]
struct Named<'a> {
    /// `"origin.somatic"`.
    quoted: HashSet<&'a str>,
    /// `origin` of `coded('origin', …)` and of `"origin.{code}"`.
    groups: HashSet<&'a str>,
    /// Every name, and every path of two (`origin::SOMATIC`).
    names: HashSet<&'a str>,
}

impl<'a> Named<'a> {
    fn read(&mut self, text: &'a str) {
        for (at, quote) in text.match_indices(['"', '\'', '`']) {
            let rest = &text[at + 1..];
            let end = rest.find(|letter| !of_a_name(letter) && letter != '.').unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if after.starts_with(quote) && !run.is_empty() {
                self.quoted.insert(run);
                if is_asked_by_code(&text[..at]) {
                    self.groups.insert(run);
                }
            } else if let Some(group) = run.strip_suffix('.').filter(|_| after.starts_with(['{', '$'])) {
                self.groups.insert(group);
            }
        }
        for path in
            text.split(|letter: char| !of_a_name(letter) && letter != ':').filter(|path| !path.is_empty())
        {
            self.names.extend(path.split("::"));
            // Every two parts that follow on each other.
            let mut starts: Vec<usize> = vec![0];
            starts.extend(path.match_indices("::").map(|(at, mark)| at + mark.len()));
            for (place, start) in starts.iter().enumerate().take(starts.len() - 1) {
                let end = starts.get(place + 2).map_or(path.len(), |after| after - 2);
                self.names.insert(&path[*start..end]);
            }
        }
    }

    fn names_label(&self, key: &str) -> bool {
        self.quoted.contains(key)
            || key.match_indices('.').any(|(at, _)| {
                let (group, code) = (&key[..at], &key[at + 1..]);
                let last = code.rsplit('.').next().unwrap_or(code);
                let variant: String = last[..1].to_ascii_uppercase() + &last[1..];
                (self.groups.contains(group) || PUT_TOGETHER.contains(&group))
                    && (self.quoted.contains(last)
                        || self.quoted.contains(code)
                        || self.names.contains(variant.as_str()))
            })
    }

    fn names_in_rust(&self, entry: &Entry) -> bool {
        self.names.contains(entry.rust_name().replace("r#", "").as_str())
    }
}

/// `speech.coded(`, `choice<…>(`, `options(` stands before.
fn is_asked_by_code(before: &str) -> bool {
    let Some(call) = before.trim_end().strip_suffix('(') else { return false };
    let call = if call.ends_with('>') { call.rfind('<').map_or(call, |at| &call[..at]) } else { call };
    ["coded", "choice", "options"].iter().any(|name| call.ends_with(name))
}

/// What one file of the page names after a dot: all of it, where that ends the way, where something is chosen from it.
#[derive(Default)]
struct Reached<'a> {
    dotted: BTreeSet<&'a str>,
    ends: BTreeSet<&'a str>,
    chosen: BTreeSet<&'a str>,
}

fn reached(text: &str) -> Reached<'_> {
    let mut reached = Reached::default();
    for (at, _) in text.match_indices('.') {
        let rest = &text[at + 1..];
        let end = rest.find(|letter| !of_a_name(letter)).unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        reached.dotted.insert(name);
        if !after.starts_with(['.', '(']) {
            reached.ends.insert(name);
        }
        if after.starts_with('[') {
            reached.chosen.insert(name);
        }
    }
    reached
}

#[test]
fn every_word_is_said_somewhere() {
    let (mut rust, mut page) = (Vec::new(), Vec::new());
    for folder in ["src-tauri", "tests"] {
        sources(&root().join(folder), &["rs"], &mut rust);
    }
    sources(&root().join("ui/src"), &["ts", "svelte"], &mut page);
    assert!(rust.len() > 100 && page.len() > 100, "the sources are found");
    let mut named = Named::default();
    rust.iter().chain(&page).for_each(|text| named.read(text));
    let files: Vec<_> = page.iter().map(|text| reached(text)).collect();
    let in_the_page = |key: &str| {
        let parts: Vec<&str> = key.split('.').collect();
        let [group, .., leaf] = parts[..] else { return false };
        let above = parts[parts.len() - 2];
        files.iter().any(|file| {
            let by_code =
                if parts.len() > 2 { file.ends.contains(above) } else { file.chosen.contains(group) };
            file.dotted.contains(group) && (by_code || file.dotted.contains(leaf))
        })
    };
    let book = book();
    let unused: Vec<&str> = book
        .entries
        .iter()
        .filter(|entry| {
            let used = match entry.part.as_str() {
                "clinical" => named.names_label(&entry.key) || named.names_in_rust(entry),
                "window" => in_the_page(&entry.key),
                _ => named.names_in_rust(entry),
            };
            !used && !entry.referred
        })
        .map(|entry| entry.key.as_str())
        .collect();
    assert!(unused.is_empty(), "no source says these words; take them out of the book: {unused:#?}");
}

/// Without regard to a capital letter at the beginning.
fn same(one: &str, other: &str) -> bool {
    let (mut one, mut other) = (one.chars(), other.chars());
    let first = |letters: &mut std::str::Chars<'_>| letters.next().map(|first| first.to_ascii_lowercase());
    first(&mut one) == first(&mut other) && one.as_str() == other.as_str()
}

#[test]
fn a_clinical_word_stands_once() {
    let book = book();
    let plain = |entry: &Entry| {
        (0..book.languages.len()).map(|language| entry.plain(language).map(str::to_owned)).collect()
    };
    let clinical: Vec<(&str, Vec<Option<String>>)> =
        book.part("clinical").map(|entry| (entry.key.as_str(), plain(entry))).collect();
    let mut twice = Vec::new();
    for entry in book.entries.iter().filter(|entry| entry.part != "clinical" && entry.arguments.is_empty()) {
        let said: Vec<Option<String>> = plain(entry);
        let repeats = |texts: &[Option<String>]| {
            let pairs = said.iter().zip(texts);
            pairs.clone().all(|pair| matches!(pair, (Some(one), Some(other)) if same(one, other)))
        };
        let stands = clinical.iter().find(|(_, texts)| repeats(texts));
        if let Some((key, _)) = stands.filter(|_| !entry.refers.iter().all(|refers| *refers)) {
            twice.push(format!("{} says what {key} says: refer to it", entry.key));
        }
    }
    assert!(twice.is_empty(), "{twice:#?}");
}

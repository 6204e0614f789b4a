//! The files of a book.

use std::fs;
use std::path::Path;

use crate::fault::{Fault, Faults};

/// One file.
#[derive(Debug, Clone)]
pub struct Source {
    /// The language's folder.
    pub language: String,
    /// The folders below it; empty for the file about the language itself.
    pub part: String,
    /// The file's name without its ending.
    pub topic: String,
    /// What stands in it.
    pub text: String,
}

impl Source {
    /// Its place below the book's folder.
    pub fn file(&self) -> String {
        let Self { language, part, topic, .. } = self;
        if part.is_empty() {
            format!("{language}/{topic}.ftl")
        } else {
            format!("{language}/{part}/{topic}.ftl")
        }
    }

    /// All files of a book, in the order of their names.
    ///
    /// # Errors
    /// A folder or file that cannot be read, or a file that is no part of a book.
    pub fn all(folder: &Path) -> Result<Vec<Self>, Faults> {
        let mut sources = Vec::new();
        for language in names(folder, "")? {
            collect(folder, &language, "", &mut sources)?;
        }
        Ok(sources)
    }
}

fn collect(book: &Path, language: &str, part: &str, into: &mut Vec<Source>) -> Result<(), Faults> {
    let below = if part.is_empty() { language.to_owned() } else { format!("{language}/{part}") };
    for name in names(&book.join(&below), &below)? {
        let path = book.join(&below).join(&name);
        if path.is_dir() {
            let part = if part.is_empty() { name } else { format!("{part}/{name}") };
            collect(book, language, &part, into)?;
            continue;
        }
        let Some(topic) = name.strip_suffix(".ftl") else {
            return Err(fault(&format!("{below}/{name}"), "is no file of words (.ftl)"));
        };
        let text = fs::read_to_string(&path)
            .map_err(|error| fault(&format!("{below}/{name}"), &error.to_string()))?;
        let (language, part, topic) = (language.to_owned(), part.to_owned(), topic.to_owned());
        into.push(Source { language, part, topic, text });
    }
    Ok(())
}

fn names(folder: &Path, told: &str) -> Result<Vec<String>, Faults> {
    let entries = fs::read_dir(folder).map_err(|error| fault(told, &format!("cannot be read: {error}")))?;
    let mut names: Vec<String> =
        entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    Ok(names)
}

fn fault(file: &str, what: &str) -> Faults {
    Faults(vec![Fault { file: file.to_owned(), line: 0, key: file.to_owned(), what: what.to_owned() }])
}

//! What may stand after `entaku` on the command line.
use std::ffi::OsString;
use std::path::PathBuf;

/// Printed for `--help` and after a word that is not understood.
pub const USAGE: &str = "\
entaku [--store DIR] [--demo]
  --store DIR   the folder of the case store (left out: the platform's data folder)
  --demo        open the demonstration store with its three cases";

/// How the window is to open.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The folder of the case store; `None`: the platform's data folder.
    pub store: Option<PathBuf>,
    /// Open on the demonstration store.
    pub demo: bool,
}

/// What the command line asked for.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// Open the window so.
    Window(Options),
    /// Print [`USAGE`] and leave.
    Help,
    /// Print the version and leave.
    Version,
}

/// Reads the words after the program's name. The error is a sentence for the person at the terminal.
pub fn read(words: impl IntoIterator<Item = OsString>) -> Result<Asked, String> {
    let mut options = Options::default();
    let mut words = words.into_iter();
    while let Some(word) = words.next() {
        match word.to_str() {
            Some("--help" | "-h") => return Ok(Asked::Help),
            Some("--version" | "-V") => return Ok(Asked::Version),
            Some("--demo") => options.demo = true,
            Some("--store") => match words.next() {
                Some(folder) if !folder.is_empty() => options.store = Some(folder.into()),
                _ => return Err("--store: a folder is expected after it".to_owned()),
            },
            _ => return Err(format!("“{}” is not an option of entaku", word.to_string_lossy())),
        }
    }
    Ok(Asked::Window(options))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(words: &[&str]) -> Result<Asked, String> {
        read(words.iter().map(OsString::from))
    }

    #[test]
    fn nothing_opens_the_platforms_store() {
        assert_eq!(asked(&[]), Ok(Asked::Window(Options::default())));
    }

    #[test]
    fn store_and_demo_are_read_in_any_order() {
        let expected = Options { store: Some("/tmp/x".into()), demo: true };
        assert_eq!(asked(&["--demo", "--store", "/tmp/x"]).as_ref(), Ok(&Asked::Window(expected)));
    }

    #[test]
    fn a_forgotten_folder_is_named() {
        let said = asked(&["--store"]).unwrap_err();
        assert!(said.contains("--store"), "the sentence names the option: {said}");
    }

    #[test]
    fn an_unknown_word_is_refused_not_ignored() {
        // A misspelt --store would otherwise open the person's own cases.
        let said = asked(&["--stroe", "/tmp/x"]).unwrap_err();
        assert!(said.contains("--stroe"), "the sentence quotes the word: {said}");
    }
}

//! The words a reader outside the panel may not know, each in a line; only those the report uses.

use entaku_domain::words::terms;
use entaku_words::paper::page;

use super::Writer;
use super::sheet::{heading, long_pairs};
use crate::layout::Block;

impl Writer<'_> {
    /// The glossary for what is said in these words.
    pub(super) fn glossary(&self, said: &str) -> Vec<Block> {
        let language = self.words.language();
        let entries: Vec<(String, Option<String>)> = terms::used(said, language)
            .into_iter()
            .filter_map(|term| {
                Some((term.name(language).to_owned(), Some(term.for_clinicians(language)?.to_owned())))
            })
            .collect();
        let Some(list) = long_pairs(self.words, &entries) else { return Vec::new() };
        vec![heading(self.words.of(page::GLOSSARY)), list]
    }
}

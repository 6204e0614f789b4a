//! From the content of a report to blocks: what stands where, in which words. One file per part.

mod clinical;
mod facts;
mod findings;
mod furniture;
mod germline;
mod meeting;
mod quorum;
mod recommendations;
mod referrals;
mod responsibility;
mod sheet;
mod sources;
mod summary;
mod theme;
mod verdicts;
mod walk;
mod wording;

use entaku_domain::label::Language;
use entaku_domain::report::ReportContent;

use crate::layout::Block;

pub use facts::facts;
pub use furniture::{Furniture, geometry};
pub use walk::{all_printable, missing};
pub(crate) use wording::Words;

/// A report being written in one language.
pub(crate) struct Writer<'a> {
    /// What it says.
    pub content: &'a ReportContent,
    /// In which words.
    pub words: Words,
    /// Hash of the content, hexadecimal.
    pub hash: &'a str,
}

impl<'a> Writer<'a> {
    pub fn new(content: &'a ReportContent, language: Language, hash: &'a str) -> Self {
        Self { content, words: Words::new(language), hash }
    }

    /// The whole report: one page that says what matters, then everything it rests on.
    pub fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.summary();
        blocks.push(Block::NewPage);
        for part in [
            self.clinical(),
            self.findings(),
            self.recommendations(),
            self.referrals(),
            self.germline(),
            self.meeting(),
            self.sources(),
            self.responsibility(),
        ] {
            blocks.extend(part);
        }
        blocks
    }
}

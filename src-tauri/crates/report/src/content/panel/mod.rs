//! The panel's report: one page that says what matters, then everything it rests on.

mod amendment;
mod clinical;
mod evidence;
mod figures;
mod findings;
mod germline;
mod glossary;
mod meeting;
mod recommendations;
mod referrals;
mod responsibility;
mod sources;
mod summary;
mod verdicts;

use entaku_domain::document::DocumentKind;
use entaku_domain::report::{ReportContent, ReportState};
use entaku_words::clinical::case;

use super::wording::NOTHING;
use super::{DocumentIdentity, DocumentText, Finality, Words, person, quorum, sheet, theme, walk, wording};
use crate::layout::Block;
use crate::options::RenderOptions;

/// The report in one language.
pub(super) fn written(content: &ReportContent, options: &RenderOptions) -> DocumentText {
    let width = super::furniture::column(options.paper);
    let writer = Writer { content, words: Words::new(options.language), hash: &options.content_hash, width };
    DocumentText { about: writer.about(), blocks: writer.blocks(), readings: None }
}

/// A report being written in one language.
struct Writer<'a> {
    /// What it says.
    content: &'a ReportContent,
    /// In which words.
    words: Words,
    /// Hash of the content, hexadecimal.
    hash: &'a str,
    /// Width of the column of text.
    width: f32,
}

impl Writer<'_> {
    fn about(&self) -> DocumentIdentity {
        let content = self.content;
        DocumentIdentity {
            kind: DocumentKind::Panel,
            language: self.words.language(),
            title: self.words.of(self.title_word()).to_owned(),
            institution: content.institution.to_string(),
            name: summary::case_name(content).to_owned(),
            person: Some(person(&content.patient).unwrap_or_else(|| NOTHING.to_owned())),
            named: self.words.head(case::NUMBER),
            id: content.case_id.to_string(),
            revision: self.words.revision(content.revision),
            number: content.revision,
            state: match &content.state {
                ReportState::Draft { .. } => Finality::Draft,
                ReportState::Final { at, .. } => Finality::Final(*at),
            },
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.summary();
        blocks.push(Block::NewPage);
        for part in [
            self.all_changes(),
            self.clinical(),
            self.findings(),
            self.recommendations(),
            self.referrals(),
            self.germline(),
            self.meeting(),
            self.sources(),
        ] {
            blocks.extend(part);
        }
        let said = walk::said(&blocks);
        blocks.extend(self.glossary(&said));
        blocks.extend(self.responsibility());
        blocks
    }
}

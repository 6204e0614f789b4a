//! How a document is to be rendered.

use crate::journal_end::JournalEnd;
use std::sync::Arc;

pub use entaku_domain::document::Paper;
use entaku_domain::document::{Readings, TypeSize};
use entaku_domain::label::Language;

use crate::logo::Logo;

/// What is not content: language, paper, setting, logo, and the hash the caller computed over the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderOptions {
    /// Language of labels.
    pub language: Language,
    /// Paper.
    pub paper: Paper,
    /// Size of the text, for kinds that are set in several.
    pub type_size: TypeSize,
    /// Whether kanji carry their readings, for kinds that can.
    pub readings: Readings,
    /// At the head of the document, beside the name of who issues it.
    pub logo: Option<Arc<Logo>>,
    /// SHA-256 of the content's canonical bytes, hexadecimal. Its start is printed on every page, the whole at the end.
    pub content_hash: String,
    /// The end of the journal when the document was made, for those that are to prove later what the store held then. It stands
    /// at the foot of every page.
    pub journal: Option<JournalEnd>,
}

impl RenderOptions {
    /// On A4, in ordinary type, without readings and logo.
    #[must_use]
    pub fn new(language: Language, content_hash: impl Into<String>) -> Self {
        Self {
            language,
            paper: Paper::A4,
            type_size: TypeSize::Ordinary,
            readings: Readings::Without,
            logo: None,
            content_hash: content_hash.into(),
            journal: None,
        }
    }
}

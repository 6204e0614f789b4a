//! How a document is to be rendered.

use entaku_domain::document::{Readings, TypeSize};
use entaku_domain::label::Language;

/// Size of the paper.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 8½ × 11 in.
    Letter,
}

/// What is not content: language, paper, setting, and the hash the caller computed over the content.
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
    /// SHA-256 of the content's canonical bytes, hexadecimal. Its start is printed on every page, the whole at the end.
    pub content_hash: String,
}

impl RenderOptions {
    /// On A4, in ordinary type, without readings.
    #[must_use]
    pub fn new(language: Language, content_hash: impl Into<String>) -> Self {
        Self {
            language,
            paper: Paper::A4,
            type_size: TypeSize::Ordinary,
            readings: Readings::Without,
            content_hash: content_hash.into(),
        }
    }
}

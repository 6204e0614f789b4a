//! How a report is to be rendered.

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

/// What is not content: language, paper, and the hash the caller computed over the content.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RenderOptions {
    /// Language of labels.
    pub language: Language,
    /// Paper.
    pub paper: Paper,
    /// SHA-256 of the content's canonical bytes, hexadecimal. Its start is printed on every page, the whole at the end.
    pub content_hash: String,
}

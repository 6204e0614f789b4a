//! Text in every language that is no word of the book: names of scales, what people write, words put together.

use serde::{Deserialize, Serialize};

use crate::Language;

/// The same words in both languages.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Label {
    /// 日本語.
    pub ja: String,
    /// English.
    pub en: String,
}

impl Label {
    /// The words in both languages.
    pub fn new(ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { ja: ja.into(), en: en.into() }
    }
    /// The words in one language.
    pub fn get(&self, language: Language) -> &str {
        match language {
            Language::Ja => &self.ja,
            Language::En => &self.en,
        }
    }
}

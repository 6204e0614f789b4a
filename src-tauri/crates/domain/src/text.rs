//! Plain text that a person or a file supplied: trimmed, without control characters, bounded.
//! Owns the one rule for "is this printable text"; must not know what the text means.

use serde::{Deserialize, Serialize};

/// Longest text a single field may hold, in characters. A pasted pathology report fits; a pasted file does not.
pub const MAX_CHARS: usize = 20_000;

/// Why a text was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// Nothing but white space.
    #[error("the text is empty")]
    Empty,
    /// More than [`MAX_CHARS`] characters.
    #[error("the text has {0} characters, at most {MAX_CHARS} are accepted")]
    TooLong(usize),
    /// A control character other than tab and line feed.
    #[error("the text holds the control character U+{0:04X}")]
    Control(u32),
}

/// Non-empty text: trimmed, at most [`MAX_CHARS`] characters, line feeds and tabs are its only control characters.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Text(String);

impl Text {
    /// Checks and keeps the text. CR LF becomes LF.
    pub fn new(text: &str) -> Result<Self, TextError> {
        let text = text.replace("\r\n", "\n");
        let text = text.trim();
        if text.is_empty() {
            return Err(TextError::Empty);
        }
        let count = text.chars().count();
        if count > MAX_CHARS {
            return Err(TextError::TooLong(count));
        }
        match text.chars().find(|c| c.is_control() && *c != '\n' && *c != '\t') {
            Some(control) => Err(TextError::Control(u32::from(control))),
            None => Ok(Self(text.to_owned())),
        }
    }

    /// As [`Text::new`], with nothing for an empty or missing text.
    pub fn optional(text: Option<&str>) -> Result<Option<Self>, TextError> {
        match text.map(str::trim) {
            None | Some("") => Ok(None),
            Some(text) => Self::new(text).map(Some),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl TryFrom<String> for Text {
    type Error = TextError;
    fn try_from(text: String) -> Result<Self, TextError> {
        Self::new(&text)
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.0
    }
}

impl std::fmt::Display for Text {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

/// Full-width ASCII (U+FF01–U+FF5E) and the ideographic space become their half-width forms.
/// Japanese files and keyboards mix both; identifiers are compared in half width.
pub fn half_width(text: &str) -> String {
    text.chars()
        .map(|c| match u32::from(c) {
            code @ 0xFF01..=0xFF5E => char::from_u32(code - 0xFEE0).unwrap_or(c),
            0x3000 => ' ',
            _ => c,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_trimmed_and_never_empty() {
        assert_eq!(Text::new("  肺腺癌 ").unwrap().as_str(), "肺腺癌");
        assert_eq!(Text::new(" \n "), Err(TextError::Empty));
        assert_eq!(Text::optional(Some("  ")), Ok(None));
    }

    #[test]
    fn control_characters_are_refused_but_line_breaks_stay() {
        assert_eq!(Text::new("a\r\nb").unwrap().as_str(), "a\nb");
        assert_eq!(Text::new("a\u{1b}[2J"), Err(TextError::Control(0x1b)), "an escape sequence is no text");
    }

    #[test]
    fn full_width_identifiers_become_half_width() {
        assert_eq!(half_width("ＥＧＦＲ　Ｌ８５８Ｒ"), "EGFR L858R");
    }
}

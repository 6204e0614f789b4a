//! Which plural categories a language has for whole numbers (Unicode CLDR, cardinal rules).

/// The numbers that are `one` in a language; all others are `other`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Plurals {
    /// No category besides `other`.
    None,
    /// 1 alone.
    One,
    /// 0 and 1.
    UpToOne,
}

/// The rule of a language, where it is as simple as that.
pub(crate) fn plurals(language: &str) -> Option<Plurals> {
    Some(match language {
        "id" | "ja" | "ko" | "ms" | "th" | "vi" | "zh" => Plurals::None,
        "da" | "de" | "en" | "et" | "fi" | "hu" | "nb" | "nl" | "sv" | "tr" => Plurals::One,
        "fr" | "pt" => Plurals::UpToOne,
        _ => return None,
    })
}

impl Plurals {
    /// The numbers of a category that the language has besides `other`.
    pub(crate) fn numbers(self, category: &str) -> Option<&'static [i64]> {
        match (self, category) {
            (Self::One, "one") => Some(&[1]),
            (Self::UpToOne, "one") => Some(&[0, 1]),
            _ => None,
        }
    }
}

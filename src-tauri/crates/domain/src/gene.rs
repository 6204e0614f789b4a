//! Gene symbols and transcript names, as written by the source.

use serde::{Deserialize, Serialize};

/// A text that is no gene symbol.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error(
    "'{0}' is not a gene symbol: expected letters, digits, '-', '.', '_', '@' or '/', at most 64 characters"
)]
pub struct GeneError(String);

/// A gene symbol such as `EGFR`, `HLA-A`, `C17orf39`. Half width; case as written (mixed-case symbols exist).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct GeneSymbol(String);

impl GeneSymbol {
    /// Accepts letters, digits and `-._@/` after full width became half width.
    pub fn parse(text: &str) -> Result<Self, GeneError> {
        let half = crate::text::half_width(text);
        let symbol = half.trim();
        let fits = !symbol.is_empty()
            && symbol.len() <= 64
            && symbol.chars().all(|c| c.is_ascii_alphanumeric() || "-._@/".contains(c))
            && symbol.chars().any(|c| c.is_ascii_alphanumeric());
        if fits { Ok(Self(symbol.to_owned())) } else { Err(GeneError(text.chars().take(64).collect())) }
    }
    /// The symbol.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
impl TryFrom<String> for GeneSymbol {
    type Error = GeneError;
    fn try_from(text: String) -> Result<Self, GeneError> {
        Self::parse(&text)
    }
}
impl From<GeneSymbol> for String {
    fn from(gene: GeneSymbol) -> Self {
        gene.0
    }
}
impl std::fmt::Display for GeneSymbol {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_are_half_width_and_never_a_sentence() {
        assert_eq!(GeneSymbol::parse("ＥＧＦＲ").unwrap().as_str(), "EGFR");
        assert_eq!(GeneSymbol::parse("HLA-A").unwrap().as_str(), "HLA-A");
        for wrong in ["", "EGFR L858R", "=cmd()", "-"] {
            assert!(GeneSymbol::parse(wrong).is_err(), "{wrong} is no symbol");
        }
    }
}

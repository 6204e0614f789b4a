//! Which names stand for one gene. Owns the look-up; the names are knowledge's (HGNC).

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};

/// Former symbols and aliases with the approved symbol that each stands for.
#[derive(Debug, Clone, Default)]
pub struct GeneNames {
    by_name: HashMap<String, String>,
}

impl GeneNames {
    /// No other names: every symbol stands for itself.
    pub fn none() -> Self {
        Self::default()
    }

    /// From approved symbols, each with its other names. A name that is itself an approved symbol, or that several genes have
    /// had, stands for itself alone: it would be a guess.
    pub fn new<'a>(genes: impl IntoIterator<Item = (&'a str, Vec<&'a str>)>) -> Self {
        let genes: Vec<(String, Vec<&str>)> =
            genes.into_iter().map(|(symbol, others)| (symbol.trim().to_uppercase(), others)).collect();
        let approved: HashSet<&String> = genes.iter().map(|(symbol, _)| symbol).collect();
        let mut by_name: HashMap<String, String> = HashMap::new();
        let mut several: HashSet<String> = HashSet::new();
        for (symbol, others) in &genes {
            for name in others.iter().map(|name| name.trim().to_uppercase()) {
                if name.is_empty() || approved.contains(&name) {
                    continue;
                }
                if by_name.insert(name.clone(), symbol.clone()).is_some_and(|other| other != *symbol) {
                    several.insert(name);
                }
            }
        }
        by_name.retain(|name, _| !several.contains(name));
        Self { by_name }
    }

    /// The approved symbol in upper case; a symbol that is not known stands for itself.
    pub fn approved<'s>(&'s self, symbol: &'s str) -> Cow<'s, str> {
        let symbol = symbol.trim();
        let upper = match symbol.chars().any(|c| c.is_ascii_lowercase()) {
            true => Cow::Owned(symbol.to_ascii_uppercase()),
            false => Cow::Borrowed(symbol),
        };
        match self.by_name.get(upper.as_ref()) {
            Some(approved) => Cow::Borrowed(approved.as_str()),
            None => upper,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_alias_stands_for_one_gene_or_for_itself() {
        let names = GeneNames::new([
            ("ERBB2", vec!["HER2", "NEU"]),
            ("KMT2A", vec!["MLL", "MLL1"]),
            ("KMT2B", vec!["MLL2", "MLL4"]),
            ("KMT2D", vec!["MLL2", "KMT2A"]),
        ]);
        for (written, expected) in [
            ("HER2", "ERBB2"),
            ("her2", "ERBB2"),
            ("ERBB2", "ERBB2"),
            ("MLL", "KMT2A"),
            ("MLL4", "KMT2B"),
            // Two genes had it; and an approved symbol is nobody's alias.
            ("MLL2", "MLL2"),
            ("KMT2A", "KMT2A"),
            ("C17orf39", "C17ORF39"),
        ] {
            assert_eq!(names.approved(written), expected, "{written}");
        }
    }
}

//! The two partners of a fusion in one text.

use entaku_domain::gene::GeneSymbol;

/// Splits `CD74-ERBB4`, `CD74|ERBB4` or `CD74::ERBB4`. Symbols hold hyphens of their own (`HLA-A`), so `known` genes
/// decide where they can; without them the text must split in one way only.
pub(crate) fn split(text: &str, known: &[&GeneSymbol]) -> Option<(GeneSymbol, GeneSymbol)> {
    let pair =
        |five: &str, three: &str| Some((GeneSymbol::parse(five).ok()?, GeneSymbol::parse(three).ok()?));
    if let Some((five, three)) = text.split_once("::") {
        return pair(five, three);
    }
    let splits = || {
        text.match_indices(['-', '|'])
            .filter_map(|(at, sign)| pair(text.get(..at)?, text.get(at + sign.len()..)?))
    };
    splits()
        .find(|(five, three)| known.contains(&five) && known.contains(&three))
        .or_else(|| splits().next().filter(|_| splits().count() == 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str, known: &[&str]) -> Option<String> {
        let known: Vec<GeneSymbol> = known.iter().map(|name| GeneSymbol::parse(name).unwrap()).collect();
        split(text, &known.iter().collect::<Vec<_>>()).map(|(five, three)| format!("{five}::{three}"))
    }

    #[test]
    fn pairs_are_split_where_that_is_certain() {
        assert_eq!(shown("EML4-ALK", &[]).as_deref(), Some("EML4::ALK"));
        assert_eq!(shown("HLA-A::ROS1", &[]).as_deref(), Some("HLA-A::ROS1"));
        assert_eq!(shown("HLA-A-ROS1", &[]), None, "two ways to split");
        assert_eq!(shown("HLA-A-ROS1", &["ROS1", "HLA-A"]).as_deref(), Some("HLA-A::ROS1"));
        assert_eq!(shown("ALK", &[]), None);
    }
}

//! The partners of a fusion in one text.
//!
//! A hyphen joins the partners and stands within symbols too (`HLA-A`, `NKX2-1`, `RP11-1`, `EGFR-AS1`). A part that is
//! no symbol by itself belongs to its neighbour, and so do the parts of the hyphenated forms that are known. Where
//! more than one way is left nothing is split: the name stays as said.

use entaku_domain::gene::GeneSymbol;

/// Genes on either side; each has one at least. A place between genes, or one that several genes cover, has several.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Sides {
    pub five: Vec<GeneSymbol>,
    pub three: Vec<GeneSymbol>,
}

impl Sides {
    /// The genes named first, 5' partner first.
    pub fn pair(&self) -> Option<(GeneSymbol, GeneSymbol)> {
        Some((self.five.first()?.clone(), self.three.first()?.clone()))
    }
}

/// Splits `CD74-ERBB4`, `CD74|ERBB4` or `CD74::ERBB4` into the pair ([`sides`]).
pub(crate) fn split(text: &str, known: &[&GeneSymbol]) -> Option<(GeneSymbol, GeneSymbol)> {
    sides(text, known)?.pair()
}

/// Splits a fusion's name: `CD74-ROS1;GOPC`. `known` genes decide where symbols hold hyphens; without them one way
/// alone must be left.
pub(crate) fn sides(text: &str, known: &[&GeneSymbol]) -> Option<Sides> {
    if let Some((five, three)) = ["::", "--", "|"].iter().find_map(|sign| text.split_once(sign)) {
        return Some(Sides { five: genes(five)?, three: genes(three)? });
    }
    let ways: Vec<Sides> = text
        .match_indices('-')
        .filter_map(|(at, sign)| {
            Some(Sides { five: genes(text.get(..at)?)?, three: genes(text.get(at + sign.len()..)?)? })
        })
        .collect();
    let names = |genes: &[GeneSymbol]| genes.iter().any(|gene| known.contains(&gene));
    let both = ways.iter().find(|way| names(&way.five) && names(&way.three));
    let likely = only(&ways, |way| way.five.iter().chain(&way.three).all(is_likely));
    let one = || only(&ways, |way| names(&way.five) || names(&way.three));
    // One hyphen, and the whole is no symbol: there is nothing to choose.
    let single = || only(&ways, |_| true).filter(|_| !is_hyphenated(text.trim()));
    both.or(likely).or_else(one).or_else(single).cloned()
}

/// The genes of a list: `PPARG/AC016683.6`. None where one of them is no symbol.
pub(crate) fn genes(text: &str) -> Option<Vec<GeneSymbol>> {
    text.split([';', '/']).map(gene).collect()
}

fn gene(text: &str) -> Option<GeneSymbol> {
    // `1-Mar` is no pair, and neither is `ALK-intragenic`.
    let named = text.chars().any(|c| c.is_uppercase());
    GeneSymbol::parse(text).ok().filter(|_| named)
}

fn only(ways: &[Sides], fits: impl Fn(&Sides) -> bool) -> Option<&Sides> {
    let mut fitting = ways.iter().filter(|way| fits(way));
    fitting.next().filter(|_| fitting.next().is_none())
}

fn is_likely(gene: &GeneSymbol) -> bool {
    is_whole(gene.as_str()) || is_hyphenated(gene.as_str())
}

/// Whether a text without hyphens is a symbol by itself, and not the part of another.
fn is_whole(text: &str) -> bool {
    let starts = text.starts_with(|c: char| c.is_ascii_alphabetic());
    starts && text.len() > 1 && !text.contains('-') && !is_ending(text) && !is_beginning(text)
}

/// Whether a text is a symbol with hyphens, by the forms in use.
fn is_hyphenated(text: &str) -> bool {
    let Some((before, last)) = text.rsplit_once('-') else { return false };
    let is_symbol = is_whole(before) || is_hyphenated(before);
    // `EGFR-AS1`, `NKX2-1-AS1`, `MET-DT`.
    if is_ending(last) {
        return is_symbol;
    }
    // `HLA-A`, `MT-ND1`, `CTD-2010I16.1`.
    if is_beginning(before) {
        return !last.is_empty();
    }
    // `NKX2-1`, `RP11-1`, `ERVK3-1`, `H3-3A`, `IGHV3-23`: no symbol begins with a digit.
    is_whole(before) && last.starts_with(|c: char| c.is_ascii_digit())
}

/// The endings that name a transcript beside a gene: antisense, intronic, overlapping, divergent.
fn is_ending(text: &str) -> bool {
    let numbered = ["AS", "IT", "OT"]
        .iter()
        .any(|ending| text.strip_prefix(ending).is_some_and(|rest| rest.chars().all(|c| c.is_ascii_digit())));
    numbered || text == "DT"
}

/// Beginnings that are no symbol without what follows.
fn is_beginning(text: &str) -> bool {
    ["HLA", "MT", "CTA", "CTB", "CTC", "CTD", "LINC"].contains(&text)
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
        assert_eq!(shown("EML4--ALK", &[]).as_deref(), Some("EML4::ALK"));
        assert_eq!(shown("HLA-A::ROS1", &[]).as_deref(), Some("HLA-A::ROS1"));
        assert_eq!(shown("PRH1-PRR4-ALK", &[]), None, "two ways to split");
        assert_eq!(shown("PRH1-PRR4-ALK", &["ALK"]).as_deref(), Some("PRH1-PRR4::ALK"));
        assert_eq!(shown("HLA-A-ROS1", &["ROS1", "HLA-A"]).as_deref(), Some("HLA-A::ROS1"));
        for none in
            ["ALK", "1-Mar", "Sep-06", "ALK-intragenic", "HLA-A", "NKX2-1", "EGFR-AS1", "ROS1;CD74", "-"]
        {
            assert_eq!(shown(none, &[]), None, "{none}");
        }
    }

    #[test]
    fn hyphens_of_symbols_are_known_by_their_forms() {
        for (text, pair) in [
            ("HLA-A-ROS1", "HLA-A::ROS1"),
            ("CD74-HLA-DRB1", "CD74::HLA-DRB1"),
            ("NKX2-1-ALK", "NKX2-1::ALK"),
            ("ERVK3-1-ALK", "ERVK3-1::ALK"),
            ("EGFR-EGFR-AS1", "EGFR::EGFR-AS1"),
            ("RP11-123A4.5-MET-DT", "RP11-123A4.5::MET-DT"),
            ("H3-3A-CTD-2010I16.1", "H3-3A::CTD-2010I16.1"),
        ] {
            assert_eq!(shown(text, &[]).as_deref(), Some(pair));
        }
    }

    #[test]
    fn lists_on_either_side_keep_every_gene() {
        let names = |genes: &[GeneSymbol]| genes.iter().map(GeneSymbol::as_str).collect::<Vec<_>>().join(" ");
        for (text, five, three) in [
            ("CD74-ROS1;GOPC", "CD74", "ROS1 GOPC"),
            ("PPARG/AC016683.6-PAX8", "PPARG AC016683.6", "PAX8"),
            ("NKX2-1-AS1;RP11-1-ALK", "NKX2-1-AS1 RP11-1", "ALK"),
        ] {
            let sides = sides(text, &[]).unwrap();
            assert_eq!((names(&sides.five), names(&sides.three)), (five.to_owned(), three.to_owned()));
        }
    }
}

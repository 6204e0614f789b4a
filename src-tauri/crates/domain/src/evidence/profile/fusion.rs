//! Names of fusions: `EML4::ALK Fusion`, `v::ALK`, `BCR-ABL`, `EML4-ALK e6-e20`, `ALK FUSIONS`.

use super::criterion::{FusionWanted, Partner};
use super::{Criterion, Feature, change, names};

/// What is asked of a fusion feature.
pub(super) fn of_feature(feature: &Feature, variant: &str) -> Criterion {
    let Feature::Fusion(five, three) = feature else { return Criterion::Unread(variant.to_owned()) };
    let upper = variant.trim().to_uppercase();
    let detail = match upper.as_str() {
        "FUSION" | "FUSIONS" | "FUSION GENE" | "REARRANGEMENT" => None,
        _ => Some(variant.trim().to_owned()),
    };
    Criterion::Fusion(FusionWanted { five: five.clone(), three: three.clone(), ordered: true, detail })
}

/// `EML4-ALK` before the word `Fusion`. A symbol may have a hyphen of its own (`HLA-A`, `NKX2-1`): both sides must be symbols
/// of two letters or more.
pub(super) fn by_hyphen(pair: &str, variant: &str) -> Option<Feature> {
    let fusion = matches!(variant.to_uppercase().as_str(), "FUSION" | "FUSIONS" | "FUSION GENE");
    let (five, three) = pair_of(pair).filter(|(five, three)| fusion && five.len() > 1 && three.len() > 1)?;
    Some(Feature::Fusion(Partner::Gene(five), Partner::Gene(three)))
}

/// Any fusion of a gene, on either side.
pub(super) fn any_of(gene: &str) -> FusionWanted {
    FusionWanted { five: Partner::Gene(gene.to_owned()), three: Partner::Any, ordered: false, detail: None }
}

/// A fusion named within a gene: two symbols with a hyphen, perhaps with exons or a type behind them.
pub(super) fn within_gene(variant: &str) -> Option<FusionWanted> {
    let (pair, rest) = variant.split_once(' ').unwrap_or((variant, ""));
    let (five, three) = pair_of(pair)?;
    let rest = rest.trim();
    let upper = rest.to_uppercase();
    let detail = match upper.as_str() {
        "" | "FUSION" | "FUSIONS" => None,
        _ if is_detail(&upper) => Some(rest.to_owned()),
        _ => return None,
    };
    // `C1156Y-L1198F` are two changes.
    if change::criterion(&five).is_some() && change::criterion(&three).is_some() {
        return None;
    }
    Some(FusionWanted { five: Partner::Gene(five), three: Partner::Gene(three), ordered: true, detail })
}

/// `EML4-ALK` and `EML4::ALK` as two symbols.
pub(in crate::evidence) fn pair_of(pair: &str) -> Option<(String, String)> {
    let (five, three) = pair.split_once("::").or_else(|| pair.split_once('-'))?;
    (names::is_symbol(five) && names::is_symbol(three)).then(|| (five.to_owned(), three.to_owned()))
}

/// `E6-E20`, `E20;A20`, `TYPE 1`.
fn is_detail(upper: &str) -> bool {
    exon_pair(upper).is_some() || upper.starts_with("TYPE ")
}

/// The exons in `e6-e20` and `E13;A20`: of the 5' partner, of the 3' partner.
pub(in crate::evidence) fn exon_pair(text: &str) -> Option<(u32, u32)> {
    let exon = |text: &str| {
        let digits = text.trim().strip_prefix(|c: char| c.is_ascii_alphabetic())?;
        digits.trim_start_matches('.').parse::<u32>().ok().filter(|number| *number > 0)
    };
    let pair = text.split_once('-').or_else(|| text.split_once(';')).or_else(|| text.split_once("::"));
    pair.and_then(|(five, three)| Some((exon(five)?, exon(three)?)))
}

/// A fusion with changes behind it as single names: `BCR-ABL E255K V299L`, `EML4-ALK C1156Y-L1198F`, `ALK FUSION F1245C`.
pub(super) fn with_changes(variant: &str) -> Option<Vec<String>> {
    let words: Vec<&str> = variant.split_whitespace().collect();
    let (head, rest) = match words.as_slice() {
        [one, rest @ ..] if matches!(one.to_uppercase().as_str(), "FUSION" | "FUSIONS") => {
            ((*one).to_owned(), rest)
        }
        [one, rest @ ..] => {
            within_gene(one)?;
            ((*one).to_owned(), rest)
        }
        [] => return None,
    };
    if rest.is_empty() {
        return None;
    }
    let mut all = vec![head];
    for word in rest {
        all.extend(word.split('-').map(str::to_owned));
    }
    Some(all)
}

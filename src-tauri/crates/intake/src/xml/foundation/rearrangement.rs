//! Rearrangements. The format names the gene it looked for and the other one; which of them is the 5' partner stands in
//! the description alone.

use super::super::locus;
use super::super::node::Node;
use super::variants::frequency;
use crate::gene_pair;
use crate::notes::Remark;
use entaku_domain::finding::{Alteration, Breakend, Rearrangement};
use entaku_domain::gene::GeneSymbol;

const TYPES: [&str; 7] =
    ["fusion", "gene fusion", "rearrangement", "truncation", "deletion", "duplication", "unknown"];

/// A rearrangement: usable with a gene, a place or a description.
pub(super) fn read(node: &Node<'_>) -> Option<Alteration> {
    let description = node.text("description");
    let kind = node.one_of("type", &TYPES);
    let targeted = node.gene("targeted-gene");
    let other = node.gene("other-gene");
    node.one_of("in-frame", &["Yes", "No", "unknown"]);
    let side = |name: &str, gene: &Option<GeneSymbol>| {
        let place = locus::field(node, name);
        let (chromosome, start, end) =
            place.map_or((None, None, None), |place| (Some(place.chromosome), place.start, place.end));
        let genes: Vec<GeneSymbol> = gene.iter().cloned().collect();
        (chromosome.is_some() || !genes.is_empty()).then(|| Breakend {
            chromosome,
            start,
            // A single place is an interval of one base.
            end: end.or(start),
            mate_piece: None,
            genes,
        })
    };
    let breakends = (side("pos1", &targeted), side("pos2", &other));
    if breakends.0.is_none() && breakends.1.is_none() && description.is_none() {
        return None;
    }
    let is_fusion = kind.as_deref().is_some_and(|kind| kind.to_ascii_lowercase().contains("fusion"));
    let pair = pair(node, description.as_deref(), (&targeted, &other));
    if is_fusion && pair.is_none() {
        let said = description.clone().unwrap_or_else(|| "no description".to_owned());
        let hint =
            "The description does not name the partners in order (5' gene first); which is which stays open.";
        node.remark("description", Remark::info("fusion-no-pair", said, hint));
    }
    Some(Alteration::Rearrangement(Rearrangement {
        alteration: kind.unwrap_or_else(|| "rearrangement".to_owned()),
        names: description.into_iter().collect(),
        breakends,
        gene_pairs: pair.into_iter().collect(),
        vaf: frequency(node),
        supporting_reads: node.whole("supporting-read-pairs"),
        total_reads: None,
    }))
}

/// The partners in the order of the description: `EML4(NM_019063)-ALK(NM_004304) fusion (E13;A20)`.
fn pair(
    node: &Node<'_>,
    description: Option<&str>,
    genes: (&Option<GeneSymbol>, &Option<GeneSymbol>),
) -> Option<(GeneSymbol, GeneSymbol)> {
    let (Some(targeted), Some(other)) = genes else { return None };
    let written = |name: &str| GeneSymbol::parse(&node.said(name)?).ok();
    let (targeted_as, other_as) = (written("targeted-gene")?, written("other-gene")?);
    let bare = bare(description?);
    let (five, three) = gene_pair::split(bare.split(' ').next()?, &[&targeted_as, &other_as])?;
    // One gene twice would be an alteration within it, not a fusion of two.
    match (five, three) {
        (five, three) if five == three => None,
        (five, three) if five == targeted_as && three == other_as => Some((targeted.clone(), other.clone())),
        (five, three) if five == other_as && three == targeted_as => Some((other.clone(), targeted.clone())),
        _ => None,
    }
}

/// A description without its brackets and needless spaces: `EML4-ALK fusion`.
pub(super) fn bare(description: &str) -> String {
    let mut depth = 0_usize;
    let mut bare = String::with_capacity(description.len());
    for sign in description.chars() {
        match sign {
            '(' => depth += 1,
            ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => bare.push(sign),
            _ => {}
        }
    }
    super::super::node::one_line(&bare)
}

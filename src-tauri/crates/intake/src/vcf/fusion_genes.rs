//! The two genes of a fusion out of INFO: SnpEff's `Gene_Name` of an effect that fuses genes (`EML4&ALK`), which is
//! no gene's symbol and so is lost among transcripts; and GENEA, GENEB of fusions of RNA (nf-core/rnafusion).

use super::info::Info;
use entaku_domain::gene::GeneSymbol;

/// Most pairs of one record: annotation repeats them for each transcript.
const MAX_PAIRS: usize = 16;

pub(super) type Pair = (GeneSymbol, GeneSymbol);

/// The pairs of a record, each once, in the source's order. `further` were found in other annotations.
pub(super) fn pairs(
    info: &Info<'_>,
    genes: [Option<&str>; 2],
    (alternate, only): (&str, bool),
    further: &[Pair],
) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let stated = genes.map(|names| list(names.unwrap_or_default()));
    let annotated = info.ann.into_iter().flat_map(|text| annotated(text, alternate, only));
    for pair in sides(&stated).into_iter().chain(annotated).chain(further.iter().cloned()) {
        if pairs.len() < MAX_PAIRS && !pairs.contains(&pair) {
            pairs.push(pair);
        }
    }
    pairs
}

/// Genes of a list, as far as they are symbols. Between genes Arriba names both neighbours with their distance
/// (`FAM184B(13419),DCAF16(5724)`), STAR-Fusion adds the gene's id (`CRLF2^ENSG00000205755.12`).
pub(super) fn list(names: &str) -> Vec<GeneSymbol> {
    let bare = |name: &str| {
        let name = name.split('^').next().unwrap_or_default();
        let distance = name.strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
        let near = distance.filter(|(_, digits)| digits.bytes().all(|byte| byte.is_ascii_digit()));
        GeneSymbol::parse(near.map_or(name, |(gene, _)| gene)).ok()
    };
    names.split([',', '|']).filter_map(bare).take(MAX_PAIRS).collect()
}

/// Whether an effect of SnpEff fuses genes.
pub(super) fn fuses(effect: &str) -> bool {
    effect.trim().ends_with("gene_fusion")
}

/// `EML4&ALK`.
pub(super) fn pair(genes: &str) -> Option<Pair> {
    let (five, three) = genes.split_once('&')?;
    Some((GeneSymbol::parse(five).ok()?, GeneSymbol::parse(three).ok()?))
}

/// Lists of one length name pair by pair; else each gene over one side is joined to each over the other.
fn sides([five, three]: &[Vec<GeneSymbol>; 2]) -> Vec<Pair> {
    if five.len() == three.len() {
        return five.iter().cloned().zip(three.iter().cloned()).collect();
    }
    let each =
        |five: &GeneSymbol| three.iter().map(|three| (five.clone(), three.clone())).collect::<Vec<_>>();
    five.iter().flat_map(each).collect()
}

/// SnpEff's entries `Allele|Annotation|Impact|Gene_Name|…`.
fn annotated<'t>(text: &'t str, alternate: &'t str, only: bool) -> impl Iterator<Item = Pair> + 't {
    text.split(',').filter_map(move |entry| {
        let mut fields = entry.split('|');
        let (allele, effects, genes) = (fields.next()?, fields.next()?, fields.nth(1)?);
        let fuses = effects.split('&').any(fuses);
        pair(genes).filter(|_| fuses && (only || allele.trim().eq_ignore_ascii_case(alternate)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(info: &str, genes: [Option<&str>; 2], only: bool) -> Vec<String> {
        let pairs = pairs(&Info::of(info, "CSQ"), genes, ("]2:5]A", only), &[]);
        pairs.iter().map(|(five, three)| format!("{five}::{three}")).collect()
    }

    #[test]
    fn snpeff_names_a_pair_where_an_effect_fuses_genes() {
        for (info, pairs) in [
            (
                "ANN=]2:5]A|gene_fusion|HIGH|EML4&ALK|E|t,]2:5]A|gene_fusion|HIGH|EML4&ALK|E|u",
                vec!["EML4::ALK"],
            ),
            (
                "ANN=]2:5]A|bidirectional_gene_fusion&intron_variant|HIGH|NKX2-1-AS1&ALK|E",
                vec!["NKX2-1-AS1::ALK"],
            ),
            ("ANN=]2:5]A|intergenic_region|MODIFIER|EML4&ALK|E", vec![]),
            ("ANN=]2:5]A|gene_fusion|HIGH|ALK|E", vec![]),
            ("ANN=]2:5]A|gene_fusion|HIGH|A&B&C|E", vec![]),
            ("ANN=]2:5]A|gene_fusion", vec![]),
        ] {
            assert_eq!(shown(info, [None, None], true), pairs, "{info}");
        }
        let other = "ANN=A|gene_fusion|HIGH|EML4&ALK|E";
        assert!(shown(other, [None, None], false).is_empty(), "of another allele of the record");
    }

    #[test]
    fn genes_of_the_two_sides_are_pairs() {
        assert_eq!(shown(".", [Some("EML4"), Some("ALK")], true), ["EML4::ALK"]);
        assert_eq!(shown(".", [Some("A,B"), Some("C,D")], true), ["A::C", "B::D"]);
        assert_eq!(shown(".", [Some("A"), Some("C,D")], true), ["A::C", "A::D"]);
        assert!(shown(".", [Some("EML4"), None], true).is_empty());
        assert_eq!(shown(".", [Some("EML4"), Some(".")], true), Vec::<String>::new());
        let near = [Some("FAM184B(13419),DCAF16(5724)"), Some("LCORL^ENSG00000178177.15")];
        assert_eq!(
            shown(".", near, true),
            ["FAM184B::LCORL", "DCAF16::LCORL"],
            "distances are no part of a symbol"
        );
    }
}

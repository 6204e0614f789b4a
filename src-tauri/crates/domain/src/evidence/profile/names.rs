//! Names of criteria in words: `Exon 19 Deletion`, `Truncating Mutation`, `DNA BINDING DOMAIN MUTATION`, `TMB High`.
//! The words are those of CIViC's variant names, in any letter case.

use super::criterion::{
    Class, CopyNumberWanted, ExonChange, ExonWanted, ExpressionWanted, Marker, MarkerState,
};
use super::{Criterion, change, fusion};

/// Whether a text can be the symbol of a gene.
pub(super) fn is_symbol(text: &str) -> bool {
    text.len() <= 32
        && text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.chars().all(|c| c.is_ascii_alphanumeric() || "-._@".contains(c))
}

/// What a variant's name asks of a gene.
pub(super) fn criterion(gene: &str, variant: &str) -> Criterion {
    let text = variant.trim();
    let words = folded(text);
    let read = || {
        in_words(gene, &words)
            .or_else(|| exon(&words))
            .or_else(|| change::criterion(text))
            .or_else(|| change::criterion(without_mutation(text)?))
            .or_else(|| other_than(&words))
            .or_else(|| region(&words))
            .or_else(|| beyond(&words, text))
            .or_else(|| fusion::within_gene(text).map(Criterion::Fusion))
    };
    read().unwrap_or_else(|| Criterion::Unread(text.to_owned()))
}

/// `V600E mutation` is `V600E`.
fn without_mutation(text: &str) -> Option<&str> {
    let (name, word) = text.rsplit_once(' ')?;
    let word = word.to_ascii_uppercase();
    matches!(word.as_str(), "MUTATION" | "MUTATIONS" | "VARIANT" | "POSITIVE").then(|| name.trim())
}

/// Upper case, hyphens and underscores between letters as spaces, one space between words.
fn folded(text: &str) -> String {
    let spaced: String = text.chars().map(|c| if matches!(c, '-' | '_') { ' ' } else { c }).collect();
    spaced.to_uppercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

fn in_words(gene: &str, words: &str) -> Option<Criterion> {
    use CopyNumberWanted as Copies;
    Some(match words {
        "MUTATION" | "MUTATIONS" | "ANY MUTATION" => Criterion::AnyMutation,
        "ALTERATION" | "ALTERATIONS" => Criterion::OneOf(vec![
            Criterion::AnyMutation,
            Criterion::CopyNumber(Copies::Any),
            Criterion::Fusion(fusion::any_of(gene)),
        ]),
        "AMPLIFICATION" | "AMPLIFICATIONS" => Criterion::CopyNumber(Copies::Amplification),
        "GAIN" | "COPY NUMBER GAIN" | "DUPLICATION" => Criterion::CopyNumber(Copies::Gain),
        "LOSS" | "COPY NUMBER LOSS" | "DELETION" | "GENE DELETION" => Criterion::CopyNumber(Copies::Loss),
        "HOMOZYGOUS DELETION"
        | "HOMOZYGOUS LOSS"
        | "DEEP DELETION"
        | "BIALLELIC DELETION"
        | "NULL (COMPLETE DELETION)" => Criterion::CopyNumber(Copies::HomozygousLoss),
        "LOH" | "LOSS OF HETEROZYGOSITY" | "COPY NEUTRAL LOSS OF HETEROZYGOSITY" => {
            Criterion::CopyNumber(Copies::Loh)
        }
        "COPY NUMBER VARIATION" | "COPY NUMBER ALTERATION" | "CNV" => Criterion::CopyNumber(Copies::Any),
        "FUSION" | "FUSIONS" => Criterion::Fusion(fusion::any_of(gene)),
        "TRUNCATING FUSION" => {
            let mut wanted = fusion::any_of(gene);
            wanted.detail = Some(words.to_lowercase());
            Criterion::Fusion(wanted)
        }
        "REARRANGEMENT" | "REARRANGEMENTS" | "TRANSLOCATION" => Criterion::Rearrangement,
        "EXPRESSION" => Criterion::Expression(ExpressionWanted::Expressed),
        "OVEREXPRESSION" | "HIGH EXPRESSION" | "INCREASED EXPRESSION" => {
            Criterion::Expression(ExpressionWanted::Over)
        }
        "UNDEREXPRESSION" | "LOW EXPRESSION" | "DECREASED EXPRESSION" | "LOSS OF EXPRESSION" => {
            Criterion::Expression(ExpressionWanted::Under)
        }
        "WILDTYPE" | "WILD TYPE" | "WT" => Criterion::Wildtype,
        "PROMOTER MUTATION" | "PROMOTER MUTATIONS" => Criterion::PromoterMutation,
        _ if words.ends_with(" MUTATIONS") || words.ends_with(" FUSIONS") || words.starts_with(gene) => {
            return without_gene(gene, words);
        }
        _ => return class(words).map(Criterion::Class),
    })
}

/// `NTRK1 FUSIONS` within NTRK1.
fn without_gene(gene: &str, words: &str) -> Option<Criterion> {
    let rest = words.strip_prefix(&gene.to_uppercase())?.trim();
    match rest {
        "" => None,
        _ => in_words(gene, rest),
    }
}

fn class(words: &str) -> Option<Class> {
    let bare = words.strip_suffix(" MUTATIONS").or_else(|| words.strip_suffix(" MUTATION"));
    let bare = bare.or_else(|| words.strip_suffix(" VARIANT")).unwrap_or(words);
    Some(match bare {
        "TRUNCATING" | "TRUNCATION" | "PROTEIN TRUNCATING" => Class::Truncating,
        "FRAMESHIFT" | "FRAME SHIFT" | "FRAMESHIFT TRUNCATION" => Class::Frameshift,
        "NONSENSE" | "STOP GAIN" | "STOP GAINED" => Class::Nonsense,
        "LOSS OF FUNCTION" | "INACTIVATING" | "DELETERIOUS" | "INACTIVATION" => Class::LossOfFunction,
        "BIALLELIC INACTIVATION" | "BIALLELIC LOSS" | "BIALLELIC" => Class::BothCopies,
        "SPLICE SITE" | "SPLICING" | "SPLICE" => Class::Splice,
        "MISSENSE" => Class::Missense,
        "INFRAME DELETION" | "IN FRAME DELETION" => Class::InFrameDeletion,
        "INFRAME INSERTION" | "IN FRAME INSERTION" => Class::InFrameInsertion,
        "INTERNAL DUPLICATION" | "INTERNAL TANDEM DUPLICATION" | "ITD" | "INTERNAL TANDEM DUPLICATIONS" => {
            Class::InternalDuplication
        }
        "ACTIVATING" | "GAIN OF FUNCTION" | "ONCOGENIC" => Class::Activating,
        _ => return None,
    })
}

/// `EXON 19 DELETION`, `EX19 DEL`, `EXON 18 21 MUTATION` (hyphen folded), `EX19 DEL L858R`.
fn exon(words: &str) -> Option<Criterion> {
    let rest = words.strip_prefix("EXON").or_else(|| words.strip_prefix("EX"))?.trim_start();
    // `EX19DEL`.
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, behind) = rest.split_at_checked(digits)?;
    let mut rest: Vec<&str> =
        [number].into_iter().chain(behind.split(' ')).filter(|word| !word.is_empty()).collect();
    let number = |text: &&str| text.parse::<u32>().ok().filter(|number| (1..=500).contains(number));
    let first = rest.first().and_then(number)?;
    rest.remove(0);
    let mut last = first;
    if let Some(next) = rest.first().and_then(number) {
        last = next;
        rest.remove(0);
    }
    if last < first {
        return None;
    }
    // `EX19 DEL L858R` names two groups of patients at once: either of the two.
    if let Some((named, before)) = rest.split_last()
        && let Some(Criterion::Change(one)) = change::criterion(named)
        && !before.is_empty()
    {
        let exons = kind(&before.join(" "))?;
        let wanted = ExonWanted { exons: (first..=last).collect(), change: exons };
        return Some(Criterion::OneOf(vec![Criterion::Exon(wanted), Criterion::Change(one)]));
    }
    let words = rest.join(" ");
    if matches!(words.as_str(), "SKIPPING" | "SKIPPING MUTATION" | "SKIPPING MUTATIONS" | "SKIP") {
        return (first == last).then_some(Criterion::Skipping(first));
    }
    Some(Criterion::Exon(ExonWanted { exons: (first..=last).collect(), change: kind(&words)? }))
}

fn kind(words: &str) -> Option<ExonChange> {
    Some(match words {
        "MUTATION" | "MUTATIONS" | "MUT" | "VARIANT" => ExonChange::Mutation,
        "DELETION" | "DELETIONS" | "DEL" => ExonChange::Deletion,
        "INSERTION" | "INSERTIONS" | "INS" => ExonChange::Insertion,
        "FRAMESHIFT" | "FRAMESHIFT MUTATION" => ExonChange::Frameshift,
        "MISSENSE" | "MISSENSE MUTATION" => ExonChange::Missense,
        _ => return None,
    })
}

/// `NON V600`.
fn other_than(words: &str) -> Option<Criterion> {
    let rest = words.strip_prefix("NON ")?;
    let rest = rest.strip_suffix(" MUTATION").unwrap_or(rest);
    match change::criterion(rest)? {
        Criterion::Residue(span) => Some(Criterion::OtherThan(span)),
        _ => None,
    }
}

/// `DNA BINDING DOMAIN MUTATION`, `TKD MUTATION`, `SH2 DOMAIN MUTATION`: the name of the domain.
fn region(words: &str) -> Option<Criterion> {
    let bare = words.strip_suffix(" MUTATIONS").or_else(|| words.strip_suffix(" MUTATION"))?;
    let name = match bare {
        "TKD" | "TYROSINE KINASE DOMAIN" => "KINASE",
        // Neither names a domain that data could place.
        "CONSERVED DOMAIN" | "RARE" => return None,
        _ => bare.strip_suffix(" DOMAIN")?,
    };
    Some(Criterion::Region(name.to_owned()))
}

/// What no panel test tells.
fn beyond(words: &str, text: &str) -> Option<Criterion> {
    let said =
        ["METHYLATION", "PHOSPHORYLATION", "EXPRESSION", "SERUM LEVELS", "MISLOCALIZATION", "TRANSLOCATION"];
    said.iter().any(|word| words.ends_with(word)).then(|| Criterion::Beyond(text.to_owned()))
}

/// `TMB High`, `MSI-H`, `Microsatellite Instability High`, `dMMR`: the marker, and its state where one is named.
pub(super) fn marker(text: &str) -> Option<(Marker, Option<MarkerState>)> {
    let words = folded(text);
    let whole = match words.as_str() {
        "MSS" | "MICROSATELLITE STABLE" | "MICROSATELLITE STABILITY" => {
            Some((Marker::Msi, MarkerState::Stable))
        }
        "DMMR" | "MMR D" | "MMRD" => Some((Marker::Mmr, MarkerState::High)),
        "PMMR" | "MMR P" | "MMRP" => Some((Marker::Mmr, MarkerState::Stable)),
        "HRD" => Some((Marker::Hrd, MarkerState::High)),
        _ => None,
    };
    if let Some((marker, state)) = whole {
        return Some((marker, Some(state)));
    }
    const NAMES: [(&str, Marker); 14] = [
        ("TUMOR MUTATIONAL BURDEN", Marker::Tmb),
        ("TUMOUR MUTATIONAL BURDEN", Marker::Tmb),
        ("TUMOR MUTATION BURDEN", Marker::Tmb),
        ("MUTATIONAL BURDEN", Marker::Tmb),
        ("TMB", Marker::Tmb),
        ("MICROSATELLITE INSTABILITY", Marker::Msi),
        ("MICROSATELLITE", Marker::Msi),
        ("MSI", Marker::Msi),
        ("MISMATCH REPAIR", Marker::Mmr),
        ("MMR", Marker::Mmr),
        ("HOMOLOGOUS RECOMBINATION", Marker::Hrd),
        ("HRD", Marker::Hrd),
        ("GENOMIC LOSS OF HETEROZYGOSITY", Marker::Loh),
        ("GENOMIC LOH", Marker::Loh),
    ];
    let (rest, marker) = NAMES.iter().find_map(|(name, marker)| {
        let rest = words.strip_prefix(name)?;
        (rest.is_empty() || rest.starts_with(' ')).then(|| (rest.trim(), *marker))
    })?;
    let rest = rest.strip_prefix("INSTABILITY ").or_else(|| rest.strip_prefix("STATUS ")).unwrap_or(rest);
    let rest = rest.strip_prefix(match marker {
        Marker::Msi => "MSI ",
        Marker::Tmb => "TMB ",
        _ => "STATUS ",
    });
    let rest = rest.unwrap_or_else(|| words.rsplit(' ').next().unwrap_or_default());
    let state = match rest {
        "HIGH" | "H" | "DEFICIENT" | "DEFICIENCY" | "POSITIVE" | "INSTABLE" | "UNSTABLE" => {
            Some(MarkerState::High)
        }
        "LOW" | "L" => Some(MarkerState::Low),
        "STABLE" | "PROFICIENT" | "PROFICIENCY" | "NEGATIVE" => Some(MarkerState::Stable),
        // The marker's name alone says that it is there.
        "INSTABILITY" | "MSI" => Some(MarkerState::High),
        _ => None,
    };
    Some((marker, state))
}

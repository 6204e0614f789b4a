//! What matching asks of a finding, told once for all profiles.

use super::Ground;
use super::short::{Alters, Short};
use crate::evidence::profile::fusion::{exon_pair, pair_of};
use crate::evidence::profile::{Marker, MarkerState};
use crate::finding::{Alteration, Biomarker, CopyNumberKind, Rearrangement};
use crate::gene::GeneSymbol;
use crate::genome::GenomeBuild;
use std::collections::BTreeSet;

/// A gene of a finding.
#[derive(Debug, Clone)]
struct Named {
    approved: String,
    written: String,
}

/// A finding as matching sees it.
#[derive(Debug)]
pub(super) struct Facts {
    genes: Vec<Named>,
    pub what: What,
    /// The finding in the source's words.
    pub said: String,
    /// Where it lies, with both alleles; none where the build is not known.
    pub place: Option<String>,
}

#[derive(Debug)]
pub(super) enum What {
    Short(Box<Short>),
    Copies(CopyNumberKind),
    Rearranged(Rearranged),
    Expressed,
    Marker(Option<Marker>, Option<MarkerState>),
    Other,
}

/// A rearrangement as matching sees it.
#[derive(Debug)]
pub(super) struct Rearranged {
    /// Pairs of approved symbols in the reported order, 5' partner first.
    pub pairs: Vec<(String, String)>,
    /// Whether the pairs are told in order; breakends alone tell none.
    pub in_order: bool,
    /// Whether it is called a fusion or told as a pair; a deletion from one gene into another may or may not be one.
    pub joins: bool,
    /// Exons of the two partners, where its names tell them.
    pub exons: Option<(u32, u32)>,
    /// Whether it is or may be a fusion with a partner that the report does not name.
    pub partner_free: bool,
    /// Whether it skips exons, and which where that is told.
    pub skips: Option<BTreeSet<u32>>,
    /// Exons that a splice variant is named by, without a word of skipping.
    pub spliced: BTreeSet<u32>,
    /// Whether a stretch within the gene is there twice.
    pub doubles: bool,
    /// Its names in upper case.
    pub names: Vec<String>,
}

impl Facts {
    pub(super) fn of(alteration: &Alteration, build: Option<&GenomeBuild>, ground: &Ground<'_>) -> Self {
        let named = |gene: &&GeneSymbol| Named {
            approved: ground.names.approved(gene.as_str()).into_owned(),
            written: gene.as_str().to_owned(),
        };
        let mut genes: Vec<Named> = alteration.genes().iter().map(named).collect();
        let what = match alteration {
            Alteration::ShortVariant(variant) => What::Short(Box::new(Short::of(variant))),
            Alteration::CopyNumber(change) => What::Copies(change.kind()),
            Alteration::Rearrangement(change) => What::Rearranged(Rearranged::of(change, ground)),
            Alteration::Expression(_) => What::Expressed,
            Alteration::Biomarker(marker) => {
                let of = marker_of(marker);
                What::Marker(of, of.and_then(|of| state_of(of, marker, ground)))
            }
            Alteration::NonHuman(_) | Alteration::Composite(_) => What::Other,
        };
        // A report may name the partners in the name of the fusion alone.
        if let What::Rearranged(found) = &what {
            for gene in found.pairs.iter().flat_map(|(five, three)| [five, three]) {
                if !genes.iter().any(|known| known.approved == *gene) {
                    genes.push(Named { approved: gene.clone(), written: gene.clone() });
                }
            }
        }
        let change = alteration.change();
        let said = match alteration.subject() {
            subject if subject.is_empty() => change,
            subject if change.is_empty() => subject,
            subject => format!("{subject} {change}"),
        };
        let place = match (alteration, build) {
            (Alteration::ShortVariant(variant), Some(build)) => variant.place_on(build),
            _ => None,
        };
        Self { genes, what, said, place }
    }

    pub(super) fn approved(&self) -> impl Iterator<Item = &str> {
        self.genes.iter().map(|gene| gene.approved.as_str())
    }

    pub(super) fn written(&self) -> impl Iterator<Item = &str> {
        self.genes.iter().map(|gene| gene.written.as_str())
    }

    /// Whether copies were looked at and found as they are.
    pub(super) fn says_no_change(&self) -> bool {
        matches!(self.what, What::Copies(CopyNumberKind::NoChange))
    }

    /// Whether no gene is named, so that the place alone can tell which change it is.
    pub(super) fn is_without_gene(&self) -> bool {
        self.genes.is_empty()
    }

    pub(super) fn is_of(&self, approved: &str) -> bool {
        self.genes.iter().any(|gene| gene.approved == approved)
    }

    /// Whether it tells against its gene being unaltered.
    pub(super) fn alters_gene(&self) -> Alters {
        match &self.what {
            What::Short(short) => short.alters,
            What::Copies(kind) => match kind {
                CopyNumberKind::HomozygousLoss => Alters::Yes,
                CopyNumberKind::NoChange => Alters::No,
                // More or fewer copies of an unaltered gene: people differ on whether that is still wild-type.
                _ => Alters::Possibly,
            },
            What::Rearranged(_) => Alters::Yes,
            What::Expressed | What::Marker(..) | What::Other => Alters::No,
        }
    }

    /// Whether the state of a marker is told; asked where no finding has the state that a profile names.
    pub(super) fn tells_another_state(&self, marker: Marker) -> bool {
        matches!(&self.what, What::Marker(Some(of), Some(_)) if *of == marker)
    }
}

impl Rearranged {
    fn of(change: &Rearrangement, ground: &Ground<'_>) -> Self {
        let approved = |gene: &GeneSymbol| ground.names.approved(gene.as_str()).into_owned();
        let kind = change.alteration.to_lowercase().replace(['_', '-'], " ");
        let names: Vec<String> = change.names.iter().map(|name| name.trim().to_uppercase()).collect();
        let says = |word: &str| {
            kind.contains(word)
                || names.iter().any(|name| name.to_lowercase().replace(['_', '-'], " ").contains(word))
        };
        let skips = says("skipping");
        let doubles = says("itd") || says("internal tandem") || says("tandem duplication");
        let joins = ["fusion", "rearrang", "transloc", "breakend", "bnd", "融合", "再構成", "転座"];
        let joins = joins.iter().any(|word| says(word)) || kind.is_empty();
        let told = change.gene_pairs.iter().map(|(five, three)| (approved(five), approved(three)));
        let mut pairs: Vec<(String, String)> = told.filter(|(five, three)| five != three).collect();
        // `HLA-A deletion` names no pair.
        if pairs.is_empty() && !skips && joins {
            let by_name = change.names.iter().filter_map(|name| pair_of(name.split_whitespace().next()?));
            let resolved = by_name.map(|(five, three)| {
                (ground.names.approved(&five).into_owned(), ground.names.approved(&three).into_owned())
            });
            pairs.extend(resolved.filter(|(five, three)| five != three));
        }
        let in_order = !pairs.is_empty();
        if let (true, (Some(one), Some(other))) = (pairs.is_empty() && !skips, &change.breakends) {
            let of = |genes: &[GeneSymbol]| genes.iter().take(GENES).map(approved).collect::<Vec<_>>();
            let (one, other) = (of(&one.genes), of(&other.genes));
            let both = one.iter().flat_map(|five| other.iter().map(move |three| (five, three)));
            pairs.extend(
                both.filter(|(five, three)| five != three).map(|(five, three)| (five.clone(), three.clone())),
            );
        }
        let pieces = || change.names.iter().flat_map(|name| name.split_whitespace());
        let exons = pieces().find_map(|piece| exon_pair(piece.trim_matches(['(', ')', ','])));
        let within = ["deletion", "duplication", "truncat", "skipping", "splice"]
            .iter()
            .any(|word| kind.contains(word));
        Self {
            partner_free: pairs.is_empty() && !skips && !doubles && (joins || !within),
            pairs,
            in_order,
            joins: joins || in_order,
            exons,
            skips: skips.then(|| names.iter().flat_map(|name| exons_in(name)).collect()),
            spliced: names
                .iter()
                .filter(|_| kind.contains("splice"))
                .flat_map(|name| exons_in(name))
                .collect(),
            doubles,
            names,
        }
    }
}

/// Most genes of one breakend that are looked at: a break in a cluster of genes names dozens.
const GENES: usize = 16;

/// The numbers behind `EXON` or `EX` in a name: `MET EXON 14 SKIPPING`, `METEX14`.
fn exons_in(name: &str) -> Vec<u32> {
    let mut numbers = Vec::new();
    for piece in name.split("EX").skip(1) {
        let piece = piece.trim_start_matches("ON").trim_start_matches([' ', 'S', '-', '_']);
        let digits = piece.find(|c: char| !c.is_ascii_digit()).unwrap_or(piece.len());
        numbers.extend(piece.get(..digits).and_then(|digits| digits.parse::<u32>().ok()));
    }
    numbers
}

/// Which marker it is, by its name.
pub(crate) fn marker_of(marker: &Biomarker) -> Option<Marker> {
    let name = marker.marker.to_lowercase();
    let says = |part: &str| name.contains(part);
    if says("tmb") || says("mutational burden") || says("mutation burden") || says("遺伝子変異量") {
        Some(Marker::Tmb)
    } else if says("msi") || says("microsatellite") || says("マイクロサテライト") {
        Some(Marker::Msi)
    } else if says("mmr") || says("mismatch") || says("ミスマッチ") {
        Some(Marker::Mmr)
    } else if says("hrd") || says("homologous recombination") || says("相同組換え") {
        Some(Marker::Hrd)
    } else if says("loh") || says("loss of heterozygosity") {
        Some(Marker::Loh)
    } else {
        None
    }
}

/// The state as written; for a number without one, by the mark that the ground gives for its unit.
pub(crate) fn state_of(marker: Marker, written: &Biomarker, ground: &Ground<'_>) -> Option<MarkerState> {
    let state = written.state.as_deref().unwrap_or_default().trim().to_lowercase().replace(['_', '-'], " ");
    let word = |wanted: &[&str]| {
        wanted.contains(&state.as_str()) || state.split_whitespace().any(|word| wanted.contains(&word))
    };
    if word(&["undetermined", "unknown", "equivocal", "not", "cannot", "ambiguous", "intermediate"]) {
        return None;
    }
    if word(&["high", "h", "instable", "unstable", "deficient", "positive", "高", "陽性", "dmmr", "高頻度"])
    {
        return Some(MarkerState::High);
    }
    if word(&["low", "l", "低"]) {
        return Some(MarkerState::Low);
    }
    if word(&["stable", "mss", "s", "proficient", "negative", "pmmr", "安定", "陰性"]) {
        return Some(MarkerState::Stable);
    }
    if marker != Marker::Tmb || !state.is_empty() {
        return None;
    }
    written.metrics.iter().find_map(|metric| {
        let unit = metric.unit.as_deref();
        let mark =
            ground.marks.iter().find(|mark| mark.is_for(&mark.marker, unit) && mark.marker == "TMB")?;
        Some(if metric.value >= mark.value { MarkerState::High } else { MarkerState::Low })
    })
}

//! What matching asks of a short variant, told once from the names and terms of the consequence that speaks for it.

use crate::evidence::profile::Change;
use crate::evidence::profile::change::plain;
use crate::finding::{ShortVariant, TranscriptEffect};
use crate::hgvs::{HgvsText, Residues};

/// Whether a change alters the gene's product.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Alters {
    /// Silent, within an intron, beside the gene.
    No,
    /// Not told by its names and terms.
    Possibly,
    /// It does.
    Yes,
}

/// A kind of change; one may be several.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Stop,
    Frameshift,
    Splice,
    StartLost,
    StopLost,
    Missense,
    InFrameDeletion,
    InFrameInsertion,
    Duplication,
    Promoter,
    Silent,
}

/// A short variant as matching sees it.
#[derive(Debug, Clone)]
pub(super) struct Short {
    /// Its names; a name that tells no change is left empty.
    pub change: Change,
    /// Residues that its protein change names.
    pub residues: Option<Residues>,
    /// The residue that stands at the first of them unaltered.
    pub letter: Option<char>,
    /// Residues put in by an insertion or duplication, where its name tells.
    pub put_in: u32,
    pub alters: Alters,
    /// The exon as the annotator counts it.
    pub exon: Option<u32>,
    kinds: Vec<Kind>,
}

impl Short {
    pub(super) fn of(variant: &ShortVariant) -> Self {
        let none = TranscriptEffect::default();
        let effect = variant.chosen().unwrap_or(&none);
        // Laboratories name a change of a splice site in the protein's place.
        let beside = effect.protein.as_ref().filter(|protein| protein.residues().is_none());
        let beside = beside.map(HgvsText::coding_key).filter(|key| is_coding(key));
        let protein_text = effect.protein.as_ref().filter(|_| beside.is_none());
        let key = protein_text.map(HgvsText::protein_key).unwrap_or_default();
        let coding = effect.coding.as_ref().filter(|coding| coding.tells_the_change());
        let coding = coding.map(HgvsText::coding_key).or(beside).unwrap_or_default();
        let coding = plain(&coding);
        let residues = protein_text.and_then(HgvsText::residues);
        let told = Told::of(&key, residues);
        let mut kinds = told.kinds;
        for term in &effect.effects {
            kinds.extend(by_term(term));
        }
        let beside = beside_the_exons(&coding);
        if beside == Some(Beside::Site) {
            kinds.push(Kind::Splice);
        }
        if coding.starts_with('-') && coding.trim_start_matches('-').starts_with(|c: char| c.is_ascii_digit())
        {
            kinds.push(Kind::Promoter);
        }
        let alters = alters(effect, &key, &coding, &kinds, beside);
        let tells = protein_text.is_some_and(HgvsText::tells_the_change);
        Self {
            change: Change {
                protein: if tells { key.clone() } else { String::new() },
                coding,
                transcript: effect.transcript.clone(),
            },
            residues,
            letter: residues.and_then(|_| key.chars().next()),
            put_in: told.put_in,
            alters,
            exon: effect.exon,
            kinds,
        }
    }

    /// The residues where it lies, by the protein change or else by the bases of the coding one.
    pub(super) fn at(&self) -> Option<Residues> {
        self.residues.or_else(|| by_bases(&self.change.coding))
    }

    pub(super) fn is(&self, kind: Kind) -> bool {
        self.kinds.contains(&kind)
    }

    /// What ends the protein early or keeps it from being made.
    pub(super) fn truncates(&self) -> bool {
        [Kind::Stop, Kind::Frameshift, Kind::Splice, Kind::StartLost].iter().any(|kind| self.is(*kind))
    }
}

/// The residues of `2235_2249del`; none for what lies beside the coding sequence.
fn by_bases(coding: &str) -> Option<Residues> {
    let place = coding.split(|c: char| c.is_ascii_alphabetic()).next()?;
    let mut bases = place.trim_end_matches('>').split('_').map(|base| base.parse::<u32>().ok());
    let first = bases.next()??;
    let last = match bases.next() {
        Some(last) => last?,
        None => first,
    };
    (0 < first && first <= last && bases.next().is_none())
        .then(|| Residues { first: first.div_ceil(3), last: last.div_ceil(3) })
}

fn is_coding(key: &str) -> bool {
    let digits = key.trim_start_matches(['-', '*']);
    digits.starts_with(|c: char| c.is_ascii_digit()) && key.contains(['>', 'd', 'i'])
}

/// What the protein's key tells by itself.
struct Told {
    kinds: Vec<Kind>,
    put_in: u32,
}

impl Told {
    fn of(key: &str, residues: Option<Residues>) -> Self {
        let mut told = Self { kinds: Vec::new(), put_in: 0 };
        let lower = key.to_ascii_lowercase();
        if lower.contains("splice") {
            told.kinds.push(Kind::Splice);
        }
        let Some(residues) = residues else {
            if matches!(key, "=" | "(=)") {
                told.kinds.push(Kind::Silent);
            }
            return told;
        };
        let becomes = key.trim_start_matches(|c: char| {
            c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_' || c == '*'
        });
        let span = residues.last.saturating_sub(residues.first).saturating_add(1);
        // `insADF` lists what is put in, `ins3` counts it.
        let listed = |after: &str| {
            if let Ok(count) = after.parse::<u32>() {
                return count;
            }
            let letters = after.chars().take_while(|c| c.is_ascii_uppercase() || *c == '*').count();
            u32::try_from(letters).unwrap_or(u32::MAX)
        };
        if key.contains("fs") {
            told.kinds.push(Kind::Frameshift);
        } else if let Some((_, put_in)) = key.split_once("delins") {
            told.put_in = listed(put_in);
            told.kinds.push(match told.put_in {
                _ if put_in.contains('*') => Kind::Stop,
                count if count < span => Kind::InFrameDeletion,
                count if count > span => Kind::InFrameInsertion,
                _ => Kind::Missense,
            });
        } else if let Some((_, put_in)) = key.split_once("ins") {
            told.put_in = listed(put_in).max(1);
            told.kinds.push(if put_in.contains('*') { Kind::Stop } else { Kind::InFrameInsertion });
        } else if key.contains("dup") {
            told.put_in = span;
            told.kinds.extend([Kind::InFrameInsertion, Kind::Duplication]);
        } else if becomes.starts_with("del") {
            told.kinds.push(Kind::InFrameDeletion);
        } else if residues.first == 1 && key.starts_with('M') && residues.last == 1 {
            told.kinds.push(Kind::StartLost);
        } else {
            told.kinds.extend(one_residue(key));
        }
        told
    }
}

/// `R213*`, `G12C`, `G12=`, `G12G`.
fn one_residue(key: &str) -> Option<Kind> {
    let mut signs = key.chars();
    let (first, last) = (signs.next()?, signs.next_back()?);
    if !signs.all(|sign| sign.is_ascii_digit()) {
        return None;
    }
    match last {
        '=' => Some(Kind::Silent),
        _ if first == last => Some(Kind::Silent),
        '*' => Some(Kind::Stop),
        _ if first == '*' => None,
        _ if last.is_ascii_uppercase() => Some(Kind::Missense),
        _ => None,
    }
}

/// What a term of an annotator or laboratory tells, whichever its spelling.
fn by_term(term: &str) -> Option<Kind> {
    let term = term.trim().to_ascii_lowercase().replace([' ', '-'], "_");
    let says = |part: &str| term.contains(part);
    if ["splice_region", "donor_region", "5th_base", "polypyrimidine", "splice_branch", "site_region"]
        .iter()
        .any(|soft| says(soft))
    {
        return None;
    }
    if says("synonymous") && !says("nonsynonymous") && !says("non_synonymous") || says("silent") {
        Some(Kind::Silent)
    } else if says("nonframeshift") || says("inframe") || says("in_frame") || says("codon_") {
        match (says("ins") || says("dup"), says("del")) {
            (true, false) => Some(Kind::InFrameInsertion),
            (false, true) => Some(Kind::InFrameDeletion),
            _ => None,
        }
    } else if says("frameshift") || says("frame_shift") {
        Some(Kind::Frameshift)
    } else if says("stop_gain") || says("nonsense") || says("stopgain") {
        Some(Kind::Stop)
    } else if says("start_lost") || says("start_loss") || says("startloss") || says("initiator_codon") {
        Some(Kind::StartLost)
    } else if says("stop_lost") || says("stoploss") || says("nonstop") {
        Some(Kind::StopLost)
    } else if says("splice") || says("splicing") {
        Some(Kind::Splice)
    } else if says("missense") || says("nonsynonymous") || says("non_synonymous") {
        Some(Kind::Missense)
    } else if says("upstream") || says("promoter") || says("5'flank") || says("5flank") {
        Some(Kind::Promoter)
    } else {
        None
    }
}

/// Where a change lies that is named by bases beside an exon.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    /// Within the two bases of a splice site.
    Site,
    /// Farther into the intron.
    Intron,
}

/// None for changes of the coding sequence itself.
fn beside_the_exons(coding: &str) -> Option<Beside> {
    let place = coding.split(|c: char| c.is_ascii_alphabetic()).next()?;
    let inner = place.trim_start_matches(['-', '*']);
    let mut nearest: Option<u32> = None;
    let mut within = false;
    for point in inner.split('_') {
        let point = point.trim_start_matches(['-', '*']);
        match point.split_once(['+', '-']).map(|(_, distance)| distance.parse::<u32>()) {
            Some(Ok(distance)) => nearest = Some(nearest.map_or(distance, |near| near.min(distance))),
            // The other end lies in the exon: the site between them is hit.
            _ => within = true,
        }
    }
    let nearest = nearest?;
    Some(if within || nearest <= 2 { Beside::Site } else { Beside::Intron })
}

/// Words for places at which no product is altered, where an annotator's list does not know the term.
const ELSEWHERE: [&str; 13] = [
    "intron",
    "utr",
    "intergenic",
    "upstream",
    "downstream",
    "promoter",
    "non_coding",
    "nc_transcript",
    "noncoding",
    "flank",
    "igr",
    "regulatory",
    "ncrna",
];

fn alters(
    effect: &TranscriptEffect,
    key: &str,
    coding: &str,
    kinds: &[Kind],
    beside: Option<Beside>,
) -> Alters {
    let has = |kind: Kind| kinds.contains(&kind);
    if has(Kind::Splice) {
        return Alters::Yes;
    }
    if has(Kind::Silent) && !has(Kind::Stop) && !has(Kind::Frameshift) && !has(Kind::StartLost) {
        return Alters::No;
    }
    let only_before = |kind: &Kind| *kind == Kind::Promoter;
    if kinds.iter().any(|kind| !only_before(kind)) {
        return Alters::Yes;
    }
    let text = effect.protein.as_ref().filter(|protein| protein.residues().is_some());
    if text.is_some_and(HgvsText::tells_the_change) && !key.is_empty() {
        return Alters::Yes;
    }
    let outside = coding.starts_with(['-', '*']) || beside == Some(Beside::Intron) || has(Kind::Promoter);
    let elsewhere = |term: &String| {
        let term = term.to_ascii_lowercase().replace([' ', '-'], "_");
        !term.contains("splice") && ELSEWHERE.iter().any(|word| term.contains(word))
    };
    let told = !effect.effects.is_empty();
    if told && (!effect.may_alter_protein() || effect.effects.iter().all(elsewhere)) {
        return Alters::No;
    }
    // `splice_region_variant` and terms that nobody knows; or bases alone.
    if told && !outside || effect.effects.iter().any(|term| term.contains("splice")) || coding.is_empty() {
        return Alters::Possibly;
    }
    if outside { Alters::No } else { Alters::Possibly }
}

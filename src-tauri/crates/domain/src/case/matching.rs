//! Which findings of a further source a case has already: exact and explainable, never by guess.
//!
//! Two records are one finding when an equality of [`MatchBasis`] holds between them, the same equality joins no other
//! record to either of them, and both or neither are (likely) germline: a tumour finding and a germline finding of one
//! alteration stay two, for they fall under different wishes of the patient.

use super::Case;
use crate::case::event::intake::SourceMatch;
use crate::draft::Draft;
use crate::finding::{
    Alteration, Breakend, DraftFinding, Finding, MatchBasis, ShortVariant, TranscriptEffect, accession,
    database, same_place, same_protein_key,
};
use crate::genome::{Assembly, GenomeBuild};
use crate::hgvs::HgvsText;
use crate::ids::FindingId;
use std::collections::{BTreeMap, BTreeSet};

#[cfg(test)]
mod tests;

/// The strongest equality first.
const ORDER: [MatchBasis; 6] = [
    MatchBasis::Position,
    MatchBasis::CodingChange,
    MatchBasis::ProteinChange,
    MatchBasis::CopyNumber,
    MatchBasis::Rearrangement,
    MatchBasis::Marker,
];

/// A record with the build of its coordinates.
#[derive(Clone, Copy)]
struct PlacedRecord<'r> {
    read: &'r DraftFinding,
    assembly: &'r Assembly,
}

impl Case {
    /// Which findings of a draft the case has already, and how that is known.
    pub fn matches(&self, draft: &Draft) -> Vec<SourceMatch> {
        let assemblies: Vec<Assembly> =
            self.findings.iter().map(|finding| self.assembly_of(finding)).collect();
        let known: Vec<(FindingId, Vec<PlacedRecord<'_>>)> = self
            .findings
            .iter()
            .zip(&assemblies)
            .map(|(finding, assembly)| (finding.id, self.readings(finding, assembly)))
            .collect();
        let mut open: BTreeSet<usize> = (0..draft.findings.len()).collect();
        let mut free: BTreeSet<usize> = (0..known.len()).collect();
        let mut matches = Vec::new();
        for basis in ORDER {
            let wanted = open.iter().filter_map(|index| {
                Some((*index, PlacedRecord { read: draft.findings.get(*index)?, assembly: &draft.assembly }))
            });
            let wanted = by_key(wanted, basis);
            let offered = free.iter().filter_map(|index| known.get(*index).map(|(_, all)| (*index, all)));
            let offered = by_key(
                offered.flat_map(|(index, all)| all.iter().map(move |reading| (index, *reading))),
                basis,
            );
            for (index, finding) in one_to_one(&wanted, &offered, basis) {
                open.remove(&index);
                free.remove(&finding);
                if let Some((id, _)) = known.get(finding) {
                    matches.push(SourceMatch { index, finding: *id, basis });
                }
            }
        }
        matches.sort_by_key(|found| found.index);
        matches
    }

    /// Findings of the other series (tumour, germline) that are the same alteration: sources that disagree on its origin.
    pub fn twins(&self, finding: &Finding) -> Vec<FindingId> {
        let assembly = self.assembly_of(finding);
        let own = self.readings(finding, &assembly);
        let same = |other: &PlacedRecord<'_>| {
            own.iter().any(|reading| ORDER.iter().any(|basis| share_a_key(*reading, *other, *basis)))
        };
        self.findings
            .iter()
            .filter(|other| other.id.series() != finding.id.series())
            .filter(|other| {
                let assembly = self.assembly_of(other);
                self.readings(other, &assembly).iter().any(same)
            })
            .map(|other| other.id)
            .collect()
    }

    fn readings<'r>(&'r self, finding: &'r Finding, assembly: &'r Assembly) -> Vec<PlacedRecord<'r>> {
        let further = finding.further.iter().filter_map(|reading| {
            let source = self.sources.get(reading.source)?;
            Some(PlacedRecord { read: &reading.read, assembly: &source.draft.assembly })
        });
        std::iter::once(PlacedRecord { read: &finding.read, assembly }).chain(further).collect()
    }
}

type Keyed<'r> = BTreeMap<String, Vec<(usize, PlacedRecord<'r>)>>;

fn by_key<'r>(readings: impl Iterator<Item = (usize, PlacedRecord<'r>)>, basis: MatchBasis) -> Keyed<'r> {
    let mut keyed = Keyed::new();
    for (index, reading) in readings {
        let series = if reading.read.origin.is_germline() { 'g' } else { 't' };
        for key in keys(reading, basis) {
            let all = keyed.entry(format!("{series}|{key}")).or_default();
            all.push((index, reading));
        }
    }
    keyed
}

/// Pairs in which neither side has a second candidate.
fn one_to_one(wanted: &Keyed<'_>, offered: &Keyed<'_>, basis: MatchBasis) -> Vec<(usize, usize)> {
    let mut pairs: BTreeSet<(usize, usize)> = BTreeSet::new();
    for (key, new) in wanted {
        for (index, reading) in new {
            for (finding, known) in offered.get(key).into_iter().flatten() {
                if agrees(*reading, *known, basis) {
                    pairs.insert((*index, *finding));
                }
            }
        }
    }
    let count = |of: fn(&(usize, usize)) -> usize| {
        let mut times: BTreeMap<usize, usize> = BTreeMap::new();
        pairs.iter().for_each(|pair| *times.entry(of(pair)).or_default() += 1);
        times
    };
    let (new, known) = (count(|pair| pair.0), count(|pair| pair.1));
    pairs.into_iter().filter(|(a, b)| new.get(a) == Some(&1) && known.get(b) == Some(&1)).collect()
}

fn share_a_key(a: PlacedRecord<'_>, b: PlacedRecord<'_>, basis: MatchBasis) -> bool {
    let other = keys(b, basis);
    keys(a, basis).iter().any(|key| other.contains(key)) && agrees(a, b, basis)
}

/// The keys under which a record can be found by an equality; none where it lacks what the equality needs.
fn keys(reading: PlacedRecord<'_>, basis: MatchBasis) -> BTreeSet<String> {
    let genes = |genes: &[crate::gene::GeneSymbol]| {
        let mut names: Vec<_> = genes.iter().map(ToString::to_string).collect();
        names.sort();
        names.join(",")
    };
    let one = |key: Option<String>| key.into_iter().collect();
    match (&reading.read.alteration, basis) {
        // As written too: a record of before the site had a reference genome knows no other place.
        (Alteration::ShortVariant(v), MatchBasis::Position) => {
            let build = &reading.assembly.name;
            v.place_on(build).into_iter().chain(v.place_as_written(build)).collect()
        }
        (Alteration::ShortVariant(v), MatchBasis::CodingChange) => effect_keys(v, |effect| {
            Some(effect.coding.as_ref().filter(|c| c.tells_the_change())?.coding_key())
        }),
        (Alteration::ShortVariant(v), MatchBasis::ProteinChange) => effect_keys(v, |effect| {
            Some(effect.protein.as_ref().filter(|protein| protein.tells_the_change())?.protein_key())
        }),
        (Alteration::CopyNumber(v), MatchBasis::CopyNumber) if !v.genes.is_empty() => {
            one(Some(format!("{}|{}", genes(&v.genes), v.alteration.to_lowercase())))
        }
        (Alteration::Rearrangement(v), MatchBasis::Rearrangement) => {
            let pairs = v.gene_pairs.iter().map(|(five, three)| format!("{five}::{three}"));
            pairs.chain(breakends_key(&v.breakends, reading.assembly)).collect()
        }
        (Alteration::Biomarker(v), MatchBasis::Marker) => {
            one(Some(format!("marker|{}", v.marker.to_uppercase())))
        }
        (Alteration::NonHuman(v), MatchBasis::Marker) => {
            one(Some(format!("organism|{}", v.organism.to_lowercase())))
        }
        (Alteration::Expression(v), MatchBasis::Marker) if !v.genes.is_empty() => {
            one(Some(format!("expression|{}", genes(&v.genes))))
        }
        _ => BTreeSet::new(),
    }
}

/// Whether two records that share a key do not contradict each other.
fn agrees(a: PlacedRecord<'_>, b: PlacedRecord<'_>, basis: MatchBasis) -> bool {
    let (Alteration::ShortVariant(one), Alteration::ShortVariant(other)) =
        (&a.read.alteration, &b.read.alteration)
    else {
        return true;
    };
    if matches!((&one.chromosome, &other.chromosome), (Some(one), Some(other)) if one != other) {
        return false;
    }
    // Two substitutions at two places of one build are two changes, whatever else is the same.
    let place = |v: &ShortVariant, reading: PlacedRecord<'_>| v.place_on(&reading.assembly.name);
    if basis != MatchBasis::Position
        && let (Some(a), Some(b)) = (place(one, a), place(other, b))
        && same_place(&a, &b) == Some(false)
    {
        return false;
    }
    match basis {
        MatchBasis::CodingChange => one
            .transcripts
            .iter()
            .any(|effect| other.transcripts.iter().any(|against| same_coding_change(effect, against))),
        MatchBasis::ProteinChange => {
            let names_coding = |v: &ShortVariant| v.transcripts.iter().any(|effect| effect.coding.is_some());
            !(names_coding(one) && names_coding(other))
        }
        _ => true,
    }
}

/// Transcripts of one database must be the same; those of two databases (`NM_`, `ENST`) cannot be compared, and the
/// protein changes must not contradict each other then.
fn same_coding_change(a: &TranscriptEffect, b: &TranscriptEffect) -> bool {
    let coding = |effect: &TranscriptEffect| effect.coding.as_ref().map(HgvsText::coding_key);
    if a.gene != b.gene || coding(a).is_none() || coding(a) != coding(b) {
        return false;
    }
    match (a.transcript.as_deref().map(accession), b.transcript.as_deref().map(accession)) {
        (Some(one), Some(other)) if database(one) == database(other) => one == other,
        _ => match (&a.protein, &b.protein) {
            (Some(one), Some(other)) => same_protein_key(&one.protein_key(), &other.protein_key()),
            _ => true,
        },
    }
}

fn effect_keys(v: &ShortVariant, change: impl Fn(&TranscriptEffect) -> Option<String>) -> BTreeSet<String> {
    let key = |effect: &TranscriptEffect| Some(format!("{}|{}", effect.gene.as_ref()?, change(effect)?));
    v.transcripts.iter().filter_map(key).collect()
}

fn known_build(assembly: &Assembly) -> Option<&str> {
    (assembly.name != GenomeBuild::Unknown).then(|| assembly.name.name())
}

fn breakends_key(
    (first, second): &(Option<Breakend>, Option<Breakend>),
    assembly: &Assembly,
) -> Option<String> {
    let build = known_build(assembly)?;
    let side = |end: &Option<Breakend>| {
        let end = end.as_ref()?;
        Some(format!("{}:{}", end.chromosome.as_ref()?, end.start?.get()))
    };
    let mut sides = [side(first)?, side(second)?];
    sides.sort();
    Some(format!("{build}|{}", sides.join("|")))
}

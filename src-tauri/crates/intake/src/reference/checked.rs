//! Looks at every record that becomes a finding on its way to whoever keeps or counts them: in flat memory, and beyond the
//! limit of a case too.

use super::fit::Fit;
use super::{Reference, References};
use crate::contig_lengths::RCRS;
use crate::sink::{Reason, Sink};
use entaku_domain::finding::{Alteration, DraftFinding, ShortVariant};
use entaku_domain::genome::{Assembly, GenomeBuild};
use entaku_domain::statement::Statement;

/// Places that a note names.
const SHOWN: usize = 5;
/// So many records are compared with every reference at hand; beyond them with another than the file's only while the file's
/// does not fit.
const SAMPLE: u64 = 1_000;

/// What was seen beside one reference.
#[derive(Debug, Default)]
pub(super) struct Tally {
    /// Records of the nuclear genome whose REF could be compared. The mitochondrion is the same in both builds and tells
    /// none of them.
    pub looked_at: u64,
    /// Those that do not fit.
    pub misfits: u64,
    /// Records of the mitochondrion that do not fit.
    pub mitochondrial: u64,
    /// How many of both lie beyond the end of their contig.
    pub beyond: u64,
    /// The first places that do not fit, and the line of the first.
    pub places: Vec<String>,
    pub line: Option<u64>,
    /// Records on contigs that the reference has not, and the first of these.
    pub without_contig: u64,
    pub contig: Option<String>,
}

impl Tally {
    /// Whether so many REFs do not fit that records of another build are the likely reason. A file of the right build has
    /// hardly any misfit, one of another build three in four (bases agree by chance in one of four): a tenth is far from both,
    /// and tells a file that is mixed of two builds as well. Three, for one or two records may be faulty in any file.
    pub fn doubtful(&self) -> bool {
        self.misfits >= 3 && self.misfits.saturating_mul(10) >= self.looked_at
    }

    /// Whether so many REFs fit that it is no chance: five do in one file of a thousand.
    pub fn fits(&self) -> bool {
        self.looked_at >= 5 && self.misfits.saturating_mul(10) < self.looked_at
    }

    fn add(&mut self, fit: Fit, variant: &ShortVariant, line: u64) {
        let mitochondrial = variant.chromosome.as_ref().is_some_and(|name| name.as_str() == "MT");
        let there = match fit {
            Fit::Untold => return,
            Fit::NoContig => {
                self.without_contig += 1;
                if self.contig.is_none() {
                    self.contig = variant.chromosome.as_ref().map(ToString::to_string);
                }
                return;
            }
            Fit::Fits => None,
            Fit::Misfits(there) => Some(there),
            Fit::Beyond => {
                self.beyond += 1;
                Some("-".to_owned())
            }
        };
        self.looked_at += u64::from(!mitochondrial);
        let Some(there) = there else { return };
        if mitochondrial {
            self.mitochondrial += 1;
        } else {
            self.misfits += 1;
        }
        self.line.get_or_insert(line);
        if self.places.len() < SHOWN {
            let reference: String = variant.reference.iter().flat_map(|text| text.chars()).take(20).collect();
            let position = variant.position.map_or(0, |position| position.get());
            let chromosome = variant.chromosome.as_ref().map_or("?", |name| name.as_str());
            self.places.push(format!("{chromosome}:{position} {reference}≠{there}"));
        }
    }
}

/// What is known of a file's coordinates before its records are read.
#[derive(Debug, Default)]
pub(super) struct Opening {
    build: Option<GenomeBuild>,
    /// Length of its mitochondrial contig.
    mitochondrion: Option<u64>,
}

impl Opening {
    /// Whether records of the mitochondrion are counted on the sequence that a reference has. UCSC's hg19 has another one, so
    /// that a file of GRCh37 has to name the length.
    fn comparable(&self, variant: &ShortVariant, reference: &Reference) -> bool {
        variant.chromosome.as_ref().is_none_or(|name| name.as_str() != "MT")
            || match self.mitochondrion {
                Some(length) => length == RCRS,
                None => reference.build == GenomeBuild::Grch38,
            }
    }

    /// What stands there, or that nothing can be told; a reference that cannot be read is asked no more.
    pub fn ask<T>(
        &self,
        reference: &mut Reference,
        variant: &ShortVariant,
        what: impl FnOnce(&mut Reference, &ShortVariant) -> std::io::Result<T>,
    ) -> Option<T> {
        if reference.broken.is_some() || !self.comparable(variant, reference) {
            return None;
        }
        match what(reference, variant) {
            Ok(told) => Some(told),
            Err(error) => {
                reference.broken = Some(error.to_string());
                None
            }
        }
    }
}

/// Hands records on after looking at them.
pub(crate) struct Checked<'r, S> {
    inner: S,
    references: &'r mut References,
    tallies: Vec<Tally>,
    opening: Opening,
}

impl<'r, S> Checked<'r, S> {
    pub(crate) fn new(inner: S, references: &'r mut References) -> Self {
        let tallies = references.all.iter().map(|_| Tally::default()).collect();
        Self { inner, references, tallies, opening: Opening::default() }
    }

    /// The sink behind, and what was seen.
    pub(crate) fn finish(self) -> (S, Seen<'r>) {
        let Self { inner, references, tallies, opening } = self;
        (inner, Seen { references, tallies, opening })
    }

    fn look(&mut self, variant: &ShortVariant, line: u64) {
        let Self { references, tallies, opening, .. } = self;
        let own =
            references.all.iter().position(|reference| Some(&reference.build) == opening.build.as_ref());
        let settled = own.and_then(|own| tallies.get(own)).is_some_and(|tally| tally.fits());
        for (at, (reference, tally)) in references.all.iter_mut().zip(tallies).enumerate() {
            if settled && Some(at) != own && tally.looked_at >= SAMPLE {
                continue;
            }
            if let Some(fit) = opening.ask(reference, variant, Reference::fit) {
                tally.add(fit, variant, line);
            }
        }
    }
}

/// What was seen of a whole file.
pub(crate) struct Seen<'r> {
    pub(super) references: &'r mut References,
    pub(super) tallies: Vec<Tally>,
    pub(super) opening: Opening,
}

impl<S: Sink> Sink for Checked<'_, S> {
    const KEEPS: bool = S::KEEPS;

    fn opens(&mut self, assembly: &Assembly, mitochondrion: Option<u64>) {
        self.opening = Opening { build: Some(assembly.name.clone()), mitochondrion };
        self.inner.opens(assembly, mitochondrion);
    }

    fn keep(&mut self, finding: DraftFinding, line: u64) {
        if let Alteration::ShortVariant(variant) = &finding.alteration {
            self.look(variant, line);
        }
        self.inner.keep(finding, line);
    }

    fn set_aside(
        &mut self,
        reason: Reason,
        line: u64,
        field: Option<String>,
        record: impl FnOnce() -> String,
    ) {
        self.inner.set_aside(reason, line, field, record);
    }

    fn state(&mut self, statement: Statement) {
        self.inner.state(statement);
    }
}

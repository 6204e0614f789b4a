//! What the comparison of a whole file comes to: notes, the build that fits, and what each finding that is kept gets of it.

use super::checked::{Opening, Seen, Tally};
use super::fit::Fit;
use super::{Reference, References};
use crate::notes::quoted;
use entaku_domain::draft::ReferenceUsed;
use entaku_domain::finding::{AgainstReference, Alteration, DraftFinding, ShortVariant};
use entaku_domain::genome::{Assembly, GenomeBuild};
use entaku_domain::note::{Note, Place, Severity};
use entaku_words::errors::note;

/// How a file stands to the references of the site.
pub(crate) struct Conclusion<'r> {
    seen: Seen<'r>,
    /// The reference of the file's build.
    own: Option<usize>,
    /// The reference of another build that fits where the file's does not, or where the file names none.
    fitting: Option<usize>,
    file: String,
    build: GenomeBuild,
}

impl References {
    /// Writes to a short variant that no file holds what the reference of its build says of it. Nothing where there is none.
    pub fn mark(&mut self, variant: &mut ShortVariant, build: &GenomeBuild) {
        if let Some(reference) = self.all.iter_mut().find(|reference| reference.build == *build) {
            mark(variant, reference, &Opening::default(), true);
        }
    }
}

fn mark(variant: &mut ShortVariant, reference: &mut Reference, opening: &Opening, trusted: bool) {
    let misfit = match opening.ask(reference, variant, Reference::fit) {
        Some(Fit::Misfits(there)) => Some(there),
        Some(Fit::Beyond) => Some(String::new()),
        _ => None,
    };
    let leftmost = match trusted && misfit.is_none() {
        true => opening.ask(reference, variant, Reference::leftmost).flatten(),
        false => None,
    };
    // What the record's own bases say already is not said twice.
    let leftmost = leftmost.filter(|locus| variant.shortest().as_ref() != Some(locus));
    let against = AgainstReference { misfit, leftmost };
    variant.against_reference = (against != AgainstReference::default()).then(|| Box::new(against));
}

impl<'r> Seen<'r> {
    /// Compares what was seen with the build that the file turned out to have.
    pub(crate) fn conclude(self, file: &str, assembly: &Assembly) -> Conclusion<'r> {
        let all = || self.references.all.iter().zip(&self.tallies).enumerate();
        let own = all().find(|(_, (reference, _))| reference.build == assembly.name).map(|(at, _)| at);
        let own_tally = own.and_then(|at| self.tallies.get(at));
        let mut others = all().filter(|(at, (_, tally))| Some(*at) != own && tally.fits()).map(|(at, _)| at);
        // Two that fit tell nothing.
        let other = others.next().filter(|_| others.next().is_none());
        let fitting = other.filter(|_| own_tally.is_none_or(Tally::doubtful));
        Conclusion { own, fitting, file: file.to_owned(), build: assembly.name.clone(), seen: self }
    }
}

impl Conclusion<'_> {
    fn at(&self, at: Option<usize>) -> Option<(&Reference, &Tally)> {
        at.and_then(|at| Some((self.seen.references.all.get(at)?, self.seen.tallies.get(at)?)))
    }

    /// The reference of the file's build; else the one that fits where the file names no build.
    pub(crate) fn used(&self) -> Option<ReferenceUsed> {
        let offered = self.fitting.filter(|_| self.build == GenomeBuild::Unknown);
        let (reference, tally) = self.at(self.own.or(offered))?;
        Some(ReferenceUsed {
            build: reference.build.clone(),
            file: reference.file.clone(),
            fingerprint: reference.fingerprint.clone(),
            looked_at: tally.looked_at,
            misfits: tally.misfits,
        })
    }

    /// Writes to each short variant what the reference of the file's build says of it. Where that build is in doubt, no
    /// place is moved: what stands left of it is not the file's genome.
    pub(crate) fn mark(&mut self, findings: &mut [DraftFinding]) {
        let trusted = self.at(self.own).is_some_and(|(_, tally)| !tally.doubtful());
        let Seen { references: References { all, .. }, opening, .. } = &mut self.seen;
        let Some(reference) = self.own.and_then(|own| all.get_mut(own)) else { return };
        for finding in findings {
            if let Alteration::ShortVariant(variant) = &mut finding.alteration {
                mark(variant, reference, opening, trusted);
            }
        }
    }

    /// What people should know.
    pub(crate) fn notes(&self) -> Vec<Note> {
        let mut notes = Vec::new();
        for (build, why) in &self.seen.references.unusable {
            let said = format!("{}: {}", build.name(), why.said.en);
            notes.push(self.note(Severity::Warning, "reference-unusable", None, &said, 1));
        }
        for reference in &self.seen.references.all {
            if let Some(why) = &reference.broken {
                let said = format!("{}: {}: {why}", reference.build.name(), reference.file);
                notes.push(self.note(Severity::Warning, "reference-unusable", None, &said, 1));
            }
        }
        let own = self.at(self.own);
        if let Some((reference, tally)) = own {
            self.own_notes(reference, tally, &mut notes);
        }
        let counted = |(reference, tally): (&Reference, &Tally)| {
            let fitting = tally.looked_at - tally.misfits;
            format!("{} fits {fitting} of {}", reference.build.name(), tally.looked_at)
        };
        let fitting = self.at(self.fitting).map(counted);
        match (own.filter(|(_, tally)| tally.doubtful()), fitting) {
            (Some(own), other) => {
                let said = [Some(counted(own)), other].into_iter().flatten().collect::<Vec<_>>().join(", ");
                notes.push(self.note(Severity::Warning, "reference-wrong-build", None, &said, 1));
            }
            (None, Some(fitting)) if self.build == GenomeBuild::Unknown => {
                notes.push(self.note(Severity::Info, "reference-build-offered", None, &fitting, 1));
            }
            (None, Some(fitting)) => {
                let said = format!("the file says {}, {fitting}", self.build.name());
                notes.push(self.note(Severity::Warning, "reference-wrong-build", None, &said, 1));
            }
            (None, None) => {}
        }
        notes
    }

    fn own_notes(&self, reference: &Reference, tally: &Tally, notes: &mut Vec<Note>) {
        let misfits = tally.misfits + tally.mitochondrial;
        if misfits > 0 {
            let beyond = match tally.beyond {
                0 => String::new(),
                count => format!(" ({count} beyond the end of the contig)"),
            };
            let more = if misfits > tally.places.len() as u64 { " …" } else { "" };
            let said = format!(
                "{misfits} REF not as in {}{beyond}: {}{more}",
                reference.build.name(),
                tally.places.join("; ")
            );
            notes.push(self.note(Severity::Warning, "reference-misfit", tally.line, &said, misfits));
        }
        if let Some(contig) = &tally.contig {
            let said = format!("{} records, the first on {contig}", tally.without_contig);
            notes.push(self.note(Severity::Info, "reference-no-contig", None, &said, tally.without_contig));
        }
    }

    fn note(
        &self,
        severity: Severity,
        code: &'static str,
        line: Option<u64>,
        said: &str,
        times: u64,
    ) -> Note {
        let hint = match code {
            "reference-misfit" => note::REFERENCE_MISFIT.en,
            "reference-no-contig" => note::REFERENCE_NO_CONTIG.en,
            "reference-wrong-build" => note::REFERENCE_WRONG_BUILD.en,
            "reference-build-offered" => note::REFERENCE_BUILD_OFFERED.en,
            _ => note::REFERENCE_UNUSABLE.en,
        };
        Note {
            severity,
            code: code.to_owned(),
            place: Place { file: self.file.clone(), line, field: line.map(|_| "REF".to_owned()) },
            said: quoted(said),
            hint: hint.to_owned(),
            times: u32::try_from(times).unwrap_or(u32::MAX),
        }
    }
}

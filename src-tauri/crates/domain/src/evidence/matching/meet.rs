//! One finding against what one part of a profile asks for.

use super::facts::{Facts, Rearranged, What};
use super::short::{Alters, Kind, Short};
use super::{Ground, Met};
use crate::evidence::matched::{MatchKind, PartState};
use crate::evidence::profile::fusion::exon_pair;
use crate::evidence::profile::{
    Change, Class, CopyNumberWanted, Criterion, ExonChange, ExonWanted, Feature, FusionWanted, Marker,
    MarkerState, Part, Partner, Span,
};
use crate::evidence::why::{Because, Why};
use crate::finding::{CopyNumberKind, accession, database, same_protein_key};
use crate::hgvs::{HgvsText, Residues};
use std::collections::BTreeSet;

/// A part with its symbols resolved.
pub(super) struct Meeting<'p> {
    part: &'p Part,
    ground: &'p Ground<'p>,
    /// Approved symbol of the part's gene; empty where it names none.
    gene: String,
}

impl<'p> Meeting<'p> {
    pub(super) fn new(part: &'p Part, ground: &'p Ground<'p>) -> Self {
        let gene = match &part.feature {
            Feature::Gene(symbol) => ground.names.approved(symbol).into_owned(),
            Feature::Fusion(..) | Feature::Marker(_) | Feature::Unread => String::new(),
        };
        Self { part, ground, gene }
    }

    /// How a finding meets a criterion of the part; none where it does not.
    pub(super) fn with(&self, criterion: &Criterion, facts: &Facts) -> Option<Met> {
        match criterion {
            Criterion::OneOf(of) => {
                let all = of.iter().filter_map(|one| self.with(one, facts));
                return all.min_by_key(|met| {
                    (met.state != PartState::Met, met.state != PartState::Unknown, met.kind)
                });
            }
            Criterion::Fusion(wanted) => return self.fusion(wanted, facts),
            Criterion::Marker(wanted) => return self.marker(*wanted, facts),
            // Absence is told of a case, never by a finding.
            Criterion::Wildtype | Criterion::Beyond(_) => return None,
            _ => {}
        }
        if self.gene.is_empty() {
            return None;
        }
        if !facts.is_of(&self.gene) {
            // A record without annotation names no gene, and its place is the change all the same.
            let named = facts.is_without_gene() && matches!(criterion, Criterion::Change(_));
            return (named && self.is_at(facts))
                .then(|| self.met(MatchKind::SameChange, PartState::Met, Because::SamePlace, facts));
        }
        match &facts.what {
            What::Short(short) => self.short(criterion, short, facts),
            What::Copies(kind) => self.copies(criterion, *kind, facts),
            What::Rearranged(change) => self.rearranged(criterion, change, facts),
            What::Expressed => matches!(criterion, Criterion::Expression(_))
                .then(|| self.met(MatchKind::Expression, PartState::Unknown, Because::Expression, facts)),
            What::Marker(..) | What::Other => None,
        }
    }

    fn met(&self, kind: MatchKind, state: PartState, because: Because, facts: &Facts) -> Met {
        let why = Why { because, named: self.part.name.clone(), found: facts.said.clone() };
        Met { kind, state, why }
    }

    fn short(&self, criterion: &Criterion, short: &Short, facts: &Facts) -> Option<Met> {
        let met = |kind, because| Some(self.met(kind, PartState::Met, because, facts));
        let perhaps = |kind, because| Some(self.met(kind, PartState::Unknown, because, facts));
        match criterion {
            Criterion::Change(change) => self.change(change, short, facts),
            Criterion::Residue(span) => at_residue(*span, short)
                .then(|| self.met(MatchKind::SameResidue, PartState::Met, Because::Residue, facts)),
            Criterion::OtherThan(span) => {
                let residues = short.residues?;
                let elsewhere = short.alters == Alters::Yes && !span.meets(residues.first, residues.last);
                elsewhere.then(|| {
                    self.met(MatchKind::AnyMutation, PartState::Met, Because::OtherThanResidue, facts)
                })
            }
            Criterion::Exon(wanted) if self.in_exon(wanted, short) => met(MatchKind::Exon, Because::Exon),
            Criterion::Exon(wanted) => {
                let possible = wanted.change == ExonChange::Mutation
                    && short.is(Kind::Splice)
                    && !self.beside(short).is_disjoint(&wanted.exons);
                if possible { perhaps(MatchKind::Exon, Because::PossiblySkipping) } else { None }
            }
            Criterion::Region(name) => {
                let transcript = short.change.transcript.as_deref();
                let within = self.ground.places.in_region(&self.gene, transcript, name, short.at()?)?;
                (within && short.alters == Alters::Yes)
                    .then(|| self.met(MatchKind::Region, PartState::Met, Because::Region, facts))
            }
            Criterion::Class(class) => self.class(*class, short, facts),
            Criterion::AnyMutation => match short.alters {
                Alters::Yes => met(MatchKind::AnyMutation, Because::AnyMutation),
                Alters::Possibly => perhaps(MatchKind::AnyMutation, Because::PossiblyMutation),
                Alters::No => None,
            },
            Criterion::PromoterMutation => short
                .is(Kind::Promoter)
                .then(|| self.met(MatchKind::Region, PartState::Met, Because::Promoter, facts)),
            Criterion::Skipping(exon) if self.beside(short).contains(exon) => {
                perhaps(MatchKind::Exon, Because::PossiblySkipping)
            }
            _ => None,
        }
    }

    /// Whether the finding lies where the source places the change, with the same alleles.
    fn is_at(&self, facts: &Facts) -> bool {
        self.part.place.is_some() && self.part.place == facts.place
    }

    fn change(&self, wanted: &Change, short: &Short, facts: &Facts) -> Option<Met> {
        if same_change(wanted, &short.change) {
            return Some(self.met(MatchKind::SameChange, PartState::Met, Because::SameChange, facts));
        }
        if self.part.also.iter().any(|other| same_change(other, &short.change)) && !self.is_refuted(short) {
            return Some(self.met(MatchKind::SameChange, PartState::Met, Because::OtherName, facts));
        }
        if self.is_at(facts) {
            return Some(self.met(MatchKind::SameChange, PartState::Met, Because::SamePlace, facts));
        }
        let named = HgvsText::parse(&wanted.protein).ok().filter(HgvsText::tells_the_change)?;
        let at = named.residues()?;
        let letter = wanted.protein.chars().next();
        let frame = |protein: &str| protein.contains("fs");
        let same_place = short.residues == Some(at)
            && short.letter == letter
            && short.alters == Alters::Yes
            // A frameshift begins at its residue and changes all behind it: it is no change of that residue alone.
            && frame(&wanted.protein) == frame(&short.change.protein)
            && (short.change.protein != wanted.protein || frame(&wanted.protein));
        let other = same_place && !short.change.protein.is_empty();
        other.then(|| {
            self.met(MatchKind::SameResidue, PartState::NotMet, Because::OtherChangeOfResidue, facts)
        })
    }

    /// Whether the source names the change by its bases on the finding's own transcript, and they are others: a name counted on
    /// another isoform (`L725S` for L755S of ERBB2) may be another change's own name.
    fn is_refuted(&self, short: &Short) -> bool {
        let Some(transcript) = short.change.transcript.as_deref().map(accession) else { return false };
        let on_it = |other: &&Change| other.transcript.as_deref().map(accession) == Some(transcript);
        let mut told =
            self.part.also.iter().filter(on_it).filter(|other| !other.coding.is_empty()).peekable();
        !short.change.coding.is_empty()
            && told.peek().is_some()
            && told.all(|other| other.coding != short.change.coding)
    }

    /// The exons whose splice sites a change touches.
    fn beside(&self, short: &Short) -> BTreeSet<u32> {
        let transcript = short.change.transcript.as_deref();
        self.ground.places.exons_beside(&self.gene, transcript, &short.change.coding)
    }

    fn in_exon(&self, wanted: &ExonWanted, short: &Short) -> bool {
        let fits = match wanted.change {
            ExonChange::Mutation => short.alters == Alters::Yes,
            ExonChange::Deletion => short.is(Kind::InFrameDeletion),
            ExonChange::Insertion => short.is(Kind::InFrameInsertion),
            ExonChange::Frameshift => short.is(Kind::Frameshift),
            ExonChange::Missense => short.is(Kind::Missense),
        };
        let transcript = short.change.transcript.as_deref();
        let at = short.at().and_then(|at| self.ground.places.exons_at(&self.gene, transcript, at));
        let by_data = at.is_some_and(|exons| !exons.is_disjoint(&wanted.exons));
        // An annotator counts every exon, and people of some genes do not: where the data knows the exon, it decides alone.
        let by_annotator = || {
            let told = |number: &u32| !self.ground.places.knows_exon(&self.gene, *number);
            short.exon.filter(told).is_some_and(|number| wanted.exons.contains(&number))
        };
        fits && (by_data || by_annotator())
    }

    fn class(&self, class: Class, short: &Short, facts: &Facts) -> Option<Met> {
        let is = match class {
            Class::Truncating | Class::LossOfFunction => short.truncates(),
            Class::Frameshift => short.is(Kind::Frameshift),
            Class::Nonsense => short.is(Kind::Stop),
            Class::Splice => short.is(Kind::Splice),
            Class::Missense => short.is(Kind::Missense),
            Class::InFrameDeletion => short.is(Kind::InFrameDeletion),
            Class::InFrameInsertion => short.is(Kind::InFrameInsertion),
            Class::InternalDuplication => {
                return self.duplication(short, facts);
            }
            Class::BothCopies if short.truncates() => {
                return Some(self.met(MatchKind::Class, PartState::Unknown, Because::PossiblyClass, facts));
            }
            Class::Activating if short.alters == Alters::Yes && !short.truncates() => {
                return Some(self.met(MatchKind::Class, PartState::Unknown, Because::PossiblyClass, facts));
            }
            Class::BothCopies | Class::Activating => false,
        };
        is.then(|| self.met(MatchKind::Class, PartState::Met, Because::Class, facts))
    }

    /// The internal tandem duplications of FLT3 lie in exons 14 and 15; elsewhere an insertion alone does not tell one.
    fn duplication(&self, short: &Short, facts: &Facts) -> Option<Met> {
        const SHORTEST: u32 = 3;
        if !short.is(Kind::InFrameInsertion) || short.put_in > 0 && short.put_in < SHORTEST {
            return None;
        }
        let transcript = short.change.transcript.as_deref();
        let at = short.at().and_then(|at| self.ground.places.exons_at(&self.gene, transcript, at));
        let known = self.gene == "FLT3" && at.is_some_and(|exons| exons.contains(&14) || exons.contains(&15));
        Some(match known {
            true => self.met(MatchKind::Class, PartState::Met, Because::Class, facts),
            false => self.met(MatchKind::Class, PartState::Unknown, Because::PossiblyClass, facts),
        })
    }

    fn copies(&self, criterion: &Criterion, found: CopyNumberKind, facts: &Facts) -> Option<Met> {
        use CopyNumberKind as Found;
        use CopyNumberWanted as Wanted;
        let met = |kind, because| Some(self.met(kind, PartState::Met, because, facts));
        let perhaps = |kind, because| Some(self.met(kind, PartState::Unknown, because, facts));
        let wanted = match criterion {
            Criterion::CopyNumber(wanted) => *wanted,
            Criterion::Class(Class::LossOfFunction | Class::BothCopies) if found == Found::HomozygousLoss => {
                return met(MatchKind::Class, Because::Class);
            }
            _ => return None,
        };
        let fits = match (wanted, found) {
            (_, Found::NoChange) => false,
            (Wanted::Any, _) => true,
            (_, Found::Untold) => return perhaps(MatchKind::CopyNumber, Because::PossiblyCopyNumber),
            (Wanted::Amplification, found) => found == Found::Amplification,
            (Wanted::Gain, found) => matches!(found, Found::Gain | Found::Amplification),
            (Wanted::Loss, found) => matches!(found, Found::Loss | Found::HomozygousLoss),
            (Wanted::HomozygousLoss, Found::Loss) => {
                return perhaps(MatchKind::CopyNumber, Because::PossiblyCopyNumber);
            }
            (Wanted::HomozygousLoss, found) => found == Found::HomozygousLoss,
            (Wanted::Loh, found) => found == Found::LossOfHeterozygosity,
        };
        if fits { met(MatchKind::CopyNumber, Because::CopyNumber) } else { None }
    }

    fn rearranged(&self, criterion: &Criterion, found: &Rearranged, facts: &Facts) -> Option<Met> {
        let met = |kind, state, because| Some(self.met(kind, state, because, facts));
        match criterion {
            Criterion::Rearrangement if found.skips.is_none() => {
                met(MatchKind::Fusion, PartState::Met, Because::Rearrangement)
            }
            Criterion::Skipping(exon) if found.skips.is_none() && found.spliced.contains(exon) => {
                met(MatchKind::Exon, PartState::Unknown, Because::PossiblySkipping)
            }
            Criterion::Skipping(exon) => match found.skips.as_ref()? {
                exons if exons.contains(exon) => met(MatchKind::Exon, PartState::Met, Because::Skipping),
                // Skipping that is reported without a number may be of this exon.
                exons if exons.is_empty() => {
                    met(MatchKind::Exon, PartState::Unknown, Because::PossiblySkipping)
                }
                _ => None,
            },
            Criterion::Class(Class::InternalDuplication) if found.doubles => {
                met(MatchKind::Class, PartState::Met, Because::Class)
            }
            // `EGFRvIII`: a name that says nothing to us is the same name.
            Criterion::Unread(name) => {
                let name = name.trim().to_uppercase();
                let same = |found: &String| {
                    let bare =
                        found.strip_prefix(&self.gene).unwrap_or(found).trim_start_matches([' ', '-', 'V']);
                    !name.is_empty() && (*found == name || bare == name.trim_start_matches('V'))
                };
                let named = found.names.iter().any(same);
                if named { met(MatchKind::SameChange, PartState::Met, Because::SameChange) } else { None }
            }
            _ => None,
        }
    }

    fn fusion(&self, wanted: &FusionWanted, facts: &Facts) -> Option<Met> {
        let What::Rearranged(found) = &facts.what else { return None };
        let symbol = |named: &Partner| match named {
            Partner::Gene(symbol) => Some(self.symbol(symbol)),
            Partner::Any => None,
        };
        let (five, three) = (symbol(&wanted.five), symbol(&wanted.three));
        if five.is_none() && three.is_none() {
            return None;
        }
        let fits = |(one, other): (&str, &str)| {
            five.as_deref().is_none_or(|gene| gene == one)
                && three.as_deref().is_none_or(|gene| gene == other)
        };
        let named = five.is_some() && three.is_some();
        let because = if named { Because::Fusion } else { Because::AnyFusion };
        let met = |because| match &wanted.detail {
            _ if !found.joins => {
                Some(self.met(MatchKind::Fusion, PartState::Unknown, Because::FusionNotStated, facts))
            }
            None => Some(self.met(MatchKind::Fusion, PartState::Met, because, facts)),
            // Exons that both tell are the same or others; a type is told by no finding.
            Some(detail) => match (exon_pair(detail), found.exons) {
                (Some(wanted), Some(found)) if wanted == found => {
                    Some(self.met(MatchKind::Fusion, PartState::Met, because, facts))
                }
                (Some(_), Some(_)) => None,
                _ => Some(self.met(MatchKind::Fusion, PartState::Unknown, Because::FusionDetail, facts)),
            },
        };
        let pairs = || found.pairs.iter().map(|(one, other)| (one.as_str(), other.as_str()));
        if pairs().any(fits) {
            return met(because);
        }
        if pairs().any(|(one, other)| fits((other, one))) {
            let other = found.in_order && (named || wanted.ordered);
            return met(if other { Because::FusionOtherOrder } else { because });
        }
        if !found.partner_free {
            return None;
        }
        // The report names one gene alone.
        let of = |gene: &Option<String>| gene.as_deref().is_some_and(|gene| facts.is_of(gene));
        match (of(&five) || of(&three), named) {
            (true, false) => met(because),
            (true, true) => {
                Some(self.met(MatchKind::Fusion, PartState::Unknown, Because::PartnerNotReported, facts))
            }
            (false, _) => None,
        }
    }

    /// Approved symbol of a partner. `BCR-ABL` within ABL1 names the gene by the start of its symbol.
    fn symbol(&self, written: &str) -> String {
        let approved = self.ground.names.approved(written).into_owned();
        let shortened = self.gene.strip_prefix(approved.as_str()).is_some_and(|rest| rest == "1");
        if shortened { self.gene.clone() } else { approved }
    }

    fn marker(&self, wanted: MarkerState, facts: &Facts) -> Option<Met> {
        let Feature::Marker(marker) = self.part.feature else { return None };
        let What::Marker(Some(found), state) = &facts.what else { return None };
        let met = |state, because| Some(self.met(MatchKind::Biomarker, state, because, facts));
        if *found != marker {
            let related = |one: Marker, other: Marker| matches!((one, other), (Marker::Msi, Marker::Mmr));
            return match related(*found, marker) || related(marker, *found) {
                true if *state == Some(wanted) => met(PartState::Unknown, Because::RelatedMarker),
                _ => None,
            };
        }
        match state {
            Some(state) if *state == wanted => met(PartState::Met, Because::Marker),
            None => met(PartState::Unknown, Because::MarkerStateNotGiven),
            Some(_) => None,
        }
    }
}

/// Whether an altering change touches a residue that the profile names.
fn at_residue(span: Span, short: &Short) -> bool {
    let Some(Residues { first, last }) = short.residues else { return false };
    let letter = span.letter.is_none_or(|letter| first != span.first || short.letter == Some(letter));
    // An insertion stands between two residues and leaves both; a frameshift changes all behind it.
    let leaves = short.is(Kind::Frameshift)
        || short.is(Kind::InFrameInsertion)
            && !short.is(Kind::Duplication)
            && first != last
            && !short.change.protein.contains("delins");
    short.alters == Alters::Yes && letter && !leaves && span.meets(first, last)
}

/// Whether both name one change. The protein decides where both tell it; else the coding change, on transcripts that do not
/// contradict each other.
fn same_change(wanted: &Change, found: &Change) -> bool {
    if !wanted.protein.is_empty() && !found.protein.is_empty() && tells(&wanted.protein) {
        let codings =
            !wanted.coding.is_empty() && !found.coding.is_empty() && on_one_transcript(wanted, found);
        // A frameshift without its end is told by its bases, where both tell them.
        let open = wanted.protein.ends_with("fs") || found.protein.ends_with("fs");
        // One inserted base is called an insertion here and a duplication there.
        let doubled = |change: &Change| change.coding.contains("dup");
        if codings && open && wanted.coding != found.coding && doubled(wanted) == doubled(found) {
            return false;
        }
        // Where residues repeat, one loss of bases is named by this residue or the next.
        if codings && wanted.coding == found.coding && !wanted.coding.contains('>') {
            return true;
        }
        // `*214C` and `*214Cext*14` name one lost stop.
        let head =
            |key: &str| key.split_once("ext").map_or_else(|| key.to_owned(), |(head, _)| head.to_owned());
        return same_protein_key(&wanted.protein, &found.protein)
            || head(&wanted.protein) == head(&found.protein)
                && wanted.protein.contains("ext") != found.protein.contains("ext");
    }
    !wanted.coding.is_empty() && wanted.coding == found.coding && on_one_transcript(wanted, found)
}

/// Whether the two are not known to be counted on different transcripts.
fn on_one_transcript(wanted: &Change, found: &Change) -> bool {
    match (&wanted.transcript, &found.transcript) {
        (Some(one), Some(other)) => {
            let (one, other) = (accession(one), accession(other));
            one == other || database(one) != database(other)
        }
        _ => true,
    }
}

fn tells(key: &str) -> bool {
    HgvsText::parse(key).is_ok_and(|text| text.tells_the_change())
}

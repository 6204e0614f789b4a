//! How the findings of a case meet a profile. Pure: findings, profile, other names of genes and places of exons in, matches
//! with their reasons out. Knows no store and no source.
//!
//! What a match says of a finding:
//! - one change is met by that change; another change of its residue stands beside it as such and does not meet it
//!   (`holds` is [`PartState::NotMet`]), and nothing else of the exon stands there at all;
//! - exon, region and class are met only where the profile names one; silent changes meet no mutation;
//! - gain is no amplification, amplification no expression;
//! - a changed splice site may lead to skipping of the exon: `holds` is [`PartState::Unknown`].
//!
//! Whether the tumour or the germline carries a finding is no ground to leave it out: it is shown with its origin.
//! The consequence that speaks for a finding is the only one whose names count.

mod facts;
mod meet;
mod off;
mod short;

#[cfg(test)]
mod civic_tests;
#[cfg(test)]
mod tests;

use super::gene_names::GeneNames;
use super::matched::{EvidenceMatch, MatchKind, PartState, PartStatus};
use super::places::Places;
use super::profile::{Criterion, Expression, Feature, Part, Profile};
use super::why::{AliasUsed, Why};
use crate::finding::Alteration;
use crate::genome::GenomeBuild;
use crate::known_test::Assay;
use crate::protein::MarkerMark;
use facts::Facts;
pub(crate) use facts::{marker_of, state_of};
pub use off::{OffBy, switched_off_by};
use std::collections::HashSet;

/// What matching needs beside finding and profile.
#[derive(Debug, Clone, Copy)]
pub struct Ground<'g> {
    /// Other names of genes.
    pub names: &'g GeneNames,
    /// Where exons and regions lie.
    pub places: &'g Places,
    /// From which value on a marker is high, for the values of the tests of this case; a value in another unit is not compared.
    pub marks: &'g [MarkerMark],
}

/// Which genes the tests of a case looked at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum CoveredGenes {
    /// All of them.
    All,
    /// These, by any of their names.
    These(Vec<String>),
    /// Not known.
    NotKnown,
}

/// The same, by approved symbols.
#[derive(Debug)]
enum CoveredSymbols {
    All,
    These(HashSet<String>),
}

impl CoveredSymbols {
    fn of(covered: &CoveredGenes, names: &GeneNames) -> Self {
        match covered {
            CoveredGenes::All => Self::All,
            CoveredGenes::These(symbols) => {
                Self::These(symbols.iter().map(|symbol| names.approved(symbol).into_owned()).collect())
            }
            CoveredGenes::NotKnown => Self::These(HashSet::new()),
        }
    }

    fn has(&self, approved: &str) -> bool {
        match self {
            Self::All => true,
            Self::These(symbols) => symbols.contains(approved),
        }
    }
}

/// What the tests of a case looked at: that a gene has no finding means something only there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Covered {
    /// Genes whose sequence was read.
    pub genes: CoveredGenes,
    /// Genes whose rearrangements were looked for.
    pub fusion_genes: CoveredGenes,
    /// Kinds of alteration that no test looked at. Nothing is concluded from their absence.
    pub not_tested: Vec<Assay>,
}

impl Covered {
    /// Nothing is known.
    pub fn not_known() -> Self {
        Self { genes: CoveredGenes::NotKnown, fusion_genes: CoveredGenes::NotKnown, not_tested: Vec::new() }
    }
}

/// The findings of a case, prepared once for any number of profiles.
#[derive(Debug)]
pub struct CaseFindings<'g> {
    ground: Ground<'g>,
    facts: Vec<Facts>,
    /// Approved symbols of all findings.
    genes: HashSet<String>,
    /// Places of findings that name no gene.
    places: HashSet<String>,
    covered: CoveredSymbols,
    covered_for_fusions: CoveredSymbols,
    not_tested: Vec<Assay>,
}

/// Whether a profile holds in a case, whichever finding it stands beside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeMatch {
    /// Whether it holds.
    pub holds: PartState,
    /// Its parts, in its order.
    pub parts: Vec<PartStatus>,
    /// The findings that meet a positive part of it, by their place in the list given.
    pub findings: Vec<usize>,
}

/// One finding against one part.
#[derive(Debug, Clone)]
struct Met {
    kind: MatchKind,
    /// Whether the finding meets the part; [`PartState::NotMet`] for another change of a named residue alone.
    state: PartState,
    why: Why,
}

impl<'g> CaseFindings<'g> {
    /// Prepares the findings of a case; they are named later by their place in this list.
    pub fn new<'c>(
        ground: Ground<'g>,
        findings: impl IntoIterator<Item = &'c Alteration>,
        covered: &Covered,
    ) -> Self {
        Self::placed(ground, findings.into_iter().map(|finding| (finding, None)), covered)
    }

    /// As [`CaseFindings::new`], each finding with the build of its coordinates: a change that a source places is known by its
    /// place too.
    pub fn placed<'c>(
        ground: Ground<'g>,
        findings: impl IntoIterator<Item = (&'c Alteration, Option<&'c GenomeBuild>)>,
        covered: &Covered,
    ) -> Self {
        let findings = findings.into_iter();
        let facts: Vec<Facts> = findings.map(|(finding, build)| Facts::of(finding, build, &ground)).collect();
        let unnamed = facts.iter().filter(|facts| facts.is_without_gene());
        let places = unnamed.filter_map(|facts| facts.place.clone()).collect();
        let genes = facts.iter().flat_map(|facts| facts.approved().map(str::to_owned)).collect();
        Self {
            ground,
            facts,
            genes,
            places,
            covered: CoveredSymbols::of(&covered.genes, ground.names),
            covered_for_fusions: CoveredSymbols::of(&covered.fusion_genes, ground.names),
            not_tested: covered.not_tested.clone(),
        }
    }

    /// The findings that meet a profile, each by its place in the list given, with how and why.
    pub fn meets(&self, profile: &Profile) -> Vec<(usize, EvidenceMatch)> {
        if let Expression::Part(part) = &profile.expression {
            return self.meets_part(part);
        }
        let mut parts = Vec::new();
        positive(&profile.expression, true, &mut parts);
        if !parts.iter().any(|(part, positive)| *positive && self.may_meet(part)) {
            return Vec::new();
        }
        let met_by: Vec<Vec<(usize, Met)>> = parts.iter().map(|(part, _)| self.met_by(part)).collect();
        let statuses = statuses(&parts, self.states(&parts, &met_by));
        let mut at = 0;
        let holds = self.evaluate(&profile.expression, &self.states(&parts, &met_by), &mut at);
        (0..self.facts.len())
            .filter_map(|finding| {
                let grounds: Vec<(&Part, &Met)> = parts
                    .iter()
                    .zip(&met_by)
                    .filter(|((_, positive), _)| *positive)
                    .filter_map(|((part, _), all)| {
                        let (_, met) = all.iter().find(|(by, _)| *by == finding)?;
                        (met.state != PartState::NotMet).then_some((*part, met))
                    })
                    .collect();
                if grounds.is_empty() {
                    return None;
                }
                let aliases = grounds.iter().flat_map(|(part, _)| self.aliases(part, finding)).collect();
                Some((
                    finding,
                    EvidenceMatch {
                        kind: MatchKind::Composite,
                        holds,
                        parts: statuses.clone(),
                        why: grounds.iter().map(|(_, met)| met.why.clone()).collect(),
                        aliases: once(aliases),
                    },
                ))
            })
            .collect()
    }

    /// Whether a profile holds in the case as a whole: for an overview, and for profiles that no single finding meets
    /// (wild-type, exclusions).
    pub fn whole(&self, profile: &Profile) -> WholeMatch {
        let mut parts = Vec::new();
        positive(&profile.expression, true, &mut parts);
        let met_by: Vec<Vec<(usize, Met)>> = parts.iter().map(|(part, _)| self.met_by(part)).collect();
        let states = self.states(&parts, &met_by);
        let holds = self.evaluate(&profile.expression, &states, &mut 0);
        let mut findings: Vec<usize> = parts
            .iter()
            .zip(&met_by)
            .filter(|((_, positive), _)| *positive)
            .flat_map(|(_, all)| all.iter().filter(|(_, met)| met.state != PartState::NotMet))
            .map(|(finding, _)| *finding)
            .collect();
        findings.sort_unstable();
        findings.dedup();
        WholeMatch { holds, parts: statuses(&parts, states), findings }
    }

    fn meets_part(&self, part: &Part) -> Vec<(usize, EvidenceMatch)> {
        self.met_by(part)
            .into_iter()
            .map(|(finding, met)| {
                let parts = vec![PartStatus { name: part.name.clone(), state: met.state }];
                let aliases = once(self.aliases(part, finding));
                let matched =
                    EvidenceMatch { kind: met.kind, holds: met.state, parts, why: vec![met.why], aliases };
                (finding, matched)
            })
            .collect()
    }

    /// By what items are found that may be met: approved symbols of the findings, and one name for all markers.
    pub(super) fn found_by(&self) -> impl Iterator<Item = &str> {
        let marker = self.facts.iter().any(|facts| matches!(facts.what, facts::What::Marker(..)));
        self.genes.iter().map(String::as_str).chain(marker.then_some(super::news::MARKER))
    }

    /// Whether any finding is of a gene that the part names: most profiles name genes in which the case has none.
    fn may_meet(&self, part: &Part) -> bool {
        match &part.feature {
            Feature::Marker(_) => true,
            Feature::Unread => false,
            Feature::Gene(gene) => {
                self.has_gene(gene)
                    || part.place.as_ref().is_some_and(|place| self.places.contains(place))
                    || matches!(part.criterion, Criterion::Fusion(_))
                        && part.symbols().iter().any(|symbol| self.has_gene(symbol))
            }
            Feature::Fusion(..) => part.symbols().iter().any(|symbol| self.has_gene(symbol)),
        }
    }

    fn has_gene(&self, symbol: &str) -> bool {
        self.genes.contains(self.ground.names.approved(symbol).as_ref())
    }

    fn met_by(&self, part: &Part) -> Vec<(usize, Met)> {
        if !self.may_meet(part) {
            return Vec::new();
        }
        let meet = meet::Meeting::new(part, &self.ground);
        self.facts
            .iter()
            .enumerate()
            .filter_map(|(at, facts)| Some((at, meet.with(&part.criterion, facts)?)))
            .collect()
    }

    /// The state of each part over the whole case, NOT not yet applied.
    fn states(&self, parts: &[(&Part, bool)], met_by: &[Vec<(usize, Met)>]) -> Vec<PartState> {
        parts.iter().zip(met_by).map(|((part, _), met)| self.state(part, met)).collect()
    }

    fn state(&self, part: &Part, met_by: &[(usize, Met)]) -> PartState {
        if part.criterion == Criterion::Wildtype {
            return self.wildtype(part);
        }
        let has = |state| met_by.iter().any(|(_, met)| met.state == state);
        if has(PartState::Met) {
            PartState::Met
        } else if has(PartState::Unknown) {
            PartState::Unknown
        } else {
            self.absent(part)
        }
    }

    /// What it means that nothing meets a part.
    fn absent(&self, part: &Part) -> PartState {
        if let Feature::Marker(marker) = part.feature {
            // A marker that was found in another state is told; one that nobody reports is not.
            return match self.facts.iter().any(|facts| facts.tells_another_state(marker)) {
                true => PartState::NotMet,
                false => PartState::Unknown,
            };
        }
        if self.says_no_change(part) {
            return PartState::NotMet;
        }
        let Some(assays) = assays(&part.criterion) else { return PartState::Unknown };
        let tested = assays.iter().all(|assay| !self.not_tested.contains(assay));
        let covers = |symbol: &&str| {
            let approved = self.ground.names.approved(symbol);
            assays.iter().all(|assay| match assay {
                Assay::Rearrangement => self.covered_for_fusions.has(&approved),
                _ => self.covered.has(&approved),
            })
        };
        match tested && part.symbols().iter().any(covers) {
            true => PartState::NotMet,
            false => PartState::Unknown,
        }
    }

    /// Whether the laboratory says of the very gene that its copies are not changed.
    fn says_no_change(&self, part: &Part) -> bool {
        let (Feature::Gene(gene), Criterion::CopyNumber(_)) = (&part.feature, &part.criterion) else {
            return false;
        };
        let approved = self.ground.names.approved(gene);
        self.facts.iter().any(|facts| facts.is_of(&approved) && facts.says_no_change())
    }

    /// Unaltered is a gene that was looked at and in which nothing was found that alters it.
    fn wildtype(&self, part: &Part) -> PartState {
        let symbols = part.symbols();
        let Some(symbol) = symbols.first() else { return PartState::Unknown };
        let approved = self.ground.names.approved(symbol);
        let of_gene = self.facts.iter().filter(|facts| facts.is_of(&approved));
        match of_gene.map(Facts::alters_gene).max() {
            Some(short::Alters::Yes) => PartState::NotMet,
            Some(short::Alters::Possibly) => PartState::Unknown,
            Some(short::Alters::No) | None if self.covered.has(&approved) => {
                match self.not_tested.contains(&Assay::ShortVariant) {
                    true => PartState::Unknown,
                    false => PartState::Met,
                }
            }
            Some(short::Alters::No) | None => PartState::Unknown,
        }
    }

    /// The names by which the profile or the finding names one gene otherwise than the other.
    fn aliases(&self, part: &Part, finding: usize) -> Vec<AliasUsed> {
        let Some(facts) = self.facts.get(finding) else { return Vec::new() };
        let of_profile = part.symbols().into_iter().map(str::to_owned);
        let written = of_profile.chain(facts.written().map(str::to_owned));
        written
            .filter_map(|written| {
                let approved = self.ground.names.approved(&written).into_owned();
                let named = facts.is_of(&approved) && !approved.eq_ignore_ascii_case(&written);
                named.then_some(AliasUsed { written, approved })
            })
            .collect()
    }

    fn evaluate(&self, expression: &Expression, states: &[PartState], at: &mut usize) -> PartState {
        match expression {
            Expression::Part(_) => {
                let state = states.get(*at).copied().unwrap_or(PartState::Unknown);
                *at = at.saturating_add(1);
                state
            }
            Expression::All(of) => {
                let all: Vec<PartState> = of.iter().map(|one| self.evaluate(one, states, at)).collect();
                decided(&all, PartState::NotMet, PartState::Met)
            }
            Expression::Any(of) => {
                let all: Vec<PartState> = of.iter().map(|one| self.evaluate(one, states, at)).collect();
                decided(&all, PartState::Met, PartState::NotMet)
            }
            Expression::Not(one) => negated(self.evaluate(one, states, at)),
        }
    }
}

/// One state decides alone; without it an unknown one leaves all unknown.
fn decided(all: &[PartState], decisive: PartState, otherwise: PartState) -> PartState {
    if all.contains(&decisive) {
        decisive
    } else if all.contains(&PartState::Unknown) {
        PartState::Unknown
    } else {
        otherwise
    }
}

fn negated(state: PartState) -> PartState {
    match state {
        PartState::Met => PartState::NotMet,
        PartState::NotMet => PartState::Met,
        PartState::Unknown => PartState::Unknown,
    }
}

/// All parts in order, each with whether it is asked for or excluded.
fn positive<'e>(expression: &'e Expression, asked: bool, parts: &mut Vec<(&'e Part, bool)>) {
    match expression {
        Expression::Part(part) => parts.push((part, asked)),
        Expression::All(of) | Expression::Any(of) => of.iter().for_each(|one| positive(one, asked, parts)),
        Expression::Not(one) => positive(one, !asked, parts),
    }
}

fn statuses(parts: &[(&Part, bool)], states: Vec<PartState>) -> Vec<PartStatus> {
    let all = parts.iter().zip(states);
    all.map(|((part, asked), state)| match asked {
        true => PartStatus { name: part.name.clone(), state },
        false => PartStatus { name: format!("NOT {}", part.name), state: negated(state) },
    })
    .collect()
}

fn once(aliases: Vec<AliasUsed>) -> Vec<AliasUsed> {
    let mut kept: Vec<AliasUsed> = Vec::new();
    for alias in aliases {
        if !kept.contains(&alias) {
            kept.push(alias);
        }
    }
    kept
}

/// What a test must look at for its silence to mean that a criterion is not met; none where no panel test tells.
fn assays(criterion: &Criterion) -> Option<Vec<Assay>> {
    let one = match criterion {
        Criterion::Change(_)
        | Criterion::Residue(_)
        | Criterion::OtherThan(_)
        | Criterion::Exon(_)
        | Criterion::Region(_)
        | Criterion::Class(_)
        | Criterion::AnyMutation
        | Criterion::Skipping(_) => Assay::ShortVariant,
        Criterion::CopyNumber(_) => Assay::CopyNumber,
        Criterion::Fusion(_) | Criterion::Rearrangement => Assay::Rearrangement,
        Criterion::OneOf(of) => {
            let all = of.iter().map(assays).collect::<Option<Vec<_>>>()?;
            return Some(all.into_iter().flatten().collect());
        }
        // Promoters are outside of what most tests read, and what was not measured was not low.
        Criterion::PromoterMutation
        | Criterion::Expression(_)
        | Criterion::Wildtype
        | Criterion::Marker(_)
        | Criterion::Beyond(_)
        | Criterion::Unread(_) => return None,
    };
    Some(vec![one])
}

//! The question, asked of one list for one finding. A result is yes or no only where nothing that is unknown could turn it.

use super::facts::{
    AlterationClass, GermlineFacts, GermlineSignificance, MsiState, PanelKind, SignificanceFrom,
};
use super::list::{GeneGroup, GermlineList, Need, Share};
use super::tumour::TumourGroups;
use crate::finding::Origin;
use crate::gene::GeneSymbol;
use crate::measure::Vaf;
use crate::omission::ConditionState;
use crate::words::worded;
use serde::{Deserialize, Serialize};

/// Whether a list asks for follow-up of a finding as possibly inherited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum GermlineCandidate {
    /// It does not.
    No,
    /// It does or does not, by what is unknown.
    Depends,
    /// It does.
    Yes,
}

impl From<ConditionState> for GermlineCandidate {
    fn from(state: ConditionState) -> Self {
        match state {
            ConditionState::Met => Self::Yes,
            ConditionState::NotMet => Self::No,
            ConditionState::Unknown => Self::Depends,
        }
    }
}

/// What a condition asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum GermlineAsked {
    /// Gene.
    Gene,
    /// Significance.
    Significance,
    /// Kind of test.
    Panel,
    /// Origin.
    Origin,
    /// Kind of change.
    Kind,
    /// Share of reads.
    Vaf,
    /// Microsatellites.
    Msi,
    /// Age at onset.
    Age,
    /// Whether the tumour goes with the gene.
    RelatedTumour,
    /// Phenotype.
    Phenotype,
    /// Type of tumour.
    TumourType,
}

/// What a list wants, beside what was found.
#[derive(Debug, Clone, PartialEq)]
pub enum Limit {
    /// A listed gene.
    Listed(Option<GeneSymbol>),
    /// Pathogenic, or likely so.
    Pathogenic(Option<GermlineSignificance>, Option<SignificanceFrom>),
    /// It is known what the test read.
    Panel,
    /// Found in normal tissue, or stated to be inherited.
    Inherited(Origin),
    /// A kind of change for which lists have a limit.
    ShortVariant(AlterationClass),
    /// A share of reads; the limits are those of the kinds of change that it may be, none where the list has none.
    Share(Vec<Option<Share>>, Option<Vaf>),
    /// Unstable microsatellites.
    MsiHigh(Option<MsiState>),
    /// Onset below so many years.
    YoungerThan(u8, Option<f64>),
    /// A tumour that goes with the gene.
    Related(Option<bool>),
    /// A phenotype.
    Phenotype(Option<bool>),
    /// A tumour of a group.
    TumourIs(String),
    /// A tumour of another group, or one of the other conditions.
    TumourIsNotOr {
        /// The group.
        tumour: String,
        /// Whether it is a tumour of another group.
        another: ConditionState,
        /// What is enough where it is not; empty where it is another.
        others: Vec<Condition>,
    },
}

/// A condition of a list, and whether it holds.
#[derive(Debug, Clone, PartialEq)]
pub struct Condition {
    /// What it wants and what was found.
    pub limit: Limit,
    /// Whether it holds.
    pub state: ConditionState,
}

impl Condition {
    /// What it asks for.
    pub fn asked(&self) -> GermlineAsked {
        match self.limit {
            Limit::Listed(_) => GermlineAsked::Gene,
            Limit::Pathogenic(..) => GermlineAsked::Significance,
            Limit::Panel => GermlineAsked::Panel,
            Limit::Inherited(_) => GermlineAsked::Origin,
            Limit::ShortVariant(_) => GermlineAsked::Kind,
            Limit::Share(..) => GermlineAsked::Vaf,
            Limit::MsiHigh(_) => GermlineAsked::Msi,
            Limit::YoungerThan(..) => GermlineAsked::Age,
            Limit::Related(_) => GermlineAsked::RelatedTumour,
            Limit::Phenotype(_) => GermlineAsked::Phenotype,
            Limit::TumourIs(_) | Limit::TumourIsNotOr { .. } => GermlineAsked::TumourType,
        }
    }

    /// All that is unknown in it.
    fn unknown(&self, into: &mut Vec<GermlineAsked>) {
        if self.state != ConditionState::Unknown {
            return;
        }
        match &self.limit {
            Limit::TumourIsNotOr { another, others, .. } => {
                if *another == ConditionState::Unknown {
                    into.push(GermlineAsked::TumourType);
                }
                others.iter().for_each(|other| other.unknown(into));
            }
            Limit::Share(limits, vaf) => {
                into.push(GermlineAsked::Vaf);
                if vaf.is_some() && limits.len() > 1 {
                    into.push(GermlineAsked::Kind);
                }
            }
            _ => into.push(self.asked()),
        }
    }
}

/// The rule that was asked.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum RuleOf<'l> {
    /// That of the gene's group.
    Group(&'l GeneGroup),
    /// The gene is not in the list.
    NotListed,
    /// The gene is not in the part of the list that is known.
    NotInKnownPart,
    /// No gene is stated.
    NoGene,
}

/// The answer of one list.
#[derive(Debug, Clone, PartialEq)]
pub struct FilterAnswer<'l> {
    /// The list.
    pub list: &'l GermlineList,
    /// The answer.
    pub candidate: GermlineCandidate,
    /// The rule.
    pub rule: RuleOf<'l>,
    /// Whether the finding was told to be inherited, so that limits of the tumour were not asked.
    pub told: bool,
    /// Each condition that was asked, with what was found.
    pub conditions: Vec<Condition>,
    /// On what it turns; empty unless it depends.
    pub turns_on: Vec<GermlineAsked>,
}

/// Asks a list of one finding.
pub fn filter<'l>(list: &'l GermlineList, tumours: &TumourGroups, facts: &GermlineFacts) -> FilterAnswer<'l> {
    let asking = Asking { list, tumours, facts };
    let (rule, conditions) = match &facts.gene {
        None => asking.without_gene(),
        Some(gene) => asking.of_gene(gene),
    };
    let told = told_to_be_inherited(facts);
    let state = conditions.iter().map(|one| one.state).fold(ConditionState::Met, ConditionState::and);
    let candidate = GermlineCandidate::from(state);
    let mut turns_on = Vec::new();
    if candidate == GermlineCandidate::Depends {
        conditions.iter().for_each(|one| one.unknown(&mut turns_on));
        turns_on.sort_unstable();
        turns_on.dedup();
    }
    FilterAnswer { list, candidate, rule, told, conditions, turns_on }
}

fn told_to_be_inherited(facts: &GermlineFacts) -> bool {
    facts.origin.is_some_and(Origin::is_germline)
}

#[derive(Clone, Copy)]
struct Asking<'a, 'l> {
    list: &'l GermlineList,
    tumours: &'a TumourGroups,
    facts: &'a GermlineFacts,
}

impl<'l> Asking<'_, 'l> {
    /// A gene that nobody has stated may be any, listed or not.
    fn without_gene(&self) -> (RuleOf<'l>, Vec<Condition>) {
        let listed = Condition { limit: Limit::Listed(None), state: ConditionState::Unknown };
        let mut conditions = vec![listed, self.significance()];
        let one = |gene: Option<&GeneSymbol>, group: Option<&GeneGroup>| {
            let all = self.route(gene, group);
            all.iter().map(|one| one.state).fold(ConditionState::Met, ConditionState::and)
        };
        let named = self
            .list
            .groups
            .iter()
            .flat_map(|group| group.genes.keys().map(move |gene| one(Some(gene), Some(group))));
        let other = (!self.list.whole).then(|| one(None, None));
        let possible = named.chain(other).any(|state| state != ConditionState::NotMet);
        if !possible {
            // No gene of the list could make it one: what all of them share says why.
            let shared = self.route(None, None);
            let failing = shared.into_iter().filter(|one| one.state == ConditionState::NotMet);
            conditions.extend(failing);
        }
        (RuleOf::NoGene, conditions)
    }

    fn of_gene(&self, gene: &GeneSymbol) -> (RuleOf<'l>, Vec<Condition>) {
        let group = self.list.group_of(gene);
        let (rule, state) = match group {
            Some(group) => (RuleOf::Group(group), ConditionState::Met),
            None if self.list.whole => (RuleOf::NotListed, ConditionState::NotMet),
            None => (RuleOf::NotInKnownPart, ConditionState::Unknown),
        };
        let mut conditions = vec![Condition { limit: Limit::Listed(Some(gene.clone())), state }];
        if state != ConditionState::NotMet {
            conditions.push(self.significance());
            conditions.extend(self.route(Some(gene), group));
        }
        (rule, conditions)
    }

    fn significance(&self) -> Condition {
        use GermlineSignificance as Class;
        let state = match self.facts.significance {
            Some(Class::Pathogenic | Class::LikelyPathogenic) => ConditionState::Met,
            Some(Class::Uncertain | Class::LikelyBenign | Class::Benign) => ConditionState::NotMet,
            // Contradicting classes are for people to settle.
            Some(Class::Conflicting) | None => ConditionState::Unknown,
        };
        Condition { limit: Limit::Pathogenic(self.facts.significance, self.facts.significance_from), state }
    }

    /// What stands between a listed pathogenic change and the answer, by what the test read. An unknown test may be any; the
    /// answer stands only where all of them give the same.
    fn route(&self, gene: Option<&GeneSymbol>, group: Option<&GeneGroup>) -> Vec<Condition> {
        if told_to_be_inherited(self.facts) {
            // Limits of share, age and phenotype only make up for not knowing that.
            return vec![self.origin(ConditionState::Met)];
        }
        if let Some(panel) = self.facts.panel {
            return self.by_panel(panel, gene, group);
        }
        let mut states = Vec::new();
        let mut all: Vec<Condition> = Vec::new();
        for panel in PanelKind::ALL {
            let conditions = self.by_panel(panel, gene, group);
            states
                .push(conditions.iter().map(|one| one.state).fold(ConditionState::Met, ConditionState::and));
            for condition in conditions {
                if !all.contains(&condition) {
                    all.push(condition);
                }
            }
        }
        let same = states.windows(2).all(|pair| pair.first() == pair.last());
        if same && states.first() != Some(&ConditionState::Unknown) {
            return all;
        }
        // Which of the conditions counts is the question: none of them settles it alone.
        let mut conditions = vec![Condition { limit: Limit::Panel, state: ConditionState::Unknown }];
        conditions.extend(all.into_iter().filter(|one| one.state != ConditionState::NotMet));
        conditions
    }

    fn origin(&self, state: ConditionState) -> Condition {
        Condition { limit: Limit::Inherited(self.facts.origin.unwrap_or(Origin::Unknown)), state }
    }

    fn by_panel(
        &self,
        panel: PanelKind,
        gene: Option<&GeneSymbol>,
        group: Option<&GeneGroup>,
    ) -> Vec<Condition> {
        if panel == PanelKind::TumourNormal {
            // Normal tissue was read: its answer stands in place of every limit.
            let state = match self.facts.origin {
                Some(Origin::Germline | Origin::LikelyGermline) => ConditionState::Met,
                Some(Origin::Somatic | Origin::LikelySomatic) => ConditionState::NotMet,
                Some(Origin::Unknown) | None => ConditionState::Unknown,
            };
            return vec![self.origin(state)];
        }
        // Where normal tissue was not read, the word "somatic" answers nothing.
        let mut conditions = vec![self.share(panel, gene)];
        if gene.is_some_and(|gene| self.list.msi_high_only.contains(gene)) {
            let state = self.facts.msi.map(|msi| msi == MsiState::High);
            conditions.push(Condition { limit: Limit::MsiHigh(self.facts.msi), state: known(state) });
        }
        let needs = group.into_iter().flat_map(|group| &group.needs);
        conditions.extend(needs.map(|need| self.need(need)));
        if let Some(exception) = gene.and_then(|gene| self.list.exceptions.get(gene)) {
            let others: Vec<Condition> = exception.only_with.iter().map(|need| self.need(need)).collect();
            let another = not(self.tumours.holds(&exception.tumour, &self.facts.tumour));
            let state = others.iter().map(|one| one.state).fold(another, ConditionState::or);
            // What is known to hold needs no list of what else might.
            let others = if another == ConditionState::Met { Vec::new() } else { others };
            let tumour = exception.tumour.clone();
            conditions.push(Condition { limit: Limit::TumourIsNotOr { tumour, another, others }, state });
        }
        conditions
    }

    /// The share of reads, or that the kind of change has none that a list could ask for.
    fn share(&self, panel: PanelKind, gene: Option<&GeneSymbol>) -> Condition {
        use AlterationClass as Kind;
        let kinds = match self.facts.kind {
            Some(Kind::CopyNumberGain) => {
                // A gain is what the tumour made; none of the lists follows one up.
                return Condition {
                    limit: Limit::ShortVariant(Kind::CopyNumberGain),
                    state: ConditionState::NotMet,
                };
            }
            Some(kind) if !kind.is_short() => {
                // Lost exons and broken genes are inherited too, but their reads tell nothing of it.
                return Condition { limit: Limit::ShortVariant(kind), state: ConditionState::Unknown };
            }
            Some(kind) => vec![kind],
            // A share of reads is what short variants have.
            None => vec![Kind::Snv, Kind::Indel],
        };
        let limit = |kind: &Kind| match panel {
            PanelKind::Liquid => self.list.shares.liquid,
            _ => self.list.shares.in_tissue(gene, *kind),
        };
        let mut limits: Vec<Option<Share>> = kinds.iter().map(limit).collect();
        limits.dedup();
        let vaf = self.facts.vaf;
        let one = |limit: &Option<Share>| match (limit, vaf) {
            (Some(limit), Some(vaf)) => ConditionState::from(limit.is_reached(vaf.fraction())),
            _ => ConditionState::Unknown,
        };
        let states: Vec<ConditionState> = limits.iter().map(one).collect();
        let same = states.windows(2).all(|pair| pair.first() == pair.last());
        let state = if same { states.first().copied() } else { None };
        Condition { limit: Limit::Share(limits, vaf), state: state.unwrap_or(ConditionState::Unknown) }
    }

    fn need(&self, need: &Need) -> Condition {
        let facts = self.facts;
        match need {
            Need::Young => Condition {
                limit: Limit::YoungerThan(self.list.young_below, facts.age),
                state: known(facts.age.map(|age| age < f64::from(self.list.young_below))),
            },
            Need::RelatedTumour => {
                Condition { limit: Limit::Related(facts.related_tumour), state: known(facts.related_tumour) }
            }
            Need::Phenotype => {
                Condition { limit: Limit::Phenotype(facts.phenotype), state: known(facts.phenotype) }
            }
            Need::Tumour(id) => {
                Condition { limit: Limit::TumourIs(id.clone()), state: self.tumours.holds(id, &facts.tumour) }
            }
        }
    }
}

fn known(state: Option<bool>) -> ConditionState {
    state.map_or(ConditionState::Unknown, ConditionState::from)
}

fn not(state: ConditionState) -> ConditionState {
    match state {
        ConditionState::Met => ConditionState::NotMet,
        ConditionState::NotMet => ConditionState::Met,
        ConditionState::Unknown => ConditionState::Unknown,
    }
}

worded!(GermlineCandidate {
    Self::Yes => "candidate.yes", Self::No => "candidate.no", Self::Depends => "candidate.depends",
});

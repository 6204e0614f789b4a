//! A list of genes with its limits: a published one, or a site's own. Owns the shape and what makes a list unusable.

use super::facts::AlterationClass;
use super::tumour::TumourGroups;
use crate::certainty::Certainty;
use crate::gene::GeneSymbol;
use crate::label::Label;
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

/// The least share of reads.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Share {
    /// This much or more (以上), a fraction from 0 to 1.
    AtLeast(f64),
    /// More than this (超), a fraction from 0 to 1.
    Above(f64),
}

impl Share {
    /// The limit itself, a fraction from 0 to 1.
    pub fn bound(self) -> f64 {
        match self {
            Self::AtLeast(bound) | Self::Above(bound) => bound,
        }
    }

    /// Whether a share reaches it.
    pub fn is_reached(self, share: f64) -> bool {
        match self {
            Self::AtLeast(bound) => share >= bound,
            Self::Above(bound) => share > bound,
        }
    }
}

/// The limits of a list. One that is left out is not known.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ShareLimits {
    /// Of a substitution, read in tissue.
    pub snv: Option<Share>,
    /// Of an insertion or deletion, read in tissue.
    pub indel: Option<Share>,
    /// Of either, read in cell-free DNA.
    pub liquid: Option<Share>,
    /// Of either, read in tissue, for some genes in place of the two above.
    #[serde(default)]
    pub of_genes: BTreeMap<GeneSymbol, Share>,
}

impl ShareLimits {
    /// The limit in tissue.
    pub fn in_tissue(&self, gene: Option<&GeneSymbol>, kind: AlterationClass) -> Option<Share> {
        let own = gene.and_then(|gene| self.of_genes.get(gene)).copied();
        match kind {
            AlterationClass::Snv => own.or(self.snv),
            AlterationClass::Indel => own.or(self.indel),
            _ => None,
        }
    }
}

/// What must be so beside the finding.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Need {
    /// Onset below the list's age.
    Young,
    /// A tumour that goes with the gene.
    RelatedTumour,
    /// A phenotype, of the patient or the family.
    Phenotype,
    /// A tumour of this group.
    Tumour(String),
}

/// Genes under one rule.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GeneGroup {
    /// Code of the rule, unique within the list.
    pub rule: String,
    /// The rule in words.
    pub name: Label,
    /// How sure it is.
    pub certainty: Certainty,
    /// What must be so, all of it.
    #[serde(default)]
    pub needs: Vec<Need>,
    /// The genes, each with its grade of disclosure (開示推奨度) where it is known.
    pub genes: BTreeMap<GeneSymbol, Option<String>>,
}

/// In tumours of one group a gene is asked about only where something more is so.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TumourException {
    /// The group of tumours.
    pub tumour: String,
    /// One of these is enough.
    pub only_with: Vec<Need>,
}

/// A list.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GermlineList {
    /// Code, unique among lists.
    pub id: String,
    /// Name.
    pub name: Label,
    /// Version.
    pub version: String,
    /// Day on which it was put down here, YYYY-MM-DD.
    pub date: String,
    /// Where it comes from.
    pub source: Label,
    /// How sure it is as a whole.
    pub certainty: Certainty,
    /// What to know of it.
    pub remark: Label,
    /// Whether all of its genes are here: of one that is missing in a list known in part nothing follows.
    pub whole: bool,
    /// Onset counts as young below this many years.
    pub young_below: u8,
    /// Limits of the share of reads.
    pub shares: ShareLimits,
    /// Genes that are asked about only in tumours with unstable microsatellites.
    #[serde(default)]
    pub msi_high_only: BTreeSet<GeneSymbol>,
    /// Genes by rule.
    pub groups: Vec<GeneGroup>,
    /// Exceptions by gene.
    #[serde(default)]
    pub exceptions: BTreeMap<GeneSymbol, TumourException>,
}

/// What makes a list unusable.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ListError {
    /// A gene stands under two rules.
    #[error("list '{list}': gene '{gene}' stands twice; expected each gene under one rule")]
    Twice {
        /// List.
        list: String,
        /// Gene.
        gene: GeneSymbol,
    },
    /// A rule stands twice.
    #[error("list '{list}': rule '{rule}' stands twice")]
    RuleTwice {
        /// List.
        list: String,
        /// Rule.
        rule: String,
    },
    /// A limit, exception or condition speaks of a gene that no rule has.
    #[error("list '{list}': '{gene}' has a limit or an exception, but stands under no rule")]
    NotListed {
        /// List.
        list: String,
        /// Gene.
        gene: GeneSymbol,
    },
    /// A limit is no fraction.
    #[error("list '{list}': the limit {bound} is no fraction; expected a number above 0 and at most 1")]
    NoFraction {
        /// List.
        list: String,
        /// As written.
        bound: String,
    },
    /// A group of tumours is not known.
    #[error("list '{list}': no group of tumours is called '{tumour}'; known are: {known}")]
    NoTumour {
        /// List.
        list: String,
        /// As written.
        tumour: String,
        /// Those that are.
        known: String,
    },
}

impl GermlineList {
    /// The rule that a gene stands under.
    pub fn group_of(&self, gene: &GeneSymbol) -> Option<&GeneGroup> {
        self.groups.iter().find(|group| group.genes.contains_key(gene))
    }

    /// Its genes.
    pub fn genes(&self) -> impl Iterator<Item = &GeneSymbol> {
        self.groups.iter().flat_map(|group| group.genes.keys())
    }

    /// Whether the list can be asked.
    ///
    /// # Errors
    /// What is wrong first.
    pub fn check(&self, tumours: &TumourGroups) -> Result<(), ListError> {
        let list = || self.id.clone();
        let (mut genes, mut rules) = (BTreeSet::new(), BTreeSet::new());
        for group in &self.groups {
            if !rules.insert(&group.rule) {
                return Err(ListError::RuleTwice { list: list(), rule: group.rule.clone() });
            }
            for gene in group.genes.keys() {
                if !genes.insert(gene) {
                    return Err(ListError::Twice { list: list(), gene: gene.clone() });
                }
            }
        }
        let named = self.shares.of_genes.keys().chain(&self.msi_high_only).chain(self.exceptions.keys());
        for gene in named {
            if !genes.contains(gene) {
                return Err(ListError::NotListed { list: list(), gene: gene.clone() });
            }
        }
        let shares = [self.shares.snv, self.shares.indel, self.shares.liquid].into_iter().flatten();
        for share in shares.chain(self.shares.of_genes.values().copied()) {
            let bound = share.bound();
            if !(bound > 0.0 && bound <= 1.0) {
                return Err(ListError::NoFraction { list: list(), bound: bound.to_string() });
            }
        }
        let of_need = |need: &Need| match need {
            Need::Tumour(tumour) => Some(tumour.clone()),
            _ => None,
        };
        let of_groups = self.groups.iter().flat_map(|group| &group.needs).filter_map(of_need);
        let of_exceptions = self.exceptions.values().flat_map(|exception| {
            let own = std::iter::once(exception.tumour.clone());
            own.chain(exception.only_with.iter().filter_map(of_need))
        });
        for tumour in of_groups.chain(of_exceptions) {
            if tumours.get(&tumour).is_none() {
                let known = tumours.ids().collect::<Vec<_>>().join(", ");
                return Err(ListError::NoTumour { list: list(), tumour, known });
            }
        }
        Ok(())
    }
}

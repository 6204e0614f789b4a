//! Whether a finding may be inherited (PGPV; GPV beside normal tissue), by the lists that the field keeps: which genes are
//! asked about, from which share of reads on, at which age, with which tumour or phenotype. Owns the questions and their
//! three-valued answer; genes and limits are data of [`list::GermlineList`], and what people judge stands apart from it
//! ([`crate::decision::GermlineFlag`]).
//!
//! Every finding is asked by itself: of the other findings of a case only the microsatellite state is looked at, and only
//! where a list asks for it.

mod facts;
mod filter;
mod list;
mod of_case;
mod purity;
mod tumour;
mod words;
pub mod workup;

#[cfg(test)]
mod tests;

pub use facts::{
    AlterationClass, GermlineFacts, GermlineSignificance, MsiState, PanelKind, SignificanceFrom, TumourAtHand,
};
pub use filter::{Condition, FilterAnswer, GermlineAsked, GermlineCandidate, Limit, RuleOf, filter};
pub use list::{GeneGroup, GermlineList, ListError, Need, Share, ShareLimits, TumourException};
pub use of_case::{FindingFacts, GermlineClaims};
pub use purity::{ExpectedShares, expected_shares};
pub use tumour::{TumourGroups, TumourWords};

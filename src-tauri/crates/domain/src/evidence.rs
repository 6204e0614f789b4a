//! What is known of alterations: evidence as knowledge bases publish it, and how a finding of a case meets it.
//! Nothing here judges: an item says what its source says, a match says why it stands beside a finding.

mod cited;
pub mod companion;
pub mod difference;
pub mod disease;
mod gene_names;
mod item;
mod matched;
pub mod matching;
pub mod news;
mod news_answer;
pub mod omission_grounds;
mod places;
pub mod profile;
pub mod proposal;
mod reference_address;
mod why;

pub use cited::CitedEvidence;
pub use gene_names::GeneNames;
pub use item::{
    CitationKind, Direction, EvidenceDisease, EvidenceItem, Interaction, KnownPlace, KnownVariant, Reference,
    ReviewStatus,
};
pub use matched::{DiseaseRelation, EvidenceMatch, MatchKind, PartState, PartStatus};
pub use news_answer::{AnsweredNews, NewsAnswer};
pub use places::{ExonPlace, GeneExons, Places};
pub use reference_address::address_of;
pub use why::{AliasUsed, Because, Why};

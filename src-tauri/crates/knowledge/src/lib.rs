//! What the panel judges by: scales of classes and evidence levels, schemes of classification by criteria and points,
//! rule-sets of who must take part, example phrases, tests by their official names, roles of genes, proteins and marks that figures are drawn with, as data with source, version and how sure it is.
//! Beside it the knowledge of a site ([`KnowledgeStore`]): dated versions of what sources publish, imported from files.
//! Owns the data and its look-up; knows nothing of cases, their store or screens.

mod access;
mod ccat;
pub mod civic_set;
pub mod companion;
pub mod ctml;
mod data;
pub mod disease_map;
mod evidence_ground;
pub mod exons;
mod figures;
pub mod gene_names;
mod gene_roles;
mod genetic_guidance;
mod germline_filter;
mod germline_genes;
mod known_tests;
pub mod oncotree;
mod phrases;
pub mod proposals;
mod readers;
mod rule_sets;
mod scale;
mod scheme;
pub mod shipped;
mod store;
pub mod trial_words;
pub mod trials;
mod vcf;
pub mod written;

pub use access::{AccessFacts, BasketDrug, BasketStudyFacts, Need, NeedFact, RouteNeeds};
pub use ccat::CcatCodes;
pub use evidence_ground::EvidenceGround;
pub use genetic_guidance::{GuidanceFee, GuidanceFees};
pub use germline_filter::GermlineLists;
pub use phrases::{ExamplePhrase, ExamplePhrases};
pub use readers::columns::ListColumn;
pub use readers::genes::{GeneNames, Hotspot, KnownRole};
pub use readers::lists::{CompanionTest, DiseaseScope, ListedDisease};
pub use readers::panel_genes::PanelGenes;
pub use scale::{Class, Knowledge, KnowledgeError, Purpose, Scale};
pub use store::error::{Cause, KnowledgeStoreError};
pub use store::record::{
    Import, ImportOptions, ImportOutcome, ImportProgress, Imported, KnowledgeKind, KnowledgeLedger, SetAside,
    SetAsideReason, VersionFrom,
};
pub use store::{
    AliasKind, KnowledgeStore, Known, ListEdit, ListRow, NamedGene, OnProgress, OncoTreeNode, Versioned,
};
pub use vcf::{
    ClinvarRecord, Frequency, FrequencyField, PopulationFrequency, RegisteredVcf, VcfAnswer, VcfField,
    VcfOptions, VcfState, VcfTrouble,
};

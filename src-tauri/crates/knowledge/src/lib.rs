//! What the panel judges by: scales of classes and evidence levels, schemes of classification by criteria and points,
//! rule-sets of who must take part, example phrases, tests by their official names, roles of genes, proteins and marks that figures are drawn with, as data with source, version and how sure it is.
//! Owns the data and its look-up; knows nothing of cases, stores or screens.

mod ccat;
mod figures;
mod gene_roles;
mod germline_genes;
mod known_tests;
mod phrases;
mod rule_sets;
mod scale;
mod scheme;

pub use ccat::CcatCodes;
pub use phrases::{ExamplePhrase, ExamplePhrases};
pub use scale::{Class, Knowledge, KnowledgeError, Purpose, Scale};

//! The data files that come with the program, as text. Each says which version it is, and where it was read.

pub(crate) const ONCOTREE: &str = include_str!("../data/oncotree.json");
pub(crate) const CIVIC_SET: &str = include_str!("../data/civic-set.json");
pub(crate) const DISEASE_MAP: &str = include_str!("../data/disease-map.json");
pub(crate) const GENE_ALIASES: &str = include_str!("../data/gene-aliases.json");
pub(crate) const GENE_ROLES: &str = include_str!("../data/gene-roles.json");
pub(crate) const EXONS: &str = include_str!("../data/exons.json");
pub(crate) const PROTEINS: &str = include_str!("../data/proteins.json");
pub(crate) const COMPANION_MARKERS: &str = include_str!("../data/companion-markers.json");
pub(crate) const TESTS: &str = include_str!("../data/tests.json");
pub(crate) const MARKER_MARKS: &str = include_str!("../data/marker-marks.json");
pub(crate) const SCALES: &str = include_str!("../data/scales.json");
pub(crate) const SCHEMES: &str = include_str!("../data/schemes.json");
pub(crate) const PROPOSALS: &str = include_str!("../data/proposals.json");
pub(crate) const GERMLINE_FILTER: &str = include_str!("../data/germline-filter.json");
pub(crate) const GENETIC_GUIDANCE: &str = include_str!("../data/genetic-guidance.json");
pub(crate) const GERMLINE_GENES: &str = include_str!("../data/germline-genes.json");
pub(crate) const DRUG_NAMES: &str = include_str!("../data/drug-names.json");
pub(crate) const ROUTE_NEEDS: &str = include_str!("../data/route-needs.json");
pub(crate) const BASKET_STUDY: &str = include_str!("../data/basket-study.json");
pub(crate) const TRIAL_WORDS: &str = include_str!("../data/trial-words.json");
pub(crate) const RULE_SETS: &str = include_str!("../data/rule-sets.json");
pub(crate) const CCAT_CODES: &str = include_str!("../data/ccat-codes.json");
pub(crate) const PHRASES: &str = include_str!("../data/phrases.json");

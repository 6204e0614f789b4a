//! Files in, drafts out: what a draft holds, what it notes, that its ledger balances. Fixtures are texts made here;
//! real files are read from the folder of shared test data where it is present.

// Helpers of a test crate are tests too; the relaxed lints of tests reach only functions marked #[test].
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout
)]

mod annotators;
mod bcf;
mod cats;
mod cats_notes;
mod ccat_clinical;
mod ccat_report;
mod damage;
mod foundation;
mod foundation_said;
mod genminetop;
mod genome;
mod guardant;
mod heme;
mod hostile;
mod maf;
mod meaning;
mod oncomine;
mod real_callers;
mod real_cats;
mod real_headers;
mod real_tables;
mod real_vcf;
mod reference;
mod reference_places;
mod seeds;
mod support;
mod tables;
mod tso500;
mod vcf;
mod vcf_faults;
mod vcf_faults_since_4_4;
mod vcf_notes;
mod vcf_structural;
mod xml;
mod xml_damage;
mod xml_hostile;
mod xml_nothing_lost;

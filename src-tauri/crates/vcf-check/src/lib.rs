//! The rules of VCF 4.1 to 4.5: what is wrong with a header line or a record, by the specification and by what
//! conformance suites agree on.
//!
//! Owns: the grammar of header lines, the keys that the format reserves, what a header declares, and the rules that the
//! columns of a record keep to. Must not know of files, findings or people: text is lent to it line by line, faults are
//! handed back, and what to do about them is for the caller to decide. Nothing here fails on a fault, allocates for a sound
//! record, or holds more than a bounded part of a hostile one.
//!
//! - [`Header`]: takes header lines; says what is wrong with each ([`HeaderFault`](grammar::HeaderFault))
//! - [`Checker`]: takes records; hands on each [`Fault`] with its [`Rule`], its [`Place`] and the text that was found
//!
//! ```
//! use entaku_vcf_check::columns::Columns;
//! use entaku_vcf_check::{Checker, Header, Place, Rule};
//!
//! let mut header = Header::default();
//! for line in ["##fileformat=VCFv4.3", "##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">"] {
//!     let (name, value) = line.trim_start_matches("##").split_once('=').unwrap();
//!     assert!(header.line(name, value).is_empty());
//! }
//!
//! let mut checker = Checker::new(header);
//! let record = Columns::of("chr7\t55191822\t.\tT\tG\t-3\tPASS\tDP=many").unwrap();
//! let mut found = Vec::new();
//! checker.record(&record, &mut |fault| found.push((fault.rule, fault.place.to_string(), fault.said())));
//!
//! assert_eq!(found[0], (Rule::NegativeQuality, "QUAL".to_owned(), "-3".to_owned()));
//! assert_eq!(found[1], (Rule::ValueType, "INFO/DP".to_owned(), "DP=many is no Integer".to_owned()));
//! ```
//!
//! Beyond the checker's reach, because they concern several records at once: their order and records that stand twice.

pub mod columns;
mod fault;
pub mod fields;
pub mod grammar;
mod header;
mod keys;
pub mod reserved;
mod rules;
pub mod values;

pub use fault::{Fault, Level, Place, Rule};
pub use header::{Declaration, Header, minor};
pub use rules::Checker;

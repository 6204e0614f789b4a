//! What leaves the store as data: tables over cases (CSV), a whole case (JSON), all of it (files). Turns what is recorded into text;
//! who may, and where the text goes, is the acts'.
//!
//! Nothing is guessed: what is not recorded is an empty cell, and a code whose list could not be confirmed is empty
//! beside its words.

pub(crate) mod all;
mod case;
mod ccat;
mod csv;
mod ledger;

pub(crate) use case::{case_json, is_blind};
pub(crate) use ccat::CcatTable;
pub(crate) use csv::Csv;
pub(crate) use ledger::LedgerTable;

use entaku_domain::case::Case;

/// A table made case by case.
pub(crate) trait Table {
    /// The first line.
    fn head(&self) -> Vec<String>;
    /// The lines of a case, at least one.
    fn lines(&self, case: &Case) -> Vec<Vec<String>>;
}

//! What was noticed while reading an input, and the account of its records.
//! Invariant of every intake: read = kept + set aside.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How much a note matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Severity {
    /// Good to know.
    Info,
    /// Somebody should look.
    Warning,
    /// Part of the input could not be used.
    Error,
}

/// Where in the input.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// File name without folders.
    pub file: String,
    /// Line, counted from 1, where the format has lines.
    pub line: Option<u64>,
    /// Field or path within the record, for instance `variants.shortVariants[3].position` or `INFO/CSQ`.
    pub field: Option<String>,
}

/// Something noticed in an input. A value, not a failure: it is kept with the case.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Note {
    /// How much it matters.
    pub severity: Severity,
    /// Stable code in kebab case, for instance `unit-renamed`.
    pub code: String,
    /// Where.
    pub place: Place,
    /// What was found, in the source's own words where it has any.
    pub said: String,
    /// What was expected or what to do.
    pub hint: String,
    /// How often the same note was met (the place is that of the first).
    pub times: u32,
}

/// The account of an input's records.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Ledger {
    /// Records read.
    pub read: u64,
    /// Records that became findings.
    pub kept: u64,
    /// Records set aside, by reason code.
    pub by_reason: BTreeMap<String, u64>,
}

impl Ledger {
    /// A record became a finding.
    pub fn keep(&mut self) {
        self.read += 1;
        self.kept += 1;
    }
    /// A record was set aside.
    pub fn set_aside(&mut self, reason: &str) {
        self.read += 1;
        match self.by_reason.get_mut(reason) {
            Some(count) => *count += 1,
            None => {
                self.by_reason.insert(reason.to_owned(), 1);
            }
        }
    }
    /// Records set aside for any reason.
    pub fn set_aside_total(&self) -> u64 {
        self.by_reason.values().sum()
    }
    /// Whether every record is accounted for.
    pub fn balances(&self) -> bool {
        self.read == self.kept + self.set_aside_total()
    }
    /// Both accounts together.
    pub fn plus(&self, other: &Self) -> Self {
        let mut sum = self.clone();
        sum.read += other.read;
        sum.kept += other.kept;
        for (reason, count) in &other.by_reason {
            *sum.by_reason.entry(reason.clone()).or_default() += count;
        }
        sum
    }
}

/// A record set aside, so that people can see which one and why.
/// A draft lists the first [`MAX_LISTED`]; the ledger counts all, and the received file keeps them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct SetAside {
    /// Reason code, as in the ledger.
    pub reason: String,
    /// Where it stands.
    pub place: Place,
    /// The record in short, for instance `7:55259515 T>G`.
    pub record: String,
}

/// How many set-aside records a draft lists one by one.
pub const MAX_LISTED: usize = 1_000;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ledger_balances_whatever_is_put_into_it() {
        let mut ledger = Ledger::default();
        ledger.keep();
        ledger.set_aside("not-pass");
        ledger.set_aside("not-pass");
        assert_eq!((ledger.read, ledger.kept, ledger.set_aside_total()), (3, 1, 2));
        assert!(ledger.balances() && ledger.plus(&ledger).balances());
    }
}

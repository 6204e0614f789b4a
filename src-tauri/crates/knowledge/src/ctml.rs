//! CTML, the language of MatchMiner's trials, read into criteria: `match` with its `and`, `or`, `genomic`, `clinical` and
//! `prior_treatments`. Lenient: what is not understood becomes a criterion that is unknown, and stands in the ledger.
//!
//! Meaning as the engine gives it (dfci/matchengine-V2) and the schema lists it (dfci/matchminer-api): a `!` before any value
//! of a `genomic` node denies the node, before a value of a `clinical` one that value; `Any Variation` is a mutation or a
//! change of copy number; fusion partners have no order. The engine passes over HER2, ER, PR and the state of the disease;
//! here they are asked.

mod clinical;
mod genomic;
mod value;

#[cfg(test)]
mod tests;

use crate::written::Written;
use entaku_domain::trial::criterion::{Ask, Criterion, Leaf};

/// What was read of a `match`.
#[derive(Debug, Clone, PartialEq)]
pub struct CtmlRead {
    /// The criteria.
    pub criterion: Criterion,
    /// What was not understood, in the order of the text.
    pub remarks: Vec<CtmlRemark>,
}

/// Something that was not understood, or was understood though it is not CTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CtmlRemark {
    /// Where: `match.0.and.2.genomic.exon`.
    pub place: String,
    /// What of it.
    pub what: CtmlTrouble,
    /// As written.
    pub written: String,
}

/// What can be the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CtmlTrouble {
    /// A key that is not known: its criterion is unknown.
    UnknownKey,
    /// A value that is not known: its criterion is unknown.
    UnknownValue,
    /// A node that asks for nothing: it is unknown.
    Empty,
    /// A node nested too deeply to be followed: it is unknown.
    TooDeep,
}

/// Deepest nesting that is followed. What is kept of it as JSON nests up to three times as deep, of which serde_json reads
/// back 127.
const DEEPEST: usize = 30;

/// Reads a `match`, or a node of one; a list is AND.
pub fn read_match(written: &Written) -> CtmlRead {
    let mut reader = Reader { remarks: Vec::new() };
    let criterion = reader.node(written, "match", 0);
    CtmlRead { criterion, remarks: reader.remarks }
}

struct Reader {
    remarks: Vec<CtmlRemark>,
}

impl Reader {
    /// A criterion that is unknown, with its line in the ledger.
    fn unknown(&mut self, place: &str, what: CtmlTrouble, written: &Written) -> Criterion {
        let shown = written.shown();
        let name = place.rsplit('.').next().unwrap_or(place);
        let text = match what {
            CtmlTrouble::UnknownKey | CtmlTrouble::UnknownValue => format!("{name}: {shown}"),
            CtmlTrouble::Empty | CtmlTrouble::TooDeep => shown.clone(),
        };
        self.remarks.push(CtmlRemark { place: place.to_owned(), what, written: shown });
        Criterion::Leaf(Leaf { written: text, ask: Ask::NotUnderstood, negated: false })
    }

    fn list(&mut self, written: &Written, place: &str, depth: usize) -> Vec<Criterion> {
        let items = written.items().iter().enumerate();
        items.map(|(at, item)| self.node(item, &format!("{place}.{at}"), depth + 1)).collect()
    }

    fn node(&mut self, written: &Written, place: &str, depth: usize) -> Criterion {
        if depth > DEEPEST {
            return self.unknown(place, CtmlTrouble::TooDeep, written);
        }
        let fields = match written {
            Written::List(items) if !items.is_empty() => {
                return Criterion::All(self.list(written, place, depth));
            }
            Written::Map(fields) if !fields.is_empty() => fields,
            _ => return self.unknown(place, CtmlTrouble::Empty, written),
        };
        let mut parts = Vec::new();
        // Keys that lack their wrapper belong to one node.
        let (mut genomic, mut clinical) = (Vec::new(), Vec::new());
        for (key, value) in fields {
            let within = format!("{place}.{key}");
            let name = key.trim().to_lowercase();
            match name.trim_end_matches(|c: char| c.is_ascii_digit() || c == '_') {
                "and" => parts.push(self.group(value, &within, depth, Criterion::All)),
                "or" => parts.push(self.group(value, &within, depth, Criterion::Any)),
                "not" => parts.push(self.denied(value, &within, depth)),
                "genomic" => parts.push(self.genomic_nodes(value, &within)),
                "clinical" => parts.push(self.clinical_nodes(value, &within)),
                "prior_treatments" | "prior_treatment" => parts.push(self.prior_treatments(value, &within)),
                "display_name" => {}
                _ if clinical::knows(&name) => clinical.push((name, value)),
                _ if genomic::knows(&name) => genomic.push((name, value)),
                _ => parts.push(self.unknown(&within, CtmlTrouble::UnknownKey, value)),
            }
        }
        if !genomic.is_empty() {
            parts.push(self.genomic(&genomic, place));
        }
        if !clinical.is_empty() {
            parts.push(self.clinical(&clinical, place));
        }
        one_or_all(parts).unwrap_or_else(|| self.unknown(place, CtmlTrouble::Empty, written))
    }

    fn group(
        &mut self,
        written: &Written,
        place: &str,
        depth: usize,
        join: fn(Vec<Criterion>) -> Criterion,
    ) -> Criterion {
        match self.list(written, place, depth) {
            parts if parts.is_empty() => self.unknown(place, CtmlTrouble::Empty, written),
            parts => join(parts),
        }
    }

    /// Of a list under `not` it is not told whether none may hold or not all: both are kept.
    fn denied(&mut self, written: &Written, place: &str, depth: usize) -> Criterion {
        let parts = self.list(written, place, depth);
        let mut parts: Vec<Criterion> =
            parts.into_iter().map(|part| Criterion::Not(Box::new(part))).collect();
        match parts.len() {
            0 => self.unknown(place, CtmlTrouble::Empty, written),
            1 => parts.swap_remove(0),
            _ => Criterion::AnyOrAll(parts),
        }
    }

    fn genomic_nodes(&mut self, written: &Written, place: &str) -> Criterion {
        self.nodes(written, place, Self::genomic)
    }

    fn clinical_nodes(&mut self, written: &Written, place: &str) -> Criterion {
        self.nodes(written, place, Self::clinical)
    }

    /// A node, or a list of nodes that must all hold.
    fn nodes(
        &mut self,
        written: &Written,
        place: &str,
        read: fn(&mut Self, &[(String, &Written)], &str) -> Criterion,
    ) -> Criterion {
        let mut parts = Vec::new();
        for item in written.items() {
            match item {
                Written::Map(fields) if !fields.is_empty() => {
                    let fields: Vec<(String, &Written)> =
                        fields.iter().map(|(key, value)| (key.trim().to_lowercase(), value)).collect();
                    parts.push(read(self, &fields, place));
                }
                other => parts.push(self.unknown(place, CtmlTrouble::Empty, other)),
            }
        }
        one_or_all(parts).unwrap_or_else(|| self.unknown(place, CtmlTrouble::Empty, written))
    }
}

/// The one part, or all of several; none where there is none.
fn one_or_all(mut parts: Vec<Criterion>) -> Option<Criterion> {
    match parts.len() {
        0 | 1 => parts.pop(),
        _ => Some(Criterion::All(parts)),
    }
}

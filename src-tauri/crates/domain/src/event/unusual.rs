//! What stands out in the access log: patterns that a person who reviews it should look at, and never a verdict.
//!
//! Looked for over the whole log, whatever part of it is asked for, so that a filter hides no pattern.

use super::AccessEvent;
use crate::ids::{CaseId, MemberId};
use crate::words::worded;
use chrono::{DateTime, Duration, FixedOffset, Timelike};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet, VecDeque};

/// Cases looked at within an hour from which on it stands out.
pub const MANY_CASES: usize = 20;
/// Papers and tables taken out within an hour from which on it stands out.
pub const MUCH_TAKEN_OUT: usize = 10;
/// Refusals within an hour from which on it stands out.
pub const MANY_REFUSALS: usize = 3;
/// Wrong passwords in a row from which on it stands out.
pub const MANY_GUESSES: u32 = 5;
/// The night: from this hour of the local time …
pub const NIGHT_FROM: u32 = 22;
/// … until before this one.
pub const NIGHT_TO: u32 = 6;

/// A pattern that stands out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Unusual {
    /// At night.
    Night,
    /// The member's first act at this computer, after acts at another.
    FirstAtComputer,
    /// Many different cases within an hour.
    ManyCases,
    /// Many papers or tables taken out within an hour.
    MuchTakenOut,
    /// The whole store taken out.
    WholeStore,
    /// Several refusals within an hour.
    ManyRefusals,
    /// Many wrong passwords in a row.
    ManyGuesses,
}

/// What one member did lately.
#[derive(Debug, Default)]
struct Lately {
    computers: BTreeSet<String>,
    looked: VecDeque<(DateTime<FixedOffset>, CaseId)>,
    taken: VecDeque<DateTime<FixedOffset>>,
    refused: VecDeque<DateTime<FixedOffset>>,
}

/// Reads the log from its beginning and says of each line what stands out.
#[derive(Debug, Default)]
pub struct Watch {
    members: BTreeMap<MemberId, Lately>,
}

impl Watch {
    /// What stands out in the next line of the log, in the order of [`Unusual`].
    pub fn next(
        &mut self,
        member: &MemberId,
        at: DateTime<FixedOffset>,
        computer: &str,
        what: &AccessEvent,
    ) -> Vec<Unusual> {
        let (at, computer, what) = match what {
            AccessEvent::NotedAside { at, device, what } => (*at, device.as_str(), what.as_ref()),
            _ => (at, computer, what),
        };
        let lately = self.members.entry(member.clone()).or_default();
        let mut unusual = BTreeSet::new();
        if at.hour() >= NIGHT_FROM || at.hour() < NIGHT_TO {
            unusual.insert(Unusual::Night);
        }
        let elsewhere = !lately.computers.is_empty();
        if lately.computers.insert(computer.to_owned()) && elsewhere {
            unusual.insert(Unusual::FirstAtComputer);
        }
        if let Some(case) = what.case() {
            lately.looked.push_back((at, case.clone()));
            while lately.looked.front().is_some_and(|(then, _)| is_past(*then, at)) {
                lately.looked.pop_front();
            }
            let cases: BTreeSet<&CaseId> = lately.looked.iter().map(|(_, case)| case).collect();
            if cases.len() >= MANY_CASES {
                unusual.insert(Unusual::ManyCases);
            }
        }
        if takes_out(what) && within_the_hour(&mut lately.taken, at) >= MUCH_TAKEN_OUT {
            unusual.insert(Unusual::MuchTakenOut);
        }
        if matches!(what, AccessEvent::StoreExported { .. }) {
            unusual.insert(Unusual::WholeStore);
        }
        if matches!(what, AccessEvent::Denied { .. })
            && within_the_hour(&mut lately.refused, at) >= MANY_REFUSALS
        {
            unusual.insert(Unusual::ManyRefusals);
        }
        if matches!(what, AccessEvent::SignInsFailed { count, .. } if *count >= MANY_GUESSES) {
            unusual.insert(Unusual::ManyGuesses);
        }
        unusual.into_iter().collect()
    }
}

/// Adds an act and counts those of the hour before it.
fn within_the_hour(acts: &mut VecDeque<DateTime<FixedOffset>>, at: DateTime<FixedOffset>) -> usize {
    acts.push_back(at);
    while acts.front().is_some_and(|then| is_past(*then, at)) {
        acts.pop_front();
    }
    acts.len()
}

fn is_past(then: DateTime<FixedOffset>, at: DateTime<FixedOffset>) -> bool {
    at.signed_duration_since(then) > Duration::hours(1)
}

/// Whether something about patients left the program. A backup is encrypted, and its plan makes many.
fn takes_out(what: &AccessEvent) -> bool {
    matches!(
        what,
        AccessEvent::DocumentPrinted { .. }
            | AccessEvent::DocumentExported { .. }
            | AccessEvent::MeetingDocumentExported { .. }
            | AccessEvent::TableExported { .. }
            | AccessEvent::FamilyHistoryExported { .. }
            | AccessEvent::CaseExported { .. }
            | AccessEvent::StoreExported { .. }
            | AccessEvent::EvidenceNewsListed { .. }
    )
}

worded!(Unusual {
    Self::Night => "unusual.night", Self::FirstAtComputer => "unusual.firstAtComputer",
    Self::ManyCases => "unusual.manyCases", Self::MuchTakenOut => "unusual.muchTakenOut",
    Self::WholeStore => "unusual.wholeStore", Self::ManyRefusals => "unusual.manyRefusals",
    Self::ManyGuesses => "unusual.manyGuesses",
});

#[cfg(test)]
mod tests {
    use super::*;
    use crate::ids::Sha256Hex;

    fn at(minute: i64) -> DateTime<FixedOffset> {
        let noon = DateTime::parse_from_rfc3339("2026-11-30T12:00:00+09:00").unwrap();
        noon + Duration::minutes(minute)
    }

    fn member(name: &str) -> MemberId {
        let sign = name.bytes().next().unwrap_or_default();
        MemberId::parse(&format!("00000000-0000-7000-8000-0000000000{sign:02x}")).unwrap()
    }

    fn case(number: usize) -> CaseId {
        CaseId::parse(&format!("00000000-0000-7000-8000-{number:012}")).unwrap()
    }

    fn opened(number: usize) -> AccessEvent {
        AccessEvent::CaseOpened { case: case(number) }
    }

    fn exported() -> AccessEvent {
        let sha256 = Sha256Hex::parse(&"0".repeat(64)).unwrap();
        AccessEvent::CaseExported { case: case(1), sha256 }
    }

    #[test]
    fn a_day_of_work_stands_out_by_nothing() {
        let mut watch = Watch::default();
        for case in 0..MANY_CASES - 1 {
            assert!(watch.next(&member("a"), at(1), "desk", &opened(case)).is_empty());
        }
        // The same case again is one case, and what another member opened is not this one's.
        assert!(watch.next(&member("a"), at(2), "desk", &opened(0)).is_empty());
        assert!(watch.next(&member("b"), at(2), "desk", &opened(99)).is_empty());
        // An hour later the count begins anew.
        assert!(watch.next(&member("a"), at(62), "desk", &opened(98)).is_empty());
    }

    #[test]
    fn each_pattern_is_told_where_it_begins() {
        let mut watch = Watch::default();
        for case in 0..MANY_CASES - 1 {
            watch.next(&member("a"), at(0), "desk", &opened(case));
        }
        assert_eq!(watch.next(&member("a"), at(60), "desk", &opened(77)), [Unusual::ManyCases]);
        assert_eq!(watch.next(&member("b"), at(0), "desk", &AccessEvent::SignedIn), []);
        assert_eq!(
            watch.next(&member("b"), at(1), "laptop", &AccessEvent::SignedIn),
            [Unusual::FirstAtComputer]
        );
        assert_eq!(watch.next(&member("b"), at(2), "laptop", &AccessEvent::SignedIn), []);
        assert_eq!(watch.next(&member("b"), at(600), "desk", &AccessEvent::SignedIn), [Unusual::Night]);
        assert_eq!(watch.next(&member("b"), at(1_079), "desk", &AccessEvent::SignedIn), [Unusual::Night]);
        assert_eq!(watch.next(&member("b"), at(1_080), "desk", &AccessEvent::SignedIn), []);
        for _ in 1..MUCH_TAKEN_OUT {
            assert_eq!(watch.next(&member("c"), at(0), "desk", &exported()), []);
        }
        assert_eq!(watch.next(&member("c"), at(9), "desk", &exported()), [Unusual::MuchTakenOut]);
        assert_eq!(
            watch.next(&member("d"), at(0), "desk", &AccessEvent::StoreExported { cases: 3 }),
            [Unusual::WholeStore]
        );
        let denied = AccessEvent::Denied { command: "access_log".to_owned() };
        for _ in 1..MANY_REFUSALS {
            assert_eq!(watch.next(&member("d"), at(0), "desk", &denied), []);
        }
        assert_eq!(watch.next(&member("d"), at(5), "desk", &denied), [Unusual::ManyRefusals]);
        let failed = |count| AccessEvent::SignInsFailed { count, last: at(0) };
        assert_eq!(watch.next(&member("d"), at(0), "desk", &failed(MANY_GUESSES - 1)), []);
        assert_eq!(watch.next(&member("d"), at(0), "desk", &failed(MANY_GUESSES)), [Unusual::ManyGuesses]);
    }

    #[test]
    fn what_was_noted_aside_counts_at_its_own_time_and_computer() {
        let mut watch = Watch::default();
        watch.next(&member("a"), at(0), "desk", &AccessEvent::SignedIn);
        let aside =
            AccessEvent::NotedAside { at: at(660), device: "ward".to_owned(), what: Box::new(opened(1)) };
        assert_eq!(
            watch.next(&member("a"), at(1_300), "desk", &aside),
            [Unusual::Night, Unusual::FirstAtComputer]
        );
    }
}

//! How much memory a full verification takes on a large store: much the same as on a small one.
use std::time::Instant;

use entaku_domain::case::Case;
use entaku_domain::event::{Event, EventBody, Stream};
use entaku_domain::ids::{CaseId, EventId};
use entaku_store::{CaseChange, Store};
use entaku_tests::crash::{Worker, with_one_case};
use entaku_tests::desk::PASSWORD;
use serde_json::json;

use crate::report::Part;

/// A process with a large store may take this much, in KiB.
const MOST: u64 = 100 * 1024;
/// Events of each of many cases.
const OF_A_CASE: u64 = 50;

/// Numbers for ids.
struct Ids(u64);

impl Ids {
    fn uuid(&mut self) -> String {
        self.0 += 1;
        format!("0198c5b2-7f00-7000-8000-{:012x}", self.0)
    }

    /// The event again, as another one at this place.
    fn again(&mut self, event: &Event, version: u32) -> Event {
        let id = EventId::parse(&self.uuid()).expect("an id");
        Event { id, version, ..event.clone() }
    }
}

/// The event of another case.
fn of_case(event: &Event, from: &CaseId, to: &CaseId, number: u64) -> Event {
    let text = serde_json::to_string(event).expect("an event is JSON");
    let text = text.replace(from.as_str(), to.as_str()).replace("2026-0001", &format!("2027-{number:06}"));
    serde_json::from_str(&text).expect("an event of another case")
}

/// A third of the events in many cases, a sixth in one, the rest in the access log.
fn fill(store: &mut Store, case: &CaseId, events: u64) {
    let mut ids = Ids(1 << 40);
    let stream = Stream::Case(case.clone());
    let own = store.load_events(&stream).expect("the case is read");
    let (received, judged) =
        (own.first().expect("it was received").clone(), own.last().expect("judged").clone());
    for number in 0..events / 3 / OF_A_CASE {
        let id = CaseId::parse(&ids.uuid()).expect("an id");
        let mut after = Case::new(id.clone());
        let all: Vec<Event> = (1..=OF_A_CASE)
            .map(|version| {
                let like = if version == 1 { &received } else { &judged };
                let like = of_case(like, case, &id, number);
                ids.again(&like, u32::try_from(version).expect("small"))
            })
            .collect();
        all.iter().for_each(|event| after.apply(event));
        let change = CaseChange { before: None, after: &after };
        store.append_events(&all, Some(change), &[]).expect("a case is recorded");
    }
    let mut before = store.load_case(case).expect("the case is read").expect("it is there");
    for _ in 0..events / 6 / 500 {
        let mut after = before.clone();
        let all: Vec<Event> = (1..=500).map(|next| ids.again(&judged, before.version + next)).collect();
        all.iter().for_each(|event| after.apply(event));
        let change = CaseChange { before: Some(&before), after: &after };
        store.append_events(&all, Some(change), &[]).expect("the long case is recorded");
        before = after;
    }
    let access = store.load_events(&Stream::Access).expect("the log is read");
    let opened =
        access.iter().find(|event| matches!(event.body, EventBody::Access { .. })).expect("a look").clone();
    let mut version = u32::try_from(access.len()).expect("small");
    let rest = events.saturating_sub(store.head().expect("the journal has an end").count);
    for _ in 0..rest / 500 + 1 {
        let all: Vec<Event> = (1..=500).map(|next| ids.again(&opened, version + next)).collect();
        store.append_events(&all, None, &[]).expect("looks are recorded");
        version += 500;
    }
}

/// The part of the report.
pub fn run(events: u64) -> Part {
    let mut part = Part::new("Memory");
    let (mut desk, case, version) = with_one_case("ordeal-memory", "D-12");
    let wish = json!({
        "caseId": case, "expectedVersion": version, "findingIds": ["F1"], "scale": "oncogenicity-2022", "class": "vus",
    });
    desk.call("judge_finding", wish);
    desk.call("sign_out", json!({}));
    let place = desk.folder().join("store");
    let small = peak(&place);
    let began = Instant::now();
    let mut store = Store::open(&place, "佐藤 恵", PASSWORD, "test-pc").expect("the store opens");
    fill(&mut store, &CaseId::parse(&case).expect("an id"), events);
    store.close().expect("the store is closed");
    let made = began.elapsed().as_secs_f64();
    let bytes = std::fs::metadata(place.join("store.db")).map_or(0, |seen| seen.len());
    let began = Instant::now();
    let large = peak(&place);
    part.line(format!(
        "verify --deep (debug build) of {} events: {:.1} MiB at most; of {} events ({} MiB, made in {made:.0} s): {:.1} MiB and {:.0} s.",
        small.0,
        small.1 as f64 / 1024.0,
        large.0,
        bytes >> 20,
        large.1 as f64 / 1024.0,
        began.elapsed().as_secs_f64()
    ));
    if large.0 < events {
        part.fail(format!("{} events were checked; {events} were to be", large.0));
    }
    if large.1 > MOST {
        part.fail(format!("{} KiB at most; {MOST} are allowed", large.1));
    }
    part
}

/// Events and peak of memory of a process that checks all of the store.
fn peak(store: &std::path::Path) -> (u64, u64) {
    let heard = Worker::start(store, &["verify"]).finish();
    let (events, peak) = heard.done.last().expect("the worker tells").clone();
    (events, peak.parse().expect("KiB"))
}

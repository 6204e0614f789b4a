//! Several programs at one store at once: nobody's edit is lost, nobody is refused for want of a turn, there is one chain.
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

use entaku_tests::crash::{Worker, reopen, with_one_case};
use entaku_tests::laboratory;
use serde_json::json;

use crate::report::Part;

const WRITERS: u64 = 4;
const READERS: u64 = 4;

/// The part of the report.
pub fn run(seconds: u64) -> Part {
    let mut part = Part::new("At once");
    let (mut desk, case, version) = with_one_case("ordeal-crowd", "D-12");
    let mut cases = vec![(case, version)];
    for number in 1..WRITERS / 2 {
        let file = desk.folder().join(format!("more-{number}.json"));
        std::fs::write(&file, laboratory::cats(&format!("M-{number}"), 8).to_string())
            .expect("the file is written");
        let case = desk.call("intake", json!({ "paths": [file] }))["case"].take();
        let id = case["caseId"].as_str().expect("a case has an id").to_owned();
        cases.push((id, case["version"].as_u64().expect("a version")));
    }
    desk.call("sign_out", json!({}));
    let store = desk.folder().join("store");
    let over = AtomicBool::new(false);
    let began = Instant::now();
    // Two writers at each case, so that they meet; batches, for a worker tells only at its end.
    let (written, read) = std::thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|number| {
                let (case, store, over) =
                    (&cases[usize::try_from(number / 2).expect("small")].0, &store, &over);
                scope.spawn(move || {
                    let (mut done, mut stale, mut first) = (0_u64, 0_u64, number * 1_000_000 + 1);
                    while !over.load(Ordering::Relaxed) {
                        let heard =
                            Worker::start(store, &["decide", case, &first.to_string(), "20"]).finish();
                        done += heard.done.len() as u64;
                        stale += heard.stale;
                        first += 20;
                    }
                    (done, stale)
                })
            })
            .collect();
        let readers: Vec<_> = (0..READERS)
            .map(|_| {
                let (store, over) = (&store, &over);
                scope.spawn(move || {
                    let mut done = 0_u64;
                    while !over.load(Ordering::Relaxed) {
                        done += Worker::start(store, &["read", "20"]).finish().done.len() as u64;
                    }
                    done
                })
            })
            .collect();
        std::thread::sleep(Duration::from_secs(seconds));
        over.store(true, Ordering::Relaxed);
        let written: Vec<_> =
            writers.into_iter().map(|one| one.join().expect("a writer does all its acts")).collect();
        let read: u64 = readers.into_iter().map(|one| one.join().expect("a reader does all its acts")).sum();
        (written, read)
    });
    let (acts, stale) = written.iter().fold((0, 0), |(acts, stale), one| (acts + one.0, stale + one.1));
    part.line(format!(
        "{WRITERS} writers and {READERS} readers for {:.0} s: {acts} acts of three events acknowledged, {stale} stale edits refused and repeated, {read} looks.",
        began.elapsed().as_secs_f64()
    ));
    if let Err(why) = reopen(&mut desk) {
        part.fail(why);
        return part;
    }
    let mut events = 0;
    for (case, version) in &cases {
        let fresh = desk.call("open_case", json!({ "caseId": case }));
        events += fresh["version"].as_u64().expect("a version") - version;
    }
    if events != 3 * acts {
        part.fail(format!("{events} events of {acts} acknowledged acts"));
    }
    if acts == 0 || read == 0 {
        part.fail("nobody did anything".to_owned());
    }
    part
}

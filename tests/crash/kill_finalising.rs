//! Killed in the middle of signing, finalising and giving a document out: what was acknowledged is there with its paper,
//! what was not is there whole or not at all, and the next program goes on from it.
use entaku_tests::crash::{Dice, Heard, Stands, Tally, check_papers, killed, ready};
use serde_json::json;

const STORES: u64 = 3;
const KILLS_PER_STORE: u64 = 8;
/// Longest work before the kill, in milliseconds: about as long as an act takes without optimisation.
const WORK: u64 = 900;

#[test]
fn killed_amid_signing_finalising_and_issuing_no_paper_is_lost_and_none_is_half_made() {
    let (mut dice, mut tally) = (Dice(0x656e_7461_6b75_0003), Tally::default());
    for _ in 0..STORES {
        let (mut desk, case) = ready("kill-finalise");
        let store = desk.folder().join("store");
        let mut stands = Stands { revisions: 0, issues: 0 };
        for _ in 0..KILLS_PER_STORE {
            desk.call("sign_out", json!({}));
            let next = (stands.revisions + 1).to_string();
            let heard = killed(&store, &["finalise", &case, &next], WORK, &mut dice, tally.kills);
            stands = check_papers(&mut desk, &case, &stands, &heard)
                .unwrap_or_else(|lost| panic!("kill {} of the finalising: {lost}", tally.kills + 1));
            tally.add(&heard);
        }
    }
    tally.must_have_hit("finalising", STORES * KILLS_PER_STORE);
}

/// The check above would be worth nothing if it passed whatever happened.
#[test]
fn an_acknowledged_finalisation_without_its_report_would_be_noticed() {
    let (mut desk, case) = ready("kill-finalise-check");
    let claims = Heard { begun: 1, done: vec![(1, String::new())], ..Heard::default() };
    let none = Stands { revisions: 0, issues: 0 };
    let gone = check_papers(&mut desk, &case, &none, &claims);
    assert!(gone.is_err_and(|why| why.contains("0 revisions")), "a revision that nobody finalised");
}

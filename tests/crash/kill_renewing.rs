//! Killed while the whole store is encrypted anew: whoever comes next finds everything, and finishes the work.
use entaku_tests::crash::{Dice, Tally, check_renewed, full, killed};
use serde_json::json;

const STORES: u64 = 2;
const KILLS_PER_STORE: u64 = 10;
/// Longest work before the kill, in milliseconds: several times what it takes to encrypt the store of this test anew.
const WORK: u64 = 500;
#[test]
fn killed_while_the_store_is_encrypted_anew_nothing_is_lost_and_the_work_is_finished() {
    let (mut dice, mut tally) = (Dice(0x656e_7461_6b75_0004), Tally::default());
    for _ in 0..STORES {
        let (mut desk, case) = full("kill-renew");
        let store = desk.folder().join("store");
        let mut renewed = 0;
        for _ in 0..KILLS_PER_STORE {
            desk.call("sign_out", json!({}));
            let next = (renewed + 1).to_string();
            let heard = killed(&store, &["renew", &next], WORK, &mut dice, tally.kills);
            renewed = check_renewed(&mut desk, &case, renewed, &heard)
                .unwrap_or_else(|lost| panic!("kill {} of the renewing: {lost}", tally.kills + 1));
            tally.add(&heard);
        }
    }
    tally.must_have_hit("a new key", STORES * KILLS_PER_STORE);
}

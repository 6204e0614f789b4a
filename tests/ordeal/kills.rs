//! Programs killed at moments that nobody chose. A kind of act is a line of [`KINDS`].
use entaku_tests::crash::{
    Dice, Stands, Tally, cases, check_decisions, check_intakes, check_papers, check_renewed, full, killed,
    made, ready, reopen, with_one_case,
};
use serde_json::json;

use crate::report::Part;

/// Kills that meet the same store, before a new one is taken.
const PER_STORE: u64 = 10;

/// Kills a worker at one kind of act so many times.
type Kind = fn(u64, &mut Dice, &mut Tally) -> Result<(), String>;

/// What is killed: its name, its share of all kills in hundredths, and how.
const KINDS: [(&str, u64, Kind); 5] = [
    ("intake", 30, intakes),
    ("decision", 30, decisions),
    ("signing and finalising", 15, papers),
    ("backup", 10, backups),
    ("a new key for the store", 15, renewals),
];

/// The part of the report.
pub fn run(kills: u64) -> Part {
    let mut part = Part::new("Kills");
    let mut dice = Dice(0x656e_7461_6b75_0041);
    for (name, share, kind) in KINDS {
        let count = (kills * share / 100).max(1);
        let mut tally = Tally::default();
        if let Err(why) = kind(count, &mut dice, &mut tally) {
            part.fail(format!("kill {} of {name}: {why}", tally.kills + 1));
        }
        part.line(format!(
            "{name}: {} kills, {} amid an act, {} acts acknowledged before them.",
            tally.kills, tally.amid_an_act, tally.acknowledged
        ));
    }
    part
}

fn intakes(count: u64, dice: &mut Dice, tally: &mut Tally) -> Result<(), String> {
    while tally.kills < count {
        let mut desk = made("ordeal-kill-intake");
        let (store, files) = (desk.folder().join("store"), desk.folder().join("files"));
        std::fs::create_dir(&files).map_err(|error| error.to_string())?;
        let mut known = Vec::new();
        for round in 0..PER_STORE.min(count - tally.kills) {
            desk.call("sign_out", json!({}));
            let words = ["intake", &files.display().to_string(), &round.to_string()];
            let heard = killed(&store, &words, 60, dice, tally.kills);
            known = check_intakes(&mut desk, &known, &heard)?;
            tally.add(&heard);
        }
    }
    Ok(())
}

fn decisions(count: u64, dice: &mut Dice, tally: &mut Tally) -> Result<(), String> {
    while tally.kills < count {
        let (mut desk, case, mut version) = with_one_case("ordeal-kill-decide", "D-12");
        let store = desk.folder().join("store");
        let mut acts = 0;
        for _ in 0..PER_STORE.min(count - tally.kills) {
            desk.call("sign_out", json!({}));
            let words = ["decide", &case, &(acts + 1).to_string(), "0"];
            let heard = killed(&store, &words, 60, dice, tally.kills);
            let found = check_decisions(&mut desk, &case, (acts, version), &heard)?;
            version += 3 * (found - acts);
            acts = found;
            tally.add(&heard);
        }
    }
    Ok(())
}

fn papers(count: u64, dice: &mut Dice, tally: &mut Tally) -> Result<(), String> {
    while tally.kills < count {
        let (mut desk, case) = ready("ordeal-kill-papers");
        let store = desk.folder().join("store");
        let mut stands = Stands { revisions: 0, issues: 0 };
        for _ in 0..PER_STORE.min(count - tally.kills) {
            desk.call("sign_out", json!({}));
            let words = ["finalise", &case, &(stands.revisions + 1).to_string()];
            let heard = killed(&store, &words, 900, dice, tally.kills);
            stands = check_papers(&mut desk, &case, &stands, &heard)?;
            tally.add(&heard);
        }
    }
    Ok(())
}

fn renewals(count: u64, dice: &mut Dice, tally: &mut Tally) -> Result<(), String> {
    while tally.kills < count {
        let (mut desk, case) = full("ordeal-kill-renew");
        let store = desk.folder().join("store");
        let mut renewed = 0;
        for _ in 0..PER_STORE.min(count - tally.kills) {
            desk.call("sign_out", json!({}));
            let heard = killed(&store, &["renew", &(renewed + 1).to_string()], 500, dice, tally.kills);
            renewed = check_renewed(&mut desk, &case, renewed, &heard)?;
            tally.add(&heard);
        }
    }
    Ok(())
}

/// The backup under its name is the last whole one, the store is sound, and nothing of the copy stays in its folder.
fn backups(count: u64, dice: &mut Dice, tally: &mut Tally) -> Result<(), String> {
    while tally.kills < count {
        let (mut desk, _, _) = with_one_case("ordeal-kill-backup", "D-12");
        let (store, file) = (desk.folder().join("store"), desk.folder().join("store.backup"));
        for _ in 0..PER_STORE.min(count - tally.kills) {
            desk.call("sign_out", json!({}));
            let heard = killed(&store, &["backup", &file.display().to_string()], 120, dice, tally.kills);
            reopen(&mut desk)?;
            let left = std::fs::read_dir(&store).map_err(|error| error.to_string())?;
            let left: Vec<_> =
                left.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
            if left.iter().any(|name| name.contains(".backup-")) {
                return Err(format!("an interrupted backup is left in the store: {left:?}"));
            }
            if !heard.done.is_empty() && !file.exists() {
                return Err("an acknowledged backup is gone".to_owned());
            }
            if file.exists() {
                let held = desk.call("verify_store", json!({ "against": file }));
                if held["ok"] != json!(true) {
                    return Err(format!("the backup is not one of this store: {held}"));
                }
            }
            tally.add(&heard);
        }
        if file.exists() {
            let to = desk.folder().join("back");
            let wish = json!({ "from": file, "dir": to, "password": entaku_tests::desk::PASSWORD });
            desk.try_call("restore", wish)
                .map_err(|refusal| format!("it cannot be restored: {}", refusal.message))?;
        }
        let _ = cases(&mut desk);
    }
    Ok(())
}

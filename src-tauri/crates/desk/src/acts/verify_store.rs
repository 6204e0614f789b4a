//! Check the store.

use crate::command::{Act, Command};
use crate::convert::head_said;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::VerifyView;
use crate::view::args;

args! {
    /// Check the store.
    VerifyStore {
        /// Fold every event and compare every projection and attachment.
        deep: Option<bool>,
    }
}

impl Command for VerifyStore {
    const NAME: &'static str = "verify_store";
    const RIGHT: Right = Right::Office;
    type Answer = VerifyView;
}

impl Act for VerifyStore {
    fn act(self, desk: &mut Desk) -> Outcome<VerifyView> {
        let store = &desk.session()?.store;
        let found = if self.deep.unwrap_or(false) { store.verify_deep()? } else { store.verify()? };
        let mut findings = Vec::new();
        if let Some(bad) = &found.first_bad {
            findings.push(format!("{}: {}", bad.seq, bad.what));
        }
        if !found.head.is_sound() {
            findings.push(head_said(&found.head).get(desk.language));
        }
        findings.extend(found.faults);
        Ok(VerifyView {
            ok: found.ok,
            events: found.events,
            unsigned: found.unsigned,
            first_bad: found.first_bad.map(|bad| bad.seq),
            journal_in_doubt: !found.head.allows_append() || store.unproven().is_some(),
            findings,
        })
    }
}

//! Take a phrase out of use, or into use again.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::phrases::{known, listed, out_of_use};
use crate::view::PhrasesView;
use crate::view::args;
use entaku_domain::event::StoreEvent;

args! {
    /// Take a phrase out of use, or into use again.
    RetirePhrase {
        /// Which, `P3`.*
        id: String,
        /// Why.*
        reason: String,
    }
}

impl Command for RetirePhrase {
    const NAME: &'static str = "retire_phrase";
    const RIGHT: Right = Right::Phrases;
    type Answer = PhrasesView;
}

impl Act for RetirePhrase {
    fn act(self, desk: &mut Desk) -> Outcome<PhrasesView> {
        let reason = text("reason", &self.reason)?;
        let known = known(desk.session()?.office.phrases.all(), &self.id)?;
        if known.retired {
            return Err(out_of_use(known, true));
        }
        let id = known.phrase.id;
        desk.transact_store(StoreEvent::PhraseRetired { id, reason })?;
        listed(desk)
    }
}

//! Take a phrase out of use, or into use again.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::phrases::{known, listed, out_of_use, refuse_twin};
use crate::view::PhrasesView;
use crate::view::args;
use entaku_domain::event::StoreEvent;

args! {
    /// Take a phrase out of use, or into use again.
    RestorePhrase {
        /// Which, `P3`.*
        id: String,
        /// Why.*
        reason: String,
    }
}

impl Command for RestorePhrase {
    const NAME: &'static str = "restore_phrase";
    const RIGHT: Right = Right::Phrases;
    type Answer = PhrasesView;
}

impl Act for RestorePhrase {
    fn act(self, desk: &mut Desk) -> Outcome<PhrasesView> {
        let reason = text("reason", &self.reason)?;
        let site = &desk.session()?.office.phrases;
        let known = known(site.all(), &self.id)?;
        if !known.retired {
            return Err(out_of_use(known, false));
        }
        refuse_twin(site.all(), &known.phrase)?;
        let id = known.phrase.id;
        desk.transact_store(StoreEvent::PhraseRestored { id, reason })?;
        listed(desk)
    }
}

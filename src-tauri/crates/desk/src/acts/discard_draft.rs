//! What was typed is forgotten: it was recorded, or is not wanted.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::drafts::place;
use crate::view::{DraftPlaceForm, args};

args! {
    /// What the member who is signed in has typed there is forgotten: it was recorded, or is not wanted. True where there
    /// was anything.
    DiscardDraft, whole {
        /// Where it was typed.*
        place: DraftPlaceForm,
    }
}

impl Command for DiscardDraft {
    const NAME: &'static str = "discard_draft";
    const RIGHT: Right = Right::Read;
    type Answer = bool;
}

impl Act for DiscardDraft {
    fn act(self, desk: &mut Desk) -> Outcome<bool> {
        let place = place(desk, &self.place)?;
        let session = desk.session_mut()?;
        Ok(session.store.drop_draft(session.member.id.as_str(), &place)?)
    }
}

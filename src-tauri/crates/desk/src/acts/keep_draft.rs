//! What was typed and not recorded yet is kept.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::drafts::place_there;
use crate::view::{DraftPlaceForm, Moment, args};
use entaku_store::{DRAFT_LIMIT, Draft};
use entaku_words::errors::draft;

args! {
    /// What was typed and not recorded yet is kept for whoever typed it, in place of what was kept there before. It enters
    /// no journal.
    KeepDraft, whole {
        /// Where it belongs.*
        place: DraftPlaceForm,
        /// What was typed, as the form writes it down: JSON of at most 1 MiB.*
        typed: String,
    }
}

impl Command for KeepDraft {
    const NAME: &'static str = "keep_draft";
    const RIGHT: Right = Right::Read;
    type Answer = Moment;
}

impl Act for KeepDraft {
    fn act(self, desk: &mut Desk) -> Outcome<Moment> {
        let place = place_there(desk, &self.place)?;
        if self.typed.len() > DRAFT_LIMIT {
            return Err(Problem::at("typed", draft::TOO_LONG));
        }
        let now = desk.environment.clock.now();
        let session = desk.session_mut()?;
        let draft = Draft { place, at: now.to_rfc3339(), typed: self.typed };
        session.store.keep_draft(session.member.id.as_str(), &draft)?;
        Ok(Moment::of(now))
    }
}

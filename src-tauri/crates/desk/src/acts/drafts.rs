//! What the member who is signed in has typed and not recorded.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::drafts::view;
use crate::view::{DraftView, DraftsView, args};

args! {
    /// What the member who is signed in has typed and not recorded, latest first; nobody else's.
    Drafts {}
}

impl Command for Drafts {
    const NAME: &'static str = "drafts";
    const RIGHT: Right = Right::Read;
    type Answer = DraftsView;
}

impl Act for Drafts {
    fn act(self, desk: &mut Desk) -> Outcome<DraftsView> {
        let session = desk.session_mut()?;
        let (kept, set_aside) = session.store.drafts_of(session.member.id.as_str())?;
        let mut drafts = Vec::with_capacity(kept.len());
        for draft in kept {
            drafts.extend(view(desk, draft)?);
        }
        // What somebody typed in a role that they have no more.
        if let Some(sieve) = &desk.sieve {
            drafts.retain(|draft: &DraftView| !sieve.names(&draft.typed) && !sieve.names(&draft.place.item));
        }
        Ok(DraftsView { drafts, set_aside: set_aside.map(|path| path.display().to_string()) })
    }
}

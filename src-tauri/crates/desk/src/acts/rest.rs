//! Called when nobody has done anything for a while: the moment for what would make people wait.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::args;

args! {
    /// Called when nobody has done anything for a while: the moment for what would make people wait.
    Rest {}
}

impl Command for Rest {
    const NAME: &'static str = "rest";
    const RIGHT: Right = Right::Anybody;
    type Answer = ();
}

impl Act for Rest {
    fn act(self, desk: &mut Desk) -> Outcome<()> {
        if let Some(session) = &mut desk.session {
            session.store.checkpoint()?;
        }
        Ok(())
    }
}

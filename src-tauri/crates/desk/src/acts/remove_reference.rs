//! Do not use the reference genome of a build any more.

use crate::acts::References;
use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::references::build;
use crate::view::ReferenceView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_words::errors::thing;

args! {
    /// Do not use the reference genome of a build any more.
    RemoveReference {
        /// `GRCh37` or `GRCh38`.*
        build: String,
    }
}

impl Command for RemoveReference {
    const NAME: &'static str = "remove_reference";
    const RIGHT: Right = Right::Rules;
    type Answer = Vec<ReferenceView>;
}

impl Act for RemoveReference {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<ReferenceView>> {
        let build = build(&self.build)?;
        if !desk.session()?.office.references.iter().any(|known| known.reference.build == build) {
            return Err(Problem::missing(thing::REFERENCE_GENOME, build.name()));
        }
        desk.transact_store(StoreEvent::ReferenceRemoved { build })?;
        References {}.act(desk)
    }
}

//! Scales and lists of the program, each with source and version.

use crate::command::{Act, Command};
use crate::convert::knowledge_view;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::KnowledgeView;
use crate::view::args;

args! {
    /// Scales and lists of the program, each with source and version.
    Knowledge {}
}

impl Command for Knowledge {
    const NAME: &'static str = "knowledge";
    const RIGHT: Right = Right::Anybody;
    type Answer = KnowledgeView;
}

impl Act for Knowledge {
    fn act(self, desk: &mut Desk) -> Outcome<KnowledgeView> {
        Ok(knowledge_view(&desk.knowledge))
    }
}

//! Rows that an import of knowledge set aside or put right.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::knowledge;
use crate::view::SetAsideRowView;
use crate::view::args;

args! {
    /// Rows that an import of knowledge set aside, with the reason, and those that were put right and kept.
    KnowledgeSetAside {
        /// Id of the import.*
        id: String,
    }
}

impl Command for KnowledgeSetAside {
    const NAME: &'static str = "knowledge_set_aside";
    const RIGHT: Right = Right::Office;
    type Answer = Vec<SetAsideRowView>;
}

impl Act for KnowledgeSetAside {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<SetAsideRowView>> {
        knowledge::set_aside(desk, &self.id)
    }
}

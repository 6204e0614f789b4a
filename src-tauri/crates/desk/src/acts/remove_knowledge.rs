//! An import of knowledge is removed.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::knowledge;
use crate::view::KnowledgeImportView;
use crate::view::args;

args! {
    /// Removes an import of knowledge. Older versions of its source answer again; what verdicts, recommendations and reports rest on
    /// was copied into them and stays.
    RemoveKnowledge {
        /// Its id.*
        id: String,
    }
}

impl Command for RemoveKnowledge {
    const NAME: &'static str = "remove_knowledge";
    const RIGHT: Right = Right::Rules;
    type Answer = KnowledgeImportView;
}

impl Act for RemoveKnowledge {
    fn act(self, desk: &mut Desk) -> Outcome<KnowledgeImportView> {
        knowledge::remove(desk, &self.id)
    }
}

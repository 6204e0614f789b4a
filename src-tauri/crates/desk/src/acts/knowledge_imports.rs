//! The imports of the site's knowledge.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::knowledge;
use crate::view::KnowledgeImportView;
use crate::view::args;

args! {
    /// The imports of the site's knowledge, the latest first.
    KnowledgeImports {}
}

impl Command for KnowledgeImports {
    const NAME: &'static str = "knowledge_imports";
    const RIGHT: Right = Right::Office;
    type Answer = Vec<KnowledgeImportView>;
}

impl Act for KnowledgeImports {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<KnowledgeImportView>> {
        knowledge::list(desk)
    }
}

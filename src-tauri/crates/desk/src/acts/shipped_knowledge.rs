//! The data that come with the program.

use crate::command::{Act, Command};
use crate::convert::label;
use crate::desk::Desk;
use crate::error::{Outcome, internal};
use crate::permission::Right;
use crate::view::ShippedKnowledgeView;
use crate::view::args;
use entaku_knowledge::shipped;

args! {
    /// The data that come with the program: each file with its version, where it was read, its licence and how sure it is.
    ShippedKnowledge {}
}

impl Command for ShippedKnowledge {
    const NAME: &'static str = "shipped_knowledge";
    const RIGHT: Right = Right::Office;
    type Answer = Vec<ShippedKnowledgeView>;
}

impl Act for ShippedKnowledge {
    fn act(self, _desk: &mut Desk) -> Outcome<Vec<ShippedKnowledgeView>> {
        let all = shipped::shipped().map_err(internal)?.into_iter();
        let view = |one: shipped::ShippedData| ShippedKnowledgeView {
            name: label(&one.name.to_label()),
            version: one.version,
            source: one.source.as_ref().map(label),
            licence: one.licence,
            certainty: one.certainty,
            remark: one.remark.as_ref().map(label),
        };
        Ok(all.map(view).collect())
    }
}

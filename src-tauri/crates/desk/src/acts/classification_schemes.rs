//! Schemes of classification by criteria.

use crate::command::{Act, Command};
use crate::convert::scheme_view;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::SchemeView;
use crate::view::args;

args! {
    /// Schemes of classification by criteria.
    ClassificationSchemes {}
}

impl Command for ClassificationSchemes {
    const NAME: &'static str = "classification_schemes";
    const RIGHT: Right = Right::Anybody;
    type Answer = Vec<SchemeView>;
}

impl Act for ClassificationSchemes {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<SchemeView>> {
        desk.knowledge.schemes().iter().map(|scheme| scheme_view(&desk.knowledge, scheme)).collect()
    }
}

//! One of the lists that the site keeps itself.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::site_lists;
use crate::view::SiteListView;
use crate::view::args;

args! {
    /// One of the lists that the site keeps itself, with its versions.
    SiteList {
        /// `ownList`, `companionTests`, `diseaseMap`, `geneRoles` or `panelGenes`.*
        kind: String,
    }
}

impl Command for SiteList {
    const NAME: &'static str = "site_list";
    const RIGHT: Right = Right::Office;
    type Answer = SiteListView;
}

impl Act for SiteList {
    fn act(self, desk: &mut Desk) -> Outcome<SiteListView> {
        site_lists::list(desk, &self.kind)
    }
}

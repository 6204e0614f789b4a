//! Rows of a list that the site keeps itself are put or removed.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::site_lists;
use crate::view::args;
use crate::view::{SiteListField, SiteListView};

args! {
    /// Rows of a list that the site keeps itself are put or removed: a new version, with who and why. Refused where the list is no
    /// longer the one that was looked at, or would not take a row.
    EditSiteList {
        /// `ownList`, `companionTests`, `diseaseMap`, `geneRoles` or `panelGenes`.*
        kind: String,
        /// The version that was looked at; none while there is no list.
        based_on: Option<String>,
        /// Rows that take the place of those with their id, or come behind them.
        put: Option<Vec<Vec<SiteListField>>>,
        /// Rows to remove, by id.
        remove: Option<Vec<String>>,
        /// Why.*
        reason: String,
    }
}

impl Command for EditSiteList {
    const NAME: &'static str = "edit_site_list";
    const RIGHT: Right = Right::Rules;
    type Answer = SiteListView;
}

impl Act for EditSiteList {
    fn act(self, desk: &mut Desk) -> Outcome<SiteListView> {
        site_lists::edit(desk, &self)
    }
}

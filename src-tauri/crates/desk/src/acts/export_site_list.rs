//! A list that the site keeps itself as a table.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::site_lists;
use crate::view::ExportedDataView;
use crate::view::args;

args! {
    /// A list that the site keeps itself as CSV or workbook (`.xlsx`), to be edited elsewhere and imported again; its documented
    /// header alone while there is none. No patient's data are in it.
    ExportSiteList {
        /// `ownList`, `companionTests`, `diseaseMap`, `geneRoles` or `panelGenes`.*
        kind: String,
        /// Place of the file.*
        out: String,
    }
}

impl Command for ExportSiteList {
    const NAME: &'static str = "export_site_list";
    const RIGHT: Right = Right::Office;
    type Answer = ExportedDataView;
}

impl Act for ExportSiteList {
    fn act(self, desk: &mut Desk) -> Outcome<ExportedDataView> {
        site_lists::export(desk, &self)
    }
}

//! A table over cases as CSV: all, those received in a period, or one.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::export::CcatTable;
use crate::permission::Right;
use crate::topics::export::{exported, table};
use crate::view::ExportTable;
use crate::view::ExportedDataView;
use entaku_words::answers::export_note;
use serde::{Deserialize, Serialize};

/// A table over cases as CSV: all, those received in a period, or one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExportCcat(pub ExportTable);

impl Command for ExportCcat {
    const NAME: &'static str = "export_ccat";
    const RIGHT: Right = Right::Export;
    const LEAVES: &'static [&'static str] = &["access.tableExported"];
    const LONG: bool = true;
    type Answer = ExportedDataView;
}

impl Act for ExportCcat {
    fn act(self, desk: &mut Desk) -> Outcome<ExportedDataView> {
        let codes = desk.knowledge.ccat_codes().clone();
        let (bytes, cases, rows) = table(desk, &self.0, "ccat", &CcatTable { codes: &codes })?;
        Ok(exported(&self.0.out, &bytes, cases, rows, export_note::CCAT))
    }
}

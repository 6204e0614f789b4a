//! A table over cases as CSV: all, those received in a period, or one.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::export::LedgerTable;
use crate::permission::Right;
use crate::topics::export::{exported, table};
use crate::view::ExportTable;
use crate::view::ExportedDataView;
use entaku_words::answers::export_note;
use serde::{Deserialize, Serialize};

/// A table over cases as CSV: all, those received in a period, or one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExportLedger(pub ExportTable);

impl Command for ExportLedger {
    const NAME: &'static str = "export_ledger";
    const RIGHT: Right = Right::Export;
    const LEAVES: &'static [&'static str] = &["access.tableExported"];
    const LONG: bool = true;
    type Answer = ExportedDataView;
}

impl Act for ExportLedger {
    fn act(self, desk: &mut Desk) -> Outcome<ExportedDataView> {
        let (bytes, cases, rows) = table(desk, &self.0, "ledger", &LedgerTable)?;
        Ok(exported(&self.0.out, &bytes, cases, rows, export_note::LEDGER))
    }
}

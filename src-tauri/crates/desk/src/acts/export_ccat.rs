//! A table over cases as CSV: all, those received in a period, or one.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::export::CcatTable;
use crate::permission::Right;
use crate::topics::export::{exported, table};
use crate::view::ExportTable;
use crate::view::ExportedDataView;
use serde::{Deserialize, Serialize};

/// A table over cases as CSV: all, those received in a period, or one.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExportCcat(pub ExportTable);

impl Command for ExportCcat {
    const NAME: &'static str = "export_ccat";
    const RIGHT: Right = Right::Export;
    const LEAVES: &'static [&'static str] = &["access.tableExported"];
    type Answer = ExportedDataView;
}

impl Act for ExportCcat {
    fn act(self, desk: &mut Desk) -> Outcome<ExportedDataView> {
        let codes = desk.knowledge.ccat_codes().clone();
        let (bytes, cases, rows) = table(desk, &self.0, "ccat", &CcatTable { codes: &codes })?;
        Ok(exported(&self.0.out, &bytes, cases, rows, CCAT_NOTE))
    }
}

const CCAT_NOTE: (&str, &str) = (
    "提示された治療ごとに1行です。コードの並びが確認できていない項目は、コード欄を空欄とし「.名称」の欄に語句を記しています（コードは C-CAT の臨床情報収集項目一覧表で確認してください）。投与の有無は記録があるものだけです。計算式とみなされるセルは先頭に「'」を付けています。",
    "One line for each treatment presented. Where the code list could not be confirmed, the code column is empty and the words stand in the column “.名称” (see C-CAT's list of items). Whether a treatment was given is stated only where it was recorded. Cells that a spreadsheet would take for a formula begin with an apostrophe.",
);

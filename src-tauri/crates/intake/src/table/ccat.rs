//! The CSV exports of the C-CAT portal: レポートCSV (alterations with their evidence) and 症例CSV (clinical items).
//!
//! Headings are Japanese, in sections; statistics programs change their punctuation and cut nothing else, so they are
//! compared without it. `NA` and masks (`********`) stand for nothing.

mod alteration;
pub(super) mod clinical;
pub(super) mod report;
mod values;

use super::columns::{Columns, Row, plain};

/// The part of an export that a column belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Section {
    /// 基本項目, サマリ and whatever is about the test as a whole.
    Test,
    /// 変異情報: the alteration.
    Variant,
    /// エビデンス: what is known of it.
    Evidence,
}

/// The columns of an export without the words that begin all of their headings.
#[derive(Debug)]
struct Items {
    names: Vec<String>,
}

impl Items {
    fn of(columns: &Columns) -> Self {
        let bare = |name: &String| name.strip_prefix("ccat調査結果").unwrap_or(name).to_owned();
        Self { names: columns.plain().iter().map(bare).collect() }
    }

    /// The column of an item, with its section or without.
    fn find(&self, section: &str, item: &str) -> Option<usize> {
        let item = plain(item);
        let full = format!("{}{item}", plain(section));
        let at = |wanted: &str| self.names.iter().position(|name| name == wanted);
        at(&full).or_else(|| at(&item))
    }

    fn section(&self, column: usize) -> Section {
        match self.names.get(column) {
            Some(name) if name.starts_with("エビデンス") => Section::Evidence,
            // TMB, MSI and LOH stand in every row of a test.
            Some(name)
                if ["変異情報tmb", "変異情報msi", "変異情報loh"].iter().any(|m| name.starts_with(m)) =>
            {
                Section::Test
            }
            Some(name) if name.starts_with("変異情報") => Section::Variant,
            _ => Section::Test,
        }
    }
}

/// Where the registration stands: ハッシュID and 登録ID.
#[derive(Debug, Clone, Copy)]
struct Registration {
    hash: Option<usize>,
    id: Option<usize>,
}

impl Registration {
    fn of(items: &Items) -> Self {
        Self {
            hash: items.find("基本項目", "ハッシュID"), id: items.find("基本項目", "登録ID")
        }
    }

    /// The name that tells registrations apart, and the other one.
    fn names<'a>(&self, row: &Row<'a>) -> (&'a str, &'a str) {
        let name = |column| row.cell(column).map(|cell| cell.text).filter(|text| !values::is_masked(text));
        match (name(self.hash), name(self.id)) {
            (Some(hash), id) => (hash, id.unwrap_or_default()),
            (None, Some(id)) => (id, ""),
            (None, None) => ("", ""),
        }
    }

    /// The 登録ID, where it is not masked.
    fn id<'a>(&self, row: &Row<'a>) -> Option<&'a str> {
        row.cell(self.id).map(|cell| cell.text).filter(|text| !values::is_masked(text))
    }
}

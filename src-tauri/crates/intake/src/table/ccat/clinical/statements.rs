//! The items of a registration as statements, one for each section of the 症例CSV.

use super::super::Items;
use crate::kept::Kept;
use crate::table::columns::{Columns, Row, is_missing};
use entaku_domain::statement::{Speaker, Statement, StatementKind};
use std::collections::HashSet;

/// Longest text of a statement in characters; its fields keep all of it.
const MAX_TEXT: usize = 1_000;

/// Most different values of one registration that are told apart; the known exports have below 400.
const MAX_VALUES: usize = 20_000;

/// The sections, as their headings begin.
const SECTIONS: [&str; 12] = [
    "症例基本情報",
    "症例症例CGP後がん種情報",
    "症例管理情報",
    "症例背景情報",
    "症例検体情報",
    "症例がん種情報",
    "症例EP前レジメン情報",
    "症例EP前副作用情報",
    "症例EP後レジメン情報",
    "症例EP後副作用情報",
    "症例転帰情報",
    "",
];

struct Section {
    columns: Vec<usize>,
    text: String,
    fields: Kept,
    line: Option<u64>,
}

/// What was said so far.
pub(super) struct ClinicalStatements {
    sections: Vec<Section>,
    /// For each column the words to show before its value; none where the column with the name of the code is shown.
    labels: Vec<Option<String>>,
    /// Columns and values met before: rows of one registration repeat each other.
    seen: HashSet<(usize, String)>,
}

impl ClinicalStatements {
    pub fn of(columns: &Columns, items: &Items) -> Self {
        let prefixes: Vec<String> = SECTIONS.iter().map(|name| crate::table::columns::plain(name)).collect();
        let section_of =
            |name: &String| prefixes.iter().position(|prefix| name.starts_with(prefix)).unwrap_or(0);
        let mut sections: Vec<Section> = SECTIONS
            .iter()
            .map(|_| Section {
                columns: Vec::new(),
                text: String::new(),
                fields: Kept::default(),
                line: None,
            })
            .collect();
        for (column, name) in items.names.iter().enumerate() {
            if let Some(section) = sections.get_mut(section_of(name)) {
                section.columns.push(column);
            }
        }
        let label = |(index, name): (usize, &String)| {
            let plain = items.names.get(index)?;
            let named = items.names.contains(&format!("{plain}名称"));
            (!named).then(|| label(name))
        };
        let labels = columns.names().iter().enumerate().map(label).collect();
        Self { sections, labels, seen: HashSet::new() }
    }

    /// Takes what a row says that was not said before.
    pub fn row(&mut self, row: &Row<'_>) {
        for section in &mut self.sections {
            for column in &section.columns {
                let text = row.text(Some(*column));
                if is_missing(text) || self.seen.len() >= MAX_VALUES {
                    continue;
                }
                if !self.seen.insert((*column, crate::values::clean(text).0)) {
                    continue;
                }
                let name = row.columns.names().get(*column).map(String::as_str).unwrap_or_default();
                section.fields.add("", name, text);
                section.line.get_or_insert(row.line);
                let Some(Some(label)) = self.labels.get(*column) else { continue };
                if section.text.chars().count() < MAX_TEXT {
                    let gap = if section.text.is_empty() { "" } else { " · " };
                    section.text.push_str(&format!("{gap}{label} {text}"));
                }
            }
        }
    }

    pub fn into_statements(self) -> Vec<Statement> {
        let said = self.sections.into_iter().map(|section| Statement {
            kind: StatementKind::Remark,
            by: Speaker::Ccat,
            about: Vec::new(),
            gene: None,
            text: section.text.chars().take(MAX_TEXT).collect(),
            level: None,
            line: section.line,
            fields: section.fields.into_fields(),
        });
        said.filter(|statement| !statement.fields.is_empty()).collect()
    }
}

/// The words of a heading without its section and without the mark of a code's name: `症例.検体情報.検体種別.名称.` is
/// 検体種別.
fn label(name: &str) -> String {
    let parts: Vec<&str> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty() && *part != "名称")
        .collect();
    let skip = if parts.len() > 2 && parts.first() == Some(&"症例") { 2 } else { 0 };
    parts.get(skip..).unwrap_or_default().join(" ")
}

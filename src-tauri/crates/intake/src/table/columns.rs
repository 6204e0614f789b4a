//! The headings of a table and one row below them. Headings are compared without case, width, spaces and punctuation:
//! laboratories, spreadsheets and statistics programs each write them in their own way.

use super::cell::Cell;
use crate::kept::Kept;
use entaku_domain::finding::VerbatimField;
use unicode_normalization::UnicodeNormalization;

/// The headings.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Columns {
    names: Vec<String>,
    plain: Vec<String>,
}

/// A heading reduced to its letters and digits, in NFKC and lower case.
pub(crate) fn plain(name: &str) -> String {
    name.nfkc().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

impl Columns {
    /// Headings in their order; an empty one is named by its number.
    pub fn new(names: impl IntoIterator<Item = String>) -> Self {
        let names: Vec<String> = names
            .into_iter()
            .enumerate()
            .map(|(index, name)| match name.trim() {
                "" => format!("column {}", index + 1),
                name => name.chars().filter(|c| !c.is_control()).take(200).collect(),
            })
            .collect();
        let plain = names.iter().map(|name| plain(name)).collect();
        Self { names, plain }
    }

    /// The same headings shown under a group (`SNV/gene`), found without it.
    pub fn within(mut self, group: &str) -> Self {
        self.names.iter_mut().for_each(|name| name.insert_str(0, &format!("{group}/")));
        self
    }

    /// How many.
    pub fn len(&self) -> usize {
        self.names.len()
    }

    /// As written, in order.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// As compared, in order.
    pub fn plain(&self) -> &[String] {
        &self.plain
    }

    /// The first column that has one of the names, the names in order of preference.
    pub fn find(&self, names: &[&str]) -> Option<usize> {
        names.iter().find_map(|name| {
            let wanted = plain(name);
            self.plain.iter().position(|known| *known == wanted)
        })
    }

    /// Headings that stand more than once.
    pub fn repeated(&self) -> Vec<&str> {
        let again =
            |index: usize| self.plain.iter().take(index).any(|name| Some(name) == self.plain.get(index));
        self.names
            .iter()
            .enumerate()
            .filter(|(index, _)| again(*index))
            .map(|(_, name)| name.as_str())
            .collect()
    }
}

/// A row: as many cells as there are headings.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<'a> {
    pub columns: &'a Columns,
    pub cells: &'a [String],
    /// Its first line, counted from 1 (of a sheet: the row).
    pub line: u64,
}

impl<'a> Row<'a> {
    /// The text of a column, trimmed; empty where there is none.
    pub fn text(&self, column: Option<usize>) -> &'a str {
        column.and_then(|column| self.cells.get(column)).map(|text| text.trim()).unwrap_or_default()
    }

    /// A cell that says something: not empty, `.` or `NA`.
    pub fn cell(&self, column: Option<usize>) -> Option<Cell<'a>> {
        let text = Some(self.text(column)).filter(|text| !is_missing(text))?;
        let name = self.columns.names.get(column?)?;
        Some(Cell { text, name, line: self.line })
    }

    /// The text of a cell that says something.
    pub fn text_of(&self, column: Option<usize>) -> Option<&'a str> {
        self.cell(column).map(|cell| cell.text)
    }

    /// The text of a cell for screen and paper ([`Cell::words`]).
    pub fn words(&self, column: Option<usize>) -> Option<String> {
        self.cell(column).map(|cell| cell.words())
    }

    /// Every cell that says something, as written, under its heading.
    pub fn verbatim(&self) -> Vec<VerbatimField> {
        self.verbatim_of(|_| true)
    }

    /// As [`Row::verbatim`], of some columns.
    pub fn verbatim_of(&self, wanted: impl Fn(usize) -> bool) -> Vec<VerbatimField> {
        let mut kept = Kept::default();
        let both = self.columns.names.iter().zip(self.cells).enumerate();
        for (_, (name, text)) in both.filter(|(index, (_, text))| wanted(*index) && !is_missing(text.trim()))
        {
            kept.add("", name, text);
        }
        kept.into_fields()
    }

    /// The row in a few words: its first cells.
    pub fn short(&self) -> String {
        let said = self.cells.iter().map(|text| text.trim()).filter(|text| !is_missing(text));
        said.take(8).collect::<Vec<_>>().join(" ")
    }
}

/// What tables write for nothing.
pub(crate) fn is_missing(text: &str) -> bool {
    matches!(text, "" | "." | "NA")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_found_whatever_their_punctuation_width_and_case() {
        let columns = Columns::new(
            ["End_position", "C-CAT調査結果／基本項目／年齢（年）", "ｽｺｱ", ""].map(String::from),
        );
        assert_eq!(columns.find(&["End_Position"]), Some(0));
        assert_eq!(columns.find(&["C.CAT調査結果.基本項目.年齢.年."]), Some(1));
        assert_eq!(columns.find(&["スコア"]), Some(2));
        assert_eq!(columns.find(&["nothing", "column 4"]), Some(3));
    }

    #[test]
    fn headings_that_stand_twice_are_named() {
        let columns = Columns::new(["a", "b", "A "].map(String::from));
        assert_eq!((columns.repeated(), columns.find(&["a"])), (vec!["A"], Some(0)));
    }
}

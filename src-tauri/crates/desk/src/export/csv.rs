//! CSV for people who open it in a spreadsheet: UTF-8 with its mark, lines ended by CR LF, quoting by RFC 4180.
//!
//! A spreadsheet takes a cell that begins with `=`, `+`, `-`, `@`, a tab or a line end for a formula (so does Excel in
//! Japanese with the full-width signs). Such a cell gets an apostrophe before it, which a spreadsheet shows as text. So
//! that this can be undone, a cell that begins with an apostrophe gets one too: **a leading apostrophe is never part of
//! the value**, and taking one away gives the value back. Plain numbers (`-1.5`) stay as they are.

/// A CSV text being written.
pub(crate) struct Csv {
    text: String,
    rows: usize,
}

impl Csv {
    /// A text with its mark and its first line.
    pub(crate) fn new(head: &[String]) -> Self {
        let mut csv = Self { text: String::from('\u{FEFF}'), rows: 0 };
        csv.line(head);
        csv
    }

    /// Adds a line of values.
    pub(crate) fn row(&mut self, cells: &[String]) {
        self.line(cells);
        self.rows += 1;
    }

    /// Lines without the first.
    pub(crate) fn rows(&self) -> usize {
        self.rows
    }

    /// The text as bytes.
    pub(crate) fn into_bytes(self) -> Vec<u8> {
        self.text.into_bytes()
    }

    fn line(&mut self, cells: &[String]) {
        for (place, cell) in cells.iter().enumerate() {
            if place > 0 {
                self.text.push(',');
            }
            let quoted =
                cell.contains([',', '"', '\r', '\n']) || cell.starts_with(' ') || cell.ends_with(' ');
            if quoted {
                self.text.push('"');
            }
            if is_taken_for_formula(cell) {
                self.text.push('\'');
            }
            for c in cell.chars() {
                if c == '"' {
                    self.text.push('"');
                }
                self.text.push(c);
            }
            if quoted {
                self.text.push('"');
            }
        }
        self.text.push_str("\r\n");
    }
}

/// Whether a spreadsheet could calculate with the cell, or the cell begins with the sign that keeps it from doing so.
fn is_taken_for_formula(cell: &str) -> bool {
    let Some(first) =
        cell.trim_start_matches([' ', '\u{3000}', '\u{A0}', '\u{FEFF}', '\u{200B}']).chars().next()
    else {
        return false;
    };
    let sign = matches!(
        first,
        '=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '\'' | '＝' | '＋' | '－' | '＠' | '\u{2212}' | '|'
    );
    sign && !is_plain_number(cell)
}

/// `-1.5`, `+3`, `2e-4`: digits with at most one point and one exponent.
fn is_plain_number(cell: &str) -> bool {
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = |text: &str| -> String { text.strip_prefix(['+', '-']).unwrap_or(text).to_owned() };
    let number = unsigned(cell);
    let (mantissa, exponent) = number.split_once(['e', 'E']).unwrap_or((&number, "0"));
    let (whole, part) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    digits(whole) && digits(part) && digits(&unsigned(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(cells: &[&str]) -> String {
        let cells: Vec<String> = cells.iter().map(|cell| (*cell).to_owned()).collect();
        let mut csv = Csv::new(&["a".to_owned()]);
        csv.row(&cells);
        String::from_utf8(csv.into_bytes()).unwrap()
    }

    #[test]
    fn formulas_are_inert_and_come_back_whole() {
        for value in [
            "=1+1",
            "+cmd|' /C calc'!A0",
            "-2+3",
            "@SUM(A1)",
            "\t=1",
            "\r=1",
            "\n=1",
            "＝1",
            "＋1",
            "－1",
            "＠x",
            " =1",
            "　＝HYPERLINK(\"x\")",
            "'=1",
            "'already quoted",
            "-",
            "+81-3-0000-0000",
            "−5 %",
        ] {
            let text = written(&[value]);
            let cell = text.strip_prefix("\u{FEFF}a\r\n").unwrap().strip_suffix("\r\n").unwrap();
            let cell = cell.strip_prefix('"').map_or_else(
                || cell.to_owned(),
                |inner| inner.strip_suffix('"').unwrap().replace("\"\"", "\""),
            );
            assert_eq!(
                cell.strip_prefix('\''),
                Some(value),
                "{value:?}: one apostrophe, and the value behind it"
            );
        }
    }

    #[test]
    fn numbers_dates_and_ordinary_words_stay_as_they_are() {
        for value in
            ["-1.5", "+3", "0", "2e-4", "-1.0E+10", "2026-11-23", "0000-1234", "EGFR", "いいえ", "", "a=b"]
        {
            assert_eq!(written(&[value]), format!("\u{FEFF}a\r\n{value}\r\n"), "{value}");
        }
    }

    #[test]
    fn separators_and_quotes_do_not_break_the_row() {
        assert_eq!(
            written(&["a,b", "c\"d", "e\nf", "g "]),
            "\u{FEFF}a\r\n\"a,b\",\"c\"\"d\",\"e\nf\",\"g \"\r\n"
        );
    }
}

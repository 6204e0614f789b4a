//! Lenient access to the fields of one element. A field is an attribute or else an element below it with that name:
//! one format writes the former, the other the latter. What cannot be used is noted and stays in the record as written.

use super::tree::{Element, local};
use crate::genes;
use crate::notes::{NoteBook, Remark, quoted};
use crate::path::Path;
use crate::values;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::hgvs::HgvsText;
use entaku_domain::measure::Vaf;
use entaku_domain::patient::Sex;
use entaku_domain::text::{Text, half_width};
use entaku_words::errors::note;
use std::cell::RefCell;
use std::str::FromStr;

/// Words by which laboratories write that there is nothing.
const NOTHING: [&str; 6] = ["", "-", ".", "N/A", "NA", "none"];

/// One element, the place where it stands, and the notes.
#[derive(Clone, Copy)]
pub(super) struct Node<'a> {
    pub element: &'a Element,
    pub path: &'a Path<'a>,
    pub notes: &'a RefCell<NoteBook>,
}

impl<'a> Node<'a> {
    pub fn new(element: &'a Element, path: &'a Path<'a>, notes: &'a RefCell<NoteBook>) -> Self {
        Self { element, path, notes }
    }

    /// The line on which the element starts.
    pub fn line(&self) -> u64 {
        u64::from(self.element.line)
    }

    /// A remark about a field of the element.
    pub fn remark(&self, name: &str, remark: Remark) {
        let line = self.element.child(name).map_or(self.element.line, |child| child.line);
        note(self.notes, remark, &self.path.field(name), line);
    }

    /// A remark about the element as a whole.
    pub fn remark_here(&self, remark: Remark) {
        note(self.notes, remark, self.path, self.element.line);
    }

    /// A value, or none and the remark that says why.
    pub fn accept<T>(&self, name: &str, value: Result<T, Remark>) -> Option<T> {
        value.map_err(|remark| self.remark(name, remark)).ok()
    }

    /// Notes attributes and elements that the format does not know.
    pub fn expect_only(&self, known: &[&str]) {
        let attributes = self.element.attributes.iter().map(|a| (local(&a.name), self.element.line));
        let elements = self.element.elements().map(|below| (below.local(), below.line));
        for (name, line) in attributes.chain(elements).filter(|(name, _)| !known.contains(name)) {
            note(self.notes, unknown_field(name), &self.path.field(name), line);
        }
    }

    /// Notes one field that the format does not know.
    pub fn unknown(&self, name: &str) {
        self.remark(name, unknown_field(name));
    }

    /// A field as written, trimmed; none where it is missing or empty.
    pub fn written(&self, name: &str) -> Option<String> {
        let text = match self.element.attribute(name) {
            Some(value) => value.trim().to_owned(),
            None => self.element.child(name)?.text(),
        };
        Some(text).filter(|text| !text.is_empty())
    }

    /// A text for screen and paper.
    pub fn text(&self, name: &str) -> Option<String> {
        let (text, remarks) = values::clean(&self.written(name)?);
        remarks.into_iter().for_each(|remark| self.remark(name, remark));
        Some(text).filter(|text| !text.is_empty())
    }

    /// Notes the absence of a field that the format requires.
    pub fn require(&self, name: &str) {
        if self.written(name).is_none() {
            let hint = note::MISSING_FIELD.en;
            self.remark(name, Remark::warning("missing-field", format!("no {name}"), hint));
        }
    }

    /// A text; its absence is noted.
    pub fn required(&self, name: &str) -> Option<String> {
        self.require(name);
        self.text(name)
    }

    /// A text; none also where the laboratory writes that there is nothing.
    pub fn said(&self, name: &str) -> Option<String> {
        self.text(name).filter(|text| !NOTHING.iter().any(|nothing| text.eq_ignore_ascii_case(nothing)))
    }

    /// A text of those the format knows; another is noted and kept.
    pub fn one_of(&self, name: &str, known: &[&str]) -> Option<String> {
        let text = self.text(name)?;
        if !known.iter().any(|word| text.eq_ignore_ascii_case(word)) {
            let hint = format!("Kept as written. The format knows: {}.", known.join(", "));
            self.remark(name, Remark::warning("unknown-value", quoted(&text), hint));
        }
        Some(text)
    }

    /// A text for the details of patient and specimen.
    pub fn detail(&self, name: &str) -> Option<Text> {
        Text::optional(self.said(name).as_deref()).ok().flatten()
    }

    /// A finite number.
    pub fn number(&self, name: &str) -> Option<f64> {
        self.accept(name, values::number(&self.said(name)?))
    }

    /// A number that cannot be negative.
    pub fn amount(&self, name: &str) -> Option<f64> {
        let number = self.number(name)?;
        if number < 0.0 {
            let hint = "A number of 0 or more was expected; kept as written, not used.";
            self.remark(name, Remark::warning("out-of-range", number.to_string(), hint));
        }
        Some(number).filter(|number| *number >= 0.0)
    }

    /// A whole number of 0 or more.
    pub fn whole(&self, name: &str) -> Option<u32> {
        self.accept(name, values::whole(self.number(name)?, 0))
    }

    /// A whole number up to `most`.
    pub fn small(&self, name: &str, most: u8) -> Option<u8> {
        let number = self.whole(name)?;
        let small = u8::try_from(number).ok().filter(|number| *number <= most);
        if small.is_none() {
            let hint = format!("A whole number from 0 to {most} was expected; kept as written, not used.");
            self.remark(name, Remark::warning("out-of-range", number.to_string(), hint));
        }
        small
    }

    /// A frequency written as a fraction.
    pub fn fraction(&self, name: &str) -> Option<Vaf> {
        self.accept(name, values::vaf(self.number(name)?))
    }

    /// A yes or no.
    pub fn flag(&self, name: &str) -> Option<bool> {
        let text = self.said(name)?;
        match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Some(true),
            "false" | "0" | "no" => Some(false),
            _ => {
                let hint = "Found a text, expected true or false; kept as written, not used.";
                self.remark(name, Remark::warning("wrong-type", text, hint));
                None
            }
        }
    }

    /// A day, as `2026-04-05`, `2026/4/5` or `20260405`, with or without a time behind it.
    pub fn day<D: FromStr>(&self, name: &str) -> Option<D> {
        let text = self.said(name)?;
        let day = iso_day(&text).and_then(|iso| iso.parse().ok());
        if day.is_none() {
            let hint = note::BAD_DATE.en;
            self.remark(name, Remark::warning("bad-date", text, hint));
        }
        day
    }

    /// The sex of the patient; another word than those in use is noted.
    pub fn sex(&self, name: &str) -> Option<Sex> {
        let text = self.said(name)?;
        match text.to_ascii_lowercase().as_str() {
            "male" | "m" | "男" | "男性" => Some(Sex::Male),
            "female" | "f" | "女" | "女性" => Some(Sex::Female),
            "unknown" | "u" | "不明" => Some(Sex::Unknown),
            _ => {
                let hint = "male or female was expected; left open.";
                self.remark(name, Remark::warning("unknown-value", text, hint));
                None
            }
        }
    }

    /// The name of a change.
    pub fn change(&self, name: &str) -> Option<HgvsText> {
        self.accept(name, values::change(&self.said(name)?))
    }

    /// A gene in its present symbol.
    pub fn gene(&self, name: &str) -> Option<GeneSymbol> {
        let text = self.said(name)?;
        self.symbol(name, &text)
    }

    /// The gene that a text of field `name` means, in its present symbol.
    pub fn symbol(&self, name: &str, text: &str) -> Option<GeneSymbol> {
        let symbol = self.accept(name, values::gene(text))?;
        let Some(current) = genes::current(&symbol) else { return Some(symbol) };
        let hint = note::GENE_RENAMED.en;
        let said = format!("{symbol} → {current}");
        self.notes.borrow_mut().add(
            Remark::info("gene-renamed", &said, hint),
            &format!("{}|{said}", self.path.field(name).shape()),
            Some(self.line()),
            || Some(self.path.field(name).to_string()),
        );
        Some(current)
    }
}

fn unknown_field(name: &str) -> Remark {
    Remark::info("unknown-field", quoted(name), note::UNKNOWN_FIELD.en)
}

fn note(notes: &RefCell<NoteBook>, remark: Remark, path: &Path<'_>, line: u32) {
    notes.borrow_mut().add(remark, &path.shape(), Some(u64::from(line)), || Some(path.to_string()));
}

/// A day in ISO form out of the forms in use.
fn iso_day(text: &str) -> Option<String> {
    let half = half_width(text);
    let day = half.split(['T', ' ']).next().unwrap_or_default();
    if day.len() == 8 && day.bytes().all(|byte| byte.is_ascii_digit()) {
        let (year, rest) = day.split_at_checked(4)?;
        let (month, day) = rest.split_at_checked(2)?;
        return Some(format!("{year}-{month}-{day}"));
    }
    let mut parts = day.split(['-', '/', '.']);
    let mut part = || parts.next().and_then(|part| part.parse::<u32>().ok());
    let (year, month, day) = (part()?, part()?, part()?);
    parts.next().is_none().then(|| format!("{year:04}-{month:02}-{day:02}"))
}

/// A text in one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_the_forms_in_use() {
        for text in ["2026-04-05", "2026/4/5", "20260405", "2026-04-05T09:30:00", "２０２６/４/５"] {
            assert_eq!(iso_day(text).as_deref(), Some("2026-04-05"), "{text}");
        }
        for text in ["", "5 April", "2026-04", "2026-04-05-06", "令和8年4月5日"] {
            assert_eq!(iso_day(text), None, "{text}");
        }
    }
}

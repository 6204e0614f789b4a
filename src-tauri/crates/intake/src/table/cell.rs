//! One cell of a table and the values it may hold. A value that cannot be read is a note; the row keeps it as written.

use crate::notes::{NoteBook, Remark};
use crate::spreadsheet;
use crate::values;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::genome::{Chromosome, Position1};
use entaku_domain::hgvs::HgvsText;
use entaku_domain::measure::Vaf;

/// A cell that says something.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Cell<'a> {
    /// Trimmed.
    pub text: &'a str,
    /// The heading.
    pub name: &'a str,
    /// Its line, counted from 1.
    pub line: u64,
}

impl Cell<'_> {
    /// Notes something about the cell.
    pub fn remark(&self, notes: &mut NoteBook, remark: Remark) {
        notes.add(remark, self.name, Some(self.line), || Some(self.name.to_owned()));
    }

    /// The value, or a note of why there is none.
    fn value<T>(&self, value: Result<T, Remark>, notes: &mut NoteBook) -> Option<T> {
        value.map_err(|remark| self.remark(notes, remark)).ok()
    }

    /// The text for screen and paper: without control characters, not without end. The row keeps all of it.
    pub fn words(&self) -> String {
        values::clean(self.text).0
    }

    /// A number; a dash stands for none.
    pub fn number(&self, notes: &mut NoteBook) -> Option<f64> {
        if matches!(self.text, "-" | "--") {
            return None;
        }
        self.value(values::number(self.text), notes)
    }

    /// A whole number from 0. Spreadsheets write `12.0` for 12.
    pub fn whole(&self, notes: &mut NoteBook) -> Option<u32> {
        if let Ok(number) = self.text.parse::<u32>() {
            return Some(number);
        }
        let number = self.number(notes)?;
        self.value(values::whole(number, 0), notes)
    }

    /// A position counted from 1, as long as no spreadsheet rounded it.
    pub fn position(&self, notes: &mut NoteBook) -> Option<Position1> {
        if let Some(remark) = spreadsheet::position(self.text) {
            self.remark(notes, remark);
            return None;
        }
        let number = self.number(notes)?;
        self.value(values::position(number), notes)
    }

    /// A chromosome. Some tables write 23 and 24 for X and Y.
    pub fn chromosome(&self, notes: &mut NoteBook) -> Option<Chromosome> {
        let bare = self.text.strip_prefix("chr").unwrap_or(self.text);
        let letter = match bare {
            "23" => "X",
            "24" => "Y",
            _ => self.text,
        };
        if letter != self.text {
            let hint = format!("Read as {letter}.");
            self.remark(notes, Remark::info("chromosome-number", self.text, hint));
        }
        self.value(values::chromosome(letter), notes)
    }

    /// A gene symbol, and not what a spreadsheet made of one.
    pub fn gene(&self, notes: &mut NoteBook) -> Option<GeneSymbol> {
        if says_nothing(self.text) {
            return None;
        }
        if let Some(remark) = spreadsheet::gene(self.text) {
            // Each of them may have been another gene, so each is a note of its own.
            let shape = format!("{} {}", self.name, remark.said);
            notes.add(remark, &shape, Some(self.line), || Some(self.name.to_owned()));
            return None;
        }
        self.value(values::gene(self.text), notes)
    }

    /// The gene of a row that is about one: empty where a spreadsheet changed its name, since the rest of the row still
    /// counts; none where no gene can be read.
    /// A place that several genes cover names them all (`ROS1;GOPC`).
    pub fn genes(&self, notes: &mut NoteBook) -> Option<Vec<GeneSymbol>> {
        if self.text.contains(';') {
            let genes: Vec<GeneSymbol> = self
                .text
                .split(';')
                .map(str::trim)
                .filter(|text| !text.is_empty())
                .filter_map(|text| Cell { text, ..*self }.gene(notes))
                .collect();
            return Some(genes).filter(|genes| !genes.is_empty());
        }
        let gene = self.gene(notes);
        (gene.is_some() || spreadsheet::gene(self.text).is_some()).then(|| gene.into_iter().collect())
    }

    /// The name of a change. Tables made from VCF keep its escapes: `p.%3D`.
    pub fn change(&self, notes: &mut NoteBook) -> Option<HgvsText> {
        if says_nothing(self.text) {
            return None;
        }
        self.value(values::change(&crate::vcf::unescape(self.text)), notes)
    }

    /// A frequency; `per` is what stands for the whole: 1 or 100.
    pub fn frequency(&self, per: f64, notes: &mut NoteBook) -> Option<Vaf> {
        let number = self.number(notes)?;
        self.fraction(number / per, notes)
    }

    /// A fraction worked out of the cell.
    pub fn fraction(&self, fraction: f64, notes: &mut NoteBook) -> Option<Vaf> {
        self.value(values::vaf(fraction), notes)
    }

    /// An allele: bases in upper case, or `-` for none.
    pub fn allele(&self, notes: &mut NoteBook) -> Option<String> {
        if self.text == "-" {
            return Some("-".to_owned());
        }
        let (allele, remark) = self.value(values::allele(self.text, ""), notes)?;
        if let Some(remark) = remark {
            self.remark(notes, remark);
        }
        Some(allele)
    }
}

/// What programs write where they have no name: databases `NULL`, scripts `None` and `nan`, spreadsheets a dash.
fn says_nothing(text: &str) -> bool {
    matches!(text, "-" | "--" | "N/A" | "n/a" | "#N/A")
        || ["null", "none", "nan"].iter().any(|word| text.eq_ignore_ascii_case(word))
}

/// The frequency of reads with an allele among all reads, where both are known and agree.
pub(crate) fn share(alternate: Option<u32>, depth: Option<u32>) -> Option<Vaf> {
    let (alternate, depth) = (alternate?, depth.filter(|depth| *depth > 0)?);
    Vaf::new(f64::from(alternate) / f64::from(depth)).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str) -> Cell<'_> {
        Cell { text, name: "t_depth", line: 7 }
    }

    #[test]
    fn numbers_that_are_none_are_noted_by_heading_and_line() {
        let mut notes = NoteBook::new("a.maf");
        for text in ["NaN", "inf", "-3", "1.5", "x", "1e99"] {
            assert_eq!(cell(text).whole(&mut notes), None, "{text}");
        }
        assert_eq!((cell("12.0").whole(&mut notes), cell("0").position(&mut notes)), (Some(12), None));
        let notes = notes.into_notes();
        let codes: Vec<(&str, u32)> = notes.iter().map(|note| (note.code.as_str(), note.times)).collect();
        assert_eq!(codes, [("not-finite", 3), ("out-of-range", 3), ("not-whole", 1)]);
        assert_eq!((notes[0].place.line, notes[0].place.field.as_deref()), (Some(7), Some("t_depth")));
    }

    #[test]
    fn the_numbers_of_the_sex_chromosomes_are_read_with_a_note() {
        let mut notes = NoteBook::new("a.maf");
        let names = ["23", "chr24", "X", "7"].map(|text| cell(text).chromosome(&mut notes).unwrap());
        assert_eq!(names.map(String::from), ["X", "Y", "X", "7"]);
        assert_eq!(notes.into_notes().len(), 1);
    }

    #[test]
    fn what_stands_for_nothing_names_neither_gene_nor_change() {
        let mut notes = NoteBook::new("a.maf");
        for text in ["NULL", "null", "None", "nan", "NaN", "-", "#N/A"] {
            assert_eq!((cell(text).gene(&mut notes), cell(text).change(&mut notes)), (None, None), "{text}");
        }
        assert!(notes.into_notes().is_empty());
        let mut notes = NoteBook::new("a.maf");
        for text in ["#REF!", "#NAME?", "#VALUE!"] {
            assert_eq!((cell(text).gene(&mut notes), cell(text).change(&mut notes)), (None, None), "{text}");
        }
        assert_eq!(notes.into_notes().iter().map(|note| note.times).sum::<u32>(), 6, "a fault is told");
    }

    #[test]
    fn escapes_that_came_from_a_vcf_are_resolved() {
        let change = |text| cell(text).change(&mut NoteBook::new("a.maf")).unwrap().to_string();
        assert_eq!((change("p.%3D"), change("p.Leu858%3D")), ("p.=".to_owned(), "p.Leu858=".to_owned()));
        assert_eq!(change("ENST00000275493.2%3Ac.2573T>G"), "ENST00000275493.2:c.2573T>G");
    }

    #[test]
    fn a_list_of_genes_is_all_of_them() {
        let genes = |text| cell(text).genes(&mut NoteBook::new("a.maf"));
        let names = genes("ROS1;GOPC").unwrap();
        assert_eq!(names.iter().map(GeneSymbol::as_str).collect::<Vec<_>>(), ["ROS1", "GOPC"]);
        assert_eq!(genes("EGFR").unwrap().len(), 1);
        assert_eq!((genes(";"), genes("1-Mar").map(|genes| genes.len())), (None, Some(0)));
    }
}

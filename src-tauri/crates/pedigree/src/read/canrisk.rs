//! CanRisk 1 to 4 (the successor of BOADICEA's text): a first line with the version, lines of risk factors, the heading, and
//! a tab-separated line for each person.

use super::{is_nobody, number};
use crate::fault::{Fault, Place};
use crate::model::{Cancer, Gender, GeneTest, Life, Pedigree, Person, TestResult, Twins, Zygosity};
use std::collections::BTreeMap;

/// Columns before the genes, as headed.
const PLAIN: [&str; 17] = [
    "FamID", "Name", "Target", "IndivID", "FathID", "MothID", "Sex", "MZtwin", "Dead", "Age", "Yob", "BC1",
    "BC2", "OC", "PRO", "PAN", "Ashkn",
];

/// The columns of cancers with the site's word.
pub(crate) const SITES: [(&str, &str); 5] =
    [("BC1", "breast"), ("BC2", "breast2"), ("OC", "ovary"), ("PRO", "prostate"), ("PAN", "pancreas")];

/// The genes of each version.
pub(crate) fn genes_of(version: u32) -> &'static [&'static str] {
    match version {
        0 | 1 => &["BRCA1", "BRCA2", "PALB2", "ATM", "CHEK2", "RAD51D", "RAD51C", "BRIP1"],
        2 | 3 => &["BRCA1", "BRCA2", "PALB2", "ATM", "CHEK2", "BARD1", "RAD51D", "RAD51C", "BRIP1"],
        _ => &["BRCA1", "BRCA2", "PALB2", "ATM", "CHEK2", "BARD1", "RAD51D", "RAD51C", "BRIP1", "HOXB13"],
    }
}

/// The receptors and markers of the last column, in order.
pub(crate) const MARKERS: [&str; 5] = ["ER", "PR", "HER2", "CK14", "CK56"];

pub(super) fn read(text: &str) -> Result<Pedigree, Fault> {
    let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let first = lines.next().map(|(_, line)| line).unwrap_or_default();
    let version = version(first)?;
    let mut heading: Option<Vec<String>> = None;
    let mut remarks = Vec::new();
    let mut persons: Vec<Person> = Vec::new();
    let mut twins: BTreeMap<(String, String), Vec<String>> = BTreeMap::new();
    for (at, line) in lines {
        let place = Place::line(at + 1);
        let line = line.trim_end_matches(['\r', '\n']);
        if let Some(rest) = line.trim_start().strip_prefix("##") {
            match rest.to_lowercase().starts_with("famid") {
                true => heading = Some(rest.split('\t').map(|name| name.trim().to_owned()).collect()),
                false => remarks.push(rest.trim().to_owned()),
            }
            continue;
        }
        if line.trim_start().starts_with('#') {
            continue;
        }
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        let columns = columns(heading.as_deref(), version, cells.len(), &place)?;
        let row = Row { cells: &cells, columns: &columns, place };
        let person = row.person()?;
        let twin = row.cell("MZtwin");
        if !is_nobody(twin) {
            let family = row.cell("FamID").to_owned();
            twins.entry((family, twin.to_owned())).or_default().push(person.id.clone());
        }
        persons.push(person);
    }
    let twins = twins.into_values().filter(|members| members.len() > 1);
    let families: std::collections::BTreeSet<&Option<String>> =
        persons.iter().map(|person| &person.family).collect();
    if families.len() < 2 {
        persons.iter_mut().for_each(|person| person.family = None);
    }
    Ok(Pedigree {
        version: 1,
        persons,
        couples: Vec::new(),
        twins: twins.map(|members| Twins { zygosity: Zygosity::Monozygotic, members }).collect(),
        remarks,
    })
}

fn version(first: &str) -> Result<u32, Fault> {
    let digits: String = first
        .chars()
        .skip_while(|letter| !letter.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    let version = digits.parse().unwrap_or(0);
    match version {
        1..=4 => Ok(version),
        _ => Err(Fault::value(Place::line(1).field("version"), first, "##CanRisk 1.0 to 4.0")),
    }
}

/// The columns by the heading, else by the version.
fn columns(
    heading: Option<&[String]>,
    version: u32,
    found: usize,
    place: &Place,
) -> Result<Vec<String>, Fault> {
    let columns: Vec<String> = match heading {
        Some(names) => names.to_vec(),
        None => {
            let plain = PLAIN.iter().chain(genes_of(version)).map(|name| (*name).to_owned());
            plain.chain([MARKERS.join(":")]).collect()
        }
    };
    if found == columns.len() {
        return Ok(columns);
    }
    let expected = format!("{} columns, parted by tabs (version {version})", columns.len());
    Err(Fault::value(place.clone(), &format!("{found} columns"), expected))
}

struct Row<'r> {
    cells: &'r [&'r str],
    columns: &'r [String],
    place: Place,
}

impl<'r> Row<'r> {
    fn cell(&self, name: &str) -> &'r str {
        let at = self.columns.iter().position(|column| column.eq_ignore_ascii_case(name));
        at.and_then(|at| self.cells.get(at)).copied().unwrap_or_default()
    }

    fn at(&self, field: &str) -> Place {
        self.place.clone().field(field)
    }

    fn flag(&self, name: &str) -> Result<bool, Fault> {
        match self.cell(name) {
            "" | "0" => Ok(false),
            "1" => Ok(true),
            other => Err(Fault::value(self.at(name), other, "0 or 1")),
        }
    }

    fn person(&self) -> Result<Person, Fault> {
        let text = |name: &str| Some(self.cell(name).to_owned()).filter(|text| !is_nobody(text));
        let age: u8 = match self.cell("Age") {
            "" | "NA" => 0,
            age => number(age, self.at("Age"), "years from 0 to 130")?,
        };
        let born: u16 = match self.cell("Yob") {
            "" | "NA" => 0,
            year => number(year, self.at("Yob"), "a year, or 0")?,
        };
        Ok(Person {
            id: self.cell("IndivID").to_owned(),
            family: text("FamID"),
            name: text("Name"),
            gender: match self.cell("Sex").to_uppercase().as_str() {
                "M" => Gender::Man,
                "F" => Gender::Woman,
                "U" => Gender::Unknown,
                other => return Err(Fault::value(self.at("Sex"), other, "M or F")),
            },
            life: if self.flag("Dead")? { Life::Dead } else { Life::Alive },
            age: (age > 0).then_some(age),
            born: (born > 0).then_some(born),
            father: text("FathID"),
            mother: text("MothID"),
            cancers: self.cancers()?,
            tests: self.tests()?,
            markers: self.markers()?,
            // 0 is written of everybody else: it is not told that somebody is not.
            ashkenazi: self.flag("Ashkn")?.then_some(true),
            proband: self.flag("Target")?,
            ..Person::default()
        })
    }

    fn cancers(&self) -> Result<Vec<Cancer>, Fault> {
        let mut cancers = Vec::new();
        for (column, site) in SITES {
            let age = match self.cell(column) {
                "" | "0" | "NA" => continue,
                "AU" | "au" => None,
                age => Some(number(age, self.at(column), "an age, AU (age unknown) or 0 (not affected)")?),
            };
            cancers.push(Cancer { site: site.to_owned(), age });
        }
        Ok(cancers)
    }

    fn tests(&self) -> Result<Vec<GeneTest>, Fault> {
        let mut tests = Vec::new();
        let plain = |column: &&String| {
            !PLAIN.iter().any(|known| known.eq_ignore_ascii_case(column)) && !column.contains(':')
        };
        for gene in self.columns.iter().filter(plain) {
            let cell = self.cell(gene);
            if matches!(cell, "" | "0" | "0:0") {
                continue;
            }
            let expected = "how : result, S, T or 0 before, P, N or 0 behind";
            let (how, result) =
                cell.split_once(':').ok_or_else(|| Fault::value(self.at(gene), cell, expected))?;
            let whole_gene = match how {
                "S" => Some(true),
                "T" => Some(false),
                "0" | "" => None,
                _ => return Err(Fault::value(self.at(gene), cell, expected)),
            };
            let result = match result.to_uppercase().as_str() {
                "P" | "HET" | "HOM" => TestResult::Positive,
                "N" => TestResult::Negative,
                "0" | "" => TestResult::Unknown,
                _ => return Err(Fault::value(self.at(gene), cell, expected)),
            };
            tests.push(GeneTest { gene: gene.clone(), result, variant: None, from: None, whole_gene });
        }
        Ok(tests)
    }

    fn markers(&self) -> Result<BTreeMap<String, bool>, Fault> {
        let mut markers = BTreeMap::new();
        let Some(column) = self.columns.iter().find(|column| column.contains(':')) else {
            return Ok(markers);
        };
        for (name, cell) in column.split(':').zip(self.cell(column).split(':')) {
            match cell.trim().to_uppercase().as_str() {
                "P" => markers.insert(name.trim().to_owned(), true),
                "N" => markers.insert(name.trim().to_owned(), false),
                "" | "0" => None,
                _ => return Err(Fault::value(self.at(column), cell, "P, N or 0")),
            };
        }
        Ok(markers)
    }
}

//! PED: family, individual, father, mother, sex, phenotype, and whatever stands behind. LINKAGE after makeped has links to
//! children and siblings between mother and sex.

use super::is_nobody;
use crate::fault::{Fault, Place};
use crate::model::{Gender, Pedigree, Person};
use std::collections::{BTreeMap, BTreeSet};

struct Row<'t> {
    line: usize,
    cells: Vec<&'t str>,
}

impl<'t> Row<'t> {
    fn cell(&self, at: usize) -> &'t str {
        self.cells.get(at).copied().unwrap_or_default()
    }
}

pub(super) fn read(text: &str) -> Result<Pedigree, Fault> {
    let mut rows = Vec::new();
    for (at, line) in text.lines().enumerate() {
        let bare = line.trim();
        if bare.is_empty() || bare.starts_with('#') {
            continue;
        }
        // Where tabs stand, cells may be empty and hold blanks.
        let cells: Vec<&str> = match bare.contains('\t') {
            true => line.trim_matches(['\r', '\n']).split('\t').map(str::trim).collect(),
            false => bare.split_whitespace().collect(),
        };
        rows.push(Row { line: at + 1, cells });
    }
    // A heading without a mark.
    if rows.first().is_some_and(|row| {
        row.cells.iter().any(|cell| matches!(cell.to_lowercase().as_str(), "sex" | "gender"))
    }) {
        rows.remove(0);
    }
    let Some(first) = rows.first() else { return Err(Fault::Empty) };
    if first.cells.len() < 5 {
        return Err(Fault::NoFormat);
    }
    let made = is_makeped(&rows);
    let (sex_at, proband_at, state_at) = if made { (7, Some(8), 9) } else { (4, None, 5) };
    let ids: BTreeSet<(&str, &str)> = rows.iter().map(|row| (row.cell(0), row.cell(1))).collect();
    let mut families_of: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (family, id) in &ids {
        families_of.entry(id).or_default().insert(family);
    }
    let several = ids.iter().map(|(family, _)| family).collect::<BTreeSet<_>>().len() > 1;
    // An id is unique within its family; where two families share one, the family goes before it.
    let named = |family: &str, id: &str| match families_of.get(id).map_or(0, BTreeSet::len) > 1 {
        true => format!("{family}:{id}"),
        false => id.to_owned(),
    };
    let mut seen = BTreeSet::new();
    let mut persons = Vec::new();
    for row in &rows {
        let place = Place::line(row.line);
        if row.cells.len() < 5 {
            let found = format!("{} columns", row.cells.len());
            return Err(Fault::value(place, &found, "family, individual, father, mother, sex, phenotype"));
        }
        let (family, id) = (row.cell(0), row.cell(1));
        if is_nobody(id) {
            return Err(Fault::value(place.field("individual"), id, "an id that is not 0"));
        }
        if !seen.insert((family, id)) {
            return Err(Fault::IdTwice { place, id: id.to_owned() });
        }
        let parent = |at: usize, field: &str| {
            let parent = row.cell(at);
            if is_nobody(parent) {
                return Ok(None);
            }
            if !ids.contains(&(family, parent)) {
                return Err(Fault::NoPerson { place: place.clone().field(field), id: parent.to_owned() });
            }
            Ok(Some(named(family, parent)))
        };
        persons.push(Person {
            id: named(family, id),
            family: several.then(|| family.to_owned()),
            gender: gender(row.cell(sex_at), place.clone())?,
            father: parent(2, "father")?,
            mother: parent(3, "mother")?,
            affected: affected(row.cell(state_at)),
            proband: proband_at.is_some_and(|at| row.cell(at) == "1"),
            ..Person::default()
        });
    }
    Ok(Pedigree { version: 1, persons, ..Pedigree::default() })
}

/// Links to the first child and the next siblings stand where else the sex does.
fn is_makeped(rows: &[Row<'_>]) -> bool {
    let ids: BTreeSet<&str> = rows.iter().map(|row| row.cell(1)).collect();
    let linked = |row: &Row<'_>| {
        row.cells.len() >= 9
            && [4, 5, 6].iter().all(|at| row.cell(*at) == "0" || ids.contains(row.cell(*at)))
            && matches!(row.cell(7), "1" | "2")
            && matches!(row.cell(8), "0" | "1" | "2")
    };
    let child = |row: &Row<'_>| {
        let child = rows.iter().find(|other| other.cell(0) == row.cell(0) && other.cell(1) == row.cell(4));
        child.is_some_and(|child| child.cell(2) == row.cell(1) || child.cell(3) == row.cell(1))
    };
    let parents: Vec<&Row<'_>> = rows.iter().filter(|row| row.cell(4) != "0").collect();
    rows.iter().all(linked) && !parents.is_empty() && parents.into_iter().all(child)
}

fn gender(cell: &str, place: Place) -> Result<Gender, Fault> {
    Ok(match cell.to_lowercase().as_str() {
        "1" | "m" | "male" => Gender::Man,
        "2" | "f" | "female" => Gender::Woman,
        // PED calls every other code unknown.
        "" | "u" | "unknown" | "other" | "." => Gender::Unknown,
        number if number.parse::<i32>().is_ok() => Gender::Unknown,
        _ => return Err(Fault::value(place.field("sex"), cell, "1 (male), 2 (female) or another number")),
    })
}

/// 2 affected, 1 not; a measure is neither.
fn affected(cell: &str) -> Option<bool> {
    match cell.to_lowercase().as_str() {
        "2" | "affected" => Some(true),
        "1" | "unaffected" => Some(false),
        _ => None,
    }
}

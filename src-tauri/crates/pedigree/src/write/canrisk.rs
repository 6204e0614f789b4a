//! CanRisk 4. It needs a sex for everybody and both parents or none, and ids of at most seven letters and digits.

use super::{cell, is_told_life, lost_of_couples, lost_of_everybody};
use crate::check::sex;
use crate::fault::{Losses, LostWhat};
use crate::model::{Adoption, Cancer, Gender, Life, Pedigree, Person, SexAtBirth, TestResult, Zygosity};
use crate::read::canrisk::{MARKERS, SITES, genes_of};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

const VERSION: u32 = 4;
/// Longest id.
const LONGEST: usize = 7;

pub(super) fn write(pedigree: &Pedigree, losses: &mut Losses) -> String {
    let mut text = String::from("##CanRisk 4.0\n");
    for remark in &pedigree.remarks {
        // Lines of risk factors, as they came.
        let _ = writeln!(text, "##{}", remark.replace(['\n', '\r'], " "));
    }
    let genes = genes_of(VERSION);
    let mut heading: Vec<&str> = vec![
        "FamID", "Name", "Target", "IndivID", "FathID", "MothID", "Sex", "MZtwin", "Dead", "Age", "Yob",
        "BC1", "BC2", "OC", "PRO", "PAN", "Ashkn",
    ];
    heading.extend(genes);
    let markers = MARKERS.join(":");
    heading.push(&markers);
    let _ = writeln!(text, "##{}", heading.join("\t"));
    let sexes = sexes(pedigree);
    let ids = short_ids(pedigree, losses);
    let twins = twin_codes(pedigree, losses);
    let mut stand_ins: BTreeMap<(String, bool), String> = BTreeMap::new();
    let mut rows = Vec::new();
    for person in &pedigree.persons {
        let Some(male) = sexes.get(person.id.as_str()).copied() else {
            losses.note(LostWhat::Gender, &person.id);
            continue;
        };
        lost(person, losses);
        let written = |id: &String| ids.get(id.as_str()).cloned().unwrap_or_default();
        let mut parent = |known: Option<&String>, other: Option<&String>, male: bool| match (known, other) {
            (Some(id), _) => written(id),
            (None, None) => "0".to_owned(),
            (None, Some(other)) => {
                losses.note(LostWhat::SingleParent, &person.id);
                let next = format!("X{}", stand_ins.len() + 1);
                stand_ins.entry((other.clone(), male)).or_insert(next).clone()
            }
        };
        // An adopted person's parents are not those of birth, whom the model asks for.
        let (father, mother) = match person.adopted == Some(Adoption::In) {
            true => ("0".to_owned(), "0".to_owned()),
            false => (
                parent(person.father.as_ref(), person.mother.as_ref(), true),
                parent(person.mother.as_ref(), person.father.as_ref(), false),
            ),
        };
        let family = person.family.as_deref().unwrap_or("FAM1");
        let dead = !matches!(person.life, Life::Alive | Life::Pregnancy);
        let mut cells: Vec<String> = vec![
            cell(family).chars().take(13).collect(),
            person.name.as_deref().map_or_else(|| written(&person.id), cell),
            u8::from(person.proband).to_string(),
            written(&person.id),
            father,
            mother,
            if male { "M" } else { "F" }.to_owned(),
            twins.get(person.id.as_str()).cloned().unwrap_or_else(|| "0".to_owned()),
            u8::from(dead).to_string(),
            person.age.unwrap_or(0).to_string(),
            person.born.unwrap_or(0).to_string(),
        ];
        cells.extend(cancers(person, losses));
        cells.push(u8::from(person.ashkenazi == Some(true)).to_string());
        cells.extend(tests(person, genes, losses));
        let marker = |name: &&str| match person.markers.get(*name) {
            Some(true) => "P",
            Some(false) => "N",
            None => "0",
        };
        cells.push(MARKERS.iter().map(marker).collect::<Vec<_>>().join(":"));
        rows.push((family.to_owned(), cells));
    }
    for ((of, male), id) in stand_ins {
        let family = pedigree.person(&of).and_then(|person| person.family.as_deref()).unwrap_or("FAM1");
        let mut cells: Vec<String> =
            vec![cell(family), id.clone(), "0".to_owned(), id, "0".to_owned(), "0".to_owned()];
        cells.push(if male { "M" } else { "F" }.to_owned());
        cells.extend(std::iter::repeat_n("0".to_owned(), 10));
        cells.extend(genes.iter().map(|_| "0:0".to_owned()));
        cells.push("0:0:0:0:0".to_owned());
        rows.push((family.to_owned(), cells));
    }
    for (_, cells) in rows {
        let _ = writeln!(text, "{}", cells.join("\t"));
    }
    lost_of_couples(pedigree, losses, false);
    text
}

/// Whether each person is male: as recorded, or by the place as a parent. Of others nothing is made up.
fn sexes(pedigree: &Pedigree) -> BTreeMap<&str, bool> {
    let mut sexes = BTreeMap::new();
    for person in &pedigree.persons {
        match sex(person) {
            Some(SexAtBirth::Male) => drop(sexes.insert(person.id.as_str(), true)),
            Some(SexAtBirth::Female) => drop(sexes.insert(person.id.as_str(), false)),
            Some(SexAtBirth::Undetermined) | None => {}
        }
    }
    for person in &pedigree.persons {
        person.father.as_ref().map(|father| sexes.entry(father.as_str()).or_insert(true));
        person.mother.as_ref().map(|mother| sexes.entry(mother.as_str()).or_insert(false));
    }
    sexes
}

fn short_ids<'p>(pedigree: &'p Pedigree, losses: &mut Losses) -> BTreeMap<&'p str, String> {
    let fits = |id: &str| {
        let letters = id.chars().all(|letter| letter.is_ascii_alphanumeric());
        letters && (1..=LONGEST).contains(&id.len()) && id != "0" && !id.starts_with('X')
    };
    let mut taken: BTreeSet<String> =
        pedigree.persons.iter().filter(|person| fits(&person.id)).map(|person| person.id.clone()).collect();
    let mut ids = BTreeMap::new();
    let mut next = 1_u32;
    for person in &pedigree.persons {
        let id = match fits(&person.id) {
            true => person.id.clone(),
            false => loop {
                let id = format!("P{next}");
                next += 1;
                if taken.insert(id.clone()) {
                    losses.note(LostWhat::Id, &person.id);
                    break id;
                }
            },
        };
        ids.insert(person.id.as_str(), id);
    }
    ids
}

/// One code for each pair of one egg.
fn twin_codes<'p>(pedigree: &'p Pedigree, losses: &mut Losses) -> BTreeMap<&'p str, String> {
    let mut codes = BTreeMap::new();
    let mut letters = ('1'..='9').chain('A'..='Z');
    for twins in &pedigree.twins {
        let code =
            letters.next().filter(|_| twins.zygosity == Zygosity::Monozygotic && twins.members.len() == 2);
        for member in &twins.members {
            match code {
                Some(code) => drop(codes.insert(member.as_str(), code.to_string())),
                None => losses.note(LostWhat::Twins, member),
            }
        }
    }
    codes
}

/// The column of a site, in the words that people write.
fn column(site: &str) -> Option<&'static str> {
    let site = site.to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| site.contains(word));
    if let Some((column, _)) = SITES.iter().find(|(_, known)| *known == site) {
        return Some(column);
    }
    match () {
        () if says(&["ovar", "卵巣", "卵管", "fallopian"]) => Some("OC"),
        () if says(&["breast", "乳癌", "乳がん", "乳房", "乳腺"]) => Some("BC1"),
        () if says(&["prostate", "前立腺"]) => Some("PRO"),
        () if says(&["pancrea", "膵"]) => Some("PAN"),
        () => None,
    }
}

fn cancers(person: &Person, losses: &mut Losses) -> Vec<String> {
    let mut cells: BTreeMap<&str, Option<u8>> = BTreeMap::new();
    for Cancer { site, age } in &person.cancers {
        // A second cancer of the breast has a column of its own.
        let place = match column(site) {
            Some("BC1") if cells.contains_key("BC1") => Some("BC2"),
            place => place,
        };
        match place.filter(|place| !cells.contains_key(place)) {
            Some(place) => drop(cells.insert(place, *age)),
            None => losses.note(LostWhat::Cancer, &person.id),
        }
    }
    SITES
        .iter()
        .map(|(place, _)| match cells.get(place) {
            None => "0".to_owned(),
            Some(None) => "AU".to_owned(),
            Some(Some(age)) => age.to_string(),
        })
        .collect()
}

fn tests(person: &Person, genes: &[&str], losses: &mut Losses) -> Vec<String> {
    for test in &person.tests {
        let known = genes.iter().any(|gene| gene.eq_ignore_ascii_case(&test.gene));
        losses.note_if(!known || test.result == TestResult::Uncertain, LostWhat::Test, &person.id);
        losses.note_if(test.variant.is_some(), LostWhat::Variant, &person.id);
        losses.note_if(test.from.is_some(), LostWhat::ResultFrom, &person.id);
    }
    genes
        .iter()
        .map(|gene| {
            let test = person.tests.iter().find(|test| test.gene.eq_ignore_ascii_case(gene));
            let (result, how) = test.map_or(("0", "0"), |test| {
                let result = match test.result {
                    TestResult::Positive => "P",
                    // What is uncertain counts neither way.
                    TestResult::Negative => "N",
                    TestResult::Uncertain | TestResult::Unknown => "0",
                };
                let how = match test.whole_gene {
                    Some(false) => "T",
                    Some(true) => "S",
                    None if result == "0" => "0",
                    None => "S",
                };
                (result, how)
            });
            format!("{how}:{result}")
        })
        .collect()
}

fn lost(person: &Person, losses: &mut Losses) {
    let id = &person.id;
    lost_of_everybody(person, losses);
    losses.note_if(
        person.sex_at_birth.is_some() || matches!(person.gender, Gender::Other | Gender::Unknown),
        LostWhat::Gender,
        id,
    );
    losses.note_if(is_told_life(person.life), LostWhat::Life, id);
    losses.note_if(person.life.is_pregnancy(), LostWhat::Pregnancy, id);
    losses.note_if(person.affected.is_some(), LostWhat::Affected, id);
    losses.note_if(person.adopted.is_some(), LostWhat::Adoption, id);
    losses.note_if(person.consultand, LostWhat::Consultand, id);
}

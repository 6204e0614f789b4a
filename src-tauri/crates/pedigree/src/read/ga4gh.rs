//! The GA4GH pedigree model as JSON: individuals, and relationships by terms of the kinship ontology. The pedigrees of
//! Phenopackets (`persons` with `individualId`), which PED has made, are read too.

use super::is_nobody;
use crate::fault::{Fault, Place};
use crate::model::{Adoption, Couple, Gender, Life, Pedigree, Person, SexAtBirth, Twins, Zygosity};
use serde_json::Value;
use std::collections::BTreeMap;

/// Whether a document is one.
pub(super) fn is_one(value: &Value) -> bool {
    let root = root(value);
    root.get("individuals").is_some() || phenopacket(root).is_some()
}

/// The pedigree itself, which may stand in a family.
fn root(value: &Value) -> &Value {
    value.get("pedigree").unwrap_or(value)
}

fn phenopacket(root: &Value) -> Option<&Vec<Value>> {
    let persons = root.get("persons")?.as_array()?;
    persons.first()?.get("individualId").or_else(|| persons.first()?.get("individual_id"))?;
    Some(persons)
}

/// A text, a number, or the id or label of a concept.
fn said(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Object(fields) => {
            ["id", "code", "value", "label"].iter().find_map(|name| said(fields.get(*name)?))
        }
        _ => None,
    }
}

fn of(value: &Value, names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| said(value.get(*name)?)).filter(|text| !text.trim().is_empty())
}

pub(super) fn read(value: &Value) -> Result<Pedigree, Fault> {
    let root = root(value);
    match phenopacket(root) {
        Some(persons) => of_phenopacket(persons),
        None => of_pedigree(root),
    }
}

fn sex(text: &str, place: Place) -> Result<Option<SexAtBirth>, Fault> {
    Ok(match text.to_lowercase().as_str() {
        "male" | "m" | "kin:996" | "kin:994" => Some(SexAtBirth::Male),
        "female" | "f" | "kin:995" | "kin:993" => Some(SexAtBirth::Female),
        "other" | "other_sex" => Some(SexAtBirth::Undetermined),
        "unknown" | "unknown_sex" | "" => None,
        _ => return Err(Fault::value(place, text, "male, female, other or unknown")),
    })
}

fn of_phenopacket(rows: &[Value]) -> Result<Pedigree, Fault> {
    let mut persons = Vec::new();
    for row in rows {
        let id = of(row, &["individualId", "individual_id"]).unwrap_or_default();
        let place = |field: &str| Place::of(&id, field);
        let parent = |names: &[&str]| of(row, names).filter(|id| !is_nobody(id));
        let gender = match sex(&of(row, &["sex"]).unwrap_or_default(), place("sex"))? {
            Some(SexAtBirth::Male) => Gender::Man,
            Some(SexAtBirth::Female) => Gender::Woman,
            _ => Gender::Unknown,
        };
        let affected = match of(row, &["affectedStatus", "affected_status"]).as_deref() {
            Some("AFFECTED" | "2") => Some(true),
            Some("UNAFFECTED" | "1") => Some(false),
            _ => None,
        };
        persons.push(Person {
            family: of(row, &["familyId", "family_id"]),
            father: parent(&["paternalId", "paternal_id"]),
            mother: parent(&["maternalId", "maternal_id"]),
            gender,
            affected,
            id: id.clone(),
            ..Person::default()
        });
    }
    let families: std::collections::BTreeSet<_> =
        persons.iter().map(|person| person.family.clone()).collect();
    if families.len() < 2 {
        persons.iter_mut().for_each(|person| person.family = None);
    }
    Ok(Pedigree { version: 1, persons, ..Pedigree::default() })
}

fn of_pedigree(root: &Value) -> Result<Pedigree, Fault> {
    let mut persons = Vec::new();
    let rows = root.get("individuals").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    for row in rows {
        persons.push(individual(row)?);
    }
    let index: Vec<(String, String)> = root
        .get("indexPatients")
        .or_else(|| root.get("index_patients"))
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(|one| {
            Some((
                of(one, &["individual", "id"]).or_else(|| said(one))?,
                of(one, &["type"]).unwrap_or_default(),
            ))
        })
        .collect();
    let probands =
        index.iter().filter(|(_, kind)| !kind.eq_ignore_ascii_case("consultand")).map(|(id, _)| id.clone());
    let consultands =
        index.iter().filter(|(_, kind)| kind.eq_ignore_ascii_case("consultand")).map(|(id, _)| id.clone());
    for id in of(root, &["proband"]).into_iter().chain(probands) {
        persons.iter_mut().filter(|person| person.id == id).for_each(|person| person.proband = true);
    }
    for id in of(root, &["consultand"]).into_iter().chain(consultands) {
        persons.iter_mut().filter(|person| person.id == id).for_each(|person| person.consultand = true);
    }
    let mut pedigree = Pedigree { version: 1, persons, ..Pedigree::default() };
    let relationships =
        root.get("relationships").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    let mut twins = Vec::new();
    for (at, relationship) in relationships.iter().enumerate() {
        relate(&mut pedigree, &mut twins, relationship, at)?;
    }
    pedigree.twins = joined(twins);
    Ok(pedigree)
}

fn individual(row: &Value) -> Result<Person, Fault> {
    let id = of(row, &["id"]).unwrap_or_default();
    let at_birth = sex(&of(row, &["sex"]).unwrap_or_default(), Place::of(&id, "sex"))?;
    let gender = match of(row, &["gender"]).map(|text| text.to_lowercase()).as_deref() {
        Some("male" | "man" | "kin:994" | "kin:996") => Gender::Man,
        Some("female" | "woman" | "kin:993" | "kin:995") => Gender::Woman,
        Some("unknown" | "non-disclosed") => Gender::Unknown,
        Some(_) => Gender::Other,
        None => match at_birth {
            Some(SexAtBirth::Male) => Gender::Man,
            Some(SexAtBirth::Female) => Gender::Woman,
            _ => Gender::Unknown,
        },
    };
    let same = matches!(
        (gender, at_birth),
        (Gender::Man, Some(SexAtBirth::Male)) | (Gender::Woman, Some(SexAtBirth::Female))
    );
    let flag = |value: &Value| match value {
        Value::Bool(so) => Some(*so),
        other => match said(other)?.to_lowercase().as_str() {
            "true" | "yes" | "affected" | "deceased" | "dead" => Some(true),
            "false" | "no" | "unaffected" | "alive" => Some(false),
            _ => None,
        },
    };
    let life = row.get("deceased").or_else(|| row.get("lifeStatus")).or_else(|| row.get("life_status"));
    let life = match life.and_then(said).map(|text| text.to_lowercase()).as_deref() {
        Some("stillborn") => Life::Stillborn,
        Some("miscarriage") => Life::Loss,
        Some("unborn") => Life::Pregnancy,
        Some("aborted") => Life::Termination,
        _ if life.and_then(flag) == Some(true) => Life::Dead,
        _ => Life::Alive,
    };
    // An ISO 8601 duration (P52Y), or years.
    let age = of(row, &["age"]).and_then(|age| {
        let digits: String = age.trim_start_matches('P').chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    });
    let birth = of(row, &["dateOfBirth", "date_of_birth"]);
    Ok(Person {
        name: of(row, &["name"]),
        sex_at_birth: at_birth.filter(|_| !same),
        gender,
        life,
        age,
        born: birth.and_then(|day| day.get(..4)?.parse().ok()),
        affected: row.get("affected").and_then(flag),
        id,
        ..Person::default()
    })
}

fn relate(
    pedigree: &mut Pedigree,
    twins: &mut Vec<(Zygosity, String, String)>,
    row: &Value,
    at: usize,
) -> Result<(), Fault> {
    let place = || Place::default().field(&format!("relationships[{at}]"));
    let one = of(row, &["individual"]).unwrap_or_default();
    let other = of(row, &["relative"]).unwrap_or_default();
    for id in [&one, &other] {
        if pedigree.person(id).is_none() {
            return Err(Fault::NoPerson { place: place(), id: id.clone() });
        }
    }
    let relation = of(row, &["relation", "relationship"]).unwrap_or_default();
    let code = relation.to_uppercase();
    match code.as_str() {
        "KIN:003" | "KIN:004" | "KIN:027" | "KIN:028" | "KIN:038" => {
            parent(pedigree, &one, &other, &code, place())?
        }
        "KIN:022" => {
            parent(pedigree, &one, &other, &code, place())?;
            let child = pedigree.persons.iter_mut().find(|person| person.id == other);
            child.into_iter().for_each(|child| child.adopted = Some(Adoption::In));
        }
        "KIN:032" | "KIN:034" => parent(pedigree, &other, &one, "KIN:003", place())?,
        "KIN:033" => parent(pedigree, &one, &other, "KIN:003", place())?,
        "KIN:040" => parent(pedigree, &other, &one, "KIN:028", place())?,
        "KIN:041" => parent(pedigree, &other, &one, "KIN:027", place())?,
        "KIN:026" | "KIN:030" => pedigree.couples.push(Couple {
            partners: (one, other),
            related: code == "KIN:030",
            parted: false,
            childless: None,
        }),
        "KIN:009" => twins.push((Zygosity::Unknown, one, other)),
        "KIN:010" => twins.push((Zygosity::Monozygotic, one, other)),
        "KIN:011" => twins.push((Zygosity::Dizygotic, one, other)),
        _ if code.starts_with("KIN:") => {
            // Cousins, grandparents and others follow from parents; what is told of them alone cannot be drawn.
            pedigree.remarks.push(format!("{one} {relation} {other}"));
        }
        _ => {
            return Err(Fault::value(
                place(),
                &relation,
                "a term of the kinship ontology, KIN:003 or KIN:027",
            ));
        }
    }
    Ok(())
}

fn parent(pedigree: &mut Pedigree, parent: &str, child: &str, code: &str, place: Place) -> Result<(), Fault> {
    let gender = pedigree.person(parent).map(|person| person.gender);
    let father = match code {
        "KIN:028" | "KIN:004" => true,
        "KIN:027" | "KIN:038" => false,
        _ => gender != Some(Gender::Woman),
    };
    let Some(person) = pedigree.persons.iter_mut().find(|person| person.id == child) else { return Ok(()) };
    let known = |slot: &Option<String>| slot.as_deref() == Some(parent);
    if known(&person.father) || known(&person.mother) {
        return Ok(());
    }
    let (first, second) = match father {
        true => (&mut person.father, &mut person.mother),
        false => (&mut person.mother, &mut person.father),
    };
    // Two parents of one gender take both places, where the term does not tell the place.
    let free = match (first.is_none(), second.is_none()) {
        (true, _) => first,
        (false, true) if code == "KIN:003" || code == "KIN:022" => second,
        _ => return Err(Fault::value(place, parent, format!("at most two parents of '{child}'"))),
    };
    *free = Some(parent.to_owned());
    Ok(())
}

/// Pairs that share a member are one birth.
fn joined(pairs: Vec<(Zygosity, String, String)>) -> Vec<Twins> {
    let mut all: Vec<Twins> = Vec::new();
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    for (zygosity, one, other) in pairs {
        let at = place.get(&one).or_else(|| place.get(&other)).copied().unwrap_or_else(|| {
            all.push(Twins { zygosity, members: Vec::new() });
            all.len() - 1
        });
        for id in [one, other] {
            if let Some(twins) = all.get_mut(at)
                && place.insert(id.clone(), at).is_none()
            {
                twins.members.push(id);
            }
        }
    }
    all
}

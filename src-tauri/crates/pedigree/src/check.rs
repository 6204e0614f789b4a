//! What makes a pedigree impossible, whatever file it came from.

use crate::fault::{Fault, Place};
use crate::model::{Gender, MOST_PERSONS, OLDEST, Pedigree, Person, Several, SexAtBirth};
use std::collections::{BTreeMap, BTreeSet};

/// Longest id, in characters.
const LONGEST_ID: usize = 64;
/// Longest other text, in characters.
const LONGEST_TEXT: usize = 2_000;

/// Whether a pedigree can be.
///
/// # Errors
/// What is wrong first, in the order of the persons.
pub(crate) fn check(pedigree: &Pedigree) -> Result<(), Fault> {
    if pedigree.persons.is_empty() {
        return Err(Fault::Empty);
    }
    if pedigree.persons.len() > MOST_PERSONS {
        let found = format!("{} persons", pedigree.persons.len());
        return Err(Fault::TooLarge { found, most: format!("{MOST_PERSONS} persons") });
    }
    let mut by_id: BTreeMap<&str, &Person> = BTreeMap::new();
    for person in &pedigree.persons {
        id("id", &person.id)?;
        if by_id.insert(&person.id, person).is_some() {
            return Err(Fault::IdTwice { place: Place::default(), id: person.id.clone() });
        }
    }
    for person in &pedigree.persons {
        of_person(person, &by_id)?;
    }
    no_circle(pedigree, &by_id)?;
    for couple in &pedigree.couples {
        let (one, other) = (couple.partners.0.as_str(), couple.partners.1.as_str());
        if one == other {
            return Err(Fault::SameTwice { place: Place::of(one, "partners"), id: one.to_owned() });
        }
        for partner in [one, other] {
            known(&by_id, partner, Place::default().field("partners"))?;
        }
    }
    let mut born_with = BTreeSet::new();
    for twins in &pedigree.twins {
        let parents = |id: &str| by_id.get(id).map(|person| (person.father.as_ref(), person.mother.as_ref()));
        for member in &twins.members {
            known(&by_id, member, Place::default().field("twins"))?;
            if !born_with.insert(member) {
                return Err(Fault::SameTwice { place: Place::of(member, "twins"), id: member.clone() });
            }
        }
        let Some((first, others)) = twins.members.split_first() else { continue };
        if let Some(other) = others.iter().find(|other| parents(other) != parents(first)) {
            return Err(Fault::TwinParents { first: first.clone(), other: other.clone() });
        }
    }
    Ok(())
}

fn id(field: &str, id: &str) -> Result<(), Fault> {
    let fits = !id.trim().is_empty() && id.chars().count() <= LONGEST_ID && !id.chars().any(char::is_control);
    if fits {
        Ok(())
    } else {
        Err(Fault::value(Place::default().field(field), id, "an id of 1 to 64 characters"))
    }
}

fn known(by_id: &BTreeMap<&str, &Person>, id: &str, place: Place) -> Result<(), Fault> {
    if by_id.contains_key(id) { Ok(()) } else { Err(Fault::NoPerson { place, id: id.to_owned() }) }
}

fn of_person(person: &Person, by_id: &BTreeMap<&str, &Person>) -> Result<(), Fault> {
    let own = &person.id;
    let ages = person.cancers.iter().filter_map(|cancer| cancer.age).chain(person.age);
    if let Some(age) = ages.into_iter().find(|age| *age > OLDEST) {
        return Err(Fault::value(Place::of(own, "age"), &age.to_string(), format!("0 to {OLDEST} years")));
    }
    if person.several == Some(Several::Number(0)) || person.several == Some(Several::Number(1)) {
        return Err(Fault::value(Place::of(own, "several"), "0 or 1", "2 or more, or unknown"));
    }
    let texts = [&person.name, &person.note, &person.family].into_iter().flatten();
    let of_cancers = person.cancers.iter().map(|cancer| &cancer.site);
    let of_tests = person
        .tests
        .iter()
        .map(|test| &test.gene)
        .chain(person.tests.iter().filter_map(|t| t.variant.as_ref()));
    for text in texts.chain(of_cancers).chain(of_tests) {
        if text.chars().count() > LONGEST_TEXT || text.chars().any(|c| c.is_control() && c != '\n') {
            return Err(Fault::value(Place::of(own, "text"), text, "at most 2 000 printable characters"));
        }
    }
    let parents = [("father", &person.father), ("mother", &person.mother)];
    for (told, parent) in parents {
        let Some(parent) = parent else { continue };
        let place = Place::of(own, told);
        let Some(found) = by_id.get(parent.as_str()) else {
            return Err(Fault::NoPerson { place, id: parent.clone() });
        };
        let (wrong, recorded) = match told {
            "father" => (sex(found) == Some(SexAtBirth::Female), "female"),
            _ => (sex(found) == Some(SexAtBirth::Male), "male"),
        };
        if wrong {
            return Err(Fault::ParentSex { place, id: parent.clone(), told, recorded });
        }
    }
    if person.father.is_some() && person.father == person.mother {
        let id = person.father.clone().unwrap_or_default();
        return Err(Fault::SameTwice { place: Place::of(own, "parents"), id });
    }
    Ok(())
}

/// Sex as formats without gender have it: the one at birth, else that which the gender goes with.
pub(crate) fn sex(person: &Person) -> Option<SexAtBirth> {
    person.sex_at_birth.or(match person.gender {
        Gender::Man => Some(SexAtBirth::Male),
        Gender::Woman => Some(SexAtBirth::Female),
        Gender::Other | Gender::Unknown => None,
    })
}

/// Walks up from everybody once, without recursion.
fn no_circle(pedigree: &Pedigree, by_id: &BTreeMap<&str, &Person>) -> Result<(), Fault> {
    let mut done: BTreeSet<&str> = BTreeSet::new();
    for person in &pedigree.persons {
        let mut path: Vec<(&str, Vec<&str>)> = Vec::new();
        let mut on_path: BTreeSet<&str> = BTreeSet::new();
        if !done.contains(person.id.as_str()) {
            on_path.insert(&person.id);
            path.push((&person.id, person.parents().collect()));
        }
        while let Some((at, above)) = path.last_mut() {
            match above.pop() {
                Some(parent) if on_path.contains(parent) => {
                    let from = path.iter().skip_while(|(id, _)| *id != parent);
                    let persons = from.map(|(id, _)| (*id).to_owned()).collect();
                    return Err(Fault::Circle { persons });
                }
                Some(parent) if done.contains(parent) => {}
                Some(parent) => {
                    on_path.insert(parent);
                    let above = by_id.get(parent).map(|person| person.parents().collect());
                    path.push((parent, above.unwrap_or_default()));
                }
                None => {
                    done.insert(at);
                    on_path.remove(at);
                    path.pop();
                }
            }
        }
    }
    Ok(())
}

//! The GA4GH pedigree model as JSON.

use super::{lost_of_couples, lost_of_everybody};
use crate::check::sex;
use crate::fault::{Losses, LostWhat};
use crate::model::{Adoption, Gender, Life, Pedigree, Person, SexAtBirth, Zygosity};
use serde_json::{Map, Value, json};

pub(super) fn write(pedigree: &Pedigree, losses: &mut Losses) -> String {
    let individuals: Vec<Value> = pedigree.persons.iter().map(|person| individual(person, losses)).collect();
    let mut relationships = Vec::new();
    for person in &pedigree.persons {
        for (parent, male) in [(&person.father, true), (&person.mother, false)] {
            let Some(parent) = parent else { continue };
            let term = match (person.adopted, male) {
                (Some(Adoption::In), _) => ("KIN:022", "isAdoptiveParentOf"),
                (_, true) => ("KIN:028", "isBiologicalFatherOf"),
                (_, false) => ("KIN:027", "isBiologicalMotherOf"),
            };
            relationships.push(relation(parent, term, &person.id));
        }
    }
    for couple in &pedigree.couples {
        let term = match couple.related {
            true => ("KIN:030", "isConsanguineousPartnerOf"),
            false => ("KIN:026", "isPartnerOf"),
        };
        relationships.push(relation(&couple.partners.0, term, &couple.partners.1));
    }
    for twins in &pedigree.twins {
        let term = match twins.zygosity {
            Zygosity::Monozygotic => ("KIN:010", "isMonozygoticTwinOf"),
            Zygosity::Dizygotic => ("KIN:011", "isPolyzygoticTwinOf"),
            Zygosity::Unknown => ("KIN:009", "isTwinOf"),
        };
        let Some((first, others)) = twins.members.split_first() else { continue };
        relationships.extend(others.iter().map(|other| relation(first, term, other)));
    }
    lost_of_couples(pedigree, losses, true);
    losses.note_if(!pedigree.remarks.is_empty(), LostWhat::Remark, "");
    let mut document = Map::new();
    let mut one = |name: &str, is: fn(&Person) -> bool, lost: LostWhat| {
        let mut all = pedigree.persons.iter().filter(|person| is(person));
        if let Some(first) = all.next() {
            document.insert(name.to_owned(), json!(first.id));
        }
        all.for_each(|person| losses.note(lost, &person.id));
    };
    one("proband", |person| person.proband, LostWhat::Proband);
    one("consultand", |person| person.consultand, LostWhat::Consultand);
    document.insert("individuals".to_owned(), json!(individuals));
    document.insert("relationships".to_owned(), json!(relationships));
    serde_json::to_string_pretty(&Value::Object(document)).unwrap_or_default() + "\n"
}

fn relation(individual: &str, (id, label): (&str, &str), relative: &str) -> Value {
    json!({ "individual": individual, "relation": { "id": id, "label": label }, "relative": relative })
}

fn individual(person: &Person, losses: &mut Losses) -> Value {
    let id = &person.id;
    lost_of_everybody(person, losses);
    losses.note_if(person.adopted == Some(Adoption::Out), LostWhat::Adoption, id);
    losses.note_if(!person.cancers.is_empty(), LostWhat::Cancer, id);
    losses.note_if(!person.tests.is_empty(), LostWhat::Test, id);
    losses.note_if(!person.markers.is_empty(), LostWhat::Marker, id);
    losses.note_if(person.ashkenazi.is_some(), LostWhat::Ashkenazi, id);
    losses.note_if(person.family.is_some(), LostWhat::Family, id);
    let mut fields = Map::new();
    let mut put = |name: &str, value: Value| drop(fields.insert(name.to_owned(), value));
    put("id", json!(id));
    let sex = match sex(person) {
        Some(SexAtBirth::Male) => json!({ "id": "KIN:996", "label": "Male" }),
        Some(SexAtBirth::Female) => json!({ "id": "KIN:995", "label": "Female" }),
        Some(SexAtBirth::Undetermined) => json!("other"),
        None => json!("unknown"),
    };
    put("sex", sex);
    match (person.gender, person.sex_at_birth.is_some()) {
        (Gender::Man, true) => put("gender", json!({ "id": "KIN:994", "label": "Man" })),
        (Gender::Woman, true) => put("gender", json!({ "id": "KIN:993", "label": "Woman" })),
        (Gender::Unknown, true) => put("gender", json!("unknown")),
        (Gender::Other, _) => put("gender", json!("non-binary")),
        _ => {}
    }
    if let Some(name) = &person.name {
        put("name", json!(name));
    }
    if let Some(born) = person.born {
        put("dateOfBirth", json!(born.to_string()));
    }
    if let Some(age) = person.age {
        put("age", json!(format!("P{age}Y")));
    }
    match person.life {
        Life::Alive => {}
        Life::Dead => put("deceased", json!(true)),
        Life::Stillborn => put("lifeStatus", json!("stillborn")),
        Life::Pregnancy => put("lifeStatus", json!("unborn")),
        Life::Loss => put("lifeStatus", json!("miscarriage")),
        Life::Termination => put("lifeStatus", json!("aborted")),
    }
    if let Some(affected) = person.affected {
        put("affected", json!(affected));
    }
    Value::Object(fields)
}

//! PED with its six columns.

use super::{cell, lost_of_couples, lost_of_everybody};
use crate::check::sex;
use crate::fault::{Losses, LostWhat};
use crate::model::{Gender, Life, Pedigree, Person, SexAtBirth};
use std::fmt::Write;

pub(super) fn write(pedigree: &Pedigree, losses: &mut Losses) -> String {
    let mut text = String::from("#family\tindividual\tfather\tmother\tsex\taffected\n");
    for person in &pedigree.persons {
        lost(person, losses);
        // Ids that two families shared were written with the family before them.
        let family = person.family.as_deref().unwrap_or("FAM1");
        let id = |id: Option<&String>| id.map_or_else(|| "0".to_owned(), |id| cell(id));
        let sex = match sex(person) {
            Some(SexAtBirth::Male) => 1,
            Some(SexAtBirth::Female) => 2,
            Some(SexAtBirth::Undetermined) | None => 0,
        };
        let affected = match person.affected.or((!person.cancers.is_empty()).then_some(true)) {
            Some(true) => 2,
            Some(false) => 1,
            None => 0,
        };
        let (father, mother) = (id(person.father.as_ref()), id(person.mother.as_ref()));
        // Writing to a string cannot fail.
        let _ =
            writeln!(text, "{}\t{}\t{father}\t{mother}\t{sex}\t{affected}", cell(family), cell(&person.id));
    }
    lost_of_couples(pedigree, losses, false);
    for twins in &pedigree.twins {
        twins.members.iter().for_each(|member| losses.note(LostWhat::Twins, member));
    }
    losses.note_if(!pedigree.remarks.is_empty(), LostWhat::Remark, "");
    text
}

fn lost(person: &Person, losses: &mut Losses) {
    let id = &person.id;
    lost_of_everybody(person, losses);
    losses.note_if(person.name.is_some(), LostWhat::Name, id);
    losses.note_if(person.sex_at_birth.is_some() || person.gender == Gender::Other, LostWhat::Gender, id);
    losses.note_if(person.life != Life::Alive, LostWhat::Life, id);
    losses.note_if(person.life.is_pregnancy(), LostWhat::Pregnancy, id);
    losses.note_if(person.age.is_some(), LostWhat::Age, id);
    losses.note_if(person.born.is_some(), LostWhat::Born, id);
    losses.note_if(person.adopted.is_some(), LostWhat::Adoption, id);
    losses.note_if(!person.cancers.is_empty(), LostWhat::Cancer, id);
    losses.note_if(!person.tests.is_empty(), LostWhat::Test, id);
    losses.note_if(!person.markers.is_empty(), LostWhat::Marker, id);
    losses.note_if(person.ashkenazi.is_some(), LostWhat::Ashkenazi, id);
    losses.note_if(person.proband, LostWhat::Proband, id);
    losses.note_if(person.consultand, LostWhat::Consultand, id);
    losses.note_if(cell(id) != *id, LostWhat::Id, id);
}

//! Files for other programs. What a format cannot carry is told, with the persons whose it is.

mod canrisk;
mod ga4gh;
mod ped;

use crate::fault::{Losses, Lost, LostWhat};
use crate::model::{Life, Pedigree, Person};
use crate::read::Format;

/// Writes a pedigree.
pub fn write(pedigree: &Pedigree, format: Format) -> (String, Vec<Lost>) {
    let mut losses = Losses::default();
    let text = match format {
        Format::Ped => ped::write(pedigree, &mut losses),
        Format::Canrisk => canrisk::write(pedigree, &mut losses),
        Format::Ga4gh => ga4gh::write(pedigree, &mut losses),
        Format::Json => serde_json::to_string_pretty(pedigree).unwrap_or_default() + "\n",
    };
    (text, losses.done())
}

/// What no format but our own carries of a person.
fn lost_of_everybody(person: &Person, losses: &mut Losses) {
    let id = &person.id;
    losses.note_if(person.weeks.is_some(), LostWhat::Weeks, id);
    losses.note_if(person.several.is_some(), LostWhat::Several, id);
    losses.note_if(person.died.is_some(), LostWhat::Died, id);
    losses.note_if(person.carrier, LostWhat::Carrier, id);
    losses.note_if(person.note.is_some(), LostWhat::Note, id);
}

/// What no format but our own carries of couples: of those with children nothing is lost by leaving the couple out.
fn lost_of_couples(pedigree: &Pedigree, losses: &mut Losses, with_couples: bool) {
    for couple in &pedigree.couples {
        let one = &couple.partners.0;
        let parents = |person: &Person| {
            let both = [person.father.as_deref(), person.mother.as_deref()];
            both.contains(&Some(couple.partners.0.as_str()))
                && both.contains(&Some(couple.partners.1.as_str()))
        };
        let without = !pedigree.persons.iter().any(parents);
        losses.note_if(couple.parted, LostWhat::Parted, one);
        losses.note_if(couple.childless.is_some() || (without && !with_couples), LostWhat::Childless, one);
        losses.note_if(couple.related && !with_couples, LostWhat::Related, one);
    }
}

/// Whether somebody's life is told in a way that no mark for "dead" tells.
fn is_told_life(life: Life) -> bool {
    !matches!(life, Life::Alive | Life::Dead)
}

/// A cell of a format with columns: no blank, no tab.
fn cell(text: &str) -> String {
    let plain: String =
        text.chars().map(|letter| if letter.is_whitespace() { '_' } else { letter }).collect();
    if plain.is_empty() { "_".to_owned() } else { plain }
}

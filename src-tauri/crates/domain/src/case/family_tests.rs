//! Edits of a family history by hand.

use super::tests::{f, happen, received, variant};
use crate::case::event::family::{FamilyEditUndone, FamilyHistoryEdited, FamilyHistoryRecorded};
use crate::family::{FamilyEdit, FamilyHistory};
use crate::finding::Origin;
use crate::ids::Sha256Hex;
use crate::refusal::Refusal;

fn history(persons: u32) -> FamilyHistory {
    FamilyHistory {
        document: format!("{persons}"),
        persons,
        format: "entered".to_owned(),
        sha256: Sha256Hex::parse(&"0".repeat(64)).unwrap(),
    }
}

fn edited(edit: FamilyEdit, persons: u32) -> crate::event::CaseEvent {
    FamilyHistoryEdited { edit, history: history(persons) }.into()
}

#[test]
fn one_edit_is_taken_back_and_no_file() {
    let mut case = received(vec![variant("BRCA2", "p.R2318*", Origin::Unknown, None)]);
    assert!(case.finding(f(1)).is_some());
    let undo = || crate::event::CaseEvent::from(FamilyEditUndone {});
    let persons = |case: &super::Case| case.family.as_ref().map(|kept| kept.history.persons);
    assert_eq!(happen(&mut case, edited(FamilyEdit::Changed, 1)), Err(Refusal::NoFamilyHistory));
    assert_eq!(happen(&mut case, undo()), Err(Refusal::NoFamilyEdit));
    happen(&mut case, edited(FamilyEdit::Added, 1)).unwrap();
    happen(&mut case, edited(FamilyEdit::Added, 2)).unwrap();
    happen(&mut case, edited(FamilyEdit::Added, 3)).unwrap();
    happen(&mut case, undo()).unwrap();
    assert_eq!(persons(&case), Some(2));
    assert_eq!(happen(&mut case, undo()), Err(Refusal::NoFamilyEdit), "one edit, not a chain");
    happen(&mut case, FamilyHistoryRecorded { history: history(9) }.into()).unwrap();
    assert_eq!(
        happen(&mut case, undo()),
        Err(Refusal::NoFamilyEdit),
        "a file that came in is no edit by hand"
    );
    happen(&mut case, edited(FamilyEdit::Removed, 8)).unwrap();
    happen(&mut case, undo()).unwrap();
    assert_eq!(persons(&case), Some(9));
}

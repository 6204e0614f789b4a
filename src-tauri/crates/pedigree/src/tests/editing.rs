//! Families told person by person.

use super::family;
use crate::edit::{Particulars, Refused, Relation, Tie};
use crate::model::{Cancer, Gender, Life, Pedigree, Zygosity};

fn woman() -> Particulars {
    Particulars { gender: Gender::Woman, ..Particulars::default() }
}

fn man() -> Particulars {
    Particulars { gender: Gender::Man, ..Particulars::default() }
}

fn tie(relation: Relation, to: &str) -> Tie<'_> {
    Tie { relation, to, with: None, twin: None }
}

fn parents<'p>(pedigree: &'p Pedigree, id: &str) -> (Option<&'p str>, Option<&'p str>) {
    let person = pedigree.person(id).unwrap();
    (person.father.as_deref(), person.mother.as_deref())
}

#[test]
fn a_family_is_told_from_the_proband_on() {
    let (family, me) = Pedigree::default().with_relative(None, &woman()).unwrap();
    assert!(family.person(&me).unwrap().proband);
    let (family, mother) = family.with_relative(Some(tie(Relation::Parent, &me)), &woman()).unwrap();
    let (family, father) = family.with_relative(Some(tie(Relation::Parent, &me)), &man()).unwrap();
    assert_eq!(parents(&family, &me), (Some(father.as_str()), Some(mother.as_str())));
    let (family, sister) = family.with_relative(Some(tie(Relation::Sibling, &me)), &woman()).unwrap();
    assert_eq!(parents(&family, &sister), parents(&family, &me));
    let (family, partner) = family.with_relative(Some(tie(Relation::Partner, &me)), &man()).unwrap();
    let child = Tie { with: Some(&partner), ..tie(Relation::Child, &me) };
    let (family, child) = family.with_relative(Some(child), &Particulars::default()).unwrap();
    assert_eq!(parents(&family, &child), (Some(partner.as_str()), Some(me.as_str())));
    let ids: std::collections::BTreeSet<_> = family.persons.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids.len(), 6, "an id is nobody else's");
    assert_eq!(family.persons.iter().filter(|one| one.proband).count(), 1);
}

#[test]
fn a_parent_takes_the_place_of_their_sex_and_no_other() {
    let start = family("m1 w2 w3:m1,w2 w4:m1,-");
    let refused =
        |to: &str, told: &Particulars| start.with_relative(Some(tie(Relation::Parent, to)), told).err();
    assert_eq!(refused("w3", &man()), Some(Refused::BothParents("w3".to_owned())));
    assert_eq!(refused("w4", &man()), Some(Refused::ParentThere("w4".to_owned())));
    let unknown = Particulars::default();
    let (with, id) = start.with_relative(Some(tie(Relation::Parent, "w4")), &unknown).unwrap();
    assert_eq!(parents(&with, "w4"), (Some("m1"), Some(id.as_str())), "the place that is free");
    assert_eq!(refused("x", &man()), Some(Refused::Nobody("x".to_owned())));
}

#[test]
fn a_sibling_shares_both_parents_and_draws_those_who_are_missing() {
    let start = family("m1 w2:m1,-");
    let (with, brother) = start.with_relative(Some(tie(Relation::Sibling, "w2")), &man()).unwrap();
    assert_eq!(with.persons.len(), 4, "the mother of both as well");
    assert_eq!(parents(&with, &brother), parents(&with, "w2"));
    let mother = with.person(parents(&with, "w2").1.unwrap()).unwrap();
    assert_eq!((mother.gender, mother.life, mother.age), (Gender::Woman, Life::Alive, None));
}

#[test]
fn twins_are_joined_and_a_third_of_another_egg_leaves_the_sign_open() {
    let start = family("m1 w2 w3:m1,w2");
    let twin = |zygosity| Tie { twin: Some(zygosity), ..tie(Relation::Sibling, "w3") };
    let (two, other) = start.with_relative(Some(twin(Zygosity::Monozygotic)), &woman()).unwrap();
    assert_eq!(two.twins.len(), 1);
    assert_eq!(two.twins[0].members, ["w3".to_owned(), other]);
    let (three, _) = two.with_relative(Some(twin(Zygosity::Dizygotic)), &man()).unwrap();
    assert_eq!((three.twins[0].members.len(), three.twins[0].zygosity), (3, Zygosity::Unknown));
}

#[test]
fn a_child_of_one_parent_is_no_child_of_a_partner_nobody_named() {
    let (with, child) = family("m1 w2").with_relative(Some(tie(Relation::Child, "w2")), &man()).unwrap();
    assert_eq!(parents(&with, &child), (None, Some("w2")));
    let same = Tie { with: Some("w2"), ..tie(Relation::Child, "w2") };
    assert_eq!(family("w2").with_relative(Some(same), &man()).err(), Some(Refused::SameParent));
    let unknown = Tie { with: Some("m1"), ..tie(Relation::Child, "d2") };
    let (with, child) = family("m1 d2").with_relative(Some(unknown), &man()).unwrap();
    assert_eq!(parents(&with, &child), (Some("m1"), Some("d2")), "whose sex is told keeps their place");
    let two_mothers = Tie { with: Some("w1"), ..tie(Relation::Child, "w2") };
    let refused = family("w1 w2").with_relative(Some(two_mothers), &man()).err();
    assert!(matches!(refused, Some(Refused::ParentThere(_))), "{refused:?}");
}

#[test]
fn nobody_stands_alone_but_the_first() {
    assert_eq!(family("w1").with_relative(None, &man()).err(), Some(Refused::Tie));
    let early = Pedigree::default().with_relative(Some(tie(Relation::Child, "1")), &man()).err();
    assert_eq!(early, Some(Refused::Tie));
}

#[test]
fn particulars_are_told_otherwise_and_what_a_file_told_besides_stays() {
    let mut start = family("m1 w2 w3:m1,w2");
    start.persons[2].name = Some("花子".to_owned());
    start.persons[2].markers.insert("ER".to_owned(), true);
    let cancer = Cancer { site: "breast".to_owned(), age: Some(41) };
    let told = Particulars { age: Some(50), cancers: vec![cancer], ..woman() };
    let after = start.with_particulars("w3", &told).unwrap();
    let person = after.person("w3").unwrap();
    assert_eq!(Particulars::of(person), told);
    assert_eq!((person.name.as_deref(), person.markers.get("ER")), (Some("花子"), Some(&true)));
    assert_eq!(parents(&after, "w3"), (Some("m1"), Some("w2")));
    let too_old = Particulars { age: Some(131), ..woman() };
    assert!(matches!(start.with_particulars("w3", &too_old), Err(Refused::Impossible(_))));
    let a_mother_as_man = start.with_particulars("w2", &man());
    assert!(matches!(a_mother_as_man, Err(Refused::Impossible(_))), "{a_mother_as_man:?}");
}

#[test]
fn who_joins_others_is_not_taken_out() {
    let mut start = family("m1 w2 w3:m1,w2 m4:m1,w2 m5 w6:m5,w3");
    start.persons[5].proband = true;
    assert_eq!(start.without("w6").err(), Some(Refused::Proband));
    assert_eq!(start.without("w3").err(), Some(Refused::Between("w3".to_owned())));
    let without = start.without("m4").unwrap();
    assert!(without.person("m4").is_none());
    let of_one = start.without("m1").unwrap();
    assert_eq!(parents(&of_one, "w3"), (None, Some("w2")), "the mother joins them still");
    assert_eq!(of_one.without("w2").err(), Some(Refused::Between("w2".to_owned())));
    assert_eq!(start.without("nobody").err(), Some(Refused::Nobody("nobody".to_owned())));
}

#[test]
fn a_twin_who_is_taken_out_leaves_no_twin_behind() {
    let start = family("m1 w2 w3:m1,w2");
    let twin = Tie { twin: Some(Zygosity::Unknown), ..tie(Relation::Sibling, "w3") };
    let (two, other) = start.with_relative(Some(twin), &woman()).unwrap();
    assert!(two.without(&other).unwrap().twins.is_empty());
}

//! What other programs stumble over.

use super::{Plain, family, person};
use crate::check::check;
use crate::fault::Fault;
use crate::model::{
    Adoption, Cancer, Childless, Couple, Gender, GeneTest, Life, Pedigree, ResultFrom, Several, SexAtBirth,
    TestResult, Twins, Zygosity,
};
use crate::svg::draw;

/// A family with everything that can be told.
pub(crate) fn everything() -> Pedigree {
    let mut pedigree = family(
        "m1 w2 m3 w4 m5:m1,w2 w6:m1,w2 w7:m3,w4 w8:m3,w4 m9:m3,w4 d10:m5,w7 w11:m5,w7 m12:m5,w7 d13:m5,w7 d14:m5,w7 d15:m5,w7 \
         d16:m5,w7 m17 w18 m19",
    );
    let edit = |pedigree: &mut Pedigree, id: &str, with: &dyn Fn(&mut crate::model::Person)| {
        pedigree.persons.iter_mut().filter(|person| person.id == id).for_each(with);
    };
    edit(&mut pedigree, "m1", &|one| (one.life, one.age, one.died) = (Life::Dead, Some(71), Some(1999)));
    edit(&mut pedigree, "w2", &|one| {
        (one.life, one.age) = (Life::Dead, Some(48));
        one.cancers = vec![
            Cancer { site: "卵巣癌".into(), age: Some(45) },
            Cancer { site: "乳癌".into(), age: Some(41) },
        ];
    });
    edit(&mut pedigree, "w6", &|one| {
        one.cancers = vec![Cancer { site: "乳癌".into(), age: Some(39) }];
        one.tests = vec![
            GeneTest {
                gene: "BRCA1".into(),
                result: TestResult::Positive,
                variant: Some("c.188T>A".into()),
                from: Some(ResultFrom::Document),
                whole_gene: Some(true),
            },
            GeneTest {
                gene: "BRCA2".into(),
                result: TestResult::Negative,
                variant: None,
                from: Some(ResultFrom::Family),
                whole_gene: None,
            },
        ];
        one.proband = true;
        one.name = Some("円卓 <b>花子</b>".into());
        (one.age, one.born) = (Some(52), Some(1974));
    });
    edit(&mut pedigree, "m5", &|one| one.carrier = true);
    edit(&mut pedigree, "w8", &|one| (one.sex_at_birth, one.consultand) = (Some(SexAtBirth::Male), true));
    edit(&mut pedigree, "m9", &|one| one.adopted = Some(Adoption::Out));
    edit(&mut pedigree, "d10", &|one| (one.life, one.weeks) = (Life::Pregnancy, Some(20)));
    edit(&mut pedigree, "d13", &|one| one.several = Some(Several::Number(3)));
    edit(&mut pedigree, "d14", &|one| one.life = Life::Loss);
    edit(&mut pedigree, "d15", &|one| one.life = Life::Termination);
    edit(&mut pedigree, "d16", &|one| (one.several, one.gender) = (Some(Several::Unknown), Gender::Other));
    edit(&mut pedigree, "m12", &|one| one.adopted = Some(Adoption::In));
    pedigree.twins = vec![Twins { zygosity: Zygosity::Unknown, members: vec!["w11".into(), "m12".into()] }];
    let couple = |one: &str, other: &str| Couple {
        partners: (one.into(), other.into()),
        related: false,
        parted: false,
        childless: None,
    };
    pedigree.couples = vec![
        Couple { related: true, ..couple("m5", "w7") },
        Couple { parted: true, childless: Some(Childless::Told), ..couple("m17", "w6") },
        Couple { childless: Some(Childless::Infertility), ..couple("m9", "w18") },
    ];
    pedigree
}

fn fault(pedigree: &Pedigree) -> Fault {
    check(pedigree).unwrap_err()
}

#[test]
fn twenty_children_stand_side_by_side_with_whole_labels() {
    let children: Vec<String> = (3..23).map(|at| format!("m{at}:m1,w2")).collect();
    let pedigree = family(&format!("m1 w2 {}", children.join(" ")));
    let svg = draw(&pedigree, &Plain);
    assert!((3..23).all(|at| svg.contains(&format!(">m{at}<"))), "each has a label");
}

#[test]
fn relation_by_blood_is_told_or_follows_from_ancestors() {
    let cousins = family("m1 w2 m3:m1,w2 w4:m1,w2 w5 m6 m7:m3,w5 w8:m6,w4 m9:m7,w8");
    assert!(draw(&cousins, &Plain).contains("Related"), "their grandparents are in the file");
    let mut told = family("m1 w2 m3:m1,w2");
    assert!(!draw(&told, &Plain).contains("Related"));
    let partners = ("w2".to_owned(), "m1".to_owned());
    told.couples = vec![Couple { partners, related: true, parted: false, childless: None }];
    assert!(draw(&told, &Plain).contains("Related"), "nobody's ancestors are in the file");
}

#[test]
fn uncle_and_niece_are_drawn_and_so_are_a_father_and_his_daughter() {
    for text in [
        "m1 w2 m3:m1,w2 m4:m1,w2 w5 w6:m4,w5 m7:m3,w6",
        "m1 w2 w3:m1,w2 m4:m1,w3",
        "m1 w2 w3:m1,w2 w4:m1,w3 m5:m1,w4 m6:m5,w2",
    ] {
        let pedigree = family(text);
        check(&pedigree).unwrap();
        let svg = draw(&pedigree, &Plain);
        assert!(!svg.contains("NaN") && svg.contains("Related"), "{text}");
    }
}

#[test]
fn circles_and_broken_parents_are_refused_with_who_they_are() {
    let circle = fault(&family("m1:m3,- m2:m1,- m3:m2,-"));
    let Fault::Circle { persons } = &circle else { panic!("{circle}") };
    assert_eq!(persons.len(), 3, "{circle}");
    assert!(matches!(fault(&family("m1:m1,-")), Fault::Circle { .. }), "somebody's own father");
    assert!(matches!(fault(&family("m1:m9,-")), Fault::NoPerson { id, .. } if id == "m9"));
    assert!(matches!(fault(&family("m1 m1")), Fault::IdTwice { .. }));
    assert!(matches!(fault(&family("w1 m2:w1,-")), Fault::ParentSex { told: "father", .. }));
    assert!(matches!(fault(&family("m1 m2:-,m1")), Fault::ParentSex { told: "mother", .. }));
    assert!(matches!(fault(&family("d1 m2:d1,d1")), Fault::SameTwice { .. }));
    assert!(matches!(fault(&Pedigree::default()), Fault::Empty));
}

#[test]
fn twins_must_have_the_same_parents_and_be_there() {
    let mut pedigree = family("m1 w2 m3:m1,w2 m4");
    let twins = |one: &str, other: &str| {
        vec![Twins { zygosity: Zygosity::Dizygotic, members: vec![one.into(), other.into()] }]
    };
    pedigree.twins = twins("m3", "m4");
    assert!(matches!(fault(&pedigree), Fault::TwinParents { .. }));
    pedigree.twins = twins("m3", "m9");
    assert!(matches!(fault(&pedigree), Fault::NoPerson { .. }));
}

#[test]
fn a_long_line_of_descent_is_drawn_and_does_not_overflow() {
    let mut pedigree = family("m0");
    for at in 1..3_000 {
        let father = format!("m{}", at - 1);
        pedigree.persons.push(person(&format!("m{at}"), Gender::Man, Some(&father), None));
    }
    check(&pedigree).unwrap();
    assert!(draw(&pedigree, &Plain).len() > 100_000);
}

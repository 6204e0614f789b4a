//! A family history told person by person. What is possible is `entaku-pedigree`'s; here are the form, its words, and the document
//! that is kept.

use super::pedigree::{Words, said};
use crate::convert::{code_of, label, moment, optional_text, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::view::{
    FamilyTreeView, LabelView, RelativeCancer, RelativeChoice, RelativeChoices, RelativeForm, RelativeTest,
    RelativeTie, RelativeView,
};
use entaku_domain::family::{FamilyEdit, FamilyHistory};
use entaku_domain::ids::{CaseId, Sha256Hex};
use entaku_pedigree::Pedigree;
use entaku_pedigree::edit::{Particulars, Refused, Relation, Tie};
use entaku_pedigree::model::{
    Adoption, Cancer, Gender, GeneTest, Life, OLDEST, ResultFrom, SexAtBirth, TestResult, Zygosity,
};
use entaku_store::sha256_hex;
use entaku_words::Word;
use entaku_words::answers::relative;
use entaku_words::errors;
use serde::Serialize;

/// Where a family history comes from that was told by hand.
const ENTERED: &str = "entered";
/// Years that are written with four digits.
const YEARS: std::ops::RangeInclusive<u16> = 1000..=9999;

/// What a case holds; nobody, where nothing is recorded.
pub(crate) fn of_case(desk: &mut Desk, id: &CaseId) -> Outcome<Pedigree> {
    match &desk.case(id)?.family {
        Some(kept) => Ok(serde_json::from_str(&kept.history.document)?),
        None => Ok(Pedigree::default()),
    }
}

/// As it is kept.
pub(crate) fn history(pedigree: &Pedigree) -> Outcome<FamilyHistory> {
    let document = serde_json::to_string(pedigree)?;
    Ok(FamilyHistory {
        sha256: Sha256Hex::parse(&sha256_hex(document.as_bytes())).map_err(internal)?,
        document,
        persons: u32::try_from(pedigree.persons.len()).unwrap_or(u32::MAX),
        format: ENTERED.to_owned(),
    })
}

/// What the form tells.
pub(crate) fn particulars(form: RelativeForm) -> Outcome<Particulars> {
    let cancer = |told: &RelativeCancer| {
        Ok(Cancer { site: text("cancers", &told.site)?.to_string(), age: age("cancers", told.age)? })
    };
    let test = |told: &RelativeTest| {
        Ok(GeneTest {
            gene: text("tests", &told.gene)?.to_string(),
            result: told.result,
            variant: optional_text("tests", told.variant.as_deref())?.map(|variant| variant.to_string()),
            from: told.from,
            whole_gene: told.whole_gene,
        })
    };
    Ok(Particulars {
        gender: form.gender,
        sex_at_birth: form.sex_at_birth,
        life: form.life.unwrap_or_default(),
        age: age("age", form.age)?,
        born: year("born", form.born)?,
        died: year("died", form.died)?,
        adopted: form.adopted,
        affected: form.affected,
        carrier: form.carrier.unwrap_or_default(),
        cancers: form.cancers.unwrap_or_default().iter().map(cancer).collect::<Outcome<_>>()?,
        tests: form.tests.unwrap_or_default().iter().map(test).collect::<Outcome<_>>()?,
        consultand: form.consultand.unwrap_or_default(),
        note: optional_text("note", form.note.as_deref())?.map(|note| note.to_string()),
    })
}

fn age(field: &str, years: Option<u32>) -> Outcome<Option<u8>> {
    let fits = |years: u32| u8::try_from(years).ok().filter(|years| *years <= OLDEST);
    let wrong = |years: u32| Problem::at(field, errors::relative::age(years.to_string(), u32::from(OLDEST)));
    years.map(|years| fits(years).ok_or_else(|| wrong(years))).transpose()
}

fn year(field: &str, year: Option<u32>) -> Outcome<Option<u16>> {
    let fits = |year: u32| u16::try_from(year).ok().filter(|year| YEARS.contains(year));
    let wrong = |year: u32| Problem::at(field, errors::relative::year(year.to_string()));
    year.map(|year| fits(year).ok_or_else(|| wrong(year))).transpose()
}

/// To whom somebody new is related. What does not go with the relation is refused, not passed over.
pub(crate) fn tie(told: &RelativeTie) -> Outcome<Tie<'_>> {
    let with = told.with.as_deref().map(str::trim).filter(|with| !with.is_empty());
    if with.is_some() && told.relation != Relation::Child {
        return Err(Problem::at("tie", errors::relative::OTHER_PARENT_ELSEWHERE));
    }
    if told.twin.is_some() && told.relation != Relation::Sibling {
        return Err(Problem::at("tie", errors::relative::TWIN_ELSEWHERE));
    }
    Ok(Tie { relation: told.relation, to: told.of.trim(), with, twin: told.twin })
}

/// Why an edit is refused.
pub(crate) fn problem(refused: &Refused) -> Problem {
    match refused {
        Refused::Nobody(id) => Problem::at("id", errors::relative::nobody(id)),
        Refused::Tie => Problem::at("tie", errors::relative::TIE),
        Refused::BothParents(id) => Problem::at("tie", errors::relative::both_parents(id)),
        Refused::ParentThere(id) => Problem::at("tie", errors::relative::parent_there(id)),
        Refused::SameParent => Problem::at("tie", errors::relative::SAME_PARENT),
        Refused::Proband => Problem::at("id", errors::relative::PROBAND),
        Refused::Between(id) => Problem::at("id", errors::relative::between(id)),
        Refused::Impossible(fault) => Problem::at("told", errors::relative::impossible(said(fault))),
    }
}

/// As it is shown.
pub(crate) fn tree(desk: &mut Desk, id: &CaseId) -> Outcome<FamilyTreeView> {
    let pedigree = of_case(desk, id)?;
    let words = Words(desk.language());
    let kept = desk.case(id)?.family.clone();
    let relatives = pedigree.persons.iter().map(|person| {
        let told = Particulars::of(person);
        RelativeView {
            id: person.id.clone(),
            shown: entaku_pedigree::svg::label(person, &words).join(" "),
            father: person.father.clone(),
            mother: person.mother.clone(),
            proband: person.proband,
            told: form(told),
        }
    });
    Ok(FamilyTreeView {
        relatives: relatives.collect(),
        drawing: (!pedigree.persons.is_empty()).then(|| entaku_pedigree::svg::draw(&pedigree, &words)),
        undo: kept.as_ref().and_then(|kept| kept.edited.as_ref()).map(|last| edit_label(last.edit)),
        by: kept.as_ref().map(|kept| kept.by.by.name.to_string()),
        at: kept.as_ref().map(|kept| moment(kept.by.at)),
        choices: choices(),
    })
}

fn form(told: Particulars) -> RelativeForm {
    RelativeForm {
        gender: told.gender,
        sex_at_birth: told.sex_at_birth,
        life: Some(told.life),
        age: told.age.map(u32::from),
        born: told.born.map(u32::from),
        died: told.died.map(u32::from),
        adopted: told.adopted,
        affected: told.affected,
        carrier: Some(told.carrier),
        cancers: Some(
            told.cancers
                .into_iter()
                .map(|one| RelativeCancer { site: one.site, age: one.age.map(u32::from) })
                .collect(),
        ),
        tests: Some(
            told.tests
                .into_iter()
                .map(|one| RelativeTest {
                    gene: one.gene,
                    result: one.result,
                    variant: one.variant,
                    from: one.from,
                    whole_gene: one.whole_gene,
                })
                .collect(),
        ),
        consultand: Some(told.consultand),
        note: told.note,
    }
}

fn edit_label(edit: FamilyEdit) -> LabelView {
    let word = match edit {
        FamilyEdit::Added => relative::ADDED,
        FamilyEdit::Changed => relative::CHANGED,
        FamilyEdit::Removed => relative::REMOVED,
    };
    label(&word.to_label())
}

fn choices() -> RelativeChoices {
    fn all<T: Serialize>(all: &[(T, Word)]) -> Vec<RelativeChoice> {
        let one =
            |(code, word): &(T, Word)| RelativeChoice { code: code_of(code), label: label(&word.to_label()) };
        all.iter().map(one).collect()
    }
    RelativeChoices {
        relations: all(&[
            (Relation::Parent, relative::PARENT),
            (Relation::Sibling, relative::SIBLING),
            (Relation::Partner, relative::PARTNER),
            (Relation::Child, relative::CHILD),
        ]),
        genders: all(&[
            (Gender::Woman, relative::WOMAN),
            (Gender::Man, relative::MAN),
            (Gender::Other, relative::OTHER_GENDER),
            (Gender::Unknown, relative::GENDER_UNKNOWN),
        ]),
        sexes: all(&[
            (SexAtBirth::Female, relative::FEMALE),
            (SexAtBirth::Male, relative::MALE),
            (SexAtBirth::Undetermined, relative::UNDETERMINED),
        ]),
        lives: all(&[
            (Life::Alive, relative::ALIVE),
            (Life::Dead, relative::DEAD),
            (Life::Stillborn, relative::STILLBORN),
            (Life::Pregnancy, relative::PREGNANCY),
            (Life::Loss, relative::LOSS),
            (Life::Termination, relative::TERMINATION),
        ]),
        adoptions: all(&[(Adoption::In, relative::ADOPTED_IN), (Adoption::Out, relative::ADOPTED_OUT)]),
        twins: all(&[
            (Zygosity::Monozygotic, relative::MONOZYGOTIC),
            (Zygosity::Dizygotic, relative::DIZYGOTIC),
            (Zygosity::Unknown, relative::ZYGOSITY_UNKNOWN),
        ]),
        results: all(&[
            (TestResult::Positive, relative::POSITIVE),
            (TestResult::Negative, relative::NEGATIVE),
            (TestResult::Uncertain, relative::UNCERTAIN),
            (TestResult::Unknown, relative::RESULT_UNKNOWN),
        ]),
        rests_on: all(&[
            (ResultFrom::Family, relative::FROM_FAMILY),
            (ResultFrom::Document, relative::FROM_DOCUMENT),
        ]),
    }
}

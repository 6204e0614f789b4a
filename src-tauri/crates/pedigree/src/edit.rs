//! A pedigree person by person: a relative is told, told otherwise, or taken out. Ids are given here and say nothing of anybody.

use crate::check::{check, sex};
use crate::fault::Fault;
use crate::model::{
    Adoption, Cancer, Couple, Gender, GeneTest, Life, Pedigree, Person, SexAtBirth, Twins, Zygosity,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How somebody new is related to a person who is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Relation {
    /// Father or mother, by sex; whichever is free where that is not told.
    Parent,
    /// Child.
    Child,
    /// Partner, with or without children.
    Partner,
    /// Brother or sister of both parents. Parents who are not there yet are drawn, and nothing is known of them.
    Sibling,
}

/// To whom somebody new is related.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tie<'p> {
    /// How.
    pub relation: Relation,
    /// To whom, by id.
    pub to: &'p str,
    /// The other parent of a child, by id; none where he or she is not told.
    pub with: Option<&'p str>,
    /// Of one birth with the sibling.
    pub twin: Option<Zygosity>,
}

/// What a person tells of a relative at one time. What is left out here and stands in the pedigree from a file (name, markers …)
/// stays as it is.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Particulars {
    /// Gender.
    pub gender: Gender,
    /// Sex at birth.
    pub sex_at_birth: Option<SexAtBirth>,
    /// Whether the person lives.
    pub life: Life,
    /// Age in years: now, or at death.
    pub age: Option<u8>,
    /// Year of birth.
    pub born: Option<u16>,
    /// Year of death.
    pub died: Option<u16>,
    /// Adoption.
    pub adopted: Option<Adoption>,
    /// Whether the person has what the family was looked at for.
    pub affected: Option<bool>,
    /// Whether the person carries without being affected.
    pub carrier: bool,
    /// Cancers.
    pub cancers: Vec<Cancer>,
    /// Tests.
    pub tests: Vec<GeneTest>,
    /// Whether the person seeks advice.
    pub consultand: bool,
    /// Anything else.
    pub note: Option<String>,
}

/// Why an edit is refused. Nothing is changed then.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    /// Nobody has this id.
    #[error("there is nobody with the id '{0}'")]
    Nobody(String),
    /// The first person is nobody's relative yet, and each further one is somebody's.
    #[error("the first person stands alone; each further one is related to somebody")]
    Tie,
    /// Both parents are there.
    #[error("both parents of '{0}' are there already")]
    BothParents(String),
    /// The parent in question is there.
    #[error("this parent of '{0}' is there already")]
    ParentThere(String),
    /// The other parent is the same person.
    #[error("a child's parents are two persons")]
    SameParent,
    /// The proband stays.
    #[error("the proband is not taken out")]
    Proband,
    /// Somebody would be related to nobody.
    #[error("others are related through '{0}' alone")]
    Between(String),
    /// What came of it cannot be.
    #[error(transparent)]
    Impossible(#[from] Fault),
}

impl Pedigree {
    /// With somebody new; told is the id. The first person is the proband.
    ///
    /// # Errors
    /// Where the tie is not possible, or the particulars are not.
    pub fn with_relative(&self, tie: Option<Tie<'_>>, told: &Particulars) -> Result<(Self, String), Refused> {
        if tie.is_none() != self.persons.is_empty() {
            return Err(Refused::Tie);
        }
        let mut next = self.clone();
        next.version = next.version.max(1);
        let id = next.free_id();
        let mut new = Person { id: id.clone(), proband: tie.is_none(), ..Person::default() };
        told.write_to(&mut new);
        let Some(tie) = tie else {
            next.persons.push(new);
            check(&next)?;
            return Ok((next, id));
        };
        // One family stays one.
        new.family = self.known(tie.to)?.family.clone();
        match tie.relation {
            Relation::Parent => {
                next.persons.push(new);
                next.set_parent(tie.to, &id)?;
            }
            Relation::Child => {
                next.persons.push(new);
                let parents = [Some(tie.to), tie.with].into_iter().flatten();
                next.set_parents(&id, parents.collect())?;
            }
            Relation::Partner => {
                next.persons.push(new);
                next.couples.push(Couple {
                    partners: (tie.to.to_owned(), id.clone()),
                    related: false,
                    parted: false,
                    childless: None,
                });
            }
            Relation::Sibling => {
                next.persons.push(new);
                next.draw_parents(tie.to)?;
                let of = next.known(tie.to)?;
                let (father, mother) = (of.father.clone(), of.mother.clone());
                let new = next.person_mut(&id)?;
                (new.father, new.mother) = (father, mother);
                if let Some(zygosity) = tie.twin {
                    next.join_twins(tie.to, &id, zygosity);
                }
            }
        }
        check(&next)?;
        Ok((next, id))
    }

    /// With other particulars of somebody.
    ///
    /// # Errors
    /// Where nobody has the id, or the particulars are not possible.
    pub fn with_particulars(&self, id: &str, told: &Particulars) -> Result<Self, Refused> {
        let mut next = self.clone();
        told.write_to(next.person_mut(id)?);
        check(&next)?;
        Ok(next)
    }

    /// Without somebody.
    ///
    /// # Errors
    /// Where nobody has the id, it is the proband, or others are related to the family through this person alone.
    pub fn without(&self, id: &str) -> Result<Self, Refused> {
        if self.known(id)?.proband {
            return Err(Refused::Proband);
        }
        let mut next = self.clone();
        next.persons.retain(|person| person.id != id);
        for person in &mut next.persons {
            for parent in [&mut person.father, &mut person.mother] {
                if parent.as_deref() == Some(id) {
                    *parent = None;
                }
            }
        }
        next.couples.retain(|couple| couple.partners.0 != id && couple.partners.1 != id);
        for twins in &mut next.twins {
            twins.members.retain(|member| member != id);
        }
        next.twins.retain(|twins| twins.members.len() > 1);
        if next.parts() > self.parts() {
            return Err(Refused::Between(id.to_owned()));
        }
        check(&next)?;
        Ok(next)
    }

    fn known(&self, id: &str) -> Result<&Person, Refused> {
        self.person(id).ok_or_else(|| Refused::Nobody(id.to_owned()))
    }

    fn person_mut(&mut self, id: &str) -> Result<&mut Person, Refused> {
        let found = self.persons.iter_mut().find(|person| person.id == id);
        found.ok_or_else(|| Refused::Nobody(id.to_owned()))
    }

    /// The next number that nobody has.
    fn free_id(&self) -> String {
        let taken: BTreeSet<&str> = self.persons.iter().map(|person| person.id.as_str()).collect();
        let mut number = self.persons.len();
        loop {
            number += 1;
            let id = number.to_string();
            if !taken.contains(id.as_str()) {
                return id;
            }
        }
    }

    /// Makes one person a parent of another.
    fn set_parent(&mut self, child: &str, parent: &str) -> Result<(), Refused> {
        let parent_sex = sex(self.known(parent)?);
        let of = self.person_mut(child)?;
        if of.father.is_some() && of.mother.is_some() {
            return Err(Refused::BothParents(child.to_owned()));
        }
        let place = match parent_sex {
            Some(SexAtBirth::Male) => &mut of.father,
            Some(SexAtBirth::Female) => &mut of.mother,
            _ if of.father.is_none() => &mut of.father,
            _ => &mut of.mother,
        };
        if place.is_some() {
            return Err(Refused::ParentThere(child.to_owned()));
        }
        *place = Some(parent.to_owned());
        Ok(())
    }

    /// Sets the parents of a new child, those of known sex first, so that the others take the place that is left.
    fn set_parents(&mut self, child: &str, mut parents: Vec<&str>) -> Result<(), Refused> {
        if let [one, other] = parents.as_slice()
            && one == other
        {
            return Err(Refused::SameParent);
        }
        let is_told = |sex: Option<SexAtBirth>| matches!(sex, Some(SexAtBirth::Male | SexAtBirth::Female));
        let mut told = Vec::new();
        for parent in &parents {
            told.push((*parent, is_told(sex(self.known(parent)?))));
        }
        parents.sort_by_key(|parent| !told.iter().any(|(id, told)| id == parent && *told));
        parents.into_iter().try_for_each(|parent| self.set_parent(child, parent))
    }

    /// Puts persons of whom nothing is known where parents are missing.
    fn draw_parents(&mut self, child: &str) -> Result<(), Refused> {
        let of = self.known(child)?.clone();
        for (place, gender) in [(&of.father, Gender::Man), (&of.mother, Gender::Woman)] {
            if place.is_some() {
                continue;
            }
            let id = self.free_id();
            let family = of.family.clone();
            self.persons.push(Person { id: id.clone(), family, gender, ..Person::default() });
            let child = self.person_mut(child)?;
            match gender {
                Gender::Man => child.father = Some(id),
                _ => child.mother = Some(id),
            }
        }
        // Twins have the same parents.
        let after = self.known(child)?.clone();
        let members: Vec<String> = self
            .twins
            .iter()
            .filter(|twins| twins.members.contains(&after.id))
            .flat_map(|t| t.members.clone())
            .collect();
        for member in members {
            let member = self.person_mut(&member)?;
            (member.father, member.mother) = (after.father.clone(), after.mother.clone());
        }
        Ok(())
    }

    fn join_twins(&mut self, sibling: &str, new: &str, zygosity: Zygosity) {
        let born_with = self.twins.iter_mut().find(|twins| twins.members.iter().any(|one| one == sibling));
        match born_with {
            Some(twins) => {
                twins.members.push(new.to_owned());
                // Triplets of whom two are of one egg have no sign of their own.
                if twins.zygosity != zygosity {
                    twins.zygosity = Zygosity::Unknown;
                }
            }
            None => {
                self.twins.push(Twins { zygosity, members: vec![sibling.to_owned(), new.to_owned()] });
            }
        }
    }

    /// Into how many parts it falls that nothing joins.
    fn parts(&self) -> usize {
        let mut group: std::collections::BTreeMap<&str, usize> =
            self.persons.iter().enumerate().map(|(at, person)| (person.id.as_str(), at)).collect();
        let parents =
            self.persons.iter().flat_map(|person| person.parents().map(|up| (person.id.as_str(), up)));
        let couples =
            self.couples.iter().map(|couple| (couple.partners.0.as_str(), couple.partners.1.as_str()));
        for (one, other) in parents.chain(couples) {
            let (Some(one), Some(other)) = (group.get(one).copied(), group.get(other).copied()) else {
                continue;
            };
            for at in group.values_mut() {
                if *at == other {
                    *at = one;
                }
            }
        }
        group.values().collect::<BTreeSet<_>>().len()
    }
}

impl Particulars {
    /// Of a person as recorded.
    pub fn of(person: &Person) -> Self {
        Self {
            gender: person.gender,
            sex_at_birth: person.sex_at_birth,
            life: person.life,
            age: person.age,
            born: person.born,
            died: person.died,
            adopted: person.adopted,
            affected: person.affected,
            carrier: person.carrier,
            cancers: person.cancers.clone(),
            tests: person.tests.clone(),
            consultand: person.consultand,
            note: person.note.clone(),
        }
    }

    fn write_to(&self, person: &mut Person) {
        let told = self.clone();
        person.gender = told.gender;
        person.sex_at_birth = told.sex_at_birth;
        person.life = told.life;
        person.age = told.age;
        person.born = told.born;
        person.died = told.died;
        person.adopted = told.adopted;
        person.affected = told.affected;
        person.carrier = told.carrier;
        person.cancers = told.cancers;
        person.tests = told.tests;
        person.consultand = told.consultand;
        person.note = told.note;
    }
}

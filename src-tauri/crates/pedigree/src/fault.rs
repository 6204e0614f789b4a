//! What is wrong with a file, and what a format cannot carry.

use serde::Serialize;

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    /// Line, counted from 1.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub line: Option<usize>,
    /// Person, by id.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
    /// Column or field.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub field: Option<String>,
}

impl Place {
    /// A line.
    pub fn line(line: usize) -> Self {
        Self { line: Some(line), ..Self::default() }
    }

    /// A field of a person.
    pub fn of(person: &str, field: &str) -> Self {
        Self { line: None, person: Some(person.to_owned()), field: Some(field.to_owned()) }
    }

    /// With a field.
    #[must_use]
    pub fn field(mut self, field: &str) -> Self {
        self.field = Some(field.to_owned());
        self
    }
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let parts: Vec<String> = [
            self.line.map(|line| format!("line {line}")),
            self.person.as_ref().map(|person| format!("person '{person}'")),
            self.field.clone(),
        ]
        .into_iter()
        .flatten()
        .collect();
        f.write_str(&parts.join(", "))
    }
}

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// None of the formats.
    #[error("no family history: expected PED, CanRisk, GA4GH pedigree JSON or Entaku's own JSON")]
    NoFormat,
    /// More bytes or persons than are read.
    #[error("too large: {found}; at most {most}")]
    TooLarge {
        /// What was found.
        found: String,
        /// What is read.
        most: String,
    },
    /// Nobody is in it.
    #[error("there is no person in it")]
    Empty,
    /// A value that cannot be read.
    #[error("{place}: found '{found}', expected {expected}")]
    Value {
        /// Where.
        place: Place,
        /// What.
        found: String,
        /// What was expected.
        expected: String,
    },
    /// Two persons have one id.
    #[error("{place}: the id '{id}' stands twice; expected each person once")]
    IdTwice {
        /// Where.
        place: Place,
        /// The id.
        id: String,
    },
    /// An id of nobody.
    #[error("{place}: nobody has the id '{id}'")]
    NoPerson {
        /// Where.
        place: Place,
        /// The id.
        id: String,
    },
    /// Somebody is their own ancestor.
    #[error("'{}' descend from each other in a circle; correct the parents of one of them", .persons.join("', '"))]
    Circle {
        /// Who, in order of descent.
        persons: Vec<String>,
    },
    /// A parent whose sex contradicts the place.
    #[error("{place}: '{id}' is told to be the {told}, and is recorded as {recorded}")]
    ParentSex {
        /// Where.
        place: Place,
        /// The parent.
        id: String,
        /// `father` or `mother`.
        told: &'static str,
        /// The sex recorded.
        recorded: &'static str,
    },
    /// Somebody stands twice where two are meant.
    #[error("{place}: '{id}' stands for both; expected two persons")]
    SameTwice {
        /// Where.
        place: Place,
        /// Who.
        id: String,
    },
    /// Twins with different parents.
    #[error("'{first}' and '{other}' are told to be twins, and have other parents")]
    TwinParents {
        /// One.
        first: String,
        /// The other.
        other: String,
    },
}

impl Fault {
    /// A value that cannot be read.
    pub(crate) fn value(place: Place, found: &str, expected: impl Into<String>) -> Self {
        Self::Value { place, found: found.chars().take(80).collect(), expected: expected.into() }
    }
}

/// What a format cannot carry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum LostWhat {
    /// Names.
    Name,
    /// Gender apart from sex at birth.
    Gender,
    /// That somebody has died, and the like.
    Life,
    /// Ages.
    Age,
    /// Years of birth.
    Born,
    /// Years of death.
    Died,
    /// Pregnancies are written as persons.
    Pregnancy,
    /// Weeks of a pregnancy.
    Weeks,
    /// How many persons a symbol stands for.
    Several,
    /// Adoption.
    Adoption,
    /// Affected status.
    Affected,
    /// Carrier.
    Carrier,
    /// Cancers of sites that the format has no place for.
    Cancer,
    /// Test results.
    Test,
    /// What a result rests on.
    ResultFrom,
    /// Changes by name.
    Variant,
    /// Receptors and markers.
    Marker,
    /// Descent.
    Ashkenazi,
    /// Proband.
    Proband,
    /// Who seeks advice.
    Consultand,
    /// Notes.
    Note,
    /// Twins.
    Twins,
    /// Couples without children.
    Childless,
    /// Relation by blood that was told, not drawn from ancestors.
    Related,
    /// That a couple has parted.
    Parted,
    /// One parent alone: a stand-in was written for the other.
    SingleParent,
    /// Ids that are too long, or of letters that the format does not allow, were written anew.
    Id,
    /// Families beyond the first.
    Family,
    /// What was said of the family as a whole.
    Remark,
}

/// Something lost, and of whom.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Lost {
    /// What.
    pub what: LostWhat,
    /// Of whom, by id; empty where it is of the family.
    pub persons: Vec<String>,
}

/// Collects what is lost, each thing once with all persons.
#[derive(Debug, Default)]
pub(crate) struct Losses(std::collections::BTreeMap<LostWhat, Vec<String>>);

impl Losses {
    pub(crate) fn note(&mut self, what: LostWhat, person: &str) {
        let persons = self.0.entry(what).or_default();
        if !person.is_empty() && persons.last().is_none_or(|last| last != person) {
            persons.push(person.to_owned());
        }
    }

    pub(crate) fn note_if(&mut self, so: bool, what: LostWhat, person: &str) {
        if so {
            self.note(what, person);
        }
    }

    pub(crate) fn done(self) -> Vec<Lost> {
        self.0.into_iter().map(|(what, persons)| Lost { what, persons }).collect()
    }
}

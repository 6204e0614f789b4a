//! Persons of one or several families and what joins them. Of what nobody has told the field is left out.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Most persons of a file.
pub const MOST_PERSONS: usize = 5_000;

/// Oldest age, in years.
pub const OLDEST: u8 = 130;

/// What is kept, in the shape that Entaku's own JSON has.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Pedigree {
    /// Version of this shape: 1.
    #[serde(default = "first_version")]
    pub version: u32,
    /// The persons, in the order in which they were told; siblings are drawn in it.
    pub persons: Vec<Person>,
    /// Couples of whom more is known than that they have children, and couples without any.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub couples: Vec<Couple>,
    /// Twins, triplets and more.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub twins: Vec<Twins>,
    /// What a program said of the family as a whole, as written (`##menarche` and the like of CanRisk).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

fn first_version() -> u32 {
    1
}

/// Gender, by which the symbol is chosen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Gender {
    /// Square.
    Man,
    /// Circle.
    Woman,
    /// Diamond: neither of both.
    Other,
    /// Diamond: not told.
    #[default]
    Unknown,
}

/// Sex assigned at birth, written beneath where it is told apart from gender.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum SexAtBirth {
    /// AMAB.
    Male,
    /// AFAB.
    Female,
    /// UAAB.
    Undetermined,
}

/// Whether a person lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Life {
    /// Lives, or nothing else is told.
    #[default]
    Alive,
    /// Has died.
    Dead,
    /// Was stillborn.
    Stillborn,
    /// A pregnancy that goes on.
    Pregnancy,
    /// A pregnancy that was lost.
    Loss,
    /// A pregnancy that was ended.
    Termination,
}

impl Life {
    /// Whether it is a pregnancy, ended in whatever way before birth.
    pub fn is_pregnancy(self) -> bool {
        matches!(self, Self::Pregnancy | Self::Loss | Self::Termination)
    }
}

/// Adoption.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Adoption {
    /// Into this family: the parents given are not those of birth.
    In,
    /// Out of this family: the parents given are those of birth.
    Out,
}

/// How many persons one symbol stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Several {
    /// So many.
    Number(u32),
    /// More than one; how many is not known.
    Unknown,
}

/// A cancer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Cancer {
    /// Site or kind, as told; a site that CanRisk knows by its code's word (`breast`, `breast2`, `ovary`, `prostate`, `pancreas`).
    pub site: String,
    /// Age at onset, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u8>,
}

/// What a test of heredity found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum TestResult {
    /// A pathogenic change.
    Positive,
    /// None.
    Negative,
    /// A change of uncertain significance.
    Uncertain,
    /// Not known yet, or not told.
    Unknown,
}

/// What a result rests on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum ResultFrom {
    /// The family told it.
    Family,
    /// Somebody has seen the document.
    Document,
}

/// A test of one gene.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GeneTest {
    /// Gene.
    pub gene: String,
    /// Result.
    pub result: TestResult,
    /// Change, as told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// What it rests on; none where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<ResultFrom>,
    /// Whether the gene was searched for as a whole, or for one known change; none where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole_gene: Option<bool>,
}

/// A person, or several in one symbol.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Person {
    /// Id, unique in the pedigree.
    pub id: String,
    /// Family, where a file holds several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub family: Option<String>,
    /// Name, as told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Gender.
    #[serde(default)]
    pub gender: Gender,
    /// Sex at birth, where it is told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sex_at_birth: Option<SexAtBirth>,
    /// Whether the person lives.
    #[serde(default)]
    pub life: Life,
    /// Age in years: now, or at death.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u8>,
    /// Year of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<u16>,
    /// Year of death.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died: Option<u16>,
    /// Weeks, of a pregnancy.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u8>,
    /// How many persons the symbol stands for; none for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub several: Option<Several>,
    /// Id of the father, or of the one parent in his place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub father: Option<String>,
    /// Id of the mother, or of the other parent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub mother: Option<String>,
    /// Adoption.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Adoption>,
    /// Whether the person has what the family was looked at for; none where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affected: Option<bool>,
    /// Whether the person carries without being affected.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub carrier: bool,
    /// Cancers.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cancers: Vec<Cancer>,
    /// Tests.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tests: Vec<GeneTest>,
    /// Receptors and markers of a breast cancer, by CanRisk's names (`ER`, `PR`, `HER2`, `CK14`, `CK56`).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub markers: BTreeMap<String, bool>,
    /// Ashkenazi Jewish descent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ashkenazi: Option<bool>,
    /// Through whom the family came to notice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub proband: bool,
    /// Who seeks advice.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub consultand: bool,
    /// Anything else that was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Why a couple has no children.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Childless {
    /// By choice, or for no reason told.
    Told,
    /// Infertility.
    Infertility,
}

/// A couple.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Couple {
    /// Both.
    pub partners: (String, String),
    /// Whether they are related by blood, where somebody told it; related ancestors in the pedigree tell it by themselves.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub related: bool,
    /// Whether they have parted.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub parted: bool,
    /// No children, and why.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub childless: Option<Childless>,
}

/// Whether twins are of one egg.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum Zygosity {
    /// MZ.
    Monozygotic,
    /// DZ.
    Dizygotic,
    /// Not known.
    Unknown,
}

/// Twins, or more, of one birth.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Twins {
    /// One egg or not.
    pub zygosity: Zygosity,
    /// Who.
    pub members: Vec<String>,
}

impl Pedigree {
    /// A person by id.
    pub fn person(&self, id: &str) -> Option<&Person> {
        self.persons.iter().find(|person| person.id == id)
    }
}

impl Person {
    /// The ids of the parents that are told.
    pub fn parents(&self) -> impl Iterator<Item = &str> {
        [&self.father, &self.mother].into_iter().flatten().map(String::as_str)
    }
}

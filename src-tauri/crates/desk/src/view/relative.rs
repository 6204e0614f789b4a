//! A case's family history person by person, as screens show and change it.

use super::{LabelView, Moment};
use entaku_pedigree::edit::Relation;
use entaku_pedigree::model::{Adoption, Gender, Life, ResultFrom, SexAtBirth, TestResult, Zygosity};
use serde::{Deserialize, Serialize};

/// A family history as a form shows it.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct FamilyTreeView {
    /// The persons, in the order in which they were told.
    pub relatives: Vec<RelativeView>,
    /// The drawing as SVG, in the reader's language; none where nobody is told.
    pub drawing: Option<String>,
    /// What was done last by hand and can be taken back.
    pub undo: Option<LabelView>,
    /// Who recorded it last.
    pub by: Option<String>,
    /// When.
    pub at: Option<Moment>,
    /// What a relative can be told to be.
    pub choices: RelativeChoices,
}

/// The choices of the form, with their words.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RelativeChoices {
    /// How somebody new is related.
    pub relations: Vec<RelativeChoice>,
    /// Genders.
    pub genders: Vec<RelativeChoice>,
    /// Sexes at birth.
    pub sexes: Vec<RelativeChoice>,
    /// Whether a person lives.
    pub lives: Vec<RelativeChoice>,
    /// Adoption.
    pub adoptions: Vec<RelativeChoice>,
    /// Of one egg or not.
    pub twins: Vec<RelativeChoice>,
    /// Results of a test.
    pub results: Vec<RelativeChoice>,
    /// What a result rests on.
    pub rests_on: Vec<RelativeChoice>,
}

/// A choice.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RelativeChoice {
    /// Code.
    pub code: String,
    /// In words.
    pub label: LabelView,
}

/// A person of a family.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RelativeView {
    /// Id.
    pub id: String,
    /// What stands beneath the symbol, in the reader's language.
    pub shown: String,
    /// Id of the father, or of the one parent in his place.
    pub father: Option<String>,
    /// Id of the mother, or of the other parent.
    pub mother: Option<String>,
    /// Through whom the family came to notice.
    pub proband: bool,
    /// What is told.
    pub told: RelativeForm,
}

/// What is told of a relative.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
pub struct RelativeForm {
    /// Gender.*
    pub gender: Gender,
    /// Sex at birth, where it is told apart from gender.
    #[serde(default, deserialize_with = "crate::view::chosen", skip_serializing_if = "Option::is_none")]
    pub sex_at_birth: Option<SexAtBirth>,
    /// Whether the person lives; left out: lives.
    #[serde(default, deserialize_with = "crate::view::chosen", skip_serializing_if = "Option::is_none")]
    pub life: Option<Life>,
    /// Age in years, now or at death.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u32>,
    /// Year of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub born: Option<u32>,
    /// Year of death.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub died: Option<u32>,
    /// Adoption.
    #[serde(default, deserialize_with = "crate::view::chosen", skip_serializing_if = "Option::is_none")]
    pub adopted: Option<Adoption>,
    /// Whether the person has what the family was looked at for; left out where that is not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub affected: Option<bool>,
    /// Whether the person carries without being affected.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub carrier: Option<bool>,
    /// Cancers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cancers: Option<Vec<RelativeCancer>>,
    /// Tests of heredity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tests: Option<Vec<RelativeTest>>,
    /// Whether the person seeks advice.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub consultand: Option<bool>,
    /// Anything else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A cancer of a relative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
pub struct RelativeCancer {
    /// Site or kind.*
    pub site: String,
    /// Age at onset, in years.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub age: Option<u32>,
}

/// A test of a relative.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
pub struct RelativeTest {
    /// Gene.*
    pub gene: String,
    /// Result.*
    pub result: TestResult,
    /// Change, as told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub variant: Option<String>,
    /// What it rests on: told by the family, or the document was seen.
    #[serde(default, deserialize_with = "crate::view::chosen", skip_serializing_if = "Option::is_none")]
    pub from: Option<ResultFrom>,
    /// Whether the gene was searched as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub whole_gene: Option<bool>,
}

/// To whom somebody new is related.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
pub struct RelativeTie {
    /// `parent`, `child`, `partner`, `sibling`.*
    pub relation: Relation,
    /// Of whom, by id.*
    pub of: String,
    /// The other parent of a child, by id.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub with: Option<String>,
    /// Of one birth with the sibling.
    #[serde(default, deserialize_with = "crate::view::chosen", skip_serializing_if = "Option::is_none")]
    pub twin: Option<Zygosity>,
}

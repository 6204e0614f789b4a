//! Phrases for free text.

use super::LabelView;
use super::Moment;
use super::args;
use entaku_domain::label::Language;
use entaku_domain::member::Role;
use entaku_domain::phrase::PhraseField;
use entaku_domain::phrase::StepKind;
use serde::Serialize;

args! {
    /// A phrase as it is typed.
    PhraseForm, whole {
        /// What it is found by.*
        title: String,
        /// How the title is read.
        reading: Option<String>,
        /// The words; places to fill in stand in 〔 〕.*
        text: String,
        /// Kinds of field it is meant for, codes of `phraseField.<code>`.*
        fields: Vec<PhraseField>,
        /// `ja` or `en`.*
        language: Language,
    }
}

/// A list of phrases.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PhrasesView {
    /// The site's, in order of what was sought, then of adding.
    pub phrases: Vec<PhraseView>,
    /// Examples that come with the program.
    pub examples: Vec<ExamplePhraseView>,
    /// Version of the examples.
    pub examples_version: String,
    /// All kinds of field, codes of `phraseField.<code>`.
    pub fields: Vec<PhraseField>,
}

/// A phrase of the site.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PhraseView {
    /// `P3`.
    pub id: String,
    /// The phrase.
    pub phrase: PhraseForm,
    /// The example it was taken over from.
    pub example: Option<String>,
    /// Whether it is out of use.
    pub retired: bool,
    /// What happened to it, latest first; empty unless asked for.
    pub history: Vec<PhraseStepView>,
}

/// An example in the languages in which it was not taken over yet.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ExamplePhraseView {
    /// Id.
    pub id: String,
    /// What it is found by.
    pub title: LabelView,
    /// The words.
    pub text: LabelView,
    /// Kinds of field it is meant for.
    pub fields: Vec<PhraseField>,
    /// Languages in which it can be taken over, `ja`, `en`.
    pub languages: Vec<Language>,
}

/// One step of a phrase's history.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PhraseStepView {
    /// Code of `phraseStep.<code>`.
    pub kind: StepKind,
    /// The phrase from then on.
    pub phrase: PhraseForm,
    /// Who.
    pub by: String,
    /// In which role, code.
    pub role: Role,
    /// When.
    pub at: Moment,
    /// Why.
    pub reason: Option<String>,
}

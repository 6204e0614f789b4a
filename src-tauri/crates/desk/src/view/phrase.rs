//! Phrases for free text.

use super::LabelView;
use super::form::args;
use serde::{Deserialize, Serialize};

args! {
    /// Which phrases to list: the site's that are in use, then the examples that come with the program and were not
    /// taken over yet.
    ListPhrases {
        /// Those for one kind of field, code of `phraseField.<code>`.
        field: Option<String>,
        /// Those in one language, `ja` or `en`.
        language: Option<String>,
        /// Those in which every one of these words stands: in title, reading, text or id. Width of characters, capitals,
        /// and hiragana or katakana make no difference.
        search: Option<String>,
        /// Also what is out of use, and the history of each: for whoever keeps the list.
        whole: Option<bool>,
    }
    /// A phrase as it is typed.
    PhraseForm {
        /// What it is found by.*
        title: String,
        /// How the title is read.
        reading: Option<String>,
        /// The words; places to fill in stand in 〔 〕.*
        text: String,
        /// Kinds of field it is meant for, codes of `phraseField.<code>`.*
        fields: Vec<String>,
        /// `ja` or `en`.*
        language: String,
    }
    /// Add a phrase, or change one.
    RecordPhrase {
        /// Which one to change, `P3`; a new one when left out.
        id: Option<String>,
        /// The whole of it.*
        phrase: PhraseForm,
        /// Why; a change needs it.
        reason: Option<String>,
    }
    /// Take an example over into the site's list, as it is.
    AdoptPhrase {
        /// Id of the example.*
        example: String,
        /// `ja` or `en`.*
        language: String,
    }
    /// Take a phrase out of use, or into use again.
    RetirePhrase {
        /// Which, `P3`.*
        id: String,
        /// Why.*
        reason: String,
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
    pub fields: Vec<String>,
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
    pub fields: Vec<String>,
    /// Languages in which it can be taken over, `ja`, `en`.
    pub languages: Vec<String>,
}

/// One step of a phrase's history.
#[derive(Debug, Clone, PartialEq, Serialize, schemars::JsonSchema)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PhraseStepView {
    /// Code of `phraseStep.<code>`.
    pub kind: String,
    /// The phrase from then on.
    pub phrase: PhraseForm,
    /// Who.
    pub by: String,
    /// In which role, code.
    pub role: String,
    /// When.
    pub at: String,
    /// Why.
    pub reason: Option<String>,
}

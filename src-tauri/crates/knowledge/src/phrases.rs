//! Phrases that come with the program as examples. They are nobody's words until a site takes one over into its own
//! list; the site's own stand in its store.

use crate::scale::KnowledgeError;
use entaku_domain::label::{Label, Language};
use entaku_domain::phrase::{Phrase, PhraseField, PhraseId};
use entaku_domain::text::{Text, TextError};
use serde::Deserialize;
use std::collections::BTreeSet;

/// An example of a phrase, in both languages.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamplePhrase {
    /// Id, unique.
    pub id: String,
    /// Fields it is meant for.
    pub fields: Vec<PhraseField>,
    /// How the Japanese title is read.
    pub reading: String,
    /// What it is found by.
    pub title: Label,
    /// The words, with the places to fill in as 〔 〕.
    pub text: Label,
}

impl ExamplePhrase {
    /// As a phrase of a site, under the site's number, in one language. The reading belongs to the Japanese title.
    ///
    /// # Errors
    /// When the words are no text; the shipped ones are.
    pub fn adopted(&self, id: PhraseId, language: Language) -> Result<Phrase, TextError> {
        let reading = matches!(language, Language::Ja).then_some(self.reading.as_str());
        Ok(Phrase {
            id,
            title: Text::new(self.title.get(language))?,
            reading: Text::optional(reading)?,
            text: Text::new(self.text.get(language))?,
            fields: self.fields.clone(),
            language,
            example: Some(self.id.clone()),
        })
    }
}

/// The shipped examples with their version.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExamplePhrases {
    /// Day of the last change of the data.
    pub version: String,
    /// The examples, by the field they are used in first.
    pub phrases: Vec<ExamplePhrase>,
}

/// The shipped examples.
///
/// # Errors
/// When the data is not of the expected shape, an id stands twice, or an example could be no phrase of a site.
pub(crate) fn shipped() -> Result<ExamplePhrases, KnowledgeError> {
    parse(crate::data::PHRASES)
}

fn parse(json: &str) -> Result<ExamplePhrases, KnowledgeError> {
    let data: ExamplePhrases =
        serde_json::from_str(json).map_err(|error| KnowledgeError::Data(error.to_string()))?;
    let mut seen = BTreeSet::new();
    for one in &data.phrases {
        let fault = |what: String| KnowledgeError::Data(format!("phrase '{}': {what}", one.id));
        if !seen.insert(one.id.as_str()) {
            return Err(fault("its id stands twice".to_owned()));
        }
        let number = PhraseId::new(1).map_err(|error| fault(error.to_string()))?;
        for language in [Language::Ja, Language::En] {
            let phrase = one.adopted(number, language).map_err(|error| fault(error.to_string()))?;
            phrase.check().map_err(|error| fault(error.to_string()))?;
        }
    }
    Ok(data)
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_domain::phrase::blanks;

    #[test]
    fn every_kind_of_field_has_an_example() {
        let all = shipped().unwrap().phrases;
        for field in PhraseField::ALL {
            assert!(all.iter().any(|one| one.fields.contains(&field)), "{field:?}");
        }
    }

    #[test]
    fn both_languages_leave_the_same_places_to_be_filled_in() {
        for one in shipped().unwrap().phrases {
            let (ja, en) = (blanks(&one.text.ja), blanks(&one.text.en));
            assert_eq!(ja.len(), en.len(), "{}", one.id);
            let open = |text: &str| text.matches(['〔', '〕']).count();
            assert_eq!((open(&one.text.ja), open(&one.text.en)), (2 * ja.len(), 2 * en.len()), "{}", one.id);
        }
    }

    #[test]
    fn an_example_states_no_figure_and_no_date_of_its_own() {
        for one in shipped().unwrap().phrases {
            for text in [&one.text.ja, &one.text.en] {
                let outside =
                    blanks(text).iter().fold(text.clone(), |text, blank| text.replacen(blank, "", 1));
                assert!(!outside.contains(|c: char| c.is_numeric()), "{}: {outside}", one.id);
            }
        }
    }

    #[test]
    fn words_of_heredity_stand_only_where_the_patients_wish_is_obeyed() {
        // A summary or a rationale is printed whatever the patient wishes to be told; a germline reason is not.
        for one in shipped().unwrap().phrases {
            let words = format!("{}{}{}{}", one.title.ja, one.text.ja, one.title.en, one.text.en);
            let speaks =
                ["生殖細胞", "遺伝カウンセリング", "家族", "血縁", "germline", "famil", "hered", "counsel"];
            if speaks.iter().any(|word| words.to_lowercase().contains(word)) {
                assert_eq!(one.fields, [PhraseField::Germline], "{}", one.id);
            }
        }
    }

    #[test]
    fn readings_are_kana() {
        for one in shipped().unwrap().phrases {
            let kana = |c: char| matches!(c, '\u{3041}'..='\u{3096}' | 'ー' | ' ');
            assert!(one.reading.chars().all(kana), "{}: {}", one.id, one.reading);
        }
    }

    #[test]
    fn data_that_cannot_be_meant_is_refused_with_the_phrase_concerned() {
        let shipped = crate::data::PHRASES;
        for (from, to) in [
            ("\"id\": \"quality\"", "\"id\": \"deferred\""),
            ("\"fields\": [\"germline\"]", "\"fields\": []"),
            ("\"ja\": \"費用と保険\"", "\"ja\": \" \""),
        ] {
            assert!(shipped.contains(from), "{from} is in the data");
            let error = parse(&shipped.replacen(from, to, 1)).unwrap_err().to_string();
            assert!(error.contains("phrase '"), "{to}: {error}");
        }
        assert!(parse("{}").is_err() && parse("[").is_err());
    }
}

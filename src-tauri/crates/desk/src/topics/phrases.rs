//! The site's phrases for free text: found while something is written, kept with who and why, and the examples that come
//! with the program, which are nobody's words until somebody takes them over.

use crate::acts::Phrases;
use crate::command::Act;
use crate::convert::{label, moment};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::view::{ExamplePhraseView, PhraseForm, PhraseStepView, PhraseView, PhrasesView};
use entaku_domain::label::Language;
use entaku_domain::phrase::{Phrase, PhraseField, PhraseId, SitePhrase};
use entaku_knowledge::ExamplePhrase;
use entaku_store::folded;
use entaku_words::errors::{phrases_problem, thing};

/// What is looked for.
pub(crate) struct PhraseSearch {
    pub(crate) field: Option<PhraseField>,
    pub(crate) language: Option<Language>,
    /// Folded.
    pub(crate) words: Vec<String>,
}

impl PhraseSearch {
    pub(crate) fn of(args: &Phrases) -> Self {
        let words = compared(args.search.as_deref().unwrap_or_default());
        let words = words.split_whitespace().map(str::to_owned).collect();
        Self { field: args.field, language: args.language, words }
    }

    pub(crate) fn fits(&self, fields: &[PhraseField], language: Language) -> bool {
        self.field.is_none_or(|field| fields.contains(&field))
            && self.language.is_none_or(|wanted| wanted == language)
    }

    /// How well something is met, 0 best; none where a word is nowhere in it. What begins with the first word comes
    /// before what only contains it, and a title before a text.
    pub(crate) fn rank(&self, title: &str, reading: &str, text: &str, id: &str) -> Option<u8> {
        let [title, reading, text, id] = [title, reading, text, id].map(compared);
        let all = self
            .words
            .iter()
            .all(|word| [&title, &reading, &text, &id].iter().any(|place| place.contains(word.as_str())));
        let first = match self.words.first() {
            None => return Some(0),
            Some(_) if !all => return None,
            Some(first) => first.as_str(),
        };
        let begins = |place: &str| place.split_whitespace().any(|piece| piece.starts_with(first));
        Some(match () {
            () if title.starts_with(first) || id == first => 0,
            () if begins(&title) || begins(&reading) => 1,
            () if title.contains(first) || reading.contains(first) => 2,
            () => 3,
        })
    }
}

/// Text as it is compared here: as the store compares, and katakana as hiragana, because a reading is typed in either.
fn compared(text: &str) -> String {
    let kana = |c: char| match c {
        'ァ'..='ヶ' => u32::from(c).checked_sub(0x60).and_then(char::from_u32).unwrap_or(c),
        other => other,
    };
    folded(text).chars().map(kana).collect()
}

/// An example in the languages asked for in which the site has not taken it over; a site that took one over and then
/// out of use does not want to see it again.
pub(crate) fn example(
    one: &ExamplePhrase,
    site: &[SitePhrase],
    wanted: &PhraseSearch,
) -> Option<((u8, usize), ExamplePhraseView)> {
    let met = |language: Language| {
        let taken = |own: &SitePhrase| {
            own.phrase.example.as_ref() == Some(&one.id) && own.phrase.language == language
        };
        let reading = if language == Language::Ja { one.reading.as_str() } else { "" };
        let rank = wanted.rank(one.title.get(language), reading, one.text.get(language), &one.id)?;
        (!site.iter().any(taken) && wanted.fits(&one.fields, language)).then_some((language, rank))
    };
    let languages: Vec<_> = [Language::Ja, Language::En].into_iter().filter_map(met).collect();
    let rank = languages.iter().map(|(_, rank)| *rank).min()?;
    // What is made for this field comes before what also serves there.
    let place = wanted.field.and_then(|field| one.fields.iter().position(|known| *known == field));
    let view = ExamplePhraseView {
        id: one.id.clone(),
        title: label(&one.title),
        text: label(&one.text),
        fields: one.fields.clone(),
        languages: languages.iter().map(|(language, _)| *language).collect(),
    };
    Some(((rank, place.unwrap_or(0)), view))
}

pub(crate) fn view(one: &SitePhrase, whole: bool) -> PhraseView {
    let steps = one.history.iter().rev().map(|step| PhraseStepView {
        kind: step.kind,
        phrase: form(&step.phrase),
        by: step.by.name.to_string(),
        role: step.by.role,
        at: moment(step.at),
        reason: step.reason.as_ref().map(ToString::to_string),
    });
    PhraseView {
        id: one.phrase.id.to_string(),
        phrase: form(&one.phrase),
        example: one.phrase.example.clone(),
        retired: one.retired,
        history: if whole { steps.collect() } else { Vec::new() },
    }
}

pub(crate) fn form(phrase: &Phrase) -> PhraseForm {
    PhraseForm {
        title: phrase.title.to_string(),
        reading: phrase.reading.as_ref().map(ToString::to_string),
        text: phrase.text.to_string(),
        fields: phrase.fields.clone(),
        language: phrase.language,
    }
}

/// Two phrases in use with one title could not be told apart in a list.
pub(crate) fn refuse_twin(site: &[SitePhrase], phrase: &Phrase) -> Outcome<()> {
    let twin = site.iter().find(|one| {
        !one.retired
            && one.phrase.id != phrase.id
            && one.phrase.language == phrase.language
            && compared(one.phrase.title.as_str()) == compared(phrase.title.as_str())
    });
    twin.map_or(Ok(()), |twin| {
        let id = twin.phrase.id;
        Err(Problem::at("title", phrases_problem::same_title(id)))
    })
}

pub(crate) fn listed(desk: &mut Desk) -> Outcome<PhrasesView> {
    Phrases { field: None, language: None, search: None, whole: Some(true) }.act(desk)
}

pub(crate) fn known<'a>(site: &'a [SitePhrase], id: &str) -> Outcome<&'a SitePhrase> {
    let found = PhraseId::parse(id.trim()).ok();
    let found = found.and_then(|id| site.iter().find(|one| one.phrase.id == id));
    found.ok_or_else(|| Problem::missing(thing::PHRASE, id))
}

pub(crate) fn out_of_use(known: &SitePhrase, retired: bool) -> Problem {
    let id = known.phrase.id;
    if retired {
        Problem::at("id", phrases_problem::out_of_use(id))
    } else {
        Problem::at("id", phrases_problem::in_use(id))
    }
}

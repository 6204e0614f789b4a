//! The site's phrases for free text: found while something is written, kept with who and why, and the examples that come
//! with the program, which are nobody's words until somebody takes them over.

use crate::convert::{code_of, from_code, from_codes, label, moment, optional_text, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::view::{
    AdoptPhrase, ExamplePhraseView, ListPhrases, PhraseForm, PhraseStepView, PhraseView, PhrasesView,
    RecordPhrase, RetirePhrase,
};
use entaku_domain::event::StoreEvent;
use entaku_domain::label::Language;
use entaku_domain::phrase::{MOST_TEXT, MOST_TITLE, Phrase, PhraseFault, PhraseField, PhraseId, SitePhrase};
use entaku_knowledge::ExamplePhrase;
use entaku_store::folded;

/// What is looked for.
struct Wanted {
    field: Option<PhraseField>,
    language: Option<Language>,
    /// Folded.
    words: Vec<String>,
}

impl Wanted {
    fn of(args: &ListPhrases) -> Outcome<Self> {
        let given = |code: &Option<String>| code.clone().filter(|code| !code.trim().is_empty());
        let field = given(&args.field).map(|code| from_code("field", &code)).transpose()?;
        let language = given(&args.language).map(|code| from_code("language", &code)).transpose()?;
        let words = compared(args.search.as_deref().unwrap_or_default());
        Ok(Self { field, language, words: words.split_whitespace().map(str::to_owned).collect() })
    }

    fn fits(&self, fields: &[PhraseField], language: Language) -> bool {
        self.field.is_none_or(|field| fields.contains(&field))
            && self.language.is_none_or(|wanted| wanted == language)
    }

    /// How well something is met, 0 best; none where a word is nowhere in it. What begins with the first word comes
    /// before what only contains it, and a title before a text.
    fn rank(&self, title: &str, reading: &str, text: &str, id: &str) -> Option<u8> {
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

pub(crate) fn phrases(desk: &mut Desk, args: ListPhrases) -> Outcome<PhrasesView> {
    let wanted = Wanted::of(&args)?;
    let whole = args.whole.unwrap_or(false);
    let site = &desk.session()?.office.phrases;
    let words = |text: &Option<_>| text.as_ref().map(ToString::to_string).unwrap_or_default();
    let mut found: Vec<_> = site
        .all()
        .iter()
        .filter(|one| (whole || !one.retired) && wanted.fits(&one.phrase.fields, one.phrase.language))
        .filter_map(|one| {
            let Phrase { id, title, reading, text, .. } = &one.phrase;
            let rank = wanted.rank(title.as_str(), &words(reading), text.as_str(), &id.to_string())?;
            Some((one.retired, rank, one))
        })
        .collect();
    // Stable, so that equals stay in order of adding.
    found.sort_by_key(|(retired, rank, _)| (*retired, *rank));
    let shipped = desk.knowledge.example_phrases();
    let mut examples: Vec<_> =
        shipped.phrases.iter().filter_map(|one| example(one, site.all(), &wanted)).collect();
    examples.sort_by_key(|(rank, _)| *rank);
    Ok(PhrasesView {
        phrases: found.into_iter().map(|(_, _, one)| view(one, whole)).collect(),
        examples: examples.into_iter().map(|(_, view)| view).collect(),
        examples_version: shipped.version.clone(),
        fields: PhraseField::ALL.iter().map(code_of).collect(),
    })
}

/// An example in the languages asked for in which the site has not taken it over; a site that took one over and then
/// out of use does not want to see it again.
fn example(
    one: &ExamplePhrase,
    site: &[SitePhrase],
    wanted: &Wanted,
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
        fields: one.fields.iter().map(code_of).collect(),
        languages: languages.iter().map(|(language, _)| code_of(language)).collect(),
    };
    Some(((rank, place.unwrap_or(0)), view))
}

fn view(one: &SitePhrase, whole: bool) -> PhraseView {
    let steps = one.history.iter().rev().map(|step| PhraseStepView {
        kind: code_of(&step.kind),
        phrase: form(&step.phrase),
        by: step.by.name.to_string(),
        role: code_of(&step.by.role),
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

fn form(phrase: &Phrase) -> PhraseForm {
    PhraseForm {
        title: phrase.title.to_string(),
        reading: phrase.reading.as_ref().map(ToString::to_string),
        text: phrase.text.to_string(),
        fields: phrase.fields.iter().map(code_of).collect(),
        language: code_of(&phrase.language),
    }
}

fn phrase_of(form: &PhraseForm, id: PhraseId, example: Option<String>) -> Outcome<Phrase> {
    let mut fields: Vec<PhraseField> = from_codes("fields", Some(&form.fields))?;
    fields.sort();
    fields.dedup();
    let phrase = Phrase {
        id,
        title: text("title", &form.title)?,
        reading: optional_text("reading", form.reading.as_deref())?,
        text: text("text", &form.text)?,
        fields,
        language: from_code("language", &form.language)?,
        example,
    };
    phrase.check().map_err(fault)?;
    Ok(phrase)
}

fn fault(fault: PhraseFault) -> Problem {
    match fault {
        PhraseFault::Title => Problem::field(
            "title",
            format!("見出しとよみは改行のない{MOST_TITLE}文字以内にしてください。"),
            format!("Title and reading are one line of at most {MOST_TITLE} characters."),
        ),
        PhraseFault::Long => Problem::field(
            "text",
            format!("定型文は{MOST_TEXT}文字以内にしてください。"),
            format!("A phrase has at most {MOST_TEXT} characters."),
        ),
        PhraseFault::NoField => Problem::field(
            "fields",
            "使う欄を1つ以上選んでください。",
            "Choose at least one kind of field that it is meant for.",
        ),
    }
}

/// Two phrases in use with one title could not be told apart in a list.
fn refuse_twin(site: &[SitePhrase], phrase: &Phrase) -> Outcome<()> {
    let twin = site.iter().find(|one| {
        !one.retired
            && one.phrase.id != phrase.id
            && one.phrase.language == phrase.language
            && compared(one.phrase.title.as_str()) == compared(phrase.title.as_str())
    });
    twin.map_or(Ok(()), |twin| {
        let id = twin.phrase.id;
        Err(Problem::field(
            "title",
            format!("同じ見出しの定型文（{id}）があります。別の見出しにしてください。"),
            format!("Phrase {id} has the same title. Choose another one."),
        ))
    })
}

fn listed(desk: &mut Desk) -> Outcome<PhrasesView> {
    phrases(desk, ListPhrases { field: None, language: None, search: None, whole: Some(true) })
}

pub(crate) fn record_phrase(desk: &mut Desk, args: RecordPhrase) -> Outcome<PhrasesView> {
    match args.id.as_deref().map(str::trim).filter(|id| !id.is_empty()) {
        None => desk.on_what_stands(None, |desk| add_phrase(desk, &args))?,
        Some(id) => change_phrase(desk, &args, id)?,
    }
    listed(desk)
}

fn add_phrase(desk: &mut Desk, args: &RecordPhrase) -> Outcome<()> {
    let reason = optional_text("reason", args.reason.as_deref())?;
    let site = &desk.session()?.office.phrases;
    let phrase = phrase_of(&args.phrase, site.next_id(), None)?;
    refuse_twin(site.all(), &phrase)?;
    desk.transact_store(StoreEvent::PhraseAdded { phrase: Box::new(phrase), reason })
}

fn change_phrase(desk: &mut Desk, args: &RecordPhrase, id: &str) -> Outcome<()> {
    let site = &desk.session()?.office.phrases;
    let known = known(site.all(), id)?;
    if known.retired {
        return Err(out_of_use(known, true));
    }
    let phrase = phrase_of(&args.phrase, known.phrase.id, known.phrase.example.clone())?;
    if phrase == known.phrase {
        return Err(Problem::field("phrase", "変更がありません。", "Nothing is changed."));
    }
    refuse_twin(site.all(), &phrase)?;
    let reason = text("reason", args.reason.as_deref().unwrap_or_default())?;
    desk.transact_store(StoreEvent::PhraseChanged { phrase: Box::new(phrase), reason })
}

pub(crate) fn adopt_phrase(desk: &mut Desk, args: AdoptPhrase) -> Outcome<PhrasesView> {
    desk.on_what_stands(None, |desk| adopt(desk, &args))?;
    listed(desk)
}

fn adopt(desk: &mut Desk, args: &AdoptPhrase) -> Outcome<()> {
    let language = from_code("language", &args.language)?;
    let site = &desk.session()?.office.phrases;
    let shipped = desk.knowledge.example_phrases();
    let example = shipped.phrases.iter().find(|one| one.id == args.example.trim());
    let example = example.ok_or_else(|| Problem::not_found("例", "example", &args.example))?;
    let phrase = example.adopted(site.next_id(), language).map_err(internal)?;
    let taken =
        site.all().iter().find(|own| own.phrase.example == phrase.example && own.phrase.language == language);
    if let Some(own) = taken {
        let id = own.phrase.id;
        return Err(Problem::field(
            "example",
            format!("この例は定型文（{id}）として採用されています。"),
            format!("This example was taken over already, as phrase {id}."),
        ));
    }
    refuse_twin(site.all(), &phrase)?;
    desk.transact_store(StoreEvent::PhraseAdded { phrase: Box::new(phrase), reason: None })
}

pub(crate) fn retire_phrase(desk: &mut Desk, args: RetirePhrase) -> Outcome<PhrasesView> {
    let reason = text("reason", &args.reason)?;
    let known = known(desk.session()?.office.phrases.all(), &args.id)?;
    if known.retired {
        return Err(out_of_use(known, true));
    }
    let id = known.phrase.id;
    desk.transact_store(StoreEvent::PhraseRetired { id, reason })?;
    listed(desk)
}

pub(crate) fn restore_phrase(desk: &mut Desk, args: RetirePhrase) -> Outcome<PhrasesView> {
    let reason = text("reason", &args.reason)?;
    let site = &desk.session()?.office.phrases;
    let known = known(site.all(), &args.id)?;
    if !known.retired {
        return Err(out_of_use(known, false));
    }
    refuse_twin(site.all(), &known.phrase)?;
    let id = known.phrase.id;
    desk.transact_store(StoreEvent::PhraseRestored { id, reason })?;
    listed(desk)
}

fn known<'a>(site: &'a [SitePhrase], id: &str) -> Outcome<&'a SitePhrase> {
    let found = PhraseId::parse(id.trim()).ok();
    let found = found.and_then(|id| site.iter().find(|one| one.phrase.id == id));
    found.ok_or_else(|| Problem::not_found("定型文", "phrase", id))
}

fn out_of_use(known: &SitePhrase, retired: bool) -> Problem {
    let id = known.phrase.id;
    if retired {
        Problem::field(
            "id",
            format!("定型文 {id} は使用をやめています。先に再び使用する操作をしてください。"),
            format!("Phrase {id} is out of use. Take it into use again first."),
        )
    } else {
        Problem::field("id", format!("定型文 {id} は使用中です。"), format!("Phrase {id} is in use."))
    }
}

//! Add a phrase, or change one.

use crate::command::{Act, Command};
use crate::convert::{optional_text, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::phrases::{known, listed, out_of_use, refuse_twin};
use crate::view::PhraseForm;
use crate::view::PhrasesView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::phrase::{MOST_TEXT, MOST_TITLE, Phrase, PhraseFault, PhraseId};
use entaku_words::errors::{common, record_phrase};

args! {
    /// Add a phrase, or change one.
    RecordPhrase, whole {
        /// Which one to change, `P3`; a new one when left out.
        id: Option<String>,
        /// The whole of it.*
        phrase: PhraseForm,
        /// Why; a change needs it.
        reason: Option<String>,
    }
}

impl Command for RecordPhrase {
    const NAME: &'static str = "record_phrase";
    const RIGHT: Right = Right::Phrases;
    type Answer = PhrasesView;
}

impl Act for RecordPhrase {
    fn act(self, desk: &mut Desk) -> Outcome<PhrasesView> {
        match self.id.as_deref().map(str::trim).filter(|id| !id.is_empty()) {
            None => desk.on_what_stands(None, |desk| add_phrase(desk, &self))?,
            Some(id) => change_phrase(desk, &self, id)?,
        }
        listed(desk)
    }
}

fn phrase_of(form: &PhraseForm, id: PhraseId, example: Option<String>) -> Outcome<Phrase> {
    let mut fields = form.fields.clone();
    fields.sort();
    fields.dedup();
    let phrase = Phrase {
        id,
        title: text("title", &form.title)?,
        reading: optional_text("reading", form.reading.as_deref())?,
        text: text("text", &form.text)?,
        fields,
        language: form.language,
        example,
    };
    phrase.check().map_err(fault)?;
    Ok(phrase)
}

fn fault(fault: PhraseFault) -> Problem {
    match fault {
        PhraseFault::Title => Problem::at("title", record_phrase::title_too_long(MOST_TITLE)),
        PhraseFault::Long => Problem::at("text", record_phrase::text_too_long(MOST_TEXT)),
        PhraseFault::NoField => Problem::at("fields", record_phrase::FIELD_MISSING),
    }
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
        return Err(Problem::at("phrase", common::UNCHANGED));
    }
    refuse_twin(site.all(), &phrase)?;
    let reason = text("reason", args.reason.as_deref().unwrap_or_default())?;
    desk.transact_store(StoreEvent::PhraseChanged { phrase: Box::new(phrase), reason })
}

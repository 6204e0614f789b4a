//! Take an example over into the site's list, as it is.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::permission::Right;
use crate::topics::phrases::{listed, refuse_twin};
use crate::view::PhrasesView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::label::Language;
use entaku_words::errors::{adopt_phrase, thing};

args! {
    /// Take an example over into the site's list, as it is.
    AdoptPhrase, whole {
        /// Id of the example.*
        example: String,
        /// `ja` or `en`.*
        language: Language,
    }
}

impl Command for AdoptPhrase {
    const NAME: &'static str = "adopt_phrase";
    const RIGHT: Right = Right::Phrases;
    type Answer = PhrasesView;
}

impl Act for AdoptPhrase {
    fn act(self, desk: &mut Desk) -> Outcome<PhrasesView> {
        desk.on_what_stands(None, |desk| adopt(desk, &self))?;
        listed(desk)
    }
}

fn adopt(desk: &mut Desk, args: &AdoptPhrase) -> Outcome<()> {
    let language = args.language;
    let site = &desk.session()?.office.phrases;
    let shipped = desk.knowledge.example_phrases();
    let example = shipped.phrases.iter().find(|one| one.id == args.example.trim());
    let example = example.ok_or_else(|| Problem::missing(thing::EXAMPLE, &args.example))?;
    let phrase = example.adopted(site.next_id(), language).map_err(internal)?;
    let taken =
        site.all().iter().find(|own| own.phrase.example == phrase.example && own.phrase.language == language);
    if let Some(own) = taken {
        let id = own.phrase.id;
        return Err(Problem::at("example", adopt_phrase::adopted_already(id)));
    }
    refuse_twin(site.all(), &phrase)?;
    desk.transact_store(StoreEvent::PhraseAdded { phrase: Box::new(phrase), reason: None })
}

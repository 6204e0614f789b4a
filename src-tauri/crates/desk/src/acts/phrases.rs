//! Which phrases to list: the site's that are in use, then the examples that come with the program and were not
//! taken over yet.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::phrases::{PhraseSearch, example, view};
use crate::view::PhrasesView;
use crate::view::args;
use entaku_domain::label::Language;
use entaku_domain::phrase::{Phrase, PhraseField};

args! {
    /// Which phrases to list: the site's that are in use, then the examples that come with the program and were not
    /// taken over yet.
    Phrases {
        /// Those for one kind of field, code of `phraseField.<code>`.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        field: Option<PhraseField>,
        /// Those in one language, `ja` or `en`.
        #[serde(default, deserialize_with = "crate::view::chosen")]
        language: Option<Language>,
        /// Those in which every one of these words stands: in title, reading, text or id. Width of characters, capitals,
        /// and hiragana or katakana make no difference.
        search: Option<String>,
        /// Also what is out of use, and the history of each: for whoever keeps the list.
        whole: Option<bool>,
    }
}

impl Command for Phrases {
    const NAME: &'static str = "phrases";
    const RIGHT: Right = Right::Office;
    type Answer = PhrasesView;
}

impl Act for Phrases {
    fn act(self, desk: &mut Desk) -> Outcome<PhrasesView> {
        let wanted = PhraseSearch::of(&self);
        let whole = self.whole.unwrap_or(false);
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
            fields: PhraseField::ALL.to_vec(),
        })
    }
}

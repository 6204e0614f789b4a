//! That a passage which names heredity is not about this patient.

use crate::command::{Act, Command};
use crate::convert::text;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::composing::draft_of;
use crate::topics::own_words::stands;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::verdict::WordsCleared;
use entaku_domain::case::{named, withheld_of};
use entaku_words::errors::clear_words;

args! {
    /// That a passage which names heredity is not about this patient.
    ClearWords of case {
        /// The passage, exactly as it stands.*
        text: String,
        /// Whom it is about, or why it may stand.*
        reason: String,
    }
}

impl Command for ClearWords {
    const NAME: &'static str = "clear_words";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for ClearWords {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let reason = text("reason", &self.reason)?;
        let words = self.text.trim();
        let case = desk.case(&id)?.clone();
        let report = draft_of(desk, &case)?;
        let named = named(desk.session()?.office.heredity_words(), words, &withheld_of(&case, &report));
        if named.is_empty() {
            return Err(Problem::at("text", clear_words::NAMES_NOTHING));
        }
        // What stands nowhere was read by nobody: it would be stated of words that are yet to be written.
        if !stands(desk, &case, &report, words)? {
            let shown: String = words.chars().take(SHOWN).collect();
            return Err(Problem::at("text", clear_words::not_in_case(&shown)));
        }
        let what = WordsCleared { text: text("text", words)?, named, reason };
        desk.transact(&id, self.expected_version, what)?;
        fresh(desk, &id)
    }
}

/// Characters of a text that a refusal repeats.
const SHOWN: usize = 60;

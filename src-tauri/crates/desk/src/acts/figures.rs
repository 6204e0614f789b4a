//! Figures of a case, now or as it stood.

use crate::command::{Act, Command};
use crate::convert::figures_view;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::opinions::one_finding;
use crate::view::FiguresView;
use crate::view::args;
use entaku_words::errors::thing;

args! {
    /// Figures of a case, now or as it stood.
    Figures {
        /// Case.*
        case_id: String,
        /// The protein of this finding instead of the figures of the whole case.
        finding_id: Option<String>,
        /// As it stood after this event of the journal.
        at_seq: Option<u32>,
    }
}

impl Command for Figures {
    const NAME: &'static str = "figures";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.caseOpened"];
    const LONG: bool = true;
    type Answer = FiguresView;
}

impl Act for Figures {
    fn act(self, desk: &mut Desk) -> Outcome<FiguresView> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let past = self.at_seq.map(|seq| desk.case_at(&id, u64::from(seq))).transpose()?;
        let language = desk.language();
        let named = self.finding_id.as_deref().filter(|text| !text.is_empty());
        let about = named.map(|text| one_finding("findingId", text)).transpose()?;
        let now = desk.seen_case(&id)?;
        let case = &past.map_or(Ok(now), |past| desk.seen(&past))?;
        if let Some(finding) = about.filter(|finding| case.finding(*finding).is_none()) {
            return Err(Problem::missing(thing::FINDING, finding.to_string()));
        }
        // A mark stands on no other test's values than those that it was made for.
        let tests = desk.knowledge.tests();
        let known = || case.sources.iter().map(|source| tests.of(&source.draft.test));
        let mut facts = desk.knowledge.figure_facts().clone();
        facts.marks.retain(|mark| mark.is_of_one(known()));
        Ok(figures_view(case, &facts, language, about))
    }
}

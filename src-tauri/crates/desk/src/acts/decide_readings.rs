//! What becomes of findings that a later program reads otherwise.

use crate::command::{Act, Command};
use crate::convert::{finding_ids, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::readings::{decided, look};
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_words::errors::decide_readings;

args! {
    /// What becomes of findings that a later program reads otherwise.
    DecideReadings of case {
        /// Findings.*
        finding_ids: Vec<String>,
        /// Whether the later reading stands from now on; else the earlier one stays.*
        take: bool,
        /// Why.*
        reason: String,
    }
}

impl Command for DecideReadings {
    const NAME: &'static str = "decide_readings";
    const RIGHT: Right = Right::Decide;
    type Answer = CaseView;
}

impl Act for DecideReadings {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let findings = finding_ids("findingIds", &self.finding_ids)?;
        let reason = text("reason", &self.reason)?;
        look(desk, &id)?;
        desk.case(&id)?;
        let session = desk.session()?;
        let case = session.case()?;
        let known = session.read_anew.as_ref().filter(|known| known.case == id);
        let pending = known.into_iter().flat_map(|known| {
            known.pending(case).filter(|found| findings.contains(&found.finding)).map(move |f| (known, f))
        });
        let mut events = Vec::new();
        for (known, found) in pending {
            let taken = match (self.take, &found.now) {
                (true, Some((_, read))) => Some(read),
                (true, None) => {
                    return Err(Problem::at("take", decide_readings::no_finding_now(found.finding)));
                }
                (false, _) => None,
            };
            events.extend(decided(found, known.reading.clone(), taken, Some(reason.clone())));
        }
        if events.is_empty() {
            return Err(Problem::at("findingIds", decide_readings::NOTHING_TO_DECIDE));
        }
        desk.transact_all(&id, self.expected_version, events, &[])?;
        fresh(desk, &id)
    }
}

//! Who is asked for an opinion.

use crate::command::{Act, Command};
use crate::convert::date;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::{Right, require};
use crate::topics::opinions::one_member;
use crate::topics::{case_id, fresh};
use crate::view::CaseView;
use crate::view::args;
use entaku_domain::case::event::opinion::OpinionsAsked;
use entaku_words::errors::ask_opinions;

args! {
    /// Who is asked for an opinion.
    AskOpinions of case {
        /// Members.*
        members: Vec<String>,
        /// Due day, ISO date.
        due: Option<String>,
    }
}

impl Command for AskOpinions {
    const NAME: &'static str = "ask_opinions";
    const RIGHT: Right = Right::Ask;
    type Answer = CaseView;
}

impl Act for AskOpinions {
    fn act(self, desk: &mut Desk) -> Outcome<CaseView> {
        let id = case_id(desk, &self.case_id)?;
        let mut members = Vec::new();
        for named in &self.members {
            let member = one_member(desk, "members", named)?;
            if let Some(known) = desk.session()?.office.member(&member) {
                let may = require(known, Right::Opine);
                may.map_err(|_| {
                    let name = &known.name;
                    Problem::of(Code::Invalid, ask_opinions::cannot_opine(name))
                })?;
            }
            if !members.contains(&member) {
                members.push(member);
            }
        }
        let due = date("due", self.due.as_deref())?;
        desk.transact(&id, self.expected_version, OpinionsAsked { members, due })?;
        fresh(desk, &id)
    }
}

//! A second desk for who is signed in, with a connection of its own to the store: something long is done at it while the first
//! goes on with other acts. To the store it is another program: it appends as such, and the first desk reads what it appended.

use super::{Desk, Session};
use crate::ahead::Ahead;
use std::collections::{BTreeMap, BTreeSet};

impl Desk {
    /// The deputy; none where nobody is signed in, or where the store takes no second connection (it can only be read, or has
    /// just been given a new key).
    pub(crate) fn deputy(&self) -> Option<Self> {
        let session = self.session.as_ref()?;
        let store = session.store.another().ok()?;
        Some(Self {
            environment: self.environment.clone(),
            table: self.table,
            language: self.language,
            knowledge: self.knowledge.clone(),
            site_knowledge: None,
            session: Some(Session {
                store,
                office: session.office.clone(),
                member: session.member.clone(),
                demo: session.demo,
                acting: session.acting,
                // It looks for itself whether the member was removed or changed.
                members_seen: 0,
                clock_behind: session.clock_behind,
                spares_left: session.spares_left,
                renewal_failed: None,
                noted: session.noted.clone(),
                failed_before: session.failed_before.clone(),
                backup_problem: None,
                case: session.case.clone(),
                read_anew: None,
                glances: BTreeMap::new(),
            }),
            watch: self.watch.clone(),
            ahead: Ahead::default(),
            inspected: None,
            sessions: self.sessions,
            written: self.written.clone(),
            handed: None,
            recorded: false,
            leaves: &[],
            sieve: None,
        })
    }

    /// What it noted in the access log once.
    pub(crate) fn noted(&self) -> BTreeSet<String> {
        self.session.as_ref().map(|session| session.noted.clone()).unwrap_or_default()
    }

    /// What a deputy noted in this session is not noted again.
    pub(crate) fn has_noted(&mut self, noted: BTreeSet<String>) {
        if let Some(session) = &mut self.session {
            session.noted.extend(noted);
        }
    }
}

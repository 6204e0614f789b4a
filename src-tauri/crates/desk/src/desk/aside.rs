//! Looks at a store that cannot be written. Who looks at a patient's data leaves a note before it is shown, or is shown nothing.
//! Where the store takes no note it is kept on this computer, and taken over into the access log when the same member next opens
//! the store where it can be written: in the member's own name, with the time and the computer of then.

use super::Desk;
use crate::error::{Code, Outcome, Problem, internal};
use chrono::{DateTime, FixedOffset};
use entaku_domain::event::{AccessEvent, EventBody};
use entaku_store::NoteAside;
use entaku_words::errors::desk;
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Notes that are forgotten at once, after they were taken over.
const AT_ONCE: usize = 64;

/// What is kept of a look.
#[derive(Serialize, Deserialize)]
struct Note {
    at: DateTime<FixedOffset>,
    device: String,
    what: AccessEvent,
}

impl Desk {
    /// Keeps a note on this computer, durably.
    pub(super) fn note_aside(
        &mut self,
        id: String,
        at: DateTime<FixedOffset>,
        what: &AccessEvent,
    ) -> Outcome<()> {
        let folder = self.notes_dir().ok_or_else(|| Problem::of(Code::Store, desk::NO_PLACE_FOR_NOTES))?;
        let note = Note { at, device: self.environment.device.clone(), what: what.clone() };
        let note = NoteAside { id, note: serde_json::to_vec(&note).map_err(internal)? };
        let session = self.session()?;
        Ok(session.store.note_aside(&folder, session.member.id.as_str(), &note)?)
    }

    /// Takes over what waits of this member, where the store can be written.
    pub(super) fn take_over_notes(&mut self) -> Outcome<()> {
        let Some(folder) = self.notes_dir().filter(|folder| folder.is_dir()) else { return Ok(()) };
        let session = self.session()?;
        if session.store.is_read_only() {
            return Ok(());
        }
        let (notes, lost) = session.store.notes_aside(&folder, session.member.id.as_str())?;
        let now = self.environment.clock.now();
        if lost.is_some() {
            self.note_access(AccessEvent::NotesLost)?;
        }
        for notes in notes.chunks(AT_ONCE) {
            for NoteAside { id, note } in notes {
                let Note { at, device, what } = serde_json::from_slice(note).map_err(internal)?;
                let what = AccessEvent::NotedAside { at, device, what: Box::new(what) };
                // One that is there was taken over by a program that was ended before it could forget it.
                self.append_note(id, now, &EventBody::Access { what })?;
            }
            let ids: Vec<String> = notes.iter().map(|note| note.id.clone()).collect();
            self.session()?.store.forget_aside(&folder, &ids)?;
        }
        Ok(())
    }

    fn notes_dir(&self) -> Option<PathBuf> {
        self.environment.state_dir.clone()
    }
}

//! The long part of an act that needs nothing of the store: reading files. A shell with a thread to spare has it done there, and
//! the desk goes on with other acts; what was read is laid out for the act itself, which then only stores. Who asked must still
//! be signed in by then: nothing is done in another's name.

use crate::acts::{InspectFile, Intake};
use crate::ahead::{ReadFile, Reader};
use crate::command::Command;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::permission::require;
use entaku_intake::{Inspection, IntakeError};
use entaku_words::errors::intake_problem;
use serde_json::Value;
use std::collections::VecDeque;
use std::path::{Path, PathBuf};

/// What is read of the files of one intake before the first is stored, in bytes of the files; the desk reads what is beyond it
/// one by one, so that memory stays bounded.
const MOST_AHEAD: u64 = 64 << 20;

/// Work that needs no desk.
pub struct Apart(Box<dyn FnOnce() -> Ready + Send>);

impl Apart {
    /// Of this work.
    pub fn new(work: impl FnOnce() -> Ready + Send + 'static) -> Self {
        Self(Box::new(work))
    }

    /// Does it. Takes its time.
    pub fn work(self) -> Ready {
        (self.0)()
    }
}

/// What was found in a file, and which.
pub(crate) type Inspected = (PathBuf, Result<Inspection, IntakeError>);

/// What came of it, for the act that it belongs to.
#[derive(Default)]
pub struct Ready {
    /// The session in which it was asked.
    session: Option<u64>,
    read: VecDeque<(PathBuf, Outcome<ReadFile>)>,
    inspected: Option<Inspected>,
}

impl Desk {
    /// The part of an act that can be done apart; none where it has none, or would be refused at once.
    pub fn apart(&self, name: &str, args: &Value) -> Option<Apart> {
        match name {
            Intake::NAME => {
                let form: Intake = serde_json::from_value(args.clone()).ok()?;
                require(&self.session.as_ref()?.member, Intake::RIGHT).ok()?;
                let reader = self.reader(form.assembly.as_deref(), form.tumour_sample.as_deref());
                let session = self.session_number();
                Some(Apart::new(move || {
                    let read = read_all(&reader, form.paths, form.batch.unwrap_or(false));
                    Ready { session, read, ..Ready::default() }
                }))
            }
            InspectFile::NAME => {
                let form: InspectFile = serde_json::from_value(args.clone()).ok()?;
                // Those named in the question are opened, or refused, at the desk.
                if form.references.iter().flatten().next().is_some() {
                    return None;
                }
                let reader = self.reader(form.assembly.as_deref(), form.tumour_sample.as_deref());
                let session = self.session_number();
                Some(Apart::new(move || {
                    let path = PathBuf::from(form.path);
                    let found = reader.look_into(&path);
                    Ready { session, inspected: Some((path, found)), ..Ready::default() }
                }))
            }
            _ => None,
        }
    }

    /// Lays out what was read apart, for the act that follows.
    ///
    /// # Errors
    /// When the session in which it was asked is over.
    pub fn lay_out(&mut self, ready: Ready) -> Outcome<()> {
        if ready.session != self.session_number() {
            return Err(Problem::of(Code::Intake, intake_problem::SESSION_OVER));
        }
        let Ready { mut read, inspected, .. } = ready;
        self.read_ahead(Some(Box::new(move |path| {
            let next = read.front().is_some_and(|(of, _)| of == path);
            if next { read.pop_front().map(|(_, file)| file) } else { None }
        })));
        self.inspected = inspected;
        Ok(())
    }

    /// Puts away what the act left lying.
    pub fn put_away(&mut self) {
        self.read_ahead(None);
        self.inspected = None;
    }

    /// What was looked into apart.
    pub(crate) fn take_inspected(&mut self, path: &Path) -> Option<Result<Inspection, IntakeError>> {
        self.inspected.take_if(|(of, _)| of == path).map(|(_, found)| found)
    }
}

/// A file that cannot be used ends the reading of one case; those of a batch are cases of their own.
fn read_all(reader: &Reader, paths: Vec<String>, batch: bool) -> VecDeque<(PathBuf, Outcome<ReadFile>)> {
    let mut room = MOST_AHEAD;
    let mut read = VecDeque::new();
    for path in paths.into_iter().map(PathBuf::from) {
        let size = std::fs::metadata(&path).map_or(0, |file| file.len());
        // The first is read whatever its size: what is too large to be kept is refused by its size alone.
        if size > room && !read.is_empty() {
            break;
        }
        room = room.saturating_sub(size);
        let file = reader.read(&path);
        let refused = file.is_err();
        read.push_back((path, file));
        if refused && !batch {
            break;
        }
    }
    read
}

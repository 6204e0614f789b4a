//! What of an act is done beside the desk, by a shell with a thread to spare, while the desk goes on with other acts. Either it is
//! the part that needs nothing of the store, reading files: what was read is laid out for the act itself, which then only stores.
//! Or it is all of a long act ([`Command::LONG`]), done at a deputy's desk. Who asked must still be signed in when it is over:
//! nothing is stored in another's name, and nothing is shown to another.

use crate::acts::{ImportKnowledge, InspectFile, Intake};
use crate::ahead::{ReadFile, Reader};
use crate::command::Command;
use crate::desk::Desk;
use crate::dispatch::answer;
use crate::error::{ApiError, Code, Outcome, Problem};
use crate::permission::require;
use entaku_intake::{Inspection, IntakeError};
use entaku_words::errors::{desk, intake_problem};
use serde_json::Value;
use serde_json::value::RawValue;
use std::collections::{BTreeSet, VecDeque};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::path::{Path, PathBuf};

/// What is read of the files of one intake before the first is stored, in bytes of the files; the desk reads what is beyond it
/// one by one, so that memory stays bounded.
const MOST_AHEAD: u64 = 64 << 20;

/// Work that needs no desk, or has one of its own.
pub struct Apart {
    work: Box<dyn FnOnce() -> Ready + Send>,
    reads: bool,
}

impl Apart {
    /// That reads files: one after the other is enough, and each may be stopped.
    pub fn reading(work: impl FnOnce() -> Ready + Send + 'static) -> Self {
        Self { work: Box::new(work), reads: true }
    }

    /// That asks the store.
    pub fn asking(work: impl FnOnce() -> Ready + Send + 'static) -> Self {
        Self { work: Box::new(work), reads: false }
    }

    /// Whether it reads files.
    pub fn reads(&self) -> bool {
        self.reads
    }

    /// Does it. Takes its time.
    pub fn work(self) -> Ready {
        (self.work)()
    }
}

/// What a deputy did.
struct Deputed {
    answer: Result<Box<RawValue>, ApiError>,
    /// What it noted in the access log once.
    noted: BTreeSet<String>,
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
    deputed: Option<Deputed>,
}

impl Desk {
    /// What of an act can be done apart; none where nothing can, or where it would be refused at once.
    pub fn apart(&self, name: &str, args: &Value) -> Option<Apart> {
        if let Some(entry) = self.table.iter().find(|entry| entry.name == name && entry.long) {
            return self.by_deputy(entry.name, args.clone());
        }
        match name {
            Intake::NAME => {
                let form: Intake = serde_json::from_value(args.clone()).ok()?;
                require(&self.session.as_ref()?.member, Intake::RIGHT).ok()?;
                let reader = self.reader(form.assembly.as_deref(), form.tumour_sample.as_deref());
                let session = self.session_number();
                Some(Apart::reading(move || {
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
                Some(Apart::reading(move || {
                    let path = PathBuf::from(form.path);
                    let found = reader.look_into(&path);
                    Ready { session, inspected: Some((path, found)), ..Ready::default() }
                }))
            }
            _ => None,
        }
    }

    /// All of an act, to be done at a desk of its own.
    fn by_deputy(&self, name: &'static str, args: Value) -> Option<Apart> {
        let mut deputy = self.deputy()?;
        let session = self.session_number();
        let work = move || {
            let answer = answer(&mut deputy, name, args);
            let deputed = Deputed { answer, noted: deputy.noted() };
            Ready { session, deputed: Some(deputed), ..Ready::default() }
        };
        Some(if name == ImportKnowledge::NAME { Apart::reading(work) } else { Apart::asking(work) })
    }

    /// Carries out an act after what of it could be done apart was done.
    ///
    /// # Errors
    /// With the code and the words of what went wrong, in the desk's language.
    pub fn act_after(
        &mut self,
        mut ready: Ready,
        name: &str,
        args: Value,
    ) -> Result<Box<RawValue>, ApiError> {
        if let Some(Deputed { answer, noted }) = ready.deputed.take() {
            if ready.session != self.session_number() {
                // It is done, and may hold a patient's data.
                let over =
                    |_| Err(Problem::of(Code::NotSignedIn, desk::DONE_SESSION_OVER).said(self.language));
                return answer.and_then(over);
            }
            self.has_noted(noted);
            return answer;
        }
        if let Err(problem) = self.lay_out(ready) {
            return Err(problem.said(self.language));
        }
        let answer = catch_unwind(AssertUnwindSafe(|| answer(self, name, args)));
        // Also after a panic: what was read for this act is for no other.
        self.put_away();
        answer.unwrap_or_else(|panic| resume_unwind(panic))
    }

    /// Lays out what was read apart, for the act that follows.
    ///
    /// # Errors
    /// When the session in which it was asked is over.
    pub(crate) fn lay_out(&mut self, ready: Ready) -> Outcome<()> {
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
    pub(crate) fn put_away(&mut self) {
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

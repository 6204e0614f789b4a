//! Files that are written where a person said.

use super::Desk;
use crate::error::{Code, Outcome, Problem};
use crate::files::Unwritten;
use entaku_store::StoreError;
use entaku_words::errors::desk;

/// Why a file was not written: the file's fault, or that of what was to be written.
pub(crate) enum FileProblem {
    Unwritten(Unwritten),
    Told(Problem),
}

impl From<Unwritten> for FileProblem {
    fn from(why: Unwritten) -> Self {
        Self::Unwritten(why)
    }
}

impl From<StoreError> for FileProblem {
    fn from(error: StoreError) -> Self {
        Self::Told(error.into())
    }
}

/// Why nothing was written there, for people.
pub(crate) fn unwritten(path: &std::path::Path, why: FileProblem) -> Problem {
    let shown = path.display();
    let words = match why {
        FileProblem::Told(problem) => return problem,
        FileProblem::Unwritten(Unwritten::InStore(store)) => desk::in_store(&shown, store.display()),
        FileProblem::Unwritten(Unwritten::NoFile) => desk::no_file(&shown),
        FileProblem::Unwritten(Unwritten::NotEmpty) => desk::not_empty(&shown),
        FileProblem::Unwritten(Unwritten::Refused(error)) => desk::unwritable(&shown, &error),
    };
    Problem::of(Code::File, words)
}

impl Desk {
    /// Writes a file whole, where a person said, and notes where it lies.
    pub(crate) fn write_file(&self, out: &str, bytes: &[u8]) -> Outcome<()> {
        self.write_file_by(out, |file| {
            std::io::Write::write_all(file, bytes).map_err(Unwritten::from).map_err(Into::into)
        })
    }

    /// As [`Desk::write_file`], for what is too long to be in memory.
    pub(crate) fn write_file_by<T>(
        &self,
        out: &str,
        write: impl FnOnce(&mut std::fs::File) -> Result<T, FileProblem>,
    ) -> Outcome<T> {
        let path = std::path::Path::new(out);
        let done = crate::files::write_whole(path, write).map_err(|why| unwritten(path, why))?;
        self.written.note(path);
        Ok(done)
    }
}

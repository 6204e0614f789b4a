//! How far the reading of a file got, told to whoever waits for it, and the wish to stop it. Shared with the shells:
//! the desk itself is busy while it reads.

use entaku_intake::Progress;
use serde::Serialize;
use std::ops::ControlFlow;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// How far a reading got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Reading {
    /// File name.
    pub file: String,
    /// Bytes read.
    pub bytes: u64,
    /// Size of the file, where it is known.
    pub total: Option<u64>,
}

#[derive(Debug, Default)]
struct State {
    reading: Option<Reading>,
    stop: bool,
}

/// A view of the reading under way; clones look at the same one.
#[derive(Debug, Clone, Default)]
pub struct Watch(Arc<Mutex<State>>);

impl Watch {
    /// The file being read, if any.
    pub fn reading(&self) -> Option<Reading> {
        self.state().reading.clone()
    }

    /// Asks the reading under way to stop; nothing of it is kept. Without one, nothing happens.
    pub fn stop(&self) {
        let mut state = self.state();
        state.stop = state.reading.is_some();
    }

    /// Reads a file while people may look on and stop it.
    pub(crate) fn during<T>(
        &self,
        file: &str,
        read: impl FnOnce(&mut dyn FnMut(Progress) -> ControlFlow<()>) -> T,
    ) -> T {
        *self.state() =
            State { reading: Some(Reading { file: file.to_owned(), bytes: 0, total: None }), stop: false };
        let outcome = read(&mut |progress| {
            let mut state = self.state();
            if let Some(reading) = &mut state.reading {
                (reading.bytes, reading.total) = (progress.bytes, progress.total);
            }
            if state.stop { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        *self.state() = State::default();
        outcome
    }

    fn state(&self) -> MutexGuard<'_, State> {
        // Plain values that are whole at every moment: a panic elsewhere leaves nothing half done here.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reading_is_seen_and_stopped_from_outside() {
        let watch = Watch::default();
        watch.stop();
        let step = |bytes| Progress { bytes, total: Some(10) };
        let outcome = watch.during("a.vcf", |go_on| {
            assert!(go_on(step(4)).is_continue(), "a wish from before the reading does not stop it");
            assert_eq!(
                watch.reading().map(|reading| (reading.file, reading.bytes)),
                Some(("a.vcf".to_owned(), 4))
            );
            watch.stop();
            go_on(step(5))
        });
        assert!(outcome.is_break());
        assert_eq!(watch.reading(), None, "nothing is being read any more");
    }
}

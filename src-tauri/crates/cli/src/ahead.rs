//! Reads the files of an intake several at a time, while the desk stores one after the other. Results are handed over in the
//! order of the files, so that numbers of cases and what is printed are those of a reading one by one.

use entaku_desk::{Outcome, ReadFile, Reader};
use std::num::NonZero;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::thread::available_parallelism;
use tokio::runtime::{Builder, Handle, Runtime};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc, oneshot};

/// More readers than this would wait for the disk, each with a file and its draft in memory.
const MOST_AT_ONCE: usize = 8;

/// How many files are read at once.
fn at_once() -> usize {
    available_parallelism().map_or(1, NonZero::get).min(MOST_AT_ONCE)
}

/// The runtime that reads and listens.
pub(crate) fn runtime() -> std::io::Result<Runtime> {
    Builder::new_multi_thread().worker_threads(1).max_blocking_threads(at_once()).enable_all().build()
}

/// A file on its way: its path, and where it arrives.
type Coming = (PathBuf, oneshot::Receiver<(Outcome<ReadFile>, OwnedSemaphorePermit)>);

/// Begins to read these files, in their order. The answer gives the desk the next one and waits for it; of no other path
/// than the next it has anything.
pub(crate) fn read(
    runtime: &Handle,
    reader: Reader,
    paths: Vec<PathBuf>,
) -> impl FnMut(&Path) -> Option<Outcome<ReadFile>> + Send + use<> {
    let reader = Arc::new(reader);
    // Read and not yet taken, or being read: one more than are read at once, so that nobody waits for the desk.
    let room = Arc::new(Semaphore::new(at_once() + 1));
    let (send, mut coming) = mpsc::channel::<Coming>(1);
    runtime.spawn(async move {
        for path in paths {
            let Ok(place) = Arc::clone(&room).acquire_owned().await else { return };
            let (arrive, arrival) = oneshot::channel();
            let (reader, file) = (Arc::clone(&reader), path.clone());
            tokio::task::spawn_blocking(move || {
                // Whoever waited may have gone: an intake that failed at an earlier file.
                let _ = arrive.send((reader.read(&file), place));
            });
            if send.send((path, arrival)).await.is_err() {
                return;
            }
        }
    });
    let mut next: Option<Coming> = None;
    move |wanted| {
        let (path, arrival) = next.take().or_else(|| coming.blocking_recv())?;
        if path != wanted {
            next = Some((path, arrival));
            return None;
        }
        // A reader that burst is no answer: the desk reads that file itself, and bursts where people see it.
        let (read, place) = arrival.blocking_recv().ok()?;
        // The next file may be begun: this one is the desk's now.
        drop(place);
        Some(read)
    }
}

//! How far a long reading got, on standard error, for people who wait at a terminal.

use entaku_desk::Watch;
use std::io::{IsTerminal, Write};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

/// Shorter readings need no words.
const EVERY: Duration = Duration::from_secs(1);

/// Tells of the reading under way until it is dropped.
pub(crate) struct Progress(
    #[expect(dead_code, reason = "held so that the thread ends when it is dropped")] Sender<()>,
);

impl Progress {
    /// Begins to tell, once a second and on one line. Silent where standard error is no terminal.
    pub(crate) fn shown(watch: Watch) -> Self {
        let (held, ended) = channel::<()>();
        if std::io::stderr().is_terminal() {
            std::thread::spawn(move || {
                let mut told = false;
                while ended.recv_timeout(EVERY) == Err(RecvTimeoutError::Timeout) {
                    let Some(reading) = watch.reading() else { continue };
                    let percent =
                        reading.total.filter(|total| *total > 0).map(|total| reading.bytes * 100 / total);
                    let how_far =
                        percent.map_or_else(|| format!("{} MiB", reading.bytes >> 20), |p| format!("{p} %"));
                    let _ = write!(std::io::stderr(), "\r{}: {how_far}   ", reading.file);
                    told = true;
                }
                if told {
                    let _ = writeln!(std::io::stderr());
                }
            });
        }
        Self(held)
    }
}

//! Ctrl-C while files are read. The first ends the reading at the next clean point: what is being stored is stored whole,
//! and nothing of what comes after. The second, and one that comes while nothing is read, ends the program at once, as it
//! would have without us; the store survives that as it survives a power failure.

use entaku_desk::Watch;
use std::io::Write;
use std::sync::atomic::{AtomicBool, Ordering};
use tokio::runtime::Handle;

/// Status of a program that its user interrupted, as shells tell it: 128 and the number of the signal.
pub(crate) const STATUS: u8 = 130;

/// Whether files are being read and stored. Signals are the whole program's, and so is this.
static READING: AtomicBool = AtomicBool::new(false);
/// Whether somebody listens already.
static LISTENED: AtomicBool = AtomicBool::new(false);
/// Whether a reading was ended.
static ASKED: AtomicBool = AtomicBool::new(false);

/// As long as it lives, Ctrl-C ends the reading.
pub(crate) struct Interruptible;

impl Interruptible {
    /// From here on Ctrl-C ends the readings of this watch. Nothing is done about it before somebody asks for this: a
    /// password is typed, for instance, where Ctrl-C is to end the program.
    pub(crate) fn by_ctrl_c(watch: Watch, runtime: &Handle) -> Self {
        READING.store(true, Ordering::SeqCst);
        // Two who listened would both hear one Ctrl-C, and the second would take it for the second.
        if LISTENED.swap(true, Ordering::SeqCst) {
            return Self;
        }
        // Listening begins here and not when the task first runs: no signal is to fall between.
        let guard = runtime.enter();
        let listening = Listening::begin();
        drop(guard);
        runtime.spawn(async move {
            let Some(mut listening) = listening else { return };
            while listening.heard().await {
                if !READING.load(Ordering::SeqCst) || ASKED.swap(true, Ordering::SeqCst) {
                    std::process::exit(STATUS.into());
                }
                watch.end();
                let said =
                    "\nentaku-cli: stopping after the file that is being stored; Ctrl-C again ends at once";
                let _ = writeln!(std::io::stderr(), "{said}");
            }
        });
        Self
    }
}

impl Drop for Interruptible {
    fn drop(&mut self) {
        READING.store(false, Ordering::SeqCst);
    }
}

/// Whether Ctrl-C ended a reading.
pub(crate) fn asked() -> bool {
    ASKED.load(Ordering::SeqCst)
}

#[cfg(unix)]
struct Listening(tokio::signal::unix::Signal);

#[cfg(unix)]
impl Listening {
    fn begin() -> Option<Self> {
        tokio::signal::unix::signal(tokio::signal::unix::SignalKind::interrupt()).ok().map(Self)
    }

    async fn heard(&mut self) -> bool {
        self.0.recv().await.is_some()
    }
}

#[cfg(windows)]
struct Listening(tokio::signal::windows::CtrlC);

#[cfg(windows)]
impl Listening {
    fn begin() -> Option<Self> {
        tokio::signal::windows::ctrl_c().ok().map(Self)
    }

    async fn heard(&mut self) -> bool {
        self.0.recv().await.is_some()
    }
}

//! The worker as seen from outside: started, listened to, killed.
use std::io::{BufRead, BufReader, Read};
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::time::Duration;

use crate::place;

/// A worker that has opened the store and begins its acts.
pub struct Worker {
    child: Child,
    says: BufReader<ChildStdout>,
    said: String,
}

/// What a worker said before its end.
#[derive(Debug, Clone, Default)]
pub struct Heard {
    /// Number of the last act begun; 0 for none.
    pub begun: u64,
    /// The acts the desk acknowledged: number, and the case where a new one was made.
    pub done: Vec<(u64, String)>,
    /// Edits refused as stale.
    pub stale: u64,
    /// Acts that were refused, with the code and the words.
    pub refused: Vec<(u64, String)>,
}

impl Heard {
    /// Number of the last act acknowledged; 0 for none.
    pub fn last_done(&self) -> u64 {
        self.done.last().map_or(0, |(act, _)| *act)
    }

    /// Whether the end came between the beginning of an act and its acknowledgement.
    pub fn was_amid_an_act(&self) -> bool {
        self.begun > self.last_done()
    }

    /// What its lines say.
    pub fn read(text: &str) -> Self {
        let mut heard = Self::default();
        // A last line without its end was cut by the kill: it acknowledges nothing.
        let whole = text.rfind('\n').map_or("", |end| &text[..end]);
        for line in whole.lines() {
            let mut words = line.split(' ');
            let number = |words: &mut std::str::Split<'_, char>| {
                words.next().and_then(|word| word.parse().ok()).expect("an act has a number")
            };
            match words.next() {
                Some("begin") => heard.begun = number(&mut words),
                Some("done") => {
                    heard.done.push((number(&mut words), words.next().unwrap_or_default().to_owned()))
                }
                Some("stale") => heard.stale += 1,
                Some("refused") => {
                    heard.refused.push((number(&mut words), words.collect::<Vec<_>>().join(" ")))
                }
                _ => panic!("the worker says what nobody understands: {line}"),
            }
        }
        heard
    }
}

impl Worker {
    /// Starts it on a store and waits until it has opened it.
    pub fn start(store: &Path, words: &[&str]) -> Self {
        let mut command = Command::new(place::worker());
        command.arg(store).args(words).stdin(Stdio::null()).stdout(Stdio::piped());
        let mut child = command.spawn().expect("the worker starts");
        let mut says = BufReader::new(child.stdout.take().expect("its output is piped"));
        let mut first = String::new();
        says.read_line(&mut first).expect("the worker speaks UTF-8");
        assert_eq!(first, "ready\n", "the worker opens the store");
        Self { child, says, said: String::new() }
    }

    /// Waits until its first act is acknowledged.
    pub fn wait_for_an_act(&mut self) {
        while !self.said.contains("done") {
            let read = self.says.read_line(&mut self.said).expect("the worker speaks UTF-8");
            assert_ne!(read, 0, "the worker works until it is killed: {}", self.said);
        }
    }

    /// Lets it work for this long, then kills it as a power switch would: SIGKILL, no farewell.
    pub fn kill_after(mut self, time: Duration) -> Heard {
        std::thread::sleep(time);
        self.child.kill().expect("the worker can be killed");
        let heard = self.listen_to_the_end();
        let status = self.child.wait().expect("the worker has ended");
        assert_eq!(status.signal(), Some(9), "it was the kill that ended it: {status}");
        heard
    }

    /// Lets it finish.
    pub fn finish(mut self) -> Heard {
        let heard = self.listen_to_the_end();
        let status = self.child.wait().expect("the worker has ended");
        assert!(status.success(), "the worker does all its acts: {status}");
        heard
    }

    fn listen_to_the_end(&mut self) -> Heard {
        self.says.read_to_string(&mut self.said).expect("the worker speaks UTF-8");
        Heard::read(&self.said)
    }
}

//! The terminal's program, run as a script would run it.
use std::ffi::OsStr;
use std::io::Write;
#[cfg(unix)]
use std::os::unix::{fs::MetadataExt, process::CommandExt};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::desk::PASSWORD;
use crate::place::{self, Folder};

/// Runs `entaku-cli --json` on one store.
pub struct Terminal {
    store: PathBuf,
    home: Folder,
    password: String,
    /// Whether it runs as a user who has no right but to read.
    reader: bool,
    homeless: bool,
}

/// The user who owns nothing.
#[cfg(unix)]
const NOBODY: u32 = 65534;

/// Whether the tests run with every right, which no folder stops: told by whose the folders are that they make.
#[cfg(unix)]
fn is_root(made: &std::path::Path) -> bool {
    let parent = made.parent().unwrap_or(made);
    let probe = parent.join(format!("entaku-whose-{}", std::process::id()));
    let _ = std::fs::write(&probe, b"");
    let whose = std::fs::metadata(&probe).map(|probe| probe.uid());
    let _ = std::fs::remove_file(&probe);
    whose.is_ok_and(|whose| whose == 0)
}

/// How a run ended.
#[derive(Debug)]
pub struct Ended {
    /// Exit status: 0 done, 1 refused or failed, 2 usage.
    pub status: i32,
    /// Standard output as it came.
    pub stdout: String,
    /// Standard error as it came.
    pub stderr: String,
}

impl Terminal {
    /// On the store in this folder, existing or yet to be made.
    pub fn on(store: impl Into<PathBuf>) -> Self {
        Self {
            store: store.into(),
            home: Folder::new("terminal"),
            password: PASSWORD.to_owned(),
            reader: false,
            homeless: false,
        }
    }

    /// With another password.
    pub fn with_password(mut self, password: &str) -> Self {
        self.password = password.to_owned();
        self
    }

    /// As a user who may read the store and not write it: where the tests run with every right, as nobody.
    pub fn reading_only(mut self, reader: bool) -> Self {
        self.reader = reader;
        #[cfg(unix)]
        if reader && is_root(self.home.path()) {
            std::os::unix::fs::chown(self.home.path(), Some(NOBODY), Some(NOBODY))
                .expect("the home is given away");
        }
        self
    }

    /// As a user without a home.
    pub fn homeless(mut self, homeless: bool) -> Self {
        self.homeless = homeless;
        self
    }

    /// The home it runs with.
    pub fn home(&self) -> &std::path::Path {
        self.home.path()
    }

    /// The command, ready to be started; for tests that kill it.
    pub fn command<S: AsRef<OsStr>>(&self, words: &[S]) -> Command {
        let mut command = Command::new(place::cli());
        command.arg("--store").arg(&self.store).arg("--json").args(words);
        command
            .env("ENTAKU_PASSWORD", &self.password)
            .env("HOME", self.home.path())
            .env_remove("XDG_DATA_HOME")
            .env_remove("XDG_STATE_HOME");
        if self.homeless {
            command.env_remove("HOME");
        }
        #[cfg(unix)]
        if self.reader && is_root(self.home.path()) {
            command.uid(NOBODY).gid(NOBODY);
        }
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs it to its end.
    pub fn run<S: AsRef<OsStr>>(&self, words: &[S]) -> Ended {
        self.run_with_input(words, "")
    }

    /// Runs it to its end with this on standard input.
    pub fn run_with_input<S: AsRef<OsStr>>(&self, words: &[S], input: &str) -> Ended {
        let mut child =
            self.command(words).stdin(Stdio::piped()).spawn().expect("the terminal's program starts");
        let mut stdin = child.stdin.take().expect("its input is piped");
        let input = input.to_owned();
        // From another thread: a program that answers before it has read everything must not hang the test.
        let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
        let output = child.wait_with_output().expect("the terminal's program ends");
        // A program that refuses its input closes it early; that is for the test to judge by the status.
        let _ = writer.join();
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("the terminal speaks UTF-8");
        Ended {
            status: output.status.code().unwrap_or(-1),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    /// Runs what must go well and gives its one JSON document.
    pub fn ok<S: AsRef<OsStr>>(&self, words: &[S]) -> Value {
        let ended = self.run(words);
        assert_eq!(ended.status, 0, "it goes well: {ended:?}");
        serde_json::from_str(&ended.stdout)
            .unwrap_or_else(|error| panic!("one JSON document ({error}): {ended:?}"))
    }

    /// Runs what must be refused and gives the error of the last line of standard error.
    pub fn refused<S: AsRef<OsStr>>(&self, words: &[S]) -> Value {
        let ended = self.run(words);
        assert_eq!(ended.status, 1, "it is refused: {ended:?}");
        let last = ended.stderr.lines().last().unwrap_or_default();
        serde_json::from_str(last).unwrap_or_else(|error| panic!("an error as JSON ({error}): {ended:?}"))
    }
}

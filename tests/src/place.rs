//! Where tests work and what they start: own folders, so that no test touches a person's data.
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

/// A folder of one test, removed with all in it when the test is over.
pub struct Folder(PathBuf);

impl Folder {
    /// Makes an empty folder; `name` tells in a listing whose it is.
    pub fn new(name: &str) -> Self {
        static MADE: AtomicU32 = AtomicU32::new(0);
        let number = MADE.fetch_add(1, Ordering::Relaxed);
        let path = std::env::temp_dir().join(format!("entaku-{name}-{}-{number}", std::process::id()));
        std::fs::create_dir_all(&path)
            .unwrap_or_else(|error| panic!("cannot make {}: {error}", path.display()));
        Self(path)
    }

    /// The folder.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// A name in the folder.
    pub fn join(&self, name: impl AsRef<Path>) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays is in the system's temporary folder; a failure here must not hide the test's own.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// The window's program: `ENTAKU_APP`, or the one beside the running test.
pub fn app() -> PathBuf {
    program("ENTAKU_APP", "entaku")
}

/// The terminal's program: `ENTAKU_CLI`, or the one beside the running test.
pub fn cli() -> PathBuf {
    program("ENTAKU_CLI", "entaku-cli")
}

/// The program that works at a store without pause and is killed: `ENTAKU_WORKER`, or the one beside the running test.
pub fn worker() -> PathBuf {
    program("ENTAKU_WORKER", "worker")
}

/// Where pictures and other left-overs of failed tests go.
pub fn left_overs() -> PathBuf {
    let folder = built().join("left-overs");
    let _ = std::fs::create_dir_all(&folder);
    folder
}

fn program(variable: &str, name: &str) -> PathBuf {
    let path = match std::env::var_os(variable) {
        Some(path) => PathBuf::from(path),
        None => built().join(format!("{name}{}", std::env::consts::EXE_SUFFIX)),
    };
    assert!(path.is_file(), "{} is not built: run the tests with `cargo xtask test`", path.display());
    path
}

/// `target/debug`: a running program lies in it, a running test in its folder `deps`.
pub fn built() -> PathBuf {
    let running = std::env::current_exe().expect("a running program has a path");
    let folder = running.parent().expect("a program lies in a folder");
    let above = folder.parent().filter(|_| folder.ends_with("deps"));
    above.unwrap_or(folder).to_path_buf()
}

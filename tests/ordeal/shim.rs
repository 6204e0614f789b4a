//! What stands between a worker and its disk: a small library in C (`shim.c`), built when the ordeal is run.
use std::path::{Path, PathBuf};
use std::process::Command;

use entaku_tests::place::Folder;

/// The library, built, in a folder of its own.
pub struct Shim {
    folder: Folder,
}

impl Shim {
    /// Builds it.
    pub fn build() -> Result<Self, String> {
        let folder = Folder::new("ordeal-shim");
        let source = folder.join("shim.c");
        std::fs::write(&source, include_str!("shim.c")).map_err(|error| error.to_string())?;
        let built = Command::new("cc")
            .args(["-O1", "-shared", "-fPIC", "-o"])
            .arg(folder.join("shim.so"))
            .arg(&source)
            .args(["-ldl", "-lpthread"])
            .output()
            .map_err(|error| format!("a C compiler named cc is needed: {error}"))?;
        if built.status.success() {
            Ok(Self { folder })
        } else {
            Err(format!("cc refuses the shim: {}", String::from_utf8_lossy(&built.stderr)))
        }
    }

    /// Where it lies.
    pub fn path(&self) -> PathBuf {
        self.folder.join("shim.so")
    }

    /// A worker whose disk is under this folder.
    pub fn worker(&self, under: &Path) -> Command {
        let mut worker = Command::new(entaku_tests::place::worker());
        worker.env("LD_PRELOAD", self.path()).env("ORDEAL_UNDER", under);
        worker
    }
}

//! Files written whole or not at all.

use std::fs::{self, File};
use std::io::{Error, ErrorKind, Write};
use std::path::Path;

/// Writes beside the target, makes it durable, then puts it in place: a crash leaves the old file or the new one.
pub(crate) fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let name =
        path.file_name().ok_or_else(|| Error::new(ErrorKind::InvalidInput, "a file name is expected"))?;
    let mut beside = name.to_os_string();
    beside.push(".part");
    let part = path.with_file_name(beside);
    let written = File::create(&part).and_then(|mut file| {
        file.write_all(bytes)?;
        file.sync_all()
    });
    let placed = written.and_then(|()| fs::rename(&part, path));
    if placed.is_err() {
        // What is left of a failed attempt helps nobody; the error that matters is the first one.
        let _ = fs::remove_file(&part);
    }
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failed_write_leaves_nothing_behind() {
        let missing = std::env::temp_dir().join("entaku-no-such-folder").join("a.pdf");
        assert!(write_whole(&missing, b"x").is_err());
        assert!(!missing.exists());
    }
}

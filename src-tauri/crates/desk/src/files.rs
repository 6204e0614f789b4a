//! Files written where a person said: whole or not at all, for that person's eyes alone, and never over what is no file of
//! theirs.

use std::fs::{self, File, OpenOptions};
use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf};

/// As many leftovers of the same name as are passed over.
const TRIES: u32 = 100;

/// Why a file is not written at a place.
#[derive(Debug)]
pub(crate) enum Unwritten {
    /// It would lie in a store's folder, among the files that the store lives by.
    InStore(PathBuf),
    /// Something stands there that is no file: a folder, a device, or a link that leads elsewhere.
    NoFile,
    /// A folder is asked for, and what stands there is none, or holds something.
    NotEmpty,
    /// The system refused.
    Refused(Error),
}

impl From<Error> for Unwritten {
    fn from(error: Error) -> Self {
        Self::Refused(error)
    }
}

/// Writes beside the target, makes it durable, then puts it in place: a crash leaves the old file or the new one. The file
/// can be read by its owner alone.
pub(crate) fn write_whole<T, E: From<Unwritten>>(
    path: &Path,
    write: impl FnOnce(&mut File) -> Result<T, E>,
) -> Result<T, E> {
    let path = free_place(path)?;
    let (mut file, part) = begin(&path).map_err(Unwritten::from)?;
    let durable =
        |file: File| file.sync_all().and_then(|()| fs::rename(&part, &path)).map_err(Unwritten::from);
    let placed = write(&mut file).and_then(|done| {
        durable(file)?;
        Ok(done)
    });
    if placed.is_err() {
        // What is left of a failed attempt helps nobody; the error that matters is the first one.
        let _ = fs::remove_file(&part);
    }
    placed
}

/// Fills a folder that is new or holds nothing: beside it, then put in place whole. Its owner alone may look into it.
pub(crate) fn fill_folder<T, E: From<Unwritten>>(
    path: &Path,
    fill: impl FnOnce(&Path) -> Result<T, E>,
) -> Result<T, E> {
    let path = place(path)?;
    match fs::symlink_metadata(&path) {
        Ok(there) if !there.is_dir() => return Err(Unwritten::NotEmpty.into()),
        Ok(_) if fs::read_dir(&path).map_err(Unwritten::from)?.next().is_some() => {
            return Err(Unwritten::NotEmpty.into());
        }
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(Unwritten::from(error).into()),
    }
    let mut new = fs::DirBuilder::new();
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut new, 0o700);
    let ((), part) = beside(&path, |part| new.create(part)).map_err(Unwritten::from)?;
    let filled = fill(&part).and_then(|done| {
        // Only an empty folder goes away here.
        let _ = fs::remove_dir(&path);
        fs::rename(&part, &path).map_err(Unwritten::from)?;
        Ok(done)
    });
    if filled.is_err() {
        let _ = fs::remove_dir_all(&part);
    }
    filled
}

/// The place itself, where a file may be written there.
fn free_place(path: &Path) -> Result<PathBuf, Unwritten> {
    let path = place(path)?;
    // A link is looked at itself, and not what it leads to.
    match fs::symlink_metadata(&path) {
        Ok(there) if !there.is_file() => return Err(Unwritten::NoFile),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(error.into()),
    }
    Ok(path)
}

/// The place by its real folder, where that is none of a store's.
fn place(path: &Path) -> Result<PathBuf, Unwritten> {
    let name =
        path.file_name().ok_or_else(|| Error::new(ErrorKind::InvalidInput, "a file name is expected"))?;
    let folder = match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent,
        _ => Path::new("."),
    };
    // As it is, whatever links lead there.
    let folder = folder.canonicalize()?;
    if let Some(store) = folder.ancestors().find(|above| entaku_store::is_store(above)) {
        return Err(Unwritten::InStore(store.to_owned()));
    }
    Ok(folder.join(name))
}

/// A new file beside the target: never one that stands there already, whoever put it there.
fn begin(path: &Path) -> Result<(File, PathBuf), Error> {
    let mut new = OpenOptions::new();
    new.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut new, 0o600);
    beside(path, |part| new.open(part))
}

/// Makes something new beside the target, under the first name that is free.
fn beside<T>(path: &Path, make: impl Fn(&Path) -> Result<T, Error>) -> Result<(T, PathBuf), Error> {
    let name = path.file_name().unwrap_or_default();
    let mut last = None;
    for number in 0..TRIES {
        let mut called = std::ffi::OsString::from(".");
        called.push(name);
        called.push(format!(".{}-{number}.part", std::process::id()));
        let part = path.with_file_name(called);
        match make(&part) {
            Ok(made) => return Ok((made, part)),
            Err(error) if error.kind() == ErrorKind::AlreadyExists => last = Some(error),
            Err(error) => return Err(error),
        }
    }
    Err(last.unwrap_or_else(|| ErrorKind::AlreadyExists.into()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    fn write_whole(path: &Path, bytes: &[u8]) -> Result<(), Unwritten> {
        super::write_whole(path, |file| file.write_all(bytes).map_err(Unwritten::from))
    }

    /// A folder that goes with its test.
    struct Place(PathBuf);

    impl Place {
        fn new(name: &str) -> Self {
            let path = std::env::temp_dir().join(format!("entaku-files-{}-{name}", std::process::id()));
            fs::create_dir_all(&path).unwrap();
            Self(path.canonicalize().unwrap())
        }
    }

    impl Drop for Place {
        fn drop(&mut self) {
            let _ = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_failed_write_leaves_nothing_behind() {
        let missing = std::env::temp_dir().join("entaku-no-such-folder").join("a.pdf");
        assert!(matches!(write_whole(&missing, b"x"), Err(Unwritten::Refused(_))));
        assert!(!missing.exists());
    }

    #[test]
    fn nothing_is_written_among_the_files_of_a_store_nor_below_it_by_whatever_way() {
        let place = Place::new("store");
        let store = place.0.join("store");
        fs::create_dir_all(store.join("below")).unwrap();
        fs::write(store.join("keys.json"), "keys").unwrap();
        fs::write(store.join("store.db"), "database").unwrap();
        for out in ["store/keys.json", "store/new.pdf", "store/below/new.pdf", "store/below/../keys.json"] {
            let written = write_whole(&place.0.join(out), b"x");
            assert!(matches!(written, Err(Unwritten::InStore(of)) if of == store), "{out}");
        }
        assert_eq!(fs::read(store.join("keys.json")).unwrap(), b"keys");
        write_whole(&place.0.join("beside.pdf"), b"x").unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn a_link_a_device_and_a_folder_stay_what_they_are() {
        let place = Place::new("links");
        let (target, link) = (place.0.join("target"), place.0.join("link.pdf"));
        fs::write(&target, "theirs").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        let store = place.0.join("store");
        fs::create_dir_all(&store).unwrap();
        fs::write(store.join("keys.json"), "keys").unwrap();
        fs::write(store.join("store.db"), "database").unwrap();
        std::os::unix::fs::symlink(&store, place.0.join("elsewhere")).unwrap();
        for path in [link.as_path(), Path::new("/dev/null"), place.0.as_path()] {
            assert!(matches!(write_whole(path, b"x"), Err(Unwritten::NoFile)), "{}", path.display());
        }
        let by_link = write_whole(&place.0.join("elsewhere/keys.json"), b"x");
        assert!(matches!(by_link, Err(Unwritten::InStore(_))), "a folder is looked at where it leads");
        assert_eq!(fs::read(&target).unwrap(), b"theirs");
        assert_eq!(fs::read(store.join("keys.json")).unwrap(), b"keys");
    }

    #[cfg(unix)]
    #[test]
    fn a_file_is_for_its_owner_alone_and_takes_the_place_of_an_older_one_and_of_no_planted_part() {
        use std::os::unix::fs::PermissionsExt;
        let place = Place::new("mode");
        let (out, planted) = (place.0.join("a.pdf"), place.0.join("planted"));
        fs::write(&out, "older").unwrap();
        let part = place.0.join(format!(".a.pdf.{}-0.part", std::process::id()));
        std::os::unix::fs::symlink(&planted, &part).unwrap();
        write_whole(&out, b"newer").unwrap();
        assert_eq!(fs::read(&out).unwrap(), b"newer");
        assert_eq!(fs::metadata(&out).unwrap().permissions().mode() & 0o777, 0o600);
        assert!(!planted.exists(), "what was planted is not written through");
    }
}

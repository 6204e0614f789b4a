//! The files that people had written since they signed in, and where each of them lies. Shared with the window, which opens
//! the folder of such a file and of no other.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// Files that are remembered; who writes more has forgotten the first.
const MOST: usize = 200;

/// The files written; clones look at the same ones.
#[derive(Debug, Clone, Default)]
pub struct WrittenFiles(Arc<Mutex<VecDeque<(String, PathBuf)>>>);

impl WrittenFiles {
    /// The folder of a file that was written, by the path that the answer gave. None for every other path, also for
    /// another way of writing that one.
    pub fn folder_of(&self, file: &str) -> Option<PathBuf> {
        self.files().iter().rev().find(|(written, _)| written == file).map(|(_, folder)| folder.clone())
    }

    /// Notes a file that was just written; the desk does so itself. A folder that cannot be named for certain is not noted.
    pub fn note(&self, path: &Path) {
        let whole = path.canonicalize();
        let Some(folder) = whole.as_ref().ok().and_then(|whole| whole.parent()) else { return };
        let mut files = self.files();
        files.push_back((path.display().to_string(), folder.to_owned()));
        if files.len() > MOST {
            files.pop_front();
        }
    }

    /// Forgets all: another person may sit down.
    pub(crate) fn forget(&self) {
        self.files().clear();
    }

    fn files(&self) -> MutexGuard<'_, VecDeque<(String, PathBuf)>> {
        // Whole at every moment: a panic elsewhere leaves nothing half done here.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_files_that_were_written_have_a_folder() {
        let folder = std::env::temp_dir().join(format!("entaku-written-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("inner")).unwrap();
        let file = folder.join("a.pdf");
        std::fs::write(&file, b"x").unwrap();
        let written = WrittenFiles::default();
        let seen = written.clone();
        written.note(&file);
        written.note(&folder.join("never.pdf"));
        let text = file.display().to_string();
        assert_eq!(
            seen.folder_of(&text),
            Some(folder.canonicalize().unwrap()),
            "clones look at the same files"
        );
        let others = [
            folder.join("never.pdf"),
            folder.join("inner/../a.pdf"),
            folder.join("./b.pdf"),
            folder.clone(),
            PathBuf::from("/etc/passwd"),
            PathBuf::from("https://example.org/a.pdf"),
            PathBuf::new(),
        ];
        for other in others {
            assert_eq!(seen.folder_of(&other.display().to_string()), None, "{}", other.display());
        }
        written.forget();
        assert_eq!(seen.folder_of(&text), None, "nothing is left for who comes next");
        std::fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn what_is_remembered_is_bounded() {
        let file = std::env::temp_dir().join(format!("entaku-written-{}.pdf", std::process::id()));
        std::fs::write(&file, b"x").unwrap();
        let written = WrittenFiles::default();
        (0..MOST * 2).for_each(|_| written.note(&file));
        assert_eq!(written.files().len(), MOST);
        std::fs::remove_file(file).unwrap();
    }
}

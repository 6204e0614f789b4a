//! What both shells tell the desk about this computer: the time, the computer's name, and where its store lies.
//! The only place in the program that reads the clock and the environment for it.
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use entaku_desk::{Clock, Environment, KdfParams};

/// The surroundings of a desk whose store is in this folder, or in the platform's data folder.
/// `None` when no folder is named and this user has no home.
pub fn environment(store: Option<PathBuf>) -> Option<Environment> {
    Some(Environment {
        clock: std::sync::Arc::new(WallClock),
        state_dir: state_folder(|name| std::env::var_os(name)),
        store_dir: store.or_else(|| store_folder(|name| std::env::var_os(name)))?,
        device: name(),
        kdf: KdfParams::STANDARD,
    })
}

/// Keeps what is in memory out of core dumps, of this program and of those that it starts: keys, passwords, patients. To be
/// called first of all. Where the system refuses, there is nothing more that can be done.
pub fn write_no_core_dumps() {
    #[cfg(unix)]
    let _ = rlimit::setrlimit(rlimit::Resource::CORE, 0, 0);
}

/// The clock on the wall, with the offset of the place.
struct WallClock;

impl Clock for WallClock {
    #[expect(clippy::disallowed_methods, reason = "the shell is where time enters")]
    fn now(&self) -> chrono::DateTime<chrono::FixedOffset> {
        chrono::Local::now().fixed_offset()
    }
}

/// The value of a variable that names a folder. An empty or relative one counts as none (XDG Base Directory Specification).
fn folder_in(variable: impl Fn(&str) -> Option<OsString>, name: &str) -> Option<PathBuf> {
    variable(name).map(PathBuf::from).filter(|path| path.is_absolute())
}

/// The platform's folder for what a user's programs keep of their own, and ours in it: apart from the store's, which may be
/// for reading alone.
fn state_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| folder_in(&variable, name);
    if cfg!(windows) {
        folder("LOCALAPPDATA").map(|data| data.join("Entaku state"))
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Application Support/Entaku state"))
    } else {
        let state = folder("XDG_STATE_HOME").or_else(|| folder("HOME").map(|home| home.join(".local/state")));
        state.map(|state| state.join("entaku"))
    }
}

/// The platform's folder for a user's data, and ours in it.
fn store_folder(variable: impl Fn(&str) -> Option<OsString>) -> Option<PathBuf> {
    let folder = |name: &str| folder_in(&variable, name);
    if cfg!(windows) {
        folder("LOCALAPPDATA").map(|data| data.join("Entaku"))
    } else if cfg!(target_os = "macos") {
        folder("HOME").map(|home| home.join("Library/Application Support/Entaku"))
    } else {
        let data = folder("XDG_DATA_HOME").or_else(|| folder("HOME").map(|home| home.join(".local/share")));
        data.map(|data| data.join("entaku"))
    }
}

/// The computer's name in its network, `unknown` when it has none.
fn name() -> String {
    let told = |text: String| Some(text.trim().to_owned()).filter(|name| !name.is_empty());
    let kernel = || std::fs::read_to_string(Path::new("/proc/sys/kernel/hostname")).ok().and_then(told);
    let variable = |name: &str| std::env::var(name).ok().and_then(told);
    kernel()
        .or_else(|| variable("COMPUTERNAME"))
        .or_else(|| variable("HOSTNAME"))
        .unwrap_or_else(|| "unknown".to_owned())
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::store_folder;

    fn folder(variables: &[(&str, &str)]) -> Option<std::path::PathBuf> {
        store_folder(|name| variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    }

    #[test]
    fn the_store_lies_in_the_users_data_folder() {
        assert_eq!(folder(&[("HOME", "/home/a")]), Some("/home/a/.local/share/entaku".into()));
        assert_eq!(folder(&[("HOME", "/home/a"), ("XDG_DATA_HOME", "/data")]), Some("/data/entaku".into()));
    }

    #[test]
    fn what_the_program_keeps_of_its_own_lies_apart_from_the_store() {
        let state = |variables: &[(&str, &str)]| {
            super::state_folder(|name| {
                variables.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into())
            })
        };
        assert_eq!(state(&[("HOME", "/home/a")]), Some("/home/a/.local/state/entaku".into()));
        assert_eq!(state(&[("HOME", "/home/a"), ("XDG_STATE_HOME", "/s")]), Some("/s/entaku".into()));
        assert_eq!(state(&[("HOME", "")]), None);
    }

    #[test]
    fn a_relative_data_folder_counts_as_none() {
        let said = folder(&[("HOME", "/home/a"), ("XDG_DATA_HOME", "data")]);
        assert_eq!(
            said,
            Some("/home/a/.local/share/entaku".into()),
            "or the store would move with the directory"
        );
    }

    #[test]
    fn a_user_without_a_home_has_no_store_folder() {
        assert_eq!(folder(&[("HOME", "")]), None);
    }
}

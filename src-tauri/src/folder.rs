//! Opens the folder of a file in the system's file manager: of a file that was written here since somebody signed in, and
//! of no other. What the page names is looked up, never opened.
use std::io::Error;
use std::path::Path;
use std::time::Duration;

use entaku_desk::{Code, Problem, WrittenFiles};
use entaku_words::errors::shell;
use serde::Deserialize;
use serde_json::Value;

use crate::dialogs::not_understood;

/// A launcher that has not failed by then has handed the folder on.
const PATIENCE: Duration = Duration::from_secs(2);

/// What the page says.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
struct Wish {
    /// The file, as the answer to its writing named it.
    file: String,
}

/// Opens the folder with the system's own program for folders. Blocks while the launcher is watched.
pub fn open(written: &WrittenFiles, args: Value) -> Result<(), Problem> {
    open_with(written, args, |folder| open::that_detached_with_timeout(folder, PATIENCE))
}

fn open_with(
    written: &WrittenFiles,
    args: Value,
    show: impl FnOnce(&Path) -> Result<(), Error>,
) -> Result<(), Problem> {
    let wish: Wish = serde_json::from_value(args).map_err(|wrong| not_understood("open_folder", wrong))?;
    let folder =
        written.folder_of(&wish.file).ok_or_else(|| Problem::of(Code::NotFound, shell::NOT_WRITTEN_HERE))?;
    let shown = folder.display();
    if !folder.is_dir() {
        return Err(Problem::of(Code::File, shell::folder_gone(shown)));
    }
    show(&folder).map_err(|error| Problem::of(Code::File, shell::no_file_manager(shown, error)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_desk::Language;
    use serde_json::json;

    fn never(_: &Path) -> Result<(), Error> {
        panic!("nothing may be opened")
    }

    #[test]
    fn the_folder_of_a_written_file_is_shown_and_what_keeps_it_from_that_is_said() {
        let folder = std::env::temp_dir().join(format!("entaku-folder-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let file = folder.join("-報告書.pdf");
        std::fs::write(&file, b"x").unwrap();
        let written = WrittenFiles::default();
        written.note(&file);
        let asked = json!({ "file": file });
        let mut shown = None;
        open_with(&written, asked.clone(), |folder| {
            shown = Some(folder.to_owned());
            Ok(())
        })
        .unwrap();
        assert_eq!(shown, Some(folder.canonicalize().unwrap()), "the folder, whole, and never the file");
        let none = |_: &Path| Err(Error::new(std::io::ErrorKind::NotFound, "no launcher"));
        let refused = open_with(&written, asked.clone(), none).unwrap_err();
        assert!(
            refused.message.get(Language::En).contains("no file manager")
                && refused.message.get(Language::En).contains("entaku-folder")
        );
        std::fs::remove_dir_all(&folder).unwrap();
        let refused = open_with(&written, asked, never).unwrap_err();
        assert!(
            refused.message.get(Language::En).contains("no longer there"),
            "{}",
            refused.message.get(Language::En)
        );
    }

    #[test]
    fn a_path_that_the_page_makes_up_opens_nothing() {
        let written = WrittenFiles::default();
        for file in ["/etc/passwd", "/tmp", "", "https://example.org", "-version", "file:///etc", "../.."] {
            let refused = open_with(&written, json!({ "file": file }), never).unwrap_err();
            assert_eq!(refused.code, Code::NotFound, "{file}");
        }
        for args in [json!({}), json!({ "file": 1 }), json!({ "file": "/tmp", "with": "sh" }), json!("/tmp")]
        {
            let refused = open_with(&written, args.clone(), never).unwrap_err();
            assert_eq!(refused.code, Code::BadRequest, "{args}");
        }
    }
}

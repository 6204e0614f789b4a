//! A folder to look into.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::intake::{file_name, unreadable};
use crate::view::FolderView;
use crate::view::args;
use std::path::Path;

args! {
    /// A folder to look into.
    ListFolder {
        /// Path.*
        path: String,
    }
}

impl Command for ListFolder {
    const NAME: &'static str = "list_folder";
    const RIGHT: Right = Right::Anybody;
    type Answer = FolderView;
}

impl Act for ListFolder {
    /// The files of a folder, by name; what lies in it besides is named too.
    fn act(self, _: &mut Desk) -> Outcome<FolderView> {
        let folder = Path::new(&self.path);
        let mut view = FolderView { files: Vec::new(), passed_over: Vec::new() };
        for entry in std::fs::read_dir(folder).map_err(|error| unreadable(folder, &error))? {
            let path = entry.map_err(|error| unreadable(folder, &error))?.path();
            let hidden = file_name(&path).starts_with('.');
            match path.to_str() {
                Some(text) if path.is_file() && !hidden => view.files.push(text.to_owned()),
                _ => view.passed_over.push(path.display().to_string()),
            }
        }
        view.files.sort();
        view.passed_over.sort();
        Ok(view)
    }
}

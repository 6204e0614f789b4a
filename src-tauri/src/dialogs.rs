//! The native file dialogs, asked for by the page and shown by Rust, so that the page itself may open none.
//! Answers are paths, or nothing when the person cancelled.
use std::path::PathBuf;

use entaku_desk::{Code, Problem};
use entaku_words::errors::shell;
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::ipc::InvokeResolver;
use tauri::{Runtime, Webview};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::door::Door;
use crate::paths::GivenOut;
use crate::prepared;

/// What the page may say about a dialog; all of it may be left out.
#[derive(Debug, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
struct Wish {
    title: Option<String>,
    file_name: Option<String>,
    filters: Vec<Filter>,
}

/// One line of the dialog's list of file kinds.
#[derive(Debug, Deserialize)]
struct Filter {
    name: String,
    /// Without the dot: `json`, `vcf.gz`.
    extensions: Vec<String>,
}

/// Shows the dialog of this name and answers when the person has chosen.
/// `pick_files` answers a list, `pick_folder` and `pick_save` a path or null.
pub fn show<R: Runtime>(
    webview: &Webview<R>,
    name: &str,
    args: Value,
    door: &Door,
    given: GivenOut,
    resolver: InvokeResolver<R>,
) {
    let (door, which) = (door.clone(), name.to_owned());
    let settle = move |answer: Result<Value, Problem>| match answer {
        Ok(answer) => {
            given.chosen(&which, &answer);
            resolver.resolve(answer);
        }
        Err(problem) => resolver.reject(door.refusal(&problem)),
    };
    let wish: Wish = match serde_json::from_value(args) {
        Ok(wish) => wish,
        Err(wrong) => return settle(Err(not_understood(name, wrong))),
    };
    if let Some(answer) = prepared::answer(name, wish.file_name.as_deref()) {
        return settle(answer);
    }
    let dialog = builder(webview, wish);
    match name {
        "pick_files" => dialog.pick_files(move |chosen| settle(many(chosen))),
        "pick_folder" => dialog.pick_folder(move |chosen| settle(one(chosen))),
        _ => dialog.save_file(move |chosen| settle(one(chosen))),
    }
}

fn builder<R: Runtime>(webview: &Webview<R>, wish: Wish) -> FileDialogBuilder<R> {
    let mut dialog = webview.dialog().file().set_parent(&webview.window());
    if let Some(title) = wish.title {
        dialog = dialog.set_title(title);
    }
    if let Some(file_name) = wish.file_name {
        dialog = dialog.set_file_name(file_name);
    }
    for filter in wish.filters {
        let extensions: Vec<&str> = filter.extensions.iter().map(String::as_str).collect();
        dialog = dialog.add_filter(filter.name, &extensions);
    }
    dialog
}

fn many(chosen: Option<Vec<FilePath>>) -> Result<Value, Problem> {
    chosen.unwrap_or_default().into_iter().map(picked).collect::<Result<Vec<_>, _>>().map(Value::from)
}

fn one(chosen: Option<FilePath>) -> Result<Value, Problem> {
    chosen.map(picked).transpose().map(|path| json!(path))
}

fn picked(path: FilePath) -> Result<String, Problem> {
    text(path.into_path().map_err(|_| unreadable())?)
}

/// A path the page can hold; one that is not Unicode could not be handed back unharmed.
pub fn text(path: PathBuf) -> Result<String, Problem> {
    path.into_os_string().into_string().map_err(|_| unreadable())
}

fn unreadable() -> Problem {
    Problem::of(Code::File, shell::UNREADABLE_NAME)
}

/// What a dialog or its stand-in was told, and what is wrong with it.
pub fn not_understood(what: &str, wrong: impl std::fmt::Display) -> Problem {
    Problem::of(Code::BadRequest, shell::not_understood(what, wrong))
}

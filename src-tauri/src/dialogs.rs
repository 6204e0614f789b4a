//! The native file dialogs, asked for by the page and shown by Rust, so that the page itself may open none.
//! Answers are paths, or nothing when the person cancelled.
use serde::Deserialize;
use serde_json::{Value, json};
use tauri::ipc::InvokeResolver;
use tauri::{Runtime, Webview};
use tauri_plugin_dialog::{DialogExt, FileDialogBuilder, FilePath};

use crate::door::error;
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
pub fn show<R: Runtime>(webview: &Webview<R>, name: &str, args: Value, resolver: InvokeResolver<R>) {
    let wish: Wish = match serde_json::from_value(args) {
        Ok(wish) => wish,
        Err(wrong) => return resolver.reject(error("bad-request", &format!("{name}: {wrong}"))),
    };
    if let Some(answer) = prepared::answer(name, wish.file_name.as_deref()) {
        return settle(resolver, answer);
    }
    let dialog = builder(webview, wish);
    match name {
        "pick_files" => dialog.pick_files(move |chosen| settle(resolver, many(chosen))),
        "pick_folder" => dialog.pick_folder(move |chosen| settle(resolver, one(chosen))),
        _ => dialog.save_file(move |chosen| settle(resolver, one(chosen))),
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

fn settle<R: Runtime>(resolver: InvokeResolver<R>, answer: Result<Value, Value>) {
    match answer {
        Ok(answer) => resolver.resolve(answer),
        Err(refusal) => resolver.reject(refusal),
    }
}

fn many(chosen: Option<Vec<FilePath>>) -> Result<Value, Value> {
    chosen.unwrap_or_default().into_iter().map(text).collect::<Result<Vec<_>, _>>().map(Value::from)
}

fn one(chosen: Option<FilePath>) -> Result<Value, Value> {
    chosen.map(text).transpose().map(|path| json!(path))
}

/// A path the page can hold; one that is not Unicode could not be handed back unharmed.
fn text(path: FilePath) -> Result<String, Value> {
    let refused = || {
        error(
            "path-not-text",
            "フォルダー名またはファイル名に読めない文字があります。名前を変えてから選び直してください。",
        )
    };
    path.into_path().map_err(|_| refused())?.into_os_string().into_string().map_err(|_| refused())
}

//! Answers laid ready for the file dialogs, so that a journey can run without a hand on the mouse.
//! Debug builds only: in a release the person is always asked.
//!
//! `ENTAKU_E2E_OPEN` holds the paths to "choose", one a line; `ENTAKU_E2E_SAVE` the folder to "save" into.
//! A value `@FILE` is read from that file each time, so that a test can lay the next answer.
use std::path::Path;

use entaku_desk::Problem;
use serde_json::{Value, json};

use crate::dialogs::not_understood;

/// The answer of the dialog `name`, or `None`: ask the person.
pub fn answer(name: &str, file_name: Option<&str>) -> Option<Result<Value, Problem>> {
    if !cfg!(debug_assertions) {
        return None;
    }
    let variable = if name == "pick_save" { "ENTAKU_E2E_SAVE" } else { "ENTAKU_E2E_OPEN" };
    let value = std::env::var(variable).ok()?;
    Some(laid(&value).map(|paths| match name {
        "pick_files" => json!(paths),
        "pick_folder" => json!(paths.first()),
        _ => json!(paths.first().map(|folder| Path::new(folder).join(file_name.unwrap_or("untitled")))),
    }))
}

fn laid(value: &str) -> Result<Vec<String>, Problem> {
    let text = match value.strip_prefix('@') {
        Some(file) => std::fs::read_to_string(file).map_err(|wrong| not_understood(file, wrong))?,
        None => value.to_owned(),
    };
    Ok(text.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect())
}

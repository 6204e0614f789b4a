//! The desk as the terminal has it: who acts, and how forms reach it.

use crate::{ahead, password};
use entaku_desk::acts::{OpenCase, OpenStore};
use entaku_desk::{ApiError, Callable, Desk, OfCase};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use tokio::runtime::{Handle, Runtime};

/// A failure of the terminal itself.
pub(crate) fn failed(code: &str, message: String) -> ApiError {
    ApiError { code: code.to_owned(), message, fields: BTreeMap::new(), of_field: false }
}

/// A path as the desk takes it. It opens the file itself, from wherever it stands.
pub(crate) fn path_text(path: &Path) -> Result<String, ApiError> {
    let path =
        std::path::absolute(path).map_err(|error| failed("file", format!("{}: {error}", path.display())))?;
    path.into_os_string()
        .into_string()
        .map_err(|path| failed("file", format!("{}: the name is not Unicode", path.display())))
}

/// The text of a file.
pub(crate) fn lines_of(path: &Path) -> Result<String, ApiError> {
    std::fs::read_to_string(path).map_err(|error| failed("file", format!("{}: {error}", path.display())))
}

/// A JSON document of a file.
pub(crate) fn read_json(path: &Path) -> Result<Value, ApiError> {
    serde_json::from_str(&lines_of(path)?)
        .map_err(|error| failed("invalid", format!("{}: {error}", path.display())))
}

/// An answer as it is printed.
pub(crate) fn plain(answer: &impl serde::Serialize) -> Result<Value, ApiError> {
    serde_json::to_value(answer).map_err(|error| failed("internal", error.to_string()))
}

pub(crate) struct Terminal {
    pub(crate) desk: Desk,
    /// Reads ahead and listens for Ctrl-C, once there is something to read.
    pub(crate) runtime: Option<Runtime>,
    pub(crate) member: Option<String>,
    pub(crate) password_file: Option<PathBuf>,
}

impl Terminal {
    /// Where files are read ahead of the desk.
    pub(crate) fn runtime(&mut self) -> Result<Handle, ApiError> {
        let runtime = match self.runtime.take() {
            Some(runtime) => runtime,
            None => ahead::runtime().map_err(|error| failed("internal", format!("no threads: {error}")))?,
        };
        Ok(self.runtime.insert(runtime).handle().clone())
    }

    pub(crate) fn sign_in(&mut self) -> Result<(), ApiError> {
        let password = password::wanted(self.password_file.as_deref())?;
        let sign_in = self.member.clone();
        self.with_code(|desk, code| {
            desk.call(OpenStore { dir: None, sign_in: sign_in.clone(), password: password.clone(), code })
        })
        .map(drop)
    }

    /// Does what may ask for a code besides the password, and shows one where it does.
    pub(crate) fn with_code<T>(
        &mut self,
        mut act: impl FnMut(&mut Desk, Option<String>) -> Result<T, ApiError>,
    ) -> Result<T, ApiError> {
        match act(&mut self.desk, None) {
            Err(refused) if refused.fields.contains_key("code") => {
                let code = password::code().ok_or(refused)?;
                act(&mut self.desk, Some(code))
            }
            done => done,
        }
    }

    /// Carries out a command, whoever is signed in.
    pub(crate) fn call<C: Callable>(&mut self, form: C) -> Result<Value, ApiError> {
        self.desk.tell(form)
    }

    /// Signs in and carries out a command.
    pub(crate) fn signed<C: Callable>(&mut self, form: C) -> Result<Value, ApiError> {
        self.sign_in()?;
        self.call(form)
    }

    /// Signs in and changes a case as it stands now.
    pub(crate) fn change<C: Callable + OfCase + Clone>(
        &mut self,
        id: &str,
        form: C,
    ) -> Result<Value, ApiError> {
        self.sign_in()?;
        on_what_stands(|| self.change_now(id, form.clone()))
    }

    /// As [`Terminal::change`], signed in already.
    pub(crate) fn change_now<C: Callable + OfCase>(&mut self, id: &str, form: C) -> Result<Value, ApiError> {
        let case = self.desk.call(open(id))?;
        self.call(form.at(case.case_id, case.version))
    }
}

/// A case as it stands.
pub(crate) fn open(id: &str) -> OpenCase {
    OpenCase { case_id: id.to_owned(), ..OpenCase::default() }
}

/// Nobody has seen the version that is sent along: where another program was quicker, this is done on what stands then.
/// Each round lost is one another program won, so this ends.
pub(crate) fn on_what_stands<T>(mut act: impl FnMut() -> Result<T, ApiError>) -> Result<T, ApiError> {
    loop {
        match act() {
            Err(error) if error.code == "stale" => {}
            done => return done,
        }
    }
}

//! Where the password, and the code of a second factor, come from: the environment, a file, or the person at the terminal.
//! Never from an argument, which other users of the computer could read.

use entaku_desk::ApiError;
use std::path::Path;

const VARIABLE: &str = "ENTAKU_PASSWORD";
const CODE: &str = "ENTAKU_CODE";

/// The code of a second factor: of the environment, or asked for where there is somebody to ask.
pub(crate) fn code() -> Option<String> {
    let given = std::env::var(CODE).ok().filter(|code| !code.is_empty());
    given.or_else(|| rpassword::prompt_password("確認コード / code: ").ok())
}

/// The password, if it is given without asking.
pub(crate) fn given(file: Option<&Path>) -> Result<Option<String>, ApiError> {
    if let Some(file) = file {
        let text = std::fs::read_to_string(file)
            .map_err(|error| crate::terminal::failed("file", format!("{}: {error}", file.display())))?;
        return Ok(Some(text.trim_end_matches(['\r', '\n']).to_owned()));
    }
    Ok(std::env::var(VARIABLE).ok().filter(|password| !password.is_empty()))
}

/// The password, asked for where it is not given.
pub(crate) fn wanted(file: Option<&Path>) -> Result<String, ApiError> {
    match given(file)? {
        Some(password) => Ok(password),
        None => rpassword::prompt_password("パスワード / password: ").map_err(|error| {
            crate::terminal::failed(
                "sign-in-refused",
                format!("no password: set {VARIABLE}, give --password-file, or type it ({error})"),
            )
        }),
    }
}

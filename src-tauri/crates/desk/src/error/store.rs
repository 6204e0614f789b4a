//! Failures of the store in the reader's words.

use super::{Code, Problem};
use crate::convert::head_said;
use entaku_store::StoreError;
use entaku_words::Said;
use entaku_words::errors::store_failure;

impl From<StoreError> for Problem {
    fn from(error: StoreError) -> Self {
        let of_code = match &error {
            StoreError::CodeNeeded => Some(store_failure::CODE_NEEDED),
            StoreError::CodeRefused => Some(store_failure::CODE_REFUSED),
            _ => None,
        };
        if let Some(words) = of_code {
            return Self { code: Code::SignInRefused, ..Self::at("code", words) };
        }
        let (code, words) = match &error {
            StoreError::NotAStore { dir, missing } => {
                (Code::NotFound, store_failure::not_a_store(dir.display(), missing).said())
            }
            StoreError::NotEmpty { dir, found } => {
                (Code::Store, store_failure::not_empty(dir.display(), found).said())
            }
            StoreError::UnsafePlace { dir, kind } => {
                (Code::Store, store_failure::unsafe_place(dir.display(), kind).said())
            }
            StoreError::SignInRefused => (Code::SignInRefused, store_failure::SIGN_IN_REFUSED.said()),
            StoreError::RecoveryCodeMistyped(what) => {
                (Code::SignInRefused, store_failure::recovery_mistyped(what).said())
            }
            StoreError::RecoveryRefused => (Code::SignInRefused, store_failure::RECOVERY_REFUSED.said()),
            StoreError::NoBackup(what) => (Code::File, store_failure::no_backup(what).said()),
            StoreError::TooManyGuesses { seconds } => {
                (Code::SignInRefused, store_failure::too_many_guesses(*seconds).said())
            }
            StoreError::KeysDiffer { path } => {
                (Code::SignInRefused, store_failure::keys_differ(path.display()).said())
            }
            StoreError::NotTheirs { .. } => {
                (Code::Forbidden, store_failure::not_theirs(sentence(&error)).said())
            }
            StoreError::Unproven(bad) => (Code::Store, store_failure::unproven(bad.seq).said()),
            StoreError::Stale { stream, expected, actual } => {
                (Code::Stale, store_failure::stale(stream, expected, actual).said())
            }
            StoreError::KeyRenewed => (Code::Stale, store_failure::KEY_RENEWED.said()),
            StoreError::Newer { found, known } => (Code::Store, store_failure::newer(found, known).said()),
            StoreError::HeadRefused(state) => {
                (Code::Store, store_failure::head_refused(head_said(state)).said())
            }
            StoreError::DiskFull(place) => (Code::Store, store_failure::disk_full(place.display()).said()),
            StoreError::ReadOnly(place) => (Code::Store, store_failure::read_only(place.display()).said()),
            StoreError::Disk { path, .. } => {
                (Code::Store, store_failure::disk(path.display(), sentence(&error)).said())
            }
            StoreError::Unsure { path, .. } => {
                (Code::Store, store_failure::unsure(path.display(), sentence(&error)).said())
            }
            StoreError::Busy => (Code::Store, store_failure::BUSY.said()),
            StoreError::NoAttachment(sha256) => (Code::NotFound, store_failure::no_attachment(sha256).said()),
            StoreError::Damaged { file, .. } | StoreError::KeyFile { path: file, .. } => {
                (Code::Damaged, store_failure::damaged(file.display(), sentence(&error)).said())
            }
            StoreError::Database { .. } => (Code::Damaged, store_failure::database(sentence(&error)).said()),
            other => (Code::Store, store_failure::other(sentence(other)).said()),
        };
        Self::of(code, words)
    }
}

/// The error and its causes in one line.
fn sentence(error: &StoreError) -> String {
    let mut text = error.to_string();
    let mut cause = std::error::Error::source(error);
    while let Some(inner) = cause {
        text.push_str(&format!(": {inner}"));
        cause = inner.source();
    }
    text
}

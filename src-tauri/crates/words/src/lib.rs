//! Every word for people, by language and topic. The words stand in `book/<language>/<part>/<topic>.ftl`; the build
//! checks them and writes the constants and functions of this crate (`entaku-word-book`, which tells the rules of the
//! files). A word without arguments is a [`Word`]; one with arguments is a function that gives a [`Message`], which
//! carries its key and its arguments and is put into words where its language is known.
//!
//! This crate knows nothing of cases, screens or paper, and computes no word.

#[cfg(test)]
mod bindings;
mod label;
mod message;

pub use label::Label;
#[doc(hidden)]
pub use message::{Case, Piece};
pub use message::{Count, Message, Said, Value};

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Word {
    /// As text of its own, in every language.
    pub fn to_label(self) -> Label {
        Label { ja: self.ja.to_owned(), en: self.en.to_owned() }
    }
}

/// Labels of the field, which screen and paper share and the desk names by key.
#[allow(clippy::module_inception, reason = "the book has a group of that name")]
pub mod clinical {
    use crate::*;

    include!(concat!(env!("OUT_DIR"), "/clinical.rs"));
}

/// Words of documents and of the figures in them.
pub mod paper {
    use std::fmt::Display;

    use crate::*;

    include!(concat!(env!("OUT_DIR"), "/paper.rs"));
}

/// What was refused or went wrong, and what to do about it.
pub mod errors {
    use std::fmt::Display;

    use crate::*;

    include!(concat!(env!("OUT_DIR"), "/errors.rs"));
}

/// What the desk answers in words beside its views: what is compared, reckoned, written to a file.
pub mod answers {
    use std::fmt::Display;

    use crate::*;

    include!(concat!(env!("OUT_DIR"), "/answers.rs"));
}

/// What happened, a line each.
pub mod history {
    use std::fmt::Display;

    use crate::*;

    include!(concat!(env!("OUT_DIR"), "/history.rs"));
}

//! Text in the languages of Entaku. The word book says which there are.

pub use entaku_words::{Label, Language};

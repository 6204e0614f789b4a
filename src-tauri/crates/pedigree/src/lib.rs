//! Family histories: persons, how they are related, what they fell ill with and were tested for; read from and written to the
//! files of other programs, laid out and drawn as the NSGC draws them (2022, doi 10.1002/jgc4.1621).
//! Usable without Entaku; knows nothing of cases, stores or screens, reads no file and no clock.
//!
//! - What there is: [`model`], [`fault`]
//! - Person by person: [`edit`]
//! - Files: [`read`](mod@read), [`write`](mod@write)
//! - The drawing: [`layout`], [`svg`]

pub mod edit;
pub mod fault;
pub mod layout;
pub mod model;
pub mod read;
pub mod svg;
pub mod write;

mod check;
mod relation;

#[cfg(test)]
mod tests;

pub use fault::{Fault, Lost, LostWhat, Place};
pub use model::Pedigree;
pub use read::{Format, read};
pub use write::write;

//! What the panel judges by: scales of classes and evidence levels, as data with source, version and how sure it is.
//! Owns the data and its look-up; knows nothing of cases, stores or screens.

mod scale;

pub use scale::{Certainty, Class, Knowledge, KnowledgeError, Purpose, Scale};

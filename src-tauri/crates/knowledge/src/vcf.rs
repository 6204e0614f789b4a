//! ClinVar and population frequencies as VCF files that the site has: bgzip with an index (tabix or CSI) beside it. They are asked
//! where they lie, never copied and never read whole. What is kept of a file is how it looked when it was registered, so that one
//! which was moved or changed since is told and not guessed.

mod allele;
mod header;
mod index_check;
mod indexed;
mod query;
mod register;

pub use header::VcfField;
pub use query::{ClinvarRecord, Frequency, PopulationFrequency, VcfAnswer, VcfState, VcfTrouble};
pub use register::{FrequencyField, RegisteredVcf, VcfOptions};

pub(crate) use indexed::OpenVcfs;
pub(crate) use register::answering;

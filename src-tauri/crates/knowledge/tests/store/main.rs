//! The knowledge of a site: files in, dated versions and answers out. Every file here is made by the tests; what real releases
//! hold is looked at in `real.rs`, where they are at hand.

#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test fails by panicking, in its helpers too"
)]
#![allow(clippy::print_stdout, reason = "what was not looked at is said")]

mod any;
mod civic;
mod lists;
mod made;
mod real;
mod vcf;
mod versions;

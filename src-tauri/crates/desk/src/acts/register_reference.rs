//! Use a FASTA of this machine as the reference genome of a build, in place of any of that build.

use crate::acts::References;
use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::references::open;
use crate::view::ReferenceView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::site_reference::RegisteredReference;
use entaku_words::errors::register_reference;
use std::path::absolute;

args! {
    /// Use a FASTA of this machine as the reference genome of a build, in place of any of that build.
    RegisterReference {
        /// Path of the FASTA, plain with `.fai` or bgzip with `.fai` and `.gzi`; a plain one without gets its `.fai`.*
        path: String,
        /// `GRCh37` or `GRCh38`.*
        build: String,
    }
}

impl Command for RegisterReference {
    const NAME: &'static str = "register_reference";
    const RIGHT: Right = Right::Rules;
    type Answer = Vec<ReferenceView>;
}

impl Act for RegisterReference {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<ReferenceView>> {
        let opened = open(&self)?;
        let path = absolute(self.path.trim()).map_err(|error| Problem::at("path", error.to_string()))?;
        let path = path.to_str().ok_or_else(|| Problem::at("path", register_reference::PATH_NOT_UNICODE))?;
        let reference = RegisteredReference {
            build: opened.build().clone(),
            path: path.to_owned(),
            contigs: u32::try_from(opened.contigs()).unwrap_or(u32::MAX),
            fingerprint: opened.fingerprint().clone(),
        };
        // The same once more is no event.
        if !desk.session()?.office.references.iter().any(|known| known.reference == reference) {
            desk.transact_store(StoreEvent::ReferenceRegistered { reference: Box::new(reference) })?;
        }
        References {}.act(desk)
    }
}

//! A reference as a code to be scanned by another device.

use crate::command::{Act, Command};
use crate::convert::square;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::view::ReferenceCodeView;
use crate::view::args;
use entaku_domain::evidence::address_of;
use entaku_words::errors::knowledge_failure;

args! {
    /// A reference as a code to be scanned by another device, and its address to be copied: nothing is called from here.
    ReferenceCode {
        /// As it stands with the row: a PMID, a number of a trial registry, a DOI.*
        reference: String,
    }
}

impl Command for ReferenceCode {
    const NAME: &'static str = "reference_code";
    const RIGHT: Right = Right::Office;
    type Answer = ReferenceCodeView;
}

impl Act for ReferenceCode {
    fn act(self, _desk: &mut Desk) -> Outcome<ReferenceCodeView> {
        let none = || Problem::at("reference", knowledge_failure::NO_ADDRESS);
        let address = address_of(&self.reference).ok_or_else(none)?;
        let square = square(&address).ok_or_else(none)?;
        Ok(ReferenceCodeView { address, square })
    }
}

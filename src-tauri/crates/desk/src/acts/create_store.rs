//! A new store with its first member (administrator and chair unless told).

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::store::{SIGN_IN_NOTES, make_store};
use crate::view::StoreCreated;
use crate::view::args;
use entaku_domain::member::Qualification;
use entaku_domain::member::Role;

args! {
    /// A new store with its first member (administrator and chair unless told).
    CreateStore {
        /// Folder; the platform's data folder when left out.
        dir: Option<String>,
        /// Institution.*
        institution: String,
        /// First member's name.*
        member: String,
        /// Name for signing in; the member's name when left out.
        sign_in: Option<String>,
        /// Password.*
        password: String,
        /// Role codes.
        roles: Option<Vec<Role>>,
        /// Requirement keys ア–キ.
        qualifications: Option<Vec<Qualification>>,
    }
}

impl Command for CreateStore {
    const NAME: &'static str = "create_store";
    const RIGHT: Right = Right::Anybody;
    const LEAVES: &'static [&'static str] = SIGN_IN_NOTES;
    type Answer = StoreCreated;
}

impl Act for CreateStore {
    fn act(self, desk: &mut Desk) -> Outcome<StoreCreated> {
        make_store(desk, self, false)
    }
}

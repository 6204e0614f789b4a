//! Every act a person can do, one function a verb, and the views made for the screen.
//!
//! Both shells stand on this floor and call it by [`answer`]: name and JSON in, JSON text or [`ApiError`] out. A change
//! goes through one door (`Desk::transact`): it checks the right, the version last seen and the rules of the case,
//! appends the event with its projections, or does none of it. Time is told by the shell.

pub mod acts;
mod ahead;
mod apart;
mod clock;
mod command;
mod convert;
mod desk;
mod dispatch;
mod error;
mod export;
mod files;
mod form;
mod known;
mod permission;
mod rules;
mod schema;
mod sight;
mod topics;
pub mod view;
mod watch;
mod written;

#[cfg(test)]
mod bindings;
#[cfg(test)]
mod tests;

/// Codes that stand in forms and answers, as the domain defines them.
pub mod codes {
    pub use entaku_domain::case::CaseStatus;
    pub use entaku_domain::document::{DocumentKind, Paper, Readings, TypeSize};
    pub use entaku_domain::finding::{FindingKind, Origin};
    pub use entaku_domain::gap::GapCode;
    pub use entaku_domain::label::Language;
    pub use entaku_domain::meeting_record::MeetingMode;
    pub use entaku_domain::member::{Qualification, Role};
    pub use entaku_domain::omission::{CcatSecondaryFinding, TumourGroup, UsableDrug};
    pub use entaku_domain::phrase::PhraseField;
    pub use entaku_domain::recommendation::{AccessRoute, Approval, BasketStudy};
    pub use entaku_domain::referral::ReferralStatus;
    pub use entaku_domain::signing::{Capacity, SignatureState};
}

pub use acts::is_printed_end;
pub use ahead::{ReadFile, Reader};
pub use apart::{Apart, Ready};
pub use clock::{Clock, Environment};
pub use command::{Callable, Command, CommandInfo};
pub use desk::Desk;
pub use dispatch::{CommandSchema, answer, argument_schema, command_schemas, commands, dispatch};
pub use entaku_domain::label::Language;
pub use entaku_store::KdfParams;
pub use error::{ApiError, Code, Outcome, Problem};
pub use form::OfCase;
pub use permission::Right;
pub use rules::{RuleQuestion, Rulebook};
pub use watch::{ReadProgress, Watch};
pub use written::WrittenFiles;

/// Names of the commands, in the order of a case's life: written by `cargo xtask bindings` from their table, for the window
/// needs them before it is built.
pub const COMMAND_NAMES: &[&str] = include!("command_names.in");

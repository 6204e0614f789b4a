//! Every act a person can do, and the views made for the screen.

pub mod view;

/// Names of the commands, in the order of a case's life.
pub const COMMAND_NAMES: &[&str] = include!("command_names.in");

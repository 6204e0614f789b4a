//! Report content in, PDF bytes out.
#![cfg_attr(test, allow(clippy::string_slice, reason = "a test stops where it fails"))]

pub mod fonts;
pub mod layout;
pub mod pdf;
pub mod text;

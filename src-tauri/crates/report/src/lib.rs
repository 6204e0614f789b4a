//! Report content in, PDF bytes out.

//! Evidence scales and lists as data with source, version and date.

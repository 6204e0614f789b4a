//! Acts on the desk with a fixed clock and a store of their own; one binary, so that it links once.
mod backup_plan;
mod batches;
mod commands;
mod demonstration;
mod older_store;
mod panel_by_terminal;
mod read_only;
mod real_files;
mod sources;
mod standard_input;

//! Journeys in a real WebKit window against the real Rust.
mod accessible;
mod damaged;
mod demonstration;
mod drafts;
mod enlarged;
mod focus;
mod glyphs;
mod hand;
mod paper;
mod pictures;
mod projector;
mod stale;
mod strokes;
mod way_in;
mod whole_way;
mod window_opens;

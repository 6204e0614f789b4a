//! Reports as tables of text (comma or tab): which one, the columns tell.

use crate::Options;
use crate::detect::Shape;
use crate::error::IntakeError;
use crate::head::Head;
use crate::notes::NoteBook;
use crate::sink::Sink;
use crate::source::Meter;
use std::io::BufRead;

/// Reads a table into `sink`.
pub(crate) fn read<S: Sink>(
    _reader: &mut impl BufRead,
    _meter: &Meter,
    _options: &Options,
    notes: &mut NoteBook,
    _sink: &mut S,
) -> Result<Head, IntakeError> {
    Err(crate::open::unknown(notes.file(), Shape::Unknown))
}

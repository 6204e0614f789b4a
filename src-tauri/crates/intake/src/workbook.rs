//! Reports as Excel workbooks: which one, the sheets tell.

use crate::Options;
use crate::detect::Shape;
use crate::error::IntakeError;
use crate::head::Head;
use crate::notes::NoteBook;
use crate::sink::Sink;

/// Reads a document into `sink`.
pub(crate) fn read<S: Sink>(
    _bytes: &[u8],
    _options: &Options,
    notes: &mut NoteBook,
    _sink: &mut S,
) -> Result<Head, IntakeError> {
    Err(crate::open::unknown(
        notes.file(),
        Shape::Other("a ZIP archive or an Excel workbook of no known report"),
    ))
}

//! Reports as Excel workbooks. Which report it is, its sheets tell: Guardant360. Nothing is unpacked before its size is
//! known, whole sheets are never laid out in memory (one far cell would take gigabytes), formulas and macros are never
//! run: a cell is the value it shows.

mod container;
mod guardant;
mod places;
mod sheets;

use crate::Options;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::notes::{NoteBook, Remark, quoted};
use crate::sink::Sink;
use entaku_words::errors::{found, note};

/// Reads a document into `sink`.
pub(crate) fn read<S: Sink>(
    bytes: &[u8],
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let parts = container::weigh(bytes, &options.limits, notes.file())?;
    let mut book = sheets::Book::open(bytes, &options.limits, notes.file())?;
    let names = book.names();
    if !guardant::is_it(&names) {
        let listed: Vec<String> = names.iter().take(10).map(|name| quoted(name)).collect();
        let found = match listed.is_empty() {
            true => found::NO_SHEETS.to_label(),
            false => found::sheets(&listed).to_label(),
        };
        return Err(IntakeError::new(
            IntakeErrorKind::UnknownFormat,
            notes.file(),
            found,
            "the workbook of Guardant360, with the sheets SNV, Indels, CNAs, Fusions, MSI, QC",
            "Load the workbook as the laboratory delivered it; other spreadsheets can be saved as CSV.",
        ));
    }
    if parts.iter().any(|part| part.ends_with("vbaProject.bin")) {
        let hint = note::WORKBOOK_MACROS.en;
        notes.about_file(Remark::warning("workbook-macros", "macros", hint));
    }
    guardant::read(&mut book, &names, options, notes, sink)
}

//! From bytes to the reader of their format.

use crate::detect::{Shape, shape};
use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::notes::{NoteBook, Remark};
use crate::sink::Sink;
use crate::source::{Meter, OnProgress, Received, Watch};
use crate::{Options, bgzip, cats, table, vcf, workbook, xml};
use entaku_domain::draft::ReceivedFile;
use entaku_domain::note::Note;
use entaku_words::errors::{found, note};
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

/// Bytes asked of the file system at once.
const BUFFER: usize = 256 << 10;

/// Longest file name kept, in characters.
const MAX_NAME: usize = 255;

/// The name without folders of either kind and without control characters.
pub(crate) fn bare_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let clean: String = last.chars().filter(|c| !c.is_control()).take(MAX_NAME).collect();
    if clean.is_empty() { "(no name)".to_owned() } else { clean }
}

/// Opens a file of the file system: its bare name, its bytes, its size.
pub(crate) fn file(path: &Path) -> Result<(String, File, Option<u64>), IntakeError> {
    let size = regular_file(path)?;
    let name = bare_name(&path.to_string_lossy());
    let file = File::open(path).map_err(|error| IntakeError::io(&name, error))?;
    Ok((name, file, Some(size)))
}

/// The size of a file; anything else of the file system is refused before it is opened: a device such as `/dev/zero`
/// never ends, and opening a named pipe waits for somebody to write.
///
/// # Errors
/// Where there is nothing, or something else than a file.
pub fn regular_file(path: &Path) -> Result<u64, IntakeError> {
    let name = bare_name(&path.to_string_lossy());
    let about = std::fs::metadata(path).map_err(|error| IntakeError::io(&name, error))?;
    if about.is_file() {
        return Ok(about.len());
    }
    let (found, hint) = match about.is_dir() {
        true => (found::FOLDER.to_label(), "Choose the files in the folder."),
        false => (
            found::DEVICE.to_label(),
            "Save the report as a file and load that; at the terminal, `-` reads standard input.",
        ),
    };
    Err(IntakeError::new(IntakeErrorKind::Io, &name, found, "a file", hint))
}

/// Reads a whole file into `sink`.
pub(crate) fn whole<S: Sink>(
    name: &str,
    source: impl Read + Send,
    size: Option<u64>,
    options: &Options,
    progress: &mut OnProgress<'_>,
    sink: &mut S,
) -> Result<(ReceivedFile, Head, Vec<Note>), IntakeError> {
    let mut notes = NoteBook::new(name);
    let received = Received::new(source, &options.limits);
    let meter = received.meter();
    let mut watch = Watch::new(received.meter(), size, progress);
    let reader = BufReader::with_capacity(BUFFER, received);
    let (head, mut reader, shape) = content(reader, &mut watch, &meter, options, &mut notes, sink)?;
    // Whatever the reader of the format left is hashed too.
    std::io::copy(&mut watch.over(&mut reader), &mut std::io::sink())
        .map_err(|error| meter.explain(name, error))?;
    let (bytes, sha256) = reader.into_inner().finish(name)?;
    if shape == (Shape::Gzip { blocks: true }) && !meter.has_end_mark() {
        let hint = note::NO_END_MARK.en;
        notes.about_file(Remark::warning("no-end-mark", "no end mark of bgzip", hint));
    }
    let file = ReceivedFile {
        name: name.to_owned(),
        bytes,
        sha256,
        format: head.format.to_owned(),
        format_version: head.format_version.clone(),
    };
    Ok((file, head, notes.into_notes()))
}

/// Reads the content, and gives the file back with what it was packed in.
fn content<R: Read + Send, S: Sink>(
    mut reader: BufReader<Received<R>>,
    watch: &mut Watch<'_>,
    meter: &Meter,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<(Head, BufReader<Received<R>>, Shape), IntakeError> {
    let start = reader.fill_buf().map_err(|error| meter.explain(notes.file(), error))?;
    let packed = shape(start);
    let (head, reader) = match packed {
        Shape::Gzip { blocks: true } => {
            let file = notes.file().to_owned();
            let (head, reader) =
                bgzip::read(reader, |blocks| plain(&mut watch.over(blocks), meter, options, notes, sink))
                    .map_err(|error| IntakeError::io(&file, error))?;
            (head?, reader)
        }
        Shape::Gzip { blocks: false } => {
            let expanded = flate2::bufread::MultiGzDecoder::new(reader);
            let mut expanded = BufReader::with_capacity(BUFFER, expanded);
            let head = plain(&mut watch.over(&mut expanded), meter, options, notes, sink)?;
            (head, expanded.into_inner().into_inner())
        }
        _ => (plain(&mut watch.over(&mut reader), meter, options, notes, sink)?, reader),
    };
    Ok((head, reader, packed))
}

/// Content that is not compressed, or not any more: an archive within an archive is not opened.
fn plain<S: Sink>(
    reader: &mut impl BufRead,
    meter: &Meter,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let start = reader.fill_buf().map_err(|error| meter.explain(notes.file(), error))?;
    match shape(start) {
        Shape::Json => {
            let bytes = all(reader, options.limits.json_bytes, meter, notes)?;
            cats::read(&bytes, options, notes, sink)
        }
        Shape::Vcf => vcf::read(reader, meter, options, notes, sink),
        Shape::Bcf => vcf::bcf::read(reader, meter, options, notes, sink),
        Shape::Xml => {
            let bytes = all(reader, options.limits.xml_bytes, meter, notes)?;
            xml::read(&bytes, options, notes, sink)
        }
        Shape::Zip => {
            let bytes = all(reader, options.limits.workbook_bytes, meter, notes)?;
            workbook::read(&bytes, options, notes, sink)
        }
        Shape::Text => table::read(reader, meter, options, notes, sink),
        other => Err(unknown(notes.file(), other)),
    }
}

pub(crate) fn unknown(file: &str, shape: Shape) -> IntakeError {
    let (kind, found) = match shape {
        Shape::Empty => (IntakeErrorKind::Empty, found::EMPTY_FILE.to_label()),
        Shape::Gzip { .. } => (IntakeErrorKind::UnknownFormat, found::ARCHIVE_IN_ARCHIVE.to_label()),
        Shape::Other(what) => (IntakeErrorKind::UnknownFormat, what.to_label()),
        _ => (IntakeErrorKind::UnknownFormat, found::UNKNOWN_FORMAT.to_label()),
    };
    IntakeError::new(
        kind,
        file,
        found,
        "a report of a panel test: CATS JSON, VCF, BCF, FoundationOne or GenMineTOP XML, Guardant360 workbook, MAF, C-CAT CSV",
        "Load the report file that the laboratory delivered.",
    )
}

/// All bytes, where they stay below a limit.
pub(crate) fn all(
    reader: &mut impl BufRead,
    limit: usize,
    meter: &Meter,
    notes: &NoteBook,
) -> Result<Vec<u8>, IntakeError> {
    let mut bytes = Vec::new();
    let most = limit as u64 + 1;
    reader.take(most).read_to_end(&mut bytes).map_err(|error| meter.explain(notes.file(), error))?;
    if bytes.len() > limit {
        return Err(IntakeError::new(
            IntakeErrorKind::TooLarge,
            notes.file(),
            found::large_document(limit >> 20).to_label(),
            "a report of one test (the largest known has less than 1 MiB)",
            "Ask the sender what the file is; nothing of it was stored.",
        ));
    }
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_and_tricks_are_stripped_from_names() {
        for (given, kept) in [
            ("/data/結果/report.cats", "report.cats"),
            ("..\\..\\secret.vcf", "secret.vcf"),
            ("a\nb.json", "ab.json"),
            ("folder/", "(no name)"),
        ] {
            assert_eq!(bare_name(given), kept);
        }
    }

    #[test]
    #[cfg(unix)]
    fn what_is_no_file_is_refused_before_it_is_read() {
        let socket = std::env::temp_dir().join(format!("entaku-intake-{}.socket", std::process::id()));
        let _ = std::fs::remove_file(&socket);
        let _kept = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        for path in [Path::new("/dev/zero"), Path::new("/dev/null"), Path::new("/"), &socket] {
            let error = file(path).unwrap_err();
            assert_eq!(error.kind, IntakeErrorKind::Io, "{error}");
            assert!(error.cause.is_none() && error.found.ja != error.found.en, "{error}");
        }
        std::fs::remove_file(&socket).unwrap();
        let error = file(Path::new("/nowhere/at/all")).unwrap_err();
        assert!(error.cause.is_some(), "a file that is not there is said to be missing");
    }
}

//! VCF 4.1 to 4.5, read line by line in flat memory. Own code, because the readers of libraries lose their place at
//! a short line and take a line of any length into memory, and because INFO is scanned by hand where it is hot. Must not judge: what the caller filtered, what the tumour does not carry and what cannot be
//! read is set aside with its reason, all else is a finding.

mod agreement;
mod alleles;
mod annotation;
mod annovar;
pub(crate) mod bcf;
mod bcsq;
mod build;
mod check;
mod commands;
mod csq;
mod declared;
mod eff;
mod effect;
mod func;
mod funcotation;
mod fusion_genes;
mod header;
mod info;
mod lines;
mod mates;
mod order;
mod phased;
mod reads;
mod record;
mod samples;
mod spelling;
mod structural;
mod support;
mod verbatim;

pub(crate) use effect::unescape;

use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::limits::Limits;
use crate::notes::{NoteBook, Remark, quoted};
use crate::sink::{Reason, Sink};
use crate::source::Meter;
use crate::{Options, contig_lengths};
use entaku_domain::draft::PanelTest;
use entaku_vcf_check::columns::Columns;
use entaku_words::errors::{found, note};
use header::Header;
use lines::{Line, Lines};
use std::borrow::Cow;
use std::io::BufRead;

/// Reads a whole file, gives its records to `sink` and returns what the file says of itself.
pub(crate) fn read<S: Sink>(
    reader: impl BufRead,
    meter: &Meter,
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let mut lines = Lines::new(reader, meter, options.limits);
    let (mut header, first) = read_header(&mut lines, meter, &options.limits, notes, sink)?;
    let coming = match &first {
        Some((text, _)) => text.split('\t').next().map(ToOwned::to_owned),
        None => lines.coming_column().map_err(|error| meter.explain(notes.file(), error))?,
    };
    let (head, tumour) = open("VCF", &header, coming.as_deref(), options, notes)?;
    sink.opens(&head.assembly, contig_lengths::mitochondrion(&header.contigs));
    let checker = entaku_vcf_check::Checker::new(header.take_rules());
    let mut records = record::Records::new(&header, tumour.as_ref(), checker, notes, sink);
    if let Some((text, line)) = first {
        records.line(&text, line);
    }
    loop {
        let (line, ended) = (lines.number() + 1, lines.ended);
        match lines.next().map_err(|error| meter.explain(records.file(), error))? {
            Line::End => {
                if !ended && line > 1 {
                    records.cut_off(line - 1);
                }
                break;
            }
            Line::TooLong => return Err(IntakeError::long_line(records.file(), line, &options.limits)),
            Line::Text(bytes) => match bytes.first() {
                None | Some(b'#') => records.skip(bytes.is_empty(), line),
                Some(_) => match std::str::from_utf8(bytes) {
                    Ok(text) => records.line(text, line),
                    Err(_) => {
                        records.not_utf8(line);
                        records.line(&String::from_utf8_lossy(bytes), line);
                    }
                },
            },
        }
    }
    records.finish();
    Ok(head)
}

/// What the header says of the file as a whole, and its tumour sample. `first` is the contig of the first record, where
/// it is known.
fn open(
    format: &'static str,
    header: &Header,
    first: Option<&str>,
    options: &Options,
    notes: &mut NoteBook,
) -> Result<(Head, Option<samples::Tumour>), IntakeError> {
    let tumour = samples::choose(header, options.tumour_sample.as_deref(), notes)?;
    let head = Head {
        format,
        format_version: header.version.clone(),
        assembly: build::settle(header, first, options.assembly.as_ref(), notes),
        test: PanelTest {
            software: header.source.clone().map(|source| quoted(&source)),
            samples: samples::listed(header, tumour.as_ref()),
            ..PanelTest::default()
        },
        tumour_sample: tumour.as_ref().map(|tumour| (tumour.name.clone(), tumour.why.clone())),
        ..Head::default()
    };
    Ok((head, tumour))
}

/// Reads the header. Where records begin without a column line, the first of them comes along.
fn read_header<R: BufRead, S: Sink>(
    lines: &mut Lines<'_, R>,
    meter: &Meter,
    limits: &Limits,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<(Header, Option<(String, u64)>), IntakeError> {
    let mut header = Header::default();
    let mut bytes_read = 0;
    loop {
        let number = lines.number() + 1;
        let bytes = match lines.next().map_err(|error| meter.explain(notes.file(), error))? {
            Line::Text(bytes) => bytes,
            Line::TooLong => return Err(IntakeError::long_line(notes.file(), number, limits)),
            Line::End => {
                let hint = "The file ends within its header; it may have been cut off.";
                notes.about_file(Remark::warning("no-columns", "no line #CHROM", hint));
                return Ok((header, None));
            }
        };
        bytes_read += bytes.len();
        if number > limits.header_lines as u64 || bytes_read > limits.header_bytes {
            return Err(IntakeError::new(
                IntakeErrorKind::TooLarge,
                notes.file(),
                found::long_header(limits.header_lines, limits.header_bytes >> 20).to_label(),
                "the header of a report (a few hundred lines)",
                "Ask the sender what the file is; nothing of it was stored.",
            )
            .at_line(number));
        }
        let text = header_text(bytes, number, notes);
        if text.starts_with("##") {
            if number == 1 && !text.starts_with("##fileformat=") {
                no_version(&text, notes);
            }
            header.meta(&text, number, notes);
        } else if text.starts_with('#') {
            if number == 1 {
                no_version("no ##fileformat", notes);
            }
            header.columns(&text, number, notes);
            if header.samples.len() > limits.samples {
                return Err(IntakeError::new(
                    IntakeErrorKind::TooLarge,
                    notes.file(),
                    found::sample_columns(header.samples.len()).to_label(),
                    format!("at most {}", limits.samples),
                    "A report has one or two samples; ask the sender what the file is.",
                )
                .at_line(number));
            }
            return Ok((header, None));
        } else if text.trim().is_empty() {
            continue;
        } else if !looks_like_record(&text) {
            let hint = "A header line begins with '##'; this one may have been broken in two. Set aside.";
            notes.add(Remark::warning("header-line", quoted(&text), hint), "header", Some(number), || None);
            sink.set_aside(Reason::Unreadable, number, None, || text.into_owned());
        } else {
            if number == 1 {
                no_version("no ##fileformat", notes);
            }
            header.unnamed(Columns::of(&text).map_or(0, |columns| columns.sample_count()));
            let hint = note::NO_COLUMNS.en;
            notes.add(Remark::warning("no-columns", quoted(&text), hint), "", Some(number), || None);
            return Ok((header, Some((text.into_owned(), number))));
        }
    }
}

fn no_version(said: &str, notes: &mut NoteBook) {
    let hint = note::NO_FILEFORMAT.en;
    notes.add(Remark::warning("no-fileformat", quoted(said), hint), "", Some(1), || None);
}

/// Whether a line before `#CHROM` is a record nevertheless: eight columns, the second a number.
fn looks_like_record(text: &str) -> bool {
    Columns::of(text).is_ok_and(|columns| columns.position.parse::<u32>().is_ok())
}

fn header_text<'a>(bytes: &'a [u8], number: u64, notes: &mut NoteBook) -> Cow<'a, str> {
    let mut bytes = bytes;
    if number == 1
        && let Some(rest) = bytes.strip_prefix(&[0xEF, 0xBB, 0xBF])
    {
        notes.about_file(Remark::info("encoding-bom", "a byte order mark", note::ENCODING_BOM.en));
        bytes = rest;
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(_) => {
            notes.add(record::not_utf8(), "header", Some(number), || None);
            String::from_utf8_lossy(bytes)
        }
    }
}

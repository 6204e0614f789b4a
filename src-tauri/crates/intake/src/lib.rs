//! Laboratory files in, drafts with notes and a ledger out.
//!
//! Owns: recognising a format by its content, reading it leniently, accounting for every record, refusing what is
//! hostile. Must not know of cases, members, stores or screens; reads no clock. Content never makes a reading fail
//! where a part can be used: faults are [`Note`]s, and records read = kept + set aside, each with a reason.
//!
//! - [`read`], [`read_file`]: one file into a [`Draft`]
//! - [`inspect`], [`inspect_file`]: the same reading, counted and forgotten, in flat memory
//! - [`read_against`], [`inspect_against`], [`inspect_file_against`]: as these, beside the site's reference genomes
//!   ([`Reference`])
//!
//! Formats: CATS JSON 1.0 to 1.3.0 and HemeSight (`cats`); VCF 4.1 to 4.5, plain, gzip or bgzip, and BCF 2 (`vcf`);
//! tables of text (`table`): MAF, the レポートCSV and 症例CSV of C-CAT, TSO500, Oncomine; workbooks (`workbook`):
//! Guardant360; reports in XML (`xml`): FoundationOne CDx and Liquid CDx, GenMineTOP.

mod assembly;
mod bgzip;
mod cats;
mod contig_lengths;
mod detect;
mod encoding;
mod error;
mod gene_pair;
mod genes;
mod head;
mod json;
mod kept;
pub mod limits;
mod notes;
mod open;
mod path;
mod reference;
mod sink;
mod source;
mod spreadsheet;
mod statement_quota;
mod table;
mod values;
mod vcf;
mod workbook;
mod xml;

pub use error::{IntakeError, IntakeErrorKind};
pub use limits::Limits;
pub use open::regular_file;
pub use reference::{Reference, ReferenceError, ReferenceErrorKind, References, make_index};
pub use sink::Reason;
pub use source::{OnProgress, Progress};

use entaku_domain::draft::{Draft, ReceivedFile, reading};
use entaku_domain::finding::{DraftFinding, FindingKind, PreferredTranscripts};
use entaku_domain::genome::GenomeBuild;
use entaku_domain::note::{Note, Place, Severity};
use entaku_domain::statement::Statement;
use std::collections::BTreeMap;
use std::io::Read;
use std::path::Path;

/// What the person who loads a file says about it.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Options {
    /// Genome build, used where the file states none.
    pub assembly: Option<GenomeBuild>,
    /// Name of the tumour sample, for files with several samples; of the registration (ハッシュID or 登録ID), for exports of
    /// C-CAT.
    pub tumour_sample: Option<String>,
    /// Transcripts that the site prefers, looked at where an annotator names several.
    pub preferred: PreferredTranscripts,
    /// How much is believed.
    pub limits: Limits,
}

/// What a file is, its findings counted and not kept.
#[derive(Debug, Clone, PartialEq)]
pub struct Inspection {
    /// The draft without its findings. Its ledger counts the whole file: the limit of one case ([`Limits::findings`])
    /// is not applied, and a note tells where an intake would apply it.
    pub draft: Draft,
    /// Findings by kind.
    pub findings: BTreeMap<FindingKind, u64>,
    /// How many statements of the laboratory or C-CAT an intake would keep.
    pub statements: u64,
}

/// Reads one file. `name` is used in notes and errors, without its folders. What is packed in blocks is read and inflated
/// by a second thread.
///
/// # Errors
/// When nothing of the file can be used: see [`IntakeErrorKind`]. Faults of single records are notes of the draft.
pub fn read(
    name: &str,
    source: impl Read + Send,
    options: &Options,
    progress: &mut OnProgress<'_>,
) -> Result<Draft, IntakeError> {
    read_sized(name, source, None, options, &mut References::none(), progress)
}

/// As [`read`], and compares REF of each short variant with the reference of the file's build: see [`References`].
///
/// # Errors
/// As [`read`]. A reference that cannot be read is a note.
pub fn read_against(
    name: &str,
    source: impl Read + Send,
    options: &Options,
    references: &mut References,
    progress: &mut OnProgress<'_>,
) -> Result<Draft, IntakeError> {
    read_sized(name, source, None, options, references, progress)
}

/// As [`read`], from a file of the file system.
///
/// # Errors
/// As [`read`]; also when the file cannot be opened.
pub fn read_file(
    path: &Path,
    options: &Options,
    progress: &mut OnProgress<'_>,
) -> Result<Draft, IntakeError> {
    let (name, file, size) = open::file(path)?;
    read_sized(&name, file, size, options, &mut References::none(), progress)
}

fn read_sized(
    name: &str,
    source: impl Read + Send,
    size: Option<u64>,
    options: &Options,
    references: &mut References,
    progress: &mut OnProgress<'_>,
) -> Result<Draft, IntakeError> {
    let name = open::bare_name(name);
    let sink = sink::Collect::new(&name, &options.limits);
    let mut checked = reference::Checked::new(sink, references);
    let (file, head, mut notes) = open::whole(&name, source, size, options, progress, &mut checked)?;
    let (mut sink, seen) = checked.finish();
    let mut conclusion = seen.conclude(&name, &head.assembly);
    conclusion.mark(&mut sink.findings);
    notes.extend(conclusion.notes());
    let beyond = sink.listed.ledger.by_reason.get(Reason::TooMany.code()).copied().unwrap_or_default();
    notes.extend(beyond_a_case(&name, sink.listed.ledger.kept + beyond, options.limits.findings));
    notes.extend(sink.said.note());
    let reference = conclusion.used();
    let mut draft =
        Draft { reference, ..draft(file, head, notes, sink.listed, (sink.findings, sink.statements)) };
    // Only an annotator's list is chosen from: what a laboratory's own report names first stands.
    if matches!(draft.file.format.as_str(), "VCF" | "BCF") && !options.preferred.is_empty() {
        draft.findings.iter_mut().for_each(|finding| options.preferred.mark(finding));
    }
    draft.reading = Some(reading(Some(&options.preferred)));
    Ok(draft)
}

/// A file with more findings than a case takes is told by [`read`] and [`inspect`] alike, whose ledgers then differ: one
/// sets the rest aside, the other counts the whole file.
fn beyond_a_case(file: &str, findings: u64, limit: usize) -> Option<Note> {
    let most = limit as u64;
    (findings > most).then(|| Note {
        severity: Severity::Warning,
        code: "beyond-a-case".to_owned(),
        place: Place { file: file.to_owned(), line: None, field: None },
        said: format!("{findings} findings"),
        hint: format!(
            "A case takes {most}; an intake sets the rest aside (tooMany), and the received file keeps them. Ask the laboratory for the reportable part."
        ),
        times: 1,
    })
}

fn draft(
    file: ReceivedFile,
    head: head::Head,
    notes: Vec<Note>,
    listed: sink::Listed,
    (findings, statements): (Vec<DraftFinding>, Vec<Statement>),
) -> Draft {
    Draft {
        file,
        assembly: head.assembly,
        reference: None,
        test: head.test,
        tumour_sample: head.tumour_sample,
        hide: head.hide,
        comments: head.comments,
        proposed: head.proposed,
        must_choose_sample: head.must_choose_sample,
        reading: None,
        statements,
        findings,
        set_aside: listed.set_aside,
        notes,
        ledger: listed.ledger,
    }
}

/// Reads one file and counts: the same reader as [`read`], without keeping findings, so that memory stays flat
/// whatever the size.
///
/// # Errors
/// As [`read`].
pub fn inspect(
    name: &str,
    source: impl Read + Send,
    options: &Options,
    progress: &mut OnProgress<'_>,
) -> Result<Inspection, IntakeError> {
    inspect_sized(name, source, None, options, &mut References::none(), progress)
}

/// As [`inspect`], beside references as [`read_against`].
///
/// # Errors
/// As [`inspect`].
pub fn inspect_against(
    name: &str,
    source: impl Read + Send,
    options: &Options,
    references: &mut References,
    progress: &mut OnProgress<'_>,
) -> Result<Inspection, IntakeError> {
    inspect_sized(name, source, None, options, references, progress)
}

/// As [`inspect`], from a file of the file system.
///
/// # Errors
/// As [`inspect`]; also when the file cannot be opened.
pub fn inspect_file(
    path: &Path,
    options: &Options,
    progress: &mut OnProgress<'_>,
) -> Result<Inspection, IntakeError> {
    inspect_file_against(path, options, &mut References::none(), progress)
}

/// As [`inspect_file`], beside references as [`read_against`].
///
/// # Errors
/// As [`inspect_file`].
pub fn inspect_file_against(
    path: &Path,
    options: &Options,
    references: &mut References,
    progress: &mut OnProgress<'_>,
) -> Result<Inspection, IntakeError> {
    let (name, file, size) = open::file(path)?;
    inspect_sized(&name, file, size, options, references, progress)
}

fn inspect_sized(
    name: &str,
    source: impl Read + Send,
    size: Option<u64>,
    options: &Options,
    references: &mut References,
    progress: &mut OnProgress<'_>,
) -> Result<Inspection, IntakeError> {
    let name = open::bare_name(name);
    let mut checked = reference::Checked::new(sink::Count::new(&name, &options.limits), references);
    let (file, head, mut notes) = open::whole(&name, source, size, options, progress, &mut checked)?;
    let (sink, seen) = checked.finish();
    let conclusion = seen.conclude(&name, &head.assembly);
    notes.extend(conclusion.notes());
    let reference = conclusion.used();
    notes.extend(beyond_a_case(&name, sink.listed.ledger.kept, options.limits.findings));
    notes.extend(sink.said.note());
    let draft = Draft { reference, ..draft(file, head, notes, sink.listed, (Vec::new(), Vec::new())) };
    Ok(Inspection { draft, findings: sink.by_kind, statements: sink.said.admitted() })
}

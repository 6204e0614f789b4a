//! FoundationOne CDx and Liquid CDx: the `ResultsReport` of today with its namespaces, and the older files without
//! (`ClientCaseInfo/Cases/Case/variant-report`, `ResultsReport/variant-report`). The curated part (`FinalReport`) may be
//! missing, and a failed test has no `variant-report`. Must not know what findings mean to a panel.
//!
//! One record of `short-variants`, `copy-number-alterations`, `rearrangements`, `biomarkers` or `non-human-content`, and
//! one score among the report's properties, is one row of the ledger. What the laboratory says about them becomes
//! statements; of the rest of the file, every element is a statement, part of the head, or a note.

mod biomarkers;
mod curated;
mod details;
mod head;
mod link;
mod rearrangement;
mod records;
mod remarks;
mod variants;

use super::node::Node;
use super::tree::Element;
use crate::Options;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::notes::{NoteBook, Remark};
use crate::path::Path;
use crate::sink::Sink;
use entaku_domain::draft::{SequencingSample, TumourSampleChoice};
use entaku_words::errors::{found, note};
use records::Records;
use std::cell::RefCell;

/// Names of elements that a file of this format starts with.
const ROOTS: [&str; 5] =
    ["ResultsReport", "ClientCaseInfo", "variant-report", "variant-reports", "FinalReport"];

/// Whether a document is such a report, or holds one within an envelope.
pub(super) fn is(root: &Element) -> bool {
    ROOTS.contains(&root.local()) || holds_measurements(root)
}

fn holds_measurements(element: &Element) -> bool {
    element.local() == "variant-report" || element.elements().any(holds_measurements)
}

/// Most samples or cases listed: a report has one or two.
const MAX_LISTED: usize = 100;

/// One report: what was measured and what is said of it. Files of several cases have several.
#[derive(Clone, Copy)]
struct Report<'a> {
    measured: Option<&'a Element>,
    curated: Option<&'a Element>,
    /// The element around them, which may carry the number of the case.
    around: &'a Element,
}

/// Reads a whole document, gives its records to `sink` and returns what the file says of itself.
///
/// # Errors
/// When the document holds no report, or not the case that the person named.
pub(super) fn read<S: Sink>(
    root: &Element,
    options: &Options,
    notes: &RefCell<NoteBook>,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let mut reports = Vec::new();
    find(root, &mut reports);
    if reports.is_empty() {
        return Err(no_report(root, notes));
    }
    let chosen = choose(&reports, options, notes)?;
    let mut head = head::of_file(root, &reports, options, notes);
    let customer = root.child("CustomerInformation");
    let mut records = Records::new(notes, sink, reports.len() > 1);
    for (index, report) in reports.iter().enumerate() {
        match chosen {
            Some(wanted) if wanted != index => records.leave_out(report.measured, index),
            _ => {
                let words = curated::Words::of(report.curated);
                records.report(report, index, &words);
                curated::statements(report.curated, &mut records);
                remarks::statements(report, &mut records);
            }
        }
    }
    remarks::around(root, &mut records);
    match (chosen, reports.as_slice()) {
        (Some(index), _) => {
            if let Some(report) = reports.get(index) {
                head.tumour_sample = Some((label(report, index), TumourSampleChoice::Person));
                head::of_report(&mut head, report, customer, notes);
            }
        }
        (None, [report]) => head::of_report(&mut head, report, customer, notes),
        (None, several) => {
            head.must_choose_sample = true;
            let cases =
                several.iter().enumerate().take(MAX_LISTED).map(|(index, report)| case_of(report, index));
            head.test.samples = cases.collect();
            let said = format!("{} cases", several.len());
            let hint = note::SEVERAL_SAMPLES.en;
            notes.borrow_mut().about_file(Remark::warning("several-samples", said, hint));
        }
    }
    Ok(head)
}

/// Finds the reports in the file's order, wherever its version puts them.
fn find<'a>(element: &'a Element, reports: &mut Vec<Report<'a>>) {
    match element.local() {
        "variant-report" => {
            reports.push(Report { measured: Some(element), curated: None, around: element });
            return;
        }
        "FinalReport" => {
            reports.push(Report { measured: None, curated: Some(element), around: element });
            return;
        }
        _ => {}
    }
    // What is said belongs to the one report beside it, or stands alone.
    let mut curated = element.child("FinalReport");
    for measured in element.children("variant-report") {
        reports.push(Report { measured: Some(measured), curated: curated.take(), around: element });
    }
    if curated.is_some() {
        reports.push(Report { measured: None, curated, around: element });
    }
    for below in element.elements().filter(|e| !matches!(e.local(), "variant-report" | "FinalReport")) {
        find(below, reports);
    }
}

/// Which report the person named; none where the file has one only or nobody named any.
fn choose(
    reports: &[Report<'_>],
    options: &Options,
    notes: &RefCell<NoteBook>,
) -> Result<Option<usize>, IntakeError> {
    let Some(wanted) = options.tumour_sample.as_deref().filter(|_| reports.len() > 1) else {
        return Ok(None);
    };
    let found = reports.iter().enumerate().position(|(index, report)| {
        label(report, index) == wanted || names(report).any(|name| name == wanted)
    });
    found.map(Some).ok_or_else(|| {
        let labels: Vec<String> =
            reports.iter().enumerate().map(|(index, report)| label(report, index)).collect();
        IntakeError::no_such_sample(notes.borrow().file(), wanted, &labels)
    })
}

/// The numbers by which a case is known.
fn names<'a>(report: &Report<'a>) -> impl Iterator<Item = String> + use<'a> {
    let of_case = ["fmiCase", "case"].map(|name| report.around.attribute(name));
    let of_test = ["test-request", "specimen"]
        .map(|name| report.measured.and_then(|measured| measured.attribute(name)));
    let of_report = report.curated.and_then(|curated| curated.child("ReportId")).map(Element::text);
    let written = of_case.into_iter().chain(of_test).flatten().map(|name| name.trim().to_owned());
    written.chain(of_report).filter(|name| !name.is_empty())
}

/// The number by which people choose a case.
fn label(report: &Report<'_>, index: usize) -> String {
    names(report).next().unwrap_or_else(|| format!("case {}", index + 1))
}

fn case_of(report: &Report<'_>, index: usize) -> SequencingSample {
    SequencingSample {
        item: label(report, index),
        is_tumour: None,
        nucleic_acid: None,
        mean_depth: None,
        suspected_states: Vec::new(),
    }
}

fn no_report(root: &Element, notes: &RefCell<NoteBook>) -> IntakeError {
    IntakeError::new(
        IntakeErrorKind::Damaged,
        notes.borrow().file(),
        found::element_without_report(root.local()).to_label(),
        "an element <variant-report> or <FinalReport>",
        "Ask the laboratory for the complete report file.",
    )
    .at_line(u64::from(root.line))
}

/// The node of an element at a path of one step.
fn at<'a>(element: &'a Element, path: &'a Path<'a>, notes: &'a RefCell<NoteBook>) -> Node<'a> {
    Node::new(element, path, notes)
}

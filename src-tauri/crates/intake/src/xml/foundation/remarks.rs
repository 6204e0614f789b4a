//! The rest of a file: quality, references, signatures, amendments, properties, and what the reader does not know.
//! Each is a statement with its fields as written, so that nothing of the file is lost.

use super::super::node::Node;
use super::super::statement::{self, said, values_of};
use super::super::tree::{Element, local};
use super::records::Records;
use super::{Report, at, biomarkers};
use crate::notes::{Remark, quoted};
use crate::path::Path;
use crate::sink::Sink;
use entaku_domain::statement::StatementKind;
use entaku_words::errors::note;

/// How an element of the curated part is told.
enum Told {
    /// Elsewhere: findings, details, statements on alterations.
    Elsewhere,
    /// As one statement, without the fields named.
    Whole(&'static [&'static str]),
    /// Each element below as one statement; the fields that make its text.
    Each(&'static [&'static str]),
}

/// Fields of a person: they become details, offered to whoever loads the file, and never a statement.
const OF_THE_PERSON: [&str; 6] = ["MRN", "FullName", "FirstName", "LastName", "Gender", "DOB"];

/// What stands in the curated part.
const CURATED: [(&str, Told); 20] = [
    ("Application", Told::Whole(&[])),
    ("DemographicCorrectionDate", Told::Whole(&[])),
    ("ReportId", Told::Whole(&[])),
    ("SampleName", Told::Whole(&[])),
    ("Version", Told::Whole(&[])),
    ("Sample", Told::Whole(&["processSites"])),
    ("PMI", Told::Whole(&OF_THE_PERSON)),
    ("PertinentNegatives", Told::Elsewhere),
    ("Summaries", Told::Whole(&[])),
    ("VariantProperties", Told::Elsewhere),
    ("priorTests", Told::Each(&["TestName", "Name"])),
    ("Genes", Told::Elsewhere),
    ("Trials", Told::Elsewhere),
    ("References", Told::Each(&["FullCitation"])),
    ("Signatures", Told::Each(&["Text", "OpName", "ServerTime"])),
    ("reportProperties", Told::Each(&["key", "value"])),
    ("comments", Told::Elsewhere),
    ("AAC", Told::Elsewhere),
    ("StagingId", Told::Elsewhere),
    ("clinicalId", Told::Elsewhere),
];

/// Attributes of a `variant-report`.
const MEASURED: [&str; 22] = [
    "age",
    "tumor-type",
    "specimen-id",
    "reportable-variants-detected",
    "disease",
    "disease-ontology",
    "flowcell-analysis",
    "gender",
    "non-human-content",
    "pathology-diagnosis",
    "percent-tumor-nuclei",
    "pipeline-version",
    "purity-assessment",
    "specimen",
    "study",
    "test-request",
    "test-type",
    "tissue-of-origin",
    "schemaLocation",
    "noNamespaceSchemaLocation",
    "id",
    "version",
];

/// Gives what a report says beside its findings.
pub(super) fn statements<S: Sink>(report: &Report<'_>, records: &mut Records<'_, S>) {
    if let Some(measured) = report.measured {
        quality(measured, records);
    }
    if let Some(curated) = report.curated {
        rest(curated, records);
    }
}

/// The measures of quality, and the attributes of the report as written.
fn quality<S: Sink>(measured: &Element, records: &mut Records<'_, S>) {
    let root = Path::ROOT;
    let path = root.field("variant-report");
    let node = at(measured, &path, records.notes);
    for attribute in &measured.attributes {
        let name = local(&attribute.name);
        if !MEASURED.contains(&name) {
            node.unknown(name);
        }
    }
    let measures = ["percent-tumor-nuclei", "purity-assessment", "non-human-content"]
        .into_iter()
        .filter_map(|name| Some(format!("{name} {}", node.text(name)?)));
    let text = measures.collect::<Vec<_>>().join(", ");
    let mut attributes = measured.bare();
    attributes.attributes.retain(|attribute| !matches!(&*attribute.name, "gender" | "age"));
    let kind = if text.is_empty() { StatementKind::Remark } else { StatementKind::Quality };
    let text = if text.is_empty() { "variant-report".to_owned() } else { text };
    tell(kind, &attributes, text, &[], records);
    for control in measured.children("quality-control") {
        let path = path.field("quality-control");
        let node = at(control, &path, records.notes);
        let status = node.text("status");
        if let Some(status) = status.as_ref().filter(|status| !status.eq_ignore_ascii_case("pass")) {
            let hint = note::QUALITY_STATUS.en;
            node.remark("status", Remark::warning("quality-status", status, hint));
        }
        let text = format!("quality-control {}", status.unwrap_or_default());
        tell(StatementKind::Quality, control, text, &["metrics"], records);
        for metric in control.children("metrics").flat_map(|list| list.children("metric")) {
            let text = said(metric, &["name", "value", "status"]);
            tell(StatementKind::Quality, metric, text, &[], records);
        }
    }
}

fn rest<S: Sink>(curated: &Element, records: &mut Records<'_, S>) {
    let root = Path::ROOT;
    let path = root.field("FinalReport");
    let node = at(curated, &path, records.notes);
    let names = curated.attributes.iter().map(|attribute| local(&attribute.name));
    for name in names.filter(|name| !CURATED.iter().any(|(known, _)| known == name)) {
        node.unknown(name);
    }
    for element in curated.elements().filter(|element| !element.is_empty()) {
        let name = element.local();
        match CURATED.iter().find(|(known, _)| *known == name).map(|(_, told)| told) {
            None => stranger(&node, element, records),
            Some(Told::Elsewhere) => {}
            Some(Told::Whole(left_out)) => {
                // Of an element with others below, the text of all would name the person too.
                let text = match element.elements().next() {
                    Some(_) => values_of(element, &["SampleId", "TestType", "ReportId"]),
                    None => element.text(),
                };
                let text = format!("{name} {text}");
                tell(StatementKind::Remark, element, text, left_out, records);
            }
            Some(Told::Each(fields)) => {
                for below in element.elements().filter(|below| biomarkers::score(below).is_none()) {
                    let text = said(below, fields);
                    tell(StatementKind::Remark, below, text, &[], records);
                }
            }
        }
    }
    let sites = curated.child("Sample").and_then(|sample| sample.child("processSites"));
    for site in sites.into_iter().flat_map(Element::elements) {
        let text = said(site, &["processName", "locationName"]);
        tell(StatementKind::Remark, site, text, &[], records);
    }
    for amendment in curated.children("AAC").flat_map(Element::elements).flat_map(Element::elements) {
        let text = said(amendment, &["Type", "Comment", "ModifiedDts"]);
        let hint = note::AMENDED_REPORT.en;
        at(amendment, &path.field("AAC"), records.notes).remark_here(Remark::info(
            "amended-report",
            quoted(&text),
            hint,
        ));
        tell(StatementKind::Remark, amendment, text, &[], records);
    }
}

/// What stands around the reports.
pub(super) fn around<S: Sink>(root: &Element, records: &mut Records<'_, S>) {
    const CONTAINERS: [&str; 5] = ["ResultsPayload", "Cases", "Case", "variant-reports", "ClientCaseInfo"];
    let path = Path::ROOT;
    let path = path.field(root.local());
    let mut open = vec![root];
    while let Some(element) = open.pop() {
        if matches!(element.local(), "variant-report" | "FinalReport") {
            continue;
        }
        let case = ["case", "fmiCase", "hasVariant", "schemaLocation", "noNamespaceSchemaLocation"];
        let node = at(element, &path, records.notes);
        for attribute in &element.attributes {
            let name = local(&attribute.name);
            if !case.contains(&name) {
                node.unknown(name);
            }
        }
        let mut below: Vec<&Element> = Vec::new();
        for child in element.elements() {
            match child.local() {
                "variant-report" | "FinalReport" => {}
                "CustomerInformation" => {
                    tell(StatementKind::Remark, child, "CustomerInformation".to_owned(), &["MRN"], records);
                }
                name if CONTAINERS.contains(&name) || super::holds_measurements(child) => below.push(child),
                _ if child.is_empty() => {}
                _ => stranger(&node, child, records),
            }
        }
        open.extend(below.into_iter().rev());
    }
}

/// An element that the reader does not know: noted, and kept as written.
fn stranger<S: Sink>(parent: &Node<'_>, element: &Element, records: &mut Records<'_, S>) {
    let text = element.text();
    // Base64 of '%PDF-': the printed report within the file.
    if text.starts_with("JVBERi0") {
        let said = format!("a PDF of about {} KiB", text.len() * 3 / 4 / 1024);
        let hint = note::EMBEDDED_REPORT.en;
        parent.remark(element.local(), Remark::info("embedded-report", said, hint));
        return;
    }
    parent.unknown(element.local());
    tell(StatementKind::Remark, element, format!("{} {text}", element.local()), &[], records);
}

fn tell<S: Sink>(
    kind: StatementKind,
    element: &Element,
    text: String,
    left_out: &[&str],
    records: &mut Records<'_, S>,
) {
    records.sink.state(statement::of(kind, element, &text, left_out));
}

//! What a file says of itself: version, build, test, samples, comments.

use super::super::node::Node;
use super::super::tree::Element;
use super::records::nucleic_acid;
use super::{MAX_LISTED, Report, details};
use crate::head::Head;
use crate::notes::NoteBook;
use crate::path::Path;
use crate::values::clean;
use crate::{Options, assembly};
use entaku_domain::draft::{PanelTest, SequencingSample};
use entaku_domain::genome::{Assembly, BuildSource, GenomeBuild};
use std::cell::RefCell;

/// Most schemas named: a report has two, each given with its namespace.
const MAX_SCHEMAS: usize = 8;

/// The head as far as it does not belong to one of several reports.
pub(super) fn of_file(
    root: &Element,
    reports: &[Report<'_>],
    options: &Options,
    notes: &RefCell<NoteBook>,
) -> Head {
    let measured = reports.iter().filter_map(|report| report.measured);
    let mut schemas: Vec<String> = Vec::new();
    for name in std::iter::once(root).chain(measured).flat_map(schema) {
        if !schemas.contains(&name) && schemas.len() < MAX_SCHEMAS {
            schemas.push(name);
        }
    }
    // The format has no field for the build; the test is reported on GRCh37.
    let custom = Assembly { name: GenomeBuild::Grch37, source: BuildSource::FormatConvention };
    let assembly = assembly::settle(Some(custom), options.assembly.as_ref(), &mut notes.borrow_mut());
    Head {
        format: "FoundationOne",
        format_version: Some(schemas.join(", ")).filter(|text| !text.is_empty()),
        assembly,
        ..Head::default()
    }
}

/// The names of the schemas that an element is written to: `ResultsReport.2.1`.
fn schema(element: &Element) -> Vec<String> {
    let written = ["schemaLocation", "noNamespaceSchemaLocation"];
    let places = written.into_iter().filter_map(|name| element.attribute(name));
    let places = places.flat_map(str::split_whitespace).take(MAX_SCHEMAS);
    let files = places.filter_map(|place| {
        let name = place.rsplit(['/', '\\']).next()?.strip_suffix(".xsd")?;
        Some(name.chars().take(64).collect::<String>())
    });
    files.collect()
}

/// Adds what belongs to one report.
pub(super) fn of_report(
    head: &mut Head,
    report: &Report<'_>,
    customer: Option<&Element>,
    notes: &RefCell<NoteBook>,
) {
    let root = Path::ROOT;
    let (in_customer, in_curated, in_measured) =
        (root.field("CustomerInformation"), root.field("FinalReport"), root.field("variant-report"));
    let customer = customer.map(|element| Node::new(element, &in_customer, notes));
    let curated = report.curated.map(|element| Node::new(element, &in_curated, notes));
    let measured = report.measured.map(|element| Node::new(element, &in_measured, notes));
    let in_sample = in_curated.field("Sample");
    let in_person = in_curated.field("PMI");
    let below = |name: &'static str| report.curated.and_then(|curated| curated.child(name));
    let sample = below("Sample").map(|element| Node::new(element, &in_sample, notes));
    let person = below("PMI").map(|element| Node::new(element, &in_person, notes));
    let text = |node: &Option<Node<'_>>, name: &str| node.as_ref().and_then(|node| node.said(name));
    let samples = report.measured.map(|measured| samples(measured, notes)).unwrap_or_default();
    let test_type = text(&sample, "TestType");
    head.test = PanelTest {
        test_id: text(&curated, "ReportId")
            .or_else(|| text(&person, "ReportId"))
            .or_else(|| text(&measured, "test-request"))
            .or_else(|| text(&customer, "ReferenceID")),
        panel_name: text(&measured, "test-type").or_else(|| test_type.clone()),
        panel_version: bait_sets(report.measured),
        test_type,
        software: text(&measured, "pipeline-version").map(|version| format!("pipeline {version}")),
        reference_only: false,
        samples,
    };
    for comment in report.curated.into_iter().flat_map(|curated| curated.children("comments")) {
        let each: Vec<String> = match comment.elements().next() {
            Some(_) => comment.elements().map(Element::text).collect(),
            None => vec![comment.text()],
        };
        head.comments.extend(each.iter().map(|text| clean(text).0).filter(|text| !text.is_empty()));
    }
    head.proposed = details::of(report, customer, notes);
}

fn samples(measured: &Element, notes: &RefCell<NoteBook>) -> Vec<SequencingSample> {
    let root = Path::ROOT;
    let list = root.field("samples");
    let each = measured.children("samples").flat_map(Element::elements).take(MAX_LISTED).enumerate();
    each.map(|(index, element)| {
        let path = list.item(index);
        let node = Node::new(element, &path, notes);
        node.expect_only(&["bait-set", "mean-exon-depth", "name", "nucleic-acid-type", "tissue", "type"]);
        SequencingSample {
            item: node.required("name").unwrap_or_else(|| path.to_string()),
            is_tumour: match node.said("type").map(|text| text.to_ascii_lowercase()).as_deref() {
                Some("tumor" | "tumour") => Some(true),
                Some("normal") => Some(false),
                _ => None,
            },
            nucleic_acid: node.text("nucleic-acid-type").and_then(|text| nucleic_acid(&text)),
            mean_depth: node.amount("mean-exon-depth"),
            suspected_states: Vec::new(),
        }
    })
    .collect()
}

/// The sets of baits, which are the panel's version.
fn bait_sets(measured: Option<&Element>) -> Option<String> {
    let samples = measured.into_iter().flat_map(|measured| measured.children("samples"));
    let mut sets: Vec<&str> = Vec::new();
    for set in samples.flat_map(Element::elements).filter_map(|sample| sample.attribute("bait-set")) {
        let set = set.trim();
        if !set.is_empty() && !sets.contains(&set) && sets.len() < 10 {
            sets.push(set);
        }
    }
    Some(sets.join(", ")).filter(|text| !text.is_empty())
}

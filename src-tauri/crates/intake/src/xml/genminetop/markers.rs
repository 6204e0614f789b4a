//! Markers of the whole genome. Versions differ in what they measure, hence all numbers below a marker are its measures.

use super::super::node::Node;
use super::super::tree::Element;
use super::super::verbatim;
use crate::path::Path;
use crate::sink::Sink;
use crate::values;
use entaku_domain::finding::{Alteration, Biomarker, DraftFinding, Origin};
use entaku_domain::measure::Metric;
use std::collections::HashMap;

/// Markers under the names that other formats use.
const NAMES: [(&str, &str); 4] = [("tmb", "TMB"), ("msi", "MSI"), ("loh", "LOH"), ("hrd", "HRD")];

/// Units of measures that the format defines without writing them.
const UNITS: [(&str, &str); 2] = [
    ("frequency-non-synonymous-alterations", "mutations/Mb"),
    ("num-non-synonymous-alterations", "alterations"),
];

/// Most measures of one marker; a mutational signature has some dozens.
const MAX_METRICS: usize = 200;

/// Reads `marker` of a result.
pub(super) fn read<S: Sink>(result: &Node<'_>, sink: &mut S) {
    let root = Path::ROOT;
    let list = root.field("marker");
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for element in result.element.children("marker").flat_map(Element::elements) {
        let kind = list.field(element.local());
        let count = counts.entry(element.local()).or_default();
        let path = kind.item(*count);
        *count += 1;
        let Some(marker) = marker(element) else { continue };
        let finding = DraftFinding {
            item: path.to_string(),
            alteration: Alteration::Biomarker(marker),
            origin: Origin::Unknown,
            sample: None,
            nucleic_acid: None,
            reported: None,
            laboratory_verdict: None,
            ccat_verdict: None,
            verbatim: verbatim::fields(element),
        };
        sink.keep(finding, u64::from(element.line));
    }
}

/// A marker; none where nothing was measured.
fn marker(element: &Element) -> Option<Biomarker> {
    let name = element.local();
    let name = NAMES.iter().find(|(known, _)| *known == name).map_or(name, |(_, usual)| usual);
    let mut marker =
        Biomarker { marker: name.to_owned(), metrics: Vec::new(), state: None, descriptions: Vec::new() };
    gather(element, "", &mut marker);
    // The measure that the marker is named for comes first.
    marker.metrics.sort_by_key(|metric| metric.unit.as_deref() != Some("mutations/Mb"));
    let measured = !marker.metrics.is_empty() || marker.state.is_some() || !marker.descriptions.is_empty();
    measured.then_some(marker)
}

fn gather(element: &Element, path: &str, marker: &mut Biomarker) {
    let unit = element.child("unit").map(Element::text).filter(|unit| !unit.is_empty());
    for (index, below) in element.elements().enumerate() {
        let name = below.local();
        let path = match (path, name) {
            ("", name) => name.to_owned(),
            (path, "item") => format!("{path}[{index}]"),
            (path, "value") => path.to_owned(),
            (path, name) => format!("{path}.{name}"),
        };
        if below.elements().next().is_some() {
            gather(below, &path, marker);
            continue;
        }
        let text = below.text();
        match name {
            _ if text.is_empty() || marker.metrics.len() + marker.descriptions.len() >= MAX_METRICS => {}
            "unit" => {}
            "status" | "state" if marker.state.is_none() => marker.state = Some(values::clean(&text).0),
            _ => match values::number(&text) {
                Ok(value) => {
                    let known = UNITS.iter().find(|(field, _)| *field == name);
                    let unit = unit.clone().or_else(|| known.map(|(_, unit)| (*unit).to_owned()));
                    marker.metrics.push(Metric { value, unit, kind: Some(path) });
                }
                Err(_) => marker.descriptions.push(format!("{path}: {}", values::clean(&text).0)),
            },
        }
    }
}

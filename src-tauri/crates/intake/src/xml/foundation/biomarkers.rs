//! Markers of the whole genome: those measured, and the scores that stand among the properties of the report alone.

use super::super::node::Node;
use super::super::tree::Element;
use super::curated::Words;
use super::records::Records;
use crate::path::Path;
use crate::sink::Sink;
use crate::values;
use entaku_domain::finding::{Alteration, Biomarker};
use entaku_domain::measure::Metric;

/// Elements known and what the marker is called.
const MEASURED: [(&str, &str); 4] = [
    ("microsatellite-instability", "MSI"),
    ("tumor-mutation-burden", "TMB"),
    ("tumor-mutational-burden", "TMB"),
    ("loss-of-heterozygosity", "LOH"),
];

/// Properties of the report that are measurements: part of the key, and what the marker is called.
const SCORES: [(&str, &str); 3] = [
    ("LossOfHeterozygosity", "LOH"),
    ("TumorFraction", "Tumor Fraction"),
    ("HomologousRecombination", "HRD"),
];

/// An element of `biomarkers`. A marker that is not known is kept under its own name.
pub(super) fn measured<S: Sink>(node: &Node<'_>, records: &mut Records<'_, S>, words: &Words) {
    let name = node.element.local();
    let known = MEASURED.iter().find(|(element, _)| *element == name);
    match known {
        Some(_) => node.expect_only(&["status", "score", "unit", "value", "dna-evidence"]),
        None => {
            let hint = "The format has no such marker; it is kept under this name.";
            node.remark_here(crate::notes::Remark::info("unknown-field", name, hint));
        }
    }
    let mut metrics = Vec::new();
    let mut descriptions = Vec::new();
    for field in ["score", "value"] {
        // A score that could not be determined is written in words.
        match node.said(field).map(|text| (values::number(&text).ok(), text)) {
            Some((Some(value), _)) => metrics.push(Metric { value, unit: node.said("unit"), kind: None }),
            Some((None, text)) => descriptions.push(format!("{field}: {text}")),
            None => {}
        }
    }
    let text = node.element.text();
    if !text.is_empty() {
        descriptions.push(text);
    }
    let marker = Biomarker {
        marker: known.map_or(name, |(_, marker)| marker).to_owned(),
        metrics,
        state: node.text("status"),
        descriptions,
    };
    if marker.metrics.is_empty() && marker.state.is_none() && marker.descriptions.is_empty() {
        records.unreadable(node);
        return;
    }
    records.keep(node, Alteration::Biomarker(marker), None, None, words);
}

/// The marker that a property of the report measures.
pub(super) fn score(property: &Element) -> Option<&'static str> {
    let key = property.attribute("key").unwrap_or_default();
    let said = property.child("value").is_some_and(|value| !value.text().is_empty());
    SCORES.iter().find(|(part, _)| said && key.contains(part)).map(|(_, marker)| *marker)
}

/// Markers among the properties of the report.
pub(super) fn scores<S: Sink>(
    curated: Option<&Element>,
    base: &Path<'_>,
    records: &mut Records<'_, S>,
    words: &Words,
) {
    let properties = curated.and_then(|curated| curated.child("reportProperties"));
    let list = base.field("reportProperty");
    let each = properties.into_iter().flat_map(|list| list.children("reportProperty"));
    for (index, property) in each.enumerate() {
        let Some(marker) = score(property) else { continue };
        let path = list.item(index);
        let node = Node::new(property, &path, records.notes);
        node.expect_only(&["identifier", "key", "value"]);
        let text = node.text("value").unwrap_or_default();
        let (number, unit) = match text.strip_suffix('%') {
            Some(number) => (number, Some("%".to_owned())),
            None => (text.as_str(), None),
        };
        let metric = values::number(number).ok().map(|value| Metric { value, unit, kind: None });
        let state = metric.is_none().then(|| text.clone());
        let metrics = metric.into_iter().collect();
        let marker = Biomarker { marker: marker.to_owned(), metrics, state, descriptions: Vec::new() };
        records.keep(&node, Alteration::Biomarker(marker), None, None, words);
    }
}

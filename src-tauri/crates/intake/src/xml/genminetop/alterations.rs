//! The alterations: what every item has in common, and where it goes.

use super::super::node::Node;
use super::super::tree::Element;
use super::super::verbatim;
use super::{kinds, relevance};
use crate::notes::Remark;
use crate::path::Path;
use crate::sink::{Reason, Sink};
use entaku_domain::finding::{Alteration, DraftFinding, NucleicAcid, Origin};
use entaku_words::errors::note;
use std::collections::HashSet;

/// Fields that an item may have.
const KNOWN: [&str; 25] = [
    "gene",
    "transcript",
    "locus",
    "ref",
    "alt",
    "cytoband",
    "origin",
    "ag-class",
    "type",
    "sv-type",
    "coding-dna-alteration",
    "protein-alteration",
    "allele-frequency",
    "num-copy",
    "ratio",
    "num-reads",
    "num-wt-reads",
    "frame",
    "breakpoint",
    "tpm",
    "reference",
    "id",
    "status",
    "dbs",
    "clinical-relevance",
];

/// What kind of record a type means, and whether the RNA shows it.
type Reader = fn(&Node<'_>, &str) -> Option<Alteration>;

fn reader(kind: &str) -> Option<(Reader, NucleicAcid)> {
    Some(match kind {
        "snv" | "mnv" | "insertion" | "deletion" | "indel" | "delins" | "substitution" => {
            (kinds::short_variant, NucleicAcid::Dna)
        }
        "fusion" | "splicing-variant" => (kinds::rearrangement, NucleicAcid::Rna),
        "expression" => (kinds::expression, NucleicAcid::Rna),
        copy if copy.starts_with("cnv-") => (kinds::copy_number, NucleicAcid::Dna),
        _ => return None,
    })
}

/// Reads `alterations` of a result.
pub(super) fn read<S: Sink>(result: &Node<'_>, sink: &mut S) {
    let root = Path::ROOT;
    let list = root.field("alterations");
    let mut seen = HashSet::new();
    let each = result.element.children("alterations").flat_map(Element::elements).enumerate();
    for (index, element) in each {
        let path = list.item(index);
        let node = Node::new(element, &path, result.notes);
        if element.local() == "item" {
            record(&node, sink, &mut seen);
        } else {
            node.unknown(element.local());
            set_aside(&node, Reason::Unsupported, sink);
        }
    }
}

fn record<S: Sink>(node: &Node<'_>, sink: &mut S, seen: &mut HashSet<String>) {
    node.expect_only(&KNOWN);
    let Some(kind) = node.required("type") else {
        unreadable(node, sink);
        return;
    };
    let Some((reader, nucleic_acid)) = reader(&kind.to_ascii_lowercase()) else {
        let hint = "The format has no such type; the record is set aside and stays in the received file.";
        node.remark("type", Remark::warning("unknown-value", &kind, hint));
        set_aside(node, Reason::Unsupported, sink);
        return;
    };
    let Some(alteration) = reader(node, &kind) else {
        unreadable(node, sink);
        return;
    };
    let verbatim = verbatim::fields(node.element);
    let written: String = verbatim.iter().map(|field| format!("{}\0{}\0", field.0, field.1)).collect();
    if !seen.insert(written) {
        let hint = note::DUPLICATE_RECORD.en;
        node.remark_here(Remark::warning("duplicate-record", node.element.short(), hint));
    }
    let item = node.path.to_string();
    relevance::statements(node, &item, &alteration, sink);
    let finding = DraftFinding {
        item,
        alteration,
        origin: origin(node),
        sample: None,
        nucleic_acid: Some(nucleic_acid),
        reported: None,
        laboratory_verdict: verdict(node),
        ccat_verdict: None,
        verbatim,
    };
    sink.keep(finding, node.line());
}

/// The laboratory's verdict in its words: the status, and its class where it gives one.
fn verdict(node: &Node<'_>) -> Option<String> {
    let status = node.one_of("status", &["finding", "notice"]);
    let class = node.said("ag-class").map(|class| format!("ag-class {class}"));
    Some(status.into_iter().chain(class).collect::<Vec<_>>().join(", ")).filter(|verdict| !verdict.is_empty())
}

fn origin(node: &Node<'_>) -> Origin {
    let Some(text) = node.required("origin") else { return Origin::Unknown };
    match text.to_ascii_lowercase().as_str() {
        "somatic" => Origin::Somatic,
        "germline" => Origin::Germline,
        _ => {
            let hint = "Read as not stated. The format knows: somatic, germline.";
            node.remark("origin", Remark::warning("unknown-value", text, hint));
            Origin::Unknown
        }
    }
}

fn unreadable<S: Sink>(node: &Node<'_>, sink: &mut S) {
    let hint = note::UNREADABLE_RECORD.en;
    node.remark_here(Remark::error("unreadable-record", node.element.short(), hint));
    set_aside(node, Reason::Unreadable, sink);
}

fn set_aside<S: Sink>(node: &Node<'_>, reason: Reason, sink: &mut S) {
    sink.set_aside(reason, node.line(), Some(node.path.to_string()), || node.element.short());
}

//! The records of one file on their way to the sink: each is kept or set aside, and each keeps what was written.

use super::super::node::Node;
use super::super::tree::Element;
use super::super::verbatim;
use super::curated::Words;
use super::link::Items;
use super::{Report, biomarkers, rearrangement, variants};
use crate::notes::{NoteBook, Remark};
use crate::path::Path;
use crate::sink::{Reason, Sink};
use entaku_domain::finding::{Alteration, DraftFinding, NucleicAcid};
use entaku_words::errors::note;
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};

/// One list of records.
struct Section {
    list: &'static str,
    record: &'static str,
    /// Fields its records may have, besides those of every record.
    known: &'static [&'static str],
    read: fn(&Node<'_>) -> Option<Alteration>,
}

/// Fields of every record; the last four stand in files that did not pass the laboratory's filter for delivery.
const COMMON: [&str; 10] = [
    "status",
    "equivocal",
    "subclonal",
    "dna-evidence",
    "rna-evidence",
    "comment",
    "germline-status",
    "novelty-score",
    "clinical",
    "actionability",
];

const SECTIONS: [Section; 4] = [
    Section {
        list: "short-variants",
        record: "short-variant",
        known: &[
            "gene",
            "cds-effect",
            "protein-effect",
            "position",
            "transcript",
            "strand",
            "functional-effect",
            "allele-fraction",
            "percent-reads",
            "depth",
        ],
        read: variants::short,
    },
    Section {
        list: "copy-number-alterations",
        record: "copy-number-alteration",
        known: &["gene", "type", "copy-number", "ratio", "number-of-exons", "position"],
        read: variants::copy_number,
    },
    Section {
        list: "rearrangements",
        record: "rearrangement",
        known: &[
            "targeted-gene",
            "other-gene",
            "description",
            "type",
            "in-frame",
            "pos1",
            "pos2",
            "supporting-read-pairs",
            "allele-fraction",
            "percent-reads",
        ],
        read: rearrangement::read,
    },
    Section {
        list: "non-human-content",
        record: "non-human",
        known: &["organism", "reads-per-million"],
        read: variants::non_human,
    },
];

/// Elements of a `variant-report` that hold no records.
const NO_RECORDS: [&str; 2] = ["samples", "quality-control"];

/// Collects what the reader of a file gives.
pub(super) struct Records<'a, S> {
    pub notes: &'a RefCell<NoteBook>,
    pub sink: &'a mut S,
    /// Whether the file has several reports, whose items have to be told apart.
    several: bool,
    /// The items kept so far, by what statements call them.
    pub items: Items,
    seen: HashSet<String>,
}

impl<'a, S: Sink> Records<'a, S> {
    pub fn new(notes: &'a RefCell<NoteBook>, sink: &'a mut S, several: bool) -> Self {
        Self { notes, sink, several, items: Items::default(), seen: HashSet::new() }
    }

    /// Reads all records of one report.
    pub fn report(&mut self, report: &Report<'_>, index: usize, words: &Words) {
        // Statements of one report must not point at the items of another.
        self.items = Items::default();
        let root = Path::ROOT;
        let list = root.field("variant-report");
        let numbered = list.item(index);
        let base = if self.several { &numbered } else { &root };
        match report.measured {
            Some(measured) => self.measured(measured, base, words),
            None => {
                let hint = note::NO_RESULTS.en;
                self.notes.borrow_mut().about_file(Remark::warning("no-results", "no variant-report", hint));
            }
        }
        biomarkers::scores(report.curated, base, self, words);
    }

    fn measured(&mut self, measured: &Element, base: &Path<'_>, words: &Words) {
        let samples = samples(measured);
        let mut counts: HashMap<&str, usize> = HashMap::new();
        for list in measured.elements() {
            let name = list.local();
            if let Some(section) = SECTIONS.iter().find(|section| section.list == name) {
                let kind = base.field(section.record);
                for element in list.elements() {
                    if element.local() == section.record {
                        let count = counts.entry(section.record).or_default();
                        let path = kind.item(*count);
                        *count += 1;
                        self.record(&Node::new(element, &path, self.notes), section, &samples, words);
                    } else {
                        self.stranger(element, &base.field(name));
                    }
                }
            } else if name == "biomarkers" {
                for element in list.elements() {
                    let count = counts.entry(element.local()).or_default();
                    let kind = base.field(element.local());
                    let path = kind.item(*count);
                    *count += 1;
                    biomarkers::measured(&Node::new(element, &path, self.notes), self, words);
                }
            } else if !NO_RECORDS.contains(&name) {
                Node::new(measured, base, self.notes).unknown(name);
                // Lists under names the format does not know may be records of a newer version: none may vanish.
                let path = base.field(name);
                records_of(list).for_each(|element| self.set_aside(element, Reason::Unsupported, &path));
            }
        }
    }

    /// Sets all records of a report aside that another was chosen before.
    pub fn leave_out(&mut self, measured: Option<&Element>, index: usize) {
        let root = Path::ROOT;
        let list = root.field("variant-report");
        let base = list.item(index);
        for list in
            measured.into_iter().flat_map(Element::elements).filter(|l| !NO_RECORDS.contains(&l.local()))
        {
            let path = base.field(list.local());
            records_of(list).for_each(|element| self.set_aside(element, Reason::OtherSample, &path));
        }
    }

    fn record(&mut self, node: &Node<'_>, section: &Section, samples: &Samples, words: &Words) {
        let known: Vec<&str> = COMMON.iter().chain(section.known).copied().collect();
        node.expect_only(&known);
        let Some(alteration) = (section.read)(node) else {
            self.unreadable(node);
            return;
        };
        let (sample, nucleic_acid) = samples.of(node);
        self.keep(node, alteration, sample, nucleic_acid, words);
    }

    /// Nothing of a record can be used.
    pub fn unreadable(&mut self, node: &Node<'_>) {
        let hint = note::UNREADABLE_RECORD.en;
        node.remark_here(Remark::error("unreadable-record", node.element.short(), hint));
        self.set_aside(node.element, Reason::Unreadable, node.path);
    }

    /// A record becomes a finding.
    pub fn keep(
        &mut self,
        node: &Node<'_>,
        alteration: Alteration,
        sample: Option<String>,
        nucleic_acid: Option<NucleicAcid>,
        words: &Words,
    ) {
        let item = node.path.to_string();
        let verbatim = verbatim::fields(node.element);
        let written: String = verbatim.iter().map(|field| format!("{}\0{}\0", field.0, field.1)).collect();
        if !self.seen.insert(format!("{}\0{written}", node.element.local())) {
            let hint = note::DUPLICATE_RECORD.en;
            node.remark_here(Remark::warning("duplicate-record", node.element.short(), hint));
        }
        let said = words.about(&alteration);
        self.items.add(&item, &alteration);
        let finding = DraftFinding {
            item,
            laboratory_verdict: variants::verdict(node, &alteration, said.is_vus),
            alteration,
            origin: variants::origin(node),
            sample,
            nucleic_acid,
            reported: said.is_reported,
            ccat_verdict: None,
            verbatim,
        };
        self.sink.keep(finding, node.line());
    }

    /// An element among records that is none of them.
    fn stranger(&mut self, element: &Element, path: &Path<'_>) {
        Node::new(element, path, self.notes).unknown(element.local());
        self.set_aside(element, Reason::Unsupported, path);
    }

    fn set_aside(&mut self, element: &Element, reason: Reason, path: &Path<'_>) {
        let place = Some(path.to_string());
        self.sink.set_aside(reason, u64::from(element.line), place, || element.short());
    }
}

/// The records in a list; an element that says something and holds no others is one itself.
fn records_of(list: &Element) -> impl Iterator<Item = &Element> {
    let itself = list.elements().next().is_none() && !list.is_empty();
    list.elements().chain(itself.then_some(list))
}

/// The names of the samples of a report.
struct Samples(HashSet<String>);

fn samples(measured: &Element) -> Samples {
    let listed = measured.child("samples").into_iter().flat_map(|list| list.children("sample"));
    Samples(listed.filter_map(|sample| Some(sample.attribute("name")?.trim().to_owned())).collect())
}

/// DNA or RNA.
pub(super) fn nucleic_acid(text: &str) -> Option<NucleicAcid> {
    let upper = text.trim().to_ascii_uppercase();
    match upper.as_str() {
        dna if dna.starts_with("DNA") => Some(NucleicAcid::Dna),
        rna if rna.starts_with("RNA") => Some(NucleicAcid::Rna),
        _ => None,
    }
}

impl Samples {
    /// The sample that a record was found in, and whether in DNA or RNA; of both, neither is said.
    fn of(&self, node: &Node<'_>) -> (Option<String>, Option<NucleicAcid>) {
        let found = |name: &'static str| {
            node.element.child(name).and_then(|evidence| evidence.attribute("sample")).map(str::trim)
        };
        let (dna, rna) = (found("dna-evidence"), found("rna-evidence"));
        let Some(sample) = dna.or(rna).filter(|sample| !sample.is_empty()) else { return (None, None) };
        if !self.0.contains(sample) {
            let hint = "No sample of the report has this name; check with the laboratory.";
            node.remark("dna-evidence", Remark::warning("unknown-sample", sample, hint));
        }
        let nucleic_acid = match (dna, rna) {
            (Some(_), Some(_)) => None,
            (Some(_), None) => Some(NucleicAcid::Dna),
            (None, _) => Some(NucleicAcid::Rna),
        };
        (Some(sample.to_owned()), nucleic_acid)
    }
}

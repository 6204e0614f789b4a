//! CATS, the exchange format of C-CAT (JSON), versions 1.0 to 1.3.0, and HemeSight, which builds on it. Read leniently: most files in circulation break
//! the official structure somewhere. Every deviation is a note, what is unknown is kept as written, and only a record
//! of which nothing can be used is set aside. Must not know what findings mean to a panel.
//!
//! One record of `variants.*`, `otherBiomarkers`, `compositeBiomarkers`, `expressions` or `nonHumanContents` is one
//! row of the ledger.

mod fields;
mod head;
mod heme;
mod lost;
mod rearrangement;
mod records;
mod values;
mod verbatim;
mod version;

use crate::Options;
use crate::error::{IntakeError, IntakeErrorKind};
use crate::head::Head;
use crate::json::{self, Fault, Node, Value};
use crate::notes::{NoteBook, Remark};
use crate::path::Path;
use crate::sink::{Reason, Sink};
use entaku_domain::finding::{Alteration, DraftFinding, NucleicAcid, Origin, VerbatimField};
use entaku_words::errors::{found, note};
use fields::{Fields, Need};
use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use version::Version;

/// Names by which a JSON object is known as CATS.
const MARKS: [&str; 4] = ["metaData", "testInfo", "sequencingSamples", "variants"];

const ROOT: [&str; 8] = [
    "metaData",
    "testInfo",
    "sequencingSamples",
    "variants",
    "otherBiomarkers",
    "compositeBiomarkers",
    "expressions",
    "nonHumanContents",
];

type Reader = fn(&Fields<'_>, &RefCell<NoteBook>) -> Option<Alteration>;

/// One list of records.
struct Section {
    /// Whether it stands below `variants`.
    in_variants: bool,
    name: &'static str,
    /// Fields its records may have, besides those of every record.
    known: &'static [&'static str],
    origin: Option<&'static str>,
    has_sample: bool,
    read: Reader,
}

/// Fields of every record, old ones included.
const COMMON: [&str; 5] = ["itemId", "sampleItemId", "testMethod", "matched", "reported"];

/// The lists in the order in which their findings are given.
const SECTIONS: [Section; 7] = [
    Section {
        in_variants: true,
        name: "shortVariants",
        known: &[
            "chromosome",
            "position",
            "referenceAllele",
            "alternateAllele",
            "alternateAlleleFrequency",
            "totalReadDepth",
            "alternateAlleleReadDepth",
            "variantType",
            "transcripts",
        ],
        origin: Some("variantOrigin"),
        has_sample: true,
        read: records::short_variant,
    },
    Section {
        in_variants: true,
        name: "copyNumberAlterations",
        known: &[
            "chromosome",
            "startPosition",
            "endPosition",
            "copyNumberMetrics",
            "copyNumberAlterationType",
            "transcripts",
        ],
        origin: Some("variantOrigin"),
        has_sample: true,
        read: records::copy_number,
    },
    Section {
        in_variants: true,
        name: "rearrangements",
        known: &[
            "breakends",
            "insertedSequence",
            "supportingReadCount",
            "totalReadCount",
            "alternateAlleleFrequency",
            "expressionLevelMetrics",
            "orderedGenePairs",
            "genePairs",
            "skippedExonRanges",
            "rearrangementNames",
            "rearrangementType",
        ],
        origin: Some("variantOrigin"),
        has_sample: true,
        read: rearrangement::read,
    },
    Section {
        in_variants: false,
        name: "otherBiomarkers",
        known: &["biomarkerType", "biomarkerMetrics", "state", "descriptions"],
        origin: Some("biomarkerOrigin"),
        has_sample: true,
        read: records::biomarker,
    },
    Section {
        in_variants: false,
        name: "compositeBiomarkers",
        known: &["componentItemIds", "biomarkerNames", "descriptions"],
        origin: None,
        has_sample: false,
        read: records::composite,
    },
    Section {
        in_variants: false,
        name: "expressions",
        known: &["transcripts", "expressionLevelMetrics", "readCount"],
        origin: None,
        has_sample: true,
        read: records::expression,
    },
    Section {
        in_variants: false,
        name: "nonHumanContents",
        known: &["organism", "contentMetrics", "descriptions"],
        origin: None,
        has_sample: true,
        read: records::non_human,
    },
];

/// Reads a whole file, gives its records to `sink` and returns what the file says of itself.
pub(crate) fn read<S: Sink>(
    bytes: &[u8],
    options: &Options,
    notes: &mut NoteBook,
    sink: &mut S,
) -> Result<Head, IntakeError> {
    let text = crate::encoding::text(bytes, notes)?;
    let (tree, lost) = json::parse(&text, &options.limits).map_err(|fault| refuse(notes.file(), fault))?;
    drop(text);
    let marks = tree.value.members().map_or(0, |members| {
        MARKS.iter().filter(|mark| members.iter().any(|member| &*member.name == **mark)).count()
    });
    if marks < 2 {
        return Err(IntakeError::new(
            IntakeErrorKind::UnknownFormat,
            notes.file(),
            found::no_cats(tree.value.shown()).to_label(),
            "an object with metaData, testInfo and sequencingSamples",
            "Load the CATS file that the laboratory sends to C-CAT, or a VCF.",
        ));
    }
    lost::tell(&tree, &lost, notes);
    let book = RefCell::new(std::mem::replace(notes, NoteBook::new("")));
    let head = walk(&tree, options, &book, sink);
    *notes = book.into_inner();
    Ok(head)
}

fn refuse(file: &str, fault: json::JsonError) -> IntakeError {
    let (kind, hint) = match fault.fault {
        Fault::Damaged => (
            IntakeErrorKind::Damaged,
            "Fetch the file again or ask the laboratory for it; it may have been cut off or edited by hand.",
        ),
        Fault::TooLarge => (IntakeErrorKind::TooLarge, "Ask the sender what the file is."),
    };
    IntakeError::new(kind, file, fault.found, fault.expected, hint).at_line(u64::from(fault.line))
}

fn walk<S: Sink>(tree: &Node, options: &Options, notes: &RefCell<NoteBook>, sink: &mut S) -> Head {
    let root_path = Path::ROOT;
    let Some(root) = Fields::of(tree, &root_path, notes) else { return Head::default() };
    let is_heme = heme::is_heme(tree);
    let parts: Vec<&str> = ROOT.iter().chain(heme::ROOT.iter().filter(|_| is_heme)).copied().collect();
    root.expect_only(&parts);
    let (mut head, version) = head::read(&root, options.assembly.as_ref(), is_heme, notes);
    note_repeated_samples(&head, notes);
    let samples = head.test.samples.iter().map(|s| (s.item.clone(), s.nucleic_acid)).collect();
    let extras: &[&str] = if is_heme { &heme::FIELDS } else { &[] };
    let mut records = Records { notes, sink, version, samples, extras, seen: HashMap::new() };
    let variants_path = root_path.field("variants");
    let variants =
        root.node("variants", Need::Optional).and_then(|node| Fields::of(node, &variants_path, notes));
    for section in &SECTIONS {
        match (section.in_variants, &variants) {
            (true, Some(variants)) => records.list(variants, section),
            (true, None) => {}
            (false, _) => records.list(&root, section),
        }
    }
    if let Some(variants) = &variants {
        variants.expect_only(&["shortVariants", "copyNumberAlterations", "rearrangements"]);
        records.unknown_lists(variants, &["shortVariants", "copyNumberAlterations", "rearrangements"]);
    }
    records.unknown_lists(&root, &parts);
    if is_heme {
        heme::read(&root, &mut head, notes, sink);
    }
    head
}

fn note_repeated_samples(head: &Head, notes: &RefCell<NoteBook>) {
    let mut seen = HashSet::new();
    for (index, sample) in head.test.samples.iter().enumerate() {
        if !seen.insert(&sample.item) {
            let hint = "Another sample has this id; check which is meant where the id is cited.";
            let remark = Remark::warning("item-id-clash", &sample.item, hint);
            notes.borrow_mut().add(remark, "sequencingSamples[].itemId", None, || {
                Some(format!("sequencingSamples[{index}].itemId"))
            });
        }
    }
}

/// The records of one file on their way to the sink.
struct Records<'a, S> {
    notes: &'a RefCell<NoteBook>,
    sink: &'a mut S,
    version: Version,
    samples: HashMap<String, Option<NucleicAcid>>,
    /// Fields that records of this document may have besides.
    extras: &'static [&'static str],
    /// Records by item id, to tell a repetition from a clash.
    seen: HashMap<String, Vec<VerbatimField>>,
}

impl<S: Sink> Records<'_, S> {
    fn list(&mut self, parent: &Fields<'_>, section: &Section) {
        let path = parent.path.field(section.name);
        for (index, node) in parent.list(section.name, Need::Optional).iter().enumerate() {
            self.record(node, &path.item(index), section);
        }
    }

    fn record(&mut self, node: &Node, path: &Path<'_>, section: &Section) {
        let line = u64::from(node.line);
        let alteration = Fields::of(node, path, self.notes).and_then(|record| {
            let alteration = (section.read)(&record, self.notes);
            alteration.map(|alteration| self.finding(record, alteration, node, section))
        });
        let Some(finding) = alteration else {
            let said = short(node);
            let hint = note::UNREADABLE_RECORD.en;
            self.notes.borrow_mut().add(
                Remark::error("unreadable-record", &said, hint),
                &path.shape(),
                Some(line),
                || Some(path.to_string()),
            );
            self.sink.set_aside(Reason::Unreadable, line, Some(path.to_string()), || said);
            return;
        };
        match self.seen.get(&finding.item) {
            Some(before) if *before == finding.verbatim => {
                self.sink.set_aside(Reason::DuplicateItem, line, Some(path.to_string()), || short(node));
                return;
            }
            earlier if earlier.is_some() || self.samples.contains_key(&finding.item) => {
                let hint = note::ITEM_ID_CLASH.en;
                self.notes.borrow_mut().add(
                    Remark::warning("item-id-clash", &finding.item, hint),
                    &path.shape(),
                    Some(line),
                    || Some(path.to_string()),
                );
            }
            _ => {
                self.seen.insert(finding.item.clone(), finding.verbatim.clone());
            }
        }
        self.sink.keep(finding, line);
    }

    fn finding(
        &self,
        record: Fields<'_>,
        alteration: Alteration,
        node: &Node,
        section: &Section,
    ) -> DraftFinding {
        let known: Vec<&str> = COMMON
            .iter()
            .chain(section.known)
            .chain(section.origin.iter())
            .chain(self.extras)
            .copied()
            .collect();
        record.expect_only(&known);
        let sample = section.has_sample.then(|| self.sample(&record)).flatten();
        let stated = sample.as_ref().and_then(|sample| self.samples.get(sample)).copied().flatten();
        record.flag("matched", Need::Optional);
        DraftFinding {
            item: record.text("itemId", Need::Required).unwrap_or_else(|| record.path.to_string()),
            alteration,
            origin: section.origin.map_or(Origin::Unknown, |name| values::origin(&record, name)),
            nucleic_acid: stated.or_else(|| head::nucleic_acid(&record, self.version, false)),
            sample,
            reported: record.flag("reported", Need::Required),
            laboratory_verdict: None,
            ccat_verdict: None,
            verbatim: verbatim::fields(node),
        }
    }

    fn sample(&self, record: &Fields<'_>) -> Option<String> {
        let need = if self.version < Version::SAMPLES { Need::Optional } else { Need::Required };
        let sample = record.text("sampleItemId", need)?;
        if !self.samples.contains_key(&sample) {
            let hint = "No sample of sequencingSamples has this id; check with the laboratory.";
            record.remark("sampleItemId", Remark::warning("unknown-sample", &sample, hint));
        }
        Some(sample)
    }

    /// Lists of objects under names the format does not know may be records of a newer version: none may vanish.
    fn unknown_lists(&mut self, parent: &Fields<'_>, known: &[&str]) {
        for member in parent.members.iter().filter(|member| !known.contains(&&*member.name)) {
            let Value::List(items) = &member.node.value else { continue };
            let list = parent.path.field(&member.name);
            for (index, node) in items.iter().enumerate().filter(|(_, node)| node.value.members().is_some()) {
                let place = Some(list.item(index).to_string());
                self.sink.set_aside(Reason::Unsupported, u64::from(node.line), place, || short(node));
            }
        }
    }
}

/// A record in a few words: its first values.
fn short(node: &Node) -> String {
    match node.value.members() {
        None => node.value.shown(),
        Some(members) => members
            .iter()
            .filter(|m| !matches!(m.node.value, Value::List(_) | Value::Object(_) | Value::Null))
            .take(4)
            .map(|m| format!("{}: {}", m.name, m.node.value.shown()))
            .collect::<Vec<_>>()
            .join(", "),
    }
}

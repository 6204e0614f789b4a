//! What the laboratory says of the alterations: interpretations, therapies, trials, genes without a finding. Kept in its
//! words and tied to the findings by gene and name.

use super::super::node::Node;
use super::super::statement;
use super::super::tree::Element;
use super::link::{Index, Subject, spellings};
use super::records::Records;
use crate::notes::quoted;
use crate::path::Path;
use crate::sink::Sink;
use entaku_domain::finding::{Alteration, VerbatimField};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::statement::{Statement, StatementKind};

/// What is said of an alteration before its record is read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct LaboratoryMarks {
    /// Whether the laboratory puts it on its report.
    pub is_reported: Option<bool>,
    /// Whether it is listed as a variant of unknown significance.
    pub is_vus: Option<bool>,
}

/// What is said of the alterations of one report.
#[derive(Debug, Default)]
pub(super) struct Words(Index<LaboratoryMarks>);

impl Words {
    /// Collects the marks of a curated part.
    pub fn of(curated: Option<&Element>) -> Self {
        let mut words = Self::default();
        let Some(curated) = curated else { return words };
        for gene in below(curated, "Genes", "Gene") {
            let subjects = gene.child("Name").map(|name| Subject::of(&name.text())).unwrap_or_default();
            for alteration in below(gene, "Alterations", "Alteration") {
                let is_reported = alteration.child("Include").and_then(|mark| yes_or_no(&mark.text()));
                let said = LaboratoryMarks { is_reported, is_vus: None };
                let names: Vec<String> = names(alteration).iter().flat_map(|name| spellings(name)).collect();
                subjects.iter().for_each(|subject| words.0.file(subject, names.iter().cloned(), &said));
            }
        }
        for property in below(curated, "VariantProperties", "VariantProperty") {
            let subjects = property.attribute("geneName").map(Subject::of).unwrap_or_default();
            let is_vus = property.attribute("isVUS").and_then(yes_or_no);
            let names = property.attribute("variantName").map(spellings).unwrap_or_default();
            let said = LaboratoryMarks { is_reported: None, is_vus };
            subjects.iter().for_each(|subject| words.0.file(subject, names.iter().cloned(), &said));
        }
        words
    }

    /// What is said of an alteration; one mark that says yes outweighs others.
    pub fn about(&self, alteration: &Alteration) -> LaboratoryMarks {
        self.0.about(alteration).into_iter().fold(LaboratoryMarks::default(), |sum, said| LaboratoryMarks {
            is_reported: sum.is_reported.max(said.is_reported),
            is_vus: sum.is_vus.max(said.is_vus),
        })
    }
}

fn yes_or_no(mark: &str) -> Option<bool> {
    mark.trim().to_ascii_lowercase().parse().ok()
}

fn below<'a>(element: &'a Element, list: &'a str, name: &'a str) -> impl Iterator<Item = &'a Element> {
    element.children(list).flat_map(move |list| list.children(name))
}

/// The names of an alteration: its own, its parts where it lists several, and those of its properties.
fn names(alteration: &Element) -> Vec<String> {
    let own = alteration.child("Name").map(Element::text);
    let parts = own.iter().flat_map(|name| name.split([',', ';'])).map(|part| part.trim().to_owned());
    let properties = below(alteration, "AlterationProperties", "AlterationProperty")
        .filter_map(|property| property.attribute("name").map(str::to_owned));
    let mut names: Vec<String> = parts.take(MAX_NAMES).chain(properties.take(MAX_NAMES)).collect();
    names.extend(own);
    names.sort_unstable();
    names.dedup();
    names
}

/// Most names of one alteration that are compared.
const MAX_NAMES: usize = 20;

/// A sentence before it is tied to findings.
struct Sentence<'a> {
    kind: StatementKind,
    element: &'a Element,
    subjects: &'a [Subject],
    names: &'a [String],
    text: String,
    left_out: &'a [&'a str],
    /// What the elements around it say, kept before its own fields.
    around: &'a [VerbatimField],
}

/// Gives all that is said of alterations and genes.
pub(super) fn statements<S: Sink>(curated: Option<&Element>, records: &mut Records<'_, S>) {
    let Some(curated) = curated else { return };
    let root = Path::ROOT;
    let base = root.field("FinalReport");
    let negatives = base.field("PertinentNegatives");
    for (index, negative) in below(curated, "PertinentNegatives", "PertinentNegative").enumerate() {
        let path = negatives.item(index);
        let node = Node::new(negative, &path, records.notes);
        node.expect_only(&["Gene"]);
        let subjects = subjects(&node, "Gene");
        let text = node.text("Gene").unwrap_or_default();
        let sentence = Sentence {
            kind: StatementKind::PertinentNegative,
            element: negative,
            subjects: &subjects,
            names: &[],
            text,
            left_out: &[],
            around: &[],
        };
        say(sentence, records);
    }
    let properties = base.field("VariantProperties");
    for (index, property) in below(curated, "VariantProperties", "VariantProperty").enumerate() {
        let path = properties.item(index);
        let node = Node::new(property, &path, records.notes);
        node.expect_only(&["geneName", "isVUS", "variantName"]);
        let name = node.text("variantName").unwrap_or_default();
        let mark = node.text("isVUS").unwrap_or_default();
        let subjects = subjects(&node, "geneName");
        let sentence = Sentence {
            kind: StatementKind::Interpretation,
            element: property,
            subjects: &subjects,
            text: format!("{name}: isVUS {mark}"),
            names: &[name],
            left_out: &[],
            around: &[],
        };
        say(sentence, records);
    }
    let genes = base.field("Genes");
    for (index, gene) in below(curated, "Genes", "Gene").enumerate() {
        let path = genes.item(index);
        self::gene(&Node::new(gene, &path, records.notes), records);
    }
    let trials = base.field("Trials");
    for (index, trial) in below(curated, "Trials", "Trial").enumerate() {
        let path = trials.item(index);
        self::trial(&Node::new(trial, &path, records.notes), records);
    }
}

fn gene<S: Sink>(node: &Node<'_>, records: &mut Records<'_, S>) {
    node.expect_only(&["Name", "Include", "Alterations", "ReferenceLinks"]);
    let subjects = subjects(node, "Name");
    let list = node.path.field("Alterations");
    for (index, alteration) in below(node.element, "Alterations", "Alteration").enumerate() {
        let path = list.item(index);
        self::alteration(&Node::new(alteration, &path, node.notes), node, &subjects, records);
    }
    let tells_more = |element: &Element| {
        !matches!(element.local(), "Name" | "Include" | "Alterations") && !element.is_empty()
    };
    if node.element.child("Alterations").is_none() || node.element.elements().any(tells_more) {
        let sentence = Sentence {
            kind: StatementKind::Remark,
            element: node.element,
            subjects: &subjects,
            names: &[],
            text: node.text("Name").unwrap_or_default(),
            left_out: &["Alterations"],
            around: &[],
        };
        say(sentence, records);
    }
}

fn alteration<S: Sink>(node: &Node<'_>, gene: &Node<'_>, subjects: &[Subject], records: &mut Records<'_, S>) {
    node.expect_only(&[
        "Name",
        "AlterationProperties",
        "Interpretation",
        "Include",
        "ClinicalTrialNote",
        "Therapies",
        "ReferenceLinks",
        "ClinicalTrialLinks",
        // Older versions; the first is spelled so.
        "Relavance",
        "Indication",
    ]);
    let names = names(node.element);
    let name = node.text("Name").unwrap_or_default();
    let said_of = |node: &Node<'_>, name: &str, path: &str| {
        node.written(name).map(|text| VerbatimField(path.to_owned(), quoted(&text)))
    };
    let mut around: Vec<VerbatimField> =
        [said_of(gene, "Name", "Gene.Name"), said_of(gene, "Include", "Gene.Include")]
            .into_iter()
            .flatten()
            .collect();
    let text = node.text("Interpretation").unwrap_or(name);
    let of = Sentence {
        kind: StatementKind::Interpretation,
        element: node.element,
        subjects,
        names: &names,
        text,
        left_out: &["Therapies"],
        around: &around,
    };
    say(of, records);
    around.extend(said_of(node, "Name", "Alteration.Name"));
    let list = node.path.field("Therapies");
    for (index, therapy) in below(node.element, "Therapies", "Therapy").enumerate() {
        let path = list.item(index);
        let drug = Node::new(therapy, &path, node.notes);
        drug.expect_only(&[
            "Name",
            "GenericName",
            "FDAApproved",
            "Rationale",
            "ApprovedUses",
            "Effect",
            "Include",
            "IncludeInSummary",
            "ReferenceLinks",
        ]);
        let text = match (drug.text("GenericName"), drug.text("Name")) {
            (Some(generic), Some(name)) if generic != name => format!("{generic} ({name})"),
            (generic, name) => generic.or(name).unwrap_or_default(),
        };
        let of = Sentence {
            kind: StatementKind::Therapy,
            element: therapy,
            subjects,
            names: &names,
            text,
            left_out: &[],
            around: &around,
        };
        say(of, records);
    }
}

fn trial<S: Sink>(node: &Node<'_>, records: &mut Records<'_, S>) {
    node.expect_only(&[
        "Gene",
        "Alteration",
        "Title",
        "StudyPhase",
        "Target",
        "Locations",
        "NCTID",
        "Note",
        "Include",
        "Summary",
        "Condition",
        "Eligibility",
    ]);
    let names: Vec<String> = node.written("Alteration").into_iter().collect();
    let text = [node.text("NCTID"), node.text("Title")].into_iter().flatten().collect::<Vec<_>>().join(" ");
    let subjects = subjects(node, "Gene");
    let sentence = Sentence {
        kind: StatementKind::Trial,
        element: node.element,
        subjects: &subjects,
        names: &names,
        text,
        left_out: &[],
        around: &[],
    };
    say(sentence, records);
}

/// The genes or the marker that a field names; a name that is neither is noted, and so is a former symbol.
fn subjects(node: &Node<'_>, name: &str) -> Vec<Subject> {
    let Some(text) = node.said(name) else { return Vec::new() };
    let subjects = Subject::of(&text);
    if !matches!(subjects.as_slice(), [Subject::Marker(_)] | [_, _, ..]) {
        node.symbol(name, &text);
    }
    subjects
}

fn say<S: Sink>(sentence: Sentence<'_>, records: &mut Records<'_, S>) {
    let gene = sentence.subjects.iter().find_map(|subject| match subject {
        Subject::Gene(symbol) => GeneSymbol::parse(symbol).ok(),
        Subject::Marker(_) => None,
    });
    let said = statement::of(sentence.kind, sentence.element, &sentence.text, sentence.left_out);
    records.sink.state(Statement {
        about: records.items.about(sentence.subjects, sentence.names),
        gene,
        fields: sentence.around.iter().cloned().chain(said.fields).collect(),
        ..said
    });
}

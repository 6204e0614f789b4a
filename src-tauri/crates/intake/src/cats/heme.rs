//! HemeSight, the panel of haematological tumours (造血器腫瘍): a CATS document with parts of its own. What is said of
//! the case is proposed; the guideline's evidence, what databases say and the quality of samples are statements.

use super::fields::{Fields, Need};
use super::verbatim;
use crate::head::Head;
use crate::json::{Node, Value, member};
use crate::notes::{NoteBook, Remark, quoted};
use crate::sink::Sink;
use entaku_domain::finding::VerbatimField;
use entaku_domain::gene::GeneSymbol;
use entaku_domain::patient::{Clinical, Details, Disclosure, DisclosureWish};
use entaku_domain::statement::{Speaker, StatedLevel, Statement, StatementKind};
use entaku_domain::text::Text;
use std::cell::RefCell;

/// Parts of the document that CATS does not know.
pub(super) const ROOT: [&str; 4] =
    ["caseData", "sampleIdentity", "tumorCellContamination", "jshGenomeGuideline"];

/// Fields of its records that CATS does not know.
pub(super) const FIELDS: [&str; 4] = ["cytoband", "database", "validated", "geneID"];

/// Most fields of a record repeated beside a part of it.
const MAX_TOLD: usize = 40;

/// Longest statement, in characters; the fields keep the whole.
const MAX_TEXT: usize = 500;

/// Whether a document is HemeSight's: its program says so, or it has parts that only it has.
pub(super) fn is_heme(root: &Node) -> bool {
    let Some(members) = root.value.members() else { return false };
    let software = member(members, "testInfo")
        .and_then(|info| member(info.value.members()?, "softwareName"))
        .and_then(text);
    software.is_some_and(|name| {
        name.starts_with("ヘムサイト") || name.to_ascii_lowercase().starts_with("hemesight")
    }) || ["caseData", "jshGenomeGuideline"].iter().any(|part| member(members, part).is_some())
}

/// Reads its own parts into the head and the sink.
pub(super) fn read<S: Sink>(root: &Fields<'_>, head: &mut Head, notes: &RefCell<NoteBook>, sink: &mut S) {
    head.format = "HemeSight";
    let path = root.path.field("caseData");
    let case = root.node("caseData", Need::Optional).and_then(|node| Fields::of(node, &path, notes));
    head.proposed = case.as_ref().and_then(details);
    let mut said = StatementSink { sink };
    guideline(root, &mut said);
    for part in ["sampleIdentity", "tumorCellContamination"] {
        for node in items(member(root.members, part)) {
            said.state(StatementKind::Quality, node, None, &[part, &summary(node)], None);
        }
    }
    for node in items(member(root.members, "sequencingSamples")) {
        if let Some(status) = node.value.members().and_then(|members| member(members, "qcStatus")) {
            let words = ["qcStatus", &shown(field(node, "itemId")), &shown(Some(status))];
            said.state(StatementKind::Quality, node, None, &words, None);
        }
    }
    let variants = member(root.members, "variants").and_then(|node| node.value.members());
    for node in items(variants.and_then(|members| member(members, "shortVariants"))) {
        for entry in field(node, "database").and_then(|node| node.value.members()).unwrap_or_default() {
            let value = shown(Some(&entry.node));
            if !matches!(value.as_str(), "" | "null" | "-") {
                said.state(StatementKind::Evidence, node, Some(&entry.node), &[&entry.name, &value], None);
            }
        }
    }
}

fn details(case: &Fields<'_>) -> Option<Box<Details>> {
    case.expect_only(&[
        "caseId",
        "cancerClassification",
        "cancerType",
        "hsctHistory",
        "germlineFindingsDisclosure",
    ]);
    let own = |name: &str| {
        case.node(name, Need::Optional).and_then(|node| Text::new(&quoted(&shown(Some(node)))).ok())
    };
    let past = own("hsctHistory").and_then(|history| Text::new(&format!("hsctHistory: {history}")).ok());
    let details = Details {
        clinical: Clinical {
            tumour_type: own("cancerType"),
            diagnosis: own("cancerClassification"),
            past_history: past,
            ..Clinical::default()
        },
        disclosure: Disclosure { wish: wish(case), ..Disclosure::default() },
        ..Details::default()
    };
    (details != Details::default()).then(|| Box::new(details))
}

/// The wish about germline findings, where it is plain; anything else is left to be asked.
fn wish(case: &Fields<'_>) -> DisclosureWish {
    let Some(node) = case.node("germlineFindingsDisclosure", Need::Optional) else {
        return DisclosureWish::NotAsked;
    };
    let word = shown(Some(node));
    match word.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "希望する" | "希望あり" | "あり" | "有" => DisclosureWish::Wants,
        "false" | "no" | "希望しない" | "希望なし" | "なし" | "無" => DisclosureWish::Refuses,
        "" | "null" | "unknown" | "未確認" | "不明" => DisclosureWish::NotAsked,
        _ => {
            let hint = "The wish about germline findings cannot be told from this; ask and record it.";
            case.remark("germlineFindingsDisclosure", Remark::warning("unknown-value", word, hint));
            DisclosureWish::NotAsked
        }
    }
}

fn guideline<S: Sink>(root: &Fields<'_>, said: &mut StatementSink<'_, S>) {
    let guideline = member(root.members, "jshGenomeGuideline").and_then(|node| node.value.members());
    for part in ["classificationMatch", "fastTrack"] {
        for entry in items(guideline.and_then(|members| member(members, part))) {
            let about = summary(entry);
            let variants = items(field(entry, "detectedVariants"));
            if variants.is_empty() {
                said.state(StatementKind::Interpretation, entry, None, &[part, &about], None);
            }
            for variant in variants {
                let levels = items(field(variant, "evidenceLevel"));
                if levels.is_empty() {
                    said.state(
                        StatementKind::Evidence,
                        variant,
                        None,
                        &[part, &about, &summary(variant)],
                        None,
                    );
                }
                for level in levels {
                    let word = |name: &str| shown(field(level, name));
                    let stated =
                        Some(word("level")).filter(|level| !matches!(level.as_str(), "" | "-" | "null"));
                    let stated = stated.map(|level| StatedLevel {
                        scale: format!("造血器腫瘍ゲノム検査ガイドライン {}", word("type"))
                            .trim_end()
                            .to_owned(),
                        level,
                    });
                    let words = [part, &about, &summary(variant), &word("type"), &word("evidence")];
                    said.state(StatementKind::Evidence, variant, Some(level), &words, stated);
                }
            }
        }
    }
}

/// Statements on their way to the sink.
struct StatementSink<'a, S> {
    sink: &'a mut S,
}

impl<S: Sink> StatementSink<'_, S> {
    /// Says something of the record `of`; `more` is the part that says it, where that is not the record itself.
    fn state(
        &mut self,
        kind: StatementKind,
        of: &Node,
        more: Option<&Node>,
        words: &[&str],
        level: Option<StatedLevel>,
    ) {
        let item = Some(shown(field(of, "itemId"))).filter(|item| !item.is_empty());
        let gene = field(of, "geneSymbol").or_else(|| {
            items(field(of, "transcripts")).first().and_then(|transcript| field(transcript, "geneSymbol"))
        });
        let joined = words.iter().filter(|word| !word.is_empty()).copied().collect::<Vec<_>>().join(" · ");
        self.sink.state(Statement {
            kind,
            by: Speaker::Laboratory,
            about: if kind == StatementKind::Quality { Vec::new() } else { item.into_iter().collect() },
            gene: gene.and_then(text).and_then(|gene| GeneSymbol::parse(gene).ok()),
            text: joined.chars().take(MAX_TEXT).collect(),
            level,
            line: Some(u64::from(more.unwrap_or(of).line)),
            fields: more.map_or_else(|| verbatim::fields(of), |part| both(of, part)),
        });
    }
}

/// What tells the record, and the part whole: the record's lists would be copied for each of their items.
fn both(of: &Node, part: &Node) -> Vec<VerbatimField> {
    let scalars = of.value.members().unwrap_or_default().iter();
    let scalars = scalars.filter(|m| !matches!(m.node.value, Value::List(_) | Value::Object(_)));
    let told =
        scalars.take(MAX_TOLD).map(|m| VerbatimField(m.name.to_string(), quoted(&shown(Some(&m.node)))));
    told.chain(verbatim::fields(part)).collect()
}

/// The items of a list; a single object stands for a list of one.
fn items(node: Option<&Node>) -> &[Node] {
    match node {
        Some(Node { value: Value::List(items), .. }) => items,
        Some(node) if node.value.members().is_some() => std::slice::from_ref(node),
        _ => &[],
    }
}

fn field<'a>(node: &'a Node, name: &str) -> Option<&'a Node> {
    member(node.value.members()?, name)
}

fn text(node: &Node) -> Option<&str> {
    match &node.value {
        Value::Text(text) => Some(text),
        _ => None,
    }
}

/// A value in words: texts without quotes, lists joined.
fn shown(node: Option<&Node>) -> String {
    match node.map(|node| &node.value) {
        None | Some(Value::Null) => String::new(),
        Some(Value::Text(text)) => text.to_string(),
        Some(Value::List(items)) => {
            items.iter().take(20).map(|item| shown(Some(item))).collect::<Vec<_>>().join(", ")
        }
        Some(Value::Object(_)) => node.map(summary).unwrap_or_default(),
        Some(other) => other.shown(),
    }
}

/// The scalars of an object in a row.
fn summary(node: &Node) -> String {
    let members = node.value.members().unwrap_or_default().iter();
    let scalars =
        members.filter(|m| !matches!(m.node.value, Value::List(_) | Value::Object(_) | Value::Null));
    let told: Vec<String> = scalars.take(8).map(|m| quoted(&shown(Some(&m.node)))).collect();
    told.join(" ")
}

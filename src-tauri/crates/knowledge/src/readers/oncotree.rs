//! Releases of OncoTree (MSK, CC BY 4.0) as JSON: a tree of nodes by code as its files have it, or the list of nodes that its
//! service answers with.

use super::{STRIDE, Source, Watch};
use crate::store::error::KnowledgeStoreError;
use crate::store::keeper::{Entry, Keeper, Refused};
use crate::store::record::{ImportProgress, SetAsideReason};
use entaku_words::errors::{file_fault, file_need, row_fault};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// A kind of tumour in OncoTree.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct OncoTreeNode {
    /// Code: `LUAD`.
    pub code: String,
    /// Name in English.
    pub name: String,
    /// Main type, where it has one.
    pub main_type: Option<String>,
    /// Tissue, where it has one.
    pub tissue: Option<String>,
    /// Code of the node above; none of the root.
    pub parent: Option<String>,
    /// Steps below the root.
    pub level: u32,
    /// Codes of the NCI Thesaurus.
    pub nci: Vec<String>,
    /// Codes of UMLS.
    pub umls: Vec<String>,
    /// Codes that it had in earlier releases.
    pub history: Vec<String>,
    /// Codes that were given up for it.
    pub revocations: Vec<String>,
    /// Codes that it was made of.
    pub precursors: Vec<String>,
}

/// Reads a release whole: they have a quarter of a MiB.
pub(crate) fn read(
    source: &Source,
    keeper: &mut Keeper<'_>,
    watch: Watch<'_>,
) -> Result<(), KnowledgeStoreError> {
    let bytes = source.whole()?;
    let text = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let tree: Value = serde_json::from_slice(text)
        .map_err(|error| source.damaged(error.line() as u64, error.to_string(), file_need::ONCOTREE))?;
    // Depth first, each parent before its children, in the order of the file.
    let mut waiting: Vec<(Option<String>, u32, &Value)> = Vec::new();
    let push = |waiting: &mut Vec<_>,
                parent: Option<&String>,
                level,
                nodes: &mut dyn DoubleEndedIterator<Item = _>| {
        waiting.extend(nodes.rev().map(|node| (parent.cloned(), level, node)));
    };
    match &tree {
        Value::Object(roots) => push(&mut waiting, None, 0, &mut roots.values()),
        Value::Array(nodes) => push(&mut waiting, None, 0, &mut nodes.iter()),
        _ => return Err(source.damaged(1, file_fault::SINGLE_VALUE, file_need::ONCOTREE)),
    }
    let mut number = 0;
    while let Some((parent, level, node)) = waiting.pop() {
        number += 1;
        let read = row(node, parent, level);
        if let Some(Value::Object(children)) = node.get("children") {
            let code = text_of(node, "code");
            push(&mut waiting, code.as_ref(), level + 1, &mut children.values());
        }
        let shown = match node {
            Value::Object(fields) => {
                let own = fields.iter().filter(|(name, _)| *name != "children");
                Value::Object(own.map(|(name, value)| (name.clone(), value.clone())).collect()).to_string()
            }
            other => other.to_string(),
        };
        keeper.take(number, &shown, read)?;
        let progress = ImportProgress { bytes: source.bytes, of: source.bytes, rows: number };
        if number.is_multiple_of(STRIDE) && !watch(progress) {
            return Err(KnowledgeStoreError::Cancelled { file: source.name.clone() });
        }
    }
    Ok(())
}

fn row(node: &Value, parent: Option<String>, level: u32) -> Result<Entry, Refused> {
    let must = |name: &str| {
        text_of(node, name).ok_or_else(|| Refused::new(SetAsideReason::Missing, row_fault::empty(name)))
    };
    let code = must("code")?;
    let references =
        |name: &str| node.get("externalReferences").map(|all| texts_of(all, name)).unwrap_or_default();
    let main_type = node.get("mainType").and_then(|value| match value {
        Value::Object(_) => text_of(value, "name"),
        _ => text_of(node, "mainType"),
    });
    let row = OncoTreeNode {
        name: must("name")?,
        main_type,
        tissue: text_of(node, "tissue"),
        parent: text_of(node, "parent").or(parent),
        level: node
            .get("level")
            .and_then(Value::as_u64)
            .and_then(|level| level.try_into().ok())
            .unwrap_or(level),
        nci: references("NCI"),
        umls: references("UMLS"),
        history: texts_of(node, "history"),
        revocations: texts_of(node, "revocations"),
        precursors: texts_of(node, "precursors"),
        code,
    };
    let json = serde_json::to_string(&row)
        .map_err(|error| Refused::new(SetAsideReason::UnknownWord, error.to_string()))?;
    Ok(Entry { id: Some(row.code.clone()), names: vec![row.code], row: json, ..Entry::default() })
}

fn text_of(node: &Value, name: &str) -> Option<String> {
    node.get(name).and_then(Value::as_str).map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn texts_of(node: &Value, name: &str) -> Vec<String> {
    let all = node.get(name).and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    all.iter().filter_map(Value::as_str).map(str::to_owned).collect()
}

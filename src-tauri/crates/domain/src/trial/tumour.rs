//! The type of tumour that a trial asks for, beside the one of the patient, over OncoTree. A diagnosis that was recorded less
//! exactly than the trial asks for settles nothing.

use super::why::Why;
use crate::evidence::disease::{Node, OncoTree};
use crate::omission::ConditionState;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A type of tumour as a trial asks for it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TumourAsked {
    /// Any.
    Any,
    /// Any but those of blood and lymph (`_SOLID_`).
    Solid,
    /// Those of blood and lymph (`_LIQUID_`).
    Liquid,
    /// This one, by its name or code in OncoTree.
    Named(String),
}

/// Names that tumours have in OncoTree and had in earlier releases, for looking up.
#[derive(Debug, Clone, Default)]
pub struct TumourNames {
    /// By name: codes of today, and whether a part of the node is meant.
    by_name: HashMap<String, Vec<(String, bool)>>,
}

/// What a former name stands for today.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormerTumour {
    /// The former name.
    pub name: String,
    /// The node of today.
    pub code: String,
    /// Whether it was a part of that node and has none of its own today.
    pub part: bool,
}

impl TumourNames {
    /// From a tree and former names; a name of today goes before a former one.
    pub fn new(tree: &OncoTree, former: &[FormerTumour]) -> Self {
        let mut by_name: HashMap<String, Vec<(String, bool)>> = HashMap::new();
        for node in tree.nodes() {
            by_name.entry(folded(&node.name)).or_default().push((node.code.clone(), false));
        }
        for row in former {
            by_name.entry(folded(&row.name)).or_insert_with(|| vec![(row.code.clone(), row.part)]);
        }
        Self { by_name }
    }
}

fn folded(name: &str) -> String {
    let half = crate::text::half_width(name).to_lowercase();
    let american = half.replace("tumour", "tumor").replace("leukaemia", "leukemia");
    american.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The nodes that a trial means; with each whether it means a part of it alone.
fn meant<'t>(named: &str, tree: &'t OncoTree, names: &TumourNames) -> Vec<(&'t Node, bool)> {
    if let Some(codes) = names.by_name.get(&folded(named)) {
        return codes.iter().filter_map(|(code, part)| Some((tree.node(code)?, *part))).collect();
    }
    // A code of today is itself; a former one became these, some of them in part.
    match tree.node(named) {
        Some(node) => vec![(node, false)],
        None => tree.find(named).into_iter().map(|node| (node, true)).collect(),
    }
}

pub(super) fn weigh(
    asked: &TumourAsked,
    own: Option<&str>,
    tree: &OncoTree,
    names: &TumourNames,
) -> (ConditionState, Why) {
    if *asked == TumourAsked::Any {
        return (ConditionState::Met, Why::Unrestricted);
    }
    let Some(own) = own else { return (ConditionState::Unknown, Why::NotRecorded) };
    let nodes = tree.find(own);
    if nodes.is_empty() {
        return (ConditionState::Unknown, Why::TumourUnknown(own.to_owned()));
    }
    let said = nodes.iter().map(|node| format!("{} {}", node.code, node.name)).collect::<Vec<_>>().join(", ");
    let group = |blood: bool| {
        agreed(nodes.iter().map(|node| match node.parent {
            None => ConditionState::Unknown,
            Some(_) => (tree.is_blood(node) == blood).into(),
        }))
    };
    let state = match asked {
        TumourAsked::Any => ConditionState::Met,
        TumourAsked::Solid => group(false),
        TumourAsked::Liquid => group(true),
        TumourAsked::Named(named) => {
            let meant = meant(named, tree, names);
            if meant.is_empty() {
                return (ConditionState::Unknown, Why::TumourUnknown(named.clone()));
            }
            agreed(nodes.iter().map(|own| {
                meant
                    .iter()
                    .map(|(asked, part)| is_one(own, asked, *part, tree))
                    .fold(ConditionState::NotMet, ConditionState::or)
            }))
        }
    };
    let why = match state {
        ConditionState::Met => Why::TumourWithin(said),
        ConditionState::NotMet => Why::TumourOther(said),
        ConditionState::Unknown => Why::TumourLessExact(said),
    };
    (state, why)
}

/// Whether a patient's tumour is the one asked for, or a part of it where the trial means a part alone.
fn is_one(own: &Node, asked: &Node, part: bool, tree: &OncoTree) -> ConditionState {
    if own.code == asked.code || tree.above(own).any(|above| above.code == asked.code) {
        if part { ConditionState::Unknown } else { ConditionState::Met }
    } else if tree.above(asked).any(|above| above.code == own.code) {
        ConditionState::Unknown
    } else {
        ConditionState::NotMet
    }
}

/// What all agree on; a former code may have become several.
fn agreed(states: impl Iterator<Item = ConditionState>) -> ConditionState {
    states
        .map(Some)
        .reduce(|one, other| if one == other { one } else { Some(ConditionState::Unknown) })
        .flatten()
        .unwrap_or(ConditionState::Unknown)
}

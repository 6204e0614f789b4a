//! What changed between two versions of one source, row by row. Owns the comparison of items; which cases a change concerns
//! is asked elsewhere.

use super::item::{Direction, EvidenceItem, ReviewStatus};
use crate::label::Label;
use crate::statement::StatedLevel;
use crate::words::Worded;
use entaku_words::answers::evidence_difference;
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

#[cfg(test)]
mod tests;

/// One thing that changed of an item.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", tag = "of")]
pub enum Changed {
    /// It was not there.
    New,
    /// It is there no more.
    Withdrawn,
    /// Submitted before, reviewed now.
    Accepted,
    /// Reviewed before, and now among what was sent in.
    NoLongerAccepted,
    /// A stronger level of the same scale.
    LevelHigher(Levels),
    /// A weaker level of the same scale.
    LevelLower(Levels),
    /// Another level that is not comparable, or one given or taken away.
    LevelOther(Levels),
    /// It speaks for something else, or no longer for what it spoke for.
    Direction(Says),
    /// The source marks it as contested.
    Contested,
    /// The source marks it so no more.
    NoLongerContested,
    /// Another profile.
    Profile(Texts),
    /// Another disease.
    Disease(Texts),
    /// Other therapies.
    Therapies(Texts),
}

/// Levels before and now, scale included.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Levels {
    /// Before.
    pub former: Option<StatedLevel>,
    /// Now.
    pub now: Option<StatedLevel>,
}

/// What an item said and says.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Says {
    /// Before: for what, whether it supports that, and the source's word.
    pub former: (Direction, bool, String),
    /// Now.
    pub now: (Direction, bool, String),
}

/// Words before and now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Texts {
    /// Before.
    pub former: String,
    /// Now.
    pub now: String,
}

/// What changed of one item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ItemDifference<'v> {
    /// The item in the older version; none where it is new.
    pub former: Option<&'v str>,
    /// Its id.
    pub id: &'v str,
    /// Its place in the older list.
    pub was: Option<usize>,
    /// Its place in the newer list.
    pub is: Option<usize>,
    /// What changed, each once.
    pub changed: Vec<Changed>,
}

/// What changed from one version of a source to the next: first what the newer one has, in its order, then what is
/// withdrawn, in the order of the older one. Items that did not change are left out; of an id that comes twice the first
/// counts.
pub fn difference<'v>(older: &'v [EvidenceItem], newer: &'v [EvidenceItem]) -> Vec<ItemDifference<'v>> {
    let (was, is) = (by_id(older), by_id(newer));
    let mut all = Vec::new();
    for (at, item) in newer.iter().enumerate().filter(|(at, item)| is.get(item.id.as_str()) == Some(at)) {
        let former = was.get(item.id.as_str()).copied();
        let changed = match former.and_then(|at| older.get(at)) {
            Some(former) => changes(former, item),
            None => vec![Changed::New],
        };
        if !changed.is_empty() {
            let id = item.id.as_str();
            all.push(ItemDifference { former: former.map(|_| id), id, was: former, is: Some(at), changed });
        }
    }
    let mut told: HashSet<&str> = HashSet::new();
    for (at, item) in older.iter().enumerate() {
        let id = item.id.as_str();
        if !is.contains_key(id) && told.insert(id) {
            let changed = vec![Changed::Withdrawn];
            all.push(ItemDifference { former: Some(id), id, was: Some(at), is: None, changed });
        }
    }
    all
}

fn by_id(items: &[EvidenceItem]) -> HashMap<&str, usize> {
    let mut by_id = HashMap::with_capacity(items.len());
    for (at, item) in items.iter().enumerate() {
        by_id.entry(item.id.as_str()).or_insert(at);
    }
    by_id
}

fn changes(former: &EvidenceItem, now: &EvidenceItem) -> Vec<Changed> {
    let mut changed = Vec::new();
    match (former.status, now.status) {
        (ReviewStatus::Submitted, ReviewStatus::Accepted) => changed.push(Changed::Accepted),
        (ReviewStatus::Accepted, ReviewStatus::Submitted) => changed.push(Changed::NoLongerAccepted),
        _ => {}
    }
    if former.level != now.level {
        let levels = Levels { former: former.level.clone(), now: now.level.clone() };
        let ranks = former.level.as_ref().zip(now.level.as_ref()).and_then(|(former, now)| {
            let same = former.scale == now.scale;
            same.then(|| Some((rank(&former.level)?, rank(&now.level)?)))?
        });
        changed.push(match ranks {
            Some((former, now)) if now < former => Changed::LevelHigher(levels),
            Some((former, now)) if now > former => Changed::LevelLower(levels),
            _ => Changed::LevelOther(levels),
        });
    }
    let says = |item: &EvidenceItem| (item.direction, item.supports, item.significance.clone());
    if says(former) != says(now) {
        changed.push(Changed::Direction(Says { former: says(former), now: says(now) }));
    }
    match (former.contested, now.contested) {
        (false, true) => changed.push(Changed::Contested),
        (true, false) => changed.push(Changed::NoLongerContested),
        _ => {}
    }
    let texts = |former: String, now: String| (former != now).then_some(Texts { former, now });
    changed.extend(texts(former.profile.clone(), now.profile.clone()).map(Changed::Profile));
    let disease = |item: &EvidenceItem| item.disease.name.clone().unwrap_or_default();
    changed.extend(texts(disease(former), disease(now)).map(Changed::Disease));
    let therapies = |item: &EvidenceItem| {
        let mut names: Vec<&str> = item.therapies.iter().map(String::as_str).collect();
        names.sort_unstable();
        names.join(", ")
    };
    changed.extend(texts(therapies(former), therapies(now)).map(Changed::Therapies));
    changed
}

/// The rank of a level in a scale of letters from A on, the strongest first; none where its place is not told by its name
/// (`R`, `1`, `Tier I - Level A`).
fn rank(level: &str) -> Option<u32> {
    let mut signs = level.trim().chars();
    let letter = signs.next().filter(char::is_ascii_uppercase)?;
    (signs.next().is_none() && ('A'..='F').contains(&letter)).then_some(u32::from(letter))
}

fn level(level: Option<&StatedLevel>) -> String {
    level.map_or_else(|| "-".to_owned(), |level| format!("{} {}", level.scale, level.level))
}

impl Changed {
    /// Whether somebody who weighed the item before ought to hear of it: all but that a doubt was lifted.
    pub fn is_news(&self) -> bool {
        !matches!(self, Self::NoLongerContested)
    }

    /// In words.
    pub fn said(&self) -> Label {
        let levels = |levels: &Levels| (level(levels.former.as_ref()), level(levels.now.as_ref()));
        match self {
            Self::New => evidence_difference::NEW.to_label(),
            Self::Withdrawn => evidence_difference::WITHDRAWN.to_label(),
            Self::Accepted => evidence_difference::ACCEPTED.to_label(),
            Self::NoLongerAccepted => evidence_difference::NO_LONGER_ACCEPTED.to_label(),
            Self::Contested => evidence_difference::CONTESTED.to_label(),
            Self::NoLongerContested => evidence_difference::NO_LONGER_CONTESTED.to_label(),
            Self::LevelHigher(both) => {
                let (former, now) = levels(both);
                evidence_difference::level_higher(former, now).to_label()
            }
            Self::LevelLower(both) => {
                let (former, now) = levels(both);
                evidence_difference::level_lower(former, now).to_label()
            }
            Self::LevelOther(both) => {
                let (former, now) = levels(both);
                evidence_difference::level_other(former, now).to_label()
            }
            Self::Direction(says) => {
                let (former, now) = (&says.former, &says.now);
                evidence_difference::direction(
                    former.0.label(),
                    former.1,
                    &former.2,
                    now.0.label(),
                    now.1,
                    &now.2,
                )
                .to_label()
            }
            Self::Profile(texts) => evidence_difference::profile(&texts.former, &texts.now).to_label(),
            Self::Disease(texts) => evidence_difference::disease(&texts.former, &texts.now).to_label(),
            Self::Therapies(texts) => evidence_difference::therapies(&texts.former, &texts.now).to_label(),
        }
    }
}

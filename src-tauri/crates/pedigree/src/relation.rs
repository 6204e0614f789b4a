//! Who is related to whom, by place in the list: couples, generations, relation by blood.

use crate::model::Pedigree;
use std::collections::{BTreeMap, BTreeSet};

/// A couple, or one parent alone, with their children.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Union {
    /// The one drawn left unless something speaks against it.
    pub(crate) one: usize,
    /// The other; none where only one parent is told.
    pub(crate) other: Option<usize>,
    /// Children in their order.
    pub(crate) children: Vec<usize>,
    /// Whether they are related by blood.
    pub(crate) related: bool,
    /// The couple's own entry, by its place.
    pub(crate) couple: Option<usize>,
}

/// All relations of a pedigree.
#[derive(Debug)]
pub(crate) struct Relations {
    /// Parents of each person.
    pub(crate) parents: Vec<Vec<usize>>,
    /// Couples in the order in which they are told.
    pub(crate) unions: Vec<Union>,
    /// The union each person descends from.
    pub(crate) union_of: Vec<Option<usize>>,
    /// The unions each person is a partner of.
    pub(crate) partner_in: Vec<Vec<usize>>,
    /// Generation of each person, counted from 0.
    pub(crate) generation: Vec<usize>,
}

impl Relations {
    /// Of a pedigree that was checked.
    pub(crate) fn of(pedigree: &Pedigree) -> Self {
        let place: BTreeMap<&str, usize> =
            pedigree.persons.iter().enumerate().map(|(at, person)| (person.id.as_str(), at)).collect();
        let at = |id: &Option<String>| id.as_deref().and_then(|id| place.get(id)).copied();
        let count = pedigree.persons.len();
        let mut parents = vec![Vec::new(); count];
        let mut unions: Vec<Union> = Vec::new();
        let mut known: BTreeMap<(usize, Option<usize>), usize> = BTreeMap::new();
        let mut union_of = vec![None; count];
        for (child, person) in pedigree.persons.iter().enumerate() {
            let (father, mother) = (at(&person.father), at(&person.mother));
            let (one, other) = match (father, mother) {
                (Some(father), mother) => (father, mother),
                (None, Some(mother)) => (mother, None),
                (None, None) => continue,
            };
            let union = of_pair(&mut unions, &mut known, one, other);
            if let Some(union) = unions.get_mut(union) {
                union.children.push(child);
            }
            set(&mut union_of, child, Some(union));
            set(&mut parents, child, std::iter::once(one).chain(other).collect());
        }
        for (at, couple) in pedigree.couples.iter().enumerate() {
            let one = place.get(couple.partners.0.as_str()).copied();
            let other = place.get(couple.partners.1.as_str()).copied();
            let (Some(one), Some(other)) = (one, other) else { continue };
            let union = of_pair(&mut unions, &mut known, one, Some(other));
            if let Some(union) = unions.get_mut(union) {
                union.related |= couple.related;
                union.couple = Some(at);
            }
        }
        let mut partner_in = vec![Vec::new(); count];
        for (at, union) in unions.iter().enumerate() {
            for partner in std::iter::once(union.one).chain(union.other) {
                if let Some(all) = partner_in.get_mut(partner) {
                    all.push(at);
                }
            }
        }
        let mut relations = Self { parents, unions, union_of, partner_in, generation: Vec::new() };
        let related: Vec<bool> = relations.unions.iter().map(|union| relations.share_blood(union)).collect();
        for (union, related) in relations.unions.iter_mut().zip(related) {
            union.related |= related;
        }
        relations.generation = relations.generations();
        relations
    }

    /// Everybody a person descends from, and the person.
    fn line_of(&self, person: usize) -> BTreeSet<usize> {
        let mut line = BTreeSet::from([person]);
        let mut next = vec![person];
        while let Some(at) = next.pop() {
            for parent in self.parents.get(at).into_iter().flatten() {
                if line.insert(*parent) {
                    next.push(*parent);
                }
            }
        }
        line
    }

    fn share_blood(&self, union: &Union) -> bool {
        let Some(other) = union.other else { return false };
        let without = |person: usize| self.parents.get(person).is_none_or(Vec::is_empty);
        if without(union.one) && without(other) {
            return false;
        }
        !self.line_of(union.one).is_disjoint(&self.line_of(other))
    }

    /// Partners stand in one generation, children below their parents. Partners who descend from each other, or whose level
    /// would put somebody above their parents, keep levels of their own.
    fn generations(&self) -> Vec<usize> {
        let count = self.parents.len();
        let mut group: Vec<usize> = (0..count).collect();
        let mut members: Vec<Vec<usize>> = (0..count).map(|person| vec![person]).collect();
        for union in &self.unions {
            let Some(other) = union.other else { continue };
            let (one, other) = (get(&group, union.one), get(&group, other));
            if one == other
                || self.is_above(&group, &members, one, other)
                || self.is_above(&group, &members, other, one)
            {
                continue;
            }
            let moved = members.get_mut(other).map(std::mem::take).unwrap_or_default();
            moved.iter().for_each(|person| set(&mut group, *person, one));
            if let Some(all) = members.get_mut(one) {
                all.extend(moved);
            }
        }
        // The longest way down from anybody without parents.
        let mut below: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        let mut waiting: BTreeMap<usize, usize> = group.iter().map(|of| (*of, 0)).collect();
        for (child, parents) in self.parents.iter().enumerate() {
            for parent in parents {
                let (upper, lower) = (get(&group, *parent), get(&group, child));
                if upper != lower && below.entry(upper).or_default().insert(lower) {
                    *waiting.entry(lower).or_default() += 1;
                }
            }
        }
        let mut level: BTreeMap<usize, usize> = BTreeMap::new();
        let mut order: Vec<usize> =
            waiting.iter().filter(|(_, above)| **above == 0).map(|(group, _)| *group).collect();
        let mut at = 0;
        while let Some(upper) = order.get(at).copied() {
            at += 1;
            let own = *level.entry(upper).or_insert(0);
            for lower in below.get(&upper).into_iter().flatten() {
                let deepest = level.entry(*lower).or_insert(0);
                *deepest = (*deepest).max(own + 1);
                if let Some(above) = waiting.get_mut(lower) {
                    *above -= 1;
                    if *above == 0 {
                        order.push(*lower);
                    }
                }
            }
        }
        // Who marries in at a later generation has parents just above, not at the top.
        let with_parents: BTreeSet<usize> = below.values().flatten().copied().collect();
        for upper in order.iter().rev().filter(|upper| !with_parents.contains(upper)) {
            let lowest = below.get(upper).into_iter().flatten().filter_map(|lower| level.get(lower)).min();
            if let Some(lowest) = lowest.copied() {
                level.insert(*upper, lowest.saturating_sub(1));
            }
        }
        group.iter().map(|of| level.get(of).copied().unwrap_or(0)).collect()
    }

    /// Whether one group stands above another by way of parents and partners.
    fn is_above(&self, group: &[usize], members: &[Vec<usize>], upper: usize, lower: usize) -> bool {
        let mut seen = BTreeSet::from([lower]);
        let mut next = vec![lower];
        while let Some(at) = next.pop() {
            let members = members.get(at).into_iter().flatten();
            for parent in members.flat_map(|person| self.parents.get(*person).into_iter().flatten()) {
                let parent = get(group, *parent);
                if parent == upper {
                    return true;
                }
                if seen.insert(parent) {
                    next.push(parent);
                }
            }
        }
        false
    }
}

fn of_pair(
    unions: &mut Vec<Union>,
    known: &mut BTreeMap<(usize, Option<usize>), usize>,
    one: usize,
    other: Option<usize>,
) -> usize {
    let key = match other {
        Some(other) => (one.min(other), Some(one.max(other))),
        None => (one, None),
    };
    *known.entry(key).or_insert_with(|| {
        unions.push(Union { one, other, children: Vec::new(), related: false, couple: None });
        unions.len() - 1
    })
}

fn get(group: &[usize], at: usize) -> usize {
    group.get(at).copied().unwrap_or(at)
}

fn set<T>(all: &mut [T], at: usize, value: T) {
    if let Some(slot) = all.get_mut(at) {
        *slot = value;
    }
}

//! Who stands beside whom: first as somebody would draw it, family by family and child by child, then moved towards the
//! middle of their parents and children while that makes fewer lines cross.

use super::{Cluster, Rows, of};
use crate::model::Pedigree;
use crate::relation::Relations;
use std::collections::{BTreeMap, BTreeSet};

/// Sweeps down and up.
const SWEEPS: usize = 16;
/// Sweeps downwards before any upwards.
const DOWN_ALONE: usize = 3;

pub(super) fn ordered(pedigree: &Pedigree, relations: &Relations) -> Rows {
    let place: BTreeMap<&str, usize> =
        pedigree.persons.iter().enumerate().map(|(at, person)| (person.id.as_str(), at)).collect();
    let twins: Vec<Vec<usize>> = pedigree
        .twins
        .iter()
        .map(|twins| twins.members.iter().filter_map(|id| place.get(id.as_str()).copied()).collect())
        .collect();
    let families =
        families(relations).into_iter().map(|family| Family::of(relations, &twins, &family).ordered());
    Rows { families: families.collect() }
}

/// Persons who are related by descent or as partners, in the order of their first.
fn families(relations: &Relations) -> Vec<Vec<usize>> {
    let count = relations.parents.len();
    let mut seen = vec![false; count];
    let mut all = Vec::new();
    for first in 0..count {
        if of(&seen, first) {
            continue;
        }
        let mut family = Vec::new();
        let mut next = vec![first];
        while let Some(at) = next.pop() {
            if of(&seen, at) {
                continue;
            }
            if let Some(seen) = seen.get_mut(at) {
                *seen = true;
            }
            family.push(at);
            next.extend(relations.parents.get(at).into_iter().flatten());
            for union in relations.partner_in.get(at).into_iter().flatten() {
                let Some(union) = relations.unions.get(*union) else { continue };
                next.extend(&union.children);
                next.push(union.one);
                next.extend(union.other);
            }
        }
        family.sort_unstable();
        all.push(family);
    }
    all
}

struct Family<'r> {
    relations: &'r Relations,
    twins: &'r [Vec<usize>],
    clusters: Vec<Cluster>,
    /// Generation of each cluster.
    level: Vec<usize>,
    /// Cluster of each person.
    cluster_of: BTreeMap<usize, usize>,
    /// Lines from a union (by its partners' clusters) or a passing line down to a cluster: what stands above each, with the
    /// person it goes to.
    above: Vec<Vec<(usize, Option<usize>)>>,
    /// What stands below.
    below: Vec<Vec<usize>>,
}

impl<'r> Family<'r> {
    fn of(relations: &'r Relations, twins: &'r [Vec<usize>], family: &[usize]) -> Self {
        let mut this = Self {
            relations,
            twins,
            clusters: Vec::new(),
            level: Vec::new(),
            cluster_of: BTreeMap::new(),
            above: Vec::new(),
            below: Vec::new(),
        };
        for person in family {
            if !this.cluster_of.contains_key(person) {
                let persons = this.beside_each_other(*person);
                let level = of(&relations.generation, *person);
                let at = this.add(Cluster { persons, passes: None }, level);
                for person in this.clusters.get(at).map(|cluster| cluster.persons.clone()).unwrap_or_default()
                {
                    this.cluster_of.insert(person, at);
                }
            }
        }
        let of_family: BTreeSet<usize> = family.iter().copied().collect();
        for (at, union) in relations.unions.iter().enumerate() {
            if of_family.contains(&union.one) {
                this.join(at);
            }
        }
        this
    }

    fn add(&mut self, cluster: Cluster, level: usize) -> usize {
        self.clusters.push(cluster);
        self.level.push(level);
        self.above.push(Vec::new());
        self.below.push(Vec::new());
        self.clusters.len() - 1
    }

    /// Children hang below their parents; where a generation lies between, a line passes through it.
    fn join(&mut self, at: usize) {
        let Some(union) = self.relations.unions.get(at) else { return };
        let partners: Vec<usize> = std::iter::once(union.one).chain(union.other).collect();
        let level = partners.iter().map(|person| of(&self.relations.generation, *person)).max().unwrap_or(0);
        for child in union.children.clone() {
            let Some(lower) = self.cluster_of.get(&child).copied() else { continue };
            let target = of(&self.relations.generation, child);
            // The partners' clusters; two where they stand in generations of their own.
            let lowest = partners.iter().filter(|person| of(&self.relations.generation, **person) == level);
            let mut upper: Vec<(usize, Option<usize>)> = Vec::new();
            for person in lowest {
                if let Some(cluster) = self.cluster_of.get(person).copied()
                    && !upper.iter().any(|(known, _)| *known == cluster)
                {
                    upper.push((cluster, Some(at)));
                }
            }
            for between in level + 1..target {
                let passing = self.add(Cluster { persons: Vec::new(), passes: Some((at, child)) }, between);
                self.hang(&upper, passing);
                upper = vec![(passing, None)];
            }
            self.hang(&upper, lower);
        }
    }

    fn hang(&mut self, upper: &[(usize, Option<usize>)], lower: usize) {
        for (above, union) in upper {
            if let Some(all) = self.above.get_mut(lower) {
                all.push((*above, *union));
            }
            if let Some(all) = self.below.get_mut(*above) {
                all.push(lower);
            }
        }
    }

    /// Partners of one generation in a row: the longest chain of couples, and whoever has more partners than two sides beside
    /// the partner they share.
    fn beside_each_other(&self, person: usize) -> Vec<usize> {
        let own = of(&self.relations.generation, person);
        let partners = |at: usize| -> Vec<usize> {
            let unions = self.relations.partner_in.get(at).into_iter().flatten();
            let both = unions.filter_map(|union| {
                let union = self.relations.unions.get(*union)?;
                Some((union.one, union.other?))
            });
            let other = both.map(|(one, other)| if one == at { other } else { one });
            other.filter(|other| of(&self.relations.generation, *other) == own).collect()
        };
        let far = |from: usize| {
            let mut order = vec![from];
            let mut before: BTreeMap<usize, Option<usize>> = BTreeMap::from([(from, None)]);
            let mut at = 0;
            while let Some(next) = order.get(at).copied() {
                at += 1;
                for partner in partners(next) {
                    if let std::collections::btree_map::Entry::Vacant(free) = before.entry(partner) {
                        free.insert(Some(next));
                        order.push(partner);
                    }
                }
            }
            let mut path = Vec::new();
            let mut step = order.last().copied();
            while let Some(at) = step {
                path.push(at);
                step = before.get(&at).copied().flatten();
            }
            (order, path)
        };
        let (all, path) = far(person);
        let end = path.first().copied().unwrap_or(person);
        let (_, mut row) = far(end);
        // The one who is told first as a couple's left stands left.
        let left = |one: usize, other: usize| {
            self.relations.unions.iter().any(|union| union.one == one && union.other == Some(other))
        };
        if let [first, second, ..] = row.as_slice()
            && !left(*first, *second)
            && row.len() == 2
        {
            row.reverse();
        }
        let mut rest: Vec<usize> = all.into_iter().filter(|one| !row.contains(one)).collect();
        while !rest.is_empty() {
            let known = |one: &usize| partners(*one).iter().any(|partner| row.contains(partner));
            let Some(next) = rest.iter().position(known) else { break };
            let person = rest.remove(next);
            let shared =
                partners(person).into_iter().find_map(|partner| row.iter().position(|one| *one == partner));
            // Behind the partner's neighbour, so that no couple is parted.
            let at = shared.map_or(row.len(), |at| (at + 2).min(row.len()));
            row.insert(at, person);
        }
        row
    }

    fn ordered(mut self) -> Vec<Vec<Cluster>> {
        let depth = self.level.iter().max().map_or(0, |deepest| deepest + 1);
        let mut rows: Vec<Vec<usize>> = vec![Vec::new(); depth];
        let mut seen = BTreeSet::new();
        for at in 0..self.clusters.len() {
            self.visit(at, &mut rows, &mut seen);
        }
        let mut best = (usize::MAX, rows.clone(), self.clusters.clone());
        for round in 0..=SWEEPS {
            // As somebody would draw it comes first: where nothing crosses so, nothing is moved.
            for level in (1..rows.len()).filter(|_| round > 0) {
                self.sweep(&mut rows, level, true);
            }
            self.turn(&rows);
            self.sweep_twins(&mut rows);
            let crossings = self.crossings(&rows);
            if crossings < best.0 {
                best = (crossings, rows.clone(), self.clusters.clone());
            }
            if crossings == 0 {
                break;
            }
            // Downwards alone leaves grandparents where they were told, and a child more moves nobody.
            for level in (0..rows.len().saturating_sub(1)).rev().filter(|_| round >= DOWN_ALONE) {
                self.sweep(&mut rows, level, false);
            }
            self.turn(&rows);
        }
        let (_, rows, clusters) = best;
        let taken = |row: Vec<usize>| row.into_iter().filter_map(|at| clusters.get(at).cloned()).collect();
        rows.into_iter().map(taken).collect()
    }

    /// As somebody draws: a couple, then its children one by one with all below them, and then the parents of those who
    /// married in.
    fn visit(&self, first: usize, rows: &mut [Vec<usize>], seen: &mut BTreeSet<usize>) {
        let mut next = vec![first];
        let mut married_in = std::collections::VecDeque::new();
        while let Some(at) = next.pop().or_else(|| married_in.pop_front()) {
            if !seen.insert(at) {
                continue;
            }
            if let Some(row) = rows.get_mut(of(&self.level, at)) {
                row.push(at);
            }
            married_in.extend(self.above.get(at).into_iter().flatten().map(|(above, _)| *above));
            // The last pushed is drawn first.
            next.extend(self.below.get(at).into_iter().flatten().rev());
        }
    }

    /// Place of each cluster's middle, and of each union, in persons from the left.
    fn ranks(&self, row: &[usize]) -> BTreeMap<usize, f64> {
        let mut ranks = BTreeMap::new();
        let mut from = 0.0;
        for at in row {
            let width = self.clusters.get(*at).map_or(1, |cluster| cluster.persons.len().max(1)) as f64;
            ranks.insert(*at, from + width / 2.0);
            from += width;
        }
        ranks
    }

    /// Where a union's line goes down, in persons from the left.
    fn rank_of(&self, ranks: &BTreeMap<usize, f64>, cluster: usize, union: Option<usize>) -> f64 {
        let middle = ranks.get(&cluster).copied().unwrap_or(0.0);
        let Some(all) = self.clusters.get(cluster) else { return middle };
        let Some(union) = union.and_then(|at| self.relations.unions.get(at)) else { return middle };
        let start = middle - all.persons.len() as f64 / 2.0;
        let places: Vec<f64> = std::iter::once(union.one)
            .chain(union.other)
            .filter_map(|person| all.persons.iter().position(|one| *one == person))
            .map(|at| start + at as f64 + 0.5)
            .collect();
        // Beside the partner further out, where others stand between.
        let (low, high) =
            places.iter().fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(*at), high.max(*at)));
        match places.len() {
            0 => middle,
            1 => low,
            _ if high - low > 1.5 => high - 0.5,
            _ => f64::midpoint(low, high),
        }
    }

    fn sweep(&self, rows: &mut [Vec<usize>], level: usize, down: bool) {
        let beside = if down { level.checked_sub(1) } else { Some(level + 1) };
        let Some(other) = beside.and_then(|at| rows.get(at)) else { return };
        let ranks = self.ranks(other);
        let Some(row) = rows.get(level) else { return };
        let own = self.ranks(row);
        let scale = other.len().max(1) as f64 / row.len().max(1) as f64;
        let key = |at: &usize| {
            let near: Vec<f64> = if down {
                let above = self.above.get(*at).into_iter().flatten();
                let here = above.filter(|(above, _)| ranks.contains_key(above));
                here.map(|(above, union)| self.rank_of(&ranks, *above, *union)).collect()
            } else {
                let below = self.below.get(*at).into_iter().flatten();
                below.filter_map(|below| ranks.get(below)).copied().collect()
            };
            match near.len() {
                0 => own.get(at).copied().unwrap_or(0.0) * scale,
                count => near.iter().sum::<f64>() / count as f64,
            }
        };
        let mut sorted: Vec<(f64, usize)> = row.iter().map(|at| (key(at), *at)).collect();
        sorted.sort_by(|one, other| one.0.total_cmp(&other.0));
        if let Some(row) = rows.get_mut(level) {
            *row = sorted.into_iter().map(|(_, at)| at).collect();
        }
    }

    /// Twins stand together: the others beside the first of them.
    fn sweep_twins(&mut self, rows: &mut [Vec<usize>]) {
        for twins in self.twins {
            let mut clusters: Vec<usize> = Vec::new();
            for twin in twins {
                if let Some(at) = self.cluster_of.get(twin)
                    && !clusters.contains(at)
                {
                    clusters.push(*at);
                }
            }
            let Some(row) = clusters.first().and_then(|first| rows.get_mut(of(&self.level, *first))) else {
                continue;
            };
            let mut places: Vec<usize> =
                clusters.iter().filter_map(|cluster| row.iter().position(|at| at == cluster)).collect();
            places.sort_unstable();
            let together: Vec<usize> = places.iter().filter_map(|at| row.get(*at).copied()).collect();
            let Some(first) = places.first().copied() else { continue };
            row.retain(|at| !together.contains(at));
            let behind = row.split_off(first.min(row.len()));
            row.extend(together.iter().copied());
            row.extend(behind);
            // The outer ones turn their partners outwards.
            let last = together.len().saturating_sub(1);
            for (at, cluster) in together.iter().enumerate().filter(|_| last > 0) {
                let Some(cluster) = self.clusters.get_mut(*cluster) else { continue };
                let twin_at = cluster.persons.iter().position(|person| twins.contains(person)).unwrap_or(0);
                let is_left = twin_at * 2 < cluster.persons.len().saturating_sub(1);
                let is_right = twin_at * 2 > cluster.persons.len().saturating_sub(1);
                if (at == 0 && is_left) || (at == last && is_right) {
                    cluster.persons.reverse();
                }
            }
        }
    }

    /// Turns a row of partners whose parents stand the other way round.
    fn turn(&mut self, rows: &[Vec<usize>]) {
        for level in 1..rows.len() {
            let Some(upper) = rows.get(level - 1) else { continue };
            let ranks = self.ranks(upper);
            for at in rows.get(level).into_iter().flatten() {
                let Some(cluster) = self.clusters.get(*at) else { continue };
                let mut places: Vec<f64> = Vec::new();
                for person in &cluster.persons {
                    let Some(union) = self.relations.union_of.get(*person).copied().flatten() else {
                        continue;
                    };
                    let above = self.above.get(*at).into_iter().flatten();
                    let own = above.filter(|(_, of)| *of == Some(union) || of.is_none());
                    places.extend(own.map(|(above, union)| self.rank_of(&ranks, *above, *union)).take(1));
                }
                let (first, last) = (places.first().copied(), places.last().copied());
                if places.len() > 1
                    && first > last
                    && let Some(cluster) = self.clusters.get_mut(*at)
                {
                    cluster.persons.reverse();
                }
            }
        }
    }

    /// How often lines from one generation to the next cross.
    fn crossings(&self, rows: &[Vec<usize>]) -> usize {
        let mut crossings = 0;
        for level in 1..rows.len() {
            let (Some(upper), Some(lower)) = (rows.get(level - 1), rows.get(level)) else { continue };
            let (above, below) = (self.ranks(upper), self.ranks(lower));
            let mut lines: Vec<(f64, f64)> = Vec::new();
            for at in lower {
                for (from, union) in self.above.get(*at).into_iter().flatten() {
                    if above.contains_key(from) {
                        let to = below.get(at).copied().unwrap_or(0.0);
                        lines.push((self.rank_of(&above, *from, *union), to));
                    }
                }
            }
            lines.sort_by(|one, other| one.0.total_cmp(&other.0).then(one.1.total_cmp(&other.1)));
            let mut ends: Vec<f64> = lines.into_iter().map(|(_, to)| to).collect();
            crossings += inversions(&mut ends);
        }
        crossings
    }
}

/// Pairs that stand the wrong way round, by merging.
fn inversions(all: &mut [f64]) -> usize {
    if all.len() < 2 {
        return 0;
    }
    let (left, right) = all.split_at_mut(all.len() / 2);
    let mut count = inversions(left) + inversions(right);
    let (mut merged, mut one, mut other) = (Vec::new(), left.iter().peekable(), right.iter().peekable());
    let mut waiting = left.len();
    while let (Some(first), Some(second)) = (one.peek(), other.peek()) {
        if first <= second {
            merged.push(**first);
            one.next();
            waiting -= 1;
        } else {
            count += waiting;
            merged.push(**second);
            other.next();
        }
    }
    merged.extend(one);
    merged.extend(other);
    all.copy_from_slice(&merged);
    count
}

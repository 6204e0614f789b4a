//! How far from the left everybody stands: children beneath the middle of their parents, parents above the middle of their
//! children, as near as the order and the widths allow.

use super::{Cluster, GAP, MARGIN, Rows, Size, of};
use crate::relation::Relations;
use std::collections::BTreeMap;

/// Rounds down and up.
const ROUNDS: usize = 40;
/// Movement, in pixels, below which nothing more is gained.
const STILL: f64 = 0.5;
/// Width of a line that passes through a generation.
const LINE_WIDTH: f64 = 8.0;
/// More room between siblings than between partners.
const BETWEEN: f64 = 10.0;

/// Places from the left: of persons, and of lines that pass through generations by union, child and generation.
#[derive(Debug, Default)]
pub(super) struct Places {
    pub(super) persons: Vec<f64>,
    pub(super) passing: BTreeMap<(usize, usize, usize), f64>,
    /// Who stands to the right within a row of partners.
    pub(super) next: BTreeMap<usize, usize>,
    /// Right edge of everything.
    pub(super) width: f64,
}

/// A cluster by its left edge.
struct Node<'r> {
    cluster: &'r Cluster,
    level: usize,
    width: f64,
    /// Centres of its persons from its left edge; of a line its middle.
    centres: Vec<f64>,
    x: f64,
}

pub(super) fn placed(relations: &Relations, rows: &Rows, sizes: &[Size]) -> Places {
    let mut places = Places { persons: vec![0.0; relations.parents.len()], ..Places::default() };
    let half = |person: usize| sizes.get(person).map_or(0.0, |size| size.half);
    let mut from = MARGIN;
    for family in &rows.families {
        for pair in family.iter().flatten().flat_map(|cluster| cluster.persons.windows(2)) {
            if let [one, other] = pair {
                places.next.insert(*one, *other);
            }
        }
        let mut nodes: Vec<Vec<Node<'_>>> = Vec::new();
        for (level, row) in family.iter().enumerate() {
            let mut x = 0.0;
            let mut all = Vec::new();
            for cluster in row {
                let mut width = 0.0;
                let mut centres = Vec::new();
                for person in &cluster.persons {
                    width += if centres.is_empty() { 0.0 } else { GAP };
                    centres.push(width + half(*person));
                    width += 2.0 * half(*person);
                }
                if cluster.persons.is_empty() {
                    width = LINE_WIDTH;
                    centres.push(LINE_WIDTH / 2.0);
                }
                all.push(Node { cluster, level, width, centres, x });
                x += width + GAP + BETWEEN;
            }
            nodes.push(all);
        }
        note(&nodes, &mut places);
        settle(relations, &mut nodes, &mut places, &half);
        let left = nodes.iter().flatten().map(|node| node.x).fold(f64::MAX, f64::min);
        let right = nodes.iter().flatten().map(|node| node.x + node.width).fold(f64::MIN, f64::max);
        nodes.iter_mut().flatten().for_each(|node| node.x += from - left);
        note(&nodes, &mut places);
        from += right - left + MARGIN;
    }
    places.width = from;
    places
}

/// Writes down where persons and lines stand now.
fn note(nodes: &[Vec<Node<'_>>], places: &mut Places) {
    for node in nodes.iter().flatten() {
        for (person, centre) in node.cluster.persons.iter().zip(&node.centres) {
            if let Some(x) = places.persons.get_mut(*person) {
                *x = node.x + centre;
            }
        }
        if let (Some((union, child)), Some(centre)) = (node.cluster.passes, node.centres.first()) {
            places.passing.insert((union, child, node.level), node.x + centre);
        }
    }
}

fn settle(
    relations: &Relations,
    nodes: &mut [Vec<Node<'_>>],
    places: &mut Places,
    half: &impl Fn(usize) -> f64,
) {
    for round in 0..ROUNDS {
        let mut moved: f64 = 0.0;
        for level in 1..nodes.len() {
            moved = moved.max(move_row(relations, nodes, places, half, level, true));
        }
        for level in (0..nodes.len().saturating_sub(1)).rev() {
            moved = moved.max(move_row(relations, nodes, places, half, level, false));
        }
        if round > 0 && moved < STILL {
            break;
        }
    }
}

fn move_row(
    relations: &Relations,
    nodes: &mut [Vec<Node<'_>>],
    places: &mut Places,
    half: &impl Fn(usize) -> f64,
    level: usize,
    down: bool,
) -> f64 {
    let Some(row) = nodes.get(level) else { return 0.0 };
    let wanted: Vec<(f64, f64)> = row
        .iter()
        .map(|node| {
            let shifts = match down {
                true => under_parents(relations, places, half, node),
                false => over_children(relations, places, half, node),
            };
            match shifts.len() {
                0 => (node.x, 0.01),
                count => (node.x + shifts.iter().sum::<f64>() / count as f64, count as f64),
            }
        })
        .collect();
    let widths: Vec<f64> = row.iter().map(|node| node.width + GAP + BETWEEN).collect();
    let xs = apart(&wanted, &widths);
    let mut moved: f64 = 0.0;
    if let Some(row) = nodes.get_mut(level) {
        for (node, x) in row.iter_mut().zip(xs) {
            moved = moved.max((node.x - x).abs());
            node.x = x;
        }
    }
    if let Some(row) = nodes.get(level) {
        note(std::slice::from_ref(row), places);
    }
    moved
}

/// How far a cluster would have to move for each sibship that stands in it to be centred beneath the parents' line.
fn under_parents(
    relations: &Relations,
    places: &Places,
    half: &impl Fn(usize) -> f64,
    node: &Node<'_>,
) -> Vec<f64> {
    let mut shifts = Vec::new();
    if let Some((union, child)) = node.cluster.passes {
        // The line goes on beneath what is above, or straight up.
        let above = node.level.checked_sub(1).and_then(|level| places.passing.get(&(union, child, level)));
        let from = above.copied().or_else(|| Some(drop_of(relations, places, half, union)));
        let own = places.passing.get(&(union, child, node.level)).copied();
        shifts.extend(from.zip(own).map(|(from, own)| from - own));
        return shifts;
    }
    for person in &node.cluster.persons {
        let Some(union) = relations.union_of.get(*person).copied().flatten() else { continue };
        let above = node.level.checked_sub(1).and_then(|level| places.passing.get(&(union, *person, level)));
        match above {
            Some(above) => shifts.push(above - of(&places.persons, *person)),
            None => {
                let middle = middle_of(relations, places, union, node.level);
                shifts.extend(middle.map(|middle| drop_of(relations, places, half, union) - middle));
            }
        }
    }
    shifts
}

/// The middle of a union's children on the generation just below it, lines to deeper ones included.
fn middle_of(relations: &Relations, places: &Places, union: usize, level: usize) -> Option<f64> {
    let children = &relations.unions.get(union)?.children;
    let at = |child: &usize| match of(&relations.generation, *child) == level {
        true => Some(of(&places.persons, *child)),
        false => places.passing.get(&(union, *child, level)).copied(),
    };
    let all: Vec<f64> = children.iter().filter_map(at).collect();
    let low = all.iter().copied().reduce(f64::min)?;
    let high = all.iter().copied().reduce(f64::max)?;
    Some(f64::midpoint(low, high))
}

fn over_children(
    relations: &Relations,
    places: &Places,
    half: &impl Fn(usize) -> f64,
    node: &Node<'_>,
) -> Vec<f64> {
    let mut shifts = Vec::new();
    if let Some((union, child)) = node.cluster.passes {
        let below = places.passing.get(&(union, child, node.level + 1)).copied();
        let below = below.unwrap_or_else(|| of(&places.persons, child));
        let own = places.passing.get(&(union, child, node.level)).copied();
        shifts.extend(own.map(|own| below - own));
        return shifts;
    }
    let mut seen: Vec<usize> = Vec::new();
    for person in &node.cluster.persons {
        for union in relations.partner_in.get(*person).into_iter().flatten() {
            if seen.contains(union) {
                continue;
            }
            seen.push(*union);
            let middle = middle_of(relations, places, *union, node.level + 1);
            shifts.extend(middle.map(|middle| middle - drop_of(relations, places, half, *union)));
        }
    }
    shifts
}

/// Where a union's line goes down: in the gap between the two, or beside the outer of them where others stand between.
pub(super) fn drop_of(
    relations: &Relations,
    places: &Places,
    half: &impl Fn(usize) -> f64,
    union: usize,
) -> f64 {
    let Some(union) = relations.unions.get(union) else { return 0.0 };
    let x = |person: usize| of(&places.persons, person);
    let right_of = |person: usize| x(person) + half(person) + GAP / 2.0;
    let left_of = |person: usize| x(person) - half(person) - GAP / 2.0;
    let Some(other) = union.other else {
        // On the side where no partner stands.
        return match places.next.contains_key(&union.one) {
            true => left_of(union.one),
            false => right_of(union.one),
        };
    };
    let level = |person: usize| of(&relations.generation, person);
    if level(union.one) != level(other) {
        return left_of(if level(union.one) > level(other) { union.one } else { other });
    }
    let (left, right) = if x(union.one) <= x(other) { (union.one, other) } else { (other, union.one) };
    if places.next.get(&left) == Some(&right) {
        return f64::midpoint(x(left) + half(left), x(right) - half(right));
    }
    let partners = |person: usize| relations.partner_in.get(person).map_or(0, Vec::len);
    if partners(right) <= partners(left) { left_of(right) } else { right_of(left) }
}

/// The places nearest to those wanted (least squares, with weights) at which each stands behind the one before it: blocks that
/// would overlap are joined and stand where they want together.
fn apart(wanted: &[(f64, f64)], widths: &[f64]) -> Vec<f64> {
    struct Block {
        sum: f64,
        weight: f64,
        count: usize,
    }
    let mut offsets = Vec::with_capacity(wanted.len());
    let mut offset = 0.0;
    for width in widths {
        offsets.push(offset);
        offset += width;
    }
    let mut blocks: Vec<Block> = Vec::new();
    for ((x, weight), offset) in wanted.iter().zip(&offsets) {
        let mut block = Block { sum: (x - offset) * weight, weight: *weight, count: 1 };
        while let Some(before) =
            blocks.pop_if(|before| before.sum / before.weight >= block.sum / block.weight)
        {
            block.sum += before.sum;
            block.weight += before.weight;
            block.count += before.count;
        }
        blocks.push(block);
    }
    let at = blocks.iter().flat_map(|block| std::iter::repeat_n(block.sum / block.weight, block.count));
    at.zip(&offsets).map(|(x, offset)| x + offset).collect()
}

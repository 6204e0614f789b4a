//! How far from the top everything stands, and the lines between.

use super::place::{Places, drop_of};
use super::{LINE, Layout, MARGIN, SYMBOL, SibshipLine, Size, Spot, UnionLine, of};
use crate::relation::Relations;
use std::collections::BTreeMap;

/// Least height between the labels of a generation and the symbols of the next.
const BELOW: f64 = 42.0;
/// Between a bar and the symbols that hang from it.
const FOOT: f64 = 16.0;
/// Between bars, and between lines above symbols, that would lie on each other.
const TRACK: f64 = 8.0;

pub(super) fn drawn(relations: &Relations, places: &Places, sizes: &[Size]) -> Layout {
    let depth = relations.generation.iter().max().map_or(0, |deepest| deepest + 1);
    let half = |person: usize| sizes.get(person).map_or(0.0, |size| size.half);
    let x = |person: usize| of(&places.persons, person);
    // Couples with somebody between them are joined above the symbols.
    let mut over: Vec<Vec<(f64, f64, usize)>> = vec![Vec::new(); depth];
    for (at, union) in relations.unions.iter().enumerate() {
        let Some(other) = union.other else { continue };
        let level = of(&relations.generation, union.one);
        let (left, right) = if x(union.one) <= x(other) { (union.one, other) } else { (other, union.one) };
        let apart = level == of(&relations.generation, other) && places.next.get(&left) != Some(&right);
        if let (true, Some(all)) = (apart, over.get_mut(level)) {
            all.push((x(left), x(right), at));
        }
    }
    // Bars hang between the generations, above the children.
    let mut bars: Vec<Vec<(f64, f64, usize)>> = vec![Vec::new(); depth + 1];
    for (at, union) in relations.unions.iter().enumerate().filter(|(_, union)| !union.children.is_empty()) {
        let below = level_of(relations, at) + 1;
        let ends = union.children.iter().map(|child| way(relations, places, at, *child, below));
        let drop = drop_of(relations, places, &half, at);
        let (low, high) = ends.fold((drop, drop), |(low, high), end| (low.min(end), high.max(end)));
        if let Some(all) = bars.get_mut(below) {
            all.push((low, high, at));
        }
    }
    let over: Vec<BTreeMap<usize, usize>> = over.into_iter().map(tracks).collect();
    let bars: Vec<BTreeMap<usize, usize>> = bars.into_iter().map(tracks).collect();
    let most = |all: Option<&BTreeMap<usize, usize>>| {
        all.and_then(|all| all.values().max()).map_or(0.0, |most| (most + 1) as f64 * TRACK)
    };
    let mut ys = Vec::new();
    let mut y = MARGIN + SYMBOL / 2.0 + most(over.first());
    let mut bottom = y;
    for level in 0..depth {
        ys.push(y);
        let persons = relations.generation.iter().enumerate().filter(|(_, of)| **of == level);
        let label =
            persons.map(|(person, _)| sizes.get(person).map_or(0.0, |size| size.label)).fold(0.0, f64::max);
        bottom = y + SYMBOL / 2.0 + label;
        y = bottom + BELOW + most(bars.get(level + 1)) + most(over.get(level + 1)) + SYMBOL / 2.0;
    }
    let spot = |person: usize| Spot { x: x(person), y: of(&ys, of(&relations.generation, person)) };
    let top = |level: usize| of(&ys, level) - SYMBOL / 2.0 - most(over.get(level));
    let bar_of = |union: usize, level: usize| {
        let track = bars.get(level).and_then(|all| all.get(&union)).copied().unwrap_or(0);
        top(level) - FOOT - track as f64 * TRACK
    };
    let union_line = |(at, union): (usize, &crate::relation::Union)| {
        let level = level_of(relations, at);
        let raised = over.get(level).and_then(|all| all.get(&at));
        let y = of(&ys, level);
        UnionLine {
            one: union.one,
            other: union.other,
            drop: drop_of(relations, places, &half, at),
            y: raised.map_or(y, |track| y - SYMBOL / 2.0 - (*track + 1) as f64 * TRACK),
            related: union.related,
            couple: union.couple,
        }
    };
    let sibship = |(at, union): (usize, &crate::relation::Union)| {
        let below = level_of(relations, at) + 1;
        let bar = bar_of(at, below);
        let children = union.children.iter().map(|child| {
            (
                *child,
                corners(relations, places, (at, *child), bar, &|level| top(level) - FOOT / 2.0, spot(*child)),
            )
        });
        SibshipLine { union: at, bar, children: children.collect() }
    };
    Layout {
        spots: (0..relations.parents.len()).map(spot).collect(),
        generations: relations.generation.clone(),
        unions: relations.unions.iter().enumerate().map(union_line).collect(),
        sibships: relations
            .unions
            .iter()
            .enumerate()
            .filter(|(_, union)| !union.children.is_empty())
            .map(sibship)
            .collect(),
        width: places.width,
        height: bottom + MARGIN + LINE,
    }
}

/// The generation that a union's line goes down from.
fn level_of(relations: &Relations, union: usize) -> usize {
    let union = relations.unions.get(union);
    let partners = union.into_iter().flat_map(|union| std::iter::once(union.one).chain(union.other));
    partners.map(|person| of(&relations.generation, person)).max().unwrap_or(0)
}

/// Where the line to a child stands on a generation.
fn way(relations: &Relations, places: &Places, union: usize, child: usize, level: usize) -> f64 {
    match of(&relations.generation, child) == level {
        true => of(&places.persons, child),
        false => {
            places.passing.get(&(union, child, level)).copied().unwrap_or_else(|| of(&places.persons, child))
        }
    }
}

/// From the bar to the child: straight down, or through generations between with a step to the side above each.
fn corners(
    relations: &Relations,
    places: &Places,
    (union, child): (usize, usize),
    bar: f64,
    step: &impl Fn(usize) -> f64,
    end: Spot,
) -> Vec<Spot> {
    let first = level_of(relations, union) + 1;
    let mut x = way(relations, places, union, child, first);
    let mut all = vec![Spot { x, y: bar }];
    for level in first + 1..=of(&relations.generation, child) {
        let next = way(relations, places, union, child, level);
        let y = step(level);
        all.push(Spot { x, y });
        all.push(Spot { x: next, y });
        x = next;
    }
    all.push(Spot { x, y: end.y - SYMBOL / 2.0 });
    all
}

/// Lines of one height that would lie on each other are given heights of their own, the shortest nearest to the symbols.
fn tracks(mut spans: Vec<(f64, f64, usize)>) -> BTreeMap<usize, usize> {
    spans.sort_by(|one, other| (one.1 - one.0).total_cmp(&(other.1 - other.0)).then(one.2.cmp(&other.2)));
    let mut placed: Vec<Vec<(f64, f64)>> = Vec::new();
    let mut tracks = BTreeMap::new();
    for (low, high, at) in spans {
        let free = |all: &Vec<(f64, f64)>| all.iter().all(|(from, to)| high + 2.0 < *from || *to + 2.0 < low);
        let track = placed.iter().position(free).unwrap_or(placed.len());
        match placed.get_mut(track) {
            Some(all) => all.push((low, high)),
            None => placed.push(vec![(low, high)]),
        }
        tracks.insert(at, track);
    }
    tracks
}

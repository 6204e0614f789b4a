//! Places: nothing overlaps, generations are level, partners and twins together, lines cross only where they must.

use super::{Dice, Plain, family, person, random};
use crate::check::check;
use crate::layout::{LINE, Layout, SYMBOL, Size, layout};
use crate::model::{Gender, Pedigree, Twins, Zygosity};
use crate::svg::{draw, label};
use std::time::Instant;

fn sizes(pedigree: &Pedigree) -> Vec<Size> {
    let of = |person| {
        let lines: Vec<String> = label(person, &Plain);
        let widest = lines.iter().map(|line| line.chars().count() as f64 * 7.0).fold(0.0, f64::max);
        Size { half: (widest / 2.0 + 2.0).max(SYMBOL / 2.0 + 4.0), label: lines.len() as f64 * LINE + 6.0 }
    };
    pedigree.persons.iter().map(of).collect()
}

fn laid_out(pedigree: &Pedigree) -> Layout {
    check(pedigree).unwrap();
    layout(pedigree, &sizes(pedigree))
}

/// Persons whose symbols or labels lie on each other.
fn overlaps(pedigree: &Pedigree, layout: &Layout) -> Vec<(String, String)> {
    let sizes = sizes(pedigree);
    let mut found = Vec::new();
    for (one, a) in layout.spots.iter().enumerate() {
        for (other, b) in layout.spots.iter().enumerate().skip(one + 1) {
            let beside = (a.x - b.x).abs() + 0.01 < sizes[one].half + sizes[other].half;
            let (upper, lower, of) = if a.y <= b.y { (a, b, one) } else { (b, a, other) };
            let on = lower.y - SYMBOL / 2.0 < upper.y + SYMBOL / 2.0 + sizes[of].label;
            if beside && on {
                found.push((pedigree.persons[one].id.clone(), pedigree.persons[other].id.clone()));
            }
        }
    }
    found
}

/// Lines that cross: uprights of one sibship through bars of another.
fn crossings(layout: &Layout) -> usize {
    let mut bars = Vec::new();
    let mut uprights = Vec::new();
    for (at, sibship) in layout.sibships.iter().enumerate() {
        let union = &layout.unions[sibship.union];
        let ends = sibship.children.iter().map(|(_, way)| way[0].x).chain([union.drop]);
        let (low, high) = ends.fold((f64::MAX, f64::MIN), |(low, high), x| (low.min(x), high.max(x)));
        bars.push((at, low, high, sibship.bar));
        uprights.push((at, union.drop, union.y, sibship.bar));
        for (_, way) in &sibship.children {
            uprights.extend(way.windows(2).map(|pair| (at, pair[0].x, pair[0].y, pair[1].y)));
        }
    }
    let through = |(own, x, from, to): &(usize, f64, f64, f64),
                   (at, low, high, y): &(usize, f64, f64, f64)| {
        own != at && x > low && x < high && y > from && y < to
    };
    uprights.iter().map(|upright| bars.iter().filter(|bar| through(upright, bar)).count()).sum()
}

fn x(pedigree: &Pedigree, layout: &Layout, id: &str) -> f64 {
    layout.spots[pedigree.persons.iter().position(|person| person.id == id).unwrap()].x
}

#[test]
fn nothing_overlaps_in_a_thousand_random_families() {
    let mut dice = Dice(7);
    for round in 0..1_000 {
        let size = 3 + dice.below(40);
        let pedigree = random(&mut dice, size);
        let layout = laid_out(&pedigree);
        let found = overlaps(&pedigree, &layout);
        assert!(found.is_empty(), "family {round} of {size}: {found:?}");
        let inside = layout
            .spots
            .iter()
            .all(|spot| spot.x >= 0.0 && spot.x <= layout.width && spot.y <= layout.height);
        assert!(inside, "family {round}: somebody stands outside");
    }
}

#[test]
fn partners_are_level_and_children_below() {
    let mut dice = Dice(11);
    for _ in 0..200 {
        let pedigree = random(&mut dice, 40);
        let layout = laid_out(&pedigree);
        for union in &layout.unions {
            let level = |person: usize| layout.generations[person];
            let partners: Vec<usize> = std::iter::once(union.one).chain(union.other).collect();
            let own = layout.sibships.iter().filter(|sibship| layout.unions[sibship.union] == *union);
            for (child, _) in own.flat_map(|sibship| &sibship.children) {
                assert!(
                    partners.iter().all(|partner| level(*partner) < level(*child)),
                    "{child} stands below"
                );
            }
        }
    }
}

#[test]
fn the_tree_of_both_sides_crosses_nothing_and_centres_parents_over_their_children() {
    // Father told before his brother, mother after her sister: both come to stand where their families meet.
    let pedigree = family(
        "m1 w2 m3 w4 m5:m1,w2 m6:m1,w2 w7:m1,w2 w8:m3,w4 w9:m3,w4 m10:m3,w4 m11:m5,w9 w12:m5,w9 w13:m5,w9",
    );
    let layout = laid_out(&pedigree);
    assert_eq!(crossings(&layout), 0);
    let at = |id: &str| x(&pedigree, &layout, id);
    assert!(at("m6") < at("m5") && at("m5") < at("w9") && at("w9") < at("m10"), "{:?}", layout.spots);
    let middle = f64::midpoint(at("m11"), at("w13"));
    let couple = f64::midpoint(at("m5"), at("w9"));
    assert!((middle - couple).abs() < 12.0, "{middle} beneath {couple}");
    assert!(at("m11") < at("w12") && at("w12") < at("w13"), "siblings keep their order");
}

#[test]
fn families_by_descent_alone_never_cross() {
    let mut dice = Dice(3);
    for round in 0..300 {
        // Everybody marries in from outside.
        let mut pedigree = family("m0 w1");
        let mut couples = vec![("m0".to_owned(), "w1".to_owned())];
        while pedigree.persons.len() < 45 {
            let (father, mother) = couples[dice.below(couples.len())].clone();
            let id = format!("m{}", pedigree.persons.len());
            pedigree.persons.push(person(&id, Gender::Man, Some(&father), Some(&mother)));
            if dice.below(2) == 0 {
                let spouse = format!("w{}", pedigree.persons.len());
                pedigree.persons.push(person(&spouse, Gender::Woman, None, None));
                couples.push((id, spouse));
            }
        }
        let layout = laid_out(&pedigree);
        assert_eq!(crossings(&layout), 0, "family {round}");
    }
}

#[test]
fn one_person_more_leaves_the_others_in_their_order() {
    let mut dice = Dice(23);
    let (mut kept, mut moved) = (0, Vec::new());
    for round in 0..300 {
        let mut pedigree = random(&mut dice, 30);
        let before = laid_out(&pedigree);
        let count = pedigree.persons.len();
        // A child more for a couple that has some.
        let (father, mother) = pedigree
            .persons
            .iter()
            .find_map(|person| Some((person.father.clone()?, person.mother.clone()?)))
            .unwrap();
        pedigree.persons.push(person("d999", Gender::Unknown, Some(&father), Some(&mother)));
        let after = laid_out(&pedigree);
        let level = |one: usize, other: usize| before.generations[one] == before.generations[other];
        let left = |layout: &Layout, one: usize, other: usize| layout.spots[one].x < layout.spots[other].x;
        let same = (0..count).all(|one| {
            (0..count)
                .filter(|other| level(one, *other))
                .all(|other| left(&before, one, other) == left(&after, one, other))
        });
        if same { kept += 1 } else { moved.push(round) }
    }
    // Where relations cross whatever is done, another order may cross less once there is one person more.
    assert!(moved.len() <= 15, "{kept} keep their order, {moved:?} do not");
}

#[test]
fn twins_stand_together_with_their_partners_outside() {
    let mut pedigree = family("m1 w2 m3:m1,w2 w4:m1,w2 w5:m1,w2 m6:m1,w2 m7 m8 m9:m7,w4 m10:m8,w5");
    pedigree.twins = vec![Twins { zygosity: Zygosity::Monozygotic, members: vec!["w4".into(), "w5".into()] }];
    let layout = laid_out(&pedigree);
    let at = |id: &str| x(&pedigree, &layout, id);
    assert!(at("m7") < at("w4") && at("w4") < at("w5") && at("w5") < at("m8"), "{:?}", layout.spots);
    assert_eq!((overlaps(&pedigree, &layout).len(), crossings(&layout)), (0, 0));
    let svg = draw(&pedigree, &Plain);
    assert!(svg.contains("Monozygotic"), "the legend names the bar between them");
    assert!(!svg.contains("Dizygotic"), "and nothing that is not there");
}

#[test]
fn three_partners_stand_beside_and_are_joined() {
    let pedigree = family("m1 w2 w3 w4 m5:m1,w2 m6:m1,w3 m7:m1,w4 w8:m1,w4");
    let layout = laid_out(&pedigree);
    assert_eq!(overlaps(&pedigree, &layout), []);
    let ys: Vec<f64> = layout.unions.iter().map(|union| union.y).collect();
    assert_eq!(
        ys.iter().filter(|y| **y < layout.spots[0].y).count(),
        1,
        "one of three is joined above: {ys:?}"
    );
    assert_eq!(crossings(&layout), 0);
}

/// Figures of the release build are printed by `cargo test -r -p entaku-pedigree --lib -- --nocapture figures`.
#[test]
fn figures_of_sixty_and_three_hundred_persons() {
    for (size, most) in [(60, 20), (300, 200)] {
        let pedigree = random(&mut Dice(5), size);
        let started = Instant::now();
        let svg = draw(&pedigree, &Plain);
        let took = started.elapsed().as_millis();
        println!("{size} persons: {took} ms, {} bytes", svg.len());
        // Unoptimised code is some ten times slower; a hang is what this finds.
        assert!(took < most * 15, "{size} persons took {took} ms");
    }
}

#[test]
fn marks_of_all_kinds_are_drawn_and_explained() {
    let pedigree = super::hard::everything();
    let svg = draw(&pedigree, &Plain);
    for item in [
        "Man",
        "Woman",
        "OtherGender",
        "Carrier",
        "Dead",
        "Pregnancy",
        "Loss",
        "Termination",
        "Several",
        "Adopted",
        "Proband",
        "Consultand",
        "Related",
        "Parted",
        "TwinsUnknown",
    ] {
        assert!(svg.contains(&format!(">{item}<")), "{item} is explained");
    }
    assert!(!svg.contains("<script") && svg.contains("&lt;b&gt;"), "what people typed stays text");
    if let Ok(folder) = std::env::var("ENTAKU_PEDIGREE_PICTURES") {
        std::fs::write(format!("{folder}/everything.svg"), svg).unwrap();
        for (name, size, seed) in [("sixty", 60, 5), ("thirty", 30, 9), ("twenty", 20, 4)] {
            let drawn = draw(&random(&mut Dice(seed), size), &Plain);
            std::fs::write(format!("{folder}/{name}.svg"), drawn).unwrap();
        }
        let three = family("m1 w2 w3 w4 m5:m1,w2 m6:m1,w3 m7:m1,w4 w8:m1,w4");
        std::fs::write(format!("{folder}/three.svg"), draw(&three, &Plain)).unwrap();
    }
}

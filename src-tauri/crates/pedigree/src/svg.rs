//! The drawing as SVG, with the NSGC's symbols and a legend of those that occur. Meaning never goes by colour: sites of cancers
//! are quadrants and patterns. Words are asked of the caller.

mod legend;
mod symbol;
mod text;

use crate::layout::{Layout, SYMBOL, Spot, UnionLine, layout};
use crate::model::{Adoption, Childless, Pedigree, Person, ResultFrom, SexAtBirth, Zygosity};
use std::collections::BTreeMap;
use std::fmt::Write;

pub use text::label;

/// What is said in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Said<'p> {
    /// Age in years.
    Age(u8),
    /// Died at an age; none where that is not known.
    DiedAt(Option<u8>),
    /// Born in a year.
    Born(u16),
    /// Died in a year.
    Died(u16),
    /// Weeks of a pregnancy.
    Weeks(u8),
    /// A cancer with the age at onset.
    Cancer(&'p str, Option<u8>),
    /// A site alone.
    Site(&'p str),
    /// A test result: gene, sign, and what it rests on.
    Test(&'p str, &'static str, Option<ResultFrom>),
    /// Stillborn.
    Stillborn,
    /// Infertility.
    Infertility,
    /// Title of the drawing, with the number of persons.
    Title(usize),
    /// A symbol in the legend.
    Legend(LegendItem),
}

/// What a legend explains.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum LegendItem {
    /// Square.
    Man,
    /// Circle.
    Woman,
    /// Diamond.
    OtherGender,
    /// Filled.
    Affected,
    /// Question mark.
    StatusUnknown,
    /// Hatched.
    Carrier,
    /// Struck through.
    Dead,
    /// P within.
    Pregnancy,
    /// Triangle.
    Loss,
    /// Triangle, struck through.
    Termination,
    /// Number or n within.
    Several,
    /// Brackets.
    Adopted,
    /// Arrow with P.
    Proband,
    /// Arrow.
    Consultand,
    /// Double line.
    Related,
    /// Two strokes through the line.
    Parted,
    /// Twins with a bar.
    Monozygotic,
    /// Twins.
    Dizygotic,
    /// Twins with a question mark.
    TwinsUnknown,
}

/// Gives the words.
pub trait Wording {
    /// In the language of the drawing.
    fn say(&self, said: &Said<'_>) -> String;
}

/// Draws a pedigree.
pub fn draw(pedigree: &Pedigree, wording: &dyn Wording) -> String {
    let labels: Vec<Vec<String>> = pedigree.persons.iter().map(|person| label(person, wording)).collect();
    let sizes: Vec<_> =
        pedigree.persons.iter().zip(&labels).map(|(person, label)| text::size(person, label)).collect();
    let layout = layout(pedigree, &sizes);
    let sites = sites(pedigree);
    let some_status = pedigree.persons.iter().any(|person| person.affected.is_some());
    let legend = legend::Legend::of(pedigree, &layout, &sites, some_status);
    let width = layout.width.max(legend::LEAST_WIDTH);
    let below = legend.height(width, wording);
    let height = layout.height + below;
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width:.0}\" height=\"{height:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\" \
         font-family=\"'Noto Sans CJK JP','Noto Sans JP',sans-serif\" font-size=\"11\" fill=\"#000\" role=\"img\">\n<title>{}</title>\n",
        text::escaped(&wording.say(&Said::Title(pedigree.persons.len())))
    );
    svg.push_str(symbol::DEFINITIONS);
    let _ = writeln!(svg, "<rect width=\"{width:.0}\" height=\"{height:.0}\" fill=\"#fff\"/>");
    svg.push_str("<g fill=\"none\" stroke=\"#000\" stroke-width=\"1.2\">\n");
    layout.unions.iter().for_each(|union| union_line(&mut svg, pedigree, &layout, union));
    sibship_lines(&mut svg, pedigree, &layout);
    svg.push_str("</g>\n");
    for ((person, spot), label) in pedigree.persons.iter().zip(&layout.spots).zip(&labels) {
        symbol::person(&mut svg, person, *spot, &sites, some_status);
        text::under(&mut svg, *spot, label);
    }
    for union in &layout.unions {
        childless(&mut svg, pedigree, union, &layout, wording);
    }
    legend.draw(&mut svg, layout.height, width, wording);
    svg.push_str("</svg>\n");
    svg
}

/// Sites of cancers, the most frequent first.
fn sites(pedigree: &Pedigree) -> Vec<&str> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for cancer in pedigree.persons.iter().flat_map(|person| &person.cancers) {
        *counts.entry(cancer.site.as_str()).or_default() += 1;
    }
    let mut sites: Vec<(&str, usize)> = counts.into_iter().collect();
    sites.sort_by(|one, other| other.1.cmp(&one.1).then(one.0.cmp(other.0)));
    sites.into_iter().map(|(site, _)| site).collect()
}

fn path(svg: &mut String, points: &[Spot], dashed: bool) {
    let mut d = String::new();
    for (at, point) in points.iter().enumerate() {
        let _ = write!(d, "{}{:.1} {:.1}", if at == 0 { "M" } else { "L" }, point.x, point.y);
    }
    let dash = if dashed { " stroke-dasharray=\"4 3\"" } else { "" };
    let _ = writeln!(svg, "<path d=\"{d}\"{dash}/>");
}

fn spot(layout: &Layout, person: usize) -> Spot {
    layout.spots.get(person).copied().unwrap_or_default()
}

/// The line between partners, and the one down to their children.
fn union_line(svg: &mut String, pedigree: &Pedigree, layout: &Layout, union: &UnionLine) {
    let at = Spot { x: union.drop, y: union.y };
    let one = spot(layout, union.one);
    let Some(other) = union.other else {
        path(svg, &[one, at], false);
        return;
    };
    let other = spot(layout, other);
    let shifts: &[f64] = if union.related { &[-2.0, 2.0] } else { &[0.0] };
    for shift in shifts {
        let raise = |spot: Spot, y: f64| Spot { x: spot.x, y: y + shift };
        let level = (one.y - other.y).abs() < 1.0;
        let points = match level && (union.y - one.y).abs() > 1.0 {
            true => vec![one, raise(one, union.y), raise(other, union.y), other],
            false => vec![raise(one, one.y), raise(other, other.y)],
        };
        path(svg, &points, false);
    }
    let couple = union.couple.and_then(|couple| pedigree.couples.get(couple));
    if couple.is_some_and(|couple| couple.parted) {
        let x = f64::midpoint(union.drop, one.x.max(other.x) - SYMBOL / 2.0).min(union.drop + 6.0);
        for stroke in [x - 2.0, x + 2.0] {
            path(
                svg,
                &[Spot { x: stroke - 3.0, y: at.y + 6.0 }, Spot { x: stroke + 3.0, y: at.y - 6.0 }],
                false,
            );
        }
    }
}

fn sibship_lines(svg: &mut String, pedigree: &Pedigree, layout: &Layout) {
    let twins: BTreeMap<&str, usize> = pedigree
        .twins
        .iter()
        .enumerate()
        .flat_map(|(at, twins)| twins.members.iter().map(move |member| (member.as_str(), at)))
        .collect();
    for sibship in &layout.sibships {
        let Some(union) = layout.unions.get(sibship.union) else { continue };
        let drop = Spot { x: union.drop, y: union.y };
        let mut ends = vec![drop.x];
        let mut births: BTreeMap<usize, Vec<(usize, &[Spot])>> = BTreeMap::new();
        let adopted = |child: usize| {
            pedigree.persons.get(child).is_some_and(|person| person.adopted == Some(Adoption::In))
        };
        for (child, corners) in &sibship.children {
            let twin = pedigree.persons.get(*child).and_then(|person| twins.get(person.id.as_str()));
            match twin {
                Some(twin) => births.entry(*twin).or_default().push((*child, corners)),
                None => {
                    ends.extend(corners.first().map(|first| first.x));
                    path(svg, corners, adopted(*child));
                }
            }
        }
        for (twin, members) in births {
            let xs: Vec<f64> = members.iter().filter_map(|(_, corners)| Some(corners.first()?.x)).collect();
            let apex = Spot { x: xs.iter().sum::<f64>() / xs.len().max(1) as f64, y: sibship.bar };
            ends.push(apex.x);
            let mut half_way = Vec::new();
            for (child, corners) in &members {
                let foot = corners.get(1..).unwrap_or_default();
                let points: Vec<Spot> = std::iter::once(apex).chain(foot.iter().copied()).collect();
                path(svg, &points, adopted(*child));
                let first = foot.first().copied().unwrap_or(apex);
                half_way.push(Spot { x: f64::midpoint(apex.x, first.x), y: f64::midpoint(apex.y, first.y) });
            }
            let zygosity = pedigree.twins.get(twin).map(|twins| twins.zygosity);
            let (Some(left), Some(right)) = (half_way.first().copied(), half_way.last().copied()) else {
                continue;
            };
            match zygosity {
                Some(Zygosity::Monozygotic) => path(svg, &[left, right], false),
                Some(Zygosity::Unknown) => {
                    let _ = writeln!(
                        svg,
                        "<text x=\"{:.1}\" y=\"{:.1}\" text-anchor=\"middle\" fill=\"#000\" stroke=\"none\">?</text>",
                        apex.x,
                        left.y + 10.0
                    );
                }
                _ => {}
            }
        }
        path(svg, &[drop, Spot { x: drop.x, y: sibship.bar }], false);
        let low = ends.iter().copied().fold(f64::MAX, f64::min);
        let high = ends.iter().copied().fold(f64::MIN, f64::max);
        if high - low > 0.05 {
            path(svg, &[Spot { x: low, y: sibship.bar }, Spot { x: high, y: sibship.bar }], false);
        }
    }
}

/// One stroke, or two, at the end of a short line: no children.
fn childless(
    svg: &mut String,
    pedigree: &Pedigree,
    union: &UnionLine,
    layout: &Layout,
    wording: &dyn Wording,
) {
    let couple = union.couple.and_then(|couple| pedigree.couples.get(couple));
    let Some(why) = couple.and_then(|couple| couple.childless) else { return };
    let foot = spot(layout, union.one).y + SYMBOL / 2.0 + 2.0;
    svg.push_str("<g fill=\"none\" stroke=\"#000\" stroke-width=\"1.2\">\n");
    path(svg, &[Spot { x: union.drop, y: union.y }, Spot { x: union.drop, y: foot }], false);
    let strokes: &[f64] = if why == Childless::Infertility { &[0.0, 4.0] } else { &[0.0] };
    for down in strokes {
        let y = foot + down;
        path(svg, &[Spot { x: union.drop - 6.0, y }, Spot { x: union.drop + 6.0, y }], false);
    }
    if why == Childless::Infertility {
        let _ = writeln!(svg, "<title>{}</title>", text::escaped(&wording.say(&Said::Infertility)));
    }
    svg.push_str("</g>\n");
}

/// The mark of a sex at birth.
pub(crate) fn at_birth(person: &Person) -> Option<&'static str> {
    person.sex_at_birth.map(|sex| match sex {
        SexAtBirth::Male => "AMAB",
        SexAtBirth::Female => "AFAB",
        SexAtBirth::Undetermined => "UAAB",
    })
}

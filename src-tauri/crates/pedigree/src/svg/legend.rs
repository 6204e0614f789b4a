//! The legend: each symbol that occurs, and no other.

use super::{LegendItem, Said, Wording, symbol, text};
use crate::layout::{Layout, MARGIN};
use crate::model::{Gender, Life, Pedigree, Zygosity};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Narrowest drawing that has room for a legend.
pub(super) const LEAST_WIDTH: f64 = 420.0;
const ROW: f64 = 36.0;
const ICON: f64 = 44.0;

pub(super) struct Legend<'p> {
    sites: Vec<&'p str>,
    items: BTreeSet<LegendItem>,
}

impl<'p> Legend<'p> {
    pub(super) fn of(pedigree: &Pedigree, layout: &Layout, sites: &[&'p str], some_status: bool) -> Self {
        let mut items = BTreeSet::new();
        let mut put = |so: bool, item: LegendItem| {
            if so {
                items.insert(item);
            }
        };
        for person in &pedigree.persons {
            let early = matches!(person.life, Life::Loss | Life::Termination);
            put(person.gender == Gender::Man && !early, LegendItem::Man);
            put(person.gender == Gender::Woman && !early, LegendItem::Woman);
            put(matches!(person.gender, Gender::Other | Gender::Unknown) && !early, LegendItem::OtherGender);
            put(person.affected == Some(true) && person.cancers.is_empty(), LegendItem::Affected);
            put(symbol::is_status_unknown(person, some_status), LegendItem::StatusUnknown);
            put(person.carrier, LegendItem::Carrier);
            put(matches!(person.life, Life::Dead | Life::Stillborn), LegendItem::Dead);
            put(person.life == Life::Pregnancy, LegendItem::Pregnancy);
            put(person.life == Life::Loss, LegendItem::Loss);
            put(person.life == Life::Termination, LegendItem::Termination);
            put(person.several.is_some(), LegendItem::Several);
            put(person.adopted.is_some(), LegendItem::Adopted);
            put(person.proband, LegendItem::Proband);
            put(person.consultand && !person.proband, LegendItem::Consultand);
        }
        put(layout.unions.iter().any(|union| union.related), LegendItem::Related);
        put(pedigree.couples.iter().any(|couple| couple.parted), LegendItem::Parted);
        for twins in &pedigree.twins {
            put(twins.zygosity == Zygosity::Monozygotic, LegendItem::Monozygotic);
            put(twins.zygosity == Zygosity::Dizygotic, LegendItem::Dizygotic);
            put(twins.zygosity == Zygosity::Unknown, LegendItem::TwinsUnknown);
        }
        Self { sites: sites.to_vec(), items }
    }

    /// Each entry with its place from the left and the row.
    fn places(&self, width: f64, wording: &dyn Wording) -> Vec<(Entry<'p>, String, f64, usize)> {
        let sites = self.sites.iter().enumerate().map(|(at, site)| Entry::Site(at, site));
        let entries = sites.chain(self.items.iter().map(|item| Entry::Item(*item)));
        let (mut x, mut row) = (MARGIN, 0);
        let mut all = Vec::new();
        for entry in entries {
            let words = match entry {
                Entry::Site(_, site) => wording.say(&Said::Site(site)),
                Entry::Item(item) => wording.say(&Said::Legend(item)),
            };
            let own = ICON + text::width(&words) + 16.0;
            if x > MARGIN && x + own > width - MARGIN {
                (x, row) = (MARGIN, row + 1);
            }
            all.push((entry, words, x, row));
            x += own;
        }
        all
    }

    pub(super) fn height(&self, width: f64, wording: &dyn Wording) -> f64 {
        let rows = self.places(width, wording).last().map_or(0, |(_, _, _, row)| row + 1);
        rows as f64 * ROW + if rows > 0 { 16.0 } else { 0.0 }
    }

    pub(super) fn draw(&self, svg: &mut String, top: f64, width: f64, wording: &dyn Wording) {
        for (entry, words, x, row) in self.places(width, wording) {
            let y = top + row as f64 * ROW + ROW / 2.0;
            let _ = write!(
                svg,
                "<g transform=\"translate({:.1} {y:.1})\"><g transform=\"scale(0.8)\" stroke-width=\"1.4\">",
                x + 16.0
            );
            match entry {
                Entry::Site(at, _) => {
                    symbol::quadrant(svg, Gender::Man, at);
                    let _ = write!(svg, "{} fill=\"none\" stroke=\"#000\"/>", symbol::outline(Gender::Man));
                }
                Entry::Item(item) => svg.push_str(icon(item)),
            }
            let _ = writeln!(svg, "</g><text x=\"24\" y=\"4\">{}</text></g>", text::escaped(&words));
        }
    }
}

#[derive(Clone, Copy)]
enum Entry<'p> {
    Site(usize, &'p str),
    Item(LegendItem),
}

fn icon(item: LegendItem) -> &'static str {
    match item {
        LegendItem::Man => r##"<rect x="-14" y="-14" width="28" height="28" fill="#fff" stroke="#000"/>"##,
        LegendItem::Woman => r##"<circle r="14" fill="#fff" stroke="#000"/>"##,
        LegendItem::OtherGender => r##"<path d="M0-15L15 0L0 15L-15 0Z" fill="#fff" stroke="#000"/>"##,
        LegendItem::Affected => r##"<rect x="-14" y="-14" width="28" height="28" fill="#000"/>"##,
        LegendItem::StatusUnknown => {
            r##"<rect x="-14" y="-14" width="28" height="28" fill="#fff" stroke="#000"/><text y="4" text-anchor="middle" font-size="12">?</text>"##
        }
        LegendItem::Carrier => {
            r##"<rect x="-14" y="-14" width="28" height="28" fill="url(#carrier)" stroke="#000"/>"##
        }
        LegendItem::Dead => {
            r##"<rect x="-14" y="-14" width="28" height="28" fill="#fff" stroke="#000"/><path d="M-18 18L18-18" stroke="#000"/>"##
        }
        LegendItem::Pregnancy => {
            r##"<path d="M0-15L15 0L0 15L-15 0Z" fill="#fff" stroke="#000"/><text y="4" text-anchor="middle" font-size="12">P</text>"##
        }
        LegendItem::Loss => r##"<path d="M0-12L13 8L-13 8Z" fill="#fff" stroke="#000"/>"##,
        LegendItem::Termination => {
            r##"<path d="M0-12L13 8L-13 8Z" fill="#fff" stroke="#000"/><path d="M-18 18L18-18" stroke="#000"/>"##
        }
        LegendItem::Several => {
            r##"<path d="M0-15L15 0L0 15L-15 0Z" fill="#fff" stroke="#000"/><text y="4" text-anchor="middle" font-size="12">n</text>"##
        }
        LegendItem::Adopted => {
            r##"<rect x="-11" y="-11" width="22" height="22" fill="#fff" stroke="#000"/><path d="M-13-16H-17V16H-13M13-16H17V16H13" stroke="#000" fill="none"/>"##
        }
        LegendItem::Proband => {
            r##"<path d="M-12 10L6-4M6-4l-8 1M6-4l-3 7" stroke="#000" fill="none"/><text x="-16" y="6" text-anchor="middle" font-weight="bold">P</text>"##
        }
        LegendItem::Consultand => r##"<path d="M-12 10L6-4M6-4l-8 1M6-4l-3 7" stroke="#000" fill="none"/>"##,
        LegendItem::Related => r##"<path d="M-16-2H16M-16 2H16" stroke="#000"/>"##,
        LegendItem::Parted => r##"<path d="M-16 0H16M-5 6L1-6M-1 6L5-6" stroke="#000"/>"##,
        LegendItem::Monozygotic => {
            r##"<path d="M0-12L-12 12M0-12L12 12M-6 0H6" stroke="#000" fill="none"/>"##
        }
        LegendItem::Dizygotic => r##"<path d="M0-12L-12 12M0-12L12 12" stroke="#000" fill="none"/>"##,
        LegendItem::TwinsUnknown => {
            r##"<path d="M0-12L-12 12M0-12L12 12" stroke="#000" fill="none"/><text y="10" text-anchor="middle" font-size="11">?</text>"##
        }
    }
}

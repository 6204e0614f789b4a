//! Symbols of persons (NSGC 2022).

use crate::layout::Spot;
use crate::model::{Adoption, Gender, Life, Person, Several};
use std::fmt::Write;

/// Patterns, and the shapes that fills are cut to.
pub(super) const DEFINITIONS: &str = r##"<defs>
<clipPath id="square"><rect x="-14" y="-14" width="28" height="28"/></clipPath>
<clipPath id="circle"><circle r="14"/></clipPath>
<clipPath id="diamond"><path d="M0-15L15 0L0 15L-15 0Z"/></clipPath>
<pattern id="p0" width="4" height="4" patternUnits="userSpaceOnUse"><rect width="4" height="4" fill="#000"/></pattern>
<pattern id="p1" width="4" height="4" patternUnits="userSpaceOnUse"><path d="M0 2H4" stroke="#000" stroke-width="1.4"/></pattern>
<pattern id="p2" width="4" height="4" patternUnits="userSpaceOnUse"><circle cx="2" cy="2" r="1.2" fill="#000"/></pattern>
<pattern id="p3" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 0L5 5M5 0L0 5" stroke="#000" stroke-width="0.8"/></pattern>
<pattern id="carrier" width="5" height="5" patternUnits="userSpaceOnUse"><path d="M0 5L5 0" stroke="#000" stroke-width="1"/></pattern>
</defs>
"##;

/// Kinds of patterns.
const PATTERNS: usize = 4;

/// Quadrants from the upper left, against the clock: left edge and top.
const QUADRANTS: [(f64, f64); 4] = [(-15.0, -15.0), (0.0, -15.0), (0.0, 0.0), (-15.0, 0.0)];

fn shape(gender: Gender) -> &'static str {
    match gender {
        Gender::Man => "square",
        Gender::Woman => "circle",
        Gender::Other | Gender::Unknown => "diamond",
    }
}

/// The outline of a gender's symbol around the origin.
pub(super) fn outline(gender: Gender) -> &'static str {
    match gender {
        Gender::Man => "<rect x=\"-14\" y=\"-14\" width=\"28\" height=\"28\"",
        Gender::Woman => "<circle r=\"14\"",
        Gender::Other | Gender::Unknown => "<path d=\"M0-15L15 0L0 15L-15 0Z\"",
    }
}

/// A quadrant with its pattern for the site of this place.
pub(super) fn quadrant(svg: &mut String, gender: Gender, site: usize) {
    let (x, y) = QUADRANTS.get(site % QUADRANTS.len()).copied().unwrap_or_default();
    let pattern = site / QUADRANTS.len() % PATTERNS;
    let _ = write!(
        svg,
        "<rect x=\"{x}\" y=\"{y}\" width=\"15\" height=\"15\" fill=\"url(#p{pattern})\" clip-path=\"url(#{})\"/>",
        shape(gender)
    );
}

pub(super) fn person(svg: &mut String, person: &Person, spot: Spot, sites: &[&str], some_status: bool) {
    let _ = write!(svg, "<g transform=\"translate({:.1} {:.1})\" stroke-width=\"1.4\">", spot.x, spot.y);
    let lost = matches!(person.life, Life::Loss | Life::Termination);
    if lost {
        svg.push_str("<path d=\"M0-12L13 8L-13 8Z\" fill=\"#fff\" stroke=\"#000\"/>");
    } else {
        let outline = outline(person.gender);
        let _ = write!(svg, "{outline} fill=\"#fff\" stroke=\"none\"/>");
        if !person.cancers.is_empty() {
            let own = sites
                .iter()
                .enumerate()
                .filter(|(_, site)| person.cancers.iter().any(|one| one.site == **site));
            own.for_each(|(at, _)| quadrant(svg, person.gender, at));
        } else if person.affected == Some(true) {
            let _ = write!(svg, "{outline} fill=\"url(#p0)\" stroke=\"none\"/>");
        } else if person.carrier {
            let _ = write!(svg, "{outline} fill=\"url(#carrier)\" stroke=\"none\"/>");
        }
        let _ = write!(svg, "{outline} fill=\"none\" stroke=\"#000\"/>");
    }
    if let Some(inside) = inside(person, some_status) {
        let _ = write!(svg, "<text y=\"4\" text-anchor=\"middle\" font-size=\"12\">{inside}</text>");
    }
    if matches!(person.life, Life::Dead | Life::Stillborn | Life::Termination) {
        svg.push_str("<path d=\"M-18 18L18-18\" stroke=\"#000\" fill=\"none\"/>");
    }
    if matches!(person.adopted, Some(Adoption::In | Adoption::Out)) {
        svg.push_str("<path d=\"M-15-17H-19V17H-15M15-17H19V17H15\" stroke=\"#000\" fill=\"none\"/>");
    }
    if person.proband || person.consultand {
        // Above the label, which may be wider than the symbol.
        svg.push_str("<path d=\"M-30 13L-18 3M-18 3l-7 1M-18 3l-3 6\" stroke=\"#000\" fill=\"none\"/>");
        if person.proband {
            svg.push_str("<text x=\"-35\" y=\"13\" text-anchor=\"middle\" font-weight=\"bold\">P</text>");
        }
    }
    svg.push_str("</g>\n");
}

/// What is written within a symbol.
fn inside(person: &Person, some_status: bool) -> Option<String> {
    match person.several {
        Some(Several::Number(number)) => return Some(number.to_string()),
        Some(Several::Unknown) => return Some("n".to_owned()),
        None => {}
    }
    if person.life == Life::Pregnancy {
        return Some("P".to_owned());
    }
    (is_status_unknown(person, some_status)).then(|| "?".to_owned())
}

/// Where status is told of others, one that nobody tells is marked.
pub(super) fn is_status_unknown(person: &Person, some_status: bool) -> bool {
    some_status
        && person.affected.is_none()
        && person.cancers.is_empty()
        && !person.carrier
        && !person.life.is_pregnancy()
        && person.several.is_none()
}

//! printpdf's operations as pages need them: numbers short enough for a file, outlines as its polygons.

use printpdf::{
    Color as Ink, LinePoint, Op, PaintMode, Point, Polygon, PolygonRing, Pt, Rgb, WindingOrder, XObjectId,
    XObjectTransform,
};

use crate::fonts::{Contours, Segment};
use crate::text::Color;

/// A measure to two decimals: a tenth of what any printer resolves, and the file stays small.
pub(super) fn points(value: f32) -> Pt {
    Pt(decimals(value, 100.0))
}

/// So many parts of one, and no negative nought.
pub(super) fn decimals(value: f32, parts: f64) -> f32 {
    ((f64::from(value) * parts).round() / parts) as f32 + 0.0
}

/// A point of a page, y up.
pub(super) fn point([x, y]: [f32; 2]) -> Point {
    Point { x: points(x), y: points(y) }
}

/// A colour to three decimals.
pub(super) fn ink(Color(red, green, blue): Color) -> Ink {
    let [r, g, b] = [red, green, blue].map(|part| decimals(part, 1000.0));
    Ink::Rgb(Rgb { r, g, b, icc_profile: None })
}

/// Shows a drawing of the file: its unit, or its square of one unit, in this size with its origin here.
pub(super) fn show(called: &str, [x, y]: [f32; 2], [width, height]: [f32; 2]) -> Op {
    let transform = XObjectTransform {
        translate_x: Some(points(x)),
        translate_y: Some(points(y)),
        scale_x: Some(points(width).0),
        scale_y: Some(points(height).0),
        no_auto_scale: true,
        ..XObjectTransform::default()
    };
    Op::UseXobject { id: XObjectId(called.to_owned()), transform }
}

/// Filled outlines.
pub(super) fn filled(contours: &Contours, place: impl Fn([f32; 2]) -> [f32; 2]) -> Op {
    let corner = |at: &[f32; 2]| LinePoint { p: point(place(*at)), bezier: false };
    let control = |at: &[f32; 2]| LinePoint { bezier: true, ..corner(at) };
    let ring = |(start, segments): &([f32; 2], Vec<Segment>)| {
        let rest = segments.iter().flat_map(|segment| match segment {
            Segment::Line(end) => vec![corner(end)],
            Segment::Curve(first, second, end) => vec![control(first), control(second), corner(end)],
        });
        PolygonRing { points: std::iter::once(corner(start)).chain(rest).collect() }
    };
    let rings = contours.iter().map(ring).collect();
    Op::DrawPolygon {
        polygon: Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short_and_exact_to_a_hundredth() {
        let stated = [0.0, 1.0, -0.5, 12.345, 595.28, -0.001, 7.05].map(|value| points(value).0.to_string());
        assert_eq!(stated, ["0", "1", "-0.5", "12.35", "595.28", "0", "7.05"], "as a reader expects them");
    }

    #[test]
    fn a_curve_keeps_its_controls_and_every_outline_its_own_beginning() {
        let [a, b, c, d] = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]];
        let contours = vec![(a, vec![Segment::Curve(b, c, d)]), (b, vec![Segment::Line(c)])];
        let Op::DrawPolygon { polygon } = filled(&contours, |[x, y]| [x * 2.0, y]) else {
            panic!("outlines are a polygon")
        };
        let controls = |ring: &PolygonRing| ring.points.iter().map(|point| point.bezier).collect::<Vec<_>>();
        assert_eq!(
            polygon.rings.iter().map(controls).collect::<Vec<_>>(),
            [vec![false, true, true, false], vec![false, false]]
        );
        let Point { x, y } = polygon.rings[1].points[0].p;
        assert_eq!([x.0, y.0], [2.0, 0.0], "set in its place");
    }
}

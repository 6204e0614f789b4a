//! A drawing as SVG text: for the screen and for whoever wants the figure alone. No script, no style sheet, no reference
//! to anything outside; colours are attributes that a class may replace in light and dark.

use std::fmt::Write;

use super::{Anchor, Drawing, Ink, Label, Shape};
use crate::text::Color;

/// Dashes and gaps of a dashed line, in points.
pub(crate) const DASH: [f32; 2] = [2.4, 1.8];

/// Writes a drawing.
#[must_use]
pub fn svg(drawing: &Drawing) -> String {
    let mut out = String::new();
    let (width, height) = (number(drawing.width), number(drawing.height));
    // Writing to a string cannot fail.
    let _ = write!(
        out,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"><title>{}</title><desc>{}</desc>"#,
        escaped(&drawing.title),
        escaped(&drawing.description),
    );
    for shape in &drawing.shapes {
        write_shape(&mut out, shape);
    }
    out.push_str("</svg>");
    out
}

fn write_shape(out: &mut String, shape: &Shape) {
    let _ = match shape {
        Shape::Rect([x, y, width, height], ink) => write!(
            out,
            r#"<rect x="{}" y="{}" width="{}" height="{}" {}/>"#,
            number(*x),
            number(*y),
            number(*width),
            number(*height),
            fill(*ink),
        ),
        Shape::Line { from: [ax, ay], to: [bx, by], width, ink, dashed } => {
            let [dash, gap] = DASH;
            let dashes = if *dashed { format!(r#" stroke-dasharray="{dash} {gap}""#) } else { String::new() };
            write!(
                out,
                r#"<line x1="{}" y1="{}" x2="{}" y2="{}" stroke-width="{}"{dashes} stroke="{}" class="{}"/>"#,
                number(*ax),
                number(*ay),
                number(*bx),
                number(*by),
                number(*width),
                web_colour(ink.color()),
                ink.class(),
            )
        }
        Shape::Disc([x, y], radius, ink) => {
            write!(
                out,
                r#"<circle cx="{}" cy="{}" r="{}" {}/>"#,
                number(*x),
                number(*y),
                number(*radius),
                fill(*ink)
            )
        }
        Shape::Polygon(points, ink) => {
            let points: Vec<String> =
                points.iter().map(|[x, y]| format!("{},{}", number(*x), number(*y))).collect();
            write!(out, r#"<polygon points="{}" {}/>"#, points.join(" "), fill(*ink))
        }
        Shape::Text(label) => write_text(out, label),
    };
}

fn write_text(out: &mut String, label: &Label) -> std::fmt::Result {
    let anchor = match label.anchor {
        Anchor::Start => "start",
        Anchor::Middle => "middle",
        Anchor::End => "end",
    };
    let weight = if label.bold { r#" font-weight="700""# } else { "" };
    write!(
        out,
        r#"<text x="{}" y="{}" font-size="{}"{weight} text-anchor="{anchor}" {}>{}</text>"#,
        number(label.x),
        number(label.y),
        number(label.size),
        fill(label.ink),
        escaped(&label.words),
    )
}

fn fill(ink: Ink) -> String {
    format!(r#"fill="{}" class="{}""#, web_colour(ink.color()), ink.class())
}

fn web_colour(Color(red, green, blue): Color) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "from 0 to 255")]
    let byte = |part: f32| (part.clamp(0.0, 1.0) * 255.0).round() as u8;
    format!("#{}", hex::encode([red, green, blue].map(byte)))
}

/// Two decimals at most.
fn number(value: f32) -> String {
    let text = format!("{value:.2}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Text that cannot end its element or its attribute; control characters, which XML forbids, are left out.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' | '\t' => out.push(' '),
            c if c.is_control() || matches!(c, '\u{FFFE}' | '\u{FFFF}') => {}
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_can_neither_end_their_element_nor_bring_another() {
        let mut drawing = Drawing::new(10.0, "</title><script>1</script>".to_owned(), "a\u{0}\"b".to_owned());
        drawing.text(Label {
            words: "<g onload='x'>&".to_owned(),
            x: 0.0,
            y: 5.0,
            size: 7.0,
            bold: false,
            anchor: Anchor::Start,
            ink: Ink::Text,
        });
        let text = svg(&drawing);
        assert!(!text.contains("<script") && !text.contains("<g"), "{text}");
        assert!(text.contains("&lt;g onload=&#39;x&#39;&gt;&amp;"), "the words are kept: {text}");
        assert!(!text.contains('\u{0}') && !text.contains("style="), "{text}");
    }

    #[test]
    fn every_ink_has_a_class_and_a_colour_that_a_grey_printer_keeps_apart_from_paper() {
        let mut classes: Vec<_> = Ink::ALL.iter().map(|ink| ink.class()).collect();
        classes.dedup();
        assert_eq!(classes.len(), Ink::ALL.len());
        for ink in Ink::ALL {
            let Color(red, green, blue) = ink.color();
            let grey = 0.3 * red + 0.59 * green + 0.11 * blue;
            assert!(grey < 0.9, "{ink:?} is {grey} grey");
        }
    }
}

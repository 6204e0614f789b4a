//! Labels beneath symbols: what they say, and how wide they are.

use super::{Said, Wording, at_birth};
use crate::layout::{LINE, SYMBOL, Size, Spot};
use crate::model::{Life, Person, TestResult};
use std::fmt::Write;

/// Longest line, in characters; what is longer is cut, and the case has the whole.
const LONGEST: usize = 26;

/// What stands beneath a person.
pub fn label(person: &Person, wording: &dyn Wording) -> Vec<String> {
    let say = |said: Said<'_>| wording.say(&said);
    let mut lines = vec![person.name.clone().unwrap_or_else(|| person.id.clone())];
    lines.extend(at_birth(person).map(str::to_owned));
    match (person.life, person.age) {
        (Life::Dead, age) if age.is_some() || person.died.is_none() => lines.push(say(Said::DiedAt(age))),
        (Life::Stillborn, _) => lines.push(say(Said::Stillborn)),
        (_, Some(age)) => lines.push(say(Said::Age(age))),
        _ => {}
    }
    lines.extend(person.born.map(|year| say(Said::Born(year))));
    lines.extend(person.died.map(|year| say(Said::Died(year))));
    lines.extend(person.weeks.map(|weeks| say(Said::Weeks(weeks))));
    for cancer in &person.cancers {
        lines.push(say(Said::Cancer(&cancer.site, cancer.age)));
    }
    for test in &person.tests {
        let sign = match test.result {
            TestResult::Positive => "+",
            TestResult::Negative => "−",
            TestResult::Uncertain => "VUS",
            TestResult::Unknown => "?",
        };
        lines.push(say(Said::Test(&test.gene, sign, test.from)));
    }
    lines.into_iter().map(|line| cut(&line)).collect()
}

fn cut(line: &str) -> String {
    match line.chars().count() > LONGEST {
        true => line.chars().take(LONGEST - 1).chain(['…']).collect(),
        false => line.to_owned(),
    }
}

/// Width of a text of 11 pixels, rather too wide than too narrow.
pub(super) fn width(text: &str) -> f64 {
    let of = |letter: char| match letter {
        'i' | 'l' | '.' | ',' | ':' | ' ' | '|' | '\'' => 4.0,
        'W' | 'M' | 'm' | 'w' | '@' => 10.5,
        letter if letter.is_ascii_uppercase() => 8.2,
        letter if letter.is_ascii() => 6.8,
        _ => 11.2,
    };
    text.chars().map(of).sum()
}

/// What a person needs: the label, and what stands beside the symbol.
pub(super) fn size(person: &Person, label: &[String]) -> Size {
    let widest = label.iter().map(|line| width(line)).fold(0.0, f64::max);
    let beside = match (person.proband || person.consultand, person.adopted.is_some()) {
        // The arrow, with its P.
        (true, _) => SYMBOL / 2.0 + 26.0,
        (false, true) => SYMBOL / 2.0 + 8.0,
        (false, false) => SYMBOL / 2.0 + 4.0,
    };
    Size { half: (widest / 2.0 + 2.0).max(beside), label: label.len() as f64 * LINE + 6.0 }
}

pub(super) fn under(svg: &mut String, spot: Spot, label: &[String]) {
    for (at, line) in label.iter().enumerate() {
        let y = spot.y + SYMBOL / 2.0 + (at + 1) as f64 * LINE + 2.0;
        let _ = writeln!(
            svg,
            "<text x=\"{:.1}\" y=\"{y:.1}\" text-anchor=\"middle\">{}</text>",
            spot.x,
            escaped(line)
        );
    }
}

/// Text within XML; what XML has no place for is left out.
pub(super) fn escaped(text: &str) -> String {
    let mut out = String::new();
    for letter in text.chars() {
        match letter {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            '"' => out.push_str("&quot;"),
            '\n' | '\t' => out.push(' '),
            letter if letter.is_control() || matches!(letter, '\u{fffe}' | '\u{ffff}') => {}
            letter => out.push(letter),
        }
    }
    out
}

//! The values of CTML: `!` before a text, lists of which one is enough, numbers with a sign of comparison.

use crate::written::Written;
use entaku_domain::text::half_width;
use entaku_domain::trial::criterion::{Comparison, Operator};

/// A text, and whether a `!` stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Value {
    /// Without the sign.
    pub text: String,
    /// Whether it is denied.
    pub denied: bool,
}

/// The texts of a value, or of a list of values; none where one of them is none.
pub(super) fn values(written: &Written) -> Option<Vec<Value>> {
    let one = |item: &Written| {
        let text = item.text()?;
        let (bare, denied) = match text.strip_prefix(['!', '！']) {
            Some(rest) => (rest.trim().to_owned(), true),
            None => (text, false),
        };
        (!bare.is_empty()).then_some(Value { text: bare, denied })
    };
    let values: Vec<Value> = written.items().iter().map(one).collect::<Option<_>>()?;
    (!values.is_empty()).then_some(values)
}

/// In lower case, with single spaces for whatever parts the words.
pub(super) fn word(text: &str) -> String {
    let half = half_width(text).to_lowercase();
    half.split(|c: char| c.is_whitespace() || c == '_' || c == '-')
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// `>=18`, `< 0.5`, `≤2`, `==10`, `3`.
pub(super) fn comparison(text: &str) -> Option<Comparison> {
    const SIGNS: [(&str, Operator); 8] = [
        (">=", Operator::AtLeast),
        ("≥", Operator::AtLeast),
        ("<=", Operator::AtMost),
        ("≤", Operator::AtMost),
        ("==", Operator::Equal),
        ("=", Operator::Equal),
        (">", Operator::Above),
        ("<", Operator::Below),
    ];
    let half = half_width(text);
    let half = half.trim();
    let (operator, number) = SIGNS
        .iter()
        .find_map(|(sign, operator)| Some((*operator, half.strip_prefix(sign)?)))
        .unwrap_or((Operator::Bare, half));
    let number = number.trim();
    // Figures alone: what `f64` reads beside them (`inf`, `1e3`, `-1`) is no number of a trial.
    let figures = number.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.') && !number.is_empty();
    let value: f64 = figures.then(|| number.parse().ok())??;
    Some(Comparison { operator, value })
}

/// A whole number, as a number or as text.
pub(super) fn whole(text: &str) -> Option<u32> {
    half_width(text).trim().parse().ok()
}

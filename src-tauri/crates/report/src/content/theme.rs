//! Sizes, inks and grounds of printed documents. Every one survives a grey printer: meaning is in words and weight.

use crate::text::{Color, Span, Style, clean};

/// Text.
pub const INK: Color = Color(0.12, 0.14, 0.17);
/// What explains: labels, codes, positions. 5.5:1 on white.
pub const MUTED: Color = Color(0.38, 0.41, 0.46);
/// Lines between rows.
pub const RULE: Color = Color(0.80, 0.82, 0.85);
/// Ground of table heads.
pub const HEAD: Color = Color(0.935, 0.948, 0.96);
/// Headings and the bar of the summary.
pub const ACCENT: Color = Color(0.07, 0.28, 0.42);
/// Ground of the summary.
pub const CALM: Color = Color(0.955, 0.968, 0.978);
/// Ground of what needs attention.
pub const ALERT: Color = Color(0.995, 0.962, 0.89);
/// Bar of what needs attention.
pub const ALERT_BAR: Color = Color(0.76, 0.47, 0.05);
/// The draft mark under the text.
pub const WATERMARK: Color = Color(0.925, 0.93, 0.938);

/// Body text.
pub const BODY: f32 = 9.0;
/// Text in tables.
pub const TABLE: f32 = 8.0;
/// Labels, heads of tables, codes.
pub const SMALL: f32 = 7.0;

/// Ordinary text of a size.
pub fn plain(size: f32) -> Style {
    Style { size, bold: false, color: INK }
}

/// Bold text of a size.
pub fn bold(size: f32) -> Style {
    Style { size, bold: true, color: INK }
}

/// Text that explains.
pub fn muted(size: f32) -> Style {
    Style { size, bold: false, color: MUTED }
}

/// A stretch of text, cleaned.
pub fn span(text: &str, style: Style) -> Span {
    Span { text: clean(text), style }
}

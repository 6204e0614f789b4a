//! Inks of figures by what they mean: a colour on paper, a class on the screen, where light and dark have their own.

use crate::content::theme;
use crate::text::Color;

/// What a colour says. None is told from another by colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// Text.
    Text,
    /// Text that explains, and what recedes.
    Quiet,
    /// Axes and the lines of a scale.
    Grid,
    /// A protein between its domains.
    Backbone,
    /// A domain of a protein.
    Domain,
    /// A finding.
    Finding,
    /// A reference on a scale: tumour content, a mark.
    Reference,
}

impl Ink {
    /// Every ink.
    pub const ALL: [Self; 7] =
        [Self::Text, Self::Quiet, Self::Grid, Self::Backbone, Self::Domain, Self::Finding, Self::Reference];

    /// On paper. Each survives a grey printer.
    #[must_use]
    pub fn color(self) -> Color {
        match self {
            Self::Text => theme::INK,
            Self::Quiet => theme::MUTED,
            Self::Grid => theme::RULE,
            Self::Backbone => Color(0.66, 0.69, 0.73),
            Self::Domain => Color(0.82, 0.87, 0.91),
            Self::Finding => theme::ACCENT,
            Self::Reference => theme::ALERT_BAR,
        }
    }

    /// Name of its class on the screen.
    #[must_use]
    pub fn class(self) -> &'static str {
        match self {
            Self::Text => "ink-text",
            Self::Quiet => "ink-quiet",
            Self::Grid => "ink-grid",
            Self::Backbone => "ink-backbone",
            Self::Domain => "ink-domain",
            Self::Finding => "ink-finding",
            Self::Reference => "ink-reference",
        }
    }
}

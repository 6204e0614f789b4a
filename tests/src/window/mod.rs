//! A hand and an eye in the real window: WebDriver spoken to WebKitWebDriver, on a screen of its own (Xvfb).
//! No crate of a WebDriver client is needed for this little; each of them would compile an HTTP stack.
mod element;
mod picture;
mod processes;
mod session;
mod wire;

pub use element::Element;
pub use session::{Launch, Session};

/// Keys without a letter, for [`Session::press`] and [`Element::type_text`].
pub mod key {
    /// Enter.
    pub const ENTER: char = '\u{E007}';
    /// Tab.
    pub const TAB: char = '\u{E004}';
    /// Escape.
    pub const ESCAPE: char = '\u{E00C}';
    /// Backspace.
    pub const BACKSPACE: char = '\u{E003}';
    /// Control, held for the key that follows.
    pub const CONTROL: char = '\u{E009}';
    /// Shift, held for the key that follows.
    pub const SHIFT: char = '\u{E008}';
    /// Alt, held for the key that follows.
    pub const ALT: char = '\u{E00A}';
    /// Arrow up.
    pub const UP: char = '\u{E013}';
    /// Arrow down.
    pub const DOWN: char = '\u{E015}';
}

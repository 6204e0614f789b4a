//! One thing on the page.
use serde_json::{Value, json};

use super::Session;

/// The key under which WebDriver hands out elements, fixed by its specification.
pub(super) const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the page in a session.
pub struct Element<'session> {
    session: &'session Session,
    id: String,
}

impl<'session> Element<'session> {
    pub(super) fn new(session: &'session Session, found: &Value) -> Self {
        let id = found[REFERENCE].as_str().expect("WebDriver names its elements").to_owned();
        Self { session, id }
    }

    /// Scrolls to it and clicks its middle.
    pub fn click(&self) {
        self.ask("POST", "click", &json!({}));
    }

    /// Types at its end; [`super::key`] has the keys without a letter.
    pub fn type_text(&self, text: &str) {
        self.ask("POST", "value", &json!({"text": text}));
    }

    /// Empties the field, then types.
    pub fn fill(&self, text: &str) {
        self.ask("POST", "clear", &json!({}));
        self.type_text(text);
    }

    /// The words it shows.
    pub fn text(&self) -> String {
        self.ask("GET", "text", &Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// An attribute, as written in the page.
    pub fn attr(&self, name: &str) -> Option<String> {
        self.ask("GET", &format!("attribute/{name}"), &Value::Null).as_str().map(str::to_owned)
    }

    /// What a field holds now.
    pub fn value(&self) -> String {
        self.ask("GET", "property/value", &Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// Whether it can be used.
    pub fn is_enabled(&self) -> bool {
        self.ask("GET", "enabled", &Value::Null) == json!(true)
    }

    fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        self.session.ask(method, &format!("element/{}/{path}", self.id), body)
    }
}

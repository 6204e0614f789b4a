//! One open window: start it, look for things in it, press keys, take its picture, close it.
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use super::element::{Element, REFERENCE};
use super::processes::{Driver, Screen};
use super::{key, wire};
use crate::place::{self, Folder};

/// How long something may take to appear.
const PATIENCE: Duration = Duration::from_secs(15);

/// How to start the window.
pub struct Launch {
    /// The program.
    pub app: PathBuf,
    /// Its arguments.
    pub args: Vec<String>,
    /// Its surroundings, beside those that keep it off the person's own data.
    pub env: Vec<(String, String)>,
}

impl Launch {
    /// The built app without arguments.
    pub fn app() -> Self {
        Self { app: place::app(), args: Vec::new(), env: Vec::new() }
    }

    /// With one more argument.
    pub fn arg(mut self, arg: impl AsRef<Path>) -> Self {
        self.args.push(arg.as_ref().to_str().expect("test paths are text").to_owned());
        self
    }

    /// With one more variable.
    pub fn env(mut self, name: &str, value: impl AsRef<Path>) -> Self {
        self.env.push((name.to_owned(), value.as_ref().to_str().expect("test paths are text").to_owned()));
        self
    }
}

/// An open window. Dropping it closes the window and ends everything that was started for it; when the test is
/// failing, its picture and words are left in `target/debug/left-overs`.
pub struct Session {
    id: String,
    driver: Driver,
    // Fields drop in this order: driver, screen, home.
    screen: Screen,
    home: Folder,
}

impl Session {
    /// Opens the window on a screen, a port and a home folder of its own.
    pub fn start(launch: Launch) -> Self {
        let screen = Screen::start();
        let home = Folder::new("home");
        let at_home = |name: &str| home.join(name).to_string_lossy().into_owned();
        let mut surroundings = vec![
            ("DISPLAY".to_owned(), screen.name.clone()),
            ("GDK_BACKEND".to_owned(), "x11".to_owned()),
            ("GSETTINGS_BACKEND".to_owned(), "memory".to_owned()),
            ("NO_AT_BRIDGE".to_owned(), "1".to_owned()),
            ("MESA_SHADER_CACHE_DISABLE".to_owned(), "true".to_owned()),
            ("TAURI_WEBVIEW_AUTOMATION".to_owned(), "true".to_owned()),
            // Journeys fill paths in where a person chooses them in a dialog.
            ("ENTAKU_E2E_PATHS".to_owned(), "any".to_owned()),
            ("HOME".to_owned(), at_home("")),
            ("XDG_DATA_HOME".to_owned(), at_home("data")),
            ("XDG_CONFIG_HOME".to_owned(), at_home("config")),
            ("XDG_CACHE_HOME".to_owned(), at_home("cache")),
        ];
        surroundings.extend(launch.env);
        let driver = Driver::start(&surroundings);
        // No browserName: the driver would compare it with its own and refuse.
        let wish = json!({"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": {
            "binary": launch.app, "args": launch.args,
        }}}});
        let opened = wire::call(driver.port, "POST", "/session", &wish)
            .unwrap_or_else(|error| panic!("{} did not open a window: {error}", launch.app.display()));
        let id = opened["sessionId"].as_str().expect("a session has an id").to_owned();
        Self { id, driver, screen, home }
    }

    /// The home folder of this window, with `data`, `config` and `cache` in it.
    pub fn home(&self) -> &Path {
        self.home.path()
    }

    /// The element the CSS selector names, as soon as it is there.
    pub fn find(&self, css: &str) -> Element<'_> {
        self.wait("css selector", css)
    }

    /// The element the XPath names, as soon as it is there.
    pub fn find_xpath(&self, xpath: &str) -> Element<'_> {
        self.wait("xpath", xpath)
    }

    /// The innermost element that shows this text, as soon as it is there.
    pub fn find_text(&self, text: &str) -> Element<'_> {
        let shows = format!("contains(normalize-space(.), {})", quoted(text));
        self.find_xpath(&format!("//body//*[not(self::script or self::style)][{shows}][not(*[{shows}])]"))
    }

    /// The button, link, tab or menu item with exactly this name, as soon as it is there.
    pub fn find_button(&self, name: &str) -> Element<'_> {
        let is = quoted(name);
        self.find_xpath(&format!(
            "//*[self::button or self::a or self::summary or @role='button' or @role='tab' or @role='menuitem' or \
             @role='option' or @role='radio'][normalize-space(.)={is} or @aria-label={is}]"
        ))
    }

    /// All elements the CSS selector names now, in the order of the page.
    pub fn find_all(&self, css: &str) -> Vec<Element<'_>> {
        let found = self.ask("POST", "elements", &json!({"using": "css selector", "value": css}));
        found.as_array().into_iter().flatten().map(|one| Element::new(self, one)).collect()
    }

    /// Clicks what the CSS selector names.
    pub fn click(&self, css: &str) {
        self.find(css).click();
    }

    /// Clicks the button of this name.
    pub fn click_button(&self, name: &str) {
        self.find_button(name).click();
    }

    /// Empties the field the CSS selector names and types into it.
    pub fn fill(&self, css: &str, text: &str) {
        self.find(css).fill(text);
    }

    /// Presses keys with the focus where it is; Control, Shift and Alt are held for the key that follows them.
    pub fn press(&self, keys: impl IntoIterator<Item = char>) {
        let mut actions = Vec::new();
        let mut held = Vec::new();
        for key in keys {
            actions.push(json!({"type": "keyDown", "value": key}));
            if [key::CONTROL, key::SHIFT, key::ALT].contains(&key) {
                held.push(key);
                continue;
            }
            let ups = std::iter::once(key).chain(held.drain(..).rev());
            actions.extend(ups.map(|key| json!({"type": "keyUp", "value": key})));
        }
        let wish = json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]});
        self.ask("POST", "actions", &wish);
    }

    /// All words the page shows.
    pub fn text(&self) -> String {
        self.run("return document.body.innerText", &[]).as_str().unwrap_or_default().to_owned()
    }

    /// Waits until the page shows this text.
    pub fn wait_for(&self, text: &str, patience: Duration) {
        self.wait_until(&format!("the page shows “{text}”"), patience, || self.text().contains(text));
    }

    /// Waits until the page does not show this text any more.
    pub fn wait_gone(&self, text: &str, patience: Duration) {
        self.wait_until(&format!("the page no longer shows “{text}”"), patience, || {
            !self.text().contains(text)
        });
    }

    /// Waits until it holds; `what` says in a failure what was waited for.
    pub fn wait_until(&self, what: &str, patience: Duration, holds: impl Fn() -> bool) {
        let deadline = Instant::now() + patience;
        while !holds() {
            assert!(Instant::now() < deadline, "waited {patience:?}: {what}. It shows:\n{}", self.text());
            std::thread::sleep(Duration::from_millis(40));
        }
    }

    /// Runs the body of a function in the page; its arguments are `arguments[0]` and so on.
    pub fn run(&self, script: &str, arguments: &[Value]) -> Value {
        self.ask("POST", "execute/sync", &json!({"script": script, "args": arguments}))
    }

    /// Runs the body of an async function in the page and waits for its answer.
    pub fn run_async(&self, script: &str, arguments: &[Value]) -> Value {
        let script = format!(
            "const done = arguments[arguments.length - 1]; const args = [...arguments].slice(0, -1); \
             (async (...args) => {{ {script} }})(...args).then(done, (error) => done({{ thrown: error }}))"
        );
        self.ask("POST", "execute/async", &json!({"script": script, "args": arguments}))
    }

    /// Gives the window this size in pixels.
    pub fn resize(&self, width: u32, height: u32) {
        self.ask("POST", "window/rect", &json!({"width": width, "height": height}));
    }

    /// The window that is looked at, by its handle.
    pub fn shown(&self) -> String {
        self.ask("GET", "window", &Value::Null).as_str().unwrap_or_default().to_owned()
    }

    /// Handles of all windows of the program.
    pub fn all_windows(&self) -> Vec<String> {
        let handles = self.ask("GET", "window/handles", &Value::Null);
        handles.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect()
    }

    /// From now on the window of this handle is looked at and typed into.
    pub fn turn_to(&self, handle: &str) {
        self.ask("POST", "window", &json!({"handle": handle}));
    }

    /// Saves a PNG of what the window shows.
    pub fn screenshot(&self, path: &Path) {
        // What was asked for last is painted.
        self.run_async(
            "await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)))",
            &[],
        );
        std::thread::sleep(Duration::from_millis(120));
        let picture = self.picture().expect("the screen can be read");
        std::fs::write(path, picture)
            .unwrap_or_else(|error| panic!("cannot write {}: {error}", path.display()));
    }

    /// A PNG of the part of the screen where the window is; without a window manager nothing stands around its page.
    fn picture(&self) -> Option<Vec<u8>> {
        let place = self.try_ask("GET", "window/rect", &Value::Null).unwrap_or_default();
        let pixels = |name: &str| place[name].as_u64().and_then(|value| u32::try_from(value).ok());
        let [left, top] = ["x", "y"].map(|name| pixels(name).unwrap_or(0));
        let [width, height] = ["width", "height"].map(|name| pixels(name).unwrap_or(u32::MAX / 2));
        Some(self.screen.shows([left, top, width, height])?.png())
    }

    /// Closes the window as its close button would.
    pub fn quit(self) {}

    /// One WebDriver command of this session.
    pub(super) fn ask(&self, method: &str, path: &str, body: &Value) -> Value {
        self.try_ask(method, path, body).unwrap_or_else(|error| panic!("{path} {body}: {error}"))
    }

    fn try_ask(&self, method: &str, path: &str, body: &Value) -> Result<Value, String> {
        wire::call(self.driver.port, method, &format!("/session/{}/{path}", self.id), body)
    }

    fn wait(&self, using: &str, value: &str) -> Element<'_> {
        let wish = json!({"using": using, "value": value});
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.try_ask("POST", "element", &wish) {
                Ok(found) if !found[REFERENCE].is_null() => return Element::new(self, &found),
                Err(error) if !error.starts_with("no such element") => panic!("{value}: {error}"),
                _ => assert!(
                    Instant::now() < deadline,
                    "waited {PATIENCE:?} for {value}. It shows:\n{}",
                    self.text()
                ),
            }
            std::thread::sleep(Duration::from_millis(40));
        }
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        if std::thread::panicking() {
            self.leave_evidence();
        }
        let _ = wire::call(self.driver.port, "DELETE", &format!("/session/{}", self.id), &Value::Null);
    }
}

impl Session {
    /// The picture of a failing journey; what cannot be had any more is left out.
    fn leave_evidence(&self) {
        let name = std::thread::current().name().unwrap_or("journey").replace("::", "-");
        let path = place::left_overs().join(format!("{name}.png"));
        if let Some(picture) = self.picture()
            && std::fs::write(&path, picture).is_ok()
        {
            eprintln!("the window when it failed: {}", path.display());
        }
    }
}

/// A string literal of XPath, which knows no escapes.
fn quoted(text: &str) -> String {
    if !text.contains('"') {
        return format!("\"{text}\"");
    }
    let parts: Vec<String> = text.split('"').map(|part| format!("\"{part}\"")).collect();
    format!("concat({})", parts.join(", '\"', "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotes_in_a_text_survive_in_xpath() {
        assert_eq!(quoted("判定"), "\"判定\"");
        assert_eq!(quoted("a\"b"), "concat(\"a\", '\"', \"b\")");
    }
}

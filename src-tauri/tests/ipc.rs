//! The way of a call from the page to the desk, with the real capability file and a double for the desk.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::sync::{Arc, Mutex};
use std::time::Instant;

use entaku_desk::{ApiError, COMMAND_NAMES, Language, Watch, Written};
use entaku_window::door::{Acts, Door};
use entaku_window::handler;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, noop_assets};
use tauri::webview::InvokeRequest;
use tauri::{App, Manager, WebviewWindow, WebviewWindowBuilder};

/// Notes what arrives and answers with it.
#[derive(Clone, Default)]
struct Double(Arc<Mutex<Vec<String>>>);

impl Acts for Double {
    fn act(&mut self, name: &str, args: Value) -> Result<Box<RawValue>, ApiError> {
        self.0.lock().unwrap().push(name.to_owned());
        Ok(to_raw_value(&json!({ "name": name, "args": args })).unwrap())
    }

    fn language(&self) -> Language {
        Language::Ja
    }

    fn watch(&self) -> Watch {
        Watch::default()
    }

    fn written(&self) -> Written {
        Written::default()
    }
}

fn app(desk: Double) -> App<MockRuntime> {
    let builder = handler::with_commands(mock_builder(), Door::new(desk), Instant::now());
    builder.build(tauri::generate_context!(assets = noop_assets(), test = true)).unwrap()
}

fn window(app: &App<MockRuntime>, label: &str) -> WebviewWindow<MockRuntime> {
    WebviewWindowBuilder::new(app, label, Default::default()).build().unwrap()
}

fn call(window: &WebviewWindow<MockRuntime>, name: &str, body: InvokeBody) -> Result<Value, Value> {
    let url = if cfg!(windows) { "http://tauri.localhost" } else { "tauri://localhost" };
    let request = InvokeRequest {
        cmd: name.to_owned(),
        callback: CallbackFn(0),
        error: CallbackFn(1),
        url: url.parse().unwrap(),
        body,
        headers: Default::default(),
        invoke_key: INVOKE_KEY.to_owned(),
    };
    get_ipc_response(window, request).map(|answer| answer.deserialize().unwrap())
}

#[test]
fn every_command_of_the_table_reaches_the_desk_with_its_arguments() {
    let app = app(Double::default());
    let main = window(&app, "main");
    for name in COMMAND_NAMES {
        let answer = call(&main, name, json!({"caseId": 7}).into());
        // A name without its line in capabilities/main.json is refused here: run `cargo xtask bindings`.
        assert_eq!(answer, Ok(json!({ "name": name, "args": {"caseId": 7} })), "{name}");
    }
}

#[test]
fn no_folder_is_opened_but_that_of_a_file_written_here() {
    let desk = Double::default();
    let app = app(desk.clone());
    let refused = call(&window(&app, "main"), "open_folder", json!({ "file": "/etc" }).into()).unwrap_err();
    assert_eq!(refused["code"], "not-found", "{refused}");
    assert!(desk.0.lock().unwrap().is_empty(), "the desk is not asked to open anything");
}

#[test]
fn the_mark_of_the_first_paint_stays_in_the_window() {
    let desk = Double::default();
    let app = app(desk.clone());
    assert_eq!(call(&window(&app, "main"), "ui_ready", InvokeBody::default()), Ok(Value::Null));
    let page = app.get_webview_window("main").unwrap();
    assert_eq!(call(&page, "reading", InvokeBody::default()), Ok(Value::Null), "nothing is being read");
    assert_eq!(call(&page, "stop_reading", InvokeBody::default()), Ok(Value::Null));
    assert!(desk.0.lock().unwrap().is_empty(), "the desk is not asked about pixels");
}

#[test]
fn what_is_not_in_the_table_is_refused_before_the_desk() {
    let desk = Double::default();
    let app = app(desk.clone());
    let main = window(&app, "main");
    for name in ["drop_everything", "plugin:dialog|open", "plugin:window|close", "plugin:event|listen", ""] {
        assert!(call(&main, name, json!({}).into()).is_err(), "“{name}” is refused");
    }
    assert!(desk.0.lock().unwrap().is_empty(), "nothing of it arrived");
}

#[test]
fn a_window_that_is_not_ours_may_call_nothing() {
    let app = app(Double::default());
    assert!(call(&window(&app, "other"), "ui_ready", InvokeBody::default()).is_err());
}

#[test]
fn bytes_instead_of_named_arguments_are_refused_with_a_reason() {
    let app = app(Double::default());
    let main = window(&app, "main");
    let refused = call(&main, "app_info", InvokeBody::Raw(vec![1, 2, 3])).unwrap_err();
    assert_eq!(refused["code"], "bad-request");
}

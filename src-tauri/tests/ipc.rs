//! The way of a call from the page to the desk, with the real capability file and a double for the desk.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::io::Write;
use std::path::PathBuf;
use std::sync::mpsc::channel;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use entaku_desk::{ApiError, COMMAND_NAMES, Desk, Language, Watch, WrittenFiles};
use entaku_window::door::{Acts, Door};
use entaku_window::handler;
use entaku_window::paths::GivenOut;
use serde_json::value::{RawValue, to_raw_value};
use serde_json::{Value, json};
use tauri::ipc::{CallbackFn, InvokeBody, InvokeResponseBody};
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

    fn written(&self) -> WrittenFiles {
        WrittenFiles::default()
    }
}

fn app(desk: impl Acts + 'static) -> App<MockRuntime> {
    app_that_tells(desk, |_, _| {})
}

/// `told` is given what goes through a channel to a page: the number the page gave it, and the message.
fn app_that_tells(
    desk: impl Acts + 'static,
    told: impl Fn(u32, Value) + Send + Sync + 'static,
) -> App<MockRuntime> {
    let builder = mock_builder().channel_interceptor(move |_, channel, _, body| {
        if let InvokeResponseBody::Json(text) = body {
            told(channel.0, serde_json::from_str(text).unwrap());
        }
        true
    });
    // What was chosen in a dialog before.
    let given = GivenOut::default();
    given.chosen("pick_folder", &json!(std::env::temp_dir().join(chosen_folder())));
    let builder = handler::with_places(builder, Door::new(desk).unwrap(), Instant::now(), given);
    builder.build(tauri::generate_context!(assets = noop_assets(), test = true)).unwrap()
}

fn chosen_folder() -> String {
    format!("entaku-ipc-{}", std::process::id())
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
fn a_place_that_no_dialog_gave_out_is_refused_before_the_desk() {
    let desk = Double::default();
    let app = app(desk.clone());
    let main = window(&app, "main");
    for (name, args) in [
        ("export_document", json!({ "caseId": "x", "kind": "panel", "out": "/etc/passwd" })),
        ("export_ledger", json!({ "out": "/tmp/ledger.csv" })),
        ("backup", json!({ "out": "/tmp/backup" })),
        ("access_log", json!({ "out": "/tmp/log.csv" })),
        ("inspect_file", json!({ "path": "/etc/passwd" })),
        ("intake", json!({ "paths": ["/etc/passwd"] })),
        ("list_folder", json!({ "path": "/" })),
        ("verify_store", json!({ "against": "/etc/passwd" })),
        ("register_reference", json!({ "path": "/x.fa", "build": "GRCh37" })),
        ("create_store", json!({ "dir": "/etc" })),
        ("restore", json!({ "from": "/etc/passwd" })),
    ] {
        let refused = call(&main, name, args.clone().into()).unwrap_err();
        assert_eq!(refused["code"], "forbidden", "{name} {args}: {refused}");
        assert!(refused["message"].as_str().unwrap().contains("ダイアログ"), "{refused}");
    }
    assert!(desk.0.lock().unwrap().is_empty(), "the desk hears of none of them");
    assert!(call(&main, "list_cases", json!({ "search": "/etc" }).into()).is_ok(), "words are no place");
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
fn the_second_window_may_read_a_finding_and_nothing_else() {
    let desk = Double::default();
    let app = app(desk.clone());
    let second = window(&app, "projector");
    for name in ["finding_detail", "figures"] {
        assert!(call(&second, name, json!({}).into()).is_ok(), "“{name}” is answered");
    }
    let own = ["project", "open_projector", "close_projector", "follow_window", "close_window", "print_page"];
    let read: Vec<String> = desk.0.lock().unwrap().drain(..).collect();
    assert_eq!(read, ["finding_detail", "figures"]);
    for name in COMMAND_NAMES.iter().filter(|name| !["finding_detail", "figures"].contains(name)).chain(&own)
    {
        assert!(call(&second, name, json!({}).into()).is_err(), "“{name}” is refused");
    }
    assert!(desk.0.lock().unwrap().is_empty(), "nothing of it arrived");
    assert!(
        call(&window(&app, "main"), "follow_projector", json!({ "channel": "__CHANNEL__:1" }).into())
            .is_err()
    );
}

#[test]
fn what_lies_on_the_table_of_the_first_window_is_told_to_the_second_one() {
    let (tell, told) = channel();
    let app = app_that_tells(Double::default(), move |channel, message| {
        tell.send((channel, message)).unwrap_or_default();
    });
    let main = window(&app, "main");
    let second = window(&app, "projector");
    let show = |on_table: Value| call(&main, "project", json!({ "onTable": on_table }).into());
    assert_eq!(show(json!({ "caseId": "a" })), Ok(Value::Null));
    let follow = call(&second, "follow_projector", json!({ "channel": "__CHANNEL__:7" }).into());
    assert_eq!(follow, Ok(Value::Null));
    assert_eq!(show(Value::Null), Ok(Value::Null));
    let heard: Vec<_> = told.try_iter().collect();
    assert_eq!(heard, [(7, json!({ "caseId": "a" })), (7, Value::Null)], "what was there, and each change");
    // The first page is loaded anew: it has put nothing on the table yet, and hears that there is a second window.
    show(json!({ "caseId": "b" })).unwrap();
    call(&main, "follow_window", json!({ "channel": "__CHANNEL__:8" }).into()).unwrap();
    let heard: Vec<_> = told.try_iter().collect();
    let open = json!({ "kind": "projector", "open": true });
    assert_eq!(heard, [(7, json!({ "caseId": "b" })), (7, Value::Null), (8, open)]);
}

#[test]
fn bytes_instead_of_named_arguments_are_refused_with_a_reason() {
    let app = app(Double::default());
    let main = window(&app, "main");
    let refused = call(&main, "app_info", InvokeBody::Raw(vec![1, 2, 3])).unwrap_err();
    assert_eq!(refused["code"], "bad-request");
}

/// A file that takes a while to be read.
fn long_vcf(folder: &std::path::Path) -> PathBuf {
    let path = folder.join("long.vcf");
    let mut file = std::io::BufWriter::new(std::fs::File::create(&path).unwrap());
    writeln!(file, "##fileformat=VCFv4.2\n##contig=<ID=chr1>\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO")
        .unwrap();
    for position in 1..400_000 {
        writeln!(file, "chr1\t{position}\t.\tC\tT\t50\tPASS\tDP=300").unwrap();
    }
    file.flush().unwrap();
    path
}

#[test]
fn a_page_that_follows_hears_how_its_reading_gets_on_and_can_stop_it() {
    let folder = std::env::temp_dir().join(chosen_folder());
    std::fs::create_dir_all(&folder).unwrap();
    let path = long_vcf(&folder);
    let desk = Desk::new(entaku_computer::environment(Some(folder.join("store"))).unwrap()).unwrap();
    let (tell, told) = channel();
    let app = app_that_tells(desk, move |channel, message| tell.send((channel, message)).unwrap_or_default());
    let main = window(&app, "main");
    let follow = |number: u32| {
        call(&main, "follow_reading", json!({ "channel": format!("__CHANNEL__:{number}") }).into())
    };
    assert_eq!(follow(1), Ok(Value::Null));
    // The page is loaded anew and has another channel.
    assert_eq!(follow(2), Ok(Value::Null));
    let page = main.clone();
    let asked = std::thread::spawn(move || call(&page, "inspect_file", json!({ "path": path }).into()));
    let (channel, reading) = told.recv_timeout(Duration::from_secs(60)).unwrap();
    assert_eq!((channel, &reading["file"]), (2, &json!("long.vcf")), "{reading}");
    assert!(reading["bytes"].as_u64() > Some(0) && reading["total"].as_u64() > reading["bytes"].as_u64());
    assert_eq!(
        call(&main, "stop_reading", InvokeBody::default()),
        Ok(Value::Null),
        "though the desk is busy"
    );
    let refused = asked.join().unwrap().unwrap_err();
    assert_eq!(refused["code"], "intake", "{refused}");
    let (_, last) = std::iter::from_fn(|| told.recv_timeout(Duration::from_secs(60)).ok())
        .find(|(_, message)| message.is_null())
        .unwrap();
    assert_eq!(last, Value::Null, "nothing is being read any more");
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn what_is_no_channel_is_refused_with_a_reason() {
    let app = app(Double::default());
    let main = window(&app, "main");
    for name in ["follow_window", "follow_reading"] {
        for args in [json!({}), json!({ "channel": 7 }), json!({ "channel": "__CHANNEL__:x" })] {
            let refused = call(&main, name, args.clone().into()).unwrap_err();
            assert_eq!(refused["code"], "bad-request", "{name} {args}");
        }
    }
}

#[test]
fn calls_that_are_made_at_once_each_get_their_own_answer() {
    let app = app(Double::default());
    let main = window(&app, "main");
    let ask = |number: usize| {
        let page = main.clone();
        std::thread::spawn(move || call(&page, "list_cases", json!({ "limit": number }).into()).unwrap())
    };
    let asked: Vec<_> = (0..50).map(ask).collect();
    for (number, answer) in asked.into_iter().enumerate() {
        assert_eq!(answer.join().unwrap()["args"], json!({ "limit": number }));
    }
}

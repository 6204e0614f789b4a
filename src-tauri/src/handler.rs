//! Takes a call of the page and sees that it is answered. Which calls may come at all is decided before, by the
//! capability file: a command without its own permission never arrives here.
use std::time::Instant;

use entaku_desk::{Code, Problem};
use entaku_words::errors::shell;
use serde_json::{Value, json};
use tauri::ipc::{Channel, Invoke, InvokeBody, InvokeResolver, JavaScriptChannelId};
use tauri::{AppHandle, Builder, Manager, Runtime, Webview, WindowEvent};

use crate::dialogs::{self, not_understood};
use crate::door::Door;
use crate::drawing;
use crate::drops;
use crate::folder;
use crate::listeners::Listeners;
use crate::paths::GivenOut;
use crate::projection::{self, Projection};

/// The window's own commands; build.rs gives each its permission, from the same file.
pub const WINDOW_COMMANDS: &[&str] = include!("command_names.in");

/// A builder whose page is answered through the door. `started` is when the process began.
pub fn with_commands<R: Runtime>(builder: Builder<R>, door: Door, started: Instant) -> Builder<R> {
    with_places(builder, door, started, GivenOut::new())
}

/// As [`with_commands`], where some places were chosen already.
pub fn with_places<R: Runtime>(
    builder: Builder<R>,
    door: Door,
    started: Instant,
    given: GivenOut,
) -> Builder<R> {
    let pages = Pages { given, ..Pages::default() };
    let (at_window, told) = (door.clone(), pages.clone());
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(drawing::plainly())
        .on_window_event(move |window, event| match event {
            WindowEvent::DragDrop(event) => {
                if let Some(happening) = drops::told(event, |problem| at_window.refusal(problem)) {
                    told.given.chosen("dropped", happening.get("paths").unwrap_or(&Value::Null));
                    told.listeners.tell(window.label(), happening);
                }
            }
            WindowEvent::CloseRequested { api, .. } if told.listeners.ask_to_close(window.label()) => {
                api.prevent_close()
            }
            WindowEvent::Destroyed => told.gone(window.app_handle(), window.label()),
            _ => {}
        })
        .invoke_handler(move |call| answer(call, &door, &pages, started))
}

/// The pages of the windows: those that listen, and the one that shows what lies on the table of another.
#[derive(Clone, Default)]
struct Pages {
    listeners: Listeners,
    projection: Projection,
    given: GivenOut,
}

impl Pages {
    /// A window is gone. The second one shows the first one's table and does not outlive it.
    fn gone<R: Runtime>(&self, app: &AppHandle<R>, window: &str) {
        self.listeners.forget(window);
        if window == projection::MAIN {
            // The program ends with its last window; one that does not close cannot be helped here.
            let _ = projection::close(app);
        } else if window == projection::LABEL {
            self.projection.forget();
            self.listeners.tell(projection::MAIN, json!({ "kind": "projector", "open": false }));
        }
    }

    /// A page of this window listens from now on. One that was loaded anew has nothing on its table yet.
    fn follow_window<R: Runtime>(&self, app: &AppHandle<R>, window: &str, channel: Channel<Value>) {
        self.listeners.follow_window(window, channel);
        if window == projection::MAIN && projection::is_open(app) {
            self.projection.show(Value::Null);
            self.listeners.tell(window, json!({ "kind": "projector", "open": true }));
        }
    }
}

/// Always true: every call is ours, and each gets an answer.
fn answer<R: Runtime>(call: Invoke<R>, door: &Door, pages: &Pages, started: Instant) -> bool {
    let Invoke { message, resolver, .. } = call;
    let name = message.command().to_owned();
    let window = message.webview_ref().label().to_owned();
    let args = match message.payload() {
        InvokeBody::Json(Value::Null) => json!({}),
        InvokeBody::Json(args) => args.clone(),
        InvokeBody::Raw(_) => {
            let problem = Problem::of(Code::BadRequest, shell::bytes_came(name));
            resolver.reject(door.refusal(&problem));
            return true;
        }
    };
    match name.as_str() {
        "ui_ready" => {
            if std::env::var_os("ENTAKU_TIMING").is_some_and(|value| value == "1") {
                eprintln!("entaku: first paint {} ms after the start", started.elapsed().as_millis());
            }
            resolver.resolve(Value::Null);
        }
        "follow_window" | "follow_reading" | "follow_projector" => {
            match channel(&name, &args, message.webview()) {
                Ok(channel) => {
                    let app = message.webview_ref().app_handle();
                    match name.as_str() {
                        "follow_window" => pages.follow_window(app, &window, channel),
                        "follow_projector" => pages.projection.follow(channel),
                        _ => pages.listeners.follow_reading(&window, channel, door.progress()),
                    }
                    resolver.resolve(Value::Null);
                }
                Err(problem) => resolver.reject(door.refusal(&problem)),
            }
        }
        "project" => {
            pages.projection.show(args.get("onTable").cloned().unwrap_or_default());
            resolver.resolve(Value::Null);
        }
        "open_projector" => open_projector(message.webview_ref().app_handle().clone(), door, pages, resolver),
        "close_projector" => match projection::close(message.webview_ref().app_handle()) {
            Ok(()) => resolver.resolve(Value::Null),
            Err(error) => {
                let problem = Problem::of(Code::Internal, shell::cannot_close(error));
                resolver.reject(door.refusal(&problem));
            }
        },
        // It is destroyed and not asked to close: the page has been asked.
        "close_window" => match message.webview_ref().window().destroy() {
            Ok(()) => resolver.resolve(Value::Null),
            Err(error) => {
                let problem = Problem::of(Code::Internal, shell::cannot_close(error));
                resolver.reject(door.refusal(&problem));
            }
        },
        "stay_open" => {
            pages.listeners.stays_open(&window);
            resolver.resolve(Value::Null);
        }
        // Past the desk, which is busy reading.
        "stop_reading" => {
            door.stop_reading(&window);
            resolver.resolve(Value::Null);
        }
        // The engine's own `window.print` is a command of the framework, which the page may not call.
        "print_page" => match message.webview_ref().print() {
            Ok(()) => resolver.resolve(Value::Null),
            Err(error) => {
                let problem = Problem::of(Code::Internal, shell::no_print_dialog(error));
                resolver.reject(door.refusal(&problem));
            }
        },
        "open_folder" => {
            let door = door.clone();
            // The launcher is watched for a moment: the main thread must stay free.
            tauri::async_runtime::spawn_blocking(move || match folder::open(door.written(), args) {
                Ok(()) => resolver.resolve(Value::Null),
                Err(problem) => resolver.reject(door.refusal(&problem)),
            });
        }
        _ if WINDOW_COMMANDS.contains(&name.as_str()) => {
            dialogs::show(message.webview_ref(), &name, args, door, pages.given.clone(), resolver);
        }
        _ => {
            // The desk may take seconds (key derivation, a large file): the main thread must stay free.
            if let Err(problem) = pages.given.check(&name, &args) {
                resolver.reject(door.refusal(&problem));
                return true;
            }
            let (door, given) = (door.clone(), pages.given.clone());
            tauri::async_runtime::spawn(async move {
                match door.act(&window, &name, args).await {
                    Ok(answer) => {
                        given.named(&name, answer.get());
                        resolver.resolve(answer);
                    }
                    Err(refusal) => resolver.reject(refusal),
                }
            });
        }
    }
    true
}

/// Opens the second window past the main thread, which makes it, and tells the first one's page.
fn open_projector<R: Runtime>(app: AppHandle<R>, door: &Door, pages: &Pages, resolver: InvokeResolver<R>) {
    let (door, listeners) = (door.clone(), pages.listeners.clone());
    tauri::async_runtime::spawn_blocking(move || match projection::open(&app) {
        Ok(()) => {
            listeners.tell(projection::MAIN, json!({ "kind": "projector", "open": true }));
            resolver.resolve(Value::Null);
        }
        Err(error) => {
            let problem = Problem::of(Code::Internal, shell::no_second_window(error));
            resolver.reject(door.refusal(&problem));
        }
    });
}

/// The channel that the page gave, of its own making: it needs no leave to listen to events of Tauri's own.
fn channel<R: Runtime>(name: &str, args: &Value, webview: Webview<R>) -> Result<Channel<Value>, Problem> {
    let given = args.get("channel").and_then(Value::as_str).unwrap_or_default();
    let id: JavaScriptChannelId = given.parse().map_err(|wrong| not_understood(name, wrong))?;
    Ok(id.channel_on(webview))
}

//! Takes a call of the page and sees that it is answered. Which calls may come at all is decided before, by the
//! capability file: a command without its own permission never arrives here.
use std::time::Instant;

use entaku_desk::{Code, Problem};
use entaku_words::errors::shell;
use serde_json::{Value, json};
use tauri::ipc::{Channel, Invoke, InvokeBody, JavaScriptChannelId};
use tauri::{Builder, Runtime, Webview, WindowEvent};

use crate::dialogs::{self, not_understood};
use crate::door::Door;
use crate::drawing;
use crate::drops;
use crate::folder;
use crate::listeners::Listeners;

/// The window's own commands; build.rs gives each its permission, from the same file.
pub const WINDOW_COMMANDS: &[&str] = include!("command_names.in");

/// A builder whose page is answered through the door. `started` is when the process began.
pub fn with_commands<R: Runtime>(builder: Builder<R>, door: Door, started: Instant) -> Builder<R> {
    let listeners = Listeners::default();
    let (at_window, tellers) = (door.clone(), listeners.clone());
    builder
        .plugin(tauri_plugin_dialog::init())
        .plugin(drawing::plainly())
        .on_window_event(move |window, event| match event {
            WindowEvent::DragDrop(event) => {
                if let Some(happening) = drops::told(event, |problem| at_window.refusal(problem)) {
                    tellers.tell(window.label(), happening);
                }
            }
            WindowEvent::CloseRequested { api, .. } if tellers.ask_to_close(window.label()) => {
                api.prevent_close()
            }
            WindowEvent::Destroyed => tellers.forget(window.label()),
            _ => {}
        })
        .invoke_handler(move |call| answer(call, &door, &listeners, started))
}

/// Always true: every call is ours, and each gets an answer.
fn answer<R: Runtime>(call: Invoke<R>, door: &Door, listeners: &Listeners, started: Instant) -> bool {
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
        "follow_window" | "follow_reading" => match channel(&name, &args, message.webview()) {
            Ok(channel) => {
                match name.as_str() {
                    "follow_window" => listeners.follow_window(&window, channel),
                    _ => listeners.follow_reading(&window, channel, door.progress()),
                }
                resolver.resolve(Value::Null);
            }
            Err(problem) => resolver.reject(door.refusal(&problem)),
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
            listeners.stays_open(&window);
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
            dialogs::show(message.webview_ref(), &name, args, door, resolver);
        }
        _ => {
            // The desk may take seconds (key derivation, a large file): the main thread must stay free.
            let door = door.clone();
            tauri::async_runtime::spawn(async move {
                match door.act(&window, &name, args).await {
                    Ok(answer) => resolver.resolve(answer),
                    Err(refusal) => resolver.reject(refusal),
                }
            });
        }
    }
    true
}

/// The channel that the page gave, of its own making: it needs no leave to listen to events of Tauri's own.
fn channel<R: Runtime>(name: &str, args: &Value, webview: Webview<R>) -> Result<Channel<Value>, Problem> {
    let given = args.get("channel").and_then(Value::as_str).unwrap_or_default();
    let id: JavaScriptChannelId = given.parse().map_err(|wrong| not_understood(name, wrong))?;
    Ok(id.channel_on(webview))
}

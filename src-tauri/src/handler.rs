//! Takes a call of the page and sees that it is answered. Which calls may come at all is decided before, by the
//! capability file: a command without its own permission never arrives here.
use std::time::Instant;

use entaku_desk::{Code, Problem};
use serde_json::{Value, json};
use tauri::ipc::{Invoke, InvokeBody};
use tauri::{Builder, Runtime, WindowEvent};

use crate::dialogs;
use crate::door::Door;
use crate::drops::Drops;
use crate::folder;

/// The window's own commands; build.rs gives each its permission, from the same file.
pub const WINDOW_COMMANDS: &[&str] = include!("command_names.in");

/// A builder whose page is answered through the door. `started` is when the process began.
pub fn with_commands<R: Runtime>(builder: Builder<R>, door: Door, started: Instant) -> Builder<R> {
    let drops = Drops::default();
    let told = drops.clone();
    builder
        .plugin(tauri_plugin_dialog::init())
        .on_window_event(move |_, event| {
            if let WindowEvent::DragDrop(event) = event {
                told.told(event);
            }
        })
        .invoke_handler(move |call| answer(call, &door, &drops, started))
}

/// Always true: every call is ours, and each gets an answer.
fn answer<R: Runtime>(call: Invoke<R>, door: &Door, drops: &Drops, started: Instant) -> bool {
    let Invoke { message, resolver, .. } = call;
    let name = message.command().to_owned();
    let args = match message.payload() {
        InvokeBody::Json(Value::Null) => json!({}),
        InvokeBody::Json(args) => args.clone(),
        InvokeBody::Raw(_) => {
            let problem = Problem::new(
                Code::BadRequest,
                format!("{name}: 引数は名前付きで渡してください（バイト列が渡されました）。"),
                format!("{name}: named arguments are expected, bytes came."),
            );
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
        "next_drop" => {
            let door = door.clone();
            drops.next(move |happening| match happening {
                Ok(happening) => resolver.resolve(happening),
                Err(problem) => resolver.reject(door.refusal(&problem)),
            });
        }
        // Answered past the lock: the act that reads a file holds it.
        "reading" => resolver.resolve(door.watch().reading()),
        "stop_reading" => {
            door.watch().stop();
            resolver.resolve(Value::Null);
        }
        // The engine's own `window.print` is a command of the framework, which the page may not call.
        "print_page" => match message.webview_ref().print() {
            Ok(()) => resolver.resolve(Value::Null),
            Err(error) => {
                let problem = Problem::new(
                    Code::Internal,
                    format!("印刷画面を開けません。PDFに書き出して印刷してください。（{error}）"),
                    format!("The print dialog cannot be opened. Save the PDF and print that. ({error})"),
                );
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
            tauri::async_runtime::spawn_blocking(move || match door.act(&name, args) {
                Ok(answer) => resolver.resolve(answer),
                Err(refusal) => resolver.reject(refusal),
            });
        }
    }
    true
}

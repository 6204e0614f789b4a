//! What the second window shows to everybody in the room: whatever the first one last said lies on its table, handed on
//! without a look into it. The second window itself only asks the desk for what it may read.
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use serde_json::Value;
use tauri::ipc::Channel;
use tauri::webview::WebviewWindowBuilder;
use tauri::{AppHandle, Manager, PhysicalPosition, Runtime};

/// Label of the window that people work in.
pub const MAIN: &str = "main";
/// Label of the window that only shows.
pub const LABEL: &str = "projector";

/// Its size in logical pixels where there is no other screen to fill.
const PLAIN_SIZE: (f64, f64) = (1280.0, 720.0);

/// Clones are the same projection.
#[derive(Clone, Default)]
pub struct Projection(Arc<Mutex<State>>);

#[derive(Default)]
struct State {
    /// Null: nothing lies on the table.
    on_table: Value,
    page: Option<Channel<Value>>,
}

impl Projection {
    /// From now on this lies on the table; null: nothing.
    pub fn show(&self, on_table: Value) {
        let page = {
            let mut state = self.state();
            state.on_table = on_table.clone();
            state.page.clone()
        };
        tell(page, on_table);
    }

    /// The page of the second window hears what lies on the table, now and whenever that changes. A page that was loaded anew
    /// takes the place of the first.
    pub fn follow(&self, page: Channel<Value>) {
        let (before, on_table) = {
            let mut state = self.state();
            (state.page.replace(page.clone()), state.on_table.clone())
        };
        // Outside the lock: a channel says goodbye to its page.
        drop(before);
        tell(Some(page), on_table);
    }

    /// The second window is gone; the next one begins with nothing.
    pub fn forget(&self) {
        let before = std::mem::take(&mut *self.state());
        drop(before);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn tell(page: Option<Channel<Value>>, on_table: Value) {
    if let Some(page) = page {
        // A window that is closing has nobody to tell.
        let _ = page.send(on_table);
    }
}

/// Whether the second window is open.
pub fn is_open<R: Runtime>(app: &AppHandle<R>) -> bool {
    app.get_webview_window(LABEL).is_some()
}

/// Opens the second window, on the whole of another screen where there is one; one that is open comes to the front. Not for
/// the main thread, which has to make the window meanwhile.
///
/// # Errors
/// When the system gives no window.
pub fn open<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    if let Some(window) = app.get_webview_window(LABEL) {
        return window.set_focus();
    }
    let title = app.config().app.windows.first().map(|window| window.title.clone()).unwrap_or_default();
    let (width, height) = PLAIN_SIZE;
    let mut builder = WebviewWindowBuilder::new(app, LABEL, Default::default())
        .title(title)
        // Two windows of one name cannot be told apart: this one's page says its own, in the language of the window.
        .on_document_title_changed(|window, title| {
            let _ = window.set_title(&title);
        })
        .inner_size(width, height)
        .focused(false);
    let elsewhere = other_screen(app)?;
    if let Some((place, scale)) = elsewhere {
        let place = place.to_logical::<f64>(scale);
        builder = builder.position(place.x, place.y);
    }
    let window = builder.build()?;
    if let Some((place, _)) = elsewhere {
        window.set_fullscreen_on_monitor(place.cast())?;
    }
    Ok(())
}

/// Where another screen than that of the first window begins, and its scale.
fn other_screen<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<Option<(PhysicalPosition<i32>, f64)>> {
    let Some(main) = app.get_webview_window(MAIN) else { return Ok(None) };
    let Some(own) = main.current_monitor()? else { return Ok(None) };
    let others = main.available_monitors()?;
    let other = others.iter().find(|screen| screen.position() != own.position());
    Ok(other.map(|screen| (*screen.position(), screen.scale_factor())))
}

/// Closes the second window, if it is open.
///
/// # Errors
/// When the system does not close it.
pub fn close<R: Runtime>(app: &AppHandle<R>) -> tauri::Result<()> {
    app.get_webview_window(LABEL).map_or(Ok(()), |window| window.destroy())
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use std::sync::mpsc::{Receiver, channel};
    use tauri::ipc::InvokeResponseBody;

    fn page() -> (Channel<Value>, Receiver<Value>) {
        let (tell, told) = channel();
        let channel = Channel::new(move |body| {
            let InvokeResponseBody::Json(text) = body else { panic!("bytes") };
            // A test that has ended hears nothing.
            let _ = tell.send(serde_json::from_str(&text)?);
            Ok(())
        });
        (channel, told)
    }

    #[test]
    fn a_page_that_comes_later_hears_what_lies_on_the_table_and_then_each_change() {
        let projection = Projection::default();
        projection.show(json!({ "caseId": "a" }));
        let (channel, told) = page();
        projection.follow(channel);
        projection.show(Value::Null);
        projection.show(json!({ "caseId": "b" }));
        let heard: Vec<Value> = told.try_iter().collect();
        assert_eq!(heard, [json!({ "caseId": "a" }), Value::Null, json!({ "caseId": "b" })]);
    }

    #[test]
    fn a_page_loaded_anew_hears_it_and_the_old_one_does_not() {
        let projection = Projection::default();
        let ((old, silent), (new, told)) = (page(), page());
        projection.follow(old);
        projection.follow(new);
        projection.show(json!({ "caseId": "a" }));
        assert_eq!(silent.try_iter().collect::<Vec<_>>(), [Value::Null], "only what was there when it came");
        assert_eq!(told.try_iter().collect::<Vec<_>>(), [Value::Null, json!({ "caseId": "a" })]);
    }

    #[test]
    fn a_second_window_that_is_opened_again_begins_with_nothing() {
        let projection = Projection::default();
        let (first, told) = page();
        projection.follow(first);
        projection.show(json!({ "caseId": "a" }));
        projection.forget();
        let (second, later) = page();
        projection.follow(second);
        assert_eq!(later.try_iter().collect::<Vec<_>>(), [Value::Null]);
        assert_eq!(told.iter().count(), 2, "the window that is gone is told nothing more");
    }
}

//! The pages that listen: each window's page gives a channel once, and is told what happens to its window and how its
//! reading gets on. A page that was loaded anew gives another, which takes the place of the first. What happens while nobody
//! listens is told to nobody.
use std::collections::{HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use serde_json::{Value, json};
use tauri::async_runtime::{JoinHandle, spawn};
use tauri::ipc::Channel;
use tokio::sync::watch;

use crate::door::Underway;

/// Between two words on one reading. Of one that is over sooner nobody needs to hear.
const EVERY: Duration = Duration::from_millis(250);

/// Clones are the same listeners.
#[derive(Clone, Default)]
pub struct Listeners(Arc<Mutex<State>>);

/// By the label of the window.
#[derive(Default)]
struct State {
    pages: HashMap<String, Channel<Value>>,
    /// Windows that were asked to close and whose page has not answered yet.
    closing: HashSet<String>,
    readings: HashMap<String, Following>,
}

/// Somebody who follows readings, until it is dropped.
struct Following(JoinHandle<()>);

impl Drop for Following {
    fn drop(&mut self) {
        self.0.abort();
    }
}

impl Listeners {
    /// From now on this channel hears of files dragged onto the window, and of whoever wants to close it.
    pub fn follow_window(&self, window: &str, channel: Channel<Value>) {
        let before = self.state().pages.insert(window.to_owned(), channel);
        // Outside the lock: a channel says goodbye to its page.
        drop(before);
    }

    /// From now on this channel hears how the readings get on that the window asked for: `{"file","bytes","total"}`, and
    /// null when there is none any more.
    pub fn follow_reading(
        &self,
        window: &str,
        channel: Channel<Value>,
        progress: watch::Receiver<Option<Underway>>,
    ) {
        let following = Following(spawn(follow(window.to_owned(), channel, progress)));
        let before = self.state().readings.insert(window.to_owned(), following);
        drop(before);
    }

    /// Tells the page of this window; whether there was one to tell.
    pub fn tell(&self, window: &str, happening: Value) -> bool {
        let channel = self.state().pages.get(window).cloned();
        // A window that is closing has nobody to tell.
        channel.is_some_and(|channel| channel.send(happening).is_ok())
    }

    /// Somebody wants to close the window. Whether its page is asked first: it may hold what is not written yet. Who asks
    /// again before the page has answered is not kept waiting by a page that hangs.
    pub fn ask_to_close(&self, window: &str) -> bool {
        let first = self.state().closing.insert(window.to_owned());
        first && self.tell(window, json!({ "kind": "closing" }))
    }

    /// The page wants its window to stay open.
    pub fn stays_open(&self, window: &str) {
        self.state().closing.remove(window);
    }

    /// The window is gone.
    pub fn forget(&self, window: &str) {
        let mut state = self.state();
        state.closing.remove(window);
        let gone = (state.pages.remove(window), state.readings.remove(window));
        drop(state);
        drop(gone);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn follow(window: String, channel: Channel<Value>, mut progress: watch::Receiver<Option<Underway>>) {
    let mut told = Value::Null;
    // An error: the desk is gone.
    while progress.changed().await.is_ok() {
        tokio::time::sleep(EVERY).await;
        let now = match &*progress.borrow_and_update() {
            Some(underway) if *underway.window == *window => json!(underway.reading),
            _ => Value::Null,
        };
        if now != told {
            if channel.send(now.clone()).is_err() {
                return;
            }
            told = now;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_desk::ReadProgress;
    use std::sync::mpsc::{Receiver, channel};
    use tauri::ipc::InvokeResponseBody;

    fn listening() -> (Channel<Value>, Receiver<Value>) {
        let (tell, told) = channel();
        let channel = Channel::new(move |body| {
            let InvokeResponseBody::Json(text) = body else { panic!("bytes") };
            // A test that has ended hears nothing.
            let _ = tell.send(serde_json::from_str(&text)?);
            Ok(())
        });
        (channel, told)
    }

    fn soon(told: &Receiver<Value>) -> Value {
        told.recv_timeout(Duration::from_secs(20)).unwrap()
    }

    fn read(window: &str, bytes: u64) -> Option<Underway> {
        let reading = ReadProgress { file: "a.vcf".to_owned(), bytes, total: Some(10) };
        Some(Underway { window: window.into(), reading })
    }

    #[test]
    fn only_the_window_onto_which_files_fall_is_told() {
        let listeners = Listeners::default();
        let ((one, told), (other, silent)) = (listening(), listening());
        listeners.follow_window("main", one);
        listeners.follow_window("other", other);
        listeners.tell("main", json!({ "kind": "over" }));
        assert_eq!(soon(&told)["kind"], "over");
        assert!(silent.try_recv().is_err());
    }

    #[test]
    fn a_page_loaded_anew_is_told_and_the_old_one_is_not() {
        let listeners = Listeners::default();
        let ((old, silent), (new, told)) = (listening(), listening());
        listeners.follow_window("main", old);
        listeners.follow_window("main", new);
        listeners.tell("main", json!({ "kind": "left" }));
        assert_eq!(soon(&told)["kind"], "left");
        assert!(silent.try_recv().is_err());
        listeners.forget("main");
        listeners.tell("main", json!({ "kind": "left" }));
        assert!(told.recv().is_err(), "a window that is gone is told nothing");
    }

    #[test]
    fn a_page_is_asked_before_its_window_closes_and_one_that_hangs_holds_nobody() {
        let listeners = Listeners::default();
        assert!(!listeners.ask_to_close("main"), "there is no page to ask");
        listeners.stays_open("main");
        let (page, told) = listening();
        listeners.follow_window("main", page);
        assert!(listeners.ask_to_close("main"));
        assert_eq!(soon(&told)["kind"], "closing");
        assert!(!listeners.ask_to_close("main"), "asked again before it answered");
        listeners.stays_open("main");
        assert!(listeners.ask_to_close("main"), "it had answered: it is asked anew");
    }

    #[test]
    fn a_reading_is_told_to_the_window_that_asked_for_it_and_not_at_every_step() {
        let listeners = Listeners::default();
        let (progress, seen) = watch::channel(None);
        let ((one, told), (other, silent)) = (listening(), listening());
        listeners.follow_reading("main", one, seen.clone());
        listeners.follow_reading("other", other, seen);
        for bytes in 1..=10_000 {
            progress.send_replace(read("main", bytes));
        }
        assert_eq!(soon(&told)["bytes"], 10_000, "the latest of many steps");
        progress.send_replace(None);
        assert_eq!(soon(&told), Value::Null);
        assert!(told.try_recv().is_err() && silent.try_recv().is_err());
    }

    #[test]
    fn a_page_loaded_anew_follows_in_place_of_the_old_one() {
        let listeners = Listeners::default();
        let (progress, seen) = watch::channel(None);
        let ((old, silent), (new, told)) = (listening(), listening());
        listeners.follow_reading("main", old, seen.clone());
        listeners.follow_reading("main", new, seen);
        progress.send_replace(read("main", 5));
        assert_eq!(soon(&told)["bytes"], 5);
        assert!(silent.recv().is_err(), "the old one's channel is let go");
    }
}

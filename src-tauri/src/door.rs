//! The one door between the page and the desk. The desk lives on a thread of its own and does what it is sent, one act after
//! the other; whoever asks waits for an answer of their own. A panic stops here. It must not know what an act means.
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use entaku_desk::{ApiError, Code, Desk, Language, Problem, ReadProgress, Watch, WrittenFiles};
use entaku_words::errors::shell;
use serde_json::Value;
use serde_json::value::RawValue;
use tokio::sync::{mpsc, oneshot, watch};

/// How many acts may wait for the desk. Who asks beyond that waits to be let in.
const WAITING: usize = 64;

/// Something that carries out acts by name: the desk, or its double in a test.
pub trait Acts: Send {
    /// Carries out one act; the answer is JSON text.
    fn act(&mut self, name: &str, args: Value) -> Answer;

    /// The language it speaks.
    fn language(&self) -> Language;

    /// To look on while it reads a file.
    fn watch(&self) -> Watch;

    /// The files it wrote since somebody signed in.
    fn written(&self) -> WrittenFiles;
}

impl Acts for Desk {
    fn act(&mut self, name: &str, args: Value) -> Answer {
        entaku_desk::answer(self, name, args)
    }

    fn language(&self) -> Language {
        Desk::language(self)
    }

    fn watch(&self) -> Watch {
        Desk::watch(self)
    }

    fn written(&self) -> WrittenFiles {
        Desk::written(self)
    }
}

/// What an act ends with.
pub type Answer = Result<Box<RawValue>, ApiError>;

/// A reading under way, and the window that asked for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Underway {
    /// Label of the window.
    pub window: Arc<str>,
    /// How far it got.
    pub reading: ReadProgress,
}

/// What is sent to the desk's thread.
enum Message {
    Act {
        window: Arc<str>,
        name: String,
        args: Value,
        reply: oneshot::Sender<Answer>,
    },
    /// Nothing more will be asked.
    Leave,
}

/// What is known of the desk without asking it.
struct Known {
    watch: Watch,
    written: WrittenFiles,
    language: Mutex<Language>,
    /// The window whose act is under way.
    asker: Mutex<Option<Arc<str>>>,
    progress: watch::Sender<Option<Underway>>,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// Leads to the desk on its thread; clones lead to the same desk.
#[derive(Clone)]
pub struct Door {
    to_desk: mpsc::Sender<Message>,
    known: Arc<Known>,
}

impl Door {
    /// Gives a desk its thread.
    ///
    /// # Errors
    /// When the system has no thread left.
    pub fn new(desk: impl Acts + 'static) -> std::io::Result<Self> {
        let known = Arc::new(Known {
            watch: desk.watch(),
            written: desk.written(),
            language: Mutex::new(desk.language()),
            asker: Mutex::new(None),
            progress: watch::Sender::new(None),
            thread: Mutex::new(None),
        });
        // Weak, for the watch is among what is known.
        let told = Arc::downgrade(&known);
        known.watch.tell(move |reading| {
            if let Some(known) = told.upgrade() {
                known.read_on(reading);
            }
        });
        let (to_desk, asked) = mpsc::channel(WAITING);
        let shared = Arc::clone(&known);
        let thread =
            std::thread::Builder::new().name("desk".to_owned()).spawn(move || work(desk, asked, &shared))?;
        *locked(&known.thread) = Some(thread);
        Ok(Self { to_desk, known })
    }

    /// Has the desk carry out one act for a window, after all that was asked before. It is carried out also where nobody
    /// waits for the answer any more.
    pub async fn act(&self, window: &str, name: &str, args: Value) -> Answer {
        let (reply, answer) = oneshot::channel();
        let message = Message::Act { window: window.into(), name: name.to_owned(), args, reply };
        match self.to_desk.send(message).await {
            Ok(()) => answer.await.unwrap_or_else(|_| Err(self.refusal(&burst()))),
            Err(_) => Err(self.refusal(&burst())),
        }
    }

    /// Has the desk do something before anything else is asked: its answer, when there is one. For the time before there
    /// is a window.
    pub fn begin_with(&self, name: &str, args: Value) -> impl Future<Output = Answer> + Send + use<> {
        let (reply, answer) = oneshot::channel();
        let message = Message::Act { window: "".into(), name: name.to_owned(), args, reply };
        let sent = self.to_desk.try_send(message).is_ok();
        let door = self.clone();
        async move {
            let answered = if sent { answer.await.ok() } else { None };
            answered.unwrap_or_else(|| Err(door.refusal(&burst())))
        }
    }

    /// How the reading under way gets on: the latest, for as many as look.
    pub fn progress(&self) -> watch::Receiver<Option<Underway>> {
        self.known.progress.subscribe()
    }

    /// Stops the reading that this window asked for, past the desk, which is busy with it.
    pub fn stop_reading(&self, window: &str) {
        if locked(&self.known.asker).as_deref() == Some(window) {
            self.known.watch.stop();
        }
    }

    /// The files that the desk wrote since somebody signed in.
    pub fn written(&self) -> &WrittenFiles {
        &self.known.written
    }

    /// A problem of the window's own, in the desk's language.
    pub fn refusal(&self, problem: &Problem) -> ApiError {
        problem.said(*locked(&self.known.language))
    }

    /// Waits until all that was asked is done, and lets the desk go. Blocks: not for the async runtime.
    pub fn close(&self) {
        // Where the desk has gone already there is nothing to wait for.
        let _ = self.to_desk.blocking_send(Message::Leave);
        if let Some(thread) = locked(&self.known.thread).take() {
            let _ = thread.join();
        }
    }
}

impl Known {
    fn read_on(&self, reading: Option<&ReadProgress>) {
        let asker = locked(&self.asker).clone();
        let now = asker.zip(reading).map(|(window, reading)| Underway { window, reading: reading.clone() });
        self.progress.send_replace(now);
    }
}

/// The desk's thread.
fn work(mut desk: impl Acts, mut asked: mpsc::Receiver<Message>, known: &Known) {
    while let Some(Message::Act { window, name, args, reply }) = asked.blocking_recv() {
        *locked(&known.asker) = Some(window);
        let done = catch_unwind(AssertUnwindSafe(|| desk.act(&name, args)));
        *locked(&known.asker) = None;
        let language = desk.language();
        *locked(&known.language) = language;
        let answer = done.unwrap_or_else(|_| {
            // The hook has logged the place; the panic's own words may hold a patient's data.
            eprintln!("entaku: the act `{name}` ended in an internal error");
            Err(burst().said(language))
        });
        // Whoever asked may have closed their window.
        let _ = reply.send(answer);
    }
}

fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    // Whole at every moment: nothing is done while a lock is held that could leave half of a value.
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

fn burst() -> Problem {
    Problem::of(Code::Internal, shell::BURST)
}

/// Logs where a panic happened and nothing that it said.
pub fn log_panics_by_place() {
    std::panic::set_hook(Box::new(|panic| match panic.location() {
        Some(place) => eprintln!("entaku: internal error at {}:{}", place.file(), place.line()),
        None => eprintln!("entaku: internal error at an unknown place"),
    }));
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;
    use serde_json::value::to_raw_value;
    use std::sync::mpsc::{Receiver, Sender, channel};
    use tauri::async_runtime::{block_on, spawn};

    /// Answers what it is asked; `wait` takes until the test says so.
    struct Trap {
        acts: u32,
        go_on: Receiver<()>,
        done: Arc<Mutex<Vec<String>>>,
    }

    impl Acts for Trap {
        fn act(&mut self, name: &str, args: Value) -> Answer {
            self.acts += 1;
            if name == "wait" {
                self.go_on.recv().unwrap();
            }
            locked(&self.done).push(name.to_owned());
            match name {
                "burst" => panic!("山田太郎"),
                "refuse" => Err(Problem::of(Code::NotFound, "none").said(self.language())),
                _ => Ok(to_raw_value(&json!({ "acts": self.acts, "args": args })).unwrap()),
            }
        }

        fn language(&self) -> Language {
            Language::En
        }

        fn watch(&self) -> Watch {
            Watch::default()
        }

        fn written(&self) -> WrittenFiles {
            WrittenFiles::default()
        }
    }

    fn trap() -> (Door, Sender<()>, Arc<Mutex<Vec<String>>>) {
        let (go, go_on) = channel();
        let done = Arc::<Mutex<Vec<String>>>::default();
        (Door::new(Trap { acts: 0, go_on, done: Arc::clone(&done) }).unwrap(), go, done)
    }

    fn act(door: &Door, name: &str, args: Value) -> Answer {
        block_on(door.act("main", name, args))
    }

    #[test]
    fn a_panic_becomes_an_internal_error_without_its_words() {
        let said = act(&trap().0, "burst", json!({})).unwrap_err();
        assert_eq!(said.code, "internal");
        assert!(!format!("{said:?}").contains("山田"), "the panic's words stay inside: {said:?}");
    }

    #[test]
    fn the_desk_goes_on_after_a_panic() {
        let (door, ..) = trap();
        act(&door, "burst", json!({})).unwrap_err();
        let answer = act(&door.clone(), "list", json!({"page": 1})).unwrap();
        assert_eq!(answer.get(), r#"{"acts":2,"args":{"page":1}}"#);
    }

    #[test]
    fn a_refusal_reaches_the_page_as_it_is() {
        let said = act(&trap().0, "refuse", json!({})).unwrap_err();
        assert_eq!((said.code.as_str(), said.message.as_str()), ("not-found", "none"));
    }

    #[test]
    fn windows_that_ask_at_once_each_get_their_own_answer() {
        let (door, go, _) = trap();
        let ask = |number: u32| {
            let door = door.clone();
            let name = if number == 0 { "wait" } else { "list" };
            spawn(async move { door.act(&format!("window-{number}"), name, json!(number)).await })
        };
        // More than may wait, so that some wait to be let in.
        let asked: Vec<_> = (0..100).map(ask).collect();
        go.send(()).unwrap();
        for (number, answer) in asked.into_iter().enumerate() {
            let answer = block_on(answer).unwrap().unwrap();
            let answer: Value = serde_json::from_str(answer.get()).unwrap();
            assert_eq!(answer["args"], json!(number));
        }
    }

    #[test]
    fn what_was_asked_is_done_though_the_window_closed() {
        let (door, go, done) = trap();
        let asked = ["wait", "finalise_report"].map(|name| door.begin_with(name, json!({})));
        drop(asked);
        go.send(()).unwrap();
        door.close();
        assert_eq!(*locked(&done), ["wait", "finalise_report"]);
        let said = act(&door, "list", json!({})).unwrap_err();
        assert_eq!(said.code, "internal", "a desk that has gone is no reason to wait for ever");
    }
}

//! The one door between the page and the desk. The desk lives on a thread of its own and does what it is sent, one act after
//! the other; whoever asks waits for an answer of their own. What an act can have done apart from the desk is done on another
//! thread while the desk goes on with other acts: files are read for one act after the other, a few long questions are asked at
//! once. A panic stops here. It must not know what an act means.
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread::JoinHandle;

use entaku_desk::{Apart, ApiError, Code, Desk, Language, Problem, ReadProgress, Ready, Watch, WrittenFiles};
use entaku_words::errors::shell;
use serde_json::Value;
use serde_json::value::RawValue;
use tokio::sync::{Semaphore, mpsc, oneshot, watch};

/// How many acts may wait for the desk. Who asks beyond that waits to be let in.
const WAITING: usize = 64;
/// How many long questions are asked beside the desk at once: each has a connection of its own.
const BESIDE: usize = 3;

/// Something that carries out acts by name: the desk, or its double in a test.
pub trait Acts: Send {
    /// Carries out one act; the answer is JSON text.
    fn act(&mut self, name: &str, args: Value) -> Answer;

    /// The part of an act that needs no desk; none where it has none.
    fn apart(&self, _name: &str, _args: &Value) -> Option<Apart> {
        None
    }

    /// Carries out an act after its part was done apart.
    fn act_after(&mut self, _ready: Ready, name: &str, args: Value) -> Answer {
        self.act(name, args)
    }

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

    fn apart(&self, name: &str, args: &Value) -> Option<Apart> {
        Desk::apart(self, name, args)
    }

    fn act_after(&mut self, ready: Ready, name: &str, args: Value) -> Answer {
        Desk::act_after(self, ready, name, args)
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
        how: How,
        reply: oneshot::Sender<Begun>,
    },
    /// Nothing more will be asked.
    Leave,
}

/// How an act is to be carried out.
enum How {
    /// All of it at the desk.
    Whole,
    /// What can be done apart is given back first.
    InParts,
    /// That has been done.
    After(Box<Ready>),
}

/// What the desk did with what it was sent.
enum Begun {
    /// All of it.
    Done(Answer),
    /// Nothing yet: this is to be done apart first, and the act asked for again with its arguments.
    Apart(Apart, Value),
}

/// What is known of the desk without asking it.
struct Known {
    watch: Watch,
    written: WrittenFiles,
    language: Mutex<Language>,
    /// The window whose act is under way.
    asker: Mutex<Option<Arc<str>>>,
    /// The window for which something is done apart.
    apart_for: Mutex<Option<Arc<str>>>,
    /// Held while files are read apart, until the act that they are for is answered.
    apart: tokio::sync::Mutex<()>,
    /// For long questions asked beside the desk.
    beside: Semaphore,
    /// Each who asks reads it until answered; the door is closed by who writes it.
    within: tokio::sync::RwLock<()>,
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
            apart_for: Mutex::new(None),
            apart: tokio::sync::Mutex::new(()),
            beside: Semaphore::new(BESIDE),
            within: tokio::sync::RwLock::new(()),
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
    /// waits for the answer any more. What of it can be done apart does not keep the desk from what others ask.
    pub async fn act(&self, window: &str, name: &str, args: Value) -> Answer {
        let window: Arc<str> = window.into();
        let _within = self.known.within.read().await;
        let (apart, args) = match self.send(&window, name, args, How::InParts).await {
            Begun::Done(answer) => return answer,
            Begun::Apart(apart, args) => (apart, args),
        };
        let reads = apart.reads();
        let (_held, _beside);
        if reads {
            _held = self.known.apart.lock().await;
            *locked(&self.known.apart_for) = Some(Arc::clone(&window));
        } else {
            // Nobody closes it.
            _beside = self.known.beside.acquire().await.ok();
        }
        let ready = tauri::async_runtime::spawn_blocking(|| apart.work()).await;
        if reads {
            *locked(&self.known.apart_for) = None;
        }
        let Ok(ready) = ready else {
            eprintln!("entaku: the act `{name}` ended in an internal error apart from the desk");
            return Err(self.refusal(&burst()));
        };
        match self.send(&window, name, args, How::After(Box::new(ready))).await {
            Begun::Done(answer) => answer,
            Begun::Apart(..) => Err(self.refusal(&burst())),
        }
    }

    async fn send(&self, window: &Arc<str>, name: &str, args: Value, how: How) -> Begun {
        let (reply, answer) = oneshot::channel();
        let message = Message::Act { window: Arc::clone(window), name: name.to_owned(), args, how, reply };
        let begun = match self.to_desk.send(message).await {
            Ok(()) => answer.await.ok(),
            Err(_) => None,
        };
        begun.unwrap_or_else(|| Begun::Done(Err(self.refusal(&burst()))))
    }

    /// Has the desk do something before anything else is asked: its answer, when there is one. For the time before there
    /// is a window; all of it is done at the desk.
    pub fn begin_with(&self, name: &str, args: Value) -> impl Future<Output = Answer> + Send + use<> {
        let (reply, answer) = oneshot::channel();
        let how = How::Whole;
        let message = Message::Act { window: "".into(), name: name.to_owned(), args, how, reply };
        let sent = self.to_desk.try_send(message).is_ok();
        let door = self.clone();
        async move {
            match if sent { answer.await.ok() } else { None } {
                Some(Begun::Done(answer)) => answer,
                _ => Err(door.refusal(&burst())),
            }
        }
    }

    /// How the reading under way gets on: the latest, for as many as look.
    pub fn progress(&self) -> watch::Receiver<Option<Underway>> {
        self.known.progress.subscribe()
    }

    /// Stops the reading that this window asked for, past the desk, which is busy with it.
    pub fn stop_reading(&self, window: &str) {
        let reads = |asker: &Mutex<Option<Arc<str>>>| locked(asker).as_deref() == Some(window);
        if reads(&self.known.asker) || reads(&self.known.apart_for) {
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
        // What is read apart is stored before the desk goes.
        let _closed = self.known.within.blocking_write();
        // Where the desk has gone already there is nothing to wait for.
        let _ = self.to_desk.blocking_send(Message::Leave);
        if let Some(thread) = locked(&self.known.thread).take() {
            let _ = thread.join();
        }
    }
}

impl Known {
    fn read_on(&self, reading: Option<&ReadProgress>) {
        let apart_for = locked(&self.apart_for).clone();
        let asker = apart_for.or_else(|| locked(&self.asker).clone());
        let now = asker.zip(reading).map(|(window, reading)| Underway { window, reading: reading.clone() });
        self.progress.send_replace(now);
    }
}

/// The desk's thread.
fn work(mut desk: impl Acts, mut asked: mpsc::Receiver<Message>, known: &Known) {
    while let Some(Message::Act { window, name, args, how, reply }) = asked.blocking_recv() {
        *locked(&known.asker) = Some(window);
        let done = catch_unwind(AssertUnwindSafe(|| match how {
            How::Whole => Begun::Done(desk.act(&name, args)),
            How::After(ready) => Begun::Done(desk.act_after(*ready, &name, args)),
            How::InParts => match desk.apart(&name, &args) {
                Some(apart) => Begun::Apart(apart, args),
                None => Begun::Done(desk.act(&name, args)),
            },
        }));
        *locked(&known.asker) = None;
        let language = desk.language();
        *locked(&known.language) = language;
        let begun = done.unwrap_or_else(|_| {
            // The hook has logged the place; the panic's own words may hold a patient's data.
            eprintln!("entaku: the act `{name}` ended in an internal error");
            Begun::Done(Err(burst().said(language)))
        });
        // Whoever asked may have closed their window.
        let _ = reply.send(begun);
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

    /// What was done, in order.
    type Done = Arc<Mutex<Vec<String>>>;

    /// Answers what it is asked; `wait` takes until the test says so.
    struct Trap {
        acts: u32,
        go_on: Receiver<()>,
        /// What is done apart takes until the test says so.
        read_on: Arc<Mutex<Receiver<()>>>,
        done: Done,
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

        fn apart(&self, name: &str, _args: &Value) -> Option<Apart> {
            let read_on = Arc::clone(&self.read_on);
            match name {
                "read" => Some(Apart::reading(move || {
                    locked(&read_on).recv().unwrap();
                    Ready::default()
                })),
                "ask" => Some(Apart::asking(Ready::default)),
                _ => None,
            }
        }

        fn act_after(&mut self, _ready: Ready, name: &str, args: Value) -> Answer {
            self.act(&format!("{name} after"), args)
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

    fn trap() -> (Door, Sender<()>, Done) {
        let (go, go_on) = channel();
        let (door, go, _, done) = trap_that_reads(go, go_on);
        (door, go, done)
    }

    fn trap_that_reads(go: Sender<()>, go_on: Receiver<()>) -> (Door, Sender<()>, Sender<()>, Done) {
        let (read, read_on) = channel();
        let done = Done::default();
        let read_on = Arc::new(Mutex::new(read_on));
        (Door::new(Trap { acts: 0, go_on, read_on, done: Arc::clone(&done) }).unwrap(), go, read, done)
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
    fn what_is_read_apart_keeps_nobody_from_the_desk_and_is_done_before_it_goes() {
        let (go, go_on) = channel();
        let (door, _go, read, done) = trap_that_reads(go, go_on);
        let ask = |name: &'static str| {
            let door = door.clone();
            spawn(async move { door.act("main", name, json!({})).await })
        };
        let reading = ask("read");
        // The desk answers another act while the file is still being read.
        block_on(ask("sign_out")).unwrap().unwrap();
        assert_eq!(*locked(&done), ["sign_out"]);
        read.send(()).unwrap();
        block_on(reading).unwrap().unwrap();
        let waiting = ask("read");
        while door.known.within.try_write().is_ok() {
            std::thread::yield_now();
        }
        let closing = {
            let door = door.clone();
            std::thread::spawn(move || door.close())
        };
        read.send(()).unwrap();
        block_on(waiting).unwrap().unwrap();
        closing.join().unwrap();
        assert_eq!(
            *locked(&done),
            ["sign_out", "read after", "read after"],
            "one after the other, none lost"
        );
    }

    #[test]
    fn a_long_question_waits_for_no_file_that_is_read() {
        let (go, go_on) = channel();
        let (door, _go, read, done) = trap_that_reads(go, go_on);
        let reading = {
            let door = door.clone();
            spawn(async move { door.act("main", "read", json!({})).await })
        };
        while door.known.within.try_write().is_ok() {
            std::thread::yield_now();
        }
        // More than are asked at once.
        for _ in 0..=BESIDE {
            act(&door, "ask", json!({})).unwrap();
        }
        read.send(()).unwrap();
        block_on(reading).unwrap().unwrap();
        assert_eq!(locked(&done).last().map(String::as_str), Some("read after"));
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

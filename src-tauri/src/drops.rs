//! Files dragged onto the window. The page asks what happens next and is answered when it does, by a command of
//! ours like any other, so that it needs no leave to listen to events of Tauri's own.
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use entaku_desk::Problem;
use serde_json::{Value, json};
use tauri::DragDropEvent;

use crate::dialogs;

/// What is kept while the page is busy; older things than these are of no interest to anybody.
const KEPT: usize = 8;

/// What happened, or why it cannot be handed on.
pub type Happening = Result<Value, Problem>;
type Answer = Box<dyn FnOnce(Happening) + Send>;

/// What has happened and was not asked for yet, or who asks and was not answered yet.
#[derive(Default)]
struct State {
    happened: VecDeque<Happening>,
    asking: Option<Answer>,
}

/// Clones lead to the same window.
#[derive(Clone, Default)]
pub struct Drops(Arc<Mutex<State>>);

impl Drops {
    /// Answers with the next thing that happens: `{"kind":"over"}` files are held above the window,
    /// `{"kind":"left"}` they were taken away, `{"kind":"dropped","paths":[…]}`. Of two who ask the later is
    /// answered: a page that was loaded anew has forgotten that it asked.
    pub fn next(&self, answer: impl FnOnce(Happening) + Send + 'static) {
        let mut state = self.state();
        match state.happened.pop_front() {
            Some(happening) => {
                drop(state);
                answer(happening);
            }
            None => state.asking = Some(Box::new(answer)),
        }
    }

    /// Takes what the window tells.
    pub fn told(&self, event: &DragDropEvent) {
        match event {
            DragDropEvent::Enter { .. } => self.happen(Ok(json!({ "kind": "over" }))),
            DragDropEvent::Leave => self.happen(Ok(json!({ "kind": "left" }))),
            DragDropEvent::Drop { paths, .. } => self.happen(dropped(paths)),
            // Each move of the hand, and whatever a later Tauri tells: nothing to the page.
            _ => {}
        }
    }

    fn happen(&self, happening: Happening) {
        let mut state = self.state();
        if let Some(answer) = state.asking.take() {
            drop(state);
            return answer(happening);
        }
        if state.happened.len() == KEPT {
            state.happened.pop_front();
        }
        state.happened.push_back(happening);
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn dropped(paths: &[PathBuf]) -> Happening {
    let paths = paths.iter().cloned().map(dialogs::text).collect::<Result<Vec<_>, _>>()?;
    Ok(json!({ "kind": "dropped", "paths": paths }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::mpsc::{Receiver, channel};

    fn ask(drops: &Drops) -> Receiver<Happening> {
        let (tell, told) = channel();
        drops.next(move |happening| tell.send(happening).unwrap_or_default());
        told
    }

    fn drop_of(path: &str) -> DragDropEvent {
        DragDropEvent::Drop { paths: vec![path.into()], position: Default::default() }
    }

    #[test]
    fn who_asks_is_answered_when_files_are_dropped() {
        let drops = Drops::default();
        let answer = ask(&drops);
        assert!(answer.try_recv().is_err(), "nothing has happened yet");
        drops.told(&drop_of("/data/検査報告 葛.json"));
        let happening = answer.recv().unwrap().unwrap();
        assert_eq!(happening, json!({ "kind": "dropped", "paths": ["/data/検査報告 葛.json"] }));
    }

    #[test]
    fn a_drop_between_two_questions_is_not_lost() {
        let drops = Drops::default();
        drops.told(&DragDropEvent::Enter { paths: Vec::new(), position: Default::default() });
        drops.told(&drop_of("/a"));
        assert_eq!(ask(&drops).recv().unwrap().unwrap()["kind"], "over");
        assert_eq!(ask(&drops).recv().unwrap().unwrap()["kind"], "dropped");
    }

    #[test]
    fn a_page_loaded_anew_is_answered_and_the_old_one_is_not() {
        let drops = Drops::default();
        let (old, new) = (ask(&drops), ask(&drops));
        drops.told(&DragDropEvent::Leave);
        assert!(old.recv().is_err(), "its question is forgotten");
        assert_eq!(new.recv().unwrap().unwrap()["kind"], "left");
    }

    #[test]
    fn nobody_asking_for_hours_fills_no_memory() {
        let drops = Drops::default();
        for number in 0..100 {
            drops.told(&drop_of(&format!("/{number}")));
        }
        assert_eq!(ask(&drops).recv().unwrap().unwrap()["paths"][0], "/92", "the newest {KEPT} are kept");
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_refused_with_words() {
        use std::os::unix::ffi::OsStringExt;
        let drops = Drops::default();
        let answer = ask(&drops);
        let path = PathBuf::from(std::ffi::OsString::from_vec(vec![b'/', 0xff]));
        drops.told(&DragDropEvent::Drop { paths: vec![path], position: Default::default() });
        assert!(answer.recv().unwrap().is_err(), "it could not be handed back unharmed");
    }
}

//! The one door between the page and the desk: acts go through one at a time, and a panic stops here.
//! It must not know what an act means.
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use entaku_desk::{ApiError, Code, Desk, Language, Problem, Watch, Written};
use serde_json::Value;
use serde_json::value::RawValue;

/// Something that carries out acts by name: the desk, or its double in a test.
pub trait Acts: Send {
    /// Carries out one act; the answer is JSON text.
    fn act(&mut self, name: &str, args: Value) -> Result<Box<RawValue>, ApiError>;

    /// The language it speaks.
    fn language(&self) -> Language;

    /// To look on while it reads a file.
    fn watch(&self) -> Watch;

    /// The files it wrote since somebody signed in.
    fn written(&self) -> Written;
}

impl Acts for Desk {
    fn act(&mut self, name: &str, args: Value) -> Result<Box<RawValue>, ApiError> {
        entaku_desk::answer(self, name, args)
    }

    fn language(&self) -> Language {
        Desk::language(self)
    }

    fn watch(&self) -> Watch {
        Desk::watch(self)
    }

    fn written(&self) -> Written {
        Desk::written(self)
    }
}

/// The desk behind a lock; clones lead to the same desk.
#[derive(Clone)]
pub struct Door {
    desk: Arc<Mutex<dyn Acts>>,
    watch: Watch,
    written: Written,
}

impl Door {
    /// A door to this desk.
    pub fn new(desk: impl Acts + 'static) -> Self {
        Self { watch: desk.watch(), written: desk.written(), desk: Arc::new(Mutex::new(desk)) }
    }

    /// Waits for its turn and carries out one act. Blocks: call it off the main thread.
    pub fn act(&self, name: &str, args: Value) -> Result<Box<RawValue>, ApiError> {
        // The panic is caught inside the lock, so the lock is never poisoned by an act.
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        catch_unwind(AssertUnwindSafe(|| desk.act(name, args))).unwrap_or_else(|_| {
            // The hook has logged the place; the panic's own words may hold a patient's data.
            eprintln!("entaku: the act `{name}` ended in an internal error");
            Err(burst().said(desk.language()))
        })
    }

    /// The reading under way: to be seen and stopped past the lock, which the act that reads holds.
    pub fn watch(&self) -> &Watch {
        &self.watch
    }

    /// The files that the desk wrote since somebody signed in.
    pub fn written(&self) -> &Written {
        &self.written
    }

    /// A problem of the window's own, in the desk's language where the desk is free to say which.
    pub fn refusal(&self, problem: &Problem) -> ApiError {
        problem.said(self.desk.try_lock().map_or_else(|_| Language::default(), |desk| desk.language()))
    }
}

fn burst() -> Problem {
    Problem::new(
        Code::Internal,
        "プログラムの不具合のため、この操作は行われませんでした。記録済みの内容は失われていません。",
        "A fault of the program: this was not done. What was recorded before is safe.",
    )
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

    struct Trap {
        acts: u32,
    }

    impl Acts for Trap {
        fn act(&mut self, name: &str, args: Value) -> Result<Box<RawValue>, ApiError> {
            self.acts += 1;
            match name {
                "burst" => panic!("山田太郎"),
                "refuse" => Err(Problem::new(Code::NotFound, "ありません", "none").said(self.language())),
                _ => Ok(to_raw_value(&json!({ "acts": self.acts, "args": args })).unwrap()),
            }
        }

        fn language(&self) -> Language {
            Language::En
        }

        fn watch(&self) -> Watch {
            Watch::default()
        }

        fn written(&self) -> Written {
            Written::default()
        }
    }

    fn door() -> Door {
        Door::new(Trap { acts: 0 })
    }

    #[test]
    fn a_panic_becomes_an_internal_error_without_its_words() {
        let said = door().act("burst", json!({})).unwrap_err();
        assert_eq!(said.code, "internal");
        assert!(!format!("{said:?}").contains("山田"), "the panic's words stay inside: {said:?}");
    }

    #[test]
    fn the_desk_goes_on_after_a_panic() {
        let door = door();
        door.act("burst", json!({})).unwrap_err();
        let answer = door.clone().act("list", json!({"page": 1})).unwrap();
        assert_eq!(answer.get(), r#"{"acts":2,"args":{"page":1}}"#);
    }

    #[test]
    fn a_refusal_reaches_the_page_as_it_is() {
        let said = door().act("refuse", json!({})).unwrap_err();
        assert_eq!((said.code.as_str(), said.message.as_str()), ("not-found", "none"));
    }
}

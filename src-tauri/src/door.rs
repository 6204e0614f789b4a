//! The one door between the page and the desk: acts go through one at a time, and a panic stops here.
//! It must not know what an act means.
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

use serde_json::{Value, json};

/// Something that carries out acts by name: the desk, or its double in a test.
pub trait Acts: Send {
    /// Carries out one act. The error is already what the page reads: `{"code","message","fields"}`.
    fn act(&mut self, name: &str, args: Value) -> Result<Value, Value>;
}

/// The desk behind a lock; clones lead to the same desk.
#[derive(Clone)]
pub struct Door {
    desk: Arc<Mutex<dyn Acts>>,
}

impl Door {
    /// A door to this desk.
    pub fn new(desk: impl Acts + 'static) -> Self {
        Self { desk: Arc::new(Mutex::new(desk)) }
    }

    /// Waits for its turn and carries out one act. Blocks: call it off the main thread.
    pub fn act(&self, name: &str, args: Value) -> Result<Value, Value> {
        // The panic is caught inside the lock, so the lock is never poisoned by an act.
        let mut desk = self.desk.lock().unwrap_or_else(PoisonError::into_inner);
        catch_unwind(AssertUnwindSafe(|| desk.act(name, args))).unwrap_or_else(|_| {
            // The hook has logged the place; the panic's own words may hold a patient's data.
            eprintln!("entaku: the act `{name}` ended in an internal error");
            Err(error(
                "internal",
                "内部エラーのため、この操作は行われませんでした。記録済みの内容は失われていません。",
            ))
        })
    }
}

/// An error as the page reads it, for the few that arise in the window itself.
pub fn error(code: &str, message: &str) -> Value {
    json!({ "code": code, "message": message, "fields": {} })
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

    struct Trap {
        acts: u32,
    }

    impl Acts for Trap {
        fn act(&mut self, name: &str, args: Value) -> Result<Value, Value> {
            self.acts += 1;
            match name {
                "burst" => panic!("山田太郎"),
                "refuse" => Err(error("not-found", "no such case")),
                _ => Ok(json!({ "acts": self.acts, "args": args })),
            }
        }
    }

    #[test]
    fn a_panic_becomes_an_internal_error_without_its_words() {
        let said = Door::new(Trap { acts: 0 }).act("burst", json!({})).unwrap_err();
        assert_eq!(said["code"], "internal");
        assert!(!said.to_string().contains("山田"), "the panic's words stay inside: {said}");
    }

    #[test]
    fn the_desk_goes_on_after_a_panic() {
        let door = Door::new(Trap { acts: 0 });
        door.act("burst", json!({})).unwrap_err();
        assert_eq!(
            door.clone().act("list", json!({"page": 1})).unwrap(),
            json!({"acts": 2, "args": {"page": 1}})
        );
    }

    #[test]
    fn a_refusal_reaches_the_page_as_it_is() {
        let said = Door::new(Trap { acts: 0 }).act("refuse", json!({})).unwrap_err();
        assert_eq!(said, json!({"code": "not-found", "message": "no such case", "fields": {}}));
    }
}

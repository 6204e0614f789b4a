//! Files dragged onto a window, in the words that its page is told.
use std::path::PathBuf;

use entaku_desk::{ApiError, Problem};
use serde_json::{Value, json};
use tauri::DragDropEvent;

use crate::dialogs;

/// What the page is told: `{"kind":"over"}` files are held above the window, `{"kind":"left"}` they were taken away,
/// `{"kind":"dropped","paths":[…]}`, or `{"kind":"refused","why":{…}}` where they cannot be handed on, as `refusal` says it.
pub fn told(event: &DragDropEvent, refusal: impl Fn(&Problem) -> ApiError) -> Option<Value> {
    match event {
        DragDropEvent::Enter { .. } => Some(json!({ "kind": "over" })),
        DragDropEvent::Leave => Some(json!({ "kind": "left" })),
        DragDropEvent::Drop { paths, .. } => Some(match texts(paths) {
            Ok(paths) => json!({ "kind": "dropped", "paths": paths }),
            Err(problem) => json!({ "kind": "refused", "why": refusal(&problem) }),
        }),
        // Each move of the hand, and whatever a later Tauri tells: nothing to the page.
        _ => None,
    }
}

fn texts(paths: &[PathBuf]) -> Result<Vec<String>, Problem> {
    paths.iter().cloned().map(dialogs::text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use entaku_desk::Language;

    fn page_hears(event: &DragDropEvent) -> Option<Value> {
        told(event, |problem| problem.said(Language::En))
    }

    fn drop_of(path: PathBuf) -> DragDropEvent {
        DragDropEvent::Drop { paths: vec![path], position: Default::default() }
    }

    #[test]
    fn what_is_dropped_is_told_with_its_paths_and_moves_of_the_hand_are_not() {
        let heard = page_hears(&drop_of("/data/検査報告 葛.json".into()));
        assert_eq!(heard, Some(json!({ "kind": "dropped", "paths": ["/data/検査報告 葛.json"] })));
        let enter = DragDropEvent::Enter { paths: Vec::new(), position: Default::default() };
        assert_eq!(page_hears(&enter), Some(json!({ "kind": "over" })));
        assert_eq!(page_hears(&DragDropEvent::Leave), Some(json!({ "kind": "left" })));
        assert_eq!(page_hears(&DragDropEvent::Over { position: Default::default() }), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_refused_with_words() {
        use std::os::unix::ffi::OsStringExt;
        let path = PathBuf::from(std::ffi::OsString::from_vec(vec![b'/', 0xff]));
        let heard = page_hears(&drop_of(path)).unwrap();
        assert_eq!((&heard["kind"], &heard["why"]["code"]), (&json!("refused"), &json!("file")));
        assert!(heard.get("paths").is_none(), "it could not be handed back unharmed");
    }
}

//! The code at the foot of the pages, read from the paper by a reader that is not ours.

use std::process::Command;

use entaku_domain::document::DocumentKind;
use entaku_domain::label::Language;
use entaku_report::{DocumentCode, Paper, RenderOptions, render};
use serde_json::json;

use crate::{sample, tools};

const HASH: &str = "3f786850e387550fdab836ed7e6dc881de23001b9d2f3a4c5e6f708192a3b4c5";

#[test]
fn code_on_every_printed_page_names_the_document_and_no_patient() {
    let content = sample::changed(|value| {
        value["state"] = json!({"type": "draft", "status": "inReview", "undecided": ["F10"]});
    });
    for (content, paper) in [(sample::content(), Paper::A4), (content, Paper::Letter)] {
        let options = RenderOptions { paper, ..RenderOptions::new(Language::Ja, HASH) };
        let rendered = render(&content, &options).expect("renders");
        let wanted = DocumentCode {
            id: content.case_id.to_string(),
            kind: DocumentKind::Panel,
            number: 2,
            content_hash: HASH.to_owned(),
        };
        let folder = tools::folder().join(format!("pages-{paper:?}"));
        std::fs::create_dir_all(&folder).expect("a folder");
        let pages = folder.join("page").to_string_lossy().into_owned();
        // As coarse as an office scanner.
        let drawn = tools::run("pdftoppm", &["-r", "200", "-gray"], &rendered.pdf, &[&pages]);
        let Some((true, _)) = drawn else { return };
        let Ok(entries) = std::fs::read_dir(&folder) else { return };
        let mut seen = 0;
        for entry in entries.filter_map(Result::ok) {
            let Ok(read) = Command::new("zbarimg").args(["--quiet", "--raw"]).arg(entry.path()).output()
            else {
                return;
            };
            let text = String::from_utf8_lossy(&read.stdout).into_owned();
            assert_eq!(text.trim().parse(), Ok(wanted.clone()), "{:?} says {text}", entry.path());
            seen += 1;
        }
        assert_eq!(seen, rendered.pages, "a code on every page");
        let _ = std::fs::remove_dir_all(&folder);
    }
}

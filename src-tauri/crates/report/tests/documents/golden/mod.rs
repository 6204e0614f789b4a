//! The golden set: documents as they were printed when somebody last looked, kept in `set/`. What one copies, hears and
//! sees of each stays as it is until the set is renewed and what differs has been read: `cargo xtask golden`.
//!
//! A text holds the words of every page, the tags with the words in them, and the SHA-256 of the file's bytes. Pictures
//! are drawn by poppler in the version that drew the kept ones; where that is not here the hash stands for them.
#![allow(clippy::print_stdout, reason = "what differs and what could not be compared is told")]

mod difference;
mod file;
mod picture;

use std::path::PathBuf;

use entaku_domain::document::{CompanionState, Readings, TypeSize, WishContent};
use entaku_domain::label::Language;
use entaku_domain::patient::{Disclosure, DisclosureWish};
use entaku_report::{Content, JournalEnd, Paper, RenderOptions, render};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use crate::{companions, logo, sample, tools};

/// Set to `renew` by `cargo xtask golden`.
const ASKED: &str = "ENTAKU_GOLDEN";

/// Which pages are kept as pictures: a name of the set and the page, from 1.
const SEEN: [(&str, u32); 6] = [
    ("report-ja", 1),
    ("report-ja", 3),
    ("report-draft-en", 1),
    ("patient-furigana", 1),
    ("letter-ja", 1),
    ("wish-ja", 1),
];

/// A document of the set.
struct Printed {
    name: &'static str,
    pdf: Vec<u8>,
}

fn options(language: Language) -> RenderOptions {
    RenderOptions::new(language, "3f786850e387550fdab836ed7e6dc881de23001b9d2f3a4c5e6f708192a3b4c5")
}

/// Every kind of document, in both languages and in the settings that are drawn otherwise.
fn documents() -> Vec<Printed> {
    let mut set = Vec::new();
    let mut add = |name, content: Content<'_>, options: &RenderOptions| {
        set.push(Printed { name, pdf: render(content, options).expect("renders").pdf });
    };
    let (ja, en) = (options(Language::Ja), options(Language::En));
    add("report-ja", (&sample::content()).into(), &ja);
    add("report-en", (&sample::content()).into(), &RenderOptions { paper: Paper::Letter, ..en.clone() });
    let first = sample::read({
        let mut value = sample::with_criteria();
        value["revision"] = json!(1);
        value["amendment"] = Value::Null;
        value
    });
    let logo = Some(logo::picture(400, 100));
    let journal = Some(JournalEnd { events: 1_234, hash: "9f86d081884c7d65".repeat(4) });
    let signed = RenderOptions { journal, ..ja.clone() };
    add("report-first-ja", (&first).into(), &RenderOptions { logo, ..signed.clone() });
    let draft = sample::changed(|value| {
        value["state"] = json!({"type": "draft", "status": "inReview", "undecided": ["F10", "F12"]});
    });
    add("report-draft-en", (&draft).into(), &en);
    companions::each("議事の記載。検体の質と推奨の根拠を確認した。", |content| {
        match content {
            Content::Patient(_) => {
                let readings = Readings::With;
                add("patient-ja", content, &ja);
                add("patient-furigana", content, &RenderOptions { readings, ..ja.clone() });
                let large = RenderOptions { readings, type_size: TypeSize::Large, ..ja.clone() };
                add("patient-large", content, &large);
                add("patient-en", content, &en);
            }
            Content::Letter(_) => {
                add("letter-ja", content, &ja);
                add("letter-en", content, &en);
            }
            Content::Minutes(_) => add("minutes-ja", content, &signed),
            Content::Agenda(_) => add("agenda-ja", content, &ja),
            Content::Panel(_) | Content::Wish(_) => {}
        }
    });
    let asked = Disclosure { wish: DisclosureWish::Refuses, ..Disclosure::default() };
    let wish = WishContent::compose(&sample::content(), &asked, CompanionState::Draft);
    add("wish-ja", (&wish).into(), &ja);
    set
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/documents/golden/set")
}

/// What is kept of a document as text.
fn told(pdf: &[u8]) -> String {
    let hash = hex::encode(Sha256::digest(pdf));
    format!("sha256 {hash}\n{} bytes\n\n{}", pdf.len(), file::told(pdf))
}

#[test]
fn documents_are_printed_as_those_of_the_golden_set() {
    let renew = std::env::var_os(ASKED).is_some_and(|value| value == "renew");
    let set = documents();
    if renew {
        std::fs::create_dir_all(folder()).expect("the folder of the set");
    }
    let mut differing = Vec::new();
    for Printed { name, pdf } in &set {
        let place = folder().join(format!("{name}.txt"));
        let now = told(pdf);
        let kept = std::fs::read_to_string(&place).unwrap_or_default();
        if let Some(shown) = difference::between(&kept, &now) {
            let beside = tools::folder().join(format!("{name}.pdf"));
            std::fs::write(&beside, pdf).expect("the folder takes a file");
            let beside = beside.display();
            differing.push(format!("── {name}: what was printed (-) and what is (+); see {beside}\n{shown}"));
        }
        if renew {
            std::fs::write(&place, now).expect("the set takes a text");
        }
    }
    differing.extend(picture::differing(&set, &folder(), renew));
    let shown = differing.join("\n");
    if renew {
        println!("{} documents written anew\n{shown}", set.len());
        return;
    }
    assert!(
        differing.is_empty(),
        "documents are printed otherwise than in the golden set; `cargo xtask golden` renews it:\n{shown}"
    );
}

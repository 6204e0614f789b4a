//! Finalised contents and their files, as the deep verification sees them.

use super::*;
use entaku_domain::case::event::report::ReportFinalised;
use entaku_domain::document::FinalDocument;
use entaku_domain::event::CaseEvent;
use entaku_domain::ids::Sha256Hex;
use entaku_domain::label::Language;
use entaku_domain::member::Role;
use entaku_domain::report::{Letterhead, ReportState, compose};

/// Finalises a case with this hash of its content, or the right one, and a document of these bytes that is kept or not.
fn finalised(store: &mut Store, hash: Option<&str>, pdf: &[u8], kept: bool) {
    let case = case_id(1);
    act(store, &case, 1, received("2026-0001", "2026-11-20")).unwrap();
    let state = ReportState::Final {
        at: "2026-11-22T10:00:00+09:00".parse().unwrap(),
        name: text("佐藤"),
        role: Role::Chair,
    };
    let letterhead = Letterhead {
        institution: text("病院"),
        contact: None,
        template: None,
        knowledge: Vec::new(),
        figures: Default::default(),
        tests: Default::default(),
        gene_roles: entaku_domain::gene_role::GeneRoles::none(),
        program: String::new(),
    };
    let content = compose(&store.load_case(&case).unwrap().unwrap(), &letterhead, state);
    let right = sha256_hex(&serde_json::to_vec(&content).unwrap());
    let file = kept.then_some(NewAttachment { name: "r1.pdf", media_type: "application/pdf", bytes: pdf });
    let what = CaseEvent::from(ReportFinalised {
        content: Box::new(content),
        content_hash: Sha256Hex::parse(hash.unwrap_or(&right)).unwrap(),
        documents: vec![FinalDocument {
            language: Language::Ja,
            sha256: Sha256Hex::parse(&sha256_hex(pdf)).unwrap(),
            pages: 1,
        }],
        composed_at: Some(2),
    });
    act_with(store, &case, 2, what, file.as_slice()).unwrap();
}

#[test]
fn a_finalised_report_with_its_file_is_in_order() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    finalised(&mut store, None, b"%PDF-1.7 one", true);
    let found = store.verify_deep().unwrap();
    assert!(found.ok, "{found:?}");
}

#[test]
fn a_document_whose_file_is_not_kept_is_found() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    finalised(&mut store, None, b"%PDF-1.7 one", false);
    assert!(store.verify().unwrap().ok, "the chain alone does not tell");
    let found = store.verify_deep().unwrap();
    let hash = sha256_hex(b"%PDF-1.7 one");
    assert!(!found.ok && found.faults.iter().any(|fault| fault.contains(&hash)), "{found:?}");
}

#[test]
fn a_content_that_is_not_what_was_hashed_is_found() {
    let room = Room::new();
    let (mut store, _) = make(&room.store());
    finalised(&mut store, Some(&"0".repeat(64)), b"%PDF-1.7 one", true);
    let found = store.verify_deep().unwrap();
    assert!(!found.ok && found.faults.iter().any(|fault| fault.contains("event 2")), "{found:?}");
}

#[test]
fn a_logo_whose_file_is_not_kept_is_found() {
    use entaku_domain::template::{Template, TemplateLogo};
    for kept in [true, false] {
        let room = Room::new();
        let (mut store, _) = make(&room.store());
        let picture = b"a picture".as_slice();
        let sha256 = Sha256Hex::parse(&sha256_hex(picture)).unwrap();
        let logo = TemplateLogo { sha256, width: 1, height: 1 };
        let template = Template { version: "site-1".to_owned(), logo: Some(logo), ..Template::default() };
        let what = StoreEvent::TemplateRecorded { template: Box::new(template), reason: text("ロゴ") };
        let files = [NewAttachment { name: "logo.png", media_type: "image/png", bytes: picture }];
        let (event_id, at) = (EventId::parse(&id(200)).unwrap(), NOW.parse().unwrap());
        let body = EventBody::Store { what };
        let event = Event { id: event_id, version: 1, at, actor: actor(), body };
        store.append_events(&[event], None, if kept { &files } else { &[] }).unwrap();
        assert_eq!(store.verify_deep().unwrap().ok, kept, "kept: {kept}");
    }
}

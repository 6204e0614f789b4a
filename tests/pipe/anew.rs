//! A case as an earlier program left it: its file reads otherwise today. No command makes one, for it is the past, so its
//! first event is written straight into the journal.
use entaku_domain::case::event::intake::Received;
use std::ops::ControlFlow;
use std::path::Path;

use entaku_domain::case::Case;
use entaku_domain::draft::Draft;
use entaku_domain::event::{CaseEvent, Event, EventBody};
use entaku_domain::finding::{Alteration, Origin};
use entaku_domain::hgvs::HgvsText;
use entaku_domain::ids::{CaseId, EventId, MemberId};
use entaku_domain::member::{Actor, Role};
use entaku_domain::patient::Details;
use entaku_domain::text::Text;
use entaku_store::{NewAttachment, Store, StoreError};
use entaku_tests::desk::{PASSWORD, TestClock};

const FILE: &str = "LUAD-demo.cats.json";

/// Begins the case in the store of the folder: four findings of the report are in it as they were read then.
pub fn begin(store: &Path, report: &[u8]) {
    let options = entaku_intake::Options::default();
    let mut draft = entaku_intake::read(FILE, report, &options, &mut |_| ControlFlow::Continue(()))
        .unwrap_or_else(|error| panic!("the report is read: {error:?}"));
    draft.reading = None;
    age(&mut draft);
    let mut store = Store::open(store, "sato", PASSWORD, "test-pc").expect("the store opens");
    let member = store.opened_by().expect("somebody opened it").member_id.clone();
    let id = CaseId::parse("0193a5c0-0000-7000-8000-000000000001").expect("a UUID");
    let at = entaku_desk::Clock::now(&TestClock::new());
    let numbered = |number: &str| -> Result<(Event, Case), StoreError> {
        let what = CaseEvent::from(Received {
            number: text(number),
            received_on: at.date_naive(),
            details: Box::new(Details::default()),
            draft: Box::new(draft.clone()),
        });
        let event = Event {
            id: EventId::parse("0193a5c0-0000-7000-8000-000000000002").expect("a UUID"),
            version: 1,
            at,
            actor: Actor {
                member: MemberId::parse(&member).expect("a member's id"),
                name: text("佐藤 恵子"),
                role: Role::Chair,
                on_behalf_of: None,
            },
            body: EventBody::Case { case: id.clone(), what },
        };
        let mut case = Case::new(id.clone());
        case.apply(&event);
        Ok((event, case))
    };
    let file = NewAttachment { media_type: "application/octet-stream", name: FILE, bytes: report };
    store.begin_case(2026, numbered, &[file]).expect("the case begins");
    store.close().expect("the store closes");
}

/// TP53 as another change, RB1 under an item that is no record any more, KMT2D by another protein change, and BRCA2 as a
/// finding of the tumour, which cannot follow a reading that says otherwise.
fn age(draft: &mut Draft) {
    for finding in &mut draft.findings {
        let Alteration::ShortVariant(variant) = &mut finding.alteration else { continue };
        let Some(first) = variant.transcripts.first_mut() else { continue };
        let change = |text: &str| HgvsText::parse(text).ok();
        match first.gene.as_ref().map(ToString::to_string).as_deref() {
            Some("TP53") => (first.coding, first.protein) = (change("c.817C>T"), change("p.Arg273Cys")),
            Some("RB1") => finding.item = "SV99".to_owned(),
            Some("KMT2D") => first.protein = change("p.Pro2493Leu"),
            Some("BRCA2") => finding.origin = Origin::Somatic,
            _ => {}
        }
    }
}

fn text(words: &str) -> Text {
    Text::new(words).expect("words")
}

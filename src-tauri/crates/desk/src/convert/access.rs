//! Events of the access log as its lines.

use super::{label, moment};
use crate::view::{AccessRowView, LabelView};
use entaku_domain::document::DocumentKind;
use entaku_domain::event::{AccessEvent, Event};
use entaku_domain::label::Language;
use entaku_domain::words::Worded;
use entaku_words::answers::access;
use entaku_words::{Said, Value};

/// An event in words. `case_no`: the number of the case it is about.
pub(crate) fn access_row(
    event: &Event,
    what: &AccessEvent,
    device: &str,
    case_no: Option<String>,
) -> AccessRowView {
    let words = label(&said(what).to_label());
    // What was noted aside is told as what it was, with the time and the computer of then.
    let (device, words) = match what {
        AccessEvent::NotedAside { device, what, .. } => {
            let within = label(&said(what).to_label());
            let ja = access::noted_aside(&within.ja).get(Language::Ja);
            let en = access::noted_aside(&within.en).get(Language::En);
            (device.as_str(), LabelView { ja, en })
        }
        _ => (device, words),
    };
    AccessRowView {
        at: moment(what.done_at(event.at)),
        member: event.actor.name.to_string(),
        member_id: event.actor.member.to_string(),
        role: event.actor.role,
        what: event.body.kind().to_owned(),
        words,
        case: what.case().map(ToString::to_string),
        case_no,
        device: device.to_owned(),
    }
}

fn said(what: &AccessEvent) -> Value {
    let document = |kind: &Option<DocumentKind>| kind.unwrap_or(DocumentKind::Panel).label();
    match what {
        AccessEvent::SignedIn => access::SIGNED_IN.said(),
        AccessEvent::SignInsFailed { count, .. } => access::sign_ins_failed(*count).said(),
        AccessEvent::ClockBehind { last } => access::clock_behind(moment(*last)).said(),
        AccessEvent::CaseOpened { .. } => access::CASE_OPENED.said(),
        AccessEvent::IdentityShown { .. } => access::IDENTITY_SHOWN.said(),
        AccessEvent::GermlineShown { finding, .. } => access::germline_shown(finding).said(),
        AccessEvent::DocumentShown { kind, .. } => access::document_shown(document(kind)).said(),
        AccessEvent::MeetingOpened { .. } => access::MEETING_OPENED.said(),
        AccessEvent::CasesSearched { words } => access::cases_searched(words).said(),
        AccessEvent::Denied { command } => access::denied(command).said(),
        AccessEvent::BackedUp { by_plan: false, .. } => access::BACKED_UP.said(),
        AccessEvent::BackedUp { by_plan: true, .. } => access::BACKED_UP_BY_PLAN.said(),
        AccessEvent::Restored { .. } => access::RESTORED.said(),
        AccessEvent::StoreExported { cases } => access::store_exported(*cases).said(),
        AccessEvent::NotedAside { what, .. } => said(what),
        AccessEvent::NotesLost => access::NOTES_LOST.said(),
        AccessEvent::LogRead { rows, sha256: None } => access::log_read(*rows).said(),
        AccessEvent::LogRead { rows, sha256: Some(_) } => access::log_written(*rows).said(),
        AccessEvent::DocumentPrinted { .. } => access::DOCUMENT_PRINTED.said(),
        AccessEvent::DocumentExported { kind, .. } => access::document_exported(document(kind)).said(),
        AccessEvent::MeetingDocumentExported { kind, .. } => {
            access::meeting_document_exported(kind.label()).said()
        }
        AccessEvent::TableExported { table, cases, .. } => access::table_exported(table, *cases).said(),
        AccessEvent::CaseExported { .. } => access::CASE_EXPORTED.said(),
    }
}

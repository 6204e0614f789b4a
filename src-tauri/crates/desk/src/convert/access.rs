//! Events of the access log as its lines.

use super::{label, moment};
use crate::sight::Sight;
use crate::view::{AccessRowView, LabelView};
use entaku_domain::document::DocumentKind;
use entaku_domain::event::{AccessEvent, Event, Unusual};
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
    sight: Sight,
    unusual: Vec<Unusual>,
) -> AccessRowView {
    let words = label(&said(what, sight).to_label());
    // What was noted aside is told as what it was, with the time and the computer of then.
    let (device, words) = match what {
        AccessEvent::NotedAside { device, what, .. } => {
            let within = label(&said(what, sight).to_label());
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
        unusual,
    }
}

fn said(what: &AccessEvent, sight: Sight) -> Value {
    let document = |kind: &Option<DocumentKind>| kind.unwrap_or(DocumentKind::Panel).label();
    match what {
        AccessEvent::SignedIn => access::SIGNED_IN.said(),
        AccessEvent::SignInsFailed { count, .. } => access::sign_ins_failed(*count).said(),
        AccessEvent::ClockBehind { last } => access::clock_behind(moment(*last)).said(),
        AccessEvent::SpareCodeUsed { left } => access::spare_code_used(*left).said(),
        AccessEvent::CaseOpened { .. } => access::CASE_OPENED.said(),
        AccessEvent::IdentityShown { .. } => access::IDENTITY_SHOWN.said(),
        AccessEvent::GermlineShown { finding, .. } if sight.heredity => {
            access::germline_shown(finding).said()
        }
        AccessEvent::GermlineShown { .. } => access::ONE_GERMLINE_SHOWN.said(),
        AccessEvent::DocumentShown { kind, .. } => access::document_shown(document(kind)).said(),
        AccessEvent::MeetingOpened { .. } => access::MEETING_OPENED.said(),
        // People look for names and for genes.
        AccessEvent::CasesSearched { words } if sight.is_whole() => access::cases_searched(words).said(),
        AccessEvent::CasesSearched { .. } => access::CASES_SEARCHED_FOR_SOMETHING.said(),
        AccessEvent::Denied { command } => access::denied(command).said(),
        AccessEvent::DoneAlone { command } => access::done_alone(command).said(),
        AccessEvent::BackedUp { by_plan: false, .. } => access::BACKED_UP.said(),
        AccessEvent::BackedUp { by_plan: true, .. } => access::BACKED_UP_BY_PLAN.said(),
        AccessEvent::Restored { .. } => access::RESTORED.said(),
        AccessEvent::EvidenceNewsListed { cases } => access::evidence_news_listed(*cases).said(),
        AccessEvent::StoreExported { cases } => access::store_exported(*cases).said(),
        AccessEvent::NotedAside { what, .. } => said(what, sight),
        AccessEvent::NotesLost => access::NOTES_LOST.said(),
        AccessEvent::LogRead { rows, sha256: None } => access::log_read(*rows).said(),
        AccessEvent::LogRead { rows, sha256: Some(_) } => access::log_written(*rows).said(),
        AccessEvent::DocumentPrinted { .. } => access::DOCUMENT_PRINTED.said(),
        AccessEvent::DocumentExported { kind, .. } => access::document_exported(document(kind)).said(),
        AccessEvent::MeetingDocumentExported { kind, .. } => {
            access::meeting_document_exported(kind.label()).said()
        }
        AccessEvent::TableExported { table, cases, .. } => access::table_exported(table, *cases).said(),
        AccessEvent::FamilyHistoryExported { .. } => access::FAMILY_HISTORY_EXPORTED.said(),
        AccessEvent::CaseExported { .. } => access::CASE_EXPORTED.said(),
    }
}

//! A whole case as JSON: what the screen shows of it with every field as written, and every event that made it.

use crate::error::{Outcome, internal};
use crate::view::CaseView;
use chrono::{DateTime, FixedOffset};
use entaku_domain::case::Case;
use entaku_domain::case::event::opinion::{CaseOpinionGiven, OpinionEvent, OpinionGiven};
use entaku_domain::event::{CaseEvent, Event, EventBody};
use entaku_domain::ids::MemberId;
use entaku_domain::label::Label;
use entaku_words::answers::export_note;
use serde::Serialize;
use serde_json::Value;

/// Name of the format.
const FORMAT: &str = "entaku-case";
/// Version of its shape.
const VERSION: u32 = 1;

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct File<'a> {
    format: &'static str,
    format_version: u32,
    program: String,
    exported_at: DateTime<FixedOffset>,
    notice: Label,
    case: &'a CaseView,
    identity: &'a entaku_domain::patient::Details,
    events: Vec<EventLine>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct EventLine {
    seq: u64,
    /// Hash of the event in the journal, hexadecimal.
    hash: String,
    /// The event; its content is null where the reader may not see it yet.
    event: Value,
    /// Whether the content is left out, because opinions are blind to the reader.
    blind: bool,
}

/// The file. `events` are those of the case with number and hash in the journal; what `reader` may not see of others'
/// opinions is left out, as on the screen.
pub(crate) fn case_json(
    case: &Case,
    view: &CaseView,
    events: &[(u64, [u8; 32], Event)],
    (reader, asked): (&MemberId, &[MemberId]),
    at: DateTime<FixedOffset>,
) -> Outcome<Vec<u8>> {
    let lines = events
        .iter()
        .map(|(seq, hash, event)| {
            let blind = is_blind(case, event, reader, asked);
            let mut value = serde_json::to_value(event).map_err(internal)?;
            if blind && let Some(content) = value.get_mut("body") {
                *content = serde_json::json!({ "kind": event.body.kind() });
            }
            let hash = hex::encode(hash);
            Ok(EventLine { seq: *seq, hash, event: value, blind })
        })
        .collect::<Outcome<Vec<_>>>()?;
    let file = File {
        format: FORMAT,
        format_version: VERSION,
        program: format!("Entaku {}", env!("CARGO_PKG_VERSION")),
        exported_at: at,
        notice: export_note::NOTICE.to_label(),
        case: view,
        identity: &case.details,
        events: lines,
    };
    let mut bytes = serde_json::to_vec_pretty(&file).map_err(internal)?;
    bytes.push(b'\n');
    Ok(bytes)
}

/// Whether an event holds another's opinion that is not open to the reader yet.
pub(crate) fn is_blind(case: &Case, event: &Event, reader: &MemberId, asked: &[MemberId]) -> bool {
    let EventBody::Case { what, .. } = &event.body else { return false };
    let about = match what {
        CaseEvent::Opinion(OpinionEvent::OpinionGiven(OpinionGiven { finding, .. })) => Some(*finding),
        CaseEvent::Opinion(OpinionEvent::CaseOpinionGiven(CaseOpinionGiven { .. })) => None,
        _ => return false,
    };
    let whose = event.actor.on_behalf_of.as_ref().unwrap_or(&event.actor.member);
    whose != reader && !case.may_see_opinions(about, reader, asked)
}

//! A whole case as JSON.

use crate::command::{Act, Command};
use crate::convert::Reader;
use crate::desk::Desk;
use crate::error::{Code, Outcome, Problem, internal};
use crate::export::case_json;
use crate::permission::Right;
use crate::topics::document_gaps::refusal_of;
use crate::topics::export::exported;
use crate::topics::{case_id, shown};
use crate::view::ExportedDataView;
use crate::view::args;
use entaku_domain::event::{AccessEvent, Stream};
use entaku_domain::gap::Gap;
use entaku_domain::ids::Sha256Hex;
use entaku_store::sha256_hex;
use entaku_words::answers::export_note;

args! {
    /// A whole case as JSON.
    ExportCase {
        /// Case.*
        case_id: String,
        /// The file.*
        out: String,
    }
}

impl Command for ExportCase {
    const NAME: &'static str = "export_case";
    const RIGHT: Right = Right::Export;
    const LEAVES: &'static [&'static str] = &["access.caseExported"];
    const LONG: bool = true;
    type Answer = ExportedDataView;
}

impl Act for ExportCase {
    fn act(self, desk: &mut Desk) -> Outcome<ExportedDataView> {
        let id = case_id(desk, &self.case_id)?;
        let at = desk.environment.clock.now();
        let view = shown(desk, &id, None, true)?;
        let session = desk.session()?;
        let case = session.case()?;
        if case.companion_use().is_some() {
            return Err(refusal_of(&Gap::BeyondCompanion));
        }
        let records = session.store.records(&Stream::Case(id.clone()))?;
        let events = records
            .iter()
            .map(|record| {
                let event = entaku_store::event_of(record).map_err(|what| Problem::of(Code::Store, what))?;
                Ok((record.seq, record.hash, event))
            })
            .collect::<Outcome<Vec<_>>>()?;
        let reader = Reader { member: &session.member.id, office: &session.office };
        let asked = reader.asked(case);
        let bytes = case_json(case, &view, &events, (reader.member, &asked), at)?;
        desk.write_file(&self.out, &bytes)?;
        let sha256 = Sha256Hex::parse(&sha256_hex(&bytes)).map_err(internal)?;
        desk.note_access(AccessEvent::CaseExported { case: id, sha256 })?;
        Ok(exported(&self.out, &bytes, 1, events.len(), export_note::CASE))
    }
}

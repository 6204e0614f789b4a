//! The whole store as open files, for the day this program is no more.

use crate::acts::{
    HeredityWords, Members, Phrases, PreferredTranscripts, References, RuleSets, SigningRule, Template,
};
use crate::command::{Act, Command};
use crate::convert::{Reader, label};
use crate::desk::{Desk, FileProblem, unwritten};
use crate::error::Outcome;
use crate::export::all::{EXPLAINED, FORMAT, Files, HASHES, Place, VERSION, Written, line, name_of};
use crate::export::{case_json, is_blind};
use crate::files::{fill_folder, write_whole};
use crate::permission::Right;
use crate::topics::shown;
use crate::view::{ExportedAllView, args};
use entaku_domain::event::{AccessEvent, Stream};
use entaku_domain::ids::CaseId;
use entaku_store::{Archive, StoreError, event_of};
use entaku_words::answers::export_note;
use serde_json::{Value, json};
use std::io::BufWriter;
use std::path::Path;

args! {
    /// The whole store as open files, for the day this program is no more.
    ExportAll {
        /// A new or an empty folder, or a file that ends in `.zip`.*
        out: String,
    }
}

impl Command for ExportAll {
    const NAME: &'static str = "export_all";
    const RIGHT: Right = Right::Rules;
    // It tells who every patient is and what is inherited.
    const ALSO: &'static [Right] = &[Right::Identity, Right::Germline, Right::TakeOut];
    const LEAVES: &'static [&'static str] = &["access.storeExported"];
    const LONG: bool = true;
    type Answer = ExportedAllView;
}

impl Act for ExportAll {
    fn act(self, desk: &mut Desk) -> Outcome<ExportedAllView> {
        let cases = of_cases(desk)?;
        let count = u32::try_from(cases.len()).unwrap_or(u32::MAX);
        // Noted first: what could not be written after all was asked for all the same.
        desk.note_access(AccessEvent::StoreExported { cases: count })?;
        let path = Path::new(&self.out);
        let whole = if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            write_whole(path, |file| {
                let place = Place::Archive(Box::new(Archive::new(BufWriter::new(file))));
                write(desk, &cases, Files::new(place)).map_err(FileProblem::Told)
            })
        } else {
            fill_folder(path, |folder| {
                write(desk, &cases, Files::new(Place::Folder(folder.to_owned()))).map_err(FileProblem::Told)
            })
        };
        let Whole { events, withheld, written } = whole.map_err(|why| unwritten(path, why))?;
        desk.written().note(path);
        Ok(ExportedAllView {
            file: self.out,
            files: u32::try_from(written.len()).unwrap_or(u32::MAX),
            cases: count,
            events,
            withheld,
            list_sha256: written
                .iter()
                .find(|file| file.path == HASHES)
                .map(|file| file.sha256.clone())
                .unwrap_or_default(),
            note: label(&export_note::ALL.to_label()),
        })
    }
}

struct Whole {
    events: u64,
    withheld: u64,
    written: Vec<Written>,
}

/// Every case of the journal, by id.
fn of_cases(desk: &Desk) -> Outcome<Vec<CaseId>> {
    let streams = desk.session()?.store.streams(Stream::OF_CASES)?;
    Ok(streams
        .iter()
        .filter_map(|info| match Stream::named(&info.stream) {
            Some(Stream::Case(id)) => Some(id),
            _ => None,
        })
        .collect())
}

fn write(desk: &mut Desk, cases: &[CaseId], mut files: Files<'_>) -> Outcome<Whole> {
    let at = desk.environment.clock.now();
    for (name, text) in EXPLAINED {
        files.bytes(name, text.as_bytes())?;
    }
    files.json("members.json", &Members {}.act(desk)?)?;
    files.json("settings.json", &settings(desk)?)?;
    for id in cases {
        let view = shown(desk, id, None, true)?;
        let session = desk.session()?;
        let case = session.case()?;
        let mut events = Vec::new();
        session.store.visit_stream(&Stream::Case(id.clone()).to_string(), |record| {
            events.push((record.seq, record.hash, session.store.read_event(&record)?));
            Ok(())
        })?;
        let reader = Reader { member: &session.member.id, office: &session.office };
        let asked = reader.asked(case);
        let bytes = case_json(case, &view, &events, (reader.member, &asked), at)?;
        let number = case.number.as_ref().map_or_else(|| id.to_string(), ToString::to_string);
        let plain = number.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
        let name = if plain { number } else { id.to_string() };
        files.bytes(&format!("cases/{name}.json"), &bytes)?;
    }
    let (streams, withheld) = journal(desk, &mut files)?;
    kept(desk, &mut files)?;
    let session = desk.session()?;
    let events = streams.iter().map(|(_, events)| events).sum();
    let manifest = json!({
        "format": FORMAT,
        "formatVersion": VERSION,
        "program": format!("Entaku {}", env!("CARGO_PKG_VERSION")),
        "exportedAt": at,
        "storeId": session.store.store_id(),
        "institution": session.office.institution,
        "head": session.store.head()?.to_string(),
        "events": events,
        "withheld": withheld,
        "streams": streams.iter().map(|(stream, events)| json!({ "stream": stream, "events": events })).collect::<Vec<_>>(),
        "files": files.written.clone(),
    });
    files.json("manifest.json", &manifest)?;
    Ok(Whole { events, withheld, written: files.finish()? })
}

/// What the site set, as its screens show it.
fn settings(desk: &mut Desk) -> Outcome<Value> {
    let office = &desk.session()?.office;
    let institution = json!({
        "name": office.institution, "contact": office.contact, "targetDays": office.target_days(),
    });
    Ok(json!({
        "institution": institution,
        "ruleSets": RuleSets {}.act(desk)?,
        "signing": SigningRule {}.act(desk)?,
        "template": Template {}.act(desk)?,
        "phrases": Phrases { whole: Some(true), ..Phrases::default() }.act(desk)?,
        "preferredTranscripts": PreferredTranscripts {}.act(desk)?,
        "heredityWords": HeredityWords {}.act(desk)?,
        "references": References {}.act(desk)?,
    }))
}

/// Every event, a file for each stream. Answers with the number of events of each, and of those whose content is withheld.
fn journal(desk: &mut Desk, files: &mut Files<'_>) -> Outcome<(Vec<(String, u64)>, u64)> {
    let (mut all, mut withheld) = (Vec::new(), 0);
    for info in desk.session()?.store.streams("")? {
        if let Some(Stream::Case(id)) = Stream::named(&info.stream) {
            desk.case(&id)?;
        }
        let session = desk.session()?;
        let case = match Stream::named(&info.stream) {
            Some(Stream::Case(_)) => Some(session.case()?),
            _ => None,
        };
        let reader = Reader { member: &session.member.id, office: &session.office };
        let asked = case.map(|case| reader.asked(case)).unwrap_or_default();
        let path = format!("journal/{}.jsonl", info.stream.replace(':', "-"));
        let mut events = 0_u64;
        files.file(&path, |out| {
            let mut failed = None;
            session.store.visit_stream(&info.stream, |record| {
                if failed.is_some() {
                    return Ok(());
                }
                let blind = match case {
                    Some(case) => {
                        let event =
                            event_of(&record).map_err(|what| StoreError::Invalid { field: "event", what })?;
                        is_blind(case, &event, reader.member, &asked)
                    }
                    None => false,
                };
                failed = line(out, &record, blind, &path).err();
                events += 1;
                withheld += u64::from(blind);
                Ok(())
            })?;
            failed.map_or(Ok(()), Err)
        })?;
        all.push((info.stream, events));
    }
    Ok((all, withheld))
}

/// Every kept file, as it was received or given out.
fn kept(desk: &Desk, files: &mut Files<'_>) -> Outcome<()> {
    let store = &desk.session()?.store;
    let mut list = Vec::new();
    for kept in store.kept_files()? {
        let path = name_of(&kept.sha256, &kept.media_type, &kept.name);
        let file = store.attachment(&kept.sha256)?;
        files.bytes(&path, &file.bytes)?;
        list.push(json!({
            "path": path, "name": kept.name, "mediaType": kept.media_type, "bytes": kept.size, "sha256": kept.sha256,
        }));
    }
    files.json("files.json", &list)
}

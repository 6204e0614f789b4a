//! Who looked at or took out what, from where: to be shown, and written to a file.

use crate::clock::day;
use crate::command::{Act, Command};
use crate::convert::{access_row, date};
use crate::desk::Desk;
use crate::error::{Outcome, internal};
use crate::export::Csv;
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::opinions::one_member;
use crate::view::{AccessRowView, args};
use entaku_domain::event::{AccessEvent, EventBody, Stream, Watch};
use entaku_domain::ids::{CaseId, Sha256Hex};
use entaku_domain::label::Language;
use entaku_domain::words::Worded;
use entaku_store::sha256_hex;
use entaku_words::answers::access;
use std::collections::BTreeMap;

args! {
    /// Who looked at or took out what, from where; the latest first.
    AccessLog {
        /// About this case alone, by its number or id.
        case: Option<String>,
        /// By this member alone, by sign-in name or id.
        member: Option<String>,
        /// First day, ISO date.
        from: Option<String>,
        /// Last day, ISO date.
        to: Option<String>,
        /// CSV file to write them to as well.
        out: Option<String>,
    }
}

impl Command for AccessLog {
    const NAME: &'static str = "access_log";
    const RIGHT: Right = Right::Audit;
    const LEAVES: &'static [&'static str] = &["access.logRead"];
    const LONG: bool = true;
    type Answer = Vec<AccessRowView>;
}

impl Act for AccessLog {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<AccessRowView>> {
        let given = |text: &Option<String>| {
            text.as_deref().map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let case = given(&self.case).map(|case| case_id(desk, &case)).transpose()?;
        let member = given(&self.member).map(|member| one_member(desk, "member", &member)).transpose()?;
        let (from, to) = (date("from", self.from.as_deref())?, date("to", self.to.as_deref())?);
        let sight = desk.sight()?;
        let mut rows = Vec::new();
        let mut watch = Watch::default();
        let mut numbers: BTreeMap<CaseId, Option<String>> = BTreeMap::new();
        let store = &desk.session()?.store;
        store.visit_events(&Stream::Access, |event, device| {
            let EventBody::Access { what } = &event.body else { return Ok(()) };
            // Over the whole log, so that no filter hides a pattern.
            let unusual = watch.next(&event.actor.member, event.at, device, what);
            let on = day(what.done_at(event.at));
            let wanted = member.as_ref().is_none_or(|member| event.actor.member == *member)
                && case.as_ref().is_none_or(|case| what.case() == Some(case))
                && from.is_none_or(|from| on >= from)
                && to.is_none_or(|to| on <= to);
            if !wanted {
                return Ok(());
            }
            let number = match what.case() {
                None => None,
                Some(case) if numbers.contains_key(case) => numbers.get(case).cloned().flatten(),
                Some(case) => {
                    let number = store.case_row(case.as_str())?.map(|row| row.case_no);
                    numbers.insert(case.clone(), number.clone());
                    number
                }
            };
            rows.push(access_row(event, what, device, number, sight, unusual));
            Ok(())
        })?;
        rows.reverse();
        let written = given(&self.out).map(|out| {
            let bytes = table(&rows, desk.language);
            desk.write_file(&out, &bytes)?;
            Sha256Hex::parse(&sha256_hex(&bytes)).map_err(internal)
        });
        let sha256 = written.transpose()?;
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        desk.note_access(AccessEvent::LogRead { rows: count, sha256 })?;
        Ok(rows)
    }
}

/// The lines as CSV, in the reader's language.
fn table(rows: &[AccessRowView], language: Language) -> Vec<u8> {
    let head =
        [access::AT, access::WHO, access::ROLE, access::WHAT, access::CASE, access::DEVICE, access::UNUSUAL];
    let mut csv = Csv::new(&head.map(|word| word.get(language).to_owned()));
    for row in rows {
        let words = match language {
            Language::Ja => &row.words.ja,
            Language::En => &row.words.en,
        };
        let unusual: Vec<&str> = row.unusual.iter().map(|one| one.label().get(language)).collect();
        csv.row(&[
            row.at.to_string(),
            row.member.clone(),
            row.role.label().get(language).to_owned(),
            words.clone(),
            row.case_no.clone().unwrap_or_default(),
            row.device.clone(),
            unusual.join(" / "),
        ]);
    }
    csv.into_bytes()
}

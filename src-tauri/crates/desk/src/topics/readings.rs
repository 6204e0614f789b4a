//! How a finding reads: which consequence speaks for it, and what today's program reads in the file of an open case that an
//! earlier one loaded. Nothing changes by itself: what reads otherwise is told, and a person decides.

use super::intake::options_of;
use super::references::genomes;
use crate::convert::{effects, label, read_view, read_view_of_old};
use crate::desk::{Desk, ReadAnew, Reread, Session};
use crate::error::Outcome;
use crate::view::{ReadAnewView, RereadView};
use entaku_domain::case::Case;
use entaku_domain::case::event::intake::ReadingDecided;
use entaku_domain::draft::{Draft, TumourSampleChoice, reading};
use entaku_domain::event::CaseEvent;
use entaku_domain::finding::DraftFinding;
use entaku_domain::gap::Gap;
use entaku_domain::genome::BuildSource;
use entaku_domain::ids::CaseId;
use entaku_domain::words::laboratory;
use std::collections::BTreeMap;

/// How many records that are findings only now are named.
const NAMED: usize = 50;

/// Reads the files of an open case anew where they were read by an earlier program, once in a session.
pub(crate) fn look(desk: &mut Desk, id: &CaseId) -> Outcome<()> {
    let reading = reading(desk.session()?.office.preferred());
    let case = desk.case(id)?;
    let stale = |draft: &Draft| draft.reading.as_deref() != Some(reading.as_str());
    let sources = case.sources.len();
    if !case.is_open() || !case.sources.iter().any(|source| stale(&source.draft)) {
        return Ok(());
    }
    let known = desk.session()?.read_anew.as_ref();
    if known.is_some_and(|k| k.case == *id && k.sources == sources && k.reading == reading) {
        return Ok(());
    }
    let case = desk.case(id)?.clone();
    let options = options_of(desk, None, None);
    let mut found = ReadAnew {
        case: id.clone(),
        sources,
        reading: reading.clone(),
        findings: Vec::new(),
        appeared: Vec::new(),
        unreadable: Vec::new(),
    };
    let mut genomes = genomes(desk);
    for (index, source) in case.sources.iter().enumerate().filter(|(_, source)| stale(&source.draft)) {
        let draft = &source.draft;
        let options = entaku_intake::Options {
            assembly: (draft.assembly.source == BuildSource::Person).then(|| draft.assembly.name.clone()),
            tumour_sample: match &draft.tumour_sample {
                Some((name, TumourSampleChoice::Person)) => Some(name.clone()),
                _ => None,
            },
            ..options.clone()
        };
        let name = &draft.file.name;
        let original = desk.session()?.store.attachment(draft.file.sha256.as_str());
        let read = original.ok().and_then(|file| {
            desk.watch
                .during(name, |go_on| {
                    entaku_intake::read_against(name, file.bytes.as_slice(), &options, &mut genomes, go_on)
                })
                .ok()
        });
        match read.filter(|read| !read.must_choose_sample) {
            Some(read) => compare(&mut found, &case, index, read),
            None => found.unreadable.push(name.clone()),
        }
    }
    desk.session_mut()?.read_anew = Some(found);
    Ok(())
}

/// Pairs each finding with the record of its own item, in order where an item has several, and notes what differs.
fn compare(found: &mut ReadAnew, case: &Case, index: usize, now: Draft) {
    let Some(source) = case.sources.get(index) else { return };
    let old = source.draft.reading.is_none();
    let mut by_item: BTreeMap<String, std::collections::VecDeque<DraftFinding>> = BTreeMap::new();
    for read in now.findings {
        by_item.entry(read.item.clone()).or_default().push_back(read);
    }
    for finding in case.findings.iter() {
        let own = (finding.source == Some(index)).then_some(&finding.read);
        let further = finding.further.iter().filter(|reading| reading.source == index);
        for earlier in own.into_iter().chain(further.map(|reading| &reading.read)) {
            let was = match old {
                true => read_view_of_old(earlier, source.draft.hide),
                false => read_view(earlier, source.draft.hide),
            };
            let mut now = by_item.get_mut(&earlier.item).and_then(std::collections::VecDeque::pop_front);
            // What a person chose goes on where the later reading has it too.
            if let (Some(read), Some(_), Some(chosen)) = (&mut now, &finding.choice, effects(finding).first())
            {
                read.alteration.let_speak(chosen);
            }
            let now = now.map(|read| (read_view(&read, source.draft.hide), read));
            if now.as_ref().map(|(view, _)| view) != Some(&was) {
                found.findings.push(Reread { finding: finding.id, source: index, was, now });
            }
        }
    }
    let left = by_item.into_values().flatten();
    let named = left.map(|read| label(&laboratory::named(&read.alteration)));
    found.appeared.extend(named.take(NAMED.saturating_sub(found.appeared.len())));
}

/// What reads otherwise in a case, where [`look`] found something.
pub(crate) fn read_anew(session: &Session, case: &Case) -> Option<ReadAnewView> {
    let known = session.read_anew.as_ref().filter(|known| known.case == case.id && case.is_open())?;
    let view = |found: &Reread| RereadView {
        finding_id: found.finding.to_string(),
        source: case.sources.get(found.source).map(|s| s.draft.file.name.clone()).unwrap_or_default(),
        was: found.was.clone(),
        now: found.now.as_ref().map(|(view, _)| view.clone()),
        can_be_taken: can_be_taken(case, found),
    };
    let view = ReadAnewView {
        findings: known.pending(case).map(view).collect(),
        appeared: known.appeared.clone(),
        unreadable: known.unreadable.clone(),
    };
    let empty = view.findings.is_empty() && view.appeared.is_empty() && view.unreadable.is_empty();
    (!empty).then_some(view)
}

fn can_be_taken(case: &Case, found: &Reread) -> bool {
    let Some((_, read)) = &found.now else { return false };
    let what = decided(found, String::new(), Some(read), entaku_domain::text::Text::new("-").ok());
    what.is_some_and(|what| case.check(&what).is_ok())
}

pub(crate) fn decided(
    found: &Reread,
    reading: String,
    taken: Option<&DraftFinding>,
    reason: Option<entaku_domain::text::Text>,
) -> Option<CaseEvent> {
    Some(CaseEvent::from(ReadingDecided {
        finding: found.finding,
        source: found.source,
        reading,
        taken: taken.map(|read| Box::new(read.clone())),
        reason: reason?,
    }))
}

/// What keeps a report from being finalised: a finding that would read otherwise now, and nobody has decided.
pub(crate) fn gap(session: &Session, case: &Case) -> Option<Gap> {
    let known = session.read_anew.as_ref().filter(|known| known.case == case.id && case.is_open())?;
    let mut findings: Vec<_> = known.pending(case).map(|found| found.finding).collect();
    findings.dedup();
    (!findings.is_empty()).then_some(Gap::ReadsOtherwise(findings))
}

/// Refuses what rests on the report while a finding waits for that decision.
pub(crate) fn refuse_pending(desk: &mut Desk, id: &CaseId) -> Outcome<()> {
    look(desk, id)?;
    desk.case(id)?;
    let session = desk.session()?;
    match gap(session, session.case()?) {
        Some(gap) => Err(gap.into()),
        None => Ok(()),
    }
}

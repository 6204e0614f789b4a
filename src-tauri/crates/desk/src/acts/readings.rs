//! How a finding reads: which consequence speaks for it, and what today's program reads in the file of an open case that an
//! earlier one loaded. Nothing changes by itself: what reads otherwise is told, and a person decides.

use super::intake::options_of;
use super::opinions::one_finding;
use super::references::genomes;
use super::{case_id, fresh};
use crate::convert::{effects, finding_ids, label, read_view, read_view_of_old, text};
use crate::desk::{Desk, Session};
use crate::error::{Outcome, Problem};
use crate::view::{
    CaseView, ChooseConsequence, ConfirmSample, DecideReadings, GapView, LabelView, ReadAnewView, ReadView,
    RereadView,
};
use entaku_domain::case::Case;
use entaku_domain::draft::{Draft, TumourSampleChoice, reading};
use entaku_domain::event::CaseEvent;
use entaku_domain::finding::DraftFinding;
use entaku_domain::genome::BuildSource;
use entaku_domain::ids::{CaseId, FindingId};
use entaku_domain::words::laboratory;
use std::collections::BTreeMap;

/// How many records that are findings only now are named.
const NAMED: usize = 50;

/// What today's program reads in the files of one case.
pub(crate) struct ReadAnew {
    case: CaseId,
    /// How many files the case had.
    sources: usize,
    /// Version of the reading.
    reading: String,
    findings: Vec<Reread>,
    appeared: Vec<LabelView>,
    unreadable: Vec<String>,
}

/// A finding that would read otherwise.
struct Reread {
    finding: FindingId,
    source: usize,
    was: ReadView,
    /// None where the record would be no finding.
    now: Option<(ReadView, DraftFinding)>,
}

impl ReadAnew {
    /// Those about which nobody has decided yet.
    fn pending<'r>(&'r self, case: &'r Case) -> impl Iterator<Item = &'r Reread> {
        self.findings
            .iter()
            .filter(|found| case.readings.get(&(found.finding, found.source)) != Some(&self.reading))
    }
}

/// Reads the files of an open case anew where they were read by an earlier program, once in a session.
pub(super) fn look(desk: &mut Desk, id: &CaseId) -> Outcome<()> {
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
pub(super) fn read_anew(session: &Session, case: &Case) -> Option<ReadAnewView> {
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

fn decided(
    found: &Reread,
    reading: String,
    taken: Option<&DraftFinding>,
    reason: Option<entaku_domain::text::Text>,
) -> Option<CaseEvent> {
    Some(CaseEvent::ReadingDecided {
        finding: found.finding,
        source: found.source,
        reading,
        taken: taken.map(|read| Box::new(read.clone())),
        reason: reason?,
    })
}

/// What keeps a report from being finalised: a finding that would read otherwise now, and nobody has decided.
pub(super) fn gap(session: &Session, case: &Case) -> Option<GapView> {
    let known = session.read_anew.as_ref().filter(|known| known.case == case.id && case.is_open())?;
    let mut findings: Vec<_> = known.pending(case).map(|found| found.finding.to_string()).collect();
    findings.dedup();
    let named = findings.join(", ");
    (!findings.is_empty()).then(|| GapView {
        code: "readsOtherwise".to_owned(),
        message: LabelView {
            ja: format!(
                "現在の読み取り方では内容が変わる所見が{}件あります（{named}）。所見ごとに、新しい内容を採るか、読み込み時のままにするかを理由とともに決めてください。",
                findings.len()
            ),
            en: format!(
                "{} findings would read otherwise now ({named}). Decide for each, with a reason, whether the later reading stands or the earlier one.",
                findings.len()
            ),
        },
        findings, passages: Vec::new() })
}

/// Refuses what rests on the report while a finding waits for that decision.
pub(super) fn refuse_pending(desk: &mut Desk, id: &CaseId) -> Outcome<()> {
    look(desk, id)?;
    desk.case(id)?;
    let session = desk.session()?;
    match gap(session, session.case()?) {
        Some(gap) => Err(Problem::new(crate::error::Code::Refused, gap.message.ja, gap.message.en)),
        None => Ok(()),
    }
}

/// Confirms the sample of that name in every source where it was guessed.
pub(crate) fn confirm_sample(desk: &mut Desk, args: ConfirmSample) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let sample = args.sample.trim();
    let guessed = desk.case(&id)?.guessed_samples();
    let confirmed = guessed
        .into_iter()
        .filter(|(_, name)| *name == sample)
        .map(|(source, name)| CaseEvent::TumourSampleConfirmed { source, sample: name.to_owned() });
    let events: Vec<_> = confirmed.collect();
    if events.is_empty() {
        return Err(entaku_domain::refusal::Refusal::NoGuess.into());
    }
    desk.transact_all(&id, args.expected_version, events, &[])?;
    fresh(desk, &id)
}

pub(crate) fn choose_consequence(desk: &mut Desk, args: ChooseConsequence) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let finding_id = one_finding("findingId", &args.finding_id)?;
    let reason = text("reason", &args.reason)?;
    let case = desk.case(&id)?;
    let finding =
        case.finding(finding_id).ok_or_else(|| Problem::not_found("所見", "finding", &args.finding_id))?;
    let wanted = args.transcript.trim();
    let named: Vec<_> = effects(finding)
        .iter()
        .filter(|effect| effect.transcript.as_deref() == Some(wanted))
        .filter(|effect| {
            args.gene.as_deref().is_none_or(|gene| effect.gene.as_ref().is_some_and(|g| g.as_str() == gene))
        })
        .collect();
    let [consequence] = named.as_slice() else {
        return Err(match named.is_empty() {
            true => Problem::not_found("転写産物", "transcript", wanted),
            false => Problem::field(
                "gene",
                "この転写産物は複数の遺伝子にあります。遺伝子も指定してください。",
                "Several genes have this transcript. Name the gene too.",
            ),
        });
    };
    let what = CaseEvent::ConsequenceChosen {
        finding: finding_id,
        consequence: Box::new((*consequence).clone()),
        reason,
    };
    desk.transact(&id, args.expected_version, what)?;
    fresh(desk, &id)
}

pub(crate) fn decide_readings(desk: &mut Desk, args: DecideReadings) -> Outcome<CaseView> {
    let id = case_id(desk, &args.case_id)?;
    let findings = finding_ids("findingIds", &args.finding_ids)?;
    let reason = text("reason", &args.reason)?;
    look(desk, &id)?;
    desk.case(&id)?;
    let session = desk.session()?;
    let case = session.case()?;
    let known = session.read_anew.as_ref().filter(|known| known.case == id);
    let pending = known.into_iter().flat_map(|known| {
        known.pending(case).filter(|found| findings.contains(&found.finding)).map(move |f| (known, f))
    });
    let mut events = Vec::new();
    for (known, found) in pending {
        let taken = match (args.take, &found.now) {
            (true, Some((_, read))) => Some(read),
            (true, None) => {
                return Err(Problem::field(
                    "take",
                    format!(
                        "{} のレコードは、現在の読み取りでは所見になりません。読み込み時のままとし、必要なら理由を記入して保留にしてください。",
                        found.finding
                    ),
                    format!(
                        "Read anew, the record of {} is no finding. Keep it as it was, and defer it with a reason where fitting.",
                        found.finding
                    ),
                ));
            }
            (false, _) => None,
        };
        events.extend(decided(found, known.reading.clone(), taken, Some(reason.clone())));
    }
    if events.is_empty() {
        return Err(Problem::field(
            "findingIds",
            "読み取り方で内容が変わる所見が選ばれていません。",
            "None of these findings would read otherwise now.",
        ));
    }
    desk.transact_all(&id, args.expected_version, events, &[])?;
    fresh(desk, &id)
}

//! Whether a meeting is quorate, for the screen.

use super::label;
use super::rule_set::condition_form;
use crate::view::{
    CheckedView, CircumstancesView, PassedOverView, QuorumAttendingView, QuorumLineView, QuorumModeView,
    QuorumView,
};
use entaku_domain::meeting_record::Circumstances;
use entaku_domain::quorum::{Line, Quorum};
use entaku_domain::text::Text;
use entaku_domain::words::Worded;

fn names(all: &[Text]) -> Vec<String> {
    all.iter().map(ToString::to_string).collect()
}

pub(crate) fn circumstances_view(stated: &Circumstances) -> CircumstancesView {
    CircumstancesView {
        own_sequencing: stated.own_sequencing,
        paediatric: stated.paediatric,
        paediatric_by_age: stated.paediatric_by_age,
        grounds: stated.grounds.clone(),
        opinions_agree: stated.opinions_agree,
        opinions_by_record: stated.opinions_by_record,
        tumour: stated.omission.tumour,
        ccat_secondary_finding: stated.omission.ccat_secondary_finding,
        usable_drug: stated.omission.usable_drug,
    }
}

pub(crate) fn line_view(line: &Line) -> QuorumLineView {
    let passed_over = line.passed_over.iter();
    QuorumLineView {
        key: line.key,
        word: Worded::key(&line.key).to_owned(),
        applies: line.applies,
        in_question: line.in_question,
        needed: line.needed,
        distinct_fields: line.distinct_fields,
        full_time: line.full_time,
        filled_by: names(&line.filled_by),
        also_elsewhere: names(&line.also_elsewhere),
        full_time_not_known: names(&line.full_time_not_known),
        passed_over: passed_over
            .map(|one| PassedOverView { name: one.name.to_string(), why: one.why })
            .collect(),
        missing: line.missing,
        met: line.met,
        certainty: line.certainty,
    }
}

pub(crate) fn quorum_view(quorum: &Quorum) -> QuorumView {
    let (applied, attending, mode) = (&quorum.applied, &quorum.attending, &quorum.mode);
    QuorumView {
        rule_set: applied.id.clone(),
        version: applied.version.clone(),
        name: label(&applied.name),
        effective_from: applied.effective_from.to_string(),
        source: applied.source.clone(),
        edition: applied.edition,
        certainty: quorum.certainty(),
        most_keys: applied.most_keys,
        most_keys_certainty: applied.most_keys_certainty,
        lines: quorum.lines.iter().map(line_view).collect(),
        attending: QuorumAttendingView {
            needed: attending.needed,
            information_suffices: attending.information_suffices,
            part: attending.part,
            names: names(&attending.names),
            met: attending.met,
            certainty: attending.certainty,
        },
        mode: QuorumModeView {
            mode: mode.mode,
            allowed: mode.allowed,
            gaps: mode.gaps.clone(),
            conditions: mode.conditions.iter().map(condition_form).collect(),
            named: mode.named.clone(),
            checked: mode
                .checked
                .iter()
                .map(|one| CheckedView { id: one.id.clone(), state: one.state })
                .collect(),
            met: mode.met,
            certainty: mode.certainty,
        },
        met: quorum.met,
        verdict: quorum.verdict().to_owned(),
    }
}

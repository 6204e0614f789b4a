//! Whether a meeting is quorate, for the screen.

use super::rule_set::condition_form;
use super::{code_of, label};
use crate::view::{
    CheckedView, CircumstancesView, PassedOverView, QuorumAttendingView, QuorumLineView, QuorumModeView,
    QuorumView,
};
use entaku_domain::meeting::Circumstances;
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
        tumour: stated.omission.tumour.as_ref().map(code_of),
        ccat_secondary_finding: stated.omission.ccat_secondary_finding.as_ref().map(code_of),
        usable_drug: stated.omission.usable_drug.as_ref().map(code_of),
    }
}

pub(crate) fn line_view(line: &Line) -> QuorumLineView {
    let passed_over = line.passed_over.iter();
    QuorumLineView {
        key: code_of(&line.key),
        word: Worded::key(&line.key).to_owned(),
        applies: code_of(&line.applies),
        in_question: line.in_question,
        needed: line.needed,
        distinct_fields: line.distinct_fields,
        full_time: line.full_time,
        filled_by: names(&line.filled_by),
        also_elsewhere: names(&line.also_elsewhere),
        full_time_not_known: names(&line.full_time_not_known),
        passed_over: passed_over
            .map(|one| PassedOverView { name: one.name.to_string(), why: code_of(&one.why) })
            .collect(),
        missing: line.missing,
        met: line.met,
        certainty: code_of(&line.certainty),
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
        edition: code_of(&applied.edition),
        certainty: code_of(&quorum.certainty()),
        most_keys: applied.most_keys,
        most_keys_certainty: code_of(&applied.most_keys_certainty),
        lines: quorum.lines.iter().map(line_view).collect(),
        attending: QuorumAttendingView {
            needed: attending.needed,
            information_suffices: attending.information_suffices,
            part: code_of(&attending.part),
            names: names(&attending.names),
            met: attending.met,
            certainty: code_of(&attending.certainty),
        },
        mode: QuorumModeView {
            mode: code_of(&mode.mode),
            allowed: code_of(&mode.allowed),
            gaps: mode.gaps.iter().map(code_of).collect(),
            conditions: mode.conditions.iter().map(condition_form).collect(),
            named: mode.named.clone(),
            checked: mode
                .checked
                .iter()
                .map(|one| CheckedView { id: one.id.clone(), state: code_of(&one.state) })
                .collect(),
            met: mode.met,
            certainty: code_of(&mode.certainty),
        },
        met: quorum.met,
        verdict: quorum.verdict().to_owned(),
    }
}

//! The meeting: when, how, who, what was said, what was stated for the rules and what they made of it.

use super::{ChangedPart, Entries, joined};
use crate::label::Label;
use crate::meeting_record::{Attendance, Circumstances, MeetingRecord};
use crate::omission::OmissionFacts;
use crate::quorum::Quorum;
use crate::report::in_words::same;
use crate::words::{Worded, word};

impl Entries {
    pub(super) fn meeting(&mut self, meeting: &MeetingRecord) {
        let text = |value: &Option<crate::text::Text>| same(value.as_ref().map_or("", |text| text.as_str()));
        let held = [Some(same(meeting.held_on.to_string())), Some(meeting.mode.label().to_label())];
        let reason = meeting.reason.as_ref().map(|_| text(&meeting.reason));
        let pieces = [
            ("report.meeting", joined(held.into_iter().chain([reason]).flatten(), "、", ", ")),
            ("clinical.attending", meeting.attending.label().to_label()),
            ("report.attendance", joined(meeting.attendance.iter().map(person), "、", ", ")),
            ("report.minutes", text(&meeting.minutes)),
            ("quorum.wentOn", text(&meeting.without_quorum.as_ref().map(|one| one.reason.clone()))),
            (
                "quorum.title",
                joined(
                    [
                        meeting.circumstances.as_ref().map(circumstances),
                        meeting.quorum.as_deref().map(quorum),
                    ]
                    .into_iter()
                    .flatten(),
                    "、",
                    ", ",
                ),
            ),
        ];
        for ((key, label), place) in pieces.into_iter().zip(0u32..) {
            self.add(ChangedPart::Meeting, place.to_string(), word(key).to_label(), label);
        }
    }
}

/// A participant as far as the report says who it is and what the rules count.
fn person(person: &Attendance) -> Label {
    let institution = person.institution.as_ref().map(|text| same(text.as_str()));
    let kind = person.institution_kind.map(|kind| kind.label().to_label());
    let field = person.field.as_ref().map(|text| same(text.as_str()));
    let hours = person.full_time.filter(|full| *full).map(|_| word("quorum.fullTime").to_label());
    let role = person.role.map(|role| role.label().to_label());
    let keys = person.qualifications.iter().map(|key| same(key.key()));
    let inside =
        joined([institution, kind, field, hours, role].into_iter().flatten().chain(keys), "・", "; ");
    if inside.ja.is_empty() {
        return same(person.name.as_str());
    }
    Label {
        ja: format!("{}（{}）", person.name, inside.ja), en: format!("{} ({})", person.name, inside.en)
    }
}

fn circumstances(stated: &Circumstances) -> Label {
    let said = |key: &str, yes: bool| yes.then(|| word(key).to_label());
    let agree = stated.opinions_agree.map(|agree| {
        word(match (agree, stated.opinions_by_record) {
            (true, true) => "quorum.opinionsAgreeByRecord",
            (true, false) => "quorum.opinionsAgree",
            (false, _) => "modeGap.opinionsDiffer",
        })
        .to_label()
    });
    let grounds = stated.grounds.iter().map(|id| same(id.as_str()));
    let told = [
        said("quorum.ownSequencing", stated.own_sequencing),
        said("quorum.paediatric", stated.paediatric),
        agree,
    ];
    joined(told.into_iter().flatten().chain(grounds).chain(facts(&stated.omission)), "・", "; ")
}

/// What the omission of the panel rests on.
fn facts(stated: &OmissionFacts) -> impl Iterator<Item = Label> {
    let said = |key: &str, value: Option<Label>| value.map(|value| field_of_value(key, &value));
    [
        said("omission.tumour", stated.tumour.map(|code| code.label().to_label())),
        said(
            "omission.ccatSecondaryFinding",
            stated.ccat_secondary_finding.map(|code| code.label().to_label()),
        ),
        said("omission.usableDrug", stated.usable_drug.map(|code| code.label().to_label())),
    ]
    .into_iter()
    .flatten()
}

fn field_of_value(key: &str, value: &Label) -> Label {
    let field = word(key);
    Label { ja: format!("{}：{}", field.ja, value.ja), en: format!("{}: {}", field.en, value.en) }
}

fn quorum(quorum: &Quorum) -> Label {
    let (result, name) = (word(quorum.verdict()), &quorum.applied.name);
    let version = &quorum.applied.version;
    Label {
        ja: format!("{}（{} {version}）", result.ja, name.ja),
        en: format!("{} ({} {version})", result.en, name.en),
    }
}

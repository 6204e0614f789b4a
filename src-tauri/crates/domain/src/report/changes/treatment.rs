//! Recommendations and referrals.

use super::reading::cited;
use super::{ChangedPart, Entries, field_of, joined};
use crate::ids::FindingId;
use crate::label::Label;
use crate::referral::{RecordedStep, TrackedReferral};
use crate::report::ReportRecommendation;
use crate::report::in_words::{advice, level_in_words, same};
use crate::text::Text;
use crate::words::Worded;

impl Entries {
    pub(super) fn recommendation(&mut self, given: &ReportRecommendation) {
        // Without its id, as in reports of before ids were kept, it is known by its rank.
        let key = given.id.as_ref().map_or_else(|| format!("{:04}", given.rank), ToString::to_string);
        let (subject, words) = advice(&given.advice);
        let pieces = [
            ("recommendation.drugs", words),
            ("recommendation.rank", same(given.rank.to_string())),
            ("recommendation.basis", findings(&given.findings)),
            ("verdict.rationale", text(&given.rationale)),
            ("evidence.cited", cited(&given.evidence)),
            ("recommendation.approval", worded(given.access.approval.as_ref())),
            ("recommendation.basketStudy", worded(given.access.basket_study.as_ref())),
            ("recommendation.site", text(&given.access.site)),
            ("recommendation.needs", given.access.needs_in_words().unwrap_or_else(|| same(""))),
            ("recommendation.contraindications", text(&given.contraindications)),
        ];
        for ((field, label), place) in pieces.into_iter().zip(0u32..) {
            let subject =
                if place == 0 { same(subject.as_str()) } else { field_of(&same(subject.as_str()), field) };
            self.add(ChangedPart::Recommendation, format!("{key} {place}"), subject, label);
        }
    }

    pub(super) fn referral(&mut self, tracked: &TrackedReferral) {
        let referral = &tracked.referral;
        let pieces = [
            ("referral.status", joined(tracked.steps.iter().map(step), " → ", " → ")),
            ("referral.trialId", same(referral.trial.as_str())),
            ("referral.title", text(&referral.title)),
            ("referral.phase", text(&referral.phase)),
            (
                "recommendation.drugs",
                joined(referral.drugs.iter().map(|drug| same(drug.as_str())), " + ", " + "),
            ),
            ("recommendation.evidence", referral.evidence.as_ref().map_or_else(|| same(""), level_in_words)),
            ("recommendation.basis", findings(&referral.findings)),
            ("referral.site", text(&referral.site)),
            ("referral.contact", text(&referral.contact)),
            ("referral.asOf", same(referral.as_of.map(|day| day.to_string()).unwrap_or_default())),
            ("referral.eligibility", text(&referral.eligibility)),
        ];
        for ((field, label), place) in pieces.into_iter().zip(0u32..) {
            let subject = field_of(&same(referral.trial.as_str()), field);
            self.add(ChangedPart::Referral, format!("{} {place:02}", referral.id), subject, label);
        }
    }
}

fn text(value: &Option<Text>) -> Label {
    same(value.as_ref().map_or("", |text| text.as_str()))
}

fn worded(value: Option<&impl Worded>) -> Label {
    value.map_or_else(|| same(""), |value| value.label().to_label())
}

fn findings(ids: &[FindingId]) -> Label {
    joined(ids.iter().map(|id| same(id.to_string())), "、", ", ")
}

/// A step with its day, its remark and when to look again.
fn step(recorded: &RecordedStep) -> Label {
    let step = &recorded.step;
    let again = step.next_check.map(|day| same(format!("→ {day}")));
    let inside = joined([Some(text(&step.reason)), again].into_iter().flatten(), "、", ", ");
    let status = step.status.label();
    if inside.ja.is_empty() {
        return Label { ja: format!("{} {}", status.ja, step.on), en: format!("{} {}", status.en, step.on) };
    }
    Label {
        ja: format!("{} {}（{}）", status.ja, step.on, inside.ja),
        en: format!("{} {} ({})", status.en, step.on, inside.en),
    }
}

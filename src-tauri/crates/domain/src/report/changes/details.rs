//! Patient, clinical context, specimen.

use super::{ChangedPart, Entries};
use crate::label::Label;
use crate::patient::Treatment;
use crate::report::ReportContent;
use crate::report::in_words::same;
use crate::text::Text;
use crate::words::{Word, Worded, word};

impl Entries {
    pub(super) fn details(&mut self, content: &ReportContent) {
        let (patient, clinical, specimen) = (&content.patient, &content.clinical, &content.specimen);
        let text = |value: &Option<Text>| same(value.as_ref().map_or("", |text| text.as_str()));
        let number = |value: Option<String>| same(value.unwrap_or_default());
        let coded = |value: Option<Word>| value.map(Word::to_label).unwrap_or_else(|| same(""));
        let ccat = Some(&content.ccat_findings).filter(|ccat| !ccat.is_empty());
        let day = |value: Option<chrono::NaiveDate>| number(value.map(|day| day.to_string()));
        for (key, label) in [
            ("case.number", text(&content.case_number)),
            ("case.receivedOn", day(content.received_on)),
            ("patient.name", text(&patient.name)),
            ("patient.kana", text(&patient.kana)),
            ("patient.hospitalId", text(&patient.hospital_id)),
            ("patient.ccatId", text(&patient.ccat_id)),
            ("patient.sex", patient.sex.label().to_label()),
            ("patient.birthDate", day(patient.birth_date)),
            ("patient.age", number(patient.age.map(|age| age.to_string()))),
            ("patient.wish", content.wish.label().to_label()),
            ("clinical.tumourType", text(&clinical.tumour_type)),
            ("clinical.oncotree", text(&clinical.oncotree)),
            ("clinical.diagnosis", text(&clinical.diagnosis)),
            ("clinical.pathology", text(&clinical.pathology)),
            ("clinical.stage", text(&clinical.stage)),
            ("clinical.performanceStatus", number(clinical.performance_status.map(|ps| ps.to_string()))),
            ("clinical.pastHistory", text(&clinical.past_history)),
            ("clinical.familyHistory", text(&clinical.family_history)),
            ("clinical.hospital", text(&clinical.hospital)),
            ("clinical.department", text(&clinical.department)),
            ("clinical.attending", text(&clinical.attending)),
            ("specimen.kind", text(&specimen.kind)),
            ("specimen.site", text(&specimen.site)),
            ("specimen.method", text(&specimen.method)),
            ("specimen.collectedOn", day(specimen.collected_on)),
            ("specimen.tumourContent", number(specimen.tumour_content.map(|percent| format!("{percent} %")))),
            ("specimen.adequacy", coded(specimen.adequacy.map(|adequacy| adequacy.label()))),
            ("specimen.quality", text(&specimen.quality)),
            ("ccatFindings.state", coded(ccat.map(|ccat| ccat.state.label()))),
            ("ccatFindings.madeOn", day(ccat.and_then(|ccat| ccat.made_on))),
            ("ccatFindings.version", text(&ccat.and_then(|ccat| ccat.version.clone()))),
        ] {
            self.add(ChangedPart::Details, key, word(key).to_label(), label);
        }
        for (place, treatment) in (1u32..).zip(&clinical.treatments) {
            let heading = word("clinical.treatments");
            let subject =
                Label { ja: format!("{} {place}", heading.ja), en: format!("{} {place}", heading.en) };
            let key = format!("clinical.treatments {place:04}");
            self.add(ChangedPart::Details, key, subject, same(treatment_in_words(treatment)));
        }
    }
}

fn treatment_in_words(treatment: &Treatment) -> String {
    let text = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
    let day = |value: Option<chrono::NaiveDate>| value.map(|day| day.to_string()).unwrap_or_default();
    let period = (treatment.from.is_some() || treatment.to.is_some())
        .then(|| format!("{}–{}", day(treatment.from), day(treatment.to)));
    let parts = [
        treatment.line.map(|line| format!("{line}:")),
        text(&treatment.regimen),
        period,
        text(&treatment.best_response).map(|response| format!("[{response}]")),
        text(&treatment.ended_because).map(|reason| format!("({reason})")),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

//! Who the patient is and what is known of the illness.

use entaku_domain::text::Text;

use super::Writer;
use super::sheet::{heading, long_pairs, pairs, subheading};
use crate::layout::Block;

impl Writer<'_> {
    /// Patient, clinical context, treatments, specimen.
    pub(super) fn clinical(&self) -> Vec<Block> {
        let (patient, clinical) = (&self.content.patient, &self.content.clinical);
        let label = |key| self.words.head(key);
        let written = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
        let day = |value: Option<chrono::NaiveDate>| value.map(|day| self.words.day(Some(day)));
        let mut blocks = vec![heading(self.words.part("clinical"))];
        blocks.extend(pairs(
            self.words,
            &[
                (label("patient.name"), written(&patient.name)),
                (label("patient.kana"), written(&patient.kana)),
                (label("patient.hospitalId"), written(&patient.hospital_id)),
                (label("patient.ccatId"), written(&patient.ccat_id)),
                (label("ccatFindings.state"), Some(self.ccat_findings())),
                (label("ccatFindings.version"), written(&self.content.ccat_findings.version)),
                (label("patient.birthDate"), day(patient.birth_date)),
                (label("patient.age"), self.content.age.map(|age| age.to_string())),
                (label("patient.sex"), Some(self.words.value(&patient.sex).to_owned())),
                (label("case.receivedOn"), day(self.content.received_on)),
                (label("clinical.tumourType"), written(&clinical.tumour_type)),
                (label("clinical.oncotree"), written(&clinical.oncotree)),
                (label("clinical.stage"), written(&clinical.stage)),
                (label("clinical.performanceStatus"), clinical.performance_status.map(|ps| ps.to_string())),
                (label("clinical.hospital"), written(&clinical.hospital)),
                (label("clinical.department"), written(&clinical.department)),
                (label("clinical.attending"), written(&clinical.attending)),
                (label("patient.wish"), Some(self.words.value(&self.content.wish).to_owned())),
            ],
        ));
        blocks.extend(long_pairs(
            self.words,
            &[
                (label("clinical.diagnosis"), written(&clinical.diagnosis)),
                (label("clinical.pathology"), written(&clinical.pathology)),
                (label("clinical.pastHistory"), written(&clinical.past_history)),
                (label("clinical.familyHistory"), written(&clinical.family_history)),
            ],
        ));
        blocks.extend(self.treatments());
        blocks.extend(self.specimen());
        blocks
    }

    fn treatments(&self) -> Vec<Block> {
        let table = super::sheet::treatments(self.words, &self.content.clinical.treatments);
        table.map_or_else(Vec::new, |table| vec![subheading(&self.words.head("clinical.treatments")), table])
    }

    fn specimen(&self) -> Vec<Block> {
        let specimen = &self.content.specimen;
        let label = |key| self.words.head(key);
        let written = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
        let entries = [
            (label("specimen.kind"), written(&specimen.kind)),
            (label("specimen.site"), written(&specimen.site)),
            (label("specimen.method"), written(&specimen.method)),
            (label("specimen.collectedOn"), specimen.collected_on.map(|day| self.words.day(Some(day)))),
            (label("specimen.adequacy"), specimen.adequacy.map(|one| self.words.value(&one).to_owned())),
            (label("specimen.tumourContent"), specimen.tumour_content.map(|percent| format!("{percent} %"))),
        ];
        let quality = long_pairs(self.words, &[(label("specimen.quality"), written(&specimen.quality))]);
        let lists: Vec<Block> = pairs(self.words, &entries).into_iter().chain(quality).collect();
        if lists.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![subheading(self.words.part("specimen"))];
        blocks.extend(lists);
        blocks
    }
}

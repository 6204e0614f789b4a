//! Who the patient is and what is known of the illness.

use entaku_domain::text::Text;
use entaku_words::clinical;
use entaku_words::paper::page;

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
        let mut blocks = vec![heading(self.words.of(page::CLINICAL))];
        blocks.extend(pairs(
            self.words,
            &[
                (label(clinical::patient::NAME), written(&patient.name)),
                (label(clinical::patient::KANA), written(&patient.kana)),
                (label(clinical::patient::HOSPITAL_ID), written(&patient.hospital_id)),
                (label(clinical::patient::CCAT_ID), written(&patient.ccat_id)),
                (label(clinical::ccat_findings::STATE), Some(self.ccat_findings())),
                (label(clinical::ccat_findings::VERSION), written(&self.content.ccat_findings.version)),
                (label(clinical::patient::BIRTH_DATE), day(patient.birth_date)),
                (label(clinical::patient::AGE), self.content.age.map(|age| age.to_string())),
                (label(clinical::patient::SEX), Some(self.words.value(&patient.sex).to_owned())),
                (label(clinical::case::RECEIVED_ON), day(self.content.received_on)),
                (label(clinical::clinical::TUMOUR_TYPE), written(&clinical.tumour_type)),
                (label(clinical::clinical::ONCOTREE), written(&clinical.oncotree)),
                (label(clinical::clinical::STAGE), written(&clinical.stage)),
                (
                    label(clinical::clinical::PERFORMANCE_STATUS),
                    clinical.performance_status.map(|ps| ps.to_string()),
                ),
                (label(clinical::clinical::HOSPITAL), written(&clinical.hospital)),
                (label(clinical::clinical::DEPARTMENT), written(&clinical.department)),
                (label(clinical::clinical::ATTENDING), written(&clinical.attending)),
                (label(clinical::patient::WISH), Some(self.words.value(&self.content.wish).to_owned())),
            ],
        ));
        blocks.extend(long_pairs(
            self.words,
            &[
                (label(clinical::clinical::DIAGNOSIS), written(&clinical.diagnosis)),
                (label(clinical::clinical::PATHOLOGY), written(&clinical.pathology)),
                (label(clinical::clinical::PAST_HISTORY), written(&clinical.past_history)),
                (label(clinical::clinical::FAMILY_HISTORY), written(&clinical.family_history)),
            ],
        ));
        blocks.extend(self.treatments());
        blocks.extend(self.specimen());
        blocks
    }

    fn treatments(&self) -> Vec<Block> {
        let table = super::sheet::treatments(self.words, &self.content.clinical.treatments);
        table.map_or_else(Vec::new, |table| {
            vec![subheading(&self.words.head(clinical::clinical::TREATMENTS)), table]
        })
    }

    fn specimen(&self) -> Vec<Block> {
        let specimen = &self.content.specimen;
        let label = |key| self.words.head(key);
        let written = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
        let entries = [
            (label(clinical::specimen::KIND), written(&specimen.kind)),
            (label(clinical::specimen::SITE), written(&specimen.site)),
            (label(clinical::specimen::METHOD), written(&specimen.method)),
            (
                label(clinical::specimen::COLLECTED_ON),
                specimen.collected_on.map(|day| self.words.day(Some(day))),
            ),
            (
                label(clinical::specimen::ADEQUACY),
                specimen.adequacy.map(|one| self.words.value(&one).to_owned()),
            ),
            (
                label(clinical::specimen::TUMOUR_CONTENT),
                specimen.tumour_content.map(|percent| format!("{percent} %")),
            ),
        ];
        let quality =
            long_pairs(self.words, &[(label(clinical::specimen::QUALITY), written(&specimen.quality))]);
        let lists: Vec<Block> = pairs(self.words, &entries).into_iter().chain(quality).collect();
        if lists.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![subheading(self.words.of(page::SPECIMEN))];
        blocks.extend(lists);
        blocks
    }
}

//! The letter that refers a patient to one trial: who, which trial, why, on what it rests, whom to answer.

use entaku_domain::document::{CompanionState, DocumentKind, LetterContent};
use entaku_domain::grade::Grade;
use entaku_domain::omission::ConditionState;
use entaku_domain::referral::MatchedCriterion;
use entaku_domain::text::Text;
use entaku_words::paper::{letter, page};
use entaku_words::{Word, clinical};

use super::sheet::{
    callout, cell, column, heading, long_pairs, numbers, or_nothing, pairs, remark, row, ruled, stacked,
    strong, text, title,
};
use super::theme::{ALERT, ALERT_BAR, BODY, TABLE, bold, plain, span};
use super::wording::NOTHING;
use super::{DocumentIdentity, DocumentText, Words};
use crate::layout::{Block, Width};
use crate::options::RenderOptions;

/// The letter in one language.
pub(super) fn written(content: &LetterContent, options: &RenderOptions) -> DocumentText {
    let writer = Writer { content, words: Words::new(options.language) };
    DocumentText { about: writer.about(), blocks: writer.blocks(), readings: None }
}

struct Writer<'a> {
    content: &'a LetterContent,
    words: Words,
}

impl Writer<'_> {
    fn about(&self) -> DocumentIdentity {
        let LetterContent { institution, case_id, case_number, patient, state, .. } = self.content;
        let case = (case_id, case_number.as_ref());
        DocumentIdentity::of_patient(self.words, DocumentKind::Referral, institution, case, patient, state)
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.head();
        for part in [
            self.trial(),
            self.reason(),
            self.criteria(),
            self.patient(),
            self.treatments(),
            self.signature(),
        ] {
            blocks.extend(part);
        }
        blocks
    }

    fn say(&self, word: Word) -> &'static str {
        self.words.of(word)
    }

    fn head(&self) -> Vec<Block> {
        let referral = &self.content.referral;
        let mut blocks =
            title(self.words.of(clinical::document::REFERRAL), self.content.institution.as_str());
        if self.content.state == CompanionState::Draft {
            let notice = self.say(page::NOT_ISSUED);
            blocks.push(callout(vec![text(notice, bold(BODY))], ALERT, ALERT_BAR));
        }
        let to = match &referral.site {
            Some(site) => self.words.with(letter::to_site(site)),
            None => self.say(letter::TO).to_owned(),
        };
        blocks.push(text(&to, bold(11.0)));
        let lead = match self.content.panel_omitted {
            true => self.say(letter::LEAD_OMITTED),
            false => self.say(letter::LEAD),
        };
        blocks.push(text(lead, plain(BODY)));
        blocks
    }

    fn trial(&self) -> Vec<Block> {
        let referral = &self.content.referral;
        let written = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
        let drugs: Vec<&str> = referral.drugs.iter().map(Text::as_str).collect();
        let as_of = referral.as_of.map(|day| {
            let on = self.words.day(Some(day));
            self.words.with(letter::as_of(on))
        });
        let entries = [
            (
                self.say(letter::TRIAL_ID),
                Some({
                    let kind = self.words.value(&referral.trial.study_kind());
                    match referral.trial.registry() {
                        Some(registry) => format!("{} ({}, {kind})", referral.trial, registry.name()),
                        None => format!("{} ({kind})", referral.trial),
                    }
                }),
            ),
            (self.say(letter::TITLE), written(&referral.title)),
            (self.say(letter::PHASE), written(&referral.phase)),
            (self.say(letter::DRUGS), (!drugs.is_empty()).then(|| drugs.join(" + "))),
            (self.say(letter::STATUS), Some(as_of.unwrap_or_else(|| self.say(letter::NO_STATUS).to_owned()))),
            (self.say(letter::SITE), written(&referral.site)),
            (self.say(letter::SITE_CONTACT), written(&referral.contact)),
        ];
        let mut blocks = vec![heading(self.say(letter::TRIAL))];
        blocks.extend(long_pairs(self.words, &owned(&entries)));
        blocks
    }

    /// The trial's criteria as they stood when the patient was referred.
    fn criteria(&self) -> Vec<Block> {
        let Some(matched) = &self.content.referral.matched else { return Vec::new() };
        let language = self.words.language();
        let lines = |is_one: &dyn Fn(&MatchedCriterion) -> bool| {
            let lines: Vec<String> = matched
                .criteria
                .iter()
                .filter(|one| is_one(one))
                .map(|one| match &one.ticked_by {
                    Some(by) => self.words.with(letter::ticked_by(one.text.get(language), by)),
                    None => one.text.get(language).to_owned(),
                })
                .collect();
            (!lines.is_empty()).then(|| lines.join("\n"))
        };
        let stood = |state| lines(&move |one: &MatchedCriterion| one.state == state);
        let version = [Some(&matched.source), Some(&matched.version), matched.arm.as_ref()];
        let version: Vec<&str> = version.into_iter().flatten().map(String::as_str).collect();
        let entries = [
            (self.say(letter::CRITERIA_OF), Some(version.join(" / "))),
            (self.say(letter::RECRUITMENT), matched.recruitment.clone()),
            (self.say(letter::CRITERIA_MET), stood(ConditionState::Met)),
            (self.say(letter::CRITERIA_UNKNOWN), stood(ConditionState::Unknown)),
            (self.say(letter::CRITERIA_NOT_MET), stood(ConditionState::NotMet)),
        ];
        let mut blocks = vec![heading(self.say(letter::CRITERIA))];
        blocks.extend(long_pairs(self.words, &owned(&entries)));
        blocks
    }

    fn reason(&self) -> Vec<Block> {
        let content = self.content;
        let language = self.words.language();
        let mut blocks = vec![heading(self.say(letter::REASON))];
        let entries = [
            (self.say(letter::EVIDENCE), Some(self.level(content.evidence.as_ref()))),
            (self.say(letter::ROUTE), content.route.map(|route| self.words.value(&route).to_owned())),
            (self.say(letter::PANEL_REASONS), content.rationale.as_ref().map(ToString::to_string)),
            (self.say(letter::ELIGIBILITY), content.referral.eligibility.as_ref().map(ToString::to_string)),
        ];
        blocks.extend(long_pairs(self.words, &owned(&entries)));
        if !content.findings.is_empty() {
            let columns = vec![
                column(&self.words.head(clinical::finding::ID), Width::Fit(26.0, 36.0)),
                column(&self.words.head(clinical::finding::GENE), Width::Fit(50.0, 110.0)),
                column(&self.words.head(clinical::finding::CHANGE), Width::Share(1.8)),
                numbers(&self.words.head(clinical::finding::VAF), Width::Fit(42.0, 48.0)),
                column(
                    &self.words.head(if content.panel_omitted {
                        clinical::verdict::OWN
                    } else {
                        clinical::verdict::PANEL
                    }),
                    Width::Share(1.4),
                ),
            ];
            let rows = content.findings.iter().map(|finding| {
                row(vec![
                    cell(&finding.id.to_string()),
                    strong(&finding.subject),
                    stacked(
                        vec![span(or_nothing(Some(finding.said(language))), plain(TABLE))],
                        &finding.detail,
                    ),
                    cell(finding.vaf.as_deref().unwrap_or(NOTHING)),
                    cell(finding.verdict.get(language)),
                ])
            });
            blocks.push(ruled(columns, rows.collect()));
        }
        let names = super::test_names(self.words, &content.official_tests, &content.tests);
        let tests = self.words.pair(self.say(page::TEST), or_nothing(Some(&names.join(self.words.comma()))));
        let held = self.words.pair(self.words.of(page::HELD_ON), &self.words.day(content.panel_on));
        blocks.push(remark(&format!("{tests}   {held}")));
        let specimen = &content.specimen;
        let taken = specimen.collected_on.map(|day| self.words.day(Some(day)));
        let share = specimen.tumour_content.map(|share| {
            self.words.pair(&self.words.head(clinical::specimen::TUMOUR_CONTENT), &format!("{share} %"))
        });
        let kind = [&specimen.kind, &specimen.site].map(|words| words.as_ref().map(ToString::to_string));
        let said: Vec<String> = kind.into_iter().chain([taken, share]).flatten().collect();
        if !said.is_empty() {
            let label = self.words.of(page::SPECIMEN);
            blocks.push(remark(&self.words.pair(label, &said.join(self.words.comma()))));
        }
        blocks
    }

    /// A level with its scale, which it never stands without.
    fn level(&self, grade: Option<&Grade>) -> String {
        let Some(grade) = grade else {
            return self.say(page::NOT_RECORDED).to_owned();
        };
        let (scale, class) = (self.words.said(&grade.scale_name), self.words.said(&grade.class_name));
        if class == grade.class {
            format!("{scale} {class}")
        } else {
            format!("{scale} {} {class}", grade.class)
        }
    }

    fn patient(&self) -> Vec<Block> {
        let (patient, clinical) = (&self.content.patient, &self.content.clinical);
        let label = |key| self.words.head(key);
        let written = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
        let mut blocks = vec![heading(self.say(letter::PATIENT))];
        blocks.extend(pairs(
            self.words,
            &[
                (label(clinical::patient::NAME), written(&patient.name)),
                (label(clinical::patient::KANA), written(&patient.kana)),
                (label(clinical::patient::HOSPITAL_ID), written(&patient.hospital_id)),
                (label(clinical::patient::CCAT_ID), written(&patient.ccat_id)),
                (
                    label(clinical::patient::BIRTH_DATE),
                    patient.birth_date.map(|day| self.words.day(Some(day))),
                ),
                (label(clinical::patient::AGE), self.content.age.map(|age| age.to_string())),
                (label(clinical::patient::SEX), Some(self.words.value(&patient.sex).to_owned())),
                (label(clinical::clinical::TUMOUR_TYPE), written(&clinical.tumour_type)),
                (label(clinical::clinical::STAGE), written(&clinical.stage)),
                (
                    label(clinical::clinical::PERFORMANCE_STATUS),
                    clinical.performance_status.map(|ps| ps.to_string()),
                ),
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
        blocks
    }

    fn treatments(&self) -> Vec<Block> {
        let table = super::sheet::treatments(self.words, &self.content.clinical.treatments);
        let mut blocks = vec![heading(&self.words.head(clinical::clinical::TREATMENTS))];
        blocks.push(table.unwrap_or_else(|| remark(self.say(letter::NO_TREATMENT))));
        blocks
    }

    fn signature(&self) -> Vec<Block> {
        let content = self.content;
        let (who, when) = match &content.state {
            CompanionState::Issued { at, name, role, .. } => (
                Some(format!("{name} ({})", self.words.value(role))),
                Some(self.words.long_day(at.date_naive())),
            ),
            CompanionState::Draft => (None, None),
        };
        let clinical = &content.clinical;
        let from: Vec<String> = [&clinical.hospital, &clinical.department, &clinical.attending]
            .into_iter()
            .flatten()
            .map(ToString::to_string)
            .collect();
        let entries = [
            (self.say(letter::REFERRED_BY), (!from.is_empty()).then(|| from.join(" "))),
            (self.say(letter::ISSUED_BY), who),
            (self.say(page::ISSUED_ON), when),
            (self.say(letter::SIGNATURE), Some("　".repeat(20))),
            (self.say(letter::ANSWER_TO), content.contact.as_ref().map(ToString::to_string)),
        ];
        let mut blocks = vec![heading(self.say(letter::FROM))];
        blocks.extend(long_pairs(self.words, &owned(&entries)));
        blocks.push(remark(self.say(letter::CAUTION)));
        vec![Block::Together(blocks)]
    }
}

fn owned(entries: &[(&'static str, Option<String>)]) -> Vec<(String, Option<String>)> {
    entries.iter().map(|(label, value)| ((*label).to_owned(), value.clone())).collect()
}

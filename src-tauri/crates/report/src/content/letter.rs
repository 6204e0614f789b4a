//! The letter that refers a patient to one trial: who, which trial, why, on what it rests, whom to answer.

use entaku_domain::document::{CompanionState, DocumentKind, LetterContent};
use entaku_domain::grade::Grade;
use entaku_domain::text::Text;

use super::sheet::{
    callout, cell, column, heading, long_pairs, numbers, or_nothing, pairs, remark, row, ruled, stacked,
    strong, text, title,
};
use super::theme::{ALERT, ALERT_BAR, BODY, TABLE, bold, plain, span};
use super::wording::NOTHING;
use super::{About, Words, Written};
use crate::layout::{Block, Width};
use crate::options::RenderOptions;

/// The letter in one language.
pub(super) fn written(content: &LetterContent, options: &RenderOptions) -> Written {
    let writer = Writer { content, words: Words::new(options.language) };
    Written { about: writer.about(), blocks: writer.blocks(), readings: None }
}

struct Writer<'a> {
    content: &'a LetterContent,
    words: Words,
}

impl Writer<'_> {
    fn about(&self) -> About {
        let LetterContent { institution, case_id, case_number, patient, state, .. } = self.content;
        let case = (case_id, case_number.as_ref());
        About::of_patient(self.words, DocumentKind::Referral, institution, case, patient, state)
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.head();
        for part in [self.trial(), self.reason(), self.patient(), self.treatments(), self.signature()] {
            blocks.extend(part);
        }
        blocks
    }

    fn say(&self, ja: &'static str, en: &'static str) -> &'static str {
        self.words.either(ja, en)
    }

    fn head(&self) -> Vec<Block> {
        let referral = &self.content.referral;
        let mut blocks = title(self.words.of("document.referral"), self.content.institution.as_str());
        if self.content.state == CompanionState::Draft {
            let notice = self.say("原案：まだ発行されていません。", "Draft: not issued yet.");
            blocks.push(callout(vec![text(notice, bold(BODY))], ALERT, ALERT_BAR));
        }
        let to = match &referral.site {
            Some(site) if self.words.japanese() => format!("{site} 試験担当者 御中"),
            Some(site) => format!("To: the trial team, {site}"),
            None => self.say("試験担当者 御中", "To: the trial team").to_owned(),
        };
        blocks.push(text(&to, bold(11.0)));
        let lead = match self.content.panel_omitted {
            true => self.say(
                "いつも大変お世話になっております。下記の患者さんについて、がん遺伝子パネル検査の結果に基づき、貴施設の試験への参加の可否をご検討いただきたく、ご紹介申し上げます。",
                "Following the result of the cancer gene panel test, we would like to refer the patient named below and ask you to consider whether he or she may take part in your trial.",
            ),
            false => self.say(
                "いつも大変お世話になっております。下記の患者さんについて、当院のエキスパートパネルでの検討に基づき、貴施設の試験への参加の可否をご検討いただきたく、ご紹介申し上げます。",
                "Following the discussion of our expert panel, we would like to refer the patient named below and ask you to consider whether he or she may take part in your trial.",
            ),
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
            self.words.either_with(format!("{on} 時点の登録情報による"), format!("as registered on {on}"))
        });
        let entries = [
            (
                self.say("試験番号", "Trial"),
                Some(format!(
                    "{} ({}, {})",
                    referral.trial,
                    referral.trial.registry().name(),
                    self.words.value(&referral.trial.study_kind())
                )),
            ),
            (self.say("試験名", "Title"), written(&referral.title)),
            (self.say("相", "Phase"), written(&referral.phase)),
            (self.say("試験薬", "Drugs"), (!drugs.is_empty()).then(|| drugs.join(" + "))),
            (
                self.say("情報の時点", "Status"),
                Some(as_of.unwrap_or_else(|| {
                    self.say("確認日の記録がありません", "no date of looking it up is recorded").to_owned()
                })),
            ),
            (self.say("実施施設", "Hospital"), written(&referral.site)),
            (self.say("施設の窓口", "Contact there"), written(&referral.contact)),
        ];
        let mut blocks = vec![heading(self.say("ご紹介する試験", "The trial"))];
        blocks.extend(long_pairs(self.words, &owned(&entries)));
        blocks
    }

    fn reason(&self) -> Vec<Block> {
        let content = self.content;
        let language = self.words.language();
        let mut blocks = vec![heading(self.say("紹介の理由と根拠", "Reason, and what it rests on"))];
        let entries = [
            (self.say("エビデンスレベル", "Evidence level"), Some(self.level(content.evidence.as_ref()))),
            (
                self.say("到達経路", "Access route"),
                content.route.map(|route| self.words.value(&route).to_owned()),
            ),
            (
                self.say("パネルの理由", "Panel’s reasons"),
                content.rationale.as_ref().map(ToString::to_string),
            ),
            (
                self.say("適格性について", "Eligibility"),
                content.referral.eligibility.as_ref().map(ToString::to_string),
            ),
        ];
        blocks.extend(long_pairs(self.words, &owned(&entries)));
        if !content.findings.is_empty() {
            let columns = vec![
                column(&self.words.head("finding.id"), Width::Fit(26.0, 36.0)),
                column(&self.words.head("finding.gene"), Width::Fit(50.0, 110.0)),
                column(&self.words.head("finding.change"), Width::Share(1.8)),
                numbers(&self.words.head("finding.vaf"), Width::Fit(42.0, 48.0)),
                column(
                    &self.words.head(if content.panel_omitted { "verdict.own" } else { "verdict.panel" }),
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
        let tests =
            self.words.pair(self.say("検査", "Test"), or_nothing(Some(&names.join(self.words.comma()))));
        let held = self.words.pair(self.words.part("heldOn"), &self.words.day(content.panel_on));
        blocks.push(remark(&format!("{tests}   {held}")));
        let specimen = &content.specimen;
        let taken = specimen.collected_on.map(|day| self.words.day(Some(day)));
        let share = specimen
            .tumour_content
            .map(|share| self.words.pair(&self.words.head("specimen.tumourContent"), &format!("{share} %")));
        let kind = [&specimen.kind, &specimen.site].map(|words| words.as_ref().map(ToString::to_string));
        let said: Vec<String> = kind.into_iter().chain([taken, share]).flatten().collect();
        if !said.is_empty() {
            let label = self.words.part("specimen");
            blocks.push(remark(&self.words.pair(label, &said.join(self.words.comma()))));
        }
        blocks
    }

    /// A level with its scale, which it never stands without.
    fn level(&self, grade: Option<&Grade>) -> String {
        let Some(grade) = grade else {
            return self.say("記録なし", "not recorded").to_owned();
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
        let mut blocks = vec![heading(self.say("患者さん", "The patient"))];
        blocks.extend(pairs(
            self.words,
            &[
                (label("patient.name"), written(&patient.name)),
                (label("patient.kana"), written(&patient.kana)),
                (label("patient.hospitalId"), written(&patient.hospital_id)),
                (label("patient.ccatId"), written(&patient.ccat_id)),
                (label("patient.birthDate"), patient.birth_date.map(|day| self.words.day(Some(day)))),
                (label("patient.age"), self.content.age.map(|age| age.to_string())),
                (label("patient.sex"), Some(self.words.value(&patient.sex).to_owned())),
                (label("clinical.tumourType"), written(&clinical.tumour_type)),
                (label("clinical.stage"), written(&clinical.stage)),
                (label("clinical.performanceStatus"), clinical.performance_status.map(|ps| ps.to_string())),
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
        blocks
    }

    fn treatments(&self) -> Vec<Block> {
        let table = super::sheet::treatments(self.words, &self.content.clinical.treatments);
        let mut blocks = vec![heading(&self.words.head("clinical.treatments"))];
        blocks.push(
            table.unwrap_or_else(|| {
                remark(self.say("治療歴の記録はありません。", "No treatment is recorded."))
            }),
        );
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
            (self.say("紹介元", "Referred by"), (!from.is_empty()).then(|| from.join(" "))),
            (self.say("発行者", "Issued by"), who),
            (self.say("発行日", "Issued on"), when),
            (self.say("署名", "Signature"), Some("　".repeat(20))),
            (self.say("ご返信先", "Please answer to"), content.contact.as_ref().map(ToString::to_string)),
        ];
        let mut blocks = vec![heading(self.say("紹介者", "From"))];
        blocks.extend(long_pairs(self.words, &owned(&entries)));
        blocks.push(remark(self.say(
            "募集状況と適格基準は変わることがあります。患者さんへのご連絡の前に、貴施設での最新の状況をお知らせください。",
            "Recruitment and eligibility may have changed. Please let us know the present state at your hospital before the patient is contacted.",
        )));
        vec![Block::Together(blocks)]
    }
}

fn owned(entries: &[(&'static str, Option<String>)]) -> Vec<(String, Option<String>)> {
    entries.iter().map(|(label, value)| ((*label).to_owned(), value.clone())).collect()
}

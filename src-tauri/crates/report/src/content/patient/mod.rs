//! The explanation that the patient keeps: what was tested, what was found, what is recommended and where, what comes
//! next. In plain words, in a type that can be read, and with nothing that was not released.

mod size;

use chrono::NaiveDate;
use entaku_domain::document::{
    CompanionState, DocumentKind, Heredity, MarkerResult, PatientContent, Readings, ToldAdvice, ToldFinding,
    ToldMarker,
};
use entaku_domain::explanation::Plain;
use entaku_domain::label::Language;
use entaku_domain::patient::Sex;
use entaku_domain::words::{plain as simple, terms};
use entaku_words::paper::{explanation, page};
use entaku_words::{Word, clinical};

use self::size::Size;
use super::theme::{ACCENT, ALERT, ALERT_BAR, CALM};
use super::{DocumentIdentity, DocumentText, Words, walk};
use crate::layout::Block;
use crate::options::RenderOptions;

/// The explanation in one language and size.
pub(super) fn written(content: &PatientContent, options: &RenderOptions) -> DocumentText {
    let words = Words::new(options.language);
    let writer = Writer { content, words, size: Size::new(options.type_size) };
    let kana = options.readings == Readings::With && words.japanese();
    DocumentText { about: writer.about(), blocks: writer.blocks(), readings: kana.then(|| writer.names()) }
}

struct Writer<'a> {
    content: &'a PatientContent,
    words: Words,
    size: Size,
}

impl Writer<'_> {
    fn about(&self) -> DocumentIdentity {
        let PatientContent { institution, case_id, case_number, patient, state, .. } = self.content;
        let case = (case_id, case_number.as_ref());
        DocumentIdentity::of_patient(self.words, DocumentKind::Patient, institution, case, patient, state)
    }

    /// The patient's name as recorded in kana: part by part where both have as many parts. Names without recorded kana,
    /// the doctor's among them, are named so that they are left without.
    fn names(&self) -> Vec<(String, String)> {
        let bare = |name: &str| -> Vec<_> {
            name.split_whitespace()
                .filter(|part| is_name(part))
                .map(|part| (part.to_owned(), String::new()))
                .collect()
        };
        let doctor = self.content.doctor.as_ref().map_or_else(Vec::new, |doctor| bare(doctor.as_str()));
        let mut names = self.patient_name(bare);
        names.extend(doctor);
        names
    }

    fn patient_name(&self, bare: impl Fn(&str) -> Vec<(String, String)>) -> Vec<(String, String)> {
        let patient = &self.content.patient;
        let Some(name) = &patient.name else { return Vec::new() };
        let Some(kana) = &patient.kana else { return bare(name.as_str()) };
        let kana = super::wording::hiragana(kana.as_str());
        let parts: Vec<&str> = name.as_str().split_whitespace().collect();
        let read: Vec<&str> = kana.split_whitespace().collect();
        if parts.len() == read.len() {
            parts.into_iter().zip(read).map(|(part, kana)| (part.to_owned(), kana.to_owned())).collect()
        } else {
            vec![(name.to_string(), kana)]
        }
    }

    fn blocks(&self) -> Vec<Block> {
        let mut blocks = self.head();
        for part in [
            self.tested(),
            self.found(),
            self.advised(),
            self.heredity(),
            self.next(),
            self.good_to_know(),
            self.help(),
        ] {
            blocks.extend(part);
        }
        let said = walk::said(&blocks);
        blocks.extend(self.glossary(&said));
        // The lines to be filled in never stand alone on a page.
        let mut last = self.contact();
        last.extend(self.record());
        blocks.push(Block::Together(last));
        blocks
    }

    fn say(&self, word: Word) -> &'static str {
        self.words.of(word)
    }

    /// Plain words in the document's language, else in the one they were written in: a draft shows what there is.
    fn plain(&self, words: &Plain) -> Option<String> {
        let other = match self.words.language() {
            Language::Ja => Language::En,
            Language::En => Language::Ja,
        };
        words.get(self.words.language()).or_else(|| words.get(other)).map(ToString::to_string)
    }

    fn head(&self) -> Vec<Block> {
        let content = self.content;
        let size = self.size;
        let mut blocks = vec![size.title(self.words.of(clinical::document::PATIENT))];
        if let Some(name) = &content.patient.name {
            blocks.push(size.strong(&self.words.with(explanation::dear(name))));
        }
        blocks.extend(self.person());
        if content.state == CompanionState::Draft {
            let notice = self.say(explanation::NOT_ISSUED);
            blocks.push(size.callout(vec![size.text(notice)], ALERT, ALERT_BAR));
        }
        let lead = match (&content.companion, content.panel_omitted) {
            (Some(companion), _) => self.words.with(explanation::lead_companion(companion.named())),
            // Nobody met; what a panel would have discussed was not discussed.
            (None, true) => self.say(explanation::LEAD_OMITTED).to_owned(),
            (None, false) => self.say(explanation::LEAD).to_owned(),
        };
        blocks.push(size.text(&lead));
        blocks
    }

    /// Whose sheet it is: a name alone may be somebody else's.
    fn person(&self) -> Option<Block> {
        let content = self.content;
        let age = content.age.map(|age| self.words.with(explanation::years(age)));
        self.size.list(&[
            (
                self.say(explanation::HOSPITAL_NUMBER),
                content.patient.hospital_id.as_ref().map(ToString::to_string),
            ),
            (self.say(explanation::AGE), age),
            (
                self.say(explanation::SEX),
                (content.patient.sex != Sex::Unknown)
                    .then(|| self.words.value(&content.patient.sex).to_owned()),
            ),
        ])
    }

    /// Lines to be filled in by hand when it was explained.
    fn record(&self) -> Vec<Block> {
        let line = Some("＿＿＿＿＿＿＿＿＿＿＿＿".to_owned());
        let day = self.say(page::DAY_TO_FILL).to_owned();
        let entries = [
            (self.say(explanation::EXPLAINED_ON), Some(day)),
            (self.say(explanation::EXPLAINED_BY), line.clone()),
            (self.say(explanation::EXPLAINED_TO), line),
        ];
        let mut blocks = vec![self.size.heading(self.say(explanation::RECORD))];
        blocks.extend(self.size.list(&entries));
        blocks
    }

    fn day(&self, day: NaiveDate) -> String {
        self.words.long_day(day)
    }

    fn tested(&self) -> Vec<Block> {
        let content = self.content;
        let some = |parts: Vec<String>| (!parts.is_empty()).then(|| parts.join(self.words.comma()));
        let entries = [
            (
                self.say(page::TEST),
                some(super::test_names(self.words, &content.official_tests, &content.tests)),
            ),
            (self.say(explanation::SPECIMEN), some(content.specimen.clone())),
            (self.say(explanation::TAKEN_ON), content.collected_on.map(|day| self.day(day))),
            (self.say(explanation::TUMOUR_CONTENT), content.tumour_content.map(|share| format!("{share} %"))),
            (self.say(explanation::PANEL_ON), content.panel_on.map(|day| self.day(day))),
            (
                self.say(explanation::PANEL_LEADS),
                some(content.panel_leads.iter().map(ToString::to_string).collect()),
            ),
            (self.say(explanation::DIAGNOSIS), content.diagnosis.as_ref().map(ToString::to_string)),
        ];
        let mut blocks = vec![self.size.heading(self.say(explanation::TESTED))];
        blocks.extend(self.size.list(&entries));
        blocks
    }

    fn found(&self) -> Vec<Block> {
        let size = self.size;
        let mut blocks = vec![size.heading(self.say(explanation::FOUND))];
        if let Some(overall) = self.plain(&self.content.overall) {
            blocks.push(size.callout(vec![size.text(&overall)], CALM, ACCENT));
        }
        if self.content.findings.is_empty() {
            blocks.push(size.text(self.say(explanation::NOTHING_FOUND)));
        }
        for (number, finding) in (1..).zip(&self.content.findings) {
            blocks.push(Block::Together(self.finding(number, finding)));
        }
        blocks.extend(self.content.markers.iter().map(|marker| self.marker(marker)));
        blocks
    }

    /// A marker that is told of whether or not somebody wrote words for it.
    fn marker(&self, marker: &ToldMarker) -> Block {
        let words = match &marker.result {
            MarkerResult::Said { words } => self.words.said(words).to_owned(),
            MarkerResult::Written { words } => {
                self.words.with(explanation::marker_said(&marker.name, self.words.said(words)))
            }
            MarkerResult::NotTested => self.words.with(explanation::marker_not_tested(&marker.name)),
            MarkerResult::NoResult => self.words.with(explanation::marker_no_result(&marker.name)),
        };
        self.size.point(self.words.point(), &words)
    }

    fn finding(&self, number: usize, finding: &ToldFinding) -> Vec<Block> {
        let closer = finding.kind_in_words.as_ref().map(|label| self.words.said(label));
        let kind = closer.unwrap_or(simple::kind(finding.kind).get(self.words.language()));
        let name = format!("{number}. {}", finding.subject);
        let in_words = finding.change_in_words.as_ref().map(|label| self.words.said(label));
        let change = in_words.unwrap_or(&finding.change);
        let change = if change.is_empty() { kind.to_owned() } else { self.words.pair(kind, change) };
        let mut blocks = vec![self.size.item(&name, &change)];
        blocks.extend(self.plain(&finding.words).map(|words| self.size.text(&words)));
        blocks
    }

    fn advised(&self) -> Vec<Block> {
        let size = self.size;
        let mut blocks = vec![size.heading(self.say(explanation::OPTIONS))];
        if self.content.advice.iter().all(|advice| advice.works_less) {
            blocks.push(size.text(self.say(explanation::NO_OPTION)));
        }
        let (less, options): (Vec<_>, Vec<_>) =
            self.content.advice.iter().partition(|advice| advice.works_less);
        for (number, advice) in (1..).zip(options) {
            blocks.push(Block::Together(self.advice(number, advice)));
        }
        // Not among what can be had.
        if !less.is_empty() {
            blocks.push(size.heading(self.say(explanation::WORKS_LESS)));
            blocks
                .extend((1..).zip(less).map(|(number, advice)| Block::Together(self.advice(number, advice))));
        }
        blocks
    }

    fn advice(&self, number: usize, advice: &ToldAdvice) -> Vec<Block> {
        let language = self.words.language();
        let name = advice.name.clone().unwrap_or_else(|| self.say(explanation::NO_NEW_TREATMENT).to_owned());
        let mut blocks = vec![self.size.item(&format!("{number}. {name}"), "")];
        blocks.extend(self.plain(&advice.words).map(|words| self.size.text(&words)));
        let ask = || self.say(explanation::ASK_YOUR_DOCTOR).to_owned();
        let place = match (&advice.place, advice.route) {
            (Some(place), _) => Some(place.to_string()),
            (None, Some(_)) => Some(ask()),
            (None, None) => None,
        };
        let trial = advice.trial.as_ref().map(|trial| {
            let kind = self.words.value(&trial.study_kind());
            self.words.with(match advice.trial_as_of {
                Some(day) => explanation::trial_kind_on(trial, kind, self.day(day)),
                None => explanation::trial_kind(trial, kind),
            })
        });
        let entries = [
            (
                self.say(explanation::COST),
                advice.route.map(|route| simple::insured(route).get(language).to_owned()),
            ),
            (self.say(explanation::WHERE), place),
            (self.say(explanation::TRIAL_NUMBER), trial),
            (self.say(explanation::TRIAL), advice.trial_title.as_ref().map(ToString::to_string)),
        ];
        blocks.extend(self.size.list(&entries));
        blocks
    }

    /// The same words for everybody who has not asked to be told, whatever there is.
    fn heredity(&self) -> Vec<Block> {
        let heading = self.say(explanation::HEREDITY);
        let not_told = self.say(explanation::HEREDITY_NOT_TOLD);
        let words = match &self.content.heredity {
            Heredity::NotTold => not_told.to_owned(),
            Heredity::Told { words } => self.plain(words).unwrap_or_default(),
            // What was looked at, by whom, and what a test made for treatment cannot tell.
            Heredity::NotSuspected if self.content.panel_omitted => {
                self.say(explanation::HEREDITY_NOT_SUSPECTED_OMITTED).to_owned()
            }
            Heredity::NotSuspected => self.say(explanation::HEREDITY_NOT_SUSPECTED).to_owned(),
            Heredity::TumourOnly => self.say(explanation::HEREDITY_TUMOUR_ONLY).to_owned(),
            Heredity::NothingToJudge => self.say(explanation::HEREDITY_NOTHING_TO_JUDGE).to_owned(),
            // A draft: the gaps say what has to be written or judged.
            Heredity::Unwritten { .. } => self.say(explanation::HEREDITY_UNWRITTEN).to_owned(),
        };
        vec![Block::Together(vec![self.size.heading(heading), self.size.text(&words)])]
    }

    fn next(&self) -> Vec<Block> {
        let words = self
            .plain(&self.content.next_steps)
            .unwrap_or_else(|| self.say(explanation::NEXT_TOGETHER).to_owned());
        let heading = self.size.heading(self.say(explanation::NEXT));
        vec![Block::Together(vec![heading, self.size.text(&words)])]
    }

    fn good_to_know(&self) -> Vec<Block> {
        let points = [
            self.say(explanation::MAY_CHANGE),
            self.say(explanation::NO_PROOF),
            self.say(explanation::MAY_NOT_BE_POSSIBLE),
            self.say(explanation::DO_NOT_STOP),
        ];
        let mut blocks = vec![self.size.heading(self.say(explanation::GOOD_TO_KNOW))];
        blocks.extend(points.into_iter().map(|point| self.size.point(self.words.point(), point)));
        vec![Block::Together(blocks)]
    }

    /// Where help with costs and with everything else is to be had: in the site's words, else what holds everywhere in Japan.
    fn help(&self) -> Vec<Block> {
        let own = |words: &Plain, standing| {
            words
                .get(self.words.language())
                .map_or_else(|| self.say(standing).to_owned(), ToString::to_string)
        };
        let costs = own(&self.content.costs, explanation::COSTS_STANDING);
        let support = own(&self.content.support, explanation::SUPPORT_STANDING);
        let entries =
            [(self.say(explanation::COSTS), Some(costs)), (self.say(explanation::SUPPORT), Some(support))];
        let mut blocks = vec![self.size.heading(self.say(explanation::COSTS_AND_SUPPORT))];
        blocks.extend(self.size.list(&entries));
        vec![Block::Together(blocks)]
    }

    fn glossary(&self, said: &str) -> Vec<Block> {
        let language = self.words.language();
        let entries: Vec<(&'static str, Option<String>)> = terms::used(said, language)
            .into_iter()
            .filter_map(|term| Some((term.name(language), Some(term.for_patients(language)?.to_owned()))))
            .collect();
        if entries.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.size.heading(self.say(explanation::GLOSSARY))];
        blocks.extend(self.size.list(&entries));
        blocks
    }

    fn contact(&self) -> Vec<Block> {
        let content = self.content;
        let written = |text: &Option<entaku_domain::text::Text>| text.as_ref().map(ToString::to_string);
        let hospital: Vec<String> =
            [written(&content.hospital), written(&content.department)].into_iter().flatten().collect();
        let issued = match &content.state {
            CompanionState::Issued { at, .. } => Some(self.day(at.date_naive())),
            CompanionState::Draft => None,
        };
        let entries = [
            (self.say(explanation::HOSPITAL), (!hospital.is_empty()).then(|| hospital.join(" "))),
            (self.say(explanation::DOCTOR), written(&content.doctor)),
            (self.say(explanation::CONTACT), written(&content.contact)),
            (
                if content.panel_omitted {
                    self.say(explanation::REPORTED_BY)
                } else {
                    self.say(explanation::CONSIDERED_AT)
                },
                Some(content.institution.to_string()),
            ),
            (self.say(page::ISSUED_ON), issued),
        ];
        let mut blocks = vec![self.size.heading(self.say(explanation::WHOM_TO_ASK))];
        blocks.extend(self.size.list(&entries));
        blocks
    }
}

/// Whether a part of what is written for a person is a name, and not a department or an office: 佐藤, but not 内科.
fn is_name(part: &str) -> bool {
    let short = part.chars().nth(4).is_none();
    short && !["科", "医", "部", "長", "室", "院", "師", "生"].iter().any(|end| part.ends_with(end))
}

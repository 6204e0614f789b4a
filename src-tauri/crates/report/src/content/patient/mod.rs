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

use self::size::Size;
use super::theme::{ACCENT, ALERT, ALERT_BAR, CALM};
use super::{About, Words, Written, walk};
use crate::layout::Block;
use crate::options::RenderOptions;

/// The explanation in one language and size.
pub(super) fn written(content: &PatientContent, options: &RenderOptions) -> Written {
    let words = Words::new(options.language);
    let writer = Writer { content, words, size: Size::new(options.type_size) };
    let kana = options.readings == Readings::With && words.japanese();
    Written { about: writer.about(), blocks: writer.blocks(), readings: kana.then(|| writer.names()) }
}

struct Writer<'a> {
    content: &'a PatientContent,
    words: Words,
    size: Size,
}

impl Writer<'_> {
    fn about(&self) -> About {
        let PatientContent { institution, case_id, case_number, patient, state, .. } = self.content;
        let case = (case_id, case_number.as_ref());
        About::of_patient(self.words, DocumentKind::Patient, institution, case, patient, state)
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

    fn say(&self, ja: &'static str, en: &'static str) -> &'static str {
        self.words.either(ja, en)
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
        let mut blocks = vec![size.title(self.words.of("document.patient"))];
        if let Some(name) = &content.patient.name {
            let name = if self.words.japanese() { format!("{name} 様") } else { name.to_string() };
            blocks.push(size.strong(&name));
        }
        blocks.extend(self.person());
        if content.state == CompanionState::Draft {
            let notice = self.say(
                "これは原案です。まだ発行されていません。患者さんには渡さないでください。",
                "This is a draft. It has not been issued and must not be given to the patient.",
            );
            blocks.push(size.callout(vec![size.text(notice)], ALERT, ALERT_BAR));
        }
        let lead = match content.panel_omitted {
            // Nobody met; what a panel would have discussed was not discussed.
            true => self.say(
                "この説明書は、がん遺伝子パネル検査の結果を、患者さんにお伝えするためのものです。担当医の説明といっしょにお読みください。",
                "This sheet tells you the result of your cancer gene panel test. Please read it together with your doctor’s explanation.",
            ),
            false => self.say(
                "この説明書は、がん遺伝子パネル検査の結果と、専門家会議で話し合われた内容を、患者さんにお伝えするためのものです。担当医の説明といっしょにお読みください。",
                "This sheet tells you the result of your cancer gene panel test and what the expert panel discussed. Please read it together with your doctor’s explanation.",
            ),
        };
        blocks.push(size.text(lead));
        blocks
    }

    /// Whose sheet it is: a name alone may be somebody else's.
    fn person(&self) -> Option<Block> {
        let content = self.content;
        let age =
            content.age.map(|age| if self.words.japanese() { format!("{age}歳") } else { age.to_string() });
        self.size.list(&[
            (
                self.say("病院の患者番号", "Hospital number"),
                content.patient.hospital_id.as_ref().map(ToString::to_string),
            ),
            (self.say("年齢", "Age"), age),
            (
                self.say("性別", "Sex"),
                (content.patient.sex != Sex::Unknown)
                    .then(|| self.words.value(&content.patient.sex).to_owned()),
            ),
        ])
    }

    /// Lines to be filled in by hand when it was explained.
    fn record(&self) -> Vec<Block> {
        let line = Some("＿＿＿＿＿＿＿＿＿＿＿＿".to_owned());
        let day = self.say("　　　　　年　　　月　　　日", "＿＿＿＿＿＿＿＿＿＿＿＿").to_owned();
        let entries = [
            (self.say("説明した日", "Explained on"), Some(day)),
            (self.say("説明した人", "Explained by"), line.clone()),
            (self.say("説明を受けた人", "Explained to"), line),
        ];
        let mut blocks = vec![self.size.heading(self.say("説明の記録", "Record of the explanation"))];
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
                self.say("検査", "Test"),
                some(super::test_names(self.words, &content.official_tests, &content.tests)),
            ),
            (self.say("調べた検体", "Specimen"), some(content.specimen.clone())),
            (self.say("検体を採った日", "Taken on"), content.collected_on.map(|day| self.day(day))),
            (
                self.say("がん細胞の割合", "Share of cancer cells"),
                content.tumour_content.map(|share| format!("{share} %")),
            ),
            (self.say("専門家会議の日", "Expert panel"), content.panel_on.map(|day| self.day(day))),
            (
                self.say("専門家会議の責任者", "Lead of the panel"),
                some(content.panel_leads.iter().map(ToString::to_string).collect()),
            ),
            (self.say("診断名", "Diagnosis"), content.diagnosis.as_ref().map(ToString::to_string)),
        ];
        let mut blocks = vec![self.size.heading(self.say("調べたこと", "What was tested"))];
        blocks.extend(self.size.list(&entries));
        blocks
    }

    fn found(&self) -> Vec<Block> {
        let size = self.size;
        let mut blocks = vec![size.heading(self.say("わかったこと", "What was found"))];
        if let Some(overall) = self.plain(&self.content.overall) {
            blocks.push(size.callout(vec![size.text(&overall)], CALM, ACCENT));
        }
        if self.content.findings.is_empty() {
            blocks.push(size.text(self.say(
                "この説明書でお伝えする遺伝子の変化はありません。",
                "There is no gene change to tell you of on this sheet.",
            )));
        }
        for (number, finding) in (1..).zip(&self.content.findings) {
            blocks.push(Block::Together(self.finding(number, finding)));
        }
        blocks.extend(self.content.markers.iter().map(|marker| self.marker(marker)));
        blocks
    }

    /// A marker that is told of whether or not somebody wrote words for it.
    fn marker(&self, marker: &ToldMarker) -> Block {
        let not_tested = || {
            self.words.either_with(
                format!("{}は、この検査では調べていません。", marker.name),
                format!("{} was not looked at by this test.", marker.name),
            )
        };
        let no_result = || {
            self.words.either_with(
                format!(
                    "{}の結果は、受け取ったファイルに書かれていません。担当医にお尋ねください。",
                    marker.name
                ),
                format!("The files received give no result for {}. Please ask your doctor.", marker.name),
            )
        };
        let written = |words: &str| {
            self.words.either_with(
                format!("{}の結果は「{words}」です。意味については、担当医がご説明します。", marker.name),
                format!(
                    "The result for {} is “{words}”. Your doctor will explain what it means.",
                    marker.name
                ),
            )
        };
        let words = match &marker.result {
            MarkerResult::Said { words } => self.words.said(words).to_owned(),
            MarkerResult::Written { words } => written(self.words.said(words)),
            MarkerResult::NotTested => not_tested(),
            MarkerResult::NoResult => no_result(),
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
        let mut blocks = vec![size.heading(self.say("治療などの候補", "Treatments and steps to consider"))];
        if self.content.advice.iter().all(|advice| advice.works_less) {
            blocks.push(size.text(self.say(
                "この説明書でお伝えする候補はありません。担当医にお尋ねください。",
                "There is no option to tell you of on this sheet. Please ask your doctor.",
            )));
        }
        let (less, options): (Vec<_>, Vec<_>) =
            self.content.advice.iter().partition(|advice| advice.works_less);
        for (number, advice) in (1..).zip(options) {
            blocks.push(Block::Together(self.advice(number, advice)));
        }
        // Not among what can be had.
        if !less.is_empty() {
            blocks.push(
                size.heading(self.say("効きにくいと考えられるお薬", "Medicines thought to work less well")),
            );
            blocks
                .extend((1..).zip(less).map(|(number, advice)| Block::Together(self.advice(number, advice))));
        }
        blocks
    }

    fn advice(&self, number: usize, advice: &ToldAdvice) -> Vec<Block> {
        let language = self.words.language();
        let name = advice.name.clone().unwrap_or_else(|| {
            self.say("新しい治療のお勧めはありません", "No new treatment is recommended").to_owned()
        });
        let mut blocks = vec![self.size.item(&format!("{number}. {name}"), "")];
        blocks.extend(self.plain(&advice.words).map(|words| self.size.text(&words)));
        let ask = || self.say("担当医にご確認ください", "please ask your doctor").to_owned();
        let place = match (&advice.place, advice.route) {
            (Some(place), _) => Some(place.to_string()),
            (None, Some(_)) => Some(ask()),
            (None, None) => None,
        };
        let trial = advice.trial.as_ref().map(|trial| {
            let kind = self.words.value(&trial.study_kind());
            match advice.trial_as_of {
                Some(day) if self.words.japanese() => format!("{trial}（{kind}、{}現在）", self.day(day)),
                Some(day) => format!("{trial} ({kind}, as of {})", self.day(day)),
                None if self.words.japanese() => format!("{trial}（{kind}）"),
                None => format!("{trial} ({kind})"),
            }
        });
        let entries = [
            (
                self.say("費用と保険", "Cost, insurance"),
                advice.route.map(|route| simple::insured(route).get(language).to_owned()),
            ),
            (self.say("受けられる所", "Where"), place),
            (self.say("臨床試験番号", "Trial number"), trial),
            (self.say("臨床試験の名前", "Trial"), advice.trial_title.as_ref().map(ToString::to_string)),
        ];
        blocks.extend(self.size.list(&entries));
        blocks
    }

    /// The same words for everybody who has not asked to be told, whatever there is.
    fn heredity(&self) -> Vec<Block> {
        let heading = self.say("遺伝（生まれつきの体質）について", "About heredity");
        let not_told = self.say(
            "この説明書には、生まれつきの体質（遺伝）に関する結果は、あるかないかを含めて書いていません。知りたいと思われたときは、いつでも担当医にお話しください。",
            "This sheet does not say anything about heredity, not even whether there is something to tell. Whenever you wish to know, please talk with your doctor.",
        );
        let words = match &self.content.heredity {
            Heredity::NotTold => not_told.to_owned(),
            Heredity::Told { words } => self.plain(words).unwrap_or_default(),
            Heredity::NotSuspected => self.not_suspected(),
            Heredity::TumourOnly => self.without_ruling_out(
                "今回見つかった遺伝子の変化は、がん以外の細胞と比べて、がん細胞に生じたものと報告されています。",
                "The gene changes found by this test are reported, by comparison with cells outside the cancer, as having arisen in the cancer cells.",
            ),
            Heredity::NothingToJudge => self.without_ruling_out(
                "今回の検査の結果には、生まれつきのもの（遺伝するもの）かどうかを考えることになる遺伝子の変化は含まれていませんでした。",
                "The result of this test holds no gene change of which one would ask whether it is present from birth (inherited).",
            ),
            // A draft: the gaps say what has to be written or judged.
            Heredity::Unwritten { .. } => self.say(
                "〔遺伝についての説明がまだ書かれていません。このままでは発行できません。〕",
                "〔What is to be said of heredity has not been written yet. The sheet cannot be issued.〕",
            ).to_owned(),
        };
        vec![Block::Together(vec![self.size.heading(heading), self.size.text(&words)])]
    }

    /// What was looked at, by whom, and what the test cannot tell.
    fn not_suspected(&self) -> String {
        let (who_ja, who_en) = match self.content.panel_omitted {
            true => ("担当医が", "your doctor"),
            false => ("専門家会議が", "the expert panel"),
        };
        let (ja, en) = (
            format!(
                "今回の検査で見つかった遺伝子の変化の中に、{who_ja}、生まれつきのもの（遺伝するもの）と疑ったものはありませんでした。"
            ),
            format!(
                "Among the gene changes found by this test, {who_en} did not suspect any to be present from birth (inherited)."
            ),
        );
        self.without_ruling_out(&ja, &en)
    }

    /// What was found, and what a test made for treatment cannot tell.
    fn without_ruling_out(&self, ja: &str, en: &str) -> String {
        self.words.either_with(
            format!("{ja}ただし、この検査はがんの治療のための検査で、遺伝する体質がないことを確かめる検査ではありません。ご家族のことなどで気になることがあれば、担当医にお話しください。"),
            format!("{en} The test is made for the treatment of the cancer, however, and cannot rule heredity out. If you are concerned, for example because of illnesses in your family, please talk with your doctor."),
        )
    }

    fn next(&self) -> Vec<Block> {
        let words = self.plain(&self.content.next_steps).unwrap_or_else(|| {
            self.say(
                "これからのことは、担当医と相談して決めていきます。",
                "You will decide what comes next together with your doctor.",
            )
            .to_owned()
        });
        let heading = self.size.heading(self.say("これからのこと", "What happens next"));
        vec![Block::Together(vec![heading, self.size.text(&words)])]
    }

    fn good_to_know(&self) -> Vec<Block> {
        let points = [
            self.say(
                "結果の意味は、研究が進むと変わることがあります。",
                "What a result means may change as research goes on.",
            ),
            self.say(
                "見つからなかったことは、がんや遺伝の心配がまったくないという意味ではありません。",
                "That nothing was found does not mean that there is no risk.",
            ),
            self.say(
                "ここに書いた治療は、体の状態や臨床試験の募集の状況によって、受けられないことがあります。",
                "The treatments named here may not be possible for you, depending on your health and on whether a trial still takes patients.",
            ),
            self.say(
                "今の治療やお薬を、自分の判断でやめないでください。",
                "Please do not stop your present treatment or medicines on your own.",
            ),
        ];
        let mut blocks = vec![self.size.heading(self.say("知っておいていただきたいこと", "Good to know"))];
        blocks.extend(points.into_iter().map(|point| self.size.point(self.words.point(), point)));
        vec![Block::Together(blocks)]
    }

    /// Where help with costs and with everything else is to be had: in the site's words, else what holds everywhere in Japan.
    fn help(&self) -> Vec<Block> {
        let own = |words: &Plain, ja, en| {
            words.get(self.words.language()).map_or_else(|| self.say(ja, en).to_owned(), ToString::to_string)
        };
        let costs = own(
            &self.content.costs,
            "医療費の自己負担が高額になったときは、高額療養費制度を使えることがあります。病院の窓口や、加入している健康保険にお尋ねください。",
            "If what you pay for your care becomes high, the national system for high medical costs may cover a part of it. Please ask at the hospital’s office or your health insurance.",
        );
        let support = own(
            &self.content.support,
            "がん相談支援センターでは、治療や生活、お金のことなどの相談を、患者さんからもご家族からも無料で受けています。かかっている病院でなくても利用できます。",
            "Cancer support centres at designated hospitals help patients and families, free of charge, with questions about treatment, daily life or money, wherever you are treated.",
        );
        let entries =
            [(self.say("費用", "Costs"), Some(costs)), (self.say("相談の窓口", "Support"), Some(support))];
        let mut blocks = vec![self.size.heading(self.say("費用と相談", "Costs and support"))];
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
        let mut blocks = vec![self.size.heading(self.say("言葉の説明", "Words explained"))];
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
            (self.say("病院・診療科", "Hospital"), (!hospital.is_empty()).then(|| hospital.join(" "))),
            (self.say("担当医", "Doctor"), written(&content.doctor)),
            (self.say("問い合わせ", "Contact"), written(&content.contact)),
            (
                if content.panel_omitted {
                    self.say("報告した病院", "Reported by")
                } else {
                    self.say("検討した病院", "Considered at")
                },
                Some(content.institution.to_string()),
            ),
            (self.say("発行日", "Issued on"), issued),
        ];
        let mut blocks = vec![self.size.heading(self.say("問い合わせ先", "Whom to ask"))];
        blocks.extend(self.size.list(&entries));
        blocks
    }
}

/// Whether a part of what is written for a person is a name, and not a department or an office: 佐藤, but not 内科.
fn is_name(part: &str) -> bool {
    let short = part.chars().nth(4).is_none();
    short && !["科", "医", "部", "長", "室", "院", "師", "生"].iter().any(|end| part.ends_with(end))
}

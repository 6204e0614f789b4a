//! The panel's outcome as the C-CAT items on treatment after the panel (EP後) name it: one line for each treatment that
//! was presented, one line for a case without any.
//!
//! Each coded item has its code and its words (`.名称`) in columns of their own. Codes come from the knowledge data; one
//! that could not be confirmed is empty. Whether a treatment was given is what a person recorded, never concluded: a
//! referral that began treatment, or the mark "treatment begun" where only one treatment was presented.

use super::Table;
use entaku_domain::case::Case;
use entaku_domain::label::Language;
use entaku_domain::meeting_record::MeetingRecord;
use entaku_domain::milestone::Milestone;
use entaku_domain::recommendation::{Advice, GivenRecommendation};
use entaku_domain::referral::{ReferralStatus, TrackedReferral};
use entaku_domain::words::Worded;
use entaku_knowledge::CcatCodes;

/// The items.
pub(crate) struct CcatTable<'a> {
    /// Codes by item and value.
    pub(crate) codes: &'a CcatCodes,
}

const HEAD: [&str; 20] = [
    "症例番号",
    "C-CAT登録ID",
    "エキスパートパネル開催日",
    "エキスパートパネルの結果新たな治療薬の選択肢が提示された",
    "エキスパートパネルの結果新たな治療薬の選択肢が提示された.名称",
    "提示された治療の順位",
    "提示された治療薬",
    "エビデンスレベル",
    "エビデンスレベルの尺度",
    "治療方針",
    "治療方針.名称",
    "臨床試験番号",
    "提示された治療薬を投与した",
    "提示された治療薬を投与した.名称",
    "投与開始日",
    "提示された治療薬を投与しなかった理由",
    "提示された治療薬を投与しなかった理由.名称",
    "治験紹介の状況",
    "治験紹介の状況の日付",
    "治験紹介の備考",
];

/// What is known of the giving of a treatment.
#[derive(Default)]
struct Given {
    /// Whether it was given, where a person said so.
    given: Option<bool>,
    /// First day.
    on: String,
    /// Why not, in words.
    why_not: String,
}

impl Table for CcatTable<'_> {
    fn head(&self) -> Vec<String> {
        HEAD.map(str::to_owned).into()
    }

    fn lines(&self, case: &Case) -> Vec<Vec<String>> {
        let treatments: Vec<&GivenRecommendation> = case
            .standing_recommendations()
            .filter(|given| given.recommendation.advice.offers_treatment())
            .collect();
        // Neither a treatment nor an explicit "nothing": the panel has not said yet.
        let presented = case.has_advice().then_some(!treatments.is_empty());
        if treatments.is_empty() {
            return vec![self.line(case, presented, None, false)];
        }
        let alone = treatments.len() == 1;
        (1..)
            .zip(treatments)
            .map(|(rank, given)| self.line(case, presented, Some((rank, given)), alone))
            .collect()
    }
}

impl CcatTable<'_> {
    fn line(
        &self,
        case: &Case,
        presented: Option<bool>,
        treatment: Option<(u32, &GivenRecommendation)>,
        alone: bool,
    ) -> Vec<String> {
        let said = |text: Option<String>| text.unwrap_or_default();
        let [presented_code, presented_words] = self.coded(
            "presented",
            match presented {
                Some(true) => Some(("yes", "はい")),
                Some(false) => Some(("no", "いいえ")),
                None => None,
            },
        );
        let mut cells = vec![
            said(case.number.as_ref().map(ToString::to_string)),
            said(case.details.patient.ccat_id.as_ref().map(ToString::to_string)),
            said(case.meeting.as_ref().and_then(MeetingRecord::met_on).map(|day| day.to_string())),
            presented_code,
            presented_words,
        ];
        let advice = treatment.map(|(rank, given)| (rank, given, &given.recommendation.advice));
        let Some((rank, given, Advice::Treatment { drugs, route, evidence, trial })) = advice else {
            cells.resize(HEAD.len(), String::new());
            return cells;
        };
        let drugs: Vec<&str> = drugs.iter().map(|drug| drug.as_str()).collect();
        let referral = case
            .referrals
            .iter()
            .rfind(|tracked| tracked.referral.recommendation.as_ref() == Some(&given.recommendation.id));
        let taken = taken(case, referral, alone);
        let route_code = crate::convert::code_of(route);
        let [route_cell, route_words] =
            self.coded("route", Some((route_code.as_str(), route.label().get(Language::Ja))));
        let [given_code, given_words] = self.coded(
            "given",
            match taken.given {
                Some(true) => Some(("yes", "投与した")),
                Some(false) => Some(("no", "投与しなかった")),
                None => None,
            },
        );
        let last = referral.and_then(|tracked| tracked.steps.last()).map(|recorded| &recorded.step);
        cells.extend([
            rank.to_string(),
            drugs.join("、"),
            said(evidence.as_ref().map(|grade| grade.class.clone())),
            said(evidence.as_ref().map(|grade| grade.scale_name.ja.clone())),
            route_cell,
            route_words,
            said(trial.as_ref().map(ToString::to_string)),
            given_code,
            given_words,
            taken.on,
            String::new(),
            taken.why_not,
            said(last.map(|step| step.status.label().get(Language::Ja).to_owned())),
            said(last.map(|step| step.on.to_string())),
            said(last.and_then(|step| step.reason.as_ref()).map(ToString::to_string)),
        ]);
        cells
    }

    /// The code of a value, empty where it is not known, and its words.
    fn coded(&self, item: &str, value: Option<(&str, &str)>) -> [String; 2] {
        let Some((value, words)) = value else { return [String::new(), String::new()] };
        [self.codes.code(item, value).unwrap_or_default().to_owned(), words.to_owned()]
    }
}

fn taken(case: &Case, referral: Option<&TrackedReferral>, alone: bool) -> Given {
    let started = referral.and_then(|tracked| {
        tracked.steps.iter().find(|recorded| recorded.step.status == ReferralStatus::Started)
    });
    if let Some(recorded) = started {
        return Given { given: Some(true), on: recorded.step.on.to_string(), why_not: String::new() };
    }
    // The mark speaks of the case: which of several treatments it means is not known.
    let mark = case.milestones.get(&Milestone::TreatmentStarted).map(|recorded| &recorded.mark);
    match mark {
        Some(mark) if mark.happened && alone => Given {
            given: Some(true),
            on: mark.on.map(|day| day.to_string()).unwrap_or_default(),
            why_not: String::new(),
        },
        Some(mark) if !mark.happened => Given {
            given: Some(false),
            on: String::new(),
            why_not: mark.remark.as_ref().map(ToString::to_string).unwrap_or_default(),
        },
        _ => Given::default(),
    }
}

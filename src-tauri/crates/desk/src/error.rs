//! What goes wrong, as the shells hand it on: a code, a message in the reader's language, the fields concerned.

use entaku_domain::gap::Gap;
use entaku_domain::label::{Label, Language};
use entaku_domain::refusal::Refusal;
use serde::Serialize;
use std::collections::BTreeMap;

mod gap;
mod intake;
mod signing;
mod sitting;
mod store;

pub(crate) use gap::gap_words;

/// What a shell prints or shows: `{"code","message","fields"}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct ApiError {
    /// Stable code.
    pub code: String,
    /// In the reader's language: what was found, what was expected, what to do.
    pub message: String,
    /// By field name: what is wrong with it.
    pub fields: BTreeMap<String, String>,
}

/// Codes that a shell can act on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Code {
    /// A command of no such name, or arguments of another shape.
    BadRequest,
    /// A field's value is not acceptable.
    Invalid,
    /// No store is open.
    NotSignedIn,
    /// Wrong name or password, wrong recovery code.
    SignInRefused,
    /// The role does not allow the act.
    Forbidden,
    /// No such case, finding, revision …
    NotFound,
    /// The case changed since it was last seen.
    Stale,
    /// The case's present state does not allow the act.
    Refused,
    /// The input file could not be used.
    Intake,
    /// The store could not do it.
    Store,
    /// What the store holds is not what was once written: nothing was changed, a backup is needed.
    Damaged,
    /// The document could not be made.
    Document,
    /// A file could not be read or written.
    File,
    /// A fault of the program.
    Internal,
}

impl Code {
    /// All codes.
    pub const ALL: [Self; 14] = [
        Self::BadRequest,
        Self::Invalid,
        Self::NotSignedIn,
        Self::SignInRefused,
        Self::Forbidden,
        Self::NotFound,
        Self::Stale,
        Self::Refused,
        Self::Intake,
        Self::Store,
        Self::Damaged,
        Self::Document,
        Self::File,
        Self::Internal,
    ];

    /// As written in JSON.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::BadRequest => "bad-request",
            Self::Invalid => "invalid",
            Self::NotSignedIn => "not-signed-in",
            Self::SignInRefused => "sign-in-refused",
            Self::Forbidden => "forbidden",
            Self::NotFound => "not-found",
            Self::Stale => "stale",
            Self::Refused => "refused",
            Self::Intake => "intake",
            Self::Store => "store",
            Self::Damaged => "damaged",
            Self::Document => "document",
            Self::File => "file",
            Self::Internal => "internal",
        }
    }
}

/// A failure with its words in both languages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Code.
    pub code: Code,
    /// Words.
    pub message: Label,
    /// By field name: what is wrong with it.
    pub fields: BTreeMap<String, Label>,
}

/// What every act answers.
pub type Outcome<T> = Result<T, Problem>;

impl Problem {
    /// A problem in words of both languages.
    pub fn new(code: Code, ja: impl Into<String>, en: impl Into<String>) -> Self {
        Self { code, message: Label { ja: ja.into(), en: en.into() }, fields: BTreeMap::new() }
    }

    /// A field whose value is not acceptable.
    pub fn field(field: &str, ja: impl Into<String>, en: impl Into<String>) -> Self {
        let (ja, en) = (ja.into(), en.into());
        let mut problem = Self::new(Code::Invalid, format!("{field}: {ja}"), format!("{field}: {en}"));
        problem.fields.insert(field.to_owned(), Label { ja, en });
        problem
    }

    /// Something that is not there.
    pub fn not_found(ja: &str, en: &str, name: &str) -> Self {
        Self::new(
            Code::NotFound,
            format!("{ja}「{name}」は見つかりません。"),
            format!("There is no {en} “{name}”."),
        )
    }

    /// In one language, for a shell.
    pub fn said(&self, language: Language) -> ApiError {
        let fields =
            self.fields.iter().map(|(name, label)| (name.clone(), label.get(language).to_owned())).collect();
        ApiError {
            code: self.code.as_str().to_owned(),
            message: self.message.get(language).to_owned(),
            fields,
        }
    }
}

impl From<Gap> for Problem {
    fn from(gap: Gap) -> Self {
        Refusal::from(gap).into()
    }
}

/// What cannot be written as data is a fault of the program.
impl From<serde_json::Error> for Problem {
    fn from(error: serde_json::Error) -> Self {
        internal(error)
    }
}

impl From<Refusal> for Problem {
    fn from(refusal: Refusal) -> Self {
        let words = refusal_words(&refusal);
        Self { code: Code::Refused, message: words, fields: BTreeMap::new() }
    }
}

/// A refusal of the case in words: what to do first.
fn refusal_words(refusal: &Refusal) -> Label {
    let (ja, en) = match refusal {
        Refusal::Gap(gap) => return gap_words(gap),
        Refusal::AlreadyReceived => {
            ("この症例は受領済みです。".to_owned(), "The case has been received already.".to_owned())
        }
        Refusal::NoFinding(id) => {
            (format!("所見 {id} はこの症例にありません。"), format!("The case has no finding {id}."))
        }
        Refusal::AlreadySigned(name) => (
            format!("この立場では {name} さんの署名が有効です。内容が変わるまで、署名し直すことはできません。"),
            format!("{name} has signed in this capacity, and the signature stands until the content changes."),
        ),
        Refusal::NoGuess => (
            "確認を待つその名前の検体はありません。".to_owned(),
            "No sample of that name waits to be confirmed.".to_owned(),
        ),
        Refusal::NoConsequence(id) => (
            format!("所見 {id} にその転写産物の記載はありません。"),
            format!("Finding {id} has no such consequence."),
        ),
        Refusal::ChosenAlready(id) => (
            format!("所見 {id} はすでにその転写産物で表示されています。"),
            format!("That consequence speaks for finding {id} already."),
        ),
        Refusal::AnotherFinding(id) => (
            format!(
                "現在の読み取りでは {id} の種類または由来（体細胞・生殖細胞系列）が変わるため、この番号のままでは採用できません。正しい所見を手入力し、{id} は理由を記入して保留にしてください。"
            ),
            format!(
                "Read anew, {id} is another kind of finding or of another origin and cannot stand under this number. Enter the right finding by hand and defer {id} with the reason."
            ),
        ),
        Refusal::NoRecommendation(_) => (
            "その推奨はこの症例にないか、取り下げられています。".to_owned(),
            "The case has no such recommendation, or it was withdrawn.".to_owned(),
        ),
        Refusal::Withdrawn => (
            "この推奨はすでに取り下げられています。".to_owned(),
            "This recommendation was withdrawn already.".to_owned(),
        ),
        Refusal::NoReferral(_) => {
            ("その治験紹介はこの症例にありません。".to_owned(), "The case has no such referral.".to_owned())
        }
        Refusal::Duplicate => (
            "同じ識別子の記録がすでにあります。".to_owned(),
            "An entry with this id exists already.".to_owned(),
        ),
        Refusal::NothingToAmend => (
            "訂正できる確定報告書がないか、すでに訂正中です。".to_owned(),
            "There is no finalised report to amend, or an amendment is open already.".to_owned(),
        ),
        Refusal::WishForbids => (
            "患者の開示希望が「希望する」ではないため、遺伝（生殖細胞系列）に関する事項は説明書に入れられません。".to_owned(),
            "The patient has not asked to be told of heredity; nothing of it can be put into the explanation.".to_owned(),
        ),
        Refusal::NoPlainWords => (
            "患者に伝える項目には、それぞれ説明の文章が必要です。".to_owned(),
            "Every item for the patient needs its sentence in plain words.".to_owned(),
        ),
        Refusal::StaleContent => (
            "報告書の内容が症例の現在の状態と一致しません。画面を更新してください。".to_owned(),
            "The report does not match the present state of the case. Reload it.".to_owned(),
        ),
        Refusal::NoDrug => (
            "推奨治療には薬剤を1つ以上記入してください。".to_owned(),
            "A treatment needs at least one drug.".to_owned(),
        ),
        Refusal::ContradictoryAdvice => (
            "「推奨なし」と推奨治療は同時に記録できません。先にどちらかを取り下げてください。".to_owned(),
            "“No recommendation” and a recommended treatment cannot stand side by side. Withdraw one of them first."
                .to_owned(),
        ),
        Refusal::RankMismatch => (
            "並べ替えには、取り下げていない推奨をすべて1回ずつ指定してください。".to_owned(),
            "Name every recommendation that stands exactly once.".to_owned(),
        ),
        Refusal::NoOverrideReason(class) => (
            format!("基準から示唆される区分（{class}）と異なります。理由を入力してください。"),
            format!("The class differs from the one the criteria suggest ({class}). Give the reason."),
        ),
        Refusal::AnothersOpinion => (
            "この構成員は自分で意見を記録しています。変更できるのは本人だけです。".to_owned(),
            "The member gave an own opinion; only the member may change it.".to_owned(),
        ),
        Refusal::NothingToConfirm => (
            "確認待ちの代行入力はありません。".to_owned(),
            "Nothing that was entered for you awaits confirmation.".to_owned(),
        ),
        Refusal::DissentNeedsReason => (
            "不同意の場合は、理由をコメントに記入してください。".to_owned(),
            "Give the reason for not agreeing as a comment.".to_owned(),
        ),
        Refusal::NobodyAsked => (
            "意見を求める構成員を1名以上選んでください。".to_owned(),
            "Choose at least one member to be asked.".to_owned(),
        ),
        Refusal::NobodyPresent => {
            ("出席者を1名以上記録してください。".to_owned(), "Record at least one participant.".to_owned())
        }
        Refusal::ReasonNeeded => (
            "この紹介は終了しています。再開するには理由を記入してください。".to_owned(),
            "This referral had ended. Give the reason for going on.".to_owned(),
        ),
        Refusal::SameSource => (
            "同じファイルがこの症例に登録済みです（SHA-256が一致）。".to_owned(),
            "This file is a source of the case already (same SHA-256).".to_owned(),
        ),
    };
    Label { ja, en }
}

/// Shorthand: a code that the interface gets wrong only by a fault of ours.
pub(crate) fn internal(what: impl std::fmt::Display) -> Problem {
    Problem::new(
        Code::Internal,
        format!("プログラムの不具合です: {what}"),
        format!("A fault of the program: {what}"),
    )
}

//! Failures of an intake in the reader's words.

use super::{Code, Problem};
use entaku_intake::{IntakeError, IntakeErrorKind};

impl From<IntakeError> for Problem {
    fn from(error: IntakeError) -> Self {
        let ja = match error.kind {
            IntakeErrorKind::Io => {
                "ファイルを読み取れません。ファイルの場所と読み取り権限を確認してください。"
            }
            IntakeErrorKind::Empty => "ファイルが空です。検査会社から受け取ったファイルを確認してください。",
            IntakeErrorKind::UnknownFormat => {
                "対応していない形式です。CATS JSON、FoundationOne・GenMineTOPのXML、Guardant360のExcel、VCF・BCF、MAF、C-CATのCSVなど、検査会社から届いたファイルを指定してください。"
            }
            IntakeErrorKind::Encoding => {
                "文字コードを判別できません。UTF-8で保存されたファイルを指定してください。"
            }
            IntakeErrorKind::Damaged => {
                "ファイルが途中で切れているか、壊れています。もう一度受け取ってください。"
            }
            IntakeErrorKind::TooLarge => {
                "ファイルが安全のための上限を超えています。ファイルが正しいか確認してください。"
            }
            IntakeErrorKind::NoSuchSample => {
                "指定された腫瘍検体がファイルにありません。検体名を確認してください。"
            }
            IntakeErrorKind::Cancelled => "読み込みを中止しました。",
        };
        let place = place(&error);
        Self::new(
            Code::Intake,
            format!("{ja}何も保存していません。（{place}: {}）", error.found.ja),
            format!("{error} Nothing was stored."),
        )
    }
}

fn place(error: &IntakeError) -> String {
    let place = &error.place;
    let line = place.line.map(|line| format!(" {line}行目")).unwrap_or_default();
    let field = place.field.as_deref().map(|field| format!(" {field}")).unwrap_or_default();
    format!("{}{line}{field}", place.file)
}

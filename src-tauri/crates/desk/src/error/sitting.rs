//! Refusals of a meeting in the reader's words.

use super::{Code, Problem};
use entaku_domain::sitting::{MOST_CASES, MOST_MINUTES, MOST_PRESENT, SittingRefusal};

impl From<SittingRefusal> for Problem {
    fn from(refusal: SittingRefusal) -> Self {
        let said = |ja: &str, en: &str| (ja.to_owned(), en.to_owned());
        let (ja, en) = match &refusal {
            SittingRefusal::AlreadyPlanned => {
                said("この開催は登録済みです。", "The meeting has been planned already.")
            }
            SittingRefusal::NotPlanned => {
                said("この開催は登録されていません。", "The meeting has not been planned.")
            }
            SittingRefusal::Closed => said(
                "この開催は終了しています。出席・議事の記録は追加できません。",
                "The meeting has ended; nothing can be added to it.",
            ),
            SittingRefusal::NotClosed => said(
                "この開催は終了していません。議事録は、開催を終了してから発行してください。",
                "The meeting has not ended. Close it, then give out its minutes.",
            ),
            SittingRefusal::NotItsDocument => said(
                "この開催の次の文書ではありません。画面を更新してからやり直してください。",
                "This is not the next document of the meeting. Refresh and try again.",
            ),
            SittingRefusal::NotYet(day) => (
                format!(
                    "開催日は{day}です。その日より前には開始できません。今日開催する場合は、先に開催日を変更してください。"
                ),
                format!(
                    "The meeting is planned for {day} and cannot begin before. To hold it today, change its day first."
                ),
            ),
            SittingRefusal::CaseTwice(_) => said(
                "同じ症例が議題に2回含まれています。1回にしてください。",
                "A case is on the agenda twice. Leave it there once.",
            ),
            SittingRefusal::TooManyCases(count) => (
                format!("議題が{count}症例あります。1回の開催では{MOST_CASES}症例までです。"),
                format!("{count} cases; at most {MOST_CASES} in one meeting."),
            ),
            SittingRefusal::NoSuchTime(minutes) => (
                format!("予定時間が{minutes}分です。1〜{MOST_MINUTES}分で入力してください。"),
                format!("{minutes} minutes; give 1 to {MOST_MINUTES}."),
            ),
            SittingRefusal::Discussed(_) => said(
                "検討を始めた症例、または議事録のある症例は、議題から外せません。",
                "A case that was on the table or has minutes stays on the agenda.",
            ),
            SittingRefusal::NotOnAgenda(_) => said(
                "この症例は議題にありません。先に議題へ追加してください。",
                "The case is not on the agenda. Add it first.",
            ),
            SittingRefusal::OnTable => said(
                "すでにその状態です（検討中の症例、または休憩中）。",
                "It is so already (this case is on the table, or there is a break).",
            ),
            SittingRefusal::AlreadyThere(name) => {
                (format!("「{name}」はすでに出席しています。"), format!("“{name}” is there already."))
            }
            SittingRefusal::NotThere => {
                said("その方は現在出席していません。", "The person is not there at present.")
            }
            SittingRefusal::TooManyPeople => (
                format!("出席者は{MOST_PRESENT}名までです。"),
                format!("At most {MOST_PRESENT} participants."),
            ),
        };
        Self::new(Code::Refused, ja, en)
    }
}

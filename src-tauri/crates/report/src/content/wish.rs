//! The paper on which staff ask again whether the patient wishes to be told of heredity: what was said before, what to
//! explain, and lines for the answer.

use entaku_domain::document::{CompanionState, DocumentKind, WishContent};
use entaku_domain::patient::{DisclosureWish, Sex};
use entaku_domain::text::Text;

use super::sheet::{callout, heading, long_pairs, pairs, text, title};
use super::theme::{ALERT, ALERT_BAR, BODY, bold, plain};
use super::{About, Words, Written};
use crate::layout::Block;
use crate::options::RenderOptions;

/// What a patient can answer.
const ANSWERS: [DisclosureWish; 3] =
    [DisclosureWish::Wants, DisclosureWish::Refuses, DisclosureWish::DecidesLater];

/// The paper in one language.
pub(super) fn written(content: &WishContent, options: &RenderOptions) -> Written {
    let words = Words::new(options.language);
    let WishContent { institution, case_id, case_number, patient, state, .. } = content;
    let case = (case_id, case_number.as_ref());
    let about = About::of_patient(words, DocumentKind::Wish, institution, case, patient, state);
    Written { about, blocks: blocks(content, words), readings: None }
}

fn blocks(content: &WishContent, words: Words) -> Vec<Block> {
    let mut blocks = title(words.of("document.wish"), content.institution.as_str());
    let mut notice = vec![text(
        words.either(
            "院内用です。患者さんには渡さないでください。所見の有無にかかわらず、どの患者さんについても同じ内容です。",
            "For staff. Do not hand it to the patient. It says the same for every patient, whatever was found.",
        ),
        bold(BODY),
    )];
    if content.state == CompanionState::Draft {
        notice.push(text(
            words.either("原案：まだ発行されていません。", "Draft: not issued yet."),
            plain(BODY),
        ));
    }
    blocks.push(callout(notice, ALERT, ALERT_BAR));
    blocks.extend(who(content, words));
    blocks.push(heading(words.either("これまでの確認", "Asked so far")));
    let day = content.asked.asked_on.map(|day| words.day(Some(day)));
    let nothing = || words.either("記録なし", "not recorded").to_owned();
    blocks.extend(pairs(
        words,
        &[
            (words.head("patient.wish"), Some(words.value(&content.asked.wish).to_owned())),
            (words.either("確認した日", "Asked on").to_owned(), Some(day.unwrap_or_else(nothing))),
            (
                words.either("確認した人", "Asked by").to_owned(),
                Some(content.asked.asked_by.as_ref().map_or_else(nothing, ToString::to_string)),
            ),
        ],
    ));
    blocks.push(heading(words.either("確認の前に説明すること", "To be explained before asking")));
    blocks.extend(to_explain(words).map(|point| text(&format!("{}{point}", words.point()), plain(BODY))));
    blocks.extend(answer(words));
    blocks
}

fn who(content: &WishContent, words: Words) -> Option<Block> {
    let written = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
    let from: Vec<String> = [&content.hospital, &content.department, &content.attending]
        .into_iter()
        .filter_map(written)
        .collect();
    pairs(
        words,
        &[
            (words.head("patient.name"), written(&content.patient.name)),
            (words.head("patient.hospitalId"), written(&content.patient.hospital_id)),
            (words.head("patient.age"), content.age.map(|age| age.to_string())),
            (
                words.head("patient.sex"),
                (content.patient.sex != Sex::Unknown).then(|| words.value(&content.patient.sex).to_owned()),
            ),
            (words.head("clinical.attending"), (!from.is_empty()).then(|| from.join(" "))),
        ],
    )
}

/// What a patient has to know to decide. Nothing of it depends on what was found.
fn to_explain(words: Words) -> impl Iterator<Item = &'static str> {
    [
        (
            "がん遺伝子パネル検査では、がんの治療のために調べた結果から、生まれつきの体質（遺伝）に関わる所見が見つかることがある。",
            "A cancer gene panel, made for the treatment of the cancer, may find something about heredity.",
        ),
        (
            "それを知りたいかどうかは本人が決められる。知らないでいることも選べ、あとからいつでも変えられる。",
            "Whether to be told is the patient’s own choice. Not to know is a choice too, and it can be changed at any time.",
        ),
        (
            "この確認は、所見の有無にかかわらず行う。確認したことは、所見があることを意味しない。",
            "Everybody is asked, whatever was found. That the question is asked does not mean that there is something to tell.",
        ),
        (
            "知った場合は、本人の健康管理に役立つことがある。血縁者にも関わることがあり、確認のための検査が必要になることがある。",
            "To know may help the patient’s own care. It may concern relatives, and a further test may be needed to confirm it.",
        ),
        (
            "決める前に、遺伝カウンセリングを受けられる。ご家族と相談する時間をとれる。",
            "Genetic counselling is open before deciding, and there is time to talk with the family.",
        ),
    ]
    .into_iter()
    .map(move |(ja, en)| words.either(ja, en))
}

/// Lines to be filled in by hand.
fn answer(words: Words) -> Vec<Block> {
    let line = || Some("＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿".to_owned());
    let day = words.either("　　　　　年　　　月　　　日", "＿＿＿＿＿＿＿＿＿＿＿＿").to_owned();
    let boxes: Vec<String> = ANSWERS.iter().map(|wish| format!("□ {}", words.value(wish))).collect();
    let list = long_pairs(
        words,
        &[
            (words.head("patient.wish"), Some(boxes.join(words.either("　　", "      ")))),
            (words.either("確認した日", "Asked on").to_owned(), Some(day)),
            (words.either("確認した人（職種）", "Asked by (profession)").to_owned(), line()),
            (words.either("同席した人", "Also present").to_owned(), line()),
            (words.either("患者さんの言葉・備考", "The patient’s words, remarks").to_owned(), line()),
        ],
    );
    let mut blocks = vec![heading(words.either("今回の確認", "The answer"))];
    blocks.extend(list);
    blocks.push(text(
        words.either(
            "確認した結果は、症例の「開示希望」に記録してください。記録すると、以後の文書はその希望に従います。",
            "Record the answer as the wish of the case. From then on every document follows it.",
        ),
        plain(BODY),
    ));
    vec![Block::Together(blocks)]
}

//! The paper on which staff ask again whether the patient wishes to be told of heredity: what was said before, what to
//! explain, and lines for the answer.

use entaku_domain::document::{CompanionState, DocumentKind, WishContent};
use entaku_domain::patient::{DisclosureWish, Sex};
use entaku_domain::text::Text;
use entaku_words::clinical;
use entaku_words::paper::{page, wish_sheet};

use super::sheet::{callout, heading, long_pairs, pairs, text, title};
use super::theme::{ALERT, ALERT_BAR, BODY, bold, plain};
use super::{DocumentIdentity, DocumentText, Words};
use crate::layout::Block;
use crate::options::RenderOptions;

/// What a patient can answer.
const ANSWERS: [DisclosureWish; 3] =
    [DisclosureWish::Wants, DisclosureWish::Refuses, DisclosureWish::DecidesLater];

/// The paper in one language.
pub(super) fn written(content: &WishContent, options: &RenderOptions) -> DocumentText {
    let words = Words::new(options.language);
    let WishContent { institution, case_id, case_number, patient, state, .. } = content;
    let case = (case_id, case_number.as_ref());
    let about = DocumentIdentity::of_patient(words, DocumentKind::Wish, institution, case, patient, state);
    DocumentText { about, blocks: blocks(content, words), readings: None }
}

fn blocks(content: &WishContent, words: Words) -> Vec<Block> {
    let mut blocks = title(words.of(clinical::document::WISH), content.institution.as_str());
    let mut notice = vec![text(words.of(wish_sheet::FOR_STAFF), bold(BODY))];
    if content.state == CompanionState::Draft {
        notice.push(text(words.of(page::NOT_ISSUED), plain(BODY)));
    }
    blocks.push(callout(notice, ALERT, ALERT_BAR));
    blocks.extend(who(content, words));
    blocks.push(heading(words.of(wish_sheet::ASKED_SO_FAR)));
    let day = content.asked.asked_on.map(|day| words.day(Some(day)));
    let nothing = || words.of(page::NOT_RECORDED).to_owned();
    blocks.extend(pairs(
        words,
        &[
            (words.head(clinical::patient::WISH), Some(words.value(&content.asked.wish).to_owned())),
            (words.of(wish_sheet::ASKED_ON).to_owned(), Some(day.unwrap_or_else(nothing))),
            (
                words.of(wish_sheet::ASKED_BY).to_owned(),
                Some(content.asked.asked_by.as_ref().map_or_else(nothing, ToString::to_string)),
            ),
        ],
    ));
    blocks.push(heading(words.of(wish_sheet::TO_EXPLAIN)));
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
            (words.head(clinical::patient::NAME), written(&content.patient.name)),
            (words.head(clinical::patient::HOSPITAL_ID), written(&content.patient.hospital_id)),
            (words.head(clinical::patient::AGE), content.age.map(|age| age.to_string())),
            (
                words.head(clinical::patient::SEX),
                (content.patient.sex != Sex::Unknown).then(|| words.value(&content.patient.sex).to_owned()),
            ),
            (words.head(clinical::clinical::ATTENDING), (!from.is_empty()).then(|| from.join(" "))),
        ],
    )
}

/// What a patient has to know to decide. Nothing of it depends on what was found.
fn to_explain(words: Words) -> impl Iterator<Item = &'static str> {
    [
        wish_sheet::MAYBE_FOUND,
        wish_sheet::OWN_CHOICE,
        wish_sheet::EVERYBODY_ASKED,
        wish_sheet::WHY_KNOW,
        wish_sheet::COUNSELLING,
    ]
    .into_iter()
    .map(move |word| words.of(word))
}

/// Lines to be filled in by hand.
fn answer(words: Words) -> Vec<Block> {
    let line = || Some("＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿".to_owned());
    let day = words.of(page::DAY_TO_FILL).to_owned();
    let boxes: Vec<String> = ANSWERS.iter().map(|wish| format!("□ {}", words.value(wish))).collect();
    let list = long_pairs(
        words,
        &[
            (words.head(clinical::patient::WISH), Some(boxes.join(words.of(wish_sheet::APART)))),
            (words.of(wish_sheet::ASKED_ON).to_owned(), Some(day)),
            (words.of(wish_sheet::ASKED_BY_PROFESSION).to_owned(), line()),
            (words.of(wish_sheet::PRESENT).to_owned(), line()),
            (words.of(wish_sheet::REMARKS).to_owned(), line()),
        ],
    );
    let mut blocks = vec![heading(words.of(wish_sheet::ANSWER))];
    blocks.extend(list);
    blocks.push(text(words.of(wish_sheet::RECORD_IT), plain(BODY)));
    vec![Block::Together(blocks)]
}

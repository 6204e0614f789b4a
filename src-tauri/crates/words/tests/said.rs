//! What words with arguments say.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::string_slice,
    clippy::unwrap_used,
    reason = "a test stops where it fails"
)]

use entaku_words::paper::said;
use entaku_words::{Label, Language, Value};

#[test]
fn a_message_carries_its_key_and_arguments_and_is_worded_where_the_language_is_known() {
    let message = said::counted("VUS", 3_usize);
    assert_eq!(message.key(), "said.counted");
    assert_eq!(message.values(), [("heading", Value::Text("VUS".to_owned())), ("number", Value::Number(3))]);
    assert_eq!(message.get(Language::Ja), "VUS 3件");
    assert_eq!(message.to_label(), Label { ja: "VUS 3件".to_owned(), en: "VUS (3)".to_owned() });
}

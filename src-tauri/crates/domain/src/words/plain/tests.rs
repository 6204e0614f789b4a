use super::*;
use crate::grade::Grade;

fn text(words: &str) -> Text {
    Text::new(words).unwrap()
}

fn drug(level: &str) -> Advice {
    let nothing = Label { ja: String::new(), en: String::new() };
    let grade = Grade {
        scale: "jp-guidance-2.1".to_owned(),
        version: "1".to_owned(),
        scale_name: nothing.clone(),
        class: level.to_owned(),
        class_name: nothing,
        weight: 1,
        germline: false,
    };
    Advice::Treatment {
        drugs: vec![text("ゲフィチニブ")],
        route: AccessRoute::Insurance,
        evidence: Some(grade),
        trial: None,
    }
}

fn further(kind: FurtherKind, step: &str) -> Advice {
    Advice::Further { kind, step: text(step) }
}

#[test]
fn a_drug_of_resistance_is_no_option() {
    let said = propose_advice(&drug("R"));
    assert_eq!(said.ja, "ゲフィチニブ は、今回の結果から、効きにくいと考えられるお薬です。");
    assert!(!said.en.contains("option"), "{}", said.en);
    assert!(propose_advice(&drug("A")).ja.starts_with("ゲフィチニブ という治療が候補に挙がりました。"));
}

#[test]
fn a_step_is_said_in_the_language_in_which_it_was_written_and_once() {
    for (kind, step, ja, en) in [
        (FurtherKind::Other, "再生検を検討する。", "再生検を検討する。", ""),
        (FurtherKind::Other, "画像検査", "画像検査をお勧めします。", ""),
        (FurtherKind::Other, "Repeat imaging", "", "Repeat imaging is advised."),
        (
            FurtherKind::AdditionalTest,
            "RNAパネル検査",
            "追加の検査（RNAパネル検査）を検討します。",
            "A further test is being considered.",
        ),
        (
            FurtherKind::AdditionalTest,
            "RNA panel",
            "追加の検査を検討します。",
            "A further test (RNA panel) is being considered.",
        ),
        (
            FurtherKind::Rebiopsy,
            "進行時に再生検を行う。",
            "組織をもう一度採って調べることを検討します。",
            "Taking another tissue sample is being considered.",
        ),
    ] {
        let said = propose_advice(&further(kind, step));
        assert_eq!((said.ja.as_str(), said.en.as_str()), (ja, en), "{step}");
    }
}

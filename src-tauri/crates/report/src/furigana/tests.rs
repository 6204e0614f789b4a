use super::{readings, unread};

fn said(text: &str, names: &[(String, String)]) -> String {
    let mut out = String::new();
    let mut from = 0;
    for stretch in readings(text, names) {
        out.push_str(&text[from..stretch.at.end]);
        out.push_str(&format!("《{}》", stretch.reading));
        from = stretch.at.end;
    }
    out + &text[from..]
}

#[test]
fn the_words_that_were_read_wrongly() {
    for (text, right) in [
        ("抗がん薬", "抗《こう》がん薬《やく》"),
        ("5人", "5人《にん》"),
        ("2か所", "2か所《しょ》"),
        ("数か月", "数《すう》か月《げつ》"),
        ("コピー数", "コピー数《すう》"),
        ("TMB値", "TMB値《ち》"),
        ("お休み中", "お休《やす》み中《ちゅう》"),
        ("何の薬", "何《なん》の薬《くすり》"),
        ("遺伝カウンセリング", "遺伝《いでん》カウンセリング"),
    ] {
        assert_eq!(said(text, &[]), right);
    }
}

#[test]
fn the_clinic_wins_over_the_dictionary() {
    assert_eq!(said("口腔", &[]), "口腔《こうくう》", "dentists and doctors say くう");
    assert_eq!(said("体制と体の", &[]), "体制《たいせい》と体《からだ》の", "a kanji within a word");
    assert_eq!(said("EGFR 遺伝子の変異", &[]), "EGFR 遺伝子《いでんし》の変異《へんい》", "Latin stays");
}

#[test]
fn kanji_without_a_reading_are_named() {
    assert_eq!(unread("遺伝子の鱻鱻", &[]), ["鱻鱻"], "the writer can choose another word");
    assert_eq!(unread("", &[]), Vec::<String>::new());
}

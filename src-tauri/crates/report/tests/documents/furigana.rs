//! Readings in their sentences: what is right was written down by people who read Japanese, never taken from the program.

use crate::sample;
use entaku_domain::recommendation::AccessRoute;
use entaku_domain::words::{WORDS, plain, terms};
use entaku_report::furigana::{readings, unread};

const SENTENCES: [(&str, &str); 3] = [
    ("context.txt", include_str!("furigana/context.txt")),
    ("numbers.txt", include_str!("furigana/numbers.txt")),
    ("sheet.txt", include_str!("furigana/sheet.txt")),
];

fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A marked sentence as its plain text and each run of kanji with what is said over it; kanji without kana stand for
/// themselves. The kana of a run may be cut as they like between its kanji.
fn parsed(marked: &str) -> (String, Vec<String>) {
    let (mut text, mut runs, mut run) = (String::new(), Vec::new(), String::new());
    // Where in `run` the base of the next kana begins.
    let mut base = 0;
    let mut chars = marked.chars();
    while let Some(c) = chars.next() {
        match c {
            '｜' => base = run.len(),
            '《' => {
                run.truncate(base);
                run.extend(chars.by_ref().take_while(|c| *c != '》'));
                base = run.len();
            }
            _ => {
                if !is_kanji(c) && !run.is_empty() {
                    runs.push(std::mem::take(&mut run));
                    base = 0;
                }
                if is_kanji(c) {
                    run.push(c);
                }
                text.push(c);
            }
        }
    }
    runs.extend(Some(run).filter(|run| !run.is_empty()));
    (text, runs)
}

/// The same of what the program says.
fn said(text: &str) -> Vec<String> {
    let mut marked = String::new();
    let mut from = 0;
    for stretch in readings(text, &[]) {
        marked.push_str(&text[from..stretch.at.start]);
        marked.push_str(&format!("｜{}《{}》", &text[stretch.at.clone()], stretch.reading));
        from = stretch.at.end;
    }
    marked.push_str(&text[from..]);
    parsed(&marked).1
}

#[test]
fn five_hundred_sentences_are_read_as_people_read_them() {
    let (mut count, mut wrong) = (0, Vec::new());
    for (file, sentences) in SENTENCES {
        for marked in sentences.lines().filter(|line| !line.is_empty() && !line.starts_with('#')) {
            count += 1;
            let (text, expected) = parsed(marked);
            let found = said(&text);
            if found != expected {
                let differ = expected.iter().zip(&found).filter(|(wanted, found)| wanted != found);
                let differ: Vec<String> =
                    differ.map(|(wanted, found)| format!("{wanted} ≠ {found}")).collect();
                wrong.push(format!("{file}: {text}: {}", differ.join(", ")));
            }
        }
    }
    assert!(count >= 500, "{count} sentences");
    assert!(wrong.is_empty(), "{} of {count} sentences:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn words_of_the_sheet_leave_no_kanji_bare() {
    let routes = [
        AccessRoute::Insurance,
        AccessRoute::InsuranceConditional,
        AccessRoute::SponsorTrial,
        AccessRoute::InvestigatorTrial,
        AccessRoute::ExpandedAccess,
        AccessRoute::AdvancedMedicalCare,
        AccessRoute::PatientProposed,
        AccessRoute::SpecifiedTrial,
        AccessRoute::OffLabel,
        AccessRoute::Abroad,
        AccessRoute::None,
    ];
    let mut said: Vec<String> = routes
        .iter()
        .flat_map(|route| [plain::insured(*route).ja.to_owned(), plain::route(*route).ja.to_owned()])
        .collect();
    let full = sample::content();
    let mut bare = full.clone();
    bare.findings.clear();
    bare.recommendations.clear();
    bare.referrals.clear();
    for content in [&full, &bare] {
        said.extend([true, false].map(|told| plain::propose_overall(content, |_| told).ja));
        said.push(plain::propose_next_steps(content).ja);
    }
    let proposed = full.findings.iter().filter_map(|row| plain::propose_finding(row, &full));
    said.extend(proposed.map(|label| label.ja));
    for term in terms::TERMS {
        said.extend(
            [Some(term.word), term.patient, term.clinician]
                .into_iter()
                .flatten()
                .map(|word| word.ja.to_owned()),
        );
    }
    said.extend(WORDS.iter().map(|word| word.ja.to_owned()));
    let bare: Vec<String> = said
        .iter()
        .filter_map(|text| {
            let runs = unread(text, &[]);
            (!runs.is_empty()).then(|| format!("{text}: {}", runs.join(" ")))
        })
        .collect();
    assert!(bare.is_empty(), "{}", bare.join("\n"));
}

#[test]
fn kana_stand_over_kanji_alone_in_whatever_text() {
    let pieces = [
        "抗がん薬",
        "5",
        "人",
        "２",
        "か",
        "所",
        "数",
        "カ月",
        "コピー",
        "TMB",
        "値",
        "何",
        "の",
        "一",
        "十",
        "万",
        "日",
        "中",
        "々",
        "𠮷野",
        "葛\u{E0100}",
        "カウンセリング",
        "ー",
        "…",
        "、",
        "。",
        " ",
        "　",
        "\n",
        "１",
        ".",
        ",",
        "第",
        "月",
        "年",
        "ヶ",
        "髙",
        "é",
        "a\u{0301}",
        "👩‍⚕️",
        "患者",
        "様",
        "行っ",
        "た",
        "を",
        "に",
        "〜",
        "\u{0}",
        "Ⅲ",
        "期",
        "ﾊﾟ",
        "薬",
        "飲み",
        "方",
        "が",
    ];
    let mut state = 7u64;
    let mut chance = |below: usize| {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((state >> 33) as usize) % below
    };
    let names = [("林".to_owned(), "はやし".to_owned()), ("数 人".to_owned(), "かず".to_owned())];
    for _ in 0..300 {
        let text: String = (0..=chance(40)).map(|_| pieces[chance(pieces.len())]).collect();
        let mut end = 0;
        for stretch in readings(&text, &names) {
            assert!(stretch.at.start >= end && stretch.at.end <= text.len(), "in order: {text}");
            end = stretch.at.end;
            let base = &text[stretch.at];
            assert!(base.chars().all(|c| is_kanji(c) || c.is_whitespace()), "{base} in {text}");
            assert!(!stretch.reading.is_empty(), "{base} in {text}");
        }
        unread(&text, &names);
    }
}

#[test]
fn names_are_read_as_recorded_or_not_at_all() {
    let names = [
        ("林".to_owned(), "はやし".to_owned()),
        ("東 光".to_owned(), "あずまひかる".to_owned()),
        ("大和".to_owned(), String::new()),
    ];
    let said = |text: &str| -> Vec<String> {
        readings(text, &names).into_iter().map(|one| format!("{}={}", &text[one.at], one.reading)).collect()
    };
    assert_eq!(said("林 様"), ["林=はやし", "様=さま"]);
    assert_eq!(said("森林"), ["森林=しんりん"], "a name of one kanji is none within a word");
    assert_eq!(said("東 光"), ["東 光=あずまひかる"], "kana that nobody can part stand over the whole name");
    assert_eq!(said("大和 様"), ["様=さま"], "a name without kana is left without");
    assert_eq!(said("山田花子さん"), Vec::<String>::new(), "a name that nobody recorded");
}

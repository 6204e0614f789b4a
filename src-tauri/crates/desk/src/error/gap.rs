//! What is missing, in words: what to do about it.

use super::Problem;
use super::signing::unsigned_words;
use entaku_domain::gap::{Gap, MissingGlyph, Passage};
use entaku_domain::label::{Label, Language};

/// What is missing, in words.
pub(crate) fn gap_words(gap: &Gap) -> Label {
    let list = |findings: &[entaku_domain::ids::FindingId]| {
        let shown: Vec<_> = findings.iter().take(12).map(ToString::to_string).collect();
        let more = if findings.len() > 12 { " …" } else { "" };
        format!("{}{more}", shown.join(", "))
    };
    let (ja, en) = match gap {
        Gap::NotReceived => {
            ("この症例はまだ受領されていません。".to_owned(), "The case has not been received.".to_owned())
        }
        Gap::Finalised => (
            "報告書は確定済みです。変更するには、理由を記入して訂正を開始してください。".to_owned(),
            "The report is finalised. To change it, open an amendment and give the reason.".to_owned(),
        ),
        Gap::Undecided(findings) => (
            format!(
                "未判定の所見が{}件あります（{}）。判定するか、理由を記入して保留にしてください。",
                findings.len(),
                list(findings)
            ),
            format!(
                "{} findings have no verdict ({}). Judge them, or put them off with a reason.",
                findings.len(),
                list(findings)
            ),
        ),
        Gap::SampleGuessed(names) => {
            let names = names.join(", ");
            (
                format!(
                    "腫瘍の検体はプログラムの推定です（{names}）。検体を確認してください。誤っている場合は、検体を指定してファイルを新しい症例として読み込んでください。"
                ),
                format!(
                    "The tumour's sample is the program's guess ({names}). Confirm it; if it is wrong, load the file into a new case and name the sample."
                ),
            )
        }
        Gap::ClassOfHeredity(findings) => (
            format!(
                "生殖細胞系列の分類で判定した所見が{}件あります（{}）。患者の開示希望が「希望する」ではないため報告書に載せられません。体細胞の分類で判定するか、理由を記入して保留にしてください。遺伝についての判断は「生殖細胞系列」に記録します。",
                findings.len(),
                list(findings)
            ),
            format!(
                "{} findings are classified on a germline scale ({}), which cannot be printed: the patient has not asked to be told of heredity. Classify them on a scale of the tumour, or put them off with a reason. The judgement on heredity has its own place.",
                findings.len(),
                list(findings)
            ),
        ),
        Gap::AdviceOnWithheld(ranks) => {
            let ranks = ranks.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            (
                format!(
                    "推奨{ranks}は、患者の開示希望により報告書に載せられない所見だけを根拠としています。根拠のない推奨として印刷すると、載せない所見があることが伝わります。開示希望を再確認するか、推奨を取り消して、載せられる根拠だけで記録し直してください。"
                ),
                format!(
                    "Recommendation {ranks} rests on nothing but findings that the patient’s wish keeps out of the report. Printed without a basis, it would tell that there is one. Ask for the wish again, or withdraw it and record it anew on what can be printed."
                ),
            )
        }
        Gap::NoAdvice => (
            "推奨治療、または「推奨なし」とその理由を記録してください。".to_owned(),
            "Record a recommended treatment, or “no recommendation” with its reason.".to_owned(),
        ),
        Gap::NoMeeting => (
            "エキスパートパネルの開催記録（開催日・出席者）を記録してください。".to_owned(),
            "Record the panel meeting with its day and participants.".to_owned(),
        ),
        Gap::Unsigned(lacking) => {
            let words = unsigned_words(lacking);
            (words.ja, words.en)
        }
        Gap::NothingFinal => (
            "もとになる確定報告書がないか、訂正中です。先に報告書を確定してください。".to_owned(),
            "There is no finalised report to rest on, or an amendment is open. Finalise the report first.".to_owned(),
        ),
        Gap::ReadsOtherwise(findings) => {
            let (count, named) = (findings.len(), findings.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "));
            (
                format!(
                    "現在の読み取り方では内容が変わる所見が{count}件あります（{named}）。所見ごとに、新しい内容を採るか、読み込み時のままにするかを理由とともに決めてください。"
                ),
                format!(
                    "{count} findings would read otherwise now ({named}). Decide for each, with a reason, whether the later reading stands or the earlier one."
                ),
            )
        }
        Gap::NamesWithheld(passages) => return withheld_words(passages),
        Gap::MissingGlyphs(missing) => return glyph_words(missing),
        Gap::Meeting(refusal) => return Problem::from(refusal.clone()).message,
        Gap::NoExplanation => (
            "患者に伝える内容がまだ選ばれていません。所見と推奨を選び、説明の文章を記入してください。".to_owned(),
            "What the patient is told has not been chosen yet. Choose findings and recommendations and write their sentences.".to_owned(),
        ),
        Gap::WordsMissing(language) => {
            let (ja, en) = match language {
                Language::Ja => ("日本語", "Japanese"),
                Language::En => ("英語", "English"),
            };
            (
                format!("{ja}の文章がない項目があります。{ja}の文章を記入してください。"),
                format!("Some items have no words in {en}. Write them."),
            )
        }
        Gap::HeredityUnwritten(_) => (
            "患者は二次的所見の開示を希望しています。生殖細胞系列の可能性がある、またはその判断がまだない所見があるため、遺伝についての文章がないまま発行できません。文章を記入するか、所見ごとに生殖細胞系列の判断を記録してください。".to_owned(),
            "The patient wishes to be told of secondary findings, and of some findings a germline origin is possible or has not been judged. Nothing is given out without words on heredity: write them, or record the germline judgement of each finding.".to_owned(),
        ),
        Gap::WishDiffers => (
            "ファイルには、患者が二次的所見の開示を希望しないと書かれています。検査会社が所見を省いている可能性があるため、遺伝についての文章がないまま発行できません。検査会社に確認し、文章を記入してください。".to_owned(),
            "A file states that the patient does not wish to be told of secondary findings: the laboratory may have left some out. Nothing is given out without words on heredity: ask the laboratory, and write them.".to_owned(),
        ),
        Gap::ExplanationOutdated(_) => (
            "説明の文章を書いた後に、判定または推奨が変わっています。文章を確かめて、もう一度記録してください。".to_owned(),
            "A verdict or recommendation has changed since the words were written. Check them and save again.".to_owned(),
        ),
    };
    Label { ja, en }
}

/// Where words name what is withheld, and what to do.
fn withheld_words(passages: &[Passage]) -> Label {
    let list = |place: fn(&Passage) -> &str, open: &str, close: &str, between: &str| {
        let all =
            passages.iter().map(|one| format!("{}{open}{}{close}", place(one), one.named.join(between)));
        all.collect::<Vec<_>>().join(between)
    };
    Label {
        ja: format!(
            "患者が開示を希望していない事項（遺伝に関わること）を示す言葉があります：{}。書き直すか、この患者のことではない旨を理由とともに記録してください。",
            list(|one| &one.place.ja, "「", "」", "、")
        ),
        en: format!(
            "Words name what the patient has not asked to be told (heredity): {}. Write them otherwise, or state with a reason that they are not about this patient.",
            list(|one| &one.place.en, " (", ")", ", ")
        ),
    }
}

fn glyph_words(missing: &[MissingGlyph]) -> Label {
    let one = |glyph: &MissingGlyph, place: &str| {
        format!("「{}」U+{:04X}（{place}: {}）", glyph.character, u32::from(glyph.character), glyph.excerpt)
    };
    let list = |language: Language| {
        missing
            .iter()
            .take(5)
            .map(|glyph| one(glyph, glyph.place.get(language)))
            .collect::<Vec<_>>()
            .join("、")
    };
    Label {
        ja: format!(
            "印刷できない文字が{}件あります: {}。別の文字に書き換えてから確定してください。",
            missing.len(),
            list(Language::Ja)
        ),
        en: format!(
            "{} characters cannot be printed: {}. Write them otherwise, then finalise.",
            missing.len(),
            list(Language::En)
        ),
    }
}

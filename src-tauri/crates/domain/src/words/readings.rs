//! Readings of the words of the clinic, for furigana. Curated: a word stands here with the one reading it has in a
//! hospital; a name has its reading from the record, never from here.

/// Words and their readings in hiragana. Kana at either end of a word is part of the match and carries no reading.
#[rustfmt::skip]
pub const READINGS: &[(&str, &str)] = &[
    // The illness and the test.
    ("遺伝子", "いでんし"), ("遺伝", "いでん"), ("変異", "へんい"), ("変化", "へんか"),
    ("腫瘍", "しゅよう"), ("腫瘍細胞", "しゅようさいぼう"), ("細胞", "さいぼう"), ("体細胞", "たいさいぼう"),
    ("検査", "けんさ"), ("結果", "けっか"), ("説明書", "せつめいしょ"), ("説明", "せつめい"),
    ("検体", "けんたい"), ("組織", "そしき"), ("血液", "けつえき"), ("採取", "さいしゅ"),
    ("採取日", "さいしゅび"), ("採った", "とった"), ("病理", "びょうり"), ("診断", "しんだん"),
    ("診断名", "しんだんめい"), ("病名", "びょうめい"), ("病気", "びょうき"), ("肺癌", "はいがん"),
    ("肺腺癌", "はいせんがん"), ("腺癌", "せんがん"), ("胃癌", "いがん"), ("大腸癌", "だいちょうがん"),
    ("膵癌", "すいがん"), ("膵臓癌", "すいぞうがん"), ("乳癌", "にゅうがん"), ("卵巣癌", "らんそうがん"),
    ("胆道癌", "たんどうがん"), ("肝癌", "かんがん"), ("癌", "がん"), ("原発", "げんぱつ"),
    ("転移", "てんい"), ("生検", "せいけん"), ("手術", "しゅじゅつ"), ("専門家", "せんもんか"),
    ("会議", "かいぎ"), ("開催日", "かいさいび"), ("検討", "けんとう"), ("特徴", "とくちょう"),
    ("増幅", "ぞうふく"), ("欠失", "けっしつ"), ("融合", "ゆうごう"), ("量", "りょう"),
    ("不安定性", "ふあんていせい"), ("多さ", "おおさ"), ("表す", "あらわす"), ("値", "あたい"),
    ("働き", "はたらき"), ("傷", "きず"), ("直す", "なおす"), ("調べる", "しらべる"),
    ("調べました", "しらべました"), ("調べた", "しらべた"), ("調べ", "しらべ"),
    ("見つかりました", "みつかりました"), ("見つかり", "みつかり"), ("見つかった", "みつかった"),
    ("見つかって", "みつかって"), ("見つかる", "みつかる"), ("増えて", "ふえて"), ("数", "かず"),
    ("意味", "いみ"),
    // Treatment and where it can be had.
    ("治療", "ちりょう"), ("治療法", "ちりょうほう"), ("治療薬", "ちりょうやく"),
    ("標準治療", "ひょうじゅんちりょう"), ("治験", "ちけん"), ("臨床試験", "りんしょうしけん"),
    ("特定臨床研究", "とくていりんしょうけんきゅう"), ("臨床研究", "りんしょうけんきゅう"), ("研究", "けんきゅう"),
    ("薬剤", "やくざい"), ("薬物", "やくぶつ"), ("薬", "くすり"), ("お薬", "おくすり"),
    ("新しい", "あたらしい"), ("新しく", "あたらしく"), ("効き目", "ききめ"), ("効果", "こうか"),
    ("副作用", "ふくさよう"), ("安全性", "あんぜんせい"), ("確かめる", "たしかめる"), ("候補", "こうほ"),
    ("推奨", "すいしょう"), ("お勧め", "おすすめ"), ("勧め", "すすめ"), ("条件", "じょうけん"),
    ("参加", "さんか"), ("可能性", "かのうせい"), ("必ず", "かならず"), ("限りません", "かぎりません"),
    ("承認", "しょうにん"), ("承認前", "しょうにんまえ"), ("公的医療保険", "こうてきいりょうほけん"),
    ("医療保険", "いりょうほけん"), ("保険診療", "ほけんしんりょう"), ("保険", "ほけん"), ("対象", "たいしょう"),
    ("対象外", "たいしょうがい"), ("自己負担", "じこふたん"), ("全額", "ぜんがく"), ("自費", "じひ"),
    ("費用", "ひよう"), ("一部", "いちぶ"), ("拡大治験", "かくだいちけん"), ("先進医療", "せんしんいりょう"),
    ("患者申出療養", "かんじゃもうしでりょうよう"), ("申し出", "もうしで"), ("仕組み", "しくみ"),
    ("受けられます", "うけられます"), ("受けられる", "うけられる"), ("受けられません", "うけられません"),
    ("受ける", "うける"), ("受けた", "うけた"), ("受けて", "うけて"), ("使う", "つかう"),
    ("使われて", "つかわれて"), ("使える", "つかえる"), ("使って", "つかって"), ("行われます", "おこなわれます"),
    ("行われて", "おこなわれて"), ("行う", "おこなう"), ("行える", "おこなえる"),
    ("行いました", "おこないました"), ("選ぶ", "えらぶ"), ("手がかり", "てがかり"), ("成り立ち", "なりたち"),
    ("性質", "せいしつ"), ("関わる", "かかわる"), ("関わり", "かかわり"), ("考えられて", "かんがえられて"),
    ("今の", "いまの"), ("今のところ", "いまのところ"), ("今後", "こんご"), ("時点", "じてん"),
    ("挙がりました", "あがりました"), ("相談", "そうだん"), ("担当医", "たんとうい"), ("主治医", "しゅじい"),
    ("医師", "いし"), ("責任", "せきにん"), ("責任医師", "せきにんいし"), ("診療科", "しんりょうか"),
    ("診察", "しんさつ"), ("診療", "しんりょう"), ("通常", "つうじょう"), ("病院", "びょういん"),
    ("医療機関", "いりょうきかん"), ("施設", "しせつ"), ("窓口", "まどぐち"), ("連絡先", "れんらくさき"),
    ("問い合わせ", "といあわせ"), ("受付", "うけつけ"), ("紹介", "しょうかい"), ("予約", "よやく"),
    ("追加", "ついか"), ("確認", "かくにん"), ("自分", "じぶん"), ("判断", "はんだん"),
    ("別の", "べつの"), ("決まる", "きまる"), ("決まって", "きまって"), ("方法", "ほうほう"),
    ("海外", "かいがい"), ("日本", "にほん"), ("国内", "こくない"), ("特別", "とくべつ"),
    ("番号", "ばんごう"), ("情報", "じょうほう"), ("登録", "とうろく"),
    // The person.
    ("患者さん", "かんじゃさん"), ("患者", "かんじゃ"), ("氏名", "しめい"), ("年齢", "ねんれい"),
    ("性別", "せいべつ"), ("男性", "だんせい"), ("女性", "じょせい"), ("生年月日", "せいねんがっぴ"),
    ("家族", "かぞく"), ("血縁者", "けつえんしゃ"), ("体質", "たいしつ"), ("生まれつき", "うまれつき"),
    ("希望", "きぼう"), ("知りたい", "しりたい"), ("話し", "はなし"), ("遺伝性腫瘍", "いでんせいしゅよう"),
    ("遺伝カウンセリング", "いでんかうんせりんぐ"),
    // The document.
    ("作成日", "さくせいび"), ("発行日", "はっこうび"), ("発行", "はっこう"), ("確定", "かくてい"),
    ("原案", "げんあん"), ("注意", "ちゅうい"), ("大切", "たいせつ"), ("用語", "ようご"),
    ("言葉", "ことば"), ("知見", "ちけん"), ("変わる", "かわる"), ("変わった", "かわった"),
    ("内容", "ないよう"), ("項目", "こうもく"), ("報告書", "ほうこくしょ"), ("文書", "ぶんしょ"),
    ("書いて", "かいて"), ("書いた", "かいた"), ("記載", "きさい"), ("次", "つぎ"), ("場所", "ばしょ"),
    ("日付", "ひづけ"), ("伝え", "つたえ"), ("専門", "せんもん"), ("候補となる", "こうほとなる"),
    ("部位", "ぶい"), ("種類", "しゅるい"), ("一人", "ひとり"), ("人", "ひと"), ("現在", "げんざい"),
    ("多く", "おおく"), ("広く", "ひろく"), ("場合", "ばあい"), ("少し", "すこし"), ("体", "からだ"),
    ("全体", "ぜんたい"), ("全身", "ぜんしん"), ("影響", "えいきょう"), ("起こる", "おこる"),
    ("設計図", "せっけいず"), ("一度", "いちど"), ("異なる", "ことなる"), ("集まって", "あつまって"),
    ("集まる", "あつまる"), ("話し合う", "はなしあう"), ("認められて", "みとめられて"),
    ("認められた", "みとめられた"), ("国", "くに"), ("有効", "ゆうこう"), ("進める", "すすめる"),
    ("計画", "けいかく"), ("含めて", "ふくめて"), ("進歩", "しんぽ"), ("将来", "しょうらい"),
    ("質問", "しつもん"), ("心配", "しんぱい"), ("不明", "ふめい"), ("有無", "うむ"),
    ("入院", "にゅういん"), ("外来", "がいらい"), ("最初", "さいしょ"), ("最も", "もっとも"),
    ("良い", "よい"), ("見つか", "みつか"), ("受け", "うけ"),
    // More of what explanations say.
    ("話し合われた", "はなしあわれた"), ("肝転移", "かんてんい"), ("再発", "さいはつ"), ("術後", "じゅつご"),
    ("術後再発", "じゅつごさいはつ"), ("効きやすい", "ききやすい"), ("効きにくく", "ききにくく"),
    ("知られる", "しられる"), ("知って", "しって"), ("理由", "りゆう"), ("進む", "すすむ"),
    ("状態", "じょうたい"), ("募集", "ぼしゅう"), ("状況", "じょうきょう"), ("分野", "ぶんや"),
    ("協力", "きょうりょく"), ("自由", "じゆう"), ("決められます", "きめられます"), ("決められた", "きめられた"),
    ("決めて", "きめて"), ("決まります", "きまります"), ("書き間違い", "かきまちがい"),
    ("書きました", "かきました"), ("起きた", "おきた"), ("伝わりません", "つたわりません"),
    ("伝える", "つたえる"), ("一つ一つ", "ひとつひとつ"), ("一つ", "ひとつ"), ("中", "なか"),
    ("認められていない", "みとめられていない"), ("思われた", "おもわれた"), ("複数", "ふくすう"),
    ("分子標的", "ぶんしひょうてき"), ("基づく", "もとづく"), ("受け皿試験", "うけざらしけん"),
    ("試験", "しけん"), ("呼吸器内科", "こきゅうきないか"), ("内科", "ないか"), ("外科", "げか"),
    ("腫瘍内科", "しゅようないか"), ("実施", "じっし"), ("続けて", "つづけて"), ("合わせて", "あわせて"),
    ("合わせた", "あわせた"), ("合わせ", "あわせ"), ("渡さないで", "わたさないで"),
    ("読みください", "よみください"), ("専門家会議", "せんもんかかいぎ"), ("医療", "いりょう"),
    ("療養", "りょうよう"), ("関する", "かんする"), ("関わって", "かかわって"), ("名前", "なまえ"),
    ("所", "ところ"), ("様", "さま"), ("弱く", "よわく"), ("起点", "きてん"), ("公開", "こうかい"),
    ("行われている", "おこなわれている"), ("合う", "あう"), ("健康保険", "けんこうほけん"), ("負担", "ふたん"),
    ("負担します", "ふたんします"), ("医療機関名", "いりょうきかんめい"), ("尋ね", "たずね"),
    ("大学病院", "だいがくびょういん"), ("市民病院", "しみんびょういん"), ("県立", "けんりつ"),
    ("国立", "こくりつ"), ("問い合わせ先", "といあわせさき"), ("原発性肺癌", "げんぱつせいはいがん"),
    ("原発性", "げんぱつせい"), ("体細胞変異", "たいさいぼうへんい"), ("挙がり", "あがり"),
    ("来週", "らいしゅう"), ("次回", "じかい"), ("今月", "こんげつ"), ("注射", "ちゅうしゃ"),
    ("飲み薬", "のみぐすり"), ("点滴", "てんてき"), ("通院", "つういん"), ("組み合わせ", "くみあわせ"),
    ("予定", "よてい"), ("日程", "にってい"), ("検診", "けんしん"), ("無料", "むりょう"),
    ("有料", "ゆうりょう"), ("先生", "せんせい"), ("看護師", "かんごし"), ("薬剤師", "やくざいし"),
    ("歳", "さい"), ("何", "なに"),
];

/// A stretch of a text: kanji with a reading, or text without.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    /// Where it stands in the text, in bytes.
    pub at: std::ops::Range<usize>,
    /// Its reading in kana.
    pub reading: String,
}

/// The stretches of a text that have a reading: the longest known word at each place. `names` are names with their
/// readings, which come before words.
pub fn readings(text: &str, names: &[(String, String)]) -> Vec<Stretch> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(rest) = text.get(from..).filter(|rest| !rest.is_empty()) {
        let name = names.iter().filter(|(name, _)| !name.is_empty() && rest.starts_with(name.as_str()));
        let name = name.map(|(name, kana)| (name.as_str(), kana.as_str()));
        let before = text.get(..from).and_then(|before| before.chars().last());
        let word = || {
            let known = READINGS.iter().copied().filter(|(word, _)| rest.starts_with(word));
            known.filter(|(word, _)| !torn(word, before, rest))
        };
        let longest = |one: &(&str, &str)| one.0.len();
        let step = match name.max_by_key(longest).or_else(|| word().max_by_key(longest)) {
            Some((word, kana)) => {
                let (start, end, reading) = without_kana(word, kana);
                if start < end && !reading.is_empty() {
                    found.push(Stretch { at: from + start..from + end, reading: reading.to_owned() });
                }
                word.len()
            }
            None => rest.chars().next().map_or(1, char::len_utf8),
        };
        from += step;
    }
    found
}

/// Whether a single kanji stands within a longer word, where it is read otherwise: 体 in 体細胞.
fn torn(word: &str, before: Option<char>, rest: &str) -> bool {
    let after = rest.get(word.len()..).and_then(|after| after.chars().next());
    word.chars().filter(|c| is_kanji(*c)).count() == 1
        && (before.is_some_and(is_kanji) || (word.chars().all(is_kanji) && after.is_some_and(is_kanji)))
}

/// The part of a word that is not kana, and its reading: 受けられる, うけられる → 受, う.
fn without_kana<'r>(word: &str, reading: &'r str) -> (usize, usize, &'r str) {
    let (mut start, mut end, mut read) = (0, word.len(), reading);
    while let (Some(last), Some(kana)) =
        (word.get(start..end).and_then(|w| w.chars().last()), read.chars().last())
    {
        if last != kana {
            break;
        }
        end -= last.len_utf8();
        read = read.get(..read.len() - kana.len_utf8()).unwrap_or_default();
    }
    while let (Some(first), Some(kana)) =
        (word.get(start..end).and_then(|w| w.chars().next()), read.chars().next())
    {
        if first != kana {
            break;
        }
        start += first.len_utf8();
        read = read.get(kana.len_utf8()..).unwrap_or_default();
    }
    (start, end, read)
}

/// Kanji of a text that no reading covers, each run once in order: what a writer may want to say in other words.
pub fn unread(text: &str, names: &[(String, String)]) -> Vec<String> {
    let read = readings(text, names);
    let covered = |at: usize| read.iter().any(|stretch| stretch.at.contains(&at));
    let mut runs: Vec<String> = Vec::new();
    let mut run = String::new();
    for (at, c) in text.char_indices().chain([(text.len(), ' ')]) {
        if is_kanji(c) && !covered(at) {
            run.push(c);
        } else if !run.is_empty() {
            let done = std::mem::take(&mut run);
            if !runs.contains(&done) {
                runs.push(done);
            }
        }
    }
    runs
}

fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

#[cfg(test)]
#[allow(clippy::string_slice, reason = "a test stops where it fails")]
mod tests {
    use super::*;

    fn shown(text: &str) -> String {
        let mut out = String::new();
        let mut from = 0;
        for stretch in readings(text, &[("山田 花子".to_owned(), "やまだ はなこ".to_owned())]) {
            out.push_str(&text[from..stretch.at.start]);
            out.push_str(&format!("{}《{}》", &text[stretch.at.clone()], stretch.reading));
            from = stretch.at.end;
        }
        out.push_str(&text[from..]);
        out
    }

    #[test]
    fn every_reading_is_kana_and_every_word_stands_once() {
        let mut seen = std::collections::BTreeSet::new();
        for (word, reading) in READINGS {
            assert!(seen.insert(word), "{word} stands twice");
            assert!(
                reading.chars().all(|c| matches!(c, 'ぁ'..='ん' | 'ー')),
                "{word}: {reading} is hiragana"
            );
            let (start, end, read) = without_kana(word, reading);
            assert!(start < end && !read.is_empty(), "{word} has kanji to read");
        }
    }

    #[test]
    fn the_longest_word_is_read_and_its_kana_left_alone() {
        assert_eq!(
            shown("標準治療を受けられる"),
            "標準治療《ひょうじゅんちりょう》を受《う》けられる",
            "as in a school book"
        );
        assert_eq!(
            shown("体制と体の"),
            "体制と体《からだ》の",
            "a kanji within another word is not read alone"
        );
        assert_eq!(shown("EGFR 遺伝子の変異"), "EGFR 遺伝子《いでんし》の変異《へんい》", "Latin stays");
        assert_eq!(shown("山田 花子さん"), "山田 花子《やまだ はなこ》さん", "a name is read as recorded");
    }

    #[test]
    fn kanji_without_a_reading_are_named() {
        assert_eq!(unread("遺伝子の蓋然性", &[]), ["蓋然性"], "the writer can choose another word");
    }
}

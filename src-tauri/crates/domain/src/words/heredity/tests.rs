use super::*;

fn named(text: &str) -> Vec<String> {
    named_in(text, &[])
}

#[test]
fn every_spelling_of_a_matter_of_heredity_is_found() {
    for text in [
        "リー・フラウメニ症候群（生殖細胞系列）を疑う。",
        "ﾘｰ･ﾌﾗｳﾒﾆ症候群",
        "りーふらうめに",
        "Li–Fraumeni syndrome",
        "LI FRAUMENI",
        "ＬＦＳを考える",
        "リンチ症候群",
        "Lynch",
        "二次的所見あり",
        "二次的\n所見",
        "遺伝性腫瘍",
        "遺伝カウンセリングを勧める",
        "遺伝的な背景",
        "いでんの可能性",
        "家系内に",
        "確認検査を推奨",
        "ＨＢＯＣ",
        "germ-line",
        "Germline variant",
        "secondary findings",
        "familial cancer",
        "PGPV",
    ] {
        assert!(!named(text).is_empty(), "{text}");
    }
}

#[test]
fn sentences_that_tell_the_matter_without_its_first_name_are_found() {
    for text in [
        "遺伝子診療部を受診してください",
        "遺伝子カウンセラーに相談",
        "お子さんにも検査をお勧めします",
        "ご兄弟の方にも検査を",
        "親から子へ",
        "体細胞変異ではなかった",
        "腫瘍に限らない変化",
        "がん以外の細胞にもある変化",
        "正常側にも存在",
        "ノーマル検体でも検出",
        "N検体のVAF 49%",
        "血液由来の変化も見つかりました",
        "生殖系列",
        "開示対象の所見あり",
        "G1の所見について",
        "ジャームライン由来と考える",
        "ｼﾞｬｰﾑﾗｲﾝ",
        "胚細胞変異を疑う",
        "胚細胞系列のバリアント",
        "常染色体顕性の疾患",
        "常染色体優性",
        "常染色体潜性",
        "常染色体劣性の形式",
        "遺伝的素因がある",
        "がんの素因が疑われる",
        "腫瘍素因症候群",
        "易罹患性がある",
        "この変化は正常検体にも認める",
        "正常組織にも同じ変化がある",
        "血液にも認める",
        "末梢血からも検出された",
        "唾液でも同一の変化を確認",
        "正常検体のVAFは48%",
        "保因者である",
        "病的バリアント保有者",
        "BRCA2変異保有",
        "変異キャリア",
        "発端者",
        "血縁者の検査",
        "カスケード検査を勧める",
        "乳房MRIによるサーベイランスを開始",
        "サーベイランスについて説明",
        "リスク低減手術を検討",
        "リスク低減卵管卵巣摘出術",
        "子どもへの影響について",
        "子への影響を心配している",
        "次世代への影響",
        "遺伝学的検査を行う",
        "遺伝外来へ紹介",
        "臨床遺伝専門医に相談",
        "遺伝カウンセラーが同席",
        "ＧＰＶ",
        "PGPVあり",
        "偶発的所見",
        "リ・フラウメニ",
        "リ･フラウメニ症候群",
        "カウデン症候群",
        "ＦＡＰ",
        "家族性大腸腺腫症",
        "VHL病",
        "浸透率は高い",
        "ご家族の検査を勧めます",
        "親から受け継いだもの",
        "gBRCA陽性",
        "Autosomal-dominant",
        "autosomal recessive",
        "cancer predisposition",
        "cascade testing of relatives",
        "annual breast MRI surveillance",
        "she is a carrier",
        "mutation carriers",
        "obligate carrier",
        "the proband",
        "first-degree relatives",
        "The variant is also present in the normal sample",
        "also found in blood",
        "risk-reducing mastectomy",
        "refer to a clinical geneticist",
        "high-penetrance gene",
        "a highly penetrant variant",
        "Cowden",
        "血液でも同じ変化がみられた",
        "母も同じ変異の保有者",
        "親族のカスケードスクリーニング",
        "germ line pathogenic variant",
        "MUTYH関連ポリポーシス",
        "生殖細胞\n系列",
    ] {
        assert!(!named(text).is_empty(), "{text}");
    }
}

#[test]
fn what_speaks_of_the_tumour_alone_is_not_found() {
    for text in [
        "EGFR p.Leu858Argに対しオシメルチニブを推奨。",
        "がん遺伝子パネル検査の結果",
        "遺伝子増幅",
        "いでんし",
        "ウイルスの遺伝情報が見つかりました",
        "腫瘍細胞割合 60%",
        "mapped reads; the FAPI scan",
        "a maple leaf; Menlo Park",
        "治療選択に関わる変化",
    ] {
        assert_eq!(named(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn ordinary_sentences_of_a_tumour_board_are_not_found() {
    for text in [
        "次世代シークエンサーによる解析。",
        "次世代シーケンシング（NGS）で検出",
        "次世代抗体薬の治験に参加",
        "免疫関連有害事象のサーベイランスを継続する。",
        "術後サーベイランスとしてCTを3か月毎に施行。",
        "前立腺癌は積極的サーベイランス中",
        "血栓素因の精査を循環器内科に依頼。",
        "出血素因なし",
        "再発リスク低減のため術後補助療法を行った。",
        "転倒リスク低減のためリハビリを行う",
        "HBVキャリアのため核酸アナログを投与。",
        "B型肝炎キャリア",
        "EGFR変異保有肺癌の二次治療",
        "BRAF変異保有例では併用療法が推奨される",
        "MAPKシグナルカスケードの活性化",
        "凝固カスケード",
        "胚細胞腫瘍（セミノーマ）の既往",
        "生殖細胞腫瘍",
        "分子への結合",
        "遺伝子への影響",
        "危険因子への対応",
        "血液検査でも炎症反応の上昇を認めた。",
        "血液検体でも測定可能",
        "末梢血にも芽球を認める",
        "正常検体には認めず、体細胞変異と判断。",
        "正常組織にも認めない",
        "HER2は正常組織にも発現を認める",
        "非腫瘍部にも炎症を認める",
        "細胞遺伝学的リスクは中間群",
        "薬剤の遺伝毒性は陰性",
        "分子遺伝学的完全寛解",
        "先天性心疾患の既往",
        "アレルギー体質あり",
        "生来健康",
        "家族に説明し同意を得た。",
        "ご家族の希望で転院。",
        "子宮頸部への浸潤",
        "男子への投与経験はない",
        "挙児希望あり、妊孕性温存を検討",
        "リンパ節郭清を行った",
        "クリニカルシークエンスの結果を共有",
        "Next-generation sequencing was performed.",
        "active surveillance for prostate cancer",
        "imaging surveillance every 3 months",
        "surveillance for recurrence",
        "hepatitis B carrier, on entecavir",
        "solute carrier family transporter",
        "drug carrier nanoparticles",
        "signalling cascade of RAS",
        "de novo stage IV breast cancer",
        "predisposing factors for bleeding: none",
        "constitutional symptoms are absent",
        "the response was inherently durable",
        "germ cell tumour of the testis",
        "a CNS-penetrant inhibitor",
        "非血縁者間骨髄移植",
        "HBs抗体保有者",
        "obligate anaerobes",
    ] {
        assert_eq!(named(text), Vec::<String>::new(), "{text}");
    }
}

#[test]
fn the_word_is_named_with_what_belongs_to_it() {
    assert_eq!(named("遺伝カウンセリングを勧める"), ["遺伝カウンセリング"]);
    assert_eq!(named("遺伝性乳癌卵巣癌症候群（HBOC）"), ["遺伝性乳癌卵巣癌症候群", "HBOC"]);
    assert_eq!(named("変化は正常検体にも認める"), ["正常検体にも"]);
}

#[test]
fn a_sites_own_words_are_found_in_every_spelling_and_an_abbreviation_only_by_itself() {
    let own = ["体質外来".to_owned(), "GC外来".to_owned(), "CGA".to_owned()];
    assert_eq!(named_in("ＧＣ・外来へ", &own), ["GC外来"]);
    assert_eq!(named_in("体質外来に紹介", &own), ["体質外来"]);
    assert_eq!(named_in("cga陽性", &own), ["CGA"]);
    assert_eq!(named_in("配列 ACGAT", &own), Vec::<String>::new());
}

#[test]
fn every_shipped_word_is_found_by_its_own_name() {
    // Of tissue the sentence is searched for, not the word.
    for word in shipped().into_iter().filter(|word| !tissue::NORMAL_TISSUE.contains(word)) {
        assert!(!named(word).is_empty(), "{word}");
    }
}

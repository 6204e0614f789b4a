//! Characters: what can be printed comes out of the file as it went in, what cannot is reported, and nothing else
//! happens.

use entaku_domain::label::Language;
use entaku_report::fonts::{Faces, unprintable};
use entaku_report::layout::{Block, Document, Frame, Item, Paragraph, Role, Setting, layout, paginate};
use entaku_report::pdf::{Facts, write};
use entaku_report::text::{Color, Shaper, Span, Style, clean};
use entaku_report::{RenderOptions, missing_glyphs, render};
use serde_json::json;
use unicode_normalization::UnicodeNormalization;

use crate::{sample, tools};

/// Kanji that only names may hold (戸籍法施行規則 別表第二), as far as they are unified ideographs.
const FOR_NAMES: &str = "\
    丑丞乃之乎也云亘亙些亦亥亨亮仔伊伍伽佃佑伶侃侑俄俠俣俐倭俱倦倖偲傭儲允兎兜其冴凌凜凛凧凪凰凱函劉劫勁勺勿匁匡\
    廿卜卯卿厨厩叉叡叢叶只吾吞吻哉哨啄哩喬喧喰喋嘩嘉嘗噌噂圃圭坐尭堯坦埴堰堺堵塙壕壬夷奄奎套娃姪姥娩嬉孟宏宋宕宥\
    寅寓寵尖尤屑峨峻崚嵯嵩嶺巌巖已巳巴巫巷巽帖幌幡庄庇庚庵廟廻弘弛彗彦彪彬徠忽怜恢恰恕悌惟惚悉惇惹惺惣慧憐戊或戟\
    托按挺挽掬捲捷捺捧掠揃摑摺撒撰撞播撫擢孜敦斐斡斧斯於旭昂昊昏昌昴晏晃晄晒晋晟晦晨智暉暢曙曝曳朋朔杏杖杜李杭杵\
    杷枇柑柴柘柊柏柾柚桧檜栞桔桂栖桐栗梧梓梢梛梯桶梶椛梁棲椋椀楯楚楕椿楠楓椰楢楊榎樺榊榛槙槇槍槌樫槻樟樋橘樽橙檎\
    檀櫂櫛櫓欣欽歎此殆毅毘毬汀汝汐汲沌沓沫洸洲洵洛浩浬淵淳渚淀淋渥渾湘湊湛溢滉溜漱漕漣澪濡瀕灘灸灼烏焰焚煌煤煉熙\
    燕燎燦燭燿爾牒牟牡牽犀狼猪獅玖珂珈珊珀玲琢琉瑛琥琶琵琳瑚瑞瑶瑳瓜瓢甥甫畠畢疋疏皐皓眸瞥矩砦砥砧硯碓碗碩碧磐磯\
    祇祢禰祐祷禱禄祿禎禽禾秦秤稀稔稟稜穣穰穹穿窄窪窺竣竪竺竿笈笹笙笠筈筑箕箔篇篠簞簾籾粥粟糊紘紗紐絃紬絆絢綺綜綴\
    緋綾綸縞徽繫繡纂纏羚翔翠耀而耶耽聡肇肋肴胤胡脩腔脹膏臥舜舵芥芹芭芙芦苑茄苔苺茅茉茸茜莞荻莫莉菅菫菖萄菩萌萠萊\
    菱葦葵萱葺萩董葡蓑蒔蒐蒼蒲蒙蓉蓮蔭蔣蔦蓬蔓蕎蕨蕉蕃蕪薙蕾蕗藁薩蘇蘭蝦蝶螺蟬蟹蠟衿袈袴裡裟裳襖訊訣註詢詫誼諏諄\
    諒謂諺讃豹貰賑赳跨蹄蹟輔輯輿轟辰辻迂迄辿迪迦這逞逗逢遥遙遁遼邑祁郁鄭酉醇醐醍醬釉釘釧銑鋒鋸錘錐錆錫鍬鎧閃閏閤\
    阿陀隈隼雀雁雛雫霞靖鞄鞍鞘鞠鞭頁頌頗顚颯饗馨馴馳駕駿驍魁魯鮎鯉鯛鰯鱒鱗鳩鳶鳳鴨鴻鵜鵬鷗鷲鷺鷹麒麟麿黎黛鼎亞惡\
    爲榮衞圓緣薗應櫻奧橫溫價壞懷樂渴卷陷寬氣僞戲虛峽狹曉駈勳薰惠揭鷄藝擊縣儉劍險圈檢顯驗嚴廣恆黃國黑碎雜兒濕實壽\
    收從澁獸縱緖敍將涉燒奬條狀乘淨剩疊孃讓釀眞寢愼盡粹醉穗瀨齊靜攝專戰纖禪壯爭莊搜巢曾裝瘦騷增藏臟卽帶滯瀧單團彈\
    晝鑄廳徵聽鎭轉傳嶋燈盜稻德拜盃賣髮拔晚祕冨拂佛步峯飜每萬默埜彌藥與搖樣謠來賴覽龍凉綠淚壘禮曆歷鍊郞錄";

/// The rest of them: old forms that Unicode keeps apart only as compatibility ideographs, from U+FA30 to U+FA69
/// without these …
const NOT_FOR_NAMES: &[u32] =
    &[0xFA32, 0xFA36, 0xFA39, 0xFA3C, 0xFA3E, 0xFA42, 0xFA49, 0xFA58, 0xFA5D, 0xFA5E, 0xFA60, 0xFA66];
/// … and these.
const OLD_FORMS: &str =
    "\u{F91D}\u{F928}\u{F929}\u{F936}\u{F9D0}\u{F9DC}\u{FA16}\u{FA19}\u{FA1A}\u{FA1B}\u{FA26}";

fn kanji_for_names() -> String {
    let old = (0xFA30..=0xFA69).filter(|code| !NOT_FOR_NAMES.contains(code)).filter_map(char::from_u32);
    FOR_NAMES.chars().chain(old).chain(OLD_FORMS.chars()).collect()
}

/// A file of one text, and the same text as it was set.
fn set(text: &str) -> (Document, Vec<u8>) {
    let shaper = Shaper::new().expect("compiled-in fonts open");
    let mut setting = Setting::new(&shaper);
    let style = Style { size: 9.0, bold: false, color: Color(0.0, 0.0, 0.0) };
    let spans = vec![Span { text: clean(text), style }];
    let block = Block::Text(Paragraph { spans, role: Role::Body, leading: 1.4, before: 0.0, hang: 0.0 });
    let frame = Frame { left: 40.0, top: 40.0, width: 500.0, height: 760.0 };
    let set = paginate(layout(&mut setting, &[block], frame.width), frame);
    let document =
        Document { pages: set.pages, width: 595.0, height: 842.0, outline: Vec::new(), tree: setting.tree };
    let facts = Facts {
        title: "文字".to_owned(),
        author: "円卓病院".to_owned(),
        code: String::new(),
        subject: "characters".to_owned(),
        language: "ja-JP",
        identity: String::new(),
        at: None,
        attachment: None,
        keywords: None,
    };
    let file = write(&document, &facts).expect("a file");
    (document, file)
}

/// Where two texts part, so that a failure of thousands of characters can be read.
fn parting(found: &str, wanted: &str) -> Option<String> {
    let (found, wanted) = (tools::squeezed(found), tools::squeezed(wanted));
    let at = found.chars().zip(wanted.chars()).position(|(a, b)| a != b);
    let at = at.or_else(|| {
        (found.len() != wanted.len()).then(|| found.chars().count().min(wanted.chars().count()))
    })?;
    let near = |text: &str| {
        let near: String = text.chars().skip(at.saturating_sub(3)).take(8).collect();
        let codes: Vec<String> = near.chars().map(|c| format!("{:04X}", u32::from(c))).collect();
        format!("{near} {}", codes.join(" "))
    };
    Some(format!("at {at}: found {} for {}", near(&found), near(&wanted)))
}

#[test]
fn every_kanji_a_name_may_hold_is_printed_in_the_form_it_is_written_in() {
    let names = kanji_for_names();
    assert_eq!(names.chars().count(), 863, "the whole of the table");
    let faces = Faces::get().expect("compiled-in fonts open");
    assert_eq!(unprintable(faces, &names), vec![], "none is missing");
    assert_eq!(clean(&names), names, "none is turned into its newer form: a name is written as it is");
    let Some(found) = tools::text(&set(&names).1) else { return };
    assert_eq!(parting(&found, &names), None);
}

#[test]
fn every_character_of_the_faces_comes_out_as_it_went_in() {
    let faces = Faces::get().expect("compiled-in fonts open");
    let candidates = ('!'..='\u{2FFFF}').filter(|c| {
        let alone = c.to_string();
        // What is cleaned away is another matter, and marks that join have no place without a letter.
        clean(&alone) == alone && !unicode_normalization::char::is_combining_mark(*c)
    });
    let all: String = candidates.filter(|c| unprintable(faces, &c.to_string()).is_empty()).collect();
    let count = all.chars().count();
    assert!(count > 13_000, "two Japanese faces hold more than {count} characters");
    // Radicals beside the kanji whose glyph they share.
    assert!(all.contains('\u{2F47}') && all.contains('日'), "both are among them");
    let (document, file) = set(&all);
    let shown = document.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
        Item::Text(run) => Some(run),
        _ => None,
    });
    assert!(shown.flat_map(|run| run.drawn()).all(|glyph| glyph.id != 0), "no box in silence");
    let Some(found) = tools::text(&file) else { return };
    assert_eq!(parting(&found, &all), None, "no radical for a kanji, no other form, nothing lost");
}

#[test]
fn what_no_face_has_is_reported_and_drawn_as_the_printers_mark() {
    let faces = Faces::get().expect("compiled-in fonts open");
    // Rare by the law or by the standard: level 3 and 4 of JIS X 0213, extension B, and what no Japanese face has.
    let texts =
        ["俱剝瘦繫𠮟塡頰", "𠀋𡈽𡌛𡑮𡢽𠮷𡚴𡸴𣇄𣗄𣘺", "𪚲𫠓𬀩𰻞", "ꀀ", "😀", "葛\u{E0103}", "神\u{FE00}"];
    let geta = set("〓").0;
    let geta = geta.pages.iter().flat_map(|page| &page.items).find_map(|item| match item {
        Item::Text(run) => run.drawn().first().map(|glyph| glyph.id),
        _ => None,
    });
    for text in texts {
        let missing = unprintable(faces, text);
        let (document, _) = set(text);
        let marks = document.pages.iter().flat_map(|page| &page.items).filter_map(|item| match item {
            Item::Text(run) => Some(run.drawn().iter().filter(|glyph| Some(glyph.id) == geta).count()),
            _ => None,
        });
        let plain = missing.iter().filter(|one| one.selector.is_none()).count();
        assert_eq!(marks.sum::<usize>(), plain, "{text}: a mark for each that is reported, no other");
    }
    assert_eq!(
        unprintable(faces, "俱剝瘦繫𠮟塡頰𠀋𡈽𡌛𡑮𡢽𠮷𡚴𡸴𣇄𣗄𣘺"),
        vec![],
        "the standard's kanji are there"
    );
}

#[test]
fn name_with_an_old_form_and_a_variation_is_whole_in_the_report() {
    // 神 as a compatibility ideograph, 葛 with its selector, and two that need surrogate pairs.
    let name = "\u{FA19}﨑 𠮷葛\u{E0100}𣘺";
    let content = sample::changed(|value| value["patient"]["name"] = json!(name));
    assert_eq!(missing_glyphs(&content), vec![], "all can be printed");
    let options = RenderOptions::new(Language::Ja, "ab".repeat(32));
    let Some(found) = tools::text(&render(&content, &options).expect("renders").pdf) else { return };
    assert!(tools::squeezed(&found).contains(&tools::squeezed(name)), "a name is a name");
}

#[test]
fn text_of_a_report_is_composed_and_holds_no_radical_the_source_has_not() {
    let content = sample::changed(|value| {
        value["summary"] = json!("か\u{3099}ん cafe\u{301} 日本人一二三石火金土 A\u{30A}ngstro\u{308}m");
    });
    let options = RenderOptions::new(Language::Ja, "ab".repeat(32));
    let Some(found) = tools::text(&render(&content, &options).expect("renders").pdf) else { return };
    let composed: String = found.nfc().collect();
    assert_eq!(parting(&found, &composed), None, "all of it is composed");
    assert!(tools::squeezed(&found).contains("がんcafé日本人一二三石火金土Ångström"), "{found}");
    let strange =
        |c: char| matches!(u32::from(c), 0x2E80..=0x2FDF | 0xF900..=0xFAD9 | 0xFB00..=0xFB06 | 0xFFFD);
    let strange: String = found.chars().filter(|c| strange(*c) && *c != '﨑').collect();
    assert_eq!(strange, "", "no radicals, compatibility forms or ligatures but those of the source");
}

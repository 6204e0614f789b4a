//! Makes the dictionary of readings that is compiled in: the words of IPADIC with word class, cost and reading, and the
//! costs of their neighbourhood, packed small. It is read from the files of the npm package `kuromoji`, whose binary
//! form (`src/dict` there) this module follows; its search tree is left out, since our list of words is sorted.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::ZlibEncoder;

/// Word class of a row of IPADIC, as `src/furigana/dictionary.rs` numbers them.
const NAME_OF_A_PERSON: u8 = 8;
const NAME_OF_A_PLACE: u8 = 9;
const OTHER_NAME: u8 = 10;

/// Bytes of one row in `tid.dat`: two neighbourhood numbers, the cost, and where its words stand in `tid_pos.dat`.
const ROW: usize = 10;

/// How much less the better known of two places costs.
const FAR_BETTER_KNOWN: i32 = 1_500;

struct Entry {
    id: u16,
    cost: i16,
    reading: String,
}

/// Packs the dictionary in `folder` into bytes.
pub fn packed(folder: &Path) -> Result<Vec<u8>, String> {
    let rows = inflated(&folder.join("tid.dat.gz"))?;
    let words = inflated(&folder.join("tid_pos.dat.gz"))?;
    let costs = inflated(&folder.join("cc.dat.gz"))?;

    let side = number(&costs, 0)?;
    let size = usize::from(side);
    let matrix = costs.get(4..4 + size * size * 2).ok_or("cc.dat.gz is cut short")?;
    let mut classes = vec![0u8; size];
    // Neighbourhood numbers that words of our own need: noun, number, counter, sign, space.
    let mut special: HashMap<&str, u16> = HashMap::new();
    let mut found: BTreeMap<String, Vec<Entry>> = BTreeMap::new();
    let mut places: HashMap<String, HashMap<String, i16>> = HashMap::new();

    for (count, row) in rows.chunks_exact(ROW).enumerate() {
        let id = number(row, 0)?;
        let cost = number(row, 4)?.cast_signed();
        let at = usize::from(number(row, 6)?) | usize::from(number(row, 8)?) << 16;
        if count > 0 && at == 0 {
            // What follows the last row is empty.
            continue;
        }
        let features =
            words.get(at..).and_then(|rest| rest.split(|byte| *byte == 0).next()).unwrap_or_default();
        let features = String::from_utf8_lossy(features);
        let features: Vec<&str> = features.split(',').collect();
        let [surface, parts @ ..] = features.as_slice() else { continue };
        let class = class(parts);
        if let Some(slot) = classes.get_mut(usize::from(id)) {
            *slot = class;
        }
        match parts {
            ["名詞", "一般", ..] => special.insert("noun", id),
            ["名詞", "数", ..] => special.insert("number", id),
            ["名詞", "接尾", "助数詞", ..] => special.insert("counter", id),
            ["記号", "一般", ..] => special.insert("sign", id),
            ["記号", "空白", ..] => special.insert("space", id),
            _ => None,
        };
        let kanji = surface.chars().any(is_kanji);
        let name = matches!(class, NAME_OF_A_PERSON | NAME_OF_A_PLACE | OTHER_NAME);
        if surface.contains('\n') || (name && !kanji) {
            continue;
        }
        let reading = match parts.get(7) {
            // How a person's name is read only its bearer knows.
            Some(kana) if kanji && class != NAME_OF_A_PERSON => hiragana(kana),
            _ => String::new(),
        };
        if class == NAME_OF_A_PLACE {
            let costs = places.entry((*surface).to_owned()).or_default();
            let least = costs.entry(reading.clone()).or_insert(cost);
            *least = cost.min(*least);
        }
        let entries = found.entry((*surface).to_owned()).or_default();
        match entries.iter_mut().find(|entry| entry.id == id) {
            Some(entry) if entry.cost <= cost => {}
            Some(entry) => *entry = Entry { id, cost, reading },
            None => entries.push(Entry { id, cost, reading }),
        }
    }

    // Places that are written alike and read differently are not read, unless one is far better known than the others.
    let unsure = |surface: &String| {
        let mut costs: Vec<i16> =
            places.get(surface).into_iter().flat_map(HashMap::values).copied().collect();
        costs.sort_unstable();
        matches!(costs.as_slice(), [least, next, ..] if i32::from(*next) - i32::from(*least) < FAR_BETTER_KNOWN)
    };
    for (_, entries) in found.iter_mut().filter(|(surface, _)| unsure(surface)) {
        let is_place = |entry: &&mut Entry| classes.get(usize::from(entry.id)) == Some(&NAME_OF_A_PLACE);
        entries.iter_mut().filter(is_place).for_each(|entry| entry.reading.clear());
    }

    let mut out = Vec::new();
    out.extend(side.to_le_bytes());
    for name in ["noun", "number", "counter", "sign", "space"] {
        let id = special.get(name).ok_or(format!("the dictionary has no {name}"))?;
        out.extend(id.to_le_bytes());
    }
    let count = |number: usize| u32::try_from(number).map_err(|error| error.to_string());
    let surfaces = found.keys().fold(String::new(), |all, surface| all + surface + "\n");
    let entries = || found.values().flatten();
    let readings = entries().fold(String::new(), |all, entry| all + &entry.reading + "\n");
    out.extend(count(found.len())?.to_le_bytes());
    out.extend(count(entries().count())?.to_le_bytes());
    out.extend(count(surfaces.len())?.to_le_bytes());
    out.extend(count(readings.len())?.to_le_bytes());
    out.extend(surfaces.as_bytes());
    out.extend(readings.as_bytes());
    for of_one in found.values() {
        out.push(u8::try_from(of_one.len()).map_err(|error| error.to_string())?);
    }
    entries().for_each(|entry| out.extend(entry.id.to_le_bytes()));
    entries().for_each(|entry| out.extend(entry.cost.to_le_bytes()));
    out.extend(&classes);
    out.extend(matrix);

    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(&out).map_err(|error| error.to_string())?;
    encoder.finish().map_err(|error| error.to_string())
}

fn inflated(file: &Path) -> Result<Vec<u8>, String> {
    let said = |error: std::io::Error| format!("{}: {error}", file.display());
    let packed = fs::read(file).map_err(said)?;
    let mut bytes = Vec::new();
    GzDecoder::new(packed.as_slice()).read_to_end(&mut bytes).map_err(said)?;
    Ok(bytes)
}

fn number(bytes: &[u8], at: usize) -> Result<u16, String> {
    let pair = bytes.get(at..at + 2).and_then(|pair| pair.try_into().ok());
    pair.map(u16::from_le_bytes).ok_or("the dictionary is cut short".to_owned())
}

fn class(parts: &[&str]) -> u8 {
    match parts {
        ["名詞", "サ変接続", ..] => 2,
        ["名詞", "副詞可能", ..] => 3,
        ["名詞", "数", ..] => 4,
        ["名詞", "接尾", "助数詞", ..] => 5,
        ["名詞", "接尾", "人名", ..] => 20,
        ["名詞", "接尾", ..] => 6,
        ["接頭詞", ..] => 7,
        ["名詞", "固有名詞", "人名", ..] => NAME_OF_A_PERSON,
        ["名詞", "固有名詞", "地域", ..] => NAME_OF_A_PLACE,
        ["名詞", "固有名詞", ..] => OTHER_NAME,
        ["名詞", "代名詞", ..] => 11,
        ["名詞", "非自立", ..] => 12,
        ["名詞", ..] => 1,
        ["動詞", ..] => 13,
        ["形容詞", ..] => 14,
        ["助詞", ..] => 15,
        ["助動詞", ..] => 16,
        ["副詞", ..] => 17,
        ["連体詞", ..] => 18,
        ["記号", ..] => 19,
        _ => 0,
    }
}

fn hiragana(kana: &str) -> String {
    let plain = |c: char| match c {
        'ァ'..='ヶ' => u32::from(c).checked_sub(0x60).and_then(char::from_u32).unwrap_or(c),
        _ => c,
    };
    kana.chars().map(plain).collect()
}

fn is_kanji(c: char) -> bool {
    matches!(c, '々' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

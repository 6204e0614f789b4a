//! A page of jRCT as a person saved it, in Japanese or English. The registry gives no export and asks not to be crawled, so
//! that a page is what a site has. Public data licence (PDL 1.0); the source must be shown.
//!
//! A page is tables: the last heading of a row is its label (`主たる選択基準 / Inclusion Criteria`), and behind it stand one cell,
//! or the Japanese and the English one. Sections of people's names are kept apart.

mod page;

use super::ctgov::points;
use super::{Recruitment, Trial, TrialSite};
use crate::readers::{Source, Watch};
use crate::store::error::KnowledgeStoreError;
use crate::store::keeper::Keeper;
use crate::store::record::ImportProgress;
use entaku_domain::text::half_width;
use entaku_domain::trial::TrialId;
use entaku_domain::trial::criterion::{Ask, Comparison, Criterion, Leaf, Operator, PatientSex, Subject};
use entaku_domain::trial::tumour::TumourAsked;
use page::Row;

pub(crate) fn read(
    source: &Source,
    keeper: &mut Keeper<'_>,
    watch: Watch<'_>,
) -> Result<(), KnowledgeStoreError> {
    let bytes = source.whole()?;
    if !watch(ImportProgress { bytes: source.bytes, of: source.bytes, rows: 0 }) {
        return Err(KnowledgeStoreError::Cancelled { file: source.name.clone() });
    }
    let text = String::from_utf8_lossy(&bytes);
    let trial = trial(&text);
    let shown = format!("{} {}", trial.id, trial.title.as_deref().unwrap_or_default());
    keeper.take(1, &shown, trial.entry())
}

/// The trial of a page.
pub(super) fn trial(html: &str) -> Trial {
    let rows = page::rows(html);
    let cells = |labels: &[&str]| labels.iter().find_map(|label| find(&rows, label));
    let first = |labels: &[&str]| cells(labels).and_then(|cells| cells.first().cloned());
    let id = first(&["臨床研究実施計画番号", "jRCT ID", "Trial ID"])
        .and_then(|text| TrialId::parse(&text).ok())
        .or_else(|| number_in(html));
    let status = first(&["進捗状況", "被験者募集状況", "Recruitment status"]);
    let as_of = ["最終公表日", "Last modified on", "初回公表日"];
    let as_of = as_of.iter().find_map(|label| find(&rows, label)?.first().and_then(|text| day(text)));
    let conditions = first(&["対象疾患名", "Health Condition"]);
    let split = |text: String| -> Vec<String> {
        let parts = text.split(['、', ',', '，', '\n', '・']).map(str::trim).filter(|part| !part.is_empty());
        parts.map(str::to_owned).collect()
    };
    let all = |label: &'static str| {
        rows.iter().filter(move |row| row.is(label)).filter_map(|row| row.cells.first().cloned())
    };
    let mut sites: Vec<TrialSite> = Vec::new();
    for name in all("所属機関").filter(|name| !name.is_empty()) {
        if !sites.iter().any(|known| known.name == name) {
            sites.push(TrialSite { name, place: None, country: None, recruitment: Recruitment::Unknown });
        }
    }
    let mut contacts: Vec<String> = all("氏名").filter(|name| !name.is_empty()).collect();
    contacts.dedup();
    let mut criteria = Vec::new();
    if let Some(written) = &conditions {
        let named = split(written.clone());
        let english =
            cells(&["対象疾患名"]).and_then(|cells| cells.get(1).cloned()).map(split).unwrap_or_default();
        let mut any: Vec<Criterion> = named
            .iter()
            .chain(&english)
            .map(|name| leaf(name, Ask::Tumour(TumourAsked::Named(name.clone()))))
            .collect();
        // The subject of a study is not whom it takes: a tumour among them is one that it takes, another may be too.
        any.push(leaf(written, Ask::Person(Subject::Tumour)));
        criteria.push(Criterion::Any(any));
    }
    criteria.extend(first(&["年齢下限", "Age Minimum"]).and_then(|text| age(&text, true)));
    criteria.extend(first(&["年齢上限", "Age Maximum"]).and_then(|text| age(&text, false)));
    criteria.extend(first(&["性別", "Gender"]).and_then(|text| sex(&text)));
    for (labels, subject) in [
        (["主たる選択基準", "Inclusion Criteria"], Subject::Inclusion),
        (["主たる除外基準", "Exclusion Criteria"], Subject::Exclusion),
    ] {
        let text = first(&labels).unwrap_or_default();
        criteria.extend(points(&text).into_iter().map(|point| of_subject(point, subject)));
    }
    let drugs = first(&["一般名称等", "医薬品等の一般名称", "一般名称"]).map(split).unwrap_or_default();
    let other = all("他の臨床研究登録機関発行の研究番号").filter(|number| !number.is_empty());
    Trial {
        id: id.map(|id| id.as_str().to_owned()).unwrap_or_default(),
        other_ids: other.collect(),
        title: first(&["研究名称", "試験の名称", "Scientific Title", "平易な研究名称"]),
        recruitment: status.as_deref().map_or(Recruitment::Unknown, Recruitment::read),
        recruitment_written: status,
        phase: first(&["試験のフェーズ", "Phase"]).into_iter().collect(),
        conditions: conditions.map(split).unwrap_or_default(),
        drugs,
        as_of,
        sites,
        contacts,
        criterion: Criterion::All(criteria),
        arms: Vec::new(),
        not_understood: Vec::new(),
    }
}

fn find<'r>(rows: &'r [Row], label: &str) -> Option<&'r Vec<String>> {
    rows.iter()
        .find(|row| row.is(label) && row.cells.iter().any(|cell| !cell.is_empty()))
        .map(|row| &row.cells)
}

fn leaf(written: &str, ask: Ask) -> Criterion {
    Criterion::Leaf(Leaf { written: written.to_owned(), ask, negated: false })
}

fn of_subject(point: Criterion, subject: Subject) -> Criterion {
    match point {
        Criterion::Leaf(Leaf { written, .. }) => leaf(&written, Ask::Person(subject)),
        other => other,
    }
}

/// The first number of a study on the page.
fn number_in(html: &str) -> Option<TrialId> {
    html.match_indices("jRCT").find_map(|(at, _)| {
        // A sign and nine digits follow, and no letter behind them.
        let number: String =
            html.get(at..)?.chars().take(15).take_while(char::is_ascii_alphanumeric).collect();
        TrialId::parse(&number).ok()
    })
}

/// `適用なし` asks for nothing; what is more than years is for a person to read.
fn age(text: &str, least: bool) -> Option<Criterion> {
    let half = half_width(text).to_lowercase();
    let half = half.trim();
    if half.is_empty()
        || half.contains("適用なし")
        || half.contains("not applicable")
        || half.contains("上限なし")
    {
        return None;
    }
    let numbers: Vec<f64> = half
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|figures| figures.parse::<u32>().ok())
        .map(f64::from)
        .collect();
    let years = match numbers.as_slice() {
        [years] if !half.contains('月') && !half.contains('週') => *years,
        // `20歳 0ヶ月 0週`.
        [years, rest @ ..] if rest.iter().all(|number| *number == 0.0) => *years,
        _ => return Some(leaf(text.trim(), Ask::Person(Subject::Age))),
    };
    let asked = |operator, value| leaf(text.trim(), Ask::Age(Comparison { operator, value }));
    let says = |words: &[&str]| words.iter().any(|word| half.contains(word));
    Some(match least {
        true if says(&["超", "より上"]) => asked(Operator::Above, years),
        true => asked(Operator::AtLeast, years),
        false if says(&["未満", "not"]) => asked(Operator::Below, years),
        // Whoever is of the highest age is so up to the next birthday; a bare number may leave that age out.
        false if says(&["以下", "old under"]) => {
            Criterion::Unclear(vec![asked(Operator::AtMost, years), asked(Operator::Below, years + 1.0)])
        }
        false => Criterion::Unclear(vec![asked(Operator::Below, years), asked(Operator::Below, years + 1.0)]),
    })
}

fn sex(text: &str) -> Option<Criterion> {
    let low = text.trim().to_lowercase();
    let (male, female) = (low.contains("男性"), low.contains("女性"));
    Some(match low.as_str() {
        "both" => leaf(text.trim(), Ask::Unrestricted(Subject::Sex)),
        "male" => leaf(text.trim(), Ask::Sex(PatientSex::Male)),
        "female" => leaf(text.trim(), Ask::Sex(PatientSex::Female)),
        _ if male && female => leaf(text.trim(), Ask::Unrestricted(Subject::Sex)),
        _ if male => leaf(text.trim(), Ask::Sex(PatientSex::Male)),
        _ if female => leaf(text.trim(), Ask::Sex(PatientSex::Female)),
        "" => return None,
        _ => leaf(text.trim(), Ask::Person(Subject::Sex)),
    })
}

/// A day in the Japanese or the western calendar: `平成31年3月26日`, `令和元年5月1日`, `2017年09月15日`, `2017/09/15`.
pub(super) fn day(text: &str) -> Option<String> {
    const ERAS: [(&str, u32); 4] = [("令和", 2018), ("平成", 1988), ("昭和", 1925), ("大正", 1911)];
    let half = half_width(text).replace('元', "1");
    let half = half.trim();
    let era = ERAS.iter().find_map(|(era, before)| Some((half.strip_prefix(era)?, *before)));
    let (rest, before) = era.unwrap_or((half, 0));
    let numbers: Vec<u32> = rest
        .split(|c: char| !c.is_ascii_digit())
        .filter_map(|figures| figures.parse().ok())
        .take(3)
        .collect();
    let [year, month, day] = numbers.as_slice() else { return None };
    let year = year.checked_add(before)?;
    let there = (1912..=2199).contains(&year) && (1..=12).contains(month) && (1..=31).contains(day);
    there.then(|| format!("{year:04}-{month:02}-{day:02}"))
}

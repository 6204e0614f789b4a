//! The lists that a site keeps itself, each with a documented header: its own evidence, companion tests and reimbursed markers,
//! and which disease is which tumour of OncoTree. Columns may be named in English or Japanese; several values of a field
//! stand between `;`, `、` or `|`.

use super::civic::{self, ItemRow};
use super::genes::stored;
use super::header::{Column, Line, split};
use super::{panel_genes, profile};
use crate::store::keeper::{Entry, Refused};
use crate::store::record::{KnowledgeKind, SetAsideReason};
use entaku_domain::certainty::Certainty;
use entaku_domain::evidence::{
    CitationKind, Direction, EvidenceDisease, EvidenceItem, Interaction, Reference, ReviewStatus,
};
use entaku_domain::statement::StatedLevel;
use entaku_domain::words::Worded;
use entaku_words::errors::row_fault;
use serde::{Deserialize, Serialize};

/// A drug, the marker it asks for, in which tumour, by which test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CompanionTest {
    /// Its id in the list.
    pub id: String,
    /// Drugs; empty where the source names the marker alone.
    pub drugs: Vec<String>,
    /// Gene, fusion or factor of the marker.
    pub marker_gene: String,
    /// Its changes, in the words that molecular profiles use: `L858R`, `Exon 19 Deletion`, `Fusion`, `Amplification`, `High`.
    pub marker_changes: Vec<String>,
    /// Tumour as the source names it.
    pub tumour_name: String,
    /// Its codes in OncoTree; empty where not known.
    pub oncotree: Vec<String>,
    /// Any solid tumour: `SOLID` among the codes.
    pub solid: bool,
    /// Codes of tumours that are left out: `!LUNG` among the codes.
    pub except: Vec<String>,
    /// The test, as approved or paid for; empty where the source names none.
    pub test: String,
    /// Panels that are approved for this marker, by their names.
    pub panels: Vec<String>,
    /// Approved, paid for … in the source's words.
    pub status: String,
    /// Where it was read.
    pub source: String,
    /// As of which day.
    pub date: String,
    /// How sure it is; what does not say so is unconfirmed.
    pub certainty: Certainty,
    /// Anything else.
    pub remark: Option<String>,
}

impl CompanionTest {
    /// The markers as molecular profiles: `EGFR Exon 19 Deletion`.
    pub fn profiles(&self) -> Vec<String> {
        self.marker_changes.iter().map(|change| format!("{} {change}", self.marker_gene)).collect()
    }
}

/// How far a disease reaches that is no tumour of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum DiseaseScope {
    /// Any tumour.
    Any,
    /// Any solid tumour.
    Solid,
}

/// A disease of the Disease Ontology and the tumours of OncoTree that it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ListedDisease {
    /// As text: leading zeros belong to it. Empty where the row goes by the name.
    pub doid: String,
    /// Its name.
    pub name: String,
    /// Codes in OncoTree of what it is.
    pub oncotree: Vec<String>,
    /// Codes in OncoTree of what it is a part of, where it has no node of its own.
    pub within: Vec<String>,
    /// `ANY` or `SOLID` among the codes.
    pub scope: Option<DiseaseScope>,
    /// Where it was read.
    pub source: String,
    /// As of which day.
    pub date: String,
    /// How sure it is; what does not say so is unconfirmed.
    pub certainty: Certainty,
}

/// What stands between values of one field.
pub(super) const BETWEEN: [char; 4] = [';', '、', '|', '；'];

const PROFILE: Column = &["profile", "プロファイル"];
const DIRECTION: Column = &["direction", "方向"];
const OWN_SOURCE: Column = &["source", "出典"];
const DISEASE: Column = &["disease", "がん種"];
const DRUGS: Column = &["drugs", "薬剤"];
const LEVEL: Column = &["level", "レベル"];
const SCALE: Column = &["scale", "レベルの基準"];
const ONCOTREE: Column = &["oncotree"];
const REFERENCE: Column = &["reference", "文献"];
const CERTAINTY: Column = &["certainty", "確かさ"];
const DATE: Column = &["date", "日付"];
const ID: Column = &["id"];

/// The header of a list as it is exported, and as it should be written.
pub(crate) fn columns(kind: KnowledgeKind) -> &'static [&'static str] {
    match kind {
        KnowledgeKind::OwnList => &[
            "id",
            "profile",
            "direction",
            "supports",
            "significance",
            "level",
            "scale",
            "disease",
            "doid",
            "oncotree",
            "drugs",
            "interaction",
            "statement",
            "reference",
            "citation",
            "origin",
            "status",
            "contested",
            "source",
            "date",
            "url",
        ],
        KnowledgeKind::CompanionTests => &[
            "id",
            "drug",
            "marker_gene",
            "marker_change",
            "tumour_name",
            "oncotree",
            "test",
            "panels",
            "status",
            "source",
            "date",
            "certainty",
            "remark",
        ],
        KnowledgeKind::DiseaseMap => &["doid", "name", "oncotree", "within", "source", "date", "certainty"],
        KnowledgeKind::GeneRoles => &["gene", "role"],
        KnowledgeKind::PanelGenes => {
            &["test", "genes", "fusion_genes", "source", "date", "certainty", "remark"]
        }
        _ => &[],
    }
}

/// The column that rows of a list are told apart by.
pub(crate) fn id_column(kind: KnowledgeKind) -> Column {
    match kind {
        KnowledgeKind::GeneRoles => &["gene", "hugo_symbol", "遺伝子"],
        KnowledgeKind::DiseaseMap => &["doid", "name"],
        KnowledgeKind::PanelGenes => panel_genes::TEST,
        _ => ID,
    }
}

/// A row of the site's own list of evidence. Its level must name its scale.
pub(crate) fn own(line: &Line<'_>) -> Result<Entry, Refused> {
    let id = line.must(ID)?.to_owned();
    let profile = line.must(PROFILE)?.to_owned();
    let said = line.must(DIRECTION)?;
    let Some(direction) = direction(said) else {
        let known = DIRECTIONS.map(code_of).join(", ");
        let detail = row_fault::none_of("direction", said, known);
        return Err(Refused::new(SetAsideReason::UnknownWord, detail));
    };
    let level = match (line.some(LEVEL), line.some(SCALE)) {
        (Some(level), Some(scale)) => Some(StatedLevel { scale, level }),
        (None, _) => None,
        (Some(level), None) => {
            return Err(Refused::new(SetAsideReason::Missing, row_fault::level_without_scale(level)));
        }
    };
    let status = match line.get(&["status", "査読"]).to_lowercase().as_str() {
        "submitted" | "未査読" => ReviewStatus::Submitted,
        _ => ReviewStatus::Accepted,
    };
    let names = profile::names(&profile);
    let references = split(line.get(REFERENCE), &BETWEEN).iter().map(|text| reference(text, line)).collect();
    let item = EvidenceItem {
        source: line.must(OWN_SOURCE)?.to_owned(),
        id: id.clone(),
        status,
        direction,
        supports: flag(line, &["supports", "支持"], true)?,
        significance: line.get(&["significance", "意義"]).to_owned(),
        level,
        disease: EvidenceDisease {
            name: line.some(DISEASE),
            doid: line.some(&["doid"]),
            oncotree: split(line.get(ONCOTREE), &BETWEEN),
        },
        profile,
        therapies: split(line.get(DRUGS), &BETWEEN),
        interaction: interaction(line.get(&["interaction", "併用"])),
        references,
        statement: line.get(&["statement", "内容"]).to_owned(),
        origin: line.some(&["origin", "由来"]),
        rating: None,
        contested: flag(line, &["contested", "異論"], false)?,
        updated: line.some(DATE),
        address: line.some(&["url"]),
        stated_beside: Vec::new(),
        fields: Vec::new(),
    };
    let row = ItemRow { item, variants: Vec::new(), profile_id: None };
    Ok(Entry { submitted: status == ReviewStatus::Submitted, ..stored(line, Some(id), names, &row)? })
}

const DIRECTIONS: [Direction; 8] = [
    Direction::Sensitivity,
    Direction::Resistance,
    Direction::OtherResponse,
    Direction::Diagnostic,
    Direction::Prognostic,
    Direction::Predisposing,
    Direction::Oncogenic,
    Direction::Functional,
];

fn code_of(direction: Direction) -> &'static str {
    direction.key().rsplit('.').next().unwrap_or_default()
}

fn direction(said: &str) -> Option<Direction> {
    let same = |direction: &Direction| {
        let word = direction.label();
        word.ja == said
            || word.en.eq_ignore_ascii_case(said)
            || code_of(*direction).eq_ignore_ascii_case(said)
    };
    DIRECTIONS.into_iter().find(same)
}

fn interaction(said: &str) -> Option<Interaction> {
    let known = [Interaction::Combination, Interaction::Sequential, Interaction::Substitutes];
    civic::interaction(said).or_else(|| known.into_iter().find(|known| known.label().ja == said))
}

/// `PMID 12345`, `PMID:12345` and bare digits are PubMed's, `NCT…` and `jRCT…` trials.
fn reference(text: &str, line: &Line<'_>) -> Reference {
    let bare = text.trim_start_matches("PMID").trim_start_matches([':', ' ']).trim();
    let digits = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    let trial = ["nct", "jrct"].iter().any(|start| text.to_lowercase().starts_with(start));
    let (kind, id) = match (digits, trial) {
        (true, _) => (CitationKind::PubMed, bare),
        (_, true) => (CitationKind::Trial, text),
        _ => (CitationKind::Other, text),
    };
    Reference { kind, id: id.to_owned(), citation: line.some(&["citation", "書誌"]) }
}

fn flag(line: &Line<'_>, column: Column, usual: bool) -> Result<bool, Refused> {
    match line.get(column).to_lowercase().as_str() {
        "" => Ok(usual),
        "true" | "yes" | "1" | "はい" | "○" => Ok(true),
        "false" | "no" | "0" | "いいえ" | "×" => Ok(false),
        other => {
            let field = column.first().unwrap_or(&"field");
            let detail = row_fault::none_of(field, other, "true, false");
            Err(Refused::new(SetAsideReason::UnknownWord, detail))
        }
    }
}

pub(super) fn certainty(line: &Line<'_>) -> Result<Certainty, Refused> {
    const ALL: [Certainty; 3] = [Certainty::Source, Certainty::General, Certainty::Unconfirmed];
    let said = line.get(CERTAINTY);
    let code =
        |known: &Certainty| known.key().rsplit('.').next().unwrap_or_default().eq_ignore_ascii_case(said);
    match ALL.into_iter().find(|known| code(known) || known.label().ja == said) {
        Some(known) => Ok(known),
        None if said.is_empty() => Ok(Certainty::Unconfirmed),
        None => {
            let detail = row_fault::none_of("certainty", said, "source, general, unconfirmed");
            Err(Refused::new(SetAsideReason::UnknownWord, detail))
        }
    }
}

/// A row of the list of companion tests and reimbursed markers.
pub(crate) fn companion(line: &Line<'_>) -> Result<Entry, Refused> {
    let (solid, codes): (Vec<String>, Vec<String>) =
        split(line.get(ONCOTREE), &BETWEEN).into_iter().partition(|code| code.eq_ignore_ascii_case("SOLID"));
    let (except, oncotree): (Vec<String>, Vec<String>) =
        codes.into_iter().partition(|code| code.starts_with('!'));
    let row = CompanionTest {
        id: line.must(ID)?.to_owned(),
        drugs: split(line.get(&["drug", "薬剤"]), &BETWEEN),
        marker_gene: line.must(&["marker_gene", "遺伝子"])?.to_owned(),
        marker_changes: split(line.get(&["marker_change", "変化"]), &BETWEEN),
        tumour_name: line.must(&["tumour_name", "がん種"])?.to_owned(),
        oncotree,
        solid: !solid.is_empty(),
        except: except.iter().map(|code| code.trim_start_matches('!').trim().to_owned()).collect(),
        test: line.get(&["test", "検査"]).to_owned(),
        panels: split(line.get(&["panels", "承認パネル"]), &BETWEEN),
        status: line.get(&["status", "状態"]).to_owned(),
        source: line.must(&["source", "出典"])?.to_owned(),
        date: line.must(DATE)?.to_owned(),
        certainty: certainty(line)?,
        remark: line.some(&["remark", "備考"]),
    };
    let mut names = vec![row.marker_gene.clone()];
    profile::partners(&row.marker_gene, &mut names);
    stored(line, Some(row.id.clone()), names, &row)
}

/// A row of the map of diseases.
pub(crate) fn disease(line: &Line<'_>) -> Result<Entry, Refused> {
    let codes = split(line.get(ONCOTREE), &BETWEEN);
    let says = |word: &str| codes.iter().any(|code| code.eq_ignore_ascii_case(word));
    let scope = match (says("ANY"), says("SOLID")) {
        (true, _) => Some(DiseaseScope::Any),
        (_, true) => Some(DiseaseScope::Solid),
        _ => None,
    };
    let is_code = |code: &String| !["ANY", "SOLID"].iter().any(|word| code.eq_ignore_ascii_case(word));
    let row = ListedDisease {
        doid: line.get(&["doid"]).trim_start_matches("DOID:").to_owned(),
        name: line.get(&["name"]).to_owned(),
        oncotree: codes.iter().filter(|code| is_code(code)).cloned().collect(),
        within: split(line.get(&["within"]), &BETWEEN),
        scope,
        source: line.get(&["source", "出典"]).to_owned(),
        date: line.get(DATE).to_owned(),
        certainty: certainty(line)?,
    };
    let id = match (row.doid.as_str(), row.name.as_str()) {
        ("", "") => return Err(Refused::new(SetAsideReason::Missing, row_fault::NO_DISEASE)),
        ("", name) => name.to_lowercase(),
        (doid, _) => doid.to_owned(),
    };
    if row.oncotree.is_empty() && row.within.is_empty() && row.scope.is_none() {
        return Err(Refused::new(SetAsideReason::Missing, row_fault::NO_TUMOUR));
    }
    stored(line, Some(id), vec![row.doid.clone(), row.name.clone()], &row)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn directions_are_read_as_codes_and_as_words_of_the_book() {
        for said in ["otherResponse", "OTHERRESPONSE", Direction::OtherResponse.label().ja] {
            assert_eq!(direction(said), Some(Direction::OtherResponse), "{said}");
        }
        assert_eq!(direction("感受性"), Some(Direction::Sensitivity));
        assert_eq!(direction("good"), None);
    }
}

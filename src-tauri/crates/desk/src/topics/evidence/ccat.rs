//! What C-CAT's findings say as evidence, beside the findings that they say it of: the same kind of row as any other source's.

use super::rows::{Row, told_by_source};
use super::wanted;
use entaku_domain::case::{Case, Source};
use entaku_domain::evidence::{Direction, EvidenceDisease, EvidenceItem, ReviewStatus};
use entaku_domain::finding::{Finding, VerbatimField};
use entaku_domain::ids::FindingId;
use entaku_domain::statement::{Speaker, Statement, StatementKind};
use entaku_knowledge::EvidenceGround;

/// Rows with the place of their finding in the case's list.
pub(super) fn rows(
    case: &Case,
    asked: Option<FindingId>,
    tumour: Option<&str>,
    ground: &EvidenceGround,
) -> Vec<(usize, Row)> {
    let mut rows = Vec::new();
    for (index, source) in case.sources.iter().enumerate() {
        let stated = source.draft.statements.iter().filter(|statement| {
            statement.kind == StatementKind::Evidence
                && statement.by == Speaker::Ccat
                && !statement.about.is_empty()
        });
        let version = as_of(source);
        for statement in stated {
            for (place, finding) in wanted(case, asked) {
                if !is_about(finding, index, statement) {
                    continue;
                }
                let item = item(statement, finding);
                let relation = ground.relation(tumour, &item.disease);
                rows.push((
                    place,
                    Row {
                        key: format!("ccat:{index}:{}", statement.line.unwrap_or_default()),
                        matched: told_by_source(&item.profile),
                        version: version.clone(),
                        licence: None,
                        relation,
                        set_aside: None,
                        item,
                    },
                ));
            }
        }
    }
    rows
}

/// Whether a statement of a source is about a finding.
pub(super) fn is_about(finding: &Finding, source: usize, statement: &Statement) -> bool {
    let first = finding.source.map(|index| (index, &finding.read));
    let further = finding.further.iter().map(|reading| (reading.source, &reading.read));
    first
        .into_iter()
        .chain(further)
        .any(|(index, read)| index == source && statement.about.contains(&read.item))
}

/// The day of C-CAT's database, where the file tells it.
fn as_of(source: &Source) -> String {
    let field = |statement: &Statement| {
        let of_day = |field: &&VerbatimField| field.0.contains("データベース更新日");
        statement.fields.iter().find(of_day).map(|field| field.1.clone())
    };
    source.draft.statements.iter().find_map(field).filter(|day| !day.is_empty()).unwrap_or_default()
}

fn item(statement: &Statement, finding: &Finding) -> EvidenceItem {
    let field = |name: &str| {
        let found = statement.fields.iter().find(|field| field.0.ends_with(name));
        found.map(|field| field.1.trim()).filter(|text| !text.is_empty() && *text != "NA").map(str::to_owned)
    };
    let kind = field("エビデンスタイプ").unwrap_or_default();
    let significance = field("臨床的意義").unwrap_or_default();
    let level = statement.level.as_ref().map(|level| level.level.as_str());
    let alteration = &finding.read.alteration;
    EvidenceItem {
        source: "C-CAT".to_owned(),
        id: statement.line.map_or_else(String::new, |line| format!("L{line}")),
        status: ReviewStatus::Accepted,
        direction: direction(&kind, &significance, level),
        supports: true,
        significance,
        level: statement.level.clone(),
        // C-CAT makes its findings for the registered tumour; another disease is named for heredity alone.
        disease: EvidenceDisease { name: field("遺伝性疾患名"), ..EvidenceDisease::default() },
        profile: format!("{} {}", alteration.subject(), alteration.change()).trim().to_owned(),
        therapies: field("薬剤")
            .map(|drugs| drugs.split([';', '；', '、', '|']).map(|drug| drug.trim().to_owned()).collect())
            .unwrap_or_default(),
        interaction: None,
        references: Vec::new(),
        statement: statement.text.clone(),
        origin: None,
        rating: None,
        contested: false,
        updated: None,
        address: None,
        stated_beside: field("薬剤への到達性").into_iter().collect(),
        fields: Vec::new(),
    }
}

/// C-CAT's own words of kind and significance; level R is one of resistance, F of driving the tumour.
fn direction(kind: &str, significance: &str, level: Option<&str>) -> Direction {
    let says = |words: &[&str]| {
        let (kind, significance) = (kind.to_lowercase(), significance.to_lowercase());
        words.iter().any(|word| kind.contains(word) || significance.contains(word))
    };
    if level == Some("R") || says(&["resistan", "耐性"]) {
        Direction::Resistance
    } else if says(&["sensitiv", "response", "感受性", "奏効"]) {
        Direction::Sensitivity
    } else if says(&["diagnos", "診断"]) {
        Direction::Diagnostic
    } else if says(&["prognos", "予後"]) {
        Direction::Prognostic
    } else if says(&["predispos", "pathogenic", "素因"]) {
        Direction::Predisposing
    } else if level == Some("F") || says(&["oncogen", "がん化"]) {
        Direction::Oncogenic
    } else if says(&["predictive"]) {
        Direction::OtherResponse
    } else {
        Direction::Functional
    }
}

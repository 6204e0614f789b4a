//! Rows of evidence beside findings: matched, related to the tumour, in an order that hides nothing.

use super::drugs::Standing;
use super::{ccat, names_of, wanted};
use crate::convert::label;
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::known::ReadItem;
use crate::view::{DrugSaidView, EvidenceCite, EvidenceConflictView, EvidenceRowView};
use entaku_domain::case::Case;
use entaku_domain::evidence::matching::CaseFindings;
use entaku_domain::evidence::profile::Profile;
use entaku_domain::evidence::{
    CitedEvidence, Direction, DiseaseRelation, EvidenceItem, EvidenceMatch, Interaction, MatchKind,
    PartState, PartStatus, Reference,
};
use entaku_domain::ids::FindingId;
use entaku_knowledge::EvidenceGround;
use entaku_words::errors::thing;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// An item beside a finding, with all that is told of it.
#[derive(Debug, Clone)]
pub(crate) struct Row {
    pub(crate) key: String,
    pub(crate) item: EvidenceItem,
    pub(crate) version: String,
    pub(crate) licence: Option<String>,
    pub(crate) matched: EvidenceMatch,
    pub(crate) relation: DiseaseRelation,
    pub(crate) set_aside: Option<String>,
}

/// All rows of a case, by the place of the finding in the case's list.
pub(crate) struct Rows(BTreeMap<usize, Vec<Row>>);

impl Rows {
    /// What the site's knowledge, the shipped set and C-CAT's own findings say of the findings of a case, or of the one asked for:
    /// of a case of thousands each press of a key asks for one. The others count as parts of composite profiles alone.
    pub(crate) fn of(
        desk: &mut Desk,
        case: &Case,
        findings: &CaseFindings<'_>,
        ground: &EvidenceGround,
        (asked, submitted): (Option<FindingId>, bool),
    ) -> Outcome<Self> {
        let tumour = case.details.clinical.oncotree.as_ref().map(|code| code.as_str());
        let names: BTreeSet<String> =
            wanted(case, asked).flat_map(|(_, finding)| names_of(&finding.read.alteration, ground)).collect();
        let places: BTreeSet<usize> = wanted(case, asked).map(|(place, _)| place).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let mut all: BTreeMap<usize, Vec<Row>> = BTreeMap::new();
        let mut add = |place: usize, row: Row| all.entry(place).or_default().push(row);
        for told in told(desk, &names, submitted)? {
            let item = told.item();
            let mut met = findings.meets(told.profile());
            met.retain(|(place, _)| places.contains(place));
            if met.is_empty() {
                continue;
            }
            let relation = ground.relation(tumour, &item.disease);
            for (place, matched) in met {
                add(
                    place,
                    Row {
                        key: told.key.clone(),
                        item: item.clone(),
                        version: told.version.clone(),
                        licence: told.licence.clone(),
                        matched,
                        relation,
                        set_aside: None,
                    },
                );
            }
        }
        for (place, row) in ccat::rows(case, asked, tumour, ground) {
            add(place, row);
        }
        for (place, rows) in &mut all {
            let Some(finding) = case.findings.get(*place) else { continue };
            for row in rows.iter_mut() {
                let named = (finding.id, row.item.source.clone(), row.item.id.clone());
                row.set_aside = case.evidence_aside.get(&named).map(ToString::to_string);
            }
            rows.sort_by(|one, other| order(one).cmp(&order(other)));
        }
        Ok(Self(all))
    }

    /// The rows of a finding, for the screen.
    pub(super) fn take(&mut self, place: usize, standing: &mut Standing<'_>) -> Vec<EvidenceRowView> {
        let told = |row: Row| EvidenceRowView {
            drug_standing: row
                .item
                .therapies
                .iter()
                .flat_map(|drug| {
                    let said = standing.said(drug);
                    said.into_iter().map(|said| DrugSaidView { drug: drug.clone(), said }).collect::<Vec<_>>()
                })
                .collect(),
            ..view(row)
        };
        self.0.remove(&place).unwrap_or_default().into_iter().map(told).collect()
    }

    /// The drugs of a finding of which rows speak both ways. Named by drug alone: what belongs together in a combination is no
    /// statement on its parts, so that a combination is a name of its own.
    pub(crate) fn conflicts(&self, place: usize) -> Vec<EvidenceConflictView> {
        let mut by_drug: BTreeMap<String, (Vec<String>, Vec<String>)> = BTreeMap::new();
        let holding = self.0.get(&place).into_iter().flatten();
        for row in holding.filter(|row| row.matched.holds == PartState::Met && row.set_aside.is_none()) {
            let item = &row.item;
            let acts = match (item.direction, item.supports) {
                (Direction::Sensitivity, true) => true,
                (Direction::Sensitivity, false) | (Direction::Resistance, true) => false,
                _ => continue,
            };
            let drugs = match item.interaction {
                Some(Interaction::Substitutes) => item.therapies.clone(),
                _ if item.therapies.is_empty() => Vec::new(),
                _ => vec![item.therapies.join(" + ")],
            };
            for drug in drugs {
                let (speak_for, speak_against) = by_drug.entry(drug).or_default();
                let side = if acts { speak_for } else { speak_against };
                side.push(format!("{} {}", item.source, item.id));
            }
        }
        let both = by_drug.into_iter().filter(|(_, (one, other))| !one.is_empty() && !other.is_empty());
        both.map(|(drug, (speak_for, speak_against))| EvidenceConflictView { drug, speak_for, speak_against })
            .collect()
    }

    /// Rows that speak of resistance to a drug and hold, with the place of their finding; what was set aside does not speak.
    pub(crate) fn of_resistance<'r>(
        &'r self,
        is_meant: impl Fn(&str) -> bool + 'r,
    ) -> impl Iterator<Item = (usize, &'r Row)> {
        let all = self.0.iter().flat_map(|(place, rows)| rows.iter().map(|row| (*place, row)));
        all.filter(move |(_, row)| {
            row.item.direction == Direction::Resistance
                && row.item.supports
                && row.matched.holds == PartState::Met
                && row.set_aside.is_none()
                && row.item.therapies.iter().any(|drug| is_meant(drug))
        })
    }

    /// The row of a finding by its key, or by its source and the source's id (`CIViC EID1`), whatever version answers now.
    pub(crate) fn find(&self, place: usize, key: &str) -> Option<&Row> {
        let named = |row: &&Row| row.key == key || format!("{} {}", row.item.source, row.item.id) == key;
        self.0.get(&place)?.iter().find(named)
    }

    /// Keeps the foremost rows of each finding alone; how many more there are, by the place of the finding.
    pub(crate) fn keep_foremost(&mut self, most: usize) -> BTreeMap<usize, usize> {
        let more = |rows: &mut Vec<Row>| {
            let more = rows.len().saturating_sub(most);
            rows.truncate(most);
            more
        };
        self.0.iter_mut().map(|(place, rows)| (*place, more(rows))).collect()
    }
}

/// An item that may be about a finding, with where it stands.
struct Told {
    key: String,
    of: Of,
    version: String,
    licence: Option<String>,
}

enum Of {
    /// An import of the site.
    Site(Arc<ReadItem>),
    /// What came with the program.
    Shipped(Box<(EvidenceItem, Profile)>),
}

impl Told {
    fn item(&self) -> &EvidenceItem {
        match &self.of {
            Of::Site(read) => &read.known.item,
            Of::Shipped(read) => &read.0,
        }
    }

    fn profile(&self) -> &Profile {
        match &self.of {
            Of::Site(read) => &read.profile,
            Of::Shipped(read) => &read.1,
        }
    }
}

/// What speaks of these genes and factors: the site's imports, and what came with the program where they do not take its place.
fn told(desk: &mut Desk, names: &[&str], submitted: bool) -> Outcome<Vec<Told>> {
    let site = desk.site_knowledge()?;
    let imports = site.store.imports()?;
    let mut all: Vec<Told> = Vec::new();
    for read in site.evidence(names, submitted)? {
        let import = imports.iter().find(|import| import.id == read.known.import_id);
        all.push(Told {
            key: format!("{}:{}", read.known.import_id, read.known.item.id),
            version: import.map(|import| import.version.clone()).unwrap_or_default(),
            licence: import.and_then(|import| import.licence.clone()),
            of: Of::Site(read),
        });
    }
    if let Some(shipped) = site.shipped()? {
        all.extend(shipped.items.iter().map(|item| Told {
            key: format!("shipped:{}", item.id),
            of: Of::Shipped(Box::new((item.clone(), Profile::read(&item.profile)))),
            version: shipped.version.clone(),
            licence: Some(shipped.licence.clone()),
        }));
    }
    Ok(all)
}

/// What was set aside last; then what holds before what may, and that before other changes of a residue; then by direction, review,
/// level, the closest tumour and match.
fn order(row: &Row) -> impl Ord {
    let holds = match row.matched.holds {
        PartState::Met => 0,
        PartState::Unknown => 1,
        PartState::NotMet => 2,
    };
    let level = row.item.level.as_ref().map_or_else(|| "~".to_owned(), |level| level.level.clone());
    (
        row.set_aside.is_some(),
        holds,
        row.item.direction,
        row.item.status,
        level,
        row.relation,
        row.matched.kind,
        std::cmp::Reverse(row.item.rating),
        row.item.source.clone(),
        row.item.id.clone(),
    )
}

pub(super) fn view(row: Row) -> EvidenceRowView {
    let Row { key, item, version, licence, matched, relation, set_aside } = row;
    let (level, scale) = item.level.map(|level| (level.level, level.scale)).unzip();
    EvidenceRowView {
        row: key,
        id: item.id,
        source: item.source,
        version,
        status: item.status,
        direction: item.direction,
        supports: item.supports,
        significance: item.significance,
        level,
        scale,
        disease: item.disease.name,
        disease_relation: relation,
        profile: item.profile,
        matched: matched.kind,
        holds: matched.holds,
        parts: matched.parts.iter().map(Into::into).collect(),
        why: matched
            .why
            .iter()
            .map(|why| label(&why.said().to_label()))
            .chain(matched.aliases.iter().map(|alias| label(&alias.said().to_label())))
            .collect(),
        drugs: item.therapies,
        drug_standing: Vec::new(),
        interaction: item.interaction,
        references: item.references.iter().map(Reference::said).collect(),
        statement: item.statement,
        origin: item.origin,
        rating: item.rating,
        contested: item.contested,
        updated: item.updated,
        address: item.address,
        stated_beside: item.stated_beside,
        licence,
        set_aside,
    }
}

/// The rows that a verdict or a recommendation rests on, as they stand now.
pub(crate) fn cited(
    desk: &mut Desk,
    case: &Case,
    named: Option<Vec<EvidenceCite>>,
) -> Outcome<Vec<CitedEvidence>> {
    let Some(named) = named.filter(|named| !named.is_empty()) else { return Ok(Vec::new()) };
    let mut cited = Vec::new();
    for one in named {
        let id = crate::topics::opinions::one_finding("evidence", &one.finding)?;
        let row = row_named(desk, case, id, &one.row)?;
        cited.push(CitedEvidence::of(id, &row.item, &row.version, &row.matched, row.relation));
    }
    Ok(cited)
}

/// A row beside a finding by its key.
pub(crate) fn row_named(desk: &mut Desk, case: &Case, finding: FindingId, key: &str) -> Outcome<Row> {
    let place = case.findings.iter().position(|known| known.id == finding);
    let place = place.ok_or_else(|| Problem::missing(thing::FINDING, finding))?;
    let ground = desk.site_knowledge()?.ground()?;
    let prepared = super::Prepared::of(desk, case, &ground)?;
    let findings = prepared.findings(super::alterations(case), &ground);
    // What a person saw on request may be cited too.
    let rows = Rows::of(desk, case, &findings, &ground, (Some(finding), true))?;
    rows.find(place, key).cloned().ok_or_else(|| Problem::missing(thing::EVIDENCE, key))
}

/// That C-CAT, or the laboratory, itself put a row beside the finding.
pub(super) fn told_by_source(profile: &str) -> EvidenceMatch {
    EvidenceMatch {
        kind: MatchKind::SameChange,
        holds: PartState::Met,
        parts: vec![PartStatus { name: profile.to_owned(), state: PartState::Met }],
        why: Vec::new(),
        aliases: Vec::new(),
    }
}

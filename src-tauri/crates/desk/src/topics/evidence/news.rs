//! What became known since a case was weighed: the versions that answered then beside those that answer now, looked for in every
//! case. Nothing is concluded from it; a person says what follows.

mod since;

use self::since::{ChangedMarkers, ChangedSource, Since};
use super::Prepared;
use super::beside::marker_view;
use super::rows::{Row, view};
use crate::convert::{from_code, label};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::known::SiteKnowledge;
use crate::topics::coverage::CoveredGenesOf;
use crate::view::{CaseNewsView, EvidenceNewsView, NewsItemView, NewsNamed};
use chrono::{DateTime, FixedOffset};
use entaku_domain::case::event::evidence::NewsRow;
use entaku_domain::case::weighed::{EvidenceSubject, RowBeside};
use entaku_domain::evidence::matching::CaseFindings;
use entaku_domain::evidence::news::FindingNews;
use entaku_domain::evidence::{DiseaseRelation, EvidenceItem};
use entaku_domain::ids::{CaseId, FindingId};
use entaku_knowledge::{EvidenceGround, Import, Knowledge};
use entaku_store::WatchedCase;
use entaku_words::answers::evidence_difference;
use entaku_words::errors::thing;
use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

/// A piece of news beside a finding, with what it is named by.
pub(crate) struct Piece {
    pub(crate) named: RowBeside,
    pub(crate) version: String,
    pub(crate) standing: String,
    pub(crate) view: NewsItemView,
    /// What comes first is stronger.
    order: Order,
}

/// By how much news matters at first sight: the patient's tumour before others, the stronger level, what stands before what went.
type Order = (bool, String, bool);

/// Looks for news in one case after the other.
pub(crate) struct NewsSearch {
    imports: Vec<(DateTime<FixedOffset>, Import)>,
    ground: Arc<EvidenceGround>,
    /// By how many imports there were.
    since: HashMap<usize, Arc<Since>>,
}

impl NewsSearch {
    pub(crate) fn begin(desk: &mut Desk) -> Outcome<Self> {
        let site = desk.site_knowledge()?;
        let mut imports = Vec::new();
        for import in site.store.imports()? {
            imports.push((DateTime::parse_from_rfc3339(&import.at).map_err(internal)?, import));
        }
        Ok(Self { imports, ground: site.ground()?, since: HashMap::new() })
    }

    /// What is new for a case and was not answered, the strongest first.
    pub(crate) fn of(
        &mut self,
        site: &mut SiteKnowledge,
        knowledge: &Knowledge,
        case: &WatchedCase,
    ) -> Outcome<Vec<Piece>> {
        let Ok(weighed) = DateTime::parse_from_rfc3339(&case.row.weighed_since) else {
            return Ok(Vec::new());
        };
        let since = self.since(site, weighed)?;
        if since.is_empty() {
            return Ok(Vec::new());
        }
        let subject = &case.subject;
        let prepared = Prepared::by(
            subject.tests.iter().map(Option::as_deref),
            subject.findings.iter().map(|finding| finding.build.clone()),
            knowledge,
            // Whether a gene is unaltered would tell a reader who may not see heredity of what is inherited.
            &CoveredGenesOf::default(),
        );
        let findings = prepared.findings(subject.findings.iter().map(|one| &one.alteration), &self.ground);
        let mut pieces = self.evidence(&since, subject, &findings);
        pieces.extend(self.markers(&since.approved, subject, &findings, &prepared));
        pieces.retain(|piece| !is_settled(subject, piece));
        pieces.sort_by(|one, other| (&one.order, &one.named).cmp(&(&other.order, &other.named)));
        Ok(pieces)
    }

    fn evidence(&self, since: &Since, subject: &EvidenceSubject, findings: &CaseFindings<'_>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        for source in &since.sources {
            let relation = |disease: &_| self.ground.relation(subject.tumour.as_deref(), disease);
            for news in source.news.of(findings, relation) {
                pieces.extend(piece(source, subject, news));
            }
        }
        pieces
    }

    fn markers(
        &self,
        approved: &ChangedMarkers,
        subject: &EvidenceSubject,
        findings: &CaseFindings<'_>,
        prepared: &Prepared,
    ) -> Vec<Piece> {
        let tree = &self.ground.oncotree.tree;
        let mut pieces = Vec::new();
        for (markers, stands) in [(&approved.now, true), (&approved.gone, false)] {
            for one in markers.of(findings, subject.tumour.as_deref(), prepared.test(), tree) {
                let Some(finding) = subject.findings.get(one.finding) else { continue };
                let changed = match stands {
                    true if approved.otherwise.contains(&one.row.id) => evidence_difference::LISTED_OTHERWISE,
                    true => evidence_difference::NEWLY_LISTED,
                    false => evidence_difference::NO_LONGER_LISTED,
                };
                pieces.push(Piece {
                    named: RowBeside {
                        finding: finding.id,
                        source: one.row.source.clone(),
                        id: one.row.id.clone(),
                    },
                    version: approved.version.clone(),
                    standing: if stands { one.row.standing() } else { String::new() },
                    order: (false, String::new(), !stands),
                    view: NewsItemView {
                        finding_id: finding.id.to_string(),
                        finding: named(finding),
                        source: one.row.source.clone(),
                        id: one.row.id.clone(),
                        changed: vec![label(&changed.to_label())],
                        stands,
                        former_version: None,
                        evidence: None,
                        companion: Some(marker_view(&one)),
                    },
                });
            }
        }
        pieces
    }

    /// What changed since a moment; read once for all cases that were weighed between the same imports.
    fn since(&mut self, site: &mut SiteKnowledge, weighed: DateTime<FixedOffset>) -> Outcome<Arc<Since>> {
        let known = self.imports.iter().filter(|(at, _)| *at <= weighed).count();
        if let Some(since) = self.since.get(&known) {
            return Ok(Arc::clone(since));
        }
        let since = Arc::new(Since::of(site, &self.imports, weighed, &self.ground)?);
        self.since.insert(known, Arc::clone(&since));
        Ok(since)
    }
}

fn named(finding: &entaku_domain::case::weighed::SubjectFinding) -> String {
    let (subject, change) = (finding.alteration.subject(), finding.alteration.change());
    [subject, change].iter().filter(|part| !part.is_empty()).cloned().collect::<Vec<_>>().join(" ")
}

fn piece(source: &ChangedSource, subject: &EvidenceSubject, news: FindingNews<'_>) -> Option<Piece> {
    let finding = subject.findings.get(news.finding)?;
    let standing = news.standing();
    let FindingNews { item, stands, changed, matched, relation, .. } = news;
    let versions = if stands { &source.now } else { &source.former };
    let (import, version, licence) = versions.of(&item.id)?.clone();
    let level = item.level.as_ref().map_or_else(|| "~".to_owned(), |level| level.level.clone());
    let far = matches!(relation, DiseaseRelation::Other | DiseaseRelation::Unknown);
    let item: EvidenceItem = item.clone();
    Some(Piece {
        named: RowBeside { finding: finding.id, source: item.source.clone(), id: item.id.clone() },
        version: if stands { version.clone() } else { source.now.said().unwrap_or_default() },
        standing,
        order: (far, level, !stands),
        view: NewsItemView {
            finding_id: finding.id.to_string(),
            finding: named(finding),
            source: item.source.clone(),
            id: item.id.clone(),
            changed: changed.iter().map(|one| label(&one.said())).collect(),
            stands,
            former_version: source.former.said(),
            evidence: Some(view(Row {
                key: format!("{import}:{}", item.id),
                item,
                version,
                licence,
                matched,
                relation,
                set_aside: None,
            })),
            companion: None,
        },
    })
}

/// Cases of a list when no number is asked for.
const CASES: u32 = 100;

/// The most cases that a list shows.
const MOST: u32 = 500;

/// Pieces shown of a case in a list.
const FOREMOST: usize = 5;

/// What is new for one case, with the hereditary findings that it tells of.
pub(crate) fn news_of_case(desk: &mut Desk, id: &CaseId) -> Outcome<(EvidenceNewsView, Vec<FindingId>)> {
    let (mut found, mut germline) = (Vec::new(), Vec::new());
    search(desk, Some(id), |case, pieces| {
        germline = hereditary(&case.subject, &pieces);
        found.push(case_view(case, pieces, usize::MAX)?);
        Ok(())
    })?;
    found.retain(|case| !case.items.is_empty());
    let total = u32::try_from(found.len()).unwrap_or(u32::MAX);
    Ok((EvidenceNewsView { cases: found, total, looked_through: 1 }, germline))
}

/// What is new for any case, with the hereditary findings that it tells of.
pub(crate) fn news_of_cases(
    desk: &mut Desk,
    limit: Option<u32>,
) -> Outcome<(EvidenceNewsView, Vec<(CaseId, FindingId)>)> {
    let most = usize::try_from(limit.unwrap_or(CASES).clamp(1, MOST)).unwrap_or(usize::MAX);
    let (mut total, mut looked_through) = (0u32, 0u32);
    // Kept in order, and never more than are shown, for a store holds tens of thousands of cases.
    let mut foremost: BTreeMap<(Order, String), (CaseNewsView, Vec<FindingId>)> = BTreeMap::new();
    search(desk, None, |case, pieces| {
        looked_through += 1;
        let Some(first) = pieces.first() else { return Ok(()) };
        total += 1;
        let place = (first.order.clone(), case.row.case_no.clone());
        let germline = hereditary(&case.subject, pieces.get(..FOREMOST).unwrap_or(&pieces));
        foremost.insert(place, (case_view(case, pieces, FOREMOST)?, germline));
        if foremost.len() > most {
            foremost.pop_last();
        }
        Ok(())
    })?;
    let (mut cases, mut germline) = (Vec::new(), Vec::new());
    for (case, findings) in foremost.into_values() {
        let id = CaseId::parse(&case.case_id).map_err(internal)?;
        germline.extend(findings.into_iter().map(|finding| (id.clone(), finding)));
        cases.push(case);
    }
    Ok((EvidenceNewsView { cases, total, looked_through }, germline))
}

/// The named pieces of a case as they stand now, to be answered.
pub(crate) fn news_named(desk: &mut Desk, id: &CaseId, named: &[NewsNamed]) -> Outcome<Vec<NewsRow>> {
    let mut wanted = Vec::new();
    for one in named {
        let finding = crate::topics::opinions::one_finding("rows", &one.finding)?;
        wanted.push(RowBeside { finding, source: one.source.clone(), id: one.id.clone() });
    }
    let mut rows = Vec::new();
    search(desk, Some(id), |_, pieces| {
        for wanted in &wanted {
            let piece = pieces.iter().find(|piece| piece.named == *wanted);
            let piece = piece.ok_or_else(|| Problem::missing(thing::EVIDENCE, &wanted.id))?;
            rows.push(NewsRow {
                finding: wanted.finding,
                source: wanted.source.clone(),
                version: piece.version.clone(),
                id: wanted.id.clone(),
                standing: piece.standing.clone(),
            });
        }
        Ok(())
    })?;
    Ok(rows)
}

/// Looks for news in every case, or in the one asked for.
fn search(
    desk: &mut Desk,
    asked: Option<&CaseId>,
    mut found: impl FnMut(&WatchedCase, Vec<Piece>) -> Outcome<()>,
) -> Outcome<()> {
    let heredity = desk.sight()?.heredity;
    let mut search = NewsSearch::begin(desk)?;
    // Taken out for as long as cases are read from the store beside it.
    let mut site =
        desk.site_knowledge.take().ok_or_else(|| internal("the knowledge was opened and is gone"))?;
    let looked = desk.session().and_then(|session| {
        session.store.visit_subjects(asked.map(CaseId::as_str), |mut case| {
            // Without what is hereditary where that may not be seen.
            case.subject.findings.retain(|finding| heredity || !finding.germline);
            let pieces = search.of(&mut site, &desk.knowledge, &case)?;
            found(&case, pieces)
        })
    });
    desk.site_knowledge = Some(site);
    looked
}

fn hereditary(subject: &EvidenceSubject, pieces: &[Piece]) -> Vec<FindingId> {
    let told = |id: &FindingId| pieces.iter().any(|piece| piece.named.finding == *id);
    let germline = subject.findings.iter().filter(|finding| finding.germline).map(|finding| finding.id);
    germline.filter(told).collect()
}

fn case_view(case: &WatchedCase, mut pieces: Vec<Piece>, most: usize) -> Outcome<CaseNewsView> {
    let more = u32::try_from(pieces.len().saturating_sub(most)).unwrap_or(u32::MAX);
    pieces.truncate(most);
    let row = &case.row;
    Ok(CaseNewsView {
        case_id: row.case_id.clone(),
        case_no: row.case_no.clone(),
        status: from_code("status", &row.status)?,
        tumour_type: row.tumour_type.clone(),
        oncotree: Some(row.oncotree.clone()).filter(|code| !code.is_empty()),
        weighed_since: row.weighed_since.clone(),
        items: pieces.into_iter().map(|piece| piece.view).collect(),
        more,
    })
}

/// Whether somebody set the row aside for this patient, or answered this very piece of news.
fn is_settled(subject: &EvidenceSubject, piece: &Piece) -> bool {
    subject.aside.contains(&piece.named)
        || subject.answered.iter().any(|answered| {
            answered.finding == piece.named.finding
                && answered.source == piece.named.source
                && answered.id == piece.named.id
                && answered.standing == piece.standing
        })
}

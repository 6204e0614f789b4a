//! What is known of the findings of a case: the site's knowledge asked, matched, and put in order. Nothing is concluded from it.

mod beside;
mod ccat;
mod drugs;
mod germline;
pub(crate) mod news;
mod omission;
mod rows;

pub(crate) use drugs::{Asked, grounds_of};
pub(crate) use germline::germline_of;
pub(crate) use omission::omission_of;
pub(crate) use rows::{cited, row_named};

use crate::desk::Desk;
use crate::error::Outcome;
use crate::topics::coverage::{CoveredGenesOf, covered, tests_of};
use crate::topics::evidence::rows::Rows;
use crate::view::FindingEvidenceView;
use entaku_domain::case::Case;
use entaku_domain::evidence::companion::TestAtHand;
use entaku_domain::evidence::matching::{CaseFindings, Covered};
use entaku_domain::finding::{Alteration, Finding};
use entaku_domain::genome::GenomeBuild;
use entaku_domain::ids::FindingId;
use entaku_domain::known_test::KnownTest;
use entaku_domain::protein::MarkerMark;
use entaku_knowledge::{EvidenceGround, Knowledge};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What is known of the findings of a case, or of those asked for. `case` is the case as its reader may see it.
pub(crate) fn evidence_of(
    desk: &mut Desk,
    case: &Case,
    asked: Option<FindingId>,
    submitted: bool,
    foremost: Option<u32>,
) -> Outcome<Vec<FindingEvidenceView>> {
    let ground = desk.site_knowledge()?.ground()?;
    let prepared = Prepared::of(desk, case, &ground)?;
    let findings = prepared.findings(alterations(case), &ground);
    let mut rows = Rows::of(desk, case, &findings, &ground, (asked, submitted))?;
    let mut markers = beside::markers(case, &findings, &ground, &prepared);
    let roles = desk.site_knowledge()?.store.roles()?;
    let facts = Arc::clone(desk.knowledge.access());
    let mut standing = drugs::Standing::of(case, &facts, &ground);
    let mut all = Vec::new();
    // Which rows speak both ways is told of all of them.
    let mut conflicts: BTreeMap<usize, _> =
        wanted(case, asked).map(|(place, _)| (place, rows.conflicts(place))).collect();
    let most = foremost.map_or(usize::MAX, |most| usize::try_from(most).unwrap_or(usize::MAX));
    let more = rows.keep_foremost(most);
    for (place, finding) in wanted(case, asked) {
        let known = beside::known(desk, case, finding, &ground, roles.as_ref())?;
        all.push(FindingEvidenceView {
            finding_id: finding.id.to_string(),
            conflicts: conflicts.remove(&place).unwrap_or_default(),
            rows: rows.take(place, &mut standing),
            more: more.get(&place).map_or(0, |more| u32::try_from(*more).unwrap_or(u32::MAX)),
            frequencies: known.frequencies,
            clinvar: known.clinvar,
            unanswered: known.unanswered,
            hotspots: known.hotspots,
            role: known.role,
            companion: markers.remove(&place).unwrap_or_default(),
            proposed: known.proposed,
        });
    }
    Ok(all)
}

/// The findings that are asked for, each with its place in the case's list.
fn wanted(case: &Case, asked: Option<FindingId>) -> impl Iterator<Item = (usize, &Finding)> {
    case.findings.iter().enumerate().filter(move |(_, finding)| asked.is_none_or(|id| finding.id == id))
}

/// What matching needs of a case beside its findings.
struct Prepared {
    builds: Vec<GenomeBuild>,
    marks: Vec<MarkerMark>,
    covered: Covered,
    /// Name of the only test, and whether it is the official one.
    test: Option<(String, bool)>,
}

impl Prepared {
    /// Of a case as the reader at the desk sees it.
    fn of(desk: &Desk, case: &Case, ground: &EvidenceGround) -> Outcome<Self> {
        Ok(Self::by(
            tests_of(case),
            case.findings.iter().map(|finding| case.assembly_of(finding).name),
            &desk.knowledge,
            &CoveredGenesOf::case(case, desk.knowledge.tests(), ground, desk.sight()?.heredity),
        ))
    }

    /// By the names of the tests as the files give them, and the builds of the findings in their order.
    fn by<'n>(
        tests: impl Iterator<Item = Option<&'n str>>,
        builds: impl Iterator<Item = GenomeBuild>,
        knowledge: &Knowledge,
        genes: &CoveredGenesOf,
    ) -> Self {
        let named: Vec<Option<&str>> = tests.collect();
        let known: Vec<Option<&KnownTest>> =
            named.iter().map(|name| name.and_then(|name| knowledge.tests().find(name))).collect();
        let marks = &knowledge.figure_facts().marks;
        let of_these = |mark: &&MarkerMark| mark.is_of_one(known.iter().copied());
        let names: BTreeSet<(&str, bool)> = named
            .iter()
            .zip(&known)
            .filter_map(|(written, known)| match known {
                Some(known) => Some((known.name.en.as_str(), true)),
                None => written.map(|name| (name, false)),
            })
            .collect();
        Self {
            builds: builds.collect(),
            marks: marks.iter().filter(of_these).cloned().collect(),
            covered: covered(genes, &known),
            test: match names.into_iter().collect::<Vec<_>>().as_slice() {
                [(name, official)] => Some(((*name).to_owned(), *official)),
                _ => None,
            },
        }
    }

    fn test(&self) -> TestAtHand<'_> {
        match &self.test {
            Some((name, true)) => TestAtHand::Official(name),
            Some((name, false)) => TestAtHand::Written(name),
            None => TestAtHand::NotKnown,
        }
    }

    fn findings<'c>(
        &'c self,
        alterations: impl Iterator<Item = &'c Alteration>,
        ground: &'c EvidenceGround,
    ) -> CaseFindings<'c> {
        let placed = alterations.zip(self.builds.iter().map(Some));
        CaseFindings::placed(ground.ground(&self.marks), placed, &self.covered)
    }
}

fn alterations(case: &Case) -> impl Iterator<Item = &Alteration> {
    case.findings.iter().map(|finding| &finding.read.alteration)
}

/// The names under which the site's knowledge may speak of an alteration.
fn names_of(alteration: &Alteration, ground: &EvidenceGround) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for gene in alteration.genes() {
        names.insert(ground.names.approved(gene.as_str()).into_owned());
        names.insert(gene.to_string());
    }
    if let Alteration::Biomarker(marker) = alteration {
        names.insert(marker.marker.clone());
        let also: &[&str] = match marker.marker.to_uppercase().as_str() {
            "MSI" => &["Microsatellite Instability", "MSI-H", "Mismatch Repair", "MMR"],
            "TMB" => &["Tumor Mutational Burden", "Tumor Mutation Burden"],
            _ => &[],
        };
        names.extend(also.iter().map(|name| (*name).to_owned()));
    }
    names
}

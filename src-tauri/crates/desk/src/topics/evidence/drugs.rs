//! What is known of drugs in Japan, and of ways to them: companion tests that name them, C-CAT's own words, the basket study, what a
//! route needs, and what the case holds against them. Nothing is concluded; each line says where it stands.

use super::rows::Rows;
use super::{Prepared, alterations};
use crate::clock::day;
use crate::convert::label;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{DrugSaidView, LabelView, ProposedNeedView, TreatmentGroundsView};
use entaku_domain::case::Case;
use entaku_domain::evidence::PartState;
use entaku_domain::evidence::companion::{ByThisTest, CompanionMatch};
use entaku_domain::ids::FindingId;
use entaku_domain::recommendation::{AccessRoute, BasketStudy, Caution, DrugNames};
use entaku_domain::statement::Speaker;
use entaku_domain::trial::TrialId;
use entaku_domain::words::Worded;
use entaku_knowledge::{AccessFacts, EvidenceGround, NeedFact};
use entaku_words::answers::treatment_ground;
use std::collections::BTreeMap;

/// A treatment that somebody thinks of.
pub(crate) struct Asked {
    pub(crate) drugs: Vec<String>,
    /// Findings that it rests on; all where none is named.
    pub(crate) findings: Vec<FindingId>,
    pub(crate) route: Option<AccessRoute>,
    pub(crate) trial: Option<TrialId>,
}

/// Where drugs stand in Japan, each looked up once.
pub(super) struct Standing<'k> {
    facts: &'k AccessFacts,
    ground: &'k EvidenceGround,
    /// C-CAT's own words of how drugs are reached, with the drugs as it names them.
    ccat: Vec<(String, String)>,
    known: BTreeMap<String, Vec<LabelView>>,
}

impl<'k> Standing<'k> {
    pub(super) fn of(case: &Case, facts: &'k AccessFacts, ground: &'k EvidenceGround) -> Self {
        let stated = case.sources.iter().flat_map(|source| &source.draft.statements);
        let stated = stated.filter(|statement| statement.by == Speaker::Ccat);
        let ccat = stated.filter_map(|statement| {
            let field = |name: &str| {
                let found = statement.fields.iter().find(|field| field.0.ends_with(name));
                found.map(|field| field.1.trim()).filter(|text| !text.is_empty() && *text != "NA")
            };
            Some((field("薬剤")?.to_owned(), field("薬剤への到達性")?.to_owned()))
        });
        Self { facts, ground, ccat: ccat.collect(), known: BTreeMap::new() }
    }

    /// What is known of a drug, a line for each place where it stands.
    pub(super) fn said(&mut self, drug: &str) -> Vec<LabelView> {
        if let Some(known) = self.known.get(drug) {
            return known.clone();
        }
        let names = &self.facts.drugs;
        let rows = self.ground.companion.rows();
        let named = rows.filter(|row| row.drugs.iter().any(|other| names.same(drug, other)));
        let mut said: Vec<LabelView> = named
            .map(|row| {
                let (marker, tumour) = (row.name.clone(), row.tumour_name.clone());
                let tests = row.tests.join(", ");
                label(&treatment_ground::companion(marker, tumour, tests, &row.from, &row.source).to_label())
            })
            .collect();
        let by_ccat = self.ccat.iter().filter(|(drugs, _)| names.named_in(drugs, drug));
        let mut reached: Vec<&str> = by_ccat.map(|(_, reached)| reached.as_str()).collect();
        reached.sort_unstable();
        reached.dedup();
        said.extend(reached.into_iter().map(|reached| label(&treatment_ground::ccat(reached).to_label())));
        said.extend(basket(self.facts, drug).map(|(said, _)| said));
        self.known.insert(drug.to_owned(), said.clone());
        said
    }
}

/// What is known of a drug in the basket study.
fn basket(facts: &AccessFacts, drug: &str) -> Option<(LabelView, BasketStudy)> {
    let study = &facts.basket;
    let known = study.find(drug, &facts.drugs)?;
    let said = treatment_ground::basket(&study.name, known.said.clone(), &known.as_of, &known.source);
    Some((label(&said.to_label()), if known.open { BasketStudy::Open } else { BasketStudy::NotOpen }))
}

/// What is known of a treatment for a case. `case` is the case as its reader may see it.
pub(crate) fn grounds_of(desk: &mut Desk, case: &Case, asked: &Asked) -> Outcome<TreatmentGroundsView> {
    let ground = desk.site_knowledge()?.ground()?;
    let prepared = Prepared::of(case, &desk.knowledge);
    let findings = prepared.findings(alterations(case), &ground);
    let rows = Rows::of(desk, case, &findings, &ground, (None, false))?;
    let tumour = case.details.clinical.oncotree.as_ref().map(|code| code.as_str());
    let mut markers = ground.companion.of(&findings, tumour, prepared.test(), &ground.oncotree.tree);
    let rests_on = |place: usize| {
        let id = case.findings.get(place).map(|finding| finding.id);
        asked.findings.is_empty() || id.is_some_and(|id| asked.findings.contains(&id))
    };
    markers.retain(|one| rests_on(one.finding));
    let today = day(desk.environment.clock.now());
    let facts = desk.knowledge.access();

    let basket_of: Vec<(LabelView, BasketStudy)> =
        asked.drugs.iter().filter_map(|drug| basket(facts, drug)).collect();
    let needs = asked.route.into_iter().flat_map(|route| facts.needs.of(route)).map(|need| {
        let (found, because) = match need.fact {
            None => (PartState::Unknown, None),
            Some(NeedFact::CompanionMarker) => marker_found(&markers),
            Some(NeedFact::TrialNamed) => (PartState::Unknown, recruitment(case, asked.trial.as_ref())),
            Some(NeedFact::Age { at_least }) => match case.details.patient.age_on(today) {
                Some(age) if age >= at_least => (PartState::Met, Some(treatment_ground::age(age).to_label())),
                Some(age) => (PartState::NotMet, Some(treatment_ground::age(age).to_label())),
                None => (PartState::Unknown, None),
            },
            Some(NeedFact::BasketStudy) => {
                return basket_need(need, &basket_of);
            }
        };
        proposed(need, found, because.as_ref().map(label))
    });
    let needs = needs.collect();
    let mut standing_of = Standing::of(case, facts, &ground);
    let mut standing = Vec::new();
    let mut cautions = Vec::new();
    for drug in &asked.drugs {
        let of_drug = |said: LabelView| DrugSaidView { drug: drug.clone(), said };
        standing.extend(standing_of.said(drug).into_iter().map(of_drug));
        cautions.extend(case.cautions(drug, &facts.drugs).into_iter().map(caution).map(of_drug));
        cautions.extend(against(case, &rows, drug, &facts.drugs).map(of_drug));
    }
    Ok(TreatmentGroundsView {
        needs,
        list_version: facts.needs.version.clone(),
        list_remark: label(&facts.needs.remark),
        standing,
        cautions,
        basket_study: basket_of.iter().map(|(_, study)| *study).max_by_key(|study| *study as u8),
    })
}

fn proposed(need: &entaku_knowledge::Need, found: PartState, because: Option<LabelView>) -> ProposedNeedView {
    ProposedNeedView {
        id: need.id.clone(),
        requirement: label(&need.requirement),
        found,
        because,
        source: need.source.clone(),
        certainty: need.certainty,
    }
}

/// A combination is open where each of its drugs is known to be; one that is closed closes it.
fn basket_need(need: &entaku_knowledge::Need, known: &[(LabelView, BasketStudy)]) -> ProposedNeedView {
    let closed = known.iter().find(|(_, study)| *study == BasketStudy::NotOpen);
    match closed {
        Some((said, _)) => proposed(need, PartState::NotMet, Some(said.clone())),
        None => proposed(need, PartState::Unknown, known.first().map(|(said, _)| said.clone())),
    }
}

/// Whether a finding is a marker of a companion test; which test found it decides whether that is enough.
fn marker_found(markers: &[CompanionMatch<'_>]) -> (PartState, Option<entaku_domain::label::Label>) {
    let certain =
        |one: &&CompanionMatch<'_>| one.for_tumour == PartState::Met && one.matched.holds == PartState::Met;
    let named = markers.iter().filter(certain).find(|one| one.by_this_test == ByThisTest::Named);
    let found = if named.is_some() { PartState::Met } else { PartState::Unknown };
    let because = match named.or_else(|| markers.iter().find(certain)).or_else(|| markers.first()) {
        Some(one) => treatment_ground::marker(
            one.row.name.clone(),
            one.row.tumour_name.clone(),
            one.by_this_test.label(),
            &one.row.source,
        )
        .to_label(),
        None => treatment_ground::NO_MARKER.to_label(),
    };
    (found, Some(because))
}

/// On which day the recruitment of a trial was looked up last, as a referral of the case tells it.
fn recruitment(case: &Case, trial: Option<&TrialId>) -> Option<entaku_domain::label::Label> {
    let Some(trial) = trial else { return Some(treatment_ground::NO_TRIAL.to_label()) };
    let referrals = case.referrals.iter().map(|tracked| &tracked.referral);
    let known = referrals.filter(|referral| referral.trial == *trial).filter_map(|one| one.as_of).max();
    Some(match known {
        Some(on) => treatment_ground::recruitment_on(trial, on.to_string()).to_label(),
        None => treatment_ground::recruitment_not_looked_up(trial).to_label(),
    })
}

fn caution(caution: Caution<'_>) -> LabelView {
    match caution {
        Caution::GivenBefore(treatment) => {
            let text = |value: &Option<entaku_domain::text::Text>| {
                value.as_ref().map(ToString::to_string).unwrap_or_default()
            };
            let days =
                [treatment.from, treatment.to].map(|on| on.map(|on| on.to_string()).unwrap_or_default());
            let [from, to] = days;
            let line = treatment.line.map(|line| line.to_string()).unwrap_or_else(|| "?".to_owned());
            let mut more = [text(&treatment.best_response), text(&treatment.ended_because)].to_vec();
            more.retain(|one| !one.is_empty());
            let said =
                treatment_ground::given_before(line, text(&treatment.regimen), from, to, more.join(", "));
            label(&said.to_label())
        }
        Caution::WorksLess => label(&treatment_ground::WORKS_LESS.to_label()),
        Caution::NotAdvised(reason) => label(&treatment_ground::not_advised(reason).to_label()),
    }
}

/// Rows beside the case's findings that speak of resistance to a drug, whatever finding is under discussion.
fn against<'r>(
    case: &'r Case,
    rows: &'r Rows,
    drug: &'r str,
    names: &'r DrugNames,
) -> impl Iterator<Item = LabelView> + 'r {
    rows.of_resistance(move |other| names.same(drug, other)).filter_map(|(place, row)| {
        let finding = case.findings.get(place)?;
        let level = row.item.level.as_ref().map(|level| format!("{} {}", level.scale, level.level));
        let named = format!("{} {} ({})", row.item.source, row.item.id, row.version);
        let said = treatment_ground::evidence_against(
            finding.id.to_string(),
            &row.item.profile,
            named,
            level.unwrap_or_default(),
        );
        Some(label(&said.to_label()))
    })
}

//! What is known of drugs in Japan, and of ways to them: companion tests that name them, C-CAT's own words, the basket study, what a
//! route needs, and what the case holds against them. Nothing is concluded; each line says where it stands.

use super::rows::Rows;
use super::{Prepared, alterations, ccat};
use crate::clock::day;
use crate::convert::label;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::view::{DrugSaidView, LabelView, ProposedNeedView, TreatmentGroundsView};
use entaku_domain::case::{Case, Source};
use entaku_domain::evidence::PartState;
use entaku_domain::evidence::companion::{ByThisTest, CompanionMatch};
use entaku_domain::ids::FindingId;
use entaku_domain::recommendation::{AccessRoute, BasketStudy, Caution, DrugNames};
use entaku_domain::statement::{Speaker, Statement};
use entaku_domain::trial::TrialId;
use entaku_domain::words::Worded;
use entaku_knowledge::{AccessFacts, EvidenceGround, NeedFact};
use entaku_words::answers::treatment_ground;
use std::collections::{BTreeMap, BTreeSet};

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
    case: &'k Case,
    /// C-CAT's own words of how drugs are reached, as the number of the file says them.
    ccat: Vec<(usize, &'k Statement)>,
    known: BTreeMap<String, Vec<LabelView>>,
}

impl<'k> Standing<'k> {
    pub(super) fn of(case: &'k Case, facts: &'k AccessFacts, ground: &'k EvidenceGround) -> Self {
        let of_source = |(index, source): (usize, &'k Source)| {
            let stated = source.draft.statements.iter();
            stated.filter(|one| one.by == Speaker::Ccat).map(move |statement| (index, statement))
        };
        let ccat = case.sources.iter().enumerate().flat_map(of_source);
        let ccat = ccat.filter(|(_, one)| field(one, DRUGS).is_some() && field(one, REACHED).is_some());
        Self { facts, ground, case, ccat: ccat.collect(), known: BTreeMap::new() }
    }

    /// How C-CAT says that a drug is reached, each with the findings that it says it of: that it is so for one says nothing of
    /// another. What is about none that the reader may see is not said.
    fn reached(&self, drug: &str) -> BTreeSet<String> {
        let names = &self.facts.drugs;
        let of_drug = self
            .ccat
            .iter()
            .filter(|(_, one)| field(one, DRUGS).is_some_and(|drugs| names.named_in(drugs, drug)));
        let said = of_drug.filter_map(|(index, one)| {
            let about = self.case.findings.iter().filter(|finding| ccat::is_about(finding, *index, one));
            let about: Vec<String> = about
                .map(|finding| format!("{} {}", finding.id, finding.read.alteration.subject()))
                .collect();
            (!about.is_empty())
                .then(|| format!("{}: {}", about.join(", "), field(one, REACHED).unwrap_or_default()))
        });
        said.collect()
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
        let reached = self.reached(drug);
        said.extend(reached.iter().map(|reached| label(&treatment_ground::ccat(reached).to_label())));
        said.extend(basket(self.facts, drug).map(|(said, _)| said));
        self.known.insert(drug.to_owned(), said.clone());
        said
    }
}

/// Heads of C-CAT's columns, whatever stands before them.
const DRUGS: &str = "薬剤";
const REACHED: &str = "薬剤への到達性";

/// What C-CAT wrote under a head.
fn field<'s>(statement: &'s Statement, head: &str) -> Option<&'s str> {
    let found = statement.fields.iter().find(|field| field.0.ends_with(head));
    found.map(|field| field.1.trim()).filter(|text| !text.is_empty() && *text != "NA")
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
    let prepared = Prepared::of(desk, case, &ground)?;
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
    let basket_study = together(asked.drugs.len(), &basket_of);
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
                let (found, because) = basket_need(basket_study, &basket_of);
                return proposed(need, found, because);
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
        basket_study,
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

/// What the basket study could do for drugs that are given together: one whose cohort is closed closes it, and it is open
/// where each is known to be.
fn together(drugs: usize, known: &[(LabelView, BasketStudy)]) -> Option<BasketStudy> {
    if known.iter().any(|(_, study)| *study == BasketStudy::NotOpen) {
        return Some(BasketStudy::NotOpen);
    }
    (!known.is_empty() && known.len() == drugs).then_some(BasketStudy::Open)
}

fn basket_need(
    study: Option<BasketStudy>,
    known: &[(LabelView, BasketStudy)],
) -> (PartState, Option<LabelView>) {
    let of =
        |wanted: BasketStudy| known.iter().find(|(_, study)| *study == wanted).map(|(said, _)| said.clone());
    match study {
        Some(BasketStudy::NotOpen) => (PartState::NotMet, of(BasketStudy::NotOpen)),
        Some(BasketStudy::Open) => (PartState::Met, of(BasketStudy::Open)),
        Some(BasketStudy::ToAsk) | None => (PartState::Unknown, known.first().map(|(said, _)| said.clone())),
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
        // What is said of a combination is no statement on its parts, so that its drugs stand beside it.
        let drugs = row.item.therapies.join(" + ");
        let named = format!("{} {} ({}, {drugs})", row.item.source, row.item.id, row.version);
        let said = treatment_ground::evidence_against(
            finding.id.to_string(),
            &row.item.profile,
            named,
            level.unwrap_or_default(),
        );
        Some(label(&said.to_label()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{demo_case, desk};
    use crate::topics::case_id;
    use entaku_domain::finding::VerbatimField;
    use entaku_domain::statement::StatementKind;
    use std::sync::Arc;

    /// The demonstration case, whose C-CAT file says of a finding how a drug is reached.
    fn said_of(case: &Case, item: &str, reached: &str) -> Statement {
        let fields = [("薬剤", "オラパリブ"), ("薬剤への到達性", reached)];
        let fields = fields.map(|(head, text)| VerbatimField(head.to_owned(), text.to_owned()));
        let about = case.findings.iter().filter(|one| one.id.to_string() == item);
        Statement {
            kind: StatementKind::Evidence,
            by: Speaker::Ccat,
            about: about.map(|finding| finding.read.item.clone()).collect(),
            gene: None,
            text: String::new(),
            level: None,
            line: None,
            fields: fields.into(),
        }
    }

    #[test]
    fn what_c_cat_says_of_one_finding_is_said_of_no_other_and_to_nobody_who_may_not_see_it() {
        let (mut desk, _folder) = desk();
        let view = demo_case(&mut desk);
        let id = case_id(&desk, view["caseId"].as_str().unwrap()).unwrap();
        let mut case = desk.case(&id).unwrap().clone();
        let statements = vec![
            said_of(&case, "F1", "国内承認薬"),
            said_of(&case, "G1", "国内適応外"),
            said_of(&case, "F999", "海外"),
        ];
        Arc::make_mut(&mut case.sources)[0].draft.statements = statements;
        let ground = desk.site_knowledge().unwrap().ground().unwrap();
        let facts = Arc::clone(desk.knowledge.access());
        let said = |case: &Case| {
            let all = Standing::of(case, &facts, &ground).said("olaparib");
            all.into_iter().map(|one| one.ja).collect::<Vec<_>>()
        };
        let whole = said(&case);
        assert_eq!(whole.len(), 2, "what is about no finding is not said: {whole:?}");
        assert!(
            whole[0].contains("F1 EGFR: 国内承認薬") && whole[1].contains("G1 BRCA2: 国内適応外"),
            "{whole:?}"
        );
        let seen = said(&case.without_heredity());
        assert!(seen.len() == 1 && seen[0].contains("F1"), "{seen:?}");
    }

    #[test]
    fn drugs_given_together_are_open_where_each_is_and_closed_where_one_is() {
        use BasketStudy::{NotOpen, Open};
        let known = |all: &[BasketStudy]| {
            all.iter()
                .map(|study| (LabelView { ja: String::new(), en: String::new() }, *study))
                .collect::<Vec<_>>()
        };
        for (drugs, all, expected) in [
            (1, &[][..], None),
            (1, &[Open], Some(Open)),
            (2, &[Open], None),
            (2, &[Open, Open], Some(Open)),
            (2, &[NotOpen], Some(NotOpen)),
            (2, &[Open, NotOpen], Some(NotOpen)),
        ] {
            assert_eq!(together(drugs, &known(all)), expected, "{drugs} {all:?}");
        }
    }
}

//! The site's catalogue of trials: taken in, listed, and weighed beside a case. Criteria and weighing are the domain's, files
//! and versions the knowledge's.

mod referred;

pub(crate) use referred::referred;

use crate::acts::ImportKnowledge;
use crate::convert::{code_of, moment};
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::topics::coverage::covered_for_trials;
use crate::topics::knowledge;
use crate::topics::worklist as cases;
use crate::view::{
    KnowledgeImportView, TrialArmView, TrialAskedView, TrialCriterionView, TrialMatchView, TrialPatientView,
    TrialSiteView, TrialTickView, TrialUnknownView, TrialView,
};
use chrono::{Months, NaiveDate};
use entaku_domain::case::Case;
use entaku_domain::ids::CaseId;
use entaku_domain::known_test::TestCatalogue;
use entaku_domain::label::Language;
use entaku_domain::omission::ConditionState;
use entaku_domain::referral::TrackedReferral;
use entaku_domain::text::Text;
use entaku_domain::trial::TrialId;
use entaku_domain::trial::criterion::Criterion;
use entaku_domain::trial::patient::TrialPatient;
use entaku_domain::trial::tick::{AskedCriterion, CriterionTick, TicksOfTrial};
use entaku_domain::trial::tumour::TumourNames;
use entaku_domain::trial::weigh::{Row, TrialGround, Weighed, weigh};
use entaku_domain::words::Worded;
use entaku_knowledge::trial_words::TrialWords;
use entaku_knowledge::trials::{KnownTrial, Trial, TrialArm, kind_of_file};
use entaku_knowledge::{AccessFacts, EvidenceGround, KnowledgeKind};
use entaku_words::errors::{thing, tick_trial_criterion};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What becomes of a trial whose information is this old.
fn is_stale(as_of: Option<&str>, today: NaiveDate, words: &TrialWords) -> bool {
    let day = as_of.and_then(|day| day.get(..10)?.parse::<NaiveDate>().ok());
    day.is_none_or(|day| (today - day).num_days() > i64::from(words.stale_after_days))
}

fn today(desk: &Desk) -> NaiveDate {
    crate::clock::day(desk.environment.clock.now())
}

fn words() -> Outcome<TrialWords> {
    TrialWords::shipped().map_err(internal)
}

/// All trials.
pub(crate) fn catalogue(desk: &mut Desk) -> Outcome<Vec<TrialView>> {
    let (words, today) = (words()?, today(desk));
    let trials = desk.site_knowledge()?.store.trials()?;
    Ok(trials.into_iter().map(|known| view(known, today, &words)).collect())
}

fn view(known: KnownTrial, today: NaiveDate, words: &TrialWords) -> TrialView {
    let as_of = known.as_of().map(str::to_owned);
    let KnownTrial { trial, import } = known;
    TrialView {
        stale: is_stale(as_of.as_deref(), today, words),
        as_of,
        recruitment: trial.recruitment.code().to_owned(),
        trial_id: trial.id,
        other_ids: trial.other_ids,
        title: trial.title,
        recruitment_written: trial.recruitment_written,
        phase: trial.phase,
        conditions: trial.conditions,
        drugs: trial.drugs,
        arms: trial
            .arms
            .into_iter()
            .map(|TrialArm { name, suspended, .. }| TrialArmView { name, suspended })
            .collect(),
        sites: trial
            .sites
            .into_iter()
            .map(|site| TrialSiteView {
                name: site.name,
                place: site.place,
                country: site.country,
                recruitment: site.recruitment.code().to_owned(),
            })
            .collect(),
        source: import.source,
        import_id: import.id,
        not_understood: trial
            .not_understood
            .into_iter()
            .map(|(place, text)| format!("{place}: {text}"))
            .collect(),
    }
}

/// What weighing needs beside trials and cases.
pub(crate) struct Bench {
    words: TrialWords,
    today: NaiveDate,
    language: Language,
    access: Arc<AccessFacts>,
    ground: Arc<EvidenceGround>,
    tumours: TumourNames,
    tests: TestCatalogue,
    /// Whether the reader may see what is inherited.
    heredity: bool,
}

impl Bench {
    pub(crate) fn of(desk: &mut Desk) -> Outcome<Self> {
        let (words, today, language) = (words()?, today(desk), desk.language);
        let access = Arc::clone(desk.knowledge.access());
        let ground = desk.site_knowledge()?.ground()?;
        let tumours = TumourNames::new(&ground.oncotree.tree, &words.former_tumours);
        let tests = desk.knowledge.tests().clone();
        let heredity = desk.sight()?.heredity;
        Ok(Self { words, today, language, access, ground, tumours, tests, heredity })
    }

    pub(crate) fn patient(&self, case: &Case) -> TrialPatient {
        TrialPatient {
            covered: covered_for_trials(case, &self.tests, &self.ground, self.heredity),
            ..case.trial_patient(self.today, &self.ground.ground(&[]))
        }
    }

    fn weigh(
        &self,
        known: &KnownTrial,
        arm: Option<&TrialArm>,
        case: &Case,
        patient: &TrialPatient,
    ) -> Weighed {
        let ground = TrialGround {
            tree: &self.ground.oncotree.tree,
            tumour_names: &self.tumours,
            names: &self.ground.names,
            statuses: &self.words.statuses,
            drugs: &self.access.drugs,
            ticks: TicksOfTrial {
                given: &case.trial_ticks,
                trial: &known.trial.id,
                source: &known.import.source,
                version: version(known),
            },
        };
        weigh(&asked_of(&known.trial, arm), patient, &ground)
    }

    /// A trial beside a case, arm by arm.
    pub(crate) fn beside(
        &self,
        known: &KnownTrial,
        case: &Case,
        patient: &TrialPatient,
        closed_too: bool,
    ) -> Vec<(TrialMatchView, Weighed)> {
        let stale = is_stale(known.as_of(), self.today, &self.words);
        let one = |arm| {
            let weighed = self.weigh(known, arm, case, patient);
            (beside(known, arm, &weighed, stale, self.language), weighed)
        };
        arms(&known.trial, closed_too).into_iter().map(one).collect()
    }
}

/// The version of a trial, for what people say of it.
fn version(known: &KnownTrial) -> &str {
    known.as_of().unwrap_or(&known.import.version)
}

/// The trials that are asked for: one by its number, open or not, or all that may take patients.
pub(crate) fn asked_trials(desk: &mut Desk, asked: Option<&str>) -> Outcome<Vec<KnownTrial>> {
    let mut trials = desk.site_knowledge()?.store.trials()?;
    if let Some(asked) = asked {
        trials.retain(|known| is_named(&known.trial, asked));
        if trials.is_empty() {
            return Err(Problem::missing(thing::TRIAL, asked));
        }
    } else {
        trials.retain(|known| known.trial.recruitment.may_be_open());
    }
    Ok(trials)
}

/// Trials beside a case: without a criterion that is not met first, then the fewer are unknown, then the more are met, then by
/// number and arm. Nothing else orders them.
pub(crate) fn matched(desk: &mut Desk, case: &Case, asked: Option<&str>) -> Outcome<Vec<TrialMatchView>> {
    let trials = asked_trials(desk, asked)?;
    let bench = Bench::of(desk)?;
    let patient = bench.patient(case);
    let rows = trials.iter().flat_map(|known| bench.beside(known, case, &patient, asked.is_some()));
    let mut all: Vec<TrialMatchView> = rows.map(|(view, _)| view).collect();
    all.sort_by(|one, other| {
        let rank = |row: &TrialMatchView| (row.not_met, row.unknown, std::cmp::Reverse(row.met));
        rank(one)
            .cmp(&rank(other))
            .then_with(|| (&one.trial_id, &one.arm).cmp(&(&other.trial_id, &other.arm)))
    });
    Ok(all)
}

/// The patients received in the last months whom nothing known keeps from a trial.
pub(crate) fn patients(desk: &mut Desk, trial: &str, months: u32) -> Outcome<Vec<TrialPatientView>> {
    let trials = asked_trials(desk, Some(trial))?;
    let bench = Bench::of(desk)?;
    let first = bench.today.checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN).to_string();
    let sight = desk.sight()?;
    let number = |id: &str| TrialId::parse(id).ok();
    let mut found = Vec::new();
    for listed in cases::rows_of(desk, &[])? {
        if listed.received_on < first {
            continue;
        }
        let id = CaseId::parse(&listed.case_id).map_err(internal)?;
        let Some(whole) = desk.session()?.store.load_case(&id)? else { continue };
        let case = sight.of_case(&whole);
        let patient = bench.patient(&case);
        let arms = trials.iter().flat_map(|known| bench.beside(known, &case, &patient, false));
        let nearest = arms
            .map(|(view, _)| view)
            .filter(|view| view.state != ConditionState::NotMet)
            .min_by_key(|view| (view.unknown, std::cmp::Reverse(view.met)));
        let Some(view) = nearest else { continue };
        let there = |tracked: &&TrackedReferral| {
            trials.iter().any(|known| number(&known.trial.id).as_ref() == Some(&tracked.referral.trial))
        };
        found.push(TrialPatientView {
            case_id: listed.case_id,
            case_no: listed.case_no,
            received_at: listed.received_on,
            case_status: case.status(),
            arm: view.arm,
            state: view.state,
            met: view.met,
            unknown: view.unknown,
            referral_status: case.referrals.iter().rev().find(there).map(TrackedReferral::status),
        });
    }
    found.sort_by(|one, other| {
        let rank = |row: &TrialPatientView| (row.unknown, std::cmp::Reverse(row.met));
        rank(one).cmp(&rank(other)).then_with(|| one.case_id.cmp(&other.case_id))
    });
    Ok(found)
}

/// What would have to be known, across the open trials that nothing speaks against.
pub(crate) fn unknowns(desk: &mut Desk, case: &Case) -> Outcome<Vec<TrialUnknownView>> {
    let trials = asked_trials(desk, None)?;
    let bench = Bench::of(desk)?;
    let patient = bench.patient(case);
    // By the words in which people read it: two sources that ask the same in the same words ask one thing.
    let mut by_question: BTreeMap<(String, String), (BTreeSet<String>, BTreeSet<String>)> = BTreeMap::new();
    for known in &trials {
        for (_, weighed) in bench.beside(known, case, &patient, false) {
            if weighed.state != ConditionState::Unknown {
                continue;
            }
            let mut open = BTreeSet::new();
            for row in weighed.rows.iter().filter(|row| row.state == ConditionState::Unknown) {
                unknown_leaves(row, bench.language, &mut open);
            }
            let alone = open.len() == 1;
            for question in open {
                let (asking, decided) = by_question.entry(question).or_default();
                asking.insert(known.trial.id.clone());
                if alone {
                    decided.insert(known.trial.id.clone());
                }
            }
        }
    }
    let mut all: Vec<TrialUnknownView> = by_question
        .into_iter()
        .map(|((text, subject), (asking, decided))| TrialUnknownView {
            text,
            subject,
            trials: asking.into_iter().collect(),
            decides: decided.into_iter().collect(),
        })
        .collect();
    // Stable, so that equals stand in the order of their words.
    all.sort_by_key(|row| std::cmp::Reverse((row.decides.len(), row.trials.len())));
    Ok(all)
}

/// The questions of an unknown row that are unknown themselves.
fn unknown_leaves(row: &Row, language: Language, found: &mut BTreeSet<(String, String)>) {
    if row.state != ConditionState::Unknown {
        return;
    }
    row.parts.iter().for_each(|part| unknown_leaves(part, language, found));
    found.extend(row.asked().map(|asked| (row.said(language), code_of(&asked.subject))));
}

/// A criterion as a person names it.
pub(crate) struct AskedFor<'a> {
    pub(crate) trial: &'a str,
    pub(crate) written: &'a str,
    pub(crate) subject: Option<&'a str>,
    pub(crate) denied: Option<bool>,
    pub(crate) source: Option<&'a str>,
}

/// What a person says of a criterion, of the version of the trial that is known now.
pub(crate) fn tick(
    desk: &mut Desk,
    case: &Case,
    asked: &AskedFor<'_>,
    state: ConditionState,
    note: Option<Text>,
) -> Outcome<CriterionTick> {
    let trials = asked_trials(desk, Some(asked.trial))?;
    let bench = Bench::of(desk)?;
    let patient = bench.patient(case);
    let mut meant: Vec<CriterionTick> = Vec::new();
    for known in &trials {
        let source = &known.import.source;
        if asked.source.is_some_and(|wanted| wanted != source) {
            continue;
        }
        for (_, weighed) in bench.beside(known, case, &patient, true) {
            let mut of_person = Vec::new();
            weighed.rows.iter().for_each(|row| questions(row, &mut of_person));
            for criterion in of_person {
                let is_it = criterion.written.trim() == asked.written.trim()
                    && asked.subject.is_none_or(|subject| code_of(&criterion.subject) == subject)
                    && asked.denied.is_none_or(|denied| criterion.denied == denied);
                let tick = CriterionTick {
                    trial: known.trial.id.clone(),
                    source: source.clone(),
                    version: version(known).to_owned(),
                    criterion,
                    state,
                    note: note.clone(),
                };
                if is_it && !meant.contains(&tick) {
                    meant.push(tick);
                }
            }
        }
    }
    match (meant.pop(), meant.is_empty()) {
        (Some(tick), true) => Ok(tick),
        (None, _) => Err(Problem::at("written", tick_trial_criterion::unknown(asked.written))),
        (Some(_), false) => Err(Problem::at("written", tick_trial_criterion::several(asked.written))),
    }
}

/// The questions of a row that a person may answer.
pub(crate) fn questions(row: &Row, found: &mut Vec<AskedCriterion>) {
    row.parts.iter().for_each(|part| questions(part, found));
    found.extend(row.asked().filter(|_| row.is_for_a_person()));
}

/// Whether this is its number, or one that another registry gave it.
fn is_named(trial: &Trial, asked: &str) -> bool {
    let normal = |id: &str| {
        TrialId::parse(id).map_or_else(|_| id.trim().to_lowercase(), |id| id.as_str().to_lowercase())
    };
    let asked = normal(asked);
    std::iter::once(&trial.id).chain(&trial.other_ids).any(|id| normal(id) == asked)
}

/// The arms of a trial, the closed ones where they are asked for; none stands for the trial as a whole.
fn arms(trial: &Trial, closed_too: bool) -> Vec<Option<&TrialArm>> {
    match trial.arms.as_slice() {
        [] => vec![None],
        arms => arms.iter().filter(|arm| closed_too || !arm.suspended).map(Some).collect(),
    }
}

/// What an arm asks with what its trial asks.
fn asked_of(trial: &Trial, arm: Option<&TrialArm>) -> Criterion {
    let of_arm = arm.and_then(|arm| arm.criterion.clone());
    let of_trial = Some(trial.criterion.clone()).filter(|criterion| *criterion != Criterion::All(Vec::new()));
    let mut parts: Vec<Criterion> = of_trial.into_iter().chain(of_arm).collect();
    if parts.len() == 1 { parts.swap_remove(0) } else { Criterion::All(parts) }
}

fn beside(
    known: &KnownTrial,
    arm: Option<&TrialArm>,
    weighed: &Weighed,
    stale: bool,
    language: Language,
) -> TrialMatchView {
    let trial = &known.trial;
    let count = |state: ConditionState| {
        u32::try_from(weighed.rows.iter().filter(|row| row.state == state).count()).unwrap_or(u32::MAX)
    };
    TrialMatchView {
        trial_id: trial.id.clone(),
        arm: arm.map(|arm| arm.name.clone()),
        title: trial.title.clone(),
        recruitment: trial.recruitment.code().to_owned(),
        recruitment_written: trial.recruitment_written.clone(),
        arm_suspended: arm.is_some_and(|arm| arm.suspended),
        state: weighed.state,
        met: count(ConditionState::Met),
        not_met: count(ConditionState::NotMet),
        unknown: count(ConditionState::Unknown),
        as_of: known.as_of().map(str::to_owned),
        stale,
        source: known.import.source.clone(),
        import_id: known.import.id.clone(),
        version: version(known).to_owned(),
        criteria: weighed.rows.iter().map(|row| criterion(row, language)).collect(),
    }
}

fn criterion(row: &Row, language: Language) -> TrialCriterionView {
    TrialCriterionView {
        text: row.said(language),
        state: row.state,
        why: row.why.said().get(language),
        can_change: row.can_change,
        asked: row.asked().filter(|_| row.is_for_a_person()).map(|asked| TrialAskedView {
            subject: code_of(&asked.subject),
            written: asked.written,
            denied: asked.denied,
        }),
        tick: row.ticked.as_ref().map(|ticked| TrialTickView {
            state: ticked.given.tick.state,
            note: ticked.given.tick.note.as_ref().map(ToString::to_string),
            by: ticked.given.by.name.to_string(),
            role: ticked.given.by.role.label().get(language).to_owned(),
            at: moment(ticked.given.at),
            version: ticked.given.tick.version.clone(),
            of_another_version: ticked.of_another_version,
        }),
        parts: row.parts.iter().map(|part| criterion(part, language)).collect(),
    }
}

fn of_trials(views: Vec<KnowledgeImportView>) -> Vec<KnowledgeImportView> {
    let is_of_trials = |view: &KnowledgeImportView| {
        KnowledgeKind::from_code(&view.kind).is_some_and(KnowledgeKind::is_trials)
    };
    views.into_iter().filter(is_of_trials).collect()
}

impl Desk {
    /// Takes files of trials in, with nobody signed in: no case and no patient is concerned, and the record names the
    /// computer. For the terminal.
    ///
    /// # Errors
    /// In words: a file that holds no trials, or that cannot be used.
    pub fn import_trials_unsigned(
        &mut self,
        form: &ImportKnowledge,
    ) -> Result<Vec<KnowledgeImportView>, crate::ApiError> {
        let by = format!("@{}", self.environment.device);
        knowledge::import_as(self, form, by, |path| Ok(Some(kind_of_file(path)?)))
            .map_err(|problem| problem.said(self.language))
    }

    /// The imports of trials, the latest first, with nobody signed in.
    ///
    /// # Errors
    /// In words, as from the command `knowledge_imports`.
    pub fn trial_imports_unsigned(&mut self) -> Result<Vec<KnowledgeImportView>, crate::ApiError> {
        knowledge::list(self).map(of_trials).map_err(|problem| problem.said(self.language))
    }
}

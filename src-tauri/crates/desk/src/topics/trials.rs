//! The site's catalogue of trials: taken in, listed, and weighed beside a case. Criteria and weighing are the domain's, files
//! and versions the knowledge's.

use crate::acts::ImportKnowledge;
use crate::desk::Desk;
use crate::error::{Outcome, Problem, internal};
use crate::topics::coverage::covered_for_trials;
use crate::topics::knowledge;
use crate::view::{
    KnowledgeImportView, TrialArmView, TrialCriterionView, TrialMatchView, TrialSiteView, TrialView,
};
use chrono::NaiveDate;
use entaku_domain::case::Case;
use entaku_domain::label::Language;
use entaku_domain::omission::ConditionState;
use entaku_domain::trial::TrialId;
use entaku_domain::trial::criterion::Criterion;
use entaku_domain::trial::tumour::TumourNames;
use entaku_domain::trial::weigh::{Row, TrialGround, Weighed, weigh};
use entaku_knowledge::KnowledgeKind;
use entaku_knowledge::trial_words::TrialWords;
use entaku_knowledge::trials::{KnownTrial, Trial, TrialArm, kind_of_file};
use entaku_words::errors::thing;
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

/// Trials beside a case: without a criterion that is not met first, then the fewer are unknown, then the more are met, then by
/// number and arm. Nothing else orders them.
pub(crate) fn matched(desk: &mut Desk, case: &Case, asked: Option<&str>) -> Outcome<Vec<TrialMatchView>> {
    let (words, today, language) = (words()?, today(desk), desk.language);
    let access = Arc::clone(desk.knowledge.access());
    let ground = desk.site_knowledge()?.ground()?;
    let covered = covered_for_trials(desk, case, &ground)?;
    let site = desk.site_knowledge()?;
    let mut trials = site.store.trials()?;
    if let Some(asked) = asked {
        trials.retain(|known| is_named(&known.trial, asked));
        if trials.is_empty() {
            return Err(Problem::missing(thing::TRIAL, asked));
        }
    } else {
        trials.retain(|known| known.trial.recruitment.may_be_open());
    }
    let mut patient = case.trial_patient(today, &ground.ground(&[]));
    patient.covered = covered;
    let tumours = TumourNames::new(&ground.oncotree.tree, &words.former_tumours);
    let weighing = TrialGround {
        tree: &ground.oncotree.tree,
        tumour_names: &tumours,
        names: &ground.names,
        statuses: &words.statuses,
        drugs: &access.drugs,
    };
    let mut all = Vec::new();
    for known in &trials {
        let stale = is_stale(known.as_of(), today, &words);
        for arm in arms(&known.trial, asked.is_some()) {
            let weighed = weigh(&asked_of(&known.trial, arm), &patient, &weighing);
            all.push(beside(known, arm, &weighed, stale, language));
        }
    }
    all.sort_by(|one, other| {
        let rank = |row: &TrialMatchView| (row.not_met, row.unknown, std::cmp::Reverse(row.met));
        rank(one)
            .cmp(&rank(other))
            .then_with(|| (&one.trial_id, &one.arm).cmp(&(&other.trial_id, &other.arm)))
    });
    Ok(all)
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
        criteria: weighed.rows.iter().map(|row| criterion(row, language)).collect(),
    }
}

fn criterion(row: &Row, language: Language) -> TrialCriterionView {
    TrialCriterionView {
        text: row.said(language),
        state: row.state,
        why: row.why.said().get(language),
        can_change: row.can_change,
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

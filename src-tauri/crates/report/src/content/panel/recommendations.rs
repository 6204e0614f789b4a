//! What the panel recommends: level with its scale, access route, trial, reasons, and what it rests on.

use entaku_domain::ids::FindingId;
use entaku_domain::recommendation::Advice;
use entaku_domain::report::ReportRecommendation;
use entaku_domain::trial::TrialId;
use entaku_words::clinical;
use entaku_words::paper::page;

use super::Writer;
use super::sheet::{cell, column, heading, ruled, strong};
use super::theme::{SMALL, TABLE, muted, plain, span};
use super::wording::NOTHING;
use crate::layout::{Block, Cell, Row, Width};

impl Writer<'_> {
    /// What was weighed and what the panel made of it, as Japanese reports have it; page one says in short what is advised.
    pub(super) fn recommendations(&self) -> Vec<Block> {
        if self.content.recommendations.is_empty() {
            return Vec::new();
        }
        vec![heading(self.words.of(page::EVALUATION)), self.evaluation_table()]
    }

    fn evaluation_table(&self) -> Block {
        let head = |word| self.words.head(word);
        let columns = vec![
            column(&head(clinical::recommendation::BASIS), Width::Share(1.05)),
            column(self.words.of(page::ADVICE), Width::Share(1.35)),
            column(&head(clinical::recommendation::EVIDENCE), Width::Share(1.45)),
            column(&head(clinical::recommendation::APPROVAL), Width::Share(0.95)),
            column(&head(clinical::recommendation::TRIAL), Width::Fit(56.0, 92.0)),
            column(&head(clinical::recommendation::BASKET_STUDY), Width::Fit(44.0, 62.0)),
            column(&head(clinical::recommendation::PANEL), Width::Share(1.05)),
        ];
        ruled(columns, self.advised_first().into_iter().map(|given| self.evaluated(given)).collect())
    }

    /// What is named as working less well, or was weighed and is not advised, comes after what is advised.
    fn advised_first(&self) -> Vec<&ReportRecommendation> {
        let (advised, less): (Vec<_>, Vec<_>) =
            self.content.recommendations.iter().partition(|given| given.advice.is_ranked());
        advised.into_iter().chain(less).collect()
    }

    fn evaluated(&self, given: &ReportRecommendation) -> Row {
        let access = &given.access;
        let said = |value: Option<&str>| value.unwrap_or(NOTHING).to_owned();
        let cells = vec![
            self.basis(given),
            strong(&self.advised(given)),
            cell(&self.level(&given.advice)),
            cell(&said(access.approval.as_ref().map(|approval| self.words.value(approval)))),
            cell(&self.trial(&given.advice)),
            cell(&said(access.basket_study.as_ref().map(|study| self.words.value(study)))),
            cell(&self.judged_by_panel(given)),
        ];
        let mut lines = Vec::new();
        let mut add = |word, text: &str| {
            let label = self.words.pair(&self.words.head(word), "");
            lines.push(vec![span(&label, muted(SMALL)), span(text, plain(TABLE))]);
        };
        if let Some(site) = &access.site {
            add(clinical::recommendation::SITE, site.as_str());
        }
        if let Some(needs) = access.needs_in_words() {
            add(clinical::recommendation::NEEDS, self.words.said(&needs));
        }
        if let Some(against) = &given.contraindications {
            add(clinical::recommendation::CONTRAINDICATIONS, against.as_str());
        }
        let reason = match &given.advice {
            Advice::Considered { reason, .. } => Some(reason),
            _ => None,
        };
        for why in reason.into_iter().chain(&given.rationale) {
            add(clinical::verdict::RATIONALE, why.as_str());
        }
        lines.extend(self.cited_lines(&given.evidence));
        let note = (!lines.is_empty()).then_some((1, lines));
        Row { cells, note, fill: None }
    }

    /// What the panel made of it: the rank and the route, or that it is not advised.
    fn judged_by_panel(&self, given: &ReportRecommendation) -> String {
        match &given.advice {
            Advice::Considered { .. } => self.words.head(clinical::advice::CONSIDERED),
            advice if advice.is_of_resistance() => self.words.of(page::NOT_ADVISED).to_owned(),
            advice => {
                let rank = self.words.with(page::advised_in_rank(given.rank)).to_owned();
                match advice {
                    Advice::Treatment { route, .. } => format!("{rank}\n{}", self.words.value(route)),
                    _ => rank,
                }
            }
        }
    }

    fn level(&self, advice: &Advice) -> String {
        let level = match advice {
            Advice::Treatment { evidence, .. } | Advice::Considered { evidence, .. } => evidence.as_ref(),
            Advice::Further { .. } | Advice::Nothing { .. } => None,
        };
        level.map_or_else(|| NOTHING.to_owned(), |grade| self.graded(grade))
    }

    fn trial(&self, advice: &Advice) -> String {
        match advice {
            Advice::Treatment { trial: Some(trial), .. } => self.trial_as_of(trial),
            _ => NOTHING.to_owned(),
        }
    }

    /// What is advised, in short.
    pub(super) fn recommendation_table(&self) -> Block {
        let columns = vec![
            column(&self.words.head(clinical::recommendation::RANK), Width::Fit(26.0, 34.0)),
            column(self.words.of(page::ADVICE), Width::Share(1.7)),
            column(&self.words.head(clinical::recommendation::EVIDENCE), Width::Share(1.2)),
            column(&self.words.head(clinical::recommendation::ROUTE), Width::Share(1.0)),
            column(&self.words.head(clinical::recommendation::TRIAL), Width::Fit(60.0, 96.0)),
            column(&self.words.head(clinical::recommendation::BASIS), Width::Share(1.35)),
        ];
        let shown = self.advised_first().into_iter();
        let shown = shown.filter(|given| !matches!(given.advice, Advice::Considered { .. }));
        ruled(columns, shown.map(|given| self.recommendation(given)).collect())
    }

    fn recommendation(&self, given: &ReportRecommendation) -> Row {
        let ranked = given.advice.is_ranked();
        let route = match &given.advice {
            Advice::Treatment { route, .. } if ranked => self.words.value(route),
            _ => NOTHING,
        };
        let cells = vec![
            cell(&if ranked { given.rank.to_string() } else { NOTHING.to_owned() }),
            strong(&self.advised(given)),
            cell(&self.level(&given.advice)),
            cell(route),
            cell(&self.trial(&given.advice)),
            self.basis(given),
        ];
        Row { cells, note: None, fill: None }
    }

    /// A trial with the day on which it was looked up, where a referral tells it.
    fn trial_as_of(&self, trial: &TrialId) -> String {
        let mut referrals = self.content.referrals.iter().map(|tracked| &tracked.referral);
        match referrals.find(|referral| referral.trial == *trial).and_then(|referral| referral.as_of) {
            Some(day) => format!("{trial}\n{}", self.words.with(page::as_of(self.words.day(Some(day))))),
            None => trial.to_string(),
        }
    }

    fn basis(&self, given: &ReportRecommendation) -> Cell {
        let mut cell: Cell =
            given.findings.iter().map(|id| vec![span(&self.finding_name(*id), plain(TABLE))]).collect();
        if cell.is_empty() {
            cell.push(vec![span(NOTHING, plain(TABLE))]);
        }
        cell
    }

    /// A finding as people say it: number, gene, change.
    pub(super) fn finding_name(&self, id: FindingId) -> String {
        match self.content.findings.iter().find(|row| row.finding.id == id) {
            Some(row) => format!("{id} {} {}", row.subject, self.change(row)),
            None => id.to_string(),
        }
    }
}

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
    /// The part with reasons; on page one the same table stands without them.
    pub(super) fn recommendations(&self) -> Vec<Block> {
        if self.content.recommendations.is_empty() {
            return Vec::new();
        }
        vec![heading(self.words.of(page::EVALUATION)), self.recommendation_table(true)]
    }

    pub(super) fn recommendation_table(&self, reasons: bool) -> Block {
        let columns = vec![
            column(&self.words.head(clinical::recommendation::RANK), Width::Fit(26.0, 34.0)),
            column(self.words.of(page::ADVICE), Width::Share(1.7)),
            column(&self.words.head(clinical::recommendation::EVIDENCE), Width::Share(1.2)),
            column(&self.words.head(clinical::recommendation::ROUTE), Width::Share(1.0)),
            column(&self.words.head(clinical::recommendation::TRIAL), Width::Fit(60.0, 96.0)),
            column(&self.words.head(clinical::recommendation::BASIS), Width::Share(1.35)),
        ];
        // What is named as working less well comes after what is advised, and has neither rank nor route.
        let (less, advised): (Vec<_>, Vec<_>) =
            self.content.recommendations.iter().partition(|given| given.advice.is_of_resistance());
        let rows = advised.into_iter().chain(less).map(|given| self.recommendation(given, reasons));
        ruled(columns, rows.collect())
    }

    fn recommendation(&self, given: &ReportRecommendation, reasons: bool) -> Row {
        let less = given.advice.is_of_resistance();
        let (evidence, route, trial) = match &given.advice {
            Advice::Treatment { route, evidence, trial, .. } => (
                evidence.as_ref().map_or_else(|| NOTHING.to_owned(), |grade| self.graded(grade)),
                if less { NOTHING } else { self.words.value(route) }.to_owned(),
                trial.as_ref().map_or_else(|| NOTHING.to_owned(), |trial| self.trial_as_of(trial)),
            ),
            Advice::Further { .. } | Advice::Nothing { .. } => {
                (NOTHING.to_owned(), NOTHING.to_owned(), NOTHING.to_owned())
            }
        };
        let cells = vec![
            cell(&if less { NOTHING.to_owned() } else { given.rank.to_string() }),
            strong(&self.advised(given)),
            cell(&evidence),
            cell(&route),
            cell(&trial),
            self.basis(given),
        ];
        let mut lines = Vec::new();
        if reasons {
            let label = self.words.pair(&self.words.head(clinical::verdict::RATIONALE), "");
            let said = given.rationale.iter();
            lines.extend(said.map(|why| vec![span(&label, muted(SMALL)), span(why.as_str(), plain(TABLE))]));
            lines.extend(self.cited_lines(&given.evidence));
        }
        let note = (!lines.is_empty()).then_some((1, lines));
        Row { cells, note, fill: None }
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

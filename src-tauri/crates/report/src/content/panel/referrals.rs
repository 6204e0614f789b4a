//! Referrals to trials: where each stands and how it came there.

use entaku_domain::referral::TrackedReferral;
use entaku_domain::text::Text;
use entaku_words::clinical;
use entaku_words::paper::page;

use super::Writer;
use super::sheet::{cell, column, heading, long_pairs, or_nothing, pairs, row, ruled, stacked, subheading};
use super::theme::{TABLE, bold, span};
use super::verdicts::known;
use crate::layout::{Block, Width};

impl Writer<'_> {
    /// One table a referral, with its history.
    pub(super) fn referrals(&self) -> Vec<Block> {
        if self.content.referrals.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![heading(self.words.of(clinical::report::REFERRALS))];
        for tracked in &self.content.referrals {
            blocks.extend(self.referral(tracked));
        }
        blocks
    }

    /// All referrals in short, for page one.
    pub(super) fn referral_table(&self) -> Block {
        let columns = vec![
            column(&self.words.head(clinical::referral::TRIAL_ID), Width::Fit(64.0, 100.0)),
            column(&self.words.head(clinical::referral::TITLE), Width::Share(2.0)),
            column(&self.words.head(clinical::referral::SITE), Width::Share(1.2)),
            column(&self.words.head(clinical::referral::AS_OF), Width::Fit(52.0, 78.0)),
            column(&self.words.head(clinical::referral::STATUS), Width::Fit(48.0, 90.0)),
        ];
        let rows = self.content.referrals.iter().map(|tracked| {
            let referral = &tracked.referral;
            let drugs = referral.drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ");
            let phase = referral
                .phase
                .as_ref()
                .map(|phase| self.words.pair(&self.words.head(clinical::referral::PHASE), phase.as_str()));
            let title = or_nothing(referral.title.as_ref().map(Text::as_str));
            row(vec![
                vec![vec![span(referral.trial.as_str(), bold(TABLE))]],
                stacked(vec![span(title, super::theme::plain(TABLE))], &[drugs, phase.unwrap_or_default()]),
                cell(or_nothing(referral.site.as_ref().map(Text::as_str))),
                cell(&self.words.day(referral.as_of)),
                cell(self.words.value(&tracked.status())),
            ])
        });
        ruled(columns, rows.collect())
    }

    fn referral(&self, tracked: &TrackedReferral) -> Vec<Block> {
        let referral = &tracked.referral;
        let status = self.words.value(&tracked.status());
        let heading = self.words.pair(referral.trial.as_str(), status);
        let written = |value: &Option<Text>| value.as_ref().map(ToString::to_string);
        let drugs: Vec<&str> = referral.drugs.iter().map(|drug| drug.as_str()).collect();
        let findings: Vec<String> = referral.findings.iter().map(|id| self.finding_name(*id)).collect();
        let some = |words: String| (!words.is_empty()).then_some(words);
        // Sentences have the whole line, single words stand two and two.
        let title = [(self.words.head(clinical::referral::TITLE), written(&referral.title))];
        let entries = [
            (self.words.head(clinical::referral::PHASE), written(&referral.phase)),
            (self.words.head(clinical::recommendation::DRUGS), some(drugs.join(" + "))),
            (
                self.words.head(clinical::recommendation::EVIDENCE),
                referral.evidence.as_ref().map(|g| self.graded(g)),
            ),
            (self.words.head(clinical::referral::SITE), written(&referral.site)),
            (self.words.head(clinical::referral::CONTACT), written(&referral.contact)),
            (self.words.head(clinical::referral::AS_OF), referral.as_of.map(|day| self.words.day(Some(day)))),
        ];
        let reasons = [
            (self.words.head(clinical::recommendation::BASIS), some(findings.join(self.words.comma()))),
            (self.words.head(clinical::referral::ELIGIBILITY), written(&referral.eligibility)),
        ];
        let columns = vec![
            column(self.words.of(page::DATE), Width::Fit(54.0, 64.0)),
            column(&self.words.head(clinical::referral::STATUS), Width::Fit(70.0, 140.0)),
            column(self.words.of(page::REMARK), Width::Share(1.0)),
            column(&self.words.head(clinical::referral::NEXT_CHECK), Width::Fit(54.0, 70.0)),
            column(self.words.of(page::BY), Width::Fit(60.0, 120.0)),
        ];
        let steps = tracked.steps.iter().map(|recorded| {
            let step = &recorded.step;
            row(vec![
                cell(&self.words.day(Some(step.on))),
                cell(self.words.value(&step.status)),
                cell(&known(written(&step.reason).unwrap_or_default())),
                cell(&self.words.day(step.next_check)),
                cell(recorded.by.name.as_str()),
            ])
        });
        let mut blocks = vec![subheading(&heading)];
        blocks.extend(long_pairs(self.words, &title));
        blocks.extend(pairs(self.words, &entries));
        blocks.extend(long_pairs(self.words, &reasons));
        blocks.push(ruled(columns, steps.collect()));
        blocks
    }
}

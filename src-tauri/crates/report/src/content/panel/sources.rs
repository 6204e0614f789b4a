//! Where the findings come from: test, build, samples with their quality, file, and the account of its records.

use entaku_domain::report::ReportSource;
use entaku_words::clinical;
use entaku_words::paper::page;

use super::Writer;
use super::sheet::{
    callout, cell, column, heading, long_pairs, numbers, pairs, remark, row, ruled, subheading, text,
};
use super::theme::{ALERT, ALERT_BAR, TABLE, bold};
use super::verdicts::known;
use super::wording::NOTHING;
use crate::layout::{Block, Width};

impl Writer<'_> {
    /// One part for all sources, a list and tables for each.
    pub(super) fn sources(&self) -> Vec<Block> {
        let mut blocks = vec![heading(self.words.of(clinical::report::SOURCES))];
        if self.content.sources.is_empty() {
            blocks.push(super::sheet::remark(NOTHING));
        }
        for source in &self.content.sources {
            blocks.extend(self.source(source));
        }
        blocks
    }

    fn source(&self, source: &ReportSource) -> Vec<Block> {
        let (test, file) = (&source.test, &source.file);
        let label = |key| self.words.head(key);
        let panel = [test.panel_name.as_deref(), test.panel_version.as_deref()];
        let panel = panel.into_iter().flatten().collect::<Vec<_>>().join(" ");
        let official = source.known.as_ref().map(|test| self.words.said(&test.name).to_owned());
        let written = if panel.is_empty() { file.name.clone() } else { panel.clone() };
        let title = official.clone().unwrap_or(written);
        let build =
            format!("{} ({})", source.assembly.name.name(), self.words.value(&source.assembly.source));
        let format = match &file.format_version {
            Some(version) => format!("{} {version}", file.format),
            None => file.format.clone(),
        };
        // What is written in the file comes first; a known test is of its usual type.
        let kind = |normal| if normal { clinical::test::WITH_NORMAL } else { clinical::test::TUMOUR_ONLY };
        let matched = source.known.as_ref().and_then(|known| known.matched_normal);
        let usual = matched.map(|normal| self.words.of(kind(normal)).to_owned());
        let mut blocks = vec![subheading(&title)];
        if test.reference_only {
            blocks.push(callout(
                vec![text(self.words.of(clinical::test::REFERENCE_ONLY), bold(TABLE))],
                ALERT,
                ALERT_BAR,
            ));
        }
        blocks.extend(pairs(
            self.words,
            &[
                (label(clinical::test::OFFICIAL), official),
                (label(clinical::test::PANEL), (!panel.is_empty()).then_some(panel)),
                (label(clinical::test::TEST_ID), test.test_id.clone()),
                (
                    label(clinical::test::TYPE),
                    test.test_type.as_deref().map(|written| self.term(written)).or(usual),
                ),
                (label(clinical::test::SOFTWARE), test.software.clone()),
                (label(clinical::test::ASSEMBLY), Some(build)),
                (self.words.of(page::FORMAT).to_owned(), Some(format)),
                (
                    label(clinical::part::SOURCE),
                    Some(format!("{} ({} {})", file.name, file.bytes, self.words.of(page::BYTES))),
                ),
                (
                    self.words.of(page::NOTES).to_owned(),
                    source.ledger.is_some().then(|| self.words.count(source.notes as usize)),
                ),
            ],
        ));
        blocks.extend(long_pairs(
            self.words,
            &[
                (
                    label(clinical::report::LABORATORY_COMMENTS),
                    (!source.comments.is_empty()).then(|| source.comments.join("\n")),
                ),
                ("SHA-256".to_owned(), Some(file.sha256.to_string())),
                (self.words.of(page::HIDDEN).to_owned(), self.hidden(source)),
                (label(clinical::report::LEDGER), Some(self.ledger(source))),
            ],
        ));
        let tumour_only = test.test_type.is_some() || matched == Some(false);
        if tumour_only && !test.has_matched_normal() {
            blocks.push(remark(self.words.of(clinical::report::TUMOUR_ONLY)));
        }
        blocks.extend(self.samples(source));
        blocks
    }

    /// Values the laboratory asks not to print, by name: a reader must not take them for missing.
    fn hidden(&self, source: &ReportSource) -> Option<String> {
        let hide = &source.hide;
        let all = [
            (hide.allele_frequency, self.words.of(page::ALLELE_FREQUENCY)),
            (hide.copy_number, self.words.of(clinical::finding::COPY_NUMBER)),
            (hide.msi, "MSI"),
            (hide.tmb, "TMB"),
            (hide.loh, "LOH"),
        ];
        let named: Vec<&str> = all.into_iter().filter(|(hidden, _)| *hidden).map(|(_, name)| name).collect();
        (!named.is_empty()).then(|| named.join(self.words.comma()))
    }

    /// Read = kept + set aside, with the reasons.
    fn ledger(&self, source: &ReportSource) -> String {
        let Some(ledger) = &source.ledger else {
            return self.words.of(clinical::report::LEDGER_WITHHELD).to_owned();
        };
        let mut lines = vec![format!(
            "{} {} = {} {} + {} {}",
            self.words.head(clinical::report::READ),
            ledger.read,
            self.words.of(clinical::report::KEPT),
            ledger.kept,
            self.words.of(clinical::report::SET_ASIDE),
            ledger.set_aside_total()
        )];
        lines.extend(
            ledger
                .by_reason
                .iter()
                .map(|(reason, count)| format!("{} {count}", self.set_aside_reason(reason))),
        );
        lines.join("\n")
    }

    /// The words of a reason, or its code where the list has none.
    fn set_aside_reason(&self, code: &str) -> String {
        let mut key = String::from("setAside.");
        let mut upper = false;
        for c in code.chars() {
            match c {
                '-' => upper = true,
                c if upper => {
                    key.extend(c.to_uppercase());
                    upper = false;
                }
                c => key.push(c),
            }
        }
        self.words.maybe(&key).unwrap_or(code).to_owned()
    }

    fn samples(&self, source: &ReportSource) -> Option<Block> {
        if source.test.samples.is_empty() {
            return None;
        }
        let label = |key| self.words.head(key);
        let columns = vec![
            column(&label(clinical::test::SAMPLES), Width::Share(1.2)),
            column(self.words.of(page::SAMPLE_KIND), Width::Fit(60.0, 110.0)),
            numbers(&label(clinical::test::MEAN_DEPTH), Width::Fit(60.0, 90.0)),
            column(&label(clinical::test::SUSPECTED_STATES), Width::Share(1.2)),
        ];
        let rows = source.test.samples.iter().map(|sample| {
            let tissue = sample
                .is_tumour
                .map(|tumour| self.words.of(if tumour { page::TUMOUR } else { page::NORMAL }));
            let acid = sample.nucleic_acid.map(|acid| self.words.value(&acid));
            let kind = [tissue, acid].into_iter().flatten().collect::<Vec<_>>().join(" ");
            let depth = sample.mean_depth.map(entaku_domain::measure::plain_number);
            row(vec![
                cell(&sample.item),
                cell(&known(kind)),
                cell(&known(depth.unwrap_or_default())),
                cell(&known(sample.suspected_states.join(self.words.comma()))),
            ])
        });
        Some(ruled(columns, rows.collect()))
    }
}

//! Page one: who, what was found that matters, what is recommended, where it can be had, who answers for it.

use entaku_domain::decision::GermlineJudgement;
use entaku_domain::ids::FindingId;
use entaku_domain::meeting_record::MeetingMode;
use entaku_domain::recommendation::Advice;
use entaku_domain::report::{ReportContent, ReportFinding, ReportRecommendation, ReportSource, ReportState};
use entaku_domain::words::word;
use entaku_words::paper::page;
use entaku_words::{Word, clinical};

use super::Writer;
use super::sheet::{
    callout, cell, column, heading, numbers, or_nothing, remark, row, ruled, strip, strong, text,
};
use super::theme::{ACCENT, ALERT, ALERT_BAR, BODY, CALM, INK, MUTED, TABLE, bold, muted, plain, span};
use super::verdicts::{Tone, known, matters};
use super::wording::{NOTHING, capital, moment};
use crate::layout::{Block, Cell, Column, Paragraph, Role, Width};
use crate::text::Style;

/// So many findings leave room on page one for what follows them.
const FIRST_PAGE: usize = 12;
/// So many characters of the summary fill a line.
const A_LINE: usize = 55;

impl Writer<'_> {
    /// Everything of the first page.
    pub(super) fn summary(&self) -> Vec<Block> {
        let mut blocks = self.title();
        blocks.push(strip(&self.patient_strip(), 4, CALM));
        blocks.extend(self.draft_notice());
        blocks.extend(self.companion_notice());
        blocks.extend(self.rules_notice());
        blocks.extend(self.amendment_notice());
        blocks.push(heading(self.words.of(clinical::report::SUMMARY)));
        match &self.content.summary {
            Some(words) => blocks.push(callout(vec![text(words.as_str(), plain(9.5))], CALM, ACCENT)),
            None => blocks.push(remark(self.words.of(page::NO_SUMMARY))),
        }
        // What is to be done stands on page one, however many findings there are.
        let matter = self.content.findings.iter().filter(|finding| matters(finding)).count();
        let said = self.content.summary.as_ref().map_or(0, |words| words.as_str().chars().count());
        let changes = self.content.amendment.as_ref().map_or(0, |notice| notice.changes.len().min(10) + 2);
        if matter + said / A_LINE + changes > FIRST_PAGE {
            blocks.extend(self.short_recommendations());
            blocks.extend(self.short_referrals());
            blocks.extend(self.what_matters());
        } else {
            blocks.extend(self.what_matters());
            blocks.extend(self.short_recommendations());
            blocks.extend(self.short_referrals());
        }
        blocks.extend(self.closing());
        blocks
    }

    /// That the report gives the target of a companion test alone.
    fn companion_notice(&self) -> Option<Block> {
        let companion = self.content.companion.as_ref()?;
        let on = self.words.day(Some(companion.tested_on));
        let words = self.words.with(page::companion(companion.named(), on));
        Some(callout(vec![text(&words, bold(BODY))], ALERT, ALERT_BAR))
    }

    /// Where the panel was omitted, the report is none of a panel.
    pub(super) fn title_word(&self) -> Word {
        if self.content.panel_omitted() { clinical::report::TITLE_OMITTED } else { clinical::report::TITLE }
    }

    fn title(&self) -> Vec<Block> {
        let state = match &self.content.state {
            ReportState::Draft { .. } => self.words.of(clinical::report::DRAFT),
            ReportState::Final { .. } => self.words.of(clinical::report::FINAL),
        };
        let spans = vec![
            span(self.words.of(self.title_word()), Style { size: 17.0, bold: true, color: INK }),
            span(
                &format!("  {state} · {}", self.words.revision(self.content.revision)),
                Style { size: 10.5, bold: true, color: ACCENT },
            ),
        ];
        vec![
            Block::Text(Paragraph { spans, role: Role::Title, leading: 1.25, before: 0.0, hang: 0.0 }),
            text(self.content.institution.as_str(), muted(BODY)),
        ]
    }

    fn patient_strip(&self) -> Vec<(String, String)> {
        let content = self.content;
        let patient = &content.patient;
        let known = |value: Option<String>| value.unwrap_or_else(|| NOTHING.to_owned());
        let written = |value: &Option<entaku_domain::text::Text>| value.as_ref().map(ToString::to_string);
        let years = |age: u32| self.words.with(page::years(age));
        let sex = self.words.value(&patient.sex);
        let age_sex = match content.age.map(years) {
            Some(age) => format!("{age}{}{sex}", self.words.comma()),
            None => sex.to_owned(),
        };
        let tumour = match (&content.clinical.tumour_type, &content.clinical.oncotree) {
            (Some(tumour), Some(code)) => Some(format!("{tumour} ({code})")),
            (Some(one), None) | (None, Some(one)) => Some(one.to_string()),
            (None, None) => None,
        };
        let panels: Vec<String> =
            content.sources.iter().filter_map(|source| Some(self.test_name(source)?.to_owned())).collect();
        let omitted = content.meeting.as_ref().filter(|meeting| meeting.mode == MeetingMode::Omitted);
        let held = match omitted {
            Some(meeting) => {
                format!("{} ({})", self.words.value(&meeting.mode), self.words.day(Some(meeting.held_on)))
            }
            None => self.words.day(content.meeting.as_ref().map(|meeting| meeting.held_on)),
        };
        let (who, when) = match &content.state {
            ReportState::Final { at, name, role } => {
                (format!("{name} ({})", self.words.value(role)), moment(*at))
            }
            ReportState::Draft { .. } => (NOTHING.to_owned(), NOTHING.to_owned()),
        };
        let from = [written(&content.clinical.hospital), written(&content.clinical.attending)];
        let from: Vec<String> = from.into_iter().flatten().collect();
        vec![
            (self.words.head(clinical::patient::NAME), known(written(&patient.name))),
            (self.words.head(clinical::patient::HOSPITAL_ID), known(written(&patient.hospital_id))),
            (self.words.of(page::AGE_SEX).to_owned(), age_sex),
            (self.words.head(clinical::case::NUMBER), known(written(&content.case_number))),
            (self.words.head(clinical::clinical::TUMOUR_TYPE), known(tumour)),
            (self.words.head(clinical::test::PANEL), super::verdicts::known(panels.join(self.words.comma()))),
            (self.words.of(page::HELD_ON).to_owned(), held),
            (self.words.head(clinical::clinical::ATTENDING), super::verdicts::known(from.join(" "))),
            (self.words.head(clinical::role::CHAIR), known(self.leads())),
            (self.words.head(clinical::patient::CCAT_ID), known(written(&patient.ccat_id))),
            (self.words.head(clinical::ccat_findings::STATE), self.ccat_findings()),
            (
                self.words.head(clinical::specimen::TUMOUR_CONTENT),
                known(content.specimen.tumour_content.map(|percent| format!("{percent} %"))),
            ),
            (self.words.head(clinical::patient::WISH), self.words.value(&content.wish).to_owned()),
            (self.words.of(page::FOLLOW_UP).to_owned(), self.follow_up()),
            (self.words.head(clinical::report::FINALISED_BY), who),
            (self.words.head(clinical::report::FINALISED_AT), when),
        ]
    }

    /// Who led the panel, where the record says.
    pub(super) fn leads(&self) -> Option<String> {
        let leads = self.content.panel_leads();
        let names: Vec<&str> = leads.iter().map(|name| name.as_str()).collect();
        (!names.is_empty()).then(|| names.join(self.words.comma()))
    }

    /// Where C-CAT調査結果 stands and of which day it is.
    pub(super) fn ccat_findings(&self) -> String {
        let ccat = &self.content.ccat_findings;
        let state = self.words.value(&ccat.state);
        match ccat.made_on {
            Some(day) => format!("{state} ({})", self.words.day(Some(day))),
            None => state.to_owned(),
        }
    }

    /// A test by its official name, where it has one that is known; else as its file names it.
    pub(super) fn test_name<'a>(&'a self, source: &'a ReportSource) -> Option<&'a str> {
        let official = source.known.as_ref().map(|test| self.words.said(&test.name));
        official.or(source.test.panel_name.as_deref())
    }

    fn draft_notice(&self) -> Option<Block> {
        let ReportState::Draft { status, undecided } = &self.content.state else { return None };
        let head = self.words.pair(self.words.of(clinical::report::DRAFT), self.words.value(status));
        let mut blocks = vec![text(&head, bold(BODY))];
        if !undecided.is_empty() {
            let label = self.words.counted(&self.words.head(clinical::report::UNDECIDED), undecided.len());
            blocks.push(text(&self.words.pair(&label, &in_ranges(undecided)), plain(TABLE)));
        }
        Some(callout(blocks, ALERT, ALERT_BAR))
    }

    /// That the rules were not met, where they were not: whoever reads page one alone must know.
    fn rules_notice(&self) -> Option<Block> {
        let meeting = self.content.meeting.as_ref()?;
        let quorum = meeting.quorum.as_ref().filter(|quorum| !quorum.met)?;
        let head = match meeting.mode {
            MeetingMode::Omitted => self.words.head(clinical::omission::TITLE),
            MeetingMode::RealTime | MeetingMode::Circulation => self.words.head(clinical::quorum::TITLE),
        };
        let mut blocks =
            vec![text(&self.words.pair(&head, self.words.of(word(quorum.verdict()))), bold(BODY))];
        let reason = meeting
            .reason
            .as_ref()
            .map(|reason| text(&self.words.pair(self.words.of(page::REMARK), reason.as_str()), plain(TABLE)));
        blocks.extend(reason);
        Some(callout(blocks, ALERT, ALERT_BAR))
    }

    fn what_matters(&self) -> Vec<Block> {
        let mut blocks = vec![heading(self.words.of(page::MATTERS))];
        let matter: Vec<&ReportFinding> =
            self.content.findings.iter().filter(|finding| matters(finding)).collect();
        let scale = self.shared_scale(&matter);
        let rows: Vec<_> = matter
            .iter()
            .map(|finding| {
                let vaf = finding.finding.read.alteration.vaf();
                row(vec![
                    cell(&finding.finding.id.to_string()),
                    strong(&known(finding.subject.clone())),
                    cell(&known(self.change(finding))),
                    cell(&vaf.map_or_else(|| NOTHING.to_owned(), |vaf| vaf.percent())),
                    on_one_line(self.panel_cell(finding, scale, Tone::page_one())),
                ])
            })
            .collect();
        if rows.is_empty() {
            blocks.push(remark(self.words.of(page::NO_MATTERS)));
            return blocks;
        }
        let columns = vec![
            column(&self.words.head(clinical::finding::ID), Width::Fit(26.0, 36.0)),
            column(&self.words.head(clinical::finding::GENE), Width::Fit(50.0, 110.0)),
            column(&self.words.head(clinical::finding::CHANGE), Width::Share(1.4)),
            numbers(&self.words.head(clinical::finding::VAF), Width::Fit(36.0, 48.0)),
            // Wide enough for a class and its scale on one line.
            Column { width: Width::Share(2.3), ..self.panel_column(scale) },
        ];
        blocks.push(ruled(columns, rows));
        blocks
    }

    fn short_recommendations(&self) -> Vec<Block> {
        let mut blocks = vec![heading(self.words.of(clinical::report::RECOMMENDATIONS))];
        let considered = |given: &ReportRecommendation| matches!(given.advice, Advice::Considered { .. });
        if self.content.recommendations.iter().all(considered) {
            blocks.push(remark(self.words.of(page::NO_RECOMMENDATION)));
            return blocks;
        }
        blocks.push(self.recommendation_table());
        blocks
    }

    fn short_referrals(&self) -> Vec<Block> {
        if self.content.referrals.is_empty() {
            return Vec::new();
        }
        vec![heading(self.words.of(clinical::report::REFERRALS)), self.referral_table()]
    }

    /// What of heredity follows, as far as the wish allows.
    fn follow_up(&self) -> String {
        if self.content.germline_withheld {
            return self.words.of(page::NOT_STATED_HERE).to_owned();
        }
        let flagged = self.content.findings.iter().filter_map(|row| Some((row, row.germline.as_ref()?)));
        let (not_suspected, suspected): (Vec<_>, Vec<_>) =
            flagged.partition(|(_, flag)| flag.judgement == GermlineJudgement::NotSuspected);
        let mut all: Vec<String> = suspected
            .iter()
            .map(|(row, flag)| format!("{} {} {}", row.finding.id, row.subject, self.judged(row, flag)))
            .collect();
        // What nothing is suspected of stands with the germline judgements, not on page one.
        if let Some((row, flag)) = not_suspected.first() {
            all.push(self.words.counted(self.judged(row, flag), not_suspected.len()));
        }
        if all.is_empty() { self.words.of(page::NO_RECORD).to_owned() } else { all.join(self.words.comma()) }
    }

    fn closing(&self) -> Vec<Block> {
        let mut lines = Vec::new();
        if self.content.germline_withheld {
            lines.push(self.words.of(clinical::report::GERMLINE_WITHHELD).to_owned());
        }
        lines.push(self.words.of(clinical::report::CAUTION).to_owned());
        if let Some(contact) = &self.content.contact {
            lines.push(self.words.pair(&self.words.head(clinical::report::CONTACT), contact.as_str()));
        }
        let style = Style { size: TABLE, bold: false, color: MUTED };
        vec![Block::Gap(6.0), Block::Together(lines.iter().map(|line| text(line, style)).collect())]
    }

    /// The name by which a person knows what a recommendation advises.
    pub(super) fn advised(&self, given: &ReportRecommendation) -> String {
        match &given.advice {
            Advice::Treatment { drugs, .. } => {
                let drugs = drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ");
                match given.advice.is_of_resistance() {
                    true => format!("{drugs} {}", self.words.of(clinical::advice::RESISTANCE)),
                    false => drugs,
                }
            }
            Advice::Considered { drugs, .. } => {
                drugs.iter().map(|drug| drug.as_str()).collect::<Vec<_>>().join(" + ")
            }
            Advice::Further { kind, step } => {
                self.words.pair(&capital(self.words.value(kind)), step.as_str())
            }
            Advice::Nothing { reason } => {
                self.words.pair(&self.words.head(clinical::advice::NOTHING), reason.as_str())
            }
        }
    }
}

/// The paragraphs of a cell after each other, to save height on page one.
fn on_one_line(cell: Cell) -> Cell {
    let mut line = Vec::new();
    for paragraph in cell {
        if let (false, Some(first)) = (line.is_empty(), paragraph.first()) {
            line.push(span("  ", first.style));
        }
        line.extend(paragraph);
    }
    vec![line]
}

/// Numbers of findings with runs drawn together: `F1–F9 F12 F14–F15`.
pub(super) fn in_ranges(ids: &[FindingId]) -> String {
    let mut runs: Vec<(FindingId, FindingId)> = Vec::new();
    for id in ids {
        match runs.last_mut() {
            Some((_, last))
                if last.series() == id.series() && last.number().checked_add(1) == Some(id.number()) =>
            {
                *last = *id;
            }
            _ => runs.push((*id, *id)),
        }
    }
    let words = |(first, last): &(FindingId, FindingId)| {
        if first == last { first.to_string() } else { format!("{first}–{last}") }
    };
    runs.iter().map(words).collect::<Vec<_>>().join(" ")
}

/// What people call the case: its number, else its identifier.
pub(super) fn case_name(content: &ReportContent) -> &str {
    or_nothing(content.case_number.as_ref().map(|number| number.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_of_findings_are_drawn_together() {
        let ids = ["F1", "F2", "F3", "F7", "F9", "F10", "G11"].map(|id| FindingId::parse(id).expect("an id"));
        assert_eq!(in_ranges(&ids), "F1–F3 F7 F9–F10 G11", "eighty numbers one by one are read by nobody");
    }
}

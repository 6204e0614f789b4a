//! That the panel was omitted (EP省略): on which ground, by which rules, condition by condition. Printed as stored with
//! the record; no panel met, so that nothing here speaks of a quorum.

use entaku_domain::certainty::Certainty;
use entaku_domain::meeting_record::Circumstances;
use entaku_domain::omission::{ConditionState, OmissionFacts};
use entaku_domain::quorum::{Condition, ConditionKind, Quorum};
use entaku_domain::words::word;
use entaku_words::clinical;
use entaku_words::paper::{omission_box, page};

use super::quorum::Rules;
use super::sheet::{callout, cell, column, long_pairs, remark, row, ruled, text};
use super::theme::{ALERT, ALERT_BAR, BODY, TABLE, bold, plain};
use crate::layout::{Block, Row, Width};

impl Rules {
    /// The sentence with its ground, what was stated, the rules with their source, and each condition.
    pub(super) fn omission(self, quorum: &Quorum, stated: Option<&Circumstances>) -> Vec<Block> {
        let words = self.words;
        let sentence = self.omission_said(quorum);
        let mut blocks = vec![if quorum.met {
            text(&sentence, bold(BODY))
        } else {
            callout(vec![text(&sentence, bold(TABLE))], ALERT, ALERT_BAR)
        }];
        let facts = stated.map(|stated| stated.omission).unwrap_or_default();
        blocks.extend(long_pairs(
            words,
            &[
                (words.head(clinical::quorum::RULE_SET), Some(self.rule_set(&quorum.applied))),
                (words.of(page::SOURCE).to_owned(), Some(quorum.applied.source.clone())),
                (words.of(page::CIRCUMSTANCES).to_owned(), self.facts(facts)),
            ],
        ));
        // One ground is enough: another that does not hold would read as if something were lacking.
        let grounded = !quorum.mode.named.is_empty();
        let idle = |one: &Condition, state| {
            one.kind == ConditionKind::Ground && grounded && state != ConditionState::Met
        };
        let told = quorum.mode.facts().filter(|(condition, state)| !idle(condition, *state));
        let rows: Vec<Row> = told
            .map(|(condition, state)| row(vec![cell(words.said(&condition.text)), cell(words.value(&state))]))
            .collect();
        if !rows.is_empty() {
            let columns = vec![
                column(&words.head(clinical::omission::CONDITION), Width::Share(3.0)),
                column(words.of(page::RESULT), Width::Fit(60.0, 110.0)),
            ];
            blocks.push(ruled(columns, rows));
        }
        let duties = quorum.mode.conditions.iter().filter(|one| one.kind == ConditionKind::Duty);
        blocks.extend(duties.map(|duty| text(&self.duty(duty), plain(TABLE))));
        let gaps: Vec<&str> = quorum.mode.gaps.iter().map(|gap| words.value(gap)).collect();
        if !gaps.is_empty() {
            blocks.push(remark(&words.pair(words.of(page::MISSING), &gaps.join(words.comma()))));
        }
        blocks
    }

    /// 「エキスパートパネルを省略（根拠：…）」, or that the rules do not allow it.
    fn omission_said(self, quorum: &Quorum) -> String {
        let words = self.words;
        let mut grounds: Vec<&str> = quorum.mode.grounds().map(|ground| words.said(&ground.text)).collect();
        if !quorum.met {
            grounds = vec![words.of(word(quorum.verdict()))];
        }
        let named = grounds.join(words.comma());
        words.with(match quorum.met && !named.is_empty() {
            true => omission_box::omitted_on(named),
            false => omission_box::omitted(named),
        })
    }

    fn facts(self, facts: OmissionFacts) -> Option<String> {
        let words = self.words;
        let said = |key, value: Option<&str>| value.map(|value| words.pair(words.of(key), value));
        let all = [
            said(clinical::omission::TUMOUR, facts.tumour.map(|code| words.value(&code))),
            said(
                clinical::omission::CCAT_SECONDARY_FINDING,
                facts.ccat_secondary_finding.map(|code| words.value(&code)),
            ),
            said(clinical::omission::USABLE_DRUG, facts.usable_drug.map(|code| words.value(&code))),
        ];
        let all: Vec<String> = all.into_iter().flatten().collect();
        (!all.is_empty()).then(|| all.join("\n"))
    }

    /// What is to be kept all the same; where it was not read in a source, that is said.
    fn duty(self, duty: &Condition) -> String {
        let words = self.words;
        let sure = duty.basis.certainty == Certainty::Source;
        let unsure = if sure { String::new() } else { format!(" ({})", words.value(&duty.basis.certainty)) };
        format!("{}{}{unsure}", words.point(), words.said(&duty.text))
    }
}

//! Places in a text that still wait to be filled in: 〔 〕 as phrases have them. They are pointed out and never refused,
//! for the brackets are also ordinary marks of Japanese.

use super::PhraseField;
use crate::case::Case;
use crate::decision::Call;
use crate::explanation::{Explanation, Plain};
use crate::ids::FindingId;
use crate::recommendation::Advice;
use crate::text::Text;

/// The places of a text that wait to be filled in, with their brackets, in order. A bracket that is not closed on its
/// line is none.
pub fn blanks(text: &str) -> Vec<&str> {
    let place = |(at, _): (usize, &str)| {
        let rest = text.get(at..)?;
        // The next bracket or line end decides, so that the search never walks over the same text twice.
        let (end, mark) = rest.char_indices().skip(1).find(|(_, c)| matches!(c, '〔' | '〕' | '\n'))?;
        if mark == '〕' { rest.get(..end + mark.len_utf8()) } else { None }
    };
    text.match_indices('〔').filter_map(place).collect()
}

/// Words of a case in which places wait to be filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfilled {
    /// In which kind of field.
    pub field: PhraseField,
    /// Of which finding, where it is a finding's.
    pub finding: Option<FindingId>,
    /// The places, with their brackets.
    pub blanks: Vec<String>,
}

impl Case {
    /// Words that people wrote for the report and its companions in which places wait to be filled in, in the order of
    /// [`PhraseField::ALL`]. Opinions are left out: they are on no document, and may be blind.
    pub fn unfilled(&self) -> Vec<Unfilled> {
        let mut found = Vec::new();
        let mut note = |field, finding, texts: Vec<Option<&Text>>| {
            let texts = texts.into_iter().flatten();
            let blanks: Vec<_> = texts.flat_map(|text| blanks(text.as_str())).map(str::to_owned).collect();
            if !blanks.is_empty() {
                found.push(Unfilled { field, finding, blanks });
            }
        };
        for (id, decision) in &self.decisions {
            let verdict = &decision.verdict;
            let call = match &verdict.call {
                Call::Deferred { reason } => Some(reason),
                Call::Classified { .. } => None,
            };
            let basis = verdict.basis.as_ref().and_then(|basis| basis.override_reason.as_ref());
            let dissent = verdict.dissent.iter().map(|one| Some(&one.words));
            let texts = [call, verdict.rationale.as_ref(), basis].into_iter().chain(dissent).collect();
            note(PhraseField::Verdict, Some(*id), texts);
        }
        for (id, flag) in &self.germline {
            note(PhraseField::Germline, Some(*id), vec![flag.reason.as_ref()]);
        }
        let advice = self.standing_recommendations().flat_map(|given| {
            let words = match &given.recommendation.advice {
                Advice::Further { step: words, .. }
                | Advice::Nothing { reason: words }
                | Advice::Considered { reason: words, .. } => Some(words),
                Advice::Treatment { .. } => None,
            };
            [words, given.recommendation.rationale.as_ref()]
        });
        note(PhraseField::Recommendation, None, advice.collect());
        let referrals = self.referrals.iter().flat_map(|tracked| {
            let steps = tracked.steps.iter().map(|recorded| recorded.step.reason.as_ref());
            std::iter::once(tracked.referral.eligibility.as_ref()).chain(steps)
        });
        note(PhraseField::Referral, None, referrals.collect());
        note(PhraseField::Summary, None, vec![self.summary.as_ref()]);
        let meeting = self.meeting.as_ref();
        let minutes = meeting.map(|meeting| vec![meeting.minutes.as_ref(), meeting.reason.as_ref()]);
        note(PhraseField::Minutes, None, minutes.unwrap_or_default());
        let explanation = self.explanation.as_ref().map(|written| &written.explanation);
        note(PhraseField::Explanation, None, explanation.map(plain_words).unwrap_or_default());
        found
    }
}

fn plain_words<'a>(explanation: &'a Explanation) -> Vec<Option<&'a Text>> {
    let whole = [&explanation.overall, &explanation.next_steps, &explanation.heredity];
    let findings = explanation.findings.iter().map(|one| &one.words);
    let advice = explanation.recommendations.iter().map(|one| &one.words);
    let both = |plain: &'a Plain| [plain.ja.as_ref(), plain.en.as_ref()];
    whole.into_iter().chain(findings).chain(advice).flat_map(both).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_stands_between_brackets_on_one_line() {
        assert_eq!(blanks("〔確認日〕時点、〔 〕と〔〕"), ["〔確認日〕", "〔 〕", "〔〕"]);
        assert_eq!(blanks("〔確認日〔版〕"), ["〔版〕"], "the inner bracket is the place");
        assert!(blanks("〔未完\n続き〕").is_empty(), "not closed on its line");
        assert!(blanks("〔").is_empty() && blanks("〕〔").is_empty() && blanks("[a]（b）").is_empty());
    }

    #[test]
    fn many_brackets_take_no_longer_than_the_text_is() {
        assert!(blanks(&"〔".repeat(200_000)).is_empty());
        assert_eq!(blanks(&"〔あ〕".repeat(50_000)).len(), 50_000);
    }
}

//! What is missing, in words: what to do about it.

use super::Problem;
use super::signing::what_lacks;
use entaku_domain::gap::{Gap, MissingGlyph};
use entaku_domain::ids::FindingId;
use entaku_domain::label::Language;
use entaku_domain::quorum::Quorum;
use entaku_domain::text::Text;
use entaku_domain::words::{Worded, word};
use entaku_words::errors::gap;
use entaku_words::{Message, Said, Value};

/// What is missing, in words.
pub(crate) fn gap_words(missing: &Gap) -> Value {
    match missing {
        Gap::NotReceived => gap::NOT_RECEIVED.said(),
        Gap::Finalised => gap::FINALISED.said(),
        Gap::Undecided(findings) => gap::undecided(findings.len(), list(findings)).said(),
        Gap::SampleGuessed(names) => gap::sample_guessed(names.join(", ")).said(),
        Gap::ClassOfHeredity(findings) => gap::class_of_heredity(findings.len(), list(findings)).said(),
        Gap::AdviceOnWithheld(advice) => gap::advice_on_withheld(advice.iter().cloned()).said(),
        Gap::NoAdvice => gap::NO_ADVICE.said(),
        Gap::NoMeeting => gap::NO_MEETING.said(),
        Gap::NotQuorate(quorum) => gap::not_quorate(word(quorum.verdict()), lacking(quorum)).said(),
        Gap::NoSummary => gap::NO_SUMMARY.said(),
        Gap::OpinionsAwaited(names) => {
            gap::opinions_awaited(names.len(), names.iter().map(Text::to_string)).said()
        }
        Gap::GermlineUnjudged(findings) => gap::germline_unjudged(findings.len(), list(findings)).said(),
        Gap::GermlineToLookAt(findings) => gap::germline_to_look_at(findings.len(), list(findings)).said(),
        Gap::WishNotAsked => gap::WISH_NOT_ASKED.said(),
        Gap::NotExplained => gap::NOT_EXPLAINED.said(),
        Gap::Unsigned(lacking) => gap::unsigned(what_lacks(lacking)).said(),
        Gap::NothingFinal => gap::NOTHING_FINAL.said(),
        Gap::ReadsOtherwise(findings) => gap::reads_otherwise(
            findings.len(),
            findings.iter().map(ToString::to_string).collect::<Vec<_>>().join(", "),
        )
        .said(),
        Gap::NamesWithheld(passages) => {
            gap::names_withheld(passages.iter().map(|one| gap::passage(&one.place, &one.named))).said()
        }
        Gap::NamesBeyondCompanion(passages) => {
            gap::names_beyond_companion(passages.iter().map(|one| gap::passage(&one.place, &one.named)))
                .said()
        }
        Gap::BeyondCompanion => gap::BEYOND_COMPANION.said(),
        Gap::MissingGlyphs(missing) => {
            gap::missing_glyphs(missing.len(), missing.iter().take(5).map(glyph_words)).said()
        }
        Gap::Meeting(refusal) => Problem::from(refusal.clone()).message,
        Gap::NoExplanation => gap::NO_EXPLANATION.said(),
        Gap::WordsMissing(Language::Ja) => gap::WORDS_MISSING_JA.said(),
        Gap::WordsMissing(Language::En) => gap::WORDS_MISSING_EN.said(),
        Gap::HeredityUnwritten(_) => gap::HEREDITY_UNWRITTEN.said(),
        Gap::WishDiffers => gap::WISH_DIFFERS.said(),
        Gap::ExplanationOutdated(_) => gap::EXPLANATION_OUTDATED.said(),
    }
}

/// What the rules found lacking, each in a word.
fn lacking(quorum: &Quorum) -> impl Iterator<Item = Value> {
    let lines = quorum.lines.iter().filter(|line| !line.met).map(|line| line.key.label());
    let attending = (!quorum.attending.met).then(|| word("clinical.attending"));
    let mode = quorum.mode.gaps.iter().map(|gap| gap.label());
    lines.chain(attending).chain(mode).map(Said::said)
}

/// The first of them.
fn list(findings: &[FindingId]) -> String {
    let shown: Vec<_> = findings.iter().take(12).map(ToString::to_string).collect();
    let more = if findings.len() > 12 { " …" } else { "" };
    format!("{}{more}", shown.join(", "))
}

fn glyph_words(glyph: &MissingGlyph) -> Message {
    let code = format!("{:04X}", u32::from(glyph.character));
    gap::glyph(glyph.character, code, &glyph.place, &glyph.excerpt)
}

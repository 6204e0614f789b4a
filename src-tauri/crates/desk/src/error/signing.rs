//! What a report lacks of signatures, in words.

use entaku_domain::label::{Label, Language};
use entaku_domain::signing::Unsigned;
use entaku_domain::words::Worded;

/// What a site's rule lacks, in words: who signs what next.
pub(super) fn unsigned_words(lacking: &[Unsigned]) -> Label {
    let joined = |language: Language, between: &str| {
        let one = |one: &Unsigned| match (one, language) {
            (Unsigned::Missing(capacity), _) => capacity.label().get(language).to_owned(),
            (Unsigned::Void(given), Language::Ja) => {
                format!("{}（{}の署名は内容の変更により無効）", given.capacity.label().ja, given.by.name)
            }
            (Unsigned::Void(given), Language::En) => {
                format!(
                    "{} ({}'s signature is void, the content changed)",
                    given.capacity.label().en,
                    given.by.name
                )
            }
            (Unsigned::SamePerson(first, second), Language::Ja) => {
                format!("{}（{}と同じ方は署名できません）", second.label().ja, first.label().ja)
            }
            (Unsigned::SamePerson(first, second), Language::En) => {
                format!("{} (must be another person than the {})", second.label().en, first.label().en)
            }
        };
        lacking.iter().map(one).collect::<Vec<_>>().join(between)
    };
    Label {
        ja: format!("署名が必要です: {}", joined(Language::Ja, "、")),
        en: format!("To be signed: {}", joined(Language::En, ", ")),
    }
}

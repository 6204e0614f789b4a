//! A site's list of phrases: the fold of what was added, changed and taken out of use.

use super::{Phrase, PhraseId};
use crate::event::{Event, StoreEvent};
use crate::member::Actor;
use crate::text::Text;
use crate::words::worded;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// What was done with a phrase.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "edge", derive(schemars::JsonSchema, ts_rs::TS))]
pub enum StepKind {
    /// Added.
    Added,
    /// Its words, fields or language changed.
    Changed,
    /// Taken out of use.
    Retired,
    /// Taken into use again.
    Restored,
}

/// One step of a phrase's history.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What was done.
    pub kind: StepKind,
    /// The phrase as it was from then on.
    pub phrase: Phrase,
    /// Why; none for an addition that gave no reason.
    pub reason: Option<Text>,
    /// Who.
    pub by: Actor,
    /// When.
    pub at: DateTime<FixedOffset>,
}

/// A phrase of the site as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SitePhrase {
    /// The phrase.
    pub phrase: Phrase,
    /// Whether it is out of use.
    pub retired: bool,
    /// What happened to it, oldest first; never empty.
    pub history: Vec<Step>,
}

/// All phrases of a site, retired ones included, in order of adding.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Phrases {
    all: Vec<SitePhrase>,
}

impl Phrases {
    /// All, retired ones included, in order of adding.
    pub fn all(&self) -> &[SitePhrase] {
        &self.all
    }

    /// Those in use.
    pub fn in_use(&self) -> impl Iterator<Item = &SitePhrase> {
        self.all.iter().filter(|one| !one.retired)
    }

    /// A phrase by its id.
    pub fn get(&self, id: PhraseId) -> Option<&SitePhrase> {
        self.all.iter().find(|one| one.phrase.id == id)
    }

    /// The id of the next phrase. Retired ones keep theirs.
    pub fn next_id(&self) -> PhraseId {
        let last = self.all.iter().map(|one| one.phrase.id.0).max().unwrap_or(0);
        PhraseId(last.saturating_add(1))
    }

    /// Lets an event of the store happen; others than those of phrases change nothing.
    pub(crate) fn apply(&mut self, what: &StoreEvent, event: &Event) {
        let (kind, id, fresh, reason) = match what {
            StoreEvent::PhraseAdded { phrase, reason } => {
                let history = vec![step(StepKind::Added, phrase, reason.as_ref(), event)];
                self.all.push(SitePhrase { phrase: (**phrase).clone(), retired: false, history });
                return;
            }
            StoreEvent::PhraseChanged { phrase, reason } => {
                (StepKind::Changed, phrase.id, Some(phrase), reason)
            }
            StoreEvent::PhraseRetired { id, reason } => (StepKind::Retired, *id, None, reason),
            StoreEvent::PhraseRestored { id, reason } => (StepKind::Restored, *id, None, reason),
            _ => return,
        };
        let Some(known) = self.all.iter_mut().find(|one| one.phrase.id == id) else { return };
        match (kind, fresh) {
            (StepKind::Retired, _) => known.retired = true,
            (StepKind::Restored, _) => known.retired = false,
            (_, Some(fresh)) => known.phrase = (**fresh).clone(),
            _ => {}
        }
        let done = step(kind, &known.phrase, Some(reason), event);
        known.history.push(done);
    }
}

fn step(kind: StepKind, phrase: &Phrase, reason: Option<&Text>, event: &Event) -> Step {
    Step { kind, phrase: phrase.clone(), reason: reason.cloned(), by: event.actor.clone(), at: event.at }
}

worded!(StepKind {
    Self::Added => "phraseStep.added", Self::Changed => "phraseStep.changed", Self::Retired => "phraseStep.retired",
    Self::Restored => "phraseStep.restored",
});

#[cfg(test)]
mod tests {
    use super::super::PhraseField;
    use super::*;
    use crate::event::EventBody;
    use crate::ids::{EventId, MemberId};
    use crate::label::Language;
    use crate::member::Role;
    use crate::office::Office;

    fn words(text: &str) -> Text {
        Text::new(text).unwrap()
    }

    fn phrase(number: u32, text: &str) -> Box<Phrase> {
        Box::new(Phrase {
            id: PhraseId::new(number).unwrap(),
            title: words("見出し"),
            reading: None,
            text: words(text),
            fields: vec![PhraseField::Summary],
            language: Language::Ja,
            example: None,
        })
    }

    fn office(events: Vec<StoreEvent>) -> Office {
        let mut office = Office::default();
        for (version, what) in (1u32..).zip(events) {
            office.apply(&Event {
                id: EventId::parse("0190b2f0-0000-7000-8000-000000000001").unwrap(),
                version,
                at: DateTime::parse_from_rfc3339("2026-11-22T14:00:00+09:00").unwrap(),
                actor: Actor {
                    member: MemberId::parse("0190b2f0-0000-7000-8000-000000000002").unwrap(),
                    name: words("佐藤 恵"),
                    role: Role::Chair,
                    on_behalf_of: None,
                },
                body: EventBody::Store { what },
            });
        }
        office
    }

    #[test]
    fn a_phrase_keeps_every_wording_it_had_with_who_and_why() {
        let id = PhraseId::new(1).unwrap();
        let office = office(vec![
            StoreEvent::PhraseAdded { phrase: phrase(1, "初稿"), reason: None },
            StoreEvent::PhraseChanged { phrase: phrase(1, "改稿"), reason: words("表現の統一") },
            StoreEvent::PhraseRetired { id, reason: words("使わない") },
            StoreEvent::PhraseRestored { id, reason: words("やはり使う") },
        ]);
        let one = office.phrases.get(id).unwrap();
        assert_eq!((one.phrase.text.as_str(), one.retired), ("改稿", false));
        let told: Vec<_> = one
            .history
            .iter()
            .map(|step| (step.kind, step.phrase.text.as_str(), step.reason.as_ref().map(Text::as_str)))
            .collect();
        assert_eq!(
            told,
            [
                (StepKind::Added, "初稿", None),
                (StepKind::Changed, "改稿", Some("表現の統一")),
                (StepKind::Retired, "改稿", Some("使わない")),
                (StepKind::Restored, "改稿", Some("やはり使う")),
            ]
        );
        assert!(one.history.iter().all(|step| step.by.role == Role::Chair));
    }

    #[test]
    fn a_retired_phrase_is_out_of_use_and_its_number_is_not_given_again() {
        let id = PhraseId::new(2).unwrap();
        let office = office(vec![
            StoreEvent::PhraseAdded { phrase: phrase(1, "一"), reason: None },
            StoreEvent::PhraseAdded { phrase: phrase(2, "二"), reason: None },
            StoreEvent::PhraseRetired { id, reason: words("重複") },
        ]);
        let used: Vec<_> = office.phrases.in_use().map(|one| one.phrase.id.to_string()).collect();
        assert_eq!(used, ["P1"]);
        assert_eq!(office.phrases.all().len(), 2, "nothing is lost");
        assert_eq!(office.phrases.next_id().to_string(), "P3");
        assert!(office.printed_changes.is_empty(), "a phrase is printed on no report by itself");
    }
}

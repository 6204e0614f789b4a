//! What can happen to a case, by noun: each event is a type that knows whether it may follow, what it changes, what it means
//! for opinions already given, and how the history tells it. To add one: the type in the file of its noun, and its line in
//! the list at that file's top.
//!
//! The stored form is kept for ever: `{"kind":…,"with":{…}}`, whatever file an event stands in. Fields may be added with a
//! default, none may change its meaning.

use super::Case;
use crate::gap::Gap;
use crate::ids::FindingId;
use crate::member::Actor;
use crate::refusal::Refusal;
use crate::stamp::Stamp;
use entaku_words::Value;
use serde::de::{DeserializeSeed, Error, MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

pub mod companion;
pub mod evidence;
pub mod family;
pub mod heredity;
pub mod intake;
pub mod opinion;
pub mod panel;
pub mod report;
pub mod treatment;
pub mod trial;
pub mod verdict;

/// Something that happened to a case.
pub trait CaseChange {
    /// Whether it may follow a finalised report: what follows the panel's decision goes on, what the report says does not.
    fn follows_up(&self) -> bool {
        false
    }

    /// Whether it may follow in a case that was received.
    ///
    /// # Errors
    /// With the first reason why it may not.
    fn check(&self, case: &Case) -> Result<(), Refusal>;

    /// Whether it may be this person's act.
    ///
    /// # Errors
    /// With the first reason why it may not.
    fn check_by(&self, _case: &Case, _by: &Actor) -> Result<(), Refusal> {
        Ok(())
    }

    /// What it changes under the opinions that were given. `before` is the case without it.
    fn unsettles(&self, before: &Case) -> Unsettled;

    /// Lets it happen.
    fn apply(&self, case: &mut Case, stamp: &Stamp);

    /// What happened, in a line of the history. `after` is the case with it.
    fn in_words(&self, after: &Case) -> Value;
}

/// What of that which opinions rest on is another than before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unsettled {
    /// Nothing.
    Nothing,
    /// The draft as a whole, but no single finding.
    Draft,
    /// These findings, and with them the draft.
    Findings(Vec<FindingId>),
    /// What the view of every finding depends on, and with it the draft.
    Everything,
}

/// The enumeration of a noun's events, with how it is read: the name in the journal, then the type.
macro_rules! events {
    ($(#[$about:meta])* $noun:ident { $($(#[$doc:meta])* $name:literal => $event:ident),+ $(,)? }) => {
        $(#[$about])*
        #[derive(Debug, Clone, PartialEq, serde::Serialize)]
        #[serde(tag = "kind", content = "with")]
        pub enum $noun {
            $($(#[$doc])* #[serde(rename = $name)] $event($event)),+
        }

        impl $noun {
            /// Names in the journal.
            pub(super) const NAMES: &[&str] = &[$($name),+];

            pub(super) fn read<'de, D: serde::Deserializer<'de>>(name: &str, with: D) -> Result<Self, D::Error> {
                match name {
                    $($name => <$event as serde::Deserialize>::deserialize(with).map(Self::$event),)+
                    _ => Err(serde::de::Error::unknown_variant(name, Self::NAMES)),
                }
            }

            pub(super) fn change(&self) -> &dyn $crate::case::event::CaseChange {
                match self { $(Self::$event(event) => event),+ }
            }

            pub(super) fn kind(&self) -> &'static str {
                match self { $(Self::$event(_) => concat!("case.", $name)),+ }
            }
        }

        $(impl From<$event> for $crate::case::event::CaseEvent {
            fn from(event: $event) -> Self {
                $noun::$event(event).into()
            }
        })+
    };
}
pub(crate) use events;

/// Gathers the nouns.
macro_rules! nouns {
    ($($(#[$doc:meta])* $noun:ident($events:ty)),+ $(,)?) => {
        /// What happened to a case.
        #[derive(Debug, Clone, PartialEq, Serialize)]
        #[serde(untagged)]
        pub enum CaseEvent { $($(#[$doc])* $noun($events)),+ }

        impl CaseEvent {
            fn change(&self) -> &dyn CaseChange {
                match self { $(Self::$noun(events) => events.change()),+ }
            }

            /// The kind as written in the journal, `case.referred`.
            pub fn kind(&self) -> &'static str {
                match self { $(Self::$noun(events) => events.kind()),+ }
            }

            fn read<'de, D: Deserializer<'de>>(name: &str, with: D) -> Result<Self, D::Error> {
                $(if <$events>::NAMES.contains(&name) { return <$events>::read(name, with).map(Self::$noun); })+
                Err(D::Error::custom(format!("no event of a case is called `{name}`")))
            }
        }

        $(impl From<$events> for CaseEvent {
            fn from(events: $events) -> Self {
                Self::$noun(events)
            }
        })+
    };
}

nouns! {
    /// What was received and how it reads.
    Intake(intake::IntakeEvent),
    /// What members think.
    Opinion(opinion::OpinionEvent),
    /// What the panel holds of findings.
    Verdict(verdict::VerdictEvent),
    /// What is advised, and what becomes of it.
    Treatment(treatment::TreatmentEvent),
    /// What the panel holds of the evidence beside a finding.
    Evidence(evidence::EvidenceEvent),
    /// What people say of the criteria of trials.
    Trial(trial::TrialEvent),
    /// Companion use of the profile.
    Companion(companion::CompanionEvent),
    /// The family history.
    Family(family::FamilyEvent),
    /// The work-up of what may be inherited.
    Heredity(heredity::HeredityEvent),
    /// The panel's meeting and its words.
    Panel(panel::PanelEvent),
    /// The report and what is made of it.
    Report(report::ReportEvent),
}

impl CaseEvent {
    /// What happened, in a line of the history. `after` is the case with it.
    pub fn in_words(&self, after: &Case) -> Value {
        self.change().in_words(after)
    }
}

impl<'de> Deserialize<'de> for CaseEvent {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_struct("CaseEvent", &["kind", "with"], EventVisitor)
    }
}

/// Reads `kind`, then `with` as that kind says; in this order they were always written.
struct EventVisitor;

impl<'de> Visitor<'de> for EventVisitor {
    type Value = CaseEvent;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("an event of a case, its kind before what it holds")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<CaseEvent, A::Error> {
        let mut kind: Option<String> = None;
        let mut event = None;
        while let Some(field) = map.next_key::<String>()? {
            match (field.as_str(), &kind) {
                ("kind", None) => kind = Some(map.next_value()?),
                ("with", Some(kind)) if event.is_none() => event = Some(map.next_value_seed(Of(kind))?),
                _ => return Err(A::Error::custom(format!("`{field}` has no place here"))),
            }
        }
        event.ok_or_else(|| A::Error::missing_field("with"))
    }
}

struct Of<'k>(&'k str);

impl<'de> DeserializeSeed<'de> for Of<'_> {
    type Value = CaseEvent;

    fn deserialize<D: Deserializer<'de>>(self, with: D) -> Result<CaseEvent, D::Error> {
        CaseEvent::read(self.0, with)
    }
}

impl Case {
    /// Whether an event may follow.
    ///
    /// # Errors
    /// With the first reason why it may not.
    pub fn check(&self, what: &CaseEvent) -> Result<(), Refusal> {
        let begins = matches!(what, CaseEvent::Intake(intake::IntakeEvent::Received(_)));
        match (begins, self.version) {
            (true, 0) => return Ok(()),
            (true, _) => return Err(Refusal::AlreadyReceived),
            (false, 0) => return Err(Refusal::Gap(Gap::NotReceived)),
            (false, _) => {}
        }
        let change = what.change();
        if !change.follows_up() && !self.is_open() {
            return Err(Refusal::Gap(Gap::Finalised));
        }
        change.check(self)
    }

    /// Whether an event may follow as this person's act.
    ///
    /// # Errors
    /// With the first reason why it may not.
    pub fn check_by(&self, what: &CaseEvent, by: &Actor) -> Result<(), Refusal> {
        self.check(what)?;
        what.change().check_by(self, by)
    }

    /// Lets an event happen. Never fails: what is in the journal has happened. Whether it may happen is asked before, by
    /// [`Case::check`].
    pub fn happen(&mut self, what: &CaseEvent, stamp: &Stamp) {
        let change = what.change();
        let unsettled = change.unsettles(self);
        self.ground.note(unsettled, super::ground::Changed { version: stamp.version, kind: what.kind() });
        let signed = super::signatures::signed_now(self);
        change.apply(self, stamp);
        super::signatures::void_changed(self, signed, what.kind(), stamp);
        self.version = stamp.version;
        self.updated_at = Some(stamp.at);
    }
}

/// That the case has the finding.
fn has_finding(case: &Case, id: FindingId) -> Result<(), Refusal> {
    match case.finding(id) {
        Some(_) => Ok(()),
        None => Err(Refusal::NoFinding(id)),
    }
}

//! Why a criterion is met, not met or open, as a code with what it rests on, so that every language can say it.

use entaku_words::Message;
use entaku_words::answers::trial_why;
use entaku_words::{Said, Value};

/// The ground of a state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Why {
    /// A finding is what was asked for.
    Found(String),
    /// Nothing was found in these genes, which were looked at.
    NotAltered(String),
    /// These genes have findings, none of which is what was asked for, and were looked at.
    OtherFindings {
        /// Genes.
        genes: String,
        /// Findings.
        found: String,
    },
    /// Whether these genes were looked at is not known.
    NotCovered(String),
    /// Which genes were looked at is not known, and any gene would do.
    CoverageUnknown,
    /// A finding may be what was asked for; what would tell is not recorded.
    MayBe(String),
    /// What is recorded.
    Recorded(String),
    /// Nothing is recorded.
    NotRecorded,
    /// What is recorded settles nothing, for it is less exact.
    RecordedLessExact(String),
    /// The source gives a number alone; it may be the highest allowed or the one asked for.
    BareNumber(String),
    /// The tumour is the one asked for or lies below it.
    TumourWithin(String),
    /// It is another.
    TumourOther(String),
    /// It lies above the one asked for.
    TumourLessExact(String),
    /// OncoTree has no such tumour.
    TumourUnknown(String),
    /// Microsatellites hint at mismatch repair and are no result of it.
    MicrosatellitesAreAHint(String),
    /// Nothing is restricted.
    Unrestricted,
    /// No field of a patient answers it: a person must look.
    Person,
    /// The program did not understand it.
    NotUnderstood,
    /// A person looked, and said so.
    Ticked,
    /// A person said how it stood in this version of the trial, which is not the one that is beside the case.
    TickedOfAnotherVersion(String),
    /// It can be read in several ways, which differ here.
    Readings,
    /// One of several is enough, and these hold.
    OneHolds(usize),
    /// So many of several do not hold, so many are open.
    Counted {
        /// How many are asked for.
        needed: usize,
        /// Met.
        met: usize,
        /// Not met.
        not_met: usize,
        /// Open.
        unknown: usize,
    },
}

impl Why {
    /// In words.
    pub fn said(&self) -> Value {
        fn of(message: Message) -> Value {
            message.said()
        }
        let many = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
        match self {
            Self::Found(found) => of(trial_why::found(found)),
            Self::NotAltered(genes) => of(trial_why::not_altered(genes)),
            Self::OtherFindings { genes, found } => of(trial_why::other_findings(genes, found)),
            Self::NotCovered(genes) => of(trial_why::not_covered(genes)),
            Self::CoverageUnknown => trial_why::COVERAGE_UNKNOWN.said(),
            Self::MayBe(found) => of(trial_why::may_be(found)),
            Self::Recorded(value) => of(trial_why::recorded(value)),
            Self::NotRecorded => trial_why::NOT_RECORDED.said(),
            Self::RecordedLessExact(value) => of(trial_why::recorded_less_exact(value)),
            Self::BareNumber(value) => of(trial_why::bare_number(value)),
            Self::TumourWithin(own) => of(trial_why::tumour_within(own)),
            Self::TumourOther(own) => of(trial_why::tumour_other(own)),
            Self::TumourLessExact(own) => of(trial_why::tumour_less_exact(own)),
            Self::TumourUnknown(named) => of(trial_why::tumour_unknown(named)),
            Self::MicrosatellitesAreAHint(value) => of(trial_why::microsatellites_are_a_hint(value)),
            Self::Unrestricted => trial_why::UNRESTRICTED.said(),
            Self::Person => trial_why::PERSON.said(),
            Self::NotUnderstood => trial_why::NOT_UNDERSTOOD.said(),
            Self::Ticked => trial_why::TICKED.said(),
            Self::TickedOfAnotherVersion(version) => of(trial_why::ticked_of_another_version(version)),
            Self::Readings => trial_why::READINGS.said(),
            Self::OneHolds(met) => of(trial_why::one_holds(many(*met))),
            Self::Counted { needed, met, not_met, unknown } => {
                of(trial_why::counted(many(*needed), many(*met), many(*not_met), many(*unknown)))
            }
        }
    }
}

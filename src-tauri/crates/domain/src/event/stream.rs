//! The streams in which events are numbered.

use crate::ids::{CaseId, MeetingId};

/// A stream of events.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stream {
    /// What happened to a case.
    Case(CaseId),
    /// What happened to a meeting.
    Meeting(MeetingId),
    /// What happened to the store and its members.
    Store,
    /// Who looked at or took out what.
    Access,
}

impl Stream {
    /// What the names of the streams of cases begin with.
    pub const OF_CASES: &str = "case:";
    /// What the names of the streams of meetings begin with.
    pub const OF_MEETINGS: &str = "meeting:";

    /// The stream of a name in the journal; none for a name that no program wrote.
    pub fn named(name: &str) -> Option<Self> {
        if let Some(id) = name.strip_prefix(Self::OF_CASES) {
            return CaseId::parse(id).ok().map(Self::Case);
        }
        if let Some(id) = name.strip_prefix(Self::OF_MEETINGS) {
            return MeetingId::parse(id).ok().map(Self::Meeting);
        }
        [Self::Store, Self::Access].into_iter().find(|stream| stream.to_string() == name)
    }
}

/// The name in the journal.
impl std::fmt::Display for Stream {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Case(id) => write!(f, "{}{id}", Self::OF_CASES),
            Self::Meeting(id) => write!(f, "{}{id}", Self::OF_MEETINGS),
            Self::Store => f.write_str("store"),
            Self::Access => f.write_str("access"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stream_is_found_by_its_name_and_no_other_is() {
        let id = "0198c5b2-7f00-7000-8000-000000000001";
        let of_case = Stream::Case(CaseId::parse(id).unwrap());
        let of_meeting = Stream::Meeting(MeetingId::parse(id).unwrap());
        assert_eq!(of_case.to_string(), format!("case:{id}"));
        for stream in [of_case, of_meeting, Stream::Store, Stream::Access] {
            assert_eq!(Stream::named(&stream.to_string()), Some(stream));
        }
        for name in ["", "case:", "case:1", "stores", "case"] {
            assert_eq!(Stream::named(name), None, "{name}");
        }
    }
}

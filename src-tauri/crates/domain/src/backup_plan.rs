//! When a backup is made without anybody asking for it, and how many are kept.

use crate::text::Text;
use chrono::{DateTime, FixedOffset};
use serde::{Deserialize, Serialize};

/// The site's plan of backups.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct BackupPlan {
    /// Where they lie, on the computer of the store.
    pub folder: Text,
    /// A backup is due when the last one was made this many days ago.
    pub every_days: u32,
    /// How many are kept; older ones go.
    pub generations: u32,
}

impl BackupPlan {
    /// Days that can be chosen.
    pub const DAYS: std::ops::RangeInclusive<u32> = 1..=90;
    /// Generations that can be chosen: one alone would be gone while the next is made.
    pub const GENERATIONS: std::ops::RangeInclusive<u32> = 2..=100;

    /// Whether one is due now, after the last that was made. By the days of the calendar: who comes an hour earlier on the next
    /// morning makes it all the same. One from the future, by a clock that was set back since, counts for nothing.
    pub fn is_due(&self, last: Option<DateTime<FixedOffset>>, now: DateTime<FixedOffset>) -> bool {
        let last = last.filter(|last| *last <= now);
        last.is_none_or(|last| {
            let since = now.date_naive() - last.with_timezone(now.offset()).date_naive();
            since.num_days() >= i64::from(self.every_days)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_backup_is_due_by_the_days_of_the_calendar() {
        let plan = BackupPlan { folder: Text::new("/b").unwrap(), every_days: 2, generations: 3 };
        let at = |text: &str| DateTime::parse_from_rfc3339(text).unwrap();
        let last = at("2026-11-20T18:00:00+09:00");
        for (now, due) in [
            ("2026-11-20T19:00:00+09:00", false),
            ("2026-11-21T23:59:00+09:00", false),
            ("2026-11-22T08:00:00+09:00", true),
            ("2026-11-21T15:30:00+00:00", false),
            ("2026-11-19T08:00:00+09:00", true),
        ] {
            assert_eq!(plan.is_due(Some(last), at(now)), due, "{now}");
        }
        assert!(plan.is_due(None, last), "the first one");
    }
}

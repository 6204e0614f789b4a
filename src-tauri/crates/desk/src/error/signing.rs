//! What a report lacks of signatures, in words.

use entaku_domain::signing::Unsigned;
use entaku_domain::words::Worded;
use entaku_words::errors::gap;
use entaku_words::{Said, Value};

/// What a site's rule lacks: who signs what next.
pub(super) fn what_lacks(lacking: &[Unsigned]) -> impl Iterator<Item = Value> {
    lacking.iter().map(|one| match one {
        Unsigned::Missing(capacity) => capacity.label().said(),
        Unsigned::Void(given) => gap::signature_void(given.capacity.label(), &given.by.name).said(),
        Unsigned::SamePerson(first, second) => gap::same_person(second.label(), first.label()).said(),
    })
}

//! Beginning a case: the one act in which the store gives a number. Several programs may load at once, and each gets one
//! of its own.

use crate::append::{Appended, Ready};
use crate::attachment::{self, NewAttachment};
use crate::case_list::next_number;
use crate::error::StoreError;
use crate::event::record_of;
use crate::fold;
use crate::store::Store;
use entaku_domain::case::Case;
use entaku_domain::event::{Event, Stream};
use std::borrow::Cow;

impl Store {
    /// Begins a case under the next free number of a year, with the files received: all durably, or nothing. `make`
    /// gives the first event of the case that bears this number, and the case after it.
    ///
    /// It is asked before the lock is taken, so that nobody waits while it works. Where another program has taken that
    /// number by then, it is asked once more inside the transaction that gives the number, which cannot be lost again.
    pub fn begin_case<E: From<StoreError>>(
        &mut self,
        year: i32,
        mut make: impl FnMut(&str) -> Result<(Event, Case), E>,
        attachments: &[NewAttachment<'_>],
    ) -> Result<(Appended, Case), E> {
        let attachments: Vec<_> = attachments.iter().map(attachment::prepare).collect();
        let number = self.next_case_number(year)?;
        let (event, mut case) = make(&number)?;
        let stream = Stream::Case(case.id.clone());
        let ready = ready(&event, &case, &stream)?;
        let path = self.dir.join(crate::files::DATABASE);
        let failed = |error| StoreError::database(&path, "number the case", error);
        let appended = self.append_ready(&stream.to_string(), 0, ready, &attachments, |held| {
            let free = next_number(held, year).map_err(failed)?;
            if free == number {
                return Ok(None);
            }
            let (event, renewed) = make(&free)?;
            case = renewed;
            Ok::<_, E>(Some(self::ready(&event, &case, &stream)?))
        })?;
        Ok((appended, case))
    }
}

fn ready(event: &Event, case: &Case, stream: &Stream) -> Result<Ready<'static>, StoreError> {
    if event.version != 1
        || case.version != 1
        || event.body.stream() != *stream
        || Stream::Case(case.id.clone()) != *stream
    {
        let what = "it must be the first of its case, and the case the one after it".to_owned();
        return Err(StoreError::Invalid { field: "event", what });
    }
    Ready::of(Cow::Owned(vec![record_of(event)?]), Cow::Owned(fold::change(None, case)))
}

//! How much may be said of one file: statements are kept in memory, so a flood of them is cut with a note.

use crate::limits::Limits;
use crate::notes::{NoteBook, Remark};
use crate::sink::Sink;
use entaku_domain::statement::Statement;

/// Gives statements to the sink up to [`Limits::statements`].
#[derive(Debug)]
pub(crate) struct Said {
    count: usize,
    most: usize,
}

impl Said {
    pub fn new(limits: &Limits) -> Self {
        Self { count: 0, most: limits.statements }
    }

    /// Gives a statement on, where there is one.
    pub fn state<S: Sink>(&mut self, statement: Option<Statement>, notes: &mut NoteBook, sink: &mut S) {
        let Some(statement) = statement else { return };
        if self.count >= self.most {
            let hint = "The rest stays in the received file; name one sample or registration to read what is said of it.";
            let said = format!("more than {} statements", self.most);
            let remark = Remark::warning("too-many-statements", said, hint);
            return notes.add(remark, "record", statement.line, || None);
        }
        self.count += 1;
        sink.state(statement);
    }
}

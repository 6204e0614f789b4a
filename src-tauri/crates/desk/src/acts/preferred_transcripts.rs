//! The site's preferred transcripts.

use crate::command::{Act, Command};
use crate::convert::entry;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::view::args;
use crate::view::{PreferredListView, PreferredTranscriptView, PreferredTranscriptsView};
use entaku_domain::finding::{CHOICE, PreferredTranscript};

args! {
    /// The site's preferred transcripts.
    PreferredTranscripts {}
}

impl Command for PreferredTranscripts {
    const NAME: &'static str = "preferred_transcripts";
    const RIGHT: Right = Right::Office;
    type Answer = PreferredTranscriptsView;
}

impl Act for PreferredTranscripts {
    fn act(self, desk: &mut Desk) -> Outcome<PreferredTranscriptsView> {
        let lists = desk.session()?.office.preferred.iter().rev();
        let row = |row: &PreferredTranscript| PreferredTranscriptView {
            gene: row.gene.to_string(),
            transcript: row.transcript.clone(),
        };
        Ok(PreferredTranscriptsView {
            order: CHOICE.to_owned(),
            lists: lists
                .map(|recorded| PreferredListView {
                    version: recorded.list.version.clone(),
                    transcripts: recorded.list.transcripts.iter().map(row).collect(),
                    entry: entry(&recorded.by, recorded.at, &recorded.reason),
                })
                .collect(),
        })
    }
}

//! The site's list of preferred transcripts.

use crate::acts;
use crate::command::{Act, Command};
use crate::convert::{listed, text};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::view::PreferredTranscriptsView;
use crate::view::args;
use entaku_domain::event::StoreEvent;
use entaku_domain::finding::PreferredTranscript;
use entaku_domain::finding::PreferredTranscripts;
use entaku_domain::gene::GeneSymbol;
use entaku_words::errors::{common, record_preferred_transcripts};

args! {
    /// The site's list of preferred transcripts.
    RecordPreferredTranscripts {
        /// One for each line: gene and transcript, apart by white space, a comma or a tab. Empty: no list any more.*
        lines: String,
        /// Why.*
        reason: String,
    }
}

impl Command for RecordPreferredTranscripts {
    const NAME: &'static str = "record_preferred_transcripts";
    const RIGHT: Right = Right::Rules;
    type Answer = PreferredTranscriptsView;
}

impl Act for RecordPreferredTranscripts {
    fn act(self, desk: &mut Desk) -> Outcome<PreferredTranscriptsView> {
        let reason = text("reason", &self.reason)?;
        let mut transcripts = Vec::new();
        for (number, line) in listed(&self.lines) {
            let row = parse(line).ok_or_else(|| {
                let shown: String = line.chars().take(60).collect();
                Problem::at("lines", record_preferred_transcripts::not_gene_and_transcript(number, &shown))
            })?;
            transcripts.push(row);
            if transcripts.len() > MOST {
                return Err(Problem::at("lines", record_preferred_transcripts::too_many(MOST)));
            }
        }
        transcripts.sort();
        transcripts.dedup();
        let office = &desk.session()?.office;
        let before = office.preferred().map(|list| list.transcripts.as_slice()).unwrap_or_default();
        if before == transcripts.as_slice() {
            return Err(Problem::at("lines", common::UNCHANGED));
        }
        let version = format!("site-{}", office.preferred.len().saturating_add(1));
        let list = Box::new(PreferredTranscripts { version, transcripts });
        desk.transact_store(StoreEvent::TranscriptsPreferred { list, reason })?;
        acts::PreferredTranscripts {}.act(desk)
    }
}

/// Most transcripts of a list: every gene of the genome once for each of several databases.
const MOST: usize = 100_000;

/// Gene and accession, apart by white space, comma or tab.
fn parse(line: &str) -> Option<PreferredTranscript> {
    let mut parts = line.split(|c: char| c.is_whitespace() || c == ',').filter(|part| !part.is_empty());
    let (gene, transcript) = (parts.next()?, parts.next()?);
    let named = transcript.chars().any(|c| c.is_ascii_digit())
        && transcript.chars().all(|c| c.is_ascii_alphanumeric() || "._-".contains(c))
        && parts.next().is_none();
    let gene = GeneSymbol::parse(gene).ok()?;
    named.then(|| PreferredTranscript { gene, transcript: transcript.to_owned() })
}

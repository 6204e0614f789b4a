//! What was decided before.

use crate::command::{Act, Command};
use crate::convert::optional_text;
use crate::desk::Desk;
use crate::error::Outcome;
use crate::permission::Right;
use crate::topics::recall::{ALTERATION, PAST, Sought, past_view, recall, seen};
use crate::view::PastDecisionView;
use crate::view::args;
use entaku_domain::event::AccessEvent;
use entaku_domain::finding::RecallKeys;
use entaku_domain::hgvs::HgvsText;
use entaku_store::PAGE_LIMIT;

args! {
    /// What was decided before.
    PastDecisions {
        /// Gene or marker.*
        gene: String,
        /// Change, in any notation.
        change: Option<String>,
        /// Tumour type, so that verdicts in the same one come before the others.
        tumour_type: Option<String>,
        /// Its OncoTree code.
        oncotree: Option<String>,
        /// Rows, at most 500; 50 when left out.
        limit: Option<u32>,
    }
}

impl Command for PastDecisions {
    const NAME: &'static str = "past_decisions";
    const RIGHT: Right = Right::Read;
    const LEAVES: &'static [&'static str] = &["access.casesSearched"];
    type Answer = Vec<PastDecisionView>;
}

impl Act for PastDecisions {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<PastDecisionView>> {
        let words = [Some(self.gene.trim()), self.change.as_deref().map(str::trim)];
        let words: Vec<_> = words.into_iter().flatten().filter(|word| !word.is_empty()).collect();
        desk.note_once(AccessEvent::CasesSearched { words: words.join(" ") })?;
        let limit = self.limit.unwrap_or(PAST).clamp(1, PAGE_LIMIT);
        let change = optional_text("change", self.change.as_deref())?;
        // The same reduction as for findings, so that any notation finds the others.
        let keys = change.and_then(|change| HgvsText::parse(change.as_str()).ok());
        let keys = keys.map(|change| RecallKeys::of_change(&change));
        let tumour_type = self.tumour_type.as_deref().map(str::trim).unwrap_or_default();
        let oncotree = self.oncotree.as_deref().map(str::trim).unwrap_or_default();
        let gene = self.gene.trim();
        if let Some(keys) = &keys {
            let found = desk.session()?.store.past_decisions_exact(gene, keys, limit)?;
            let rows = found.into_iter().map(|past| past_view(past, ALTERATION, None)).collect();
            return seen(desk, rows);
        }
        let rows = recall(desk, gene, &Sought { keys: None, oncotree, tumour_type, today: None }, limit)?;
        seen(desk, rows)
    }
}

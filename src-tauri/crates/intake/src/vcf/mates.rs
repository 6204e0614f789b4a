//! Joins the two records of one breakend pair. The first record waits for its mate; findings leave in the file's
//! order. Source: VCF 4.5 §5.4.1 (MATEID); for the fusions of Ion Reporter, which have none, the two halves of one ID.

use entaku_domain::finding::{Alteration, Breakend, DraftFinding};
use entaku_domain::gene::GeneSymbol;
use std::collections::HashMap;

/// Most findings that wait. Beyond, all leave and mates that come later stay records of their own.
const MAX_WAITING: usize = 20_000;

/// Findings that wait for mates.
#[derive(Debug, Default)]
pub(super) struct Mates {
    waiting: Vec<(DraftFinding, u64)>,
    /// Index of a waiting finding by the id of the mate it expects and its own id.
    expected: HashMap<(String, String), usize>,
}

impl Mates {
    /// Joins a finding to its waiting mate: the second breakend takes the genes that this record names.
    /// Gives the finding back where no mate waits for it.
    pub fn join(&mut self, finding: DraftFinding, id: &str, mate: &str) -> Option<DraftFinding> {
        let Some(index) = self.expected.get(&(id.to_owned(), mate.to_owned())).copied() else {
            return Some(finding);
        };
        let Some((first, _)) = self.waiting.get_mut(index) else { return Some(finding) };
        match (&mut first.alteration, finding.alteration) {
            (Alteration::Rearrangement(first), Alteration::Rearrangement(second))
                if point_at_each_other(&first.breakends, &second.breakends) =>
            {
                if let (Some(far), Some(near)) = (&mut first.breakends.1, second.breakends.0) {
                    far.genes = near.genes;
                }
                // The ID of Ion Reporter's fusion names both genes, 5' partner first.
                if other_half(id).as_deref() == Some(mate)
                    && first.gene_pairs.is_empty()
                    && let (Some(near), Some(far)) = (&first.breakends.0, &first.breakends.1)
                    && let ([a], [b]) = (near.genes.as_slice(), far.genes.as_slice())
                {
                    let is = |five: &GeneSymbol, three: &GeneSymbol| {
                        id.strip_prefix(&format!("{five}-{three}"))
                            .is_some_and(|rest| rest.starts_with(['.', '_']))
                    };
                    let pair = if is(a, b) {
                        Some((a, b))
                    } else {
                        Some((b, a)).filter(|(five, three)| is(five, three))
                    };
                    first.gene_pairs.extend(pair.map(|(five, three)| (five.clone(), three.clone())));
                }
                // Annotation stands at either record or at both.
                for pair in second.gene_pairs {
                    if !first.gene_pairs.contains(&pair) {
                        first.gene_pairs.push(pair);
                    }
                }
                self.expected.remove(&(id.to_owned(), mate.to_owned()));
                None
            }
            (_, alteration) => Some(DraftFinding { alteration, ..finding }),
        }
    }

    /// Lets a finding wait, with the ids of its mate and its own where it expects one.
    pub fn wait(&mut self, finding: DraftFinding, line: u64, ids: Option<(&str, &str)>) {
        if let Some((id, mate)) = ids {
            self.expected.insert((mate.to_owned(), id.to_owned()), self.waiting.len());
        }
        self.waiting.push((finding, line));
    }

    /// Whether findings wait, so that later ones must wait too to keep their order.
    pub fn any(&self) -> bool {
        !self.waiting.is_empty()
    }

    /// Whether no more can wait.
    pub fn full(&self) -> bool {
        self.waiting.len() >= MAX_WAITING
    }

    /// Lets all go.
    pub fn release(&mut self) -> Vec<(DraftFinding, u64)> {
        self.expected.clear();
        std::mem::take(&mut self.waiting)
    }
}

/// The ID of the other half of a fusion of Ion Reporter: `EML4-ALK.E6A20_1` and `EML4-ALK.E6A20_2` are one.
pub(super) fn other_half(id: &str) -> Option<String> {
    if let Some(name) = id.strip_suffix("_1") {
        return Some(format!("{name}_2"));
    }
    id.strip_suffix("_2").map(|name| format!("{name}_1"))
}

type Ends = (Option<Breakend>, Option<Breakend>);

/// Mates must point at each other; a copied id alone joins nothing.
fn point_at_each_other(first: &Ends, second: &Ends) -> bool {
    same_place(&first.1, &second.0) && (second.1.is_none() || same_place(&second.1, &first.0))
}

fn same_place(far: &Option<Breakend>, near: &Option<Breakend>) -> bool {
    let overlap = |far: &Breakend, near: &Breakend| {
        // The near side may carry a confidence interval around the place that the far side names.
        near.chromosome == far.chromosome && near.start <= far.start && far.end <= near.end
    };
    far.as_ref().zip(near.as_ref()).is_some_and(|(far, near)| overlap(far, near))
}

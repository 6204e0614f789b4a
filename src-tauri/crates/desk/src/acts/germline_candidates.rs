//! Whether findings of a case are asked about as possibly inherited.

use crate::command::{Act, Command};
use crate::desk::Desk;
use crate::error::{Outcome, Problem};
use crate::permission::Right;
use crate::topics::case_id;
use crate::topics::evidence::germline_of;
use crate::topics::opinions::one_finding;
use crate::view::GermlineCandidateView;
use crate::view::args;
use entaku_domain::event::AccessEvent;
use entaku_domain::germline::GermlineClaims;
use entaku_words::errors::{germline_problem, thing};

/// Oldest age that is believed.
const OLDEST: f64 = 130.0;

args! {
    /// Whether the findings of a case, or one of them, are asked about as possibly inherited, by each list of heredity: yes, no, or
    /// depending on what is not known. It is no judgement: that is the panel's, and stands beside it.
    GermlineCandidates {
        /// Case.*
        case_id: String,
        /// One finding; all when left out.
        finding_id: Option<String>,
        /// Age at onset in years, where the case does not tell it; recorded nowhere.
        onset: Option<f64>,
        /// Whether the tumour is one that goes with the gene; recorded nowhere.
        related_tumour: Option<bool>,
        /// Whether the patient or the family shows what goes with the gene; recorded nowhere.
        phenotype: Option<bool>,
        /// The site's own list, as JSON: it answers in place of the first, the others stand beside it.
        path: Option<String>,
    }
}

impl Command for GermlineCandidates {
    const NAME: &'static str = "germline_candidates";
    const RIGHT: Right = Right::Germline;
    const LEAVES: &'static [&'static str] = &["access.caseOpened", "access.germlineShown"];
    type Answer = Vec<GermlineCandidateView>;
}

impl Act for GermlineCandidates {
    fn act(self, desk: &mut Desk) -> Outcome<Vec<GermlineCandidateView>> {
        let id = case_id(desk, &self.case_id)?;
        desk.note_case(&id)?;
        let asked = self.finding_id.as_deref().map(|name| one_finding("findingId", name)).transpose()?;
        let case = desk.case(&id)?.clone();
        if let Some(asked) = asked
            && case.finding(asked).is_none()
        {
            return Err(Problem::missing(thing::FINDING, asked));
        }
        // Who sees this answer sees who may have inherited what: of every finding it speaks of.
        let shown = case.findings.iter().filter(|finding| asked.is_none_or(|id| finding.id == id));
        let hereditary: Vec<_> =
            shown.filter(|finding| finding.read.origin.is_germline()).map(|finding| finding.id).collect();
        for finding in hereditary {
            desk.note_once(AccessEvent::GermlineShown { case: id.clone(), finding })?;
        }
        let stated = GermlineClaims {
            onset: years(self.onset)?,
            related_tumour: self.related_tumour,
            phenotype: self.phenotype,
            ..GermlineClaims::default()
        };
        germline_of(desk, &case, asked, &stated, self.path.as_deref())
    }
}

/// Years that a person can have.
fn years(given: Option<f64>) -> Outcome<Option<f64>> {
    match given {
        Some(years) if !(0.0..=OLDEST).contains(&years) => {
            Err(Problem::at("onset", germline_problem::age(years, OLDEST)))
        }
        fine => Ok(fine),
    }
}

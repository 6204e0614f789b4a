//! What people fill in about a finding. Empty texts count as not given; `*` fields must be given.

use super::classification::{CriteriaForm, DissentForm};
use super::form::args;
use serde::{Deserialize, Serialize};

args! {
    /// A finding.
    FindingArgs {
        /// Case.*
        case_id: String,
        /// Finding.*
        finding_id: String,
    }
    /// The panel's verdict on one or several findings: class and scale, or `deferred`.
    JudgeFinding {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Findings.*
        finding_ids: Vec<String>,
        /// Scale id.
        scale: Option<String>,
        /// Class code.
        class: Option<String>,
        /// Reason for putting it off.
        deferred: Option<String>,
        /// Whether a treatment can follow.
        actionable: Option<bool>,
        /// Reasons.
        rationale: Option<String>,
        /// Sources.
        references: Option<Vec<String>>,
        /// Criteria and points, for a verdict on one finding.
        basis: Option<CriteriaForm>,
        /// Dissenting views, by name.
        dissent: Option<Vec<DissentForm>>,
    }
    /// A finding that no file holds. Which fields it needs depends on its kind.
    EnterFinding {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// `shortVariant`, `copyNumber`, `rearrangement`, `biomarker`, `expression`, `nonHuman`.*
        kind: String,
        /// Where it comes from: a report on paper, told by the laboratory …*
        reason: String,
        /// Gene; the 5' partner of a fusion.
        gene: Option<String>,
        /// The 3' partner of a fusion.
        partner: Option<String>,
        /// Coding change.
        hgvs_c: Option<String>,
        /// Protein change.
        hgvs_p: Option<String>,
        /// Transcript.
        transcript: Option<String>,
        /// Chromosome.
        chromosome: Option<String>,
        /// Position, counted from 1; needs `assembly`.
        position: Option<u32>,
        /// Genome build of the position.
        assembly: Option<String>,
        /// Reference allele.
        reference: Option<String>,
        /// Alternate allele.
        alternate: Option<String>,
        /// Variant allele frequency, a fraction from 0 to 1.
        vaf: Option<f64>,
        /// Reads over the position.
        depth: Option<u32>,
        /// Reads with the alternate allele, or supporting a rearrangement.
        alternate_depth: Option<u32>,
        /// Type of a copy-number change or rearrangement: `amplification`, `gene fusion` …
        alteration: Option<String>,
        /// Marker: `TMB`, `MSI`, `LOH`.
        marker: Option<String>,
        /// State of a marker.
        state: Option<String>,
        /// Organism.
        organism: Option<String>,
        /// Copy number, value of a marker, expression level.
        value: Option<f64>,
        /// Its unit.
        unit: Option<String>,
        /// Origin code: `somatic`, `germline` …
        origin: Option<String>,
        /// Sample.
        sample: Option<String>,
        /// Whether the laboratory reports it.
        reported: Option<bool>,
        /// The laboratory's verdict in its words.
        laboratory_verdict: Option<String>,
    }
    /// C-CAT's verdict in its words.
    EnterCcatVerdict {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Finding.*
        finding_id: String,
        /// The words; empty takes an earlier entry back.
        verdict: Option<String>,
    }
    /// Germline judgement of the panel.
    JudgeGermline {
        /// Case.*
        case_id: String,
        /// Version as last seen.*
        expected_version: u32,
        /// Finding.*
        finding_id: String,
        /// Code.*
        judgement: String,
        /// Why.
        reason: Option<String>,
    }
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

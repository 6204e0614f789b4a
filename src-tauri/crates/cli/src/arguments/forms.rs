//! The long forms of a case: what a person enters of a finding, a recommendation, a referral.

use super::code;
use clap::{Args, Subcommand};
use entaku_desk::codes::{
    AccessRoute, Approval, BasketStudy, CcatSecondaryFinding, FindingKind, MeetingMode, Origin,
    ReferralStatus, TumourGroup, UsableDrug,
};
use entaku_desk::view::{EvidenceCite, KnowledgeField, PedigreeFormat};
use std::path::PathBuf;

/// A finding that no file holds.
#[derive(Debug, Args)]
pub(crate) struct Finding {
    /// Case id or number
    pub(crate) id: String,
    /// shortVariant, copyNumber, rearrangement, biomarker, expression or nonHuman
    #[arg(long, value_parser = code::<FindingKind>)]
    pub(crate) kind: FindingKind,
    /// Where it comes from, for instance a report on paper
    #[arg(long, default_value = "entered at the terminal")]
    pub(crate) reason: String,
    /// Gene; the 5' partner of a fusion
    #[arg(long)]
    pub(crate) gene: Option<String>,
    /// The 3' partner of a fusion
    #[arg(long)]
    pub(crate) partner: Option<String>,
    /// Coding change
    #[arg(long)]
    pub(crate) hgvs_c: Option<String>,
    /// Protein change
    #[arg(long)]
    pub(crate) hgvs_p: Option<String>,
    /// Transcript
    #[arg(long)]
    pub(crate) transcript: Option<String>,
    /// Chromosome
    #[arg(long)]
    pub(crate) chromosome: Option<String>,
    /// Position, counted from 1
    #[arg(long, requires = "assembly")]
    pub(crate) position: Option<u32>,
    /// Genome build of the position
    #[arg(long)]
    pub(crate) assembly: Option<String>,
    /// Reference allele
    #[arg(long = "ref")]
    pub(crate) reference: Option<String>,
    /// Alternate allele
    #[arg(long = "alt")]
    pub(crate) alternate: Option<String>,
    /// Variant allele frequency, a fraction from 0 to 1
    #[arg(long)]
    pub(crate) vaf: Option<f64>,
    /// Reads over the position
    #[arg(long)]
    pub(crate) depth: Option<u32>,
    /// Reads with the alternate allele, or supporting a rearrangement
    #[arg(long)]
    pub(crate) alternate_depth: Option<u32>,
    /// Type of a copy-number change or rearrangement: amplification, gene fusion …
    #[arg(long = "type")]
    pub(crate) alteration: Option<String>,
    /// Marker: TMB, MSI, LOH
    #[arg(long)]
    pub(crate) marker: Option<String>,
    /// State of a marker
    #[arg(long)]
    pub(crate) state: Option<String>,
    /// Organism
    #[arg(long)]
    pub(crate) organism: Option<String>,
    /// Copy number, value of a marker, expression level
    #[arg(long)]
    pub(crate) value: Option<f64>,
    /// Unit of the value
    #[arg(long)]
    pub(crate) unit: Option<String>,
    /// somatic, likelySomatic, germline, likelyGermline or unknown
    #[arg(long, value_parser = code::<Origin>)]
    pub(crate) origin: Option<Origin>,
    /// Sample
    #[arg(long)]
    pub(crate) sample: Option<String>,
    /// Whether the laboratory reports it
    #[arg(long)]
    pub(crate) reported: Option<bool>,
    /// The laboratory's verdict in its words
    #[arg(long)]
    pub(crate) laboratory_verdict: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Recommend {
    /// Case id or number
    pub(crate) id: String,
    /// Drugs, parted by commas
    #[arg(long, value_delimiter = ',')]
    pub(crate) drugs: Vec<String>,
    /// Access route code, for instance insurance, sponsorTrial, patientProposed
    #[arg(long, value_parser = code::<AccessRoute>)]
    pub(crate) route: Option<AccessRoute>,
    /// Evidence level with its scale: SCALE:LEVEL, for instance jp-guidance-2.1:A
    #[arg(long, value_name = "SCALE:LEVEL")]
    pub(crate) evidence: Option<String>,
    /// Trial id
    #[arg(long)]
    pub(crate) trial: Option<String>,
    /// Findings that it rests on, parted by commas
    #[arg(long, value_delimiter = ',')]
    pub(crate) finding: Vec<String>,
    /// A further step instead of a treatment
    #[arg(long, conflicts_with = "drugs")]
    pub(crate) further: Option<String>,
    /// The drugs were weighed and are not advised, with this reason
    #[arg(long, value_name = "REASON", requires = "drugs", conflicts_with_all = ["route", "trial"])]
    pub(crate) considered: Option<String>,
    /// Where the drugs stand in Japan: onLabel, offLabel, abroadOnly, unapproved
    #[arg(long, value_parser = code::<Approval>)]
    pub(crate) approval: Option<Approval>,
    /// Whether NCCH1901 could take the patient: open, notOpen, toAsk
    #[arg(long, value_parser = code::<BasketStudy>)]
    pub(crate) basket_study: Option<BasketStudy>,
    /// Where it can be had
    #[arg(long)]
    pub(crate) site: Option<String>,
    /// What speaks against it in this patient
    #[arg(long)]
    pub(crate) contraindications: Option<String>,
    /// Who proposed it
    #[arg(long)]
    pub(crate) proposed_by: Option<String>,
    /// No recommendation, with this reason
    #[arg(long, value_name = "REASON", conflicts_with_all = ["drugs", "further", "considered"])]
    pub(crate) nothing: Option<String>,
    /// Reasons
    #[arg(long)]
    pub(crate) rationale: Option<String>,
    /// A row of evidence that it rests on, as `evidence` lists it (may be repeated)
    #[arg(long, value_name = "FINDING=ROW", value_parser = cite)]
    pub(crate) cite: Vec<EvidenceCite>,
}

/// `F1=K3:EID2994`
fn cite(text: &str) -> Result<EvidenceCite, String> {
    let (finding, row) = text.split_once('=').ok_or("expected FINDING=ROW, for instance F1=K3:EID2994")?;
    Ok(EvidenceCite { finding: finding.to_owned(), row: row.to_owned() })
}

/// `AF_eas=gnomAD East Asia`
fn field(text: &str) -> Result<KnowledgeField, String> {
    let (field, name) = text.split_once('=').unwrap_or((text, text));
    Ok(KnowledgeField { field: field.to_owned(), name: name.to_owned() })
}

#[derive(Debug, Subcommand)]
pub(crate) enum Knowledge {
    /// Import files as dated versions of their sources
    Import {
        /// Files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// What they are (default: what their headers tell); clinvar and frequencies are named
        #[arg(long)]
        kind: Option<String>,
        /// Who publishes them
        #[arg(long)]
        source: Option<String>,
        /// Day or name of the version
        #[arg(long, value_name = "VERSION")]
        release: Option<String>,
        /// Licence
        #[arg(long)]
        licence: Option<String>,
        /// Where they were fetched; kept, never called
        #[arg(long)]
        address: Option<String>,
        /// Genome build of a VCF, where its header does not say
        #[arg(long)]
        build: Option<String>,
        /// Field of a VCF that holds a frequency, with the name of its population (may be repeated)
        #[arg(long, value_name = "FIELD=NAME", value_parser = field)]
        field: Vec<KnowledgeField>,
        /// Do everything but keep it
        #[arg(long)]
        dry_run: bool,
    },
    /// List the imports
    List,
    /// Remove an import
    Remove {
        /// Its id, `K12`
        id: String,
    },
    /// List the rows that an import set aside, with the reasons
    SetAside {
        /// Its id, `K12`
        id: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct Refer {
    /// Case id or number
    pub(crate) id: String,
    /// Trial id: jRCT, NCT, UMIN, JapicCTI, JMA-IIA, or a number of the site's own catalogue
    #[arg(long)]
    pub(crate) trial: String,
    /// Arm, as `match` names it: its criteria are kept with the referral
    #[arg(long)]
    pub(crate) arm: Option<String>,
    /// Who publishes it in the catalogue, where several do
    #[arg(long)]
    pub(crate) source: Option<String>,
    /// Recommendation it follows
    #[arg(long)]
    pub(crate) recommendation: Option<String>,
    /// Findings, parted by commas
    #[arg(long, value_delimiter = ',')]
    pub(crate) finding: Vec<String>,
    /// Title
    #[arg(long)]
    pub(crate) title: Option<String>,
    /// Drugs, parted by commas
    #[arg(long, value_delimiter = ',')]
    pub(crate) drugs: Vec<String>,
    /// Site
    #[arg(long)]
    pub(crate) site: Option<String>,
    /// First status (default: candidate)
    #[arg(long, value_parser = code::<ReferralStatus>)]
    pub(crate) status: Option<ReferralStatus>,
    /// Day on which recruitment was checked
    #[arg(long)]
    pub(crate) as_of: Option<String>,
    /// Remarks on eligibility
    #[arg(long)]
    pub(crate) eligibility: Option<String>,
}

/// Another transcript shall speak for a finding.
#[derive(Debug, Args)]
pub(crate) struct Choose {
    /// Case id or number
    pub(crate) id: String,
    /// Finding
    #[arg(long)]
    pub(crate) finding: String,
    /// Transcript, as the finding names it
    #[arg(long)]
    pub(crate) transcript: String,
    /// Gene, where several have a transcript of that name
    #[arg(long)]
    pub(crate) gene: Option<String>,
    /// Why
    #[arg(long)]
    pub(crate) reason: String,
}

/// What a later program reads otherwise.
#[derive(Debug, Args)]
pub(crate) struct Reread {
    /// Case id or number
    pub(crate) id: String,
    /// Findings to decide, parted by commas
    #[arg(long, value_delimiter = ',', requires = "reason")]
    pub(crate) finding: Vec<String>,
    /// The later reading stands from now on
    #[arg(long, requires = "finding")]
    pub(crate) take: bool,
    /// The earlier reading stays
    #[arg(long, requires = "finding", conflicts_with = "take")]
    pub(crate) keep: bool,
    /// Why
    #[arg(long, requires = "finding")]
    pub(crate) reason: Option<String>,
}

/// How the panel was held, or on what its omission rests.
#[derive(Debug, Args)]
pub(crate) struct Meeting {
    /// Case id or number
    pub(crate) id: String,
    /// realTime, circulation or omitted
    #[arg(long, default_value = "realTime", value_parser = code::<MeetingMode>)]
    pub(crate) mode: MeetingMode,
    /// Day, YYYY-MM-DD (default: today)
    #[arg(long)]
    pub(crate) on: Option<String>,
    /// Members present, by id or sign-in name, parted by commas (default: all; nobody where the panel is omitted)
    #[arg(long, value_delimiter = ',')]
    pub(crate) present: Vec<String>,
    /// Minutes
    #[arg(long)]
    pub(crate) minutes: Option<String>,
    /// Omitted: what the test was made for, solid or blood
    #[arg(long, value_parser = code::<TumourGroup>)]
    pub(crate) tumour: Option<TumourGroup>,
    /// Omitted: what C-CAT's report says of secondary findings, none, suspected or notStated
    #[arg(long, value_parser = code::<CcatSecondaryFinding>)]
    pub(crate) ccat_secondary_finding: Option<CcatSecondaryFinding>,
    /// Omitted: inLabelOrGuideline, none (trials included) or otherOnly
    #[arg(long, value_parser = code::<UsableDrug>)]
    pub(crate) usable_drug: Option<UsableDrug>,
    /// Why it was held, or omitted, in this way
    #[arg(long = "why")]
    pub(crate) reason: Option<String>,
}

/// A case's family history. With several of these the file is imported first.
#[derive(Debug, Args)]
pub(crate) struct Pedigree {
    /// Case id or number
    pub(crate) id: String,
    /// Import PED, CanRisk, GA4GH pedigree or own JSON, told apart by content
    #[arg(long, value_name = "FILE")]
    pub(crate) import: Option<PathBuf>,
    /// Export for another program: ped, canrisk, ga4gh or json; what it cannot carry is told as `lost`
    #[arg(long, value_name = "ped|canrisk|ga4gh|json", requires = "out", value_parser = code::<PedigreeFormat>)]
    pub(crate) export: Option<PedigreeFormat>,
    /// File of the export
    #[arg(long, value_name = "FILE", requires = "export")]
    pub(crate) out: Option<PathBuf>,
    /// Draw it
    #[arg(long, value_name = "FILE")]
    pub(crate) svg: Option<PathBuf>,
}

/// Whether findings may be inherited. What is stated here is recorded nowhere.
#[derive(Debug, Args)]
pub(crate) struct Germline {
    /// Case id or number
    pub(crate) id: String,
    /// One finding (default: all)
    #[arg(long, value_name = "FINDING")]
    pub(crate) finding: Option<String>,
    /// Age at onset, where the case does not tell it
    #[arg(long, value_name = "YEARS")]
    pub(crate) onset: Option<f64>,
    /// Whether the tumour goes with the gene
    #[arg(long)]
    pub(crate) related_tumour: Option<bool>,
    /// Whether the patient or the family shows what goes with the gene
    #[arg(long)]
    pub(crate) phenotype: Option<bool>,
    /// The site's own list as JSON, which answers in place of the first; the others stand beside it
    #[arg(long, value_name = "FILE.json")]
    pub(crate) list: Option<PathBuf>,
}

/// What is done with the catalogue of trials.
#[derive(Debug, Subcommand)]
pub(crate) enum Trials {
    /// List the patients of the last months whom nothing known keeps from a trial
    Patients {
        /// Number of the trial, open or not
        trial: String,
        /// Received in so many months up to today (default: 12)
        #[arg(long, value_name = "N")]
        months: Option<u32>,
    },
    /// Import studies of ClinicalTrials.gov (API v2, JSON), trials in CTML (YAML, JSON) and saved pages of jRCT
    Import {
        /// Files
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Who publishes them
        #[arg(long)]
        source: Option<String>,
        /// Day or name of the version
        #[arg(long, value_name = "VERSION")]
        release: Option<String>,
        /// Licence
        #[arg(long)]
        licence: Option<String>,
        /// Where they were fetched; kept, never called
        #[arg(long)]
        address: Option<String>,
        /// Do everything but keep it
        #[arg(long)]
        dry_run: bool,
    },
    /// List the imports
    List,
}

//! What verbs choose between, and flags that several of them share.

use clap::{Args, Subcommand, ValueEnum};
use std::path::PathBuf;

/// What is done with reference genomes.
#[derive(Debug, Subcommand)]
pub(crate) enum Genome {
    /// Use a FASTA as the reference of its build, in place of any of that build; answers the list
    Add {
        /// Plain with .fai (made where it is missing), or bgzip with .fai and .gzi
        fasta: PathBuf,
        /// GRCh37 or GRCh38
        #[arg(long)]
        build: String,
    },
    /// List them, and whether each is still the file that was registered
    List,
    /// Do not use the reference of a build any more; answers the list
    Remove {
        /// GRCh37 or GRCh38
        #[arg(long)]
        build: String,
    },
}

/// Rules that need no case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Rules {
    /// Is a panel quorate? {"ruleSet","mode","attendees":[{"keys"}],"attendingPhysician","inHouseSequencing","paediatric"}
    Quorum,
    /// May the panel be omitted? {"date","solid","ccatSecondaryFinding","usableDrug"}
    Omission,
    /// Is a finding asked about as possibly inherited? {"gene","kind","vaf","panel","msi","age","tumourType","significance","origin",
    /// "relatedTumour","phenotype"}
    Germline,
    /// Points and class of oncogenicity criteria: {"criteria":["OS3","OP1"]}
    Oncogenicity,
    /// Points and class of ACMG/AMP criteria: {"criteria":["PM2_Supporting","PP3"]}
    Acmg,
    /// Does a patient meet a trial's criteria? {"ctml","patient"}
    Trial,
}

/// What a person knows about a file that it does not say itself.
#[derive(Debug, Args)]
pub(crate) struct IntakeFlags {
    /// Genome build, where the file does not say
    #[arg(long)]
    pub(crate) assembly: Option<String>,
    /// Name of the tumour sample
    #[arg(long)]
    pub(crate) tumour_sample: Option<String>,
}

/// What is written as data.
#[derive(clap::ValueEnum, Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportWhat {
    /// 管理簿
    Ledger,
    /// C-CAT「EP後」の項目
    Ccat,
    /// 症例の全記録
    Case,
}

//! The words of the command line.

use clap::{Args, Parser, Subcommand};
use entaku_desk::codes::{
    Capacity, CaseStatus, DocumentKind, Language, Paper, Qualification, ReferralStatus, Role,
};
use entaku_desk::view::WorklistRoom;
use std::ffi::OsString;
use std::path::PathBuf;

mod choices;
mod forms;

pub(crate) use choices::{ExportWhat, Genome, IntakeFlags, Rules};
pub(crate) use forms::{
    Choose, Finding, Germline, Knowledge, Meeting, Pedigree, Recommend, Refer, Reread, Trials,
};

/// 円卓 — the case store of an expert panel, from the terminal.
#[derive(Debug, Parser)]
#[command(name = "entaku-cli", version, about)]
#[command(
    after_help = "Every other command of the desk is a verb too, with its fields as options (see `commands`): \
    `entaku-cli record-milestone ID --milestone …`, `entaku-cli record-milestone --help`."
)]
pub(crate) struct Arguments {
    #[command(flatten)]
    pub(crate) common: Common,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What holds for every verb.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// Folder of the case store (default: the platform's data folder)
    #[arg(long, global = true, value_name = "DIR")]
    pub(crate) store: Option<PathBuf>,
    /// Acting member: id or sign-in name (default: the store's first member)
    #[arg(long = "as", global = true, value_name = "MEMBER")]
    pub(crate) member: Option<String>,
    /// Language of messages and documents
    #[arg(long, global = true, value_name = "ja|en", default_value = "ja", value_parser = code::<Language>)]
    pub(crate) lang: Language,
    /// Print exactly one JSON document to standard output
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// File that holds the password (otherwise ENTAKU_PASSWORD, otherwise it is asked for)
    #[arg(long, global = true, value_name = "FILE")]
    pub(crate) password_file: Option<PathBuf>,
}

/// A code of the desk's, as forms and answers have it.
fn code<T: serde::de::DeserializeOwned>(text: &str) -> Result<T, String> {
    // serde names those that there are.
    serde_json::from_value(text.trim().into()).map_err(|error| error.to_string())
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Make an encrypted store and its first member
    Init {
        /// Institution, printed on reports
        #[arg(long)]
        institution: String,
        /// Name of the first member
        #[arg(long)]
        member: String,
        /// Name for signing in (default: the member's name)
        #[arg(long)]
        sign_in: Option<String>,
        /// Roles, parted by commas (default: chair,administrator)
        #[arg(long, value_delimiter = ',', value_parser = code::<Role>)]
        roles: Vec<Role>,
        /// Requirement keys ア–キ, parted by commas
        #[arg(long, value_delimiter = ',', value_parser = code::<Qualification>)]
        qualifications: Vec<Qualification>,
    },
    /// Make a store with three demonstration cases and members
    Demo,
    /// Say what a file is; store nothing
    Inspect {
        /// File; `-` reads standard input
        file: PathBuf,
        #[command(flatten)]
        reading: IntakeFlags,
        /// Reference genome to compare REF of short variants with (may be repeated)
        #[arg(long, value_name = "BUILD=FASTA")]
        reference: Vec<String>,
    },
    /// Load files into a new case, or as further sources of a case
    Intake {
        /// Files; `-` reads standard input
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Case that they belong to (default: a new one)
        #[arg(long = "case", value_name = "ID")]
        case: Option<String>,
        /// Patient, clinical context, specimen and disclosure wish as JSON
        #[arg(long, value_name = "FILE.json")]
        patient: Option<PathBuf>,
        /// Take over what the files say of patient, specimen and wish
        #[arg(long, conflicts_with_all = ["patient", "case"])]
        take_proposed: bool,
        /// Day the report was received (default: today)
        #[arg(long, value_name = "YYYY-MM-DD", conflicts_with = "case")]
        received: Option<String>,
        /// Read and show everything, store nothing
        #[arg(long)]
        dry_run: bool,
        /// Each file its own case
        #[arg(long)]
        batch: bool,
        #[command(flatten)]
        reading: IntakeFlags,
    },
    /// List cases, latest receipt first
    Cases {
        /// Status code: received, inReview, decided, finalised, amending
        #[arg(long, value_parser = code::<CaseStatus>)]
        status: Option<CaseStatus>,
        /// Words to find, parted by spaces
        #[arg(long)]
        search: Option<String>,
        /// Rows
        #[arg(long)]
        limit: Option<u32>,
        /// Continue behind the last row of the page before
        #[arg(long)]
        after: Option<String>,
    },
    /// Show a whole case, now or as it stood after an event of the journal
    Show {
        /// Case id or number
        id: String,
        /// Number of the event
        #[arg(long, value_name = "SEQ")]
        at: Option<u32>,
    },
    /// Show what happened to a case
    History {
        /// Case id or number
        id: String,
    },
    /// Record patient, clinical context, specimen and disclosure wish anew
    Details {
        /// Case id or number
        id: String,
        /// The whole of it as JSON
        #[arg(long, value_name = "FILE.json")]
        patient: PathBuf,
    },
    /// Enter a finding that no file holds
    Finding(Box<Finding>),
    /// Record the panel's verdict on findings
    Decide {
        /// Case id or number
        id: String,
        /// Findings, parted by commas: F1,F2
        #[arg(long, required = true, value_delimiter = ',')]
        finding: Vec<String>,
        /// Scale, for instance oncogenicity-2022
        #[arg(long, requires = "class")]
        scale: Option<String>,
        /// Class on that scale, for instance oncogenic
        #[arg(long, requires = "scale")]
        class: Option<String>,
        /// Put the verdict off, with this reason
        #[arg(long, value_name = "REASON", conflicts_with = "class")]
        defer: Option<String>,
        /// Whether a treatment can follow
        #[arg(long)]
        actionable: Option<bool>,
        /// Reasons
        #[arg(long)]
        rationale: Option<String>,
        /// Source; may be given several times
        #[arg(long)]
        reference: Vec<String>,
    },
    /// Confirm the sample that the program guessed to be the tumour's
    ConfirmSample {
        /// Case id or number
        id: String,
        /// Name of the sample
        #[arg(long)]
        sample: String,
    },
    /// State that a passage which names heredity is not about this patient; `show` lists them under `gaps`
    ClearWords {
        /// Case id or number
        id: String,
        /// The passage, exactly as it stands
        #[arg(long)]
        text: String,
        /// Whom it is about, or why it may stand
        #[arg(long)]
        reason: String,
    },
    /// Let another transcript of a finding speak for it; `show` lists its consequences
    Choose(Choose),
    /// Show what this program reads otherwise in the files of an open case, or decide which reading stands
    Reread(Reread),
    /// Show the words of heredity that people's own words are searched for, or record the site's own
    HeredityWords {
        /// File with one word a line, the whole of the site's own; an empty one takes them back
        #[arg(long, requires = "reason")]
        file: Option<PathBuf>,
        /// Why
        #[arg(long, requires = "file")]
        reason: Option<String>,
    },
    /// Show the site's list of preferred transcripts, or record another
    Transcripts {
        /// File with one gene and transcript a line; an empty one ends the list
        #[arg(long, requires = "reason")]
        file: Option<PathBuf>,
        /// Why
        #[arg(long, requires = "file")]
        reason: Option<String>,
    },
    /// Give the acting member's own opinion on a finding
    Opinion {
        /// Case id or number
        id: String,
        /// Finding
        #[arg(long)]
        finding: String,
        /// Scale
        #[arg(long, requires = "class")]
        scale: Option<String>,
        /// Class
        #[arg(long, requires = "scale")]
        class: Option<String>,
        /// Germline origin is suspected
        #[arg(long)]
        germline_concern: bool,
        /// Comment
        #[arg(long)]
        comment: Option<String>,
    },
    /// Add a recommendation, or an explicit "no recommendation" with its reason
    Recommend(Box<Recommend>),
    /// Refer the patient to a trial
    Refer(Box<Refer>),
    /// Move a referral to another status
    MoveReferral {
        /// Case id or number
        id: String,
        /// Referral id
        #[arg(long)]
        referral: String,
        /// Status code, for instance referred
        #[arg(long, value_parser = code::<ReferralStatus>)]
        status: ReferralStatus,
        /// Day, YYYY-MM-DD (default: today)
        #[arg(long)]
        on: Option<String>,
        /// Reason or remark
        #[arg(long)]
        reason: Option<String>,
    },
    /// Record the meeting, or that the panel was omitted
    Meeting(forms::Meeting),
    /// Write the panel's summary
    Summary {
        /// Case id or number
        id: String,
        /// Text
        text: String,
    },
    /// Sign the report as it stands, as the acting member; the password counts as entered again
    Sign {
        /// Case id or number
        id: String,
        /// In what capacity, parted by commas: author, reviewer, chair
        #[arg(long, value_delimiter = ',', required = true, value_parser = code::<Capacity>)]
        capacity: Vec<Capacity>,
    },
    /// Finalise the report. Required signatures that nobody has given yet are given by the acting member first; one that a
    /// change made void is never replaced in passing: see `sign`
    Finalise {
        /// Case id or number
        id: String,
        /// Sign nothing: refuse while a required signature is missing
        #[arg(long)]
        no_sign: bool,
    },
    /// Open an amendment of a finalised report
    Amend {
        /// Case id or number
        id: String,
        /// Why
        #[arg(long)]
        reason: String,
    },
    /// Write a document as PDF
    Document {
        /// Case id or number; for minutes and agenda the meeting's id
        id: String,
        /// Kind of document: panel, patient, referral, wish, minutes, agenda
        #[arg(long, default_value = "panel", value_parser = code::<DocumentKind>)]
        kind: DocumentKind,
        /// Finalised revision, or number of the issue of another kind; 0 for the draft (default: the latest, else the draft)
        #[arg(long)]
        revision: Option<u32>,
        /// The referral a letter is about (default: the only one)
        #[arg(long)]
        referral: Option<String>,
        /// Large type (patient)
        #[arg(long)]
        large: bool,
        /// Readings above the kanji (patient, Japanese)
        #[arg(long)]
        furigana: bool,
        /// Paper of a draft (default: the site's own)
        #[arg(long, value_name = "a4|letter", conflicts_with = "issue", value_parser = code::<Paper>)]
        paper: Option<Paper>,
        /// Give the document out first: its bytes are kept and it is no draft
        #[arg(long)]
        issue: bool,
        /// File to write
        #[arg(long)]
        out: PathBuf,
    },
    /// What the patient is told: shows what may be released and the words proposed, or writes it
    Explain {
        /// Case id or number
        id: String,
        /// JSON file with findings, recommendations and their plain words (as `commands` describes WriteExplanation)
        #[arg(long)]
        file: Option<PathBuf>,
    },
    /// Write data for other programs: the ledger or the C-CAT items as CSV, a whole case as JSON
    Export {
        /// ledger (管理簿), ccat (EP後 items) or case (the whole record, germline part included)
        what: ExportWhat,
        /// Case id or number: needed for `case`; for a table, this case only
        id: Option<String>,
        /// First day of receipt, for a table
        #[arg(long)]
        from: Option<String>,
        /// Last day of receipt, for a table
        #[arg(long)]
        to: Option<String>,
        /// File to write
        #[arg(long)]
        out: PathBuf,
    },
    /// The reference genomes of this machine, which REF of every short variant is compared with
    Reference {
        #[command(subcommand)]
        what: Genome,
    },
    /// The site's knowledge: evidence, lists, and indexed VCF files that are asked where they lie. Needs nobody's password
    Knowledge {
        #[command(subcommand)]
        what: Knowledge,
    },
    /// What is known of a case's findings
    Evidence {
        /// Case id or number
        id: String,
        /// One finding (default: all)
        #[arg(long, value_name = "FINDING")]
        finding: Option<String>,
        /// Rows that their source has not reviewed too
        #[arg(long)]
        submitted: bool,
    },
    /// Whether a case's findings are asked about as possibly inherited, by each list of heredity. No judgement: see `judge-germline`
    Germline(Germline),
    /// A case's family history: what is recorded, or import, export, draw it
    Pedigree(Pedigree),
    /// The site's catalogue of trials. Needs nobody's password
    Trials {
        #[command(subcommand)]
        what: Trials,
    },
    /// Trials for a case, criterion by criterion
    Match {
        /// Case id or number
        id: String,
        /// One trial by its number, open or not (default: all open ones)
        #[arg(long, value_name = "TRIAL")]
        trial: Option<String>,
    },
    /// What is due for whom
    Worklist {
        /// coordinator, attending (one's own patients), chair or counsellor
        #[arg(value_parser = code::<WorklistRoom>)]
        room: WorklistRoom,
    },
    /// List the members
    Members,
    /// Add a member; the first password is read from --new-password-file
    AddMember {
        /// Name
        #[arg(long)]
        name: String,
        /// Name for signing in
        #[arg(long)]
        sign_in: Option<String>,
        /// Roles, parted by commas
        #[arg(long, required = true, value_delimiter = ',', value_parser = code::<Role>)]
        roles: Vec<Role>,
        /// Requirement keys ア–キ
        #[arg(long, value_delimiter = ',', value_parser = code::<Qualification>)]
        qualifications: Vec<Qualification>,
        /// Institution
        #[arg(long)]
        institution: Option<String>,
        /// File that holds the first password
        #[arg(long, value_name = "FILE")]
        new_password_file: PathBuf,
    },
    /// Check the journal's chain; deep: fold every event and compare every projection and file
    Verify {
        /// Fold and compare everything
        #[arg(long)]
        deep: bool,
        /// A backup or a document (PDF) of this store, or the end of the journal printed on one (128:9f86d081884c7d65): does
        /// the journal still hold what it says?
        #[arg(long)]
        against: Option<PathBuf>,
    },
    /// Put a whole store back from a backup, into the folder of --store, which must hold nothing
    Restore {
        /// The backup
        #[arg(long)]
        from: PathBuf,
    },
    /// Is this PDF exactly a document that was finalised or given out? Exit status 1 where it is not
    VerifyDocument {
        /// The file
        #[arg(required_unless_present = "code", conflicts_with = "code")]
        file: Option<PathBuf>,
        /// Instead of a file: what the square code at the foot of a page says, or the hash printed beside it
        #[arg(long)]
        code: Option<String>,
    },
    /// Call any command of the desk by its name
    Call {
        /// Name
        name: String,
        /// Arguments as JSON; `-` reads them from standard input
        #[arg(value_name = "JSON", default_value = "{}")]
        arguments: String,
    },
    /// Apply the panel's rules to JSON objects, one a line of standard input; needs no store. A line that cannot be answered
    /// gets an "error", and the exit status is 1
    Rules {
        /// Which rules
        #[arg(value_enum)]
        which: Rules,
        /// germline: the site's own list as JSON, which answers in place of the first; the others stand beside it
        #[arg(long, value_name = "FILE.json")]
        list: Option<PathBuf>,
    },
    /// A command of the desk that has no verb of its own, with its words
    #[command(external_subcommand)]
    Other(Vec<OsString>),
    /// List the commands of the desk with their types
    Commands {
        /// With the JSON Schema of each command's arguments and answer instead of their names; always JSON
        #[arg(long)]
        schema: bool,
    },
}

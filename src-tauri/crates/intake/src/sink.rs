//! Where readers send what they find, so that reading for a case and counting for an inspection share one reader
//! and neither holds more than it must. The ledger lives here: no record can pass without being counted.

use crate::limits::Limits;
use crate::statement_quota::StatementQuota;
use entaku_domain::finding::{DraftFinding, FindingKind};
use entaku_domain::genome::Assembly;
use entaku_domain::note::{Ledger, MAX_LISTED, Place, SetAside};
use entaku_domain::statement::Statement;
use std::collections::BTreeMap;

/// Why a record does not become a finding. The codes are part of the word list (`setAside.<code>`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// FILTER is neither PASS nor missing.
    NotPass,
    /// The tumour sample does not carry the allele.
    NotInTumour,
    /// No alternate allele is given.
    Reference,
    /// What the record needs to mean anything cannot be read.
    Unreadable,
    /// An equal record with the same id was kept before.
    DuplicateItem,
    /// The far side of a breakend pair that was kept as one finding.
    Mate,
    /// The other allele of one change that two alleles describe, which was kept as one finding.
    OtherAllele,
    /// A further row of a finding that was kept: what it says is a statement on that finding.
    Joined,
    /// The record tells of the patient, the specimen or the test and not of an alteration: what it says is proposed as
    /// details or stands among the statements.
    Details,
    /// The laboratory's pipeline looked at it and did not call it.
    NotCalled,
    /// A record of a sample or registration other than the one that was chosen.
    OtherSample,
    /// Beyond the limit of one case.
    TooMany,
    /// A kind of record that is not supported.
    Unsupported,
}

impl Reason {
    /// The code used in ledgers and in the word list.
    pub fn code(self) -> &'static str {
        match self {
            Self::NotPass => "notPass",
            Self::NotInTumour => "notInTumour",
            Self::Reference => "reference",
            Self::Unreadable => "unreadable",
            Self::DuplicateItem => "duplicateItem",
            Self::Mate => "mate",
            Self::OtherAllele => "otherAllele",
            Self::Joined => "joined",
            Self::Details => "details",
            Self::NotCalled => "notCalled",
            Self::OtherSample => "otherSample",
            Self::TooMany => "tooMany",
            Self::Unsupported => "unsupported",
        }
    }
}

/// Takes the records of one file. Each record is given exactly once, to `keep` or to `set_aside`. Statements on the
/// findings are no records of the ledger; each is given to `state`.
pub(crate) trait Sink {
    /// Whether findings are kept, so that it is worth copying their fields as written.
    const KEEPS: bool;
    /// What the file says of its coordinates, where it says so before its records: the build, and the length of its
    /// mitochondrial contig.
    fn opens(&mut self, _assembly: &Assembly, _mitochondrion: Option<u64>) {}
    /// A record became a finding. `line` is its first line, counted from 1.
    fn keep(&mut self, finding: DraftFinding, line: u64);
    /// A record was set aside. `record` tells it in short and is asked for only when it will be listed.
    fn set_aside(
        &mut self,
        reason: Reason,
        line: u64,
        field: Option<String>,
        record: impl FnOnce() -> String,
    );
    /// Something is said of the findings; beyond the limit it is counted and left out.
    fn state(&mut self, statement: Statement);
}

/// The account of the records, and a list of the first ones set aside.
#[derive(Debug)]
pub(crate) struct Listed {
    file: String,
    pub set_aside: Vec<SetAside>,
    pub ledger: Ledger,
}

impl Listed {
    fn new(file: &str) -> Self {
        Self { file: file.to_owned(), set_aside: Vec::new(), ledger: Ledger::default() }
    }

    fn add(&mut self, reason: Reason, line: u64, field: Option<String>, record: impl FnOnce() -> String) {
        self.ledger.set_aside(reason.code());
        if self.set_aside.len() < MAX_LISTED {
            self.set_aside.push(SetAside {
                reason: reason.code().to_owned(),
                place: Place { file: self.file.clone(), line: Some(line), field },
                record: crate::notes::quoted(&record()),
            });
        }
    }
}

/// Keeps findings up to a limit.
#[derive(Debug)]
pub(crate) struct Collect {
    limit: usize,
    pub findings: Vec<DraftFinding>,
    pub statements: Vec<Statement>,
    pub said: StatementQuota,
    pub listed: Listed,
}

impl Collect {
    pub fn new(file: &str, limits: &Limits) -> Self {
        Self {
            limit: limits.findings,
            findings: Vec::new(),
            statements: Vec::new(),
            said: StatementQuota::new(file, limits),
            listed: Listed::new(file),
        }
    }
}

impl Sink for Collect {
    const KEEPS: bool = true;

    fn keep(&mut self, finding: DraftFinding, line: u64) {
        if self.findings.len() < self.limit {
            self.listed.ledger.keep();
            self.findings.push(finding);
        } else {
            self.listed.add(Reason::TooMany, line, None, || {
                format!("{} {}", finding.alteration.subject(), finding.alteration.change())
            });
        }
    }

    fn set_aside(
        &mut self,
        reason: Reason,
        line: u64,
        field: Option<String>,
        record: impl FnOnce() -> String,
    ) {
        self.listed.add(reason, line, field, record);
    }

    fn state(&mut self, statement: Statement) {
        if self.said.admits(&statement) {
            self.statements.push(statement);
        }
    }
}

/// Counts findings by kind and forgets them.
#[derive(Debug)]
pub(crate) struct Count {
    pub by_kind: BTreeMap<FindingKind, u64>,
    pub said: StatementQuota,
    pub listed: Listed,
}

impl Count {
    pub fn new(file: &str, limits: &Limits) -> Self {
        Self { by_kind: BTreeMap::new(), said: StatementQuota::new(file, limits), listed: Listed::new(file) }
    }
}

impl Sink for Count {
    const KEEPS: bool = false;

    fn keep(&mut self, finding: DraftFinding, _line: u64) {
        self.listed.ledger.keep();
        *self.by_kind.entry(finding.alteration.kind()).or_default() += 1;
    }

    fn set_aside(
        &mut self,
        reason: Reason,
        line: u64,
        field: Option<String>,
        record: impl FnOnce() -> String,
    ) {
        self.listed.add(reason, line, field, record);
    }

    fn state(&mut self, statement: Statement) {
        self.said.admits(&statement);
    }
}

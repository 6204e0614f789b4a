//! Which genes a panel test examines, as the site lists them: that a gene has no finding means something only there. One row for
//! each test, its genes between `;`, `、`, `|`, `,` or blanks, as lists of makers are written.

use super::genes::stored;
use super::header::{Column, Line, split};
use super::lists::{BETWEEN, certainty};
use crate::store::keeper::{Entry, Refused};
use crate::store::record::SetAsideReason;
use entaku_domain::certainty::Certainty;
use entaku_domain::gene::GeneSymbol;
use entaku_words::errors::row_fault;
use serde::{Deserialize, Serialize};

/// The column that names the test.
pub(super) const TEST: Column = &["test", "検査"];

/// The genes of one test.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct PanelGenes {
    /// The test, by any name that is known of it.
    pub test: String,
    /// Genes whose coding sequence it reads.
    pub genes: Vec<String>,
    /// Genes whose rearrangements it looks for; empty where the list does not say.
    pub fusion_genes: Vec<String>,
    /// Where it was read.
    pub source: String,
    /// As of which day.
    pub date: String,
    /// How sure it is; what does not say so is unconfirmed.
    pub certainty: Certainty,
    /// Anything else.
    pub remark: Option<String>,
}

/// A row of the list. A word that is no gene's symbol refuses the whole row: half a list would say of genes left out that nothing
/// is known, and of a misspelt one that it was examined.
pub(super) fn row(line: &Line<'_>) -> Result<Entry, Refused> {
    let row = PanelGenes {
        test: line.must(TEST)?.to_owned(),
        genes: symbols("genes", line.must(&["genes", "対象遺伝子"])?)?,
        fusion_genes: symbols("fusion_genes", line.get(&["fusion_genes", "融合の対象遺伝子"]))?,
        source: line.must(&["source", "出典"])?.to_owned(),
        date: line.get(&["date", "日付"]).to_owned(),
        certainty: certainty(line)?,
        remark: line.some(&["remark", "備考"]),
    };
    stored(line, Some(row.test.clone()), vec![row.test.clone()], &row)
}

fn symbols(column: &str, said: &str) -> Result<Vec<String>, Refused> {
    let between = [&BETWEEN[..], &[',', '，', ' ', '\t', '\n', '\r', '\u{3000}']].concat();
    let written = split(said, &between);
    if let Some(other) = written.iter().find(|symbol| GeneSymbol::parse(symbol).is_err()) {
        let detail = row_fault::no_gene(column, other);
        return Err(Refused::new(SetAsideReason::UnknownWord, detail));
    }
    Ok(written)
}

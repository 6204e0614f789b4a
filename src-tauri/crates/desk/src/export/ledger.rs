//! The ledger that is kept of every tested patient (管理簿, items ア to ケ): one line for each case.

use super::Table;
use crate::convert::{code_of, ledger_dates};
use entaku_domain::case::Case;
use entaku_domain::text::Text;
use entaku_domain::words::word;

/// The ledger.
pub(crate) struct LedgerTable;

/// What stands before the dates: its own columns.
const FIRST: [&str; 4] = ["症例番号", "ア 患者氏名", "ア 患者ID", "C-CAT登録ID"];
/// Of what happens outside the panel, the ledger asks for what has a letter.
const LETTERED: usize = 8;

impl Table for LedgerTable {
    fn head(&self) -> Vec<String> {
        let mut head: Vec<String> = FIRST.map(str::to_owned).into();
        // The columns are those of any case: an empty one tells them.
        if let Ok(id) = entaku_domain::ids::CaseId::parse("00000000-0000-7000-8000-000000000000") {
            for line in ledger_dates(&Case::new(id)).into_iter().filter(|line| line.letter.is_some()) {
                let name = word(&format!("milestone.{}", code_of(&line.milestone))).ja;
                let letter = line.letter.unwrap_or_default();
                head.push(format!("{letter} {name}（有無）"));
                head.push(format!("{letter} {name}（日付）"));
            }
        }
        head.push("備考".to_owned());
        head
    }

    fn lines(&self, case: &Case) -> Vec<Vec<String>> {
        let patient = &case.details.patient;
        let said = |text: &Option<Text>| text.as_ref().map(ToString::to_string).unwrap_or_default();
        let mut cells =
            vec![said(&case.number), said(&patient.name), said(&patient.hospital_id), said(&patient.ccat_id)];
        let mut remarks = Vec::new();
        for line in ledger_dates(case).into_iter().filter(|line| line.letter.is_some()).take(LETTERED) {
            cells.push(match line.happened {
                Some(true) => "有".to_owned(),
                Some(false) => "無".to_owned(),
                None => String::new(),
            });
            cells.push(line.on.unwrap_or_default());
            if let Some(remark) = line.remark {
                remarks.push(format!("{}: {remark}", line.letter.unwrap_or_default()));
            }
        }
        cells.push(remarks.join(" / "));
        vec![cells]
    }
}

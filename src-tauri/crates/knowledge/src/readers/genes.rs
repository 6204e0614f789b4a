//! Lists of genes: HGNC's symbols, what genes do in cancers, residues altered more often than by chance.

use super::header::{Column, Line, split};
use crate::store::keeper::{Entry, Refused};
use crate::store::record::SetAsideReason;
use entaku_domain::gene_role::GeneRole;
use entaku_domain::words::Worded;
use entaku_words::errors::row_fault;
use serde::{Deserialize, Serialize};

/// A gene's names by HGNC.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct GeneNames {
    /// `HGNC:1097`.
    pub hgnc_id: String,
    /// The approved symbol.
    pub symbol: String,
    /// Other symbols in use.
    pub aliases: Vec<String>,
    /// Symbols approved before.
    pub previous: Vec<String>,
}

/// What a list says a gene does in cancers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct KnownRole {
    /// Symbol as written.
    pub gene: String,
    /// The role.
    pub role: GeneRole,
}

/// A residue, or a stretch of them, that is altered in tumours more often than by chance.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Hotspot {
    /// Symbol as written.
    pub gene: String,
    /// As written: `Q61`, `X187` for a splice site, `27-42` for a stretch.
    pub residue: String,
    /// First residue, counted from 1.
    pub start: Option<u32>,
    /// Last residue, counted from 1, inclusive.
    pub end: Option<u32>,
    /// Each change with the tumours that have it: `R` 204; `*` a stop, `sp` a splice site, `V28_E33del` in full.
    pub variants: Vec<(String, u64)>,
    /// Tumours with any change of it, as the source counts them.
    pub total: Option<u64>,
    /// As written: `single residue`, `splice site`, `in-frame indel`, `3d` (near others in the folded protein, counts alone are no
    /// hotspot then).
    pub kind: String,
    /// Transcript as written.
    pub transcript: Option<String>,
}

/// A row of HGNC's complete set, or of its download of one's own columns.
pub(crate) fn symbol(line: &Line<'_>) -> Result<Entry, Refused> {
    // The complete set separates by |, the download by a comma.
    let listed = |column: Column| split(line.get(column), &['|', ',', '"']);
    let row = GeneNames {
        hgnc_id: line.must(&["hgnc_id"])?.to_owned(),
        symbol: line.must(&["symbol", "approved_symbol"])?.to_owned(),
        aliases: listed(&["alias_symbol", "alias_symbols"]),
        previous: listed(&["prev_symbol", "previous_symbols"]),
    };
    if line.get(&["status"]).to_lowercase().contains("withdrawn") {
        return Err(Refused::new(SetAsideReason::Withdrawn, row_fault::withdrawn(&row.symbol)));
    }
    let mut names = vec![row.symbol.clone()];
    names.extend(row.aliases.iter().chain(&row.previous).cloned());
    let updated = line.some(&["date_modified"]);
    Ok(Entry { updated, ..stored(line, Some(row.hgnc_id.clone()), names, &row)? })
}

/// A row of a list of roles.
pub(crate) fn role(line: &Line<'_>) -> Result<Entry, Refused> {
    let gene = line.must(&["gene", "hugo_symbol", "遺伝子"])?.to_owned();
    let said = line.must(&["role", "役割"])?;
    let Some(role) = role_of(said) else {
        let detail = row_fault::none_of("role", said, "oncogene, TSG, both");
        return Err(Refused::new(SetAsideReason::UnknownWord, detail));
    };
    stored(line, Some(gene.clone()), vec![gene.clone()], &KnownRole { gene, role })
}

/// Words in use, also several of them: `oncogene, TSG` is both. A fusion is no role.
fn role_of(said: &str) -> Option<GeneRole> {
    let known = [GeneRole::Oncogene, GeneRole::TumourSuppressor, GeneRole::Both];
    if let Some(role) =
        known.into_iter().find(|role| role.label().ja == said || role.label().en.eq_ignore_ascii_case(said))
    {
        return Some(role);
    }
    let (mut on, mut off) = (false, false);
    for word in split(&said.to_lowercase(), &[',', ';', '/', '|', '、']) {
        match word.as_str() {
            "oncogene" => on = true,
            "tsg"
            | "tumour suppressor"
            | "tumor suppressor"
            | "tumor suppressor gene"
            | "tumour suppressor gene"
            | "tumoursuppressor"
            | "tumorsuppressor" => off = true,
            "both" => (on, off) = (true, true),
            "fusion" => {}
            _ => return None,
        }
    }
    match (on, off) {
        (true, true) => Some(GeneRole::Both),
        (true, false) => Some(GeneRole::Oncogene),
        (false, true) => Some(GeneRole::TumourSuppressor),
        (false, false) => None,
    }
}

/// A row of the table of cancer hotspots.
pub(crate) fn hotspot(line: &Line<'_>) -> Result<Entry, Refused> {
    let gene = line.must(&["hugo_symbol", "gene"])?.to_owned();
    let position = line.must(&["amino_acid_position", "residue"])?;
    let (start, end) = position.split_once('-').unwrap_or((position, position));
    let residue_number =
        |text: &str| text.trim_start_matches(|c: char| c.is_ascii_alphabetic()).parse::<u32>().ok();
    let mut variants = Vec::new();
    for each in split(line.get(&["variant_amino_acid"]), &['|']) {
        let counted =
            each.rsplit_once(':').and_then(|(change, count)| Some((change.to_owned(), number(count)?)));
        let Some(counted) = counted else {
            let detail = row_fault::no_count(each);
            return Err(Refused::new(SetAsideReason::NoNumber, detail));
        };
        variants.push(counted);
    }
    let row = Hotspot {
        residue: line.some(&["residue"]).unwrap_or_else(|| position.to_owned()),
        start: residue_number(start),
        end: residue_number(end),
        variants,
        total: number(line.get(&["total_count"])).or_else(|| number(line.get(&["tumor_count", "total"]))),
        kind: line.get(&["type"]).to_owned(),
        transcript: line.some(&["transcript_id"]),
        gene,
    };
    stored(line, None, vec![row.gene.clone()], &row)
}

/// A count, also as `421.0`.
fn number(text: &str) -> Option<u64> {
    let whole = text
        .split_once('.')
        .map_or(Some(text), |(whole, rest)| rest.bytes().all(|byte| byte == b'0').then_some(whole))?;
    whole.parse().ok()
}

pub(crate) fn stored<T: Serialize>(
    line: &Line<'_>,
    id: Option<String>,
    names: Vec<String>,
    row: &T,
) -> Result<Entry, Refused> {
    let row = serde_json::to_string(row)
        .map_err(|error| Refused::new(SetAsideReason::UnknownWord, error.to_string()))?;
    Ok(Entry { id, names, row, fields: line.written(), ..Entry::default() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roles_are_read_in_words_in_use() {
        for (said, role) in [
            ("oncogene, fusion", Some(GeneRole::Oncogene)),
            ("TSG", Some(GeneRole::TumourSuppressor)),
            ("oncogene/TSG", Some(GeneRole::Both)),
            (GeneRole::TumourSuppressor.label().ja, Some(GeneRole::TumourSuppressor)),
            ("fusion", None),
            ("driver", None),
        ] {
            assert_eq!(role_of(said), role, "{said}");
        }
    }

    #[test]
    fn counts_with_a_decimal_point_are_whole() {
        assert_eq!(
            (number("421.0"), number("7"), number("0.5"), number("")),
            (Some(421), Some(7), None, None)
        );
    }
}

//! Files of family histories, known by their content. A file is read whole or refused with the place and what was expected.

pub(crate) mod canrisk;
mod ga4gh;
mod ped;

use crate::check::check;
use crate::fault::{Fault, Place};
use crate::model::Pedigree;
use serde::{Deserialize, Serialize};

/// Most bytes of a file.
pub const MOST_BYTES: usize = 16 << 20;

/// The formats.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// PED, and LINKAGE after makeped.
    Ped,
    /// CanRisk 1 to 4.
    Canrisk,
    /// GA4GH pedigree as JSON; pedigrees of Phenopackets are read too.
    Ga4gh,
    /// Entaku's own JSON, which carries all of it.
    Json,
}

/// Reads a file.
///
/// # Errors
/// Where it is none of the formats, a value cannot be read, or the persons cannot be related so.
pub fn read(bytes: &[u8]) -> Result<(Pedigree, Format), Fault> {
    if bytes.len() > MOST_BYTES {
        return Err(Fault::TooLarge {
            found: format!("{} bytes", bytes.len()),
            most: format!("{MOST_BYTES} bytes"),
        });
    }
    let text = std::str::from_utf8(bytes).map_err(|error| {
        let line =
            bytes.get(..error.valid_up_to()).map(|fine| fine.iter().filter(|byte| **byte == b'\n').count());
        Fault::value(Place::line(line.unwrap_or_default() + 1), "bytes that are no text", "UTF-8")
    })?;
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().find(|line| !line.trim().is_empty()).unwrap_or_default().trim_start();
    let (pedigree, format) = if first.to_lowercase().starts_with("##canrisk") {
        (canrisk::read(text)?, Format::Canrisk)
    } else if first.starts_with('{') || first.starts_with('[') {
        of_json(text)?
    } else if first.is_empty() {
        return Err(Fault::Empty);
    } else {
        (ped::read(text)?, Format::Ped)
    };
    check(&pedigree)?;
    Ok((pedigree, format))
}

fn of_json(text: &str) -> Result<(Pedigree, Format), Fault> {
    let broken = |error: serde_json::Error| {
        let place = Place { line: Some(error.line()), ..Place::default() };
        Fault::value(place, &error.to_string(), "JSON of a family history")
    };
    let value: serde_json::Value = serde_json::from_str(text).map_err(broken)?;
    if ga4gh::is_one(&value) {
        return Ok((ga4gh::read(&value)?, Format::Ga4gh));
    }
    if value.get("persons").is_none() {
        return Err(Fault::NoFormat);
    }
    Ok((serde_json::from_str(text).map_err(broken)?, Format::Json))
}

/// An id that means nobody.
fn is_nobody(id: &str) -> bool {
    matches!(id, "" | "0" | "-9" | ".")
}

/// A whole number of a cell, within bounds.
fn number<T: std::str::FromStr>(text: &str, place: Place, expected: &str) -> Result<T, Fault> {
    text.trim().parse().map_err(|_| Fault::value(place, text, expected))
}

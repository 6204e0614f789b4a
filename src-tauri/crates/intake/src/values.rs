//! From the text of one field to its value, for readers of every format: a value, or the remark that says why there is
//! none. The text itself is kept as written by whoever asks.

use crate::notes::{Remark, quoted};
use entaku_domain::gene::GeneSymbol;
use entaku_domain::genome::{Chromosome, Position1};
use entaku_domain::hgvs::HgvsText;
use entaku_domain::measure::Vaf;
use entaku_words::errors::note;

/// Longest text taken into a field, in characters; the verbatim record keeps all of it.
const MAX_TEXT: usize = entaku_domain::text::MAX_CHARS;

/// A finite number.
pub(crate) fn number(text: &str) -> Result<f64, Remark> {
    text.trim().parse::<f64>().ok().filter(|number| number.is_finite()).ok_or_else(|| {
        let hint = note::NOT_FINITE.en;
        Remark::warning("not-finite", quoted(text), hint)
    })
}

/// A whole number from `from` on.
pub(crate) fn whole(number: f64, from: u32) -> Result<u32, Remark> {
    if number.fract() != 0.0 {
        let hint = note::NOT_WHOLE.en;
        return Err(Remark::warning("not-whole", number.to_string(), hint));
    }
    if number < f64::from(from) || number > f64::from(u32::MAX) {
        let hint =
            format!("A whole number from {from} to {} was expected; kept as written, not used.", u32::MAX);
        return Err(Remark::warning("out-of-range", number.to_string(), hint));
    }
    // In range and whole, so the cast is exact.
    Ok(number as u32)
}

/// A position counted from 1.
pub(crate) fn position(number: f64) -> Result<Position1, Remark> {
    let position = whole(number, 1)?;
    Position1::new(i64::from(position)).map_err(|error| {
        Remark::warning("out-of-range", number.to_string(), format!("{error}; kept as written, not used."))
    })
}

/// A frequency as a fraction.
pub(crate) fn vaf(fraction: f64) -> Result<Vaf, Remark> {
    Vaf::new(fraction).map_err(|error| {
        let hint = format!("{error}; it is kept as written and not used.");
        Remark::warning("out-of-range", fraction.to_string(), hint)
    })
}

/// A gene symbol.
pub(crate) fn gene(text: &str) -> Result<GeneSymbol, Remark> {
    GeneSymbol::parse(text).map_err(|error| Remark::warning("bad-gene", text, format!("{error}; not used.")))
}

/// A chromosome, with or without `chr`.
pub(crate) fn chromosome(text: &str) -> Result<Chromosome, Remark> {
    Chromosome::parse(text)
        .map_err(|error| Remark::warning("bad-chromosome", text, format!("{error}; not used.")))
}

/// The name of a change.
pub(crate) fn change(text: &str) -> Result<HgvsText, Remark> {
    // A cell of a spreadsheet whose formula failed.
    if text.starts_with('#') && text.ends_with(['!', '?']) {
        let hint = "This is a fault of a spreadsheet; kept as written, not used. Ask the laboratory for the file as it left the pipeline.";
        return Err(Remark::warning("bad-change", text, hint));
    }
    HgvsText::parse(text).map_err(|error| Remark::warning("bad-change", text, format!("{error}; not used.")))
}

/// Bases in upper case, with the remark that they were not; `also` lists further signs that the format allows.
pub(crate) fn allele(text: &str, also: &str) -> Result<(String, Option<Remark>), Remark> {
    let upper = text.to_ascii_uppercase();
    if !upper.chars().all(|c| "ACGTN".contains(c) || also.contains(c)) {
        let hint = format!("Bases A, C, G, T, N{also} were expected; kept as written, not used.");
        return Err(Remark::warning("bad-allele", text, hint));
    }
    let remark = (upper != text).then(|| Remark::info("allele-case", text, note::ALLELE_CASE.en));
    Ok((upper, remark))
}

/// A text for screen and paper: trimmed, without control characters, not too long; with a remark for what was left out.
pub(crate) fn clean(text: &str) -> (String, Vec<Remark>) {
    let bad = |c: char| c.is_control() && c != '\n' && c != '\t';
    let mut remarks = Vec::new();
    let mut text = text.trim();
    if let Some((end, _)) = text.char_indices().nth(MAX_TEXT) {
        text = text.get(..end).unwrap_or_default();
        remarks.push(Remark::warning(
            "long-text",
            format!("more than {MAX_TEXT} characters"),
            note::LONG_TEXT.en,
        ));
    }
    if text.chars().any(bad) {
        let hint = note::CONTROL_CHARACTER.en;
        remarks.push(Remark::warning("control-character", "control characters in a text", hint));
        return (text.chars().filter(|c| !bad(*c)).collect(), remarks);
    }
    (text.to_owned(), remarks)
}

//! Places in the genome as reports in XML write them: `chr7:55242465`, `chr8:128748315-128753680`, `ch17:29557687`.

use super::node::Node;
use crate::notes::Remark;
use crate::values;
use entaku_domain::genome::{Chromosome, Position1};
use entaku_words::errors::note;

/// A place, as far as it could be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Locus {
    pub chromosome: Chromosome,
    /// First base, counted from 1.
    pub start: Option<Position1>,
    /// Last base, inclusive, where a range is written.
    pub end: Option<Position1>,
}

/// The place that a field names; none where it names none.
pub(super) fn field(node: &Node<'_>, name: &str) -> Option<Locus> {
    let text = node.said(name)?;
    of(node, name, &text)
}

/// The place that a text of field `name` means.
pub(super) fn of(node: &Node<'_>, name: &str, text: &str) -> Option<Locus> {
    let Some((chromosome, range)) = text.split_once(':') else {
        let hint = note::BAD_LOCUS.en;
        node.remark(name, Remark::warning("bad-locus", text, hint));
        return None;
    };
    // Some versions write 'ch17' in rearrangements.
    let bare = chromosome.trim();
    let bare = match bare.get(..2).filter(|start| start.eq_ignore_ascii_case("ch")) {
        Some(_) => bare.get(2..).map_or(bare, |rest| rest.strip_prefix(['r', 'R']).unwrap_or(rest)),
        None => bare,
    };
    let chromosome = node.accept(name, values::chromosome(bare))?;
    // A sign at the start belongs to the number and is out of range; one behind it parts a range.
    let parted = range.char_indices().skip(1).find(|(_, sign)| matches!(sign, '-' | '–'));
    let (from, to) = match parted {
        Some((at, sign)) => (range.get(..at).unwrap_or_default(), range.get(at + sign.len_utf8()..)),
        None => (range, None),
    };
    let position = |text: &str| {
        let number = node.accept(name, values::number(text))?;
        node.accept(name, values::position(number))
    };
    let locus = Locus { chromosome, start: position(from), end: to.and_then(position) };
    if let (Some(start), Some(end)) = (locus.start, locus.end)
        && end < start
    {
        let hint = note::END_BEFORE_START.en;
        node.remark(name, Remark::warning("end-before-start", text, hint));
    }
    Some(locus)
}

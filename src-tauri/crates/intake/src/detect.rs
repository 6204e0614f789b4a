//! Which format a file has, by its first bytes. Names and extensions are never looked at.

use entaku_words::Word;
use entaku_words::errors::found;

/// What the first bytes show.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Nothing, or white space only.
    Empty,
    /// A JSON object: CATS or not, its fields tell.
    Json,
    /// VCF text.
    Vcf,
    /// BCF 2, the binary form of VCF.
    Bcf,
    /// Compressed with gzip, in blocks (bgzip) or not.
    Gzip { blocks: bool },
    /// XML: which report, its elements tell.
    Xml,
    /// A ZIP container, which an Excel workbook is.
    Zip,
    /// Text that may be a table with a header line: which one, its columns tell.
    Text,
    /// Known by sight and not read here; the word names it.
    Other(Word),
    /// Nothing known.
    Unknown,
}

/// Looks at the first bytes (a few hundred suffice).
pub(crate) fn shape(start: &[u8]) -> Shape {
    const KNOWN: [(&[u8], Word); 9] = [
        (b"%PDF", found::PDF),
        (b"BCF", found::OLD_BCF),
        (b"\xD0\xCF\x11\xE0", found::OLD_OFFICE),
        (b"SQLite format 3", found::DATABASE),
        (b"BZh", found::BZIP2),
        (b"\xFD7zXZ", found::XZ),
        (b"BAM\x01", found::BAM),
        (b"CSI\x01", found::INDEX),
        (b"TBI\x01", found::INDEX),
    ];
    if start.starts_with(&[0x1F, 0x8B]) {
        // SAM specification §4.1: a block has FEXTRA set and the subfield 'BC' of two bytes. Blocks with further subfields,
        // which nobody writes, are read as gzip like any other.
        let extra = start.get(3).is_some_and(|flags| flags & 4 != 0);
        return Shape::Gzip { blocks: extra && start.get(10..16) == Some(b"\x06\0BC\x02\0") };
    }
    if start.starts_with(b"PK\x03\x04") {
        return Shape::Zip;
    }
    if start.starts_with(crate::vcf::bcf::MAGIC) {
        return Shape::Bcf;
    }
    if let Some((_, what)) = KNOWN.iter().find(|(magic, _)| start.starts_with(magic)) {
        return Shape::Other(*what);
    }
    let bare = start.strip_prefix(&[0xEF, 0xBB, 0xBF]).unwrap_or(start);
    // UTF-16 shows as ASCII with zero bytes between.
    let mut letters = bare
        .strip_prefix(&[0xFF, 0xFE])
        .or_else(|| bare.strip_prefix(&[0xFE, 0xFF]))
        .unwrap_or(bare)
        .iter()
        .copied()
        .filter(|byte| !matches!(byte, b' ' | b'\t' | b'\r' | b'\n' | 0));
    let (first, second) = (letters.next(), letters.next());
    match first {
        None => Shape::Empty,
        Some(b'{') => Shape::Json,
        // `[Analysis Details]` is the head of a section; no value of JSON begins with a capital letter.
        Some(b'[') if second.is_some_and(|byte| byte.is_ascii_uppercase()) => Shape::Text,
        Some(b'[') => Shape::Json,
        Some(b'#') if bare.starts_with(b"##") && is_table_with_comments(bare) => Shape::Text,
        Some(b'#') if bare.starts_with(b"##") || bare.starts_with(b"#CHROM") => Shape::Vcf,
        Some(b'<') => Shape::Xml,
        Some(byte) if byte >= b' ' && (is_record(bare) || follows_words(bare)) => Shape::Vcf,
        Some(byte) if byte >= b' ' => Shape::Text,
        Some(_) => Shape::Unknown,
    }
}

/// Whether the comments at the start belong to a table: some programs write `##` before its headings as VCF does.
fn is_table_with_comments(start: &[u8]) -> bool {
    let mut lines = start.split(|byte| *byte == b'\n');
    let headings =
        lines.find(|line| !line.starts_with(b"#") || line.starts_with(b"#CHROM")).unwrap_or_default();
    let holds = |name: &[u8]| headings.windows(name.len()).any(|part| part == name);
    !start.starts_with(b"##fileformat=VCF") && (holds(b"FUNC1.gene") || holds(b"Start_Position"))
}

/// Whether a VCF begins behind a line that an annotator meant for the screen (`00:00:39 Reading cancer samples …`).
fn follows_words(start: &[u8]) -> bool {
    let mut lines = start.split(|byte| *byte == b'\n').take(20).skip_while(|line| !line.starts_with(b"#"));
    lines.next().is_some_and(|line| {
        [&b"##fileformat=VCF"[..], b"##INFO=<", b"##SnpEff", b"##VEP=", b"#CHROM\tPOS\t"]
            .iter()
            .any(|head| line.starts_with(head))
    })
}

/// Whether the first line is a record of a VCF whose header is lost: no table of another format begins with eight
/// columns of which the second is a number, the fourth bases and the sixth a quality.
fn is_record(start: &[u8]) -> bool {
    let line = start.split(|byte| *byte == b'\n').next().unwrap_or_default();
    let columns: Vec<&[u8]> = line.split(|byte| *byte == b'\t').take(8).collect();
    let [_, position, _, reference, alternate, quality, _, _] = columns.as_slice() else { return false };
    let all = |text: &[u8], holds: fn(u8) -> bool| !text.is_empty() && text.iter().all(|byte| holds(*byte));
    all(position, |byte| byte.is_ascii_digit())
        && all(reference, |byte| b"ACGTNacgtn".contains(&byte))
        && all(alternate, |byte| b"ACGTNacgtn.,*<>[]:_".contains(&byte) || byte.is_ascii_alphanumeric())
        && all(quality, |byte| b"+-.eE".contains(&byte) || byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_nothing_else() {
        for (start, shape_wanted) in [
            (&b""[..], Shape::Empty),
            (b" \n\t", Shape::Empty),
            (b"\xEF\xBB\xBF {\"metaData\"", Shape::Json),
            (b"\xFF\xFE{\0\"\0", Shape::Json),
            (b"##fileformat=VCFv4.2\n", Shape::Vcf),
            (b"\x1f\x8b\x08\x04\0\0\0\0\0\xff\x06\0BC\x02\0\x1b\0", Shape::Gzip { blocks: true }),
            (b"\x1f\x8b\x08\0\0\0", Shape::Gzip { blocks: false }),
            (b"<?xml version", Shape::Xml),
            (b"[1, 2]", Shape::Json),
            (b"[Analysis Details]\t\n", Shape::Text),
            (b"##v=1\nHugo_Symbol\tStart_Position\n", Shape::Text),
            (b"##v=1\n#CHROM\tPOS\n", Shape::Vcf),
            (b"00:00:39.673\tReading cancer samples\n##SnpEffVersion=\"4.1\"\n", Shape::Vcf),
            (b"Gene\tValue\n#comment\n", Shape::Text),
            (b"PK\x03\x04", Shape::Zip),
            (b"BCF\x02\x02", Shape::Bcf),
            (b"BCF\x04", Shape::Other(found::OLD_BCF)),
            (b"chrom\tpos", Shape::Text),
            (b"chr7\t55191822\t.\tT\tG\t.\tPASS\t.\n", Shape::Vcf),
            (b"7\t5\t9\tEGFR\t0\t+\t5\t9\n", Shape::Text),
            (b"EGFR\t1956\t.\tGRCh37\t7\t55259515\t55259515\t+\n", Shape::Text),
            (b"\x01\x02", Shape::Unknown),
        ] {
            assert_eq!(shape(start), shape_wanted, "{start:?}");
        }
    }
}

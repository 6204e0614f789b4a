//! How much of a file is believed. Every limit is a constant with its reason; content beyond a limit is refused
//! with a clear error or set aside with a reason, never read into memory.

/// Most findings that one file may give to a case. A case is made for that many; the rest stays in the received
/// file and is counted as set aside (`tooMany`).
pub const MAX_FINDINGS: usize = 10_000;

/// Longest line of a VCF, in bytes. A record of 10 000 samples with ten fields each takes about 2 MiB, one with a
/// hundred annotated transcripts about 100 KiB; beyond that lies damage or an attack, and a line must fit in memory.
pub const MAX_LINE_BYTES: usize = 8 << 20;

/// Most header lines of a VCF. The longest seen in practice (every decoy and viral contig) has about 3 400.
pub const MAX_HEADER_LINES: usize = 200_000;

/// Most bytes of a VCF header: it is read before any record.
pub const MAX_HEADER_BYTES: usize = 32 << 20;

/// Most sample columns of a VCF. A panel report has one or two, a callset of a cohort some thousands.
pub const MAX_SAMPLES: usize = 100_000;

/// Largest CATS file, in bytes. The largest sample known has 73 kB for 79 findings, hence 10 000 findings take
/// about 10 MB; the file is held in memory while it is read.
pub const MAX_JSON_BYTES: usize = 32 << 20;

/// Most values in one CATS file (objects, lists and scalars): bounds memory where bytes do not (`[0,0,0,…`).
pub const MAX_JSON_VALUES: usize = 1_500_000;

/// Deepest nesting of a CATS file. The format itself needs 7 levels.
pub const MAX_JSON_DEPTH: usize = 64;

/// Largest XML report, in bytes. Reports of one test with full references and trials have 1 to 3 MB; the document is
/// held in memory while it is read.
pub const MAX_XML_BYTES: usize = 32 << 20;

/// Deepest nesting of an XML report. The formats need 13 levels; the tree is walked by functions that call themselves.
pub const MAX_XML_DEPTH: usize = 64;

/// Most elements, attributes and texts of an XML report: bounds memory where bytes do not (`<a/><a/>…`). A report with
/// 100 variants, 300 trials and 500 references has about 15 000; this many take about 100 MB.
pub const MAX_XML_NODES: usize = 500_000;

/// Largest workbook, in bytes as received (compressed). Deliveries of one test have below 1 MB.
pub const MAX_WORKBOOK_BYTES: usize = 16 << 20;

/// Most bytes of a workbook after unpacking, and of the text of its cells. XML of sheets shrinks to a tenth or less.
pub const MAX_WORKBOOK_EXPANDED_BYTES: u64 = 64 << 20;

/// Most parts of a workbook's container. Deliveries have below 30.
pub const MAX_WORKBOOK_PARTS: usize = 1_000;

/// Largest table in UTF-16, in bytes: it is converted in memory. Spreadsheets write UTF-16, sequencing programs do not.
pub const MAX_UTF16_BYTES: usize = 32 << 20;

/// Most columns of a table. The widest known, the C-CAT 症例CSV, has 369; an annotated MAF about 130.
pub const MAX_COLUMNS: usize = 2_000;

/// Most rows of a table. Rows are streamed, so this bounds time: the largest public cohort has 3.6 million.
pub const MAX_TABLE_ROWS: u64 = 10_000_000;

/// Most statements of C-CAT or a laboratory that a file may give to a draft. One registration has dozens; an export of a
/// whole hospital is to be read one registration at a time.
pub const MAX_STATEMENTS: usize = 50_000;

/// Most bytes of their texts: each repeats what tells the record it stands in, so that a small file may say much.
/// The largest report known says 2 MB.
pub const MAX_STATEMENT_BYTES: usize = 64 << 20;

/// Most bytes received. Reading streams, so this bounds time, not memory.
pub const MAX_FILE_BYTES: u64 = 16 << 30;

/// Most bytes after decompression. An annotated whole genome takes about 10 GiB.
pub const MAX_EXPANDED_BYTES: u64 = 64 << 30;

/// Highest ratio of decompressed to received bytes. Annotated VCF reaches 30; only thousands of equal genotype columns
/// or text made by hand go beyond 200.
pub const MAX_RATIO: u64 = 200;

/// Decompressed bytes from which on the ratio counts: less than this is read within a second and does no harm.
pub const RATIO_FROM_BYTES: u64 = 8 << 20;

/// The limits of one reading. [`Default`] gives the constants of this module; tests and administrators may lower them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// See [`MAX_FINDINGS`].
    pub findings: usize,
    /// See [`MAX_LINE_BYTES`].
    pub line_bytes: usize,
    /// See [`MAX_HEADER_LINES`].
    pub header_lines: usize,
    /// See [`MAX_HEADER_BYTES`].
    pub header_bytes: usize,
    /// See [`MAX_SAMPLES`].
    pub samples: usize,
    /// See [`MAX_JSON_BYTES`].
    pub json_bytes: usize,
    /// See [`MAX_JSON_VALUES`].
    pub json_values: usize,
    /// See [`MAX_JSON_DEPTH`].
    pub json_depth: usize,
    /// See [`MAX_XML_BYTES`].
    pub xml_bytes: usize,
    /// See [`MAX_XML_DEPTH`].
    pub xml_depth: usize,
    /// See [`MAX_XML_NODES`].
    pub xml_nodes: usize,
    /// See [`MAX_WORKBOOK_BYTES`].
    pub workbook_bytes: usize,
    /// See [`MAX_WORKBOOK_EXPANDED_BYTES`].
    pub workbook_expanded_bytes: u64,
    /// See [`MAX_WORKBOOK_PARTS`].
    pub workbook_parts: usize,
    /// See [`MAX_UTF16_BYTES`].
    pub utf16_bytes: usize,
    /// See [`MAX_COLUMNS`].
    pub columns: usize,
    /// See [`MAX_TABLE_ROWS`].
    pub table_rows: u64,
    /// See [`MAX_STATEMENTS`].
    pub statements: usize,
    /// See [`MAX_STATEMENT_BYTES`].
    pub statement_bytes: usize,
    /// See [`MAX_FILE_BYTES`].
    pub file_bytes: u64,
    /// See [`MAX_EXPANDED_BYTES`].
    pub expanded_bytes: u64,
    /// See [`MAX_RATIO`].
    pub ratio: u64,
    /// See [`RATIO_FROM_BYTES`].
    pub ratio_from_bytes: u64,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            findings: MAX_FINDINGS,
            line_bytes: MAX_LINE_BYTES,
            header_lines: MAX_HEADER_LINES,
            header_bytes: MAX_HEADER_BYTES,
            samples: MAX_SAMPLES,
            json_bytes: MAX_JSON_BYTES,
            json_values: MAX_JSON_VALUES,
            json_depth: MAX_JSON_DEPTH,
            xml_bytes: MAX_XML_BYTES,
            xml_depth: MAX_XML_DEPTH,
            xml_nodes: MAX_XML_NODES,
            workbook_bytes: MAX_WORKBOOK_BYTES,
            workbook_expanded_bytes: MAX_WORKBOOK_EXPANDED_BYTES,
            workbook_parts: MAX_WORKBOOK_PARTS,
            utf16_bytes: MAX_UTF16_BYTES,
            columns: MAX_COLUMNS,
            table_rows: MAX_TABLE_ROWS,
            statements: MAX_STATEMENTS,
            statement_bytes: MAX_STATEMENT_BYTES,
            file_bytes: MAX_FILE_BYTES,
            expanded_bytes: MAX_EXPANDED_BYTES,
            ratio: MAX_RATIO,
            ratio_from_bytes: RATIO_FROM_BYTES,
        }
    }
}

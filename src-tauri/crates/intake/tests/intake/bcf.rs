//! BCF: the same findings as the VCF that it stands for, and no trust in the lengths that it claims.

use crate::support::{go_on, notes, read, read_with, shared};
use crate::vcf::bgzip;
use entaku_domain::draft::Draft;
use entaku_intake::{IntakeErrorKind, Options, read_file};
use proptest::prelude::*;

const HEADER: &str = "##fileformat=VCFv4.2
##FILTER=<ID=PASS,Description=\"All filters passed\">
##FILTER=<ID=q10,Description=\"Quality below 10\">
##contig=<ID=chr7,length=159345973>
##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">
##INFO=<ID=SOMATIC,Number=0,Type=Flag,Description=\"Somatic\">
##INFO=<ID=NOTE,Number=1,Type=String,Description=\"Note\">
##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">
##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Depths\">
##FORMAT=<ID=AF,Number=A,Type=Float,Description=\"Frequency\">
#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tNORMAL\tTUMOR
";

/// The lines of [`sound`].
const LINES: &str =
    "chr7\t55191822\trs1\tT\tG\t50\tPASS\tDP=500;SOMATIC;NOTE=seen\tGT:AD:AF\t0|0:99,0:0\t0/1:309,191:0.382
chr7\t55191830\t.\tG\tGA,C\t.\tq10\t.\tGT:AD:AF\t./.:.:.\t1/2:1,2,3:0.5,.
chr7\t55191900\t.\tA\t.\t7.5\t.\tDP=.
";

/// A typed text.
fn text(text: &str) -> Vec<u8> {
    let mut bytes = vec![u8::try_from(text.len() << 4).unwrap() | 7];
    bytes.extend(text.as_bytes());
    bytes
}

struct Site<'a> {
    position: i32,
    quality: u32,
    id: &'a str,
    alleles: &'a [&'a str],
    filter: &'a [u8],
    info: (u16, &'a [u8]),
    samples: (u8, &'a [u8]),
}

fn record(site: &Site<'_>) -> Vec<u8> {
    let mut shared = Vec::new();
    shared.extend(0i32.to_le_bytes());
    shared.extend((site.position - 1).to_le_bytes());
    shared.extend(1i32.to_le_bytes());
    shared.extend(site.quality.to_le_bytes());
    shared.extend(site.info.0.to_le_bytes());
    shared.extend(u16::try_from(site.alleles.len()).unwrap().to_le_bytes());
    shared.extend([2, 0, 0, site.samples.0]);
    for word in std::iter::once(&site.id).chain(site.alleles) {
        shared.extend(text(word));
    }
    shared.extend(site.filter);
    shared.extend(site.info.1);
    let mut bytes = u32::try_from(shared.len()).unwrap().to_le_bytes().to_vec();
    bytes.extend(u32::try_from(site.samples.1.len()).unwrap().to_le_bytes());
    bytes.extend(shared);
    bytes.extend(site.samples.1);
    bytes
}

/// The file of [`HEADER`] and [`LINES`]. Numbers of keys: PASS 0, q10 1, DP 2, SOMATIC 3, NOTE 4, GT 5, AD 6, AF 7.
fn sound() -> Vec<u8> {
    let header = format!("{HEADER}\0");
    let mut bytes = b"BCF\x02\x02".to_vec();
    bytes.extend(u32::try_from(header.len()).unwrap().to_le_bytes());
    bytes.extend(header.as_bytes());
    let mut info = vec![0x11, 2, 0x12, 0xF4, 0x01, 0x11, 3, 0x00, 0x11, 4];
    info.extend(text("seen"));
    let mut samples = vec![0x11, 5, 0x21, 2, 3, 2, 4];
    samples.extend([0x11, 6, 0x22, 99, 0, 0, 0, 0x35, 0x01, 191, 0]);
    samples.extend([0x11, 7, 0x15]);
    samples.extend([0f32, 0.382].iter().flat_map(|number| number.to_le_bytes()));
    let first = Site {
        position: 55_191_822,
        quality: 50f32.to_bits(),
        id: "rs1",
        alleles: &["T", "G"],
        filter: &[0x11, 0],
        info: (3, &info),
        samples: (3, &samples),
    };
    let mut samples = vec![0x11, 5, 0x21, 0, 0, 4, 6];
    samples.extend([0x11, 6, 0x31, 0x80, 0x81, 0x81, 1, 2, 3]);
    samples.extend([0x11, 7, 0x25]);
    samples.extend(
        [0x7F80_0001u32, 0x7F80_0002, 0.5f32.to_bits(), 0x7F80_0001].iter().flat_map(|n| n.to_le_bytes()),
    );
    let second = Site {
        position: 55_191_830,
        quality: 0x7F80_0001,
        id: ".",
        alleles: &["G", "GA", "C"],
        filter: &[0x11, 1],
        info: (0, &[]),
        samples: (3, &samples),
    };
    let third = Site {
        position: 55_191_900,
        quality: 7.5f32.to_bits(),
        id: ".",
        alleles: &["A"],
        filter: &[0x00],
        info: (1, &[0x11, 2, 0x11, 0x80]),
        samples: (0, &[]),
    };
    for site in [first, second, third] {
        bytes.extend(record(&site));
    }
    bytes
}

fn same(binary: &Draft, text: &Draft) {
    assert_eq!(binary.findings, text.findings);
    assert_eq!((&binary.ledger, &binary.set_aside), (&text.ledger, &text.set_aside));
    assert_eq!((&binary.notes, &binary.assembly), (&text.notes, &text.assembly));
    assert_eq!((&binary.test, &binary.tumour_sample), (&text.test, &text.tumour_sample));
}

#[test]
fn both_forms_of_a_file_give_the_same_findings_notes_and_lines() {
    let text = read(format!("{HEADER}{LINES}")).unwrap();
    assert_eq!((text.ledger.read, text.ledger.kept), (4, 1));
    for bytes in [sound(), bgzip(&sound())] {
        let draft = read(bytes).unwrap();
        same(&draft, &text);
        assert_eq!((draft.file.format.as_str(), draft.file.format_version.as_deref()), ("BCF", Some("4.2")));
    }
}

#[test]
fn public_files_in_both_forms_are_equal() {
    let Some(folder) = shared("vcf/cyvcf2") else { return };
    for (binary, text) in
        [("test.snpeff.bcf", "test.snpeff.vcf"), ("multi-contig.bcf", "multi-contig.vcf.gz")]
    {
        let load = |name: &str| read_file(&folder.join(name), &Options::default(), &mut go_on).unwrap();
        let (binary, text) = (load(binary), load(text));
        // bcftools adds a line to the header of a file that it converts, and writes numbers its own way.
        let named = |draft: &Draft| -> Vec<String> {
            let told = |finding: &entaku_domain::finding::DraftFinding| {
                let vaf = finding.alteration.vaf().map(|vaf| (vaf.fraction() * 1e4).round());
                format!("{} {} {vaf:?}", finding.alteration.subject(), finding.alteration.change())
            };
            draft.findings.iter().map(told).collect()
        };
        assert_eq!(named(&binary), named(&text));
        assert_eq!((binary.ledger, binary.tumour_sample), (text.ledger, text.tumour_sample));
    }
}

#[test]
fn a_record_that_cannot_be_read_is_set_aside_and_the_next_is_read() {
    let bytes = sound();
    let at = bytes.windows(5).position(|window| window == [0x17, b'T', 0x17, b'G', 0x11]).unwrap();
    for (wrong, what) in [(0xF7, "an allele"), (0x14, "an allele")] {
        let mut bytes = bytes.clone();
        bytes[at] = wrong;
        let draft = read(&bytes).unwrap();
        assert_eq!((draft.ledger.read, draft.ledger.by_reason["unreadable"]), (4, 1), "{}", notes(&draft));
        assert!(notes(&draft).contains("Error unreadable-record record:12"), "{what}: {}", notes(&draft));
    }
}

#[test]
fn a_file_that_breaks_off_is_refused_and_lengths_are_not_believed() {
    let bytes = sound();
    let start = 9 + HEADER.len() + 1;
    for cut in [4, 8, 100, start + 3, start + 20, bytes.len() - 1] {
        let error = read(&bytes[..cut]).unwrap_err();
        assert_eq!(
            (error.kind, error.place.line.is_some()),
            (IntakeErrorKind::Damaged, true),
            "cut at {cut}"
        );
    }
    for at in [5, start, start + 4] {
        let mut bytes = bytes.clone();
        bytes[at..at + 4].copy_from_slice(&u32::MAX.to_le_bytes());
        assert_eq!(read(&bytes).unwrap_err().kind, IntakeErrorKind::TooLarge, "length at {at}");
    }
}

#[test]
fn a_few_bytes_cannot_be_written_out_as_a_flood() {
    let names: String = (0..5_000).map(|number| format!("\ts{number}")).collect();
    let header = format!("{}{names}\n\0", HEADER.trim_end());
    let mut bytes = b"BCF\x02\x02".to_vec();
    bytes.extend(u32::try_from(header.len()).unwrap().to_le_bytes());
    bytes.extend(header.as_bytes());
    let keys: Vec<u8> = (0..255).flat_map(|_| [0x11, 5, 0x00]).collect();
    let site = Site {
        position: 1,
        quality: 0,
        id: ".",
        alleles: &["A", "C"],
        filter: &[0x00],
        info: (0, &[]),
        samples: (255, &keys),
    };
    let mut one = record(&site);
    // 8 sizes, then CHROM, POS, length, QUAL, counts: the number of samples.
    one[28..31].copy_from_slice(&5_002u32.to_le_bytes()[..3]);
    for _ in 0..3 {
        bytes.extend(&one);
    }
    let refused = |line_bytes, ratio_from_bytes| {
        let mut options = Options::default();
        (options.limits.line_bytes, options.limits.ratio_from_bytes) = (line_bytes, ratio_from_bytes);
        read_with(&bytes, &options).is_err_and(|error| error.kind == IntakeErrorKind::TooLarge)
    };
    assert!(refused(1 << 20, u64::MAX), "one line is too long");
    assert!(refused(64 << 20, 1 << 20), "so are all together");
}

proptest! {
    #[test]
    fn damaged_bytes_never_break_the_ledger(at in prop::collection::vec((0usize..2000, any::<u8>()), 1..8), cut in 1usize..2000) {
        let mut bytes = sound();
        for (index, byte) in at {
            let index = index % bytes.len();
            bytes[index] = byte;
        }
        bytes.truncate(cut.min(bytes.len()));
        // `read` of the support module checks the ledger of whatever can still be read.
        let _ = read(&bytes);
    }
}

//! Files made to do harm: refused in time and memory, or read with a note.

use crate::support::read;
use crate::vcf::{EGFR, bgzip, file, gzip};
use entaku_intake::{IntakeErrorKind, Options};
use std::io::Read;
use std::ops::ControlFlow;
use std::time::Instant;

/// A header and then one endless line.
struct Endless<'a> {
    head: &'a [u8],
    left: u64,
}

impl Read for Endless<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> std::io::Result<usize> {
        if !self.head.is_empty() {
            return self.head.read(buffer);
        }
        let count = buffer.len().min(usize::try_from(self.left).unwrap_or(usize::MAX));
        buffer[..count].fill(b'A');
        self.left -= count as u64;
        Ok(count)
    }
}

/// A bgzip file of `text` and then one block of 65 280 equal bytes, `times` over: compressing gigabytes would take long,
/// repeating a compressed block does not.
fn bomb(text: &[u8], byte: u8, times: usize) -> Vec<u8> {
    let pack = |bytes: &[u8]| {
        let mut packed = bgzip(bytes);
        // Without the empty block that marks the end.
        packed.truncate(packed.len() - 28);
        packed
    };
    let mut file = pack(text);
    let block = pack(&vec![byte; 65_280]);
    for _ in 0..times {
        file.extend(&block);
    }
    file.extend(bgzip(b""));
    file
}

#[test]
fn a_line_of_three_gigabytes_in_a_small_file_is_refused_at_once() {
    let head = b"##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n1\t1\t.\tA\t";
    let packed = bomb(head, b'A', 46_000);
    assert!(packed.len() < 6 << 20, "{} bytes", packed.len());
    let mut read_so_far = 0;
    let start = Instant::now();
    let error = entaku_intake::read("bomb.vcf.gz", packed.as_slice(), &Options::default(), &mut |progress| {
        read_so_far = progress.bytes;
        ControlFlow::Continue(())
    })
    .unwrap_err();
    println!("refused after {:?}", start.elapsed());
    assert_eq!((error.kind, error.place.line), (IntakeErrorKind::TooLarge, Some(3)));
    assert!(read_so_far < 2 << 20, "nothing was read beyond the limit of a line: {read_so_far} bytes");
}

#[test]
fn bombs_of_other_formats_are_refused_as_well() {
    for (head, byte) in [
        (&b"{\"metaData\": {}, \"testInfo\": \""[..], b'A'),
        (b"{\"metaData\": [", b'['),
        (b"##fileformat=VCFv4.2\n##x=", b'A'),
        (b"##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\n", b'\n'),
        (b"##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t", b'\t'),
        (b"BCF\x02\x02\xff\xff\xff\x7f", b'A'),
        (b"<?xml version=\"1.0\"?><a>", b'A'),
        (b"Hugo_Symbol\tChromosome\n", b'A'),
    ] {
        let packed = bomb(head, byte, 4_000);
        let error = read(&packed).unwrap_err();
        let kinds = [IntakeErrorKind::TooLarge, IntakeErrorKind::UnknownFormat, IntakeErrorKind::Damaged];
        assert!(kinds.contains(&error.kind), "{error}");
    }
}

#[test]
fn an_endless_plain_line_is_refused_at_once() {
    let source = Endless { head: b"##fileformat=VCFv4.2\n", left: u64::MAX };
    let error = entaku_intake::read("a", source, &Options::default(), &mut |_| ControlFlow::Continue(()))
        .unwrap_err();
    assert_eq!(error.kind, IntakeErrorKind::TooLarge);
}

#[test]
fn endless_rows_of_tables_and_endless_nesting_are_refused_as_soon_as_they_exceed_their_limit() {
    let maf = b"Hugo_Symbol\tChromosome\tStart_Position\tReference_Allele\tTumor_Seq_Allele2\n";
    let quoted = format!("{}\"", crate::ccat_report::three());
    for head in [&maf[..], quoted.as_bytes()] {
        let mut read_so_far = 0;
        let source = Endless { head, left: u64::MAX };
        let error = entaku_intake::read("a", source, &Options::default(), &mut |progress| {
            read_so_far = progress.bytes;
            ControlFlow::Continue(())
        })
        .unwrap_err();
        assert_eq!(error.kind, IntakeErrorKind::TooLarge, "{error}");
        assert!(read_so_far < 40 << 20, "{read_so_far} bytes were read");
    }
    for (start, deeper) in
        [("{\"metaData\":", "["), ("{\"metaData\":", "{\"a\":"), ("<ResultsReport>", "<a>")]
    {
        let error = read(start.to_owned() + &deeper.repeat(1_000_000)).unwrap_err();
        assert_eq!(error.kind, IntakeErrorKind::TooLarge, "{error}");
        assert!(error.found.en.contains("nested"), "refused for its depth and not for its size: {error}");
    }
}

#[test]
fn data_that_expands_several_hundred_times_is_refused() {
    let mut text = file(&[]);
    let line = "chr7\t100\t.\tT\tG\t.\tPASS\t.\tGT\t0/0\t0/1\n";
    text.push_str(&line.repeat((2 << 20) / line.len()));
    for packed in [gzip(text.as_bytes()), bgzip(text.as_bytes())] {
        let ratio = (text.len() / packed.len()) as u64;
        assert!(ratio > 100, "{ratio}");
        let mut options = Options::default();
        (options.limits.ratio, options.limits.ratio_from_bytes) = (ratio / 2, 1 << 20);
        let reads = |options: &Options| {
            entaku_intake::inspect("a", packed.as_slice(), options, &mut |_| ControlFlow::Continue(()))
        };
        assert_eq!(reads(&options).unwrap_err().kind, IntakeErrorKind::TooLarge);
        options.limits.ratio_from_bytes = 16 << 20;
        assert!(reads(&options).is_ok(), "a little data does no harm at any ratio");
    }
}

#[test]
fn ten_thousand_sample_columns_are_read() {
    let names: Vec<String> = (0..10_000).map(|n| format!("s{n}")).collect();
    let values = vec!["0/1:3,2"; 10_000].join("\t");
    let text = format!(
        "##fileformat=VCFv4.2\n#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\t{}\n7\t100\t.\tT\tG\t.\tPASS\t.\tGT:AD\t{values}\n",
        names.join("\t")
    );
    let draft = read(text).unwrap();
    assert_eq!(draft.ledger.kept, 1);
    assert!(
        draft.test.samples.len() <= 100 && draft.findings[0].verbatim.len() < 30,
        "a cohort is not copied"
    );
}

#[test]
fn a_record_of_very_many_alleles_or_fields_is_bounded() {
    let alleles = vec!["G"; 100_000].join(",");
    let draft = read(file(&[&format!("chr7 100 . T {alleles} . PASS . GT 0/0 0/1")])).unwrap();
    assert_eq!(draft.ledger.by_reason["unsupported"], 100_000);
    let fields: String = (0..200_000).map(|n| format!("K{n}=1;")).collect();
    let draft = read(file(&[&format!("chr7 100 . T G . PASS {fields} GT 0/0 0/1")])).unwrap();
    let bytes: usize = draft.findings[0].verbatim.iter().map(|field| field.0.len() + field.1.len()).sum();
    assert!(bytes < 80 << 10, "{bytes} bytes of verbatim fields");
}

#[test]
fn archives_that_are_cut_or_damaged_are_refused() {
    let records: Vec<String> = (1..3_000).map(|n| EGFR.replace("55191822", &n.to_string())).collect();
    let text = file(&records.iter().map(String::as_str).collect::<Vec<_>>());
    for packed in [gzip(text.as_bytes()), bgzip(text.as_bytes())] {
        assert_eq!(read(&packed[..packed.len() / 2]).unwrap_err().kind, IntakeErrorKind::Damaged);
        let mut damaged = packed.clone();
        let middle = damaged.len() / 2;
        damaged[middle] ^= 0x55;
        assert_eq!(read(damaged).unwrap_err().kind, IntakeErrorKind::Damaged, "the checksum tells");
    }
    let nested = gzip(&gzip(text.as_bytes()));
    assert_eq!(read(nested).unwrap_err().kind, IntakeErrorKind::UnknownFormat);
}

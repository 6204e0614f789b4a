//! What the comparison of every REF with a reference genome adds to reading a file: the same file in the same process with
//! and without, in turn.
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use entaku_desk::Desk;
use entaku_tests::panel::call;
use entaku_tests::place::Folder;
use serde_json::json;

use crate::folder;
use crate::job::{create, desk};
use crate::measure::{median, ms};
use crate::table::Table;
use crate::vcf::{BASES, CHROMOSOMES, CLOSE, FIRST, Kind, made};

const RUNS: usize = 9;
const LINE: usize = 60;
/// Nearly every record on a page of its own, as in an exome: the genome has 300 MB then.
const FAR: usize = 3_000;

/// Measures records as close as those of a panel and as far apart as those of an exome; all of them are compared.
pub fn bench(table: &mut Table) {
    for (apart, where_from) in [(CLOSE, "a panel"), (FAR, "an exome")] {
        let kind = Kind { records: 100_000, one_passes_in: 1, apart };
        compare(table, kind, where_from);
    }
}

fn compare(table: &mut Table, kind: Kind, where_from: &str) {
    let place = Folder::new("bench-reference");
    let (file, genome) = (made(kind), genome(kind));
    let (mut without, mut with) = (desk(&place.join("without")), desk(&place.join("with")));
    create(&mut without);
    create(&mut with);
    let list = call(&mut with, "register_reference", json!({ "path": genome, "build": "GRCh38" }));
    assert_eq!(list[0]["ok"], true, "{list}");
    // In turn, so that both meet the same load.
    let (mut plain, mut compared) = (Vec::new(), Vec::new());
    for _ in 0..RUNS {
        plain.push(read(&mut without, &file, 0));
        compared.push(read(&mut with, &file, kind.records));
    }
    plain.sort();
    compared.sort();
    let (plain, compared) = (median(&plain), median(&compared));
    table.row(
        &format!(
            "REF of {} records, {} bases apart as in {where_from}, beside a reference (plain FASTA)",
            kind.records, kind.apart
        ),
        &format!("{:.0} ms: {:+.0} %", ms(compared), (ms(compared) / ms(plain) - 1.0) * 100.0),
        &format!("reading alone {:.0} ms", ms(plain)),
        "≤ 30 % more than reading",
    );
}

/// Reads the whole file and makes sure that so many REFs were compared.
fn read(desk: &mut Desk, file: &Path, compared: usize) -> Duration {
    let start = Instant::now();
    let found = call(desk, "inspect_file", json!({ "path": file }));
    let took = start.elapsed();
    assert_eq!(found["reference"]["lookedAt"].as_u64().unwrap_or(0), compared as u64);
    assert_eq!(found["reference"]["misfits"].as_u64().unwrap_or(0), 0);
    took
}

/// A genome on which the records of the made file fit, made once.
fn genome(kind: Kind) -> PathBuf {
    let path = folder().join(format!("genome-{}-{}.fa", kind.records, kind.apart));
    if !path.is_file() {
        let half = path.with_extension("part");
        write(&half, kind).expect("target can be written");
        std::fs::rename(&half, &path).expect("target can be written");
    }
    path
}

fn write(path: &Path, kind: Kind) -> std::io::Result<()> {
    let mut out = BufWriter::with_capacity(1 << 20, File::create(path)?);
    let per_chromosome = kind.per_chromosome();
    for chromosome in 0..CHROMOSOMES {
        writeln!(out, ">chr{}", chromosome + 1)?;
        let mut bases = vec![b'A'; FIRST + per_chromosome * kind.apart];
        // Soft-masked in part, as genomes are.
        for (at, base) in bases.iter_mut().enumerate() {
            *base = b"acgtACGT"[(at.wrapping_mul(2_654_435_761) >> 13) % 8];
        }
        for record in 0..per_chromosome {
            let number = chromosome * per_chromosome + record;
            bases[FIRST - 1 + record * kind.apart] = BASES[number % 4] as u8;
        }
        for line in bases.chunks(LINE) {
            out.write_all(line)?;
            out.write_all(b"\n")?;
        }
    }
    out.flush()
}

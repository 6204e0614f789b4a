//! A large annotated VCF, beside two other programs that read it.
use std::fmt::Write as _;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use entaku_tests::desk::PASSWORD;
use entaku_tests::place::Folder;

use crate::measure::{Took, middle, ms, process, told};
use crate::table::Table;
use crate::{folder, program};

const RUNS: usize = 5;
/// What a reader of cyvcf2 that wants the same fields does.
const CYVCF2: &str = "\
import sys, cyvcf2
n = 0
for v in cyvcf2.VCF(sys.argv[1]):
    n += v.POS + len(v.INFO.get('CSQ') or '') + int(v.format('AD')[0][0])
print(n)";
const CSQ_FIELDS: &str = "Allele|Consequence|IMPACT|SYMBOL|Gene|Feature_type|Feature|BIOTYPE|EXON|INTRON|HGVSc|HGVSp|\
cDNA_position|CDS_position|Protein_position|Amino_acids|Codons|Existing_variation|DISTANCE|STRAND|FLAGS|PICK|\
SYMBOL_SOURCE|HGNC_ID|MANE_SELECT|TSL|SIFT|PolyPhen|AF|gnomADe_AF|CLIN_SIG|PHENO";

/// A made file: so many records, of which one in so many passed the caller's filters.
#[derive(Clone, Copy)]
pub struct Kind {
    pub records: usize,
    pub one_passes_in: usize,
    /// Bases from one record to the next.
    pub apart: usize,
}

/// As close as the variants of a panel's genes.
pub const CLOSE: usize = 13;
/// Position of the first record of each chromosome.
pub const FIRST: usize = 10_000;
pub const CHROMOSOMES: usize = 22;
pub const BASES: [char; 4] = ['A', 'C', 'G', 'T'];

impl Kind {
    pub fn per_chromosome(self) -> usize {
        self.records.div_ceil(CHROMOSOMES)
    }
}

/// Measures 100 000 records as a caller writes them and with all of them passed; a million where asked.
pub fn bench(table: &mut Table, million: bool) {
    let called = Kind { records: 100_000, one_passes_in: 50, apart: CLOSE };
    compare(table, called, RUNS);
    stored(table, called);
    compare(table, Kind { records: 100_000, one_passes_in: 1, apart: CLOSE }, RUNS);
    if million {
        compare(table, Kind { records: 1_000_000, one_passes_in: 50, apart: CLOSE }, 1);
        compare(table, Kind { records: 1_000_000, one_passes_in: 1, apart: CLOSE }, 1);
    }
}

fn compare(table: &mut Table, kind: Kind, runs: usize) {
    let Some(cli) = program("ENTAKU_CLI", "entaku-cli") else {
        return table.row("VCF", "not measured: `entaku-cli` is not built", "", "");
    };
    let file = made(kind);
    let inspect = || {
        let mut command = Command::new(&cli);
        command.arg("--json").arg("inspect").arg(&file).env("HOME", folder());
        command
    };
    let view = || {
        let mut command = Command::new("bcftools");
        command.arg("view").arg(&file);
        command
    };
    let cyvcf2 = || {
        let mut command = Command::new("python3");
        command.args(["-c", CYVCF2]).arg(&file);
        command
    };
    // In turn, so that all meet the same load.
    let (mut ours, mut theirs, mut python) = (Vec::new(), Ok(Vec::new()), Ok(Vec::new()));
    for _ in 0..runs {
        ours.push(process(&mut inspect()).expect("the file is read"));
        add(&mut theirs, || process(&mut view()));
        add(&mut python, || process(&mut cyvcf2()));
    }
    let ours = middle(ours);
    let beside = |name: &str, other: Result<Vec<Took>, String>| match other {
        Ok(all) => {
            let other = middle(all);
            format!("{name} {} ({:.2}×)", told(other), ms(ours.wall) / ms(other.wall))
        }
        Err(why) => format!("{name}: not here ({why})"),
    };
    let size = std::fs::metadata(&file).map_or(0, |file| file.len()) as f64 / 1_048_576.0;
    let packed = if file.extension().is_some_and(|end| end == "gz") { "bgzip" } else { "text" };
    table.row(
        &format!(
            "VCF of {} records with VEP CSQ, {} PASS ({size:.0} MiB {packed}), `entaku-cli inspect`",
            kind.records,
            kind.records.div_ceil(kind.one_passes_in)
        ),
        &told(ours),
        &format!("{}; {}", beside("`bcftools view`", theirs), beside("cyvcf2", python)),
        "≤ 2 × `bcftools view`, < 100 MiB",
    );
}

/// The same file into a store: read, kept, findings recorded; the key derivation alone takes 64 MiB.
fn stored(table: &mut Table, kind: Kind) {
    let Some(cli) = program("ENTAKU_CLI", "entaku-cli") else { return };
    let (file, place) = (made(kind), Folder::new("bench-vcf"));
    let terminal = || {
        let mut command = Command::new(&cli);
        command.arg("--store").arg(place.join("store")).arg("--json").env("HOME", place.path());
        command.env("ENTAKU_PASSWORD", PASSWORD);
        command
    };
    process(terminal().args(["init", "--institution", "円卓大学病院", "--member", "佐藤 恵"]))
        .expect("a store is made");
    let taken = (0..RUNS).map(|_| process(terminal().arg("intake").arg(&file)).expect("the file is stored"));
    let taken = middle(taken.collect());
    table.row(
        &format!("the same file, `entaku-cli intake`: {} findings stored", kind.records / kind.one_passes_in),
        &told(taken),
        "one key derivation included",
        "< 100 MiB",
    );
}

/// Adds a run, unless one before has failed.
fn add(all: &mut Result<Vec<Took>, String>, run: impl FnOnce() -> Result<Took, String>) {
    if let Ok(done) = all {
        match run() {
            Ok(took) => done.push(took),
            Err(why) => *all = Err(why),
        }
    }
}

/// The file, made once; packed where bgzip is there.
pub fn made(kind: Kind) -> PathBuf {
    let text = folder().join(format!("made-{}-{}-{}.vcf", kind.records, kind.one_passes_in, kind.apart));
    let packed = text.with_extension("vcf.gz");
    if packed.is_file() {
        return packed;
    }
    if !text.is_file() {
        write(&text, kind).expect("target can be written");
    }
    let out = File::create(&packed).expect("target can be written");
    let done = Command::new("bgzip").arg("-c").arg(&text).stdout(out).stderr(Stdio::null()).status();
    match done {
        Ok(status) if status.success() => {
            let _ = std::fs::remove_file(&text);
            packed
        }
        _ => {
            let _ = std::fs::remove_file(&packed);
            text
        }
    }
}

/// Records in order over the chromosomes, two or three annotations each.
fn write(path: &Path, kind: Kind) -> std::io::Result<()> {
    let Kind { records, one_passes_in, apart } = kind;
    let mut out = BufWriter::new(File::create(path)?);
    writeln!(
        out,
        "##fileformat=VCFv4.2\n##reference=GRCh38\n##FILTER=<ID=weak_evidence,Description=\"Weak\">"
    )?;
    for chromosome in 1..=CHROMOSOMES {
        writeln!(
            out,
            "##contig=<ID=chr{chromosome},length={}>",
            if chromosome == 1 { 248_956_422 } else { 240_000_000 }
        )?;
    }
    writeln!(out, "##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">")?;
    writeln!(
        out,
        "##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: {CSQ_FIELDS}\">"
    )?;
    for (id, number, kind) in
        [("GT", "1", "String"), ("AD", "R", "Integer"), ("AF", "A", "Float"), ("DP", "1", "Integer")]
    {
        writeln!(out, "##FORMAT=<ID={id},Number={number},Type={kind},Description=\"{id}\">")?;
    }
    writeln!(out, "#CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOR")?;
    let mut line = String::new();
    let per_chromosome = kind.per_chromosome();
    for number in 0..records {
        line.clear();
        let (chromosome, place) = (1 + number / per_chromosome, FIRST + number % per_chromosome * apart);
        let (from, to) = (BASES[number % 4], BASES[(number + 1) % 4]);
        let filter = if number.is_multiple_of(one_passes_in) { "PASS" } else { "weak_evidence" };
        let (depth, alternate) = (200 + number % 400, 5 + number % 90);
        let _ =
            write!(line, "chr{chromosome}\t{place}\trs{number}\t{from}\t{to}\t60\t{filter}\tDP={depth};CSQ=");
        for transcript in 0..2 + number % 2 {
            let comma = if transcript > 0 { "," } else { "" };
            let codon = 10 + number % 900;
            let _ = write!(
                line,
                "{comma}{to}|missense_variant&splice_region_variant|MODERATE|GENE{gene}|ENSG{gene:011}|Transcript|\
                 ENST{id:011}.{version}|protein_coding|{exon}/11||ENST{id:011}.{version}:c.{base}{from}>{to}|\
                 ENSP{id:011}.{version}:p.Arg{codon}Gly|{cdna}|{base}|{codon}|R/G|Cgt/Ggt|rs{number}&COSV{number}||1||\
                 {pick}|HGNC|HGNC:{gene}|NM_{gene:06}.4|1|deleterious(0.01)|probably_damaging(0.98)|0.0001|0.00002|\
                 uncertain_significance|1&1",
                gene = number / 40 % 600,
                id = number / 40 % 600 * 7 + transcript,
                version = 3 + transcript,
                exon = 1 + number % 11,
                base = codon * 3 - 2,
                cdna = codon * 3 + 120,
                pick = if transcript == 0 { "1" } else { "" },
            );
        }
        let share = alternate as f64 / depth as f64;
        let _ = writeln!(line, "\tGT:AD:AF:DP\t0/1:{},{alternate}:{share:.4}:{depth}", depth - alternate);
        out.write_all(line.as_bytes())?;
    }
    out.flush()
}

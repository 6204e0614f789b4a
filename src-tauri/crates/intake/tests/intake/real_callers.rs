//! Reads and frequencies of the tumour as each caller writes them, against the MAF published with the files and against
//! sums made here from the raw columns.

use crate::support::{go_on, shared};
use entaku_domain::finding::{Alteration, DraftFinding, ShortVariant};
use entaku_intake::{Limits, Options, read_file};
use std::collections::HashMap;
use std::path::Path;

fn variants(path: &Path) -> Vec<(String, ShortVariant)> {
    let limits = Limits { findings: 100_000, ..Limits::default() };
    let draft = read_file(path, &Options { limits, ..Options::default() }, &mut go_on).unwrap();
    let short = |finding: DraftFinding| match finding.alteration {
        Alteration::ShortVariant(variant) => Some((finding.item, variant)),
        _ => None,
    };
    draft.findings.into_iter().filter_map(short).collect()
}

fn text(path: &Path) -> String {
    let bytes = std::fs::read(path).unwrap();
    if !bytes.starts_with(&[0x1F, 0x8B]) {
        return String::from_utf8(bytes).unwrap();
    }
    let mut text = String::new();
    std::io::Read::read_to_string(&mut flate2::read::MultiGzDecoder::new(bytes.as_slice()), &mut text)
        .unwrap();
    text
}

/// A change as a MAF has it: without shared bases, `-` for none.
fn as_maf(variant: &ShortVariant) -> (String, u32, String, String) {
    let (mut reference, mut alternate) =
        (variant.reference.clone().unwrap(), variant.alternate.clone().unwrap());
    let mut position = variant.position.unwrap().get();
    // As the MAF was made: the first base is dropped while both share it, and what is left at the end stays.
    while reference.chars().next() == alternate.chars().next() && reference.len() != alternate.len() {
        if reference.is_empty() || alternate.is_empty() {
            break;
        }
        reference.remove(0);
        alternate.remove(0);
        position += 1;
    }
    // An insertion stands between two bases, of which the MAF names the first.
    if reference.is_empty() {
        position -= 1;
    }
    let dash = |text: String| if text.is_empty() { "-".to_owned() } else { text };
    (variant.chromosome.as_ref().unwrap().as_str().to_owned(), position, dash(reference), dash(alternate))
}

#[test]
fn depths_agree_with_the_published_maf() {
    let Some(folder) = shared("vcf/vcf2maf") else { return };
    for (vcf, maf) in [("test.vcf", "test_output.vep_isoforms.maf"), ("test_maf2vcf.vcf", "test.maf")] {
        let mut ours: HashMap<_, Vec<_>> = HashMap::new();
        for (_, variant) in variants(&folder.join(vcf)) {
            ours.entry(as_maf(&variant)).or_default().push((variant.depth, variant.alternate_depth));
        }
        let text = text(&folder.join(maf));
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
        let column = |name: &str| header.iter().position(|field| *field == name).unwrap();
        let [chromosome, start, reference, alternate, depth, count] = [
            "Chromosome",
            "Start_Position",
            "Reference_Allele",
            "Tumor_Seq_Allele2",
            "t_depth",
            "t_alt_count",
        ]
        .map(column);
        let mut compared = 0;
        for line in lines {
            let fields: Vec<&str> = line.split('\t').collect();
            let key = (
                fields[chromosome].to_owned(),
                fields[start].parse().unwrap(),
                fields[reference].to_owned(),
                fields[alternate].to_owned(),
            );
            let theirs = (fields[depth].parse().ok(), fields[count].parse().ok());
            let found = ours.get(&key).unwrap_or_else(|| panic!("{vcf}: no finding for {key:?}"));
            assert!(found.contains(&theirs), "{vcf} {key:?}: {found:?}, the MAF says {theirs:?}");
            compared += 1;
        }
        assert!(compared >= 20, "{vcf}: {compared} rows");
    }
}

/// Depth and reads for the allele, worked out from the fields of the tumour's column.
type Sums = fn(&HashMap<&str, &str>, &str) -> Option<(u32, u32)>;

fn nth(text: &str, index: usize) -> Option<u32> {
    text.split(',').nth(index)?.parse().ok()
}

#[test]
fn every_callers_fields_are_summed_alike_here_and_there() {
    let second: Sums = |fields, _| Some((nth(fields["DP"], 0)?, nth(fields["AD"], 1)?));
    let strands: Sums =
        |fields, _| Some((nth(fields["DP"], 0)?, nth(fields["DP4"], 2)? + nth(fields["DP4"], 3)?));
    let single: Sums = |fields, _| Some((nth(fields["DP"], 0)?, nth(fields["AD"], 0)?));
    let tiers: Sums = |fields, alternate| {
        let field = if fields.contains_key("TIR") { "TIR".to_owned() } else { format!("{alternate}U") };
        Some((nth(fields["DP"], 0)?, nth(fields[field.as_str()], 0)?))
    };
    let mut files = 0;
    for (path, sums) in [
        ("vcf2maf/test_mutect.vcf", second),
        ("vcf2maf/test_muse.vcf", second),
        ("vcf2maf/test_pindel.vcf", second),
        ("vcf2maf/test_radia.vcf", second),
        ("vcf2maf/test_sniper.vcf", strands),
        ("vcf2maf/test_varscan.vcf", single),
        ("vcf2maf/test_strelka.vcf", tiers),
        ("somaticseq/tests/example/paired_example/Strelka.snv.vcf.gz", tiers),
        ("somaticseq/tests/example/paired_example/Strelka.indel.vcf.gz", tiers),
    ] {
        let Some(folder) = shared("vcf") else { return };
        let file = folder.join(path);
        if !file.is_file() {
            println!("skipped: {} absent", file.display());
            continue;
        }
        let text = text(&file);
        let mut tumour = 0;
        let mut lines: HashMap<String, Vec<&str>> = HashMap::new();
        for (index, line) in text.lines().enumerate() {
            let columns: Vec<&str> = line.split('\t').collect();
            if line.starts_with("#CHROM") {
                tumour = columns.iter().position(|name| matches!(*name, "TUMOR" | "DNA_TUMOR")).unwrap();
            } else if !line.starts_with('#') {
                let id =
                    if columns[2] == "." { format!("line {}", index + 1) } else { columns[2].to_owned() };
                lines.insert(id, columns);
            }
        }
        let mut compared = 0;
        for (item, variant) in variants(&file) {
            let Some(columns) = lines.get(&item).filter(|columns| !columns[4].contains(',')) else {
                continue;
            };
            let fields: HashMap<&str, &str> = columns[8].split(':').zip(columns[tumour].split(':')).collect();
            if fields.get("DP").is_none_or(|depth| *depth == ".") {
                continue;
            }
            let Some(theirs) = sums(&fields, columns[4]) else { continue };
            assert_eq!(
                (variant.depth, variant.alternate_depth),
                (Some(theirs.0), Some(theirs.1)),
                "{path} {item}"
            );
            let fraction = variant.vaf.map(|vaf| vaf.fraction());
            // The callers' own fractions leave out reads of low quality, so they may differ a little from the ratio.
            let ratio = f64::from(theirs.1) / f64::from(theirs.0.max(1));
            assert!(
                fraction.is_none_or(|own| (own - ratio).abs() < 0.35),
                "{path} {item}: {fraction:?}, {ratio}"
            );
            compared += 1;
        }
        assert!(compared > 0, "{path}: nothing compared");
        files += 1;
    }
    assert!(files >= 7, "{files} files");
}

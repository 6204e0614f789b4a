//! Malformed VCFs: each is read or refused with a reason, in bounded time, and nothing panics.
use std::time::{Duration, Instant};

use entaku_tests::crash::Dice;
use entaku_tests::desk::TestDesk;
use serde_json::json;

use crate::report::Part;

/// Longer than this on a file of a few kilobytes is a hang.
const LONGEST: Duration = Duration::from_secs(10);

/// A small file as a variant caller writes it.
fn sound(records: u64) -> String {
    let mut text = String::from(
        "##fileformat=VCFv4.2\n##reference=GRCh38\n##contig=<ID=chr7,length=159345973>\n##contig=<ID=chr17,length=83257441>\n\
         ##INFO=<ID=DP,Number=1,Type=Integer,Description=\"Depth\">\n##INFO=<ID=AF,Number=A,Type=Float,Description=\"Frequency\">\n\
         ##INFO=<ID=CSQ,Number=.,Type=String,Description=\"Consequence annotations from Ensembl VEP. Format: Allele|Consequence|SYMBOL|HGVSc|HGVSp\">\n\
         ##FORMAT=<ID=GT,Number=1,Type=String,Description=\"Genotype\">\n##FORMAT=<ID=AD,Number=R,Type=Integer,Description=\"Depths\">\n\
         #CHROM\tPOS\tID\tREF\tALT\tQUAL\tFILTER\tINFO\tFORMAT\tTUMOUR\n",
    );
    for number in 0..records {
        let position = 55_191_822 + number * 7;
        text.push_str(&format!(
            "chr7\t{position}\t.\tT\tG\t60\tPASS\tDP=812;AF=0.31;CSQ=G|missense_variant|EGFR|NM_005228.5:c.2573T>G|NP_005219.2:p.Leu858Arg\tGT:AD\t0/1:560,252\n"
        ));
    }
    text
}

/// Pieces that break things where they stand in the wrong place.
const PIECES: [&[u8]; 14] = [
    b"\t",
    b"\n",
    b"\r\n",
    b"\0",
    b"\xff\xfe",
    b"%",
    b";;;",
    b"|||||",
    b"99999999999999999999",
    b"-1",
    b"<DEL>",
    b"]chr1:1]N",
    b"##INFO=<ID=",
    "=HYPERLINK(\"x\")".as_bytes(),
];

/// A sound file with something wrong in it.
fn mutated(dice: &mut Dice) -> Vec<u8> {
    let mut bytes = sound(1 + dice.thrown(6)).into_bytes();
    let place =
        |dice: &mut Dice, bytes: &[u8]| usize::try_from(dice.thrown(bytes.len() as u64 + 1)).expect("small");
    for _ in 0..=dice.thrown(4) {
        let at = place(dice, &bytes);
        match dice.thrown(7) {
            0 => bytes.truncate(at),
            1 => {
                let to = place(dice, &bytes);
                bytes.drain(at.min(to)..at.max(to).min(at.min(to) + 200));
            }
            2 => {
                let piece = PIECES[usize::try_from(dice.thrown(PIECES.len() as u64)).expect("small")];
                bytes.splice(at..at, piece.iter().copied());
            }
            3 if at < bytes.len() => bytes[at] ^= 1 << dice.thrown(8),
            4 => {
                let piece = PIECES[usize::try_from(dice.thrown(PIECES.len() as u64)).expect("small")];
                let many = piece.repeat(1 + usize::try_from(dice.thrown(3000)).expect("small"));
                bytes.splice(at..at, many);
            }
            5 => {
                let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
                let line = lines[usize::try_from(dice.thrown(lines.len() as u64)).expect("small")].to_vec();
                bytes.splice(at..at, line);
            }
            _ => {
                let noise: Vec<u8> = (0..dice.thrown(64)).map(|_| dice.thrown(256) as u8).collect();
                bytes.splice(at..at, noise);
            }
        }
    }
    bytes
}

/// The part of the report.
pub fn run(count: u64) -> Part {
    let mut part = Part::new("Malformed files");
    let mut desk = TestDesk::new("ordeal-malformed");
    let path = desk.folder().join("odd.vcf");
    std::fs::write(&path, sound(3)).expect("the file is written");
    match desk.try_call("inspect_file", json!({ "path": path })) {
        Ok(read) if read["ledger"]["kept"] == json!(3) => {}
        other => part.fail(format!("the sound file is not read as it is: {other:?}")),
    }
    let mut dice = Dice(0x656e_7461_6b75_0031);
    let (mut read, mut noted, mut refused, mut longest) = (0_u64, 0_u64, 0_u64, Duration::ZERO);
    for number in 1..=count {
        let bytes = mutated(&mut dice);
        std::fs::write(&path, &bytes).expect("the file is written");
        let began = Instant::now();
        let wish = json!({ "path": path });
        let asked = std::panic::AssertUnwindSafe(|| desk.try_call("inspect_file", wish));
        let told = std::panic::catch_unwind(asked);
        longest = longest.max(began.elapsed());
        match told {
            Err(_) => part.fail(format!("file {number} makes it panic")),
            Ok(Err(refusal)) if refusal.message.is_empty() || refusal.code == "internal" => {
                part.fail(format!("file {number} is refused without a reason: {refusal:?}"));
            }
            Ok(Err(_)) => refused += 1,
            Ok(Ok(told)) => {
                let ledger = &told["ledger"];
                let rows = |name: &str| ledger[name].as_u64().unwrap_or(u64::MAX);
                if rows("read") != rows("kept").saturating_add(rows("setAside")) {
                    part.fail(format!("file {number}: rows read are not those kept and set aside: {ledger}"));
                }
                noted += u64::from(told["notes"].as_array().is_some_and(|notes| !notes.is_empty()));
                read += 1;
            }
        }
        if began.elapsed() > LONGEST {
            part.fail(format!(
                "file {number} of {} bytes took {:.1} s",
                bytes.len(),
                began.elapsed().as_secs_f64()
            ));
        }
    }
    part.line(format!(
        "{count} VCFs made wrong: {read} read ({noted} with notes), {refused} refused in words, longest {} ms.",
        longest.as_millis()
    ));
    if refused + noted == 0 {
        part.fail("no file was found to be wrong: they are not".to_owned());
    }
    part
}

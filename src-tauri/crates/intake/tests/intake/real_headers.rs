//! Header lines of public files beside an independent reader: what noodles takes, both read alike; what it refuses is
//! read here nevertheless.

use crate::support::shared;
use entaku_vcf_check::{Header, fields};
use noodles_vcf::header::Parser;
use noodles_vcf::header::parser::Entry;
use noodles_vcf::header::record::value::map::{format, info};
use std::io::Read;
use std::path::{Path, PathBuf};

fn files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).unwrap().flatten() {
        let path = entry.path();
        match path.is_dir() {
            true => files(&path, found),
            false => found.push(path),
        }
    }
}

/// The lines `##…` of a file that is a VCF.
fn header_lines(path: &Path) -> Vec<String> {
    let mut bytes = std::fs::read(path).unwrap();
    if bytes.starts_with(&[0x1F, 0x8B]) {
        let mut plain = Vec::new();
        flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut plain).unwrap();
        bytes = plain;
    }
    let text = String::from_utf8(bytes).unwrap_or_default();
    text.lines().take_while(|line| line.starts_with("##")).map(str::to_owned).collect()
}

fn number_of_info(number: info::Number) -> String {
    match number {
        info::Number::Count(count) => count.to_string(),
        info::Number::AlternateBases => "A".to_owned(),
        info::Number::ReferenceAlternateBases => "R".to_owned(),
        info::Number::Samples => "G".to_owned(),
        info::Number::Unknown => ".".to_owned(),
    }
}

fn number_of_format(number: format::Number) -> String {
    match number {
        format::Number::Count(count) => count.to_string(),
        format::Number::AlternateBases => "A".to_owned(),
        format::Number::ReferenceAlternateBases => "R".to_owned(),
        format::Number::Samples => "G".to_owned(),
        format::Number::LocalAlternateBases => "LA".to_owned(),
        format::Number::LocalReferenceAlternateBases => "LR".to_owned(),
        format::Number::LocalSamples => "LG".to_owned(),
        format::Number::Ploidy => "P".to_owned(),
        format::Number::BaseModifications => "M".to_owned(),
        format::Number::Unknown => ".".to_owned(),
    }
}

/// What noodles read of a line, under the names of the fields.
fn theirs(entry: &Entry<'_>) -> Vec<(&'static str, String)> {
    match entry {
        Entry::Info(id, map) => vec![
            ("ID", (*id).to_owned()),
            ("Number", number_of_info(map.number())),
            ("Type", map.ty().to_string()),
            ("Description", map.description().to_owned()),
        ],
        Entry::Format(id, map) => vec![
            ("ID", (*id).to_owned()),
            ("Number", number_of_format(map.number())),
            ("Type", map.ty().to_string()),
            ("Description", map.description().to_owned()),
        ],
        Entry::Filter(id, map) => {
            vec![("ID", (*id).to_owned()), ("Description", map.description().to_owned())]
        }
        Entry::AlternativeAllele(id, map) => {
            vec![("ID", (*id).to_owned()), ("Description", map.description().to_owned())]
        }
        Entry::Contig(id, map) => {
            let length = map.length().map(|length| ("length", length.to_string()));
            [("ID", (*id).to_owned())].into_iter().chain(length).collect()
        }
        _ => Vec::new(),
    }
}

#[test]
fn what_noodles_takes_of_a_header_is_read_alike_and_what_it_refuses_is_read_too() {
    let Some(folder) = shared("vcf") else { return };
    let mut all = Vec::new();
    files(&folder, &mut all);
    let (mut taken, mut refused, mut compared) = (0, 0, 0);
    let (mut sound_refused, mut faulty_taken) = (0, 0);
    for path in all {
        let (mut parser, mut rules) = (Parser::default(), Header::default());
        for line in header_lines(&path) {
            let Some((name, value)) = line.trim_start_matches('#').split_once('=') else { continue };
            let sound = rules.line(name, value).is_empty();
            let Ok(entry) = parser.parse_partial(line.as_bytes()) else {
                refused += 1;
                sound_refused += u32::from(sound);
                continue;
            };
            taken += 1;
            faulty_taken += u32::from(!sound);
            let ours = fields::of(value);
            for (field, text) in theirs(&entry) {
                compared += 1;
                assert_eq!(fields::get(&ours, field), Some(text.as_str()), "{}: {line}", path.display());
            }
        }
    }
    println!(
        "{taken} lines taken, {refused} refused; {sound_refused} sound ones refused, {faulty_taken} faulty ones taken"
    );
    assert!(compared > 20_000, "{compared} values compared");
    assert!(sound_refused > 0 && faulty_taken > 0, "what noodles takes is no verdict");
}

//! All names of profiles that CIViC's files hold, read. Needs `ENTAKU_SHARED_DATA`.

use super::*;
use std::collections::BTreeMap;

/// The rows of a tab-separated file by the names of its columns; none where the folder is absent.
fn rows(file: &str, columns: &[&str]) -> Option<Vec<Vec<String>>> {
    let Ok(folder) = std::env::var("ENTAKU_SHARED_DATA") else {
        eprintln!("ENTAKU_SHARED_DATA is not set: {file} is not read");
        return None;
    };
    let text = std::fs::read_to_string(format!("{folder}/knowledge/{file}")).unwrap();
    let mut lines = text.lines();
    let header: Vec<&str> = lines.next().unwrap().split('\t').collect();
    let at: Vec<usize> =
        columns.iter().map(|column| header.iter().position(|name| name == column).unwrap()).collect();
    let cell = |line: &str, at: usize| line.split('\t').nth(at).unwrap_or_default().to_owned();
    Some(lines.map(|line| at.iter().map(|at| cell(line, *at)).collect()).collect())
}

fn kind(criterion: &Criterion) -> &'static str {
    match criterion {
        Criterion::Change(_) => "change",
        Criterion::Residue(_) => "residue",
        Criterion::OtherThan(_) => "other than a residue",
        Criterion::Exon(_) => "exon",
        Criterion::Region(_) => "region",
        Criterion::Class(_) => "class",
        Criterion::AnyMutation => "any mutation",
        Criterion::CopyNumber(_) => "copy number",
        Criterion::Fusion(_) => "fusion",
        Criterion::Rearrangement => "rearrangement",
        Criterion::Expression(_) => "expression",
        Criterion::Wildtype => "wild-type",
        Criterion::PromoterMutation => "promoter mutation",
        Criterion::Skipping(_) => "exon skipping",
        Criterion::Marker(_) => "marker",
        Criterion::Beyond(_) => "beyond a panel",
        Criterion::OneOf(_) => "one of several",
        Criterion::Unread(_) => "not understood",
    }
}

#[test]
fn of_all_names_in_civics_files_few_are_not_understood() {
    let Some(variants) = rows("civic/nightly-VariantSummaries.tsv", &["gene", "variant"]) else { return };
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    let mut unread = Vec::new();
    let mut read = |text: &str| {
        let profile = Profile::read(text);
        let kinds: Vec<&str> = profile.parts().iter().map(|part| kind(&part.criterion)).collect();
        let kind = match kinds.as_slice() {
            [one] => one,
            _ => "composite",
        };
        *counts.entry(kind).or_default() += 1;
        if kinds.contains(&"not understood") {
            unread.push(text.to_owned());
        }
    };
    variants.iter().for_each(|row| read(&format!("{} {}", row[0], row[1])));
    println!("{} variants: {counts:?}\n{}", variants.len(), unread.join(" | "));
    assert_eq!(counts.values().sum::<usize>(), variants.len());
    // Names that look like a change must not be among what is left over: a letter, digits, a letter.
    let plain = |text: &String| {
        let name = text.split_once(' ').map_or("", |(_, name)| name).as_bytes();
        let inner = name.get(1..name.len().saturating_sub(1)).unwrap_or_default();
        name.len() > 2
            && name[0].is_ascii_uppercase()
            && inner.iter().all(u8::is_ascii_digit)
            && name[name.len() - 1].is_ascii_uppercase()
    };
    assert_eq!(unread.iter().filter(|text| plain(text)).count(), 0);
    assert!(unread.len() * 20 < variants.len(), "{} of {} are not understood", unread.len(), variants.len());
}

#[test]
fn the_names_of_the_form_since_2023_are_all_understood() {
    let file = "civic-2026/01-Oct-2026-AcceptedClinicalEvidenceSummaries.excerpt.tsv";
    let Some(rows) = rows(file, &["molecular_profile"]) else { return };
    assert!(rows.len() > 20);
    for row in rows {
        let profile = Profile::read(&row[0]);
        for part in profile.parts() {
            assert!(!matches!(part.criterion, Criterion::Unread(_)), "{}: {part:?}", row[0]);
        }
    }
}

#[test]
fn no_piece_of_a_name_makes_it_stumble() {
    let Some(variants) = rows("civic/nightly-VariantSummaries.tsv", &["gene", "variant"]) else { return };
    for row in variants.iter().step_by(3) {
        let text = format!("{} {}", row[0], row[1]);
        for (at, _) in text.char_indices() {
            let (head, tail) = text.split_at(at);
            for piece in
                [head.to_owned(), tail.to_owned(), format!("{tail} AND {head}"), format!("NOT ({head}")]
            {
                assert!(!Profile::read(&piece).parts().is_empty(), "{piece}");
            }
        }
    }
}

//! Which sample column is the tumour. What the file states goes before names, names before guesses; a guess is a
//! warning, and whatever was chosen is shown with its reason, so that a person can name another.

use super::header::Header;
use crate::error::IntakeError;
use crate::notes::{NoteBook, Remark, quoted};
use entaku_domain::draft::{SequencingSample, TumourSampleChoice};

/// The chosen column.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tumour {
    /// Index among the sample columns, counted from 0.
    pub column: usize,
    pub name: String,
    pub why: TumourSampleChoice,
}

/// Most samples listed in a draft: a report has one or two; a cohort's names are no use to a panel.
const MAX_LISTED: usize = 100;

/// Chooses the tumour sample; none where the file has no samples.
///
/// # Errors
/// When the person named a sample that the file does not have.
pub(super) fn choose(
    header: &Header,
    person: Option<&str>,
    notes: &mut NoteBook,
) -> Result<Option<Tumour>, IntakeError> {
    let names = &header.samples;
    let at = |wanted: &str| names.iter().position(|name| name == wanted);
    let tumour =
        |column: usize, why| names.get(column).map(|name| Tumour { column, name: name.clone(), why });
    if let Some(wanted) = person {
        let Some(column) = at(wanted) else {
            return Err(IntakeError::no_such_sample(notes.file(), wanted, names));
        };
        return Ok(tumour(column, TumourSampleChoice::Person));
    }
    if names.len() <= 1 {
        if let Some(name) = names.first()
            && says_normal(name)
        {
            let hint = "The only sample is named like a normal one; check that the file is the tumour's.";
            notes.about_file(Remark::warning("tumour-sample", name, hint));
        }
        return Ok(tumour(0, TumourSampleChoice::OnlyOne));
    }
    if let Some((column, what)) = stated(header, &at) {
        return Ok(tumour(column, TumourSampleChoice::Stated(what)));
    }
    let (column, what) = among(header);
    let said = names.get(column).map(|name| quoted(name)).unwrap_or_default();
    let hint = format!("Taken as the tumour because {what}; name another sample if that is wrong.");
    notes.about_file(Remark::warning("tumour-sample", said, hint));
    Ok(tumour(column, TumourSampleChoice::Guessed(what)))
}

/// What the header says in so many words.
fn stated(header: &Header, at: &impl Fn(&str) -> Option<usize>) -> Option<(usize, String)> {
    let names = &header.samples;
    let mut said = header.tumour.iter().filter_map(|name| at(name));
    if let (Some(column), None) = (said.next(), said.next()) {
        return Some((column, "##tumor_sample".to_owned()));
    }
    let others = |normal: usize| {
        let mut rest = (0..names.len()).filter(|column| *column != normal);
        rest.next().filter(|_| rest.next().is_none())
    };
    if let Some(column) = header.normal.iter().find_map(|name| at(name)).and_then(others) {
        return Some((column, "##normal_sample names the other".to_owned()));
    }
    if let [name] = header.command_tumour.as_slice()
        && let Some(column) = at(name)
    {
        return Some((column, "the caller's command".to_owned()));
    }
    if let [name] = header.command_normal.as_slice()
        && let Some(column) = at(name).and_then(others)
    {
        return Some((column, "the caller's command names the other".to_owned()));
    }
    if let Some(column) = only(names, |name| matches!(name.to_ascii_uppercase().as_str(), "TUMOR" | "TUMOUR"))
    {
        return Some((column, "the column's name".to_owned()));
    }
    // ##SAMPLE=<ID=TUMOR,SampleName=999-99>: the column bears the id or one of the values.
    let mut declared = header.declared.iter().filter(|(id, values)| {
        says_tumour(id) || {
            // A value counts only where the id does not say the opposite.
            !says_normal(id) && values.split('\t').any(says_tumour)
        }
    });
    if let (Some((id, values)), None) = (declared.next(), declared.next())
        && let Some(column) = at(id).or_else(|| values.split('\t').find_map(at))
    {
        return Some((column, format!("##SAMPLE {}", quoted(id))));
    }
    let mut derived = header.pedigree.iter().filter_map(|(derived, _)| at(derived));
    match (derived.next(), derived.next()) {
        (Some(column), None) => Some((column, "##PEDIGREE derives it from the other".to_owned())),
        _ => None,
    }
}

/// The only name for which something holds.
fn only(names: &[String], holds: impl Fn(&str) -> bool) -> Option<usize> {
    let mut found = names.iter().enumerate().filter(|(_, name)| holds(name));
    let (column, _) = found.next()?;
    found.next().is_none().then_some(column)
}

/// A guess among the samples that the header names as tumours, else among those that it does not name as normal ones.
fn among(header: &Header) -> (usize, String) {
    let names = &header.samples;
    let listed = |list: &[String], name: &String| list.contains(name);
    let tumours = |name: &String| listed(&header.tumour, name) || listed(&header.command_tumour, name);
    let normals = |name: &String| listed(&header.normal, name) || listed(&header.command_normal, name);
    let (columns, why): (Vec<usize>, _) = match names.iter().any(tumours) {
        true => ((0..names.len()).filter(|at| names.get(*at).is_some_and(tumours)).collect(), true),
        false => ((0..names.len()).filter(|at| !names.get(*at).is_some_and(normals)).collect(), false),
    };
    if columns.is_empty() || columns.len() == names.len() {
        return guessed(names);
    }
    let left: Vec<String> = columns.iter().filter_map(|at| names.get(*at).cloned()).collect();
    let (at, what) = guessed(&left);
    let said = if why {
        "among those that the header names as tumours"
    } else {
        "the header names others as normal"
    };
    (columns.get(at).copied().unwrap_or_default(), format!("{what} ({said})"))
}

fn guessed(names: &[String]) -> (usize, String) {
    if let Some(column) = only(names, says_tumour) {
        return (column, "its name says tumour".to_owned());
    }
    if let Some(column) = names.iter().position(|name| says_tumour(name) && !says_rna(name)) {
        return (column, "it is the first whose name says tumour".to_owned());
    }
    if let Some(column) = only(names, |name| tcga_kind(name) == Some(true))
        && names.iter().all(|name| tcga_kind(name).is_some())
    {
        return (column, "its barcode is that of a tumour".to_owned());
    }
    if let Some((column, ending)) = by_ending(names) {
        return (column, format!("its name ends with {}, the other's does not", quoted(&ending)));
    }
    if let Some((column, part)) = by_part(names) {
        return (column, format!("the part {} of its name says tumour", quoted(&part)));
    }
    if let Some(column) = names.iter().position(|name| !says_normal(name)) {
        let why = if column == 0 {
            "it is the first sample"
        } else {
            "it is the first not named like a normal one"
        };
        return (column, why.to_owned());
    }
    (0, "it is the first sample".to_owned())
}

/// Whether a barcode of TCGA is that of a tumour: the fourth part is 01 to 09 for tumours, 10 to 19 for normal tissue.
/// None where it is no such barcode.
fn tcga_kind(name: &str) -> Option<bool> {
    let part = name.strip_prefix("TCGA-").or_else(|| name.strip_prefix("TARGET-"))?.split('-').nth(2)?;
    let kind: u8 = part.get(..2)?.parse().ok()?;
    match kind {
        1..=9 => Some(true),
        10..=19 => Some(false),
        _ => None,
    }
}

/// Of two names with one beginning, the one that ends with T where the other ends with a letter of normal samples:
/// `COLO829T` beside `COLO829R`, `P1N` and `P1T`.
fn by_ending(names: &[String]) -> Option<(usize, String)> {
    let [first, second] = names else { return None };
    let shared =
        first.chars().zip(second.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum();
    if shared == 0 {
        return None;
    }
    let endings = [first.get(shared..)?, second.get(shared..)?];
    let is = |ending: &str, letters: &[&str]| {
        let bare = ending.trim_end_matches(|c: char| c.is_ascii_digit());
        letters.iter().any(|letter| bare.eq_ignore_ascii_case(letter))
    };
    let column = endings.iter().position(|ending| is(ending, &["T"]))?;
    let other = endings.get(1 - column)?;
    is(other, &["N", "R", "B", "BL", "G"])
        .then(|| (column, endings.get(column).copied().unwrap_or_default().to_owned()))
}

/// The only name with a part like `T` or `T1` (`P001-T1-DNA1` beside `P001-N1-DNA1`). A letter says little, so parts
/// that all names share do not count (a patient may be called N1), nor does a name with parts of both kinds.
fn by_part(names: &[String]) -> Option<(usize, String)> {
    let parts = |name: &str| -> Vec<String> {
        name.split(|c: char| "-_. ".contains(c)).map(str::to_ascii_lowercase).collect()
    };
    let all: Vec<Vec<String>> = names.iter().take(MAX_LISTED).map(|name| parts(name)).collect();
    let own = |part: &str| !all.iter().all(|parts| parts.iter().any(|other| other == part));
    let lettered = |part: &str, letter: char| {
        own(part) && part.strip_prefix(letter).is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()))
    };
    let mut found = names.iter().zip(&all).enumerate().filter_map(|(column, (name, parts))| {
        let part = parts.iter().find(|part| lettered(part, 't'))?;
        let both = says_normal(name) || parts.iter().any(|part| lettered(part, 'n'));
        (!both).then(|| (column, part.to_ascii_uppercase()))
    });
    found.next().filter(|_| found.next().is_none())
}

/// Whether a name holds a word for tumour.
fn says_tumour(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["tumor", "tumour", "cancer", "somatic"].iter().any(|word| lower.contains(word)) && !says_normal(name)
}

fn says_normal(name: &str) -> bool {
    let lower = name.to_ascii_lowercase();
    ["normal", "germline", "blood", "pbmc", "buffy", "saliva", "buccal", "leukocyte"]
        .iter()
        .any(|word| lower.contains(word))
}

fn says_rna(name: &str) -> bool {
    name.to_ascii_lowercase().contains("rna")
}

/// The samples for the draft's test.
pub(super) fn listed(header: &Header, tumour: Option<&Tumour>) -> Vec<SequencingSample> {
    header
        .samples
        .iter()
        .take(MAX_LISTED)
        .enumerate()
        .map(|(column, name)| SequencingSample {
            item: name.clone(),
            is_tumour: match tumour {
                Some(tumour) if tumour.column == column => Some(true),
                _ if says_normal(name) || header.normal.contains(name) => Some(false),
                _ => None,
            },
            nucleic_acid: None,
            mean_depth: None,
            suspected_states: Vec::new(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::IntakeErrorKind;
    use entaku_domain::note::Severity;

    /// The chosen name, how, and the number of warnings.
    fn chosen(samples: &[&str], meta: &[&str], person: Option<&str>) -> (String, String, usize) {
        let mut notes = NoteBook::new("a.vcf");
        let mut header = Header::default();
        for line in meta {
            header.meta(line, 1, &mut notes);
        }
        header.samples = samples.iter().map(|name| (*name).to_owned()).collect();
        let tumour = choose(&header, person, &mut notes).unwrap().unwrap();
        let how = match tumour.why {
            TumourSampleChoice::Stated(_) => "stated",
            TumourSampleChoice::Guessed(_) => "guessed",
            TumourSampleChoice::Person => "person",
            TumourSampleChoice::OnlyOne => "only one",
        };
        let warnings = notes.into_notes().iter().filter(|note| note.severity > Severity::Info).count();
        (tumour.name, how.to_owned(), warnings)
    }

    #[test]
    fn statements_go_before_names_and_names_before_guesses() {
        let check = |samples: &[&str], meta: &[&str], person, name: &str, how: &str, notes: usize| {
            assert_eq!(
                chosen(samples, meta, person),
                (name.to_owned(), how.to_owned(), notes),
                "{samples:?} {meta:?}"
            );
        };
        check(&["a", "b"], &["##tumor_sample=b"], None, "b", "stated", 0);
        check(&["a", "b"], &["##tumor_sample=b"], Some("a"), "a", "person", 0);
        check(&["a", "b"], &["##normal_sample=a"], None, "b", "stated", 0);
        check(&["NORMAL", "TUMOR"], &[], None, "TUMOR", "stated", 0);
        check(
            &["999", "998"],
            &["##SAMPLE=<ID=TUMOR,SampleName=998>", "##SAMPLE=<ID=NORMAL,SampleName=999>"],
            None,
            "998",
            "stated",
            0,
        );
        check(&["G", "S"], &["##PEDIGREE=<Derived=S,Original=G>"], None, "S", "stated", 0);
        check(&["P1_blood", "P1_met"], &[], None, "P1_met", "guessed", 1);
        check(&["DNA_NORMAL", "RNA_TUMOR", "DNA_TUMOR"], &[], None, "DNA_TUMOR", "guessed", 1);
        check(&["P001-N1-DNA1", "P001-T1-DNA1"], &[], None, "P001-T1-DNA1", "guessed", 1);
        check(&["x.n", "x.t"], &[], None, "x.t", "guessed", 1);
        check(&["N1_B", "N1_T2"], &[], None, "N1_T2", "guessed", 1);
        check(&["T1-a", "T1-b"], &[], None, "T1-a", "guessed", 1);
        check(&["p-T1", "p-T2"], &[], None, "p-T1", "guessed", 1);
        check(&["a", "TP53"], &[], None, "a", "guessed", 1);
        check(&["a", "b"], &[], None, "a", "guessed", 1);
        check(&["COLO829R", "COLO829T"], &[], None, "COLO829T", "guessed", 1);
        check(&["P1T", "P1N"], &[], None, "P1T", "guessed", 1);
        check(&["PT", "PX"], &[], None, "PT", "guessed", 1);
        check(
            &["TCGA-AB-1234-10A-01D", "TCGA-AB-1234-01A-01D"],
            &[],
            None,
            "TCGA-AB-1234-01A-01D",
            "guessed",
            1,
        );
        let mutect = "##MuTect=\"analysis_type=MuTect tumor_sample_name=b normal_sample_name=a\"";
        check(&["a", "b"], &[mutect], None, "b", "stated", 0);
        let gatk = "##GATKCommandLine=<ID=Mutect2,CommandLine=\"Mutect2 --normal-sample a -O x\">";
        check(&["a", "b"], &[gatk], None, "b", "stated", 0);
        let several = ["##tumor_sample=t1", "##tumor_sample=t2", "##normal_sample=n"];
        check(&["n", "t1", "t2"], &several, None, "t1", "guessed", 1);
        check(&["n", "a", "b"], &["##normal_sample=n"], None, "a", "guessed", 1);
        check(&["a"], &[], None, "a", "only one", 0);
        check(&["NORMAL"], &[], None, "NORMAL", "only one", 1);
    }

    #[test]
    fn a_sample_that_is_not_there_is_refused_with_those_that_are() {
        let header = Header { samples: vec!["a".into(), "b".into()], ..Header::default() };
        let error = choose(&header, Some("c"), &mut NoteBook::new("a.vcf")).unwrap_err();
        assert_eq!(error.kind, IntakeErrorKind::NoSuchSample);
        assert!(error.to_string().contains("a, b"));
    }
}

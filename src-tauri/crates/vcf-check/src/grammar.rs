//! What is wrong with a header line: what a sound file would have instead, however much of the line can be read. Source: VCF 4.1–4.5 §1.4.

use crate::reserved::{Column, Minor, reserved};
use crate::values::{Definition, Kind, Number};

/// A fault of a header line: how grave, and in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum HeaderFault {
    /// The line breaks the form `##name=value` or `##name=<…>`.
    Form(&'static str),
    /// A field is missing, empty, out of its order or has a value it cannot have.
    Field(String),
    /// The same where common and harmless.
    Slight(String),
    /// A reserved key is declared otherwise than the format says.
    Reserved(String),
    /// The name of a contig cannot be cited in a breakend.
    Contig(String),
    /// A key of this column that an earlier line declares, which counts.
    Declared(Column, String),
}

/// One field of a structured line: name, value, whether in quotes.
type Field<'a> = (&'a str, &'a str, bool);

/// Looks at the value of `##name=value`.
pub fn faults(name: &str, value: &str, version: Minor) -> Vec<HeaderFault> {
    let mut faults = Vec::new();
    match name {
        "INFO" | "FORMAT" | "FILTER" | "ALT" | "contig" | "SAMPLE" | "PEDIGREE" | "META" => {
            match structured(value) {
                Err(form) => faults.push(HeaderFault::Form(form)),
                Ok(fields) => line(name, &fields, version, &mut faults),
            }
        }
        "assembly" | "pedigreeDB" => {
            if !is_url(value.trim_start_matches('<').trim_end_matches('>')) {
                faults.push(HeaderFault::Field(format!("{name} is an address (URL)")));
            }
        }
        _ => faults.extend(plain(name, value).map(HeaderFault::Form)),
    }
    faults
}

fn plain(name: &str, value: &str) -> Option<&'static str> {
    if name.is_empty() {
        return Some("a header line has the form ##name=value, with a name");
    }
    if value.is_empty() {
        return Some("a header line has the form ##name=value, with a value");
    }
    if value.starts_with('<') && !value.ends_with('>') {
        return Some("the line opens '<' and does not close it");
    }
    (value.starts_with('"') && (value.len() == 1 || !value.ends_with('"')))
        .then_some("the line opens a quotation mark and does not close it")
}

/// Splits `<a=b,c="d">` and accepts nothing else.
fn structured(value: &str) -> Result<Vec<Field<'_>>, &'static str> {
    let inner = value
        .trim_end()
        .strip_prefix('<')
        .ok_or("the value stands in angle brackets")?
        .strip_suffix('>')
        .ok_or("the line opens '<' and does not close it")?;
    let mut fields = Vec::new();
    let mut rest = inner;
    loop {
        let (key, after) = rest.split_once('=').ok_or("the fields have the form name=value")?;
        if key.is_empty() || key.contains([',', '"', '<', '>', ' ']) {
            return Err("the fields have the form name=value and are separated by commas");
        }
        let (text, quoted, tail) = if let Some(open) = after.strip_prefix('"') {
            let end = closing(open).ok_or("a quotation mark is not closed")?;
            (open.get(..end).unwrap_or_default(), true, open.get(end + 1..).unwrap_or_default())
        } else if after.starts_with('[') {
            let end = after.find(']').ok_or("a square bracket is not closed")? + 1;
            (after.get(..end).unwrap_or_default(), false, after.get(end..).unwrap_or_default())
        } else {
            let end = after.find(',').unwrap_or(after.len());
            let text = after.get(..end).unwrap_or_default();
            if text.contains(['<', '>']) || (key != "ID" && text.contains('"')) {
                return Err("a value without quotation marks holds none, nor an angle bracket");
            }
            (text, false, after.get(end..).unwrap_or_default())
        };
        fields.push((key, text, quoted));
        if tail.is_empty() || fields.len() >= 100 {
            return Ok(fields);
        }
        rest =
            tail.strip_prefix(',').ok_or("a comma follows each value; quotation marks within are escaped")?;
    }
}

/// Where a quoted text ends; `\"` does not end it.
fn closing(text: &str) -> Option<usize> {
    let mut escaped = false;
    text.char_indices().find_map(|(at, character)| {
        let ends = character == '"' && !escaped;
        escaped = character == '\\' && !escaped;
        ends.then_some(at)
    })
}

fn line(name: &str, fields: &[Field<'_>], version: Minor, faults: &mut Vec<HeaderFault>) {
    let get = |wanted: &str| fields.iter().find(|(key, ..)| *key == wanted).map(|(_, value, _)| *value);
    let mut wrong = |text: String| faults.push(HeaderFault::Field(text));
    if name == "PEDIGREE" {
        if version >= 3 && fields.first().is_none_or(|(key, ..)| *key != "ID") {
            wrong("PEDIGREE begins with ID".to_owned());
        }
        if fields.iter().any(|(_, value, _)| !is_name(value)) {
            wrong("PEDIGREE names samples by letters, digits, '.', '_' and '-'".to_owned());
        }
        return;
    }
    let order: &[&str] = match name {
        "INFO" | "FORMAT" => &["ID", "Number", "Type", "Description"],
        "FILTER" | "ALT" if version < 4 => &["ID", "Description"],
        "META" => &["ID", "Number", "Type", "Values"],
        "SAMPLE" if version < 3 => &["ID", "Genomes", "Mixture", "Description"],
        _ => &["ID"],
    };
    let mut slight = Vec::new();
    for (place, key) in order.iter().enumerate() {
        match get(key) {
            None if name == "SAMPLE" && *key != "ID" => slight.push(format!("{name} has no {key}")),
            None => wrong(format!("{name} has no {key}")),
            Some("") if *key != "Description" => wrong(format!("{name} has an empty {key}")),
            Some(_) if name != "SAMPLE" && fields.get(place).is_none_or(|(at, ..)| at != key) => {
                wrong(format!("{name} has its fields in the order {}", order.join(", ")));
            }
            Some(_) => {}
        }
    }
    for (key, value, quoted) in fields {
        let bare = matches!(*key, "ID" | "Number" | "Type" | "IDX" | "Genomes" | "Mixture") || name == "META";
        let is_core = order.contains(key) && *key != "Description";
        if *quoted && is_core && bare {
            wrong(format!("{key} of {name} stands without quotation marks"));
        } else if !quoted && !is_core && *key != "IDX" && !matches!(name, "contig" | "SAMPLE" | "META") {
            wrong(format!("{key} of {name} stands in quotation marks: {value}"));
        }
    }
    faults.extend(slight.into_iter().map(HeaderFault::Slight));
    let mut wrong = |text: String| faults.push(HeaderFault::Field(text));
    let id = get("ID").unwrap_or_default();
    match name {
        "INFO" | "FORMAT" => declaration(name, id, get("Number"), get("Type"), version, faults),
        "FILTER" if id == "0" => wrong("the filter 0 is reserved".to_owned()),
        "FILTER" | "SAMPLE" | "META" if !id.is_empty() && !is_name(id) => {
            wrong(format!("the ID of {name} has letters, digits, '.', '_' and '-' only: {id}"));
        }
        "META" => {
            let sound = get("Number") == Some(".")
                && get("Type") == Some("String")
                && get("Values").is_none_or(|values| values.starts_with('['));
            if !sound {
                wrong("META has Number=., Type=String and Values=[…]".to_owned());
            }
        }
        "ALT" => {
            let (first, rest) = id.split_once(':').unwrap_or((id, ""));
            if id.contains(char::is_whitespace) {
                wrong(format!("the ID of ALT holds no white space: {id}"));
            } else if !rest.is_empty() && !is_structural(first, version) {
                wrong(format!("a symbol with a subtype begins with DEL, INS, DUP, INV or CNV: {id}"));
            }
        }
        "contig" => faults.extend(contig(id, version).map(HeaderFault::Contig)),
        _ => {}
    }
}

/// A name that a contig cannot have: before 4.3 colons are excluded, since then asterisks. `HLA-A*01:01`, a name of
/// public references, is let pass.
pub(crate) fn contig(name: &str, version: Minor) -> Option<String> {
    let excluded = if version < 3 { ':' } else { '*' };
    let odd = name.contains([excluded, '=', '<', '>', '[', ']', '#', ' ']) && !name.starts_with("HLA-");
    odd.then(|| name.to_owned())
}

/// The first part of a symbol with a subtype. Since 4.4 a breakend is no symbol any more.
pub(crate) fn is_structural(first: &str, version: Minor) -> bool {
    matches!(first, "DEL" | "INS" | "DUP" | "INV" | "CNV") || (version < 4 && matches!(first, "BND" | "TRA"))
}

fn declaration(
    name: &str,
    id: &str,
    number: Option<&str>,
    kind: Option<&str>,
    version: Minor,
    faults: &mut Vec<HeaderFault>,
) {
    let mut wrong = |text: String| faults.push(HeaderFault::Field(text));
    let is_late = |text: &str| {
        (version < 4 && text == "P") || (version < 5 && matches!(text, "M" | "LA" | "LR" | "LG"))
    };
    let read = number.and_then(Number::parse);
    if let Some(text) = number.filter(|text| !text.is_empty())
        && (read.is_none() || is_late(text))
    {
        wrong(format!("Number of {name} {id} is a number, A, R, G or '.': {text}"));
    }
    let kind_read = kind.and_then(Kind::parse).filter(|kind| name == "INFO" || *kind != Kind::Flag);
    // The type of MQ was left open at first, and some headers say so.
    if let Some(text) = kind.filter(|text| !(text.is_empty() || (*text == "." && id == "MQ")))
        && kind_read.is_none()
    {
        wrong(format!("Type of {name} {id} is Integer, Float, Character, String or (INFO) Flag: {text}"));
    }
    if !id.is_empty() && id != "1000G" && !is_name(id) {
        wrong(format!("the ID of {name} has letters, digits, '.', '_' and '-' only: {id}"));
    }
    let column = if name == "INFO" { Column::Info } else { Column::Format };
    let Some(Definition { number: due, kind: kind_due }) = reserved(column, id, version) else { return };
    if read.is_some_and(|read| read != due && due != Number::Open) {
        faults.push(HeaderFault::Reserved(format!(
            "{name} {id} has another Number: {}",
            number.unwrap_or_default()
        )));
    }
    if kind_read.is_some_and(|kind| kind != kind_due && id != "MQ") {
        faults.push(HeaderFault::Reserved(format!(
            "{name} {id} is {}, not {}",
            kind_due.name(),
            kind.unwrap_or_default()
        )));
    }
}

fn is_name(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_alphanumeric())
        && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-'))
}

/// `scheme://host…`, where the host begins with a letter or is four numbers.
fn is_url(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else { return false };
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    let numbers = || host.split('.').filter(|part| part.parse::<u8>().is_ok()).count() == 4;
    let lettered = host.starts_with(|c: char| c.is_ascii_alphabetic()) || numbers();
    !scheme.is_empty() && (lettered || (scheme == "file" && !rest.is_empty()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn count(name: &str, value: &str) -> usize {
        faults(name, value, 3).len()
    }

    #[test]
    fn sound_lines_have_no_fault() {
        for (name, value) in [
            ("INFO", r#"<ID=DP,Number=1,Type=Integer,Description="Depth, \"raw\"",Source="x",Version="3">"#),
            ("INFO", r#"<ID=1000G,Number=0,Type=Flag,Description="">"#),
            ("FORMAT", r#"<ID=GT,Number=1,Type=String,Description="Genotype",IDX=3>"#),
            ("FILTER", r#"<ID=q10,Description="Quality below 10">"#),
            ("ALT", r#"<ID=DUP:TANDEM,Description="Tandem duplication">"#),
            ("contig", "<ID=chr1,length=248956422,assembly=GRCh38>"),
            ("contig", "<ID=HLA-A*01:01:01:01,length=3503>"),
            ("SAMPLE", r#"<ID=T,Assay=WholeGenome,Description="The tumour">"#),
            ("PEDIGREE", "<ID=T,Original=N>"),
            ("META", "<ID=Assay,Number=.,Type=String,Values=[WholeGenome, Exome]>"),
            ("assembly", "ftp://host.org/a.fa"),
            ("source", "caller 1.2 <beta"),
            ("commandline", "\"a b\""),
        ] {
            assert_eq!(faults(name, value, 3), [], "{name}={value}");
        }
    }

    #[test]
    fn broken_lines_are_told() {
        for (name, value) in [
            ("INFO", r#"<ID=A,Number=1,Type=Float,Description="x""#),
            ("INFO", r#"<ID=A,Number=1,Type=Float,Description="x>"#),
            ("INFO", r#"<ID=A,Number=1,Type=Float,Description="x "y" z">"#),
            ("INFO", r#"<ID=A,Number=Z,Type=Float,Description="x">"#),
            ("INFO", r#"<ID=A,Number=1,Type=Text,Description="x">"#),
            ("INFO", r#"<ID=A,Type=Float,Description="x">"#),
            ("INFO", r#"<ID=A B,Number=1,Type=Float,Description="x">"#),
            ("INFO", r#"<ID=A,Number=1,Type=Float>"#),
            ("INFO", r#"<ID=A,Type=Float,Number=1,Description="x">"#),
            ("INFO", r#"<ID=A,Number=1,Type=Float,Description=x>"#),
            ("INFO", r#"<ID=DP,Number=A,Type=Integer,Description="x">"#),
            ("FORMAT", r#"<ID=A,Number=0,Type=Flag,Description="x">"#),
            ("FORMAT", r#"<ID=GQ,Number=1,Type=String,Description="x">"#),
            ("FILTER", r#"<ID=0,Description="x">"#),
            ("FILTER", "<ID=q10>"),
            ("ALT", r#"<ID=THIS:THAT,Description="x">"#),
            ("ALT", r#"<ID=DEL:A B,Description="x">"#),
            ("ALT", r#"<ID=DEL,Number=1,Type=Text,Description="x">"#),
            ("contig", "<length=5>"),
            ("contig", "<ID=1,A,length=5>"),
            ("contig", "<ID=1.*,length=5>"),
            ("contig", "<ID=chr#1,length=5>"),
            ("SAMPLE", "<Assay=x>"),
            ("PEDIGREE", "<ID=T,Original=N N>"),
            ("META", "<ID=Assay>"),
            ("assembly", "ftp://8080:8080/file"),
            ("pedigreeDB", "x"),
            ("reference", ""),
            ("", "x"),
            ("other", "<a=b"),
            ("other", "\"a"),
        ] {
            assert!(count(name, value) > 0, "{name}={value}");
        }
    }
}

//! What a header line declares: as noodles reads it, and as far as it can be read where noodles refuses the line. noodles
//! takes only the first declaration of a name and refuses headers without `##fileformat`, reserved keys declared otherwise
//! and whatever is damaged; none of that must cost a report.

use entaku_vcf_check::fields;
use entaku_vcf_check::values::{Definition, Kind, Number};
use noodles_vcf::header::Parser;
use noodles_vcf::header::parser::Entry;
use noodles_vcf::header::record::value::map::{format, info};

/// The fields of a line that are of use here.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Declared {
    pub id: Option<String>,
    /// Number and Type of a key.
    pub definition: Option<Definition>,
    pub description: Option<String>,
    /// Bases of a contig.
    pub length: Option<u64>,
    /// Genome build of a contig.
    pub assembly: Option<String>,
}

/// Reads `##name=value`; `parser` has the lines before it.
pub(super) fn read(parser: &mut Parser, line: &str, value: &str) -> Declared {
    let id = |id: &str| Some(id.to_owned());
    match parser.parse_partial(line.as_bytes()) {
        Ok(Entry::Info(name, map)) => Declared {
            id: id(name),
            definition: Some(Definition { number: of_info(map.number()), kind: kind_of_info(map.ty()) }),
            description: id(map.description()),
            ..Declared::default()
        },
        Ok(Entry::Format(name, map)) => Declared {
            id: id(name),
            definition: Some(Definition { number: of_format(map.number()), kind: kind_of_format(map.ty()) }),
            ..Declared::default()
        },
        Ok(Entry::Contig(name, map)) => Declared {
            id: id(name),
            length: map.length().and_then(|length| u64::try_from(length).ok()),
            assembly: map.other_fields().get("assembly").cloned(),
            ..Declared::default()
        },
        Ok(Entry::Filter(name, _)) => Declared { id: id(name), ..Declared::default() },
        Ok(Entry::AlternativeAllele(name, _)) => Declared { id: id(name), ..Declared::default() },
        Ok(Entry::FileFormat(_) | Entry::Other | Entry::Header) | Err(_) => leniently(value),
    }
}

fn leniently(value: &str) -> Declared {
    let fields = fields::of(value);
    let get = |name: &str| fields::get(&fields, name);
    let (number, kind) = (get("Number").and_then(Number::parse), get("Type").and_then(Kind::parse));
    Declared {
        id: get("ID").map(str::to_owned),
        definition: number.zip(kind).map(|(number, kind)| Definition { number, kind }),
        description: get("Description").map(str::to_owned),
        length: get("length").and_then(|length| length.parse().ok()),
        assembly: get("assembly").map(str::to_owned),
    }
}

fn of_info(number: info::Number) -> Number {
    match number {
        info::Number::Count(count) => Number::Fixed(count),
        info::Number::AlternateBases => Number::PerAlternate,
        info::Number::ReferenceAlternateBases => Number::PerAllele,
        info::Number::Samples => Number::PerGenotype,
        info::Number::Unknown => Number::Open,
    }
}

fn of_format(number: format::Number) -> Number {
    match number {
        format::Number::Count(count) => Number::Fixed(count),
        format::Number::AlternateBases => Number::PerAlternate,
        format::Number::ReferenceAlternateBases => Number::PerAllele,
        format::Number::Samples => Number::PerGenotype,
        format::Number::LocalAlternateBases => Number::PerLocalAlternate,
        format::Number::LocalReferenceAlternateBases => Number::PerLocalAllele,
        format::Number::LocalSamples => Number::PerLocalGenotype,
        format::Number::Ploidy => Number::PerCopy,
        format::Number::BaseModifications | format::Number::Unknown => Number::Open,
    }
}

fn kind_of_info(kind: info::Type) -> Kind {
    match kind {
        info::Type::Integer => Kind::Integer,
        info::Type::Float => Kind::Float,
        info::Type::Flag => Kind::Flag,
        info::Type::Character => Kind::Character,
        info::Type::String => Kind::Text,
    }
}

fn kind_of_format(kind: format::Type) -> Kind {
    match kind {
        format::Type::Integer => Kind::Integer,
        format::Type::Float => Kind::Float,
        format::Type::Character => Kind::Character,
        format::Type::String => Kind::Text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_line(parser: &mut Parser, line: &str) -> Declared {
        read(parser, line, line.split_once('=').map_or("", |(_, value)| value))
    }

    #[test]
    fn what_noodles_takes_is_what_the_lenient_reader_would_have_read() {
        let (mut parser, mut other) = (Parser::default(), Parser::default());
        for line in [
            "##fileformat=VCFv4.5",
            r#"##INFO=<ID=CSQ,Number=.,Type=String,Description="a, \"b\" \\ Format: X|Y",Source="VEP">"#,
            r#"##INFO=<ID=SOMATIC,Number=0,Type=Flag,Description="">"#,
            r#"##INFO=<ID=MY,Number=R,Type=Float,Description="x",IDX=7>"#,
            r#"##FORMAT=<ID=MYG,Number=G,Type=Integer,Description="x">"#,
            r#"##FORMAT=<ID=MYC,Number=P,Type=Character,Description="x">"#,
            r#"##FILTER=<ID=q10,Description="x">"#,
            r#"##ALT=<ID=DUP:TANDEM,Description="x">"#,
            r#"##contig=<ID=chr7,length=159345973,assembly=GRCh38,species="Homo sapiens">"#,
        ] {
            let value = line.split_once('=').unwrap().1;
            let mut ours = leniently(value);
            if !line.starts_with("##INFO") {
                ours.description = None;
            }
            assert!(other.parse_partial(line.as_bytes()).is_ok(), "noodles takes {line}");
            assert_eq!(read_line(&mut parser, line), ours, "{line}");
        }
    }

    #[test]
    fn what_noodles_refuses_is_read_as_far_as_it_goes() {
        let mut parser = Parser::default();
        let headless = read_line(&mut parser, "##contig=<ID=1,length=5>");
        assert_eq!((headless.id.as_deref(), headless.length), (Some("1"), Some(5)));
        read_line(&mut parser, "##fileformat=VCFv4.3");
        for (line, number) in [
            (
                r#"##INFO=<ID=SVLEN,Number=1,Type=Integer,Description="otherwise than reserved">"#,
                Some(Number::Fixed(1)),
            ),
            (r#"##INFO=<ID=A,Number=1,Type=Integer,Description="not closed>"#, Some(Number::Fixed(1))),
            (r#"##INFO=<ID=B,Number=many,Type=Integer,Description="x">"#, None),
            (r#"##FORMAT=<ID=C,Number=LR,Type=Integer,Description="x">"#, Some(Number::PerLocalAllele)),
        ] {
            let read = read_line(&mut parser, line);
            assert!(read.id.is_some() && read.description.is_some(), "{line}");
            assert_eq!(read.definition.map(|definition| definition.number), number, "{line}");
        }
    }
}

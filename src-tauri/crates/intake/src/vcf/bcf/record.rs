//! One record of a BCF, written out as a line of a VCF (VCF 4.5 §6.3.1).

use super::names::Names;
use super::typed::{Bytes, Type, Value, values, write as write_values};
use std::fmt::Write as _;

/// Why a record cannot be written out.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// What cannot be read.
    Broken(&'static str),
    /// The line would be longer than lines may be.
    TooLong,
}

/// The lengths of the shared and the individual part.
pub(super) fn sizes([a, b, c, d, e, f, g, h]: [u8; 8]) -> [usize; 2] {
    let size = |bytes| usize::try_from(u32::from_le_bytes(bytes)).unwrap_or(usize::MAX);
    [size([a, b, c, d]), size([e, f, g, h])]
}

/// Writes a record of at most `most` bytes as a line.
pub(super) fn write(
    bytes: &[u8],
    shared: usize,
    names: &Names,
    most: usize,
    line: &mut String,
) -> Result<(), Fault> {
    let (shared, individual) = bytes.split_at_checked(shared).ok_or(Fault::Broken("its length"))?;
    let (formats, samples) = site(&mut Bytes(shared), names, line)?;
    if line.len() > most {
        return Err(Fault::TooLong);
    }
    if formats > 0 && samples > 0 {
        columns(Bytes(individual), formats, samples, names, most, line)?;
    }
    Ok(())
}

/// The first eight columns; gives the number of FORMAT keys and of samples.
fn site(bytes: &mut Bytes<'_>, names: &Names, line: &mut String) -> Result<(usize, usize), Fault> {
    let broken = |what| move || Fault::Broken(what);
    let mut word = |what| bytes.word().ok_or_else(broken(what));
    let contig = names.contig(i32::from_le_bytes(word("CHROM")?)).ok_or_else(broken("CHROM"))?;
    let position = i64::from(i32::from_le_bytes(word("POS")?)) + 1;
    word("the length")?;
    let quality = word("QUAL")?;
    let [a, b, c, d] = word("the number of alleles")?;
    let (entries, alleles) = (u16::from_le_bytes([a, b]), u16::from_le_bytes([c, d]));
    let [a, b, c, formats] = word("the number of samples")?;
    let samples = usize::try_from(u32::from_le_bytes([a, b, c, 0])).unwrap_or(usize::MAX);
    if samples != names.samples {
        return Err(Fault::Broken("the number of samples"));
    }
    // Writing to a String does not fail.
    let _ = write!(line, "{contig}\t{position}\t");
    value(bytes, line).ok_or_else(broken("ID"))?;
    for allele in 0..alleles {
        line.push(if allele < 2 { '\t' } else { ',' });
        value(bytes, line).ok_or_else(broken("an allele"))?;
    }
    line.push_str(match alleles {
        0 => "\t.\t.\t",
        1 => "\t.\t",
        _ => "\t",
    });
    write_values(Type::Float, &quality, line);
    line.push('\t');
    let (kind, count) = bytes.descriptor().ok_or_else(broken("FILTER"))?;
    let filters = bytes.values(kind, count).ok_or_else(broken("FILTER"))?;
    for (place, filter) in values(kind, filters).enumerate() {
        line.push_str(if place > 0 { ";" } else { "" });
        let Value::Integer(number) = filter else { return Err(Fault::Broken("FILTER")) };
        line.push_str(names.key(number).ok_or_else(broken("FILTER"))?);
    }
    line.push_str(if count == 0 { ".\t" } else { "\t" });
    for entry in 0..entries {
        line.push_str(if entry > 0 { ";" } else { "" });
        let key = bytes.integer().and_then(|number| names.key(number)).ok_or_else(broken("INFO"))?;
        line.push_str(key);
        let (kind, count) = bytes.descriptor().ok_or_else(broken("INFO"))?;
        let found = bytes.values(kind, count).ok_or_else(broken("INFO"))?;
        if kind != Type::Missing && count > 0 {
            line.push('=');
            write_values(kind, found, line);
        }
    }
    line.push_str(if entries == 0 { "." } else { "" });
    Ok((usize::from(formats), samples))
}

fn value(bytes: &mut Bytes<'_>, line: &mut String) -> Option<()> {
    let (kind, count) = bytes.descriptor()?;
    write_values(kind, bytes.values(kind, count)?, line);
    Some(())
}

/// One key of FORMAT with the values of all samples.
struct Field<'a> {
    is_genotype: bool,
    kind: Type,
    /// Bytes of one sample.
    width: usize,
    bytes: &'a [u8],
}

/// FORMAT and the sample columns.
fn columns(
    mut bytes: Bytes<'_>,
    formats: usize,
    samples: usize,
    names: &Names,
    most: usize,
    line: &mut String,
) -> Result<(), Fault> {
    let mut fields = Vec::with_capacity(formats);
    for place in 0..formats {
        let field = bytes.integer().and_then(|number| names.key(number)).and_then(|key| {
            let (kind, count) = bytes.descriptor()?;
            let found = bytes.values(kind, count.checked_mul(samples)?)?;
            line.push(if place == 0 { '\t' } else { ':' });
            line.push_str(key);
            let width = found.len().checked_div(samples).unwrap_or(0);
            Some(Field { is_genotype: key == "GT" && kind != Type::Char, kind, width, bytes: found })
        });
        fields.push(field.ok_or(Fault::Broken("FORMAT"))?);
    }
    for sample in 0..samples {
        for (place, field) in fields.iter().enumerate() {
            line.push(if place == 0 { '\t' } else { ':' });
            let start = sample * field.width;
            let own = field.bytes.get(start..start + field.width).unwrap_or_default();
            if field.is_genotype {
                genotype(field.kind, own, line);
            } else {
                write_values(field.kind, own, line);
            }
        }
        if line.len() > most {
            return Err(Fault::TooLong);
        }
    }
    Ok(())
}

/// Alleles as (number + 1) · 2, plus 1 where phased with the one before (VCF 4.5 §6.3.3).
fn genotype(kind: Type, bytes: &[u8], line: &mut String) {
    let start = line.len();
    for value in values(kind, bytes).take_while(|value| *value != Value::End) {
        let coded = match value {
            Value::Integer(coded) => coded,
            _ => 0,
        };
        if line.len() > start {
            line.push(if coded & 1 == 1 { '|' } else { '/' });
        }
        // Writing to a String does not fail.
        let _ = match coded >> 1 {
            0 => write!(line, "."),
            number => write!(line, "{}", number - 1),
        };
    }
    if line.len() == start {
        line.push('.');
    }
}

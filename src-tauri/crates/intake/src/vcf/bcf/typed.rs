//! Typed values of a BCF (VCF 4.5 §6.3.3): a byte with type and count, then that many values. Reading never goes beyond
//! the bytes of the record.

use std::fmt::Write as _;

/// What is left of a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Bytes<'a>(pub &'a [u8]);

/// Type of values, with the size of one in bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Type {
    Missing,
    Int8,
    Int16,
    Int32,
    Float,
    Char,
}

/// One value of a list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Value {
    Integer(i32),
    Float(f32),
    Missing,
    /// The list ends before its room does.
    End,
}

impl Type {
    fn size(self) -> usize {
        match self {
            Self::Missing => 0,
            Self::Int8 | Self::Char => 1,
            Self::Int16 => 2,
            Self::Int32 | Self::Float => 4,
        }
    }
}

impl<'a> Bytes<'a> {
    /// The next bytes.
    pub fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }

    /// A number of four bytes.
    pub fn word(&mut self) -> Option<[u8; 4]> {
        self.take(4)?.try_into().ok()
    }

    /// Type and count.
    pub fn descriptor(&mut self) -> Option<(Type, usize)> {
        let byte = *self.take(1)?.first()?;
        let kind = match byte & 0x0F {
            0 => Type::Missing,
            1 => Type::Int8,
            2 => Type::Int16,
            3 => Type::Int32,
            5 => Type::Float,
            7 => Type::Char,
            _ => return None,
        };
        let count = match usize::from(byte >> 4) {
            15 => usize::try_from(self.integer()?).ok()?,
            count => count,
        };
        Some((kind, count))
    }

    /// A single whole number.
    pub fn integer(&mut self) -> Option<i32> {
        let byte = *self.take(1)?.first()?;
        let kind = match byte {
            0x11 => Type::Int8,
            0x12 => Type::Int16,
            0x13 => Type::Int32,
            _ => return None,
        };
        match values(kind, self.take(kind.size())?).next()? {
            Value::Integer(number) => Some(number),
            _ => None,
        }
    }

    /// The bytes of so many values.
    pub fn values(&mut self, kind: Type, count: usize) -> Option<&'a [u8]> {
        self.take(kind.size().checked_mul(count)?)
    }
}

/// The values in some bytes.
pub(super) fn values(kind: Type, bytes: &[u8]) -> impl Iterator<Item = Value> + '_ {
    bytes.chunks_exact(kind.size().max(1)).map(move |chunk| match (kind, chunk) {
        (Type::Int8, [a]) => narrow(i32::from(i8::from_le_bytes([*a])), i32::from(i8::MIN)),
        (Type::Int16, [a, b]) => narrow(i32::from(i16::from_le_bytes([*a, *b])), i32::from(i16::MIN)),
        (Type::Int32, [a, b, c, d]) => narrow(i32::from_le_bytes([*a, *b, *c, *d]), i32::MIN),
        (Type::Float, [a, b, c, d]) => match u32::from_le_bytes([*a, *b, *c, *d]) {
            0x7F80_0001 => Value::Missing,
            0x7F80_0002 => Value::End,
            bits => Value::Float(f32::from_bits(bits)),
        },
        _ => Value::Missing,
    })
}

fn narrow(number: i32, lowest: i32) -> Value {
    match number.checked_sub(lowest) {
        Some(0) => Value::Missing,
        Some(1) => Value::End,
        _ => Value::Integer(number),
    }
}

/// Writes values as a VCF has them: joined by commas, `.` where there are none.
pub(super) fn write(kind: Type, bytes: &[u8], line: &mut String) {
    if kind == Type::Char {
        return text(bytes, line);
    }
    let start = line.len();
    for value in values(kind, bytes).take_while(|value| *value != Value::End) {
        if line.len() > start {
            line.push(',');
        }
        // Writing to a String does not fail.
        let _ = match value {
            Value::Integer(number) => write!(line, "{number}"),
            Value::Float(number) => write!(line, "{number}"),
            Value::Missing | Value::End => write!(line, "."),
        };
    }
    if line.len() == start {
        line.push('.');
    }
}

/// Writes a text. Control characters, which would make columns or lines of it, are replaced.
fn text(bytes: &[u8], line: &mut String) {
    let end = memchr::memchr(0, bytes).unwrap_or(bytes.len());
    let text = String::from_utf8_lossy(bytes.get(..end).unwrap_or_default());
    if text.is_empty() {
        line.push('.');
    } else if text.contains(char::is_control) {
        line.extend(text.chars().map(|c| if c.is_control() { '\u{FFFD}' } else { c }));
    } else {
        line.push_str(&text);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(bytes: &[u8]) -> Option<String> {
        let mut bytes = Bytes(bytes);
        let (kind, count) = bytes.descriptor()?;
        let mut line = String::new();
        write(kind, bytes.values(kind, count)?, &mut line);
        Some(line)
    }

    #[test]
    fn values_are_written_as_in_a_vcf() {
        assert_eq!(written(&[0x31, 5, 0x80, 0xFF]).unwrap(), "5,.,-1");
        assert_eq!(written(&[0x31, 5, 0x81, 0x81]).unwrap(), "5", "the list ends early");
        assert_eq!(written(&[0x22, 0x2C, 0x01, 0x00, 0x80]).unwrap(), "300,.");
        assert_eq!(written(&[0x15, 0xCD, 0xCC, 0xCC, 0x3D]).unwrap(), "0.1");
        assert_eq!(written(&[0x37, b'a', b'\t', b'c']).unwrap(), "a\u{FFFD}c");
        assert_eq!(written(&[0x07]).unwrap(), ".");
    }

    #[test]
    fn counts_that_claim_more_than_there_is_are_refused() {
        assert_eq!(written(&[0xF3, 0x13, 0xFF, 0xFF, 0xFF, 0x7F]), None);
        assert_eq!(written(&[0xF3, 0x13, 0xFF, 0xFF, 0xFF, 0xFF]), None, "a negative count");
        assert_eq!(written(&[0x35, 0]), None);
        assert_eq!(written(&[0x14, 0]), None, "no such type");
    }
}

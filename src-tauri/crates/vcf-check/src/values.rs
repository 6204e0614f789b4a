//! What a header declares about the values of a key, and whether values keep to it. Source: VCF 4.5 §1.4.2 and §1.4.4.

/// How many values a key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Number {
    /// So many.
    Fixed(usize),
    /// One for each alternate allele.
    PerAlternate,
    /// One for each allele, the reference first.
    PerAllele,
    /// One for each genotype.
    PerGenotype,
    /// One for each allele of the genotype (`P`, since 4.4).
    PerCopy,
    /// One for each local alternate allele of the sample (`LA`, `LR`, `LG`: as the three above for its local alleles, since
    /// 4.5).
    PerLocalAlternate,
    /// `LR`.
    PerLocalAllele,
    /// `LG`.
    PerLocalGenotype,
    /// Any number, or one that only the bases tell (`M`).
    Open,
}

/// What kind of values a key has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A whole number of 32 bits.
    Integer,
    /// A number.
    Float,
    /// No value: the key stands or does not.
    Flag,
    /// One character.
    Character,
    /// `String`.
    Text,
}

/// The declaration of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Definition {
    /// How many values.
    pub number: Number,
    /// Of which kind.
    pub kind: Kind,
}

/// What is wrong with the values of a key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ValueFault {
    /// So many values where so many belong.
    Count {
        /// How many there are.
        found: usize,
        /// How many belong there.
        expected: usize,
    },
    /// A value of another kind.
    Kind(Kind),
    /// A negative count, or a fraction beyond 0 to 1.
    Range,
}

/// What the values of one record are counted by.
#[derive(Debug, Clone, Copy, Default)]
pub struct Shape {
    /// Number of alternate alleles; none where the record names none (`.`).
    pub alternates: Option<usize>,
    /// Number of alleles in a genotype; none where it is not known.
    pub ploidy: Option<usize>,
    /// Number of local alternate alleles (LAA); none where the sample names none.
    pub local: Option<usize>,
}

/// Whole numbers of a VCF have 32 bits, of which BCF reserves the lowest eight (VCF 4.3 §1.3).
const INTEGERS: std::ops::RangeInclusive<i64> = -2_147_483_640..=2_147_483_647;

/// Most alternates for which genotypes are counted: beyond, the number has no use and grows without end.
const MAX_COUNTED: usize = 1_000;

impl Number {
    /// Reads `1`, `A`, `R`, `G`, `.` and the letters of later versions.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "A" => Self::PerAlternate,
            "R" => Self::PerAllele,
            "G" => Self::PerGenotype,
            "P" => Self::PerCopy,
            "LA" => Self::PerLocalAlternate,
            "LR" => Self::PerLocalAllele,
            "LG" => Self::PerLocalGenotype,
            "." | "M" => Self::Open,
            digits if digits.bytes().all(|byte| byte.is_ascii_digit()) => Self::Fixed(digits.parse().ok()?),
            _ => return None,
        })
    }

    /// Whether so many values are right; gives the right number where they are not.
    fn wants(self, found: usize, shape: Shape) -> Result<(), usize> {
        let per_allele = |more: usize| shape.alternates.map(|count| count + more);
        let expected = match self {
            Self::Fixed(count) => Some(count),
            Self::PerAlternate => per_allele(0),
            Self::PerAllele => per_allele(1),
            Self::PerGenotype => shape.genotypes(per_allele(1)),
            Self::PerCopy => shape.ploidy,
            Self::PerLocalAlternate => shape.local,
            Self::PerLocalAllele => shape.local.map(|count| count + 1),
            Self::PerLocalGenotype => shape.genotypes(shape.local.map(|count| count + 1)),
            Self::Open => None,
        };
        expected.map_or(Ok(()), |expected| if expected == found { Ok(()) } else { Err(expected) })
    }
}

impl Shape {
    /// How many genotypes there are; none where there is no genotype to tell, or the number has no use.
    fn genotypes(self, alleles: Option<usize>) -> Option<usize> {
        genotypes(alleles.filter(|count| *count <= MAX_COUNTED)?, self.ploidy?)
    }
}

/// How many genotypes so many alleles form (VCF 4.5 §1.6.2): choices with repetition. None where that is beyond use.
fn genotypes(alleles: usize, ploidy: usize) -> Option<usize> {
    if !(1..=8).contains(&ploidy) {
        return None;
    }
    (1..=ploidy).try_fold(1usize, |count, place| count.checked_mul(alleles + place - 1).map(|n| n / place))
}

impl Kind {
    /// Reads the name of a type.
    pub fn parse(text: &str) -> Option<Self> {
        Some(match text {
            "Integer" => Self::Integer,
            "Float" => Self::Float,
            "Flag" => Self::Flag,
            "Character" => Self::Character,
            "String" => Self::Text,
            _ => return None,
        })
    }

    /// The name of the type.
    pub fn name(self) -> &'static str {
        match self {
            Self::Integer => "Integer",
            Self::Float => "Float",
            Self::Flag => "Flag",
            Self::Character => "Character",
            Self::Text => "String",
        }
    }

    fn takes(self, value: &str) -> bool {
        value == "."
            || match self {
                Self::Integer => integer(value).is_some(),
                Self::Float => value.parse::<f64>().is_ok(),
                Self::Flag => matches!(value, "" | "0" | "1"),
                Self::Character => value.chars().count() == 1,
                Self::Text => true,
            }
    }
}

/// A whole number in the range of the format; some programs write `12.0`.
pub fn integer(value: &str) -> Option<i64> {
    // Nearly all are a few digits.
    if value.len() < 10 && !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(value.bytes().fold(0, |number, byte| number * 10 + i64::from(byte - b'0')));
    }
    let whole = match value.split_once('.') {
        Some((whole, zeros)) if zeros.bytes().all(|byte| byte == b'0') => whole,
        Some(_) => return None,
        None => value,
    };
    whole.parse().ok().filter(|number| INTEGERS.contains(number))
}

impl Definition {
    /// Whether the values of a key, joined by commas, are as declared.
    pub fn check(self, values: &str, shape: Shape) -> Option<ValueFault> {
        if self.kind == Kind::Flag || self.number == Number::Fixed(0) {
            return (!Kind::Flag.takes(values)).then_some(ValueFault::Kind(Kind::Flag));
        }
        if values == "." || (self.kind == Kind::Text && self.number == Number::Open) {
            return None;
        }
        // Most values are single numbers.
        if self.kind == Kind::Text && values.starts_with('"') {
            return None;
        }
        let commas = memchr::memchr_iter(b',', values.as_bytes()).count();
        if let Err(expected) = self.number.wants(commas + 1, shape) {
            return Some(ValueFault::Count { found: commas + 1, expected });
        }
        if self.kind == Kind::Text {
            return None;
        }
        let takes = if commas == 0 {
            self.kind.takes(values)
        } else {
            values.split(',').all(|value| self.kind.takes(value))
        };
        (!takes).then_some(ValueFault::Kind(self.kind))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(number: &str, kind: &str, values: &str) -> Option<ValueFault> {
        let definition =
            Definition { number: Number::parse(number).unwrap(), kind: Kind::parse(kind).unwrap() };
        definition.check(values, Shape { alternates: Some(2), ploidy: Some(2), local: Some(1) })
    }

    #[test]
    fn values_are_counted_by_what_they_belong_to() {
        let wrong = |found, expected| Some(ValueFault::Count { found, expected });
        for (number, values, expected) in [
            ("1", "5", None),
            ("1", "5,6", wrong(2, 1)),
            ("A", "5,6", None),
            ("A", "5", wrong(1, 2)),
            ("R", "5,6,7", None),
            ("R", "5,6", wrong(2, 3)),
            ("G", "1,2,3,4,5,6", None),
            ("G", "1,2,3", wrong(3, 6)),
            ("P", "1,2", None),
            ("P", "1", wrong(1, 2)),
            ("LA", "1", None),
            ("LR", "1", wrong(1, 2)),
            ("LG", "1,2", wrong(2, 3)),
            ("A", ".", None),
            (".", "1,2,3,4", None),
        ] {
            assert_eq!(fault(number, "Integer", values), expected, "Number={number} {values}");
        }
        assert_eq!(genotypes(2, 1), Some(2), "haploid");
        assert_eq!(genotypes(3, 3), Some(10), "triploid");
    }

    #[test]
    fn values_are_of_their_kind() {
        for (kind, value, sound) in [
            ("Integer", "-7", true),
            ("Integer", "12.0", true),
            ("Integer", "9.3", false),
            ("Integer", "2147483648", false),
            ("Integer", "-2147483648", false),
            ("Integer", "x", false),
            ("Float", "1e-5", true),
            ("Float", "NaN", true),
            ("Float", "my_text", false),
            ("Character", "癌", true),
            ("Character", "ab", false),
            ("Flag", "1", true),
            ("Flag", "2", false),
        ] {
            let definition = Definition { number: Number::Open, kind: Kind::parse(kind).unwrap() };
            let found = definition.check(value, Shape { alternates: Some(1), ..Shape::default() });
            assert_eq!(found.is_none(), sound, "Type={kind} {value}");
        }
    }
}

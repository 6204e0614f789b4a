//! What can be wrong with a record: the rule that is broken, where, and how grave that is.

use crate::reserved::Column;
use std::fmt;

/// How grave a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    /// Common and harmless, or left open by the version of the file.
    Slight,
    /// The record breaks the format.
    Fault,
}

/// Where in a record a fault stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place<'a> {
    /// A column, or a key that the format reserves: `ALT`, `INFO/END`.
    Field(&'static str),
    /// A key of this column, as written.
    Key(Column, &'a str),
}

impl fmt::Display for Place<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(name) => f.write_str(name),
            Self::Key(column, key) => write!(f, "{}/{key}", column.name()),
        }
    }
}

/// One fault of one record.
#[derive(Clone, Copy)]
pub struct Fault<'a> {
    /// The rule that is broken.
    pub rule: Rule,
    /// How grave that is in a file of this version.
    pub level: Level,
    /// Where.
    pub place: Place<'a>,
    pub(crate) said: &'a dyn Fn() -> String,
}

impl Fault<'_> {
    /// What was found, quoted from the record at whatever length it has there. The text is built when it is asked for, so
    /// that a fault of every record costs little where one is told of all.
    pub fn said(&self) -> String {
        (self.said)()
    }
}

impl fmt::Debug for Fault<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut all = f.debug_struct("Fault");
        all.field("rule", &self.rule).field("level", &self.level).field("place", &self.place);
        all.field("said", &self.said()).finish()
    }
}

/// Declares the rules once: name, code, what the format wants.
macro_rules! rules {
    ($($(#[$doc:meta])* $name:ident $code:literal $wants:literal,)+) => {
        /// The rules that the columns of a record keep to.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum Rule {
            $($(#[$doc])* $name,)+
        }

        impl Rule {
            /// All rules.
            pub const ALL: &[Self] = &[$(Self::$name,)+];

            /// A stable code in kebab case; rules of one kind share it.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$name => $code,)+
                }
            }

            /// What the format wants, or why the finding deserves a look: a clause without its full stop.
            pub fn wants(self) -> &'static str {
                match self {
                    $(Self::$name => $wants,)+
                }
            }
        }
    };
}

rules! {
    /// A contig's name cannot be cited in a breakend, and the header declares no such contig.
    ContigName "contig-name" "Breakends cannot cite such a name without doubt, and the header declares no such contig",
    /// A contig's name holds a colon, lawful since 4.3.
    ContigColon "contig-name" "A name with a colon can be misread where a breakend cites it",
    /// ID holds white space or an empty name.
    IdForm "bad-id" "Names separated by ';' without white space, or '.', were expected",
    /// ID has a name twice.
    IdTwice "bad-id" "A name stands twice",
    /// QUAL is negative.
    NegativeQuality "bad-qual" "A quality is not negative",
    /// FILTER holds what is no name of a filter, or a name twice.
    FilterForm "bad-filter" "PASS, '.' or the names of filters, each once, were expected",
    /// A filter that the header does not declare.
    FilterUndeclared "undeclared" "The header does not say what this filter means",
    /// `.` among alternate alleles.
    MissingAmongAlleles "bad-alt" "'.' stands alone where there is no alternate allele",
    /// A symbol that the header does not declare and the format does not reserve.
    SymbolUndeclared "undeclared" "The header does not declare this symbol and the format does not reserve it",
    /// The same with a subtype (`<ABC:DE>`), whose first part the format fixes.
    SymbolKind "bad-alt" "The header does not declare this symbol and the format does not reserve it",
    /// A deletion of positive length, before 4.4.
    LossLength "value-range" "The length of a deletion is negative before VCF 4.4",
    /// A symbol without its length, since 4.4.
    LengthMissing "bad-info" "Since VCF 4.4 a symbol has its length in SVLEN",
    /// A negative length, since 4.4.
    LengthNegative "value-range" "Since VCF 4.4 a length is not negative",
    /// A loss or gain without its claim, since 4.4.
    ClaimMissing "bad-info" "Since VCF 4.4 SVCLAIM tells whether a loss or gain was seen by its copies (D), its junction (J) or both (DJ)",
    /// One copy number of a sample beside alleles of several lengths.
    CopiesOfLengths "value-range" "The copy number of a sample counts one stretch",
    /// INFO is empty or has an empty entry.
    InfoEntry "bad-info" "Entries key=value separated by ';', or '.', were expected",
    /// A key of INFO is no name.
    InfoKey "bad-info" "Entries key=value separated by ';', or '.', were expected",
    /// INFO holds a space, before 4.3.
    InfoSpace "bad-info" "INFO holds no white space",
    /// A key stands twice in INFO.
    KeyTwice "duplicate-key" "A key stands once in a record",
    /// A key that the header does not declare.
    KeyUndeclared "undeclared" "The header does not declare the key",
    /// A key with more or fewer values than declared.
    ValueCount "value-count" "The key has another number of values than declared",
    /// A value of another type than declared.
    ValueType "value-type" "The value is of another type than declared",
    /// A negative count, a fraction beyond 0 to 1, local alleles that the record does not have.
    ValueRange "value-range" "The value lies outside what its key can mean",
    /// CIGAR.
    Cigar "value-type" "Counts with the letters M, I, D, N, S, H, P, X or = were expected",
    /// END lies before POS.
    EndBeforeStart "end-before-start" "A record does not end before it begins",
    /// SVLEN of alleles that are spelled out.
    SpelledLength "value-range" "The length differs from that of the alleles as spelled out",
    /// A confidence interval that leaves out its value.
    Interval "value-range" "An interval around a value goes from zero or below to zero or above",
    /// END of a variant that is precise.
    PreciseEnd "value-range" "A precise variant ends with its last reference base",
    /// SVCLAIM.
    Claim "value-range" "Copies (D), junction (J) or both (DJ) were expected",
    /// A tandem repeat without its unit, since 4.4.
    RepeatUnit "bad-info" "A tandem repeat has the sequence of its unit (RUS) or its length (RUL)",
    /// RUL beside RUS.
    RepeatUnitLength "value-range" "The length of the unit differs from its sequence",
    /// RB beside RUC and the unit's length.
    RepeatBases "value-range" "The bases are about the units times their length",
    /// CIRUC or CIRB.
    RepeatInterval "value-range" "An interval around a value goes from zero or below to zero or above, and stands beside the value",
    /// RUB beside a count of units that is not whole.
    RepeatUneven "value-range" "RUB lists the bases of each unit; RUC then counts whole units, one number for each repeat",
    /// RUB with more or fewer values than units.
    RepeatCount "value-count" "RUB has one value for each unit that RUC counts",
    /// FORMAT.
    FormatForm "bad-format" "Keys separated by ':', GT first and each once, were expected",
    /// A sample's values.
    SampleForm "bad-sample" "Values without white space, separated by ':', one for each key of FORMAT or fewer, were expected",
    /// GT.
    GenotypeForm "bad-genotype" "Numbers of the record's alleles or '.', separated by '/' or '|', were expected",
    /// Genotypes of one sample with another number of alleles within an autosome.
    Ploidy "value-count" "The genotypes of a sample have one number of alleles within a contig; some callers list one more for each further allele",
    /// An allele that is not phased in a phase set, since 4.4.
    PhaseSet "value-range" "Only a phased allele belongs to a phase set; '.' stands for the others",
    /// A place or quality of an allele in no phase set, since 4.4.
    PhasePlace "value-range" "An allele without a phase set has no place or quality in one",
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_in_kebab_case_and_what_is_wanted_leaves_room_for_a_caller() {
        for rule in Rule::ALL {
            assert!(rule.code().bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'), "{rule:?}");
            assert!(!rule.wants().is_empty() && !rule.wants().ends_with('.'), "{rule:?}");
        }
    }

    #[test]
    fn a_place_names_column_and_key() {
        assert_eq!(Place::Key(Column::Format, "AD").to_string(), "FORMAT/AD");
        assert_eq!(Place::Field("INFO/END").to_string(), "INFO/END");
    }
}

//! Classes of short changes in the words of CTML, which are those of MAF with some of VEP's and of laboratories among them.

use crate::omission::ConditionState;

/// A class, all spellings of it in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum SequenceClass {
    Missense,
    Nonsense,
    Nonstop,
    Start,
    InFrameDeletion,
    InFrameInsertion,
    InFrame,
    DelIns,
    FrameshiftDeletion,
    FrameshiftInsertion,
    Frameshift,
    SpliceAcceptor,
    SpliceDonor,
    SpliceSite,
    SpliceRegion,
    ProteinAltering,
    Silent,
    Intron,
    Untranslated,
    Flank,
    Intergenic,
    Rna,
}

impl SequenceClass {
    pub(super) fn parse(text: &str) -> Option<Self> {
        let word: String =
            text.chars().filter(|c| c.is_ascii_alphanumeric()).collect::<String>().to_ascii_lowercase();
        let word = word.strip_suffix("mutation").or(word.strip_suffix("variant")).unwrap_or(&word);
        Some(match word {
            "missense" => Self::Missense,
            "nonsense" | "stopgained" => Self::Nonsense,
            "nonstop" | "stoplost" => Self::Nonstop,
            "initiatorcodon" | "translationstartsite" | "startlost" => Self::Start,
            "inframedel" | "inframedeletion" => Self::InFrameDeletion,
            "inframeins" | "inframeinsertion" => Self::InFrameInsertion,
            "inframe" | "inframeindel" => Self::InFrame,
            "delins" => Self::DelIns,
            "frameshiftdel" | "frameshiftdeletion" => Self::FrameshiftDeletion,
            "frameshiftins" | "frameshiftinsertion" => Self::FrameshiftInsertion,
            "frameshift" => Self::Frameshift,
            "spliceacceptor" => Self::SpliceAcceptor,
            "splicedonor" => Self::SpliceDonor,
            "splicesite" | "splicelost" => Self::SpliceSite,
            "spliceregion" => Self::SpliceRegion,
            "proteinaltering" => Self::ProteinAltering,
            "silent" | "synonymous" | "stopretained" => Self::Silent,
            "intron" => Self::Intron,
            "3utr" | "3primeutr" | "5utr" | "5primeutr" => Self::Untranslated,
            "5flank" | "3flank" => Self::Flank,
            "igr" | "intergenic" => Self::Intergenic,
            "rna" => Self::Rna,
            _ => return None,
        })
    }

    /// The class that the key of a protein change tells by itself.
    pub(super) fn of_protein(key: &str) -> Option<Self> {
        if key.contains("fs") {
            return Some(Self::Frameshift);
        }
        // In frame, and still a stop or none may be what it comes to.
        if key.contains("delins") || key.contains('?') || key.contains("ext") {
            return None;
        }
        if key.ends_with("del") {
            return Some(Self::InFrameDeletion);
        }
        if key.contains("ins") || key.contains("dup") {
            return Some(Self::InFrameInsertion);
        }
        let mut signs = key.chars();
        let (first, last) = (signs.next()?, signs.next_back()?);
        if signs.as_str().is_empty() || !signs.all(|sign| sign.is_ascii_digit()) {
            return None;
        }
        match (first, last) {
            (first, '=') if first.is_ascii_uppercase() => Some(Self::Silent),
            (first, last) if first == last => Some(Self::Silent),
            ('*', _) => Some(Self::Nonstop),
            (_, '*') => Some(Self::Nonsense),
            ('M', _) if key.get(1..key.len() - 1) == Some("1") => Some(Self::Start),
            (first, last) if is_residue(first) && is_residue(last) => Some(Self::Missense),
            _ => None,
        }
    }

    /// Whether a finding of class `found` is one of the class asked for.
    pub(super) fn holds_for(self, found: Self) -> ConditionState {
        use SequenceClass as Class;
        let part_of = |wide: Self, narrow: Self| match wide {
            Class::InFrame => matches!(narrow, Class::InFrameDeletion | Class::InFrameInsertion),
            Class::Frameshift => matches!(narrow, Class::FrameshiftDeletion | Class::FrameshiftInsertion),
            Class::SpliceSite => matches!(narrow, Class::SpliceAcceptor | Class::SpliceDonor),
            Class::ProteinAltering => {
                matches!(
                    narrow,
                    Class::Missense
                        | Class::Nonsense
                        | Class::Nonstop
                        | Class::Start
                        | Class::InFrame
                        | Class::InFrameDeletion
                        | Class::InFrameInsertion
                        | Class::Frameshift
                        | Class::FrameshiftDeletion
                        | Class::FrameshiftInsertion
                )
            }
            _ => false,
        };
        // Deleted and inserted at once: in frame, out of it, or counted as either.
        let indel = |class: Self| {
            matches!(
                class,
                Class::InFrame
                    | Class::InFrameDeletion
                    | Class::InFrameInsertion
                    | Class::Frameshift
                    | Class::FrameshiftDeletion
                    | Class::FrameshiftInsertion
                    | Class::ProteinAltering
            )
        };
        if self == found || part_of(self, found) {
            ConditionState::Met
        } else if part_of(found, self)
            || (self == Class::DelIns && indel(found))
            || (found == Class::DelIns && indel(self))
        {
            ConditionState::Unknown
        } else {
            ConditionState::NotMet
        }
    }

    /// Whether a change of this class alters the protein; unknown where it may and may not.
    pub(super) fn alters(self) -> ConditionState {
        match self {
            Self::Silent | Self::Intergenic => ConditionState::NotMet,
            Self::Intron | Self::Untranslated | Self::Flank | Self::Rna | Self::SpliceRegion => {
                ConditionState::Unknown
            }
            _ => ConditionState::Met,
        }
    }
}

/// The one-letter codes of the twenty amino acids.
pub(super) fn is_residue(sign: char) -> bool {
    "ACDEFGHIKLMNPQRSTVWY".contains(sign)
}

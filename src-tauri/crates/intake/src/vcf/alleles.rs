//! What an alternate allele is: bases, nothing, a symbol, a breakend. Source: VCF 4.5 §1.6.1 (ALT) and §5.4.

use entaku_domain::genome::{Chromosome, Position1};
use entaku_vcf_check::columns::is_bases;

/// An alternate allele.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Allele<'a> {
    /// Bases.
    Bases,
    /// `.`, `*`, `<*>`, `<NON_REF>`: no alternate allele is claimed. `<*:DEL>` is `*` with the reason beside it: the
    /// base is missing because of a deletion that has a record of its own.
    None,
    /// `<DEL>`, `<DUP:TANDEM>`, `<CN4>` …: the text between the brackets.
    Symbol(&'a str),
    /// A breakend with its mate.
    Breakend(Mate),
    /// A breakend without a known mate (`.ACGT`, `ACGT.`).
    Single,
    /// None of these.
    Bad,
}

/// The far side of a breakend.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mate {
    pub chromosome: Chromosome,
    /// None at a telomere (position 0 or beyond the last base).
    pub position: Option<Position1>,
    /// Whether the joined piece extends to the right of the mate's position (`[`), else to its left (`]`).
    pub extends_right: bool,
    /// Whether the piece is joined after the reference base of this record (`t[p[`), else before it (`[p[t`).
    pub joined_after: bool,
}

impl<'a> Allele<'a> {
    /// Tells what an allele is.
    pub fn of(text: &'a str) -> Self {
        if is_bases(text) {
            return Self::Bases;
        }
        if matches!(text, "." | "*" | "<*>" | "<NON_REF>" | "<X>") || text.starts_with("<*:") {
            return Self::None;
        }
        if let Some(symbol) = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
            let clean =
                !symbol.is_empty() && symbol.chars().all(|c| c.is_ascii_graphic() && c != '<' && c != '>');
            return if clean { Self::Symbol(symbol) } else { Self::Bad };
        }
        if text.contains(['[', ']']) {
            return mate(text).map_or(Self::Bad, Self::Breakend);
        }
        let single = text.strip_prefix('.').or_else(|| text.strip_suffix('.'));
        if single.is_some_and(is_bases) { Self::Single } else { Self::Bad }
    }
}

/// Reads `t[p[`, `t]p]`, `]p]t`, `[p[t`.
fn mate(text: &str) -> Option<Mate> {
    let first = text.find(['[', ']'])?;
    let bracket = text.get(first..)?.chars().next()?;
    let second = text.get(first + 1..)?.find(bracket)? + first + 1;
    let before = text.get(..first)?;
    let after = text.get(second + 1..)?;
    let place = text.get(first + 1..second)?;
    let sound = |bases: &str| bases.trim_matches('.').is_empty() || is_bases(bases.trim_matches('.'));
    if before.is_empty() == after.is_empty() || !sound(before) || !sound(after) {
        return None;
    }
    // A contig of the assembly file stands in angle brackets: `<ctg1>:7`.
    let (name, position) = place.rsplit_once(':')?;
    let name = name.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')).unwrap_or(name);
    let position: i64 = position.parse().ok().filter(|position| *position >= 0)?;
    Some(Mate {
        chromosome: Chromosome::parse(name).ok()?,
        position: Position1::new(position).ok(),
        extends_right: bracket == '[',
        joined_after: after.is_empty(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_four_forms_of_breakends_are_told_apart() {
        for (text, right, after) in [
            ("G]17:198982]", false, true),
            ("]13:123456]T", false, false),
            ("C[2:321682[", true, true),
            ("[17:198983[A", true, false),
        ] {
            let Allele::Breakend(mate) = Allele::of(text) else { panic!("{text} is a breakend") };
            assert_eq!((mate.extends_right, mate.joined_after), (right, after), "{text}");
        }
        let Allele::Breakend(mate) = Allele::of("T[<ctg1>:0[") else { panic!("a contig of the assembly") };
        assert_eq!((mate.chromosome.as_str(), mate.position), ("ctg1", None));
    }

    #[test]
    fn other_alleles_are_what_they_are() {
        for (text, allele) in [
            ("acgtN", Allele::Bases),
            (".", Allele::None),
            ("*", Allele::None),
            ("<NON_REF>", Allele::None),
            ("<*:DEL>", Allele::None),
            ("<DUP:TANDEM>", Allele::Symbol("DUP:TANDEM")),
            ("G.", Allele::Single),
            (".ACG", Allele::Single),
            ("R", Allele::Bad),
            ("", Allele::Bad),
            ("<>", Allele::Bad),
            ("A[1:2", Allele::Bad),
            ("[1:x[A", Allele::Bad),
            ("A-", Allele::Bad),
            ("A[1:5[T", Allele::Bad),
        ] {
            assert_eq!(Allele::of(text), allele, "{text}");
        }
    }
}

//! A molecular profile read into what it asks for: parts joined by AND, OR and NOT, each a feature (gene, fusion, marker)
//! and a criterion. Owns the shapes and the reading; knows no finding and compares nothing.
//!
//! Names are read in any letter case and in both forms that CIViC has had (`KRAS G12C`, `EML4::ALK Fusion AND ALK F1174L`;
//! before 2023 `BCR-ABL T315I` within the gene ABL1). What is not understood is kept as it stands ([`Criterion::Unread`])
//! and holds in no case.

pub(in crate::evidence) mod change;
mod criterion;
mod expression;
pub(in crate::evidence) mod fusion;
mod japanese;
mod names;

#[cfg(test)]
mod civic_tests;
#[cfg(test)]
mod tests;

pub use criterion::{
    Change, Class, CopyNumberWanted, ExonChange, ExonWanted, ExpressionWanted, FusionWanted, Marker,
    MarkerState, Partner, Span,
};

use super::item::KnownVariant;
use criterion::partner;
use std::collections::HashMap;

/// A profile, as read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Profile {
    /// As the source names it.
    pub text: String,
    /// What it asks for.
    pub expression: Expression,
}

/// How the parts of a profile belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Expression {
    /// One part.
    Part(Part),
    /// All of these (AND).
    All(Vec<Expression>),
    /// At least one of these (OR).
    Any(Vec<Expression>),
    /// Not this (NOT).
    Not(Box<Expression>),
}

/// One part of a profile.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// As the profile names it, without `NOT`.
    pub name: String,
    /// What it is about.
    pub feature: Feature,
    /// What it asks of that.
    pub criterion: Criterion,
    /// Further names of the one change that the source knows it by: aliases and HGVS expressions.
    pub also: Vec<Change>,
    /// Where the source places the one change, with both alleles, as [`crate::finding::ShortVariant::place_on`] writes it.
    pub place: Option<String>,
}

/// What a part is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Feature {
    /// A gene, by the symbol that the source writes.
    Gene(String),
    /// A fusion, 5' partner first.
    Fusion(Partner, Partner),
    /// A marker of the whole genome.
    Marker(Marker),
    /// Not read.
    Unread,
}

/// What a part asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Criterion {
    /// One change.
    Change(Change),
    /// A residue, whatever becomes of it: `G12`.
    Residue(Span),
    /// A mutation anywhere but at a residue: `Non-V600`.
    OtherThan(Span),
    /// A change of a kind in an exon, or in one of several.
    Exon(ExonWanted),
    /// A mutation in a region of the protein, by its name: `DNA BINDING`, `KINASE`.
    Region(String),
    /// A class of changes.
    Class(Class),
    /// Any mutation of the gene.
    AnyMutation,
    /// A change of copy number.
    CopyNumber(CopyNumberWanted),
    /// A fusion.
    Fusion(FusionWanted),
    /// Any rearrangement of the gene.
    Rearrangement,
    /// An amount of expression.
    Expression(ExpressionWanted),
    /// The gene unaltered.
    Wildtype,
    /// A change before the gene.
    PromoterMutation,
    /// Skipping of an exon, by its number.
    Skipping(u32),
    /// The state of a marker.
    Marker(MarkerState),
    /// What no panel test tells: methylation, phosphorylation, where the protein lies. In the source's words.
    Beyond(String),
    /// Any one of these; the source gives them one name.
    OneOf(Vec<Criterion>),
    /// Not understood, as written.
    Unread(String),
}

/// The variants of a source by the names that its profiles give them.
#[derive(Debug, Clone, Default)]
pub struct KnownVariants {
    by_name: HashMap<String, KnownVariant>,
}

impl KnownVariants {
    /// From variants in any order; of two with one name the first stands.
    pub fn new(variants: impl IntoIterator<Item = KnownVariant>) -> Self {
        let mut by_name = HashMap::new();
        for variant in variants {
            by_name.entry(folded(&format!("{} {}", variant.feature, variant.name))).or_insert(variant);
        }
        Self { by_name }
    }

    /// The variant that a part of a profile names.
    fn find(&self, part: &str) -> Option<&KnownVariant> {
        if self.by_name.is_empty() { None } else { self.by_name.get(&folded(part)) }
    }
}

/// Without regard to letter case and to how many spaces stand between words.
fn folded(name: &str) -> String {
    crate::text::half_width(name).to_uppercase().split_whitespace().collect::<Vec<_>>().join(" ")
}

impl Profile {
    /// Reads a profile's name, gene included. Never fails: what is not understood stays in it as such.
    pub fn read(text: &str) -> Self {
        Self::read_with(text, &KnownVariants::default())
    }

    /// As [`Profile::read`], with what the source says of its variants: their other names and places count as the same
    /// change.
    pub fn read_with(text: &str, known: &KnownVariants) -> Self {
        let half = crate::text::half_width(text);
        Self { text: text.to_owned(), expression: expression::read(&half, known) }
    }

    /// All parts, in the profile's order.
    pub fn parts(&self) -> Vec<&Part> {
        let mut parts = Vec::new();
        self.expression.collect(&mut parts);
        parts
    }

    /// Whether it consists of one part that is asked for as it stands.
    pub fn is_simple(&self) -> bool {
        matches!(self.expression, Expression::Part(_))
    }
}

impl Expression {
    fn collect<'e>(&'e self, parts: &mut Vec<&'e Part>) {
        match self {
            Self::Part(part) => parts.push(part),
            Self::All(of) | Self::Any(of) => of.iter().for_each(|one| one.collect(parts)),
            Self::Not(one) => one.collect(parts),
        }
    }
}

impl Part {
    /// The symbols that the part names, as written: one for a gene, up to two for a fusion.
    pub fn symbols(&self) -> Vec<&str> {
        fn add<'p>(named: &'p Partner, symbols: &mut Vec<&'p str>) {
            if let Partner::Gene(gene) = named
                && !symbols.contains(&gene.as_str())
            {
                symbols.push(gene);
            }
        }
        let mut symbols = Vec::new();
        match &self.feature {
            Feature::Gene(gene) => symbols.push(gene.as_str()),
            Feature::Fusion(five, three) => {
                add(five, &mut symbols);
                add(three, &mut symbols);
            }
            Feature::Marker(_) | Feature::Unread => {}
        }
        if let Criterion::Fusion(wanted) = &self.criterion {
            add(&wanted.five, &mut symbols);
            add(&wanted.three, &mut symbols);
        }
        symbols
    }

    /// A part of a gene.
    fn of_gene(gene: &str, variant: &str, criterion: Criterion) -> Self {
        Self {
            name: format!("{gene} {variant}"),
            feature: Feature::Gene(gene.to_owned()),
            criterion,
            also: Vec::new(),
            place: None,
        }
    }

    /// A part of which nothing is understood.
    fn unread(text: &str) -> Self {
        Self {
            name: text.to_owned(),
            feature: Feature::Unread,
            criterion: Criterion::Unread(text.to_owned()),
            also: Vec::new(),
            place: None,
        }
    }
}

/// What `EML4::ALK` names; none where the text is no fusion.
fn fusion_feature(text: &str) -> Option<Feature> {
    let (five, three) = text.split_once("::")?;
    Some(Feature::Fusion(partner(five)?, partner(three)?))
}

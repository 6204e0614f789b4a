//! The node `genomic`: one finding must be as all of its keys say, so that it is one question. What is told of the whole
//! tumour (mismatch repair, microsatellites, signatures) is a question of its own.

use super::clinical::{for_people, reader_of};
use super::value::{values, whole, word};
use super::{CtmlTrouble, Reader, one_or_all};
use crate::written::Written;
use entaku_domain::hgvs::HgvsText;
use entaku_domain::trial::alteration::{AlterationAsked, Category, CopyCall, GeneAsked, ProteinAsked};
use entaku_domain::trial::criterion::{Ask, Criterion, Leaf};

/// Keys of one alteration.
const KEYS: &[&str] = &[
    "hugo_symbol",
    "true_hugo_symbol",
    "variant_category",
    "protein_change",
    "true_protein_change",
    "wildcard_protein_change",
    "variant_classification",
    "true_variant_classification",
    "exon",
    "true_transcript_exon",
    "cnv_call",
    "wildtype",
    "fusion_partner_hugo_symbol",
];

/// Keys that are understood and that no field of a patient answers.
const ASKED_OF_PEOPLE: &[&str] = &[
    "pole_signature",
    "tobacco_signature",
    "apobec_signature",
    "uva_signature",
    "temozolomide_signature",
    "tier",
];

/// Whether a key belongs to a `genomic` node.
pub(super) fn knows(key: &str) -> bool {
    KEYS.contains(&key) || ASKED_OF_PEOPLE.contains(&key)
}

/// What was read so far of a node.
#[derive(Default)]
struct Node {
    asked: AlterationAsked,
    /// As written, for people.
    written: Vec<String>,
    denied: bool,
    /// Whether the genes are all that it names.
    genes_alone: bool,
    /// What narrows the alteration and was not understood.
    narrowed: Vec<Criterion>,
    /// What is asked beside it.
    beside: Vec<Criterion>,
    /// Keys that are not known: within the alteration or beside it.
    strange: Vec<Criterion>,
    /// Whether it is not told if the node is denied: then nothing of the alteration is known.
    unclear: bool,
}

impl Reader {
    pub(super) fn genomic(&mut self, fields: &[(String, &Written)], place: &str) -> Criterion {
        let mut node = Node { genes_alone: true, ..Node::default() };
        // A signature or a marker of the whole tumour stands beside a gene that means nothing (`None`, `1`).
        let of_tumour = |key: &String| {
            reader_of(key).is_some()
                || (key.ends_with("_signature") && ASKED_OF_PEOPLE.contains(&key.as_str()))
        };
        let of_tumour = fields.iter().any(|(key, _)| of_tumour(key));
        for (key, value) in fields {
            let within = format!("{place}.{key}");
            if let Some(read) = reader_of(key) {
                node.beside.push(self.asked(read, value, &within));
            } else if ASKED_OF_PEOPLE.contains(&key.as_str()) {
                node.unclear |= denial(value) != Denial::None;
                node.beside.push(for_people(key, value));
            } else if KEYS.contains(&key.as_str()) {
                self.alteration(&mut node, key, value, &within, of_tumour);
            } else if key != "display_name" {
                node.unclear |= denial(value) != Denial::None;
                node.strange.push(self.unknown(&within, CtmlTrouble::UnknownKey, value));
            }
        }
        let nothing_named = node.written.is_empty() || (of_tumour && node.genes_alone);
        let mut parts = Vec::new();
        if !nothing_named && !node.unclear {
            parts.push(node.alteration());
        } else {
            parts.append(&mut node.narrowed);
        }
        parts.append(&mut node.beside);
        parts.append(&mut node.strange);
        one_or_all(parts).unwrap_or_else(|| self.unknown(place, CtmlTrouble::Empty, &Written::Null))
    }

    fn alteration(&mut self, node: &mut Node, key: &str, value: &Written, place: &str, of_tumour: bool) {
        let gene = matches!(key, "hugo_symbol" | "true_hugo_symbol");
        // Nothing is named: `null`, the word `None`, or a number, which is no gene.
        let no_gene = match value {
            Written::Null => gene || key == "fusion_partner_hugo_symbol",
            Written::Text(text) => gene && of_tumour && matches!(word(text).as_str(), "" | "none"),
            Written::Number(_) => gene && of_tumour,
            _ => false,
        };
        if no_gene {
            return;
        }
        // What is denied is so whether its value is understood or not; some denied and some not tell nothing of the node.
        let denied = match denial(value) {
            Denial::None => false,
            Denial::All => true,
            Denial::Some => {
                node.unclear = true;
                false
            }
        };
        node.denied |= denied;
        let understood = values(value).filter(|_| !node.unclear).and_then(|values| {
            let texts: Vec<&str> = values.iter().map(|value| value.text.as_str()).collect();
            put(&mut node.asked, key, &texts)?;
            Some(texts.join(" / "))
        });
        let Some(text) = understood else {
            node.genes_alone = false;
            let unknown = self.unknown(place, CtmlTrouble::UnknownValue, value);
            node.narrowed.push(unknown);
            return;
        };
        node.genes_alone &= gene;
        let sign = if denied { "!" } else { "" };
        node.written.push(match key {
            "wildcard_protein_change" | "exon" | "wildtype" | "fusion_partner_hugo_symbol" => {
                format!("{key}: {sign}{text}")
            }
            _ => format!("{sign}{text}"),
        });
    }
}

impl Node {
    /// The question of the alteration. What narrows it and was not understood lies within a denial; a key of which nothing is
    /// known may lie within it or beside it, so that it is asked in both places.
    fn alteration(&mut self) -> Criterion {
        let written = self.written.join(", ");
        let one = |asked: AlterationAsked| {
            let ask = Ask::Alteration(Box::new(asked));
            Criterion::Leaf(Leaf { written: written.clone(), ask, negated: self.denied })
        };
        let each: Vec<Criterion> = match self.asked.genes.len() {
            0 | 1 => vec![one(self.asked.clone())],
            _ => {
                let genes = self.asked.genes.iter();
                genes
                    .map(|gene| one(AlterationAsked { genes: vec![gene.clone()], ..self.asked.clone() }))
                    .collect()
            }
        };
        let within = self.narrowed.drain(..);
        if self.denied {
            let mut of = vec![one_or_all(each).unwrap_or(Criterion::All(Vec::new()))];
            of.extend(within);
            of.extend(self.strange.iter().cloned());
            if of.len() == 1 { of.swap_remove(0) } else { Criterion::Any(of) }
        } else {
            let one = if each.len() == 1 { one_or_all(each) } else { Some(Criterion::Any(each)) };
            let parts: Vec<Criterion> = one.into_iter().chain(within).collect();
            one_or_all(parts).unwrap_or(Criterion::All(Vec::new()))
        }
    }
}

/// Which values of a key are denied.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Denial {
    None,
    Some,
    All,
}

fn denial(value: &Written) -> Denial {
    let denied = |item: &Written| item.text().is_some_and(|text| text.starts_with(['!', '！']));
    let items = value.items();
    match items.iter().filter(|item| denied(item)).count() {
        0 => Denial::None,
        all if all == items.len() => Denial::All,
        _ => Denial::Some,
    }
}

/// Puts the values of a key into what is asked; none where one of them is not understood.
fn put(asked: &mut AlterationAsked, key: &str, texts: &[&str]) -> Option<()> {
    match key {
        "hugo_symbol" | "true_hugo_symbol" => {
            asked.genes = texts.iter().map(|text| gene(text)).collect::<Option<_>>()?;
        }
        "fusion_partner_hugo_symbol" => {
            let [text] = texts else { return None };
            asked.partner = Some(gene(text)?);
        }
        "variant_category" => {
            let several: Vec<Category> = texts.iter().map(|text| category(text)).collect::<Option<_>>()?;
            asked.category = one_category(&several)?;
        }
        "protein_change" | "true_protein_change" => {
            let read: Vec<ProteinAsked> = texts.iter().map(|text| protein(text)).collect::<Option<_>>()?;
            asked.proteins.extend(read);
        }
        "wildcard_protein_change" => {
            let read: Vec<ProteinAsked> = texts.iter().map(|text| wildcard(text)).collect::<Option<_>>()?;
            asked.proteins.extend(read);
        }
        "variant_classification" | "true_variant_classification" => {
            asked.classes.extend(texts.iter().map(|text| (*text).to_owned()));
        }
        "exon" | "true_transcript_exon" => {
            asked.exons = texts.iter().map(|text| whole(text)).collect::<Option<_>>()?;
        }
        "cnv_call" => asked.calls = texts.iter().map(|text| CopyCall::parse(text)).collect::<Option<_>>()?,
        "wildtype" => {
            let [text] = texts else { return None };
            asked.wild_type = match word(text).as_str() {
                "true" | "yes" => true,
                "false" | "no" => false,
                _ => return None,
            };
        }
        _ => return None,
    }
    Some(())
}

fn gene(text: &str) -> Option<GeneAsked> {
    let symbol = entaku_domain::gene::GeneSymbol::parse(text);
    match word(text).as_str() {
        "any gene" => Some(GeneAsked::AnyGene),
        "intergenic" => Some(GeneAsked::Intergenic),
        "none" => None,
        _ => symbol.ok().map(|symbol| GeneAsked::Gene(symbol.as_str().to_owned())),
    }
}

fn category(text: &str) -> Option<Category> {
    Some(match word(text).as_str() {
        "mutation" => Category::Mutation,
        "copy number variation" | "cnv" => Category::CopyNumber,
        "structural variation" | "sv" => Category::Structural,
        "any variation" => Category::MutationOrCopyNumber,
        _ => return None,
    })
}

/// The kind that several come to; none where no kind is just these.
fn one_category(several: &[Category]) -> Option<Category> {
    use Category::{CopyNumber, Mutation, MutationOrCopyNumber, Structural};
    let has = |category| several.contains(&category);
    let (mutation, copies) =
        (has(Mutation) || has(MutationOrCopyNumber), has(CopyNumber) || has(MutationOrCopyNumber));
    match (mutation, copies, has(Structural)) {
        (true, true, true) => Some(Category::Any),
        (true, true, false) => Some(MutationOrCopyNumber),
        (true, false, false) => Some(Mutation),
        (false, true, false) => Some(CopyNumber),
        (false, false, true) => Some(Structural),
        _ => None,
    }
}

/// `V600` of `p.V600`, `V600X`: a residue and its number, with what follows.
fn residue(text: &str) -> Option<(String, String)> {
    let half = entaku_domain::text::half_width(text);
    let bare = half.trim();
    let bare = bare.strip_prefix("p.").or_else(|| bare.strip_prefix("P.")).unwrap_or(bare);
    let mut signs = bare.chars();
    let first = signs.next().filter(char::is_ascii_alphabetic)?;
    let rest = signs.as_str();
    let digits = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    let (number, end) = rest.split_at_checked(digits)?;
    (!number.is_empty()).then(|| (format!("{}{number}", first.to_ascii_uppercase()), end.to_owned()))
}

fn protein(text: &str) -> Option<ProteinAsked> {
    match residue(text) {
        Some((residue, end)) if end.is_empty() => Some(ProteinAsked::Residue(residue)),
        Some((residue, end)) if end.eq_ignore_ascii_case("x") => Some(ProteinAsked::WildcardX(residue)),
        // `v600e`: one letter in lower case is no word of the nomenclature.
        Some((residue, end)) if end.len() == 1 => {
            Some(ProteinAsked::Change(format!("{residue}{}", end.to_ascii_uppercase())))
        }
        _ => {
            let key = HgvsText::parse(text).ok()?.protein_key();
            (!key.is_empty()).then_some(ProteinAsked::Change(key))
        }
    }
}

fn wildcard(text: &str) -> Option<ProteinAsked> {
    // In three letters too: `p.Val600`.
    let short = HgvsText::parse(text).ok()?.protein_key();
    match residue(text)
        .filter(|(_, end)| end.is_empty() || end.eq_ignore_ascii_case("x"))
        .or_else(|| residue(&short))?
    {
        (residue, end) if end.is_empty() => Some(ProteinAsked::Wildcard(residue)),
        (residue, end) if end.eq_ignore_ascii_case("x") => Some(ProteinAsked::WildcardX(residue)),
        _ => None,
    }
}

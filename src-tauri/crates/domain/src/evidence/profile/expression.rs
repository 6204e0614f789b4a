//! AND, OR, NOT and brackets of a profile's name, then feature and criterion of each operand.

use super::criterion::{Change, ExonChange};
use super::{
    Criterion, Expression, Feature, KnownVariants, Part, change, fusion, fusion_feature, japanese, names,
};
use crate::evidence::item::{KnownPlace, KnownVariant};
use crate::finding::Locus;
use crate::genome::GenomeBuild;

/// Brackets within brackets that are followed; no source has more than two.
const DEEPEST: usize = 32;

/// Reads a whole name. A name whose brackets do not close is one part that is not understood.
pub(super) fn read(text: &str, known: &KnownVariants) -> Expression {
    let tokens = tokens(text);
    let mut reader = Reader { tokens: &tokens, at: 0, known };
    match reader.any(0) {
        Some(expression) if reader.at == tokens.len() => expression,
        _ => Expression::Part(Part::unread(text.trim())),
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Token {
    And,
    Or,
    Not,
    Open,
    Close,
    Operand(String),
}

/// A bracket opens a group only where an operand may begin; within one (`Y98H (c.292T>C)`) it belongs to the name.
fn tokens(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut words: Vec<String> = Vec::new();
    let mut within = 0_usize;
    let end = |words: &mut Vec<String>, tokens: &mut Vec<Token>| {
        if !words.is_empty() {
            tokens.push(Token::Operand(words.join(" ")));
            words.clear();
        }
    };
    for word in text.split_whitespace() {
        let mut word = word;
        if within == 0 {
            let joins = match word {
                "AND" => Some(Token::And),
                "OR" => Some(Token::Or),
                "NOT" => Some(Token::Not),
                _ => None,
            };
            if let Some(token) = joins {
                end(&mut words, &mut tokens);
                tokens.push(token);
                continue;
            }
        }
        while words.is_empty()
            && within == 0
            && let Some(rest) = word.strip_prefix('(')
        {
            tokens.push(Token::Open);
            word = rest;
        }
        // `NOT` may stand right behind a bracket, and a bracket right behind it.
        if let Some(rest) = word.strip_prefix("NOT").filter(|_| words.is_empty() && within == 0) {
            if rest.is_empty() {
                tokens.push(Token::Not);
                continue;
            }
            if rest.starts_with('(') {
                tokens.push(Token::Not);
                word = rest;
                while let Some(rest) = word.strip_prefix('(') {
                    tokens.push(Token::Open);
                    word = rest;
                }
            }
        }
        let mut closed = 0_usize;
        while within == 0 && word.ends_with(')') && word.matches(')').count() > word.matches('(').count() {
            word = word.strip_suffix(')').unwrap_or(word);
            closed = closed.saturating_add(1);
        }
        if !word.is_empty() {
            within =
                within.saturating_add(word.matches('(').count()).saturating_sub(word.matches(')').count());
            words.push(word.to_owned());
        }
        if closed > 0 {
            end(&mut words, &mut tokens);
            tokens.extend((0..closed).map(|_| Token::Close));
        }
    }
    end(&mut words, &mut tokens);
    tokens
}

struct Reader<'t> {
    tokens: &'t [Token],
    at: usize,
    known: &'t KnownVariants,
}

impl Reader<'_> {
    fn next_is(&mut self, token: &Token) -> bool {
        let found = self.tokens.get(self.at) == Some(token);
        if found {
            self.at = self.at.saturating_add(1);
        }
        found
    }

    fn any(&mut self, depth: usize) -> Option<Expression> {
        let mut of = vec![self.all(depth)?];
        while self.next_is(&Token::Or) {
            of.push(self.all(depth)?);
        }
        joined(of, Expression::Any)
    }

    fn all(&mut self, depth: usize) -> Option<Expression> {
        let mut of = vec![self.one(depth)?];
        // `A NOT B`, as some write it, is `A AND NOT B`.
        while self.next_is(&Token::And) || self.tokens.get(self.at) == Some(&Token::Not) {
            of.push(self.one(depth)?);
        }
        joined(of, Expression::All)
    }

    fn one(&mut self, depth: usize) -> Option<Expression> {
        if depth >= DEEPEST {
            return None;
        }
        let deeper = depth.saturating_add(1);
        if self.next_is(&Token::Not) {
            return Some(Expression::Not(Box::new(self.one(deeper)?)));
        }
        if self.next_is(&Token::Open) {
            let within = self.any(deeper)?;
            return self.next_is(&Token::Close).then_some(within);
        }
        let Some(Token::Operand(text)) = self.tokens.get(self.at) else { return None };
        self.at = self.at.saturating_add(1);
        Some(operand(text, self.known))
    }
}

/// One of several, or the only one; joins of the same kind become one.
fn joined(mut of: Vec<Expression>, join: fn(Vec<Expression>) -> Expression) -> Option<Expression> {
    if of.len() < 2 {
        return of.pop();
    }
    let all = of.into_iter().flat_map(|one| match (one, join(Vec::new())) {
        (Expression::All(inner), Expression::All(_)) | (Expression::Any(inner), Expression::Any(_)) => inner,
        (other, _) => vec![other],
    });
    Some(join(all.collect()))
}

/// `KRAS G12C`, `EML4::ALK Fusion`, `TMB High`, `ABL1 BCR-ABL T315I`.
fn operand(text: &str, known: &KnownVariants) -> Expression {
    match japanese::in_english(text) {
        None => in_words(text, known),
        // The part keeps the name that the profile gives it.
        Some(english) => match in_words(&english, known) {
            Expression::Part(part) if !matches!(part.criterion, Criterion::Unread(_)) => {
                Expression::Part(Part { name: text.to_owned(), ..part })
            }
            Expression::Part(_) => Expression::Part(Part::unread(text)),
            several => several,
        },
    }
}

fn in_words(text: &str, known: &KnownVariants) -> Expression {
    let of_source = known.find(text);
    if let Some((marker, state)) = names::marker(text) {
        return Expression::Part(Part {
            name: text.to_owned(),
            feature: Feature::Marker(marker),
            criterion: state.map_or_else(|| Criterion::Unread(text.to_owned()), Criterion::Marker),
            also: Vec::new(),
            place: None,
        });
    }
    // `EML4::ALK` alone is the fusion.
    let (first, rest) = match text.split_once(' ') {
        Some((first, rest)) => (first, rest.trim()),
        None if text.contains("::") => (text, "Fusion"),
        None => return Expression::Part(Part::unread(text)),
    };
    if let Some(feature) = fusion_feature(first).or_else(|| fusion::by_hyphen(first, rest)) {
        let criterion = fusion::of_feature(&feature, rest);
        return Expression::Part(Part {
            name: text.to_owned(),
            feature,
            criterion,
            also: Vec::new(),
            place: None,
        });
    }
    if !names::is_symbol(first) {
        return Expression::Part(Part::unread(text));
    }
    of_gene(first, rest, of_source)
}

/// What is asked of a gene. Before 2023 one name could hold several parts.
fn of_gene(gene: &str, variant: &str, known: Option<&KnownVariant>) -> Expression {
    // `JAK2 F694L` within JAK2.
    let bare = match variant.split_once(' ') {
        Some((word, rest)) if word.eq_ignore_ascii_case(gene) => rest.trim(),
        _ => variant,
    };
    let mut part = Part::of_gene(gene, variant, names::criterion(gene, bare));
    if matches!(part.criterion, Criterion::Unread(_))
        && let Some(several) = several(gene, bare)
    {
        return several;
    }
    if let Some(known) = known {
        part.also = change::also(known, &part.criterion);
        if part.criterion == Criterion::Unread(bare.to_owned()) && !part.also.is_empty() {
            // A name that says nothing to us, of a change that the source tells by HGVS.
            part.criterion = Criterion::Change(Change::default());
        }
        part.place =
            known.place.as_ref().filter(|_| matches!(part.criterion, Criterion::Change(_))).and_then(place);
        settle_exon(&mut part.criterion, known);
    }
    Expression::Part(part)
}

/// A place with both alleles in the form in which places are compared; none where one is missing.
fn place(known: &KnownPlace) -> Option<String> {
    let build = &known.assembly.name;
    if *build == GenomeBuild::Unknown {
        return None;
    }
    let bases = |text: &str| text.chars().all(|c| "ACGTacgt-".contains(c));
    let (reference, alternate) =
        (known.reference.as_deref().unwrap_or("-"), known.alternate.as_deref().unwrap_or("-"));
    if known.reference.is_none() && known.alternate.is_none() || !bases(reference) || !bases(alternate) {
        return None;
    }
    let Locus { position, reference, alternate } = Locus::shortest(known.start, reference, alternate)?;
    Some(format!("{}|{}|{}|{reference}|{alternate}", build.name(), known.chromosome, position.get()))
}

/// Where the source says what kind of change it means by a mutation of an exon.
fn settle_exon(criterion: &mut Criterion, known: &KnownVariant) {
    if let Criterion::Exon(wanted) = criterion
        && wanted.change == ExonChange::Mutation
        && known.kinds.len() == 1
        && known.kinds.iter().any(|kind| kind == "frameshift_variant" || kind == "frameshift_truncation")
    {
        wanted.change = ExonChange::Frameshift;
    }
}

/// `V600E and AMPLIFICATION`, `EML4-ALK C1156Y-L1198F`, `BCR-ABL E255K V299L`; none where a part is not understood.
fn several(gene: &str, variant: &str) -> Option<Expression> {
    let lower = variant.to_ascii_lowercase();
    let mut texts: Vec<String> = Vec::new();
    match lower.contains(" and ") {
        true => {
            let words: Vec<&str> = variant.split_whitespace().collect();
            let pieces = words.split(|word| word.eq_ignore_ascii_case("and"));
            for piece in pieces {
                let piece = piece.join(" ");
                match fusion::with_changes(&piece) {
                    Some(inner) => texts.extend(inner),
                    None => texts.push(piece),
                }
            }
        }
        false => texts.extend(fusion::with_changes(variant)?),
    }
    if texts.len() < 2 {
        return None;
    }
    let mut parts = Vec::new();
    for text in texts {
        let criterion = names::criterion(gene, &text);
        // `Exon 10 and Exon 21 Mutation` does not say whether both are meant: its first half says no kind of change.
        if matches!(criterion, Criterion::Unread(_)) {
            return None;
        }
        parts.push(Expression::Part(Part::of_gene(gene, &text, criterion)));
    }
    Some(Expression::All(parts))
}

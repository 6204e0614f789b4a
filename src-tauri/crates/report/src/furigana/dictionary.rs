//! The words of IPADIC as the build script packed them: sorted, each with word class, cost and reading, and the cost of
//! each two classes side by side. Unpacked once, at the first text that has kanji to read.

use std::io::Read;
use std::ops::Range;
use std::sync::OnceLock;

use flate2::read::ZlibDecoder;

static PACKED: &[u8] = include_bytes!(env!("ENTAKU_READINGS"));

/// What a word is, as far as readings depend on it. The numbers are the build script's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Anything not named below.
    Other,
    /// A noun.
    Noun,
    /// A noun that する makes a verb of: 検査.
    Act,
    /// A noun that also stands as an adverb: 今日, 前.
    Time,
    /// A numeral.
    Number,
    /// A counter: 回, 人.
    Counter,
    /// Another suffix: 性, 値.
    Suffix,
    /// A prefix: 再, 第.
    Prefix,
    /// The name of a person.
    Person,
    /// The name of a place.
    Place,
    /// Another name.
    Name,
    /// A pronoun.
    Pronoun,
    /// A noun that leans on what stands before it: こと, 方.
    Leaning,
    /// A verb.
    Verb,
    /// An adjective in い.
    Adjective,
    /// A particle.
    Particle,
    /// An auxiliary.
    Auxiliary,
    /// An adverb.
    Adverb,
    /// A word that only stands before nouns: その.
    Adnominal,
    /// A sign.
    Sign,
    /// What follows a person's name: さん.
    Honorific,
}

impl Class {
    const ALL: [Self; 21] = [
        Self::Other,
        Self::Noun,
        Self::Act,
        Self::Time,
        Self::Number,
        Self::Counter,
        Self::Suffix,
        Self::Prefix,
        Self::Person,
        Self::Place,
        Self::Name,
        Self::Pronoun,
        Self::Leaning,
        Self::Verb,
        Self::Adjective,
        Self::Particle,
        Self::Auxiliary,
        Self::Adverb,
        Self::Adnominal,
        Self::Sign,
        Self::Honorific,
    ];
}

/// A row of the dictionary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Entry<'d> {
    /// Number of its neighbourhood.
    pub id: u16,
    /// What using it costs.
    pub cost: i16,
    /// Reading in hiragana; empty where the word has no kanji or nobody can tell.
    pub reading: &'d str,
}

/// Neighbourhood numbers for what is not in the dictionary.
#[derive(Clone, Copy, Debug)]
pub(super) struct Special {
    pub noun: u16,
    pub number: u16,
    pub counter: u16,
    pub sign: u16,
    pub space: u16,
}

/// The dictionary, unpacked.
pub(super) struct Dictionary {
    surfaces: Lines,
    readings: Lines,
    /// Where the entries of each surface begin, and where the last end.
    first: Vec<usize>,
    ids: Vec<u16>,
    costs: Vec<i16>,
    classes: Vec<u8>,
    matrix: Vec<i16>,
    side: usize,
    /// Numbers for words of our own.
    pub special: Special,
}

impl Dictionary {
    /// The one that is compiled in; `None` only when it is damaged.
    pub fn get() -> Option<&'static Self> {
        static KEPT: OnceLock<Option<Dictionary>> = OnceLock::new();
        KEPT.get_or_init(|| Self::unpacked(PACKED)).as_ref()
    }

    fn unpacked(packed: &[u8]) -> Option<Self> {
        let mut bytes = Vec::new();
        ZlibDecoder::new(packed).read_to_end(&mut bytes).ok()?;
        let mut rest = bytes.as_slice();
        let side = usize::from(short(&mut rest)?);
        let special = Special {
            noun: short(&mut rest)?,
            number: short(&mut rest)?,
            counter: short(&mut rest)?,
            sign: short(&mut rest)?,
            space: short(&mut rest)?,
        };
        let mut long = || {
            let bytes: [u8; 4] = rest.split_off(..4)?.try_into().ok()?;
            usize::try_from(u32::from_le_bytes(bytes)).ok()
        };
        let (surfaces, entries) = (long()?, long()?);
        let (surface_bytes, reading_bytes) = (long()?, long()?);
        let words = Lines::new(rest.split_off(..surface_bytes)?)?;
        let readings = Lines::new(rest.split_off(..reading_bytes)?)?;
        let mut first = Vec::with_capacity(surfaces + 1);
        let mut sum = 0;
        first.push(sum);
        for count in rest.split_off(..surfaces)? {
            sum += usize::from(*count);
            first.push(sum);
        }
        let shorts = |bytes: &[u8]| -> Vec<u16> {
            bytes.as_chunks::<2>().0.iter().map(|pair| u16::from_le_bytes(*pair)).collect()
        };
        let signed = |bytes: &[u8]| -> Vec<i16> {
            bytes.as_chunks::<2>().0.iter().map(|pair| i16::from_le_bytes(*pair)).collect()
        };
        let ids = shorts(rest.split_off(..entries * 2)?);
        let costs = signed(rest.split_off(..entries * 2)?);
        let classes = rest.split_off(..side)?.to_vec();
        let matrix = signed(rest.split_off(..side * side * 2)?);
        let whole = words.len() == surfaces && readings.len() == entries && sum == entries;
        whole.then_some(Self { surfaces: words, readings, first, ids, costs, classes, matrix, side, special })
    }

    /// What a word of this neighbourhood is.
    pub fn class(&self, id: u16) -> Class {
        let number = self.classes.get(usize::from(id)).copied().unwrap_or_default();
        Class::ALL.get(usize::from(number)).copied().unwrap_or(Class::Other)
    }

    /// What it costs that a word of `right` follows one of `left`.
    pub fn side_by_side(&self, left: u16, right: u16) -> i32 {
        let at = usize::from(left) * self.side + usize::from(right);
        self.matrix.get(at).copied().map_or(0, i32::from)
    }

    /// Calls `act` with the length and the entries of each word that a text begins with.
    pub fn words<'d>(&'d self, text: &str, mut act: impl FnMut(usize, Entry<'d>)) {
        let mut range = 0..self.surfaces.len();
        for (at, c) in text.char_indices() {
            let length = at + c.len_utf8();
            let Some(start) = text.get(..length) else { return };
            range = self.surfaces.beginning_with(range, start);
            if range.is_empty() {
                return;
            }
            if self.surfaces.get(range.start).is_some_and(|word| word.len() == length) {
                self.entries(range.start).for_each(|entry| act(length, entry));
            }
        }
    }

    /// The entries of exactly this word.
    pub fn entries_of(&self, word: &str) -> impl Iterator<Item = Entry<'_>> {
        let range = self.surfaces.beginning_with(0..self.surfaces.len(), word);
        let here = self.surfaces.get(range.start) == Some(word);
        here.then_some(range.start).into_iter().flat_map(|number| self.entries(number))
    }

    fn entries(&self, surface: usize) -> impl Iterator<Item = Entry<'_>> {
        let range = match (self.first.get(surface), self.first.get(surface + 1)) {
            (Some(from), Some(to)) => *from..*to,
            _ => 0..0,
        };
        range.filter_map(|at| {
            let (id, cost) = (*self.ids.get(at)?, *self.costs.get(at)?);
            Some(Entry { id, cost, reading: self.readings.get(at)? })
        })
    }
}

/// Lines of one text, by number.
struct Lines {
    text: String,
    ends: Vec<u32>,
}

impl Lines {
    fn new(bytes: &[u8]) -> Option<Self> {
        let text = String::from_utf8(bytes.to_vec()).ok()?;
        let ends = bytes.iter().enumerate().filter(|(_, byte)| **byte == b'\n');
        let ends = ends.map(|(at, _)| u32::try_from(at)).collect::<Result<_, _>>().ok()?;
        Some(Self { text, ends })
    }

    fn len(&self) -> usize {
        self.ends.len()
    }

    fn get(&self, number: usize) -> Option<&str> {
        let end = usize::try_from(*self.ends.get(number)?).ok()?;
        let start = match number.checked_sub(1) {
            Some(before) => usize::try_from(*self.ends.get(before)?).ok()? + 1,
            None => 0,
        };
        self.text.get(start..end)
    }

    /// The lines of a range that begin so; they are sorted.
    fn beginning_with(&self, range: Range<usize>, start: &str) -> Range<usize> {
        let from = self.partition(range.clone(), |line| line < start);
        from..self.partition(from..range.end, |line| line.starts_with(start))
    }

    /// The first line of a range of which this is not true.
    fn partition(&self, range: Range<usize>, holds: impl Fn(&str) -> bool) -> usize {
        let Range { start: mut low, end: mut high } = range;
        while low < high {
            let middle = low + (high - low) / 2;
            if self.get(middle).is_some_and(&holds) { low = middle + 1 } else { high = middle }
        }
        low
    }
}

fn short(bytes: &mut &[u8]) -> Option<u16> {
    Some(u16::from_le_bytes(bytes.split_off(..2)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_damaged_dictionary_is_refused_and_never_panics() {
        assert!(Dictionary::unpacked(PACKED).is_some(), "the one that is compiled in is whole");
        for length in [0, 1, 10, PACKED.len() / 2, PACKED.len().saturating_sub(9)] {
            assert!(Dictionary::unpacked(&PACKED[..length]).is_none(), "{length} bytes are not a dictionary");
        }
    }
}

//! The keys of INFO or FORMAT that a file declares or uses, each known by a number, so that a record's keys are
//! looked up once and compared with no text. Most records have the keys of the one before, in the same order.

use crate::reserved::{Column, Minor, counts, is_fraction, reserved};
use crate::values::{Definition, Shape, ValueFault, integer};
use std::collections::HashMap;

/// Most keys remembered. Real files have hundreds; keys beyond are not checked.
const MAX_KEYS: usize = 10_000;

/// Keys of one column.
#[derive(Debug)]
pub struct Keys {
    column: Column,
    entries: Vec<Key>,
    index: HashMap<String, usize>,
    /// What stood at each place of the last record.
    before: Vec<usize>,
    /// Number of the record that is looked at.
    record: u64,
}

/// One key.
#[derive(Debug)]
pub struct Key {
    pub name: String,
    /// As declared, else as the format reserves it.
    definition: Option<Definition>,
    pub declared: bool,
    counts: bool,
    is_fraction: bool,
    /// The last record that has it.
    seen: u64,
}

impl Keys {
    /// None declared yet.
    pub fn new(column: Column) -> Self {
        Self { column, entries: Vec::new(), index: HashMap::new(), before: Vec::new(), record: 0 }
    }

    /// Declares a key; false where it was declared before.
    pub fn declare(&mut self, name: &str, definition: Option<Definition>) -> bool {
        if self.index.contains_key(name) {
            return false;
        }
        self.add(name, definition, true);
        true
    }

    fn add(&mut self, name: &str, definition: Option<Definition>, declared: bool) -> Option<usize> {
        if self.entries.len() >= MAX_KEYS {
            return None;
        }
        let number = self.entries.len();
        self.index.insert(name.to_owned(), number);
        self.entries.push(Key {
            name: name.to_owned(),
            definition,
            declared,
            counts: false,
            is_fraction: is_fraction(self.column, name),
            seen: 0,
        });
        Some(number)
    }

    /// After the header: what the format reserves, by the file's version.
    pub fn settle(&mut self, version: Minor) {
        for entry in &mut self.entries {
            entry.counts = counts(self.column, &entry.name, version);
        }
    }

    /// Begins a record.
    pub fn begin(&mut self) {
        self.record += 1;
    }

    /// The number of a key at a place of the record; none beyond the most that are remembered.
    pub fn find(&mut self, place: usize, name: &str, version: Minor) -> Option<usize> {
        let expected = self.before.get(place).copied();
        if let Some(number) = expected
            && self.entries.get(number).is_some_and(|entry| entry.name == name)
        {
            return Some(number);
        }
        let number = match self.index.get(name) {
            Some(number) => *number,
            None => {
                let number = self.add(name, reserved(self.column, name, version), false)?;
                if let Some(entry) = self.entries.get_mut(number) {
                    entry.counts = counts(self.column, name, version);
                }
                number
            }
        };
        if place < self.before.len() {
            self.before.splice(place..=place, [number]);
        } else if place == self.before.len() && place < MAX_KEYS {
            self.before.push(number);
        }
        Some(number)
    }

    /// Marks a key as present in this record; true where it was already.
    pub fn repeated(&mut self, number: usize) -> bool {
        let record = self.record;
        self.entries.get_mut(number).is_some_and(|entry| std::mem::replace(&mut entry.seen, record) == record)
    }

    /// A key by its number.
    pub fn get(&self, number: usize) -> Option<&Key> {
        self.entries.get(number)
    }
}

impl Key {
    /// What is wrong with its values.
    pub fn check(&self, values: &str, shape: Shape) -> Option<ValueFault> {
        if let Some(fault) = self.definition.and_then(|definition| definition.check(values, shape)) {
            return Some(fault);
        }
        let negative = self.counts
            && values.as_bytes().contains(&b'-')
            && values.split(',').any(|value| integer(value).is_some_and(|number| number < 0));
        let beyond = self.is_fraction && {
            let outside = |value: &str| value.parse().is_ok_and(|n: f64| !(0.0..=1.0).contains(&n));
            values.split(',').any(outside)
        };
        (negative || beyond).then_some(ValueFault::Range)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::values::{Kind, Number};

    #[test]
    fn keys_keep_their_numbers_whatever_their_order() {
        let mut keys = Keys::new(Column::Info);
        let depth = Definition { number: Number::Fixed(1), kind: Kind::Integer };
        assert!(keys.declare("DP", Some(depth)) && !keys.declare("DP", None));
        keys.settle(2);
        keys.begin();
        let first: Vec<_> = ["DP", "MY", "AF"].iter().enumerate().map(|(i, k)| keys.find(i, k, 2)).collect();
        keys.begin();
        let second: Vec<_> = ["AF", "DP", "MY"].iter().enumerate().map(|(i, k)| keys.find(i, k, 2)).collect();
        assert_eq!(first, [Some(0), Some(1), Some(2)]);
        assert_eq!(second, [Some(2), Some(0), Some(1)]);
        assert!(!keys.repeated(0) && keys.repeated(0), "the second time in one record");
        keys.begin();
        assert!(!keys.repeated(0), "a new record starts anew");
    }

    #[test]
    fn counts_are_not_negative_and_frequencies_stay_below_one() {
        let mut keys = Keys::new(Column::Info);
        let shape = Shape { alternates: Some(1), ..Shape::default() };
        for (key, value, fault) in [
            ("AC", "-1", Some(ValueFault::Range)),
            ("AF", "1.5", Some(ValueFault::Range)),
            ("AF", "-0.1", Some(ValueFault::Range)),
            ("SVLEN", "-50", None),
            ("MY", "-1", None),
        ] {
            let number = keys.find(0, key, 2).unwrap();
            assert_eq!(keys.get(number).unwrap().check(value, shape), fault, "{key}={value}");
        }
    }
}

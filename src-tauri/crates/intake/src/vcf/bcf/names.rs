//! The dictionaries of a BCF: which number stands for which contig and for which filter or key (VCF 4.5 §6.2.1).

use entaku_vcf_check::fields;

/// Most entries of a dictionary; a number beyond has no name and makes its record unreadable.
const MAX_NAMES: usize = 200_000;

/// Names by number, and what the header says besides.
#[derive(Debug, Default)]
pub(super) struct Names {
    contigs: Vec<Option<String>>,
    keys: Vec<Option<String>>,
    /// Number of samples that the header names.
    pub samples: usize,
}

impl Names {
    /// Reads the header's text: lines count in their order, unless they bear a number (`IDX`) themselves.
    pub fn of(text: &[u8], samples: usize) -> Self {
        let mut names = Self { contigs: Vec::new(), keys: vec![Some("PASS".to_owned())], samples };
        for line in text.split(|byte| *byte == b'\n') {
            let line = String::from_utf8_lossy(line);
            let Some((kind, value)) = line.strip_prefix("##").and_then(|rest| rest.split_once('=')) else {
                continue;
            };
            let list = match kind {
                "contig" => &mut names.contigs,
                "FILTER" | "INFO" | "FORMAT" => &mut names.keys,
                _ => continue,
            };
            let fields = fields::of(value);
            let Some(id) = fields::get(&fields, "ID") else { continue };
            let stated = fields::get(&fields, "IDX").and_then(|number| number.parse::<usize>().ok());
            match stated {
                Some(number) if number < MAX_NAMES => {
                    if list.len() <= number {
                        list.resize(number + 1, None);
                    }
                    if let Some(slot) = list.get_mut(number) {
                        *slot = Some(id.to_owned());
                    }
                }
                Some(_) => {}
                None => {
                    let known = list.iter().flatten().any(|name| name == id);
                    if !known && list.len() < MAX_NAMES {
                        list.push(Some(id.to_owned()));
                    }
                }
            }
        }
        names
    }

    /// A contig.
    pub fn contig(&self, number: i32) -> Option<&str> {
        entry(&self.contigs, number)
    }

    /// A filter or a key of INFO or FORMAT.
    pub fn key(&self, number: i32) -> Option<&str> {
        entry(&self.keys, number)
    }
}

fn entry(list: &[Option<String>], number: i32) -> Option<&str> {
    list.get(usize::try_from(number).ok()?)?.as_deref()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_numbered_by_their_lines_or_as_they_say() {
        let text = b"##FILTER=<ID=PASS,Description=\"\">\n##INFO=<ID=DP>\n##FORMAT=<ID=DP>\n##FORMAT=<ID=GT>\n##contig=<ID=1>\n##contig=<ID=X>";
        let names = Names::of(text, 0);
        let keys: Vec<_> = (0..4).map(|n| names.key(n)).collect();
        assert_eq!(
            keys,
            [Some("PASS"), Some("DP"), Some("GT"), None],
            "a name of two columns has one number"
        );
        assert_eq!((names.contig(1), names.contig(-1)), (Some("X"), None));
        let stated = Names::of(b"##FILTER=<ID=q,IDX=7>\n##contig=<ID=1,IDX=99999999>", 0);
        assert_eq!((stated.key(7), stated.key(1), stated.contig(0)), (Some("q"), None, None));
    }
}

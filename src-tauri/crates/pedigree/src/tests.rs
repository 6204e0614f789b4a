//! Families made by code: read, written, laid out and drawn.

mod drawing;
mod editing;
mod files;
mod hard;

use crate::model::{Gender, Pedigree, Person};
use crate::svg::{Said, Wording};

/// Words for tests.
pub(super) struct Plain;

impl Wording for Plain {
    fn say(&self, said: &Said<'_>) -> String {
        match said {
            Said::Age(age) => format!("{age}"),
            Said::DiedAt(Some(age)) => format!("d. {age}"),
            Said::DiedAt(None) => "d.".to_owned(),
            Said::Born(year) => format!("b. {year}"),
            Said::Died(year) => format!("d. {year}"),
            Said::Weeks(weeks) => format!("{weeks} wk"),
            Said::Cancer(site, Some(age)) => format!("{site} {age}"),
            Said::Cancer(site, None) | Said::Site(site) => (*site).to_owned(),
            Said::Test(gene, sign, _) => format!("{gene} {sign}"),
            Said::Stillborn => "SB".to_owned(),
            Said::Infertility => "infertility".to_owned(),
            Said::Title(count) => format!("{count} persons"),
            Said::Legend(item) => format!("{item:?}"),
        }
    }
}

/// A number that looks random and is the same at each run.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn below(&mut self, most: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % most.max(1)
    }
}

pub(super) fn person(id: &str, gender: Gender, father: Option<&str>, mother: Option<&str>) -> Person {
    Person {
        id: id.to_owned(),
        gender,
        father: father.map(str::to_owned),
        mother: mother.map(str::to_owned),
        ..Person::default()
    }
}

/// `m1 w2 m3:m1,w2`: `m` a man, `w` a woman, `d` unknown; behind the colon father and mother, `-` for none.
pub(super) fn family(text: &str) -> Pedigree {
    let one = |word: &str| {
        let (id, parents) = word.split_once(':').unwrap_or((word, "-,-"));
        let (father, mother) = parents.split_once(',').unwrap();
        let known = |id: &'_ str| (id != "-").then(|| id.to_owned());
        let gender = match id.chars().next() {
            Some('m') => Gender::Man,
            Some('w') => Gender::Woman,
            _ => Gender::Unknown,
        };
        person(id, gender, known(father).as_deref(), known(mother).as_deref())
    };
    Pedigree { version: 1, persons: text.split_whitespace().map(one).collect(), ..Pedigree::default() }
}

/// A family of about so many persons: couples have children, children marry in from outside or, rarely, a cousin.
pub(super) fn random(dice: &mut Dice, size: usize) -> Pedigree {
    let mut persons = vec![person("m0", Gender::Man, None, None), person("w1", Gender::Woman, None, None)];
    let mut couples: Vec<(String, String)> = vec![("m0".into(), "w1".into())];
    let mut single: Vec<(String, Gender)> = Vec::new();
    while persons.len() < size {
        let (father, mother) = couples[dice.below(couples.len())].clone();
        match dice.below(10) {
            0..=5 => {
                let gender = if dice.below(2) == 0 { Gender::Man } else { Gender::Woman };
                let id = format!("{}{}", if gender == Gender::Man { "m" } else { "w" }, persons.len());
                persons.push(person(&id, gender, Some(&father), Some(&mother)));
                single.push((id, gender));
            }
            6..=8 if !single.is_empty() => {
                let (id, gender) = single.swap_remove(dice.below(single.len()));
                let other = if gender == Gender::Man { Gender::Woman } else { Gender::Man };
                let mut spouse = format!("{}{}", if other == Gender::Man { "m" } else { "w" }, persons.len());
                let mut parents: (Option<String>, Option<String>) = (None, None);
                if dice.below(8) == 0 {
                    if let Some(at) = single.iter().position(|(_, gender)| *gender == other) {
                        spouse = single.swap_remove(at).0;
                    }
                } else if dice.below(4) == 0 {
                    // The spouse's own parents are told.
                    let (grandfather, grandmother) =
                        (format!("m{}", persons.len() + 100_000), format!("w{}", persons.len() + 100_000));
                    persons.push(person(&grandfather, Gender::Man, None, None));
                    persons.push(person(&grandmother, Gender::Woman, None, None));
                    couples.push((grandfather.clone(), grandmother.clone()));
                    parents = (Some(grandfather), Some(grandmother));
                }
                if !persons.iter().any(|one| one.id == spouse) {
                    persons.push(person(&spouse, other, parents.0.as_deref(), parents.1.as_deref()));
                }
                couples.push(if gender == Gender::Man { (id, spouse) } else { (spouse, id) });
            }
            _ => {
                // A second partner.
                let spouse = format!("w{}", persons.len());
                persons.push(person(&spouse, Gender::Woman, None, None));
                couples.push((father, spouse.clone()));
                let id = format!("m{}", persons.len());
                let (father, mother) = couples[couples.len() - 1].clone();
                persons.push(person(&id, Gender::Man, Some(&father), Some(&mother)));
                single.push((id, Gender::Man));
            }
        }
    }
    Pedigree { version: 1, persons, ..Pedigree::default() }
}

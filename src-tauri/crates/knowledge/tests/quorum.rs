//! Truth tables of the quorum: shipped rule-set × attendance. The expected column was written from the notices, apart
//! from the code that computes it.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "helpers of tests stand outside test functions"
)]

use entaku_domain::meeting_record::{Attendance, AttendingPart, Circumstances, MeetingMode};
use entaku_domain::member::{Member, Qualification, Role};
use entaku_domain::omission::{CcatSecondaryFinding, OmissionFacts, TumourGroup, UsableDrug};
use entaku_domain::quorum::{Held, ModeGap, Quorum, RuleSet, assess, composition, in_force, standing};
use entaku_domain::text::Text;
use entaku_knowledge::Knowledge;

/// Day · way (r real time, c circulation, o omitted) · attending physician (p present, i information, - absent) ·
/// what else holds (seq, child, agree, differ, why, ground:<id>; for an omission solid or blood, what C-CAT says of
/// secondary findings: clean, suspected, silent, and the drug: label, nodrug, other) · people as `name:keys` with `/field`, `-` part time,
/// `*` there as attending physician · what is missing, `met` for nothing, `none` where no rule-set is in force.
const MEETINGS: &str = "
2022-03-02 r p .                      a:ア b:イ c:ウ d:エ e:オ                        => none
2022-03-03 r p .                      a:ア b:イ c:ウ d:エ e:オ                        => met
2022-03-03 r p .                      b:イ c:ウ d:エ e:オ                            => ア
2022-03-03 r p .                      a:ア c:ウ d:エ e:オ                            => イ
2022-03-03 r p .                      a:ア b:イ d:エ e:オ                            => ウ
2022-03-03 r p .                      a:ア b:イ c:ウ e:オ                            => エ
2022-03-03 r p .                      a:ア b:イ c:ウ d:エ                            => オ
2022-03-03 r - .                      a:ア b:イ c:ウ d:エ e:オ                        => 主治医
2022-03-03 r i .                      a:ア b:イ c:ウ d:エ e:オ                        => met
2022-03-03 r - .                      a:ア b:イ c:ウ d:エ e:オ f:*                    => met
2022-03-03 r - .                      a:ア* b:イ c:ウ d:エ e:オ                       => met
2022-03-03 r p .                      nobody                                       => ア イ ウ エ オ
2022-03-03 r p .                      a:アイウエオカキ                                 => 4
2022-03-03 r p .                      a:アイウエオ b:アイウエオ c:アイウエオ d:アイウエオ      => 1
2022-03-03 r p .                      a:アイウエオ b:アイウエオ c:アイウエオ d:アイウエオ e:アイウエオ => met
2022-03-03 r p .                      a:アイ b:ア c:ウ d:エ e:オ                       => met
2022-03-03 r p .                      a:アイ b:イウ c:ウエ d:エオ e:ア                  => met
2022-03-03 r p .                      a:アイ b:イウ c:ウエ d:エオ e:オ                  => met
2022-03-03 r p .                      a:アイ b:アイ c:アイ d:エ e:オ                    => ウ
2022-03-03 r p .                      b:イウ c:イウ a:ア d:エ e:オ                     => met
2022-03-03 r p .                      a:ア b:イウ d:エ e:オ                           => 1
2022-03-03 r p .                      a:ア- b:イ c:ウ d:エ e:オ                       => ア
2022-03-03 r p .                      a:ア b:イ- c:ウ- d:エ e:オ-                     => met
2022-03-03 r p .                      a:ア/内科 x:ア/内科 b:イ c:ウ d:エ e:オ            => met
2022-03-03 r p seq                    a:ア b:イ c:ウ d:エ e:オ                        => カ
2022-03-03 r p seq                    a:ア b:イ c:ウ d:エ e:オ f:カ                    => met
2022-03-03 r p seq                    a:ア b:イ c:ウ d:エ e:オカ                       => 1
2022-03-03 r p child                  a:ア b:イ c:ウ d:エ e:オ                        => キ
2022-03-03 r p child                  a:ア b:イ c:ウ d:エ e:オ g:キ                    => met
2022-03-03 r p child,seq              a:アキ b:アカ c:ア d:イ e:ウ f:エ h:オ             => met
2022-03-03 c p agree                  a:ア b:イ c:ウ d:エ e:オ                        => 該当
2022-03-03 c p agree,ground:level-a   a:ア b:イ c:ウ d:エ e:オ                        => met
2022-03-03 c p agree,ground:no-such   a:ア b:イ c:ウ d:エ e:オ                        => 該当
2022-03-03 c p agree,ground:all-agree a:ア b:イ c:ウ d:エ e:オ                        => 該当
2022-03-03 c p differ,ground:level-r  a:ア b:イ c:ウ d:エ e:オ                        => 不一致
2022-03-03 c p ground:level-bc-listed a:ア b:イ c:ウ d:エ e:オ                        => 一致
2022-03-03 c i agree,ground:level-a   a:ア b:イ c:ウ e:オ                            => エ
2022-03-03 o p why                    a:ア b:イ c:ウ d:エ e:オ                        => 不可
2022-03-03 o - .                      nobody                                       => 不可 理由
2024-03-31 r p .                      a:アイ c:ウ d:エ e:オ                           => 1
2024-04-01 r p .                      a:アイ c:ウ d:エ e:オ                           => 1
2024-04-01 r p .                      a:ア b:イ c:ウ d:エ e:オ                        => met
2024-04-01 r p .                      a:アイウ b:ア c:アエ d:イ e:オエ                  => met
2024-04-01 r - .                      a:ア b:イ c:ウ d:エ e:オ                        => 主治医
2024-04-01 r p child                  a:アキ b:イ c:ウ d:エ e:オ                       => 1
2024-04-01 c i agree                  a:ア b:イ c:ウ d:エ e:オ                        => 該当
2025-07-06 c p agree                  a:ア b:イ c:ウ d:エ e:オ                        => 該当
2025-07-06 r p .                      a:アイウエオ                                    => 4
2025-07-07 c p agree                  a:ア b:イ c:ウ d:エ e:オ                        => met
2025-07-07 c p agree                  a:アイウエオ                                    => met
2025-07-07 c p .                      a:アイウエオ                                    => 一致
2025-07-07 c p differ                 a:ア b:イ c:ウ d:エ e:オ                        => 不一致
2025-07-07 c - differ                 a:ア c:ウ d:エ e:オ                            => イ 主治医 不一致
2025-07-07 r p .                      a:アイウエオ                                    => met
2025-07-07 r p .                      a:アイウエ                                     => オ
2025-07-07 r p .                      a:アイウエオ-                                   => ア エ
2025-07-07 r p .                      a:アイウエオ- b:エ                               => ア
2025-07-07 r p seq                    a:アイウエオ                                    => カ
2025-07-07 r p seq                    a:アイウエオカ                                   => met
2025-07-07 r p child                  a:アイウエオカ                                   => キ
2025-07-07 r p child,seq              a:アイウエオカキ                                  => met
2025-07-07 r i .                      a:アイ b:ウエ c:オ                               => met
2025-07-07 r - .                      a:アイ b:ウエ c:オ                               => 主治医
2025-07-07 r - .                      a:アイウエオ*                                   => met
2025-07-07 r p .                      x: y:                                        => ア イ ウ エ オ
2025-07-07 o p why,ground:cdx-approved nobody                                      => 不可
2025-07-07 o - .                      a:アイウエオ                                    => 不可 理由
2026-05-31 o - solid,clean,label,why  nobody                                       => 不可
2026-06-01 o - solid,clean,label      nobody                                       => met
2026-06-01 o - solid,clean,nodrug     nobody                                       => met
2026-06-01 o - blood,clean,label      nobody                                       => 条件
2026-06-01 o - solid,suspected,label  nobody                                       => 条件
2026-06-01 o - solid,clean,other      nobody                                       => 条件
2026-06-01 o - solid,silent,label     nobody                                       => 不明
2026-06-01 o - clean,label            nobody                                       => 不明
2026-06-01 o - solid,clean            nobody                                       => 不明
2026-06-01 o - .                      nobody                                       => 不明
2026-06-01 o - ground:no-drug         nobody                                       => 不明
2026-06-01 o - blood                  nobody                                       => 条件
2026-06-01 o - suspected              nobody                                       => 条件
2026-06-01 o - other                  nobody                                       => 条件
2026-06-01 c p agree                  a:アイウエオ                                    => met
2026-06-01 c p differ                 a:アイウエオ                                    => 不一致
2026-06-01 r p .                      a:アイウエ                                     => オ
2026-06-01 r - .                      a:アイウエオ                                    => 主治医
2026-06-01 r p child,seq              a:アイウエオ                                    => カ キ
2026-11-22 r p .                      a:ア b:イ c:ウ d:エ e:オ                        => met
";

/// Rule-set · members as above · what the composition lacks, by key and number of people.
const PANELS: &str = "
2022-03-03 a:ア/内科 b:ア/外科 c:イ d:ウ e:エ f:エ g:オ h:カ i:キ   => met
2022-03-03 a:ア/内科 b:ア/内科 c:イ d:ウ e:エ f:エ g:オ h:カ i:キ   => ア1
2022-03-03 a:ア/内科 b:ア/内　科 c:イ d:ウ e:エ f:エ g:オ h:カ i:キ => ア1
2022-03-03 a:ア/内科 b:ア c:イ d:ウ e:エ f:エ g:オ h:カ i:キ       => ア1
2022-03-03 a:ア b:ア c:イ d:ウ e:エ f:エ g:オ h:カ i:キ            => ア2
2022-03-03 a:ア/内科 b:ア/外科- c:イ d:ウ e:エ f:エ g:オ h:カ i:キ  => ア1
2022-03-03 a:ア/内科 b:ア/外科 c:イ d:ウ e:エ g:オ h:カ i:キ       => エ1
2022-03-03 a:ア/内科 b:ア/外科 c:ア/外科 d:イ e:ウ f:エ g:エ h:オ   => カ1 キ1
2024       a:ア/内科 b:ア/外科 c:イ d:ウ e:エ g:オ h:カ i:キ       => met
2024       a:アイ/内科 b:ア/外科 d:ウ e:エ g:オ h:カ i:キ          => 1
2024       a:アイ/内科 b:ア/外科 j:ア/外科 d:ウ e:エ g:オ h:カ i:キ => 1
2024       a:アイ/内科 b:ア/外科 j:ア/小児科 d:ウ e:エ g:オ h:カ i:キ => met
2025-07-07 a:アイ/内科 b:ア/外科 d:ウ e:エ g:オ h:カ i:キ          => met
2025-07-07 a:アイウ/内科 b:アエオ/外科 c:カキ                      => met
2025-07-07 a:アイウ/ENT b:アエオ/ｅｎｔ                            => ア1 カ1 キ1
";

struct Person {
    name: String,
    keys: Vec<Qualification>,
    field: Option<Text>,
    full_time: Option<bool>,
    attending: bool,
}

fn people(words: &str) -> Vec<Person> {
    let person = |word: &str| {
        let (name, rest) = word.split_once(':').unwrap_or_else(|| panic!("{word}: name and keys"));
        let attending = rest.ends_with('*');
        let rest = rest.trim_end_matches('*');
        let part_time = rest.ends_with('-');
        let (keys, field) =
            rest.trim_end_matches('-').split_once('/').unwrap_or((rest.trim_end_matches('-'), ""));
        Person {
            name: name.to_owned(),
            keys: keys.chars().map(key).collect(),
            field: Text::new(field).ok(),
            full_time: part_time.then_some(false),
            attending,
        }
    };
    words.split(' ').filter(|word| !word.is_empty() && *word != "nobody").map(person).collect()
}

fn key(letter: char) -> Qualification {
    let found = Qualification::ALL.into_iter().find(|known| known.key() == letter.to_string());
    found.unwrap_or_else(|| panic!("{letter} is no key"))
}

fn attendance(people: &[Person]) -> Vec<Attendance> {
    let attend = |person: &Person| Attendance {
        member: None,
        name: Text::new(&person.name).unwrap(),
        institution: None,
        qualifications: person.keys.clone(),
        institution_kind: None,
        field: person.field.clone(),
        full_time: person.full_time,
        role: person.attending.then_some(Role::AttendingPhysician),
    };
    people.iter().map(attend).collect()
}

struct Asked {
    mode: MeetingMode,
    attending: AttendingPart,
    reasoned: bool,
    circumstances: Circumstances,
}

fn asked(way: &str, attending: &str, more: &str) -> Asked {
    let said = |what: &str| more.split(',').any(|word| word == what);
    let grounds = more.split(',').filter_map(|word| word.strip_prefix("ground:")).map(ToOwned::to_owned);
    Asked {
        mode: match way {
            "r" => MeetingMode::RealTime,
            "c" => MeetingMode::Circulation,
            _ => MeetingMode::Omitted,
        },
        attending: match attending {
            "p" => AttendingPart::Present,
            "i" => AttendingPart::InformationSupplied,
            _ => AttendingPart::Absent,
        },
        reasoned: said("why"),
        circumstances: Circumstances {
            own_sequencing: said("seq"),
            paediatric: said("child"),
            paediatric_by_age: false,
            grounds: grounds.collect(),
            opinions_agree: if said("agree") { Some(true) } else { said("differ").then_some(false) },
            opinions_by_record: false,
            omission: OmissionFacts {
                tumour: if said("solid") {
                    Some(TumourGroup::Solid)
                } else {
                    said("blood").then_some(TumourGroup::Blood)
                },
                ccat_secondary_finding: match (said("clean"), said("suspected"), said("silent")) {
                    (true, _, _) => Some(CcatSecondaryFinding::None),
                    (_, true, _) => Some(CcatSecondaryFinding::Suspected),
                    (_, _, true) => Some(CcatSecondaryFinding::NotStated),
                    _ => None,
                },
                usable_drug: match (said("label"), said("nodrug"), said("other")) {
                    (true, _, _) => Some(UsableDrug::InLabelOrGuideline),
                    (_, true, _) => Some(UsableDrug::None),
                    (_, _, true) => Some(UsableDrug::OtherOnly),
                    _ => None,
                },
            },
        },
    }
}

fn quorum(sets: &[RuleSet], day: &str, people: &[Person], asked: &Asked) -> Option<Quorum> {
    let (rule_set, edition) = in_force(&standing(sets, &[]), day.parse().unwrap())?;
    let held = Held {
        mode: asked.mode,
        attending: asked.attending,
        reasoned: asked.reasoned,
        circumstances: &asked.circumstances,
    };
    Some(assess(rule_set, edition, &attendance(people), held))
}

/// What is missing, in the words of the table. Where only the number is sure (several assignments are equally good) it
/// is given as that.
fn missing(found: &Quorum, expected: &str) -> String {
    let number: u32 = found.lines.iter().map(|line| line.missing).sum();
    if expected.parse() == Ok(number) {
        assert!(!found.met);
        return expected.to_owned();
    }
    let mut words: Vec<String> =
        found.lines.iter().filter(|line| !line.met).map(|line| line.key.key().to_owned()).collect();
    if !found.attending.met {
        words.push("主治医".to_owned());
    }
    words.extend(found.mode.gaps.iter().map(|gap| {
        match gap {
            ModeGap::NotAllowed => "不可",
            ModeGap::GroundNotNamed => "該当",
            ModeGap::OpinionsDiffer => "不一致",
            ModeGap::AgreementNotStated => "一致",
            ModeGap::ReasonMissing => "理由",
            ModeGap::ConditionNotMet => "条件",
            ModeGap::ConditionNotKnown => "不明",
        }
        .to_owned()
    }));
    assert_eq!(words.is_empty(), found.met, "met means that nothing is missing");
    if words.is_empty() { "met".to_owned() } else { words.join(" ") }
}

fn rows(table: &str) -> impl Iterator<Item = (&str, &str)> {
    let row = |line| str::split_once(line, "=>").map(|(case, expected)| (case.trim(), expected.trim()));
    table.lines().filter(|line| !line.trim().is_empty()).map(move |line| row(line).unwrap())
}

fn word(case: &str) -> (&str, &str) {
    let (word, rest) = case.split_once(' ').unwrap();
    (word, rest.trim_start())
}

#[test]
fn every_meeting_of_the_table_lacks_what_the_notices_say() {
    let sets = Knowledge::shipped().unwrap().rule_sets().to_vec();
    assert!(rows(MEETINGS).count() > 60);
    for (case, expected) in rows(MEETINGS) {
        let (day, rest) = word(case);
        let (way, rest) = word(rest);
        let (attending, rest) = word(rest);
        let (more, who) = word(rest);
        let found = quorum(&sets, day, &people(who), &asked(way, attending, more));
        let found = found.map_or_else(|| "none".to_owned(), |found| missing(&found, expected));
        assert_eq!(found, expected, "{case}");
    }
}

#[test]
fn every_panel_of_the_table_lacks_what_the_notices_say() {
    let sets = Knowledge::shipped().unwrap().rule_sets().to_vec();
    for (case, expected) in rows(PANELS) {
        let (id, who) = word(case);
        let rule_set = sets.iter().find(|known| known.id == id).unwrap();
        let member = |(index, person): (usize, Person)| Member {
            id: format!("0198c5b2-7f00-7000-8000-{index:012}").try_into().unwrap(),
            name: Text::new(&person.name).unwrap(),
            sign_in: Text::new(&person.name).unwrap(),
            institution: None,
            roles: vec![Role::Member],
            qualifications: person.keys,
            institution_kind: None,
            field: person.field,
            full_time: person.full_time,
        };
        let members: Vec<Member> = people(who).into_iter().enumerate().map(member).collect();
        let lines = composition(rule_set, &members);
        let number: u32 = lines.iter().map(|line| line.missing).sum();
        let lacking = lines.iter().filter(|line| !line.met);
        let lacking: Vec<_> = lacking.map(|line| format!("{}{}", line.key.key(), line.missing)).collect();
        let found = match (number, expected.parse::<u32>()) {
            (0, _) => "met".to_owned(),
            (number, Ok(expected)) if number == expected => number.to_string(),
            _ => lacking.join(" "),
        };
        assert_eq!(found, expected, "{case}");
    }
}

/// A small generator of its own: the property is looked at for many panels, the same ones every time.
struct Dice(u64);

impl Dice {
    fn up_to(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }
    fn person(&mut self, number: usize) -> Person {
        let fields = ["", "内科", "外科", "小児科"];
        let keys = Qualification::ALL.into_iter().filter(|_| self.up_to(4) == 0).collect();
        Person {
            name: format!("p{number}"),
            keys,
            field: Text::new(fields[usize::try_from(self.up_to(4)).unwrap()]).ok(),
            full_time: [None, Some(true), Some(false)][usize::try_from(self.up_to(3)).unwrap()],
            attending: self.up_to(10) == 0,
        }
    }
}

#[test]
fn one_person_more_never_takes_away_what_is_met() {
    let mut sets = Knowledge::shipped().unwrap().rule_sets().to_vec();
    for (most, set) in [Some(1), Some(2), None].into_iter().zip(&mut sets) {
        set.several_keys.most = most;
        // The hardest form: several people of different fields at the meeting itself.
        set.attendance = set.members.clone();
    }
    let mut dice = Dice(7);
    for round in 0..600 {
        let day = ["2023-01-01", "2025-01-01", "2026-01-01"][round % 3];
        let more = ["child,seq", "agree", "child,ground:level-a", "differ"][round % 4];
        let asked = asked(["r", "c"][round % 2], ["p", "i", "-"][round / 3 % 3], more);
        let mut there = Vec::new();
        let mut before = quorum(&sets, day, &there, &asked).unwrap();
        for number in 0..9 {
            there.push(dice.person(number));
            let after = quorum(&sets, day, &there, &asked).unwrap();
            let lacking = |found: &Quorum| -> u32 { found.lines.iter().map(|line| line.missing).sum() };
            assert!(lacking(&after) <= lacking(&before), "{day} {more}: person {number} of round {round}");
            assert!(after.met || !before.met);
            assert!(after.attending.met || !before.attending.met);
            let most = match day {
                "2023-01-01" => 1,
                "2025-01-01" => 2,
                _ => 7,
            };
            for person in &there {
                let keys: Vec<_> = after
                    .lines
                    .iter()
                    .filter(|line| line.filled_by.iter().any(|name| name.as_str() == person.name))
                    .map(|line| line.key)
                    .collect();
                assert!(keys.len() <= most, "nobody is counted more often than the rules allow");
                assert!(keys.iter().all(|key| person.keys.contains(key)), "nor for a key they do not hold");
            }
            before = after;
        }
    }
}

#[test]
fn who_is_not_counted_is_told_why() {
    let sets = Knowledge::shipped().unwrap().rule_sets().to_vec();
    let why = |who: &str, key: &str| {
        let found = quorum(&sets, "2024-06-01", &people(who), &asked("r", "p", ".")).unwrap();
        let line = found.lines.iter().find(|line| line.key.key() == key).unwrap();
        line.passed_over
            .iter()
            .map(|one| format!("{} {:?}", one.name, one.why))
            .collect::<Vec<_>>()
            .join(", ")
    };
    assert_eq!(why("a:ア c:エ- d:エ", "エ"), "c NotFullTime");
    assert_eq!(why("a:ア b:ア", "ア"), "b NotNeeded");
    let alone = "a:アイ";
    assert_eq!(
        [why(alone, "ア"), why(alone, "イ")].concat(),
        "a FillsAnother",
        "a person is counted for one key and told of it at the other"
    );
}

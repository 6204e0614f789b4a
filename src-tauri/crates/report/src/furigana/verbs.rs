//! Verbs that are written alike and read in two ways, told apart by the particles before them.

use super::context::{Here, Said, said};
use super::dictionary::Class;

/// What one goes by.
const CONVEYANCES: &[&str] = &[
    "車",
    "電車",
    "バス",
    "タクシー",
    "徒歩",
    "飛行機",
    "新幹線",
    "自転車",
    "歩き",
    "一人",
    "二人",
    "みんな",
    "家族",
    "自分",
];

/// 行って, 行った: を行う is おこなう, に or へ行く is いく.
pub(super) fn act_or_go(here: Here<'_>) -> Said {
    let clause = here.tokens.get(..here.at).unwrap_or_default().iter().enumerate().rev();
    let clause = clause.take_while(|(_, token)| {
        !matches!(token.class, Class::Sign | Class::Verb | Class::Auxiliary | Class::Adjective)
    });
    let clause: Vec<(&str, Class)> = clause.map(|(at, token)| (here.written_at(at), token.class)).collect();
    let has = |particles: &[&str]| {
        clause.iter().any(|(written, class)| *class == Class::Particle && particles.contains(written))
    };
    let before_last =
        |class: Class| here.at.checked_sub(2).and_then(|at| here.token(at)).is_some_and(|t| t.class == class);
    match clause.as_slice() {
        // 併せて行う is to do; 持って行く is to go.
        [("て" | "で", Class::Particle), ..] if before_last(Class::Verb) => {
            let verb = here.at.checked_sub(2).map_or("", |at| here.written_at(at));
            let done = ["併せ", "合わせ", "あわせ", "続け", "繰り返し", "分け", "かけ"].contains(&verb);
            return if done { said("おこなっ") } else { Said::Unsure };
        }
        // 車で行く is to go, 窓口で行う to do.
        [("で", Class::Particle), (by, _), ..] => {
            return said(if CONVEYANCES.contains(by) { "いっ" } else { "おこなっ" });
        }
        _ => {}
    }
    // 受けに行って, 受け取りに行って: to go and do.
    let errand = clause.first().is_some_and(|(written, _)| *written == "に")
        && here.at.checked_sub(2).is_some_and(|at| {
            let stem = here
                .written_at(at)
                .chars()
                .last()
                .is_some_and(|end| "きぎしちにびみりいえけせてねべめれ".contains(end));
            stem && here
                .token(at)
                .is_some_and(|token| matches!(token.class, Class::Verb | Class::Noun | Class::Act))
        });
    let place = clause.windows(2).any(|pair| matches!(pair, [("は" | "も", _), ("で", Class::Particle)]));
    if errand {
        said("いっ")
    } else if has(&["を"]) || has_act(&clause) || place {
        said("おこなっ")
    } else if has(&["に", "へ", "まで"]) {
        said("いっ")
    } else {
        Said::Unsure
    }
}

/// Whether what is spoken of is itself an act: 検査は行っていません.
fn has_act(clause: &[(&str, Class)]) -> bool {
    clause.windows(2).any(|pair| match pair {
        [(particle, Class::Particle), (_, Class::Act | Class::Noun | Class::Suffix)] => {
            matches!(*particle, "は" | "も" | "が" | "のみ" | "だけ")
                && !clause.iter().any(|(w, _)| matches!(*w, "に" | "へ"))
        }
        _ => false,
    })
}

/// A verb of two readings told apart by the particle before it.
pub(super) fn by_particle(here: Here<'_>, one: (&str, &str), other: (&str, &str)) -> Said {
    let clause = here.tokens.get(..here.at).unwrap_or_default().iter().enumerate().rev();
    let mut clause = clause
        .take_while(|(_, token)| !matches!(token.class, Class::Sign | Class::Verb | Class::Auxiliary))
        .filter(|(_, token)| token.class == Class::Particle)
        .map(|(at, _)| here.written_at(at));
    match clause.find(|particle| [one.0, other.0].contains(particle) || ["は", "も"].contains(particle)) {
        Some(particle) if particle == one.0 => said(one.1),
        // What stands before は is seldom what is opened.
        Some(particle) if particle == other.0 || other.0 == "が" => said(other.1),
        _ => Said::Unsure,
    }
}

//! Which passwords are taken: long ones that nobody tries first.

use crate::error::{Outcome, Problem};
use entaku_words::errors::store;

/// Shortest password, in characters: 13 without a second factor or forced changes
/// (医療情報システムの安全管理に関するガイドライン 6.0).
const PASSWORD_CHARS: usize = 13;
/// Words that lists of stolen passwords are full of. What is left beside them must be long enough to have to be guessed.
const WORDS: &[&str] = &[
    "password",
    "passw0rd",
    "p@ssword",
    "pass",
    "qwerty",
    "asdf",
    "zxcv",
    "1qaz",
    "2wsx",
    "letmein",
    "welcome",
    "admin",
    "login",
    "iloveyou",
    "hospital",
    "doctor",
    "secret",
    "changeme",
    "master",
    "dragon",
    "monkey",
    "sakura",
    "nihon",
    "japan",
    "tokyo",
    "abcdef",
    "パスワード",
    "ぱすわーど",
    "病院",
    "さくら",
];
/// Characters beside such words, runs and repetitions.
const OWN_CHARS: usize = 6;

/// Refuses passwords that are too short, hold the member's own name, or would be tried first.
pub(crate) fn check_password(field: &str, password: &str, names: &[&str]) -> Outcome<()> {
    if password.chars().count() < PASSWORD_CHARS {
        return Err(Problem::at(field, store::password_too_short(PASSWORD_CHARS)));
    }
    let lower = password.to_lowercase();
    let named = names
        .iter()
        .map(|name| name.to_lowercase())
        .any(|name| name.chars().count() >= 3 && lower.contains(&name));
    if named || own_chars(&lower) < OWN_CHARS {
        return Err(Problem::at(field, store::PASSWORD_GUESSABLE));
    }
    Ok(())
}

/// Characters that are neither of a word in the list, nor of a repetition, nor the next ones of a run such as 1234 or dcba.
/// Digits alone count for little: they are dates and telephone numbers.
fn own_chars(lower: &str) -> usize {
    let mut rest = lower.to_owned();
    for word in WORDS {
        rest = rest.replace(word, "");
    }
    let letters: Vec<char> = rest.chars().filter(|letter| !letter.is_whitespace()).collect();
    let letters = without_repetition(&letters);
    let step = |pair: &[char]| match pair {
        [one, next] => u32::from(*next).abs_diff(u32::from(*one)),
        _ => 0,
    };
    let runs = letters.windows(2).filter(|pair| step(pair) <= 1).count();
    let own = letters.len().saturating_sub(runs);
    if letters.iter().all(char::is_ascii_digit) { own / 3 } else { own }
}

/// The shortest part of which the whole is a repetition.
fn without_repetition(letters: &[char]) -> &[char] {
    let repeats =
        |length: &usize| letters.iter().zip(letters.iter().skip(*length)).all(|(one, next)| one == next);
    let unit = (1..=letters.len() / 2).find(repeats).unwrap_or(letters.len());
    letters.get(..unit).unwrap_or(letters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_tried_first_is_refused() {
        for guessed in [
            "1234567890123",
            "9876543210987",
            "aaaaaaaaaaaaa",
            "abcabcabcabcabc",
            "passwordpassword",
            "password12345678",
            "qwertyqwerty1",
            "19850401198504",
            "0312345678901",
            "パスワードパスワード123",
            "abcdefghijklmn",
            "p@ssword2026!!",
            "1qaz2wsx1qaz2wsx",
            "sakura20260401",
        ] {
            assert!(check_password("password", guessed, &[]).is_err(), "{guessed}");
        }
        for taken in [
            "correct horse",
            "entaku-demo-2026",
            "円卓のための合言葉-2026",
            "thirteen char",
            "long-enough-pass",
            "a password of her own",
            "entaku-test-2026",
            "青い傘と古い切符と雨の日曜日",
        ] {
            assert!(check_password("password", taken, &[]).is_ok(), "{taken}");
        }
    }

    #[test]
    fn the_own_name_is_no_secret() {
        assert!(check_password("password", "fujiwara-taro-kun", &["Fujiwara"]).is_err());
        assert!(check_password("password", "fujiwara-taro-kun", &["別人"]).is_ok());
        assert!(check_password("password", "twelve chars", &[]).is_err(), "too short");
    }
}
